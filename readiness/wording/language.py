"""One language: its messages, numbers, dates and amounts.

Babel reads the ``.po`` catalogues themselves, so there is no compiled file that could be stale.
"""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from fractions import Fraction
from functools import cache
from gettext import GNUTranslations, NullTranslations
from importlib.resources import files
from io import BytesIO

from babel import Locale
from babel.dates import format_date
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from babel.numbers import format_currency, format_decimal

from readiness.core.numbers import decimals_for_points, round_half_up
from readiness.core.questionnaire import Span
from readiness.core.scoring import Range
from readiness.wording.typography import NARROW, WIDE, typeset

SOURCE_LANGUAGE = "en"
LANGUAGES: Mapping[str, str] = {"en": "English", "fr": "Français"}
_REGIONS = {"en": "en_GB", "fr": "fr_FR"}
DASH = "–"


class Language:
    """A language to write in; get one from :func:`language`, which keeps them."""

    def __init__(self, code: str) -> None:
        """Load the catalogue of ``code``; ``KeyError`` if we do not write that language."""
        self.code = code
        self.name = LANGUAGES[code]
        self.locale = Locale.parse(_REGIONS[code])
        self._catalogue = _catalogue(code)

    def text(self, message: str, **values: object) -> str:
        """The translation of an English message with its named values filled in."""
        found = self.gettext(message)
        return found % values if values else found.replace("%%", "%")

    def plural(self, one: str, many: str, number: int, **values: object) -> str:
        """The translation in the form that ``number`` asks for; ``%(num)s`` is the number."""
        return self.ngettext(one, many, number) % {"num": number, **values}

    def gettext(self, message: str) -> str:
        """The translation of a message, values not filled in; the message itself if none."""
        return typeset(self._catalogue.gettext(message), self.code)

    def ngettext(self, one: str, many: str, number: int) -> str:
        """The translation for a number, values not filled in."""
        return typeset(self._catalogue.ngettext(one, many, number), self.code)

    def number(self, value: Fraction | int, decimals: int = 0) -> str:
        """A number with exactly ``decimals`` decimals, rounded half up."""
        rounded = round_half_up(Fraction(value), decimals)
        pattern = "#,##0." + "0" * decimals if decimals else "#,##0"
        return format_decimal(_decimal(rounded), format=pattern, locale=self.locale)

    def short_number(self, value: Fraction | int) -> str:
        """A number with up to two decimals, without trailing zeros."""
        rounded = round_half_up(Fraction(value), 2)
        return format_decimal(_decimal(rounded), format="#,##0.##", locale=self.locale)

    def points(self, value: Fraction) -> str:
        """A score: whole, or one decimal where rounding would change its level."""
        return self.number(value, decimals_for_points(value))

    def points_range(self, ends: Range) -> str:
        """A score's two ends, or one number where they print alike: "49–69"."""
        low, high = self.points(ends.low), self.points(ends.high)
        return low if low == high else f"{low}{DASH}{high}"

    def points_gap(self, ends: Range) -> str:
        """How far a score's two ends lie apart as they are printed, so that a reader's sum works.

        Ends that print alike and yet differ lie some tenth of a point apart.
        """
        low, high = decimals_for_points(ends.low), decimals_for_points(ends.high)
        gap = round_half_up(ends.high, high) - round_half_up(ends.low, low)
        return self.number(gap, max(low, high)) if gap else self.number(ends.high - ends.low, 1)

    def gain(self, value: Fraction) -> str:
        """Points gained, one decimal, with its sign: "+2.3"."""
        return "+" + self.number(value, 1)

    def percent(self, value: Fraction | int, decimals: int = 0) -> str:
        """A share that is already in percent: "40%", in French "40 %"."""
        return f"{self.number(value, decimals)}{self._percent_space}%"

    def share(self, value: Fraction) -> str:
        """A published share as printed by its source, up to two decimals: "39.84%"."""
        return f"{self.short_number(value)}{self._percent_space}%"

    def money(self, value: Fraction, currency: str = "EUR") -> str:
        """An amount in whole units of the currency."""
        rounded = _decimal(round_half_up(value))
        pattern = "¤#,##0" if self.code == "en" else "#,##0\u00a0¤"
        return format_currency(
            rounded, currency, format=pattern, locale=self.locale, currency_digits=False
        )

    def span(self, span: Span) -> str:
        """A range of plain numbers: "2–6", or one number where its ends are equal."""
        low, high = self.short_number(span.low), self.short_number(span.high)
        return low if low == high else f"{low}{DASH}{high}"

    def date(self, value: date) -> str:
        """A date in full: "23 November 2026"."""
        return str(format_date(value, format="long", locale=self.locale))

    def country(self, code: str) -> str:
        """The name of an ISO 3166-1 country, or the code where it has none."""
        return str(self.locale.territories.get(code, code))

    def listed(self, items: list[str]) -> str:
        """Items in a sentence: "a, b and c"."""
        if len(items) < 2:  # noqa: PLR2004 - one item needs no joining word
            return "".join(items)
        return self.text("%(first)s and %(last)s", first=", ".join(items[:-1]), last=items[-1])

    def labelled(self, name: str, value: str) -> str:
        """A name and what it stands at: "Security: 49–69"."""
        return self.text("%(name)s: %(value)s", name=name, value=value)

    @property
    def _percent_space(self) -> str:
        return {"fr": NARROW, "de": WIDE}.get(self.code, "")


def _decimal(value: Fraction) -> Decimal:
    return Decimal(value.numerator) / Decimal(value.denominator)


def _catalogue(code: str) -> NullTranslations:
    if code == SOURCE_LANGUAGE:
        return NullTranslations()
    path = files("readiness") / "translations" / code / "LC_MESSAGES" / "messages.po"
    compiled = BytesIO()
    write_mo(compiled, read_po(BytesIO(path.read_bytes()), locale=code))
    compiled.seek(0)
    return GNUTranslations(compiled)


@cache
def language(code: str) -> Language:
    """The language with this code, loaded once; ``KeyError`` if we do not write it."""
    return Language(code)
