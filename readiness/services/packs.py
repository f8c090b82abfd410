"""Questionnaire packs as the command lists and checks them."""

from dataclasses import dataclass
from pathlib import Path

from readiness import packs


@dataclass(frozen=True, slots=True)
class PackEntry:
    """A questionnaire pack that comes with the program."""

    id: str
    questions: int
    digest: str


def listed() -> tuple[PackEntry, ...]:
    """Every questionnaire pack that comes with the program."""
    loaded = [packs.load(pack_id).questionnaire for pack_id in packs.available()]
    return tuple(PackEntry(q.id, len(q.questions), q.digest) for q in loaded)


def checked(folder: Path) -> tuple[str, tuple[str, ...]]:
    """A folder's pack id and its faults, one line each; none means that it can be used."""
    pack_id, faults = packs.check_folder(folder)
    return pack_id, tuple(fault.line for fault in faults)


def changed_since_release() -> tuple[str, ...]:
    """Files of released packs that differ from their locked digests, one line each."""
    return tuple(
        fault.line for pack_id in packs.available() for fault in packs.released_faults(pack_id)
    )
