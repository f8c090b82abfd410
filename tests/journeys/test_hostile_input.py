"""Whatever is typed is shown as typed, never run, and never the reason for a loss."""

import re

import pytest
from playwright.sync_api import expect

from readiness.core.questionnaire import Form
from readiness.services.drafts import NAME_LIMIT, NOTE_LIMIT
from tests.journeys.browsing import PHONE, Browsing
from tests.journeys.pages import (
    CONTINUE,
    CheckPage,
    OrganisationPage,
    QuestionsPage,
    ResultPage,
    TaskList,
)
from tests.journeys.stored import Store
from tests.journeys.words import words_of

ENGLISH = words_of("en-GB")
MARKUP = "<script>nowhere()</script><img src=//example.invalid/x onerror=nowhere()>\"'&amp;</title>"
NAMES = {
    "markup": MARKUP,
    "quotes": """O'Brien "& Sons" `{{ 7 * 7 }}` %(name)s {% raw %}""",
    "right to left": "شركة المثال \u202eevil\u202c",
    "long": "Müller " * 28 + "GmbH",
    "one long word": "W" * NAME_LIMIT,
}
LONG_NOTE = ("A note of many words, " * 300)[:NOTE_LIMIT]


@pytest.mark.parametrize("name", NAMES.values(), ids=NAMES)
def test_a_hostile_name_is_only_text_from_the_form_to_the_report(
    visit: Browsing, store: Store, name: str
) -> None:
    address = store.begin(Form.CORE)
    page = visit.page(viewport=PHONE)
    page.goto(f"{address}/organisation")
    form = OrganisationPage(page, ENGLISH)
    form.fill(name=name)
    form.save()
    assert store.read(address).organisation.name == name.strip()
    for path in ("", "/organisation", "/questions/SEC/1", "/check", "/result"):
        page.goto(address + path)
        assert page.locator("body script, body img").count() == 0
        assert page.evaluate("document.documentElement.scrollWidth") == PHONE["width"], path
    tasks = TaskList.open(page, ENGLISH, address)
    heading = tasks.page.get_by_role("heading", level=1)
    expect(heading).to_have_text(ENGLISH("Assessment of %(name)s", name=name.strip()))
    result = tasks.check().submit()
    assert result.download("Download the report, PDF").path().read_bytes().startswith(b"%PDF-")


def test_a_name_that_is_too_long_is_told_and_kept(visit: Browsing, store: Store) -> None:
    address = store.begin(Form.CORE)
    page = visit.page(javascript=False)
    page.goto(f"{address}/organisation")
    form = OrganisationPage(page, ENGLISH)
    form.fill(name="x" * (NAME_LIMIT + 1))
    told = form.press(CONTINUE, OrganisationPage)
    expect(told.problems).to_have_text("Shorten this text to 200 characters; it has 201")
    expect(told.name()).to_have_value("x" * (NAME_LIMIT + 1))
    assert store.read(address).organisation.country == "FR"
    told.name().fill("x" * NAME_LIMIT)
    told.save()
    assert store.read(address).organisation.name == "x" * NAME_LIMIT


@pytest.mark.parametrize("javascript", [True, False])
def test_the_longest_note_is_kept_to_the_last_character(
    visit: Browsing, store: Store, *, javascript: bool
) -> None:
    address = store.begin(Form.CORE)
    page = visit.page(javascript=javascript)
    questions = QuestionsPage.open(page, ENGLISH, f"{address}/questions/SEC/1")
    note = f"{MARKUP}\nSecond line\n{LONG_NOTE}"[:NOTE_LIMIT].strip()
    questions.question("SEC-01").note().fill(note)
    questions.save()
    assert store.read(address).saved("SEC-01").given.note == note
    page.goto(f"{address}/check")
    CheckPage(page, ENGLISH)
    expect(page.get_by_text("Second line")).to_contain_text("<script>nowhere()</script>")


@pytest.mark.parametrize("javascript", [True, False])
def test_a_note_that_is_too_long_is_told_and_kept_with_the_rest_of_the_page(
    visit: Browsing, store: Store, *, javascript: bool
) -> None:
    address = store.begin(Form.CORE)
    page = visit.page(javascript=javascript)
    questions = QuestionsPage.open(page, ENGLISH, f"{address}/questions/SEC/1")
    too_long = "y" * (NOTE_LIMIT + 1)
    question = questions.question("SEC-01")
    question.level(3).check()
    question.note().fill(too_long)
    questions.question("SEC-02").level(1).check()
    message = "Shorten this text to 5,000 characters; it has 5,001"
    if javascript:
        expect(question.state()).to_have_text(f"Not saved. {message}")
    told = questions.press(CONTINUE, QuestionsPage)
    expect(told.problems).to_have_text(message)
    expect(question.note()).to_have_value(too_long)
    expect(question.level(3)).to_be_checked()
    assert store.read(address).saved("SEC-02").given.level == 1
    question.note().fill(too_long[:-1])
    told.save()
    assert store.read(address).saved("SEC-01").given.note == too_long[:-1]


@pytest.mark.parametrize("javascript", [True, False])
def test_a_page_of_more_than_a_megabyte_is_refused_calmly(
    visit: Browsing, store: Store, *, javascript: bool
) -> None:
    address = store.begin(Form.CORE)
    page = visit.page(javascript=javascript)
    questions = QuestionsPage.open(page, ENGLISH, f"{address}/questions/SEC/1")
    question = questions.question("SEC-01")
    question.level(2).check()
    if javascript:
        expect(question.state()).to_have_text(re.compile("^Saved "))
    question.note().fill("z" * 1_100_000)
    if javascript:
        expect(question.state()).to_have_text(re.compile("^Not saved"))
    questions.button(CONTINUE).click()
    expect(page.get_by_role("heading", level=1)).to_have_text("This is too large")
    assert store.read(address).saved("SEC-01").given.level == (2 if javascript else None)


def test_a_result_with_a_hostile_note_shows_it_nowhere_as_markup(
    visit: Browsing, store: Store
) -> None:
    address = store.answered(Form.CORE)
    page = visit.page(viewport=PHONE)
    questions = QuestionsPage.open(page, ENGLISH, f"{address}/questions/GOV/1")
    last = questions.question("GOV-02")
    last.note().fill(MARKUP + "W" * 400)
    questions.save_and_return()
    result = ResultPage.open(page, ENGLISH, address)
    assert result.page.evaluate("document.documentElement.scrollWidth") == PHONE["width"]
    assert result.page.locator("body script, body img").count() == 0
    report = result.download("Download the report, PDF")
    assert report.path().stat().st_size > 10_000
