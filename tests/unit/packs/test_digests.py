"""Digests: what a result was computed with, and that a released pack never changes."""

import shutil
from hashlib import sha256
from pathlib import Path

import pytest

from readiness.packs import load
from readiness.packs.digests import LOCK, check_lock, lock_lines, logic_digest
from scripts import lock_packs
from tests.oracle.files import PACKS

PREFIX = "questionnaires/2026.1/"


@pytest.fixture
def packs(tmp_path: Path) -> Path:
    """A packs folder with a copy of the released pack, locked."""
    folder = tmp_path / "packs"
    shutil.copytree(PACKS / PREFIX, folder / PREFIX)
    lock_packs.write(folder, "2026.1")
    return folder


def append(path: Path) -> None:
    path.write_text(path.read_text(encoding="utf-8") + "# touched\n", encoding="utf-8")


def lines(packs: Path) -> list[str]:
    return [fault.line for fault in check_lock(packs, PREFIX)]


def test_the_digest_is_the_one_that_results_carry() -> None:
    assert load("2026.1").questionnaire.digest == logic_digest(PACKS / PREFIX)


@pytest.mark.parametrize("name", ["en/SEC.toml", "fr/pack.toml", "fr/costs.toml"])
def test_a_changed_text_leaves_the_digest(packs: Path, name: str) -> None:
    before = logic_digest(packs / PREFIX)
    append(packs / PREFIX / name)
    assert logic_digest(packs / PREFIX) == before


def test_a_further_language_leaves_the_digest(packs: Path) -> None:
    before = logic_digest(packs / PREFIX)
    shutil.copytree(packs / PREFIX / "en", packs / PREFIX / "cy")
    assert logic_digest(packs / PREFIX) == before


@pytest.mark.parametrize("name", ["SEC.toml", "pack.toml", "costs.toml", "profile.toml"])
def test_changed_logic_changes_the_digest(packs: Path, name: str) -> None:
    before = logic_digest(packs / PREFIX)
    append(packs / PREFIX / name)
    assert logic_digest(packs / PREFIX) != before


def test_a_renamed_file_changes_the_digest(packs: Path) -> None:
    before = logic_digest(packs / PREFIX)
    (packs / PREFIX / "SEC.toml").rename(packs / PREFIX / "SEK.toml")
    assert logic_digest(packs / PREFIX) != before


def test_the_lock_holds_what_sha256sum_prints(packs: Path) -> None:
    locked = (packs / LOCK).read_text(encoding="utf-8").splitlines()
    assert len(locked) == sum(1 for path in (packs / PREFIX).rglob("*") if path.is_file())
    for line in locked:
        digest, name = line.split("  ", 1)
        assert digest == sha256((packs / name).read_bytes()).hexdigest()
    assert locked == lock_lines(packs / PREFIX, PREFIX)
    assert lines(packs) == []


@pytest.mark.parametrize("name", ["SEC.toml", "fr/SEC.toml"])
def test_a_changed_file_is_told(packs: Path, name: str) -> None:
    append(packs / PREFIX / name)
    assert lines(packs) == [f"{PREFIX}{name}: differs from its released digest"]


def test_an_extra_file_is_told(packs: Path) -> None:
    (packs / PREFIX / "de").mkdir()
    (packs / PREFIX / "de" / "SEC.toml").touch()
    assert lines(packs) == [f"{PREFIX}de/SEC.toml: is not in packs.lock"]


def test_a_missing_file_is_told(packs: Path) -> None:
    (packs / PREFIX / "SEC.toml").unlink()
    assert lines(packs) == [f"{PREFIX}SEC.toml: is in packs.lock but missing"]


def test_locking_adds_a_pack_and_never_changes_a_locked_one(packs: Path) -> None:
    before = (packs / LOCK).read_text(encoding="utf-8")
    shutil.copytree(packs / PREFIX, packs / "questionnaires/2027.1")
    lock_packs.write(packs, "2027.1")
    after = (packs / LOCK).read_text(encoding="utf-8")
    assert after.startswith(before)
    assert len(after.splitlines()) == 2 * len(before.splitlines())
    append(packs / PREFIX / "SEC.toml")
    with pytest.raises(lock_packs.LockedError, match=r"2026\.1"):
        lock_packs.write(packs, "2026.1")
    assert (packs / LOCK).read_text(encoding="utf-8") == after


def test_what_is_no_pack_is_not_locked(packs: Path) -> None:
    with pytest.raises(NotADirectoryError):
        lock_packs.write(packs, "2099.1")
    assert check_lock(packs, PREFIX) == []
