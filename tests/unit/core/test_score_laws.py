"""Laws of the score that hold for every questionnaire and every sheet of answers."""

import random
from dataclasses import replace
from fractions import Fraction

from hypothesis import assume, given
from hypothesis import strategies as st

from readiness.core.answers import UNKNOWN, Answer, State, rated
from readiness.core.questionnaire import Domain, Form, Question
from readiness.core.scoring import Level, Range, Score, level_of, score
from tests.unit.core.strategies import ABSENT, USE, Case, Part, cases, ends, parts

ORDER = list(Level)


def scored(case: Case) -> Score:
    return score(case.questionnaire, case.sheet)


def ranges(result: Part) -> list[Range]:
    return [found for found in (result.uncapped, result.capped) if found is not None]


def pick(data: st.DataObject, among: list[Question]) -> Question:
    assume(among)
    return data.draw(st.sampled_from(among))


def lows_and_highs(result: Score) -> list[Fraction]:
    return [end for part in parts(result) for found in ranges(part) for end in ends(found)]


@given(cases())
def test_figures_stay_between_0_and_100_and_in_order(case: Case) -> None:
    result = scored(case)
    for part in parts(result):
        for found in ranges(part):
            assert 0 <= found.low <= found.high <= 100
        assert part.knowledge is None or 0 <= part.knowledge <= 100


@given(cases())
def test_a_cap_only_ever_lowers(case: Case) -> None:
    result = scored(case)
    for part in parts(result):
        assert (part.uncapped is None) == (part.capped is None)
        if part.uncapped is not None and part.capped is not None:
            assert part.capped.low <= part.uncapped.low
            assert part.capped.high <= part.uncapped.high


@given(cases(), st.data())
def test_a_better_answer_never_lowers_anything(case: Case, data: st.DataObject) -> None:
    levels = [q for q in case.scored if case.sheet.answer(q.id).level in range(4)]
    question = pick(data, levels)
    level = case.sheet.answer(question.id).level
    assert level is not None
    better = scored(case.answering(question, rated(data.draw(st.integers(level + 1, 4)))))
    before = scored(case)
    pairs = zip(lows_and_highs(before), lows_and_highs(better), strict=True)
    assert all(old <= new for old, new in pairs)
    assert before.knowledge == better.knowledge
    for old, new in zip(parts(before), parts(better), strict=True):
        if old.level is not None:
            assert new.level is not None
            assert ORDER.index(old.level) <= ORDER.index(new.level)


@given(cases(), st.data())
def test_a_better_answer_raises_the_uncapped_low(case: Case, data: st.DataObject) -> None:
    question = pick(data, [q for q in case.applicable if case.sheet.answer(q.id).level != 4])
    level = case.sheet.answer(question.id).level or 0
    before, after = scored(case), scored(case.answering(question, rated(level + 1)))
    assert ends(before.uncapped) < ends(after.uncapped)


@given(cases(), st.data())
def test_ignorance_never_pays(case: Case, data: st.DataObject) -> None:
    question = pick(data, case.scored)
    unsure = scored(case.answering(question, UNKNOWN))
    honest = scored(case.answering(question, rated(0)))
    for one, other in zip(parts(unsure), parts(honest), strict=True):
        for not_known, nothing in zip(ranges(one), ranges(other), strict=True):
            assert not_known.low == nothing.low
            assert not_known.high >= nothing.high


@given(cases(), st.data())
def test_finding_out_keeps_within_the_range(case: Case, data: st.DataObject) -> None:
    question = pick(data, [q for q in case.scored if case.state(q) is State.UNKNOWN])
    before = scored(case)
    after = scored(case.answering(question, rated(data.draw(st.integers(0, 4)))))
    for old, new in zip(parts(before), parts(after), strict=True):
        for wide, narrow in zip(ranges(old), ranges(new), strict=True):
            assert wide.low <= narrow.low <= narrow.high <= wide.high


@given(cases())
def test_a_missing_answer_counts_as_unknown(case: Case) -> None:
    filled = {q.id: case.sheet.answer(q.id) for q in case.questionnaire.asked(case.sheet.form)}
    assert scored(case) == scored(replace(case, sheet=replace(case.sheet, answers=filled)))


@given(cases(), st.randoms(use_true_random=False))
def test_the_order_of_the_answers_is_irrelevant(case: Case, chance: random.Random) -> None:
    shuffled = list(case.sheet.answers.items())
    chance.shuffle(shuffled)
    assert scored(case) == scored(replace(case, sheet=replace(case.sheet, answers=dict(shuffled))))


@given(cases(form=Form.CORE), st.data())
def test_the_core_form_ignores_other_answers(case: Case, data: st.DataObject) -> None:
    others = [q for q in case.questionnaire.questions.values() if not q.core]
    question = pick(data, others)
    other: Answer = data.draw(st.sampled_from([rated(0), rated(4), UNKNOWN, ABSENT]))
    assert scored(case) == scored(case.answering(question, other))


@given(cases(form=Form.CORE))
def test_the_core_form_is_the_full_form_of_a_shorter_questionnaire(case: Case) -> None:
    shorter = tuple(
        replace(domain, questions=tuple(q for q in domain.questions if q.core))
        for domain in case.questionnaire.domains
    )
    full = Case(replace(case.questionnaire, domains=shorter), replace(case.sheet, form=Form.FULL))
    assert scored(case) == scored(full)


@given(cases(), st.sampled_from([rated(0), rated(2), rated(4), UNKNOWN]))
def test_the_use_question_is_no_part_of_the_score(case: Case, answer: Answer) -> None:
    assert scored(case) == scored(replace(case, sheet=case.sheet.with_answer(USE, answer)))


