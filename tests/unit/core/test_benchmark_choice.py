"""Which published figure stands beside an answer, and how many practices are counted."""

from collections.abc import Mapping
from dataclasses import replace
from fractions import Fraction
from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from readiness.core.answers import UNKNOWN, Organisation, Size, rated
from readiness.core.benchmarks import (
    AnswerRule,
    Benchmarks,
    Cell,
    Closeness,
    Coverage,
    Figure,
    Indicator,
    Position,
    Verdict,
    choose,
    does,
    newest,
    practices,
)
from tests.unit.core.strategies import ABSENT, sheet

EVERYONE = Coverage(frozenset(), everyone=True)
SIZES = {
    "": EVERYONE,
    "GE10": EVERYONE,
    "50-249": Coverage(frozenset({"50-249"})),
    "LE500": Coverage(frozenset({"1-9", "10-49", "50-249"})),
    "GE250": Coverage(frozenset({"250-999", "1000+"})),
    "corporations": Coverage(frozenset()),
}
SECTORS = {
    "": EVERYONE,
    "J": Coverage(frozenset("J")),
    "J+S": Coverage(frozenset("JS")),
    "C": Coverage(frozenset("C")),
    "public": Coverage(frozenset()),
}
COUNTRIES = ("FR", "DE", "EU27_2020", "EU28", "")
INDICATOR = Indicator(
    id="thing",
    figure="does_the_thing",
    unit="PC_ENT",
    packs=("first", "second"),
    topic="SEC",
    closeness=Closeness.SAME,
    rule=AnswerRule(question="SEC-01", from_level=2),
)
PLAIN = Figure(
    pack="first",
    indicator="does_the_thing",
    unit="PC_ENT",
    year=2020,
    country="FR",
    sector="",
    size_class="",
    value=Fraction(40),
    sample_n=None,
    population="enterprises",
    source="somewhere",
    source_title="Some survey",
    source_url="",
    note="",
    grade="A",
)
OURS = Organisation("Example SA", "FR", "J", Size.MEDIUM)


def packs_of(figures: list[Figure]) -> Benchmarks:
    return Benchmarks(
        figures=tuple(figures),
        indicators=(INDICATOR,),
        survey=(),
        survey_doubts=(),
        sizes=SIZES,
        sectors=SECTORS,
        doubts={},
    )


# The thirteen cells: own country, EU27, EU28 with sector and size of one's own or of all, then
# what has no country at all.
CELLS = [
    (place, own_sector, own_size)
    for place in ("own", "EU27_2020", "EU28")
    for own_sector, own_size in product((True, False), repeat=2)
] + [("", False, False)]


def stands_for(classes: Mapping[str, Coverage], code: str, own: str) -> bool | None:
    """True: a class of one's own; False: everyone; None: others."""
    coverage = classes[code]
    return True if own in coverage.members else False if coverage.everyone else None


def step_of(figure: Figure, organisation: Organisation) -> int | None:
    """The number of the cell a figure lies in, seen from the organisation."""
    sector = stands_for(SECTORS, figure.sector, organisation.sector)
    size = stands_for(SIZES, figure.size_class, organisation.size.value)
    place = "own" if figure.country == organisation.country else figure.country
    cell = (place, sector, size)
    return CELLS.index(cell) + 1 if cell in CELLS else None


def by_hand(figures: list[Figure], organisation: Organisation) -> tuple[Figure, int] | None:
    """Look at every figure and keep the best by the page: cell, grade, year, order of packs."""
    candidates = [
        ((step, figure.grade, -figure.year, INDICATOR.packs.index(figure.pack), place), figure)
        for place, figure in enumerate(figures)
        if figure.indicator == INDICATOR.figure
        and figure.unit == INDICATOR.unit
        and figure.pack in INDICATOR.packs
        and (step := step_of(figure, organisation)) is not None
    ]
    if not candidates:
        return None
    key, figure = min(candidates, key=lambda candidate: candidate[0])
    return figure, key[0]


