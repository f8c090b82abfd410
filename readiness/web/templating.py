"""What templates can call: our words and figures, and addresses of static files."""

from datetime import UTC, date, datetime
from fractions import Fraction
from functools import cache
from hashlib import sha256
from pathlib import Path
from urllib.parse import quote, urlencode

from flask import Flask, current_app, request, url_for
from jinja2 import StrictUndefined
from markupsafe import Markup

from readiness.core.questionnaire import Span
from readiness.core.scoring import Range
from readiness.paths import STATIC
from readiness.web import i18n
from readiness.web.assessments.wording import (
    contradictions,
    organisation_labels,
    organisation_value,
    progress_sentence,
)
from readiness.web.progress_bar import progress_bar
from readiness.web.transaction import clock
from readiness.wording.language import LANGUAGES

_DIGEST_LENGTH = 12


def init_app(app: Flask) -> None:
    """Install translations, filters and globals; an undefined name is an error."""
    environment = app.jinja_env
    environment.undefined = StrictUndefined
    environment.trim_blocks = True
    environment.lstrip_blocks = True
    environment.add_extension("jinja2.ext.i18n")
    environment.install_gettext_callables(  # type: ignore[attr-defined]  # added by the extension
        lambda message: i18n.current().gettext(message),
        lambda one, many, number: i18n.current().ngettext(one, many, number),
        newstyle=True,
    )
    environment.filters.update(
        clock_time=clock_time,
        listed=listed,
        long_date=long_date,
        number=number,
        percent=percent,
        points=points,
        points_range=points_range,
        span=span,
    )
    environment.globals.update(
        static_url=static_url,
        language_links=language_links,
        progress_bar=progress_bar,
        contradictions=contradictions,
        organisation_labels=organisation_labels,
        organisation_value=organisation_value,
        progress_sentence=progress_sentence,
    )
    app.context_processor(_context)


def _context() -> dict[str, object]:
    return {"language": i18n.current(), "languages": LANGUAGES}


def static_url(filename: str) -> str:
    """The address of a static file; it changes with the content, so it may be kept for ever."""
    return url_for("static", filename=filename, v=_digest(filename, _changed_at(filename)))


def _changed_at(filename: str) -> int:
    return (STATIC / Path(filename)).stat().st_mtime_ns


@cache
def _digest(filename: str, _changed: int) -> str:
    return sha256((STATIC / Path(filename)).read_bytes()).hexdigest()[:_DIGEST_LENGTH]


def language_links() -> list[tuple[str, str, str]]:
    """For each language: its code, its name, and this page's address in it."""
    kept = {key: value for key, value in request.args.items() if key != "lang"}
    return [
        (code, name, f"{_readable_path()}?{urlencode({**kept, 'lang': code})}")
        for code, name in LANGUAGES.items()
    ]


def _readable_path() -> str:
    """The address of this page; of the one above it where a link cannot lead to this one."""
    path = request.path
    addresses = current_app.url_map.bind("")
    while not addresses.test(path, method="GET"):
        path = path.rstrip("/").rpartition("/")[0] or "/"
    return quote(path)


def number(value: Fraction | int, decimals: int = 0) -> str:
    """A number as the language writes it."""
    return i18n.current().number(value, decimals)


def points(value: Fraction) -> str:
    """A score in points."""
    return i18n.current().points(value)


def points_range(ends: Range) -> str:
    """A score's range: "49–69"."""
    return i18n.current().points_range(ends)


def percent(value: Fraction | int) -> str:
    """A share in percent: "40%", in French "40 %"."""
    return i18n.current().percent(value)


def span(ends: Span) -> str:
    """A range of plain numbers: "2–6"."""
    return i18n.current().span(ends)


def listed(items: list[str]) -> str:
    """Items in a sentence: "a, b and c"."""
    return i18n.current().listed(items)


def long_date(value: date) -> str:
    """A date in full: "23 November 2026"."""
    return i18n.current().date(value)


def clock_time(moment: datetime) -> Markup:
    """A moment for reading: the time, with the date if it is not today's.

    It is printed in UTC, which it says; the script puts the reader's own time in its place.
    """
    utc = moment.astimezone(UTC)
    told = f"{utc:%H:%M} UTC"
    if utc.date() != clock().today():
        told = f"{long_date(utc.date())}, {told}"
    machine = f"{utc:%Y-%m-%dT%H:%M:%SZ}"
    return Markup('<time datetime="{}" data-local>{}</time>').format(machine, told)
