"""Answers files: TOML, JSON, or a report whose embedded answers are read again."""

import json
import re
import tomllib
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time
from decimal import Decimal, InvalidOperation
from difflib import get_close_matches
from fractions import Fraction
from typing import Any, TypeAlias

from jsonschema import Draft202012Validator, ValidationError
from jsonschema.validators import extend

from readiness import report
from readiness.core.answers import UNKNOWN as UNKNOWN_ANSWER
from readiness.core.answers import (
    Answer,
    AnswerSheet,
    Evidence,
    Organisation,
    Price,
    Size,
    State,
    not_applicable,
    rated,
)
from readiness.core.document import answer_value
from readiness.core.errors import ReadinessError
from readiness.core.questionnaire import Form
from readiness.packs import CURRENT, Pack, available, load
from readiness.services.answers_schema import MOST_DIGITS, answers_schema
from readiness.wording.printable import printable

Parsed: TypeAlias = Any  # whatever TOML or JSON may hold, until the schema has passed it
LARGEST_FILE = 32 * 1024 * 1024
DEEPEST = 16
_SHOWN = 60
_HALVES = re.compile(r"[\ud800-\udfff]")


class AnswersError(ReadinessError):
    """An answers file that cannot be used; every fault is one line naming file and key."""

    def __init__(self, faults: list[str]) -> None:
        # A key or a file's name may hold line breaks and what steers a terminal. Two such keys may
        # print alike; the same line twice would say no more.
        self.faults = tuple(dict.fromkeys(printable(fault) for fault in faults))
        super().__init__("\n".join(self.faults))


@dataclass(frozen=True, slots=True)
class _NoNumber:
    """Stands where a number is written that no answers file can use, and remembers its text."""

    text: str


def read_answers(content: bytes, name: str, *, on: date | None = None) -> AnswerSheet:
    """The answer sheet in a file's ``content``; ``on`` replaces the date it gives.

    Raises:
        AnswersError: with every fault found, each a line "name:key: what; what is expected".
    """
    data = _parsed(content, name)
    if on is not None and isinstance(data, dict):
        data = {**data, "date": on.isoformat()}
    pack = load(_questionnaire(data))
    found: dict[str, str] = {}
    for path, problem in _faults(data, pack):
        found.setdefault(path, problem)
    faults = [
        f"{name}:{path}: {what}" if path else f"{name}: {what}" for path, what in found.items()
    ]
    if faults:
        raise AnswersError(faults)
    return _sheet(data)


def answers_json(sheet: AnswerSheet) -> bytes:
    """The sheet as an answers file in JSON; reading it gives the same sheet."""
    organisation = sheet.organisation
    data: dict[str, Any] = {
        "questionnaire": sheet.questionnaire,
        "form": sheet.form.value,
        "date": sheet.date.isoformat(),
        "organisation": {
            "name": organisation.name,
            "country": organisation.country,
            "sector": organisation.sector,
            "size": organisation.size.value,
            "headcount": organisation.headcount,
        },
        "profile": dict(sheet.profile),
        "costs": {
            name: {end: _number(getattr(price, end)) for end in ("low", "typical", "high")}
            for name, price in sheet.prices.items()
        },
        "answers": {question: answer_value(answer) for question, answer in sheet.answers.items()},
    }
    if organisation.headcount is None:
        del data["organisation"]["headcount"]
    return (json.dumps(data, ensure_ascii=False, indent=2, sort_keys=True) + "\n").encode()


def _number(value: Fraction) -> int | float:
    return value.numerator if value.denominator == 1 else float(value)


def _parsed(content: bytes, name: str) -> Parsed:
    if len(content) > LARGEST_FILE:
        raise AnswersError([f"{name}: is too large; expected at most {LARGEST_FILE >> 20} MiB"])
    try:
        text, is_json = _text(content, name)
        return _plain(_from_json(text, name) if is_json else _from_toml(text, name), DEEPEST)
    except RecursionError as error:
        problem = f"{name}: is nested too deeply; expected at most {DEEPEST} tables in each other"
        raise AnswersError([problem]) from error


def _text(content: bytes, name: str) -> tuple[str, bool]:
    """A file's text, and whether it is JSON."""
    of_report = content.startswith(b"%PDF")
    if of_report:
        try:
            content = report.embedded_answers(content)
        except report.NotOurReportError as error:
            problem = f"{name}: holds no answers; expected a report that this program made"
            raise AnswersError([problem]) from error
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content[: error.start].count(b"\n") + 1
        problem = f"{name}:{line}: is not UTF-8 text; expected TOML, JSON or a report in PDF"
        raise AnswersError([problem]) from error
    return text, of_report or name.lower().endswith(".json") or text.lstrip().startswith("{")


