"""The geometry of every chart: numbers in, named marks out.

A figure is a strip. Across it positions are percent of its width, so that it is as wide as the
place it is given; downwards they are units of one CSS pixel, which the report scales to points.
Marks carry a role, not a colour; two thin writers turn them into SVG and into PDF.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from readiness.core.benchmarks import Margin
from readiness.core.questionnaire import POINTS_PER_LEVEL, Span
from readiness.core.scoring import HUNDRED, LEVEL_STARTS, Range

TARGET_POINTS = 3 * POINTS_PER_LEVEL
"""Level 3 everywhere (the pack's target level) is 75 points."""


@dataclass(frozen=True, slots=True)
class Bar:
    """A filled or hatched box. Roles: track, known, held, unknown, edge, fall."""

    role: str
    x: float
    width: float
    y: float
    height: float


@dataclass(frozen=True, slots=True)
class Upright:
    """A vertical line. Roles: grid, cut, halo, cap, target, half, end, free."""

    role: str
    x: float
    y1: float
    y2: float


@dataclass(frozen=True, slots=True)
class Across:
    """A horizontal line. Roles: base, side, other, margin, span, gap."""

    role: str
    x1: float
    x2: float
    y: float


@dataclass(frozen=True, slots=True)
class Dot:
    """A circle of ``radius`` units. Roles: dot, ring."""

    role: str
    x: float
    y: float
    radius: float


@dataclass(frozen=True, slots=True)
class Pointer:
    """A hollow arrow head pointing down at ``y``. Role: target."""

    role: str
    x: float
    y: float


@dataclass(frozen=True, slots=True)
class Words:
    """A short text with its baseline at ``y``. Roles: tick, label, strong, cap.

    ``wide_only`` texts may be left out where there is little room.
    """

    role: str
    x: float
    y: float
    text: str
    anchor: str = "middle"
    wide_only: bool = False


Mark = Bar | Upright | Across | Dot | Pointer | Words


@dataclass(frozen=True, slots=True)
class Drawing:
    """Marks in drawing order on a strip of ``height`` units."""

    height: float
    marks: tuple[Mark, ...]


def _at(value: Fraction | int) -> float:
    return round(float(value), 2)


def _box(role: str, start: Fraction, end: Fraction, y: float, height: float) -> list[Mark]:
    return [Bar(role, _at(start), _at(end - start), y, height)] if end > start else []


def _score_bar(capped: Range, uncapped: Range, y: float, height: float) -> list[Mark]:
    """Known, held back and unknown parts of a score, in that order, without overlap.

    Known ends at the capped low. What can be shown above the cap is held back, and so is what is
    unknown above the cap of the high end.
    """
    shown, unknown_end = capped.low, max(capped.high, capped.low)
    held_end = min(uncapped.low, unknown_end) if unknown_end > shown else uncapped.high
    marks = _box("known", Fraction(0), shown, y, height)
    marks += _box("held", shown, max(held_end, shown), y, height)
    marks += _box("unknown", max(held_end, shown), unknown_end, y, height)
    above = max(unknown_end, held_end)
    return marks + _box("held", above, max(uncapped.high, above), y, height)


def _cap(at: Fraction, top: float, bottom: float) -> list[Mark]:
    # The halo keeps two units of paper beside the cap, for contrast against the bar.
    return [Upright("halo", _at(at), top, bottom), Upright("cap", _at(at), top, bottom)]


def score_strip(
    capped: Range, uncapped: Range, *, caps: Sequence[Fraction], target: int = TARGET_POINTS
) -> Drawing:
    """A domain's score from 0 to 100 with its caps and the target."""
    top, height = 9, 14
    marks: list[Mark] = [Bar("track", 0, 100, top, height)]
    marks += [Upright("grid", tick, 5, 27) for tick in (0, 25, 50, 75, 100)]
    marks += _score_bar(capped, uncapped, top, height)
    for cap in caps:
        marks += _cap(cap, 4, 28)
    marks += [Upright("target", target, 5, 27), Pointer("target", target, 7)]
    return Drawing(32, tuple(marks))


def score_scale(
    capped: Range,
    uncapped: Range,
    *,
    caps: Sequence[tuple[Fraction, str]],
    names: Sequence[str],
    current: int | None,
) -> Drawing:
    """The overall score on the scale of the five levels.

    ``caps`` are the caps with their labels; ``names`` the five level names; ``current`` the
    index of the level reached, None where there is none.
    """
    top, height, axis = 24, 28, 62
    marks: list[Mark] = [Bar("track", 0, 100, top, height)]
    marks += _score_bar(capped, uncapped, top, height)
    for cap, _ in caps:
        marks += _cap(cap, top - 6, top + height + 6)
    starts = [start for _, start in LEVEL_STARTS]
    marks += [Upright("cut", _at(start), top + height, axis - 4) for start in starts[1:]]
    for index, (start, name) in enumerate(zip(starts, names, strict=True)):
        end = starts[index + 1] if index + 1 < len(starts) else HUNDRED
        anchor = "start" if index == 0 else "middle"
        marks.append(Upright("grid", _at(start), axis - 4, axis + 4))
        marks.append(Words("tick", _at(start), axis + 18, str(start), anchor))
        role = "strong" if index == current else "label"
        wide = index >= 3  # noqa: PLR2004 - the two short last steps
        marks.append(Words(role, _at((start + end) / 2), axis + 38, name, wide_only=wide))
    marks.append(Upright("grid", 100, axis - 4, axis + 4))
    marks.append(Words("tick", 100, axis + 18, "100", "end"))
    marks.append(Across("base", 0, 100, axis))
    marks += [Words("cap", _at(cap), 12, label) for cap, label in caps]
    return Drawing(104, tuple(marks))


def share_dot(share: Fraction, margin: Margin | None, *, yours: bool | None) -> Drawing:
    """A published share as a dot; the thick line is the side the organisation stands on."""
    middle, at = 14, _at(share)
    marks: list[Mark] = [Upright("half", 50, 0, 28)]
    marks.append(Across("side" if yours else "other", 0, at, middle))
    marks.append(Across("side" if yours is False else "other", at, 100, middle))
    if margin is not None:
        low, high = _at(margin.low), _at(margin.high)
        marks += [Upright("end", low, 8, 20), Upright("end", high, 8, 20)]
        marks.append(Across("margin", low, high, middle))
    marks.append(Dot("ring" if yours is None else "dot", at, middle, 6 if yours is None else 7))
    return Drawing(28, tuple(marks))


def share_bar(share: Fraction, margin: Margin | None) -> Drawing:
    """A share of the 2010 survey as a bar from 0 to 100 with its margin."""
    marks: list[Mark] = [Bar("track", 0, 100, 6, 12), Bar("fall", 0, _at(share), 6, 12)]
    if margin is not None:
        low, high = _at(margin.low), _at(margin.high)
        marks += [Upright("end", low, 6, 18), Upright("end", high, 6, 18)]
        marks.append(Across("margin", low, high, 12))
    return Drawing(24, tuple(marks))


def cost_range(span: Span, most: Fraction) -> Drawing:
    """A cost from low to high with a dot at typical, on a scale from 0 to ``most``."""
    low, typical, high = (_at(100 * end / most) for end in (span.low, span.typical, span.high))
    marks: list[Mark] = [Across("base", 0, 100, 10), Across("span", low, high, 10)]
    return Drawing(20, (*marks, Dot("dot", typical, 10, 5)))


def fall_bar(start: Fraction, points: Fraction) -> Drawing:
    """One step of a running sum of points: from ``start`` on, ``points`` long."""
    marks: list[Mark] = [Upright("grid", tick, 0, 20) for tick in (0, 25, 50, 75, 100)]
    marks += _box("fall", start, start + points, 3, 14)
    return Drawing(20, tuple(marks))


def axis_top(most: Fraction) -> Fraction:
    """A round number at or above ``most``: 1, 2, 4, 5 or 10 times a power of ten."""
    power = Fraction(1)
    while power * 10 < most:
        power *= 10
    return next((power * step for step in (1, 2, 4, 5, 10) if power * step >= most), power * 10)
