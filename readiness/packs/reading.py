"""Reading pack files strictly: every fault is kept with its file and key, none is guessed away."""

import tomllib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction
from importlib.resources.abc import Traversable
from typing import Any, TypeAlias, TypeVar

from readiness.core.errors import ReadinessError
from readiness.core.questionnaire import NOTHING, Span

E = TypeVar("E", bound=StrEnum)
Value: TypeAlias = Any  # what TOML may hold; every read checks it
Kinds: TypeAlias = Any  # what isinstance() takes


@dataclass(frozen=True, slots=True)
class Fault:
    """Something wrong in a pack: which file, which key, what, and what is expected."""

    file: str
    key: str
    problem: str

    @property
    def line(self) -> str:
        """The fault as one printable line."""
        place = f"{self.file}:{self.key}" if self.key else self.file
        return f"{place}: {self.problem}"


class PackError(ReadinessError):
    """A pack that cannot be used, with every fault that was found."""

    def __init__(self, faults: list[Fault]) -> None:
        super().__init__("\n".join(fault.line for fault in faults))
        self.faults = tuple(faults)


class Table:
    """A table of a pack file whose every read is checked and whose unread keys are faults."""

    def __init__(self, data: Mapping[str, Any], file: str, key: str, faults: list[Fault]) -> None:
        """Wrap ``data``; faults are added to ``faults`` under ``file`` and ``key``."""
        self.data, self.file, self.key, self._faults = data, file, key, faults
        self._read: set[str] = set()

    def fault(self, key: str, problem: str) -> None:
        """Record a fault under a key of this table."""
        self._faults.append(Fault(self.file, self._path(key), problem))

    def __iter__(self) -> Iterator[str]:
        """The table's keys in file order."""
        return iter(self.data)

    def has(self, key: str) -> bool:
        """Whether the key is there; it counts as read."""
        self._read.add(key)
        return key in self.data

    def text(self, key: str, *, empty: bool = False) -> str:
        """A text that says something, unless ``empty`` is allowed."""
        value = self._get(key, str, "a text")
        if isinstance(value, str) and not value.strip() and not empty:
            self.fault(key, "is empty; expected a text")
        return value or ""

    def optional_text(self, key: str) -> str:
        """A text, or nothing where the key is absent."""
        return self.text(key) if self.has(key) else ""

    def address(self, key: str, *, empty: bool = False) -> str:
        """A web address, or nothing where ``empty`` is allowed."""
        value = self.text(key, empty=empty)
        if value and not value.startswith(("https://", "http://")):
            self.fault(key, f"is {value!r}; expected a web address, http:// or https://")
        return value

    def texts(self, key: str, *, at_least: int = 1) -> tuple[str, ...]:
        """A list of texts, none of them empty."""
        value = self._get(key, list, "a list of texts")
        if value is None:
            return ()
        if len(value) < at_least or not all(isinstance(v, str) and v.strip() for v in value):
            self.fault(key, f"expected a list of at least {at_least} texts, none of them empty")
        return tuple(str(item) for item in value)

    def names(self, key: str) -> tuple[str, ...]:
        """A list of identifiers, possibly empty."""
        return self.texts(key, at_least=0)

    def integer(self, key: str, *, low: int = 0, high: int | None = None) -> int:
        """A whole number between ``low`` and ``high``."""
        value = self._get(key, int, "a whole number")
        if isinstance(value, bool) or value is None:
            return low
        number = int(value)
        if number < low or (high is not None and number > high):
            self.fault(key, f"is {number}; expected {low} to {high if high is not None else '…'}")
        return number

    def flag(self, key: str, *, default: bool) -> bool:
        """True or false; ``default`` where the key is absent."""
        return bool(self._get(key, bool, "true or false")) if self.has(key) else default

    def choice(self, key: str, choices: type[E]) -> E:
        """One of an enumeration's values."""
        value = self._get(key, str, "a text")
        if value in set(choices):
            return choices(value)
        if value is not None:
            self.fault(key, f"is {value!r}; expected one of {', '.join(choices)}")
        return next(iter(choices))

    def amount(self, key: str) -> Fraction:
        """A number that is not negative."""
        value = self._get(key, (int, Fraction), "a number")
        number = Fraction(value) if value is not None else Fraction(0)
        if number < 0:
            self.fault(key, "is negative; expected a number from 0")
        return number

    def span(self, key: str) -> Span:
        """Three numbers low <= typical <= high."""
        value = self._get(key, list, "[low, typical, high]")
        if value is None:
            return NOTHING
        numbers = [Fraction(v) for v in value if isinstance(v, int | Fraction)]
        if len(numbers) != 3 or sorted(numbers) != numbers or numbers[0] < 0:  # noqa: PLR2004 - low, typical, high
            self.fault(key, f"is {value}; expected three numbers, low <= typical <= high")
            return NOTHING
        return Span(*numbers)

    def table(self, key: str) -> "Table":
        """A table inside this one; an empty one, with a fault, if it is not there."""
        value = self._get(key, Mapping, "a table")
        # What a missing table lacks is no news: its reads go to a list nobody looks at.
        faults = [] if value is None else self._faults
        return Table(value or {}, self.file, self._path(key), faults)

    def tables(self, key: str) -> tuple["Table", ...]:
        """A list of tables inside this one, at least one."""
        value = self._get(key, list, "a list of tables")
        if value is None:
            return ()
        if not value or not all(isinstance(item, Mapping) for item in value):
            self.fault(key, "expected a list of at least one table")
        return tuple(
            Table(item, self.file, f"{self._path(key)}[{index}]", self._faults)
            for index, item in enumerate(value)
            if isinstance(item, Mapping)
        )

    def labels(self, convert: Callable[[str], str]) -> dict[str, str]:
        """Every key of this table with its text."""
        return {key: convert(self.text(key)) for key in self}

    def done(self) -> None:
        """Every key that was never read is a fault: most often a misspelling."""
        for key in self.data:
            if key not in self._read:
                self.fault(key, "is not a key of this table; remove it or correct its name")

    def _path(self, key: str) -> str:
        return f"{self.key}.{key}" if self.key else key

    def _get(self, key: str, kind: Kinds, expected: str) -> Value:
        self._read.add(key)
        if key not in self.data:
            self.fault(key, f"is missing; expected {expected}")
            return None
        value = self.data[key]
        if not isinstance(value, kind) or (isinstance(value, bool) and kind is not bool):
            self.fault(key, f"is {value!r}; expected {expected}")
            return None
        return value


