"""Cost lines: always a range, never more for a better answer, the reader's own prices first."""

from dataclasses import replace
from fractions import Fraction

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from readiness.core.answers import UNKNOWN, Price, Size, rated
from readiness.core.costs import (
    Catalogue,
    CataloguePrice,
    CostKind,
    CostLine,
    Costs,
    Item,
    Per,
    Rate,
    When,
    cost,
)
from readiness.core.questionnaire import Domain, Effort, Form, Span
from tests.unit.core.strategies import (
    ABSENT,
    Case,
    cases,
    question,
    questionnaire,
    sheet,
    span,
)


def price(country: str, *amount: int | str) -> CataloguePrice:
    return CataloguePrice(
        country=country,
        amount=span(*amount),
        year=2026,
        grade="D",
        source_title="The authors' estimate",
        source_url="",
    )


def item(trigger: str, **changes: object) -> Item:
    plain = Item(
        id=f"item_of_{trigger}",
        kind=CostKind.SECURITY,
        trigger=trigger,
        when=When.ONCE,
        per=Per.ORGANISATION,
        times=1,
        currency="EUR",
        prices=(price("", 100, 200, 300),),
    )
    return replace(plain, **changes)  # type: ignore[arg-type]  # each test names real fields


SETUP_KINDS = {
    "SEC": CostKind.SECURITY,
    "CON": CostKind.CONFIDENTIALITY,
    "TRA": CostKind.TRAINING,
    "ROL": CostKind.RECRUITMENT,
    "GOV": CostKind.GOVERNANCE,
}


def catalogue(*items: Item, usd: str = "0.5") -> Catalogue:
    band = {size.value: span(number, number + 1, number + 2) for number, size in enumerate(Size, 1)}
    return Catalogue(
        currency="EUR",
        day=price("", 100, 200, 400),
        usd=Rate(span(usd), "2026-11-23", "D"),
        setup_kinds=SETUP_KINDS,
        items=items,
        headcounts={size: amount * span(10) for size, amount in band.items()},
        publishers=band,
        posts={size: amount * span("0.1") for size, amount in band.items()},
    )


NEVER_WORKED = Effort(span(0), span(0))
ONE = questionnaire(
    Domain("SEC", 1, (question("SEC-01", to_3=NEVER_WORKED, not_applicable=True),)),
)


def only_line(found: Costs) -> CostLine:
    (line,) = found.lines
    return line


def costs_of(one: Item, **changes: object) -> CostLine:
    """The line of one item whose trigger is unknown, for a sheet changed as the test says."""
    return only_line(cost(ONE, catalogue(one), replace(sheet(), **changes)))  # type: ignore[arg-type]  # real fields


@st.composite
def catalogues(draw: st.DrawFn, case: Case) -> Catalogue:
    """An item of random nature for every other question of the case."""
    items = [
        item(
            asked.id,
            kind=draw(st.sampled_from(CostKind)),
            when=draw(st.sampled_from(When)),
            per=draw(st.sampled_from(Per)),
            currency=draw(st.sampled_from(["EUR", "USD"])),
        )
        for asked in case.questionnaire.questions.values()
        if asked.scored and draw(st.booleans())
    ]
    return catalogue(*items)


def ordered(amount: Span) -> bool:
    return 0 <= amount.low <= amount.typical <= amount.high


def at_most(one: Span, other: Span) -> bool:
    return one.low <= other.low and one.typical <= other.typical and one.high <= other.high


@given(cases(), st.data())
def test_every_amount_is_a_range_and_the_lines_add_up(case: Case, data: st.DataObject) -> None:
    found = cost(case.questionnaire, data.draw(catalogues(case)), case.sheet)
    once = yearly = span(0)
    for line in found.lines:
        assert ordered(line.once)
        assert ordered(line.yearly)
        assert not (line.once.is_zero and line.yearly.is_zero)
        once, yearly = once + line.once, yearly + line.yearly
    assert (found.once, found.yearly) == (once, yearly)
    assert found.first_year == once + yearly


