"""A stale tab or a second person never overwrites in silence: both values, nothing preselected."""

import pytest

from tests.integration.web.pages import Browser, Page

SEC_1 = "/questions/SEC/1"


@pytest.fixture
def conflict(cio: Browser, colleague: Browser, address: str) -> Page:
    """The colleague answers SEC-01 while the CIO has the page open, who then answers it too."""
    stale = cio.get(address + SEC_1)
    colleague.get(address + SEC_1).submit({"SEC-01": "2", "SEC-01-note": "theirs"})
    return stale.submit({"SEC-01": "3", "SEC-01-note": "mine", "SEC-02": "1"})


def test_both_answers_are_shown_and_none_is_chosen(conflict: Page) -> None:
    assert conflict.text("h1") == "Two answers to one question"
    theirs, mine = conflict.texts(".pick label")
    assert "Saved meanwhile, 13:32 UTC 2 At least half" in theirs
    assert "Note: theirs" in theirs
    assert "Yours, not saved yet 3 All known accounts" in mine
    assert "Note: mine" in mine
    assert conflict.soup.select("[checked]") == []


def test_nothing_is_overwritten_and_the_rest_is_saved(
    conflict: Page, cio: Browser, address: str
) -> None:
    fields = cio.get(address + SEC_1).fields()
    assert (fields["SEC-01"], fields["SEC-01-note"], fields["SEC-02"]) == ("2", "theirs", "1")


@pytest.mark.parametrize(("keep", "level"), [("theirs", "2"), ("yours", "3")])
def test_the_chosen_answer_is_kept(
    conflict: Page, cio: Browser, address: str, keep: str, level: str
) -> None:
    assert conflict.submit({"keep": keep}).path == address + "/questions/SEC/2"
    assert cio.get(address + SEC_1).fields()["SEC-01"] == level


def test_choosing_nothing_asks_again_with_everything_kept(conflict: Page) -> None:
    again = conflict.submit()
    assert again.problems == ["Choose one of the two answers"]
    assert "Note: mine" in again.texts(".pick label")[1]


def test_a_third_answer_meanwhile_asks_again(
    conflict: Page, colleague: Browser, cio: Browser, address: str
) -> None:
    colleague.get(address + SEC_1).submit({"SEC-01": "0"})
    again = conflict.submit({"keep": "yours"})
    assert "0 No register of accounts exists." in again.texts(".pick label")[0]
    assert again.problems == []
    again.submit({"keep": "yours"})
    assert cio.get(address + SEC_1).fields()["SEC-01"] == "3"


def test_several_disagreements_are_settled_one_after_the_other(
    cio: Browser, colleague: Browser, address: str
) -> None:
    stale = cio.get(address + SEC_1)
    colleague.get(address + SEC_1).submit({"SEC-01": "0", "SEC-02": "0", "SEC-03": "0"})
    first = stale.submit({"SEC-01": "4", "SEC-02": "4", "SEC-03": "0", "then": "tasks"})
    assert "2 answers wait for your choice" in first.texts(".ctx .saved")[0]
    second = first.submit({"keep": "yours"})
    assert second.texts(".q-id")[0].startswith("SEC-02")
    assert second.submit({"keep": "theirs"}).path == address
    fields = cio.get(address + SEC_1).fields()
    assert (fields["SEC-01"], fields["SEC-02"], fields["SEC-03"]) == ("4", "0", "0")


def test_the_same_answer_twice_is_no_conflict(
    cio: Browser, colleague: Browser, address: str
) -> None:
    stale = cio.get(address + SEC_1)
    colleague.get(address + SEC_1).submit({"SEC-01": "2"})
    assert stale.submit({"SEC-01": "2"}).path == address + "/questions/SEC/2"
    assert stale.submit({"SEC-01": "2"}).path == address + "/questions/SEC/2"


def test_a_question_left_empty_on_a_stale_page_is_no_conflict(
    cio: Browser, colleague: Browser, address: str
) -> None:
    """Nothing was entered where nothing was shown; that neither erases nor asks."""
    stale = cio.get(address + SEC_1)
    colleague.get(address + SEC_1).submit({"SEC-01": "2"})
    assert stale.submit({"SEC-02": "3"}).path == address + "/questions/SEC/2"
    fields = cio.get(address + SEC_1).fields()
    assert (fields["SEC-01"], fields["SEC-02"]) == ("2", "3")


def test_what_a_stale_page_never_showed_is_not_erased_when_it_is_sent_again(
    cio: Browser, colleague: Browser, address: str
) -> None:
    """A fault elsewhere brings the stale page back; the empty question is still the old one."""
    stale = cio.get(address + "/questions/GOV/2")
    colleague.get(address + "/questions/GOV/2").submit({"GOV-04": "2"})
    back = stale.submit({"GOV-05": "not_applicable"})
    assert back.problems == ["Enter why GOV-05 does not apply"]
    assert back.submit({"GOV-05-reason": "none here"}).path.endswith("/GOV/3")
    fields = cio.get(address + "/questions/GOV/2").fields()
    assert (fields["GOV-04"], fields["GOV-05"]) == ("2", "not_applicable")


def test_the_address_of_a_conflict_leads_to_the_question(cio: Browser, address: str) -> None:
    assert cio.get(f"{address}/conflict/SEC-01").path == address + SEC_1


def test_a_stale_page_about_the_organisation(
    cio: Browser, colleague: Browser, address: str
) -> None:
    stale = cio.get(address + "/organisation")
    colleague.get(address + "/organisation").submit({"name": "Theirs SA", "country": "DE"})
    page = stale.submit({"name": "Mine SA", "sector": "J", "country": "DE"})
    assert page.text("h1") == "Two versions of one page"
    assert page.texts(".q legend") == ["Name", "Main activity"]
    assert page.soup.select("[checked]") == []
    again = page.submit({"keep-name": "theirs"})
    assert again.problems == ["Choose one of the two values"]
    again.submit({"keep-name": "theirs", "keep-sector": "yours"})
    fields = cio.get(address + "/organisation").fields()
    assert (fields["name"], fields["country"], fields["sector"]) == ("Theirs SA", "DE", "J")


def test_a_stale_profile_page(cio: Browser, colleague: Browser, address: str) -> None:
    stale = cio.get(address + "/profile")
    colleague.get(address + "/profile").submit({"accounts": "3", "networks": ["x", "facebook"]})
    page = stale.submit({"accounts": "4", "networks": ["none"], "nis2": "important"})
    assert [label.rsplit(" ", 1)[-1] for label in page.texts(".pick label")][:2] == [
        "Facebook,",
        "these",
    ] or "Facebook, X (Twitter)" in page.texts(".pick label")[0]
    page.submit({"keep-accounts": "yours", "keep-networks": "theirs", "keep-nis2": "yours"})
    fields = cio.get(address + "/profile").fields()
    assert fields["accounts"] == "4"
    assert fields["networks"] == ["facebook", "x"]
    assert fields["nis2"] == "important"
