"""What it costs to put right: training, recruitment, securing data; always a range."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction

from readiness.core.answers import AnswerSheet, Size, State
from readiness.core.questionnaire import NOTHING, Domain, Effort, Questionnaire, Span

SETUP = "setup"
UPKEEP = "upkeep"
DAY = "day"
USD = "usd"
PUBLISHERS = "publishers"


class CostKind(StrEnum):
    """What a cost line pays for."""

    TRAINING = "training"
    RECRUITMENT = "recruitment"
    SECURITY = "security"
    CONFIDENTIALITY = "confidentiality"
    GOVERNANCE = "governance"


class When(StrEnum):
    """Whether an item is paid once or every year."""

    ONCE = "once"
    YEARLY = "yearly"


class Per(StrEnum):
    """What the unit price of an item is multiplied with."""

    PERSON = "person"
    PUBLISHER = "publisher"
    POST = "post"
    ORGANISATION = "organisation"


@dataclass(frozen=True, slots=True)
class CataloguePrice:
    """A published or estimated unit price, with where and when it was true."""

    country: str
    amount: Span
    year: int
    grade: str
    source_title: str
    source_url: str


@dataclass(frozen=True, slots=True)
class Item:
    """Something to pay for while its trigger question is below target."""

    id: str
    kind: CostKind
    trigger: str
    when: When
    per: Per
    times: int
    currency: str
    prices: tuple[CataloguePrice, ...]

    def price_in(self, country: str) -> CataloguePrice:
        """The price of this country, else one for any country, else the first."""
        by_country = {price.country: price for price in reversed(self.prices)}
        return by_country.get(country) or by_country.get("") or self.prices[0]


@dataclass(frozen=True, slots=True)
class Rate:
    """Units of the report's currency for one unit of another, and when it was assumed."""

    value: Span
    as_of: str
    grade: str


@dataclass(frozen=True, slots=True)
class Catalogue:
    """The cost catalogue of a questionnaire pack."""

    currency: str
    day: CataloguePrice
    usd: Rate
    setup_kinds: Mapping[str, CostKind]
    items: tuple[Item, ...]
    headcounts: Mapping[str, Span]
    publishers: Mapping[str, Span]
    posts: Mapping[str, Span]

    @property
    def priced(self) -> frozenset[str]:
        """The names under which an answers file may give its own price."""
        return frozenset({DAY, USD, *(item.id for item in self.items)})


@dataclass(frozen=True, slots=True)
class CostLine:
    """One line of the cost sheet; amounts in the catalogue's currency, tax excluded."""

    item: str
    question: str | None
    kind: CostKind
    once: Span
    yearly: Span
    quantity: Span
    price: CataloguePrice
    currency: str
    own_price: bool


@dataclass(frozen=True, slots=True)
class Costs:
    """All cost lines, and their sums."""

    currency: str
    day: Span
    day_price: CataloguePrice
    own_day: bool
    rate: Rate
    lines: tuple[CostLine, ...]

    @property
    def once(self) -> Span:
        return sum((line.once for line in self.lines), NOTHING)

    @property
    def yearly(self) -> Span:
        return sum((line.yearly for line in self.lines), NOTHING)

    @property
    def first_year(self) -> Span:
        return self.once + self.yearly

    def of_staff_time(self, effort: Effort) -> Span:
        """What the days of an effort cost once, in the organisation's own staff time."""
        return effort.once * self.day


def exact(value: Fraction | int) -> Span:
    """A quantity that is known: low, typical and high are the same."""
    known = Fraction(value)
    return Span(known, known, known)


def cost(questionnaire: Questionnaire, catalogue: Catalogue, sheet: AnswerSheet) -> Costs:
    """The cost lines of everything below target (content catalogue of the pack).

    Internal days are priced per domain; bought items appear while their trigger question is
    below target or unknown. Quantities come from headcount and profile, else from the size band.
    """
    own_day, own_rate = sheet.prices.get(DAY), sheet.prices.get(USD)
    day = own_day.span if own_day else catalogue.day.amount
    rate = Rate(own_rate.span, sheet.date.isoformat(), "") if own_rate else catalogue.usd
    below = {q.id for q in questionnaire.asked(sheet.form) if _is_below(questionnaire, sheet, q.id)}
    days = [
        _setup_line(catalogue, domain, below, day, own=own_day is not None)
        for domain in questionnaire.domains
    ]
    bought = [
        _item_line(catalogue, item, sheet, rate)
        for item in catalogue.items
        if item.trigger in below
    ]
    lines = [line for line in [*days, *bought] if not (line.once.is_zero and line.yearly.is_zero)]
    order = list(CostKind)
    return Costs(
        currency=catalogue.currency,
        day=day,
        day_price=catalogue.day,
        own_day=own_day is not None,
        rate=rate,
        lines=tuple(sorted(lines, key=lambda line: order.index(line.kind))),
    )


def _is_below(questionnaire: Questionnaire, sheet: AnswerSheet, question_id: str) -> bool:
    answer = sheet.answer(question_id)
    if not questionnaire.question(question_id).scored or answer.state is State.NOT_APPLICABLE:
        return False
    return answer.level is None or answer.level < questionnaire.target_level


def _setup_line(
    catalogue: Catalogue, domain: Domain, below: set[str], day: Span, *, own: bool
) -> CostLine:
    efforts = [question.to_3 for question in domain.questions if question.id in below]
    once = sum((effort.once for effort in efforts), NOTHING)
    yearly = sum((effort.yearly for effort in efforts), NOTHING)
    return CostLine(
        item=SETUP,
        question=None,
        kind=catalogue.setup_kinds[domain.id],
        once=once * day,
        yearly=yearly * day,
        quantity=once,
        price=catalogue.day,
        currency=catalogue.currency,
        own_price=own,
    )


def _item_line(catalogue: Catalogue, item: Item, sheet: AnswerSheet, rate: Rate) -> CostLine:
    price, own = item.price_in(sheet.organisation.country), sheet.prices.get(item.id)
    # An own price is in the report's currency already; only the catalogue's is converted.
    foreign = own is None and item.currency != catalogue.currency
    unit = (own.span if own else price.amount) * (rate.value if foreign else exact(1))
    quantity = _quantity(catalogue, item.per, sheet) * exact(item.times)
    amount = unit * quantity
    return CostLine(
        item=item.id,
        question=item.trigger,
        kind=item.kind,
        once=amount if item.when is When.ONCE else NOTHING,
        yearly=amount if item.when is When.YEARLY else NOTHING,
        quantity=quantity,
        price=price,
        currency=item.currency,
        own_price=own is not None,
    )


def _quantity(catalogue: Catalogue, per: Per, sheet: AnswerSheet) -> Span:
    size = sheet.organisation.size
    if per is Per.PERSON:
        headcount = sheet.organisation.headcount
        return exact(headcount) if headcount else catalogue.headcounts[size]
    if per is Per.PUBLISHER:
        return _publishers(catalogue, size, sheet)
    return catalogue.posts[size] if per is Per.POST else exact(1)


def _publishers(catalogue: Catalogue, size: Size, sheet: AnswerSheet) -> Span:
    given = sheet.profile.get(PUBLISHERS)
    known = isinstance(given, int) and not isinstance(given, bool)
    return exact(given) if known and isinstance(given, int) else catalogue.publishers[size]
