"""Every sentence follows its rule: which branch is taken, which numbers it says.

Sentences are compared with each other and searched for names and numbers, never quoted: their
words may change, their rules may not.
"""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from fractions import Fraction

import pytest

from readiness.core.adoption import Quadrant
from readiness.core.answers import (
    UNKNOWN,
    Answer,
    AnswerSheet,
    Organisation,
    Size,
    not_applicable,
    rated,
)
from readiness.core.benchmarks import Margin, Practices
from readiness.core.questionnaire import Form, Gate
from readiness.core.result import Result
from readiness.core.scoring import DomainScore, Level, Range, Score
from readiness.packs import load
from readiness.services.assessing import assess
from readiness.services.assessing import narrator as narrator_of
from readiness.wording import charts, cost_sheet, findings, peers
from readiness.wording.language import LANGUAGES
from readiness.wording.narrator import Narrator

QUESTIONNAIRE = load("2026.1").questionnaire


def result(level: int | None = 3, **answers: Answer) -> Result:
    """The result where every question but the named ones has one level, or is unknown."""
    given = UNKNOWN if level is None else rated(level)
    named = {name.replace("_", "-"): answer for name, answer in answers.items()}
    sheet = AnswerSheet(
        questionnaire="2026.1",
        form=Form.FULL,
        date=date(2026, 11, 23),
        organisation=Organisation("Example SA", "FR", "J", Size.MEDIUM),
        answers={**dict.fromkeys(QUESTIONNAIRE.questions, given), **named},
    )
    return assess(sheet)


def scored(found: Result, **changes: object) -> Result:
    """The same result with other figures."""
    changed: Score = replace(found.score, **changes)  # type: ignore[arg-type]  # real fields
    return replace(found, score=changed)


ALL_3, ALL_0, OPEN = result(3), result(0), result(None)
NOTHING = scored(
    ALL_3,
    domains=(),
    uncapped=None,
    capped=None,
    knowledge=None,
    gates=(),
    contributions=(),
    unknown=(),
)


@pytest.fixture(params=sorted(LANGUAGES))
def narrator(request: pytest.FixtureRequest) -> Narrator:
    """Every rule holds in every language."""
    return narrator_of(str(request.param))


def are_different_sentences(sentences: list[str]) -> bool:
    return all(sentences) and len(set(sentences)) == len(sentences) and "%(" not in str(sentences)


def of_level(level: Level) -> Result:
    low = {"unprotected": 1, "partial": 30, "organised": 60, "controlled": 80, "proven": 95}[level]
    return scored(ALL_3, capped=Range(Fraction(low), Fraction(low)))


def test_the_verdict_is_the_level_or_why_there_is_none(narrator: Narrator) -> None:
    for level in Level:
        assert findings.verdict(narrator, of_level(level)) == narrator.level(level)
    others = [findings.verdict(narrator, found) for found in (NOTHING, OPEN)]
    assert are_different_sentences([*others, *(narrator.level(level) for level in Level)])


def test_every_level_has_its_sentence(narrator: Narrator) -> None:
    results = [OPEN, *(of_level(level) for level in Level)]
    assert are_different_sentences([findings.level_sentence(narrator, one) for one in results])


def test_the_range_is_said_in_up_to_three_sentences(narrator: Narrator) -> None:
    plain = findings.range_sentences(narrator, ALL_3)
    assert len(plain) == 1
    assert "75" in plain[0]
    assert len(findings.range_sentences(narrator, NOTHING)) == 1
    unknown = findings.range_sentences(narrator, result(3, ROL_01=UNKNOWN))
    assert len(unknown) == 2
    one = findings.range_sentences(narrator, result(3, SEC_02=rated(0)))
    two = findings.range_sentences(narrator, result(3, SEC_02=rated(0), SEC_06=rated(1)))
    assert (len(one), len(two)) == (2, 2)
    assert "49" in one[0]
    assert one[1] != two[1]
    assert "2" in two[1]
    # A soft gate holds back its domain, not the whole.
    assert len(findings.range_sentences(narrator, result(3, ROL_10=rated(0)))) == 1


def with_quadrant(quadrant: Quadrant | None) -> Result:
    return replace(ALL_3, adoption=replace(ALL_3.adoption, quadrant=quadrant))


