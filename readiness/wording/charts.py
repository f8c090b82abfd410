"""The charts of a result with their words and their data: page and report draw the same ones."""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import pairwise

from readiness.core.charts import Drawing, fall_bar, score_scale, score_strip
from readiness.core.result import Result
from readiness.core.scoring import LEVEL_STARTS, DomainScore, GateState, Level, Range, Score
from readiness.wording import findings
from readiness.wording.narrator import Narrator


@dataclass(frozen=True, slots=True)
class Row:
    """One line of a chart: its name, its strip, the value printed beside it.

    ``message`` is the reading in a sentence, for who cannot see the strip; ``group`` names the
    part of the chart the row belongs to.
    """

    name: str
    meta: str
    figure: Drawing
    value: str
    value_meta: str
    message: str
    note: str = ""
    group: str = ""
    level: int | None = None


@dataclass(frozen=True, slots=True)
class Table:
    """A chart's data: heads, rows of texts, and which columns are numbers."""

    caption: str
    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    numeric: frozenset[int]


@dataclass(frozen=True, slots=True)
class Chart:
    """A chart: the finding, what is measured, legend (role and words), rows, axis, data."""

    id: str
    title: str
    subtitle: str
    legend: tuple[tuple[str, str], ...]
    rows: tuple[Row, ...]
    axis: tuple[str, ...]
    table: Table | None
    source: str = ""


def _legend(narrator: Narrator, *roles: str) -> tuple[tuple[str, str], ...]:
    text = narrator.language.text
    words = {
        "known": text("You can show"),
        "unknown": text("You do not know"),
        "held": text("Held back by a cap"),
        "cap": text("Cap"),
        "target": text("Target: level 3 everywhere, 75"),
    }
    return tuple((role, words[role]) for role in roles)


def score_axis() -> tuple[str, ...]:
    """The ticks of every axis of points or percent."""
    return ("0", "25", "50", "75", "100")


def overall_caps(score: Score) -> list[Fraction]:
    """The caps that bite the overall score, lowest first, each once."""
    return sorted({gate.overall_cap for gate in score.gates if gate.overall_cap is not None})


def scale(
    narrator: Narrator, score: Score | DomainScore, caps: Sequence[Fraction]
) -> Drawing | None:
    """A score with its caps on the scale of the five levels; None where it is not assessed."""
    lang = narrator.language
    if score.capped is None or score.uncapped is None:
        return None
    return score_scale(
        score.capped,
        score.uncapped,
        caps=[(cap, lang.text("cap %(cap)s", cap=lang.number(cap))) for cap in caps],
        names=[narrator.level(level) for level in Level],
        current=None if score.level is None else list(Level).index(score.level),
    )


def overall_chart(narrator: Narrator, result: Result) -> Chart | None:
    """The overall range on the scale of the five levels; None where nothing was assessed."""
    lang, score = narrator.language, result.score
    caps = overall_caps(score)
    figure = scale(narrator, score, caps)
    if score.capped is None or figure is None:
        return None
    row = Row(
        name=lang.text("Overall"),
        meta="",
        figure=figure,
        value=lang.points_range(score.capped),
        value_meta=findings.verdict(narrator, result),
        message=" ".join(findings.range_sentences(narrator, result)),
    )
    roles = ["known", "unknown", *(["held", "cap"] if caps else [])]
    return Chart(
        id="overall",
        title=lang.text(
            "Overall range %(range)s: %(level)s", range=row.value, level=row.value_meta
        ),
        subtitle=lang.text("Points of 100, low to high"),
        legend=_legend(narrator, *roles),
        rows=(row,),
        axis=(),
        table=None,
    )


def domains_chart(narrator: Narrator, result: Result) -> Chart:
    """The assessed domains as bars, weakest first, with caps and target."""
    lang, score = narrator.language, result.score
    order = sorted(
        (d for d in score.domains if d.capped is not None),
        key=lambda d: d.capped.low if d.capped else Fraction(0),
    )
    capped = any(domain.capped != domain.uncapped for domain in order)
    roles = ["known", "unknown", *(["held", "cap"] if capped else []), "target"]
    return Chart(
        id="domains",
        title=findings.domains_title(narrator, result),
        subtitle=lang.text("Points of 100 in each domain, weakest first"),
        legend=_legend(narrator, *roles),
        rows=tuple(_domain_row(narrator, result, domain) for domain in order),
        axis=score_axis(),
        table=_domain_table(narrator, result),
    )


