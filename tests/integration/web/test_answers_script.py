"""What the page's script sends and gets back."""

import re
from typing import Any

import pytest
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from tests.integration.web.pages import Browser, Page

ANSWER = {"answer": "3", "reason": "", "note": "", "evidence": "", "version": 0}


def told(reply: TestResponse) -> dict[str, Any]:
    """What the script is told."""
    assert isinstance(reply.json, dict)
    return reply.json


class Script:
    """The script of an open page."""

    def __init__(self, page: Page, client: FlaskClient) -> None:
        self._token = str(page.fields()["csrf_token"])
        self._client = client
        self._address = re.sub(r"/questions/.*", "/answers/", page.path)

    def save(self, question: str, changed: object = None, *, token: bool = True) -> TestResponse:
        """Send an answer to a question; ``changed`` are parts of it, or another body."""
        body = {**ANSWER, **changed} if isinstance(changed, dict) else changed or ANSWER
        headers = {"X-CSRFToken": self._token} if token else {}
        return self._client.post(self._address + question, json=body, headers=headers)


@pytest.fixture
def script(cio: Browser, address: str) -> Script:
    return Script(cio.get(address + "/questions/SEC/1"), cio.client)


def test_an_answer_is_saved_with_its_version_and_time(
    script: Script, colleague: Browser, address: str
) -> None:
    reply = script.save("SEC-01", {"note": "from the script", "evidence": "tested"})
    assert reply.status_code == 200
    assert told(reply)["saved"] is True
    assert (told(reply)["version"], told(reply)["saved_at"]) == (1, "2026-11-23T13:32:00Z")
    assert "1 of 14 answered, 13 open" in told(reply)["so_far"]
    fields = colleague.get(address + "/questions/SEC/1").fields()
    assert (fields["SEC-01"], fields["SEC-01-note"]) == ("3", "from the script")


def test_the_next_change_starts_from_that_version(script: Script) -> None:
    script.save("SEC-01")
    assert told(script.save("SEC-01", {"answer": "4", "version": 1}))["version"] == 2


def test_a_stale_version_is_a_conflict_and_changes_nothing(
    script: Script, colleague: Browser, address: str
) -> None:
    colleague.get(address + "/questions/SEC/1").submit({"SEC-01": "1"})
    reply = script.save("SEC-01")
    assert reply.status_code == 409
    assert told(reply)["problem"] == "conflict"
    assert colleague.get(address + "/questions/SEC/1").fields()["SEC-01"] == "1"


def test_sending_nothing_does_not_tell_the_version_of_what_was_not_seen(
    script: Script, colleague: Browser, address: str
) -> None:
    colleague.get(address + "/questions/SEC/1").submit({"SEC-01": "1"})
    assert told(script.save("SEC-01", {"answer": ""}))["version"] == 0
    assert script.save("SEC-01").status_code == 409


def test_a_version_of_any_length_is_a_conflict_at_worst(script: Script) -> None:
    assert script.save("SEC-01", {"version": "9" * 5000}).status_code == 200
    assert script.save("SEC-01", {"answer": "1", "version": "9" * 5000}).status_code == 409


def test_not_applicable_without_a_reason_is_told(script: Script) -> None:
    reply = script.save("GOV-05", {"answer": "not_applicable"})
    assert reply.status_code == 422
    assert told(reply)["message"] == "Enter why GOV-05 does not apply"


def test_a_submitted_assessment_is_not_changed(
    script: Script, cio: Browser, address: str, organisation: None
) -> None:
    cio.get(address + "/check").submit(action="/submit")
    reply = script.save("SEC-01")
    assert (reply.status_code, told(reply)["problem"]) == (409, "submitted")


@pytest.mark.parametrize(
    ("body", "status"),
    [
        ({"answer": "9"}, 422),
        ({"answer": "not_applicable", "reason": "SEC-01 is never without object"}, 422),
        ({"note": "x" * 5001}, 422),
        ({"note": ["a list"]}, 400),
        ({"version": True}, 400),
        ({"unknown": "key"}, 400),
        ([1, 2], 400),
    ],
)
def test_a_wrong_shape_is_told(script: Script, body: object, status: int) -> None:
    reply = script.save("SEC-01", body)
    assert reply.status_code == status
    assert told(reply)["saved"] is False


def test_characters_that_no_database_takes(script: Script, cio: Browser, address: str) -> None:
    reply = script.save("SEC-01", {"note": "a\x00b\ud800c"})
    assert reply.status_code == 200
    assert cio.get(address + "/questions/SEC/1").fields()["SEC-01-note"] == "abc"


def test_an_unknown_question_and_a_missing_token(script: Script) -> None:
    assert script.save("SEC-99").status_code == 404
    reply = script.save("SEC-01", token=False)
    assert reply.status_code == 400
    assert told(reply)["saved"] is False


def test_what_is_not_json_is_refused(script: Script, cio: Browser, address: str) -> None:
    token = cio.get(address + "/questions/SEC/1").fields()["csrf_token"]
    reply = cio.client.post(address + "/answers/SEC-01", data={"answer": "3", "csrf_token": token})
    assert reply.status_code == 415
