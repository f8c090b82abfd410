"""The pages of questions, and choosing between two answers to one of them."""

from collections.abc import Sequence
from uuid import UUID

from flask import abort, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from readiness.core.questionnaire import Question
from readiness.web.access import Policy, allow
from readiness.web.assessments import blueprint, saving
from readiness.web.assessments.loading import load, reload
from readiness.web.assessments.paging import QuestionPage
from readiness.web.assessments.saving import Disagreement, Outcome
from readiness.web.assessments.view_models import AssessmentView
from readiness.web.questionnaire_form import QuestionnaireForm, questionnaire_form

THEN = "then"
TASKS = "tasks"


@blueprint.get("/<uuid:assessment_id>/questions/<domain>/<int:page>")
@allow(Policy.LINK)
def questions(assessment_id: UUID, domain: str, page: int) -> str:
    view = load(assessment_id)
    shown = _page(view, domain, page)
    return _show(view, shown, questionnaire_form(shown.questions, saved=view.draft.answers))


@blueprint.post("/<uuid:assessment_id>/questions/<domain>/<int:page>")
@allow(Policy.LINK)
def save_questions(assessment_id: UUID, domain: str, page: int) -> str | Response:
    view = load(assessment_id)
    shown = _page(view, domain, page)
    if not view.draft.is_draft:
        return _show(view, shown, questionnaire_form(shown.questions, sent=request.form))
    return _answer(shown, view, saving.save_answers(assessment_id, shown.questions))


@blueprint.get("/<uuid:assessment_id>/conflict/<question_id>")
@allow(Policy.LINK)
def conflict(assessment_id: UUID, question_id: str) -> Response:
    """The choice is made from what was typed, so without it there is only the question."""
    view = load(assessment_id)
    return redirect(_address(view, _page_of(view, question_id), question_id))


@blueprint.post("/<uuid:assessment_id>/conflict/<question_id>")
@allow(Policy.LINK)
def resolve(assessment_id: UUID, question_id: str) -> str | Response:
    view = load(assessment_id)
    shown = _page_of(view, question_id)
    question = view.questionnaire.question(question_id)
    sent = saving.sent_among(view.questionnaire.asked(view.draft.form))
    outcome = saving.decide(assessment_id, question, sent)
    if outcome.has_faults:
        return redirect(_address(view, shown, question_id), code=303)
    return _answer(shown, view, outcome)


def _answer(shown: QuestionPage, view: AssessmentView, outcome: Outcome) -> str | Response:
    """After saving: what is wrong, what is disagreed on, or onwards."""
    view = reload(view.draft.id)
    if outcome.has_faults:
        return _show(view, shown, outcome.form)
    if outcome.disagreements:
        return _disagree(shown, view, outcome.disagreements)
    return redirect(_next(view, shown), code=303)


def _show(view: AssessmentView, shown: QuestionPage, form: QuestionnaireForm) -> str:
    return render_template("assessments/questions.html", assessment=view, page=shown, form=form)


def _disagree(shown: QuestionPage, view: AssessmentView, found: Sequence[Disagreement]) -> str:
    rest = [disagreement.question for disagreement in found]
    return render_template(
        "assessments/conflict.html",
        assessment=view,
        page=shown,
        disagreement=found[0],
        count=len(found),
        hidden=[*saving.hidden_fields(rest), (THEN, request.form.get(THEN, ""))],
        unchosen=saving.THEIR_VERSION in request.form and saving.KEEP not in request.form,
    )


def _page(view: AssessmentView, domain: str, number: int) -> QuestionPage:
    known = {found.id: found for found in view.questionnaire.domains}
    pages = view.pages_of(known[domain]) if domain in known else ()
    if not 1 <= number <= len(pages):
        abort(404)
    return pages[number - 1]


def _page_of(view: AssessmentView, question_id: str) -> QuestionPage:
    asked: Sequence[Question] = view.questionnaire.asked(view.draft.form)
    if question_id not in {question.id for question in asked}:
        abort(404)
    return view.page_of(question_id)


def _address(view: AssessmentView, shown: QuestionPage, anchor: str | None = None) -> str:
    return url_for(
        "assessments.questions",
        assessment_id=view.draft.id,
        domain=shown.domain.id,
        page=shown.number,
        _anchor=anchor,
    )


def _next(view: AssessmentView, shown: QuestionPage) -> str:
    """The next page of the domain, or the task list after the last or where that was asked for."""
    if shown.is_last or request.form.get(THEN) == TASKS:
        return url_for("assessments.tasks", assessment_id=view.draft.id, _anchor=shown.domain.id)
    following = view.pages_of(shown.domain)[shown.number]
    return _address(view, following)
