"""Assessments from the first answer to handing them over: nothing is lost, nothing overwritten."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from readiness.core.answers import Evidence, ProfileValue, Size, State
from readiness.core.assessment import Status, changed
from readiness.core.errors import (
    NotApplicableRefusedError,
    ReadinessError,
    UnknownQuestionError,
)
from readiness.core.questionnaire import Form, Question
from readiness.core.scoring import Score, score
from readiness.persistence import assessments as rows
from readiness.persistence.assessments import AssessmentNotFoundError
from readiness.persistence.engine import Session
from readiness.persistence.models import Answer, Assessment, Organisation, Workspace
from readiness.services import assessing
from readiness.services.clock import Clock
from readiness.services.drafts import (
    NOT_SAVED,
    AssessmentDraft,
    Given,
    OrganisationDraft,
    Progress,
    SavedAnswer,
)

__all__ = [
    "AssessmentNotFoundError",
    "Assessments",
    "Conflict",
    "IncompleteError",
    "Saved",
    "SubmittedError",
    "progress",
    "standing",
]


class SubmittedError(ReadinessError):
    """A change to an assessment that was handed over; reopen it first."""


class IncompleteError(ReadinessError):
    """Handing over without what a result needs; ``missing`` names the fields."""

    def __init__(self, missing: tuple[str, ...]) -> None:
        super().__init__(", ".join(missing))
        self.missing = missing


@dataclass(frozen=True, slots=True)
class Saved:
    """The answer is stored as given; ``saved`` has its new version, 0 where nothing was given."""

    saved: SavedAnswer


@dataclass(frozen=True, slots=True)
class Conflict:
    """Somebody else saved a different answer meanwhile; nothing was changed."""

    theirs: SavedAnswer


class Assessments:
    """The use cases around an assessment, in one session; whoever opened that commits it."""

    def __init__(self, session: Session, clock: Clock) -> None:
        self._session = session
        self._clock = clock

    def start(self, *, form: Form, language: str) -> UUID:
        """Begin an assessment in a workspace of its own; its id is its private address."""
        questionnaire = assessing.pack().questionnaire
        now = self._clock.now()
        row = Assessment(
            pack_id=questionnaire.id,
            pack_digest=questionnaire.digest,
            form=form.value,
            status=Status.DRAFT.value,
            language=language,
            created_at=now,
            updated_at=now,
        )
        return rows.add(self._session, Workspace(created_at=now), row).id

    def get(self, assessment_id: UUID) -> AssessmentDraft:
        """The assessment with this private address.

        Raises:
            AssessmentNotFoundError: there is none.
        """
        rows.enter_by_link(self._session, assessment_id)
        return self._draft(rows.get(self._session, assessment_id))

    def save_organisation(
        self, assessment_id: UUID, given: OrganisationDraft, *, based_on_version: int
    ) -> OrganisationDraft | None:
        """Store the organisation; if another one was stored meanwhile, change nothing, return it.

        Raises:
            AssessmentNotFoundError, SubmittedError: as their names say.
        """
        row = self._for_writing(assessment_id)
        organisation = row.organisation
        stored = _organisation(organisation)
        if stored == given:
            return None
        if organisation.version != based_on_version:
            return stored
        organisation.name = given.name
        organisation.country = given.country
        organisation.sector = given.sector
        organisation.size = given.size.value if given.size else None
        organisation.headcount = given.headcount
        organisation.updated_at = row.updated_at = self._clock.now()
        self._session.flush()
        return None

    def save_profile(
        self,
        assessment_id: UUID,
        given: Mapping[str, ProfileValue],
        *,
        based_on_version: int,
    ) -> Mapping[str, ProfileValue] | None:
        """Store the profile; if another one was stored meanwhile, change nothing, return it.

        Raises:
            AssessmentNotFoundError, SubmittedError: as their names say.
        """
        row = self._for_writing(assessment_id)
        stored = _profile(row.profile)
        if stored == given:
            return None
        if row.profile_version != based_on_version:
            return stored
        row.profile = {key: list(v) if isinstance(v, tuple) else v for key, v in given.items()}
        row.profile_version += 1
        row.profile_updated_at = row.updated_at = self._clock.now()
        self._session.flush()
        return None

    def save_answer(
        self, assessment_id: UUID, question_id: str, given: Given, *, based_on_version: int
    ) -> Saved | Conflict:
        """Store what was given for a question, unless a different answer was stored meanwhile.

        The same value again is no conflict and changes nothing, so a form that is sent twice is
        harmless.

        Raises:
            AssessmentNotFoundError, SubmittedError: as their names say.
            UnknownQuestionError: the assessment's questionnaire does not ask this.
            NotApplicableRefusedError: the question always has an object, or the reason is empty.
        """
        row = self._for_writing(assessment_id)
        _check(row, question_id, given)
        answer = next((a for a in row.answers if a.question_id == question_id), None)
        stored = NOT_SAVED if answer is None else _saved(answer)
        if given.is_empty and not based_on_version:
            # Nothing entered where nothing was shown. The page has not seen what is stored now, so
            # it does not learn its version either: with it, it could overwrite that unseen.
            return Saved(NOT_SAVED)
        if stored.given == given:
            return Saved(stored)
        if stored.version != based_on_version:
            return Conflict(stored)
        return Saved(self._store(row, answer, question_id, given))

    def submit(self, assessment_id: UUID) -> AssessmentDraft:
        """Hand the assessment over with today's date. What is open counts as unknown.

        Raises:
            IncompleteError: the organisation lacks a field.
            StatusChangeError: it was submitted already.
            AssessmentNotFoundError: there is none.
        """
        row = self._locked(assessment_id)
        status = changed(Status(row.status), Status.SUBMITTED)
        missing = _organisation(row.organisation).missing
        if missing:
            raise IncompleteError(missing)
        row.status = status.value
        row.submitted_on = self._clock.today()
        self._session.flush()
        return self._draft(row)

    def reopen(self, assessment_id: UUID) -> AssessmentDraft:
        """Make a submitted assessment a draft again; its date is today until it is submitted.

        Raises:
            StatusChangeError: it is a draft already.
            AssessmentNotFoundError: there is none.
        """
        row = self._locked(assessment_id)
        row.status = changed(Status(row.status), Status.DRAFT).value
        row.submitted_on = None
        self._session.flush()
        return self._draft(row)

    def _locked(self, assessment_id: UUID) -> Assessment:
        rows.enter_by_link(self._session, assessment_id)
        return rows.get(self._session, assessment_id, to_write=True)

    def _for_writing(self, assessment_id: UUID) -> Assessment:
        row = self._locked(assessment_id)
        if Status(row.status) is not Status.DRAFT:
            raise SubmittedError(str(assessment_id))
        return row

    def _store(
        self, row: Assessment, answer: Answer | None, question_id: str, given: Given
    ) -> SavedAnswer:
        now = self._clock.now()
        values: dict[str, Any] = {
            "state": given.state.value if given.state else None,
            "level": given.level,
            "reason": given.reason,
            "note": given.note,
            "evidence": given.evidence.value if given.evidence else None,
            "updated_at": now,
        }
        row.updated_at = now
        if answer is None:
            new = Answer(question_id=question_id, **values)
            return _saved(rows.add_answer(self._session, row, new))
        for name, value in values.items():
            setattr(answer, name, value)
        self._session.flush()
        return _saved(answer)

    def _draft(self, row: Assessment) -> AssessmentDraft:
        return AssessmentDraft(
            id=row.id,
            pack_id=row.pack_id,
            pack_digest=row.pack_digest,
            form=Form(row.form),
            status=Status(row.status),
            language=row.language,
            created_at=row.created_at,
            saved_at=row.updated_at,
            submitted_on=row.submitted_on,
            today=self._clock.today(),
            organisation=_organisation(row.organisation),
            organisation_version=row.organisation.version,
            profile=_profile(row.profile),
            profile_version=row.profile_version,
            answers={answer.question_id: _saved(answer) for answer in row.answers},
        )


def standing(draft: AssessmentDraft) -> Score:
    """The score of the answers given so far; what is open counts as unknown."""
    return score(assessing.pack(draft.pack_id).questionnaire, draft.sheet)


def progress(draft: AssessmentDraft, questions: Iterable[Question]) -> Progress:
    """How many of ``questions`` are answered, unknown, not applicable and open."""
    states = [draft.saved(question.id).given.state for question in questions]
    return Progress(
        answered=states.count(State.LEVEL),
        unknown=states.count(State.UNKNOWN),
        not_applicable=states.count(State.NOT_APPLICABLE),
        open=states.count(None),
    )


def _check(row: Assessment, question_id: str, given: Given) -> None:
    question = assessing.pack(row.pack_id).questionnaire.question(question_id)
    if not question.core and Form(row.form) is Form.CORE:
        raise UnknownQuestionError(question_id)
    if given.state is State.NOT_APPLICABLE and not (question.not_applicable and given.reason):
        raise NotApplicableRefusedError(question.id)


def _organisation(row: Organisation) -> OrganisationDraft:
    return OrganisationDraft(
        name=row.name,
        country=row.country,
        sector=row.sector,
        size=Size(row.size) if row.size else None,
        headcount=row.headcount,
    )


def _profile(stored: Mapping[str, Any]) -> dict[str, ProfileValue]:
    return {key: tuple(v) if isinstance(v, list) else v for key, v in stored.items()}


def _saved(row: Answer) -> SavedAnswer:
    given = Given(
        state=State(row.state) if row.state else None,
        level=row.level,
        reason=row.reason,
        note=row.note,
        evidence=Evidence(row.evidence) if row.evidence else None,
    )
    return SavedAnswer(given, row.version, row.updated_at)
