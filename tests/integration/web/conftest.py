"""The application, a stopped clock, and people with browsers.

One application serves all tests: each begins assessments of its own, and no assessment sees
another.
"""

from collections.abc import Iterator
from datetime import UTC, datetime

import pytest
from flask import Flask

from readiness.services.clock import StoppedClock
from readiness.services.session import Database
from readiness.web import create_app, transaction
from readiness.web.settings import from_environment
from tests.integration.web.pages import Browser, Page

NOON = datetime(2026, 11, 23, 13, 32, tzinfo=UTC)


@pytest.fixture(scope="session")
def stopped_clock() -> StoppedClock:
    return StoppedClock(NOON)


@pytest.fixture(scope="session")
def app(tmp_path_factory: pytest.TempPathFactory, stopped_clock: StoppedClock) -> Iterator[Flask]:
    instance = tmp_path_factory.mktemp("instance")
    settings = from_environment({"READINESS_INSTANCE_PATH": str(instance)})
    database = Database(settings.database)
    database.upgrade()
    database.close()
    app = create_app(settings, clock=stopped_clock)
    yield app
    with app.app_context():
        transaction.database().close()


@pytest.fixture
def clock(stopped_clock: StoppedClock) -> Iterator[StoppedClock]:
    """The application's clock, which a test may set; it is 13:32 UTC again afterwards."""
    yield stopped_clock
    stopped_clock.moment = NOON


@pytest.fixture
def cio(app: Flask) -> Browser:
    """The person who begins an assessment."""
    return Browser(app.test_client())


@pytest.fixture
def colleague(app: Flask) -> Browser:
    """Somebody who was given the private link."""
    return Browser(app.test_client())


@pytest.fixture
def tasks(cio: Browser) -> Page:
    """The task list of a new assessment in the full form."""
    return cio.get("/").submit({"form": "full"}, action="/assessments/")


@pytest.fixture
def address(tasks: Page) -> str:
    """The private address of that assessment."""
    return tasks.path


@pytest.fixture
def organisation(cio: Browser, address: str) -> None:
    """The assessment has everything that a result needs to know about the organisation."""
    cio.get(address + "/organisation").submit(
        {"name": "Example SA", "country": "FR", "sector": "J", "size": "50-249"}
    )
