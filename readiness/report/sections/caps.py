"""The boxes that say what caps a score, why, and the shortest way out."""

from collections.abc import Sequence
from typing import Any

from reportlab.platypus import Table, TableStyle

from readiness.report.flowables import BARE, Story, gap, paragraph
from readiness.report.styles import BUTT, COLOURS, GUTTER, WIDTH, columns
from readiness.wording.findings import Limit


def cap_boxes(limits: Sequence[Limit], look: str) -> Table:
    """Limits in boxes, two beside each other; one alone takes the whole width."""
    if len(limits) == 1:
        return _row([_box(limits[0], look)], [WIDTH])
    rows = [limits[at : at + 2] for at in range(0, len(limits), 2)]
    tables = [_row([_box(limit, look) for limit in pair], [columns(6)] * 2) for pair in rows]
    if len(tables) == 1:
        return tables[0]
    spaced = [("BOTTOMPADDING", (0, 0), (-1, -2), 8)]
    return Table([[t] for t in tables], colWidths=[WIDTH], style=TableStyle([*BARE, *spaced]))


def _box(limit: Limit, look: str) -> Story:
    return [
        paragraph(limit.title, f"{look}-bold"),
        paragraph(limit.text, look),
        gap(2),
        paragraph(limit.way_out, look),
    ]


def _row(boxes: Sequence[Story], widths: Sequence[float]) -> Table:
    cells: list[Story | str] = []
    sizes: list[float] = []
    marks: list[tuple[Any, ...]] = []
    for index, size in enumerate(widths):
        if index:
            cells.append("")
            sizes.append(GUTTER)
        column = len(cells)
        cells.append(boxes[index] if index < len(boxes) else "")
        sizes.append(size)
        if index < len(boxes):
            cell = (column, 0), (column, 0)
            marks += [
                ("BACKGROUND", *cell, COLOURS["caution-wash"]),
                ("LINEBEFORE", *cell, 2.2, COLOURS["caution"], BUTT),
                ("LEFTPADDING", *cell, 9),
                ("RIGHTPADDING", *cell, 7),
                ("TOPPADDING", *cell, 5),
                ("BOTTOMPADDING", *cell, 6),
            ]
    return Table([cells], colWidths=sizes, style=TableStyle([*BARE, *marks]), hAlign="LEFT")
