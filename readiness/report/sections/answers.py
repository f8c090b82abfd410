"""Every answer as it was given, with notes; then long notes, open answers, and reasons."""

from collections.abc import Sequence
from typing import Final

from reportlab.platypus import CondPageBreak, Table

from readiness.core.answers import Answer, State
from readiness.core.questionnaire import Domain, Question
from readiness.report.flowables import (
    Run,
    Story,
    gap,
    of_runs,
    opened,
    paragraph,
    paragraphs,
)
from readiness.report.fonts import REGULAR
from readiness.report.marks import LevelRings
from readiness.report.material import Material
from readiness.report.styles import COLOURS
from readiness.report.tables import Cell, Command, fill, ruled
from readiness.report.text import one_line, opening

_LONG: Final = 280
"""A longer note stands in full under the tables: its column would make a ribbon of it."""
_SHOWN: Final = 160
_LONG_NAME: Final = 200


def answers(material: Material) -> Story:
    """The chapter of all answers, in the order of the questionnaire."""
    story = opened("answers", material.text("Answers"), material.text("All answers"))
    story[-1] = gap(2)
    story += [
        paragraph(_counts(material), "small"),
        paragraph(_explained(material), "note"),
        gap(8),
    ]
    for domain in material.result.questionnaire.domains:
        asked = domain.asked(material.result.sheet.form)
        if asked:
            story += [CondPageBreak(72), _table(material, domain, asked), gap(10)]
    return [
        *story,
        *_profile(material),
        *_unknown(material),
        *_not_applicable(material),
        *_long_texts(material),
    ]


def _counts(material: Material) -> str:
    result = material.result
    given = [result.sheet.answer(q.id) for q in result.questionnaire.asked(result.sheet.form)]
    return material.text(
        "%(levels)s with a level · %(unknown)s not known · %(absent)s not applicable",
        levels=sum(1 for a in given if a.state is State.LEVEL),
        unknown=sum(1 for a in given if a.state is State.UNKNOWN),
        absent=sum(1 for a in given if a.state is State.NOT_APPLICABLE),
    )


def _explained(material: Material) -> str:
    said = material.text(
        "Points: the question's share of the overall score before caps. Evidence: stated, seen or "
        "tested, in the respondent's own view. Notes: as typed."
    )
    if not material.has_unprintable():
        return said
    replaced = material.text(
        "A sign that this report cannot print is shown as %(sign)s; the attached answers hold it.",
        sign="\ufffd",
    )
    return f"{said} {replaced}"


# ----------------------------------------------------------------------------- one table a domain


def _table(material: Material, domain: Domain, asked: Sequence[Question]) -> Table:
    text = material.text
    score = next(s for s in material.result.score.domains if s.id == domain.id)
    points = "" if score.capped is None else material.language.points_range(score.capped)
    name = [Run(material.narrator.domain(domain.id), bold=True, size=8.5), Run(f"\u00a0 {points}")]
    head: list[Cell] = [
        of_runs(name, "small"),
        "",
        paragraph(text("Level"), "micro-muted"),
        paragraph(text("Evidence"), "micro-muted"),
        paragraph(text("Note"), "micro-muted"),
        paragraph(text("Points"), "micro-muted-right"),
        paragraph(text("of"), "micro-muted-right"),
    ]
    rows = [head, *(_row(material, question) for question in asked)]
    extra: list[Command] = [
        ("FONT", (0, 0), (-1, -1), REGULAR, 7, 9.2),
        ("TEXTCOLOR", (0, 1), (0, -1), COLOURS["ink-3"]),
        ("SPAN", (0, 0), (1, 0)),
        ("TOPPADDING", (2, 1), (2, -1), 1.7),
    ]
    return ruled(rows, fill([36, 138, 48, 62, 0, 32, 26]), pad=1.5, extra=extra)


def _row(material: Material, question: Question) -> list[Cell]:
    answer, lang = material.answer(question), material.language
    worth = material.contributions().get(question.id)
    points = "–" if worth is None else lang.number(worth.points, 1)
    possible = "" if worth is None else lang.number(worth.points + worth.lost, 1)
    return [
        question.id,
        paragraph(material.narrator.question(question.id).title, "micro"),
        LevelRings(answer),
        paragraph(_evidence(material, answer), "micro"),
        paragraph(_short(material, answer.note), "micro"),
        paragraph(points, "micro-right"),
        paragraph(possible, "micro-right"),
    ]


