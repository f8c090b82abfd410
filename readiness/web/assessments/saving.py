"""Saving the answers of a page: what can be saved is, what cannot is told."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from uuid import UUID

from flask import request
from werkzeug.datastructures import MultiDict

from readiness.core.questionnaire import Question
from readiness.services.assessments import Conflict, Saved
from readiness.services.drafts import Given, SavedAnswer
from readiness.web.assessments.differences import THEIRS, YOURS
from readiness.web.forms import to_number
from readiness.web.questionnaire_form import PARTS, QuestionnaireForm, questionnaire_form
from readiness.web.transaction import assessments

KEEP = "keep"
THEIR_VERSION = "their-version"


@dataclass(frozen=True, slots=True)
class Disagreement:
    """One question with two answers, to choose between."""

    question: Question
    theirs: SavedAnswer
    yours: Given


@dataclass(slots=True)
class Outcome:
    """What became of a page of answers."""

    form: QuestionnaireForm
    disagreements: list[Disagreement] = field(default_factory=list)

    @property
    def has_faults(self) -> bool:
        return bool(self.form.problems)


def save_answers(
    assessment_id: UUID,
    questions: Sequence[Question],
    *,
    versions: Mapping[str, int] | None = None,
) -> Outcome:
    """Save every answer in this request that has no fault and no rival.

    ``versions`` replaces, for some questions, the version that the request was made from.
    """
    form = questionnaire_form(questions, sent=request.form)
    form.validate()
    outcome = Outcome(form)
    for question in questions:
        if not form.was_sent(question.id) or form.faults(question.id):
            continue
        given = form.given(question.id)
        version = (versions or {}).get(question.id, form.version(question.id))
        result = assessments().save_answer(
            assessment_id, question.id, given, based_on_version=version
        )
        match result:
            case Saved(saved):
                form.show_version(question.id, saved.version)
            case Conflict(theirs):
                outcome.disagreements.append(Disagreement(question, theirs, given))
    return outcome


def decide(assessment_id: UUID, question: Question, sent: Sequence[Question]) -> Outcome:
    """Carry out the choice between two answers, and save the others that were sent along.

    Choosing one's own puts it on top of the other one that was shown: if a third answer came in
    meanwhile, there is a new choice. Choosing the other one leaves what is stored alone.
    """
    keep = request.form.get(KEEP)
    if keep == THEIRS:
        sent = [other for other in sent if other.id != question.id]
    shown = {question.id: to_number(request.form.get(THEIR_VERSION)) or 0}
    outcome = save_answers(assessment_id, sent, versions=shown if keep == YOURS else {})
    outcome.disagreements.sort(key=lambda found: found.question.id != question.id)
    return outcome


def sent_among(asked: Sequence[Question]) -> list[Question]:
    """Those of the questions whose answers this request holds, in their order."""
    return [question for question in asked if f"{question.id}-version" in request.form]


def hidden_fields(questions: Sequence[Question]) -> list[tuple[str, str]]:
    """What was sent for these questions, to be sent again."""
    names = [f"{q.id}-{part}" if part else q.id for q in questions for part in ("", *PARTS)]
    return [(name, value) for name in names for value in request.form.getlist(name)]


def as_form(question_id: str, sent: Mapping[str, object]) -> MultiDict[str, str] | None:
    """What a script sent for a question, as the form would; None if it is not of that shape."""
    fields: MultiDict[str, str] = MultiDict()
    for key, value in sent.items():
        if key not in {"answer", *PARTS} or isinstance(value, bool):
            return None
        if not isinstance(value, str | int):
            return None
        fields[question_id if key == "answer" else f"{question_id}-{key}"] = str(value)
    return fields
