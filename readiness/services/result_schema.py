"""The JSON Schema of the result document ``readiness-result/1``."""

from enum import StrEnum
from typing import Any

from readiness.core.adoption import Quadrant
from readiness.core.answers import Size
from readiness.core.benchmarks import Closeness, Verdict
from readiness.core.costs import CostKind
from readiness.core.document import SCHEMA
from readiness.core.questionnaire import Form, Gate
from readiness.core.scoring import Level

Schema = dict[str, Any]

# All have two decimals at most. "multipleOf" cannot say so: validators divide binary fractions, and
# refuse 1.88 as no multiple of 0.01.
_POINTS: Schema = {"type": "number", "minimum": 0, "maximum": 100}
_AMOUNT: Schema = {"type": "number", "minimum": 0}
_TEXT: Schema = {"type": "string"}
_COUNT: Schema = {"type": "integer", "minimum": 0}
_YES_NO: Schema = {"type": ["boolean", "null"]}
_LEVEL: Schema = {"type": "integer", "minimum": 0, "maximum": 4}


def _table(**properties: Schema) -> Schema:
    return {
        "type": "object",
        "properties": properties,
        "required": list(properties),
        "additionalProperties": False,
    }


def _list(item: Schema) -> Schema:
    return {"type": "array", "items": item}


def _one_of(names: type[StrEnum]) -> Schema:
    return {"enum": [name.value for name in names]}


def _or_null(schema: Schema) -> Schema:
    return {"anyOf": [schema, {"type": "null"}]}


def result_schema() -> Schema:
    """The schema of the document that ``assess --json`` writes (JSON Schema 2020-12)."""
    span = _table(low=_AMOUNT, typical=_AMOUNT, high=_AMOUNT)
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": SCHEMA,
        **_table(
            schema={"const": SCHEMA},
            questionnaire=_table(id=_TEXT, form=_one_of(Form), digest=_TEXT),
            organisation=_organisation(),
            date={"type": "string", "format": "date"},
            score=_table(
                **_ends(),
                knowledge=_or_null(_POINTS),
                level=_or_null(_one_of(Level)),
                weakest_domain=_or_null(_TEXT),
            ),
            domains=_list(_domain()),
            gates=_list(_gate()),
            contributions=_list(_table(question=_TEXT, points=_POINTS, lost=_POINTS)),
            unknown=_list(_table(question=_TEXT, worth=_POINTS)),
            adoption=_table(
                uses=_YES_NO,
                interested=_YES_NO,
                quadrant=_or_null(_one_of(Quadrant)),
                survey=_list(_survey()),
            ),
            benchmarks=_list(_benchmark()),
            practices=_table(yours=_COUNT, peers=_AMOUNT, of=_COUNT),
            recommendations=_list(_recommendation(span)),
            costs=_costs(span),
            answers={"type": "object"},
        ),
    }


def _organisation() -> Schema:
    schema = _table(name=_TEXT, country=_TEXT, sector=_TEXT, size=_one_of(Size))
    schema["properties"]["headcount"] = {"type": "integer", "minimum": 1}
    return schema


def _ends() -> dict[str, Schema]:
    names = ("low", "high", "uncapped_low", "uncapped_high")
    return {name: _or_null(_POINTS) for name in names}


def _domain() -> Schema:
    return _table(
        id=_TEXT,
        weight=_COUNT,
        **_ends(),
        knowledge=_or_null(_POINTS),
        not_applicable=_POINTS,
        partly_assessed={"type": "boolean"},
        level=_or_null(_one_of(Level)),
    )


def _gate() -> Schema:
    caps = _table(domain=_POINTS, overall=_POINTS)
    caps["required"] = []
    return _table(question=_TEXT, kind=_one_of(Gate), level=_LEVEL, caps=caps)


def _margin() -> Schema:
    return _or_null(_table(low=_POINTS, high=_POINTS))


def _survey() -> Schema:
    return _table(
        indicator=_TEXT,
        yours=_YES_NO,
        peers=_POINTS,
        margin=_margin(),
        year=_COUNT,
        grade=_TEXT,
        pack=_TEXT,
    )


def _benchmark() -> Schema:
    return _table(
        indicator=_TEXT,
        question=_or_null(_TEXT),
        yours=_YES_NO,
        peers=_POINTS,
        unit=_TEXT,
        margin=_margin(),
        verdict=_one_of(Verdict),
        closeness=_one_of(Closeness),
        year=_COUNT,
        grade=_TEXT,
        cell=_table(country=_TEXT, sector=_TEXT, size_class=_TEXT, step=_COUNT),
        pack=_TEXT,
        source_title=_TEXT,
        source_url=_TEXT,
    )


def _recommendation(span: Schema) -> Schema:
    properties = {
        "rank": _COUNT,
        "question": _TEXT,
        "from": _LEVEL,
        "to": _LEVEL,
        "gain": _POINTS,
        "effort_days": span,
        "owner": _TEXT,
        "gate": _or_null(_one_of(Gate)),
    }
    return _table(**properties)


def _costs(span: Schema) -> Schema:
    line = _table(
        item=_TEXT,
        question=_or_null(_TEXT),
        kind=_one_of(CostKind),
        once=span,
        yearly=span,
        year=_COUNT,
        grade=_TEXT,
    )
    total = _table(once=span, yearly=span, first_year=span)
    return _table(currency=_TEXT, lines=_list(line), total=total)
