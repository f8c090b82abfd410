"""Texts of users without what could steer a terminal, a page or a report."""

from unicodedata import category

# Controls, direction marks and other format characters, halves of characters, line separators.
_STEERING = frozenset({"Cc", "Cf", "Cs", "Zl", "Zp"})


def printable(text: str) -> str:
    """``text`` on one line, each steering character replaced by U+FFFD."""
    return "".join("\ufffd" if category(c) in _STEERING else c for c in text)