def test_every_quadrant_has_its_sentence(narrator: Narrator) -> None:
    results = [with_quadrant(quadrant) for quadrant in (None, *Quadrant)]
    assert are_different_sentences([findings.quadrant_sentence(narrator, one) for one in results])


def limits(narrator: Narrator, **answers: Answer) -> list[findings.Limit]:
    return list(findings.limits(narrator, result(4, **answers)))


def test_limits_of_the_whole_come_first_and_the_lowest_cap_first(narrator: Narrator) -> None:
    found = limits(narrator, SEC_01=rated(0), GOV_01=rated(1), SEC_02=rated(2), SEC_06=rated(1))
    assert [limit.gate.question for limit in found] == ["SEC-06", "SEC-02", "SEC-01", "GOV-01"]
    assert [limit.at for limit in found] == ["49", "69", "59", "59"]
    security, governance = narrator.domain("SEC"), narrator.domain("GOV")
    assert [limit.where for limit in found][2:] == [security, governance]
    assert not {limit.where for limit in found[:2]} & {security, governance}


def test_a_limit_says_gate_level_cap_and_way_out(narrator: Narrator) -> None:
    for limit in limits(narrator, SEC_02=rated(1), SEC_01=rated(1)):
        words = narrator.question(limit.gate.question)
        assert limit.title.startswith(words.title)
        assert "1" in limit.title
        assert limit.gate.question in limit.text
        assert limit.at in limit.text
        assert words.levels[1] in limit.text
        assert words.action in limit.way_out
        assert (
            narrator.owner(QUESTIONNAIRE.question(limit.gate.question).accountable) in limit.way_out
        )


def test_an_unknown_gate_is_to_be_found_out_first(narrator: Narrator) -> None:
    (unknown,) = limits(narrator, SEC_02=UNKNOWN)
    (known,) = limits(narrator, SEC_02=rated(0))
    assert are_different_sentences([unknown.title, known.title])
    assert are_different_sentences([unknown.text, known.text])
    assert unknown.way_out.endswith(known.way_out)
    assert len(unknown.way_out) > len(known.way_out)
    assert narrator.question("SEC-02").levels[0] not in unknown.text


def test_what_a_gate_caps_is_said_in_three_ways(narrator: Narrator) -> None:
    domain_only, both, whole_only = (
        limits(narrator, **{name: answer})[0].text
        for name, answer in (("SEC_01", rated(0)), ("SEC_02", rated(0)), ("SEC_02", rated(2)))
    )
    name = narrator.domain("SEC")
    assert name in domain_only
    assert name in both
    assert name not in whole_only


def test_first_actions_tell_what_the_score_becomes() -> None:
    actions = findings.first_actions(ALL_0)
    assert [action.recommendation.rank for action in actions] == [1, 2, 3, 4, 5, 6]
    reached = [action.becomes for action in actions]
    assert all(after is not None for after in reached)
    assert reached == sorted(reached, key=lambda after: after or Fraction(0))
    assert [a.becomes for a in findings.first_actions(ALL_0, 3)] == reached[:3]
    assert findings.first_actions(ALL_3) == ()


def test_efforts_of_up_to_a_day_are_in_the_singular() -> None:
    narrator = narrator_of("en")
    said = {
        (step.effort.once.high <= 1): findings.days(narrator, step)
        for step in ALL_0.recommendations
    }
    assert said[True].endswith("day")
    assert said[False].endswith("days")


def test_a_step_says_where_it_starts_and_what_it_lifts(narrator: Narrator) -> None:
    steps = {
        step.question: step for step in result(4, SEC_02=rated(1), SEC_01=rated(0)).recommendations
    }
    unknown = result(4, GOV_02=UNKNOWN).recommendations[0]
    hard, soft = steps["SEC-02"], steps["SEC-01"]
    said = [findings.from_to(narrator, step) for step in (hard, soft, unknown)]
    assert are_different_sentences(said)
    assert "1" in said[0]
    assert all("3" in sentence for sentence in said)
    assert (hard.gate, soft.gate, unknown.gate) == (Gate.HARD, Gate.SOFT, None)
    lifts = [findings.lifts(narrator, step) for step in (hard, soft)]
    assert are_different_sentences(lifts)
    assert findings.lifts(narrator, unknown) == ""


