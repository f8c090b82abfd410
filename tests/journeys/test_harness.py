"""The journeys' own instruments, seen to report what they are there to report."""

import sys
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import pytest
from playwright.sync_api import Browser

from tests.journeys import chromium
from tests.journeys.browsing import PHONE, Browsing
from tests.journeys.server import ServerDidNotStartError, serving

PAGES = {
    "/quiet": "<!doctype html><title>quiet</title><p>nothing",
    "/outside": "<!doctype html><title>outside</title><img src='http://example.invalid/a.png'>",
    "/broken": "<!doctype html><title>broken</title><script>nowhere()</script>",
    "/policy": (
        "<!doctype html><meta http-equiv='Content-Security-Policy' content=\"script-src 'none'\">"
        "<title>policy</title><script>1</script>"
    ),
}


class _Pages(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        body = PAGES.get(self.path)
        self.send_response(200 if body else 404)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.end_headers()
        self.wfile.write((body or "").encode())

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the base class's name
        """Keeps the tests' output quiet."""


@pytest.fixture
def browsing(browser: Browser) -> Iterator[Browsing]:
    with ThreadingHTTPServer(("127.0.0.1", 0), _Pages) as server:
        Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True).start()
        browsing = Browsing(browser, base_url=f"http://127.0.0.1:{server.server_port}")
        yield browsing
        browsing.close()
        server.shutdown()


def test_a_quiet_page_has_no_fault(browsing: Browsing) -> None:
    page = browsing.page(viewport=PHONE, locale="fr-FR")
    page.goto("/quiet")
    assert page.evaluate("[innerWidth, navigator.language]") == [390, "fr-FR"]
    assert browsing.faults == []


@pytest.mark.parametrize(
    ("path", "fault"),
    [
        ("/outside", "asked for http://example.invalid/a.png"),
        ("/broken", "script error: nowhere is not defined"),
        ("/policy", "broke the content security policy"),
    ],
)
def test_a_page_that_misbehaves_is_noticed(browsing: Browsing, path: str, fault: str) -> None:
    browsing.page().goto(path)
    assert [f for f in browsing.faults if f.startswith(fault)]


def test_without_scripts_none_runs(browsing: Browsing) -> None:
    browsing.page(javascript=False).goto("/broken")
    assert browsing.faults == []


def test_a_server_that_ends_at_once_is_told_with_its_own_words(tmp_path: Path) -> None:
    command = (sys.executable, "-c", "raise SystemExit('PORT: not a number')")
    with (
        pytest.raises(ServerDidNotStartError, match="PORT: not a number"),
        serving(tmp_path, command),
    ):
        pass


def test_a_missing_browser_is_an_error_that_names_the_fix(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(chromium, "_candidates", lambda: iter(["/nowhere/chromium"]))
    with pytest.raises(chromium.ChromiumMissingError, match=r"scripts/browser\.sh"):
        chromium.find_chromium()
