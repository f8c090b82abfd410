"""The gap of the 2010 survey between interest and real use, drawn."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from readiness.core import charts
from readiness.core.benchmarks import Figure, Margin, SurveyEntry, margin_of
from readiness.core.charts import Across, Bar, Dot, Mark, Upright, Words
from readiness.core.result import Adoption
from readiness.wording import findings
from readiness.wording.narrator import Narrator

INTEREST: Final = "interest"
USE: Final = "use"

# Heights of the drawing, from top to bottom: words, bracket, bar, margins, axis.
_WORDS, _BRACKET, _BAR, _BAR_HEIGHT, _MARGIN, _AXIS, _ALL = 15, 22, 32, 22, 63, 88, 92


@dataclass(frozen=True, slots=True)
class Share:
    """A share of the survey as it is printed."""

    value: str
    margin: str


@dataclass(frozen=True, slots=True)
class Gap:
    """Interest, real use, what lies between them, and where the figures come from."""

    use: Share
    interest: Share
    points: str
    source: str
    title: str
    text: str
    figure: charts.Drawing


def gap(narrator: Narrator, survey: Sequence[SurveyEntry], yours: Adoption | None = None) -> Gap:
    """The survey's gap between interest and use, with the side that ``yours`` stands on."""
    lang = narrator.language
    figures = {entry.id: entry.figure for entry in survey}
    interest, use = figures[INTEREST], figures[USE]
    points = lang.number(interest.value - use.value)
    shares = {
        "use": lang.share(use.value),
        "interest": lang.share(interest.value),
        "points": points,
    }
    margins = _share(narrator, use), _share(narrator, interest)
    return Gap(
        use=margins[0],
        interest=margins[1],
        points=points,
        source=_source(narrator, use),
        title=lang.text(
            "Real use %(use)s, interest %(interest)s, %(points)s points in between", **shares
        ),
        text=lang.text(
            "A bar of all who were asked: %(use)s really use social networks, %(interest)s find "
            "them interesting. 95%% margins: %(use_margin)s and %(interest_margin)s.",
            use_margin=margins[0].margin,
            interest_margin=margins[1].margin,
            **shares,
        ),
        figure=gap_bar(narrator, use, interest, yours),
    )


def _share(narrator: Narrator, figure: Figure) -> Share:
    margin = findings.margin(narrator, margin_of(figure))
    return Share(narrator.language.share(figure.value), margin)


def _source(narrator: Narrator, figure: Figure) -> str:
    lang = narrator.language
    if figure.sample_n is None:
        return lang.text(
            "%(source)s. Grade %(grade)s: the wording is disputed.",
            source=narrator.benchmarks.packs[figure.pack],
            grade=figure.grade,
        )
    return lang.text(
        "%(source)s; about %(sample)s people asked. Grade %(grade)s: the wording is disputed.",
        source=narrator.benchmarks.packs[figure.pack],
        sample=lang.number(figure.sample_n),
        grade=figure.grade,
    )


def gap_bar(
    narrator: Narrator, use: Figure, interest: Figure, yours: Adoption | None
) -> charts.Drawing:
    """The bar: use solid, the gap hatched under a bracket, margins below, an axis in percent."""
    start, end = float(use.value), float(interest.value)
    marks: list[Mark] = [
        Bar("track", 0, 100, _BAR, _BAR_HEIGHT),
        Bar("known", 0, start, _BAR, _BAR_HEIGHT),
        Bar("unknown", start, end - start, _BAR, _BAR_HEIGHT),
        Upright("bracket", start, _BRACKET, _BRACKET + 7),
        Upright("bracket", end, _BRACKET, _BRACKET + 7),
        Across("bracket", start, end, _BRACKET),
    ]
    for figure in (use, interest):
        marks += _whiskers(margin_of(figure))
    marks += _labels(narrator, start, end, yours)
    ticks = {0.0: "start", start: "middle", end: "middle", 100.0: "end"}
    number = narrator.language.number
    marks += [Words("tick", x, _AXIS, number(round(x)), anchor) for x, anchor in ticks.items()]
    return charts.Drawing(_ALL, tuple(marks))


def _whiskers(margin: Margin | None) -> list[Mark]:
    if margin is None:
        return []
    low, high = round(float(margin.low), 2), round(float(margin.high), 2)
    ends = [Upright("end", x, _MARGIN - 4, _MARGIN + 4) for x in (low, high)]
    return [Across("margin", low, high, _MARGIN), *ends]


def _labels(narrator: Narrator, start: float, end: float, yours: Adoption | None) -> list[Mark]:
    """What lies between, and a dot where the organisation stands, if that is known.

    Two labels never stand on each other, however narrow the page: inside the gap one says both.
    """
    text, points = narrator.language.text, narrator.language.number(round(end - start))
    between = text("%(points)s points in between", points=points)
    middle = (start + end) / 2
    if yours is None or yours.uses is None or yours.interested is None:
        return [Words("strong", middle, _WORDS, between)]
    if not yours.uses and yours.interested:
        inside = text("You, and %(points)s points", points=points)
        return [_you(middle), Words("strong", middle, _WORDS, inside)]
    at = start / 2 if yours.uses else (end + 100) / 2
    return [
        _you(at),
        Words("strong", at, _WORDS, text("You")),
        Words("strong", start, _WORDS, between, "start"),
    ]


def _you(at: float) -> Dot:
    return Dot("you", at, _BAR + _BAR_HEIGHT / 2, 5)
