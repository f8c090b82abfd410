"""Texts made fit for print: cut into pieces that lay out in linear time, whatever they hold.

ReportLab's layout time grows with the square of a paragraph's length, so no paragraph gets more
than :data:`LONGEST` characters.
"""

from collections.abc import Iterator
from typing import Final

from readiness.report.fonts import drawable

LONGEST: Final = 1_500
MOST_LINES: Final = 200
"""A text with more lines of its own is printed as running text: a page holds no empty notes."""


def one_line(text: str) -> str:
    """A user's text as one line: what cannot be printed replaced, white space single."""
    # Splitting at plain white space only: a no-break space is meant as typed.
    return " ".join(word for word in drawable(text).replace("\n", " ").split(" ") if word)


def pieces(text: str) -> tuple[str, ...]:
    """A user's text, line by line, in pieces of at most :data:`LONGEST` characters."""
    lines = [" ".join(line.split()) for line in drawable(text).split("\n")]
    lines = [line for line in lines if line]
    if len(lines) > MOST_LINES:
        lines = [" ".join(lines)]
    return tuple(piece for line in lines for piece in _cut(line))


def _cut(line: str) -> Iterator[str]:
    while len(line) > LONGEST:
        # A space in the last tenth is a better place to cut than the middle of a word.
        space = line.rfind(" ", LONGEST - LONGEST // 10, LONGEST)
        end = LONGEST if space < 0 else space
        yield line[:end]
        line = line[end:].lstrip(" ")
    if line:
        yield line


def opening(text: str, most: int) -> str:
    """The first ``most`` characters of a text on one line, cut at a word, with an ellipsis."""
    line = " ".join(drawable(text[: 4 * most]).split())
    if len(line) <= most and len(text) <= 4 * most:
        return line
    cut = line[:most]
    return cut[: cut.rfind(" ")].rstrip(" ,;:") + "…" if " " in cut[most // 2 :] else cut + "…"