@given(cases(), st.data())
def test_a_better_answer_never_costs_more(case: Case, data: st.DataObject) -> None:
    prices = data.draw(catalogues(case))
    assume(case.applicable)
    asked = data.draw(st.sampled_from(case.applicable))
    level = case.sheet.answer(asked.id).level or 0
    better = case.answering(asked, rated(data.draw(st.integers(level, 4))))
    before = cost(case.questionnaire, prices, case.sheet)
    after = cost(case.questionnaire, prices, better.sheet)
    assert at_most(after.once, before.once)
    assert at_most(after.yearly, before.yearly)


@given(cases(form=Form.CORE), st.data())
def test_the_core_form_costs_no_more_than_the_full(case: Case, data: st.DataObject) -> None:
    prices = data.draw(catalogues(case))
    full = replace(case.sheet, form=Form.FULL)
    core = cost(case.questionnaire, prices, case.sheet)
    assert at_most(core.first_year, cost(case.questionnaire, prices, full).first_year)
    asked = {None, *(q.id for q in case.questionnaire.asked(Form.CORE))}
    assert {line.question for line in core.lines} <= asked


@given(cases(), st.data())
def test_lines_are_ordered_by_what_they_pay_for(case: Case, data: st.DataObject) -> None:
    prices = data.draw(catalogues(case))
    found = cost(case.questionnaire, prices, case.sheet).lines
    kinds = ["training", "recruitment", "security", "confidentiality", "governance"]
    place = {one.id: number for number, one in enumerate(prices.items)}
    keys = [(kinds.index(line.kind), place.get(line.item, -1)) for line in found]
    assert keys == sorted(keys)


@given(cases())
def test_own_days_are_the_efforts_of_what_is_below_level_3(case: Case) -> None:
    found = {
        line.kind.value: line for line in cost(case.questionnaire, catalogue(), case.sheet).lines
    }
    names = {"SEC": "security", "CON": "confidentiality", "TRA": "training"}
    names |= {"ROL": "recruitment", "GOV": "governance"}
    for domain in case.questionnaire.domains:
        once = yearly = span(0)
        for asked in domain.scored(case.sheet.form):
            if asked in case.applicable and (case.sheet.answer(asked.id).level or 0) < 3:
                once, yearly = once + asked.to_3.once, yearly + asked.to_3.yearly
        line = found.pop(names[domain.id], None)
        day = span(100, 200, 400)
        assert (line.once if line else span(0)) == once * day
        assert (line.yearly if line else span(0)) == yearly * day
        assert line is None or (line.item, line.question) == ("setup", None)
    assert found == {}


@pytest.mark.parametrize(
    ("level", "lines"), [(0, 1), (1, 1), (2, 1), (3, 0), (4, 0), (None, 1), ("absent", 0)]
)
def test_an_item_is_bought_while_its_question_is_below_level_3(
    level: int | str | None, lines: int
) -> None:
    answer = ABSENT if level == "absent" else rated(level) if isinstance(level, int) else UNKNOWN
    found = cost(ONE, catalogue(item("SEC-01")), sheet({"SEC-01": answer}))
    assert len(found.lines) == lines


def test_ends_are_multiplied_end_by_end() -> None:
    posts = costs_of(item("SEC-01", per=Per.POST, when=When.YEARLY))
    assert posts.yearly == span(30, 80, 150)
    assert posts.once == span(0)
    day = cost(
        questionnaire(Domain("SEC", 1, (question("SEC-01", to_3=Effort(span(1, 2, 3), span(0))),))),
        catalogue(),
        sheet(),
    )
    assert only_line(day).once == span(100, 400, 1200)


@given(st.integers(1, 100_000), st.sampled_from(Size))
def test_the_headcount_given_is_the_one_used(headcount: int, size: Size) -> None:
    organisation = replace(sheet().organisation, headcount=headcount, size=size)
    line = costs_of(item("SEC-01", per=Per.PERSON), organisation=organisation)
    assert line.once == span(100, 200, 300) * span(headcount)


