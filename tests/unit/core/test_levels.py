"""The five levels: decided before rounding, at exact boundaries."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from readiness.core.answers import UNKNOWN, Answer, rated
from readiness.core.questionnaire import Domain, Question, Questionnaire
from readiness.core.scoring import Level, level_of, score
from tests.unit.core.strategies import question, questionnaire, sheet

TINY = Fraction(1, 10**30)
BOUNDARIES = [
    (25, Level.UNPROTECTED, Level.PARTIAL),
    (50, Level.PARTIAL, Level.ORGANISED),
    (75, Level.ORGANISED, Level.CONTROLLED),
    (90, Level.CONTROLLED, Level.PROVEN),
]


@pytest.mark.parametrize(("bound", "below", "from_on"), BOUNDARIES)
def test_a_level_starts_at_its_boundary_exactly(bound: int, below: Level, from_on: Level) -> None:
    assert level_of(bound - TINY) is below
    assert level_of(Fraction(bound)) is from_on
    assert level_of(bound + TINY) is from_on


def test_the_ends_of_the_scale() -> None:
    assert level_of(Fraction(0)) is Level.UNPROTECTED
    assert level_of(Fraction(100)) is Level.PROVEN


@given(st.fractions(0, 100), st.fractions(0, 100))
def test_more_points_never_mean_a_lower_level(one: Fraction, other: Fraction) -> None:
    low, high = sorted((one, other))
    assert list(Level).index(level_of(low)) <= list(Level).index(level_of(high))


def pack_of(*weights: int) -> Questionnaire:
    asked: list[Question] = [
        question(f"SEC-{number:02}", weight=weight) for number, weight in enumerate(weights, 1)
    ]
    return questionnaire(Domain("SEC", 100, tuple(asked)))


def test_a_score_that_prints_as_the_boundary_is_still_below_it() -> None:
    # 4 999 of 10 000 at level 4 is 49.99 points, "50" on the screen.
    result = score(pack_of(4_999, 5_001), sheet({"SEC-01": rated(4), "SEC-02": rated(0)}))
    assert result.level is Level.PARTIAL
    assert result.domains[0].level is Level.PARTIAL


def test_exactly_half_is_organised() -> None:
    result = score(pack_of(1, 1), sheet({"SEC-01": rated(4), "SEC-02": rated(0)}))
    assert result.level is Level.ORGANISED


@pytest.mark.parametrize(
    ("weights", "level"), [((50, 50), Level.ORGANISED), ((49, 51), None), ((51, 49), Level.PROVEN)]
)
def test_half_must_be_known_for_a_level(weights: tuple[int, int], level: Level | None) -> None:
    known: Answer = rated(4)
    result = score(pack_of(*weights), sheet({"SEC-01": known, "SEC-02": UNKNOWN}))
    assert result.knowledge == weights[0]
    # The low end is the known share itself: 50 is organised, and 51 is no more than that.
    assert result.level is (None if level is None else Level.ORGANISED)
    assert result.weakest_domain == "SEC"
