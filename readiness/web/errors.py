"""What went wrong, said in the reader's language, with what to do next."""

import logging

from flask import Flask, jsonify, render_template, request
from flask.typing import ResponseReturnValue
from flask_wtf.csrf import CSRFError
from werkzeug.exceptions import HTTPException

from readiness.services.assessments import AssessmentNotFoundError, SubmittedError
from readiness.services.session import DatabaseError

_LOG = logging.getLogger("readiness.web")
_TOLD = frozenset({400, 404, 405, 409, 413, 415, 500, 503})
_NOT_SENT_AGAIN = frozenset({"csrf_token"})


def init_app(app: Flask) -> None:
    """Answer every error with a page, or with JSON to a script."""
    app.register_error_handler(CSRFError, _unproven)
    app.register_error_handler(HTTPException, _http)
    app.register_error_handler(AssessmentNotFoundError, _not_found)
    app.register_error_handler(SubmittedError, _submitted)
    app.register_error_handler(DatabaseError, _database)
    app.register_error_handler(Exception, _unexpected)


def _page(status: int) -> ResponseReturnValue:
    if request.is_json:
        return jsonify(saved=False, problem="error", message=str(status)), status
    return render_template("errors/error.html", status=status if status in _TOLD else 500), status


def _http(error: HTTPException) -> ResponseReturnValue:
    status = error.code or 500
    if status < 400:  # noqa: PLR2004 - a redirect that routing itself asks for
        return error.get_response()
    answer = _page(status)
    allowed = error.get_response().headers.get("Allow")
    return (*answer, {"Allow": allowed}) if allowed and isinstance(answer, tuple) else answer


def _unproven(_error: CSRFError) -> ResponseReturnValue:
    """The form cannot prove that it comes from our page: mostly a session that ended meanwhile.

    What was typed is put into a page that sends it again, if the person wants that.
    """
    if request.is_json or not request.form:
        return _page(400)
    sent = [(k, v) for k, v in request.form.items(multi=True) if k not in _NOT_SENT_AGAIN]
    return render_template("errors/send_again.html", sent=sent, action=request.path), 400


def _not_found(_error: AssessmentNotFoundError) -> ResponseReturnValue:
    return _page(404)


def _submitted(_error: SubmittedError) -> ResponseReturnValue:
    return _page(409)


def _database(error: DatabaseError) -> ResponseReturnValue:
    # The message would hold what people typed; the kind of fault is what an administrator needs.
    _LOG.error("database: %s on %s", type(error).__name__, request.endpoint)
    return _page(503)


def _unexpected(error: Exception) -> ResponseReturnValue:
    _LOG.error("unexpected on %s", request.endpoint, exc_info=error)
    return _page(500)