class PackFolder:
    """The files of a pack, and the faults found in them so far."""

    def __init__(self, folder: Traversable) -> None:
        """Read from ``folder``, which need not be on a disk."""
        self.folder = folder
        self.faults: list[Fault] = []

    def table(self, name: str) -> Table:
        """The table of a TOML file; numbers with a point are read exactly."""
        try:
            data = tomllib.loads(self.text(name), parse_float=Fraction)
        except FileNotFoundError:
            self.fault(name, "", "is missing; expected a TOML file")
        except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
            self.fault(name, "", f"cannot be read: {error}; expected TOML in UTF-8")
        else:
            return Table(data, name, "", self.faults)
        # What a missing file lacks is no news: its reads go to a list nobody looks at.
        return Table({}, name, "", [])

    def text(self, name: str) -> str:
        """The text of a file; ``FileNotFoundError`` or ``UnicodeDecodeError`` if there is none."""
        file = self.folder
        for part in name.split("/"):
            file = file / part
        return file.read_text(encoding="utf-8")

    def fault(self, file: str, key: str, problem: str) -> None:
        """Record a fault."""
        self.faults.append(Fault(file, key, problem))

    def raise_faults(self) -> None:
        """Raise a ``PackError`` with every fault, if there is any."""
        if self.faults:
            raise PackError(self.faults)
