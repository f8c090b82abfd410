"""No answer is lost: people leave, come back, press twice, are two, and the server is killed."""

import re
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, expect

from readiness.core.answers import Size, State
from readiness.core.questionnaire import Form
from tests.journeys.browsing import PHONE, Browsing, Locale
from tests.journeys.pages import (
    CONTINUE,
    CheckPage,
    ConflictPage,
    ErrorPage,
    OrganisationPage,
    ProfilePage,
    QuestionsPage,
    ResultPage,
    StartPage,
    TaskList,
    TwoVersionsPage,
)
from tests.journeys.server import serving
from tests.journeys.stored import EXAMPLE, Store, level
from tests.journeys.words import words_of

ENGLISH = words_of("en-GB")
WITH_AND_WITHOUT_SCRIPT = pytest.mark.parametrize("javascript", [True, False])
FIRST_PAGE = "/questions/SEC/1"


@pytest.fixture
def address(store: Store) -> str:
    """A new assessment in the full form."""
    return store.begin(Form.FULL)


def first_page(
    visit: Browsing, address: str, *, javascript: bool = True, at: str = FIRST_PAGE
) -> QuestionsPage:
    """A new visitor's window on a page of questions."""
    return QuestionsPage.open(visit.page(javascript=javascript), ENGLISH, address + at)


def stored_level(store: Store, address: str, question_id: str) -> int | None:
    return store.read(address).saved(question_id).given.level


def test_the_private_link_brings_a_new_visitor_to_the_answers(visit: Browsing) -> None:
    page = visit.page(viewport=PHONE)
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    tasks = StartPage.open(page, ENGLISH).begin(Form.FULL)
    assert tasks.address == page.url
    tasks.button("Copy the link").click()
    expect(tasks.button("Copied")).to_be_visible()
    link = str(page.evaluate("navigator.clipboard.readText()"))
    first = tasks.section("SEC").question("SEC-01")
    with first.saving():
        first.level(2).check()
    there = TaskList.open(visit.page(), ENGLISH, link).section("SEC").question("SEC-01")
    expect(there.level(2)).to_be_checked()
    expect(there.state()).to_have_text(re.compile("^Saved [0-9]{2}:[0-9]{2}$"))


def test_without_script_the_link_is_there_to_be_copied_by_hand(visit: Browsing) -> None:
    tasks = StartPage.open(visit.page(javascript=False), ENGLISH).begin(Form.CORE)
    expect(tasks.button("Copy the link")).to_be_hidden()
    assert urlsplit(tasks.address).path.startswith("/assessments/")


@WITH_AND_WITHOUT_SCRIPT
def test_back_shows_what_was_saved_and_it_can_be_changed(
    visit: Browsing, store: Store, address: str, *, javascript: bool
) -> None:
    first = first_page(visit, address, javascript=javascript)
    first.question("SEC-01").level(2).check()
    first.save()
    first.page.go_back()
    again = QuestionsPage(first.page, ENGLISH)
    expect(again.question("SEC-01").level(2)).to_be_checked()
    again.question("SEC-01").level(3).check()
    again.save()
    assert stored_level(store, address, "SEC-01") == 3


@WITH_AND_WITHOUT_SCRIPT
def test_back_never_puts_an_old_answer_over_a_newer_one(
    visit: Browsing, store: Store, address: str, *, javascript: bool
) -> None:
    first = first_page(visit, address, javascript=javascript)
    first.question("SEC-01").level(2).check()
    first.save()
    store.answer(address, "SEC-01", level(4, "a colleague's"))
    first.page.go_back()
    again = QuestionsPage(first.page, ENGLISH)
    expect(again.question("SEC-01").level(4)).to_be_checked()
    again.save()
    assert store.read(address).saved("SEC-01").given == level(4, "a colleague's")


def test_back_never_puts_an_old_organisation_or_profile_over_a_newer_one(
    visit: Browsing, store: Store
) -> None:
    address = store.begin(Form.CORE, EXAMPLE)
    here, there = visit.page(), visit.page()
    for window, name, answer in ((here, "Old", "Yes"), (there, "New", "No")):
        window.goto(f"{address}/organisation")
        form = OrganisationPage(window, ENGLISH)
        form.name().fill(name)
        profile = form.save()
        profile.choice("finds_social_media_useful", answer).check()
        profile.save()
    here.go_back()
    ProfilePage(here, ENGLISH).save()
    here.go_back()
    here.go_back()
    OrganisationPage(here, ENGLISH).save()
    kept = store.read(address)
    assert kept.organisation.name == "New"
    assert kept.profile["finds_social_media_useful"] is False


@WITH_AND_WITHOUT_SCRIPT
def test_pressing_twice_saves_once(
    visit: Browsing, store: Store, address: str, *, javascript: bool
) -> None:
    first = first_page(visit, address, javascript=javascript)
    first.question("SEC-01").level(2).check()
    first.button(CONTINUE).dblclick()
    expect(first.page.get_by_text("Page 2 of 5")).to_be_visible()
    saved = store.read(address).saved("SEC-01")
    assert (saved.given, saved.version) == (level(2), 1)