def made(index: int) -> Figure:
    """One of some ten thousand figures, by its number."""
    index, unit = divmod(index, 8)
    index, name = divmod(index, 8)
    index, grade = divmod(index, 3)
    index, year = divmod(index, 2)
    index, pack = divmod(index, 3)
    index, country = divmod(index, len(COUNTRIES))
    index, sector = divmod(index, len(SECTORS))
    return replace(
        PLAIN,
        unit="PC_RESP" if unit == 7 else "PC_ENT",
        indicator="other" if name == 7 else PLAIN.indicator,
        grade="ABD"[grade],
        year=2020 + year,
        pack=("first", "second", "third")[pack],
        country=COUNTRIES[country],
        sector=list(SECTORS)[sector],
        size_class=list(SIZES)[index % len(SIZES)],
    )


FIGURES = st.lists(st.integers(0, 8 * 8 * 3 * 2 * 3 * 5 * 5 * 6 - 1).map(made), max_size=12)
PLACES = st.builds(
    Organisation,
    st.just("Example SA"),
    st.sampled_from(["FR", "DE", "BR"]),
    st.sampled_from("JCA"),
    st.sampled_from(Size),
)


@settings(max_examples=200)
@given(FIGURES, PLACES)
def test_the_figure_chosen_is_the_best_there_is(
    figures: list[Figure], organisation: Organisation
) -> None:
    chosen = choose(packs_of(figures), INDICATOR, organisation)
    expected = by_hand(figures, organisation)
    if expected is None:
        assert chosen is None
    else:
        figure, step = expected
        cell = Cell(figure.country, figure.sector, figure.size_class, step)
        assert chosen == (figure, cell)


NEAREST = [
    ("FR", "J", "50-249"),
    ("FR", "J", "GE10"),
    ("FR", "", "LE500"),
    ("FR", "", ""),
    ("EU27_2020", "J+S", "50-249"),
    ("EU27_2020", "J", ""),
    ("EU27_2020", "", "50-249"),
    ("EU27_2020", "", "GE10"),
    ("EU28", "J", "LE500"),
    ("EU28", "J", ""),
    ("EU28", "", "50-249"),
    ("EU28", "", ""),
    ("", "", "GE10"),
]


@pytest.mark.parametrize("step", range(1, 14))
def test_cells_are_looked_into_from_the_nearest_on(step: int) -> None:
    """The nearest cell is taken though every cell further away holds a better, newer figure."""
    figures = [
        replace(
            PLAIN,
            country=country,
            sector=sector,
            size_class=size,
            grade="A" if number > step else "D",
            year=2000 + number,
        )
        for number, (country, sector, size) in enumerate(NEAREST, 1)
        if number >= step
    ]
    chosen = choose(packs_of(list(reversed(figures))), INDICATOR, OURS)
    assert chosen == (figures[0], Cell(*NEAREST[step - 1], step))


@pytest.mark.parametrize(
    "elsewhere",
    [
        {"country": "DE"},
        {"sector": "C"},
        {"sector": "public"},
        {"size_class": "GE250"},
        {"size_class": "corporations"},
        {"country": "", "sector": "J"},
        {"country": "", "size_class": "50-249"},
        {"unit": "PC_RESP"},
        {"indicator": "other"},
        {"pack": "third"},
    ],
)
def test_a_figure_about_others_is_never_taken(elsewhere: dict[str, str]) -> None:
    foreign = replace(PLAIN, **elsewhere)  # type: ignore[arg-type]  # the fields named are texts
    assert choose(packs_of([foreign]), INDICATOR, OURS) is None


def test_inside_a_cell_a_better_grade_then_a_newer_year_then_the_order_of_packs() -> None:
    old = replace(PLAIN, year=2010)
    newer = replace(PLAIN, year=2024)
    doubtful = replace(PLAIN, year=2025, grade="B")
    second = replace(newer, pack="second", value=Fraction(41))
    for figures in ([old, newer, doubtful, second], [second, doubtful, newer, old]):
        chosen = choose(packs_of(figures), INDICATOR, OURS)
        assert chosen is not None
        assert chosen[0] == newer


