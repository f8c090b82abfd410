"""How far the score depends on weights and level values that are a judgement."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from random import Random
from typing import NamedTuple

from readiness.core.answers import AnswerSheet, State
from readiness.core.questionnaire import Questionnaire

DRAWS = 1_000
SEED = 2011
_SCALE = 10_000
_SPREAD = 2_500
_FINE = 10**12
EQUAL_STEPS = {0: 0, 1: 25, 2: 50, 3: 75, 4: 100}
LATE_STEPS = {0: 0, 1: 10, 2: 40, 3: 80, 4: 100}


@dataclass(frozen=True, slots=True)
class Robustness:
    """Points of the overall uncapped low score under other weights and level values."""

    draws: int
    band_low: Fraction
    band_high: Fraction
    equal_weights: Fraction
    late_steps: Fraction


class _Row(NamedTuple):
    weight: int
    level: int


def robustness(questionnaire: Questionnaire, sheet: AnswerSheet) -> Robustness | None:
    """The 5-95 % band and two alternatives (scoring.md, "Robustness"); None if not assessed."""
    domains = [
        (domain.weight, rows)
        for domain in questionnaire.domains
        if (rows := _rows([(q.id, q.weight) for q in domain.scored(sheet.form)], sheet))
    ]
    if not domains:
        return None
    random = Random(SEED)  # noqa: S311 - a repeatable illustration, nothing secret
    draws = sorted(_drawn_low(_shaken(domains, random)) for _ in range(DRAWS))
    equal = [(1, [_Row(1, row.level) for row in rows]) for _, rows in domains]
    return Robustness(
        draws=DRAWS,
        band_low=Fraction(draws[DRAWS * 5 // 100 - 1], _FINE),
        band_high=Fraction(draws[DRAWS * 95 // 100 - 1], _FINE),
        equal_weights=_low(equal, EQUAL_STEPS),
        late_steps=_low(domains, LATE_STEPS),
    )


def _rows(questions: Sequence[tuple[str, int]], sheet: AnswerSheet) -> list[_Row]:
    answered = ((sheet.answer(question_id), weight) for question_id, weight in questions)
    return [
        _Row(weight, answer.level or 0)
        for answer, weight in answered
        if answer.state is not State.NOT_APPLICABLE
    ]


def _shaken(
    domains: Sequence[tuple[int, Sequence[_Row]]], random: Random
) -> list[tuple[int, list[_Row]]]:
    """Every weight, of domains too, multiplied by a factor between 0.75 and 1.25."""
    return [
        (_shake(weight, random), [_Row(_shake(row.weight, random), row.level) for row in rows])
        for weight, rows in domains
    ]


def _shake(weight: int, random: Random) -> int:
    # random() is the only generator whose sequence Python promises to keep between versions.
    return weight * (_SCALE - _SPREAD + int(random.random() * (2 * _SPREAD + 1)))


def _low(domains: Sequence[tuple[int, Sequence[_Row]]], values: Mapping[int, int]) -> Fraction:
    omega = sum(weight for weight, _ in domains)
    total = Fraction(0)
    for weight, rows in domains:
        earned = sum(row.weight * values[row.level] for row in rows)
        total += Fraction(weight * earned, sum(row.weight for row in rows))
    return total / omega


def _drawn_low(domains: Sequence[tuple[int, Sequence[_Row]]]) -> int:
    """One draw's overall low in units of ``1 / _FINE``: a thousand exact sums would be slow."""
    total = 0
    for weight, rows in domains:
        earned = sum(row.weight * EQUAL_STEPS[row.level] for row in rows)
        total += weight * (earned * _FINE // sum(row.weight for row in rows))
    return total // sum(weight for weight, _ in domains)
