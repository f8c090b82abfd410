"""The start page: what this is, and how to begin."""

from flask import Blueprint, render_template

from readiness.web.access import Policy, allow
from readiness.web.assessments.forms import StartForm

blueprint = Blueprint("start", __name__)


@blueprint.get("/")
@allow(Policy.PUBLIC)
def home() -> str:
    return render_template("start/home.html", form=StartForm())
