"""Answers files: what is read is what was written, however it was written."""

import json
import tomllib
from datetime import date
from fractions import Fraction
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from readiness.core.answers import Answer, Evidence, Price, Size, State, not_applicable, rated
from readiness.core.questionnaire import Form
from readiness.packs import load
from readiness.services.answers_file import AnswersError, answers_json, read_answers
from tests.oracle.files import Table
from tests.oracle.random_answers import random_answers

HEAD = 'questionnaire = "2026.1"\n'
DATE = "date = 2026-11-23\n"
PLACE = '[organisation]\nname = "Example SA"\ncountry = "FR"\nsector = "J"\nsize = "50-249"\n'
QUESTIONS = load("2026.1").questionnaire.questions
FREE_TEXT = st.text(
    st.characters(exclude_categories=["Cs", "Cc", "Cn"]), min_size=1, max_size=30
).filter(str.strip)


def as_json(document: Table) -> bytes:
    return json.dumps(document, ensure_ascii=False).encode()


def toml_value(value: object) -> str:
    if isinstance(value, dict):
        return "{ " + ", ".join(f"{key} = {toml_value(one)}" for key, one in value.items()) + " }"
    # A text of JSON is one of TOML, but for the character that ends no line there.
    return json.dumps(value, ensure_ascii=True)


def as_toml(document: Table) -> bytes:
    lines = [f"{key} = {toml_value(value)}" for key, value in document.items()]
    return "\n".join(lines).encode()


def refused(content: bytes, name: str) -> tuple[str, ...]:
    """The faults found; none where the file can be read."""
    try:
        read_answers(content, name)
    except AnswersError as refusal:
        return refusal.faults
    return ()


@pytest.mark.parametrize("seed", range(25))
def test_a_sheet_written_and_read_again_is_the_same(seed: int) -> None:
    sheet = read_answers(as_json(random_answers(seed)), "answers.json")
    written = answers_json(sheet)
    again = read_answers(written, "answers.json")
    assert again == sheet
    assert answers_json(again) == written


@pytest.mark.parametrize("seed", range(25))
def test_toml_and_json_say_the_same(seed: int) -> None:
    document = random_answers(seed)
    assert read_answers(as_toml(document), "a.toml") == read_answers(as_json(document), "a.json")


def test_the_order_of_answers_changes_nothing_that_is_written() -> None:
    document = random_answers(1)
    names = list(document["answers"])
    Random(1).shuffle(names)  # noqa: S311 - test data, no secret
    shuffled = {**document, "answers": {name: document["answers"][name] for name in names}}
    one, other = (read_answers(as_json(given), "a.json") for given in (document, shuffled))
    assert one == other
    assert answers_json(one) == answers_json(other)


@given(name=FREE_TEXT, note=FREE_TEXT, reason=FREE_TEXT)
def test_free_text_comes_back_as_it_was_typed(name: str, note: str, reason: str) -> None:
    answers = {
        "SEC-01": {"level": 2, "note": note},
        "GOV-05": {"not_applicable": reason, "note": note},
    }
    place = {"name": name, "country": "FR", "sector": "J", "size": "1-9"}
    document = {"questionnaire": "2026.1", "date": "2026-11-23", "organisation": place}
    sheet = read_answers(as_json({**document, "answers": answers}), "a.json")
    assert sheet.organisation.name == name
    assert sheet.answer("SEC-01") == rated(2, note=note)
    assert sheet.answer("GOV-05") == not_applicable(reason, note=note)
    assert read_answers(answers_json(sheet), "a.json") == sheet


@given(st.decimals(min_value=0, max_value=10**9, places=5) | st.integers(0, 10**9))
def test_an_own_price_is_kept_to_the_last_digit(amount: object) -> None:
    sheet = read_answers(f"{HEAD}{DATE}{PLACE}[costs]\nday = {amount}\n".encode(), "a.toml")
    assert sheet.prices["day"].typical == Fraction(str(amount))
    assert read_answers(answers_json(sheet), "a.json") == sheet


@pytest.mark.parametrize("amount", ["0.1234567890123456", "1e16", "1e-16"])
def test_a_price_that_could_not_be_written_again_is_refused(amount: str) -> None:
    (fault,) = refused(f"{HEAD}{DATE}{PLACE}[costs]\nday = {amount}\n".encode(), "a.toml")
    assert fault.startswith("a.toml:costs.day: ")


def test_a_price_may_be_one_number_or_three() -> None:
    text = "[costs]\nday = 300\nusd = { low = 0.8, typical = 0.85, high = 0.9 }\n"
    sheet = read_answers(f"{HEAD}{DATE}{PLACE}{text}".encode(), "a.toml")
    assert sheet.prices == {
        "day": Price(Fraction(300), Fraction(300), Fraction(300)),
        "usd": Price(Fraction("0.8"), Fraction("0.85"), Fraction("0.9")),
    }


