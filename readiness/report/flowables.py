"""The small building blocks of every page: paragraphs, gaps, rules, columns."""

from collections.abc import Callable, Sequence
from typing import Any, Final, NamedTuple
from urllib.parse import urlsplit
from xml.sax.saxutils import escape, quoteattr

from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import Flowable, Paragraph, Spacer, Table, TableStyle

from readiness.report.document import ReportCanvas
from readiness.report.fonts import REGULAR, SEMIBOLD, drawable, width
from readiness.report.styles import BUTT, COLOURS, GUTTER, TOKENS, WIDTH, sized, style
from readiness.report.text import pieces

Story = list[Flowable]

_FRAGMENTS: dict[str, Any] = {}


class _Text(Paragraph):
    """A paragraph that is laid out once for a width, however often its height is asked for.

    Tables, blocks kept together and frames each ask; breaking lines is most of the work.
    """

    _room: float | None = None
    _size: tuple[float, float] = (0, 0)

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        # A split that fails throws the lines away.
        if self._room != width or not hasattr(self, "blPara"):
            self._size = super().wrap(width, height)
            self._room = width
        return self._size


class Run(NamedTuple):
    """A part of a paragraph in one look; no colour means that of the paragraph's style."""

    text: str
    bold: bool = False
    colour: str = ""
    size: float = 0


def paragraph(text: str, name: str | ParagraphStyle = "body") -> Paragraph:
    """A paragraph of plain text: nothing in it can be markup, because no parser sees it."""
    return of_runs((Run(text),), name)


def of_runs(
    runs: Sequence[Run], name: str | ParagraphStyle = "body", lead: str | None = None
) -> Paragraph:
    """A paragraph made of parts in different looks; ``lead`` hangs in front of a list's line."""
    look = style(name) if isinstance(name, str) else name
    if look.name not in _FRAGMENTS:
        _FRAGMENTS[look.name] = Paragraph("x", look).frags[0]
    fragments = []
    for run in runs:
        changes: dict[str, Any] = {"text": drawable(run.text).replace("\n", " ")}
        if run.bold:
            changes["fontName"] = SEMIBOLD
        if run.colour:
            changes["textColor"] = COLOURS[run.colour]
        if run.size:
            changes["fontSize"] = run.size
        if changes["text"]:
            fragments.append(_FRAGMENTS[look.name].clone(**changes))
    return _Text("", look, bulletText=lead, frags=fragments)


def paragraphs(text: str, name: str | ParagraphStyle = "micro") -> Story:
    """Somebody's own words, as typed, in paragraphs that are short enough to lay out."""
    return [paragraph(piece, name) for piece in pieces(text)]


def linked(text: str, address: str, after: str, name: str) -> Paragraph:
    """A text that leads to a web address, and what stands behind it; only http and https link."""
    shown = escape(drawable(text))
    if is_web_address(address):
        target = quoteattr(address)
        shown = f'<a href={target} color="{TOKENS["accent"]}">{shown}</a>'
    return _Text(shown + escape(drawable(after)), style(name))


def is_web_address(address: str) -> bool:
    """Whether an address may be a link: http or https, with a host, in plain ASCII."""
    if not address.isascii() or not address.isprintable():
        return False
    try:
        parts = urlsplit(address)
    except ValueError:
        return False
    return parts.scheme in {"http", "https"} and bool(parts.netloc)


def gap(height: float) -> Spacer:
    """White space between two blocks."""
    return Spacer(1, height)


class Flex(Spacer):
    """A gap between sections that may take its share of the room left on the board page."""


class Rule(Flowable):
    """A horizontal line over the whole width."""

    def __init__(self, colour: str = "ink", thickness: float = 0.8, length: float = WIDTH) -> None:
        super().__init__()
        self.colour, self.thickness, self.length = colour, thickness, length

    def wrap(self, _width: float, _height: float) -> tuple[float, float]:
        return self.length, self.thickness

    def draw(self) -> None:
        canvas = self.canv
        canvas.setStrokeColor(COLOURS[self.colour])
        canvas.setLineWidth(self.thickness)
        canvas.setLineCap(BUTT)
        canvas.setDash([])
        canvas.line(0, self.thickness / 2, self.length, self.thickness / 2)


