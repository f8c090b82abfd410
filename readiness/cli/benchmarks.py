"""The benchmark packs on the command line: what is there, and what would be chosen."""

import click

from readiness.cli.faults import Command, InputError
from readiness.core.answers import NACE_SECTIONS, Organisation, Size
from readiness.core.benchmarks import Cell, Figure, Indicator, choose, margin_of
from readiness.services.assessing import benchmarks as load
from readiness.services.assessing import narrator
from readiness.wording import findings
from readiness.wording.countries import COUNTRIES
from readiness.wording.language import LANGUAGES, SOURCE_LANGUAGE
from readiness.wording.narrator import Narrator

LANG = click.Choice(list(LANGUAGES))


@click.group()
def benchmarks() -> None:
    """Benchmark packs: list the indicators, show which figure would be chosen.

    Example: readiness benchmarks list
    """


@benchmarks.command("list", cls=Command)
@click.option("--lang", type=LANG, default=SOURCE_LANGUAGE, show_default=True)
def list_indicators(lang: str) -> None:
    """Print every indicator that is compared with an answer, and every pack.

    Example: readiness benchmarks list
    """
    found, words = load(), narrator(lang)
    for indicator in found.indicators:
        rule = indicator.rule
        with_ = rule.question or f"profile.{rule.profile}"
        closeness = words.closeness(indicator.closeness)
        click.echo(f"{indicator.id}  {words.benchmarks.names[indicator.id]}  {with_}  {closeness}")
    click.echo("")
    for pack in found.doubts:
        count = sum(1 for figure in found.figures if figure.pack == pack)
        click.echo(f"{pack}  {words.benchmarks.packs[pack]}  {count}")


@benchmarks.command("show", cls=Command)
@click.argument("indicator_id", metavar="INDICATOR")
@click.option("--country", default="", help="ISO 3166-1 alpha-2, such as FR.")
@click.option("--sector", default="", help="NACE Rev. 2 section, such as J.")
@click.option(
    "--size", type=click.Choice([size.value for size in Size]), default="50-249", show_default=True
)
@click.option("--lang", type=LANG, default=SOURCE_LANGUAGE, show_default=True)
def show(*, indicator_id: str, country: str, sector: str, size: str, lang: str) -> None:
    """Print an indicator and the figure that would be chosen for an organisation.

    Example: readiness benchmarks show social_networks --country FR --sector J --size 50-249
    """
    found, words = load(), narrator(lang)
    indicator = next((i for i in found.indicators if i.id == indicator_id), None)
    if indicator is None:
        expected = "expected one that 'readiness benchmarks list' prints"
        raise InputError([f"{indicator_id}: is not an indicator; {expected}"])
    _check(country, sector)
    click.echo(words.benchmarks.names[indicator.id])
    click.echo(words.benchmarks.mappings[indicator.id])
    chosen = choose(found, indicator, Organisation("", country, sector, Size(size)))
    if chosen is None:
        click.echo(words.language.text("No figure for this organisation."))
        return
    for line in _figure_lines(words, indicator, *chosen):
        click.echo(line)


def _check(country: str, sector: str) -> None:
    faults = []
    if country and country not in COUNTRIES:
        faults.append(f"--country: is {country!r}; expected ISO 3166-1 alpha-2 like FR")
    if sector and sector not in NACE_SECTIONS:
        faults.append(f"--sector: is {sector!r}; expected a NACE section, one letter from A to U")
    if faults:
        raise InputError(faults)


def _figure_lines(
    words: Narrator, indicator: Indicator, figure: Figure, cell: Cell
) -> tuple[str, ...]:
    lang = words.language
    return (
        f"{lang.share(figure.value)}  {words.benchmarks.units[figure.unit]}, {figure.year}",
        lang.text("Margin: %(margin)s", margin=findings.margin(words, margin_of(figure))),
        lang.text("Cell: %(cell)s (step %(step)s of 13)", cell=words.cell(cell), step=cell.step),
        lang.text("Population: %(population)s", population=words.population(figure)),
        lang.text(
            "Grade %(grade)s: %(meaning)s",
            grade=figure.grade,
            meaning=words.benchmarks.grades[figure.grade],
        ),
        lang.text("Closeness: %(closeness)s", closeness=words.closeness(indicator.closeness)),
        f"{figure.source_title}",
        f"{figure.source_url}",
        figure.note,
    )
