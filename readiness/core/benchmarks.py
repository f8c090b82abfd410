"""Published figures beside an answer: which one, how sure, and what it says."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal, localcontext
from enum import StrEnum
from fractions import Fraction

from readiness.core.answers import AnswerSheet, Organisation, ProfileValue
from readiness.core.questionnaire import Questionnaire

Z_95 = Fraction("1.959963984540054")
"""The 97.5 % point of the standard normal distribution, to 15 decimals."""
MAJORITY = Fraction(50)
EU27, EU28 = "EU27_2020", "EU28"


class Closeness(StrEnum):
    """How near a benchmark's wording is to ours."""

    SAME = "same"
    CLOSE = "close"
    PROXY = "proxy"


class Verdict(StrEnum):
    """What a yes or no means against the share of others."""

    AHEAD = "ahead_of_most"
    WITH_MAJORITY = "with_the_majority"
    WITH_MAJORITY_NOT = "with_the_majority_who_do_not"
    BEHIND = "behind_the_majority"
    CANNOT_BE_TOLD = "cannot_be_told"
    FIND_OUT = "find_out"


@dataclass(frozen=True, slots=True)
class Figure:
    """One published value with its provenance; ``value`` is in percent unless the unit says."""

    pack: str
    indicator: str
    unit: str
    year: int
    country: str
    sector: str
    size_class: str
    value: Fraction
    sample_n: int | None
    population: str
    source: str
    source_title: str
    source_url: str
    note: str
    grade: str


@dataclass(frozen=True, slots=True)
class AnswerRule:
    """Which answer of ours a benchmark is compared with, and from where on it is a yes."""

    question: str | None = None
    from_level: int | None = None
    profile: str | None = None
    contains: str | None = None


@dataclass(frozen=True, slots=True)
class Indicator:
    """A series of comparable figures and the answer of ours it stands beside."""

    id: str
    figure: str
    unit: str
    packs: tuple[str, ...]
    topic: str
    closeness: Closeness
    rule: AnswerRule


@dataclass(frozen=True, slots=True)
class SurveyEntry:
    """One line of the 2010 survey's box; ``country`` limits it to organisations there."""

    id: str
    figure: Figure
    rule: AnswerRule
    country: str
    official: str
    doubts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Coverage:
    """Which organisations a published class stands for; ``everyone`` counts as no class."""

    members: frozenset[str]
    everyone: bool = False


@dataclass(frozen=True, slots=True)
class Benchmarks:
    """All benchmark packs, ready to choose from."""

    figures: tuple[Figure, ...]
    indicators: tuple[Indicator, ...]
    survey: tuple[SurveyEntry, ...]
    survey_doubts: tuple[str, ...]
    sizes: Mapping[str, Coverage]
    sectors: Mapping[str, Coverage]
    doubts: Mapping[str, tuple[str, ...]]

    def indicator(self, indicator_id: str) -> Indicator:
        """The indicator with this id; ``KeyError`` if there is none."""
        return {indicator.id: indicator for indicator in self.indicators}[indicator_id]


@dataclass(frozen=True, slots=True)
class Cell:
    """The cell a figure was taken from; ``step`` counts from 1, the organisation's own."""

    country: str
    sector: str
    size_class: str
    step: int


@dataclass(frozen=True, slots=True)
class Margin:
    """A 95 % interval in percent."""

    low: Fraction
    high: Fraction

    @property
    def spans_majority(self) -> bool:
        return self.low <= MAJORITY <= self.high


@dataclass(frozen=True, slots=True)
class Position:
    """An answer of ours beside the figure that was chosen for the organisation."""

    indicator: Indicator
    figure: Figure
    cell: Cell
    yours: bool | None
    margin: Margin | None
    verdict: Verdict


@dataclass(frozen=True, slots=True)
class SurveyPosition:
    """One line of the survey box, with the newest official figure for the same thing."""

    entry: SurveyEntry
    yours: bool | None
    margin: Margin | None
    official: Position | None


@dataclass(frozen=True, slots=True)
class Practices:
    """How many well-published practices the organisation follows, beside the average peer."""

    yours: int
    peers: Fraction
    of: int


def choose(
    benchmarks: Benchmarks, indicator: Indicator, organisation: Organisation
) -> tuple[Figure, Cell] | None:
    """The figure to compare with: the nearest non-empty cell, better grade, then newer.

    The order of cells is that of scoring.md, "Which figure". None if no cell has a figure.
    """
    return next(_best_of_each_cell(benchmarks, indicator, organisation), None)


def newest(
    benchmarks: Benchmarks, indicator: Indicator, organisation: Organisation
) -> tuple[Figure, Cell] | None:
    """The newest figure among the best of each cell; the nearest cell breaks a tie."""
    found = list(_best_of_each_cell(benchmarks, indicator, organisation))
    return max(found, key=lambda pair: (pair[0].year, -pair[1].step)) if found else None


def _best_of_each_cell(
    benchmarks: Benchmarks, indicator: Indicator, organisation: Organisation
) -> Iterator[tuple[Figure, Cell]]:
    candidates = [f for f in benchmarks.figures if _belongs(f, indicator)]
    for step, (country, by_sector, by_size) in enumerate(_cells(organisation.country), start=1):
        found = [
            f
            for f in candidates
            if f.country == country
            and _matches(benchmarks.sectors, f.sector, organisation.sector, wanted=by_sector)
            and _matches(benchmarks.sizes, f.size_class, organisation.size, wanted=by_size)
        ]
        if found:
            best = min(found, key=lambda f: (f.grade, -f.year, _preference(indicator, f)))
            yield best, Cell(best.country, best.sector, best.size_class, step)


