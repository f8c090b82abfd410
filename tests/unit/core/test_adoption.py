"""Readiness against real use."""

from dataclasses import replace

import pytest
from hypothesis import given

from readiness.core.adoption import Quadrant, interested, quadrant, uses
from readiness.core.answers import UNKNOWN, Answer, rated
from readiness.core.questionnaire import Domain, Gate
from readiness.core.scoring import score
from tests.unit.core.strategies import (
    ABSENT,
    USE,
    Case,
    cases,
    question,
    questionnaire,
    sheet,
    use_question,
)

PACK = questionnaire(
    Domain("GOV", 1, (question("GOV-01", not_applicable=True), use_question())),
)


@pytest.mark.parametrize(
    ("readiness", "use", "expected"),
    [
        (1, 1, Quadrant.NOT_STARTED),
        (1, 2, Quadrant.EXPOSED),
        (2, 1, Quadrant.ROOM_TO_GROW),
        (2, 2, Quadrant.STEERED),
        (0, 0, Quadrant.NOT_STARTED),
        (0, 4, Quadrant.EXPOSED),
        (4, 0, Quadrant.ROOM_TO_GROW),
        (4, 4, Quadrant.STEERED),
    ],
)
def test_the_quadrant_of_readiness_and_use(readiness: int, use: int, expected: Quadrant) -> None:
    answers = sheet({"GOV-01": rated(readiness), USE: rated(use)})
    assert uses(PACK, answers) is (use >= 2)
    assert quadrant(score(PACK, answers), using=uses(PACK, answers)) is expected


def test_readiness_is_the_capped_figure() -> None:
    gate = question("GOV-01", gate=Gate.HARD)
    pack = questionnaire(
        Domain("GOV", 1, (gate, question("GOV-02", weight=9), use_question())),
    )
    answers = sheet({"GOV-01": rated(1), "GOV-02": rated(4), USE: rated(4)})
    assert quadrant(score(pack, answers), using=True) is Quadrant.EXPOSED


@pytest.mark.parametrize("answers", [{}, {USE: UNKNOWN}])
def test_unknown_use_has_no_quadrant(answers: dict[str, Answer]) -> None:
    known = sheet({**answers, "GOV-01": rated(4)})
    assert uses(PACK, known) is None
    assert quadrant(score(PACK, known), using=None) is None


def test_without_a_score_there_is_no_quadrant() -> None:
    assert quadrant(score(PACK, sheet({"GOV-01": ABSENT})), using=True) is None


def test_interest_is_what_the_profile_says() -> None:
    assert interested(sheet()) is None
    assert interested(replace(sheet(), profile={"finds_social_media_useful": True})) is True
    assert interested(replace(sheet(), profile={"finds_social_media_useful": False})) is False


@given(cases())
def test_a_quadrant_needs_a_score_and_a_known_use(case: Case) -> None:
    using = uses(case.questionnaire, case.sheet)
    result = score(case.questionnaire, case.sheet)
    found = quadrant(result, using=using)
    assert (found is None) is (using is None or result.capped is None)
