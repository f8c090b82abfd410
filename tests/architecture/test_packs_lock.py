"""A released pack never changes: an assessment made with it must come out the same for ever.

``readiness/packs/packs.lock`` holds what sha256sum prints for each file of each released pack. Once
it names one file of a pack it has to name them all. A correction is a new pack with a new id.
"""

from pathlib import Path

import pytest

from readiness.packs.digests import LOCK, check_lock, lock_lines
from tests.architecture import tree

PACKS = tree.ROOT / "readiness" / "packs"
FIRST = "questionnaires/2026.1/"


def released(packs: Path) -> list[str]:
    """The folder of each released pack, below the packs folder and with a slash at its end."""
    lines = (packs / LOCK).read_text(encoding="utf-8").splitlines()
    folders = (line.split("  ", 1)[1].split("/")[:-1][:2] for line in lines)
    return sorted({"/".join(folder) + "/" for folder in folders})


def faults(packs: Path) -> list[str]:
    """What differs between the released packs and the lock file."""
    return [str(fault) for prefix in released(packs) for fault in check_lock(packs, prefix)]


@pytest.fixture
def packs(tmp_path: Path) -> Path:
    """One released pack of two files, and a draft that is not locked."""
    for name in (f"{FIRST}pack.toml", f"{FIRST}fr/pack.toml", "questionnaires/draft/pack.toml"):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f'id = "{name}"\n')
    lines = lock_lines(tmp_path / FIRST, FIRST)
    (tmp_path / LOCK).write_text("".join(f"{line}\n" for line in lines))
    return tmp_path


def test_the_first_pack_is_released() -> None:
    assert FIRST in released(PACKS)


def test_released_packs_are_unchanged() -> None:
    assert faults(PACKS) == []


def test_an_unchanged_pack_has_no_fault(packs: Path) -> None:
    assert released(packs) == [FIRST]
    assert faults(packs) == []


def test_a_changed_file_is_found(packs: Path) -> None:
    (packs / FIRST / "fr" / "pack.toml").write_text('id = "other"\n')
    assert len(faults(packs)) == 1


def test_a_removed_file_is_found(packs: Path) -> None:
    (packs / FIRST / "fr" / "pack.toml").unlink()
    assert len(faults(packs)) == 1


def test_an_added_file_is_found(packs: Path) -> None:
    (packs / FIRST / "de.toml").touch()
    assert len(faults(packs)) == 1
