"""Which gate caps what, at every level it can have, and when it is said to bite."""

from fractions import Fraction

import pytest
from hypothesis import given

from readiness.core.answers import UNKNOWN, Answer, State, rated
from readiness.core.questionnaire import Domain, Gate, Questionnaire
from readiness.core.scoring import Score, score
from tests.unit.core.strategies import (
    ABSENT,
    Case,
    caps,
    cases,
    ends,
    question,
    questionnaire,
    sheet,
)

SOFT = [(0, 59), (1, 59), (2, None), (3, None), (4, None)]
HARD = [(0, 49, 49), (1, 49, 49), (2, None, 69), (3, None, None), (4, None, None)]


def one_gate(gate: Gate, weight: int = 1) -> Questionnaire:
    """A gate that weighs next to nothing beside questions that are all answered with 4."""
    gated = Domain(
        "SEC",
        50,
        (
            question("SEC-01", gate=gate, weight=weight, not_applicable=gate is Gate.SOFT),
            question("SEC-02", weight=99),
        ),
    )
    return questionnaire(gated, Domain("CON", 50, (question("CON-01"),)))


def perfect_but_for(gate: Gate, answer: Answer) -> Score:
    others = {"SEC-02": rated(4), "CON-01": rated(4)}
    return score(one_gate(gate), sheet({**others, "SEC-01": answer}))


@pytest.mark.parametrize(("level", "cap"), SOFT)
def test_a_soft_gate_caps_its_domain_only(level: int, cap: int | None) -> None:
    result = perfect_but_for(Gate.SOFT, rated(level))
    domain = result.domains[0]
    full = 99 + Fraction(level, 4)
    assert ends(domain.uncapped) == (full, full)
    assert ends(domain.capped) == (cap or full, cap or full)
    assert result.capped == result.uncapped
    assert [(g.question, g.kind, g.level, g.known) for g in result.gates] == (
        [("SEC-01", Gate.SOFT, level, True)] if cap else []
    )
    assert [caps(gate) for gate in result.gates] == ([(59, None)] if cap else [])


@pytest.mark.parametrize(("level", "domain_cap", "overall_cap"), HARD)
def test_a_hard_gate_caps_its_domain_and_the_whole(
    level: int, domain_cap: int | None, overall_cap: int | None
) -> None:
    result = perfect_but_for(Gate.HARD, rated(level))
    domain, full = result.domains[0], 99 + Fraction(level, 4)
    assert ends(domain.capped) == (domain_cap or full, domain_cap or full)
    whole = (full + 100) / 2
    assert ends(result.uncapped) == (whole, whole)
    assert ends(result.capped) == (overall_cap or whole, overall_cap or whole)
    assert [gate.level for gate in result.gates] == ([level] if overall_cap else [])
    assert [caps(gate) for gate in result.gates] == (
        [(domain_cap, overall_cap)] if overall_cap else []
    )


@pytest.mark.parametrize(
    ("gate", "domain", "overall"), [(Gate.SOFT, 59, None), (Gate.HARD, 49, 49)]
)
def test_an_unknown_gate_caps_the_low_end_only(
    gate: Gate, domain: int, overall: int | None
) -> None:
    result = perfect_but_for(gate, UNKNOWN)
    assert ends(result.domains[0].capped) == (Fraction(domain), Fraction(100))
    assert ends(result.capped) == (overall or Fraction(199, 2), Fraction(100))
    assert [(g.level, g.known) for g in result.gates] == [(0, False)]


def test_a_soft_gate_without_an_object_does_not_bite() -> None:
    result = perfect_but_for(Gate.SOFT, ABSENT)
    assert result.gates == ()
    assert result.capped == result.uncapped
    assert result.domains[0].capped == result.domains[0].uncapped


def test_a_gate_whose_cap_is_above_the_score_is_not_said_to_bite() -> None:
    answers = {"SEC-01": rated(1), "SEC-02": rated(0), "CON-01": rated(0)}
    assert score(one_gate(Gate.HARD), sheet(answers)).gates == ()
    assert score(one_gate(Gate.SOFT), sheet(answers)).gates == ()


