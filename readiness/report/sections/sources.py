"""Every source the report rests on: title, address, grade."""

from collections.abc import Iterable, Mapping, Sequence

from reportlab.platypus import CondPageBreak

from readiness.core.questionnaire import Source
from readiness.report.citations import Reference, price_references, references
from readiness.report.flowables import Story, gap, linked, opened, paragraph
from readiness.report.material import Material
from readiness.report.tables import Cell, fill, ruled


def sources(material: Material) -> Story:
    """Sources of the published figures, of the prices, and of the questions."""
    text = material.text
    story = opened("sources", text("Sources"), text("Where every figure comes from"))
    figures, prices = references(material), price_references(material)
    if figures:
        grades = material.narrator.benchmarks.grades
        note = _grades(material, (r.grade for r in figures), grades)
        rows = [_numbered(entry) for entry in figures]
        story += _list(material, text("Published figures"), note, rows)
    if prices:
        rows = [_numbered(entry) for entry in prices]
        story += _list(material, text("Prices"), _price_grades(material), rows)
    asked = _cited(material)
    note = _grades(material, (s.grade for s in asked), material.narrator.texts.source_grades)
    return story + _list(
        material, text("Questions and recommendations"), note, [_coded(entry) for entry in asked]
    )


def _grades(material: Material, used: Iterable[str], words: Mapping[str, str]) -> str:
    known = [grade for grade in sorted(set(used)) if grade in words]
    return " ".join(material.pair(grade, words[grade]) for grade in known)


def _price_grades(material: Material) -> str:
    return material.text(
        "A: official statistics. B: a survey with a stated sample. C: the page of a vendor, a "
        "recruiter or the press. D: the authors' estimate."
    )


def _cited(material: Material) -> list[Source]:
    """The sources that the questions of this form cite, in the order of the register."""
    result = material.result
    asked = result.questionnaire.asked(result.sheet.form)
    codes = {citation.code for question in asked for citation in question.citations}
    return [source for code, source in result.questionnaire.sources.items() if code in codes]


def _list(material: Material, head: str, note: str, rows: Sequence[list[Cell]]) -> Story:
    heads: list[Cell] = [
        paragraph("", "micro-muted"),
        paragraph(material.text("Title and address"), "micro-muted"),
        paragraph(material.text("Grade"), "micro-muted"),
    ]
    return [
        CondPageBreak(110),
        paragraph(head, "h2"),
        *([paragraph(note, "note")] if note else []),
        gap(4),
        ruled([heads, *rows], fill([58, 0, 36]), pad=1.5),
        gap(14),
    ]


def _numbered(reference: Reference) -> list[Cell]:
    number = paragraph(f"[{reference.number}]", "micro-muted")
    return [number, _named(reference.title, reference.address), paragraph(reference.grade, "micro")]


def _coded(source: Source) -> list[Cell]:
    code = paragraph(source.code, "micro-muted")
    return [code, _named(source.title, source.url), paragraph(source.grade, "micro")]


def _named(title: str, address: str) -> Story:
    return [paragraph(title, "micro"), linked(address, address, "", "micro")]
