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
from playwright.sync_api import ViewportSize, expect
from pypdf import PdfReader

from readiness.core.questionnaire import Form
from readiness.core.scoring import Level, Range
from readiness.services import assessing
from tests.journeys.browsing import DESK, PHONE, Browsing, Locale
from tests.journeys.pages import QuestionsPage, ResultPage, StartPage, TaskList
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


def begun(visit: Browsing, locale: Locale, **window: Any) -> TaskList:
    """A new assessment in the short form whose organisation and profile are filled in."""
    page = visit.page(locale=locale, **window)
    tasks = StartPage.open(page, words_of(locale)).begin(Form.CORE)
    assert page.evaluate("document.documentElement.lang") == locale[:2]
    organisation = tasks.describe_organisation()
    organisation.fill(name=NAME)
    profile = organisation.save()
    profile.yes("finds_social_media_useful").check()
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
        page: QuestionsPage | TaskList = tasks.section(domain)
        while isinstance(page, QuestionsPage):
            for question_id in page.shown():
                page.question(question_id).level(3).check()
            if "SEC-01" in page.shown():
                page.question("SEC-01").note().fill(NOTE)
            page = page.press("Save and continue", TaskList if page.is_last() else QuestionsPage)
        tasks = page
    return tasks


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


@pytest.mark.parametrize("javascript", [True, False], ids=["script", "no-script"])
@pytest.mark.parametrize("viewport", [PHONE, DESK], ids=["phone", "desk"])
@pytest.mark.parametrize("locale", ["en-GB", "fr-FR"])
def test_from_the_start_page_to_the_report(
    visit: Browsing,
    store: Store,
    result_schema: Mapping[str, Any],
    *,
    locale: Locale,
    viewport: ViewportSize,
    javascript: bool,
) -> None:
    words = words_of(locale)
    tasks = answered_a_little(begun(visit, locale, viewport=viewport, javascript=javascript))
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
    tasks = answered_whole(begun(visit, "en-GB"))
    expect(tasks.page.get_by_text("31 of 31 questions have an answer")).to_be_visible()
    result = tasks.check().submit()
    found = result_of(result, result_schema)
    score = found["score"]
    assert (score["low"], score["high"], score["knowledge"]) == (75, 75, 100)
    expect(result.title()).to_have_text(f"{NAME}: controlled")
    expect(result.page.get_by_text("points of 100.")).to_be_visible()
    text = report_text(result)
    assert "Controlled 75 points of 100" in text
    assert NOTE in text
