"""Beginning, the task list, checking the answers, handing over and taking back."""

from uuid import UUID

from flask import redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from readiness.core.assessment import StatusChangeError
from readiness.services.assessments import IncompleteError
from readiness.web.access import Policy, allow
from readiness.web.assessments import blueprint
from readiness.web.assessments.forms import StartForm
from readiness.web.assessments.loading import load
from readiness.web.i18n import current
from readiness.web.transaction import assessments


@blueprint.get("/")
@allow(Policy.PUBLIC)
def begin() -> Response:
    """Where a browser is left by a start that chose no form, when its address is opened again."""
    return redirect(url_for("start.home"))


@blueprint.post("/")
@allow(Policy.PUBLIC)
def create() -> str | Response:
    form = StartForm(request.form)
    if not form.validate():
        return render_template("start/home.html", form=form)
    assessment_id = assessments().start(form=form.chosen, language=current().code)
    return redirect(url_for("assessments.tasks", assessment_id=assessment_id), code=303)


@blueprint.get("/<uuid:assessment_id>")
@allow(Policy.LINK)
def tasks(assessment_id: UUID) -> str:
    return render_template("assessments/tasks.html", assessment=load(assessment_id))


@blueprint.get("/<uuid:assessment_id>/check")
@allow(Policy.LINK)
def check(assessment_id: UUID) -> str:
    return render_template("assessments/check.html", assessment=load(assessment_id), missing=())


@blueprint.post("/<uuid:assessment_id>/submit")
@allow(Policy.LINK)
def submit(assessment_id: UUID) -> str | Response:
    view = load(assessment_id)
    try:
        assessments().submit(assessment_id)
    except IncompleteError as incomplete:
        return render_template(
            "assessments/check.html", assessment=view, missing=incomplete.missing
        )
    except StatusChangeError:
        pass  # somebody submitted it a moment ago: the result is what is wanted now
    return redirect(url_for("results.show", assessment_id=assessment_id), code=303)


@blueprint.post("/<uuid:assessment_id>/reopen")
@allow(Policy.LINK)
def reopen(assessment_id: UUID) -> Response:
    view = load(assessment_id)
    if not view.draft.is_draft:
        assessments().reopen(assessment_id)
    return redirect(url_for("assessments.tasks", assessment_id=assessment_id), code=303)
