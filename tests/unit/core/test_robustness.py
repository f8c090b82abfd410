"""How far the score depends on the authors' weights and level values."""

from dataclasses import replace
from fractions import Fraction

import pytest
from hypothesis import assume, given, settings

from readiness.core.answers import UNKNOWN, State, rated
from readiness.core.questionnaire import Domain
from readiness.core.robustness import robustness
from readiness.core.scoring import score
from tests.unit.core.strategies import (
    ABSENT,
    Case,
    cases,
    ends,
    question,
    questionnaire,
    sheet,
)

# A thousand draws each: a few sheets are enough.
few = settings(max_examples=8)
# Two weights may move apart by 1.25 / 0.75, inside a domain and once more between domains.
APART = Fraction(5, 3) ** 2


@few
@given(cases())
def test_the_band_stays_on_the_scale_and_near_the_score(case: Case) -> None:
    assume(case.applicable)
    found = robustness(case.questionnaire, case.sheet)
    assert found is not None
    low, _ = ends(score(case.questionnaire, case.sheet).uncapped)
    assert 0 <= found.band_low <= found.band_high <= 100
    assert low / APART <= found.band_low
    assert found.band_high <= low * APART
    assert 0 <= found.equal_weights <= 100
    assert 0 <= found.late_steps <= 100
    assert found.draws == 1000


@few
@given(cases())
def test_the_same_sheet_gives_the_same_band(case: Case) -> None:
    backwards = dict(reversed(list(case.sheet.answers.items())))
    turned = replace(case.sheet, answers=backwards)
    first, second = (robustness(case.questionnaire, one) for one in (case.sheet, turned))
    assert first == second


@pytest.mark.parametrize(("level", "late"), [(0, 0), (1, 10), (2, 40), (3, 80), (4, 100)])
def test_equal_answers_do_not_depend_on_weights(level: int, late: int) -> None:
    weights = (1, 5, 3)
    domains = [
        Domain(
            name,
            10 * number,
            tuple(question(f"{name}-{weight:02}", weight=weight) for weight in weights),
        )
        for number, name in enumerate(("SEC", "CON"), 1)
    ]
    pack = questionnaire(*domains)
    found = robustness(pack, sheet({name: rated(level) for name in pack.questions}))
    assert found is not None
    assert found.band_low == found.band_high == found.equal_weights == 25 * level
    assert found.late_steps == late


@few
@given(cases())
def test_unknown_counts_as_nothing_here_too(case: Case) -> None:
    honest = case
    for asked in case.scored:
        if case.state(asked) is State.UNKNOWN:
            honest = honest.answering(asked, rated(0))
    assert robustness(case.questionnaire, case.sheet) == robustness(
        case.questionnaire, honest.sheet
    )


@few
@given(cases())
def test_equal_weights_of_equal_weights_are_the_score(case: Case) -> None:
    assume(case.applicable)
    level = tuple(
        Domain(domain.id, 7, tuple(replace(q, weight=3) for q in domain.questions))
        for domain in case.questionnaire.domains
    )
    pack = replace(case.questionnaire, domains=level)
    found = robustness(pack, case.sheet)
    assert found is not None
    assert found.equal_weights == ends(score(pack, case.sheet).uncapped)[0]


def test_late_steps_weigh_as_the_score_does() -> None:
    pack = questionnaire(Domain("SEC", 1, (question("SEC-01", weight=3), question("SEC-02"))))
    found = robustness(pack, sheet({"SEC-01": rated(1), "SEC-02": rated(3)}))
    assert found is not None
    assert found.late_steps == Fraction(3 * 10 + 80, 4)
    assert found.equal_weights == Fraction(25 + 75, 2)


def test_a_band_has_a_width_where_answers_differ() -> None:
    pack = questionnaire(Domain("SEC", 1, (question("SEC-01"), question("SEC-02"))))
    found = robustness(pack, sheet({"SEC-01": rated(4), "SEC-02": UNKNOWN}))
    assert found is not None
    # 5 and 95 % of a / (a + b), both even between 0.75 and 1.25: 50 points and 9 more or less.
    assert 40 < found.band_low < 43
    assert 57 < found.band_high < 60


def test_the_band_lies_around_the_weighted_score() -> None:
    # Nine tenths at level 4: 90 points, and 5 and 95 % of 9a / (9a + b) are near it.
    pack = questionnaire(Domain("SEC", 1, (question("SEC-01", weight=9), question("SEC-02"))))
    found = robustness(pack, sheet({"SEC-01": rated(4), "SEC-02": rated(0)}))
    assert found is not None
    assert 86 < found.band_low < 88
    assert 92 < found.band_high < 94


def test_the_weights_of_domains_are_drawn_too() -> None:
    pack = questionnaire(
        Domain("SEC", 9, (question("SEC-01"),)), Domain("CON", 1, (question("CON-01"),))
    )
    found = robustness(pack, sheet({"SEC-01": rated(4), "CON-01": rated(0)}))
    assert found is not None
    assert 86 < found.band_low < 88
    assert 92 < found.band_high < 94


def test_nothing_assessed_has_no_band() -> None:
    pack = questionnaire(Domain("SEC", 1, (question("SEC-01", not_applicable=True),)))
    assert robustness(pack, sheet({"SEC-01": ABSENT})) is None
