"""For machines and people who look after the installation."""

from datetime import timedelta

from flask import Blueprint, make_response, render_template, url_for
from flask.wrappers import Response

from readiness.web.access import Policy, allow
from readiness.web.transaction import clock, database
from readiness.wording.language import LANGUAGES

blueprint = Blueprint("health", __name__)

_VALID = timedelta(days=180)


@blueprint.get("/healthz")
@allow(Policy.PUBLIC)
def alive() -> Response:
    """The process answers."""
    return _plain("ok\n")


@blueprint.get("/readyz")
@allow(Policy.PUBLIC)
def ready() -> Response:
    """The database answers and has the tables that this program needs."""
    if database().is_ready():
        return _plain("ready\n")
    return _plain("the database is not reachable or not up to date\n", 503)


@blueprint.get("/.well-known/security.txt")
@allow(Policy.PUBLIC)
def security_txt() -> Response:
    """Where to report a weakness (RFC 9116)."""
    expires = clock().now() + _VALID
    lines = (
        f"Contact: {url_for('health.security', _external=True)}",
        f"Expires: {expires:%Y-%m-%dT00:00:00Z}",
        f"Preferred-Languages: {', '.join(LANGUAGES)}",
    )
    return _plain("\n".join(lines) + "\n")


@blueprint.get("/security")
@allow(Policy.PUBLIC)
def security() -> str:
    return render_template("information/security.html")


def _plain(text: str, status: int = 200) -> Response:
    response = make_response(text, status)
    response.content_type = "text/plain; charset=utf-8"
    response.headers["Cache-Control"] = "no-store"
    return response
