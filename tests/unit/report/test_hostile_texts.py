"""Users' words: anything may be typed, and it prints without breaking."""

import pytest

from readiness.report import text as texts
from readiness.report.flowables import is_web_address, linked, paragraph
from readiness.report.fonts import SUBSTITUTE, cut_to, drawable, register, width
from tests.unit.report.cases import HOSTILE, SHEETS, bookmarks, page, pdf, reader, text

MOST_PAGES = 60
"""Of a report with ordinary notes; a megabyte of note adds about a page per ten thousand signs."""


@pytest.mark.parametrize(
    ("case", "code"),
    [("hostile", "en"), ("hostile", "fr"), ("long notes", "fr"), ("one megabyte", "en")],
)
def test_whatever_is_typed_prints(case: str, code: str) -> None:
    assert pdf(case, code).startswith(b"%PDF")
    typed = sum(len(a.note) + len(a.reason) for a in SHEETS[case].answers.values())
    assert len(reader(case, code).pages) <= MOST_PAGES + typed / 8_000


@pytest.mark.parametrize("case", ["one long word", "many lines", "endless name"])
def test_a_text_without_a_place_to_break_prints(case: str) -> None:
    assert len(reader(case).pages) <= MOST_PAGES + 100_000 / 4_000


def test_markup_is_printed_as_typed() -> None:
    printed = text("hostile")
    assert '<img src="/etc/hostname"> <b>bold & </para>' in page("hostile", 1)
    assert '<a href="javascript:alert(1)">x</a> %(name)s %s {0} \\ (((' in printed


def test_markup_opens_no_file_and_leads_nowhere() -> None:
    found = reader("hostile")
    assert not any(page.images for page in found.pages)
    assert all(uri.startswith(("https://", "http://")) for uri in _addresses("hostile"))


def test_signs_without_a_glyph_are_shown_as_such_and_explained() -> None:
    assert SUBSTITUTE * 2 in page("hostile", 1)
    assert f"cannot print is shown as {SUBSTITUTE}" in text("hostile")
    assert "cannot print" not in text("ordinary")


@pytest.mark.parametrize("name", ["Greek", "Cyrillic"])
def test_other_scripts_print(name: str) -> None:
    assert SHEETS[name].organisation.name in page(name, 1)
    assert SUBSTITUTE not in text(name)


def test_a_long_note_stands_in_full() -> None:
    printed = text("long notes")
    sentence = "written without ever drawing breath."
    assert printed.count(sentence) >= 40 * len(SHEETS["long notes"].answers)


def test_every_sign_of_a_megabyte_is_printed() -> None:
    assert text("one megabyte").count("Many") >= 84_000


def test_hostile_words_leave_the_chapters_alone() -> None:
    assert list(bookmarks("hostile")) == list(bookmarks("ordinary"))


# ------------------------------------------------------------------------------ one text at a time


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("plain", "plain"),
        ("Ωμέγα Яблоко Ångström ﬁ", "Ωμέγα Яблоко Ångström ﬁ"),
        ("a\x00b\x1bc\u200fd\u202ee\ufefff", "abcdef"),
        ("half \ud800 letter", "half  letter"),
        ("12\u202f000\u2011x", "12\u00a0000-x"),
        ("漢字", SUBSTITUTE * 2),
        ("👩‍👧", SUBSTITUTE * 2),
        ("e\u0301", "é"),
        ("\uffff\ufdd0", ""),
        ("a\u2003b\u3000c", "a\u2003b c"),
        ("one\r\ntwo\u2028three", "one\ntwo\nthree"),
    ],
)
def test_only_what_has_a_glyph_is_drawn(typed: str, printed: str) -> None:
    assert drawable(typed) == printed
    assert drawable(printed) == printed


def test_a_letter_keeps_two_marks() -> None:
    assert drawable("x" + "\u0301" * 50) == "x\u0301\u0301"


def test_nothing_drawable_lacks_a_glyph() -> None:
    kept = drawable("".join(map(chr, range(0x110000))))
    assert set(kept) - {"\n"} <= register()


def test_the_hostile_text_is_as_long_as_it_looks() -> None:
    assert "\x00" in HOSTILE
    assert "\x00" not in drawable(HOSTILE)


@pytest.mark.parametrize("length", [0, 1, 1_499, 1_500, 1_501, 100_000])
def test_no_paragraph_is_longer_than_lays_out_fast(length: int) -> None:
    for word in ("x", "word "):
        typed = (word * length)[:length]
        pieces = texts.pieces(typed)
        assert all(len(piece) <= texts.LONGEST for piece in pieces)
        assert "".join(pieces).replace(" ", "") == typed.replace(" ", "")


def test_lines_stay_lines_until_there_are_too_many() -> None:
    assert texts.pieces("one\n\n two \r\nthree") == ("one", "two", "three")
    assert len(texts.pieces("a\n" * (texts.MOST_LINES + 1))) == 1


def test_an_opening_is_cut_at_a_word() -> None:
    assert texts.opening("short", 10) == "short"
    assert texts.opening("one two three four", 12) == "one two…"
    assert texts.opening("x" * 100, 10) == "x" * 10 + "…"


def test_one_line_keeps_what_was_typed() -> None:
    assert texts.one_line(" a\n b\u00a0c ") == "a b\u00a0c"


def test_a_cut_text_fits() -> None:
    for typed in ("W" * 1_000_000, "word " * 50, "i"):
        cut = cut_to(typed, 100, 8)
        assert width(cut, 8) <= 100
    assert cut_to("i", 100, 8) == "i"


# --------------------------------------------------------------------------------- web addresses


@pytest.mark.parametrize("address", ["https://example.org/a?b=c", "http://example.org"])
def test_a_web_address_is_a_link(address: str) -> None:
    assert is_web_address(address)
    assert linked("title", address, "", "micro").frags[0].link


@pytest.mark.parametrize(
    "address",
    [
        "javascript:alert(1)",
        "file:///etc/hostname",
        "data:text/html,x",
        "https:",
        "https://exa\nmple.org",
        "https://[",
        "//example.org",
        "mailto:a@example.org",
        "",
    ],
)
def test_anything_else_is_no_link(address: str) -> None:
    assert not is_web_address(address)
    assert not getattr(linked("title", address, "", "micro").frags[0], "link", None)


def test_plain_text_never_meets_the_markup_parser() -> None:
    assert paragraph("<b>&amp;</b>").frags[0].text == "<b>&amp;</b>"


def _addresses(case: str) -> list[str]:
    found = []
    for sheet in reader(case).pages:
        for note in sheet.get("/Annots", []):
            action = note.get_object().get("/A")
            if action is not None and "/URI" in action:
                found.append(str(action["/URI"]))
    return found
