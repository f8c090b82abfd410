"""The one look of tables: no box, no stripes; a strong line under the head, hairlines between."""

from collections.abc import Sequence
from typing import Any, Final

from reportlab.platypus import CondPageBreak, Flowable, FrameBreak, Table, TableStyle

from readiness.report.flowables import Story, paragraph
from readiness.report.fonts import REGULAR
from readiness.report.styles import BUTT, COLOURS, WIDTH
from readiness.wording import charts

Command = tuple[Any, ...]
Cell = Flowable | Story | str

ROWS_TOGETHER: Final = 3
"""A head keeps three rows under it, and a page ends or begins with no fewer."""


class _RuledTable(Table):
    """A table whose parts each begin a page.

    Where rows may not part, ReportLab splits early, and would set the rest, head and all, under
    the first part on the same page.
    """

    def split(self, width: float, height: float) -> list[Flowable]:
        parts = super().split(width, height)
        return [parts[0], FrameBreak(), *parts[1:]] if len(parts) > 1 else parts


def ruled(
    rows: Sequence[Sequence[Cell]],
    widths: Sequence[float],
    *,
    pad: float,
    heads: int = 1,
    extra: Sequence[Command] = (),
) -> Table:
    """A table of ``rows``, the first ``heads`` of which repeat on every page.

    ``pad`` is the space over and under each row in points; ``extra`` are further style commands.
    """
    look: list[Command] = [
        ("FONT", (0, 0), (-1, -1), REGULAR, 8),
        ("VALIGN", (0, 0), (-1, -1), "TOP"),
        ("LEFTPADDING", (0, 0), (-1, -1), 0),
        ("RIGHTPADDING", (0, 0), (-1, -1), 8),
        ("RIGHTPADDING", (-1, 0), (-1, -1), 0),
        ("TOPPADDING", (0, 0), (-1, -1), pad),
        ("BOTTOMPADDING", (0, 0), (-1, -1), pad),
        ("LINEBELOW", (0, heads), (-1, -1), 0.4, COLOURS["rule"], BUTT),
    ]
    if heads:
        look += [
            ("TOPPADDING", (0, 0), (-1, heads - 1), 0),
            ("BOTTOMPADDING", (0, 0), (-1, heads - 1), 3),
            ("VALIGN", (0, 0), (-1, heads - 1), "BOTTOM"),
        ]
    if len(rows) - heads >= 2 * ROWS_TOGETHER:
        look.append(("NOSPLIT", (0, 0), (0, heads + ROWS_TOGETHER - 1)))
        look.append(("NOSPLIT", (0, -ROWS_TOGETHER), (0, -1)))
    look += extra
    # Last, because a split table repeats the hairline of its rows over this line.
    top = (
        ("LINEBELOW", (0, heads - 1), (-1, heads - 1)) if heads else ("LINEABOVE", (0, 0), (-1, 0))
    )
    look.append((*top, 0.8, COLOURS["ink"], BUTT))
    return _RuledTable(
        [list(row) for row in rows],
        colWidths=list(widths),
        repeatRows=heads,
        splitInRow=1,
        hAlign="LEFT",
        style=TableStyle(look),
    )


def data_table(table: charts.Table, widths: Sequence[float], *, keep: Sequence[int] = ()) -> Story:
    """A chart's data: numbers right-aligned, a caption; ``keep`` picks columns by index."""
    kept = list(keep) or list(range(len(table.head)))
    rows: list[list[Cell]] = [
        [_cell(table, row, i, head=False) for i in kept] for row in table.rows
    ]
    head: list[Cell] = [_cell(table, table.head, i, head=True) for i in kept]
    return [
        CondPageBreak(80),
        paragraph(table.caption, "title"),
        ruled([head, *rows], widths, pad=1.8),
    ]


def _cell(table: charts.Table, row: Sequence[str], index: int, *, head: bool) -> Cell:
    name = "micro-muted" if head else "micro"
    return paragraph(row[index], f"{name}-right" if index in table.numeric else name)


def fill(widths: Sequence[float]) -> list[float]:
    """Column widths where the single 0 becomes what is left of the page's width."""
    rest = WIDTH - sum(widths)
    return [width or rest for width in widths]
