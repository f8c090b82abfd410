"""From a result to the bytes of its report."""

from collections.abc import Callable
from hashlib import sha256
from typing import Final

from reportlab.platypus import NextPageTemplate, PageBreak

from readiness.core.result import Result
from readiness.report.document import BODY, Furniture, build
from readiness.report.embedding import with_answers
from readiness.report.flowables import Story
from readiness.report.fonts import register
from readiness.report.material import Material
from readiness.report.sections.answers import answers
from readiness.report.sections.benchmarks import benchmarks
from readiness.report.sections.board import board
from readiness.report.sections.costs import costs
from readiness.report.sections.domains import domains
from readiness.report.sections.method import method
from readiness.report.sections.recommendations import recommendations
from readiness.report.sections.roles import roles
from readiness.report.sections.sources import sources
from readiness.wording.narrator import Narrator

PRODUCT = "readiness"
CHAPTERS: Final[tuple[Callable[[Material], Story], ...]] = (
    domains,
    benchmarks,
    recommendations,
    roles,
    costs,
    answers,
    method,
    sources,
)


def render(result: Result, narrator: Narrator, answers: bytes) -> bytes:
    """The report of a result as PDF, with its answers file attached.

    The same result, words and answers give the same bytes, whenever and wherever they are made.
    """
    register()
    material = Material(result, narrator, sha256(answers).hexdigest())
    pages = build(_story(material), _furniture(material))
    description = material.text("The answers this report was made from")
    return with_answers(pages, answers, result.sheet.date, description)


def _story(material: Material) -> Story:
    story = board(material)
    for chapter in CHAPTERS:
        blocks = chapter(material)
        if blocks:
            story += [NextPageTemplate(BODY), PageBreak(), *blocks]
    return story


def _furniture(material: Material) -> Furniture:
    text, sheet = material.text, material.result.sheet
    organisation = material.organisation
    foot = [
        text("questionnaire %(id)s", id=sheet.questionnaire),
        text("answers %(code)s", code=material.code),
        text("self-assessment, not an audit"),
    ]
    return Furniture(
        language=material.language.code,
        title=text("Social media readiness: %(name)s", name=organisation),
        author=PRODUCT,
        subject=text("Social media readiness, questionnaire %(id)s", id=sheet.questionnaire),
        organisation=organisation,
        date=material.language.date(sheet.date),
        foot=" · ".join(foot),
        continued=lambda chapter: text("%(chapter)s (continued)", chapter=chapter),
    )