@WITH_AND_WITHOUT_SCRIPT
def test_submitting_twice_leads_to_the_result(
    visit: Browsing, store: Store, *, javascript: bool
) -> None:
    address = store.begin(Form.CORE, EXAMPLE)
    page = visit.page(javascript=javascript)
    page.goto(f"{address}/check")
    CheckPage(page, ENGLISH).button("Submit the assessment").dblclick()
    assert "Example SA" in ResultPage(page, ENGLISH).title().inner_text()


def test_the_first_press_counts_also_where_nothing_was_changed(
    visit: Browsing, address: str
) -> None:
    second = first_page(visit, address).save()
    expect(second.page.get_by_text("Page 2 of 5")).to_be_visible()


@WITH_AND_WITHOUT_SCRIPT
def test_loading_again_shows_what_is_stored(
    visit: Browsing, address: str, *, javascript: bool
) -> None:
    first = first_page(visit, address, javascript=javascript)
    if javascript:
        with first.question("SEC-01").saving():
            first.question("SEC-01").level(2).check()
    else:
        first.question("SEC-01").level(2).check()
        first.save()
        first.page.go_back()
    again = first.reload()
    expect(again.question("SEC-01").level(2)).to_be_checked()
    expect(again.question("SEC-02").level(2)).not_to_be_checked()


def test_while_one_types_the_page_does_not_say_that_it_is_saved(
    visit: Browsing, address: str
) -> None:
    question = first_page(visit, address).question("SEC-01")
    with question.saving():
        question.level(2).check()
    with question.saving():
        question.note().press_sequentially("typed")
        expect(question.state()).to_have_text("Saving")


def test_what_was_typed_is_sent_before_a_link_is_followed(visit: Browsing, address: str) -> None:
    page = first_page(visit, address)
    page.question("SEC-01").note().press_sequentially("typed a moment ago")
    with page.page.expect_request("**/answers/SEC-01") as sent:
        page.follow("All sections", TaskList)
    assert (sent.value.post_data_json or {}).get("note") == "typed a moment ago"


@WITH_AND_WITHOUT_SCRIPT
@pytest.mark.parametrize("kept", ["theirs", "yours"])
def test_two_tabs_show_both_answers_and_one_is_chosen(
    visit: Browsing, store: Store, address: str, *, kept: str, javascript: bool
) -> None:
    here = first_page(visit, address, javascript=javascript)
    there = first_page(visit, address, javascript=javascript)
    there.question("SEC-01").level(1).check()
    there.question("SEC-01").note().fill("from the other tab")
    there.save()
    question = here.question("SEC-01")
    question.level(3).check()
    if javascript:
        told = re.compile("^Not saved. Somebody else saved a different answer")
        expect(question.state()).to_have_text(told)
    choice = here.press(CONTINUE, ConflictPage)
    assert stored_level(store, address, "SEC-01") == 1
    for radio, shown in ((choice.theirs(), 1), (choice.yours(), 3)):
        expect(radio).not_to_be_checked()
        expect(choice.page.get_by_text(question.text.levels[shown])).to_be_visible()
    expect(choice.page.get_by_text("from the other tab")).to_be_visible()
    choice = choice.press("Keep the chosen answer", ConflictPage)
    expect(choice.problems).to_have_text("Choose one of the two answers")
    choice.keep(choice.theirs() if kept == "theirs" else choice.yours(), QuestionsPage)
    assert stored_level(store, address, "SEC-01") == {"theirs": 1, "yours": 3}[kept]


def test_two_tabs_on_the_organisation_show_both_values(visit: Browsing, store: Store) -> None:
    address = store.begin(Form.CORE, EXAMPLE)
    windows = [visit.page(), visit.page()]
    for window in windows:
        window.goto(f"{address}/organisation")
    here, there = (OrganisationPage(window, ENGLISH) for window in windows)
    there.name().fill("Example Holding")
    there.size(Size.LARGE).check()
    there.save()
    here.name().fill("Example plc")
    choice = here.press(CONTINUE, TwoVersionsPage)
    for field in ("Name", "Number of staff"):
        expect(choice.theirs(field)).not_to_be_checked()
        expect(choice.yours(field)).not_to_be_checked()
    choice.yours("Name").check()
    choice.theirs("Number of staff").check()
    choice.press("Keep the chosen values", ProfilePage)
    kept = store.read(address).organisation
    assert (kept.name, kept.size) == ("Example plc", Size.LARGE)


@WITH_AND_WITHOUT_SCRIPT
def test_what_the_page_says_is_saved_survives_a_killed_server(
    browser: Browser, tmp_path: Path, *, javascript: bool
) -> None:
    with serving(tmp_path) as server:
        visit = Browsing(browser, base_url=server.url)
        tasks = StartPage.open(visit.page(javascript=javascript), ENGLISH).begin(Form.CORE)
        address = urlsplit(tasks.address).path
        first = tasks.section("SEC")
        if javascript:
            with first.question("SEC-01").saving():
                first.question("SEC-01").level(3).check()
        else:
            first.question("SEC-01").level(3).check()
            expect(first.save().page.get_by_text("All answers saved,")).to_be_visible()
        server.kill()
        visit.close()
    with serving(tmp_path) as server:
        visit = Browsing(browser, base_url=server.url)
        again = first_page(visit, address, javascript=javascript)
        expect(again.question("SEC-01").level(3)).to_be_checked()
        visit.close()