class Chapter(Flowable):
    """Opens a chapter: running head, bookmark and outline entry; takes no room."""

    def __init__(self, key: str, title: str, listed: str = "") -> None:
        """``listed`` is its name in the first page's contents line; without one it has none."""
        super().__init__()
        self.key, self.title, self.listed = key, drawable(title), drawable(listed)

    def wrap(self, _width: float, _height: float) -> tuple[float, float]:
        return 0, 0

    def draw(self) -> None:
        canvas = self.canv
        if isinstance(canvas, ReportCanvas):
            canvas.open_chapter(self.key, self.title, self.listed)


def spread(blocks: Sequence[Flowable], height: float) -> Story:
    """Blocks with the same gap between each two."""
    story: Story = []
    for index, block in enumerate(blocks):
        story += [gap(height), block] if index else [block]
    return story


BARE: Final[list[tuple[Any, ...]]] = [
    ("FONT", (0, 0), (-1, -1), REGULAR, 8),  # an empty cell would otherwise call for Helvetica
    ("VALIGN", (0, 0), (-1, -1), "TOP"),
    ("LEFTPADDING", (0, 0), (-1, -1), 0),
    ("RIGHTPADDING", (0, 0), (-1, -1), 0),
    ("TOPPADDING", (0, 0), (-1, -1), 0),
    ("BOTTOMPADDING", (0, 0), (-1, -1), 0),
]


def side_by_side(cells: Sequence[Story], widths: Sequence[float], *, valign: str = "TOP") -> Table:
    """Columns of the grid beside each other, with its gutter between them.

    The row may split over pages, so that long content can only flow.
    """
    row: list[Story | str] = []
    sizes: list[float] = []
    for index, (cell, size) in enumerate(zip(cells, widths, strict=True)):
        if index:
            row.append("")
            sizes.append(GUTTER)
        row.append(cell)
        sizes.append(size)
    look = [*BARE, ("VALIGN", (0, 0), (-1, -1), valign)]
    return Table([row], colWidths=sizes, style=TableStyle(look), hAlign="LEFT", splitInRow=1)


def balanced(blocks: Sequence[Story], widths: Sequence[float]) -> Table:
    """Blocks in two columns, broken where the taller column is shortest."""
    heights = [height_of(block, widths[0]) for block in blocks]
    cut = min(range(1, len(blocks) + 1), key=lambda at: max(sum(heights[:at]), sum(heights[at:])))
    parts = [[item for block in part for item in block] for part in (blocks[:cut], blocks[cut:])]
    return side_by_side(parts, widths)


def height_of(story: Sequence[Flowable], across: float) -> float:
    """How high a story stands in a column, in points."""
    tall = 10_000.0
    return float(
        sum(f.wrap(across, tall)[1] + f.getSpaceBefore() + f.getSpaceAfter() for f in story)
    )


def first_fitting(variants: Sequence[Callable[[], Story]], room: float) -> Story:
    """The first of several settings of a chapter that fits ``room`` points; else the first.

    A chapter that misses one page by three lines is set closer; a long one flows as it is.
    """
    first = variants[0]()
    if height_of(first, WIDTH) <= room:
        return first
    for variant in variants[1:]:
        story = variant()
        if height_of(story, WIDTH) <= room:
            return story
    return first


def opened(key: str, kicker: str, title: str) -> Story:
    """The head of a chapter: its bookmark, its name, and its message as the title."""
    return [
        Chapter(key, kicker, kicker),
        paragraph(kicker, "kicker"),
        gap(2),
        _message(title),
        gap(12),
    ]


def _message(title: str) -> Paragraph:
    """A chapter's title on one line where a slightly smaller size allows it."""
    for size, leading in ((20, 25), (18, 23), (16, 21)):
        if width(drawable(title), size, bold=True) <= WIDTH:
            return paragraph(title, sized("h1", size, leading))
    return paragraph(title, sized("h1", 18, 23))


def bullets(lines: Sequence[str], name: str = "bullet", *, numbered: bool = False) -> Story:
    """A list: each line behind a dot or its number, turned lines under the first."""
    return [
        of_runs((Run(line),), name, lead=str(number) if numbered else "•")
        for number, line in enumerate(lines, start=1)
    ]
