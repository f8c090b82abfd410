"""What it costs: every line as a range with its year, its grade and where its price comes from."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from readiness.core.charts import Drawing
from readiness.core.costs import CostLine, Costs
from readiness.core.questionnaire import Span
from readiness.core.result import Result
from readiness.wording import cost_sheet, findings
from readiness.wording.charts import Row
from readiness.wording.cost_sheet import CostEntry
from readiness.wording.narrator import Narrator


@dataclass(frozen=True, slots=True)
class CostRow:
    """One amount, paid once or every year."""

    name: str
    when: str
    figure: Drawing
    message: str
    low: str
    typical: str
    high: str
    basis: str


@dataclass(frozen=True, slots=True)
class CostGroup:
    """The amounts of one kind: training, recruitment, ..."""

    name: str
    rows: tuple[CostRow, ...]


@dataclass(frozen=True, slots=True)
class Sum:
    """A sum of amounts: low, typical and high."""

    name: str
    low: str
    typical: str
    high: str


@dataclass(frozen=True, slots=True)
class PriceSource:
    """Where the price of a line comes from, and what the line covers."""

    name: str
    about: str
    title: str
    url: str
    basis: str
    own: bool


@dataclass(frozen=True, slots=True)
class Headline:
    """A figure of the head of the section."""

    label: str
    value: str
    about: str


@dataclass(frozen=True, slots=True)
class CostsView:
    """The section on costs."""

    title: str
    headlines: tuple[Headline, ...]
    caption: str
    axis: tuple[str, ...]
    groups: tuple[CostGroup, ...]
    sums: tuple[Sum, ...]
    sources: tuple[PriceSource, ...]
    notes: tuple[str, ...]


def costs(narrator: Narrator, result: Result) -> CostsView:
    """Every cost line with its sums and sources."""
    chart = cost_sheet.costs_chart(narrator, result)
    entries = cost_sheet.cost_entries(narrator, result.costs.lines)
    lines = list(zip(entries, chart.rows, strict=True))
    return CostsView(
        title=findings.costs_title(narrator, result),
        headlines=_headlines(narrator, result.costs, entries) if entries else (),
        caption=_caption(narrator, result),
        axis=chart.axis,
        groups=tuple(
            CostGroup(
                narrator.texts.cost_kinds[kind],
                tuple(_row(narrator, entry, row) for entry, row in members),
            )
            for kind, members in groupby(lines, key=lambda pair: pair[1].group)
        ),
        sums=_sums(narrator, result.costs) if entries else (),
        sources=_sources(narrator, result, entries),
        notes=narrator.texts.cost_notes,
    )


def _headlines(
    narrator: Narrator, found: Costs, entries: Sequence[CostEntry]
) -> tuple[Headline, ...]:
    lang = narrator.language
    largest = max(entries, key=lambda entry: entry.amount.typical)
    return (
        _headline(narrator, lang.text("First year, typical"), found.first_year, found.currency),
        _headline(narrator, lang.text("Each year after that"), found.yearly, found.currency),
        Headline(
            lang.text("Largest line"),
            lang.money(largest.amount.typical, found.currency),
            f"{largest.name}, {cost_sheet.when(narrator, largest.when)}",
        ),
    )


def _headline(narrator: Narrator, label: str, amount: Span, currency: str) -> Headline:
    lang = narrator.language
    about = lang.text(
        "%(low)s to %(high)s",
        low=lang.money(amount.low, currency),
        high=lang.money(amount.high, currency),
    )
    return Headline(label, lang.money(amount.typical, currency), about)


def _caption(narrator: Narrator, result: Result) -> str:
    lang, found = narrator.language, result.costs
    said = [
        lang.text(
            "%(currency)s, tax excluded. An internal day costs %(low)s, %(typical)s or %(high)s.",
            currency=found.currency,
            low=lang.number(found.day.low),
            typical=lang.number(found.day.typical),
            high=lang.number(found.day.high),
        )
    ]
    if any(_is_converted(found, line) for line in found.lines):
        said.append(
            lang.text(
                "One dollar counts as %(rate)s %(currency)s, the rate assumed on %(date)s.",
                rate=lang.span(found.rate.value),
                currency=found.currency,
                date=lang.date(date.fromisoformat(found.rate.as_of)),
            )
        )
    return " ".join(said)


def _is_converted(found: Costs, line: CostLine) -> bool:
    return line.currency != found.currency and not line.own_price


def _row(narrator: Narrator, entry: CostEntry, row: Row) -> CostRow:
    lang = narrator.language
    return CostRow(
        name=entry.name,
        when=row.value_meta,
        figure=row.figure,
        message=row.message,
        low=lang.number(entry.amount.low),
        typical=row.value,
        high=lang.number(entry.amount.high),
        basis=row.meta,
    )


def _sums(narrator: Narrator, found: Costs) -> tuple[Sum, ...]:
    text = narrator.language.text
    return (
        _sum(narrator, text("Once"), found.once),
        _sum(narrator, text("Each year"), found.yearly),
        _sum(narrator, text("First year"), found.first_year),
    )


def _sum(narrator: Narrator, name: str, amount: Span) -> Sum:
    number = narrator.language.number
    return Sum(name, number(amount.low), number(amount.typical), number(amount.high))


def _sources(
    narrator: Narrator, result: Result, entries: Sequence[CostEntry]
) -> tuple[PriceSource, ...]:
    """One entry for each name: the days of five domains have one price and one source."""
    by_name = {entry.name: entry for entry in entries}
    return tuple(
        PriceSource(
            name=name,
            about=entry.about,
            title=entry.line.price.source_title,
            url=entry.line.price.source_url,
            basis=cost_sheet.basis(narrator, result, entry.line),
            own=entry.line.own_price,
        )
        for name, entry in by_name.items()
    )
