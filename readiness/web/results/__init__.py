"""The result of an assessment: the page, and the files to take away."""

from flask import Blueprint

blueprint = Blueprint("results", __name__, url_prefix="/assessments")

# The views register themselves on the blueprint above.
from readiness.web.results import routes  # noqa: E402, F401 - after the blueprint
