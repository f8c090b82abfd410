"""An assessment as it stands, however incomplete: what pages show and what is saved back."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from uuid import UUID

from readiness.core.answers import (
    Answer,
    AnswerSheet,
    Evidence,
    Organisation,
    ProfileValue,
    Size,
    State,
)
from readiness.core.assessment import Status
from readiness.core.questionnaire import Form

NOTE_LIMIT = 5000
REASON_LIMIT = 500
NAME_LIMIT = 200
HEADCOUNT_LIMIT = 10_000_000


@dataclass(frozen=True, slots=True)
class Given:
    """What a person entered for one question; ``state`` is None while only a note is written."""

    state: State | None = None
    level: int | None = None
    reason: str = ""
    note: str = ""
    evidence: Evidence | None = None

    @property
    def is_empty(self) -> bool:
        return self == NOTHING_GIVEN

    @property
    def answer(self) -> Answer | None:
        """The answer it makes; None where nothing was entered.

        A note without an answer goes with an unknown, which is what an open question counts as.
        """
        if self.is_empty:
            return None
        reason = self.reason if self.state is State.NOT_APPLICABLE else ""
        return Answer(self.state or State.UNKNOWN, self.level, reason, self.note, self.evidence)


NOTHING_GIVEN = Given()


@dataclass(frozen=True, slots=True)
class SavedAnswer:
    """What is stored for one question; version 0 means that nothing is."""

    given: Given = NOTHING_GIVEN
    version: int = 0
    saved_at: datetime | None = None


NOT_SAVED = SavedAnswer()


@dataclass(frozen=True, slots=True)
class OrganisationDraft:
    """The organisation as far as it is known; empty text and None where nothing was entered."""

    name: str = ""
    country: str = ""
    sector: str = ""
    size: Size | None = None
    headcount: int | None = None

    @property
    def missing(self) -> tuple[str, ...]:
        """Fields without which there is no result: benchmarks, costs and report need them."""
        needed = ("name", "country", "sector", "size")
        return tuple(field for field in needed if not getattr(self, field))


@dataclass(frozen=True, slots=True)
class Progress:
    """How many questions of a part stand where."""

    answered: int
    unknown: int
    not_applicable: int
    open: int

    @property
    def given(self) -> int:
        """Questions with an answer of any kind, an unknown too."""
        return self.answered + self.unknown + self.not_applicable

    @property
    def total(self) -> int:
        return self.given + self.open

    @property
    def is_complete(self) -> bool:
        return not self.open

    @property
    def is_untouched(self) -> bool:
        return self.open == self.total


@dataclass(frozen=True, slots=True)
class AssessmentDraft:
    """One assessment as stored. A submitted one is shown by the same view."""

    id: UUID
    pack_id: str
    pack_digest: str
    form: Form
    status: Status
    language: str
    created_at: datetime
    saved_at: datetime
    submitted_on: date | None
    today: date
    organisation: OrganisationDraft
    organisation_version: int
    profile: Mapping[str, ProfileValue]
    profile_version: int
    answers: Mapping[str, SavedAnswer] = field(repr=False)

    @property
    def is_draft(self) -> bool:
        return self.status is Status.DRAFT

    @property
    def date(self) -> date:
        """The date of the assessment: when it was submitted, today while it is a draft."""
        return self.submitted_on or self.today

    @property
    def has_result(self) -> bool:
        """Whether enough is known about the organisation to show a result."""
        return not self.organisation.missing

    def saved(self, question_id: str) -> SavedAnswer:
        """What is stored for a question."""
        return self.answers.get(question_id, NOT_SAVED)

    @property
    def sheet(self) -> AnswerSheet:
        """The answers as a sheet.

        While :attr:`has_result` is false, only the score may be made of it: benchmarks and costs
        would go by a size that nobody entered.
        """
        known = self.organisation
        answers = {key: saved.given.answer for key, saved in self.answers.items()}
        return AnswerSheet(
            questionnaire=self.pack_id,
            form=self.form,
            date=self.date,
            organisation=Organisation(
                known.name, known.country, known.sector, known.size or Size.MICRO, known.headcount
            ),
            profile=self.profile,
            answers={key: answer for key, answer in answers.items() if answer is not None},
        )
