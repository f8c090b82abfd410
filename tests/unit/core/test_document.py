"""The result as plain data: every key of the public page, numbers of two decimals at most."""

import json
from collections import defaultdict
from dataclasses import replace
from fractions import Fraction

import pytest
from hypothesis import given

from readiness.core.answers import UNKNOWN, Answer, Evidence, Size, State, not_applicable, rated
from readiness.core.benchmarks import Benchmarks
from readiness.core.costs import Catalogue, CataloguePrice, CostKind, Rate, exact
from readiness.core.document import SCHEMA, Json, answer_value, document
from readiness.core.numbers import round_half_up
from readiness.core.result import Result, assess
from tests.unit.core.strategies import Case, cases, questionnaire, sheet

SIZES = {size.value: exact(1) for size in Size}
DAY = CataloguePrice(
    "", exact(Fraction("268.335")), 2024, "A", "Labour cost", "https://example.org"
)
CATALOGUE = Catalogue(
    currency="EUR",
    day=DAY,
    usd=Rate(exact(1), "2026-11-23", "D"),
    setup_kinds=defaultdict(lambda: CostKind.SECURITY),
    items=(),
    headcounts=SIZES,
    publishers=SIZES,
    posts=SIZES,
)
NO_BENCHMARKS = Benchmarks((), (), (), (), {}, {}, {})
KEYS = {
    "schema",
    "questionnaire",
    "organisation",
    "date",
    "score",
    "domains",
    "gates",
    "contributions",
    "unknown",
    "adoption",
    "benchmarks",
    "practices",
    "recommendations",
    "costs",
    "answers",
}


def result(case: Case) -> Result:
    return assess(case.questionnaire, CATALOGUE, NO_BENCHMARKS, case.sheet)


def numbers(value: object) -> list[int | float]:
    if isinstance(value, dict):
        return [number for item in value.values() for number in numbers(item)]
    if isinstance(value, list | tuple):
        return [number for item in value for number in numbers(item)]
    return [value] if isinstance(value, int | float) and not isinstance(value, bool) else []


@given(cases())
def test_the_document_has_the_keys_of_the_public_page(case: Case) -> None:
    found = document(result(case))
    assert set(found) == KEYS
    assert found["schema"] == SCHEMA == "readiness-result/1"
    assert found["date"] == case.sheet.date.isoformat()


@given(cases())
def test_it_is_json_without_infinite_numbers(case: Case) -> None:
    assert json.loads(json.dumps(document(result(case)), allow_nan=False)).keys() == KEYS


@given(cases())
def test_numbers_have_two_decimals_at_most_and_whole_ones_none(case: Case) -> None:
    for number in numbers(document(result(case))):
        assert round(number, 2) == number
        assert isinstance(number, int) is float(number).is_integer()


@given(cases())
def test_figures_are_those_of_the_result_rounded_half_up(case: Case) -> None:
    made = result(case)
    found = json.loads(json.dumps(document(made)))
    for name, ends in (("", made.score.capped), ("uncapped_", made.score.uncapped)):
        for end in ("low", "high"):
            shown = found["score"][name + end]
            if ends is None:
                assert shown is None
            else:
                assert shown == float(round_half_up(getattr(ends, end), 2))
    assert [entry["id"] for entry in found["domains"]] == [d.id for d in made.score.domains]
    assert [entry["question"] for entry in found["contributions"]] == [
        entry.question for entry in made.score.contributions
    ]
    assert [step["rank"] for step in found["recommendations"]] == list(
        range(1, len(made.recommendations) + 1)
    )


@given(cases())
def test_a_gate_has_only_the_caps_that_bite(case: Case) -> None:
    made = result(case)
    shown = json.loads(json.dumps(document(made)))["gates"]
    for gate, found in zip(made.score.gates, shown, strict=True):
        expected = {"domain": gate.domain_cap, "overall": gate.overall_cap}
        assert found["caps"] == {k: v for k, v in expected.items() if v is not None}
        assert found["caps"]


@given(cases())
def test_every_question_of_the_form_is_listed_with_its_answer(case: Case) -> None:
    found = document(result(case))["answers"]
    assert isinstance(found, dict)
    asked = case.questionnaire.asked(case.sheet.form)
    assert list(found) == [question.id for question in asked]
    for question in asked:
        assert found[question.id] == answer_value(case.sheet.answer(question.id))


@given(cases())
def test_an_unknown_starts_a_recommendation_at_level_0(case: Case) -> None:
    for step in json.loads(json.dumps(document(result(case))))["recommendations"]:
        answer = case.sheet.answer(step["question"])
        assert step["from"] == (answer.level or 0)
        assert step["to"] == 3


@pytest.mark.parametrize(
    ("answer", "value"),
    [
        (rated(0), 0),
        (rated(4), 4),
        (UNKNOWN, "unknown"),
        (rated(2, note="seen"), {"level": 2, "note": "seen"}),
        (rated(2, evidence=Evidence.TESTED), {"level": 2, "evidence": "tested"}),
        (Answer(State.UNKNOWN, note="ask HR"), {"level": "unknown", "note": "ask HR"}),
        (not_applicable("no agency"), {"not_applicable": "no agency"}),
        (not_applicable("no", note="2025"), {"not_applicable": "no", "note": "2025"}),
    ],
)
def test_an_answer_is_bare_where_nothing_is_added(answer: Answer, value: Json) -> None:
    assert answer_value(answer) == value


@pytest.mark.parametrize("headcount", [None, 180])
def test_headcount_is_there_where_it_was_given(headcount: int | None) -> None:
    case = Case(questionnaire(), sheet())
    place = replace(case.sheet.organisation, headcount=headcount)
    found = document(result(replace(case, sheet=replace(case.sheet, organisation=place))))
    shown = {"name": "Example SA", "country": "FR", "sector": "J", "size": "50-249"}
    assert found["organisation"] == (shown if headcount is None else {**shown, "headcount": 180})
