"""The board page: one page, whatever the name, the language or the result."""

from typing import Final

from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import KeepInFrame, Paragraph

from readiness.report.charts import FigureBox
from readiness.report.document import BOARD_ROOM
from readiness.report.flowables import (
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
from readiness.report.marks import Legend
from readiness.report.material import Material, capitalised
from readiness.report.sections.board_decisions import decisions, money
from readiness.report.sections.board_density import DENSITIES, Density
from readiness.report.sections.board_situation import situation
from readiness.report.sections.caps import cap_boxes
from readiness.report.styles import WIDTH, columns, sized
from readiness.wording import charts, findings

_NAME_SIZES: Final = ((21, 26, 1), (18, 23, 2), (14, 18, 2), (11.5, 15, 3), (9.5, 12.5, 4))
_LONGEST_NAME: Final = 420
"""Characters that always fit four lines at the smallest size; the answers print all of it."""
_BREATH: Final = 9.0
_CLEAR: Final = 12.0


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
    if room < 0:
        # No text of ours is this long; a page that is set too small beats a second page.
        return [KeepInFrame(WIDTH, BOARD_ROOM, story, mode="shrink")]
    gaps = [block for block in story if isinstance(block, Flex)]
    for block in gaps:
        block.height += min(max(room - _CLEAR, 0) / len(gaps), _BREATH)
    return story


def _page(material: Material, density: Density, actions: tuple[findings.Action, ...]) -> Story:
    parts = [
        _hero(material, density),
        _scale(material, density),
        situation(material, density),
        decisions(material, density, actions),
        money(material, density),
    ]
    story = _masthead(material, density)
    for part in parts:
        story += [Flex(1, density.gap), *part] if part else []
    return story


# --------------------------------------------------------------------------------------- masthead


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


def _name(name: str) -> Paragraph:
    if len(name) > _LONGEST_NAME:
        name = name[:_LONGEST_NAME].rstrip() + "…"
    found = paragraph(name, "h1")
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


# ----------------------------------------------------------------------------------- level, scale


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
    right: Story = [
        paragraph(findings.level_sentence(narrator, result), look),
        paragraph(said_of_range, look),
        _quadrant(material, look),
    ]
    return [side_by_side([left, spread(right, 4)], [columns(5), columns(7)])]


def _weakest(material: Material) -> Paragraph:
    score = material.result.score
    scored = next(d for d in score.domains if d.id == score.weakest_domain)
    name = material.narrator.domain(scored.id)
    points = "" if scored.capped is None else material.language.points_range(scored.capped)
    label = material.text("Weakest domain:")
    return of_runs([Run(f"{label} ", colour="ink-3"), Run(f"{name}, {points}", bold=True)], "small")


def _quadrant(material: Material, look: ParagraphStyle) -> Paragraph:
    narrator, result = material.narrator, material.result
    said = findings.quadrant_sentence(narrator, result)
    quadrant = result.adoption.quadrant
    runs = [Run(said)]
    if quadrant is not None:
        runs = [Run(f"{narrator.quadrant(quadrant)}. ", bold=True), Run(said)]
    return of_runs(runs, look)


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
                "%(num)s more gate caps a score; see the domain's page.",
                "%(num)s more gates cap a score; see the domains' pages.",
                len(limits) - density.limits,
            )
            story += [gap(2), paragraph(more, "note")]
    return story
