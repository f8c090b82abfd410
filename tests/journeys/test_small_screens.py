"""Narrow windows, large letters, thumbs: nothing is cut off, everything can be hit and is named."""

import pytest
from playwright.sync_api import Page

from tests.journeys.browsing import PHONE, Browsing
from tests.journeys.page_list import PAGES
from tests.journeys.stored import Store
from tests.journeys.words import words_of

# The smallest window that pages must fit, which is also 1280 px at a zoom of 400 %.
NARROWEST_PX = 320
TWICE_THE_USUAL_PX = 32
LEAST_TARGET_PX = 24

WIDER_THAN_WINDOW = "document.documentElement.scrollWidth - document.documentElement.clientWidth"

# Boxes that hide what does not fit into them, where something does not. Text for screen readers
# only stands in a box of one pixel, and what is typed into a line moves along in it.
CUT_OFF = """
  [...document.querySelectorAll('body *')].filter((box) => {
    const style = getComputedStyle(box);
    const hides = (way) => way === 'hidden' || way === 'clip';
    if (box.closest('svg') || box.matches('input') || style.display === 'inline') return false;
    if (box.clientWidth <= 1 || box.clientHeight <= 1) return false;
    return (hides(style.overflowX) && box.scrollWidth > box.clientWidth + 1)
      || (hides(style.overflowY) && box.scrollHeight > box.clientHeight + 1);
  }).map((box) => box.outerHTML.slice(0, 120))
"""

# A choice can be hit on its label too, so the two count as one target. Links within a sentence are
# as high as its lines.
TOO_SMALL = """
  (least) => [...document.querySelectorAll(
    'button, input:not([type=hidden]), select, textarea, summary, .btn, nav.lang a'
  )].filter((target) => target.checkVisibility({ visibilityProperty: true })).filter((target) => {
    const boxes = [target, ...(target.labels ?? [])].map((part) => part.getBoundingClientRect());
    const width = Math.max(...boxes.map((box) => box.right))
      - Math.min(...boxes.map((box) => box.left));
    const height = Math.max(...boxes.map((box) => box.bottom))
      - Math.min(...boxes.map((box) => box.top));
    return width < least || height < least;
  }).map((target) => target.outerHTML.slice(0, 120))
"""

WITHOUT_VISIBLE_LABEL = """
  [...document.querySelectorAll('input:not([type=hidden]), select, textarea')]
    .filter((field) => field.checkVisibility({ visibilityProperty: true }))
    .filter((field) => ![...field.labels].some((label) => {
      const box = label.getBoundingClientRect();
      return label.innerText.trim() && !label.closest('.hidden') && box.width > 1 && box.height > 1;
    })).map((field) => field.outerHTML.slice(0, 120))
"""


@pytest.fixture
def page(visit: Browsing, store: Store, name: str) -> Page:
    """The page in French, whose words are longer than the English ones."""
    page = visit.page(locale="fr-FR", viewport=PHONE)
    PAGES[name](page, words_of("fr-FR"), store)
    return page


@pytest.mark.parametrize("name", PAGES)
def test_every_page_fits_and_can_be_used_with_a_thumb(page: Page) -> None:
    assert page.evaluate(TOO_SMALL, LEAST_TARGET_PX) == []
    assert page.evaluate(WITHOUT_VISIBLE_LABEL) == []
    page.set_viewport_size({"width": NARROWEST_PX, "height": 800})
    assert page.evaluate(WIDER_THAN_WINDOW) == 0
    assert page.evaluate(CUT_OFF) == []
    # Letters twice as large, as set in the browser.
    letters = {"fontSizes": {"standard": TWICE_THE_USUAL_PX}}
    page.context.new_cdp_session(page).send("Page.setFontSizes", letters)
    for width in (1280, 2 * NARROWEST_PX):
        page.set_viewport_size({"width": width, "height": 800})
        assert page.evaluate("getComputedStyle(document.body).fontSize") == "32px"
        assert page.evaluate(WIDER_THAN_WINDOW) == 0
        assert page.evaluate(CUT_OFF) == []
