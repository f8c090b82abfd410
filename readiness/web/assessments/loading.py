"""Getting the assessment that an address names; whoever knows the address may."""

from uuid import UUID

from flask import g, request

from readiness.web.assessments.view_models import AssessmentView
from readiness.web.transaction import assessments

REOPEN = "reopen"


def load(assessment_id: UUID) -> AssessmentView:
    """The assessment for this request, reopened first if the person asked for that.

    Raises:
        AssessmentNotFoundError: there is none; it is answered like any unknown address.
    """
    draft = assessments().get(assessment_id)
    if not draft.is_draft and request.method == "POST" and request.form.get(REOPEN):
        draft = assessments().reopen(assessment_id)
    g.assessment = AssessmentView(draft)
    view: AssessmentView = g.assessment
    return view


def reload(assessment_id: UUID) -> AssessmentView:
    """The assessment again, after something was saved."""
    g.assessment = AssessmentView(assessments().get(assessment_id))
    view: AssessmentView = g.assessment
    return view
