"""The box of the 2010 survey: its shares beside yours, its doubts one click away."""

from collections.abc import Sequence
from dataclasses import dataclass

from readiness.core.benchmarks import Benchmarks, Figure
from readiness.core.result import Result
from readiness.web.results.gap import Gap, gap
from readiness.wording import findings
from readiness.wording import peers as wording
from readiness.wording.charts import Chart
from readiness.wording.narrator import Narrator


@dataclass(frozen=True, slots=True)
class Source:
    """Where figures were read."""

    title: str
    url: str


@dataclass(frozen=True, slots=True)
class SurveyView:
    """The section on the survey of 2010."""

    gap: Gap
    you: str
    standing: str
    chart: Chart
    doubts_title: str
    doubts: tuple[str, ...]
    sources: tuple[Source, ...]
    officials: tuple[Source, ...]


def survey(narrator: Narrator, result: Result, benchmarks: Benchmarks) -> SurveyView:
    """The survey's shares, your side of each, the newest official figures and the doubts."""
    positions = result.adoption.survey
    doubts = tuple(narrator.benchmarks.doubts[doubt] for doubt in benchmarks.survey_doubts)
    officials = [p.official.figure for p in positions if p.official is not None]
    return SurveyView(
        gap=gap(narrator, benchmarks.survey, result.adoption),
        you=findings.survey_title(narrator, result),
        standing=_standing(narrator, result),
        chart=wording.survey_chart(narrator, result),
        doubts_title=narrator.language.plural(
            "%(num)s doubt about the wording of this survey",
            "%(num)s doubts about the wording of this survey",
            len(doubts),
        ),
        doubts=doubts,
        sources=_sources([position.entry.figure for position in positions]),
        officials=_sources(officials),
    )


def _standing(narrator: Narrator, result: Result) -> str:
    """Your interest and use in words; what is not known is said."""
    text = narrator.language.text
    interest = {
        True: text("You find social networks interesting for the organisation."),
        False: text("You do not find social networks interesting for the organisation."),
        None: text("Whether you find social networks interesting was not answered."),
    }[result.adoption.interested]
    return f"{interest} {findings.quadrant_sentence(narrator, result)}"


def _sources(figures: Sequence[Figure]) -> tuple[Source, ...]:
    unique = {figure.source_url: figure.source_title for figure in figures}
    return tuple(Source(title, url) for url, title in unique.items())