def _domain_row(narrator: Narrator, result: Result, domain: DomainScore) -> Row:
    lang = narrator.language
    if domain.capped is None or domain.uncapped is None or domain.level is None:
        raise ValueError(domain.id)
    gates = [g for g in result.score.gates if g.domain == domain.id and g.domain_cap is not None]
    caps = sorted({gate.domain_cap for gate in gates if gate.domain_cap is not None})
    value = lang.points_range(domain.capped)
    meta = [lang.text("%(share)s of the score", share=lang.percent(domain.weight))]
    if domain.partly_assessed:
        meta.append(lang.text("partly assessed"))
    note = _caps_note(narrator, gates, domain.uncapped) if gates else ""
    message = lang.text(
        "%(name)s: %(range)s of 100 points. %(note)s",
        name=narrator.domain(domain.id),
        range=value,
        note=note,
    )
    return Row(
        name=narrator.domain(domain.id),
        meta=" · ".join(meta),
        figure=score_strip(domain.capped, domain.uncapped, caps=caps),
        value=value,
        value_meta=narrator.level(domain.level),
        message=message.strip(),
        note=note,
        level=list(Level).index(domain.level),
    )


def _caps_note(narrator: Narrator, gates: Sequence[GateState], uncapped: Range) -> str:
    """Which gates cap a domain at what, and what it would be without them."""
    lang = narrator.language
    by_cap: dict[Fraction, list[str]] = {}
    for gate in gates:
        by_cap.setdefault(gate.domain_cap or Fraction(0), []).append(gate.question)
    caps = [
        lang.text("at %(cap)s by %(gates)s", cap=lang.number(cap), gates=lang.listed(names))
        for cap, names in sorted(by_cap.items())
    ]
    return lang.plural(
        "Capped %(caps)s; %(free)s without the cap",
        "Capped %(caps)s; %(free)s without the caps",
        len(caps),
        caps=", ".join(caps),
        free=lang.points_range(uncapped),
    )


def _domain_table(narrator: Narrator, result: Result) -> Table:
    lang = narrator.language
    text = lang.text
    rows = []
    for domain in result.score.domains:
        name, weight = narrator.domain(domain.id), lang.percent(domain.weight)
        if domain.capped is None or domain.uncapped is None or domain.level is None:
            rows.append((name, weight, *("–",) * 5, text("not assessed")))
            continue
        rows.append(
            (
                name,
                weight,
                lang.number(domain.capped.low, 1),
                lang.number(domain.capped.high, 1),
                lang.number(domain.uncapped.low, 1),
                lang.number(domain.uncapped.high, 1),
                lang.percent(domain.knowledge or 0),
                narrator.level(domain.level),
            )
        )
    head = (
        text("Domain"),
        text("Weight"),
        text("Low"),
        text("High"),
        text("Low, uncapped"),
        text("High, uncapped"),
        text("Known"),
        text("Level"),
    )
    return Table(text("Scores by domain"), head, tuple(rows), frozenset(range(1, 7)))


def fall_chart(narrator: Narrator, result: Result) -> Chart | None:
    """How the domains add up to the uncapped low score; None where nothing was assessed."""
    lang, score = narrator.language, result.score
    if score.uncapped is None:
        return None
    points = {c.question: c.points for c in score.contributions}
    rows, start = [], Fraction(0)
    for domain in result.questionnaire.domains:
        gained = sum((points.get(q.id, Fraction(0)) for q in domain.questions), Fraction(0))
        value = lang.gain(gained)
        name = narrator.domain(domain.id)
        rows.append(Row(name, "", fall_bar(start, gained), value, "", lang.labelled(name, value)))
        start += gained
    return Chart(
        id="sum",
        title=lang.text(
            "The domains add up to %(points)s, before any cap",
            points=lang.number(score.uncapped.low, 1),
        ),
        subtitle=lang.text("Points of the overall low score"),
        legend=(),
        rows=tuple(rows),
        axis=score_axis(),
        table=None,
    )


def level_ranges(narrator: Narrator) -> tuple[tuple[str, str], ...]:
    """Each level's name and the points it spans: "partial", "25 to under 50"."""
    lang = narrator.language
    starts = [start for _, start in LEVEL_STARTS]
    spans = [
        lang.text("%(start)s to under %(end)s", start=lang.number(start), end=lang.number(end))
        for start, end in pairwise(starts)
    ]
    last = lang.text("%(start)s to 100", start=lang.number(starts[-1]))
    return tuple(zip((narrator.level(level) for level in Level), (*spans, last), strict=True))