def domain_lows(lows: Mapping[str, int], *, held: str = "") -> Result:
    def changed(domain: DomainScore) -> DomainScore:
        low = Fraction(lows[domain.id])
        uncapped = Range(low + 20, low + 20) if domain.id == held else Range(low, low)
        return replace(domain, capped=Range(low, low), uncapped=uncapped)

    return scored(ALL_3, domains=tuple(changed(domain) for domain in ALL_3.score.domains))


def test_the_title_over_the_domains_takes_five_ways(narrator: Narrator) -> None:
    lows = {"SEC": 80, "CON": 75, "TRA": 90, "ROL": 74, "GOV": 76}
    none = dict.fromkeys(lows, 10)
    results = {
        "nothing": NOTHING,
        "all": domain_lows({**lows, "ROL": 75}),
        "some": domain_lows(lows),
        "none": domain_lows({**none, "TRA": 5}),
        "held": domain_lows(lows, held="ROL"),
    }
    said = {way: findings.domains_title(narrator, found) for way, found in results.items()}
    assert are_different_sentences(list(said.values()))
    assert "4" in said["some"]
    assert "5" in said["some"]
    assert narrator.domain("ROL") in said["some"]
    assert narrator.domain("ROL") in said["held"]
    assert narrator.domain("TRA") in said["none"]
    # Of two that are as weak, the first one of the pack is named.
    assert narrator.domain("SEC") in findings.domains_title(narrator, domain_lows(none))


def test_open_answers_are_counted_with_their_worth(narrator: Narrator) -> None:
    one = result(3, SEC_03=UNKNOWN)
    two = result(3, SEC_03=UNKNOWN, GOV_02=UNKNOWN)
    said = [findings.knowledge_sentence(narrator, found) for found in (ALL_3, one, two)]
    assert are_different_sentences(said)
    for found, sentence in ((one, said[1]), (two, said[2])):
        worth = sum((entry.lost for entry in found.score.unknown), Fraction(0))
        assert str(len(found.score.unknown)) in sentence
        assert narrator.language.number(worth, 1) in sentence


def test_the_survey_title_tells_the_side_of_the_gap(narrator: Narrator) -> None:
    sides = [(True, True), (True, False), (False, True), (False, False), (None, True)]
    results = [
        replace(ALL_3, adoption=replace(ALL_3.adoption, interested=interested, uses=uses))
        for interested, uses in sides
    ]
    said = [findings.survey_title(narrator, found) for found in results]
    assert are_different_sentences(said)
    open_use = replace(ALL_3, adoption=replace(ALL_3.adoption, interested=True, uses=None))
    assert findings.survey_title(narrator, open_use) == said[-1]


def test_the_costs_title_says_both_typical_sums_or_that_there_are_none(narrator: Narrator) -> None:
    costs, said = ALL_0.costs, findings.costs_title(narrator, ALL_0)
    for amount in (costs.once.typical, costs.yearly.typical):
        assert narrator.language.money(amount, "EUR") in said
    assert ALL_3.costs.first_year.is_zero
    assert are_different_sentences([said, findings.costs_title(narrator, ALL_3)])


def test_a_margin_is_two_whole_numbers_or_not_published(narrator: Narrator) -> None:
    assert findings.margin(narrator, Margin(Fraction("47.6"), Fraction(54))) == "48–54"
    missing = findings.margin(narrator, None)
    assert missing
    assert not any(character.isdigit() for character in missing)


def test_a_figure_is_set_beside_each_of_three_answers(narrator: Narrator) -> None:
    position = ALL_3.positions[0]
    three = [replace(position, yours=yours) for yours in (True, False, None)]
    said = [findings.share_sentence(narrator, one) for one in three]
    assert are_different_sentences(said)
    for sentence in said:
        assert narrator.language.share(position.figure.value) in sentence
        assert str(position.figure.year) in sentence
        assert position.figure.grade in sentence


def test_practices_are_counted_where_any_count(narrator: Narrator) -> None:
    counts = [Practices(0, Fraction(1, 2), 1), Practices(7, Fraction("6.25"), 12)]
    one, many = (
        findings.practices_sentence(narrator, replace(ALL_3, practices=found)) for found in counts
    )
    assert are_different_sentences([one, many])
    assert all(
        number in many for number in ("12", "7", narrator.language.number(Fraction("6.25"), 1))
    )
    none = replace(ALL_3, practices=Practices(0, Fraction(0), 0))
    assert findings.practices_sentence(narrator, none) == ""


