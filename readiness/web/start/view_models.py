"""The start page: the gap of the survey, and what one gets, shown on a fictitious company."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from readiness.core.benchmarks import Position
from readiness.core.charts import Drawing, score_strip, share_dot
from readiness.core.questionnaire import Form
from readiness.core.result import Result
from readiness.services import assessing
from readiness.web.results.actions import money
from readiness.web.results.gap import USE, Gap, gap
from readiness.web.results.survey import Source
from readiness.web.start.specimen import specimen
from readiness.wording import charts, findings
from readiness.wording.narrator import Narrator

_SHOWN_INDICATOR = "multi_factor_authentication"


@dataclass(frozen=True, slots=True)
class Specimen:
    """What a result shows of the fictitious company."""

    score: Drawing
    score_words: str
    share: Drawing
    share_words: str
    share_about: str
    action: str
    action_words: str


@dataclass(frozen=True, slots=True)
class StartPage:
    """Everything the start page prints that is not a plain sentence."""

    gap: Gap
    source: Source
    doubts: tuple[str, ...]
    specimen: Specimen
    figures: str
    lengths: Mapping[str, str]


@cache
def start_page(language_code: str) -> StartPage:
    """The start page in one language; the same for everybody, so it is made once."""
    narrator, benchmarks = assessing.narrator(language_code), assessing.benchmarks()
    use = next(entry.figure for entry in benchmarks.survey if entry.id == USE)
    return StartPage(
        gap=gap(narrator, benchmarks.survey),
        source=Source(use.source_title, use.source_url),
        doubts=tuple(narrator.benchmarks.doubts[doubt] for doubt in benchmarks.survey_doubts),
        specimen=_specimen(narrator, specimen()),
        figures=narrator.language.number(len(benchmarks.figures)),
        lengths=_lengths(narrator),
    )


def _specimen(narrator: Narrator, result: Result) -> Specimen:
    lang, score, position = narrator.language, result.score, _position(result)
    if score.capped is None or score.uncapped is None:
        raise ValueError("the fictitious company has a score")
    first = findings.first_actions(result, 1)[0].recommendation
    cost = money(narrator, result, result.costs.of_staff_time(first.effort))
    return Specimen(
        score=score_strip(score.capped, score.uncapped, caps=charts.overall_caps(score)),
        score_words=lang.text(
            "%(verdict)s, %(points)s of 100",
            verdict=findings.verdict(narrator, result),
            points=lang.points_range(score.capped),
        ),
        share=share_dot(position.figure.value, position.margin, yours=position.yours),
        share_words=lang.text(
            "%(share)s of enterprises %(does)s.",
            share=lang.percent(position.figure.value),
            does=narrator.benchmarks.does[position.indicator.id],
        ),
        share_about=lang.text(
            "%(area)s, %(year)s, grade %(grade)s. %(yours)s.",
            area=narrator.area(position.cell.country),
            year=position.figure.year,
            grade=position.figure.grade,
            yours=narrator.yours(position.yours),
        ),
        action=narrator.question(first.question).action,
        action_words=lang.text(
            "%(days)s, %(cost)s",
            days=findings.days(narrator, first),
            cost=cost.typical,
        ),
    )


def _position(result: Result) -> Position:
    found = result.positions
    return next((p for p in found if p.indicator.id == _SHOWN_INDICATOR), found[0])


def _lengths(narrator: Narrator) -> Mapping[str, str]:
    """The two forms with their numbers of questions, shortest first."""
    lang, asked = narrator.language, narrator.questionnaire.asked
    return {
        Form.CORE.value: lang.text(
            "Short form: %(count)s questions, about 25 minutes",
            count=lang.number(len(asked(Form.CORE))),
        ),
        Form.FULL.value: lang.text(
            "Full form: %(count)s questions, about an hour",
            count=lang.number(len(asked(Form.FULL))),
        ),
    }
