"""Everything one answer sheet leads to: what page, report and data file all print."""

from dataclasses import dataclass

from readiness.core import adoption
from readiness.core.answers import AnswerSheet
from readiness.core.benchmarks import (
    Benchmarks,
    Position,
    Practices,
    SurveyPosition,
    positions,
    practices,
    survey_box,
)
from readiness.core.costs import Catalogue, Costs, cost
from readiness.core.questionnaire import Questionnaire
from readiness.core.recommendations import Recommendation, recommend
from readiness.core.scoring import Score, score


@dataclass(frozen=True, slots=True)
class Adoption:
    """Real use and interest, and the quadrant they make with readiness."""

    uses: bool | None
    interested: bool | None
    quadrant: adoption.Quadrant | None
    survey: tuple[SurveyPosition, ...]


@dataclass(frozen=True, slots=True)
class Result:
    """What scoring makes of an answer sheet."""

    questionnaire: Questionnaire
    sheet: AnswerSheet
    score: Score
    adoption: Adoption
    positions: tuple[Position, ...]
    practices: Practices
    recommendations: tuple[Recommendation, ...]
    costs: Costs


def assess(
    questionnaire: Questionnaire, catalogue: Catalogue, benchmarks: Benchmarks, sheet: AnswerSheet
) -> Result:
    """Score a sheet and set benchmarks, advice and costs beside the score."""
    scored = score(questionnaire, sheet)
    using = adoption.uses(questionnaire, sheet)
    found = positions(questionnaire, benchmarks, sheet)
    return Result(
        questionnaire=questionnaire,
        sheet=sheet,
        score=scored,
        adoption=Adoption(
            uses=using,
            interested=adoption.interested(sheet),
            quadrant=adoption.quadrant(scored, using=using),
            survey=survey_box(benchmarks, sheet),
        ),
        positions=found,
        practices=practices(found),
        recommendations=recommend(questionnaire, sheet, scored),
        costs=cost(questionnaire, catalogue, sheet),
    )
