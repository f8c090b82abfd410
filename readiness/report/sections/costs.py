"""What level 3 everywhere costs: each line as a range, its price, year and grade."""

from datetime import date
from itertools import groupby
from typing import Final

from reportlab.platypus import Table

from readiness.core.costs import SETUP, When
from readiness.core.questionnaire import Span
from readiness.report.charts import FigureBox, axis
from readiness.report.flowables import Run, Story, gap, of_runs, opened, paragraph, spread
from readiness.report.fonts import SEMIBOLD
from readiness.report.material import Material
from readiness.report.styles import BUTT, COLOURS
from readiness.report.tables import Cell, Command, fill, ruled
from readiness.wording import cost_sheet
from readiness.wording.charts import Chart, Row
from readiness.wording.cost_sheet import CostEntry

_PLOT: Final = 84.0


def costs(material: Material) -> Story:
    """The cost sheet with its chart in the same rows; empty where nothing is left to pay."""
    found = material.result.costs
    if found.first_year.is_zero:
        return []
    chart = cost_sheet.costs_chart(material.narrator, material.result)
    story = opened("costs", material.text("Costs"), chart.title)
    story += [
        paragraph(_first_year(material), "lead"),
        gap(10),
        paragraph(f"{chart.subtitle}.", "note"),
        gap(5),
        _table(material, chart),
        gap(10),
    ]
    said = (*_rates(material), *material.narrator.texts.cost_notes)
    notes = [paragraph(note, "note") for note in said]
    return [*story, *spread(notes, 3)]


def _first_year(material: Material) -> str:
    first = material.result.costs.first_year
    return material.text(
        "First year: typically %(typical)s, between %(low)s and %(high)s, to bring every answer "
        "to level 3; the time of your own people is included.",
        typical=material.amount(first.typical),
        low=material.amount(first.low),
        high=material.amount(first.high),
    )


def _rates(material: Material) -> list[str]:
    """The day rate, and the exchange rate where a price was converted."""
    costs, lang = material.result.costs, material.language
    day = material.text(
        "One internal day: %(low)s, typically %(typical)s, up to %(high)s.",
        low=material.amount(costs.day.low),
        typical=material.amount(costs.day.typical),
        high=material.amount(costs.day.high),
    )
    converted = [c for c in costs.lines if c.currency != costs.currency and not c.own_price]
    if not converted:
        return [day]
    rate = material.text(
        "One dollar is taken as %(rate)s %(currency)s (%(date)s).",
        rate=lang.span(costs.rate.value),
        currency=costs.currency,
        date=lang.date(date.fromisoformat(costs.rate.as_of)),
    )
    return [day, rate]


# ------------------------------------------------------------------------------------------ table


def _table(material: Material, chart: Chart) -> Table:
    text = material.text
    entries = cost_sheet.cost_entries(material.narrator, material.result.costs.lines)
    rows: list[list[Cell]] = [
        [
            paragraph(text("Cost line"), "note"),
            paragraph(text("Paid"), "note"),
            axis(chart.axis, _PLOT),
            paragraph(text("Low"), "note-right"),
            paragraph(text("Typical"), "note-right"),
            paragraph(text("High"), "note-right"),
            paragraph(text("Year, grade"), "note"),
        ]
    ]
    looks: list[Command] = [("TOPPADDING", (2, 1), (2, -1), 1.2)]
    told: set[str] = set()
    plotted = zip(entries, chart.rows, strict=True)
    for kind, group in groupby(plotted, key=lambda pair: pair[0].line.kind):
        looks += [
            ("SPAN", (0, len(rows)), (-1, len(rows))),
            ("TOPPADDING", (0, len(rows)), (-1, len(rows)), 6),
            ("NOSPLIT", (0, len(rows)), (0, len(rows) + 1)),
        ]
        name = material.narrator.texts.cost_kinds[kind]
        rows.append([paragraph(name, "small-bold"), *[""] * 6])
        for entry, row in group:
            about = "" if entry.about in told else entry.about
            told.add(entry.about)
            rows.append(_entry(material, entry, about, row))
    looks += _total_look(len(rows))
    rows += _totals(material)
    widths = fill([0, 36, _PLOT + 10, 40, 42, 44, 52])
    return ruled(rows, widths, pad=2.2, extra=looks)


def _entry(material: Material, entry: CostEntry, about: str, row: Row) -> list[Cell]:
    said = " · ".join(word for word in (_origin(material, entry), about) if word)
    name: Story = [paragraph(entry.name, "item")]
    return [
        [*name, paragraph(said, "micro-muted")] if said else name,
        paragraph(cost_sheet.when(material.narrator, entry.when), "item"),
        FigureBox(row.figure, _PLOT),
        *_amounts(material, entry.amount),
        paragraph(row.meta, "item"),
    ]


def _origin(material: Material, entry: CostEntry) -> str:
    """Where a line comes from: its question, and quantity times unit price."""
    lang, line = material.language, entry.line
    quantity = lang.span(line.quantity)
    if line.item == SETUP:
        if entry.when is When.YEARLY:
            return ""
        day = material.amount(material.result.costs.day.typical)
        return material.text("%(days)s days at %(amount)s", days=quantity, amount=day)
    own = material.result.sheet.prices.get(line.item)
    if own is not None:
        unit = material.amount(own.typical)
    else:
        unit = lang.money(line.price.amount.typical, line.currency)
    return material.pair(line.question or "", f"{quantity} × {unit}")


def _amounts(material: Material, span: Span, look: str = "item") -> list[Cell]:
    lang = material.language
    return [
        paragraph(lang.number(span.low), f"{look}-right"),
        paragraph(lang.number(span.typical), "item-bold-right"),
        paragraph(lang.number(span.high), f"{look}-right"),
    ]


def _totals(material: Material) -> list[list[Cell]]:
    text, found = material.text, material.result.costs
    totals = (
        (text("All that is paid once"), found.once),
        (text("All that is paid every year"), found.yearly),
        (text("First year"), found.first_year),
    )
    return [
        [
            of_runs([Run(name, bold=True)], "item"),
            "",
            "",
            *_amounts(material, span, "item-bold"),
            "",
        ]
        for name, span in totals
    ]


def _total_look(first: int) -> list[Command]:
    return [
        ("LINEABOVE", (0, first), (-1, first), 0.8, COLOURS["ink"], BUTT),
        ("TOPPADDING", (0, first), (-1, first), 4),
        ("FONT", (0, first), (-1, -1), SEMIBOLD, 7.5),
        ("NOSPLIT", (0, first), (0, first + 2)),
    ]
