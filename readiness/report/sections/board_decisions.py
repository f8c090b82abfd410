"""The end of the board page: what to do first, and what level 3 everywhere costs."""

from fractions import Fraction

from reportlab.platypus import Table, TableStyle

from readiness.core.charts import axis_top, cost_range
from readiness.core.questionnaire import Span
from readiness.report.charts import FigureBox
from readiness.report.flowables import BARE, Run, Story, gap, of_runs, paragraph, side_by_side
from readiness.report.material import Material
from readiness.report.sections.board_density import Density
from readiness.report.styles import columns
from readiness.report.tables import Cell, fill, ruled
from readiness.wording import findings


def decisions(material: Material, density: Density, actions: tuple[findings.Action, ...]) -> Story:
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
    rows += [_action_row(material, action, density.table) for action in actions]
    widths = fill([14, 0, 30, 48, 34, 66, 90])
    extra = [("RIGHTPADDING", (5, 0), (5, -1), 14)]
    return ruled(rows, widths, pad=density.pad, extra=extra)


def _action_row(material: Material, action: findings.Action, look: str) -> list[Cell]:
    lang, narrator, step = material.language, material.narrator, action.recommendation
    lifts = findings.lifts(narrator, step)
    about = [Run(f"{step.question} · {findings.from_to(narrator, step)}")]
    if lifts:
        about.append(Run(f" · {lifts}", bold=True, colour="caution-ink"))
    typical = material.result.costs.of_staff_time(step.effort).typical
    becomes = "" if action.becomes is None else lang.points(action.becomes)
    title = paragraph(narrator.question(step.question).action, f"{look}-bold")
    return [
        paragraph(str(step.rank), f"{look}-bold"),
        [title, of_runs(about, "micro-muted")],
        paragraph(lang.gain(step.gain), f"{look}-bold-right"),
        paragraph(becomes, f"{look}-right"),
        paragraph(lang.span(step.effort.once), f"{look}-right"),
        paragraph(material.amount(typical), f"{look}-right"),
        paragraph(narrator.owner(step.owner), look),
    ]


def money(material: Material, density: Density) -> Story:
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
