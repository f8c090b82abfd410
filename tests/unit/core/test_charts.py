"""The laws of the charts' geometry: nothing leaves its strip, nothing covers anything else."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from readiness.core.benchmarks import Margin
from readiness.core.charts import (
    Across,
    Bar,
    Dot,
    Drawing,
    Pointer,
    Upright,
    Words,
    axis_top,
    cost_range,
    fall_bar,
    score_scale,
    score_strip,
    share_bar,
    share_dot,
)
from readiness.core.questionnaire import Span
from readiness.core.scoring import Range

POINTS = st.integers(0, 70_000).map(lambda number: Fraction(number, 700))
AMOUNTS = st.fractions(min_value=0, max_value=10**9, max_denominator=100)
CAPS = st.sampled_from([Fraction(cap) for cap in (49, 59, 69)])
NAMES = ("one", "two", "three", "four", "five")
PARTS = ("known", "held", "unknown")
# Positions are rounded to hundredths of a percent, each on its own.
ROUNDING = 0.011


@st.composite
def scores(draw: st.DrawFn) -> tuple[Range, Range, list[Fraction]]:
    """A capped and an uncapped score with the caps that made one of the other."""
    low, high = sorted((draw(POINTS), draw(POINTS)))
    known, unknown = draw(st.lists(CAPS, max_size=2)), draw(st.lists(CAPS, max_size=2))
    capped = Range(min([low, *known, *unknown]), min([high, *known]))
    bite = {cap for cap in known if cap < high} | {cap for cap in unknown if cap < low}
    return capped, Range(low, high), sorted(bite)


def ends(figure: Drawing) -> list[float]:
    """Every position across the strip at which something begins or ends."""
    found: list[float] = []
    for mark in figure.marks:
        match mark:
            case Bar():
                found += [mark.x, mark.x + mark.width]
            case Across():
                found += [mark.x1, mark.x2]
            case Upright() | Dot() | Pointer() | Words():
                found.append(mark.x)
    return found


def heights(figure: Drawing) -> list[float]:
    found: list[float] = []
    for mark in figure.marks:
        match mark:
            case Bar():
                found += [mark.y, mark.y + mark.height]
            case Upright():
                found += [mark.y1, mark.y2]
            case Dot():
                found += [mark.y - mark.radius, mark.y + mark.radius]
            case Across() | Pointer() | Words():
                found.append(mark.y)
    return found


def inside(figure: Drawing) -> bool:
    across = all(-ROUNDING <= at <= 100 + ROUNDING for at in ends(figure))
    return across and all(0 <= at <= figure.height for at in heights(figure))


def bars(figure: Drawing, *roles: str) -> list[Bar]:
    return [mark for mark in figure.marks if isinstance(mark, Bar) and mark.role in roles]


def uprights(figure: Drawing, role: str) -> list[float]:
    return [mark.x for mark in figure.marks if isinstance(mark, Upright) and mark.role == role]


def near(one: float, other: float | Fraction) -> bool:
    return abs(one - float(other)) <= ROUNDING


@given(scores())
def test_a_score_stays_on_its_strip(score: tuple[Range, Range, list[Fraction]]) -> None:
    capped, uncapped, caps = score
    assert inside(score_strip(capped, uncapped, caps=caps))
    labelled = [(cap, str(cap)) for cap in caps]
    assert inside(score_scale(capped, uncapped, caps=labelled, names=NAMES, current=None))


@given(scores())
def test_the_parts_of_a_score_follow_each_other_to_the_uncapped_high(
    score: tuple[Range, Range, list[Fraction]],
) -> None:
    capped, uncapped, caps = score
    found = bars(score_strip(capped, uncapped, caps=caps), *PARTS)
    reached = 0.0
    for bar in found:
        assert bar.width > 0 or near(bar.width, 0)
        assert abs(bar.x - reached) <= 2 * ROUNDING, found
        reached = bar.x + bar.width
    assert abs(reached - float(uncapped.high)) <= 2 * ROUNDING, found


@pytest.mark.parametrize(
    ("capped", "uncapped", "expected"),
    [
        ((60, 60), (60, 60), [("known", 0, 60)]),
        ((60, 80), (60, 80), [("known", 0, 60), ("unknown", 60, 20)]),
        # The gate is known: it holds both ends.
        ((49, 49), (60, 80), [("known", 0, 49), ("held", 49, 31)]),
        # The gate is unknown: it holds the low end alone.
        ((49, 80), (60, 80), [("known", 0, 49), ("held", 49, 11), ("unknown", 60, 20)]),
        # An unknown gate at 49 and a known one at 69.
        (
            (49, 69),
            (60, 80),
            [("known", 0, 49), ("held", 49, 11), ("unknown", 60, 9), ("held", 69, 11)],
        ),
        ((0, 0), (0, 0), []),
    ],
)
def test_the_parts_of_a_score_by_hand(
    capped: tuple[int, int], uncapped: tuple[int, int], expected: list[tuple[str, int, int]]
) -> None:
    drawn = score_strip(Range(*map(Fraction, capped)), Range(*map(Fraction, uncapped)), caps=[])
    assert [(bar.role, bar.x, bar.width) for bar in bars(drawn, *PARTS)] == expected


@given(scores())
def test_known_ends_at_the_capped_low(score: tuple[Range, Range, list[Fraction]]) -> None:
    capped, uncapped, caps = score
    known = bars(score_strip(capped, uncapped, caps=caps), "known")
    assert near(sum(bar.width for bar in known), capped.low)
    assert all(bar.x == 0 for bar in known)


@given(POINTS, POINTS)
def test_without_a_cap_nothing_is_held_back(one: Fraction, other: Fraction) -> None:
    both = Range(*sorted((one, other)))
    figure = score_strip(both, both, caps=[])
    assert bars(figure, "held") == []
    assert near(sum(bar.width for bar in bars(figure, "unknown")), both.high - both.low)
    assert uprights(figure, "cap") == []


@given(scores())
def test_what_is_held_back_lies_above_the_lowest_cap(
    score: tuple[Range, Range, list[Fraction]],
) -> None:
    capped, uncapped, caps = score
    for bar in bars(score_strip(capped, uncapped, caps=caps), "held"):
        assert bar.x >= float(caps[0]) - ROUNDING


@given(scores())
def test_caps_stand_at_their_points(score: tuple[Range, Range, list[Fraction]]) -> None:
    capped, uncapped, caps = score
    strip = score_strip(capped, uncapped, caps=caps)
    labelled = [(cap, f"cap {cap}") for cap in caps]
    scale = score_scale(capped, uncapped, caps=labelled, names=NAMES, current=2)
    for figure in (strip, scale):
        assert uprights(figure, "cap") == uprights(figure, "halo") == [float(cap) for cap in caps]
    words = [mark for mark in scale.marks if isinstance(mark, Words) and mark.role == "cap"]
    assert [(mark.x, mark.text) for mark in words] == [(float(c), f"cap {c}") for c in caps]


def test_the_target_stands_at_75_points() -> None:
    zero = Range(Fraction(0), Fraction(0))
    assert uprights(score_strip(zero, zero, caps=[]), "target") == [75]


def test_the_scale_names_the_five_levels_and_marks_the_one_reached() -> None:
    both = Range(Fraction(60), Fraction(60))
    figure = score_scale(both, both, caps=[], names=NAMES, current=2)
    words = [mark for mark in figure.marks if isinstance(mark, Words)]
    assert [mark.text for mark in words if mark.role == "tick"] == [
        "0",
        "25",
        "50",
        "75",
        "90",
        "100",
    ]
    assert [mark.text for mark in words if mark.role in {"label", "strong"}] == list(NAMES)
    assert [(mark.text, mark.x) for mark in words if mark.role == "strong"] == [("three", 62.5)]


@given(
    share=POINTS,
    yours=st.sampled_from([True, False, None]),
    margin=st.none() | st.tuples(POINTS, POINTS),
)
def test_a_share_stays_on_its_strip_and_its_sides_meet_at_the_dot(
    *, share: Fraction, yours: bool | None, margin: tuple[Fraction, Fraction] | None
) -> None:
    ends_of = None if margin is None else Margin(*sorted(margin))
    figure = share_dot(share, ends_of, yours=yours)
    assert inside(figure)
    assert inside(share_bar(share, ends_of))
    dot = next(mark for mark in figure.marks if isinstance(mark, Dot))
    left, right = [m for m in figure.marks if isinstance(m, Across) and m.role != "margin"]
    assert (left.x1, left.x2, right.x1, right.x2) == (0, dot.x, dot.x, 100)
    assert (left.role == "side", right.role == "side") == (yours is True, yours is False)
    assert dot.role == ("ring" if yours is None else "dot")


@given(POINTS, POINTS)
def test_steps_of_a_sum_begin_where_the_last_one_ended(one: Fraction, other: Fraction) -> None:
    start, end = sorted((one, other))
    figure = fall_bar(start, end - start)
    assert inside(figure)
    for bar in bars(figure, "fall"):
        assert near(bar.x, start)
        assert abs(bar.x + bar.width - float(end)) <= 2 * ROUNDING


@given(st.lists(AMOUNTS, min_size=3, max_size=3).map(sorted))
def test_a_cost_stays_below_the_top_of_its_axis(amounts: list[Fraction]) -> None:
    span = Span(*amounts)
    figure = cost_range(span, axis_top(max(span.high, Fraction(1))))
    assert inside(figure)
    line = next(m for m in figure.marks if isinstance(m, Across) and m.role == "span")
    dot = next(mark for mark in figure.marks if isinstance(mark, Dot))
    assert line.x1 <= dot.x <= line.x2


@given(AMOUNTS)
def test_the_top_of_an_axis_is_round_and_near(most: Fraction) -> None:
    top = axis_top(most)
    assert top >= most
    digits = str(top).rstrip("0")
    assert digits in {"1", "2", "4", "5"}
    assert most <= 1 or top <= Fraction(5, 2) * most
