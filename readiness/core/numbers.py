"""Rounding for print: half up from the exact value, never before a decision."""

from fractions import Fraction

from readiness.core.scoring import level_of


def round_half_up(value: Fraction, decimals: int = 0) -> Fraction:
    """``value`` to a number of decimals, halves away from zero."""
    scale = 10**decimals
    scaled = abs(value) * scale + Fraction(1, 2)
    rounded = Fraction(scaled.numerator // scaled.denominator, scale)
    return rounded if value >= 0 else -rounded


def for_data(value: Fraction) -> int | float:
    """A number of a data file: at most two decimals, whole numbers without any."""
    rounded = round_half_up(value, 2)
    return rounded.numerator if rounded.denominator == 1 else float(rounded)


def decimals_for_points(points: Fraction) -> int:
    """How many decimals a printed score needs so that rounding does not change its level."""
    decimals = 0
    while level_of(round_half_up(points, decimals)) is not level_of(points):
        decimals += 1
    return decimals
