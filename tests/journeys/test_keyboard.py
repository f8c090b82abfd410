"""Without a mouse: everything can be reached, one sees where one is, and answers are saved."""

import pytest
from playwright.sync_api import Page, expect

from readiness.core.questionnaire import Form
from tests.journeys.browsing import Browsing
from tests.journeys.page_list import PAGES
from tests.journeys.pages import CONTINUE, RETURN, QuestionsPage, StartPage, TaskList
from tests.journeys.stored import Store
from tests.journeys.words import words_of

ENGLISH = words_of("en-GB")
MOST_STOPS = 400

# What has the focus: its mark-up, whether it can be seen, and whether something outlines it.
FOCUSED = """
  () => {
    const at = document.activeElement;
    if (!at || at === document.body) return null;
    const outlined = (part) => {
      const style = getComputedStyle(part);
      return style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2;
    };
    const box = at.getBoundingClientRect();
    return {
      what: at.outerHTML.slice(0, 120),
      seen: at.checkVisibility({ visibilityProperty: true }) && box.width > 1 && box.height > 1
        && box.bottom > 0 && box.top < innerHeight,
      outlined: outlined(at) || [...(at.labels ?? [])].some(outlined),
    };
  }
"""


def tab_to(page: Page, what: str) -> None:
    """Presses Tab until the element of this selector has the focus."""
    for _stop in range(MOST_STOPS):
        page.keyboard.press("Tab")
        if page.evaluate("what => document.activeElement.matches(what)", what):
            return
    raise AssertionError(f"Tab never reached {what}")


@pytest.mark.parametrize(
    "name",
    ["start", "tasks", "organisation", "profile", "questions SEC", "conflict", "result of a draft"],
)
def test_tab_goes_through_the_whole_page_and_shows_where_it_is(
    visit: Browsing, store: Store, name: str
) -> None:
    page = visit.page()
    PAGES[name](page, ENGLISH, store)
    page.evaluate("document.activeElement.blur()")
    stops = []
    for _stop in range(MOST_STOPS):
        page.keyboard.press("Tab")
        at = page.evaluate(FOCUSED)
        if at is None:
            break
        stops.append(at)
    assert 5 < len(stops) < MOST_STOPS
    assert 'class="skip"' in str(stops[0]["what"]) or name == "conflict"
    assert 'href="/security"' in str(stops[-1]["what"])
    assert [at["what"] for at in stops if not (at["seen"] and at["outlined"])] == []


def test_the_first_stop_skips_to_the_content(visit: Browsing) -> None:
    page = StartPage.open(visit.page(), ENGLISH).page
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.get_by_role("main")).to_be_focused()


@pytest.mark.parametrize("javascript", [True, False])
def test_answers_given_with_the_keyboard_alone_are_saved(
    visit: Browsing, store: Store, *, javascript: bool
) -> None:
    page = visit.page(javascript=javascript)
    StartPage.open(page, ENGLISH)
    tab_to(page, "input[name=form]")
    page.keyboard.press("Space")
    tab_to(page, "main button")
    with page.expect_event("domcontentloaded"):
        page.keyboard.press("Enter")
    address = TaskList(page, ENGLISH).address
    tab_to(page, 'a[href$="/questions/SEC/1"]')
    with page.expect_event("domcontentloaded"):
        page.keyboard.press("Enter")
    questions = QuestionsPage(page, ENGLISH)
    tab_to(page, "[name=SEC-01]")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    tab_to(page, "[name=SEC-01-note]")
    page.keyboard.type("without a mouse")
    tab_to(page, "[name=SEC-02]")
    page.keyboard.press("Space")
    tab_to(page, "button[value=tasks]")
    expect(questions.button(RETURN)).to_be_focused()
    with page.expect_event("domcontentloaded"):
        page.keyboard.press("Enter")
    TaskList(page, ENGLISH)
    answers = store.read(address).answers
    assert (answers["SEC-01"].given.level, answers["SEC-01"].given.note) == (2, "without a mouse")
    assert answers["SEC-02"].given.level == 0
    assert "SEC-03" not in answers


def test_enter_in_a_field_saves_the_page(visit: Browsing, store: Store) -> None:
    page = visit.page()
    page.goto(store.begin(Form.CORE) + "/organisation")
    tab_to(page, "[name=name]")
    page.keyboard.type("Example SA")
    with page.expect_event("domcontentloaded"):
        page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("Profile")
    assert page.get_by_role("button", name=CONTINUE).is_visible()
