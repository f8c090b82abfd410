"""Who was assessed and what was answered: an immutable answer sheet."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from enum import StrEnum
from fractions import Fraction

from readiness.core.questionnaire import POINTS_PER_LEVEL, Form, Span


class State(StrEnum):
    """The three things an answer can be; a missing answer counts as unknown."""

    LEVEL = "level"
    UNKNOWN = "unknown"
    NOT_APPLICABLE = "not_applicable"


class Evidence(StrEnum):
    """How sure an answer is, in the respondent's own view."""

    STATED = "stated"
    SEEN = "seen"
    TESTED = "tested"


NACE_SECTIONS = tuple("ABCDEFGHIJKLMNOPQRSTU")
"""The sections of NACE Rev. 2, one letter each."""


class Size(StrEnum):
    """Head-count bands; the first four bounds are those of EU size classes."""

    MICRO = "1-9"
    SMALL = "10-49"
    MEDIUM = "50-249"
    LARGE = "250-999"
    VERY_LARGE = "1000+"


@dataclass(frozen=True, slots=True)
class Answer:
    """One answer: a level 0-4, *unknown*, or *not applicable* with its written reason."""

    state: State
    level: int | None = None
    reason: str = ""
    note: str = ""
    evidence: Evidence | None = None

    @property
    def points(self) -> int:
        """Points out of 100 that the answer can show; 0 unless it is a level."""
        return 0 if self.level is None else self.level * POINTS_PER_LEVEL


UNKNOWN = Answer(State.UNKNOWN)


def rated(level: int, *, note: str = "", evidence: Evidence | None = None) -> Answer:
    """An answer that is a level of the scale, 0 to 4."""
    return Answer(State.LEVEL, level=level, note=note, evidence=evidence)


def not_applicable(reason: str, *, note: str = "", evidence: Evidence | None = None) -> Answer:
    """An answer that says why the question has no object here."""
    return Answer(State.NOT_APPLICABLE, reason=reason, note=note, evidence=evidence)


@dataclass(frozen=True, slots=True)
class Organisation:
    """The assessed organisation: ISO 3166-1 country, NACE Rev. 2 section, head-count band."""

    name: str
    country: str
    sector: str
    size: Size
    headcount: int | None = None


@dataclass(frozen=True, slots=True)
class Price:
    """An amount the reader gave in place of the catalogue's, in the currency of the report."""

    low: Fraction
    typical: Fraction
    high: Fraction

    @property
    def span(self) -> Span:
        return Span(self.low, self.typical, self.high)


ProfileValue = bool | int | str | tuple[str, ...]


@dataclass(frozen=True, slots=True)
class AnswerSheet:
    """All answers of one assessment: one organisation, one questionnaire, one date."""

    questionnaire: str
    form: Form
    date: date
    organisation: Organisation
    profile: Mapping[str, ProfileValue] = field(default_factory=dict)
    answers: Mapping[str, Answer] = field(default_factory=dict)
    prices: Mapping[str, Price] = field(default_factory=dict)

    def answer(self, question_id: str) -> Answer:
        """The answer given, or *unknown* where there is none."""
        return self.answers.get(question_id, UNKNOWN)

    def with_answer(self, question_id: str, answer: Answer) -> "AnswerSheet":
        """The same sheet with one answer replaced."""
        return replace(self, answers={**self.answers, question_id: answer})
