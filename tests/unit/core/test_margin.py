"""Wilson's interval, and the verdict it allows."""

from decimal import Decimal, localcontext
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from readiness.core.benchmarks import Margin, Verdict, verdict, wilson

Z = "1.959963984540054"
CLOSE = Fraction(1, 10**9)


def by_quadratic(share: Fraction, n: int) -> tuple[Fraction, Fraction]:
    """The two solutions p of (x - p)² = z² p (1 - p) / n, which is where Wilson's ends are."""
    with localcontext() as context:
        context.prec = 60
        x = Decimal(share.numerator) / Decimal(share.denominator) / 100
        t = Decimal(Z) ** 2 / n
        a, b, c = 1 + t, -(2 * x + t), x * x
        root = (b * b - 4 * a * c).sqrt()
        return Fraction(100 * (-b - root) / (2 * a)), Fraction(100 * (-b + root) / (2 * a))


@given(st.fractions(0, 100, max_denominator=10_000), st.integers(1, 100_000))
def test_the_ends_solve_the_equation_they_are_defined_by(share: Fraction, n: int) -> None:
    low, high = by_quadratic(share, n)
    margin = wilson(share, n)
    assert abs(margin.low - low) < CLOSE
    assert abs(margin.high - high) < CLOSE


@pytest.mark.parametrize(
    ("successes", "n", "low", "high"),
    [
        # R. G. Newcombe, Statistics in Medicine 17 (1998) 857-872, table I, method 3.
        (81, 263, "25.53", "36.62"),
        (15, 148, "6.24", "16.05"),
        (0, 20, "0", "16.11"),
        (1, 29, "0.61", "17.18"),
        # The survey of 2010: one in two and 12 % of about 600.
        (300, 600, "46.01", "53.99"),
        (72, 600, "9.64", "14.84"),
    ],
)
def test_published_values(successes: int, n: int, low: str, high: str) -> None:
    margin = wilson(Fraction(100 * successes, n), n)
    assert abs(margin.low - Fraction(low)) <= Fraction(1, 200)
    assert abs(margin.high - Fraction(high)) <= Fraction(1, 200)


@given(st.integers(0, 100), st.integers(1, 10_000))
def test_the_interval_is_within_0_and_100_and_holds_the_share(share: int, n: int) -> None:
    margin = wilson(Fraction(share), n)
    assert -CLOSE <= margin.low <= share + CLOSE
    assert share - CLOSE <= margin.high <= 100 + CLOSE


@given(st.fractions(0, 100, max_denominator=100), st.integers(1, 5_000))
def test_the_interval_is_a_mirror_image_for_the_others(share: Fraction, n: int) -> None:
    yes, no = wilson(share, n), wilson(100 - share, n)
    assert abs(yes.low + no.high - 100) < CLOSE
    assert abs(yes.high + no.low - 100) < CLOSE


@given(st.fractions(0, 100, max_denominator=100), st.integers(1, 5_000))
def test_more_answers_never_widen_the_interval(share: Fraction, n: int) -> None:
    few, many = wilson(share, n), wilson(share, 2 * n)
    assert many.high - many.low < few.high - few.low


@pytest.mark.parametrize(
    ("yours", "share", "expected"),
    [
        (True, "49.99", Verdict.AHEAD),
        (True, "50", Verdict.WITH_MAJORITY),
        (False, "49.99", Verdict.WITH_MAJORITY_NOT),
        (False, "50", Verdict.BEHIND),
        (True, "0", Verdict.AHEAD),
        (False, "100", Verdict.BEHIND),
        (None, "10", Verdict.FIND_OUT),
        (None, "90", Verdict.FIND_OUT),
    ],
)
@pytest.mark.parametrize("margin", [None, "beside"])
def test_the_verdict(
    yours: bool | None,  # noqa: FBT001 - the answer itself
    share: str,
    expected: Verdict,
    margin: str | None,
) -> None:
    exact = Fraction(share)
    around = Margin(exact - 10, exact - 5) if exact < 50 else Margin(exact + 5, exact + 10)
    assert verdict(yours, exact, around if margin else None) is expected


@given(st.booleans(), st.fractions(0, 100), st.integers(1, 3_000))
def test_a_margin_around_the_middle_leaves_the_majority_open(
    yours: bool,  # noqa: FBT001 - drawn
    share: Fraction,
    n: int,
) -> None:
    margin = wilson(share, n)
    open_ = margin.low <= 50 <= margin.high
    assert (verdict(yours, share, margin) is Verdict.CANNOT_BE_TOLD) is open_


@pytest.mark.parametrize(("low", "high", "told"), [(50, 60, 0), (40, 50, 0), (51, 60, 1)])
def test_an_end_on_the_middle_belongs_to_the_interval(low: int, high: int, told: int) -> None:
    margin = Margin(Fraction(low), Fraction(high))
    found = verdict(yours=True, share=Fraction(55), margin=margin)
    assert (found is not Verdict.CANNOT_BE_TOLD) is bool(told)