@pytest.mark.parametrize(
    ("size", "people"), [(Size.MICRO, (10, 20, 30)), (Size.LARGE, (40, 50, 60))]
)
def test_without_a_headcount_the_band_is_used(size: Size, people: tuple[int, int, int]) -> None:
    organisation = replace(sheet().organisation, size=size)
    line = costs_of(item("SEC-01", per=Per.PERSON), organisation=organisation)
    assert line.once == span(100, 200, 300) * span(*people)


def test_publishers_come_from_the_profile_else_from_the_band() -> None:
    keys = item("SEC-01", per=Per.PUBLISHER, times=2)
    assert costs_of(keys, profile={"publishers": 7}).once == span(1400, 2800, 4200)
    assert costs_of(keys).once == span(2 * 3 * 100, 2 * 4 * 200, 2 * 5 * 300)


def test_nobody_who_publishes_needs_no_line() -> None:
    keys = item("SEC-01", per=Per.PUBLISHER)
    assert cost(ONE, catalogue(keys), replace(sheet(), profile={"publishers": 0})).lines == ()


@pytest.mark.parametrize(("country", "low"), [("FR", 2), ("DE", 3), ("IT", 1)])
def test_the_price_is_that_of_the_country_else_of_any(country: str, low: int) -> None:
    prices = (price("DE", 3, 3, 3), price("", 1, 1, 1), price("FR", 2, 2, 2))
    organisation = replace(sheet().organisation, country=country)
    assert costs_of(item("SEC-01", prices=prices), organisation=organisation).once.low == low


def test_without_a_price_for_any_country_the_first_stands_in() -> None:
    prices = (price("DE", 3, 3, 3), price("AT", 2, 2, 2))
    assert costs_of(item("SEC-01", prices=prices)).once == span(3)


def test_dollars_are_converted_at_the_rate_or_at_the_own_rate() -> None:
    dollars = item("SEC-01", currency="USD")
    assert costs_of(dollars).once == span(50, 100, 150)
    own = {"usd": Price(Fraction(1), Fraction(2), Fraction(3))}
    assert costs_of(dollars, prices=own).once == span(100, 400, 900)


def test_an_own_price_takes_the_place_of_the_catalogue_s_and_is_not_converted() -> None:
    own = {"item_of_SEC-01": Price(Fraction(7), Fraction(8), Fraction(9))}
    line = costs_of(item("SEC-01", currency="USD", times=2), prices=own)
    assert line.once == span(14, 16, 18)
    assert line.own_price
    assert not costs_of(item("SEC-01")).own_price


@given(cases(), st.integers(0, 2_000))
def test_an_own_day_rate_prices_every_internal_day(case: Case, rate: int) -> None:
    amount = Fraction(rate)
    priced = replace(case.sheet, prices={"day": Price(amount, amount, amount)})
    before = cost(case.questionnaire, catalogue(), case.sheet)
    after = cost(case.questionnaire, catalogue(), priced)
    assert after.own_day
    assert after.once.low * 100 == before.once.low * rate
    assert after.yearly.typical * 200 == before.yearly.typical * rate


@given(cases(), st.data())
def test_one_own_price_changes_one_line(case: Case, data: st.DataObject) -> None:
    prices = data.draw(catalogues(case))
    before = cost(case.questionnaire, prices, case.sheet)
    assume(any(line.question for line in before.lines))
    line = data.draw(st.sampled_from([line for line in before.lines if line.question]))
    own = {line.item: Price(Fraction(1), Fraction(1), Fraction(1))}
    after = cost(case.questionnaire, prices, replace(case.sheet, prices=own))
    assert [one for one in after.lines if one.item != line.item] == [
        one for one in before.lines if one.item != line.item
    ]
    (changed,) = [one for one in after.lines if one.item == line.item]
    assert changed.once + changed.yearly == line.quantity
