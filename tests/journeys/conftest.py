"""One Chromium and one running server for all journeys of a test process.

A journey asks for ``visit`` and opens windows: ``visit.page(viewport=PHONE, locale="fr-FR")``.
"""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect, sync_playwright

from tests.journeys.browsing import Browsing
from tests.journeys.chromium import ARGUMENTS, find_chromium
from tests.journeys.server import LiveServer, serving
from tests.journeys.stored import Store

HERE = Path(__file__).parent

# Twice what Playwright allows itself: other work on the same machine is no fault of the page.
expect.set_options(timeout=10_000)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Journeys alone may open a connection, and only to this machine."""
    for item in items:
        if item.path.is_relative_to(HERE):
            item.add_marker(pytest.mark.browser)
            item.add_marker(pytest.mark.allow_hosts(["127.0.0.1"]))


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        path = find_chromium()
        chromium = playwright.chromium.launch(executable_path=path, args=list(ARGUMENTS))
        yield chromium
        chromium.close()


@pytest.fixture(scope="session")
def live_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[LiveServer]:
    with serving(tmp_path_factory.mktemp("instance")) as server:
        yield server


@pytest.fixture(scope="session")
def store(live_server: LiveServer) -> Store:
    return Store(live_server)


@pytest.fixture
def visit(browser: Browser, live_server: LiveServer) -> Iterator[Browsing]:
    """Windows onto the running server; fails the test when a page misbehaved (Browsing.faults)."""
    browsing = Browsing(browser, base_url=live_server.url)
    yield browsing
    browsing.close()
    assert browsing.faults == []
