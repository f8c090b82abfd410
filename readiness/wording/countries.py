"""The countries of ISO 3166-1, by their two letters."""

from collections.abc import Mapping
from unicodedata import combining, normalize

from babel import Locale

# CLDR also names regions that ISO 3166-1 does not assign to a country.
_NOT_ISO = frozenset(
    ["AC", "CP", "CQ", "DG", "EA", "EU", "EZ", "IC", "QO", "TA", "UN", "XA", "XB", "XK", "ZZ"]
)


def _codes() -> frozenset[str]:
    named = [str(code) for code in Locale.parse("en").territories]
    letters = {code for code in named if len(code) == 2 and code.isalpha()}  # noqa: PLR2004 - alpha-2
    return frozenset(letters - _NOT_ISO)


COUNTRIES = _codes()


def countries_by_name(locale: Locale) -> Mapping[str, str]:
    """Every country's code and name in a language, sorted by name as its readers would."""
    named = {code: str(locale.territories.get(code, code)) for code in COUNTRIES}
    return dict(sorted(named.items(), key=lambda pair: _without_accents(pair[1])))


def _without_accents(name: str) -> str:
    return "".join(c for c in normalize("NFD", name) if not combining(c)).casefold()
