"""The result at any time: of a draft it says that it is one."""

from uuid import UUID

from flask import make_response, render_template
from flask.wrappers import Response

from readiness.core.answers import AnswerSheet
from readiness.core.result import Result
from readiness.services import answers_file, assessing, documents
from readiness.web.access import Policy, allow
from readiness.web.assessments.loading import load
from readiness.web.assessments.view_models import AssessmentView
from readiness.web.i18n import current
from readiness.web.results import blueprint
from readiness.web.results.view_models import result_page


class NoResultError(Exception):
    """The organisation is not known well enough yet; carries the assessment."""

    def __init__(self, assessment: AssessmentView) -> None:
        super().__init__()
        self.assessment = assessment


@blueprint.get("/<uuid:assessment_id>/result")
@allow(Policy.LINK)
def show(assessment_id: UUID) -> str:
    view = load(assessment_id)
    narrator = assessing.narrator(current().code, view.draft.pack_id)
    page = result_page(narrator, _result(view), assessing.benchmarks())
    return render_template("results/result.html", assessment=view, page=page)


@blueprint.get("/<uuid:assessment_id>/report.pdf")
@allow(Policy.LINK)
def report(assessment_id: UUID) -> Response:
    view = load(assessment_id)
    pdf = documents.report_pdf(_result(view), current().code)
    return _file(view, pdf, "application/pdf", "report.pdf")


@blueprint.get("/<uuid:assessment_id>/result.json")
@allow(Policy.LINK)
def result(assessment_id: UUID) -> Response:
    view = load(assessment_id)
    return _file(view, documents.result_json(_result(view)), "application/json", "result.json")


@blueprint.get("/<uuid:assessment_id>/answers.json")
@allow(Policy.LINK)
def answers(assessment_id: UUID) -> Response:
    view = load(assessment_id)
    content = answers_file.answers_json(_sheet(view))
    return _file(view, content, "application/json", "answers.json")


@blueprint.app_errorhandler(NoResultError)
def no_result(error: NoResultError) -> tuple[str, int]:
    return render_template("results/needs.html", assessment=error.assessment), 409


def _result(view: AssessmentView) -> Result:
    return assessing.assess(_sheet(view))


def _sheet(view: AssessmentView) -> AnswerSheet:
    if not view.draft.has_result:
        raise NoResultError(view)
    return view.draft.sheet


def _file(view: AssessmentView, content: bytes, kind: str, name: str) -> Response:
    """A file to take away, named after its date."""
    response = make_response(content)
    response.content_type = kind
    download = f"readiness-{view.draft.date:%Y-%m-%d}-{name}"
    response.headers["Content-Disposition"] = f'attachment; filename="{download}"'
    return response
