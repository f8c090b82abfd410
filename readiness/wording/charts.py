"""The charts of a result with their words and their data: page and report draw the same ones."""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from readiness.core.benchmarks import Position, SurveyPosition, Verdict
from readiness.core.charts import (
    Figure,
    axis_top,
    cost_range,
    fall_bar,
    score_scale,
    score_strip,
    share_bar,
    share_dot,
)
from readiness.core.costs import SETUP, UPKEEP, CostLine, When
from readiness.core.questionnaire import Span
from readiness.core.result import Result
from readiness.core.scoring import LEVEL_STARTS, DomainScore, Level
from readiness.wording import findings
from readiness.wording.narrator import Narrator

VERDICT_ORDER = (
    Verdict.BEHIND,
    Verdict.CANNOT_BE_TOLD,
    Verdict.WITH_MAJORITY_NOT,
    Verdict.WITH_MAJORITY,
    Verdict.AHEAD,
    Verdict.FIND_OUT,
)


@dataclass(frozen=True, slots=True)
class Row:
    """One line of a chart: its name, its strip, the value printed beside it.

    ``message`` is the reading in a sentence, for who cannot see the strip; ``group`` names the
    part of the chart the row belongs to.
    """

    name: str
    meta: str
    figure: Figure
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


def _score_axis() -> tuple[str, ...]:
    return ("0", "25", "50", "75", "100")


