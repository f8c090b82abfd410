"""How the score is made: the rules as applied, the sum, the levels, the limits."""

from reportlab.platypus import CondPageBreak, Table, TableStyle

from readiness.core.answers import Evidence, State
from readiness.core.benchmarks import Closeness
from readiness.core.questionnaire import TOP_LEVEL, Gate
from readiness.core.scoring import (
    HARD_CAP,
    HARD_CAP_AT_LEVEL_2,
    LEVEL_NEEDS_KNOWLEDGE,
    PARTLY_ASSESSED_ABOVE,
    READY_FROM,
    SOFT_CAP,
)
from readiness.report.charts import FigureBox, axis
from readiness.report.flowables import BARE, Story, balanced, gap, opened, paragraph
from readiness.report.material import Material, capitalised
from readiness.report.styles import columns
from readiness.report.tables import Cell, data_table, fill, ruled
from readiness.wording import charts, findings

_PLOT = 250.0
_LEVELS_AT = 5
"""After the gates: a level is read off the capped score."""


def method(material: Material) -> Story:
    """The rules in short, then the sum of this very score as a picture and as figures."""
    title = material.text("How the score is made")
    story = opened("method", material.text("Method"), title)
    blocks: list[Story] = [
        [paragraph(head, "h3"), gap(1), paragraph(said, "small"), gap(9)]
        for head, said in _rules(material)
        if said
    ]
    blocks.insert(_LEVELS_AT, _levels(material))
    story += [balanced(blocks, [columns(6)] * 2), gap(6)]
    return [*story, *_sum(material)]


def _rules(material: Material) -> tuple[tuple[str, str], ...]:
    text = material.text
    return (
        (text("Answers"), _of_answers(material)),
        (text("Ignorance never pays"), _of_unknown(material)),
        (text("Not applicable"), _of_not_applicable(material)),
        (text("Overall"), _of_overall(material)),
        (text("Gates and caps"), _of_gates(material)),
        (text("Readiness and use"), _of_use(material)),
        (text("Robustness"), findings.robustness_sentence(material.narrator, material.result)),
        (text("Published figures"), _of_figures(material)),
        (text("How near a wording is"), _of_closeness(material)),
        (text("Gains and costs"), _of_gains(material)),
        (text("A judgement"), material.narrator.texts.judgement),
        (text("Limits"), _of_limits(material)),
        (text("Check this report"), _of_checking(material)),
    )


def _of_answers(material: Material) -> str:
    result = material.result
    scored = [q for d in result.questionnaire.domains for q in d.scored(result.sheet.form)]
    weights = [q.weight for q in scored]
    return material.language.plural(
        "%(num)s question from level 0 to 4, worth 0, 25, 50, 75 and 100 points, with a weight "
        "from %(least)s to %(most)s. Level %(target)s is the target of every organisation.",
        "%(num)s questions from level 0 to 4, worth 0, 25, 50, 75 and 100 points, with weights "
        "from %(least)s to %(most)s. Level %(target)s is the target of every organisation.",
        len(scored),
        least=min(weights, default=0),
        most=max(weights, default=0),
        target=result.questionnaire.target_level,
    )


def _of_unknown(material: Material) -> str:
    return material.text(
        "An answer that is not known, or missing, counts 0 in the lower end and 100 in the upper "
        "end of the range; the distance says what finding out is worth. With less than %(share)s "
        "of the weight known, no level is named.",
        share=material.language.percent(LEVEL_NEEDS_KNOWLEDGE),
    )


def _of_not_applicable(material: Material) -> str:
    share = material.language.percent(PARTLY_ASSESSED_ABOVE)
    said = material.text(
        "A question without an object, its reason written down, leaves the sums. Above %(share)s "
        "of a domain's weight, the domain is marked partly assessed.",
        share=share,
    )
    partly = [d.id for d in material.result.score.domains if d.partly_assessed]
    if not partly:
        return said
    names = material.language.listed([material.narrator.domain(code) for code in partly])
    here = material.text("Here: %(domains)s.", domains=names)
    return f"{said} {here}"


def _of_overall(material: Material) -> str:
    lang = material.language
    weights = [
        f"{material.narrator.domain(d.id)} {lang.percent(d.weight)}"
        for d in material.result.questionnaire.domains
    ]
    return material.text(
        "The mean of the domains by weight: %(weights)s. Domains without a score are left out. "
        "The weakest domain is always named.",
        weights=lang.listed(weights),
    )