@pytest.mark.parametrize(("weight", "biting"), [(51, 0), (50, 1)])
def test_a_cap_bites_only_strictly_below_the_score(weight: int, biting: int) -> None:
    """A gate of weight 51 at level 0 beside 49 at level 4 is the cap itself: 49 points."""
    asked = (question("SEC-01", gate=Gate.HARD, weight=weight), question("SEC-02", weight=49))
    answers = sheet({"SEC-01": rated(0), "SEC-02": rated(4)})
    result = score(questionnaire(Domain("SEC", 1, asked)), answers)
    assert ends(result.uncapped)[0] == Fraction(4900, weight + 49)
    assert len(result.gates) == biting


def test_a_gate_that_lowers_the_domain_but_not_the_whole_names_the_domain_cap_only() -> None:
    answers = {"SEC-01": rated(0), "SEC-02": rated(3), "CON-01": rated(0)}
    (gate,) = score(one_gate(Gate.HARD), sheet(answers)).gates
    assert caps(gate) == (49, None)


def test_a_gate_that_lowers_the_whole_but_not_its_domain_names_the_overall_cap_only() -> None:
    answers = {"SEC-01": rated(0), "SEC-02": rated(1), "CON-01": rated(4)}
    (gate,) = score(one_gate(Gate.HARD), sheet(answers)).gates
    assert caps(gate) == (None, 49)


@pytest.mark.parametrize(
    ("hard", "soft", "domain", "overall"),
    [(0, 0, 49, 49), (2, 0, 59, 69), (2, 2, None, 69), (3, 1, 59, None), (0, 4, 49, 49)],
)
def test_of_several_caps_the_smallest_counts(
    hard: int, soft: int, domain: int | None, overall: int | None
) -> None:
    pack = questionnaire(
        Domain(
            "SEC",
            50,
            (
                question("SEC-01", gate=Gate.SOFT),
                question("SEC-02", gate=Gate.HARD),
                question("SEC-03", weight=198),
            ),
        ),
        Domain("CON", 50, (question("CON-01"),)),
    )
    answers = {"SEC-01": rated(soft), "SEC-02": rated(hard)}
    full = {"SEC-03": rated(4), "CON-01": rated(4)}
    result = score(pack, sheet({**answers, **full}))
    first = result.domains[0]
    assert ends(first.capped)[0] == (domain or ends(first.uncapped)[0])
    assert ends(result.capped)[0] == (overall or ends(result.uncapped)[0])


def test_the_overall_score_is_made_of_uncapped_domains() -> None:
    result = perfect_but_for(Gate.SOFT, rated(0))
    assert ends(result.domains[0].capped)[0] == 59
    assert ends(result.capped)[0] == Fraction(99 + 100, 2)


def test_an_answered_low_gate_beside_unknowns_bites_by_its_high_end() -> None:
    answers = {"SEC-01": rated(0), "SEC-02": UNKNOWN, "CON-01": rated(4)}
    result = score(one_gate(Gate.HARD), sheet(answers))
    (gate,) = result.gates
    assert caps(gate) == (49, 49)
    assert ends(result.domains[0].capped) == (Fraction(0), Fraction(49))


def test_an_unknown_gate_beside_unknowns_does_not_bite() -> None:
    answers = {"SEC-01": UNKNOWN, "SEC-02": UNKNOWN, "CON-01": rated(1)}
    assert score(one_gate(Gate.HARD), sheet(answers)).gates == ()


@given(cases())
def test_lifting_every_biting_gate_frees_the_score(case: Case) -> None:
    """At level 3 no gate is left, so nothing is capped any more."""
    for gate in [q for q in case.scored if q.gate and case.state(q) is not State.NOT_APPLICABLE]:
        case = case.answering(gate, rated(3))
    result = score(case.questionnaire, case.sheet)
    assert result.gates == ()
    assert result.capped == result.uncapped
    assert [domain.capped for domain in result.domains] == [d.uncapped for d in result.domains]


@given(cases())
def test_a_figure_is_capped_exactly_where_a_gate_says_so(case: Case) -> None:
    result = score(case.questionnaire, case.sheet)
    for domain in result.domains:
        biting = [g for g in result.gates if g.domain == domain.id and g.domain_cap is not None]
        assert (domain.capped != domain.uncapped) is bool(biting)
    overall = [gate for gate in result.gates if gate.overall_cap is not None]
    assert (result.capped != result.uncapped) is bool(overall)


@given(cases())
def test_gates_are_named_in_pack_order(case: Case) -> None:
    order = [q.id for q in case.scored if q.gate]
    named = [gate.question for gate in score(case.questionnaire, case.sheet).gates]
    assert named == [question_id for question_id in order if question_id in named]
