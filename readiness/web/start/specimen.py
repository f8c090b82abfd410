"""A fictitious company, answered once and scored by the same rules as everybody."""

from collections.abc import Mapping
from datetime import date
from functools import cache
from typing import Final

from readiness.core.answers import (
    UNKNOWN,
    Answer,
    AnswerSheet,
    Organisation,
    Size,
    not_applicable,
    rated,
)
from readiness.core.questionnaire import Form
from readiness.core.result import Result
from readiness.services import assessing

# One sign a question, in the order of the pack: a level, ? not known, - not applicable.
_ANSWERS: Final[Mapping[str, str]] = {
    "SEC": "42333?2?333233",
    "CON": "333?433133433?",
    "TRA": "312202?233?2",
    "ROL": "233?2133?--3",
    "GOV": "333332?23203",
}
_COMPANY: Final = Organisation("Example", "FR", "J", Size.MEDIUM, 180)
_DATE: Final = date(2026, 11, 23)


@cache
def specimen() -> Result:
    """The result of the fictitious company."""
    questionnaire = assessing.pack().questionnaire
    answers = {
        question.id: _answer(sign)
        for domain in questionnaire.domains
        for question, sign in zip(domain.questions, _ANSWERS[domain.id], strict=True)
    }
    return assessing.assess(AnswerSheet(questionnaire.id, Form.FULL, _DATE, _COMPANY, {}, answers))


def _answer(sign: str) -> Answer:
    if sign == "?":
        return UNKNOWN
    return not_applicable("-") if sign == "-" else rated(int(sign))
