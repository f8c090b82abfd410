"""Two people changed the same form: both values of each field are shown, one is chosen."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

THEIRS, YOURS = "theirs", "yours"
_KEEP = "keep-"


@dataclass(frozen=True, slots=True)
class Difference:
    """A field whose stored value is not the entered one, both in words."""

    name: str
    label: str
    theirs: str
    yours: str

    @property
    def field(self) -> str:
        """The name of the field in which one of the two is chosen."""
        return _KEEP + self.name


def differences(
    theirs: Mapping[str, object],
    yours: Mapping[str, object],
    labels: Mapping[str, str],
    in_words: Callable[[str, object], str],
) -> list[Difference]:
    """Where two sets of values differ, in the order of ``labels``."""
    return [
        Difference(name, label, in_words(name, theirs.get(name)), in_words(name, yours.get(name)))
        for name, label in labels.items()
        if theirs.get(name) != yours.get(name)
    ]


def chosen(
    theirs: Mapping[str, object], yours: Mapping[str, object], sent: Mapping[str, str]
) -> dict[str, Any]:
    """``yours``, except where *theirs* was chosen."""
    kept = {key.removeprefix(_KEEP): value for key, value in sent.items() if key.startswith(_KEEP)}
    taken = {name: theirs.get(name) for name, choice in kept.items() if choice == THEIRS}
    return {**yours, **taken}


def undecided(found: list[Difference], sent: Mapping[str, str]) -> list[Difference]:
    """The differences for which nothing was chosen."""
    return [difference for difference in found if sent.get(difference.field) not in {THEIRS, YOURS}]