def _of_gates(material: Material) -> str:
    lang, result = material.language, material.result
    scored = [q for d in result.questionnaire.domains for q in d.scored(result.sheet.form)]
    hard = [q.id for q in scored if q.gate is Gate.HARD]
    soft = [q.id for q in scored if q.gate is Gate.SOFT]
    return material.text(
        "Hard gates (%(hard)s): at level 0 or 1 they cap their domain and the overall score at "
        "%(low)s, at level 2 the overall score at %(middle)s. Gates (%(soft)s): at level 0 or 1 "
        "they cap their domain at %(soft_cap)s. Not known counts as level 0 in the lower end and "
        "does not bite in the upper end.",
        hard=lang.listed(hard) or "–",
        soft=lang.listed(soft) or "–",
        low=lang.number(HARD_CAP),
        middle=lang.number(HARD_CAP_AT_LEVEL_2),
        soft_cap=lang.number(SOFT_CAP),
    )


def _of_use(material: Material) -> str:
    result = material.result
    return material.text(
        "Ready from %(ready)s points on; using from level %(level)s of %(question)s on. Use is "
        "never part of readiness.",
        ready=material.language.number(READY_FROM),
        level=result.questionnaire.using_from_level,
        question=result.questionnaire.use_question,
    )


def _of_figures(material: Material) -> str:
    result = material.result
    if not result.positions and not result.adoption.survey:
        return ""
    said = material.text(
        "A published figure is a share of organisations, never a score. The nearest cell that has "
        "a figure is used: country, sector and size, then fewer of them, then the European Union. "
        "Margins are Wilson 95%% intervals and need a published sample. Grades:"
    )
    grades = material.narrator.benchmarks.grades
    return " ".join(
        [said, *(material.pair(grade, words) for grade, words in sorted(grades.items()))]
    )


def _of_closeness(material: Material) -> str:
    if not material.result.positions:
        return ""
    return material.text(
        "%(same)s: the same thing is asked. %(close)s: nearly the same. %(proxy)s: a sign of it, "
        "left out of the practice count.",
        same=capitalised(material.narrator.closeness(Closeness.SAME)),
        close=capitalised(material.narrator.closeness(Closeness.CLOSE)),
        proxy=capitalised(material.narrator.closeness(Closeness.PROXY)),
    )


def _of_gains(material: Material) -> str:
    return material.text(
        "A gain is what level %(target)s adds to the overall lower end before caps. Biting hard "
        "gates come first, then biting gates, then the gain per typical day of effort. Staff time "
        "is days at the cost of an internal day.",
        target=material.result.questionnaire.target_level,
    )


def _of_limits(material: Material) -> str:
    result = material.result
    given = [result.sheet.answer(q.id) for q in result.questionnaire.asked(result.sheet.form)]
    levels = [answer for answer in given if answer.state is State.LEVEL]
    shown = sum(1 for answer in levels if answer.evidence not in {None, Evidence.STATED})
    return material.text(
        "This is a self-assessment, not an audit. For %(shown)s of %(all)s answers with a level, "
        "evidence was seen or tested. Level %(top)s asks for a check within the last 12 months.",
        shown=shown,
        all=len(levels),
        top=TOP_LEVEL,
    )


def _of_checking(material: Material) -> str:
    return material.text(
        "The answers are attached to this file as answers.json, and the program reads them back "
        "from it. Their SHA-256 begins with %(code)s. The same answers give the same file, byte "
        "for byte.",
        code=material.code,
    )


# --------------------------------------------------------------------------------- sum and levels


def _sum(material: Material) -> Story:
    chart = charts.fall_chart(material.narrator, material.result)
    table = charts.domains_chart(material.narrator, material.result).table
    story: Story = []
    if chart is not None:
        rows: list[list[Cell]] = [
            [
                paragraph(row.name, "item"),
                FigureBox(row.figure, _PLOT),
                paragraph(row.value, "item-bold-right"),
            ]
            for row in chart.rows
        ]
        head: list[Cell] = ["", axis(chart.axis, _PLOT), ""]
        plot = ruled([head, *rows], fill([0, _PLOT + 8, 52]), pad=1.2)
        story += [
            CondPageBreak(140),
            paragraph(chart.title, "h2"),
            paragraph(f"{chart.subtitle}.", "note"),
            gap(4),
        ]
        story += [plot, gap(12)]
    if table is not None:
        story += [*data_table(table, fill([0, 44, 44, 44, 68, 68, 44, 72])), gap(14)]
    return story


def _levels(material: Material) -> Story:
    """The five levels and their points, in a column of the rules."""
    rows = [
        [paragraph(name, "small"), paragraph(points, "small")]
        for name, points in charts.level_ranges(material.narrator)
    ]
    note = paragraph(material.text("Points, decided before any rounding:"), "small")
    table = Table(rows, colWidths=[90, columns(6) - 90], style=TableStyle(BARE), hAlign="LEFT")
    return [paragraph(material.text("Levels"), "h3"), gap(1), note, table, gap(9)]
