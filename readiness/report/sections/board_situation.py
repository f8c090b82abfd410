"""The middle of the board page: the domains, the survey of 2010, what is known."""

from typing import Final

from reportlab.platypus import Table, TableStyle

from readiness.report.charts import FigureBox, axis
from readiness.report.flowables import BARE, Story, gap, paragraph, side_by_side
from readiness.report.marks import Swatch
from readiness.report.material import Material
from readiness.report.sections.board_density import Density
from readiness.report.styles import columns
from readiness.report.tables import Cell
from readiness.wording import charts, findings, peers

_SURVEY_ROWS: Final = 2
"""Interest and real use; the benchmarks chapter has the rest."""


def situation(material: Material, density: Density) -> Story:
    """The domains beside the survey of 2010 and what is known."""
    left, right = _domains(material, density), _survey(material, density)
    right += [gap(density.gap * 0.6)] if right else []
    right += _knowledge(material)
    return [side_by_side([left, right], [columns(7), columns(5)])]


def _domains(material: Material, density: Density) -> Story:
    chart = charts.domains_chart(material.narrator, material.result)
    story: Story = [paragraph(chart.title, "title"), paragraph(chart.subtitle, "note")]
    if not chart.rows:
        return story
    names, values = 96.0, 46.0
    across = columns(7) - names - values
    story.append(gap(2))
    rows: list[list[Cell]] = []
    look = [*BARE]
    for row in chart.rows:
        rows.append(_domain_row(row, names, across, density))
        look += [
            ("TOPPADDING", (column, len(rows) - 1), (column, len(rows) - 1), 3.2)
            for column in (0, 2)
        ]
        if row.note:
            # Beside the level's name and over the value's column: a longer line, no longer page.
            look += [
                ("SPAN", (1, len(rows)), (2, len(rows))),
                ("TOPPADDING", (0, len(rows)), (-1, len(rows)), -6.4 if density.names else 0),
            ]
            rows.append(["", paragraph(row.note, "micro-caution"), ""])
        look.append(("BOTTOMPADDING", (0, len(rows) - 1), (-1, len(rows) - 1), density.row))
    story.append(Table(rows, colWidths=[names, across, values], style=TableStyle(look)))
    scale = [["", axis(chart.axis, across)]]
    story.append(Table(scale, colWidths=[names, across], style=TableStyle(BARE), hAlign="LEFT"))
    return story


def _domain_row(row: charts.Row, names: float, across: float, density: Density) -> list[Cell]:
    name: Story = [paragraph(row.name, "small-bold")]
    if row.level is not None and density.names:
        name.append(Swatch(row.level, row.value_meta, names))
    plot = FigureBox(row.figure, across)
    return [name, plot, paragraph(row.value, "small-bold-right")]


def _survey(material: Material, density: Density) -> Story:
    chart = peers.survey_chart(material.narrator, material.result)
    if not chart.rows:
        return []
    story: Story = [paragraph(chart.title, "title"), paragraph(chart.subtitle, "note"), gap(3)]
    across, values = columns(5) - 34, 34.0
    rows: list[list[Cell]] = []
    for row in chart.rows[:_SURVEY_ROWS]:
        rows.append([paragraph(material.pair(row.name, row.value_meta), "item"), ""])
        rows.append([FigureBox(row.figure, across), paragraph(row.value, "small-bold-right")])
    look = [*BARE]
    for number in range(0, len(rows), 2):
        look += [
            ("SPAN", (0, number), (1, number)),
            ("BOTTOMPADDING", (0, number + 1), (-1, number + 1), density.row / 2),
            ("TOPPADDING", (1, number + 1), (1, number + 1), 1.6),
        ]
    story.append(Table(rows, colWidths=[across, values], style=TableStyle(look)))
    return [*story, paragraph(_survey_note(material), "note")]


def _survey_note(material: Material) -> str:
    entry = material.result.adoption.survey[0].entry.figure
    values = {"grade": entry.grade, "year": entry.year}
    if entry.sample_n is None:
        return material.text(
            "Survey of %(year)s, grade %(grade)s: its wording is in doubt.", **values
        )
    return material.text(
        "Survey of %(year)s, n = %(n)s; thin line: 95%% margin. Grade %(grade)s: its wording is "
        "in doubt.",
        n=material.language.number(entry.sample_n),
        **values,
    )


def _knowledge(material: Material) -> Story:
    knowledge = material.result.score.knowledge
    if knowledge is None:
        return []
    share = material.language.percent(knowledge)
    return [
        paragraph(material.text("%(share)s of the answers are known", share=share), "title"),
        paragraph(findings.knowledge_sentence(material.narrator, material.result), "small"),
    ]
