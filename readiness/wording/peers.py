"""Charts of published figures: the box of the 2010 survey and the benchmarks."""

from collections.abc import Sequence

from readiness.core.benchmarks import Position, SurveyPosition, Verdict
from readiness.core.charts import share_bar, share_dot
from readiness.core.result import Result
from readiness.wording import findings
from readiness.wording.charts import Chart, Row, Table, score_axis
from readiness.wording.narrator import Narrator

VERDICT_ORDER = (
    Verdict.BEHIND,
    Verdict.CANNOT_BE_TOLD,
    Verdict.WITH_MAJORITY_NOT,
    Verdict.WITH_MAJORITY,
    Verdict.AHEAD,
    Verdict.FIND_OUT,
)


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
        axis=score_axis(),
        table=_survey_table(narrator, positions),
    )


def _survey_row(narrator: Narrator, position: SurveyPosition) -> Row:
    lang, entry = narrator.language, position.entry
    name = narrator.benchmarks.survey[entry.id]
    value = lang.share(entry.figure.value)
    yours = narrator.answered(position.yours)
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
            narrator.answered(position.yours),
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


def by_verdict(positions: Sequence[Position]) -> list[Position]:
    """Positions grouped by verdict, the largest share first inside a group."""
    return sorted(positions, key=lambda p: (VERDICT_ORDER.index(p.verdict), -p.figure.value))


def benchmarks_chart(narrator: Narrator, result: Result) -> Chart:
    """Every indicator as a dot, in the order of :func:`by_verdict`."""
    lang = narrator.language
    order = by_verdict(result.positions)
    behind = sum(1 for p in order if p.verdict is Verdict.BEHIND)
    ahead = sum(1 for p in order if p.verdict is Verdict.AHEAD)
    return Chart(
        id="benchmarks",
        title=lang.text(
            "Ahead of most on %(ahead)s, behind the majority on %(behind)s",
            ahead=ahead,
            behind=behind,
        ),
        subtitle=lang.text(
            "Share of organisations, %%. The thick line is the side on which you stand."
        ),
        legend=(),
        rows=tuple(_benchmark_row(narrator, position) for position in order),
        axis=score_axis(),
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
