"""What this installation is made of, and what is wrong with it."""

import platform
from dataclasses import dataclass
from importlib.metadata import version

from readiness import __version__
from readiness.core.errors import ReadinessError
from readiness.paths import STATIC, TEMPLATES
from readiness.services import packs
from readiness.services.assessing import benchmarks
from readiness.services.session import Database
from readiness.web.settings import from_environment

LIBRARIES = ("flask", "sqlalchemy", "reportlab", "wtforms", "alembic", "babel", "pikepdf")


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing examined; ``remedy`` says what to do where it is wrong."""

    subject: str
    state: str
    remedy: str = ""


def examine() -> tuple[Finding, ...]:
    """Everything that can be told without changing anything."""
    libraries = ", ".join(f"{name} {version(name)}" for name in LIBRARIES)
    return (
        Finding("readiness", __version__),
        Finding("Python", platform.python_version()),
        Finding("libraries", libraries),
        *_paths(),
        *_packs(),
        *_settings(),
    )


def _paths() -> tuple[Finding, ...]:
    remedy = "install the program again"
    return tuple(
        Finding(name, str(path), "" if path.is_dir() else remedy)
        for name, path in (("templates", TEMPLATES), ("static files", STATIC))
    )


def _packs() -> tuple[Finding, ...]:
    try:
        listed, figures = packs.listed(), len(benchmarks().figures)
    except ReadinessError as error:
        return (Finding("packs", str(error).splitlines()[0], "install the program again"),)
    try:
        changed = packs.changed_since_release()
    except OSError as error:
        changed = (f"packs.lock cannot be read: {error.strerror}",)
    return (
        *(Finding(f"questionnaire {entry.id}", entry.digest) for entry in listed),
        Finding("benchmark figures", str(figures)),
        *(Finding("released pack", line, "restore the file") for line in changed),
    )


def _settings() -> tuple[Finding, ...]:
    try:
        settings = from_environment()
    except ReadinessError as error:
        return (Finding("settings", str(error), "correct the environment"),)
    database = Database(settings.database)
    return (Finding("instance folder", str(settings.instance)), _database(database))


def _database(database: Database) -> Finding:
    if database.is_missing():
        made = "not there yet, 'readiness serve' makes it"
        return Finding("database", f"{database.shown_address}: {made}")
    ready = database.is_ready()
    state = "up to date" if ready else "out of reach or not up to date"
    remedy = "" if ready else "run 'readiness db upgrade'"
    return Finding("database", f"{database.shown_address}: {state}", remedy)
