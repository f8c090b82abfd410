"""Guards over page templates and static files, read as source; nothing is rendered.

Each takes the templates folder (and the static one) and returns faults that name the fix.
"""

import re
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path
from typing import Final

from jinja2 import Environment, FileSystemLoader, TemplateSyntaxError, nodes
from jinja2.meta import find_referenced_templates

_JINJA: Final = re.compile(r"\{#.*?#\}|\{\{.*?\}\}|\{%.*?%\}", re.DOTALL)
_SAFE: Final = re.compile(r"\|\s*safe\b|\{%-?\s*autoescape\s+false|\{%-?\s*filter\s+safe\b")
_SAFE_REASON: Final = re.compile(r"\{#-?\s*safe:\s*\w+\W+\w+")
_STATIC_IN_PAGE: Final = re.compile(
    r"""static_url\(\s*["']([^"']+)["']|["']static["']\s*,\s*filename\s*=\s*["']([^"']+)["']"""
)
_STATIC_IN_CSS: Final = re.compile(
    r"""url\(\s*["']?([^"')]+)["']?\s*\)|@import\s+["']([^"']+)["']"""
)
_STATIC_IN_JS: Final = re.compile(r"""(?:\bfrom|\bimport)\s*\(?\s*["']([^"']+)["']""")
_OUTSIDE: Final = re.compile(r"(?:[a-z]+:)?//", re.IGNORECASE)

# What a browser fetches by itself; a link that a reader may follow is no concern here.
_FETCHED: Final = {"action", "data", "formaction", "poster", "src", "srcset"}


def _environment(folder: Path) -> Environment:
    return Environment(
        loader=FileSystemLoader(folder), autoescape=True, extensions=["jinja2.ext.i18n"]
    )


def _added_by_the_application() -> None:
    """Stands in for a filter or test; a page is compiled here and never rendered."""


def _compile(environment: Environment, page: Path) -> nodes.Template:
    """Compiles a page; filters and tests that the application adds are taken to exist."""
    source = page.read_text(encoding="utf-8")
    parsed = environment.parse(source, filename=str(page))
    for node in parsed.find_all((nodes.Filter, nodes.Test)):
        known = environment.filters if isinstance(node, nodes.Filter) else environment.tests
        known.setdefault(node.name, _added_by_the_application)
    environment.compile(source, filename=str(page))
    return parsed


def pages(folder: Path) -> list[Path]:
    """Every file under the templates folder."""
    return sorted(path for path in folder.rglob("*") if path.is_file())


def python_files(*folders: Path) -> list[str]:
    """Python under templates/ or static/ makes an editable install impossible."""
    return [
        f"{path}: Python belongs under readiness/"
        for folder in folders
        for path in sorted(folder.rglob("*.py"))
    ]


def unescaped_names(folder: Path) -> list[str]:
    """Flask escapes by file name; any other ending would print what people typed as HTML."""
    return [
        f"{page}: not escaped under this name; call pages .html and drawings .svg"
        for page in pages(folder)
        if page.suffix not in {".html", ".svg", ".xml"}
    ]


def broken_templates(folder: Path) -> list[str]:
    """Templates that do not compile, or that name a template which is not there."""
    environment = _environment(folder)
    faults = []
    for page in pages(folder):
        try:
            parsed = _compile(environment, page)
        except TemplateSyntaxError as error:
            faults.append(f"{page}:{error.lineno}: {error.message}")
            continue
        faults += [
            f"{page}: names the template {name}, which does not exist"
            for name in find_referenced_templates(parsed)
            if name is not None and not (folder / name).is_file()
        ]
    return faults


def unused_imports(folder: Path) -> list[str]:
    """Macros that a page imports and never calls."""
    environment = _environment(folder)
    return [
        f"{page}: imports {name} and never uses it"
        for page in pages(folder)
        for name in _unused(environment.parse(page.read_text(encoding="utf-8")))
    ]


def _unused(tree: nodes.Template) -> list[str]:
    imported: set[str] = {node.target for node in tree.find_all(nodes.Import)}
    for node in tree.find_all(nodes.FromImport):
        imported |= {name if isinstance(name, str) else name[1] for name in node.names}
    used = {node.name for node in tree.find_all(nodes.Name) if node.ctx == "load"}
    return sorted(imported - used)


def unexplained_safe(folder: Path) -> list[str]:
    """Escaping switched off without a reason on that line or the one above."""
    faults = []
    for page in pages(folder):
        above = ""
        for number, line in enumerate(page.read_text(encoding="utf-8").splitlines(), start=1):
            if _SAFE.search(line) and not _SAFE_REASON.search(above + line):
                faults.append(f"{page}:{number}: say why: {{# safe: the reason #}}")
            above = line
    return faults


class _Markup(HTMLParser):
    """Collects what the content security policy would block and what would leave the machine."""

    def __init__(self, page: Path) -> None:
        super().__init__()
        self.page = page
        self.faults: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        if tag == "script" and "src" not in given:
            self._fault("an inline script; put it into static/js/")
        if tag == "style":
            self._fault("an inline style sheet; put it into static/css/")
        for name, value in given.items():
            self._check_attribute(tag, name, value)

    def _check_attribute(self, tag: str, name: str, value: str) -> None:
        if name == "style":
            self._fault("an inline style; give it a class")
        elif name.startswith("on"):
            self._fault(f"the handler {name}; add the listener in static/js/")
        elif value.strip().lower().startswith("javascript:"):
            self._fault("a javascript: address; use a button")
        elif _OUTSIDE.match(value.strip()) and (
            name in _FETCHED or (tag, name) == ("link", "href")
        ):
            self._fault(f"{name} leaves the machine; ship the file under static/")

    def _fault(self, message: str) -> None:
        self.faults.append(f"{self.page}:{self.getpos()[0]}: {message}")


def _without_jinja(source: str) -> str:
    """The markup alone; line breaks stay, so that a fault names the right line."""

    def stand_in(match: re.Match[str]) -> str:
        shown = "x" if match[0].startswith("{{") else " "
        return shown + "\n" * match[0].count("\n")

    return _JINJA.sub(stand_in, source)


def inline_code(folder: Path) -> list[str]:
    """Inline styles, scripts and handlers, and addresses outside this machine."""
    faults = []
    for page in pages(folder):
        markup = _Markup(page)
        markup.feed(_without_jinja(page.read_text(encoding="utf-8")))
        faults += markup.faults
    return faults


def static_references(templates: Path, static: Path) -> Iterator[tuple[Path, Path | str]]:
    """Every (file, what it refers to); what it refers to is text when it leaves the machine."""
    for page in pages(templates):
        for match in _STATIC_IN_PAGE.finditer(page.read_text(encoding="utf-8")):
            yield page, static / (match[1] or match[2])
    for suffix, pattern in ((".css", _STATIC_IN_CSS), (".js", _STATIC_IN_JS)):
        for path in sorted(static.rglob(f"*{suffix}")):
            for match in pattern.finditer(path.read_text(encoding="utf-8")):
                address = match[1] or match[match.lastindex or 1]
                if address.startswith(("data:", "#")):
                    continue
                yield path, address if _OUTSIDE.match(address) else path.parent / address


def missing_static(templates: Path, static: Path) -> list[str]:
    """References to static files that are not there or that leave the machine."""
    faults = []
    for source, target in static_references(templates, static):
        if isinstance(target, str):
            faults.append(f"{source}: {target} leaves the machine; ship the file under static/")
        elif not target.is_file():
            faults.append(f"{source}: {target} does not exist")
    return faults
