"""The canvas writer of the charts: named marks in, operators out. It decides nothing.

Positions across are percent of the width a figure is given; downwards they are CSS pixels, which
:data:`SCALE` turns into points.
"""

from collections.abc import Callable, Mapping, Sequence
from typing import Any, Final, NamedTuple

from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Flowable

from readiness.core.charts import Across, Bar, Dot, Drawing, Mark, Pointer, Upright, Words
from readiness.report.fonts import REGULAR, SEMIBOLD, drawable, width
from readiness.report.styles import BUTT, COLOURS

SCALE: Final = 0.6
_HATCH_STEP: Final = 3.4
_SHORTEST: Final = 0.5
"""A part that exists is never drawn narrower than this, in points."""


class Pen(NamedTuple):
    """How a line of a role is drawn: colour, thickness and dashes in points."""

    colour: str
    thickness: float
    dash: tuple[float, ...] = ()


class Area(NamedTuple):
    """How a box of a role is drawn; an empty colour means none."""

    fill: str = ""
    stroke: str = ""
    hatched: bool = False


class Lettering(NamedTuple):
    """How a text of a role is drawn."""

    size: float
    colour: str
    bold: bool = False


_AREAS: Final[Mapping[str, Area]] = {
    "track": Area(fill="raised", stroke="rule"),
    "known": Area(fill="accent"),
    "held": Area(fill="caution-wash", stroke="caution"),
    "unknown": Area(fill="paper", stroke="accent", hatched=True),
    "edge": Area(stroke="accent"),
    "fall": Area(fill="lv3"),
}
_PENS: Final[Mapping[str, Pen]] = {
    "grid": Pen("rule", 0.5),
    "cut": Pen("rule", 0.5),
    "halo": Pen("paper", 4.4),
    "cap": Pen("caution", 2.0),
    "target": Pen("ink", 0.9),
    "half": Pen("ink-3", 0.6, (1.4, 1.8)),
    "end": Pen("ink", 0.9),
    "free": Pen("accent", 0.9),
    "base": Pen("rule", 0.5),
    "side": Pen("accent", 2.4),
    "other": Pen("rule", 2.4),
    "margin": Pen("ink", 0.9),
    "span": Pen("lv1", 3.6),
    "gap": Pen("ink", 0.6),
}
_DOTS: Final[Mapping[str, Area]] = {
    "dot": Area(fill="accent", stroke="paper"),
    "ring": Area(fill="paper", stroke="accent"),
}
_TEXTS: Final[Mapping[str, Lettering]] = {
    "tick": Lettering(6.5, "ink-3"),
    "label": Lettering(7, "ink-3"),
    "strong": Lettering(7, "ink", bold=True),
    "cap": Lettering(7, "caution-ink", bold=True),
}


class FigureBox(Flowable):
    """A figure in a given width, in points."""

    def __init__(self, figure: Drawing, across: float, scale: float = SCALE) -> None:
        super().__init__()
        self.figure, self.across, self.scale = figure, across, scale

    def wrap(self, _width: float, _height: float) -> tuple[float, float]:
        return self.across, self.figure.height * self.scale

    def draw(self) -> None:
        writer = _Writer(self.canv, self.figure, self.across, self.scale)
        self.canv.saveState()
        self.canv.setLineCap(BUTT)
        for mark in self.figure.marks:
            writer.write(mark)
        self.canv.restoreState()


def axis(labels: Sequence[str], across: float) -> FigureBox:
    """The numbers of a scale from its first to its last, each centred at its place."""
    step = 100 / (len(labels) - 1)
    marks = tuple(Words("tick", at * step, 12, label) for at, label in enumerate(labels))
    return FigureBox(Drawing(14, marks), across)


