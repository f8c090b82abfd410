"""The language: asked for and remembered, else the browser's, else English."""

import pytest

from tests.integration.web.pages import Browser


@pytest.mark.parametrize(
    ("accepted", "language"),
    [("fr-CH,fr;q=0.9", "fr"), ("de", "en"), ("", "en"), ("nonsense;;q=x", "en"), ("en-GB", "en")],
)
def test_the_browsers_language(cio: Browser, accepted: str, language: str) -> None:
    page = cio.get("/security", language=accepted)
    assert page.soup.select("html")[0]["lang"] == language


def test_a_language_that_was_asked_for_is_remembered(cio: Browser, address: str) -> None:
    cio.get("/security?lang=fr")
    assert cio.get(address).soup.select("html")[0]["lang"] == "fr"
    cio.get("/security?lang=xx")
    assert cio.get(address).soup.select("html")[0]["lang"] == "fr"
    cio.get("/security?lang=en", language="fr")
    assert cio.get(address, language="fr").soup.select("html")[0]["lang"] == "en"


def test_each_page_links_to_itself_in_the_other_language(cio: Browser, address: str) -> None:
    page = cio.get(address + "/questions/SEC/2")
    links = {str(link["hreflang"]): str(link["href"]) for link in page.soup.select(".lang a")}
    assert links["fr"] == address + "/questions/SEC/2?lang=fr"
    french = cio.get(links["fr"])
    assert french.text("h1") == "Sécurité"


def test_a_page_that_answers_a_form_links_to_one_that_can_be_reached(
    cio: Browser, address: str
) -> None:
    page = cio.get(address + "/check").submit(action="/submit")
    links = [str(link["href"]) for link in page.soup.select(".lang a")]
    assert links == [f"{address}?lang=en", f"{address}?lang=fr"]
    page = cio.get("/nope/<b>", status=404)
    assert next(str(link["href"]) for link in page.soup.select(".lang a")) == "/?lang=en"
