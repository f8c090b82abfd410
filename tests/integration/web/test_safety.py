"""Headers, cookies, limits, forged forms, error pages, and one commit before the answer."""

import pytest
from flask import Flask

from readiness.core.questionnaire import Form
from readiness.services.session import ReadOnlyError, Session
from readiness.web import access, transaction
from readiness.web.access import Policy, allow
from tests.integration.web.pages import Browser


def test_every_answer_has_the_protecting_headers(cio: Browser, address: str) -> None:
    for path in ("/", address, "/nope", "/healthz", address + "/questions/SEC/1"):
        headers = cio.client.get(path).headers
        policy = headers["Content-Security-Policy"]
        assert "default-src 'none'" in policy
        assert "unsafe" not in policy
        assert "http" not in policy
        assert headers["Referrer-Policy"] == "no-referrer"
        assert headers["X-Content-Type-Options"] == "nosniff"


def test_an_assessment_is_not_kept_by_caches_nor_search_engines(cio: Browser, address: str) -> None:
    headers = cio.client.get(address).headers
    assert headers["Cache-Control"] == "no-store"
    assert "noindex" in headers["X-Robots-Tag"]


def test_the_cookie_is_out_of_reach_of_scripts_and_other_sites(cio: Browser) -> None:
    (cookie,) = cio.client.get("/").headers.getlist("Set-Cookie")
    assert "HttpOnly" in cookie
    assert "SameSite=Lax" in cookie


def test_static_files_may_be_kept_for_ever(cio: Browser) -> None:
    page = cio.get("/")
    (address, *_) = [str(link["href"]) for link in page.soup.select("link[rel=stylesheet]")]
    answer = cio.client.get(address)
    assert "immutable" in answer.headers["Cache-Control"]
    answer.close()


def test_a_form_without_its_token_is_not_saved_but_kept(
    cio: Browser, colleague: Browser, address: str
) -> None:
    path = address + "/questions/SEC/1"
    fields = cio.get(path).fields() | {"SEC-01": "3", "SEC-01-note": "<typed>", "csrf_token": ""}
    page = colleague.post(path, fields, status=400)
    assert page.text("h1") == "Send it once more"
    assert "SEC-01" not in cio.get(path).fields()
    assert page.submit().path == address + "/questions/SEC/2"
    assert cio.get(path).fields()["SEC-01-note"] == "<typed>"


@pytest.mark.parametrize("language", ["en", "fr"])
def test_error_pages(cio: Browser, address: str, language: str) -> None:
    cio.get("/nope", status=404, language=language)
    answer = cio.client.get(address + "/submit")
    assert answer.status_code == 405
    assert "POST" in answer.headers["Allow"]
    cio.get(address + "/submit", status=405, language=language)
    cio.post(address + "/organisation", {"name": "x" * 1_100_000}, status=413)


def test_a_fault_of_ours_is_a_calm_page(
    app: Flask, cio: Browser, address: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(_self: object, _id: object) -> None:
        raise RuntimeError("a fault")

    monkeypatch.setattr("readiness.services.assessments.Assessments.get", broken)
    page = cio.get(address, status=500)
    assert page.text("h1") == "Something went wrong here"
    assert "a fault" not in page.text()


def test_a_commit_that_fails_is_not_called_saved(
    cio: Browser, address: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = address + "/questions/SEC/1"
    page = cio.get(path)

    def refuse(_self: Session) -> None:
        raise RuntimeError("the disk is full")

    with monkeypatch.context() as patched:
        patched.setattr(Session, "commit", refuse)
        cio.post(path, page.fields() | {"SEC-01": "3"}, status=500)
    assert "SEC-01" not in cio.get(path).fields()


def test_a_get_cannot_write(app: Flask) -> None:
    with app.test_request_context("/"), pytest.raises(ReadOnlyError):
        transaction.assessments().start(form=Form.FULL, language="en")


def test_a_view_that_does_not_say_who_may_use_it_is_found() -> None:
    app = Flask("forgotten")
    access.init_app(app)
    app.add_url_rule("/open", "open", allow(Policy.PUBLIC)(lambda: "open"))
    access.check(app)
    app.add_url_rule("/forgotten", "forgotten", lambda: "secret")
    assert app.test_client().get("/open").text == "open"
    assert app.test_client().get("/forgotten").status_code == 404
    with pytest.raises(access.MissingPolicyError, match=r"add @allow.*forgotten"):
        access.check(app)
