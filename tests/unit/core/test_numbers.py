"""Printed numbers: half up from the exact value, and never across a level boundary."""

from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from readiness.core.numbers import decimals_for_points, for_data, round_half_up
from readiness.core.scoring import level_of


@given(st.integers(-(10**9), 10**9), st.integers(0, 4), st.integers(0, 3))
def test_rounding_agrees_with_decimal_arithmetic(digits: int, places: int, decimals: int) -> None:
    exact = Decimal(digits).scaleb(-places)
    expected = exact.quantize(Decimal(1).scaleb(-decimals), rounding=ROUND_HALF_UP)
    assert round_half_up(Fraction(exact), decimals) == Fraction(expected)


@given(st.fractions(-1000, 1000), st.integers(0, 3))
def test_rounding_moves_at_most_half_a_step_and_is_stable(value: Fraction, decimals: int) -> None:
    rounded = round_half_up(value, decimals)
    assert abs(rounded - value) <= Fraction(1, 2 * 10**decimals)
    assert round_half_up(rounded, decimals) == rounded
    assert (rounded * 10**decimals).denominator == 1


@pytest.mark.parametrize(
    ("value", "decimals", "rounded"),
    [
        ("1/2", 0, "1"),
        ("3/2", 0, "2"),
        ("5/2", 0, "3"),
        ("-1/2", 0, "-1"),
        ("1/8", 2, "13/100"),
        ("0.005", 2, "0.01"),
        ("1.005", 2, "1.01"),
        ("2.675", 2, "2.68"),
        ("1/3", 2, "0.33"),
        ("2/3", 2, "0.67"),
        ("99.995", 2, "100"),
    ],
)
def test_halves_go_up(value: str, decimals: int, rounded: str) -> None:
    assert round_half_up(Fraction(value), decimals) == Fraction(rounded)


@pytest.mark.parametrize(
    ("value", "text"),
    [("0", "0"), ("33", "33"), ("1/3", "0.33"), ("1/2", "0.5"), ("2999/1000", "3"), ("100", "100")],
)
def test_a_number_of_a_data_file_has_no_needless_decimals(value: str, text: str) -> None:
    assert repr(for_data(Fraction(value))) == text


@given(st.fractions(0, 10**6))
def test_a_number_of_a_data_file_reads_back_as_two_decimals(value: Fraction) -> None:
    written = for_data(value)
    assert Fraction(str(written)) == round_half_up(value, 2)
    assert isinstance(written, int) is (round_half_up(value, 2).denominator == 1)


@pytest.mark.parametrize(
    ("points", "decimals"),
    [
        ("49.8", 1),
        ("49.5", 1),
        ("49.499", 0),
        ("50", 0),
        ("50.4", 0),
        ("24.6", 1),
        ("74.9", 1),
        ("89.5", 1),
        ("99.9", 0),
        ("0", 0),
        ("12.5", 0),
    ],
)
def test_a_decimal_is_printed_where_the_whole_number_would_mislead(
    points: str, decimals: int
) -> None:
    assert decimals_for_points(Fraction(points)) == decimals


@given(st.fractions(0, 100))
def test_whole_points_are_printed_exactly_where_they_keep_the_level(points: Fraction) -> None:
    keeps = level_of(round_half_up(points)) is level_of(points)
    assert (decimals_for_points(points) == 0) is keeps
