"""The pages of questions: nothing preselected, everything typed is kept, what is valid is saved."""

import pytest

from tests.integration.web.pages import Browser

SEC_1 = "/questions/SEC/1"
GOV_2 = "/questions/GOV/2"


def test_no_answer_is_preselected(cio: Browser, address: str) -> None:
    for domain, count in {"SEC": 5, "CON": 5, "TRA": 4, "ROL": 4, "GOV": 4}.items():
        for number in range(1, count + 1):
            page = cio.get(f"{address}/questions/{domain}/{number}")
            assert page.soup.select("[checked]") == []
            assert 2 <= len(page.soup.select("fieldset.q")) <= 4
        cio.get(f"{address}/questions/{domain}/{count + 1}", status=404)


def test_each_level_is_a_whole_sentence_and_i_do_not_know_is_always_there(
    cio: Browser, address: str
) -> None:
    page = cio.get(address + SEC_1)
    assert page.texts("#SEC-01 .levels label")[0] == "0 No register of accounts exists."
    assert len(page.soup.select("#SEC-01 .levels input[type=radio]")) == 5
    assert "Counts as 0 until you find out. Worth up to" in page.texts("#SEC-01 .apart label")[0]
    assert page.texts("#SEC-02 .apart label") == [
        "I don’t know Counts as 0 until you find out, and the gate then caps the result at 49."
    ]
    assert page.texts("#SEC-02 .cap")[0].startswith("Hard gate. Level 0 or 1 caps Security")


def test_answers_are_saved_and_shown_again(cio: Browser, colleague: Browser, address: str) -> None:
    following = cio.get(address + SEC_1).submit(
        {
            "SEC-01": "3",
            "SEC-01-note": "Register <b>kept</b>\r\nby communication",
            "SEC-01-evidence": "seen",
            "SEC-02": "unknown",
        }
    )
    assert following.path == address + "/questions/SEC/2"
    fields = colleague.get(address + SEC_1).fields()
    assert fields["SEC-01"] == "3"
    assert fields["SEC-01-note"] == "Register <b>kept</b>\nby communication"
    assert fields["SEC-01-evidence"] == "seen"
    assert fields["SEC-02"] == "unknown"
    assert "SEC-03" not in fields
    page = cio.get(address + SEC_1)
    assert page.texts("#SEC-01 .saved") == ["Saved 13:32 UTC"]
    assert page.texts("#SEC-03 .saved") == ["Not answered yet"]
    assert page.text(".rail .num") == "1 of 14 answered, 1 not known, 12 open"


def test_save_and_return_leads_to_the_task_list(cio: Browser, address: str) -> None:
    page = cio.get(address + SEC_1).submit({"SEC-01": "0", "then": "tasks"})
    assert page.path == address


def test_the_last_page_of_a_section_leads_to_the_task_list(cio: Browser, address: str) -> None:
    assert cio.get(address + "/questions/SEC/5").submit().path == address


def test_not_applicable_needs_a_reason_and_the_rest_is_saved(
    cio: Browser, colleague: Browser, address: str
) -> None:
    page = cio.get(address + GOV_2).submit(
        {
            "GOV-04": "2",
            "GOV-05": "not_applicable",
            "GOV-05-note": "ask the works council",
            "GOV-05-evidence": "stated",
        }
    )
    assert page.problems == ["Enter why GOV-05 does not apply"]
    assert page.texts("title")[0].startswith("Error: Governance")
    assert page.soup.select('.errors a[href="#GOV-05-reason"]')
    fields = page.fields()
    assert fields["GOV-05"] == "not_applicable"
    assert fields["GOV-05-note"] == "ask the works council"
    assert fields["GOV-04-version"] == "1"
    assert fields["GOV-05-version"] == "0"
    saved = colleague.get(address + GOV_2).fields()
    assert saved["GOV-04"] == "2"
    assert "GOV-05" not in saved
    assert page.submit({"GOV-05-reason": "no staff representatives"}).path.endswith("/GOV/3")
    saved = colleague.get(address + GOV_2).fields()
    assert saved["GOV-05-reason"] == "no staff representatives"


@pytest.mark.parametrize(("part", "limit"), [("note", 5000), ("reason", 500)])
def test_too_long_a_text_is_told_and_kept_whole(
    cio: Browser, address: str, part: str, limit: int
) -> None:
    long = "é" * (limit + 1)
    page = cio.get(address + GOV_2).submit({"GOV-05": "not_applicable", f"GOV-05-{part}": long})
    assert any(f"to {limit:,} characters" in problem for problem in page.problems)
    assert page.fields()[f"GOV-05-{part}"] == long


def test_a_note_without_an_answer_is_kept(cio: Browser, address: str) -> None:
    cio.get(address + SEC_1).submit({"SEC-01-note": "to be asked"})
    fields = cio.get(address + SEC_1).fields()
    assert fields["SEC-01-note"] == "to be asked"
    assert "SEC-01" not in fields
    assert "0 of 64 questions have an answer" in cio.get(address).text()


@pytest.mark.parametrize("value", ["5", "-1", "not_applicable", "<script>"])
def test_a_value_that_was_not_offered_is_not_saved(cio: Browser, address: str, value: str) -> None:
    page = cio.get(address + SEC_1).submit({"SEC-02": value})
    assert page.problems
    assert "SEC-02" not in cio.get(address + SEC_1).fields()


def test_the_short_form_asks_half_as_much(cio: Browser) -> None:
    tasks = cio.get("/").submit({"form": "core"}, action="/assessments/")
    assert "0 of 31 questions have an answer" in tasks.text()
    cio.get(tasks.path + "/questions/SEC/4", status=404)


@pytest.mark.parametrize(
    "path", ["/questions/SEC/0", "/questions/sec/1", "/questions/NOPE/1", "/conflict/SEC-99"]
)
def test_what_does_not_exist_is_a_calm_404(cio: Browser, address: str, path: str) -> None:
    page = cio.get(address + path, status=404)
    assert page.text("h1") == "There is no such page"


def test_after_submitting_a_stale_page_saves_only_when_reopened(
    cio: Browser, colleague: Browser, address: str, organisation: None
) -> None:
    stale = colleague.get(address + SEC_1)
    cio.get(address + "/check").submit(action="/submit")
    page = stale.submit({"SEC-01": "4", "SEC-01-note": "typed before"})
    assert "Nothing on this page is saved until you reopen it" in page.text()
    assert page.fields()["SEC-01-note"] == "typed before"
    assert "SEC-01" not in cio.get(address + SEC_1).fields()
    page.submit({"reopen": "yes"})
    assert cio.get(address + SEC_1).fields()["SEC-01"] == "4"
    assert "Check and submit" in cio.get(address).text()
