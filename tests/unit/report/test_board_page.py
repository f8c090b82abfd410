"""The first page: one page always, and every number on it is the result's own."""

import pytest

from readiness.core.scoring import Level
from readiness.wording import findings
from readiness.wording.language import LANGUAGES
from tests.unit.report.cases import (
    PACK,
    SHEETS,
    bookmarks,
    narrator,
    page,
    reader,
    result,
    text,
)

# A megabyte of note changes later pages only; every other case has its own first page.
CASES = [case for case in SHEETS if case not in {"one megabyte", "one long word", "many lines"}]


@pytest.mark.parametrize(
    ("case", "code"),
    [
        *((case, "en") for case in CASES),
        *((case, "fr") for case in ("ordinary", "every gate", "long name in words", "hostile")),
    ],
)
def test_there_is_exactly_one_board_page(case: str, code: str) -> None:
    first = PACK.texts[code].domains["SEC"].name
    places = bookmarks(case, code)
    assert next(iter(places.values())) == 1
    assert places[first] == 2


@pytest.mark.parametrize("case", CASES)
def test_nothing_of_the_board_page_is_lost(case: str) -> None:
    words, found = narrator("en"), result(case)
    printed = page(case, 1)
    assert words.language.points_range(found.score.capped) in printed  # type: ignore[arg-type] # assessed
    assert findings.level_sentence(words, found) in printed
    assert findings.costs_title(words, found) in printed
    for action in findings.first_actions(found):
        assert words.question(action.recommendation.question).action in printed


@pytest.mark.parametrize("code", LANGUAGES)
def test_numbers_are_those_of_the_result(code: str) -> None:
    lang, found, printed = narrator(code).language, result("ordinary"), page("ordinary", 1, code)
    score, costs = found.score, found.costs
    assert score.capped is not None
    assert score.knowledge is not None
    assert lang.percent(score.knowledge) in printed
    for domain in score.domains:
        assert domain.capped is not None
        assert lang.points_range(domain.capped) in printed
    for span in (costs.once, costs.yearly):
        for end in (span.low, span.typical, span.high):
            assert lang.money(end) in printed
    for action in findings.first_actions(found):
        step = action.recommendation
        assert action.becomes is not None
        row = f"{lang.gain(step.gain)} {lang.points(action.becomes)} {lang.span(step.effort.once)}"
        assert row in printed
        assert lang.money(costs.of_staff_time(step.effort).typical) in printed


def test_what_caps_the_score_and_the_way_out_are_said() -> None:
    words, found, printed = narrator("en"), result("ordinary"), page("ordinary", 1)
    limit = findings.limits(words, found)[0]
    assert limit.gate.question == "SEC-06"
    for said in (limit.title, limit.text, limit.way_out):
        assert said in printed
    assert "cap 49" in printed


def test_the_survey_stands_there_with_its_sample_and_year() -> None:
    printed = page("ordinary", 1)
    assert "You do what 12% did in 2010" in printed
    assert "Survey of 2010, n = 600" in printed
    assert "50%" in printed


def test_nothing_known_names_no_level() -> None:
    printed = page("nothing known", 1)
    assert "Too little known" in printed
    assert "0–100 points of 100" in printed
    assert "0% of the answers are known" in printed


def test_nothing_left_to_do_is_said() -> None:
    printed = page("all proven", 1)
    assert "No action: every answer reaches the target" in printed
    assert "nothing left to pay" in printed


def test_the_reached_level_is_the_large_word() -> None:
    for case, level in (("all unprotected", Level.UNPROTECTED), ("all proven", Level.PROVEN)):
        assert narrator("en").level(level).capitalize() in page(case, 1)


def test_its_contents_line_leads_to_the_chapters() -> None:
    printed, places = page("ordinary", 1), bookmarks("ordinary")
    for chapter in ("Benchmarks", "Recommendations", "Costs", "Answers", "Method", "Sources"):
        assert f"{chapter} {places[chapter]}" in printed
    links = [note.get_object() for note in reader("ordinary").pages[0]["/Annots"]]  # type: ignore[attr-defined] # an array
    assert len(links) == 8


def test_an_endless_name_is_cut_there_and_whole_in_the_answers() -> None:
    assert page("endless name", 1).count("Name") < 100
    assert "…" in page("endless name", 1)
    assert text("endless name").count("Name") >= 20_000


def test_no_name_is_said() -> None:
    assert "Unnamed organisation" in page("no name", 1)
