"""Published shares beside yours: which cell, how near, how sure, and where each was read."""

from collections.abc import Iterator
from dataclasses import dataclass

from readiness.core.benchmarks import Benchmarks, Cell, Position
from readiness.core.result import Result
from readiness.wording import findings
from readiness.wording import peers as wording
from readiness.wording.ages import OLD_AFTER_YEARS, is_old
from readiness.wording.charts import Row, Table
from readiness.wording.narrator import Narrator

_KINDS_OF_CELL = 4
_LAST_STEP = 13


@dataclass(frozen=True, slots=True)
class Peer:
    """One published share: its row in the chart, and what stands behind it."""

    row: Row
    margin: str
    source: str
    source_title: str
    url: str
    cell: str
    quality: str
    old: bool
    yours: str
    verdict: str
    compared: str
    distance: str
    population: str
    doubts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PeersView:
    """The section on peers."""

    title: str
    subtitle: str
    legend: tuple[tuple[str, str], ...]
    axis: tuple[str, ...]
    peers: tuple[Peer, ...]
    notes: tuple[str, ...]
    grades: tuple[tuple[str, str], ...]
    table: Table | None


def peers(narrator: Narrator, result: Result, benchmarks: Benchmarks) -> PeersView:
    """Every indicator that has a figure, in the order of the chart."""
    chart = wording.benchmarks_chart(narrator, result)
    rows = zip(wording.by_verdict(result.positions), chart.rows, strict=True)
    grades = sorted({position.figure.grade for position in result.positions})
    return PeersView(
        title=chart.title,
        subtitle=chart.subtitle,
        legend=_legend(narrator),
        axis=chart.axis,
        peers=tuple(_peer(narrator, result, benchmarks, *pair) for pair in rows),
        notes=tuple(_notes(narrator, result, chart.source)),
        grades=tuple((grade, narrator.benchmarks.grades[grade]) for grade in grades),
        table=chart.table,
    )


def _legend(narrator: Narrator) -> tuple[tuple[str, str], ...]:
    text = narrator.language.text
    return (
        ("dot", text("Published share")),
        ("ring", text("Published share, your answer not known")),
        ("margin", text("95%% margin, where the sample is known")),
        ("side", text("Your side")),
        ("half", text("Half")),
    )


def _peer(
    narrator: Narrator, result: Result, benchmarks: Benchmarks, position: Position, row: Row
) -> Peer:
    lang, figure = narrator.language, position.figure
    doubts = benchmarks.doubts[figure.pack]
    return Peer(
        row=row,
        margin=lang.text("margin %(margin)s", margin=findings.margin(narrator, position.margin)),
        source=narrator.source(figure),
        source_title=figure.source_title,
        url=figure.source_url,
        cell=narrator.cell(position.cell),
        quality=lang.text(
            "grade %(grade)s, %(closeness)s",
            grade=figure.grade,
            closeness=narrator.closeness(position.indicator.closeness),
        ),
        old=is_old(result, figure.year),
        yours=row.value_meta,
        verdict=row.note,
        compared=narrator.benchmarks.mappings[position.indicator.id],
        distance=distance(narrator, position.cell),
        population=narrator.population(figure),
        doubts=tuple(narrator.benchmarks.doubts[doubt] for doubt in doubts),
    )


def distance(narrator: Narrator, cell: Cell) -> str:
    """How far the cell of a figure is from the organisation's own, in words."""
    text = narrator.language.text
    if cell.step == _LAST_STEP:
        return text("no country of its own (step 13 of 13)")
    area, kind = divmod(cell.step - 1, _KINDS_OF_CELL)
    where = (text("your country"), text("EU27, not your country"), text("EU28, not your country"))
    what = (
        text("your sector and size"),
        text("your sector, all sizes"),
        text("your size, all sectors"),
        text("all sectors and sizes"),
    )
    return text(
        "%(where)s; %(what)s (step %(step)s of 13)",
        where=where[area],
        what=what[kind],
        step=cell.step,
    )


def _notes(narrator: Narrator, result: Result, practices: str) -> Iterator[str]:
    if practices:
        yield practices
    old = sum(1 for position in result.positions if is_old(result, position.figure.year))
    if old:
        yield narrator.language.plural(
            "%(num)s figure is more than %(years)s years older than this assessment and marked "
            "as old: it shows what was usual then.",
            "%(num)s figures are more than %(years)s years older than this assessment and marked "
            "as old: they show what was usual then.",
            old,
            years=OLD_AFTER_YEARS,
        )
