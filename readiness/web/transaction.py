"""One session a request and one commit: after a successful unsafe request, before it is answered.

A page that says "saved" has therefore been committed. A GET gets a session that refuses to write.
"""

from flask import Flask, Response, current_app, g, request

from readiness.services.assessments import Assessments
from readiness.services.clock import Clock
from readiness.services.session import Database, Session

_DATABASE = "readiness_database"
_CLOCK = "readiness_clock"
_SAFE = frozenset({"GET", "HEAD", "OPTIONS", "TRACE"})
_FIRST_ERROR = 400


def init_app(app: Flask, database: Database, clock: Clock) -> None:
    """Make sessions of ``database`` available to the requests of ``app``."""
    app.extensions[_DATABASE] = database
    app.extensions[_CLOCK] = clock
    app.after_request(_commit)
    app.teardown_request(_close)


def database() -> Database:
    """The database of the running application."""
    found = current_app.extensions[_DATABASE]
    assert isinstance(found, Database)  # noqa: S101 - put there by init_app
    return found


def clock() -> Clock:
    """The clock of the running application."""
    found: Clock = current_app.extensions[_CLOCK]
    return found


def assessments() -> Assessments:
    """The use cases around assessments, in the session of this request."""
    return Assessments(_session(), clock())


def _session() -> Session:
    if "session" not in g:
        reads = request.method in _SAFE
        g.session = database().reading() if reads else database().writing()
    session: Session = g.session
    return session


def _commit(response: Response) -> Response:
    succeeded = response.status_code < _FIRST_ERROR
    if "session" in g and request.method not in _SAFE and succeeded:
        g.session.commit()
    return response


def _close(_error: BaseException | None) -> None:
    session = g.pop("session", None)
    if session is not None:
        session.close()
