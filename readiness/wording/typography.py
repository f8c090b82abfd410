"""The typography of each language, put on once where our own texts come in.

Texts are typed plainly (straight apostrophes and quotes, ordinary spaces). Users' words are never
passed through here: they are printed as typed.
"""

import re

NARROW = "\u202f"
WIDE = "\u00a0"

_QUOTES = {"en": ("“", "”"), "fr": (f"«{WIDE}", f"{WIDE}»"), "de": ("„", "“")}
_FRENCH_SIGNS = re.compile(r"(?<=[^\s:;!?]) ?([;!?])(?=\s|$|[)”»])")
_FRENCH_COLON = re.compile(r" +:(?=\s|$)")
_PERCENT = re.compile(r"(?<=\d) (?=%)")
_NUMBER_UNIT = re.compile(r"(?<=\d) (?=%|€|\$|EUR\b|USD\b)")
_THOUSANDS = re.compile(r"(?<=\d) (?=\d{3}(?!\d))")
_QUOTED = re.compile(r'"([^"]*)"')


def typeset(text: str, language: str) -> str:
    """Our own ``text`` with the quotes, apostrophes and spaces of ``language``.

    Applying it twice gives the same as once.
    """
    opening, closing = _QUOTES[language]
    text = _QUOTED.sub(lambda found: f"{opening}{found[1]}{closing}", text)
    text = text.replace("'", "’").replace("...", "…")
    if language == "en":
        text = _PERCENT.sub("", text)
    text = _NUMBER_UNIT.sub(NARROW if language == "fr" else WIDE, text)
    if language == "fr":
        text = _THOUSANDS.sub(NARROW, text)
        text = _FRENCH_SIGNS.sub(rf"{NARROW}\1", text)
        text = _FRENCH_COLON.sub(f"{WIDE}:", text)
        text = re.sub(r"« ", f"«{WIDE}", text)
        text = re.sub(r" »", f"{WIDE}»", text)
    return text
