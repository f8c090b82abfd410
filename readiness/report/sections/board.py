"""The board page: one page, whatever the name, the language or the result."""

from dataclasses import dataclass, replace
from fractions import Fraction
from typing import Final

from reportlab.platypus import Table, TableStyle

from readiness.core.charts import axis_top, cost_range
from readiness.core.questionnaire import Span
from readiness.core.scoring import Level
from readiness.report.charts import FigureBox, axis
from readiness.report.document import BOARD_ROOM
from readiness.report.flowables import (
    BARE,
    Chapter,
    Flex,
    Rule,
    Run,
    Story,
    gap,
    height_of,
    of_runs,
    paragraph,
    side_by_side,
    spread,
)
from readiness.report.fonts import width
from readiness.report.marks import Legend, Swatch
from readiness.report.material import Material, capitalised
from readiness.report.sections.caps import cap_boxes
from readiness.report.styles import COLOURS, WIDTH, columns, sized, style
from readiness.report.tables import Cell, fill, ruled
from readiness.wording import charts, findings, peers
from readiness.wording.language import DASH

_NAME_SIZES: Final = ((21, 26, 1), (18, 23, 2), (14, 18, 2), (11.5, 15, 3), (9.5, 12.5, 4))
_LONGEST_NAME: Final = 420
"""Characters that always fit four lines at the smallest size; the answers print all of it."""
_BREATH: Final = 9.0
_CLEAR: Final = 12.0
_SURVEY_ROWS: Final = 2


@dataclass(frozen=True, slots=True)
class Density:
    """How close the board page is set: gaps, row padding and lead size in points."""

    gap: float
    pad: float
    row: float
    lead: float
    limits: int
    legend: bool = True
    names: bool = True


DENSITIES: Final = (
    Density(14, 3.6, 6, 10, 2),
    Density(11, 2.8, 4, 9.5, 2),
    Density(8, 2.0, 3, 9, 2),
    Density(5, 1.4, 2, 8.5, 2),
    Density(4, 1.0, 1, 8, 1),
    Density(3, 0.6, 0, 7.5, 1, names=False),
    Density(2, 0.3, 0, 7, 0, legend=False, names=False),
)


def board(material: Material) -> Story:
    """The story of the first page, in the first density that fits on it."""
    story: Story = []
    room = 0.0
    actions = findings.first_actions(material.result)
    for density in DENSITIES:
        story = _page(material, density, actions)
        room = BOARD_ROOM - height_of(story, WIDTH)
        if room >= 0:
            break
    gaps = [block for block in story if isinstance(block, Flex)]
    for block in gaps:
        block.height += min(max(room - _CLEAR, 0) / len(gaps), _BREATH)
    return story


def _page(material: Material, density: Density, actions: tuple[findings.Action, ...]) -> Story:
    parts = [
        _hero(material, density),
        _scale(material, density),
        _situation(material, density),
        _actions(material, density, actions),
        _costs(material, density),
    ]
    story = _masthead(material, density)
    for part in parts:
        story += [Flex(1, density.gap), *part] if part else []
    return story


# -------------------------------------------------------------------------------------- masthead


def _masthead(material: Material, density: Density) -> Story:
    kicker = material.text("Social media readiness · summary for the board")
    return [
        Chapter("board", kicker),
        paragraph(kicker, "kicker"),
        gap(3),
        _name(material.organisation),
        gap(2),
        paragraph(_facts(material), "note"),
        gap(density.gap * 0.6),
        Rule(thickness=1.2),
    ]