@given(FIGURES, PLACES)
def test_the_newest_figure_is_the_newest_of_the_best_of_each_cell(
    figures: list[Figure], organisation: Organisation
) -> None:
    best = {}
    for figure in figures:
        step = step_of(figure, organisation)
        chosen = step and by_hand(
            [f for f in figures if step_of(f, organisation) == step], organisation
        )
        if chosen:
            best[chosen[1]] = chosen[0]
    found = newest(packs_of(figures), INDICATOR, organisation)
    if not best:
        assert found is None
    else:
        assert found is not None
        year = max(figure.year for figure in best.values())
        nearest = min(step for step, figure in best.items() if figure.year == year)
        assert (found[0], found[1].step) == (best[nearest], nearest)


@pytest.mark.parametrize(
    ("level", "expected"),
    [(0, False), (1, False), (2, True), (4, True), ("unknown", None), ("absent", None)],
)
def test_from_a_level_on_it_is_done(level: int | str, expected: bool | None) -> None:  # noqa: FBT001 - expected
    answer = ABSENT if level == "absent" else rated(level) if isinstance(level, int) else UNKNOWN
    assert does(INDICATOR.rule, sheet({"SEC-01": answer})) is expected
    assert does(INDICATOR.rule, sheet()) is None


@pytest.mark.parametrize(
    ("rule", "value", "expected"),
    [
        (AnswerRule(profile="networks", contains="x"), ("xing", "x"), True),
        (AnswerRule(profile="networks", contains="x"), ("xing",), False),
        (AnswerRule(profile="networks", contains="x"), (), False),
        (AnswerRule(profile="networks"), ("xing",), True),
        (AnswerRule(profile="networks"), (), False),
        (AnswerRule(profile="blocks"), True, True),
        (AnswerRule(profile="blocks"), False, False),
    ],
)
def test_the_profile_says_whether_it_is_done(
    rule: AnswerRule,
    value: tuple[str, ...] | bool,  # noqa: FBT001 - the answer itself
    expected: bool,  # noqa: FBT001 - what is expected
) -> None:
    key = rule.profile or ""
    assert does(rule, replace(sheet(), profile={key: value})) is expected
    assert does(rule, sheet()) is None


def position(
    *,
    yours: bool | None,
    closeness: Closeness = Closeness.SAME,
    grade: str = "A",
    value: str = "40",
) -> Position:
    return Position(
        indicator=replace(INDICATOR, closeness=closeness),
        figure=replace(PLAIN, grade=grade, value=Fraction(value)),
        cell=Cell("FR", "", "", 4),
        yours=yours,
        margin=None,
        verdict=Verdict.FIND_OUT,
    )


def test_practices_are_counted_where_wording_and_source_are_good_and_an_answer_is_there() -> None:
    found = practices(
        [
            position(yours=True, value="60.9"),
            position(yours=False, closeness=Closeness.CLOSE, grade="B", value="8"),
            position(yours=True, closeness=Closeness.CLOSE, value="0.25"),
            position(yours=None, value="99"),
            position(yours=True, closeness=Closeness.PROXY, value="99"),
            position(yours=True, grade="C", value="99"),
            position(yours=False, grade="D", value="99"),
        ]
    )
    assert (found.yours, found.of) == (2, 3)
    assert found.peers == Fraction("0.6915")


def test_without_an_answer_there_is_no_practice_to_count() -> None:
    found = practices([position(yours=None)])
    assert (found.yours, found.of) == (0, 0)
    assert found.peers == 0


POSITIONS = st.lists(
    st.builds(
        position,
        yours=st.sampled_from([True, False, None]),
        closeness=st.sampled_from(Closeness),
        grade=st.sampled_from("ABCD"),
        value=st.sampled_from(["0", "12.5", "50", "100"]),
    ),
    max_size=8,
)


@given(POSITIONS)
def test_neither_side_does_more_practices_than_there_are(found: list[Position]) -> None:
    counted = practices(found)
    assert 0 <= counted.yours <= counted.of <= len(found)
    assert 0 <= counted.peers <= counted.of
