"""Which published figures are old, seen from the date of an assessment."""

from typing import Final

from readiness.core.result import Result

OLD_AFTER_YEARS: Final = 5


def is_old(result: Result, year: int) -> bool:
    """Whether a figure of ``year`` is more than five years older than the assessment."""
    return result.sheet.date.year - year > OLD_AFTER_YEARS
