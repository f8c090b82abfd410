"""Readiness against real use: the two axes and their four quadrants."""

from enum import StrEnum

from readiness.core.answers import AnswerSheet
from readiness.core.questionnaire import Questionnaire
from readiness.core.scoring import READY_FROM, Score

INTEREST = "finds_social_media_useful"


class Quadrant(StrEnum):
    """Where an organisation stands on the two axes."""

    NOT_STARTED = "not_started"
    ROOM_TO_GROW = "room_to_grow"
    EXPOSED = "exposed"
    STEERED = "steered"


def uses(questionnaire: Questionnaire, sheet: AnswerSheet) -> bool | None:
    """Whether social networks are really used; None where the use question is unknown."""
    level = sheet.answer(questionnaire.use_question).level
    return None if level is None else level >= questionnaire.using_from_level


def interested(sheet: AnswerSheet) -> bool | None:
    """The survey's *interest*, asked in the profile; None where it was left open."""
    value = sheet.profile.get(INTEREST)
    return value if isinstance(value, bool) else None


def quadrant(score: Score, *, using: bool | None) -> Quadrant | None:
    """The quadrant of scoring.md, "Two axes"; None without a score or a known use."""
    if using is None or score.capped is None:
        return None
    ready = score.capped.low >= READY_FROM
    if ready:
        return Quadrant.STEERED if using else Quadrant.ROOM_TO_GROW
    return Quadrant.EXPOSED if using else Quadrant.NOT_STARTED
