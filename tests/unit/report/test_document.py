"""The file around the pages: fonts, metadata, outline, head and foot."""

import pytest

from readiness.report.fonts import REGULAR, SEMIBOLD
from readiness.report.styles import TOKENS, style
from readiness.wording.language import LANGUAGES
from tests.architecture.tree import ROOT
from tests.unit.report.cases import PACK, bookmarks, page, reader, text


@pytest.mark.parametrize("case", ["ordinary", "hostile", "all proven"])
def test_two_faces_and_both_are_in_the_file(case: str) -> None:
    names = set()
    for sheet in reader(case).pages:
        for font in sheet["/Resources"]["/Font"].values():  # type: ignore[index] # a dictionary
            found = font.get_object()
            assert "/FontFile2" in found["/FontDescriptor"]
            names.add(str(found["/BaseFont"]).partition("+")[2])
    assert names == {"OpenSans-Regular", "OpenSans-SemiBold"}
    assert {REGULAR, SEMIBOLD} == {style("body").fontName, style("h1").fontName}


@pytest.mark.parametrize("code", LANGUAGES)
def test_the_file_says_what_it_is(code: str) -> None:
    found = reader("ordinary", code)
    root = found.trailer["/Root"]
    about = found.metadata
    assert about is not None
    assert about.title is not None
    assert "Example SA" in about.title
    assert about.author == "readiness"
    assert root["/Lang"] == code  # type: ignore[index] # a dictionary
    assert root["/ViewerPreferences"]["/DisplayDocTitle"]  # type: ignore[index] # a dictionary
    assert str(about["/CreationDate"]) == "D:20261123000000Z"


def test_chapters_are_bookmarked_in_their_order() -> None:
    names = [PACK.texts["en"].domains[domain.id].name for domain in PACK.questionnaire.domains]
    rest = ["Benchmarks", "Recommendations", "Community manager", "Costs", "Answers", "Method"]
    assert list(bookmarks("ordinary"))[1:] == [*names, *rest, "Sources"]
    assert list(bookmarks("ordinary").values()) == sorted(bookmarks("ordinary").values())


def test_empty_chapters_are_left_out() -> None:
    assert not {"Recommendations", "Costs", "Community manager"} & set(bookmarks("all proven"))


def test_every_page_has_its_number_and_the_date() -> None:
    case = "ordinary"
    total = len(reader(case).pages)
    for number in range(1, total + 1):
        printed = page(case, number)
        assert f"{number} / {total}" in printed
        assert "self-assessment, not an audit" in printed
        assert "23 November 2026" in printed


def test_a_page_without_a_new_chapter_says_which_goes_on() -> None:
    places = bookmarks("ordinary")
    assert "(continued)" not in page("ordinary", places["Recommendations"])
    assert "Recommendations (continued)" in page("ordinary", places["Recommendations"] + 1)


def test_no_page_is_nearly_empty_but_a_chapters_last() -> None:
    opening = set(bookmarks("ordinary").values())
    total = len(reader("ordinary").pages)
    for number in range(1, total):
        if number + 1 not in opening:
            assert len(page("ordinary", number)) > 900, number


def test_no_line_begins_with_a_sign_that_belongs_to_the_one_before() -> None:
    for sheet in reader("ordinary", "fr").pages:
        for line in sheet.extract_text().splitlines():
            assert not line.lstrip().startswith((";", "!", "?", "»")) or line.strip() == "?", line


def test_colours_are_those_of_the_pages() -> None:
    sheet = (ROOT / "static" / "css" / "tokens.css").read_text(encoding="utf-8")
    light = sheet.partition("prefers-color-scheme")[0]
    for name, value in TOKENS.items():
        if name != "paper":  # a page on screen is tinted, paper is white already
            assert f"--{name}: {value};" in light


def test_both_languages_are_told_in_their_own_words() -> None:
    french = PACK.texts["fr"]
    printed = text("ordinary", "fr")
    for domain in french.domains.values():
        assert domain.name in printed
    assert PACK.texts["en"].domains["SEC"].about not in printed
