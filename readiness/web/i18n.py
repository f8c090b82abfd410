"""The language of a request: asked for by ``?lang=``, remembered, the browser's, or English."""

from flask import Flask, g, request, session

from readiness.wording.language import LANGUAGES, SOURCE_LANGUAGE, Language, language

_REMEMBERED = "language"


def init_app(app: Flask) -> None:
    """Choose a language before each request."""
    app.before_request(_choose)


def current() -> Language:
    """The language of this request."""
    if "language" not in g:
        _choose()
    found: Language = g.language
    return found


def gettext(message: str, **values: object) -> str:
    """The translation of an English message into the language of this request."""
    return current().text(message, **values)


def ngettext(one: str, many: str, number: int, **values: object) -> str:
    """The translation in the form that ``number`` asks for."""
    return current().plural(one, many, number, **values)


def _choose() -> None:
    asked = request.args.get("lang", "")
    if asked in LANGUAGES:
        session[_REMEMBERED] = asked
    remembered = session.get(_REMEMBERED)
    preferred = request.accept_languages.best_match(list(LANGUAGES), SOURCE_LANGUAGE)
    code = remembered if remembered in LANGUAGES else preferred
    g.language = language(code or SOURCE_LANGUAGE)