@given(cases())
def test_contributions_add_up_to_the_uncapped_low(case: Case) -> None:
    result = scored(case)
    points = sum(found.points for found in result.contributions)
    lost = sum(found.lost for found in result.contributions)
    if result.uncapped is None:
        assert result.contributions == ()
    else:
        assert points == result.uncapped.low
        assert points + lost == 100
        assert all(found.points >= 0 and found.lost >= 0 for found in result.contributions)


@given(cases())
def test_contributions_name_every_applicable_question_in_pack_order(case: Case) -> None:
    named = [found.question for found in scored(case).contributions]
    assert named == [q.id for q in case.applicable]


@given(cases())
def test_unknowns_are_listed_by_worth_and_fill_the_range(case: Case) -> None:
    result = scored(case)
    place = {q.id: number for number, q in enumerate(case.applicable)}
    order = [(-found.lost, place[found.question]) for found in result.unknown]
    assert order == sorted(order)
    assert {found.question for found in result.unknown} == {
        q.id for q in case.scored if case.state(q) is State.UNKNOWN
    }
    if result.uncapped is not None:
        worth = sum(found.lost for found in result.unknown)
        assert worth == result.uncapped.high - result.uncapped.low


@given(cases(), st.data())
def test_not_applicable_keeps_the_ratio_of_the_others(case: Case, data: st.DataObject) -> None:
    allowed = [q for q in case.applicable if q.not_applicable]
    question = pick(data, allowed)
    before = {found.question: found for found in scored(case).contributions}
    after = scored(case.answering(question, ABSENT)).contributions
    assert question.id not in {found.question for found in after}
    for domain in case.questionnaire.domains:
        mine = [
            found
            for found in after
            if case.questionnaire.question(found.question) in domain.questions
        ]
        for one in mine:
            first = mine[0]
            old, old_first = before[one.question], before[first.question]
            total, old_total = one.points + one.lost, old.points + old.lost
            assert total * (old_first.points + old_first.lost) == old_total * (
                first.points + first.lost
            )
            assert one.points * old_total == old.points * total


@given(cases(), st.data())
def test_not_applicable_leaves_the_other_domains_alone(case: Case, data: st.DataObject) -> None:
    question = pick(data, [q for q in case.applicable if q.not_applicable])
    before, after = scored(case), scored(case.answering(question, ABSENT))
    for old, new in zip(before.domains, after.domains, strict=True):
        if old.id != question.domain:
            assert old == new


@given(cases())
def test_a_domain_without_an_object_leaves_the_sums(case: Case) -> None:
    assume(len(case.questionnaire.domains) > 1)
    first = case.questionnaire.domains[0]
    absent = {q.id: ABSENT for q in first.questions}
    emptied = replace(case, sheet=replace(case.sheet, answers={**case.sheet.answers, **absent}))
    # Only the first domain's own gates are set aside with it.
    softened = Domain(first.id, first.weight, tuple(replace(q, gate=None) for q in first.questions))
    others = case.questionnaire.domains[1:]
    result = scored(
        replace(emptied, questionnaire=replace(case.questionnaire, domains=(softened, *others)))
    )
    without = score(replace(case.questionnaire, domains=others), case.sheet)
    assert result.domains[0].uncapped is None
    assert result.domains[0].level is None
    assert (result.uncapped, result.capped) == (without.uncapped, without.capped)
    assert (result.knowledge, result.level) == (without.knowledge, without.level)
    assert result.contributions == without.contributions
    assert result.weakest_domain == without.weakest_domain


@given(cases())
def test_no_level_while_too_little_is_known(case: Case) -> None:
    result = scored(case)
    if result.knowledge is None or result.capped is None or result.knowledge < 50:
        assert result.level is None
    else:
        assert result.level is level_of(result.capped.low)
    for domain in result.domains:
        assert domain.level is (None if domain.capped is None else level_of(domain.capped.low))


@given(cases())
def test_the_weakest_domain_is_the_first_of_the_lowest(case: Case) -> None:
    result = scored(case)
    lows = [(domain.capped.low, domain.id) for domain in result.domains if domain.capped]
    if not lows:
        assert result.weakest_domain is None
    else:
        lowest = min(low for low, _ in lows)
        assert result.weakest_domain == next(name for low, name in lows if low == lowest)


@given(cases(), st.integers(2, 9))
def test_only_the_ratio_of_weights_matters(case: Case, factor: int) -> None:
    larger = tuple(
        Domain(
            domain.id,
            domain.weight * factor,
            tuple(replace(q, weight=q.weight * (factor + 1)) for q in domain.questions),
        )
        for domain in case.questionnaire.domains
    )
    result = score(replace(case.questionnaire, domains=larger), case.sheet)
    before = scored(case)
    assert (result.uncapped, result.capped) == (before.uncapped, before.capped)
    assert (result.knowledge, result.gates) == (before.knowledge, before.gates)
    assert result.contributions == before.contributions


@given(cases())
def test_what_is_not_applicable_is_counted_by_weight(case: Case) -> None:
    for domain, found in zip(case.questionnaire.domains, scored(case).domains, strict=True):
        asked = domain.scored(case.sheet.form)
        absent = sum(q.weight for q in asked if case.state(q) is State.NOT_APPLICABLE)
        weight = sum(q.weight for q in asked)
        assert found.not_applicable == (Fraction(100 * absent, weight) if weight else 0)
        assert found.applicable_weight == weight - absent
        assert found.partly_assessed is (found.not_applicable > 20 and absent < weight)
