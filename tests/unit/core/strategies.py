"""Small random questionnaires and answer sheets, and the words the laws are written in."""

from dataclasses import dataclass, replace
from datetime import date
from fractions import Fraction
from itertools import product

from hypothesis import strategies as st

from readiness.core.answers import (
    UNKNOWN,
    Answer,
    AnswerSheet,
    Organisation,
    Size,
    State,
    not_applicable,
    rated,
)
from readiness.core.questionnaire import (
    Domain,
    Effort,
    Form,
    Gate,
    Kind,
    Question,
    Questionnaire,
    Span,
)
from readiness.core.scoring import DomainScore, GateState, Range, Score

# What a test may read of a result without asking each time whether anything was assessed.
Part = Score | DomainScore
Ends = tuple[Fraction, Fraction]

DOMAIN_IDS = ("SEC", "CON", "TRA", "ROL", "GOV")
USE = "USE-01"
ABSENT = not_applicable("no such thing here")
SOMEWHERE = Organisation(name="Example SA", country="FR", sector="J", size=Size.MEDIUM)


@dataclass(frozen=True)
class Case:
    """A questionnaire and one sheet of answers to it."""

    questionnaire: Questionnaire
    sheet: AnswerSheet

    @property
    def scored(self) -> list[Question]:
        """The questions that take part in the score of the sheet's form, in pack order."""
        return [q for domain in self.questionnaire.domains for q in domain.scored(self.sheet.form)]

    @property
    def applicable(self) -> list[Question]:
        return [q for q in self.scored if self.state(q) is not State.NOT_APPLICABLE]

    def state(self, question: Question) -> State:
        return self.sheet.answer(question.id).state

    def answering(self, question: Question, answer: Answer) -> "Case":
        return replace(self, sheet=self.sheet.with_answer(question.id, answer))


def parts(result: Score) -> list[Part]:
    """The whole and each of its domains."""
    return [result, *result.domains]


def ends(found: Range | None) -> Ends:
    """Low and high of a score that is there."""
    assert found is not None
    return found.low, found.high


def caps(gate: GateState) -> tuple[int | None, int | None]:
    """The caps of a gate on its domain and on the whole, as whole points."""
    domain, overall = gate.domain_cap, gate.overall_cap
    return None if domain is None else int(domain), None if overall is None else int(overall)


def span(*given: int | str) -> Span:
    """A span of three ends, or of one for all three."""
    low, typical, high = given if len(given) == 3 else given * 3
    return Span(Fraction(low), Fraction(typical), Fraction(high))


def question(question_id: str, **changes: object) -> Question:
    """A plain scored question of weight 1, changed where the test says so."""
    plain = Question(
        id=question_id,
        domain=question_id[:3],
        kind=Kind.PRACTICE,
        weight=1,
        gate=None,
        core=True,
        scored=True,
        not_applicable=False,
        accountable="cio",
        support=(),
        to_3=Effort(span(1), span(0)),
        to_4=Effort(span(1), span(0)),
        requires=(),
        citations=(),
    )
    return replace(plain, **changes)  # type: ignore[arg-type]  # each test names real fields


def use_question() -> Question:
    return question(USE, domain="GOV", scored=False)


def questionnaire(*domains: Domain) -> Questionnaire:
    return Questionnaire(
        id="small",
        digest="0" * 64,
        domains=domains,
        use_question=USE,
        using_from_level=2,
        target_level=3,
        profile=(),
        sources={},
    )


def sheet(answers: dict[str, Answer] | None = None, form: Form = Form.FULL) -> AnswerSheet:
    return AnswerSheet(
        questionnaire="small",
        form=form,
        date=date(2026, 11, 23),
        organisation=SOMEWHERE,
        answers=answers or {},
    )


# Drawn whole, not piece by piece: a questionnaire is large, and each drawing takes its time.
SHAPES = [
    {"gate": gate, "not_applicable": absent, "core": core}
    for gate, absent in [(None, False), (None, True), (Gate.SOFT, False), (Gate.SOFT, True)]
    for core in (True, False)
] + [{"gate": Gate.HARD, "core": core} for core in (True, False)]
EFFORTS = [
    Effort(span(*once), span(*yearly))
    for once, yearly in [
        ((1,), (0,)),
        (("0.25", "0.5", "0.75"), (0,)),
        ((3, 4, 5), (2,)),
        ((1, "3.5", 6), (0, 0, 1)),
        ((10, 20, 40), ("0.5", 1, "1.5")),
    ]
]


MAKES = [
    {"weight": weight, "to_3": effort, "to_4": EFFORTS[1], **shape}
    for weight, effort, shape in product(range(1, 6), EFFORTS, SHAPES)
]


@st.composite
def questions(draw: st.DrawFn, question_id: str) -> Question:
    return question(question_id, **draw(st.sampled_from(MAKES)))


@st.composite
def questionnaires(draw: st.DrawFn) -> Questionnaire:
    """Two to five domains of one to six scored questions; the use question is in the last."""
    domains = []
    ids = DOMAIN_IDS[: draw(st.integers(2, 5))]
    for domain_id in ids:
        numbers = range(1, draw(st.integers(1, 6)) + 1)
        asked = [draw(questions(f"{domain_id}-{number:02}")) for number in numbers]
        if domain_id == ids[-1]:
            asked.append(use_question())
        domains.append(Domain(domain_id, draw(st.integers(1, 40)), tuple(asked)))
    return questionnaire(*domains)


def answers_to(asked: Question) -> st.SearchStrategy[Answer | None]:
    """A level, unknown, not applicable where it is allowed, or nothing at all."""
    possible: list[Answer | None] = [*map(rated, range(5)), *map(rated, range(5)), UNKNOWN, None]
    if asked.not_applicable:
        possible += [ABSENT, ABSENT]
    return st.sampled_from(possible)


@st.composite
def cases(draw: st.DrawFn, form: Form | None = None) -> Case:
    """A small questionnaire with answers to any of its questions, asked by the form or not."""
    pack = draw(questionnaires())
    given = {q.id: draw(answers_to(q)) for q in pack.questions.values()}
    answered = {key: answer for key, answer in given.items() if answer is not None}
    return Case(pack, sheet(answered, form or draw(st.sampled_from(Form))))
