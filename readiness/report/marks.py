"""Small drawn signs that stand in table cells and legends. Shape says it first, colour second."""

from collections.abc import Sequence
from typing import Final

from reportlab.platypus import Flowable

from readiness.core.answers import Answer, State
from readiness.report.charts import Area, box, pointer_down
from readiness.report.fonts import REGULAR, SEMIBOLD, drawable, width
from readiness.report.styles import COLOURS

_RINGS: Final = 4
_PITCH: Final = 7.6
_RADIUS: Final = 2.5
_KEY: Final = 16.0
_LEGEND_LINE: Final = 11.0


class LevelRings(Flowable):
    """Four rings, one filled for each level reached, and the digit; "?" where not known."""

    across = _RINGS * _PITCH + 8
    high = 9.0

    def __init__(self, answer: Answer) -> None:
        super().__init__()
        self.answer = answer

    def wrap(self, _width: float, _height: float) -> tuple[float, float]:
        return self.across, self.high

    def draw(self) -> None:
        canvas, answer = self.canv, self.answer
        middle = self.high / 2
        if answer.state is State.NOT_APPLICABLE:
            canvas.setLineWidth(0.8)
            canvas.setStrokeColor(COLOURS["control"])
            canvas.setDash([])
            canvas.line(0.5, middle, _RINGS * _PITCH - 2, middle)
            return
        # Drawn once a document and then only named: a report has some two hundred of these.
        form = f"rings-{answer.level}"
        if not canvas.hasForm(form):
            canvas.beginForm(form, 0, 0, self.across, self.high)
            self._rings()
            canvas.endForm()
        canvas.doForm(form)
        canvas.setFillColor(COLOURS["ink"])
        canvas.setFont(SEMIBOLD, 7.5)
        digit = "?" if answer.level is None else str(answer.level)
        canvas.drawString(_RINGS * _PITCH + 3, middle - 2.7, digit)

    def _rings(self) -> None:
        canvas, level = self.canv, self.answer.level
        canvas.setLineWidth(0.8)
        canvas.setDash([] if level is not None else [1.1, 1.0])
        for ring in range(_RINGS):
            full = level is not None and ring < level
            canvas.setStrokeColor(COLOURS["accent" if full else "control"])
            canvas.setFillColor(COLOURS["accent" if full else "paper"])
            canvas.circle(ring * _PITCH + 3, self.high / 2, _RADIUS, stroke=1, fill=1)


class LevelStep(Flowable):
    """From the level found to the level aimed at."""

    def __init__(self, found: Answer, aim: Answer) -> None:
        super().__init__()
        self.found, self.aim = LevelRings(found), LevelRings(aim)

    def wrap(self, _width: float, _height: float) -> tuple[float, float]:
        return 2 * LevelRings.across + 18, LevelRings.high

    def draw(self) -> None:
        canvas, start = self.canv, LevelRings.across + 3
        middle = LevelRings.high / 2
        self.found.drawOn(canvas, 0, 0)
        canvas.setStrokeColor(COLOURS["ink"])
        canvas.setFillColor(COLOURS["ink"])
        canvas.setLineWidth(0.9)
        canvas.line(start, middle, start + 7, middle)
        head = canvas.beginPath()
        head.moveTo(start + 6, middle - 2.6)
        head.lineTo(start + 10, middle)
        head.lineTo(start + 6, middle + 2.6)
        head.close()
        canvas.drawPath(head, stroke=0, fill=1)
        self.aim.drawOn(canvas, LevelRings.across + 18, 0)


class PointsBox(Flowable):
    """Points obtained inside points possible, on one scale for a table, and both in figures.

    What is not known is hatched. ``share`` and ``most`` are fractions of the table's widest box.
    """

    high = 9.0
    widest = 40.0

    def __init__(self, share: float, most: float, text: str, across: float, *, known: bool) -> None:
        super().__init__()
        self.share, self.most, self.known = share, most, known
        self.text, self.across = drawable(text), across

    def wrap(self, _width: float, _height: float) -> tuple[float, float]:
        return self.across, self.high

    def draw(self) -> None:
        canvas = self.canv
        outline = Area(
            fill="paper", stroke="accent" if not self.known else "control", hatched=not self.known
        )
        box(canvas, (0, 1.5, max(self.most * self.widest, 1.5), 6), outline)
        if self.share > 0:
            box(canvas, (0, 1.5, self.share * self.widest, 6), Area(fill="accent"))
        canvas.setFillColor(COLOURS["ink"])
        canvas.setFont(REGULAR, 7)
        canvas.drawRightString(self.across, 1.9, self.text)


class Swatch(Flowable):
    """A level's tint with its name beside it."""

    high = 9.0

    def __init__(self, level: int, name: str, across: float, *, right: bool = False) -> None:
        super().__init__()
        self.level, self.name = level, drawable(name)
        self.across, self.right = across, right

    def wrap(self, _width: float, _height: float) -> tuple[float, float]:
        return self.across, self.high

    def draw(self) -> None:
        canvas = self.canv
        left = self.across - width(self.name, 6.8) - 8 if self.right else 0.0
        tint = Area(fill=f"lv{self.level}", stroke="control")
        box(canvas, (left, 1.6, 5, 5), tint)
        canvas.setFillColor(COLOURS["ink-3"])
        canvas.setFont(REGULAR, 6.8)
        canvas.drawString(left + 8, 1.8, self.name)


class Legend(Flowable):
    """The marks of a chart and what they mean, on as few lines as fit."""

    def __init__(self, entries: Sequence[tuple[str, str]], across: float) -> None:
        super().__init__()
        self.across = across
        self.lines: list[list[tuple[float, str, str]]] = [[]]
        left = 0.0
        for role, words in entries:
            room = _KEY + 4 + width(drawable(words), 7)
            if left and left + room > across:
                self.lines.append([])
                left = 0.0
            self.lines[-1].append((left, role, drawable(words)))
            left += room + 12

    def wrap(self, _width: float, _height: float) -> tuple[float, float]:
        return self.across, len(self.lines) * _LEGEND_LINE

    def draw(self) -> None:
        canvas = self.canv
        for number, line in enumerate(self.lines, start=1):
            bottom = (len(self.lines) - number) * _LEGEND_LINE
            for left, role, words in line:
                self._key(left, bottom + 2, role)
                canvas.setFillColor(COLOURS["ink-2"])
                canvas.setFont(REGULAR, 7)
                canvas.drawString(left + _KEY + 4, bottom + 2.4, words)

    def _key(self, left: float, bottom: float, role: str) -> None:
        canvas = self.canv
        areas = {
            "known": Area(fill="accent"),
            "unknown": Area(fill="paper", stroke="accent", hatched=True),
            "held": Area(fill="caution-wash", stroke="caution"),
        }
        if role in areas:
            box(canvas, (left, bottom, _KEY, 7), areas[role])
            return
        canvas.setDash([])
        canvas.setLineWidth(2.0 if role == "cap" else 0.9)
        canvas.setStrokeColor(COLOURS["caution" if role == "cap" else "ink"])
        canvas.line(left + _KEY / 2, bottom - 1, left + _KEY / 2, bottom + 8)
        if role == "target":
            pointer_down(canvas, left + _KEY / 2, bottom + 4)
