"""The document: page templates, running head and foot, outline, metadata."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from io import BytesIO
from typing import Any, Final

from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import BaseDocTemplate, Flowable, Frame, PageTemplate

from readiness.report.fonts import REGULAR, SEMIBOLD, cut_to, drawable, width
from readiness.report.styles import (
    BOTTOM,
    BUTT,
    COLOURS,
    MARGIN,
    PAGE_HEIGHT,
    PAGE_WIDTH,
    TOP_BOARD,
    TOP_BODY,
    WIDTH,
)

BOARD, BODY = "board", "body"
BOARD_ROOM: Final = PAGE_HEIGHT - TOP_BOARD - BOTTOM
BODY_ROOM: Final = PAGE_HEIGHT - TOP_BODY - BOTTOM
_SMALL: Final = 7.0


@dataclass(frozen=True, slots=True)
class Furniture:
    """What stands on every page outside its text; users' words on one line already."""

    language: str
    title: str
    author: str
    subject: str
    organisation: str
    date: str
    foot: str
    continued: Callable[[str], str]


@dataclass(frozen=True, slots=True)
class _Opened:
    """A chapter and the page it begins on."""

    key: str
    title: str
    listed: str
    page: int


class ReportCanvas(Canvas):
    """Keeps each page until the end, when its total is known: "x / y" in one pass."""

    def __init__(
        self,
        *args: Any,  # noqa: ANN401 - ReportLab's own
        furniture: Furniture,
        **options: Any,  # noqa: ANN401 - ReportLab's own
    ) -> None:
        super().__init__(*args, **options)
        self.setViewerPreference("DisplayDocTitle", "true")
        self.furniture = furniture
        self.chapters: list[_Opened] = []
        self.running = ""
        self.opens = False
        self._pages: list[dict[str, Any]] = []

    def open_chapter(self, key: str, title: str, listed: str) -> None:
        """Start a chapter on this page: its running head, bookmark and outline entry.

        ``listed`` is its name in the first page's contents line; without one it is left out.
        """
        self.running, self.opens = title, True
        self.chapters.append(_Opened(key, title, listed, self.getPageNumber()))

    def showPage(self) -> None:  # noqa: N802 - ReportLab's name
        self._pages.append(dict(self.__dict__))
        self.opens = False
        # ReportLab's own step to a new page, which its types leave out.
        self._startPage()  # type: ignore[attr-defined]

    def save(self) -> None:
        chapters, pages = self.chapters, self._pages
        for number, page in enumerate(pages, start=1):
            self.__dict__.update(page)
            # Only now: a bookmark leads to the page that is being written to the file.
            for chapter in chapters:
                if chapter.page == number:
                    self.bookmarkPage(chapter.key)
                    self.addOutlineEntry(chapter.title, chapter.key, 0)
            _foot(self, number, len(pages))
            if number == 1:
                _contents(self, [chapter for chapter in chapters if chapter.listed])
            else:
                _head(self)
            super().showPage()
        super().save()


def _foot(canvas: ReportCanvas, number: int, total: int) -> None:
    line, baseline = BOTTOM - 12, BOTTOM - 23
    _hairline(canvas, line)
    page = f"{number} / {total}"
    canvas.setFillColor(COLOURS["ink"])
    canvas.setFont(SEMIBOLD, 7.5)
    canvas.drawRightString(PAGE_WIDTH - MARGIN, baseline, page)
    canvas.setFillColor(COLOURS["ink-3"])
    canvas.setFont(REGULAR, _SMALL)
    foot = cut_to(canvas.furniture.foot, WIDTH - 60, _SMALL)
    canvas.drawString(MARGIN, baseline, foot)


def _head(canvas: ReportCanvas) -> None:
    furniture, baseline, size = canvas.furniture, PAGE_HEIGHT - 36, 7.5
    right = furniture.date
    if canvas.running and not canvas.opens:
        right = f"{furniture.continued(canvas.running)} · {right}"
    canvas.setFillColor(COLOURS["ink-3"])
    canvas.setFont(REGULAR, size)
    canvas.drawRightString(PAGE_WIDTH - MARGIN, baseline, right)
    room = WIDTH - width(right, size) - 24
    canvas.drawString(MARGIN, baseline, cut_to(furniture.organisation, room, size))
    _hairline(canvas, baseline - 6)


def _contents(canvas: ReportCanvas, chapters: Sequence[_Opened]) -> None:
    """The accent tab, and where each chapter begins: one line of links over the foot."""
    canvas.setFillColor(COLOURS["accent"])
    canvas.rect(MARGIN, PAGE_HEIGHT - 22, 34, 4, stroke=0, fill=1)
    canvas.setFont(REGULAR, _SMALL)
    entries = [(c, f"{c.listed}\u00a0\u00a0{c.page}") for c in chapters]
    used = sum(width(text, _SMALL) for _, text in entries)
    space = min((WIDTH - used) / max(len(entries) - 1, 1), 14.0)
    if space < 4:  # noqa: PLR2004 - points: closer together they would read as one
        return
    left, baseline = MARGIN, BOTTOM - 7
    for chapter, text in entries:
        across = width(text, _SMALL)
        canvas.setFillColor(COLOURS["accent"])
        canvas.drawString(left, baseline, text)
        place = (left, baseline - 2, left + across, baseline + 7)
        # Named, because the canvas would number it anew and meet the numbers of later pages.
        name = f"contents-{chapter.key}"
        canvas.linkRect(chapter.title, chapter.key, place, name=name, relative=0, thickness=0)
        left += across + space


def _hairline(canvas: Canvas, y: float) -> None:
    canvas.setLineCap(BUTT)
    canvas.setDash([])
    canvas.setStrokeColor(COLOURS["rule"])
    canvas.setLineWidth(0.6)
    canvas.line(MARGIN, y, PAGE_WIDTH - MARGIN, y)


def build(story: list[Flowable], furniture: Furniture) -> bytes:
    """The pages of a story: the board page first, then the body; nothing attached yet."""
    out = BytesIO()
    document = BaseDocTemplate(
        out,
        pagesize=(PAGE_WIDTH, PAGE_HEIGHT),
        title=drawable(furniture.title),
        author=furniture.author,
        subject=drawable(furniture.subject),
        creator=furniture.author,
        producer=furniture.author,
        lang=furniture.language,
        displayDocTitle=True,
        invariant=1,
        # Compressed once, where the answers are attached.
        pageCompression=0,
        # Otherwise every page names Helvetica, a font that is never embedded.
        initialFontName=REGULAR,
    )
    document.addPageTemplates([_template(BOARD, TOP_BOARD), _template(BODY, TOP_BODY)])

    document.build(story, canvasmaker=partial(ReportCanvas, furniture=furniture))
    return out.getvalue()


def _template(name: str, top: float) -> PageTemplate:
    # Its four paddings, then its name.
    size = (WIDTH, PAGE_HEIGHT - top - BOTTOM)
    frame = Frame(MARGIN, BOTTOM, *size, 0, 0, 0, 0, name)
    return PageTemplate(name, [frame])