def test_every_kind_of_answer_is_understood() -> None:
    text = """[answers]
SEC-01 = 0
SEC-02 = "unknown"
SEC-03 = { level = 4, note = "charter", evidence = "tested" }
SEC-04 = { level = "unknown", note = "ask" }
GOV-05 = { not_applicable = "no staff representatives" }
SEC-07 = { not_applicable = "none", note = "asked", evidence = "seen" }
"""
    sheet = read_answers(f"{HEAD}{DATE}{PLACE}{text}".encode(), "a.toml")
    assert dict(sheet.answers) == {
        "SEC-01": rated(0),
        "SEC-02": Answer(State.UNKNOWN),
        "SEC-03": rated(4, note="charter", evidence=Evidence.TESTED),
        "SEC-04": Answer(State.UNKNOWN, note="ask"),
        "GOV-05": not_applicable("no staff representatives"),
        "SEC-07": not_applicable("none", note="asked", evidence=Evidence.SEEN),
    }
    assert read_answers(answers_json(sheet), "answers.json") == sheet


def test_what_is_left_out_has_its_default() -> None:
    sheet = read_answers(f"{HEAD}{DATE}{PLACE}".encode(), "a.toml")
    assert (sheet.form, sheet.date) == (Form.FULL, date(2026, 11, 23))
    assert sheet.organisation.size is Size.MEDIUM
    assert sheet.organisation.headcount is None
    assert (dict(sheet.profile), dict(sheet.answers), dict(sheet.prices)) == ({}, {}, {})


@pytest.mark.parametrize("given_date", ["2026-11-23", '"2026-11-23"'])
def test_a_date_may_be_a_date_or_a_text(given_date: str) -> None:
    sheet = read_answers(f"{HEAD}date = {given_date}\n{PLACE}".encode(), "a.toml")
    assert sheet.date == date(2026, 11, 23)


@pytest.mark.parametrize("text", ["", DATE, 'date = "tomorrow"\n'])
def test_a_date_given_beside_the_file_replaces_its_own(text: str) -> None:
    sheet = read_answers(f"{HEAD}{text}{PLACE}".encode(), "a.toml", on=date(2025, 1, 31))
    assert sheet.date == date(2025, 1, 31)


@pytest.mark.parametrize(
    "change",
    [
        lambda content: b"\xef\xbb\xbf" + content,
        lambda content: content.replace(b"\n", b"\r\n"),
        lambda content: b"\n# only a comment\n\n" + content,
    ],
    ids=["byte order mark", "lines of another system", "comment"],
)
def test_what_editors_do_to_a_file_changes_nothing(change: object) -> None:
    content = f"{HEAD}{DATE}{PLACE}".encode()
    assert callable(change)
    assert read_answers(change(content), "a.toml") == read_answers(content, "a.toml")


@pytest.mark.parametrize("name", ["answers.json", "answers.toml", "answers", "ANSWERS.JSON"])
def test_json_is_known_by_its_first_character_too(name: str) -> None:
    assert read_answers(as_json(random_answers(3)), name).questionnaire == "2026.1"


@given(st.binary(max_size=200) | st.text(max_size=200).map(str.encode))
def test_whatever_stands_in_a_file_is_read_or_refused_in_lines(content: bytes) -> None:
    for name in ("a.toml", "a.json"):
        with pytest.raises(AnswersError) as refusal:
            read_answers(content, name)
        for fault in refusal.value.faults:
            assert fault.startswith(f"{name}:")
            assert "; expected " in fault
            assert len(fault.splitlines()) == 1
        assert str(refusal.value).splitlines() == list(refusal.value.faults)


LEAVES = st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8)
VALUES = st.recursive(
    LEAVES,
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3)
    ),
    max_leaves=6,
)


@given(data=st.data(), value=VALUES)
def test_any_value_at_any_place_is_read_or_refused_in_lines(
    data: st.DataObject, value: object
) -> None:
    document = random_answers(data.draw(st.integers(0, 20)))
    table = document
    key = data.draw(st.sampled_from(sorted(table)))
    while isinstance(table[key], dict) and table[key] and data.draw(st.booleans()):
        table = table[key]
        key = data.draw(st.sampled_from(sorted(table)))
    table[key] = value
    faults = refused(json.dumps(document).encode(), "a.json")
    assert all("; expected " in fault for fault in faults)
    assert len(set(faults)) == len(faults)


def test_keys_that_print_alike_make_one_line() -> None:
    document = {**random_answers(0), "answers": {"a\x00": 1, "a\x01": 1}}
    assert refused(as_json(document), "a.json") == (
        "a.json:answers.a\ufffd: is not known here; expected an id such as SEC-01",
    )


def test_the_random_documents_are_toml_too() -> None:
    assert tomllib.loads(as_toml(random_answers(0)).decode())["questionnaire"] == "2026.1"


def test_questions_of_the_pack_are_all_the_keys_of_answers() -> None:
    answers = "".join(f"{name} = 3\n" for name in QUESTIONS)
    sheet = read_answers(f"{HEAD}{DATE}{PLACE}[answers]\n{answers}".encode(), "a.toml")
    assert list(sheet.answers) == list(QUESTIONS)
