"""Headers that keep pages from doing what they are not meant to do, and forms from being forged."""

from flask import Flask, Response, request
from flask_wtf.csrf import CSRFProtect

ONE_MEGABYTE = 1024 * 1024
_SOURCES = {
    "default-src": "'none'",
    "script-src": "'self'",
    "style-src": "'self'",
    "img-src": "'self'",
    "connect-src": "'self'",
    "form-action": "'self'",
    "base-uri": "'none'",
    "frame-ancestors": "'none'",
}
_HEADERS = {
    "Content-Security-Policy": "; ".join(f"{kind} {source}" for kind, source in _SOURCES.items()),
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
    # The address of an assessment is its key: it must not travel to other sites.
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
}
_PRIVATE = "/assessments/"
_YEAR_S = 365 * 24 * 60 * 60


def init_app(app: Flask) -> None:
    """Set limits, cookies, headers and the protection of forms."""
    app.config.update(
        MAX_CONTENT_LENGTH=ONE_MEGABYTE,
        MAX_FORM_MEMORY_SIZE=ONE_MEGABYTE,
        SESSION_COOKIE_NAME="readiness",
        SESSION_COOKIE_HTTPONLY=True,
        SESSION_COOKIE_SAMESITE="Lax",
        # A form may stay open for days: its token lives as long as the session.
        WTF_CSRF_TIME_LIMIT=None,
        # Our referrer policy takes away the header that the strict check would ask for.
        WTF_CSRF_SSL_STRICT=False,
    )
    CSRFProtect(app)
    app.after_request(_add_headers)


def _add_headers(response: Response) -> Response:
    for name, value in _HEADERS.items():
        response.headers.setdefault(name, value)
    if request.path.startswith(_PRIVATE):
        response.headers["Cache-Control"] = "no-store"
        response.headers["X-Robots-Tag"] = "noindex, nofollow"
    elif request.endpoint == "static" and "v" in request.args:
        # The address holds a digest of the content, so it never changes.
        response.headers["Cache-Control"] = f"public, max-age={_YEAR_S}, immutable"
    return response