def _preference(indicator: Indicator, figure: Figure) -> int:
    """The order of packs that breaks a tie of cell, grade and year; scoring.md leaves it open."""
    return indicator.packs.index(figure.pack) if indicator.packs else 0


def _belongs(figure: Figure, indicator: Indicator) -> bool:
    return (
        figure.indicator == indicator.figure
        and figure.unit == indicator.unit
        and (not indicator.packs or figure.pack in indicator.packs)
    )


def _cells(country: str) -> Iterator[tuple[str, bool, bool]]:
    """Country, and whether a sector and a size of the organisation's own are wanted."""
    for area in (country, EU27, EU28):
        yield area, True, True
        yield area, True, False
        yield area, False, True
        yield area, False, False
    yield "", False, False


def _matches(classes: Mapping[str, Coverage], code: str, own: str, *, wanted: bool) -> bool:
    if code == "":
        return not wanted
    coverage = classes[code]
    if coverage.everyone:
        return not wanted
    return wanted and own in coverage.members


def wilson(share: Fraction, n: int) -> Margin:
    """Wilson's 95 % interval of a share in percent from ``n`` answers.

    E. B. Wilson, "Probable Inference, the Law of Succession, and Statistical Inference",
    JASA 22 (1927) 209-212.
    """
    p, z2 = share / 100, Z_95 * Z_95
    centre, spread = p + z2 / (2 * n), p * (1 - p) / n + z2 / (4 * n * n)
    half, scale = Z_95 * _root(spread), 1 + z2 / n
    low, high = (centre - half) / scale, (centre + half) / scale
    return Margin(max(low, Fraction(0)) * 100, min(high, Fraction(1)) * 100)


def _root(value: Fraction) -> Fraction:
    with localcontext() as context:
        context.prec = 40
        return Fraction((Decimal(value.numerator) / Decimal(value.denominator)).sqrt())


def margin_of(figure: Figure) -> Margin | None:
    """The margin of a share, or None where the sample size was not published."""
    is_share = figure.unit.startswith("PC_")
    return wilson(figure.value, figure.sample_n) if figure.sample_n and is_share else None


def verdict(yours: bool | None, share: Fraction, margin: Margin | None) -> Verdict:  # noqa: FBT001 - the answer itself
    """The verdict of scoring.md on a yes or no against ``share`` percent of others."""
    if yours is None:
        return Verdict.FIND_OUT
    if margin is not None and margin.spans_majority:
        return Verdict.CANNOT_BE_TOLD
    if yours:
        return Verdict.AHEAD if share < MAJORITY else Verdict.WITH_MAJORITY
    return Verdict.WITH_MAJORITY_NOT if share < MAJORITY else Verdict.BEHIND


def does(rule: AnswerRule, sheet: AnswerSheet) -> bool | None:
    """Whether the organisation does what a benchmark counts; None where it is not known."""
    if rule.question is not None:
        level = sheet.answer(rule.question).level
        return None if level is None else level >= (rule.from_level or 0)
    return _profile_says(rule, sheet.profile.get(rule.profile or ""))


def _profile_says(rule: AnswerRule, value: ProfileValue | None) -> bool | None:
    if isinstance(value, bool):
        return value
    if isinstance(value, tuple):
        return bool(value) if rule.contains is None else rule.contains in value
    return None


def positions(
    questionnaire: Questionnaire, benchmarks: Benchmarks, sheet: AnswerSheet
) -> tuple[Position, ...]:
    """Every indicator that has a figure and whose question takes part in the form."""
    asked = {question.id for question in questionnaire.asked(sheet.form)}
    found = []
    for indicator in benchmarks.indicators:
        if indicator.rule.question is not None and indicator.rule.question not in asked:
            continue
        chosen = choose(benchmarks, indicator, sheet.organisation)
        if chosen is not None:
            found.append(_position(indicator, chosen, sheet))
    return tuple(found)


def _position(indicator: Indicator, chosen: tuple[Figure, Cell], sheet: AnswerSheet) -> Position:
    figure, cell = chosen
    yours, margin = does(indicator.rule, sheet), margin_of(figure)
    return Position(indicator, figure, cell, yours, margin, verdict(yours, figure.value, margin))


def practices(found: Sequence[Position]) -> Practices:
    """The practice count of scoring.md: same or close wording, grade A or B, answered."""
    counted = [
        p
        for p in found
        if p.yours is not None
        and p.indicator.closeness is not Closeness.PROXY
        and p.figure.grade in {"A", "B"}
    ]
    peers = sum((p.figure.value / 100 for p in counted), Fraction(0))
    return Practices(sum(1 for p in counted if p.yours), peers, len(counted))


def survey_box(benchmarks: Benchmarks, sheet: AnswerSheet) -> tuple[SurveyPosition, ...]:
    """The 2010 survey's lines for this organisation, remarks on its own country included."""
    return tuple(
        SurveyPosition(
            entry=entry,
            yours=does(entry.rule, sheet),
            margin=margin_of(entry.figure),
            official=_official(benchmarks, entry, sheet),
        )
        for entry in benchmarks.survey
        if entry.country in {"", sheet.organisation.country}
    )


def _official(benchmarks: Benchmarks, entry: SurveyEntry, sheet: AnswerSheet) -> Position | None:
    if not entry.official:
        return None
    indicator = benchmarks.indicator(entry.official)
    chosen = newest(benchmarks, indicator, sheet.organisation)
    return None if chosen is None else _position(indicator, chosen, sheet)
