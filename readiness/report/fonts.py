"""The two faces of the report, and what happens to characters they do not have.

ReportLab draws nothing, silently, where a face lacks a glyph. So every text passes through
:func:`drawable`: Latin, Greek and Cyrillic print; what cannot be printed becomes a visible sign.
"""

import re
import unicodedata
from functools import cache
from pathlib import Path
from typing import Final

import ttf_opensans
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

REGULAR: Final = "OpenSans"
SEMIBOLD: Final = "OpenSans-SemiBold"
SUBSTITUTE: Final = "\ufffd"
"""Stands for a character that the faces do not have; it has a glyph of its own."""

_FILES: Final = {REGULAR: "OpenSans-Regular.ttf", SEMIBOLD: "OpenSans-SemiBold.ttf"}
_NO_BREAK_SPACE: Final = "\u00a0"
# A paragraph breaks its lines at U+202F, and the faces have no glyph for it nor for U+2011.
_REPLACED: Final = {
    "\u202f": _NO_BREAK_SPACE,
    "\u2007": _NO_BREAK_SPACE,
    "\u2011": "-",
    "\t": " ",
    "\r": "\n",
    "\v": "\n",
    "\f": "\n",
    "\u0085": "\n",
    "\u2028": "\n",
    "\u2029": "\n",
}
_INVISIBLE: Final = frozenset({"Cc", "Cf", "Cs"})
_MOST_MARKS: Final = 2
"""Marks over one letter; more would be drawn into the line above."""


@cache
def register() -> frozenset[str]:
    """Make both faces known to ReportLab once; the characters that they can print."""
    folder = Path(ttf_opensans.__file__).parent / "ttf"
    faces = [TTFont(name, str(folder / file)) for name, file in _FILES.items()]
    for face in faces:
        pdfmetrics.registerFont(face)
    pdfmetrics.registerFontFamily(
        REGULAR, normal=REGULAR, bold=SEMIBOLD, italic=REGULAR, boldItalic=SEMIBOLD
    )
    covered = set.intersection(*({*face.face.charToGlyph} for face in faces))
    return frozenset(filter(_is_plain, map(chr, covered)))


def _is_plain(character: str) -> bool:
    """A character that may be drawn as it is: nothing invisible, unassigned or replaced."""
    unwanted = {*_INVISIBLE, "Cn", "Zl", "Zp"}
    return unicodedata.category(character) not in unwanted and character not in _REPLACED


@cache
def _suspicious() -> re.Pattern[str]:
    # Combining marks are looked at too: one by one they print, many on one letter do not.
    plain = {c for c in register() if not unicodedata.combining(c)}
    return re.compile(f"[^{re.escape(''.join(sorted(plain)))}\n]")


def drawable(text: str) -> str:
    """``text`` with only what the faces can print and line feeds; twice gives the same as once.

    Control characters, direction marks and half characters (lone surrogates) go; a letter keeps
    at most two marks; any other character without a glyph becomes :data:`SUBSTITUTE`.
    """
    if not _suspicious().search(text):
        return text
    known = register()
    written: list[str] = []
    marks = 0
    for character in unicodedata.normalize("NFC", text.replace("\r\n", "\n")):
        is_mark = unicodedata.category(character).startswith("M")
        marks = marks + 1 if is_mark else 0
        if character in known and marks <= _MOST_MARKS:
            written.append(character)
        elif not is_mark:
            written.append(_instead(character))
    return "".join(written)


@cache
def _instead(character: str) -> str:
    if character == "\n":
        return character
    if character in _REPLACED:
        return _REPLACED[character]
    if unicodedata.category(character) in _INVISIBLE or _is_noncharacter(character):
        return ""
    if character.isspace():
        return " "
    return SUBSTITUTE


def _is_noncharacter(character: str) -> bool:
    code = ord(character)
    return code & 0xFFFE == 0xFFFE or 0xFDD0 <= code <= 0xFDEF  # noqa: PLR2004 - Unicode's own list


def width(text: str, size: float, *, bold: bool = False) -> float:
    """The width of a text in points."""
    register()
    return float(pdfmetrics.stringWidth(text, SEMIBOLD if bold else REGULAR, size))


def cut_to(text: str, room: float, size: float, *, bold: bool = False) -> str:
    """``text``, cut with an ellipsis where it is wider than ``room`` points."""
    # Nothing narrower than a tenth of the size exists, so the rest could never be seen.
    text = text[: int(room / size * 10) + 1]
    if width(text, size, bold=bold) <= room:
        return text
    low, high = 0, len(text)
    while low < high:
        middle = (low + high + 1) // 2
        if width(text[:middle].rstrip() + "…", size, bold=bold) <= room:
            low = middle
        else:
            high = middle - 1
    return text[:low].rstrip() + "…"
