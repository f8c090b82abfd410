"""What to do first: who is lifted, how far, what it gains, in which order."""

from dataclasses import replace
from fractions import Fraction

from hypothesis import assume, given
from hypothesis import strategies as st

from readiness.core.answers import rated
from readiness.core.questionnaire import Domain, Effort, Form, Gate
from readiness.core.recommendations import Recommendation, overall_after, recommend
from readiness.core.scoring import score
from tests.unit.core.strategies import (
    ABSENT,
    Case,
    cases,
    ends,
    question,
    questionnaire,
    sheet,
    span,
)


def advice(case: Case, *, next_step: bool = False) -> tuple[Recommendation, ...]:
    result = score(case.questionnaire, case.sheet)
    return recommend(case.questionnaire, case.sheet, result, next_step=next_step)


def uncapped_low(case: Case) -> Fraction:
    return ends(score(case.questionnaire, case.sheet).uncapped)[0]


@given(cases())
def test_everything_below_level_3_is_lifted_to_3(case: Case) -> None:
    wanting = {q.id for q in case.applicable if (case.sheet.answer(q.id).level or 0) < 3}
    found = advice(case)
    assert {row.question for row in found} == wanting
    assert all(row.to_level == 3 for row in found)
    assert [row.rank for row in found] == list(range(1, len(found) + 1))
    for row in found:
        assert row.from_level == case.sheet.answer(row.question).level
        assert row.effort == case.questionnaire.question(row.question).to_3


@given(cases())
def test_the_next_step_lifts_what_is_at_3_to_4(case: Case) -> None:
    at_3 = {q.id for q in case.applicable if case.sheet.answer(q.id).level == 3}
    found = advice(case, next_step=True)
    lifted = {row.question for row in found if row.to_level == 4}
    assert lifted == at_3
    assert {row.question for row in found} - lifted == {row.question for row in advice(case)}
    for row in found:
        if row.question in lifted:
            assert row.effort == case.questionnaire.question(row.question).to_4


@given(cases(), st.booleans())
def test_following_all_advice_gains_what_was_promised(case: Case, next_step: bool) -> None:  # noqa: FBT001 - drawn
    assume(case.applicable)
    found = advice(case, next_step=next_step)
    followed = case
    for row in found:
        asked = case.questionnaire.question(row.question)
        followed = followed.answering(asked, rated(row.to_level))
    assert sum(row.gain for row in found) == uncapped_low(followed) - uncapped_low(case)
    assert all(row.to_level == 4 for row in advice(followed, next_step=True))
    assert advice(followed) == ()


@given(cases(), st.data())
def test_each_gain_is_what_the_score_would_gain(case: Case, data: st.DataObject) -> None:
    found = advice(case, next_step=True)
    assume(found)
    row = data.draw(st.sampled_from(found))
    asked = case.questionnaire.question(row.question)
    lifted = case.answering(asked, rated(row.to_level))
    assert row.gain == uncapped_low(lifted) - uncapped_low(case) > 0


@given(cases(), st.booleans())
def test_biting_gates_come_first_then_the_best_gain_per_day(case: Case, next_step: bool) -> None:  # noqa: FBT001 - drawn
    biting = {gate.question: gate.kind for gate in score(case.questionnaire, case.sheet).gates}
    place = {q.id: number for number, q in enumerate(case.scored)}
    found = advice(case, next_step=next_step)
    assert {row.question: row.gate for row in found if row.gate} == biting
    keys = [
        (
            [Gate.HARD, Gate.SOFT, None].index(row.gate),
            -row.gain / row.effort.once.typical,
            place[row.question],
        )
        for row in found
    ]
    assert keys == sorted(keys)


@given(cases())
def test_advice_does_not_depend_on_the_order_of_the_answers(case: Case) -> None:
    backwards = dict(reversed(list(case.sheet.answers.items())))
    turned = replace(case, sheet=replace(case.sheet, answers=backwards))
    assert advice(case) == advice(turned)


@given(cases(form=Form.CORE))
def test_the_core_form_advises_on_core_questions_only(case: Case) -> None:
    assert all(case.questionnaire.question(row.question).core for row in advice(case))


def test_ties_stay_in_pack_order() -> None:
    # Half of one domain against the whole of another: twice the gain at twice the days.
    pack = questionnaire(
        Domain("SEC", 1, (question("SEC-02"), question("SEC-01"))),
        Domain("CON", 1, (question("CON-01", to_3=Effort(span(2), span(0))),)),
    )
    found = recommend(pack, sheet(), score(pack, sheet()))
    assert [row.question for row in found] == ["SEC-02", "SEC-01", "CON-01"]
    assert found[2].gain == 2 * found[0].gain


def test_what_is_done_or_has_no_object_is_never_advised() -> None:
    asked = (question("SEC-01"), question("SEC-02"), question("SEC-03", not_applicable=True))
    pack = questionnaire(Domain("SEC", 1, asked))
    answers = sheet({"SEC-01": rated(3), "SEC-02": rated(4), "SEC-03": ABSENT})
    assert recommend(pack, answers, score(pack, answers)) == ()


@given(cases())
def test_the_score_after_each_step_is_the_score_of_the_sheet_so_far(case: Case) -> None:
    steps = advice(case)
    so_far, expected = case, []
    for step in steps:
        so_far = so_far.answering(case.questionnaire.question(step.question), rated(step.to_level))
        expected.append(score(so_far.questionnaire, so_far.sheet).capped)
    reached = overall_after(case.questionnaire, case.sheet, steps)
    assert list(reached) == expected
    lows = [found.low for found in reached if found]
    assert lows == sorted(lows)
