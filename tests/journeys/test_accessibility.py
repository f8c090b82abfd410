"""Everyone can use it: no page breaks a rule that a machine can check, however it is looked at."""

import pytest

from tests.journeys import axe
from tests.journeys.browsing import DESK, PHONE, Browsing, Locale
from tests.journeys.page_list import PAGES
from tests.journeys.stored import Store
from tests.journeys.words import words_of


@pytest.mark.parametrize("name", PAGES)
@pytest.mark.parametrize("locale", ["en-GB", "fr-FR"])
def test_axe_finds_nothing(visit: Browsing, store: Store, name: str, locale: Locale) -> None:
    page = visit.page(locale=locale)
    PAGES[name](page, words_of(locale), store)
    assert page.evaluate("document.documentElement.lang") == locale[:2]
    found = []
    for viewport in (DESK, PHONE):
        page.set_viewport_size(viewport)
        found += [f"{viewport['width']} px: {fault}" for fault in axe.violations(page)]
    # Of all rules only those on colours can tell the two schemes apart, whatever the language.
    if locale == "en-GB":
        page.emulate_media(color_scheme="dark")
        found += [f"dark: {fault}" for fault in axe.violations(page, only_colours=True)]
    assert not found, "\n".join(found)
