"""Browser windows that watch what a page does behind the reader's back."""

from dataclasses import dataclass, field
from typing import Literal
from urllib.parse import urlsplit

from playwright.sync_api import (
    Browser,
    BrowserContext,
    ConsoleMessage,
    Error,
    Page,
    Request,
    ViewportSize,
)

PHONE: ViewportSize = {"width": 390, "height": 844}
DESK: ViewportSize = {"width": 1280, "height": 900}

Locale = Literal["en-GB", "fr-FR", "de-DE"]


@dataclass  # not slotted: Playwright keeps a note of its own on the owner of a listener
class Browsing:
    """Opens windows and keeps their faults: requests that leave the machine, script errors and
    breaches of the content security policy. The fixture fails the test that caused any.
    """

    browser: Browser
    base_url: str | None = None
    faults: list[str] = field(default_factory=list)
    _contexts: list[BrowserContext] = field(default_factory=list)

    def page(
        self,
        *,
        viewport: ViewportSize = DESK,
        javascript: bool = True,
        locale: Locale = "en-GB",
    ) -> Page:
        """A window of a new visitor: no cookies, nothing kept."""
        context = self.browser.new_context(
            accept_downloads=True,
            base_url=self.base_url,
            java_script_enabled=javascript,
            locale=locale,
            viewport=viewport,
        )
        context.on("request", self._note_request)
        context.on("console", self._note_message)
        self._contexts.append(context)
        page = context.new_page()
        page.on("pageerror", self._note_error)
        return page

    def close(self) -> None:
        """Closes every window this opened."""
        while self._contexts:
            self._contexts.pop().close()

    def _note_request(self, request: Request) -> None:
        address = urlsplit(request.url)
        if address.scheme not in {"data", "blob", "about"} and address.hostname != "127.0.0.1":
            self.faults.append(f"asked for {request.url}: nothing may leave the machine")

    def _note_message(self, message: ConsoleMessage) -> None:
        if message.type == "error" and "Content Security Policy" in message.text:
            self.faults.append(f"broke the content security policy: {message.text}")

    def _note_error(self, error: Error) -> None:
        self.faults.append(f"script error: {error.message}")
