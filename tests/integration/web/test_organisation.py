"""The organisation and its profile: a draft is never refused, faults keep what was typed."""

from tests.integration.web.pages import Browser


def test_an_empty_organisation_is_saved(cio: Browser, address: str) -> None:
    assert cio.get(address + "/organisation").submit().path == address + "/profile"


def test_nothing_is_preselected(cio: Browser, address: str) -> None:
    for path in ("/organisation", "/profile"):
        page = cio.get(address + path)
        assert page.soup.select("[checked], [selected]") == []


def test_a_faulty_headcount_keeps_everything_and_saves_the_rest(
    cio: Browser, colleague: Browser, address: str
) -> None:
    entered = {"name": 'Ex & Co "SA"', "country": "FR", "sector": "J", "size": "50-249"}
    page = cio.get(address + "/organisation").submit({**entered, "headcount": "about 180"})
    assert page.problems == ["Enter the headcount as a whole number, like 180"]
    assert page.text("#headcount-error") == (
        "Error: Enter the headcount as a whole number, like 180"
    )
    assert page.fields()["headcount"] == "about 180"
    saved = colleague.get(address + "/organisation").fields()
    assert {name: saved[name] for name in entered} == entered
    assert saved["headcount"] == ""
    assert page.submit({"headcount": "180"}).path == address + "/profile"
    assert colleague.get(address + "/organisation").fields()["headcount"] == "180"


def test_a_name_of_200_characters_fits_and_one_more_does_not(cio: Browser, address: str) -> None:
    cio.get(address + "/organisation").submit({"name": "W" * 200})
    assert "W" * 200 in cio.get(address).text("h1")
    page = cio.get(address + "/organisation").submit({"name": "x" * 201})
    assert page.problems == ["Shorten this text to 200 characters; it has 201"]
    assert page.fields()["name"] == "x" * 201
    assert cio.get(address + "/organisation").fields()["name"] == "W" * 200


def test_markup_and_control_characters_in_a_name(cio: Browser, address: str) -> None:
    cio.get(address + "/organisation").submit({"name": "  <b>\x00\x1bÉlan</b>\u2028{{ 7*7 }} "})
    assert cio.get(address).text("h1") == "Assessment of <b>Élan</b> {{ 7*7 }}"


def test_values_that_were_not_offered_are_not_saved(cio: Browser, address: str) -> None:
    page = cio.get(address + "/organisation").submit(
        {"country": "QQ", "sector": "JK", "size": "7", "headcount": "99999999999"}
    )
    assert page.problems == [
        "Choose a country from the list",
        "Choose a main activity from the list",
        "Choose a number of staff",
        "Enter the headcount as a whole number, like 180",
    ]


def test_the_profile_is_saved_and_shown_again(cio: Browser, address: str) -> None:
    entered: dict[str, str | list[str] | None] = {
        "finds_social_media_useful": "no",
        "networks": ["linkedin", "facebook"],
        "purposes": ["none"],
        "accounts": "12",
        "incident": "takeover",
    }
    assert cio.get(address + "/profile").submit(entered).path == address
    fields = cio.get(address + "/profile").fields()
    assert fields["finds_social_media_useful"] == "no"
    assert fields["networks"] == ["facebook", "linkedin"]
    assert fields["purposes"] == "none"
    assert (fields["accounts"], fields["incident"]) == ("12", "takeover")
    assert "5 of 14 answered" in cio.get(address).texts("#profile .num")


def test_i_do_not_know_leaves_a_profile_question_open(cio: Browser, address: str) -> None:
    cio.get(address + "/profile").submit({"nis2": "essential"})
    cio.get(address + "/profile").submit({"nis2": "open"})
    assert "nis2" not in cio.get(address + "/profile").fields()


def test_profile_faults_keep_everything_and_save_the_rest(cio: Browser, address: str) -> None:
    page = cio.get(address + "/profile").submit(
        {"accounts": "a dozen", "networks": ["x", "none"], "publishers": "4"}
    )
    assert page.problems == [
        "Tick what applies, or “None of these”, not both",
        "Enter a whole number, like 12",
    ]
    assert page.fields()["accounts"] == "a dozen"
    assert page.fields()["networks"] == ["x", "none"]
    saved = cio.get(address + "/profile").fields()
    assert saved["publishers"] == "4"
    assert saved["accounts"] == ""
    assert "networks" not in saved
