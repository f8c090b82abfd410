"""The JSON Schema of the answers file: published by the command, and what validates it.

Every leaf has a ``description`` of what is expected; a fault's message ends with it.
"""

from collections.abc import Mapping
from typing import Any

from readiness.core.answers import NACE_SECTIONS, Evidence, Size
from readiness.core.questionnaire import LEVELS, Form, ProfileQuestion, Question
from readiness.packs import Pack, available
from readiness.wording.countries import COUNTRIES

MOST_DIGITS = 15
"""Of a number: what every program that reads JSON keeps."""
Schema = dict[str, Any]

_LEVEL: Schema = {"type": "integer", "minimum": min(LEVELS), "maximum": max(LEVELS)}
_UNKNOWN: Schema = {"const": "unknown"}
_NOTE: Schema = {"type": "string", "description": "a text"}
_TEXT: Schema = {"type": "string", "pattern": r"\S"}


def answers_schema(pack: Pack) -> Schema:
    """The schema of an answers file for ``pack`` (JSON Schema 2020-12)."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": f"readiness answers, questionnaire {pack.questionnaire.id}",
        "description": "a table with questionnaire, organisation and answers",
        **_object(
            {
                "questionnaire": {
                    "enum": list(available()),
                    "description": f"a questionnaire pack: {', '.join(available())}",
                },
                "form": {"enum": list(Form), "description": '"full" or "core"'},
                "date": {
                    "type": "string",
                    "format": "date",
                    "pattern": r"^\d{4}-\d{2}-\d{2}$",
                    "description": "a date like 2026-11-23",
                },
                "organisation": _organisation(),
                "profile": _profile(pack.questionnaire.profile),
                "costs": _costs(pack),
                "answers": _answers(pack.questionnaire.questions),
            },
            required=["questionnaire", "organisation"],
        ),
    }


def _object(properties: Mapping[str, Schema], *, required: list[str] | None = None) -> Schema:
    return {
        "type": "object",
        "properties": dict(properties),
        "required": required or [],
        "additionalProperties": False,
    }


def _organisation() -> Schema:
    return {
        "description": "a table with name, country, sector and size",
        **_object(
            {
                "name": {**_TEXT, "description": "a name"},
                "country": {
                    "enum": sorted(COUNTRIES),
                    "description": "an ISO 3166-1 alpha-2 country code like FR",
                },
                "sector": {
                    "enum": list(NACE_SECTIONS),
                    "description": "a NACE Rev. 2 section, one letter from A to U",
                },
                "size": {
                    "enum": [size.value for size in Size],
                    "description": "one of " + ", ".join(f'"{size}"' for size in Size),
                },
                "headcount": {
                    "type": "integer",
                    "minimum": 1,
                    "maximum": 10_000_000,
                    "description": "a whole number of people from 1 to 10000000",
                },
            },
            required=["name", "country", "sector", "size"],
        ),
    }


def _profile(questions: tuple[ProfileQuestion, ...]) -> Schema:
    properties = {question.id: _profile_question(question) for question in questions}
    return {"description": "a table of profile answers", **_object(properties)}


def _profile_question(question: ProfileQuestion) -> Schema:
    choices = ", ".join(question.options)
    schemas: dict[str, Schema] = {
        "boolean": {"type": "boolean", "description": "true or false"},
        "count": {
            "type": "integer",
            "minimum": 0,
            "maximum": 1_000_000_000,
            "description": "a whole number from 0",
        },
        "choice": {"enum": list(question.options), "description": f"one of {choices}"},
        "choices": {
            "type": "array",
            "items": {"enum": list(question.options), "description": f"one of {choices}"},
            "uniqueItems": True,
            "description": f"a list without repetition of {choices}",
        },
    }
    return schemas[question.type]


def _costs(pack: Pack) -> Schema:
    amount = {
        "type": "number",
        "minimum": 0,
        "maximum": 1_000_000_000,
        "description": f"an amount from 0 to 1000000000 of at most {MOST_DIGITS} digits",
    }
    ends = _object(dict.fromkeys(("low", "typical", "high"), amount))
    ends["required"] = ["low", "typical", "high"]
    expected = f"{amount['description']}, or {{ low, typical, high }} in that order"
    price = {"anyOf": [amount, ends], "description": expected}
    properties = dict.fromkeys(sorted(pack.catalogue.priced), price)
    return {"description": "a table of your own prices", **_object(properties)}


def _answers(questions: Mapping[str, Question]) -> Schema:
    properties = {question.id: _answer(question) for question in questions.values()}
    return {"description": "a table of answers by question id", **_object(properties)}


def _answer(question: Question) -> Schema:
    evidence = {"enum": list(Evidence), "description": '"stated", "seen" or "tested"'}
    extras = {"note": _NOTE, "evidence": evidence}
    level = {"anyOf": [_LEVEL, _UNKNOWN], "description": '0 to 4 or "unknown"'}
    forms: list[Schema] = [
        _LEVEL,
        _UNKNOWN,
        _object({"level": level, **extras}, required=["level"]),
    ]
    expected = '0 to 4, "unknown" or { level = 0 to 4, note = "…", evidence = "stated" }'
    if question.not_applicable:
        reason = {**_TEXT, "description": "a reason in words"}
        forms.append(_object({"not_applicable": reason, **extras}, required=["not_applicable"]))
        expected += ' or { not_applicable = "the reason" }'
    return {"anyOf": forms, "description": expected}
