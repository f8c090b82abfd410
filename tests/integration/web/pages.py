"""A browser without JavaScript: pages that have been checked, forms that are filled in."""

from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import urlsplit

from bs4 import BeautifulSoup, Tag
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from tests.integration.web.page_checks import faults

Fields = dict[str, str | list[str]]


@dataclass(slots=True)
class Page:
    """A page that was answered and kept every rule of page_checks.py."""

    browser: "Browser"
    path: str
    status: int
    soup: BeautifulSoup

    def texts(self, selector: str) -> list[str]:
        """The text of each element, spaces collapsed."""
        return [" ".join(tag.get_text(" ").split()) for tag in self.soup.select(selector)]

    def text(self, selector: str = "main") -> str:
        """The text of the one element."""
        (found,) = self.texts(selector)
        return found

    @property
    def problems(self) -> list[str]:
        """The messages of the error summary."""
        return self.texts(".errors li")

    def fields(self, action: str = "") -> Fields:
        """What a browser would send for the form whose action ends so, by the state of the page."""
        sent: Fields = {}
        for tag in self._form(action).select("input[name], select[name], textarea[name]"):
            value = _value(tag)
            if value is not None:
                name = str(tag["name"])
                kept = sent.get(name)
                sent[name] = (
                    value if kept is None else [*([kept] if isinstance(kept, str) else kept), value]
                )
        return sent

    def submit(
        self, changed: Mapping[str, str | list[str] | None] | None = None, *, action: str = ""
    ) -> "Page":
        """Send a form as it stands with some fields changed (None: not sent), follow redirects."""
        fields = {**self.fields(action), **(changed or {})}
        sent = {name: value for name, value in fields.items() if value is not None}
        return self.browser.post(str(self._form(action)["action"]), sent)

    def _form(self, action: str) -> Tag:
        forms = [form for form in self.soup.select("form") if str(form["action"]).endswith(action)]
        assert len(forms) == 1, f"{len(forms)} forms with an action that ends in {action!r}"
        return forms[0]


def _value(tag: Tag) -> str | None:
    if tag.name == "textarea":
        # A line break right after the tag belongs to the markup.
        return tag.get_text().removeprefix("\n")
    if tag.name == "select":
        chosen = tag.select("option[selected]") or tag.select("option")
        return str(chosen[0]["value"])
    if tag.get("type") in {"radio", "checkbox"} and not tag.has_attr("checked"):
        return None
    return str(tag.get("value", ""))


class Browser:
    """Asks for pages of the application; each browser has cookies of its own."""

    def __init__(self, client: FlaskClient) -> None:
        self.client = client

    def get(self, path: str, *, status: int = 200, language: str = "en") -> Page:
        """The page at a path; redirects are followed."""
        answer = self.client.get(path, follow_redirects=True, headers={"Accept-Language": language})
        return self._page(answer, status)

    def post(self, path: str, fields: Mapping[str, object], *, status: int = 200) -> Page:
        """Send a form; redirects are followed."""
        return self._page(self.client.post(path, data=fields, follow_redirects=True), status)

    def _page(self, answer: TestResponse, status: int) -> Page:
        html = answer.get_data(as_text=True)
        path = urlsplit(answer.request.url).path
        assert answer.status_code == status, f"{path}: {answer.status}"
        assert "default-src 'none'" in answer.headers["Content-Security-Policy"]
        soup = BeautifulSoup(html, "html.parser")
        found = faults(html, soup)
        assert not found, f"{path}:\n" + "\n".join(found)
        return Page(self, path, answer.status_code, soup)
