"""The result as plain data: the ``readiness-result/1`` document of the public interface."""

from collections.abc import Mapping, Sequence
from fractions import Fraction
from typing import TypeAlias

from readiness.core.answers import Answer, State
from readiness.core.benchmarks import Margin, Position, SurveyPosition
from readiness.core.costs import CostLine, Costs
from readiness.core.numbers import for_data
from readiness.core.questionnaire import Span
from readiness.core.recommendations import Recommendation
from readiness.core.result import Result
from readiness.core.scoring import DomainScore, GateState, Range, Score

SCHEMA = "readiness-result/1"
OWN_GRADE = "own"

Json: TypeAlias = "bool | int | float | str | Sequence[Json] | Mapping[str, Json] | None"


def document(result: Result) -> dict[str, Json]:
    """The result as JSON-ready data; the caller sorts the keys when writing."""
    sheet, score = result.sheet, result.score
    return {
        "schema": SCHEMA,
        "questionnaire": {
            "id": result.questionnaire.id,
            "form": sheet.form.value,
            "digest": result.questionnaire.digest,
        },
        "organisation": _organisation(result),
        "date": sheet.date.isoformat(),
        "score": _score(score),
        "domains": [_domain(domain) for domain in score.domains],
        "gates": [_gate(gate) for gate in score.gates],
        "contributions": [
            {"question": c.question, "points": for_data(c.points), "lost": for_data(c.lost)}
            for c in score.contributions
        ],
        "unknown": [{"question": c.question, "worth": for_data(c.lost)} for c in score.unknown],
        "adoption": {
            "uses": result.adoption.uses,
            "interested": result.adoption.interested,
            "quadrant": result.adoption.quadrant,
            "survey": [_survey(position) for position in result.adoption.survey],
        },
        "benchmarks": [_benchmark(position) for position in result.positions],
        "practices": {
            "yours": result.practices.yours,
            "peers": for_data(result.practices.peers),
            "of": result.practices.of,
        },
        "recommendations": [_recommendation(r) for r in result.recommendations],
        "costs": _costs(result.costs, sheet.date.year),
        "answers": {
            question.id: answer_value(sheet.answer(question.id))
            for question in result.questionnaire.asked(sheet.form)
        },
    }


def answer_value(answer: Answer) -> Json:
    """An answer as an answers file writes it: bare where nothing is added to it."""
    if answer.state is State.NOT_APPLICABLE:
        value: dict[str, Json] = {"not_applicable": answer.reason}
    else:
        value = {"level": "unknown" if answer.level is None else answer.level}
    if answer.note:
        value["note"] = answer.note
    if answer.evidence is not None:
        value["evidence"] = answer.evidence.value
    return value["level"] if set(value) == {"level"} else value


def _organisation(result: Result) -> dict[str, Json]:
    organisation = result.sheet.organisation
    given: dict[str, Json] = {
        "name": organisation.name,
        "country": organisation.country,
        "sector": organisation.sector,
        "size": organisation.size.value,
    }
    if organisation.headcount is not None:
        given["headcount"] = organisation.headcount
    return given


def _ends(name: str, ends: Range | None) -> dict[str, Json]:
    return {
        f"{name}low": None if ends is None else for_data(ends.low),
        f"{name}high": None if ends is None else for_data(ends.high),
    }


def _share(value: Fraction | None) -> Json:
    return None if value is None else for_data(value)


def _score(score: Score) -> dict[str, Json]:
    return {
        **_ends("", score.capped),
        **_ends("uncapped_", score.uncapped),
        "knowledge": _share(score.knowledge),
        "level": score.level,
        "weakest_domain": score.weakest_domain,
    }


def _domain(domain: DomainScore) -> dict[str, Json]:
    return {
        "id": domain.id,
        "weight": domain.weight,
        **_ends("", domain.capped),
        **_ends("uncapped_", domain.uncapped),
        "knowledge": _share(domain.knowledge),
        "not_applicable": _share(domain.not_applicable),
        "partly_assessed": domain.partly_assessed,
        "level": domain.level,
    }


def _gate(gate: GateState) -> dict[str, Json]:
    caps = {"domain": gate.domain_cap, "overall": gate.overall_cap}
    return {
        "question": gate.question,
        "kind": gate.kind.value,
        "level": gate.level,
        "caps": {where: for_data(cap) for where, cap in caps.items() if cap is not None},
    }


def _margin(margin: Margin | None) -> Json:
    if margin is None:
        return None
    return {"low": for_data(margin.low), "high": for_data(margin.high)}


def _survey(position: SurveyPosition) -> dict[str, Json]:
    figure = position.entry.figure
    return {
        "indicator": position.entry.id,
        "yours": position.yours,
        "peers": for_data(figure.value),
        "margin": _margin(position.margin),
        "year": figure.year,
        "grade": figure.grade,
        "pack": figure.pack,
    }


def _benchmark(position: Position) -> dict[str, Json]:
    indicator, figure, cell = position.indicator, position.figure, position.cell
    return {
        "indicator": indicator.id,
        "question": indicator.rule.question,
        "yours": position.yours,
        "peers": for_data(figure.value),
        "unit": figure.unit,
        "margin": _margin(position.margin),
        "verdict": position.verdict.value,
        "closeness": indicator.closeness.value,
        "year": figure.year,
        "grade": figure.grade,
        "cell": {
            "country": cell.country,
            "sector": cell.sector,
            "size_class": cell.size_class,
            "step": cell.step,
        },
        "pack": figure.pack,
        "source_title": figure.source_title,
        "source_url": figure.source_url,
    }


def _span(span: Span) -> dict[str, Json]:
    return {
        "low": for_data(span.low),
        "typical": for_data(span.typical),
        "high": for_data(span.high),
    }


def _recommendation(recommendation: Recommendation) -> dict[str, Json]:
    return {
        "rank": recommendation.rank,
        "question": recommendation.question,
        "from": recommendation.from_level or 0,
        "to": recommendation.to_level,
        "gain": for_data(recommendation.gain),
        "effort_days": _span(recommendation.effort.once),
        "owner": recommendation.owner,
        "gate": recommendation.gate,
    }


def _costs(costs: Costs, year: int) -> dict[str, Json]:
    return {
        "currency": costs.currency,
        "lines": [_cost_line(line, year) for line in costs.lines],
        "total": {
            "once": _span(costs.once),
            "yearly": _span(costs.yearly),
            "first_year": _span(costs.first_year),
        },
    }


def _cost_line(line: CostLine, year: int) -> dict[str, Json]:
    """A line; a price of one's own is of the assessment's ``year`` and has no published grade."""
    return {
        "item": line.item,
        "question": line.question,
        "kind": line.kind.value,
        "once": _span(line.once),
        "yearly": _span(line.yearly),
        "year": year if line.own_price else line.price.year,
        "grade": OWN_GRADE if line.own_price else line.price.grade,
    }
