"""How close the board page is set, so that it is one page whatever stands on it."""

from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, slots=True)
class Density:
    """How close the board page is set: gaps, row padding and lead size in points.

    ``table`` is the style of the actions, ``limits`` how many caps are explained; the closest
    settings leave out legend and level names, which later pages have.
    """

    gap: float
    pad: float
    row: float
    lead: float
    limits: int
    table: str = "item"
    legend: bool = True
    names: bool = True


DENSITIES: Final = (
    Density(14, 3.6, 6, 10, 2, "small"),
    Density(11, 2.8, 4, 9.5, 2, "small"),
    Density(8, 2.4, 3, 9, 2),
    Density(6.5, 2.0, 2.5, 9, 2),
    Density(5, 1.4, 2, 8.5, 2),
    Density(4, 1.0, 1, 8, 1),
    Density(3, 0.6, 0, 7.5, 1, names=False),
    Density(2, 0.3, 0, 7, 0, legend=False, names=False),
)
