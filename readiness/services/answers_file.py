"""Answers files: TOML, JSON, or a report whose embedded answers are read again."""

import json
import re
import tomllib
from collections.abc import Iterator, Mapping
from datetime import date, datetime, time
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
from readiness.services.answers_schema import answers_schema

Parsed: TypeAlias = Any  # whatever TOML or JSON may hold, until the schema has passed it
LARGEST_FILE = 32 * 1024 * 1024
_SHOWN = 60


class AnswersError(ReadinessError):
    """An answers file that cannot be used; every fault is one line naming file and key."""

    def __init__(self, faults: list[str]) -> None:
        super().__init__("\n".join(faults))
        self.faults = tuple(faults)


def read_answers(content: bytes, name: str, *, on: date | None = None) -> AnswerSheet:
    """The answer sheet in a file's ``content``; ``on`` replaces the date it gives.

    Raises:
        AnswersError: with every fault found, each a line "name:key: what; what is expected".
    """
    data = _parsed(content, name)
    if on is not None and isinstance(data, dict):
        data = {**data, "date": on.isoformat()}
    pack = load(_questionnaire(data))
    faults = [f"{name}:{fault}" for fault in _faults(data, pack)]
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
    if content.startswith(b"%PDF"):
        return _parsed_report(content, name)
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content[: error.start].count(b"\n") + 1
        problem = f"{name}:{line}: is not UTF-8 text; expected TOML, JSON or a report in PDF"
        raise AnswersError([problem]) from error
    is_json = name.lower().endswith(".json") or text.lstrip().startswith("{")
    return _plain(_from_json(text, name) if is_json else _from_toml(text, name))


def _parsed_report(content: bytes, name: str) -> Parsed:
    try:
        embedded = report.embedded_answers(content)
    except report.NotOurReportError as error:
        problem = f"{name}: holds no answers; expected a report that this program made"
        raise AnswersError([problem]) from error
    return _from_json(embedded.decode("utf-8"), name)


def _from_toml(text: str, name: str) -> Parsed:
    try:
        return tomllib.loads(text, parse_float=Fraction)
    except (tomllib.TOMLDecodeError, ValueError, RecursionError) as error:
        problem = str(error) or "too deeply nested"
        found = re.search(r"\(at line (\d+)", problem)
        line = found[1] if found else str(text.count("\n") + 1)
        what = re.sub(r" \(at .*\)$", "", problem)
        raise AnswersError([f"{name}:{line}: is not TOML: {what}; expected key = value"]) from error


def _from_json(text: str, name: str) -> Parsed:
    def unique(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
        keys = [key for key, _ in pairs]
        repeated = sorted({key for key in keys if keys.count(key) > 1})
        if repeated:
            raise AnswersError([f"{name}:{key}: stands twice; expected once" for key in repeated])
        return dict(pairs)

    try:
        return json.loads(text, object_pairs_hook=unique, parse_float=_exact, parse_constant=str)
    except json.JSONDecodeError as error:
        problem = f"{name}:{error.lineno}: is not JSON: {error.msg}; expected JSON in UTF-8"
        raise AnswersError([problem]) from error
    except (ValueError, RecursionError) as error:
        raise AnswersError([f"{name}: is not JSON: {error}; expected JSON in UTF-8"]) from error


def _exact(text: str) -> Fraction:
    return Fraction(text)


def _plain(value: Parsed) -> Parsed:
    """Dates of TOML as the text that JSON would have; everything else unchanged."""
    if isinstance(value, dict):
        return {key: _plain(item) for key, item in value.items()}
    if isinstance(value, list):
        return [_plain(item) for item in value]
    return value.isoformat() if isinstance(value, date | datetime | time) else value


def _questionnaire(data: Parsed) -> str:
    asked = data.get("questionnaire") if isinstance(data, dict) else None
    return asked if isinstance(asked, str) and asked in available() else CURRENT


def _faults(data: Parsed, pack: Pack) -> Iterator[str]:
    yield from _broken_text(data, "")
    validator = _validator(answers_schema(pack))
    for error in sorted(validator.iter_errors(data), key=lambda e: [str(p) for p in e.path]):
        yield from _worded(error)
    yield from _disordered_prices(data)
    if isinstance(data, dict) and "date" not in data:
        yield "date: is missing; expected a date like 2026-11-23, here or with --date"


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


def _worded(error: ValidationError) -> Iterator[str]:
    path = ".".join(str(part) for part in error.path)
    prefix = f"{path}." if path else ""
    schema: dict[str, Parsed] = dict(error.schema) if isinstance(error.schema, Mapping) else {}
    value: Parsed = error.instance
    if error.validator == "required":
        missing = error.message.split("'")[1]
        expected = schema["properties"][missing]["description"]
        yield f"{prefix}{missing}: is missing; expected {expected}"
    elif error.validator == "additionalProperties":
        known = list(schema["properties"])
        for key in value:
            if key not in known:
                yield f"{prefix}{key}: is not known here; expected {_nearest(key, known)}"
    else:
        expected = schema.get("description", error.message)
        yield f"{path}: {_what(value, expected)}; expected {expected}"


def _what(value: Parsed, expected: str) -> str:
    if isinstance(value, dict) and "not_applicable" in value:
        reason = value["not_applicable"]
        if isinstance(reason, str) and not reason.strip():
            return "not applicable without a reason"
        if "not_applicable" not in expected:
            return "not applicable is not offered for this question"
    shown = json.dumps(value, ensure_ascii=False, default=_as_typed)
    return f"is {shown if len(shown) <= _SHOWN else shown[:_SHOWN] + '…'}"


def _as_typed(value: object) -> Parsed:
    return float(value) if isinstance(value, Fraction) else str(value)


def _nearest(key: str, known: list[str]) -> str:
    near = get_close_matches(key, known, n=1)
    if near:
        return f"{near[0]}, perhaps"
    few = len(known) <= 20  # noqa: PLR2004 - more would not fit on a readable line
    return f"one of {', '.join(known)}" if few else f"an id such as {known[0]}"


def _broken_text(value: Parsed, path: str) -> Iterator[str]:
    """Texts with half a character (a lone surrogate), which no file could hold."""
    if isinstance(value, str):
        if any("\ud800" <= character <= "\udfff" for character in value):
            yield f"{path}: holds half a Unicode character; expected whole characters"
    elif isinstance(value, dict):
        for key, item in value.items():
            yield from _broken_text(item, f"{path}.{key}" if path else key)
    elif isinstance(value, list):
        for item in value:
            yield from _broken_text(item, path)


def _disordered_prices(data: Parsed) -> Iterator[str]:
    costs = data.get("costs") if isinstance(data, dict) else None
    for name, price in costs.items() if isinstance(costs, dict) else ():
        if not isinstance(price, dict) or set(price) != {"low", "typical", "high"}:
            continue
        ends = [price["low"], price["typical"], price["high"]]
        if all(isinstance(end, int | Fraction) for end in ends) and ends != sorted(ends):
            yield f"costs.{name}: is out of order; expected low <= typical <= high"


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
        return not_applicable(value["not_applicable"], note=note)
    if value["level"] == "unknown":
        return Answer(State.UNKNOWN, note=note, evidence=sure)
    return rated(value["level"], note=note, evidence=sure)


def _price(value: Parsed) -> Price:
    if isinstance(value, dict):
        return Price(*(Fraction(value[end]) for end in ("low", "typical", "high")))
    return Price(Fraction(value), Fraction(value), Fraction(value))
