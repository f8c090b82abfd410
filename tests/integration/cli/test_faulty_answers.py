"""Whatever is wrong with an answers file: one clear line a fault, nothing written, no traceback."""

from pathlib import Path
from unicodedata import category

import pytest

from tests.integration.cli.faulty import FAULTY, SOUND, Faulty
from tests.integration.cli.running import lines, run, run_process

BY_ID = {faulty.id: faulty for faulty in FAULTY}


def written(faulty: Faulty, folder: Path) -> Path:
    path = folder / faulty.name
    path.write_bytes(faulty.content)
    return path


def check(faulty: Faulty, path: Path, stdout: str, stderr: str) -> None:
    """Each fault has its line "file:line-or-key: what; what is expected", in any order."""
    assert stdout == ""
    found = lines(stderr)
    starts = sorted(f"{path}:{place}: " if place else f"{path}: " for place in faulty.places)
    assert len(found) == len(starts), found
    assert all(any(line.startswith(start) for line in found) for start in starts), found
    for line in found:
        what, _, expected = line.removeprefix(str(path)).partition("; expected ")
        assert what
        assert expected
        assert not {category(character) for character in line} & {"Cc", "Cf", "Cs", "Zl", "Zp"}
        assert len(line) < 500
        assert "Traceback" not in line
    assert any(faulty.words in line for line in found), found


def test_there_are_enough_of_them_and_the_file_they_start_from_is_sound(tmp_path: Path) -> None:
    assert len(FAULTY) == len(BY_ID) > 25
    path = tmp_path / "answers.toml"
    path.write_text(SOUND, encoding="utf-8")
    assert run("assess", path).exit_code == 0


@pytest.mark.parametrize("faulty", FAULTY, ids=lambda faulty: str(faulty.id))
def test_a_faulty_file_is_refused_in_lines(faulty: Faulty, tmp_path: Path) -> None:
    path = written(faulty, tmp_path)
    kept, new = tmp_path / "kept.json", tmp_path / "new.pdf"
    kept.write_text("kept")
    outcome = run("assess", path, "--json", kept, "--pdf", new, "--force")
    assert outcome.exit_code == 1
    check(faulty, path, outcome.stdout, outcome.stderr)
    assert kept.read_text() == "kept"
    assert sorted(entry.name for entry in tmp_path.iterdir()) == sorted([faulty.name, "kept.json"])


@pytest.mark.parametrize("case", ["several at once", "escape in a key", "brackets, TOML"])
def test_a_process_of_its_own_says_the_same(case: str, tmp_path: Path) -> None:
    path = written(BY_ID[case], tmp_path)
    outcome = run_process("assess", path, "--json", tmp_path / "new.json")
    assert outcome.returncode == 1
    check(BY_ID[case], path, outcome.stdout, outcome.stderr)
    assert not (tmp_path / "new.json").exists()


@pytest.mark.parametrize("what", ["folder", "nothing"])
def test_what_is_no_file_is_told_in_one_line(what: str, tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir()
    outcome = run("assess", tmp_path / what)
    assert outcome.exit_code == 1
    (line,) = lines(outcome.stderr)
    assert line.startswith(f"{tmp_path / what}: ")
    assert line.endswith("; expected a file that can be read")


def test_a_file_that_never_ends_is_not_read_to_its_end() -> None:
    outcome = run("assess", "/dev/zero")
    assert outcome.exit_code == 1
    assert lines(outcome.stderr) == ["/dev/zero: is too large; expected at most 32 MiB"]


def test_a_line_break_in_a_name_makes_no_second_line(tmp_path: Path) -> None:
    path = tmp_path / "two\nlines\x1b[31m.toml"
    for content in (None, b"="):
        if content is not None:
            path.write_bytes(content)
        outcome = run("assess", path)
        assert outcome.exit_code == 1
        (line,) = lines(outcome.stderr)
        assert "two\ufffdlines\ufffd[31m.toml" in line
