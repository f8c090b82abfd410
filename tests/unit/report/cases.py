"""Results to report on: a fixed cast, from an ordinary company to texts nobody should type."""

import re
from collections.abc import Mapping
from datetime import date
from functools import cache
from io import BytesIO
from random import Random
from typing import Final

from pypdf import PdfReader

from readiness import packs, report
from readiness.core.answers import (
    UNKNOWN,
    Answer,
    AnswerSheet,
    Evidence,
    Organisation,
    ProfileValue,
    Size,
    not_applicable,
    rated,
)
from readiness.core.questionnaire import Form
from readiness.core.result import Result, assess
from readiness.wording.language import language
from readiness.wording.narrator import Narrator

PACK: Final = packs.load(packs.CURRENT)
QUESTIONS: Final = tuple(PACK.questionnaire.questions.values())
ANSWERS_FILE: Final = b'{"questionnaire": "2026.1"}\n'
PROFILE: Final[Mapping[str, ProfileValue]] = {
    "finds_social_media_useful": True,
    "networks": ("facebook", "linkedin"),
    "blocks_networks_at_work": False,
}
ABSENT: Final = {
    "CON-11": not_applicable("Nobody is ever pictured."),
    "ROL-10": not_applicable("No agency has access to any account.", note="Asked in March."),
}
GREEK: Final = "Ελληνική Εταιρεία Λογισμικού"
CYRILLIC: Final = "Предприятие «Программные решения»"
HOSTILE: Final = (
    '<img src="/etc/hostname"> <b>bold & </para> \x00\x1b[31m\u202e\u200f '
    "a\u0300\u0301\u0302\u0303 "
    '\ud800 漢字 עברית 👩‍👧 <a href="javascript:alert(1)">x</a> %(name)s %s {0} \\ ((('
)


def sheet(
    name: str = "Example SA",
    answers: Mapping[str, Answer] | None = None,
    *,
    form: Form = Form.FULL,
    country: str = "FR",
) -> AnswerSheet:
    organisation = Organisation(name, country, "J", Size.MEDIUM, headcount=180)
    return AnswerSheet(
        "2026.1", form, date(2026, 11, 23), organisation, PROFILE, dict(answers or {})
    )


def ordinary() -> dict[str, Answer]:
    """Levels here and there, one hard gate that is not known, notes and reasons."""
    random = Random(3)  # noqa: S311 - a sheet like any other, the same every time
    answers: dict[str, Answer] = {}
    for question in QUESTIONS:
        note = random.choice(["", "", "Register of March 2025, 14 accounts."])
        evidence = random.choice([None, *Evidence])
        level = random.choice([1, 2, 2, 3, 3, 4])
        answers[question.id] = rated(level, note=note, evidence=evidence)
    changed = {"SEC-06": UNKNOWN, "SEC-02": rated(2), "TRA-05": UNKNOWN, "ROL-01": rated(1)}
    return {**answers, **changed, "ROL-02": rated(3), "GOV-12": rated(3), **ABSENT}


def every(level: int) -> dict[str, Answer]:
    return {question.id: rated(level) for question in QUESTIONS}


LONG_NOTE: Final = "A note that was written without ever drawing breath. " * 40
SHEETS: Final[Mapping[str, AnswerSheet]] = {
    "ordinary": sheet(answers=ordinary()),
    "nothing known": sheet(),
    "all proven": sheet(answers=every(4)),
    "all unprotected": sheet(answers=every(0)),
    "every gate": sheet(answers={q.id: rated(1 if q.gate else 4) for q in QUESTIONS}),
    "short form": sheet(answers=ordinary(), form=Form.CORE),
    "long name": sheet("X" * 200, ordinary()),
    "long name in words": sheet("Société d'édition & d'intégration de logiciels " * 4, ordinary()),
    "endless name": sheet("Name " * 20_000, ordinary()),
    "no name": sheet(" \u200b ", ordinary()),
    "Greek": sheet(GREEK, ordinary(), country="GR"),
    "Cyrillic": sheet(CYRILLIC, ordinary(), country="BG"),
    "hostile": sheet(
        HOSTILE,
        {
            **ordinary(),
            "SEC-01": rated(3, note=HOSTILE),
            "SEC-07": not_applicable(HOSTILE * 5, note=HOSTILE * 5),
        },
    ),
    "one megabyte": sheet(answers={**ordinary(), "SEC-01": rated(3, note="Many words. " * 84_000)}),
    "one long word": sheet(answers={**ordinary(), "SEC-01": rated(3, note="x" * 100_000)}),
    "many lines": sheet(answers={**ordinary(), "SEC-01": rated(3, note="a\n" * 100_000)}),
    "long notes": sheet(answers={q.id: rated(2, note=LONG_NOTE) for q in QUESTIONS}),
}


def narrator(code: str) -> Narrator:
    return Narrator(
        language=language(code),
        questionnaire=PACK.questionnaire,
        texts=PACK.texts[code],
        benchmarks=packs.benchmark_texts(code),
        role_profiles=PACK.role_profiles,
    )


@cache
def result(case: str) -> Result:
    return assess(PACK.questionnaire, PACK.catalogue, packs.benchmarks(), SHEETS[case])


@cache
def pdf(case: str, code: str = "en") -> bytes:
    return report.render(result(case), narrator(code), ANSWERS_FILE)


@cache
def reader(case: str, code: str = "en") -> PdfReader:
    return PdfReader(BytesIO(pdf(case, code)))


class Printed:
    """Text out of a PDF, looked through without regard to spaces and line ends.

    Where a line turns, extraction may set a space or none; only letters and signs are sure.
    """

    def __init__(self, extracted: str) -> None:
        self.extracted = extracted
        self._signs = squeezed(extracted)

    def __contains__(self, words: str) -> bool:
        return squeezed(words) in self._signs

    def __len__(self) -> int:
        return len(self._signs)

    def count(self, words: str) -> int:
        return self._signs.count(squeezed(words))


def squeezed(words: str) -> str:
    return re.sub(r"\s+", "", words)


@cache
def page(case: str, number: int, code: str = "en") -> Printed:
    """The text of a page, counted from 1."""
    return Printed(reader(case, code).pages[number - 1].extract_text())


def pages(case: str, first: int, last: int, code: str = "en") -> Printed:
    """The text of some pages, the last one included."""
    return Printed(" ".join(page(case, n, code).extracted for n in range(first, last + 1)))


@cache
def text(case: str, code: str = "en") -> Printed:
    """The text of the whole report."""
    return pages(case, 1, len(reader(case, code).pages), code)


def chapter(case: str, name: str, code: str = "en") -> Printed:
    """The text from the page a bookmark leads to, up to the next bookmark's."""
    places = bookmarks(case, code)
    start, end = places[name], len(reader(case, code).pages)
    later = [number - 1 for number in places.values() if number > start]
    return pages(case, start, min(later, default=end), code)


def bookmarks(case: str, code: str = "en") -> dict[str, int]:
    """The page, counted from 1, that each entry of the outline leads to."""
    found = reader(case, code)
    pages = {}
    for entry in found.outline:
        assert not isinstance(entry, list)
        number = found.get_destination_page_number(entry)
        assert number is not None
        pages[str(entry.title)] = number + 1
    return pages
