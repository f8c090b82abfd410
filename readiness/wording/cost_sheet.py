"""The cost sheet: its lines as they are printed, and their chart."""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from readiness.core.charts import axis_top, cost_range
from readiness.core.costs import SETUP, UPKEEP, CostLine, When
from readiness.core.questionnaire import Span
from readiness.core.result import Result
from readiness.wording import findings
from readiness.wording.ages import is_old
from readiness.wording.charts import Chart, Row
from readiness.wording.narrator import Narrator


@dataclass(frozen=True, slots=True)
class CostEntry:
    """A cost line as it is printed: paid once or every year, never both in one."""

    name: str
    about: str
    when: When
    amount: Span
    line: CostLine


def cost_entries(narrator: Narrator, lines: Sequence[CostLine]) -> tuple[CostEntry, ...]:
    """Cost lines split into what is paid once and what is paid every year."""
    entries = []
    for line in lines:
        for when, amount in ((When.ONCE, line.once), (When.YEARLY, line.yearly)):
            if amount.is_zero:
                continue
            item = UPKEEP if (line.item, when) == (SETUP, When.YEARLY) else line.item
            name, about = narrator.texts.cost_items[item], narrator.texts.cost_abouts[item]
            entries.append(CostEntry(name, about, when, amount, line))
    return tuple(entries)


def costs_chart(narrator: Narrator, result: Result) -> Chart:
    """Every cost line as a range from low to high on one scale from zero."""
    lang, costs = narrator.language, result.costs
    entries = cost_entries(narrator, costs.lines)
    most = axis_top(max((entry.amount.high for entry in entries), default=Fraction(1)))
    return Chart(
        id="costs",
        title=findings.costs_title(narrator, result),
        subtitle=lang.text(
            "%(currency)s, tax excluded; line from low to high, dot at typical",
            currency=costs.currency,
        ),
        legend=(),
        rows=tuple(_cost_row(narrator, result, entry, most) for entry in entries),
        axis=("0", lang.number(most)),
        table=None,
    )


def _cost_row(narrator: Narrator, result: Result, entry: CostEntry, most: Fraction) -> Row:
    lang = narrator.language
    value = lang.number(entry.amount.typical)
    return Row(
        name=entry.name,
        meta=basis(narrator, result, entry.line),
        figure=cost_range(entry.amount, most),
        value=value,
        value_meta=when(narrator, entry.when),
        message=lang.text(
            "%(name)s: %(low)s to %(high)s, typically %(typical)s.",
            name=entry.name,
            low=lang.number(entry.amount.low),
            high=lang.number(entry.amount.high),
            typical=value,
        ),
        group=entry.line.kind.value,
    )


def basis(narrator: Narrator, result: Result, line: CostLine) -> str:
    """What a line's price rests on: its year and grade, marked where old, or the reader's own."""
    text, price = narrator.language.text, line.price
    if line.own_price:
        return text("your figure")
    printed = f"{price.year}, {price.grade}"
    return f"{printed}, {text('old')}" if is_old(result, price.year) else printed


def when(narrator: Narrator, moment: When) -> str:
    """Whether an amount is paid once or every year, in words."""
    text = narrator.language.text
    return text("once") if moment is When.ONCE else text("a year")
