"""The application on an empty database, a stopped clock, and people with browsers."""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from flask import Flask

from readiness.services.clock import StoppedClock
from readiness.services.session import Database
from readiness.web import create_app, transaction
from readiness.web.settings import Settings, from_environment
from tests.integration.web.pages import Browser, Page


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return from_environment({"READINESS_INSTANCE_PATH": str(tmp_path / "instance")})


@pytest.fixture
def clock() -> StoppedClock:
    return StoppedClock(datetime(2026, 11, 23, 13, 32, tzinfo=UTC))


@pytest.fixture
def app(settings: Settings, clock: StoppedClock) -> Iterator[Flask]:
    database = Database(settings.database)
    database.upgrade()
    database.close()
    app = create_app(settings, clock=clock)
    yield app
    with app.app_context():
        transaction.database().close()


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
