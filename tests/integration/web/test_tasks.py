"""From the beginning to handing over: the private link, honest progress, checking, submitting."""

from tests.integration.web.pages import Browser, Page


def test_beginning_without_a_choice_asks_for_it(cio: Browser) -> None:
    page = cio.get("/").submit({"form": None}, action="/assessments/")
    assert page.problems == ["Choose the short or the full form"]


def test_the_private_link_is_shown_and_leads_back(
    tasks: Page, colleague: Browser, address: str
) -> None:
    (field,) = tasks.soup.select("#link")
    assert field["value"] == f"http://localhost{address}"
    assert field.has_attr("readonly")
    assert "Anyone with this link can read and change the answers" in tasks.text()
    assert colleague.get(address).text("h1") == "Your assessment"


def test_a_wrong_link_is_a_calm_404(cio: Browser, address: str) -> None:
    wrong = address[:-1] + ("0" if address[-1] != "0" else "1")
    page = cio.get(wrong, status=404)
    assert page.text("h1") == "There is no such page"
    assert "A private link must be copied whole" in page.text()
    cio.get("/assessments/not-a-link", status=404)


def test_a_link_that_gained_a_slash_still_leads_there(cio: Browser, address: str) -> None:
    assert cio.get(address + "/").text("h1") == "Your assessment"


def test_progress_is_honest(cio: Browser, address: str) -> None:
    cio.get(address + "/questions/SEC/1").submit({"SEC-01": "0", "SEC-02": "unknown"})
    cio.get(address + "/questions/GOV/2").submit(
        {"GOV-05": "not_applicable", "GOV-05-reason": "no representatives"}
    )
    page = cio.get(address)
    assert "3 of 64 questions have an answer" in page.text()
    assert page.texts("#SEC .num, #SEC .state") == [
        "1 of 14 answered, 1 not known, 12 open",
        "In progress",
    ]
    assert page.texts("#GOV .num") == ["0 of 12 answered, 1 not applicable, 11 open"]
    assert page.texts("#CON .num, #CON .state") == ["0 of 14 answered", "Not yet started"]
    assert page.texts("tbody th") == ["Multi-factor authentication SEC-02"]


def test_the_range_so_far_is_shown_without_a_level_while_little_is_known(tasks: Page) -> None:
    assert tasks.text(".hero-num") == "0–100"
    assert "You know 0% of the weight. A level is shown from half on." in tasks.text()


def test_checking_lists_what_is_open_with_its_worth(cio: Browser, address: str) -> None:
    cio.get(address + "/questions/SEC/1").submit({"SEC-01": "3", "SEC-01-note": "<i>kept</i>"})
    page = cio.get(address + "/check")
    assert "62 scored questions are open or not known" in page.text(".head")
    worth = [float(cell) for cell in page.texts("tbody td.r")]
    assert worth == sorted(worth, reverse=True)
    assert len(worth) == 10
    assert "52 more are marked below" in page.text()
    assert "Note: <i>kept</i>" in page.text()
    assert page.texts("dd .caution") == ["Missing"] * 4


def test_submitting_needs_the_organisation_and_nothing_else(cio: Browser, address: str) -> None:
    page = cio.get(address + "/check").submit(action="/submit")
    assert page.problems == [
        "Enter the name of the organisation",
        "Choose the country of the organisation",
        "Choose the main activity of the organisation",
        "Choose the number of staff of the organisation",
    ]
    cio.get(address + "/organisation").submit(
        {"name": "Example SA", "country": "FR", "sector": "J", "size": "50-249"}
    )
    assert cio.get(address + "/check").submit(action="/submit").path == address + "/result"
    page = cio.get(address)
    assert page.text("h1") == "Assessment of Example SA"
    assert "Submitted on 23 November 2026" in page.text()


def test_submitting_twice_is_harmless_and_reopening_makes_a_draft(
    cio: Browser, colleague: Browser, address: str, organisation: None
) -> None:
    stale = colleague.get(address + "/check")
    cio.get(address + "/check").submit(action="/submit")
    assert stale.submit(action="/submit").path == address + "/result"
    page = cio.get(address).submit(action="/reopen")
    assert "Check and submit" in page.text()
    assert page.soup.select("form") == []


def test_contradictions_are_told_and_not_refused(
    cio: Browser, address: str, organisation: None
) -> None:
    cio.get(address + "/organisation").submit({"headcount": "1 200"})
    told = cio.get(address + "/check").text(".sect-body .notice")
    assert told == "The headcount of 1,200 does not fit the number of staff: 50 to 249 people"
    cio.get(address + "/check").submit(action="/submit")


def test_the_result_of_a_draft_needs_the_organisation(cio: Browser, address: str) -> None:
    cio.get(address + "/result", status=409)
    cio.get(address + "/report.pdf", status=409)


def test_every_page_can_be_read_in_french(cio: Browser, address: str, organisation: None) -> None:
    for path in ("", "/organisation", "/profile", "/check", "/questions/SEC/1", "/questions/ROL/2"):
        page = cio.get(address + path, language="fr-FR,fr;q=0.9")
        assert page.soup.select("html")[0]["lang"] == "fr"
