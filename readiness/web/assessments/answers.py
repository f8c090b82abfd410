"""Saving one answer from the page's script, in the form's own terms."""

from collections.abc import Mapping
from datetime import UTC
from uuid import UUID

from flask import abort, get_template_attribute, jsonify, request
from flask.wrappers import Response
from werkzeug.datastructures import MultiDict

from readiness.core.questionnaire import Question
from readiness.services.assessments import Conflict
from readiness.services.drafts import SavedAnswer
from readiness.web.access import Policy, allow
from readiness.web.assessments import blueprint, saving
from readiness.web.assessments.loading import load, reload
from readiness.web.assessments.view_models import AssessmentView
from readiness.web.i18n import gettext as _
from readiness.web.questionnaire_form import questionnaire_form
from readiness.web.transaction import assessments


@blueprint.post("/<uuid:assessment_id>/answers/<question_id>")
@allow(Policy.LINK)
def save_answer(assessment_id: UUID, question_id: str) -> Response:
    """In: answer, reason, note, evidence (text) and version (a number). Out: saved, or why not."""
    view = load(assessment_id)
    asked = {question.id: question for question in view.questionnaire.asked(view.draft.form)}
    if question_id not in asked:
        abort(404)
    sent = saving.as_form(question_id, _body())
    if sent is None:
        abort(400)
    if not view.draft.is_draft:
        return _refused(409, "submitted", _("The assessment was submitted. Reopen it first."))
    return _save(view, asked[question_id], sent)


def _save(view: AssessmentView, question: Question, sent: MultiDict[str, str]) -> Response:
    form = questionnaire_form([question], sent=sent)
    if not form.validate():
        return _refused(422, "incomplete", form.faults(question.id)[0])
    result = assessments().save_answer(
        view.draft.id,
        question.id,
        form.given(question.id),
        based_on_version=form.version(question.id),
    )
    if isinstance(result, Conflict):
        told = _("Somebody else saved a different answer. Press Save and continue to see both.")
        return _refused(409, "conflict", told)
    return _accepted(reload(view.draft.id), question.id, result.saved)


def _body() -> Mapping[str, object]:
    body = request.get_json()
    return body if isinstance(body, dict) else abort(400)


def _refused(status: int, problem: str, message: str) -> Response:
    response = jsonify(saved=False, problem=problem, message=message)
    response.status_code = status
    return response


def _accepted(view: AssessmentView, question_id: str, saved: SavedAnswer) -> Response:
    page = view.page_of(question_id)
    rail = get_template_attribute("assessments/_rail.html", "so_far")
    moment = saved.saved_at.astimezone(UTC) if saved.saved_at else None
    return jsonify(
        saved=True,
        version=saved.version,
        saved_at=moment.strftime("%Y-%m-%dT%H:%M:%SZ") if moment else None,
        so_far=str(rail(view, page.domain)),
    )
