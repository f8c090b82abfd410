"""The form of a page of questions, built from the questions themselves.

Every question has five named fields: the choice under the question's id, and its reason, note,
evidence and version under the id with a suffix. A list of fields would be shorter, but loses its
place when a part of it is not sent.
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, ClassVar

from werkzeug.datastructures import MultiDict
from wtforms import (
    Field,
    Form,
    HiddenField,
    RadioField,
    StringField,
    TextAreaField,
    ValidationError,
)

from readiness.core.answers import Evidence, State
from readiness.core.questionnaire import LEVELS, Question
from readiness.services.drafts import NOT_SAVED, NOTE_LIMIT, REASON_LIMIT, Given, SavedAnswer
from readiness.web.forms import BaseForm, at_most, one_of, to_number
from readiness.web.i18n import gettext as _

LEVEL_CHOICES = tuple(str(level) for level in LEVELS)
PARTS = ("reason", "note", "evidence", "version")


class QuestionnaireForm(BaseForm):
    """The answers to some questions; use :func:`questionnaire_form` to make one."""

    questions: ClassVar[Sequence[Question]] = ()

    def part(self, question_id: str, part: str = "") -> Field:
        """The field of a question: its choice, or one of PARTS."""
        return self[f"{question_id}-{part}" if part else question_id]

    def given(self, question_id: str) -> Given:
        """What was entered for a question; sensible only if it has no faults."""
        choice = self.part(question_id).data or ""
        evidence = self.part(question_id, "evidence").data
        return Given(
            state=_state(choice),
            level=int(choice) if choice in LEVEL_CHOICES else None,
            reason=self.part(question_id, "reason").data or "",
            note=self.part(question_id, "note").data or "",
            evidence=Evidence(evidence) if evidence else None,
        )

    def version(self, question_id: str) -> int:
        """The version of the answer that the page was made from; 0 if that is unreadable."""
        return to_number(str(self.part(question_id, "version").data or "")) or 0

    def was_sent(self, question_id: str) -> bool:
        """Whether the request holds this question at all."""
        return bool(self.part(question_id, "version").raw_data)

    def faults(self, question_id: str) -> list[str]:
        """What is wrong with the fields of a question."""
        fields = (self.part(question_id, part) for part in ("", *PARTS))
        return [str(error) for field in fields for error in field.errors]

    def show_version(self, question_id: str, version: int) -> None:
        """Make the page about to be shown start from a newer version."""
        self.part(question_id, "version").data = str(version)


def questionnaire_form(
    questions: Iterable[Question],
    sent: MultiDict[str, str] | None = None,
    saved: Mapping[str, SavedAnswer] | None = None,
) -> QuestionnaireForm:
    """A form for ``questions``: filled with what was sent, else with what is saved."""
    asked = tuple(questions)
    fields: dict[str, Any] = {"questions": asked}
    for question in asked:
        fields |= _fields(question)
    form = type("QuestionsForm", (QuestionnaireForm,), fields)
    return form(formdata=sent, data=_data(asked, saved or {}))  # type: ignore[no-any-return]  # made by type()


def _state(choice: str) -> State | None:
    if choice in LEVEL_CHOICES:
        return State.LEVEL
    return State(choice) if choice else None


def _choices(question: Question) -> tuple[str, ...]:
    last = (State.NOT_APPLICABLE.value,) if question.not_applicable else ()
    return (*LEVEL_CHOICES, State.UNKNOWN.value, *last)


def _fields(question: Question) -> dict[str, Field]:
    choices = _choices(question)

    def choice_problem() -> str:
        return _("Choose one of the answers shown for %(question)s", question=question.id)

    def sure_problem() -> str:
        return _(
            "Choose one of the ways shown for how sure you are, %(question)s", question=question.id
        )

    def reason_given(form: Form, field: Field) -> None:
        chosen = form[question.id].data == State.NOT_APPLICABLE.value
        if question.not_applicable and chosen and not field.data:
            message = _("Enter why %(question)s does not apply", question=question.id)
            raise ValidationError(message)

    evidences = tuple(Evidence)
    return {
        question.id: RadioField(
            validate_choice=False,
            validators=[one_of(lambda: choices, choice_problem)],
        ),
        f"{question.id}-reason": StringField(validators=[at_most(REASON_LIMIT), reason_given]),
        f"{question.id}-note": TextAreaField(validators=[at_most(NOTE_LIMIT)]),
        f"{question.id}-evidence": RadioField(
            validate_choice=False,
            validators=[one_of(lambda: evidences, sure_problem)],
        ),
        f"{question.id}-version": HiddenField(),
    }


def _data(questions: Sequence[Question], saved: Mapping[str, SavedAnswer]) -> dict[str, object]:
    data: dict[str, object] = {}
    for question in questions:
        answer = saved.get(question.id, NOT_SAVED)
        given = answer.given
        level = None if given.level is None else str(given.level)
        data[question.id] = level or (given.state.value if given.state else None)
        data[f"{question.id}-reason"] = given.reason
        data[f"{question.id}-note"] = given.note
        data[f"{question.id}-evidence"] = given.evidence.value if given.evidence else None
        data[f"{question.id}-version"] = str(answer.version)
    return data
