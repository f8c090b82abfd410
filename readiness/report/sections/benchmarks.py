"""Published figures beside the organisation's answers: the survey of 2010, then the rest."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import groupby

from reportlab.platypus import CondPageBreak, Table

from readiness.report.charts import FigureBox, axis
from readiness.report.citations import references
from readiness.report.flowables import Run, Story, balanced, gap, of_runs, opened, paragraph
from readiness.report.material import Material, capitalised
from readiness.report.styles import columns
from readiness.report.tables import Cell, Command, data_table, fill, ruled
from readiness.wording import peers
from readiness.wording.charts import Chart, Row

_PLOT = 150.0
_SURVEY_PLOT = 118.0
_CELL = 3
"""The column of the data that names the cell used; how far it is from the own one follows."""
_NUMERIC = frozenset({1, 2, 4, 7, 10})
_KEPT = (0, 1, 2, 3, 4, 5, 6, 7, 8, 10)


def benchmarks(material: Material) -> Story:
    """Both comparisons with their doubts and data; empty where no figure was found."""
    survey = peers.survey_chart(material.narrator, material.result)
    chart = peers.benchmarks_chart(material.narrator, material.result)
    if not survey.rows and not chart.rows:
        return []
    title = chart.title if chart.rows else survey.title
    story = opened("benchmarks", material.text("Benchmarks"), title)
    if survey.rows:
        story += _survey(material, survey)
    if chart.rows:
        story += _peers(material, chart)
    return story


# ----------------------------------------------------------------------------- the survey of 2010


def _survey(material: Material, chart: Chart) -> Story:
    heads: list[Cell] = [
        paragraph(material.text("The survey of 2010"), "note"),
        axis(chart.axis, _SURVEY_PLOT),
        "",
        paragraph(material.text("You"), "note"),
        paragraph(material.text("Newest official figure"), "note"),
    ]
    rows: list[list[Cell]] = [heads, *(_survey_row(row) for row in chart.rows)]
    table = ruled(
        rows,
        fill([150, _SURVEY_PLOT + 8, 34, 56, 0]),
        pad=2.4,
        extra=[("TOPPADDING", (1, 1), (1, -1), 0)],
    )
    story: Story = [
        paragraph(chart.title, "h2"),
        paragraph(f"{chart.subtitle}. {_survey_margins(material)}", "note"),
        gap(6),
        table,
        gap(10),
    ]
    story += _doubts(material)
    if chart.table is not None:
        story += [*data_table(chart.table, fill([0, 50, 72, 40, 40, 40, 90])), gap(16)]
    return story


def _survey_margins(material: Material) -> str:
    return material.text("The thin line is the 95%% margin, drawn where the sample is known.")


def _survey_row(row: Row) -> list[Cell]:
    name: Story = [paragraph(row.name, "item-bold")]
    if row.meta:
        name.append(paragraph(row.meta, "micro-muted"))
    return [
        name,
        FigureBox(row.figure, _SURVEY_PLOT),
        paragraph(row.value, "item-bold-right"),
        paragraph(row.value_meta, "item-bold"),
        paragraph(row.note, "micro"),
    ]


def _doubts(material: Material) -> Story:
    """The documented doubts about the survey's wording, each said once."""
    positions = material.result.adoption.survey
    codes = dict.fromkeys(code for p in positions for code in p.entry.doubts)
    if not codes:
        return []
    grades = sorted({position.entry.figure.grade for position in positions})
    head = material.text(
        "Read with caution (grade %(grade)s)", grade=material.language.listed(grades)
    )
    words = material.narrator.benchmarks.doubts
    blocks: list[Story] = [[paragraph(words[code], "small"), gap(4)] for code in codes]
    return [
        CondPageBreak(80),
        paragraph(head, "h3"),
        gap(3),
        balanced(blocks, [columns(6)] * 2),
        gap(10),
    ]


# ------------------------------------------------------------------------------ all other figures


def _peers(material: Material, chart: Chart) -> Story:
    story: Story = [
        CondPageBreak(150),
        paragraph(material.text("Published figures beside your answers"), "h2"),
        paragraph(chart.subtitle, "note"),
        gap(6),
        _plot(material, chart),
        gap(8),
    ]
    if chart.source:
        story += [paragraph(chart.source, "body"), gap(3)]
    said = material.text(
        "A published figure is a share of organisations, never a score. Where its margin contains "
        "50%%, the majority cannot be told."
    )
    return [*story, paragraph(said, "small"), gap(12), *_data(material, chart)]


def _plot(material: Material, chart: Chart) -> Table:
    rows: list[list[Cell]] = [
        [
            paragraph(material.text("Practice"), "note"),
            axis(chart.axis, _PLOT),
            "",
            paragraph(material.text("You"), "note"),
        ]
    ]
    looks: list[Command] = []
    for _, group in groupby(chart.rows, key=lambda row: row.group):
        found = list(group)
        looks += _group_look(len(rows))
        rows.append([_group_head(found), "", "", ""])
        rows += [_peer_row(row) for row in found]
    return ruled(rows, fill([0, _PLOT + 8, 36, 66]), pad=2.0, extra=looks)


def _group_look(row: int) -> list[Command]:
    return [
        ("SPAN", (0, row), (-1, row)),
        ("TOPPADDING", (0, row), (-1, row), 6),
        ("NOSPLIT", (0, row), (0, row + 1)),
    ]


def _group_head(rows: Sequence[Row]) -> Cell:
    return of_runs(
        [
            Run(capitalised(rows[0].note), bold=True),
            Run(f"\u00a0 {len(rows)}", colour="ink-3"),
        ],
        "small",
    )


def _peer_row(row: Row) -> list[Cell]:
    return [
        [paragraph(row.name, "item"), paragraph(row.meta, "micro-muted")],
        FigureBox(row.figure, _PLOT),
        paragraph(row.value, "item-bold-right"),
        paragraph(row.value_meta, "item"),
    ]


def _data(material: Material, chart: Chart) -> Story:
    """The plot's data; long titles of sources give way to their numbers in the last chapter."""
    table = chart.table
    if table is None:
        return []
    numbers = {(r.title, r.address, r.grade): r.number for r in references(material)}
    # The table's rows stand in the order of the figures that made them.
    figures = [position.figure for position in peers.by_verdict(material.result.positions)]
    cited = [numbers[f.source_title, f.source_url, f.grade] for f in figures]
    rows = tuple(
        (*row[:_CELL], _cell(row), *row[_CELL + 2 : -1], f"[{number}]")
        for row, number in zip(table.rows, cited, strict=True)
    )
    head = (*table.head[: _CELL + 1], *table.head[_CELL + 2 :])
    merged = replace(table, head=head, rows=rows, numeric=_NUMERIC)
    # The verdict is the group in the plot above.
    return data_table(merged, fill([0, 44, 56, 118, 30, 34, 42, 34, 40, 32]), keep=_KEPT)


def _cell(row: Sequence[str]) -> str:
    """The cell used and how far it is from the organisation's own, which stays in one piece."""
    distance = row[_CELL + 1].replace(" ", "\u00a0")
    return f"{row[_CELL]} ({distance})"
