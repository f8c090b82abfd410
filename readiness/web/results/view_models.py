"""The result page: every number and sentence on it, taken from the result and its narrator."""

from collections.abc import Iterator
from dataclasses import dataclass

from readiness.core.answers import State
from readiness.core.benchmarks import Benchmarks
from readiness.core.questionnaire import Form
from readiness.core.result import Result
from readiness.core.scoring import DomainScore
from readiness.web.results.actions import Actions, actions
from readiness.web.results.costs import CostsView, costs
from readiness.web.results.numbers import Numbers, numbers
from readiness.web.results.peers import PeersView, peers
from readiness.web.results.survey import SurveyView, survey
from readiness.wording import charts, findings
from readiness.wording.charts import Chart
from readiness.wording.findings import Limit
from readiness.wording.language import DASH
from readiness.wording.narrator import Narrator
from readiness.wording.printable import printable


@dataclass(frozen=True, slots=True)
class Fact:
    """A figure under the headline."""

    label: str
    value: str
    about: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Head:
    """The headline: the verdict, the range as its one or two ends, and what they mean."""

    over: str
    title: str
    sentences: str
    meaning: str
    ends: tuple[str, ...]
    chart: Chart | None
    facts: tuple[Fact, ...]


@dataclass(frozen=True, slots=True)
class ResultPage:
    """Everything the result page prints, section by section."""

    head: Head
    limits: tuple[Limit, ...]
    domains: Chart
    domain_notes: tuple[str, ...]
    actions: Actions
    costs: CostsView
    survey: SurveyView
    peers: PeersView
    numbers: Numbers


def result_page(narrator: Narrator, result: Result, benchmarks: Benchmarks) -> ResultPage:
    """The page of ``result`` in the narrator's language."""
    return ResultPage(
        head=_head(narrator, result),
        limits=findings.limits(narrator, result),
        domains=charts.domains_chart(narrator, result),
        domain_notes=tuple(_domain_notes(narrator, result)),
        actions=actions(narrator, result),
        costs=costs(narrator, result),
        survey=survey(narrator, result, benchmarks),
        peers=peers(narrator, result, benchmarks),
        numbers=numbers(narrator, result),
    )


def _head(narrator: Narrator, result: Result) -> Head:
    lang, capped = narrator.language, result.score.capped
    verdict = findings.verdict(narrator, result)
    return Head(
        over=_over(narrator, result),
        title=lang.text(
            "%(name)s: %(verdict)s",
            name=printable(result.sheet.organisation.name) or lang.text("Your organisation"),
            verdict=verdict,
        ),
        sentences=" ".join(findings.range_sentences(narrator, result)),
        meaning="" if capped is None else findings.level_sentence(narrator, result),
        ends=() if capped is None else tuple(lang.points_range(capped).split(DASH)),
        chart=charts.overall_chart(narrator, result),
        facts=tuple(_facts(narrator, result)),
    )


def _over(narrator: Narrator, result: Result) -> str:
    text = narrator.language.text
    date = narrator.language.date(result.sheet.date)
    if result.sheet.form is Form.CORE:
        return text("Result, short form, %(date)s", date=date)
    return text("Result, full form, %(date)s", date=date)


def _facts(narrator: Narrator, result: Result) -> Iterator[Fact]:
    lang, score = narrator.language, result.score
    if score.knowledge is not None:
        yield Fact(
            lang.text("You know"),
            lang.percent(score.knowledge),
            (lang.text("of the weight"), findings.knowledge_sentence(narrator, result)),
        )
    weakest = next((d for d in score.domains if d.id == score.weakest_domain), None)
    if weakest is not None and weakest.capped is not None:
        points = lang.points_range(weakest.capped)
        yield Fact(
            lang.text("Weakest domain"),
            narrator.domain(weakest.id),
            (lang.text("%(points)s of 100 points", points=points),),
        )
    quadrant = result.adoption.quadrant
    yield Fact(
        lang.text("Readiness and use"),
        lang.text("Not known") if quadrant is None else narrator.quadrant(quadrant),
        (findings.quadrant_sentence(narrator, result),),
    )


def _domain_notes(narrator: Narrator, result: Result) -> Iterator[str]:
    text = narrator.language.text
    for domain in result.score.domains:
        name = narrator.domain(domain.id)
        if domain.capped is None:
            yield text(
                "Not assessed: no question of %(domain)s is applicable, so it has no numbers.",
                domain=name,
            )
        elif domain.partly_assessed:
            yield text(
                "Partly assessed: %(share)s of the weight of %(domain)s is not applicable "
                "(%(questions)s).",
                share=narrator.language.percent(domain.not_applicable),
                domain=name,
                questions=", ".join(_not_applicable(result, domain)),
            )


def _not_applicable(result: Result, domain: DomainScore) -> Iterator[str]:
    for question in result.questionnaire.domain(domain.id).scored(result.sheet.form):
        if result.sheet.answer(question.id).state is State.NOT_APPLICABLE:
            yield question.id
