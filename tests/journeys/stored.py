"""Assessments put straight into a server's database, where the way there is not what is tested."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from uuid import UUID

from readiness.core.answers import Evidence, Size, State
from readiness.core.questionnaire import Form
from readiness.services import assessing
from readiness.services.assessments import Assessments, Saved
from readiness.services.clock import SystemClock
from readiness.services.drafts import AssessmentDraft, Given, OrganisationDraft
from readiness.services.session import Database
from tests.journeys.server import LiveServer

EXAMPLE = OrganisationDraft("Example SA", "FR", "J", Size.MEDIUM, 180)
NOTE = "Register of 2024, kept by communication"


@dataclass(frozen=True, slots=True)
class Store:
    """The database of a running server."""

    server: LiveServer

    def begin(self, form: Form = Form.CORE, organisation: OrganisationDraft | None = None) -> str:
        """A new assessment; returns its address."""
        with self._assessments() as assessments:
            found = assessments.start(form=form, language="en")
            if organisation is not None:
                assessments.save_organisation(found, organisation, based_on_version=1)
        return f"/assessments/{found}"

    def answer(self, address: str, question_id: str, given: Given) -> None:
        """What somebody else answers meanwhile."""
        with self._assessments() as assessments:
            draft = assessments.get(_id(address))
            saved = assessments.save_answer(
                draft.id, question_id, given, based_on_version=draft.saved(question_id).version
            )
            assert isinstance(saved, Saved)

    def answer_rest(self, address: str, given: Given) -> None:
        """The same answer from the colleagues to every question that is still open."""
        draft = self.read(address)
        with self._assessments() as assessments:
            for question in assessing.pack().questionnaire.asked(draft.form):
                if question.id not in draft.answers:
                    assessments.save_answer(draft.id, question.id, given, based_on_version=0)

    def answered(self, form: Form) -> str:
        """An assessment with an answer of each kind everywhere, not submitted."""
        address = self.begin(form, EXAMPLE)
        with self._assessments() as assessments:
            for question_id, given in _of_each_kind(form).items():
                assessments.save_answer(_id(address), question_id, given, based_on_version=0)
        return address

    def submit(self, address: str) -> None:
        with self._assessments() as assessments:
            assessments.submit(_id(address))

    def read(self, address: str) -> AssessmentDraft:
        """The assessment as it lies in the database."""
        with self._assessments() as assessments:
            return assessments.get(_id(address))

    @contextmanager
    def _assessments(self) -> Iterator[Assessments]:
        database = Database(f"sqlite:///{self.server.instance / 'readiness.sqlite3'}")
        session = database.writing()
        try:
            yield Assessments(session, SystemClock())
            session.commit()
        finally:
            session.close()
            database.close()


def level(number: int, note: str = "") -> Given:
    return Given(State.LEVEL, number, note=note)


def _id(address: str) -> UUID:
    return UUID(address.rpartition("/")[2])


def _of_each_kind(form: Form) -> Mapping[str, Given]:
    questions = assessing.pack().questionnaire.asked(form)
    kinds = (
        level(3, NOTE),
        level(1),
        Given(State.LEVEL, 4, evidence=Evidence.TESTED),
        level(2),
        level(0),
        Given(State.UNKNOWN),
    )
    given = {q.id: kinds[place % len(kinds)] for place, q in enumerate(questions)}
    refusable = [question.id for question in questions if question.not_applicable]
    return given | {refusable[-1]: Given(State.NOT_APPLICABLE, reason="No agency works for us")}
