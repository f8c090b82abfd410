"""Grid, colours and type of the report. The colours are those of ``static/css/tokens.css``."""

from typing import Final

from reportlab.lib.colors import Color, HexColor
from reportlab.lib.enums import TA_LEFT, TA_RIGHT
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle

from readiness.report.fonts import REGULAR, SEMIBOLD, register

# -------------------------------------------------------------------------------- grid, in points

PAGE_WIDTH: Final = float(A4[0])
PAGE_HEIGHT: Final = float(A4[1])
MARGIN: Final = 48.0
WIDTH: Final = PAGE_WIDTH - 2 * MARGIN
GUTTER: Final = 16.0
BUTT: Final = 0
"""Line ends that stop where the line does; ReportLab's own stick out of the grid."""
TOP_BOARD: Final = 36.0
TOP_BODY: Final = 62.0
BOTTOM: Final = 50.0
_COLUMN: Final = (WIDTH - 11 * GUTTER) / 12


def columns(count: int) -> float:
    """The width of ``count`` of the twelve grid columns with the gutters between them."""
    return count * _COLUMN + (count - 1) * GUTTER


# ---------------------------------------------------------------------------------------- colours

TOKENS: Final = {
    "paper": "#ffffff",
    "raised": "#f7f6f2",
    "ink": "#17232b",
    "ink-2": "#44525a",
    "ink-3": "#5e6b73",
    "control": "#75838a",
    "rule": "#d8dddf",
    "accent": "#0a5c71",
    "wash": "#eaf4f6",
    "caution": "#c17a14",
    "caution-ink": "#7a4c0d",
    "caution-wash": "#fdf2dd",
    "lv0": "#e3eff2",
    "lv1": "#b0d3dd",
    "lv2": "#76adbc",
    "lv3": "#2a768c",
    "lv4": "#0d4456",
}
COLOURS: Final[dict[str, Color]] = {name: HexColor(value) for name, value in TOKENS.items()}

# ------------------------------------------------------------------------------------------- type

_STYLES: Final[dict[str, ParagraphStyle]] = {}


def _style(  # noqa: PLR0913 - a row of the type scale
    name: str,
    size: float,
    leading: float,
    colour: str = "ink",
    *,
    bold: bool = False,
    right: bool = False,
    indent: float = 0,
) -> None:
    _STYLES[name] = ParagraphStyle(
        name,
        fontName=SEMIBOLD if bold else REGULAR,
        fontSize=size,
        leading=leading,
        textColor=COLOURS[colour],
        alignment=TA_RIGHT if right else TA_LEFT,
        splitLongWords=1,
        embeddedHyphenation=1,
        allowWidows=0,
        allowOrphans=0,
        leftIndent=indent,
        bulletFontName=SEMIBOLD,
        bulletFontSize=size,
        bulletColor=COLOURS["ink-3"],
    )


def _define() -> None:
    _style("kicker", 8, 11, "accent", bold=True)
    _style("display", 36, 42, bold=True)
    _style("h1", 20, 25, bold=True)
    _style("h1-right", 20, 25, bold=True, right=True)
    _style("h2", 12, 16, bold=True)
    _style("title", 10, 13, bold=True)
    _style("h3", 9, 12, bold=True)
    _style("rank", 26, 30, "accent", bold=True)
    _style("lead", 10, 14.2)
    _style("body", 9, 13)
    _style("small", 8, 11)
    _style("small-bold", 8, 11, bold=True)
    _style("small-right", 8, 11, right=True)
    _style("small-bold-right", 8, 11, bold=True, right=True)
    _style("step", 8, 11, indent=14)
    _style("bullet", 8, 11, indent=10)
    _style("bullet-item", 7.5, 10, indent=10)
    _style("item", 7.5, 10)
    _style("item-bold", 7.5, 10, bold=True)
    _style("item-right", 7.5, 10, right=True)
    _style("item-bold-right", 7.5, 10, bold=True, right=True)
    _style("note", 7.5, 10, "ink-3")
    _style("note-right", 7.5, 10, "ink-3", right=True)
    _style("caution", 7.5, 10, "caution-ink", bold=True)
    _style("micro", 7, 9.2)
    _style("micro-bold", 7, 9.2, bold=True)
    _style("micro-right", 7, 9.2, right=True)
    _style("micro-muted", 7, 9.2, "ink-3")
    _style("micro-muted-right", 7, 9.2, "ink-3", right=True)
    _style("micro-caution", 7, 9.2, "caution-ink", bold=True)


def style(name: str) -> ParagraphStyle:
    """A style of the type scale; ``KeyError`` if there is none of that name."""
    if not _STYLES:
        register()
        _define()
    return _STYLES[name]


def sized(name: str, size: float, leading: float) -> ParagraphStyle:
    """A style in another size, for a name or a level word that has to fit."""
    key = f"{name}@{size:g}/{leading:g}"
    if key not in _STYLES:
        _STYLES[key] = ParagraphStyle(key, style(name), fontSize=size, leading=leading)
    return _STYLES[key]
