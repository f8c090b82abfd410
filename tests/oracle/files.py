"""The pack files as plain dictionaries, read without the program's own loader."""

import copy
import csv
import functools
import tomllib
from decimal import Decimal
from fractions import Fraction
from pathlib import Path
from typing import Any

PACKS = Path(__file__).resolve().parents[2] / "readiness" / "packs"
BENCHMARKS = PACKS / "benchmarks"

Table = dict[str, Any]
Row = dict[str, str]


@functools.cache
def toml(path: Path) -> Table:
    """A TOML file with its decimal numbers exact."""
    with path.open("rb") as file:
        return tomllib.load(file, parse_float=Decimal)


@functools.cache
def questionnaire(pack_id: str) -> Table:
    """``pack.toml`` with the questions of each domain put in, in the order of the files."""
    folder = PACKS / "questionnaires" / pack_id
    pack = copy.deepcopy(toml(folder / "pack.toml"))
    for domain in pack["domains"]:
        domain["questions"] = in_order(toml(folder / f"{domain['id']}.toml"))
    return pack


def costs(pack_id: str) -> Table:
    """The cost catalogue of a questionnaire pack."""
    return toml(PACKS / "questionnaires" / pack_id / "costs.toml")


def in_order(tables: Table) -> list[Table]:
    """Tables by id as a list of tables that know their id, in the order of the file."""
    return [{"id": key, **table} for key, table in tables.items()]


@functools.cache
def figures() -> list[Row]:
    """Every published figure as the text of its row, with the pack it belongs to."""
    found = []
    for path in sorted((BENCHMARKS / "figures").glob("*.csv")):
        with path.open(encoding="utf-8", newline="") as file:
            found += [{"pack": path.stem, **row} for row in csv.DictReader(file)]
    return found


def exact(value: object) -> Fraction:
    """The number that was written, not its nearest binary fraction."""
    return Fraction(value) if isinstance(value, int) else Fraction(str(value))


def printed(value: Fraction) -> int | float:
    """Two decimals, halves up; a whole number without any. No figure here is negative."""
    hundredths = (value * 200 + 1) // 2
    whole, rest = divmod(hundredths, 100)
    return whole if rest == 0 else hundredths / 100
