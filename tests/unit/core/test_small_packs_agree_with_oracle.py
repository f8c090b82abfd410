"""The core against the second implementation of the page, on packs the real one is not like."""

from collections.abc import Mapping

import pytest
from hypothesis import given, settings

from readiness.core import adoption
from readiness.core.answers import Answer, State, rated
from readiness.core.numbers import for_data
from readiness.core.questionnaire import Domain, Question, Questionnaire
from readiness.core.recommendations import recommend
from readiness.core.scoring import Range, Score
from readiness.core.scoring import score as core_score
from tests.oracle import score as oracle
from tests.oracle.files import Table
from tests.unit.core.strategies import Case, Part, cases, question, questionnaire, sheet


def question_table(question: Question) -> Table:
    once = question.to_3.once
    table = {
        "id": question.id,
        "weight": question.weight,
        "core": question.core,
        "scored": question.scored,
        "effort_3": {"once": [once.low, once.typical, once.high]},
    }
    return table if question.gate is None else {**table, "gate": question.gate.value}


def pack_table(questionnaire: Questionnaire) -> Table:
    return {
        "use_question": questionnaire.use_question,
        "using_from_level": questionnaire.using_from_level,
        "target_level": questionnaire.target_level,
        "domains": [
            {
                "id": domain.id,
                "weight": domain.weight,
                "questions": [question_table(question) for question in domain.questions],
            }
            for domain in questionnaire.domains
        ],
    }


def answer_values(answers: Mapping[str, Answer]) -> Table:
    return {
        key: {"not_applicable": answer.reason}
        if answer.state is State.NOT_APPLICABLE
        else "unknown"
        if answer.level is None
        else answer.level
        for key, answer in answers.items()
    }


def ends(name: str, found: Range | None) -> Table:
    return {
        f"{name}low": found and for_data(found.low),
        f"{name}high": found and for_data(found.high),
    }


def figures(part: Part) -> Table:
    return {
        **ends("", part.capped),
        **ends("uncapped_", part.uncapped),
        "knowledge": None if part.knowledge is None else for_data(part.knowledge),
        "level": part.level,
    }


def check(case: Case, result: Score) -> None:
    sheet = case.sheet
    given_answers = oracle.Given(
        pack_table(case.questionnaire), sheet.form.value, answer_values(sheet.answers)
    )
    expected = oracle.score(given_answers)
    assert {**figures(result), "weakest_domain": result.weakest_domain} == oracle.score_table(
        expected
    )
    for domain, part in zip(result.domains, expected.parts, strict=True):
        assert {
            "id": domain.id,
            "weight": domain.weight,
            **figures(domain),
            "not_applicable": for_data(domain.not_applicable),
            "partly_assessed": domain.partly_assessed,
        } == oracle.domain_table(part)
    limits = [{"domain": gate.domain_cap, "overall": gate.overall_cap} for gate in result.gates]
    assert [
        {
            "question": gate.question,
            "kind": gate.kind,
            "level": gate.level,
            "caps": {where: cap for where, cap in caps.items() if cap is not None},
        }
        for gate, caps in zip(result.gates, limits, strict=True)
    ] == expected.gates
    assert [
        {"question": row.question, "points": for_data(row.points), "lost": for_data(row.lost)}
        for row in result.contributions
    ] == oracle.contributions(expected)
    assert [
        {"question": row.question, "worth": for_data(row.lost)} for row in result.unknown
    ] == oracle.unknown(expected)
    found = oracle.adoption(expected, {})
    using = adoption.uses(case.questionnaire, sheet)
    assert (using, adoption.quadrant(result, using=using)) == (found["uses"], found["quadrant"])
    advice = recommend(case.questionnaire, sheet, result)
    assert [
        (row.rank, row.question, row.from_level or 0, row.to_level, for_data(row.gain), row.gate)
        for row in advice
    ] == [
        (row["rank"], row["question"], row["from"], row["to"], row["gain"], row["gate"])
        for row in oracle.recommendations(expected)
    ]


@settings(max_examples=150)
@given(cases())
def test_two_implementations_of_the_page_agree(case: Case) -> None:
    check(case, core_score(case.questionnaire, case.sheet))


def test_the_comparison_notices_one_level_of_one_answer() -> None:
    pack = questionnaire(Domain("SEC", 1, (question("SEC-01"), question("SEC-02", weight=5))))
    case = Case(pack, sheet({"SEC-01": rated(3), "SEC-02": rated(4)}))
    other = core_score(pack, case.sheet.with_answer("SEC-01", rated(4)))
    check(case, core_score(pack, case.sheet))
    with pytest.raises(AssertionError):
        check(case, other)
