"""Numbers, dates and amounts as each language writes them."""

from datetime import date
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from readiness.core.questionnaire import Span
from readiness.core.scoring import Range, level_of
from readiness.wording.countries import COUNTRIES, countries_by_name
from readiness.wording.language import LANGUAGES, Language, language

EN, FR = language("en"), language("fr")
NARROW, WIDE = "\u202f", "\u00a0"
POINTS = st.fractions(min_value=0, max_value=100, max_denominator=10_000)


def exact(text: str) -> Fraction:
    return Fraction(text)


@pytest.mark.parametrize(
    ("value", "decimals", "english", "french"),
    [
        ("0", 0, "0", "0"),
        ("0.5", 0, "1", "1"),
        ("2.5", 0, "3", "3"),
        ("1234.5", 1, "1,234.5", f"1{NARROW}234,5"),
        ("0.04", 1, "0.0", "0,0"),
        ("0.05", 1, "0.1", "0,1"),
        ("3", 1, "3.0", "3,0"),
    ],
)
def test_numbers(value: str, decimals: int, english: str, french: str) -> None:
    assert EN.number(exact(value), decimals) == english
    assert FR.number(exact(value), decimals) == french


@pytest.mark.parametrize(
    ("value", "english", "french"),
    [("51", "51", "51"), ("39.84", "39.84", "39,84"), ("12.50", "12.5", "12,5")],
)
def test_published_shares_keep_their_decimals(value: str, english: str, french: str) -> None:
    assert EN.short_number(exact(value)) == english
    assert EN.share(exact(value)) == f"{english}%"
    assert FR.share(exact(value)) == f"{french}{NARROW}%"


def test_percent() -> None:
    assert EN.percent(30) == "30%"
    assert FR.percent(30) == f"30{NARROW}%"
    assert FR.percent(exact("12.34"), 1) == f"12,3{NARROW}%"


def test_money() -> None:
    assert EN.money(exact("29153.4")) == "€29,153"
    assert FR.money(exact("29153.5")) == f"29{NARROW}154{WIDE}€"
    assert EN.money(exact("12"), "USD").endswith("12")


@pytest.mark.parametrize(
    ("points", "english", "french"),
    [
        ("49.8", "49.8", "49,8"),
        ("49.4", "49", "49"),
        ("50", "50", "50"),
        ("74.5", "74.5", "74,5"),
        ("89.96", "89.96", "89,96"),
        ("24.5", "24.5", "24,5"),
        ("100", "100", "100"),
        ("99.5", "100", "100"),
    ],
)
def test_points_at_a_level_boundary_have_a_decimal(points: str, english: str, french: str) -> None:
    assert EN.points(exact(points)) == english
    assert FR.points(exact(points)) == french


@given(POINTS)
def test_whole_points_always_stand_in_their_own_level(points: Fraction) -> None:
    printed = EN.points(points)
    if "." not in printed:
        assert level_of(Fraction(printed)) is level_of(points)


@given(POINTS, POINTS)
def test_a_range_is_one_number_only_where_both_ends_print_alike(
    one: Fraction, two: Fraction
) -> None:
    low, high = sorted((one, two))
    printed = EN.points_range(Range(low, high))
    assert printed.split("–") in ([EN.points(low), EN.points(high)], [EN.points(low)])
    assert ("–" in printed) is (EN.points(low) != EN.points(high))


def test_ranges_gaps_gains_and_spans() -> None:
    assert EN.points_range(Range(exact("17.2"), exact("28.9"))) == "17–29"
    # 9.63 and 92.24 print as 10 and 92: a reader who adds up must arrive.
    assert EN.points_gap(Range(exact("9.63"), exact("92.24"))) == "82"
    assert EN.points_gap(Range(exact("49.8"), exact("62"))) == "12.2"
    assert EN.points_gap(Range(exact("12"), exact("12.26"))) == "0.3"
    assert EN.gain(exact("2.25")) == "+2.3"
    assert FR.gain(exact("2.25")) == "+2,3"
    assert FR.span(Span(exact("0.5"), exact("0.75"), exact("1"))) == "0,5–1"
    assert EN.span(Span(exact("1"), exact("1"), exact("1"))) == "1"


def test_dates_in_full() -> None:
    day = date(2026, 11, 1)
    assert EN.date(day) == "1 November 2026"
    assert FR.date(day).endswith("novembre 2026")


def test_countries() -> None:
    assert (EN.country("DE"), FR.country("DE")) == ("Germany", "Allemagne")
    assert EN.country("EU27_2020") == "EU27_2020"
    assert {"FR", "GR", "GB", "IE"} <= COUNTRIES
    assert not COUNTRIES & {"EL", "UK", "EU", "XK", "ZZ", "fr"}
    assert 240 < len(COUNTRIES) < 260
    # Sorted as readers look for them: accents are no letters of their own.
    assert list(countries_by_name(FR.locale))[:2] == ["AF", "ZA"]
    names = list(countries_by_name(FR.locale).values())
    assert names.index("Égypte") < names.index("Espagne")


@pytest.mark.parametrize("code", LANGUAGES)
def test_lists_join_with_a_word_before_the_last(code: str) -> None:
    lang = language(code)
    assert lang.listed([]) == ""
    assert lang.listed(["a"]) == "a"
    two, three = lang.listed(["a", "b"]), lang.listed(["a", "b", "c"])
    assert two[0] + two[-1] == "ab"
    assert three.startswith("a, b ")
    assert three.endswith(" c")


def test_plurals_go_by_the_number_of_the_language() -> None:
    forms = ("%(num)s sort of thing", "%(num)s sorts of things")
    assert EN.plural(*forms, 1) == "1 sort of thing"
    assert [EN.plural(*forms, number) for number in (0, 2)] == [
        "0 sorts of things",
        "2 sorts of things",
    ]


def test_a_percent_sign_is_one_with_and_without_values() -> None:
    assert EN.text("half of it, 50%%") == "half of it, 50%"
    assert EN.text("half of %(all)s, 50%%", all="it") == "half of it, 50%"


def test_a_message_without_translation_is_shown_in_english() -> None:
    assert (
        FR.gettext("Nobody has translated this sentence") == "Nobody has translated this sentence"
    )


def test_a_language_we_do_not_write_is_refused() -> None:
    for code in ("eo", "", "EN", "en_GB"):
        with pytest.raises(KeyError):
            language(code)


def test_a_language_is_loaded_once() -> None:
    assert language("fr") is FR
    assert isinstance(FR, Language)
