"""Texts are typed plainly; each language puts its own signs and spaces on once."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from readiness.wording.language import LANGUAGES
from readiness.wording.printable import printable
from readiness.wording.typography import typeset

NARROW, WIDE = "\u202f", "\u00a0"
PLAIN = st.text(alphabet="ab 12:;!?\"'.%€«»()", max_size=40)


@pytest.mark.parametrize(
    ("plain", "english"),
    [
        ("the organisation's", "the organisation’s"),
        ('a "fan page" here', "a “fan page” here"),
        ("and so on...", "and so on…"),
        ("12%", "12%"),
        ("Why: this; that?", "Why: this; that?"),
    ],
)
def test_english(plain: str, english: str) -> None:
    assert typeset(plain, "en") == english


@pytest.mark.parametrize(
    ("plain", "french"),
    [
        ("l'entreprise", "l’entreprise"),
        ('une "page fan" ici', f"une «{WIDE}page fan{WIDE}» ici"),
        ("« déjà »", f"«{WIDE}déjà{WIDE}»"),
        ("Pourquoi : ceci", f"Pourquoi{WIDE}: ceci"),
        ("ceci ; cela", f"ceci{NARROW}; cela"),
        ("ceci; cela", f"ceci{NARROW}; cela"),
        ("Qui ?", f"Qui{NARROW}?"),
        ("12 %", f"12{NARROW}%"),
        ("10 000 €", f"10{NARROW}000{NARROW}€"),
        ("https://example.org/a?b", "https://example.org/a?b"),
        ("à 10:30", "à 10:30"),
    ],
)
def test_french(plain: str, french: str) -> None:
    assert typeset(plain, "fr") == french


@given(PLAIN, st.sampled_from(sorted(LANGUAGES)))
def test_twice_is_as_once(text: str, language: str) -> None:
    once = typeset(text, language)
    assert typeset(once, language) == once


@given(PLAIN, st.sampled_from(sorted(LANGUAGES)))
def test_letters_and_digits_are_never_touched(text: str, language: str) -> None:
    def kept(whole: str) -> str:
        return "".join(character for character in whole if character.isalnum())

    assert kept(typeset(text, language)) == kept(text)


def test_a_language_we_do_not_write_is_refused() -> None:
    with pytest.raises(KeyError):
        typeset("saluton", "eo")


@pytest.mark.parametrize(
    "steering", ["\x00", "\x1b", "\n", "\t", "\x7f", "\x9b", "\u202e", "\u200b", "\ud800", "\u2028"]
)
def test_what_steers_a_terminal_is_replaced(steering: str) -> None:
    assert printable(f"a{steering}b") == "a\ufffdb"


@given(st.text())
def test_printable_text_is_one_line_of_the_same_length(text: str) -> None:
    found = printable(text)
    assert len(found) == len(text)
    assert len(found.splitlines()) <= 1
    assert printable(found) == found


@pytest.mark.parametrize(
    "text", ["Société « Été » & Söhne", "Δοκιμή 100 %", "日本語", "a\u00a0b", "😀"]
)
def test_what_people_write_stays(text: str) -> None:
    assert printable(text) == text
