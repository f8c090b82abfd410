"""Digests: which logic a result was computed with, and that a released pack never changes."""

from collections.abc import Iterator
from hashlib import sha256
from importlib.resources.abc import Traversable

from readiness.packs.reading import Fault

LOCK = "packs.lock"


def logic_digest(folder: Traversable) -> str:
    """The SHA-256 of a pack's logic: its files outside the language folders.

    Adding a language does not change what a result was computed with, so it does not change this.
    """
    lines = [f"{digest}  {name}\n" for name, digest in _digests(folder) if "/" not in name]
    return sha256("".join(lines).encode()).hexdigest()


def lock_lines(folder: Traversable, prefix: str) -> list[str]:
    """The lines of the lock file for every file of a released pack."""
    return [f"{digest}  {prefix}{name}" for name, digest in _digests(folder)]


def check_lock(packs: Traversable, prefix: str) -> list[Fault]:
    """What differs between a released pack and its lines in the lock file."""
    folder = packs
    for part in prefix.strip("/").split("/"):
        folder = folder / part
    locked = _locked(packs, prefix)
    present = dict(_digests(folder))
    changed = [name for name in present if locked.get(name) not in {None, present[name]}]
    return [
        *(Fault(prefix + name, "", "differs from its released digest") for name in changed),
        *(Fault(prefix + n, "", "is not in packs.lock") for n in present if n not in locked),
        *(
            Fault(prefix + n, "", "is in packs.lock but missing")
            for n in locked
            if n not in present
        ),
    ]


def _locked(packs: Traversable, prefix: str) -> dict[str, str]:
    lines = (packs / LOCK).read_text(encoding="utf-8").splitlines()
    pairs = [line.split("  ", 1) for line in lines if line]
    return {name.removeprefix(prefix): digest for digest, name in pairs if name.startswith(prefix)}


def _digests(folder: Traversable) -> list[tuple[str, str]]:
    return sorted(
        (name, sha256(file.read_bytes()).hexdigest()) for name, file in _files(folder, "")
    )


def _files(folder: Traversable, prefix: str) -> Iterator[tuple[str, Traversable]]:
    for entry in folder.iterdir():
        if entry.is_dir():
            yield from _files(entry, f"{prefix}{entry.name}/")
        else:
            yield prefix + entry.name, entry
