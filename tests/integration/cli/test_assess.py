"""``readiness assess``: what it prints, what it writes, and what it never overwrites."""

import errno
import json
from pathlib import Path

import pytest

from readiness.services.assessing import narrator
from readiness.wording.language import LANGUAGES
from tests.integration.cli.running import EXAMPLES, ROOT, lines, run

SHOP = ROOT / "examples" / "irish-retailer.toml"


def names(folder: Path) -> list[str]:
    return sorted(entry.name for entry in folder.iterdir())


def test_there_are_examples() -> None:
    assert len(EXAMPLES) == 3


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda path: str(path.stem))
@pytest.mark.parametrize("code", LANGUAGES)
def test_without_an_output_a_summary_is_printed(example: Path, code: str) -> None:
    outcome = run("assess", example, "--lang", code)
    assert outcome.exit_code == 0
    assert outcome.stderr == ""
    words = narrator(code)
    for domain in ("SEC", "CON", "TRA", "ROL", "GOV"):
        assert words.domain(domain) in outcome.stdout
    assert "%(" not in outcome.stdout
    assert all(
        line.isprintable()
        for line in lines(outcome.stdout.replace("\u202f", " ").replace("\u00a0", " "))
    )


def test_a_summary_names_organisation_range_and_first_actions() -> None:
    found = lines(run("assess", SHOP).stdout)
    assert found[0].startswith("Corrib Home & Garden Ltd, 23 November 2026")
    assert found[1].endswith(" / 100")
    assert sum(1 for line in found if line.lstrip().startswith(tuple("123456"))) >= 6


def test_the_outputs_asked_for_are_written_and_nothing_is_printed(tmp_path: Path) -> None:
    pdf, data = tmp_path / "r.pdf", tmp_path / "r.json"
    outcome = run("assess", SHOP, "--pdf", pdf, "--json", data, "--lang", "fr")
    assert (outcome.exit_code, outcome.stdout, outcome.stderr) == (0, "", "")
    assert pdf.read_bytes().startswith(b"%PDF-")
    assert json.loads(data.read_bytes())["schema"] == "readiness-result/1"
    assert names(tmp_path) == ["r.json", "r.pdf"]
    usual = tmp_path / "usual"
    usual.touch()
    assert data.stat().st_mode == usual.stat().st_mode


def test_a_report_is_an_answers_file_too(tmp_path: Path) -> None:
    pdf, data, again = (tmp_path / name for name in ("r.pdf", "r.json", "again.json"))
    assert run("assess", SHOP, "--pdf", pdf, "--json", data).exit_code == 0
    assert run("assess", pdf, "--json", again).exit_code == 0
    assert again.read_bytes() == data.read_bytes()


def test_the_date_beside_the_file_counts(tmp_path: Path) -> None:
    data = tmp_path / "r.json"
    assert run("assess", SHOP, "--date", "2025-01-31", "--json", data).exit_code == 0
    assert json.loads(data.read_bytes())["date"] == "2025-01-31"
    assert "31 January 2025" in run("assess", SHOP, "--date", "2025-01-31").stdout


@pytest.mark.parametrize(
    "option", [("--pdf", "r.pdf"), ("--json", "r.json")], ids=lambda option: str(option[0])
)
def test_a_file_that_is_there_is_replaced_only_with_force(
    option: tuple[str, str], tmp_path: Path
) -> None:
    there = tmp_path / option[1]
    there.write_text("kept")
    outcome = run("assess", SHOP, option[0], there)
    assert outcome.exit_code == 1
    (line,) = lines(outcome.stderr)
    assert line.startswith(f"{there}: ")
    assert "--force" in line
    assert there.read_text() == "kept"
    assert run("assess", SHOP, option[0], there, "--force").exit_code == 0
    assert there.read_bytes() != b"kept"
    assert names(tmp_path) == [option[1]]


