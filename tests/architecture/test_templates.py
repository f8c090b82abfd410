"""Templates and static files keep what the content security policy and an offline machine ask."""

from collections.abc import Callable
from pathlib import Path

import pytest

from readiness.paths import STATIC, TEMPLATES
from tests.architecture import template_guards as guards

Guard = Callable[[Path], list[str]]

PAGE_GUARDS: list[Guard] = [
    guards.broken_templates,
    guards.inline_code,
    guards.unescaped_names,
    guards.unexplained_safe,
    guards.unused_imports,
]


@pytest.fixture
def templates(tmp_path: Path) -> Path:
    folder = tmp_path / "templates"
    folder.mkdir()
    (folder / "base.html").write_text("<main>{% block main %}{% endblock %}</main>\n")
    (folder / "parts.html").write_text("{% macro tag(text) %}<b>{{ text }}</b>{% endmacro %}\n")
    return folder


@pytest.fixture
def static(tmp_path: Path) -> Path:
    folder = tmp_path / "static"
    (folder / "css").mkdir(parents=True)
    (folder / "css" / "base.css").write_text('a { background: url("data:image/png;base64,AA==") }')
    return folder


def test_there_is_something_to_check() -> None:
    assert TEMPLATES / "base.html" in guards.pages(TEMPLATES)
    assert list(guards.static_references(TEMPLATES, STATIC))


@pytest.mark.parametrize("guard", PAGE_GUARDS)
def test_every_template_keeps(guard: Guard) -> None:
    assert guard(TEMPLATES) == []


def test_every_static_file_referred_to_exists() -> None:
    assert guards.missing_static(TEMPLATES, STATIC) == []


def test_no_python_beside_templates_and_static_files() -> None:
    assert guards.python_files(TEMPLATES, STATIC) == []


GOOD = """\
{% extends "base.html" %}
{% from "parts.html" import tag %}
{# style="in a comment" is nobody's concern #}
{% block main %}
  {% set style = "plain" %}
  <p class="a{% if big > "2" %} b{% endif %}">{{ tag(name | our_own_filter) }}</p>
  {# safe: made by our own drawing code #}
  {{ drawing | safe }}
  <a href="https://example.org/source">{{ _("Source") }}</a>
  <script src="{{ static_url("js/save.js") }}" nonce="{{ nonce }}"></script>
{% endblock %}
"""


@pytest.mark.parametrize("guard", PAGE_GUARDS)
def test_a_good_page_has_no_fault(templates: Path, guard: Guard) -> None:
    (templates / "page.html").write_text(GOOD)
    assert guard(templates) == []


@pytest.mark.parametrize(
    ("guard", "content", "fault"),
    [
        (guards.broken_templates, "\n{% if %}", ":2: "),
        (guards.broken_templates, '{% extends "gone.html" %}', "gone.html, which does not exist"),
        (guards.unused_imports, '{% from "parts.html" import tag as label %}', "imports label"),
        (guards.unused_imports, '{% import "parts.html" as parts %}', "imports parts"),
        (guards.unexplained_safe, "{{ answer|safe }}", "say why"),
        (guards.unexplained_safe, "{# safe: #}\n{{ answer | safe }}", "say why"),
        (guards.unexplained_safe, "{% autoescape false %}{% endautoescape %}", "say why"),
        (guards.inline_code, '<p>\n<i style="color: red">', ":2: an inline style"),
        (guards.inline_code, "{% if x %}\n<style>a { }</style>{% endif %}", "style sheet"),
        (guards.inline_code, "<script>go()</script>", "an inline script"),
        (guards.inline_code, '<a {{ more }} onclick="go()">', "the handler onclick"),
        (guards.inline_code, '<a href=" JavaScript:go()">', "use a button"),
        (guards.inline_code, '<img src="//cdn.example/a.png">', "src leaves the machine"),
        (guards.inline_code, '<link href="https://cdn.example/a.css">', "href leaves the machine"),
    ],
)
def test_a_faulty_page_is_found(templates: Path, guard: Guard, content: str, fault: str) -> None:
    page = templates / "page.html"
    page.write_text(content)
    (found,) = guard(templates)
    assert found.startswith(str(page))
    assert fault in found


def test_a_page_that_would_not_be_escaped_is_found(templates: Path) -> None:
    (templates / "mail.txt").write_text("{{ name }}")
    assert len(guards.unescaped_names(templates)) == 1


@pytest.mark.parametrize("call", ['static_url("{}")', "url_for('static', filename='{}')"])
def test_a_missing_static_file_is_found(templates: Path, static: Path, call: str) -> None:
    page = templates / "page.html"
    page.write_text(f"{{{{ {call.format('css/base.css')} }}}}")
    assert guards.missing_static(templates, static) == []
    page.write_text(f"{{{{ {call.format('css/gone.css')} }}}}")
    assert guards.missing_static(templates, static) == [
        f"{page}: {static / 'css/gone.css'} does not exist"
    ]


@pytest.mark.parametrize(
    ("name", "content", "fault"),
    [
        ("a.css", "a { background: url(gone.svg) }", "does not exist"),
        ("a.css", '@import "gone.css";', "does not exist"),
        ("a.css", "@import url('https://fonts.example/a.css');", "leaves the machine"),
        ("a.js", 'import { save } from "./gone.js";', "does not exist"),
        ("a.js", 'import "//cdn.example/a.js";', "leaves the machine"),
    ],
)
def test_a_faulty_static_file_is_found(
    templates: Path, static: Path, name: str, content: str, fault: str
) -> None:
    (static / name).write_text(content)
    (found,) = guards.missing_static(templates, static)
    assert fault in found


def test_python_beside_templates_is_found(templates: Path, static: Path) -> None:
    (static / "build.py").touch()
    assert len(guards.python_files(templates, static)) == 1
