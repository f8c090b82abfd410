"""Lets templates draw a chart: which kind a mark is (``{% if mark is bar %}``), and coordinates."""

from collections.abc import Callable, Mapping

from flask import Flask
from jinja2 import Environment

from readiness.core.charts import Across, Bar, Dot, Pointer, Upright, Words

MARKS: Mapping[str, type] = {
    "bar": Bar,
    "upright": Upright,
    "level_line": Across,
    "dot": Dot,
    "pointer": Pointer,
    "words": Words,
}


def init_app(app: Flask) -> None:
    """Make the marks of a chart known to the templates of ``app``."""
    install(app.jinja_env)


def install(environment: Environment) -> None:
    """Make the marks of a chart known to a template environment."""
    environment.tests.update({name: _test_for(kind) for name, kind in MARKS.items()})
    environment.filters["coord"] = coordinate


def coordinate(value: float) -> str:
    """A coordinate of a drawing as SVG writes it, whatever the language of the page."""
    return f"{value:g}"


def _test_for(kind: type) -> Callable[[object], bool]:
    def is_kind(mark: object) -> bool:
        return isinstance(mark, kind)

    return is_kind
