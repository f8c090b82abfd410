"""The sources of a report's figures, numbered in the order in which chapters cite them."""

from collections.abc import Iterator
from dataclasses import dataclass

from readiness.core.benchmarks import Figure
from readiness.core.result import Result
from readiness.report.material import Material


@dataclass(frozen=True, slots=True)
class Reference:
    """A numbered source: title, address and grade."""

    number: int
    title: str
    address: str
    grade: str


def figures(result: Result) -> Iterator[Figure]:
    """Every published figure the report prints: the survey's, those beside it, the rest."""
    for entry in result.adoption.survey:
        yield entry.entry.figure
        if entry.official is not None:
            yield entry.official.figure
    for position in result.positions:
        yield position.figure


def references(material: Material) -> tuple[Reference, ...]:
    """The sources of the published figures, each once, numbered from 1."""
    found = dict.fromkeys((f.source_title, f.source_url, f.grade) for f in figures(material.result))
    return tuple(Reference(number, *source) for number, source in enumerate(found, start=1))


def price_references(material: Material) -> tuple[Reference, ...]:
    """The sources of the prices that were used; a price the reader gave has none."""
    costs = material.result.costs
    prices = [line.price for line in costs.lines if not line.own_price]
    if not costs.own_day and costs.lines:
        prices.insert(0, costs.day_price)
    start = len(references(material)) + 1
    found = dict.fromkeys((p.source_title, p.source_url, p.grade) for p in prices)
    return tuple(Reference(number, *source) for number, source in enumerate(found, start=start))
