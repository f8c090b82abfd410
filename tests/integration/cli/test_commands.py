"""Every other command: its help, its output, its exit status."""

import json
import re
import shutil
import subprocess
import tomllib
from collections.abc import Iterator
from pathlib import Path

import click
import pytest
from jsonschema import Draft202012Validator

from readiness.cli import main
from readiness.core.questionnaire import Form
from readiness.packs import available, benchmarks, load
from readiness.services.assessing import narrator
from readiness.wording.language import LANGUAGES
from tests.integration.cli.running import EXAMPLES, ROOT, command, lines, run

RELEASED = ROOT / "readiness" / "packs" / "questionnaires" / "2026.1"
FORMS = [form.value for form in Form]


def commands(group: click.Command, path: tuple[str, ...] = ()) -> Iterator[tuple[str, ...]]:
    """The words that call a command and everything below it."""
    yield path
    for name, below in group.commands.items() if isinstance(group, click.Group) else ():
        yield from commands(below, (*path, name))


COMMANDS = list(commands(main))


@pytest.fixture
def instance(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A new instance folder, and nothing else in the environment that sets up the program."""
    for name in ("DATABASE_URL", "HOST", "PORT"):
        monkeypatch.delenv(name, raising=False)
    folder = tmp_path / "instance"
    monkeypatch.setenv("READINESS_INSTANCE_PATH", str(folder))
    return folder


# ---- help and usage


def test_the_commands_of_the_public_page_are_there() -> None:
    found = {" ".join(path) for path in COMMANDS}
    assert {"assess", "questions", "schema", "serve", "doctor", "db upgrade", "db check"} <= found
    assert {"benchmarks list", "benchmarks show", "packs list", "packs check"} <= found


@pytest.mark.parametrize("path", COMMANDS, ids=lambda path: " ".join(path) or "readiness")
def test_every_help_has_an_example_of_that_command(path: tuple[str, ...]) -> None:
    outcome = run(*path, "--help")
    assert outcome.exit_code == 0
    example = re.search(r"Example: (.*)", outcome.stdout)
    assert example is not None
    assert " ".join(("readiness", *path)) in example[1]


def test_the_example_files_that_help_names_are_there() -> None:
    named = [re.findall(r"examples/\S+", run(*path, "--help").stdout) for path in COMMANDS]
    files = {name for found in named for name in found}
    assert files
    assert all((ROOT / name).is_file() for name in files)


@pytest.mark.parametrize(
    "words",
    [
        ["nothing"],
        ["assess"],
        ["assess", "a.toml", "b.toml"],
        ["assess", "a.toml", "--nothing"],
        ["assess", "a.toml", "--lang", "eo"],
        ["assess", "a.toml", "--date", "tomorrow"],
        ["assess", "a.toml", "--date", "20261123"],
        ["assess", "a.toml", "--date", "2026-W48-1"],
        ["assess", "a.toml", "--json"],
        ["assess", "a.toml", "--json", "."],
        ["questions", "--form", "short"],
        ["questions", "--form", "CORE"],
        ["schema"],
        ["schema", "everything"],
        ["benchmarks", "show"],
        ["benchmarks", "show", "use", "--size", "50"],
        ["packs", "check"],
        ["db", "drop"],
    ],
    ids=" ".join,
)
def test_wrong_usage_exits_2(words: list[str]) -> None:
    outcome = run(*words)
    assert outcome.exit_code == 2
    assert outcome.stdout == ""
    assert "Error: " in outcome.stderr


def test_the_version_is_told() -> None:
    outcome = run("--version")
    assert outcome.exit_code == 0
    assert outcome.stdout.startswith("readiness, version ")


# ---- questions


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("code", LANGUAGES)
def test_an_empty_answers_file_lists_every_question_of_the_form(form: str, code: str) -> None:
    outcome = run("questions", "--form", form, "--lang", code)
    assert outcome.exit_code == 0
    document = tomllib.loads(outcome.stdout)
    asked = load("2026.1").questionnaire.asked(Form(form))
    assert document["form"] == form
    assert list(document["answers"]) == [question.id for question in asked]
    assert set(document["answers"].values()) == {"unknown"}
    words = narrator(code)
    for question in asked:
        text = words.question(question.id)
        assert all(f"\n#   {n} {level}\n" in outcome.stdout for n, level in enumerate(text.levels))
        assert f"\n# {text.question}\n" in outcome.stdout


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("code", LANGUAGES)
def test_filled_in_it_can_be_assessed(form: str, code: str, tmp_path: Path) -> None:
    text = run("questions", "--form", form, "--lang", code).stdout
    unfilled = tmp_path / "unfilled.toml"
    unfilled.write_text(text, encoding="utf-8")
    refused = run("assess", unfilled)
    assert refused.exit_code == 1
    assert len(lines(refused.stderr)) == 4
    for key, value in (("name", "A"), ("country", "FR"), ("sector", "J"), ("size", "1-9")):
        text, count = re.subn(rf'^{key} = ""', f'{key} = "{value}"', text, flags=re.MULTILINE)
        assert count == 1
    filled = tmp_path / "filled.toml"
    filled.write_text(text, encoding="utf-8")
    outcome = run("assess", filled)
    assert outcome.exit_code == 0, outcome.stderr


def test_every_profile_line_may_be_taken_as_it_stands(tmp_path: Path) -> None:
    text = run("questions").stdout
    for key, value in (("name", "A"), ("country", "FR"), ("sector", "J"), ("size", "1-9")):
        text = re.sub(rf'^{key} = ""', f'{key} = "{value}"', text, flags=re.MULTILINE)
    for question in load("2026.1").questionnaire.profile:
        text, count = re.subn(rf"^# ({question.id} = )", r"\1", text, flags=re.MULTILINE)
        assert count == 1
    filled = tmp_path / "filled.toml"
    filled.write_text(text, encoding="utf-8")
    outcome = run("assess", filled)
    assert outcome.exit_code == 0, outcome.stderr


# ---- schema


def schema(name: str) -> dict[str, object]:
    outcome = run("schema", name)
    assert outcome.exit_code == 0
    found: dict[str, object] = json.loads(outcome.stdout)
    return found


@pytest.mark.parametrize("name", ["answers", "result"])
def test_schemas_are_json_schemas(name: str) -> None:
    found = schema(name)
    Draft202012Validator.check_schema(found)
    assert found["$schema"] == "https://json-schema.org/draft/2020-12/schema"


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda path: str(path.stem))
def test_examples_and_their_results_are_valid(example: Path, tmp_path: Path) -> None:
    document = tomllib.loads(example.read_text(encoding="utf-8"))
    document["date"] = document["date"].isoformat()
    assert list(Draft202012Validator(schema("answers")).iter_errors(document)) == []
    data = tmp_path / "r.json"
    assert run("assess", example, "--json", data).exit_code == 0
    result = json.loads(data.read_bytes())
    assert list(Draft202012Validator(schema("result")).iter_errors(result)) == []


def test_schemas_refuse_what_they_do_not_know() -> None:
    for name in ("answers", "result"):
        assert list(Draft202012Validator(schema(name)).iter_errors({"more": 1}))


# ---- benchmarks and packs


@pytest.mark.parametrize("code", LANGUAGES)
def test_every_indicator_and_pack_is_listed(code: str) -> None:
    outcome = run("benchmarks", "list", "--lang", code)
    assert outcome.exit_code == 0
    found = [line.split("  ")[0] for line in lines(outcome.stdout) if line]
    assert found == [*(i.id for i in benchmarks().indicators), *benchmarks().doubts]
    counts = [int(line.split()[-1]) for line in lines(outcome.stdout)[-len(benchmarks().doubts) :]]
    assert sum(counts) == len(benchmarks().figures)


@pytest.mark.parametrize("code", LANGUAGES)
def test_every_indicator_can_be_shown(code: str) -> None:
    for indicator in benchmarks().indicators:
        outcome = run("benchmarks", "show", indicator.id, "--country", "FR", "--lang", code)
        assert outcome.exit_code == 0
        assert narrator(code).benchmarks.names[indicator.id] in outcome.stdout


def test_the_figure_that_would_be_chosen_is_shown_with_its_source() -> None:
    words = ["--country", "FR", "--sector", "J", "--size", "50-249"]
    outcome = run("benchmarks", "show", "social_networks", *words)
    assert outcome.exit_code == 0
    assert "France" in outcome.stdout
    assert re.search(r"^https://\S+$", outcome.stdout, re.MULTILINE)
    assert re.search(r"\d%", outcome.stdout)


@pytest.mark.parametrize(
    ("words", "places"),
    [
        (["nothing"], ["nothing"]),
        (["\x1b[31m"], ["\ufffd[31m"]),
        (["social_networks", "--country", "UK"], ["--country"]),
        (["social_networks", "--country", "fr"], ["--country"]),
        (["social_networks", "--sector", "JJ"], ["--sector"]),
        (["social_networks", "--country", "EL", "--sector", "Z"], ["--country", "--sector"]),
    ],
)
def test_a_wrong_indicator_country_or_sector_is_told(words: list[str], places: list[str]) -> None:
    outcome = run("benchmarks", "show", *words)
    assert (outcome.exit_code, outcome.stdout) == (1, "")
    assert [line.partition(": ")[0] for line in lines(outcome.stderr)] == places
    assert all("; expected " in line for line in lines(outcome.stderr))


def test_packs_are_listed_with_questions_and_digest() -> None:
    outcome = run("packs", "list")
    assert outcome.exit_code == 0
    expected = [load(pack_id).questionnaire for pack_id in available()]
    for line, pack in zip(lines(outcome.stdout), expected, strict=True):
        assert line.split()[0] == pack.id
        assert line.split()[1] == str(len(pack.questions))
        assert line.split()[-1] == pack.digest


def test_a_sound_pack_folder_has_no_fault() -> None:
    outcome = run("packs", "check", RELEASED)
    assert (outcome.exit_code, outcome.stderr) == (0, "")
    assert "2026.1" in outcome.stdout


def test_faults_of_a_pack_folder_are_lines_with_file_and_key(tmp_path: Path) -> None:
    folder = shutil.copytree(RELEASED, tmp_path / "pack")
    (folder / "fr" / "SEC.toml").unlink()
    logic = folder / "SEC.toml"
    text = logic.read_text(encoding="utf-8").replace("weight = 4", "weight = 9", 1)
    logic.write_text(text + '[SEC-01."a\\u001b\\n"]\n', encoding="utf-8")
    outcome = run("packs", "check", folder)
    assert (outcome.exit_code, outcome.stdout) == (1, "")
    found = lines(outcome.stderr)
    assert any(line.startswith(f"{folder}/fr/SEC.toml: is missing") for line in found)
    assert any(line.startswith(f"{folder}/SEC.toml:SEC-01.weight: ") for line in found)
    assert any("SEC-01.a\ufffd\ufffd: " in line for line in found)
    assert len(found) == 3


@pytest.mark.parametrize("what", ["nothing", "file", "."])
def test_what_is_no_pack_folder_is_told(what: str, tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    outcome = run("packs", "check", tmp_path / what)
    assert (outcome.exit_code, outcome.stdout) == (1, "")
    assert all(line.startswith(str(tmp_path / what)) for line in lines(outcome.stderr))
    assert all("; expected " in line for line in lines(outcome.stderr))


# ---- database and doctor


@pytest.mark.usefixtures("instance")
def test_a_new_database_is_checked_upgraded_and_checked_again() -> None:
    before = run("db", "check")
    assert before.exit_code == 1
    assert "readiness db upgrade" in before.stderr
    for _ in range(2):
        assert run("db", "upgrade").exit_code == 0
    after = run("db", "check")
    assert (after.exit_code, after.stderr) == (0, "")


@pytest.mark.parametrize(
    "address", ["nonsense", "mysql://u:secret@host/db", "sqlite:////no/such/folder/x.db"]
)
@pytest.mark.parametrize("words", [["db", "check"], ["db", "upgrade"], ["doctor"]], ids=" ".join)
@pytest.mark.usefixtures("instance")
def test_a_database_address_that_does_not_work_is_told(address: str, words: list[str]) -> None:
    outcome = run(*words, environment={"DATABASE_URL": address})
    assert outcome.exit_code == 1
    assert lines(outcome.stderr)
    assert "secret" not in outcome.output
    assert "Traceback" not in outcome.output


def test_doctor_tells_a_missing_database_and_does_not_make_it(instance: Path) -> None:
    def database(outcome: str) -> str:
        return next(line for line in lines(outcome) if line.startswith("database: "))

    first = run("doctor")
    assert (first.exit_code, first.stderr) == (0, "")
    assert "not there yet" in database(first.stdout)
    assert list(instance.glob("*.sqlite3")) == []
    assert run("db", "upgrade").exit_code == 0
    second = run("doctor")
    assert "up to date" in database(second.stdout)
    assert str(instance) in second.stdout
    for subject in (
        "readiness: ",
        "Python: ",
        "libraries: ",
        "templates: ",
        "questionnaire 2026.1: ",
    ):
        assert subject in second.stdout
    assert (second.exit_code, second.stderr) == (0, "")


@pytest.mark.usefixtures("instance")
def test_doctor_finds_a_database_without_tables(tmp_path: Path) -> None:
    (tmp_path / "empty.sqlite3").touch()
    found = run("doctor", environment={"DATABASE_URL": f"sqlite:///{tmp_path / 'empty.sqlite3'}"})
    assert found.exit_code == 1
    assert "readiness db upgrade" in found.stderr


@pytest.mark.parametrize(
    ("name", "value"), [("PORT", "none"), ("HOST", "a b"), ("READINESS_INSTANCE_PATH", "relative")]
)
@pytest.mark.usefixtures("instance")
def test_a_setting_that_cannot_be_used_is_named(name: str, value: str) -> None:
    for words in (["doctor"], ["db", "check"], ["serve"]):
        outcome = run(*words, environment={name: value})
        assert outcome.exit_code == 1
        assert any(name in line for line in lines(outcome.stderr))
        # The doctor tells the rest all the same.
        assert ("\nPython: " in outcome.stdout) is (words == ["doctor"])


# ---- pipes


def test_a_reader_who_leaves_early_sees_no_traceback() -> None:
    with subprocess.Popen(
        command("questions"), cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.close()
        assert process.stderr.read() == b""
        assert process.wait(60) in {0, 1}


@pytest.mark.parametrize("words", [["questions"], ["assess", "examples/irish-retailer.toml"]])
def test_a_full_disk_is_one_line(words: list[str]) -> None:
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            command(*words), cwd=ROOT, stdout=full, stderr=subprocess.PIPE, check=False
        )
    assert done.returncode == 1
    (line,) = done.stderr.decode().splitlines()
    assert line.startswith("output: no space left")