def _name(name: str) -> Cell:
    if len(name) > _LONGEST_NAME:
        name = name[:_LONGEST_NAME].rstrip() + "…"
    for size, leading, lines in _NAME_SIZES:
        found = paragraph(name, sized("h1", size, leading))
        if found.wrap(WIDTH, 10_000)[1] <= leading * lines + 0.1:
            return found
    # Very wide letters: keep what fits four lines at the smallest size.
    size, leading, lines = _NAME_SIZES[-1]
    while found.wrap(WIDTH, 10_000)[1] > leading * lines + 0.1:
        name = name[: len(name) * 9 // 10].rstrip("… ") + "…"
        found = paragraph(name, sized("h1", size, leading))
    return found


def _facts(material: Material) -> str:
    sheet, narrator = material.result.sheet, material.narrator
    organisation = sheet.organisation
    size = narrator.texts.sizes[organisation.size]
    if organisation.headcount is not None:
        size = material.language.plural(
            "%(count)s person",
            "%(count)s people",
            organisation.headcount,
            count=material.language.number(organisation.headcount),
        )
    parts = [
        material.language.country(organisation.country),
        f"{narrator.texts.sectors[organisation.sector]} ({organisation.sector})",
        size,
        material.text("assessed on %(date)s", date=material.language.date(sheet.date)),
    ]
    return " · ".join(parts)


# ------------------------------------------------------------------------------------ level, scale


def _hero(material: Material, density: Density) -> Story:
    narrator, result = material.narrator, material.result
    word = capitalised(findings.verdict(narrator, result))
    size = next(
        (s for s in (36.0, 31.0, 27.0, 23.0, 19.0) if width(word, s, bold=True) < columns(5)), 16.0
    )
    size = min(size, density.lead * 3.6)
    left: Story = [
        paragraph(material.text("Level"), "note"),
        paragraph(word, sized("display", size, size * 1.16)),
    ]
    if result.score.capped is not None:
        points = material.language.points_range(result.score.capped)
        said = material.text("%(range)s points of 100", range=points)
        left += [gap(2), paragraph(said, "h2"), gap(3), _weakest(material)]
    look = sized("lead", density.lead, density.lead * 1.42)
    said_of_range = " ".join(findings.range_sentences(narrator, result))
    right = [
        paragraph(findings.level_sentence(narrator, result), look),
        paragraph(said_of_range, look),
        _quadrant(material, look),
    ]
    return [side_by_side([left, spread(right, 4)], [columns(5), columns(7)])]


def _weakest(material: Material) -> Cell:
    score = material.result.score
    scored = next(d for d in score.domains if d.id == score.weakest_domain)
    name = material.narrator.domain(scored.id)
    points = "" if scored.capped is None else material.language.points_range(scored.capped)
    label = material.text("Weakest domain:")
    return of_runs([Run(f"{label} ", colour="ink-3"), Run(f"{name}, {points}", bold=True)], "small")


def _quadrant(material: Material, look: object) -> Cell:
    narrator, result = material.narrator, material.result
    said = findings.quadrant_sentence(narrator, result)
    quadrant = result.adoption.quadrant
    runs = [Run(said)]
    if quadrant is not None:
        runs = [Run(f"{narrator.quadrant(quadrant)}. ", bold=True), Run(said)]
    return of_runs(runs, look)  # type: ignore[arg-type]


def _scale(material: Material, density: Density) -> Story:
    chart = charts.overall_chart(material.narrator, material.result)
    if chart is None:
        return []
    story: Story = [FigureBox(row.figure, WIDTH) for row in chart.rows]
    if density.legend:
        # One legend serves the domains as well: the same marks, the target besides.
        domains = charts.domains_chart(material.narrator, material.result).legend
        story += [gap(3), Legend(domains, WIDTH)]
    limits = findings.limits(material.narrator, material.result)
    if limits and density.limits:
        story += [gap(density.gap * 0.6), cap_boxes(limits[: density.limits], "small")]
        if len(limits) > density.limits:
            more = material.language.plural(
                "%(num)s more gate caps a domain; see the domain's page.",
                "%(num)s more gates cap a domain; see the domains' pages.",
                len(limits) - density.limits,
            )
            story += [gap(2), paragraph(more, "note")]
    return story


# ------------------------------------------------------------------------ domains, survey, knowledge


def _situation(material: Material, density: Density) -> Story:
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


# ---------------------------------------------------------------------------------- actions, costs


def _actions(material: Material, density: Density, actions: tuple[findings.Action, ...]) -> Story:
    if not actions:
        return [paragraph(material.text("No action: every answer reaches the target"), "title")]
    return [
        paragraph(_actions_title(material, actions), "title"),
        gap(3),
        _action_table(material, actions, density),
    ]


def _actions_title(material: Material, actions: tuple[findings.Action, ...]) -> str:
    lang, score = material.language, material.result.score
    days = sum((a.recommendation.effort.once.typical for a in actions), Fraction(0))
    start, end = score.capped, actions[-1].becomes
    return lang.plural(
        "%(num)s action, about %(days)s days of work: from %(start)s to %(end)s points",
        "%(num)s actions, about %(days)s days of work: from %(start)s to %(end)s points",
        len(actions),
        days=lang.number(days),
        start="" if start is None else lang.points(start.low),
        end="" if end is None else lang.points(end),
    )


def _action_table(
    material: Material, actions: tuple[findings.Action, ...], density: Density
) -> Table:
    text = material.text
    heads = [
        ("", "note"),
        (text("Action"), "note"),
        (text("Gain"), "note-right"),
        (text("Then low"), "note-right"),
        (text("Days"), "note-right"),
        (text("Staff time"), "note-right"),
        (text("Owner"), "note"),
    ]
    rows: list[list[Cell]] = [[paragraph(words, look) for words, look in heads]]
    rows += [_action_row(material, action) for action in actions]
    widths = fill([16, 0, 30, 42, 36, 56, 92])
    extra = [("RIGHTPADDING", (5, 0), (5, -1), 14)]
    return ruled(rows, widths, pad=density.pad, extra=extra)


def _action_row(material: Material, action: findings.Action) -> list[Cell]:
    lang, narrator, step = material.language, material.narrator, action.recommendation
    lifts = findings.lifts(narrator, step)
    about = [Run(f"{step.question} · {findings.from_to(narrator, step)}")]
    if lifts:
        about.append(Run(f" · {lifts}", bold=True, colour="caution-ink"))
    typical = material.result.costs.of_staff_time(step.effort).typical
    becomes = "" if action.becomes is None else lang.points(action.becomes)
    title = paragraph(narrator.question(step.question).action, "small-bold")
    return [
        paragraph(str(step.rank), "small-bold"),
        [title, of_runs(about, "micro-muted")],
        paragraph(lang.gain(step.gain), "small-bold-right"),
        paragraph(becomes, "small-right"),
        paragraph(lang.span(step.effort.once), "small-right"),
        paragraph(material.amount(typical), "small-right"),
        paragraph(narrator.owner(step.owner), "small"),
    ]


def _costs(material: Material, density: Density) -> Story:
    costs = material.result.costs
    title = paragraph(findings.costs_title(material.narrator, material.result), "title")
    if costs.first_year.is_zero:
        return [title]
    most = axis_top(max(costs.once.high, costs.yearly.high))
    names, values = 52.0, 96.0
    across = columns(7) - names - values - 8
    rows = [
        _cost_row(material, label, span, most, across)
        for label, span in (
            (material.text("Once"), costs.once),
            (material.text("A year"), costs.yearly),
        )
    ]
    look = [*BARE, ("BOTTOMPADDING", (0, 0), (-1, -1), density.row / 3)]
    table = Table(rows, colWidths=[names, across, values + 8], style=TableStyle(look))
    return [
        title,
        gap(2),
        side_by_side([[table], _cost_words(material)], [columns(7), columns(5)]),
    ]


def _cost_row(
    material: Material, label: str, span: Span, most: Fraction, across: float
) -> list[Cell]:
    return [
        paragraph(label, "small"),
        FigureBox(cost_range(span, most), across),
        paragraph(material.amounts(span), "small-right"),
    ]


def _cost_words(material: Material) -> Story:
    costs, narrator = material.result.costs, material.narrator
    line = max(costs.lines, key=lambda entry: (entry.once + entry.yearly).typical)
    total = (line.once + line.yearly).typical
    return [
        paragraph(
            material.text("Everything, these actions included. Line: low to high; dot: typical."),
            "note",
        ),
        paragraph(
            material.text(
                "Largest line: %(item)s, %(amount)s in the first year.",
                item=narrator.texts.cost_items[line.item],
                amount=material.amount(total),
            ),
            "small",
        ),
    ]
