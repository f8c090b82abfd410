"""The statuses of an assessment and the changes between them that make sense."""

from enum import StrEnum

from readiness.core.errors import ReadinessError


class Status(StrEnum):
    """Where an assessment stands: being filled in, or handed over with a date."""

    DRAFT = "draft"
    SUBMITTED = "submitted"


_ALLOWED = {(Status.DRAFT, Status.SUBMITTED), (Status.SUBMITTED, Status.DRAFT)}


class StatusChangeError(ReadinessError):
    """A change of status that makes no sense, such as submitting twice."""

    def __init__(self, old: Status, new: Status) -> None:
        super().__init__(f"{old.value} -> {new.value}")
        self.old = old
        self.new = new


def changed(old: Status, new: Status) -> Status:
    """``new``, if an assessment may go there from ``old``.

    Raises:
        StatusChangeError: it may not.
    """
    if (old, new) not in _ALLOWED:
        raise StatusChangeError(old, new)
    return new