def overall_chart(narrator: Narrator, result: Result) -> Chart | None:
    """The overall range on the scale of the five levels; None where nothing was assessed."""
    lang, score = narrator.language, result.score
    if score.capped is None or score.uncapped is None:
        return None
    caps = sorted({g.overall_cap for g in score.gates if g.overall_cap is not None})
    labels = [(cap, lang.text("cap %(cap)s", cap=lang.number(cap))) for cap in caps]
    names = [narrator.level(level) for level in Level]
    current = None if score.level is None else list(Level).index(score.level)
    row = Row(
        name=lang.text("Overall"),
        meta="",
        figure=score_scale(
            score.capped, score.uncapped, caps=labels, names=names, current=current
        ),
        value=lang.points_range(score.capped),
        value_meta=findings.verdict(narrator, result),
        message=" ".join(findings.range_sentences(narrator, result)),
        level=current,
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
        axis=_score_axis(),
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
    note = ""
    if caps:
        note = lang.text(
            "Capped at %(cap)s by %(gates)s; %(free)s without the cap",
            cap=lang.number(caps[0]),
            gates=lang.listed([gate.question for gate in gates]),
            free=lang.points_range(domain.uncapped),
        )
    message = lang.text(
        "%(name)s: %(range)s of 100 points. %(note)s",
        name=narrator.domain(domain.id),
        range=value,
        note=note,
    )
    return Row(
        name=narrator.domain(domain.id),
        meta="; ".join(meta),
        figure=score_strip(domain.capped, domain.uncapped, caps=caps),
        value=value,
        value_meta=narrator.level(domain.level),
        message=message.strip(),
        note=note,
        level=list(Level).index(domain.level),
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


def survey_chart(narrator: Narrator, result: Result) -> Chart:
    """The box of the 2010 survey: each share as a bar with its margin, and your answer."""
    lang = narrator.language
    positions = result.adoption.survey
    return Chart(
        id="survey",
        title=findings.survey_title(narrator, result),
        subtitle=lang.text("Share of European IT decision makers, survey published in 2011"),
        legend=(),
        rows=tuple(_survey_row(narrator, position) for position in positions),
        axis=_score_axis(),
        table=_survey_table(narrator, positions),
    )


def _survey_row(narrator: Narrator, position: SurveyPosition) -> Row:
    lang, entry = narrator.language, position.entry
    name = narrator.benchmarks.survey[entry.id]
    value = lang.share(entry.figure.value)
    yours = narrator.yours(position.yours)
    note = "" if position.official is None else official_sentence(narrator, position.official)
    return Row(
        name=name,
        meta=narrator.benchmarks.survey_remarks[entry.id],
        figure=share_bar(entry.figure.value, position.margin),
        value=value,
        value_meta=yours,
        message=lang.text(
            "%(name)s: %(share)s, 95%% margin %(margin)s. %(yours)s.",
            name=name,
            share=value,
            margin=findings.margin(narrator, position.margin),
            yours=yours,
        ),
        note=note,
    )


def official_sentence(narrator: Narrator, official: Position) -> str:
    """The newest official figure beside an old survey's, in a sentence."""
    lang = narrator.language
    return lang.text(
        "Official since: %(share)s of enterprises %(does)s (%(cell)s, %(year)s, grade %(grade)s).",
        share=lang.share(official.figure.value),
        does=narrator.benchmarks.does[official.indicator.id],
        cell=narrator.cell(official.cell),
        year=official.figure.year,
        grade=official.figure.grade,
    )


def _survey_table(narrator: Narrator, positions: Sequence[SurveyPosition]) -> Table:
    lang, text = narrator.language, narrator.language.text
    rows = tuple(
        (
            narrator.benchmarks.survey[position.entry.id],
            lang.short_number(position.entry.figure.value),
            findings.margin(narrator, position.margin),
            "–" if not position.entry.figure.sample_n else str(position.entry.figure.sample_n),
            str(position.entry.figure.year),
            position.entry.figure.grade,
            narrator.yours(position.yours),
        )
        for position in positions
    )
    head = (
        text("Survey of 2010"),
        text("Share, %%"),
        text("Margin"),
        text("n"),
        text("Year"),
        text("Grade"),
        text("Your answer"),
    )
    return Table(text("The survey of 2010"), head, rows, frozenset({1, 2, 3, 4}))


def benchmarks_chart(narrator: Narrator, result: Result) -> Chart:
    """Every indicator as a dot, grouped by verdict, largest share first inside a group."""
    lang = narrator.language
    order = sorted(
        result.positions,
        key=lambda p: (VERDICT_ORDER.index(p.verdict), -p.figure.value),
    )
    behind = sum(1 for p in order if p.verdict is Verdict.BEHIND)
    ahead = sum(1 for p in order if p.verdict is Verdict.AHEAD)
    return Chart(
        id="benchmarks",
        title=lang.text(
            "Ahead of most on %(ahead)s practices, behind the majority on %(behind)s",
            ahead=ahead,
            behind=behind,
        ),
        subtitle=lang.text(
            "Share of organisations, %%. The thick line is the side on which you stand."
        ),
        legend=(),
        rows=tuple(_benchmark_row(narrator, position) for position in order),
        axis=("0", "25", "50", "75", "100"),
        table=_benchmark_table(narrator, order),
        source=findings.practices_sentence(narrator, result),
    )


def _benchmark_row(narrator: Narrator, position: Position) -> Row:
    lang, figure = narrator.language, position.figure
    name = narrator.benchmarks.names[position.indicator.id]
    return Row(
        name=name,
        meta=lang.text(
            "%(source)s; %(cell)s; grade %(grade)s, %(closeness)s",
            source=narrator.source(figure),
            cell=narrator.cell(position.cell),
            grade=figure.grade,
            closeness=narrator.closeness(position.indicator.closeness),
        ),
        figure=share_dot(figure.value, position.margin, yours=position.yours),
        value=lang.percent(figure.value),
        value_meta=narrator.yours(position.yours),
        message=lang.text(
            "%(name)s: %(share)s. %(yours)s: %(verdict)s. Margin %(margin)s.",
            name=name,
            share=lang.share(figure.value),
            yours=narrator.yours(position.yours),
            verdict=narrator.verdict(position.verdict),
            margin=findings.margin(narrator, position.margin),
        ),
        note=narrator.verdict(position.verdict),
        group=position.verdict.value,
    )


def _benchmark_table(narrator: Narrator, positions: Sequence[Position]) -> Table:
    lang, text = narrator.language, narrator.language.text
    rows = tuple(
        (
            narrator.benchmarks.names[position.indicator.id],
            lang.short_number(position.figure.value),
            findings.margin(narrator, position.margin),
            narrator.cell(position.cell),
            text("step %(step)s of 13", step=position.cell.step),
            str(position.figure.year),
            position.figure.grade,
            narrator.closeness(position.indicator.closeness),
            "–" if not position.figure.sample_n else lang.number(position.figure.sample_n),
            position.indicator.rule.question or text("profile"),
            f"{narrator.yours(position.yours)}, {narrator.verdict(position.verdict)}",
            position.figure.source_title,
        )
        for position in positions
    )
    head = (
        text("Indicator"),
        text("Share, %%"),
        text("Margin"),
        text("Cell used"),
        text("Distance"),
        text("Year"),
        text("Grade"),
        text("Closeness"),
        text("n"),
        text("Question"),
        text("Verdict"),
        text("Source"),
    )
    return Table(text("Benchmarks used"), head, rows, frozenset({1, 5, 8}))


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
        rows=tuple(_cost_row(narrator, entry, most) for entry in entries),
        axis=("0", lang.number(most)),
        table=None,
    )


def _cost_row(narrator: Narrator, entry: CostEntry, most: Fraction) -> Row:
    lang, price = narrator.language, entry.line.price
    value = lang.number(entry.amount.typical)
    return Row(
        name=entry.name,
        meta=lang.text("%(year)s, grade %(grade)s", year=price.year, grade=price.grade),
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


def when(narrator: Narrator, moment: When) -> str:
    """Whether an amount is paid once or every year, in words."""
    text = narrator.language.text
    return text("once") if moment is When.ONCE else text("a year")


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
        rows.append(Row(name, "", fall_bar(start, gained), value, "", f"{name}: {value}"))
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
        axis=_score_axis(),
        table=None,
    )


def level_ranges(narrator: Narrator) -> tuple[tuple[str, str], ...]:
    """Each level's name and the points it spans: "partial", "25 to under 50"."""
    lang = narrator.language
    starts = [start for _, start in LEVEL_STARTS]
    spans = [
        lang.text("%(start)s to under %(end)s", start=lang.number(start), end=lang.number(end))
        for start, end in zip(starts, starts[1:], strict=False)
    ]
    last = lang.text("%(start)s to 100", start=lang.number(starts[-1]))
    return tuple(zip((narrator.level(level) for level in Level), (*spans, last), strict=True))