class _Writer:
    """Draws the marks of one figure on the canvas."""

    def __init__(self, canvas: Canvas, figure: Drawing, across: float, scale: float) -> None:
        self.canvas, self.across, self.scale = canvas, across, scale
        self.height = figure.height * scale
        self._ways: dict[type, Callable[[Any], None]] = {
            Bar: self._bar,
            Upright: self._upright,
            Across: self._level,
            Dot: self._dot,
            Pointer: self._pointer,
            Words: self._words,
        }

    def write(self, mark: Mark) -> None:
        self._ways[type(mark)](mark)

    def _x(self, percent: float) -> float:
        return percent * self.across / 100

    def _y(self, down: float) -> float:
        return self.height - down * self.scale

    def _take(self, pen: Pen) -> None:
        self.canvas.setStrokeColor(COLOURS[pen.colour])
        self.canvas.setLineWidth(pen.thickness)
        self.canvas.setDash(list(pen.dash))

    def _bar(self, bar: Bar) -> None:
        left, bottom = self._x(bar.x), self._y(bar.y + bar.height)
        across = max(self._x(bar.width), _SHORTEST)
        box(self.canvas, (left, bottom, across, bar.height * self.scale), _AREAS[bar.role])

    def _upright(self, line: Upright) -> None:
        self._take(_PENS[line.role])
        x = self._x(line.x)
        self.canvas.line(x, self._y(line.y1), x, self._y(line.y2))

    def _level(self, line: Across) -> None:
        self._take(_PENS[line.role])
        y = self._y(line.y)
        self.canvas.line(self._x(line.x1), y, self._x(line.x2), y)

    def _dot(self, dot: Dot) -> None:
        area = _DOTS[dot.role]
        self._take(Pen(area.stroke, 1.4 if dot.role == "ring" else 0.8))
        self.canvas.setFillColor(COLOURS[area.fill])
        radius = dot.radius * self.scale
        self.canvas.circle(self._x(dot.x), self._y(dot.y), radius, stroke=1, fill=1)

    def _pointer(self, pointer: Pointer) -> None:
        pointer_down(self.canvas, self._x(pointer.x), self._y(pointer.y))

    def _words(self, words: Words) -> None:
        look = _TEXTS[words.role]
        text = drawable(words.text)
        room = width(text, look.size, bold=look.bold)
        share = {"start": 0.0, "middle": 0.5, "end": 1.0}[words.anchor]
        left = self._x(words.x) - share * room
        left = max(0.0, min(left, self.across - room))
        self.canvas.setFillColor(COLOURS[look.colour])
        self.canvas.setFont(SEMIBOLD if look.bold else REGULAR, look.size)
        self.canvas.drawString(left, self._y(words.y), text)


def pointer_down(canvas: Canvas, x: float, y: float) -> None:
    """The hollow arrow head of the target, its point at ``x, y``."""
    canvas.setStrokeColor(COLOURS["ink"])
    canvas.setFillColor(COLOURS["paper"])
    canvas.setLineWidth(0.9)
    canvas.setDash([])
    path = canvas.beginPath()
    path.moveTo(x, y)
    path.lineTo(x - 2.6, y + 4.2)
    path.lineTo(x + 2.6, y + 4.2)
    path.close()
    canvas.drawPath(path, stroke=1, fill=1)


def box(canvas: Canvas, place: tuple[float, float, float, float], area: Area) -> None:
    """A box (left, bottom, width, height) in the look of an area; its outline stays inside."""
    left, bottom, across, high = place
    canvas.setDash([])
    if area.fill:
        canvas.setFillColor(COLOURS[area.fill])
        canvas.rect(left, bottom, across, high, stroke=0, fill=1)
    if area.hatched:
        _hatch(canvas, place, area.stroke)
    if area.stroke:
        thin = min(0.6, across / 2)
        canvas.setStrokeColor(COLOURS[area.stroke])
        canvas.setLineWidth(thin)
        inset = thin / 2
        canvas.rect(left + inset, bottom + inset, across - thin, high - thin, stroke=1, fill=0)


def _hatch(canvas: Canvas, place: tuple[float, float, float, float], colour: str) -> None:
    left, bottom, across, high = place
    canvas.saveState()
    frame = canvas.beginPath()
    frame.rect(left, bottom, across, high)
    canvas.clipPath(frame, stroke=0, fill=0)
    canvas.setStrokeColor(COLOURS[colour])
    canvas.setLineWidth(0.9)
    strokes = int((across + high) / _HATCH_STEP) + 1
    starts = [left - high + step * _HATCH_STEP for step in range(strokes + 1)]
    canvas.lines([(start, bottom, start + high, bottom + high) for start in starts])
    canvas.restoreState()
