"""The start page: what this is, and how to begin."""

from collections.abc import Callable

from flask import Blueprint, render_template

from readiness.web.access import Policy, allow
from readiness.web.assessments.forms import StartForm
from readiness.web.i18n import current
from readiness.web.start.view_models import StartPage, start_page

blueprint = Blueprint("start", __name__)


@blueprint.app_context_processor
def _start_page() -> dict[str, Callable[[], StartPage]]:
    """The page is also shown by the view that begins an assessment, when nothing was chosen."""
    return {"start_page": _page}


def _page() -> StartPage:
    return start_page(current().code)


@blueprint.get("/")
@allow(Policy.PUBLIC)
def home() -> str:
    return render_template("start/home.html", form=StartForm())
