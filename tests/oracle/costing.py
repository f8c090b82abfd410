"""Cost lines: internal days and catalogue items, each a low, a typical and a high amount."""

from fractions import Fraction

from tests.oracle.files import Table, costs, exact, printed
from tests.oracle.score import Given

ENDS = ("low", "typical", "high")
KINDS = ("training", "recruitment", "security", "confidentiality", "governance")
KIND_OF_DOMAIN = {
    "SEC": "security",
    "CON": "confidentiality",
    "TRA": "training",
    "ROL": "recruitment",
    "GOV": "governance",
}
TARGET = 3

Triple = tuple[Fraction, Fraction, Fraction]
ZERO: Triple = (Fraction(0), Fraction(0), Fraction(0))


def triple(value: object) -> Triple:
    """Low, typical, high of a table, of a list, or three times the same number."""
    if isinstance(value, dict):
        low, typical, high = (exact(value[end]) for end in ENDS)
    elif isinstance(value, list):
        low, typical, high = (exact(end) for end in value)
    else:
        low = typical = high = exact(value)
    return low, typical, high


def times(one: Triple, other: Triple) -> Triple:
    return one[0] * other[0], one[1] * other[1], one[2] * other[2]


def plus(one: Triple, other: Triple) -> Triple:
    return one[0] + other[0], one[1] + other[1], one[2] + other[2]


def amount(value: Triple) -> Table:
    return dict(zip(ENDS, map(printed, value), strict=True))


def below_target(given: Given, question: Table) -> bool:
    has_object = given.state(question["id"]) != "n/a"
    return given.asked(question) and has_object and given.level(question["id"]) < TARGET


def quantity(catalogue: Table, document: Table, per: str) -> Triple:
    size = document["organisation"]["size"]
    match per:
        case "person":
            own = document["organisation"].get("headcount")
            band = catalogue["headcounts"][size]
        case "publisher":
            own = document.get("profile", {}).get("publishers")
            band = catalogue["publishers"][size]
        case "post":
            own, band = None, catalogue["posts"][size]
        case _:
            own, band = 1, []
    return triple(band if own is None else own)


def price_set(item: Table, country: str) -> Table:
    for wanted in (country, ""):
        for price in item["prices"]:
            if price["country"] == wanted:
                return dict(price)
    return dict(item["prices"][0])


def setup_lines(given: Given, catalogue: Table, own: Table) -> list[Table]:
    day = triple(own.get("day", catalogue["day"]))
    lines = []
    for domain in given.pack["domains"]:
        once = yearly = ZERO
        for question in given.scored(domain):
            if below_target(given, question):
                once = plus(once, triple(question["effort_3"]["once"]))
                yearly = plus(yearly, triple(question["effort_3"]["yearly"]))
        lines.append(
            {
                "item": "setup",
                "question": None,
                "kind": KIND_OF_DOMAIN[domain["id"]],
                "once": times(once, day),
                "yearly": times(yearly, day),
            }
        )
    return lines


def item_line(given: Given, catalogue: Table, document: Table, item: Table) -> Table:
    own = document.get("costs", {})
    if item["id"] in own:
        price = triple(own[item["id"]])
    else:
        price = triple(price_set(item, document["organisation"]["country"]))
        if item["currency"] == "USD":
            price = times(price, triple(own.get("usd", catalogue["rates"]["usd"]["value"])))
    units = times(quantity(catalogue, document, item["per"]), triple(item["times"]))
    line = {
        "item": item["id"],
        "question": item["trigger"],
        "kind": item["kind"],
        "once": ZERO,
        "yearly": ZERO,
    }
    if below_target(given, given.find(item["trigger"])):
        line[item["when"]] = times(price, units)
    return line


def cost(given: Given, document: Table) -> Table:
    """The ``costs`` part of the result document, without year and grade of the lines."""
    catalogue = costs(document["questionnaire"])
    lines = setup_lines(given, catalogue, document.get("costs", {}))
    lines += [item_line(given, catalogue, document, item) for item in catalogue["items"]]
    lines = [line for line in lines if line["once"] != ZERO or line["yearly"] != ZERO]
    lines.sort(key=lambda line: KINDS.index(line["kind"]))
    once = yearly = ZERO
    for line in lines:
        once, yearly = plus(once, line["once"]), plus(yearly, line["yearly"])
    return {
        "currency": catalogue["currency"],
        "lines": [
            {**line, "once": amount(line["once"]), "yearly": amount(line["yearly"])}
            for line in lines
        ],
        "total": {
            "once": amount(once),
            "yearly": amount(yearly),
            "first_year": amount(plus(once, yearly)),
        },
    }
