"""What to do first: why, how, who, effort, cost, gain and proof of every recommendation."""

from reportlab.platypus import KeepTogether, Table

from readiness.core.answers import rated
from readiness.core.questionnaire import Question
from readiness.core.recommendations import Recommendation
from readiness.core.texts import QuestionText
from readiness.report.flowables import (
    Rule,
    Run,
    Story,
    bullets,
    gap,
    of_runs,
    opened,
    paragraph,
    side_by_side,
    spread,
)
from readiness.report.marks import LevelStep
from readiness.report.material import Material
from readiness.report.styles import GUTTER, columns
from readiness.wording import findings


def recommendations(material: Material) -> Story:
    """Every recommendation in its order, none torn apart; empty where there is none.

    Those the board page names are set larger and also say how to go on to level 4.
    """
    steps = material.result.recommendations
    if not steps:
        return []
    story = opened("recommendations", material.text("Recommendations"), _title(material))
    for step in steps:
        block = [Rule(), gap(7), _block(material, step), gap(11)]
        story.append(KeepTogether(block))
    return story


def _title(material: Material) -> str:
    gates = sum(1 for step in material.result.recommendations if step.gate is not None)
    if not gates:
        return material.text("Start with what gains most")
    return material.language.plural("Lift the gate first", "Lift the gates first", gates)


def _block(material: Material, step: Recommendation) -> Table:
    question = material.result.questionnaire.question(step.question)
    return side_by_side(
        [_facts(material, step, question), _advice(material, step, question)],
        [columns(3), columns(9)],
    )


# ------------------------------------------------------------------------------------- fact sheet


def _facts(material: Material, step: Recommendation, question: Question) -> Story:
    text = material.text
    facts: Story = [paragraph(str(step.rank), "rank")]
    for label, lines in (
        (text("Level"), _levels(material, step)),
        (text("Gain"), _gain(material, step)),
        (text("Effort"), _effort(material, step)),
        (text("Staff time"), _cost(material, step)),
        (text("Who"), _who(material, question)),
        (text("First needs"), _needs(material, question)),
    ):
        if lines:
            facts += [paragraph(label, "note"), *lines, gap(5)]
    return facts


def _levels(material: Material, step: Recommendation) -> Story:
    found = material.result.sheet.answer(step.question)
    return [gap(1), LevelStep(found, rated(step.to_level))]


def _gain(material: Material, step: Recommendation) -> Story:
    gain = material.text("%(gain)s points", gain=material.language.gain(step.gain))
    lines: Story = [paragraph(gain, "small-bold")]
    lifts = findings.lifts(material.narrator, step)
    return [*lines, paragraph(lifts, "caution")] if lifts else lines


def _effort(material: Material, step: Recommendation) -> Story:
    lines: Story = [paragraph(findings.days(material.narrator, step), "small-bold")]
    yearly = step.effort.yearly
    if not yearly.is_zero:
        days = material.language.span(yearly)
        number = 1 if yearly.high <= 1 else 2
        said = material.language.plural(
            "then %(days)s day a year", "then %(days)s days a year", number, days=days
        )
        lines.append(paragraph(said, "small"))
    return lines


def _cost(material: Material, step: Recommendation) -> Story:
    span = material.result.costs.of_staff_time(step.effort)
    lines: Story = [paragraph(material.amounts(span), "small-bold")]
    if span.low != span.high:
        typical = material.text("typically %(amount)s", amount=material.amount(span.typical))
        lines.append(paragraph(typical, "small"))
    return lines


def _who(material: Material, question: Question) -> Story:
    narrator = material.narrator
    lines: Story = [paragraph(narrator.owner(question.accountable), "small-bold")]
    if question.support:
        names = material.language.listed([narrator.owner(role) for role in question.support])
        lines.append(paragraph(material.text("with: %(names)s", names=names), "small"))
    return lines


def _needs(material: Material, question: Question) -> Story:
    """The questions that have to reach the target before this one, and have not."""
    result = material.result
    target = result.questionnaire.target_level
    missing = [
        needed
        for needed in question.requires
        if (level := result.sheet.answer(needed).level) is None or level < target
    ]
    return [paragraph(", ".join(missing), "small")] if missing else []


# ----------------------------------------------------------------------------------------- advice


def _advice(material: Material, step: Recommendation, question: Question) -> Story:
    text, words = material.text, material.narrator.question(question.id)
    title = [Run(words.action, bold=True), Run(f"\u00a0 {question.id}", colour="ink-3", size=7.5)]
    first = step.rank <= findings.FIRST_ACTIONS
    why: Story = [paragraph(words.why, "small")]
    if step.from_level is None:
        why.append(paragraph(text("The answer is not known today: find it out first."), "small"))
    return [
        of_runs(title, "h2" if first else "title"),
        gap(3),
        paragraph(text("Why"), "h3"),
        *why,
        gap(4),
        paragraph(text("How"), "h3"),
        *spread(bullets(words.steps_to(step.to_level), "step", numbered=True), 1),
        gap(4),
        *(_outcome(material, step, words) if first else _proof(material, words)),
        gap(3),
        paragraph(text("Sources: %(cited)s", cited=_cited(question)), "note"),
    ]


def _proof(material: Material, words: QuestionText) -> Story:
    return [
        paragraph(material.text("Proof that it is done"), "h3"),
        paragraph(words.proof, "small"),
    ]


def _outcome(material: Material, step: Recommendation, words: QuestionText) -> Story:
    half = (columns(9) - GUTTER) / 2
    further: Story = []
    if step.to_level == material.result.questionnaire.target_level and words.to_4:
        head = paragraph(material.text("Going further, level 4"), "h3")
        further = [head, *spread(bullets(words.to_4, "bullet-item"), 1)]
    return [side_by_side([_proof(material, words), further], [half, half])]


def _cited(question: Question) -> str:
    return " · ".join(f"{c.code} {c.clause}".strip() for c in question.citations)
