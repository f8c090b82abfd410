"""One chapter a domain: its range, what caps it, what is in place, every question."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from typing import Final

from reportlab.platypus import CondPageBreak, PageBreak, Table

from readiness.core.answers import Answer, State
from readiness.core.questionnaire import Domain, Question
from readiness.core.scoring import DomainScore
from readiness.report.charts import FigureBox
from readiness.report.document import BODY_ROOM
from readiness.report.flowables import (
    Chapter,
    Run,
    Story,
    first_fitting,
    gap,
    of_runs,
    paragraph,
    side_by_side,
    spread,
)
from readiness.report.marks import Legend, LevelRings, PointsBox
from readiness.report.material import Material, capitalised
from readiness.report.sections.caps import cap_boxes
from readiness.report.styles import GUTTER, WIDTH, columns
from readiness.report.tables import Cell, fill, ruled
from readiness.wording import charts, findings

_POINTS: Final = 78.0


@dataclass(frozen=True, slots=True)
class _Look:
    """A setting of the chapter; each list names ``named`` questions and counts the rest."""

    gap: float
    boxes: str
    named: int
    text: str
    pad: float


_LOOSE: Final = _Look(gap=12, boxes="small", named=5, text="item", pad=2.0)
_TIGHT: Final = _Look(gap=8, boxes="item", named=3, text="micro", pad=1.3)


def domains(material: Material) -> Story:
    """All domains that have a question in this form, each on a page of its own."""
    result = material.result
    story: Story = []
    scored = {score.id: score for score in result.score.domains}
    for number, domain in enumerate(result.questionnaire.domains, start=1):
        if domain.asked(result.sheet.form):
            story += [PageBreak()] if story else []
            settings = [
                partial(_domain, material, domain, scored[domain.id], number, look)
                for look in (_LOOSE, _TIGHT)
            ]
            story += first_fitting(settings, BODY_ROOM)
    return story


def _domain(
    material: Material, domain: Domain, score: DomainScore, number: int, look: _Look
) -> Story:
    story = _head(material, domain, score, number)
    story += _scale(material, score)
    limits = [
        limit
        for limit in findings.limits(material.narrator, material.result)
        if limit.gate.domain == domain.id
    ]
    if limits:
        title = paragraph(material.text("What caps this domain"), "h2")
        story += [title, gap(4), cap_boxes(limits, look.boxes), gap(look.gap)]
    return story + _lists(material, domain, look) + _questions(material, domain, look)


def _head(material: Material, domain: Domain, score: DomainScore, number: int) -> Story:
    narrator, lang = material.narrator, material.language
    words = narrator.texts.domains[domain.id]
    found = material.text("Not assessed")
    if score.capped is not None and score.level is not None:
        level = capitalised(narrator.level(score.level))
        found = f"{level}, {lang.points_range(score.capped)}"
    kicker = material.text(
        "Domain %(number)s of %(all)s · weight %(weight)s",
        number=number,
        all=len(material.result.questionnaire.domains),
        weight=lang.percent(domain.weight),
    )
    listed = material.text("Domains") if number == 1 else ""
    name, verdict = paragraph(words.name, "h1"), paragraph(found, "h1-right")
    return [
        Chapter(f"domain-{domain.id}", words.name, listed),
        paragraph(kicker, "kicker"),
        gap(2),
        side_by_side([[name], [verdict]], [columns(6), columns(6)]),
        gap(2),
        paragraph(words.about, "lead"),
        gap(8),
    ]


def _scale(material: Material, score: DomainScore) -> Story:
    narrator = material.narrator
    biting = [gate for gate in material.result.score.gates if gate.domain == score.id]
    caps = sorted({gate.domain_cap for gate in biting if gate.domain_cap is not None})
    figure = charts.scale(narrator, score, caps)
    if figure is None:
        said = material.text("No question of this domain is applicable, so it has no score.")
        return [paragraph(said), gap(12)]
    legend = charts.domains_chart(narrator, material.result).legend
    wanted = {"known", "unknown"} | ({"held", "cap"} if caps else set())
    shown = [(role, words) for role, words in legend if role in wanted]
    return [
        FigureBox(figure, WIDTH),
        gap(3),
        Legend(shown, WIDTH),
        gap(3),
        paragraph(_message(material, score), "small"),
        gap(12),
    ]


def _message(material: Material, score: DomainScore) -> str:
    """The scale in words, for who cannot see it."""
    lang = material.language
    if score.capped is None or score.uncapped is None:
        return ""
    said = [
        material.text(
            "%(range)s of 100 points; %(knowledge)s of the answers are known.",
            range=lang.points_range(score.capped),
            knowledge=lang.percent(score.knowledge or 0),
        )
    ]
    if score.capped != score.uncapped:
        free = lang.points_range(score.uncapped)
        said.append(material.text("Without the caps: %(range)s points.", range=free))
    if score.partly_assessed:
        share = lang.percent(score.not_applicable)
        said.append(
            material.text(
                "Partly assessed: %(share)s of its weight is not applicable.", share=share
            )
        )
    return " ".join(said)


# ------------------------------------------------------------------------------------ three lists


def _lists(material: Material, domain: Domain, look: _Look) -> Story:
    """What is in place, what to correct, what to find out, the weightiest first."""
    lang = material.language
    target = material.result.questionnaire.target_level
    found = [(q, material.answer(q)) for q in domain.scored(material.result.sheet.form)]
    placed = [q for q, answer in found if answer.level is not None and answer.level >= target]
    low = [q for q, answer in found if answer.level is not None and answer.level < target]
    unknown = [q for q, answer in found if answer.state is State.UNKNOWN]
    worth = material.contributions()
    heads = [
        (lang.text("In place"), sorted(placed, key=lambda q: -worth[q.id].points)),
        (lang.text("To correct"), sorted(low, key=lambda q: -worth[q.id].lost)),
        (lang.text("To find out"), sorted(unknown, key=lambda q: -worth[q.id].lost)),
    ]
    third = (WIDTH - 2 * GUTTER) / 3
    cells = [_list(material, head, questions, look) for head, questions in heads]
    return [side_by_side(cells, [third] * 3), gap(look.gap)]


def _list(material: Material, head: str, questions: Sequence[Question], look: _Look) -> Story:
    named = [
        of_runs(
            [
                Run(material.narrator.question(q.id).title),
                Run(f"\u00a0 {q.id}", colour="ink-3", size=7),
            ],
            look.text,
        )
        for q in questions[: look.named]
    ]
    rest = len(questions) - look.named
    if rest > 0:
        more = material.language.plural("and %(num)s more", "and %(num)s more", rest)
        named.append(paragraph(more, "note"))
    if not questions:
        named.append(paragraph(material.text("Nothing"), "note"))
    return [paragraph(f"{head} ({len(questions)})", "h3"), gap(2), *spread(named, 1.5)]


# ---------------------------------------------------------------------------------- all questions


def _questions(material: Material, domain: Domain, look: _Look) -> Story:
    asked = domain.asked(material.result.sheet.form)
    title = material.language.plural("The %(num)s question", "The %(num)s questions", len(asked))
    note = material.text(
        "Points: obtained (solid) of possible (outline) in the overall score before caps; "
        "hatched: not known. The target is three rings."
    )
    return [
        CondPageBreak(150),
        paragraph(title, "h2"),
        paragraph(note, "note"),
        gap(5),
        _table(material, asked, look),
    ]


def _table(material: Material, asked: Sequence[Question], look: _Look) -> Table:
    text = material.text
    heads = ["", text("Question"), text("Level"), text("Answer"), text("Points")]
    worth = material.contributions()
    most = max((float(w.points + w.lost) for q in asked if (w := worth.get(q.id))), default=1.0)
    rows: list[list[Cell]] = [[paragraph(head, "note") for head in heads]]
    rows += [_row(material, question, most or 1.0, look.text) for question in asked]
    extra = [
        ("TOPPADDING", (0, 1), (0, -1), look.pad + 0.5),
        ("TOPPADDING", (2, 1), (2, -1), look.pad + 0.5),
        ("TOPPADDING", (4, 1), (4, -1), look.pad + 0.5),
    ]
    return ruled(rows, fill([36, 112, 48, 0, _POINTS]), pad=look.pad, extra=extra)


def _row(material: Material, question: Question, most: float, text: str) -> list[Cell]:
    answer = material.answer(question)
    biting = any(gate.question == question.id for gate in material.result.score.gates)
    title = material.narrator.question(question.id).title
    name: Story = [paragraph(title, f"{text}-bold" if biting else text)]
    if question.gate is not None:
        kind = material.narrator.gate(question.gate)
        name.append(paragraph(kind, "micro-caution" if biting else "micro-muted"))
    return [
        paragraph(question.id, "micro-muted"),
        name,
        LevelRings(answer),
        paragraph(material.answer_sentence(question), text),
        _points(material, question, answer, most),
    ]


def _points(material: Material, question: Question, answer: Answer, most: float) -> Cell:
    lang, worth = material.language, material.contributions().get(question.id)
    if worth is None:
        return paragraph("–" if question.scored else material.text("not scored"), "micro-right")
    possible = worth.points + worth.lost
    return PointsBox(
        float(worth.points) / most,
        float(possible) / most,
        f"{lang.number(worth.points, 1)} / {lang.number(possible, 1)}",
        _POINTS,
        known=answer.state is State.LEVEL,
    )