def _from_toml(text: str, name: str) -> Parsed:
    try:
        return tomllib.loads(text, parse_float=_exact)
    except tomllib.TOMLDecodeError as error:
        problem = str(error)
        found = re.search(r"\(at line (\d+)", problem)
        line = found[1] if found else str(text.count("\n") + 1)
        what = re.sub(r" \(at .*\)$", "", problem)
        raise AnswersError([f"{name}:{line}: is not TOML: {what}; expected key = value"]) from error
    except ValueError as error:
        # Python refuses to read whole numbers of thousands of digits and does not say where.
        found = re.search(r"[\d_]{1000,}", text)
        line = str(text.count("\n", 0, found.start()) + 1) if found else "1"
        problem = f"{name}:{line}: has a number of too many digits; expected a shorter one"
        raise AnswersError([problem]) from error


def _from_json(text: str, name: str) -> Parsed:
    def unique(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
        counts = Counter(key for key, _ in pairs)
        repeated = sorted(key for key, count in counts.items() if count > 1)
        if repeated:
            raise AnswersError([f"{name}:{key}: stands twice; expected once" for key in repeated])
        return dict(pairs)

    try:
        return json.loads(
            text,
            object_pairs_hook=unique,
            parse_float=_exact,
            parse_int=_whole,
            parse_constant=_NoNumber,
        )
    except json.JSONDecodeError as error:
        problem = f"{name}:{error.lineno}: is not JSON: {error.msg}; expected JSON in UTF-8"
        raise AnswersError([problem]) from error


def _exact(text: str) -> Fraction | _NoNumber:
    """A number with a point as it is written.

    Within ``MOST_DIGITS`` writing it again gives the same number. An exponent of any size is short
    to write, and no memory holds the number it stands for.
    """
    try:
        value = Decimal(text)
    except InvalidOperation:
        return _NoNumber(text)
    if not value.is_finite() or len(value.as_tuple().digits) > MOST_DIGITS:
        return _NoNumber(text)
    return _NoNumber(text) if abs(value.adjusted()) > MOST_DIGITS else Fraction(value)


def _whole(text: str) -> int | _NoNumber:
    return int(text) if len(text) <= MOST_DIGITS else _NoNumber(text)


def _plain(value: Parsed, depth: int) -> Parsed:
    """What TOML has beside JSON as JSON would have it, and no number too large to be one.

    Raises:
        RecursionError: there are more than ``depth`` tables or lists inside each other.
    """
    if not depth:
        raise RecursionError
    if isinstance(value, dict):
        return {key: _plain(item, depth - 1) for key, item in value.items()}
    if isinstance(value, list):
        return [_plain(item, depth - 1) for item in value]
    if isinstance(value, int) and abs(value) >= 10**MOST_DIGITS:
        # Python refuses to write thousands of decimal digits.
        return _NoNumber(str(value) if abs(value) < 10**_SHOWN else hex(value))
    return value.isoformat() if isinstance(value, date | datetime | time) else value


def _questionnaire(data: Parsed) -> str:
    asked = data.get("questionnaire") if isinstance(data, dict) else None
    return asked if isinstance(asked, str) and asked in available() else CURRENT


def _faults(data: Parsed, pack: Pack) -> Iterator[tuple[str, str]]:
    """What is wrong: at which key, and what is expected there."""
    yield from _broken_text(data, "")
    validator = _validator(answers_schema(pack))
    for error in sorted(validator.iter_errors(data), key=lambda e: [str(p) for p in e.path]):
        yield from _worded(error)
    yield from _disordered_prices(data)
    if isinstance(data, dict) and "date" not in data:
        yield "date", "is missing; expected a date like 2026-11-23, here or with --date"


def _validator(schema: Mapping[str, Any]) -> Draft202012Validator:
    # Numbers with a point are read as exact fractions, which the library does not know as numbers.
    checker = Draft202012Validator.TYPE_CHECKER.redefine(
        "number",
        lambda _, value: isinstance(value, int | Fraction) and not isinstance(value, bool),
    ).redefine(
        "integer",
        lambda _, value: isinstance(value, int) and not isinstance(value, bool),
    )
    # The stubs leave the function that derives a validator without types.
    exact: Parsed = extend(Draft202012Validator, type_checker=checker)  # type: ignore[no-untyped-call]
    validator: Draft202012Validator = exact(
        schema, format_checker=Draft202012Validator.FORMAT_CHECKER
    )
    return validator


def _worded(error: ValidationError) -> Iterator[tuple[str, str]]:
    path = ".".join(str(part) for part in error.absolute_path)
    prefix = f"{path}." if path else ""
    schema: dict[str, Parsed] = dict(error.schema) if isinstance(error.schema, Mapping) else {}
    value: Parsed = error.instance
    inner = _inside(error)
    if inner:
        for part in inner:
            yield from _worded(part)
    elif error.validator == "required":
        missing = error.message.split("'")[1]
        expected = schema["properties"][missing]["description"]
        yield prefix + missing, f"is missing; expected {expected}"
    elif error.validator == "additionalProperties":
        known = list(schema["properties"])
        for key in value:
            if key not in known:
                yield prefix + key, f"is not known here; expected {_nearest(key, known)}"
    else:
        expected = schema.get("description", error.message)
        yield path, f"{_what(value, expected)}; expected {expected}"


def _inside(error: ValidationError) -> list[ValidationError]:
    """What is wrong inside a table that may be written in several ways.

    Empty where the value as a whole is better spoken of.
    """
    value: Parsed = error.instance
    if error.validator != "anyOf" or not isinstance(value, dict) or not error.context:
        return []
    schemas: Parsed = error.validator_value
    ways = [way for way, schema in enumerate(schemas) if "properties" in schema]
    if not ways:
        return []
    way = ways[0]
    if "not_applicable" in value:
        reason, way = value["not_applicable"], ways[-1]
        if len(ways) == 1 or (isinstance(reason, str) and not reason.strip()):
            return []
    return [part for part in error.context if part.schema_path[0] == way]


def _what(value: Parsed, expected: str) -> str:
    if isinstance(value, dict) and "not_applicable" in value:
        if "not_applicable" not in expected:
            return "not applicable is not offered for this question"
        return "not applicable without a reason"
    shown = json.dumps(value, ensure_ascii=False, default=_as_typed)
    return f"is {shown if len(shown) <= _SHOWN else shown[:_SHOWN] + '…'}"


def _as_typed(value: object) -> Parsed:
    if isinstance(value, Fraction):
        return float(value)
    return value.text if isinstance(value, _NoNumber) else str(value)


def _nearest(key: str, known: list[str]) -> str:
    folded = {name.casefold(): name for name in known}
    near = get_close_matches(key.casefold(), folded, n=1)
    if near:
        return f"{folded[near[0]]}, perhaps"
    few = len(known) <= 20  # noqa: PLR2004 - more would not fit on a readable line
    return f"one of {', '.join(known)}" if few else f"an id such as {known[0]}"


def _broken_text(value: Parsed, path: str) -> Iterator[tuple[str, str]]:
    """Texts with half a character, which no file could hold.

    Control characters are let in: pages and reports leave them out.
    """
    if isinstance(value, str):
        if _HALVES.search(value):
            yield path, "holds half a Unicode character; expected whole characters"
    elif isinstance(value, dict):
        for key, item in value.items():
            yield from _broken_text(item, f"{path}.{key}" if path else key)
    elif isinstance(value, list):
        for item in value:
            yield from _broken_text(item, path)


def _disordered_prices(data: Parsed) -> Iterator[tuple[str, str]]:
    costs = data.get("costs") if isinstance(data, dict) else None
    for name, price in costs.items() if isinstance(costs, dict) else ():
        if not isinstance(price, dict) or set(price) != {"low", "typical", "high"}:
            continue
        ends = [price["low"], price["typical"], price["high"]]
        if all(isinstance(end, int | Fraction) for end in ends) and ends != sorted(ends):
            yield f"costs.{name}", "is out of order; expected low <= typical <= high"


def _sheet(data: Mapping[str, Any]) -> AnswerSheet:
    organisation = data["organisation"]
    return AnswerSheet(
        questionnaire=data["questionnaire"],
        form=Form(data.get("form", Form.FULL)),
        date=date.fromisoformat(data["date"]),
        organisation=Organisation(
            name=organisation["name"],
            country=organisation["country"],
            sector=organisation["sector"],
            size=Size(organisation["size"]),
            headcount=organisation.get("headcount"),
        ),
        profile={
            key: tuple(value) if isinstance(value, list) else value
            for key, value in data.get("profile", {}).items()
        },
        answers={key: _answer(value) for key, value in data.get("answers", {}).items()},
        prices={key: _price(value) for key, value in data.get("costs", {}).items()},
    )


def _answer(value: Parsed) -> Answer:
    if not isinstance(value, dict):
        return UNKNOWN_ANSWER if value == "unknown" else rated(value)
    note, evidence = value.get("note", ""), value.get("evidence")
    sure = None if evidence is None else Evidence(evidence)
    if "not_applicable" in value:
        return not_applicable(value["not_applicable"], note=note, evidence=sure)
    if value["level"] == "unknown":
        return Answer(State.UNKNOWN, note=note, evidence=sure)
    return rated(value["level"], note=note, evidence=sure)


def _price(value: Parsed) -> Price:
    if isinstance(value, dict):
        return Price(*(Fraction(value[end]) for end in ("low", "typical", "high")))
    return Price(Fraction(value), Fraction(value), Fraction(value))