def test_while_the_server_is_away_the_page_says_that_nothing_is_saved(
    visit: Browsing, store: Store, address: str
) -> None:
    first = first_page(visit, address)
    question = first.question("SEC-01")
    first.page.context.set_offline(True)
    question.level(2).check()
    expect(question.state()).to_have_text(re.compile("^Not saved: the server did not answer"))
    expect(first.page.get_by_text("All answers saved,")).to_be_hidden()
    first.page.context.set_offline(False)
    first.save()
    assert stored_level(store, address, "SEC-01") == 2


@WITH_AND_WITHOUT_SCRIPT
def test_wrong_input_is_kept_and_the_summary_leads_to_it(
    visit: Browsing, store: Store, address: str, *, javascript: bool
) -> None:
    page = visit.page(javascript=javascript)
    page.goto(f"{address}/organisation")
    form = OrganisationPage(page, ENGLISH)
    form.fill(name="Example SA")
    form.headcount().fill("about 180")
    told = form.press(CONTINUE, OrganisationPage)
    expect(page).to_have_title(re.compile("^Error: "))
    expect(told.headcount()).to_have_value("about 180")
    assert store.read(address).organisation.name == "Example SA"
    if javascript:
        expect(page.get_by_role("alert")).to_be_focused()
    expect(told.problems).to_have_text("Enter the headcount as a whole number, like 180")
    told.problems.click()
    expect(told.headcount()).to_be_focused()
    told.headcount().fill("180")
    told.save()
    assert store.read(address).organisation.headcount == 180


@WITH_AND_WITHOUT_SCRIPT
def test_a_missing_reason_loses_nothing_of_the_page(
    visit: Browsing, store: Store, address: str, *, javascript: bool
) -> None:
    page = first_page(visit, address, javascript=javascript, at="/questions/SEC/3")
    assert "SEC-07" in page.shown()
    question = page.question("SEC-07")
    question.not_applicable().check()
    question.note().fill("No agency")
    page.question("SEC-08").level(1).check()
    told = page.press(CONTINUE, QuestionsPage)
    expect(told.problems).to_have_text("Enter why SEC-07 does not apply")
    expect(question.note()).to_have_value("No agency")
    assert stored_level(store, address, "SEC-08") == 1
    told.problems.click()
    expect(question.reason()).to_be_focused()
    question.reason().fill("We work without an agency")
    told.save()
    given = store.read(address).saved("SEC-07").given
    assert (given.state, given.reason) == (State.NOT_APPLICABLE, "We work without an agency")


def test_a_form_whose_session_ended_is_sent_once_more(
    visit: Browsing, store: Store, address: str
) -> None:
    first = first_page(visit, address, javascript=False)
    first.question("SEC-01").level(2).check()
    first.page.context.clear_cookies()
    first.button(CONTINUE).click()
    expect(first.page.get_by_role("heading", name="Send it once more")).to_be_visible()
    first.press("Send it again", QuestionsPage)
    assert stored_level(store, address, "SEC-01") == 2


def test_a_submitted_assessment_can_be_reopened_and_submitted_again(
    visit: Browsing, store: Store
) -> None:
    address = store.begin(Form.CORE, EXAMPLE)
    page = visit.page(javascript=False)
    TaskList.open(page, ENGLISH, address).check().submit()
    tasks = TaskList.open(page, ENGLISH, address)
    expect(tasks.page.get_by_role("status").filter(has_text="Submitted on")).to_be_visible()
    questions = tasks.section("SEC")
    questions.question("SEC-01").level(4).check()
    questions.press("Reopen and save", QuestionsPage)
    assert (store.read(address).is_draft, stored_level(store, address, "SEC-01")) == (True, 4)
    TaskList.open(page, ENGLISH, address).check().submit()
    assert TaskList.open(page, ENGLISH, address).reopen().link("Check and submit").is_visible()
    assert store.read(address).is_draft


@pytest.mark.parametrize("locale", ["en-GB", "fr-FR"])
@pytest.mark.parametrize(
    "path", ["/assessments/00000000-0000-4000-8000-000000000000", "/assessments/mistyped"]
)
def test_a_wrong_link_is_told_calmly(visit: Browsing, path: str, locale: Locale) -> None:
    words = words_of(locale)
    page = visit.page(locale=locale)
    answered = page.goto(path)
    assert answered is not None
    assert answered.status == 404
    nowhere = ErrorPage(page, words)
    expect(page.get_by_role("heading", level=1)).to_have_text(words("There is no such page"))
    nowhere.follow("Go to the start page", StartPage)
