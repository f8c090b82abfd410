"""The questionnaire as frozen data: domains, questions, gates, efforts, sources."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from fractions import Fraction
from functools import cached_property

from readiness.core.errors import UnknownQuestionError

TOP_LEVEL = 4
LEVELS = range(TOP_LEVEL + 1)
POINTS_PER_LEVEL = 25
"""Level 0 to 4 is worth 0, 25, 50, 75, 100 points (scoring.md, "Questions and answers")."""


class Form(StrEnum):
    """Which questions take part: all of them, or those marked core."""

    FULL = "full"
    CORE = "core"


class Kind(StrEnum):
    """The one dimension along which the levels of a question differ."""

    COVERAGE = "coverage"
    PRACTICE = "practice"
    FREQUENCY = "frequency"
    TIME = "time"


class Gate(StrEnum):
    """A question whose low level caps what the others can earn."""

    HARD = "hard"
    SOFT = "soft"


@dataclass(frozen=True, slots=True)
class Span:
    """A quantity that is not known exactly: low <= typical <= high, all of one unit."""

    low: Fraction
    typical: Fraction
    high: Fraction

    def __add__(self, other: "Span") -> "Span":
        return Span(self.low + other.low, self.typical + other.typical, self.high + other.high)

    def __mul__(self, other: "Span") -> "Span":
        """Low by low, typical by typical, high by high: both factors are never negative."""
        return Span(self.low * other.low, self.typical * other.typical, self.high * other.high)

    @property
    def is_zero(self) -> bool:
        return self.high == 0


NOTHING = Span(Fraction(0), Fraction(0), Fraction(0))


@dataclass(frozen=True, slots=True)
class Effort:
    """Working days to reach a level: once, and every year to stay there."""

    once: Span
    yearly: Span


@dataclass(frozen=True, slots=True)
class Citation:
    """A source of the pack and the clause of it that supports a question."""

    code: str
    clause: str


@dataclass(frozen=True, slots=True)
class Source:
    """A published work: title, address, and how far its text was read (P, T, S or M)."""

    code: str
    title: str
    url: str
    grade: str
    read: str


@dataclass(frozen=True, slots=True)
class Question:
    """One question with its place in the scoring; its words live in the pack's texts."""

    id: str
    domain: str
    kind: Kind
    weight: int
    gate: Gate | None
    core: bool
    scored: bool
    not_applicable: bool
    accountable: str
    support: tuple[str, ...]
    to_3: Effort
    to_4: Effort
    requires: tuple[str, ...]
    citations: tuple[Citation, ...]

    def effort_to(self, level: int) -> Effort:
        """Working days to ``level`` (3 or 4): 4 counts from level 3 on."""
        return self.to_4 if level == TOP_LEVEL else self.to_3


@dataclass(frozen=True, slots=True)
class Domain:
    """A part of the questionnaire and its weight in the overall score (in percent)."""

    id: str
    weight: int
    questions: tuple[Question, ...]

    def asked(self, form: Form) -> tuple[Question, ...]:
        """The questions of this domain that ``form`` asks, an unscored one included."""
        return tuple(q for q in self.questions if q.core or form is Form.FULL)

    def scored(self, form: Form) -> tuple[Question, ...]:
        """The questions of this domain that take part in the score of ``form``."""
        return tuple(q for q in self.asked(form) if q.scored)


@dataclass(frozen=True, slots=True)
class ProfileQuestion:
    """An unscored question about the organisation; ``options`` is empty unless it has choices."""

    id: str
    type: str
    options: tuple[str, ...]


@dataclass(frozen=True)
class Questionnaire:
    """A released questionnaire pack without its words."""

    id: str
    digest: str
    domains: tuple[Domain, ...]
    use_question: str
    using_from_level: int
    target_level: int
    profile: tuple[ProfileQuestion, ...]
    sources: Mapping[str, Source] = field(repr=False)

    @cached_property
    def questions(self) -> Mapping[str, Question]:
        """Every question by id, in pack order."""
        return {question.id: question for domain in self.domains for question in domain.questions}

    def question(self, question_id: str) -> Question:
        """The question with this id.

        Raises:
            UnknownQuestionError: the pack has no such question.
        """
        try:
            return self.questions[question_id]
        except KeyError:
            raise UnknownQuestionError(question_id) from None

    def domain(self, domain_id: str) -> Domain:
        """The domain with this id; ``KeyError`` if the pack has none."""
        return {domain.id: domain for domain in self.domains}[domain_id]

    def asked(self, form: Form) -> tuple[Question, ...]:
        """Every question of ``form``, the unscored use question included, in pack order."""
        return tuple(question for domain in self.domains for question in domain.asked(form))
