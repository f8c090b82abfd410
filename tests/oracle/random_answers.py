"""Answers documents made up from a seed: every form, place, state of an answer, own price."""

from collections.abc import Callable
from random import Random

from tests.oracle.files import PACKS, Table, costs, figures, in_order, questionnaire, toml

PACK = "2026.1"
SECTORS = "ABCDEFGHIJKLMNOPQRSTU"
BANDS = {
    "1-9": (1, 9),
    "10-49": (10, 49),
    "50-249": (50, 249),
    "250-999": (250, 999),
    "1000+": (1000, 60_000),
}
# Countries for which nothing at all is published.
ELSEWHERE = ("BR", "CI", "KR", "MA", "NZ", "SN", "TN", "UY", "VN", "ZA")
EVIDENCE = ("stated", "seen", "tested")
LEVELS = range(5)


def published_countries() -> list[str]:
    """Countries with figures of their own; aggregates and regions are longer than two letters."""
    return sorted({row["country"] for row in figures() if len(row["country"]) == 2})


def all_questions() -> list[Table]:
    return [
        question for domain in questionnaire(PACK)["domains"] for question in domain["questions"]
    ]


def gates() -> list[Table]:
    return [question for question in all_questions() if "gate" in question]


def organisation(chance: Random) -> Table:
    size = chance.choice(list(BANDS))
    country = chance.choice(chance.choice([published_countries(), ["FR", "DE"], list(ELSEWHERE)]))
    found = {
        "name": chance.choice(["Example SA", "Société « Été »", "Müller & Söhne", "Δοκιμή"]),
        "country": country,
        "sector": chance.choice(SECTORS),
        "size": size,
    }
    return {**found, "headcount": chance.randint(*BANDS[size])} if chance.random() < 0.5 else found


def profile_value(chance: Random, question: Table) -> bool | int | str | list[str]:
    match question["type"]:
        case "boolean":
            return chance.random() < 0.5
        case "count":
            return chance.choice([0, 1, 2, 7, 40, 1200])
        case "choice":
            return str(chance.choice(question["options"]))
        case _:
            return chance.sample(question["options"], chance.randint(0, 4))


def profile(chance: Random) -> Table:
    often = chance.choice([0.0, 0.5, 0.9])
    asked = in_order(toml(PACKS / "questionnaires" / PACK / "profile.toml"))
    return {
        question["id"]: profile_value(chance, question)
        for question in asked
        if chance.random() < often
    }


def price(chance: Random) -> int | float | Table:
    ends = sorted(chance.choice([0, 12, 99.95, 250, 1234.5, 40_000]) for _ in range(3))
    if chance.random() < 0.5:
        return ends[1]
    return dict(zip(("low", "typical", "high"), ends, strict=True))


def own_prices(chance: Random) -> Table:
    often = chance.choice([0.0, 0.0, 0.3, 1.0])
    names = ["day", *(item["id"] for item in costs(PACK)["items"])]
    prices: Table = {name: price(chance) for name in names if chance.random() < often}
    if chance.random() < often:
        prices["usd"] = chance.choice([0.86, 1, {"low": 0.8, "typical": 0.9, "high": 1.05}])
    return prices


def dressed(chance: Random, level: int | str) -> int | str | Table:
    """A level as it is, or with a note and how sure it is."""
    if chance.random() < 0.7:
        return level
    extras: Table = {}
    if chance.random() < 0.7:
        extras["note"] = chance.choice(["charter of 2024", "à vérifier", ""])
    if chance.random() < 0.5:
        extras["evidence"] = chance.choice(EVIDENCE)
    return {"level": level, **extras}


def absent(chance: Random) -> Table:
    reason = {"not_applicable": chance.choice(["no agency", "aucun représentant du personnel"])}
    return {**reason, "note": "asked twice"} if chance.random() < 0.2 else reason


def mixed(chance: Random) -> Table:
    """Each question by itself, with a share of unknowns and of levels that differs per document."""
    weights = [chance.random() ** 2 + 0.05 for _ in LEVELS]
    not_known, missing, no_object = (chance.choice([0, 0.1, 0.5]) for _ in range(3))
    answers: Table = {}
    for question in all_questions():
        draw = chance.random()
        if draw < missing / 2:
            continue
        if "not_applicable" in question and chance.random() < no_object:
            answers[question["id"]] = absent(chance)
        elif chance.random() < not_known:
            answers[question["id"]] = dressed(chance, "unknown")
        else:
            answers[question["id"]] = dressed(chance, chance.choices(LEVELS, weights)[0])
    return dict(chance.sample(list(answers.items()), len(answers)))


def same(value: int | str) -> Callable[[Random], Table]:
    return lambda _: {question["id"]: value for question in all_questions()}


def nothing(_: Random) -> Table:
    return {}


def nothing_applicable(chance: Random) -> Table:
    """Not applicable wherever the pack allows it, one and the same answer for the rest."""
    rest = chance.choice([0, 2, 4, "unknown"])
    return {
        question["id"]: absent(chance) if "not_applicable" in question else rest
        for question in all_questions()
    }


def low_gates(chance: Random) -> Table:
    """Nearly everything done but for one gate, or for a few."""
    answers = same(chance.choice([3, 4]))(chance)
    for gate in chance.sample(gates(), chance.choice([1, 1, 1, 2, 4])):
        answers[gate["id"]] = chance.choice([0, 1, 2, "unknown"])
    return answers


def one_domain(chance: Random) -> Table:
    """One domain done, the others not known."""
    domain = chance.choice(questionnaire(PACK)["domains"])
    return {question["id"]: chance.choice([3, 4]) for question in domain["questions"]}


EXTREMES = (
    same("unknown"),
    nothing,
    same(0),
    same(1),
    same(2),
    same(3),
    same(4),
    nothing_applicable,
    low_gates,
    low_gates,
    low_gates,
    one_domain,
)


def random_answers(seed: int) -> Table:
    """A valid answers document; every third one is an extreme mix."""
    chance = Random(seed)  # noqa: S311 - test data, no secret
    mix = EXTREMES[seed // 3 % len(EXTREMES)] if seed % 3 == 0 else mixed
    document: Table = {
        "questionnaire": PACK,
        "form": chance.choice(["full", "full", "core"]),
        "date": chance.choice(["2026-11-23", "2024-02-29", "2030-01-01"]),
        "organisation": organisation(chance),
        "answers": mix(chance),
    }
    optional = {"profile": profile(chance), "costs": own_prices(chance)}
    return {**document, **{name: table for name, table in optional.items() if table}}