def test_robustness_is_said_where_something_was_assessed(narrator: Narrator) -> None:
    said = findings.robustness_sentence(narrator, ALL_3)
    assert narrator.language.number(Fraction(75), 1) in said
    assert "%(" not in said
    absent = {q: not_applicable("none") for q in QUESTIONNAIRE.questions}
    nothing = replace(ALL_3, sheet=replace(ALL_3.sheet, answers=absent))
    assert findings.robustness_sentence(narrator, nothing) == ""


def test_an_answer_in_a_word_or_two(narrator: Narrator) -> None:
    found = result(2, SEC_07=not_applicable("no agency"), SEC_03=UNKNOWN)
    said = [findings.answer_words(narrator, found, name) for name in ("SEC-07", "SEC-03", "SEC-04")]
    assert are_different_sentences(said)
    assert "2" in said[2]


# ---- the charts with their words


@pytest.mark.parametrize("found", [ALL_0, ALL_3, OPEN, result(4, SEC_02=rated(1), SEC_07=UNKNOWN)])
def test_every_chart_has_title_message_and_table_of_one_width(
    narrator: Narrator, found: Result
) -> None:
    drawn = [
        charts.overall_chart(narrator, found),
        charts.domains_chart(narrator, found),
        charts.fall_chart(narrator, found),
        cost_sheet.costs_chart(narrator, found),
        peers.survey_chart(narrator, found),
        peers.benchmarks_chart(narrator, found),
    ]
    for chart in drawn:
        assert chart is not None
        assert chart.title
        assert "%(" not in str(chart)
        assert "%%" not in str(chart)
        assert all(row.message and row.name for row in chart.rows)
        if chart.table is not None:
            assert {len(row) for row in chart.table.rows} == {len(chart.table.head)}
            assert chart.table.numeric <= set(range(len(chart.table.head)))


def test_charts_of_nothing_are_not_drawn(narrator: Narrator) -> None:
    assert charts.overall_chart(narrator, NOTHING) is None
    assert charts.fall_chart(narrator, NOTHING) is None
    assert charts.domains_chart(narrator, NOTHING).rows == ()


def test_domains_are_drawn_weakest_first_and_say_what_caps_them(narrator: Narrator) -> None:
    found = result(4, GOV_01=rated(0), SEC_01=rated(1))
    rows = charts.domains_chart(narrator, found).rows
    assert {row.name for row in rows[:2]} == {narrator.domain("SEC"), narrator.domain("GOV")}
    for row, gate in zip(sorted(rows[:2], key=lambda r: r.name), ("GOV-01", "SEC-01"), strict=True):
        assert gate in row.note
        assert "59" in row.note
    assert all(row.note == "" for row in rows[2:])


def test_levels_span_0_to_100_without_a_gap(narrator: Narrator) -> None:
    spans = charts.level_ranges(narrator)
    assert [name for name, _ in spans] == [narrator.level(level) for level in Level]
    numbers = [[int(word) for word in span.split() if word.isdigit()] for _, span in spans]
    assert numbers == [[0, 25], [25, 50], [50, 75], [75, 90], [90, 100]]


def test_benchmarks_are_grouped_by_verdict_largest_share_first(narrator: Narrator) -> None:
    rows = peers.benchmarks_chart(narrator, result(2)).rows
    groups = [row.group for row in rows]
    order = [verdict.value for verdict in peers.VERDICT_ORDER]
    assert groups == sorted(groups, key=order.index)
    shares = {p.indicator.id: p.figure.value for p in result(2).positions}
    by_name = {narrator.benchmarks.names[name]: share for name, share in shares.items()}
    for group in set(groups):
        found = [by_name[row.name] for row in rows if row.group == group]
        assert found == sorted(found, reverse=True)


def test_cost_lines_are_paid_once_or_every_year_never_both(narrator: Narrator) -> None:
    entries = cost_sheet.cost_entries(narrator, ALL_0.costs.lines)
    assert not any(entry.amount.is_zero for entry in entries)
    total = sum((entry.amount.typical for entry in entries), Fraction(0))
    assert total == ALL_0.costs.first_year.typical
