"""The time, as something that is handed over: tests stop it."""

from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Protocol

from typing_extensions import override


class Clock(Protocol):
    """Tells the time in UTC."""

    def now(self) -> datetime:
        """This moment, aware, in UTC."""
        ...

    def today(self) -> date:
        """The date of this moment in UTC."""
        ...


class SystemClock(Clock):
    """The clock of the machine."""

    @override
    def now(self) -> datetime:
        return datetime.now(UTC)  # noqa: TID251 - this is the clock that the others take

    @override
    def today(self) -> date:
        return self.now().date()


@dataclass(slots=True)
class StoppedClock(Clock):
    """A clock that stands still until it is set."""

    moment: datetime

    @override
    def now(self) -> datetime:
        return self.moment

    @override
    def today(self) -> date:
        return self.moment.date()