@pytest.mark.parametrize("other", ["r.out", "./r.out", "../{0}/r.out"])
def test_two_outputs_need_two_files(other: str, tmp_path: Path) -> None:
    second = f"{tmp_path}/{other.format(tmp_path.name)}"
    outcome = run("assess", SHOP, "--pdf", tmp_path / "r.out", "--json", second)
    assert outcome.exit_code == 1
    assert len(lines(outcome.stderr)) == 1
    assert names(tmp_path) == []


def test_the_answers_are_never_replaced_by_their_result(tmp_path: Path) -> None:
    answers = tmp_path / "answers.toml"
    answers.write_bytes(SHOP.read_bytes())
    outcome = run("assess", answers, "--json", answers, "--force")
    assert outcome.exit_code == 1
    assert len(lines(outcome.stderr)) == 1
    assert answers.read_bytes() == SHOP.read_bytes()


def test_what_is_no_file_is_never_replaced() -> None:
    outcome = run("assess", SHOP, "--json", "/dev/null", "--force")
    assert outcome.exit_code == 1
    assert not Path("/dev/null").is_file()


@pytest.mark.parametrize("place", ["no/such/folder/r.json", "file/r.json"])
def test_a_folder_that_is_not_there_is_named(place: str, tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    outcome = run("assess", SHOP, "--json", tmp_path / place)
    assert outcome.exit_code == 1
    (line,) = lines(outcome.stderr)
    assert line.startswith(f"{tmp_path / place}: ")


@pytest.mark.parametrize("call", ["mkstemp", "fsync", "replace"])
def test_a_disk_that_refuses_leaves_everything_as_it_was(
    call: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept = tmp_path / "kept.json"
    kept.write_text("kept")

    def refuse(*_given: object, **_named: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device", "elsewhere")

    target = {"mkstemp": "tempfile.mkstemp", "fsync": "os.fsync", "replace": "pathlib.Path.replace"}
    monkeypatch.setattr(target[call], refuse)
    outcome = run("assess", SHOP, "--json", kept, "--force")
    assert outcome.exit_code == 1
    assert lines(outcome.stderr) == [
        f"{kept}: no space left on device; expected a place that can be written"
    ]
    assert kept.read_text() == "kept"
    assert names(tmp_path) == ["kept.json"]


def test_a_name_as_long_as_a_file_may_have_is_written(tmp_path: Path) -> None:
    longest = tmp_path / ("é" * 120 + ".json")
    assert run("assess", SHOP, "--json", longest).exit_code == 0
    assert names(tmp_path) == [longest.name]


def test_what_steers_a_terminal_never_reaches_it(tmp_path: Path) -> None:
    answers = tmp_path / "answers.toml"
    text = SHOP.read_text(encoding="utf-8").replace("Corrib", "\\u202eCorrib")
    answers.write_text(text, encoding="utf-8")
    outcome = run("assess", answers)
    assert outcome.exit_code == 0
    assert lines(outcome.stdout)[0].startswith("\ufffdCorrib")


def test_control_characters_of_users_are_kept_in_data_and_left_out_of_the_report(
    tmp_path: Path,
) -> None:
    answers, report = tmp_path / "answers.json", tmp_path / "report.pdf"
    name = "Nul\x00 and \x1b[31mescape"
    organisation = {"name": name, "country": "FR", "sector": "J", "size": "10-49"}
    data = {"questionnaire": "2026.1", "date": "2026-11-23", "organisation": organisation}
    answers.write_text(json.dumps(data), encoding="utf-8")
    result = tmp_path / "result.json"
    done = run("assess", answers, "--pdf", report, "--json", result)
    assert done.exit_code == 0, done.stderr
    assert json.loads(result.read_text(encoding="utf-8"))["organisation"]["name"] == name
    again = run("assess", report, "--json", tmp_path / "again.json")
    assert again.exit_code == 0, again.stderr
    assert (tmp_path / "again.json").read_bytes() == result.read_bytes()
