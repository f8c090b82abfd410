"""What to do first: every question below its target, in the order that pays."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from fractions import Fraction

from readiness.core.answers import AnswerSheet, State, rated
from readiness.core.questionnaire import (
    POINTS_PER_LEVEL,
    TOP_LEVEL,
    Effort,
    Gate,
    Question,
    Questionnaire,
)
from readiness.core.scoring import Range, Score, score, share_per_point


@dataclass(frozen=True, slots=True)
class Recommendation:
    """Lift one question from its level (None: unknown) to a target level.

    ``gain`` is in points of the overall uncapped low score; ``gate`` is set where the question
    is a gate that bites today.
    """

    rank: int
    question: str
    domain: str
    from_level: int | None
    to_level: int
    gain: Fraction
    effort: Effort
    owner: str
    gate: Gate | None


def recommend(
    questionnaire: Questionnaire,
    sheet: AnswerSheet,
    scored: Score,
    *,
    next_step: bool = False,
) -> tuple[Recommendation, ...]:
    """All recommendations, ranked by scoring.md, "Explaining".

    Biting hard gates, then biting soft gates, then the rest; inside each group the gain per
    typical effort day, highest first; ties in pack order. With ``next_step`` a question that
    has reached the target already is lifted to level 4.
    """
    biting = {gate.question: gate.kind for gate in scored.gates}
    shares = share_per_point(scored.domains)
    found = []
    for domain in questionnaire.domains:
        for question in domain.scored(sheet.form):
            answer = sheet.answer(question.id)
            target = _target(questionnaire, answer.level, next_step=next_step)
            if answer.state is State.NOT_APPLICABLE or target is None:
                continue
            gain = (
                shares[domain.id]
                * question.weight
                * (target - (answer.level or 0))
                * POINTS_PER_LEVEL
            )
            gate = biting.get(question.id)
            found.append(_recommendation(question, answer.level, target, gain, gate))
    return _ranked(found)


def _target(questionnaire: Questionnaire, level: int | None, *, next_step: bool) -> int | None:
    if level is None or level < questionnaire.target_level:
        return questionnaire.target_level
    return TOP_LEVEL if next_step and level < TOP_LEVEL else None


def _recommendation(
    question: Question, level: int | None, target: int, gain: Fraction, gate: Gate | None
) -> Recommendation:
    return Recommendation(
        rank=0,
        question=question.id,
        domain=question.domain,
        from_level=level,
        to_level=target,
        gain=gain,
        effort=question.effort_to(target),
        owner=question.accountable,
        gate=gate,
    )


def _ranked(found: Sequence[Recommendation]) -> tuple[Recommendation, ...]:
    group = {Gate.HARD: 0, Gate.SOFT: 1, None: 2}
    ordered = sorted(found, key=lambda r: (group[r.gate], -r.gain / r.effort.once.typical))
    return tuple(replace(r, rank=rank) for rank, r in enumerate(ordered, start=1))


def overall_after(
    questionnaire: Questionnaire, sheet: AnswerSheet, steps: Sequence[Recommendation]
) -> tuple[Range | None, ...]:
    """The capped overall score after each step, all steps before it done too."""
    reached = []
    for step in steps:
        sheet = sheet.with_answer(step.question, rated(step.to_level))
        reached.append(score(questionnaire, sheet).capped)
    return tuple(reached)
