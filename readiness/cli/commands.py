"""The commands of the public interface."""

import json
import sys
from datetime import date
from pathlib import Path

import click

from readiness import __version__
from readiness.cli import doctor as doctor_checks
from readiness.cli.benchmarks import benchmarks
from readiness.cli.faults import Command, InputError
from readiness.cli.files import check_free, read_file, write_files
from readiness.cli.summary import summary
from readiness.core.questionnaire import Form
from readiness.services import packs as pack_service
from readiness.services.answers_file import LARGEST_FILE, read_answers
from readiness.services.answers_schema import answers_schema
from readiness.services.assessing import assess as assess_sheet
from readiness.services.assessing import narrator, pack
from readiness.services.blank_answers import blank_answers
from readiness.services.clock import SystemClock
from readiness.services.documents import report_pdf, result_json
from readiness.services.result_schema import result_schema
from readiness.services.session import Database, DatabaseError
from readiness.web.server import serve as serve_pages
from readiness.web.settings import from_environment
from readiness.wording.language import LANGUAGES, SOURCE_LANGUAGE

OUT = click.Path(path_type=Path, dir_okay=False)
LANG = click.Choice(list(LANGUAGES))
lang_option = click.option(
    "--lang", type=LANG, default=SOURCE_LANGUAGE, show_default=True, help="Language of the words."
)


@click.group()
@click.version_option(__version__, prog_name="readiness")
def main() -> None:
    """Tell whether an organisation is ready to use social media for its work.

    Example: readiness assess examples/irish-retailer.toml
    """
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            # A terminal without UTF-8 shows a question mark rather than failing.
            stream.reconfigure(errors="replace")


class _Date(click.ParamType[date]):
    name = "YYYY-MM-DD"

    def convert(
        self, value: object, param: click.Parameter | None, ctx: click.Context | None
    ) -> date:
        text = str(value)
        try:
            found = date.fromisoformat(text)
        except ValueError:
            found = None
        # Python also reads 20261123 and 2026-W48-1.
        if found is None or found.isoformat() != text:
            return self.fail(f"{text!r} is not a date; expected one like 2026-11-23", param, ctx)
        return found


@main.command(cls=Command)
@click.argument("answers", type=click.Path(path_type=Path))
@click.option("--pdf", type=OUT, help="Write the report as PDF.")
@click.option("--json", "json_", type=OUT, help="Write the result as JSON.")
@lang_option
@click.option("--date", "on", type=_Date(), help="Date of the assessment instead of the file's.")
@click.option("--force", is_flag=True, help="Replace output files that are there already.")
def assess(  # noqa: PLR0913 - one parameter an option of the public interface
    *, answers: Path, pdf: Path | None, json_: Path | None, lang: str, on: date | None, force: bool
) -> None:
    """Score an answers file (TOML, JSON, or a report of ours in PDF).

    Without an output option a summary is printed.

    Example: readiness assess examples/irish-retailer.toml --pdf report.pdf --lang fr
    """
    outputs = [path for path in (pdf, json_) if path is not None]
    check_free(outputs, source=answers, force=force)
    content = read_file(answers, LARGEST_FILE)
    result = assess_sheet(read_answers(content, str(answers), on=on))
    contents = {}
    if json_ is not None:
        contents[json_] = result_json(result)
    if pdf is not None:
        contents[pdf] = report_pdf(result, lang)
    write_files(contents)
    if not contents:
        click.echo(summary(narrator(lang), result))


@main.command(cls=Command)
@click.option(
    "--form", type=click.Choice([form.value for form in Form]), default="full", show_default=True
)
@lang_option
def questions(form: str, lang: str) -> None:
    """Print an empty answers file with every question and its levels.

    Example: readiness questions --form core --lang fr > answers.toml
    """
    click.echo(blank_answers(Form(form), lang, on=SystemClock().today()), nl=False)


@main.command(cls=Command)
@click.argument("document", type=click.Choice(["answers", "result"]))
def schema(document: str) -> None:
    """Print the JSON Schema of the answers file or of the result.

    Example: readiness schema answers > answers.schema.json
    """
    found = answers_schema(pack()) if document == "answers" else result_schema()
    click.echo(json.dumps(found, ensure_ascii=False, indent=2))


@main.group()
def packs() -> None:
    """Questionnaire packs: list those that are here, check a folder.

    Example: readiness packs list
    """


@packs.command("list", cls=Command)
def packs_list() -> None:
    """Print every questionnaire pack with its questions and digest.

    Example: readiness packs list
    """
    for entry in pack_service.listed():
        click.echo(f"{entry.id}  {entry.questions} questions  {entry.digest}")


@packs.command("check", cls=Command)
@click.argument("folder", type=click.Path(path_type=Path))
def packs_check(folder: Path) -> None:
    """Check a pack's folder: texts, references, sums, sources.

    Example: readiness packs check readiness/packs/questionnaires/2026.1
    """
    if not folder.is_dir():
        raise InputError([f"{folder}: is not a folder; expected a questionnaire pack"])
    pack_id, faults = pack_service.checked(folder)
    if faults:
        raise InputError([f"{folder}/{fault}" for fault in faults])
    click.echo(f"{folder}: questionnaire pack {pack_id}, no fault")


@main.command(cls=Command)
def serve() -> None:
    """Serve the pages (HOST, PORT, DATABASE_URL from the environment).

    Example: PORT=8080 readiness serve
    """
    serve_pages(from_environment())


@main.group()
def db() -> None:
    """Bring the database up to date, or check that it is.

    Example: readiness db upgrade
    """


@db.command("upgrade", cls=Command)
def db_upgrade() -> None:
    """Create the tables or bring them up to date.

    Example: readiness db upgrade
    """
    database = Database(from_environment().database)
    try:
        database.upgrade()
    except DatabaseError as error:
        problem = "does not work; expected a database that answers and can be written"
        raise InputError([f"{database.shown_address}: {problem}"]) from error
    click.echo(f"{database.shown_address}: up to date")


@db.command("check", cls=Command)
def db_check() -> None:
    """Exit 1 unless the database answers and is up to date.

    Example: readiness db check
    """
    database = Database(from_environment().database)
    if not database.is_ready():
        problem = "is out of reach or not up to date; expected 'readiness db upgrade' to have run"
        raise InputError([f"{database.shown_address}: {problem}"])
    click.echo(f"{database.shown_address}: up to date")


@main.command(cls=Command)
def doctor() -> None:
    """Tell versions, paths, database and packs, and what is misconfigured.

    Example: readiness doctor
    """
    findings = doctor_checks.examine()
    for finding in findings:
        click.echo(f"{finding.subject}: {finding.state}")
    faults = [f"{f.subject}: {f.state}; {f.remedy}" for f in findings if f.remedy]
    if faults:
        raise InputError(faults)


main.add_command(benchmarks)