def _evidence(material: Material, answer: Answer) -> str:
    if answer.state is State.NOT_APPLICABLE:
        return material.text("not applicable")
    if answer.evidence is not None:
        return material.narrator.evidence(answer.evidence)
    return material.text("not known") if answer.level is None else ""


def _is_long(text: str) -> bool:
    return len(text) > _LONG


def _short(material: Material, text: str) -> str:
    """A note as a cell prints it: all of it, or its beginning and where it goes on."""
    if not _is_long(text):
        return one_line(text)
    return material.text("%(beginning)s (in full below)", beginning=opening(text, _SHOWN))


# --------------------------------------------------------------------------------- profile, lists


def _profile(material: Material) -> Story:
    """The unscored answers about the organisation; empty where none was given."""
    given = material.result.sheet.profile
    words = material.narrator.texts.profile
    rows: list[list[Cell]] = [
        [
            paragraph(words[asked.id].label, "micro"),
            paragraph(material.narrator.profile_value(asked.id, given[asked.id]), "micro"),
        ]
        for asked in material.result.questionnaire.profile
        if asked.id in given
    ]
    if not rows:
        return []
    head = paragraph(material.text("About the organisation"), "title")
    head_row: list[Cell] = [
        paragraph(material.text("Asked, not scored"), "micro-muted"),
        paragraph(material.text("Answer"), "micro-muted"),
    ]
    table = ruled([head_row, *rows], fill([0, 210]), pad=1.5)
    return [CondPageBreak(80), head, gap(2), table, gap(12)]


def _unknown(material: Material) -> Story:
    """What finding out would be worth, highest first."""
    lang, narrator, text = material.language, material.narrator, material.text
    found = material.result.score.unknown
    if not found:
        return []
    title = lang.plural("%(num)s answer to find", "%(num)s answers to find", len(found))
    rows: list[list[Cell]] = [
        [
            paragraph("", "micro-muted"),
            paragraph(text("Question"), "micro-muted"),
            paragraph(text("Whom to ask"), "micro-muted"),
            paragraph(text("Worth at best, points"), "micro-muted-right"),
        ]
    ]
    for entry in found:
        question = material.result.questionnaire.question(entry.question)
        rows.append(
            [
                paragraph(entry.question, "micro-muted"),
                paragraph(narrator.question(entry.question).title, "micro"),
                paragraph(narrator.owner(question.accountable), "micro"),
                paragraph(lang.number(entry.lost, 1), "micro-right"),
            ]
        )
    table = ruled(rows, fill([36, 0, 130, 80]), pad=1.5)
    return [CondPageBreak(72), paragraph(title, "title"), gap(2), table, gap(12)]


def _not_applicable(material: Material) -> Story:
    result, narrator = material.result, material.narrator
    found = [
        (question, answer)
        for question in result.questionnaire.asked(result.sheet.form)
        if (answer := result.sheet.answer(question.id)).state is State.NOT_APPLICABLE
    ]
    if not found:
        return []
    title = material.language.plural(
        "%(num)s question not applicable", "%(num)s questions not applicable", len(found)
    )
    rows: list[list[Cell]] = [
        [
            paragraph("", "micro-muted"),
            paragraph(material.text("Question"), "micro-muted"),
            paragraph(material.text("Reason given"), "micro-muted"),
        ]
    ]
    rows += [
        [
            paragraph(question.id, "micro-muted"),
            paragraph(narrator.question(question.id).title, "micro"),
            paragraph(_short(material, answer.reason), "micro"),
        ]
        for question, answer in found
    ]
    table = ruled(rows, fill([36, 150, 0]), pad=1.5)
    return [CondPageBreak(90), paragraph(title, "title"), gap(2), table, gap(12)]


# ------------------------------------------------------------------------------------- long texts


def _long_texts(material: Material) -> Story:
    """What was too long for a table, in full width and in pieces that lay out fast."""
    result = material.result
    story: Story = []
    name = result.sheet.organisation.name
    if len(name) > _LONG_NAME:
        story += _long_text(material.text("Name of the organisation"), name)
    for question in result.questionnaire.asked(result.sheet.form):
        answer = result.sheet.answer(question.id)
        for text in (answer.reason, answer.note):
            if _is_long(text):
                title = material.narrator.question(question.id).title
                story += _long_text(f"{question.id} {title}", text)
    if not story:
        return []
    return [CondPageBreak(90), paragraph(material.text("Long texts"), "title"), gap(3), *story]


def _long_text(head: str, text: str) -> Story:
    return [
        CondPageBreak(40),
        paragraph(head, "micro-bold"),
        *paragraphs(text, "micro"),
        gap(6),
    ]
