"""The main journey: from the start page to a report in one's hands, however one looks at it."""

import json
import subprocess
import sys
from collections.abc import Mapping
from fractions import Fraction
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import jsonschema
import pytest
from playwright.sync_api import Page, ViewportSize, expect
from pypdf import PdfReader

from readiness.core.questionnaire import Form
from readiness.core.scoring import Level, Range
from readiness.services import assessing
from tests.journeys.browsing import DESK, PHONE, Browsing, Locale
from tests.journeys.pages import CONTINUE, QuestionsPage, ResultPage, StartPage, TaskList
from tests.journeys.stored import Store, level
from tests.journeys.words import Words, words_of

NAME = "Société d’essai & fils"
NOTE = "Le registre est tenu à jour depuis 2024."
DOMAINS = ("SEC", "CON", "TRA", "ROL", "GOV")


@pytest.fixture(scope="session")
def result_schema() -> Mapping[str, Any]:
    """What ``readiness schema result`` prints."""
    command = (str(Path(sys.executable).with_name("readiness")), "schema", "result")
    printed = subprocess.run(command, capture_output=True, check=True)
    schema: Mapping[str, Any] = json.loads(printed.stdout)
    return schema


def begun(page: Page, words: Words) -> TaskList:
    """A new assessment in the short form whose organisation and profile are filled in."""
    tasks = StartPage.open(page, words).begin(Form.CORE)
    organisation = tasks.describe_organisation()
    organisation.fill(name=NAME)
    profile = organisation.save()
    profile.choice("finds_social_media_useful", "Yes").check()
    profile.option("networks", "linkedin").check()
    return profile.save()


def answered_a_little(tasks: TaskList) -> TaskList:
    """One page: a level with a note, one that is not known, another level."""
    questions = tasks.section("SEC")
    first = questions.question("SEC-01")
    first.level(3).check()
    first.note().fill(NOTE)
    first.sure("Document seen").check()
    questions.question("SEC-02").level(3).check()
    questions.question("SEC-03").unknown().check()
    return questions.save_and_return()


def answered_whole(tasks: TaskList) -> TaskList:
    """Level 3 on every question of the short form, page after page."""
    for domain in DOMAINS:
        page = tasks.section(domain)
        while not page.is_last():
            page = answered_at_three(page).save()
        tasks = answered_at_three(page).press(CONTINUE, TaskList)
    return tasks


def answered_at_three(page: QuestionsPage) -> QuestionsPage:
    for question_id in page.shown():
        page.question(question_id).level(3).check()
    return page


def report_text(result: ResultPage) -> str:
    """The text of the report, spaces and line breaks all alike."""
    saved = result.download("Download the report, PDF")
    assert saved.suggested_filename.endswith("-report.pdf")
    pages = PdfReader(saved.path()).pages
    return plain(" ".join(page.extract_text() for page in pages))


def result_of(result: ResultPage, schema: Mapping[str, Any]) -> Mapping[str, Any]:
    """The result as JSON, checked against its schema."""
    saved = result.download("Result, JSON")
    assert saved.suggested_filename.endswith("-result.json")
    found: Mapping[str, Any] = json.loads(saved.path().read_bytes())
    jsonschema.validate(found, schema)
    return found


def plain(text: str) -> str:
    return " ".join(text.split())


def told_level(words: Words, score: Mapping[str, Any]) -> str:
    """The level in words."""
    return assessing.narrator(words.language.code).level(Level(score["level"]))


def told_range(words: Words, score: Mapping[str, Any]) -> str:
    """The two ends of the score as that language writes them."""
    low, high = (Fraction(str(score[end])) for end in ("low", "high"))
    return words.language.points_range(Range(low, high))


@pytest.fixture(params=[True, False], ids=["script", "no script"])
def javascript(request: pytest.FixtureRequest) -> bool:
    return bool(request.param)


@pytest.fixture(params=[PHONE, DESK], ids=["phone", "desk"])
def viewport(request: pytest.FixtureRequest) -> ViewportSize:
    chosen: ViewportSize = request.param
    return chosen


@pytest.fixture(params=["en-GB", "fr-FR"])
def locale(request: pytest.FixtureRequest) -> Locale:
    """The language that the browser asks for."""
    chosen: Locale = request.param
    return chosen


@pytest.fixture
def window(visit: Browsing, viewport: ViewportSize, locale: Locale, *, javascript: bool) -> Page:
    return visit.page(viewport=viewport, locale=locale, javascript=javascript)


def test_from_the_start_page_to_the_report(
    window: Page, locale: Locale, store: Store, result_schema: Mapping[str, Any]
) -> None:
    words = words_of(locale)
    tasks = answered_a_little(begun(window, words))
    assert window.locator("html").get_attribute("lang") == words.language.code
    store.answer_rest(urlsplit(tasks.address).path, level(2))
    result = tasks.check().submit()
    found = result_of(result, result_schema)
    assert found["organisation"]["name"] == NAME
    assert found["answers"]["SEC-01"]["note"] == NOTE
    verdict = told_level(words, found["score"])
    expect(result.title()).to_have_text(words("%(name)s: %(verdict)s", name=NAME, verdict=verdict))
    text = report_text(result)
    assert NAME in text
    assert f"{verdict} {told_range(words, found['score'])}".casefold() in text.casefold()
    assert NOTE in text
    assert plain(found["benchmarks"][0]["source_title"]) in text


def test_the_whole_short_form_leads_to_a_level(
    visit: Browsing, result_schema: Mapping[str, Any]
) -> None:
    tasks = answered_whole(begun(visit.page(), words_of("en-GB")))
    expect(tasks.page.get_by_text("31 of 31 questions have an answer")).to_be_visible()
    result = tasks.check().submit()
    found = result_of(result, result_schema)
    score = found["score"]
    assert (score["low"], score["high"], score["knowledge"]) == (75, 75, 100)
    expect(result.title()).to_have_text(f"{NAME}: controlled")
    expect(result.page.get_by_text("points of 100.")).to_be_visible()
    text = report_text(result)
    assert "Controlled 75 points of 100" in text
