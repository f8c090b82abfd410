"""Benchmarks: which figure, how sure it is, what it says; and the survey of 2010."""

import functools
from decimal import Decimal, localcontext
from fractions import Fraction

from tests.oracle.files import (
    BENCHMARKS,
    Row,
    Table,
    exact,
    figures,
    in_order,
    printed,
    toml,
)
from tests.oracle.score import Given

Z = Decimal("1.959963984540054")
OWN, ALL = "own", "all"
# Sector and size of the four cells of a country, nearest first.
NEAREST = ((OWN, OWN), (OWN, ALL), (ALL, OWN), (ALL, ALL))


def cells(country: str) -> list[tuple[str, str, str]]:
    """Country, sector and size of the thirteen cells in the order they are looked into."""
    places = (country, "EU27_2020", "EU28")
    return [(place, *cell) for place in places for cell in NEAREST] + [("", ALL, ALL)]


def fits(classes: Table, code: str, own: str, wanted: str) -> bool:
    known = classes.get(code, {"covers": []})
    return bool(known.get("all")) if wanted == ALL else own in known["covers"]


@functools.cache
def by_series() -> dict[tuple[str, str, str], list[Row]]:
    series: dict[tuple[str, str, str], list[Row]] = {}
    for row in figures():
        series.setdefault((row["pack"], row["indicator"], row["unit"]), []).append(row)
    return series


def eligible(indicator: Table) -> list[Row]:
    """The figures of the indicator's one series; those of earlier packs first."""
    return [
        row
        for pack in indicator["packs"]
        for row in by_series().get((pack, indicator["figure"], indicator["unit"]), [])
    ]


def grade_of(row: Row) -> str:
    return str(toml(BENCHMARKS / "sources.toml")[row["source"]]["grade"])


def choose(indicator: Table, organisation: Table) -> tuple[Row, int] | None:
    """The figure and the number of its cell, from 1."""
    sizes, sectors = toml(BENCHMARKS / "sizes.toml"), toml(BENCHMARKS / "sectors.toml")
    rows = eligible(indicator)
    for step, (country, sector, size) in enumerate(cells(organisation["country"]), start=1):
        found = [
            row
            for row in rows
            if row["country"] == country
            and fits(sectors, row["sector"], organisation["sector"], sector)
            and fits(sizes, row["size_class"], organisation["size"], size)
        ]
        if found:
            # min keeps the first of equals: the order of the indicator's packs, then of the file.
            return min(found, key=lambda row: (grade_of(row), -int(row["year"]))), step
    return None


def wilson(percent: Fraction, n: int) -> tuple[Fraction, Fraction]:
    with localcontext() as context:
        context.prec = 60
        p = Decimal(percent.numerator) / Decimal(percent.denominator) / 100
        centre = p + Z * Z / (2 * n)
        half = Z * (p * (1 - p) / n + Z * Z / (4 * Decimal(n) ** 2)).sqrt()
        scale = 100 / (1 + Z * Z / n)
        return Fraction((centre - half) * scale), Fraction((centre + half) * scale)


def margin(percent: Fraction, n: int | None) -> tuple[Fraction, Fraction] | None:
    return None if n is None else wilson(percent, n)


def margin_table(interval: tuple[Fraction, Fraction] | None) -> Table | None:
    if interval is None:
        return None
    return {"low": printed(interval[0]), "high": printed(interval[1])}


def does(given: Given, profile: Table, rule: Table) -> bool | None:
    """Whether the organisation does what is counted; ``None`` where it is not known."""
    if "question" in rule:
        state = given.state(rule["question"])
        return state >= rule["from_level"] if isinstance(state, int) else None
    value = profile.get(rule["profile"])
    if value is None:
        return None
    # Without one wanted choice: yes, or at least one choice.
    return rule["contains"] in value if "contains" in rule else bool(value)


def verdict(
    yours: bool | None,  # noqa: FBT001 - an answer that may be missing
    percent: Fraction,
    interval: tuple[Fraction, Fraction] | None,
) -> str:
    if yours is None:
        return "find_out"
    if interval is not None and interval[0] <= 50 <= interval[1]:
        return "cannot_be_told"
    if yours:
        return "with_the_majority" if percent >= 50 else "ahead_of_most"
    return "behind_the_majority" if percent >= 50 else "with_the_majority_who_do_not"


def position(given: Given, document: Table, indicator: Table) -> Table | None:
    chosen = choose(indicator, document["organisation"])
    if chosen is None:
        return None
    row, step = chosen
    percent = exact(row["value"])
    interval = margin(percent, int(row["sample_n"]) if row["sample_n"] else None)
    yours = does(given, document.get("profile", {}), indicator)
    source = toml(BENCHMARKS / "sources.toml")[row["source"]]
    return {
        "indicator": indicator["id"],
        "question": indicator.get("question"),
        "yours": yours,
        "peers": printed(percent),
        "unit": row["unit"],
        "margin": margin_table(interval),
        "verdict": verdict(yours, percent, interval),
        "closeness": indicator["closeness"],
        "year": int(row["year"]),
        "grade": source["grade"],
        "cell": {
            "country": row["country"],
            "sector": row["sector"],
            "size_class": row["size_class"],
            "step": step,
        },
        "pack": row["pack"],
        "source_title": source["title"],
        "source_url": source["url"],
    }


def benchmarks(given: Given, document: Table) -> list[Table]:
    """Every indicator that has a figure and asks nothing the form leaves out."""
    asked = [
        indicator
        for indicator in in_order(toml(BENCHMARKS / "indicators.toml"))
        if "question" not in indicator or given.asked(given.find(indicator["question"]))
    ]
    found = (position(given, document, indicator) for indicator in asked)
    return [row for row in found if row is not None]


def practices(found: list[Table]) -> Table:
    counted = [
        row
        for row in found
        if row["closeness"] in {"same", "close"}
        and row["grade"] in {"A", "B"}
        and row["yours"] is not None
    ]
    # Shares are published with at most two decimals, so that what was printed is exact.
    peers = sum((exact(row["peers"]) for row in counted), Fraction(0)) / 100
    return {
        "yours": sum(row["yours"] for row in counted),
        "peers": printed(peers),
        "of": len(counted),
    }


def survey(given: Given, document: Table) -> list[Table]:
    """The box of the 2010 survey: remarks on a country for organisations there only."""
    table = toml(BENCHMARKS / "survey.toml")["survey"]
    lines = []
    for name in table["entries"]:
        entry = table[name]
        if (
            entry.get("shown_for", document["organisation"]["country"])
            != (document["organisation"]["country"])
        ):
            continue
        keys = ("indicator", "unit", "country", "sector", "size_class")
        (row,) = [
            row
            for row in figures()
            if row["pack"] == table["pack"]
            and all(row[key] == entry[key] for key in keys)
            and int(row["year"]) == entry["year"]
        ]
        value = exact(row["value"])
        lines.append(
            {
                "indicator": name,
                "yours": does(given, document.get("profile", {}), entry),
                "peers": printed(value),
                "margin": margin_table(margin(value, entry.get("n"))),
                "year": entry["year"],
                "grade": grade_of(row),
                "pack": table["pack"],
            }
        )
    return lines
