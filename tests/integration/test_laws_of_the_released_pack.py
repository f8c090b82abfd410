"""The laws of the score on the pack that is released, answered at random."""

import json
from random import Random

import pytest

from readiness.core.answers import UNKNOWN, AnswerSheet, rated
from readiness.core.costs import Costs, cost
from readiness.core.questionnaire import Gate, Question, Span
from readiness.core.recommendations import recommend
from readiness.core.robustness import robustness
from readiness.core.scoring import Level, Range, Score, score
from readiness.packs import load
from readiness.services.answers_file import read_answers
from tests.oracle.random_answers import random_answers

PACK = load("2026.1")
QUESTIONNAIRE = PACK.questionnaire
DOCUMENTS = range(40)
ORDER = list(Level)


def sheet_of(seed: int) -> AnswerSheet:
    return read_answers(json.dumps(random_answers(seed)).encode(), "answers.json")


def scored(sheet: AnswerSheet) -> Score:
    return score(QUESTIONNAIRE, sheet)


def taking_part(sheet: AnswerSheet) -> list[Question]:
    return [question for domain in QUESTIONNAIRE.domains for question in domain.scored(sheet.form)]


def any_of(questions: list[Question], seed: int) -> Question:
    return Random(seed).choice(questions)  # noqa: S311 - test data, no secret


def ranges(result: Score) -> list[Range]:
    pairs = [(result.uncapped, result.capped)]
    pairs += [(domain.uncapped, domain.capped) for domain in result.domains]
    return [found for pair in pairs for found in pair if found is not None]


def costs_of(sheet: AnswerSheet) -> Costs:
    return cost(QUESTIONNAIRE, PACK.catalogue, sheet)


def ends(amount: Span) -> list[float]:
    return [float(amount.low), float(amount.typical), float(amount.high)]


def test_gates_and_questions_without_an_object_are_those_of_the_page() -> None:
    questions = QUESTIONNAIRE.questions.values()
    assert [q.id for q in questions if q.gate is Gate.HARD] == ["SEC-02", "SEC-06"]
    assert [q.id for q in questions if q.gate is Gate.SOFT] == (
        ["SEC-01", "SEC-03", "SEC-10", "CON-04", "CON-08", "TRA-01", "TRA-04", "ROL-10", "GOV-01"]
    )
    assert [q.id for q in questions if q.not_applicable] == (
        ["SEC-07", "CON-08", "CON-11", "CON-14", "TRA-12", "ROL-07", "ROL-10", "ROL-11", "GOV-05"]
    )
    assert [q.id for q in questions if not q.scored] == [QUESTIONNAIRE.use_question] == ["GOV-12"]
    # Every gate is asked in the short form too: a cap never depends on the form.
    assert all(q.core for q in questions if q.gate)


@pytest.mark.parametrize("seed", DOCUMENTS)
def test_figures_are_in_order_and_contributions_add_up(seed: int) -> None:
    result = scored(sheet_of(seed))
    for found in ranges(result):
        assert 0 <= found.low <= found.high <= 100
    assert result.uncapped is not None
    assert sum(row.points for row in result.contributions) == result.uncapped.low
    assert sum(row.points + row.lost for row in result.contributions) == 100
    assert sum(row.lost for row in result.unknown) == result.uncapped.high - result.uncapped.low


@pytest.mark.parametrize("seed", DOCUMENTS)
def test_a_better_answer_lowers_no_score_and_raises_no_cost(seed: int) -> None:
    sheet = sheet_of(seed)
    worse = [q for q in taking_part(sheet) if sheet.answer(q.id).level in range(4)]
    if not worse:
        assert {sheet.answer(q.id).level for q in taking_part(sheet)} <= {4, None}
        return
    question = any_of(worse, seed)
    level = sheet.answer(question.id).level
    assert level is not None
    better = sheet.with_answer(question.id, rated(level + 1))
    before, after = scored(sheet), scored(better)
    for old, new in zip(ranges(before), ranges(after), strict=True):
        assert old.low <= new.low
        assert old.high <= new.high
    if before.level is not None:
        assert after.level is not None
        assert ORDER.index(before.level) <= ORDER.index(after.level)
    old_cost, new_cost = costs_of(sheet).first_year, costs_of(better).first_year
    assert all(new <= old for new, old in zip(ends(new_cost), ends(old_cost), strict=True))


@pytest.mark.parametrize("seed", DOCUMENTS)
def test_ignorance_never_pays(seed: int) -> None:
    sheet = sheet_of(seed)
    question = any_of(taking_part(sheet), seed)
    unsure = scored(sheet.with_answer(question.id, UNKNOWN))
    honest = scored(sheet.with_answer(question.id, rated(0)))
    for not_known, nothing in zip(ranges(unsure), ranges(honest), strict=True):
        assert not_known.low == nothing.low
        assert not_known.high >= nothing.high


@pytest.mark.parametrize("seed", DOCUMENTS)
def test_following_all_advice_gains_what_was_promised(seed: int) -> None:
    sheet = sheet_of(seed)
    before = scored(sheet)
    advice = recommend(QUESTIONNAIRE, sheet, before)
    for row in advice:
        sheet = sheet.with_answer(row.question, rated(row.to_level))
    after = scored(sheet)
    assert before.uncapped is not None
    assert after.uncapped is not None
    assert sum(row.gain for row in advice) == after.uncapped.low - before.uncapped.low
    assert after.gates == ()
    assert after.uncapped.low >= 75
    assert costs_of(sheet).lines == ()


@pytest.mark.parametrize("seed", range(4))
def test_the_band_is_near_the_score(seed: int) -> None:
    sheet = sheet_of(seed + 1)
    found, result = robustness(QUESTIONNAIRE, sheet), scored(sheet)
    assert found is not None
    assert result.uncapped is not None
    assert 0 <= found.band_low <= result.uncapped.low <= found.band_high <= 100
    assert found.band_high - found.band_low < 15
