"""The questionnaire: tasks, organisation, questions, check, and the choice between two answers."""

from flask import Blueprint

blueprint = Blueprint("assessments", __name__, url_prefix="/assessments")

# The views register themselves on the blueprint above.
from readiness.web.assessments import answers, organisation, questions, tasks  # noqa: E402, F401 - after the blueprint
