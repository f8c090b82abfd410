"""Addresses for machines and for those who look after the installation."""

from datetime import UTC, datetime
from pathlib import Path

from flask import Flask

from readiness.web import create_app
from readiness.web.settings import from_environment
from tests.integration.web.pages import Browser


def test_the_process_and_the_database_answer(cio: Browser) -> None:
    assert cio.client.get("/healthz").text == "ok\n"
    assert cio.client.get("/readyz").text == "ready\n"


def test_without_its_tables_the_database_is_not_ready(tmp_path: Path) -> None:
    app: Flask = create_app(from_environment({"READINESS_INSTANCE_PATH": str(tmp_path)}))
    client = app.test_client()
    assert client.get("/healthz").status_code == 200
    assert client.get("/readyz").status_code == 503


def test_security_txt_says_where_and_until_when(cio: Browser) -> None:
    lines = cio.client.get("/.well-known/security.txt").text.splitlines()
    fields = dict(line.split(": ", 1) for line in lines)
    assert fields["Contact"].endswith("/security")
    expires = datetime.fromisoformat(fields["Expires"])
    assert datetime(2026, 11, 23, tzinfo=UTC) < expires < datetime(2027, 11, 23, tzinfo=UTC)
    cio.get("/security")
