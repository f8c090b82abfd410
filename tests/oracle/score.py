"""Domains, overall score, gates, levels and contributions, from the page on scoring alone."""

import functools
from dataclasses import dataclass, field
from fractions import Fraction

from tests.oracle.files import Table, printed

LEVELS = ((25, "unprotected"), (50, "partial"), (75, "organised"), (90, "controlled"))


@dataclass
class Given:
    """The answers of a form reduced to what counts: a level, ``None`` (unknown) or ``"n/a"``."""

    pack: Table
    form: str
    raw: Table

    def asked(self, question: Table) -> bool:
        return self.form == "full" or bool(question["core"])

    def scored(self, domain: Table) -> list[Table]:
        return [q for q in domain["questions"] if self.asked(q) and q.get("scored", True)]

    def state(self, question_id: str) -> int | str | None:
        answer = self.raw.get(question_id, "unknown")
        if isinstance(answer, dict):
            if "not_applicable" in answer:
                return "n/a"
            answer = answer["level"]
        return None if answer == "unknown" else answer

    def level(self, question_id: str) -> int:
        """The level as the lower end sees it: what is not shown counts as 0."""
        state = self.state(question_id)
        return state if isinstance(state, int) else 0

    def find(self, question_id: str) -> Table:
        return next(
            question
            for domain in self.pack["domains"]
            for question in domain["questions"]
            if question["id"] == question_id
        )


@dataclass
class Figure:
    """A range of points and the caps that were set on either end of it."""

    uncapped_low: Fraction
    uncapped_high: Fraction
    caps_low: list[int] = field(default_factory=list)
    caps_high: list[int] = field(default_factory=list)

    @property
    def low(self) -> Fraction:
        return min([self.uncapped_low, *map(Fraction, self.caps_low)])

    @property
    def high(self) -> Fraction:
        return min([self.uncapped_high, *map(Fraction, self.caps_high)])

    def cap(self, points: int, *, known: bool) -> bool:
        """Note a cap; whether it is below what it caps. An unknown gate spares the high end."""
        self.caps_low.append(points)
        if known:
            self.caps_high.append(points)
        return points < (self.uncapped_high if known else self.uncapped_low)


@dataclass
class Part:
    """The sums of one domain, and its figures where anything of it is applicable."""

    id: str
    omega: int
    applicable: Fraction
    shown: Fraction
    unknown: Fraction
    left_out: Fraction
    points: Figure | None = None

    def __post_init__(self) -> None:
        if self.applicable:
            best = self.shown + 100 * self.unknown
            self.points = Figure(self.shown / self.applicable, best / self.applicable)

    @property
    def knowledge(self) -> Fraction:
        return 100 * (self.applicable - self.unknown) / self.applicable


@dataclass
class Scored:
    """Everything the page derives from the answers alone."""

    given: Given
    parts: list[Part]
    whole: Figure | None
    knowledge: Fraction
    gates: list[Table]

    @functools.cached_property
    def share(self) -> dict[str, Fraction]:
        """Overall points that one point of a question is worth, by domain and times its weight."""
        assessed = [part for part in self.parts if part.points]
        total = sum(part.omega for part in assessed)
        return {part.id: Fraction(part.omega, total) / part.applicable for part in assessed}


def level_name(points: Fraction) -> str:
    return next((name for bound, name in LEVELS if points < bound), "proven")


def sums(given: Given, domain: Table) -> Part:
    weights: dict[str, Fraction] = dict.fromkeys(("n/a", "known", "unknown"), Fraction(0))
    shown = Fraction(0)
    for question in given.scored(domain):
        state = given.state(question["id"])
        group = "unknown" if state is None else "n/a" if state == "n/a" else "known"
        weights[group] += question["weight"]
        shown += question["weight"] * 25 * given.level(question["id"])
    return Part(
        id=domain["id"],
        omega=domain["weight"],
        applicable=weights["known"] + weights["unknown"],
        shown=shown,
        unknown=weights["unknown"],
        left_out=weights["n/a"],
    )


def caps_of(kind: str, level: int) -> dict[str, int]:
    if kind == "soft":
        return {"domain": 59} if level <= 1 else {}
    if level <= 1:
        return {"domain": 49, "overall": 49}
    return {"overall": 69} if level == 2 else {}


def mean(figures: list[tuple[int, Fraction]]) -> Fraction:
    total = sum((omega * figure for omega, figure in figures), Fraction(0))
    return total / sum(omega for omega, _ in figures)


def overall(parts: list[Part]) -> Figure | None:
    assessed = [(part.omega, part.points) for part in parts if part.points]
    if not assessed:
        return None
    return Figure(
        mean([(omega, points.uncapped_low) for omega, points in assessed]),
        mean([(omega, points.uncapped_high) for omega, points in assessed]),
    )


def set_caps(given: Given, gate: Table, figures: dict[str, Figure | None]) -> dict[str, int]:
    """Cap domain and whole by one gate; the caps that lower what they are set on."""
    state = given.state(gate["id"])
    if state == "n/a":
        return {}
    biting = {}
    for where, points in caps_of(gate["gate"], given.level(gate["id"])).items():
        figure = figures[where]
        if figure is not None and figure.cap(points, known=state is not None):
            biting[where] = points
    return biting


def score(given: Given) -> Scored:
    """Apply the page, in its order: domains, overall, gates."""
    domains = given.pack["domains"]
    parts = [sums(given, domain) for domain in domains]
    whole = overall(parts)
    gates = []
    for domain, part in zip(domains, parts, strict=True):
        for question in given.scored(domain):
            if "gate" not in question:
                continue
            biting = set_caps(given, question, {"domain": part.points, "overall": whole})
            if biting:
                gates.append(
                    {
                        "question": question["id"],
                        "kind": question["gate"],
                        "level": given.level(question["id"]),
                        "caps": biting,
                    }
                )
    known = [(part.omega, part.knowledge) for part in parts if part.points]
    return Scored(given, parts, whole, mean(known) if known else Fraction(0), gates)


def ends(figure: Figure | None) -> Table:
    if figure is None:
        return dict.fromkeys(("low", "high", "uncapped_low", "uncapped_high"))
    return {
        "low": printed(figure.low),
        "high": printed(figure.high),
        "uncapped_low": printed(figure.uncapped_low),
        "uncapped_high": printed(figure.uncapped_high),
    }


def score_table(scored: Scored) -> Table:
    whole = scored.whole
    told = whole is not None and scored.knowledge >= 50
    lows = [(part.points.low, part.id) for part in scored.parts if part.points]
    # min keeps the first of equals, and the parts are in pack order.
    return {
        **ends(whole),
        "knowledge": printed(scored.knowledge) if whole else None,
        "level": level_name(whole.low) if whole and told else None,
        "weakest_domain": min(lows, key=lambda row: row[0])[1] if lows else None,
    }


def domain_table(part: Part) -> Table:
    taking_part = part.applicable + part.left_out
    left_out = 100 * part.left_out / taking_part if taking_part else Fraction(0)
    return {
        "id": part.id,
        "weight": part.omega,
        **ends(part.points),
        "knowledge": printed(part.knowledge) if part.points else None,
        "level": level_name(part.points.low) if part.points else None,
        "not_applicable": printed(left_out),
        # The page calls a domain without any applicable question "not assessed" instead.
        "partly_assessed": part.points is not None and left_out > 20,
    }


def applicable(scored: Scored) -> list[tuple[str, Table]]:
    """Domain id and question of everything that has a place in the sums, in pack order."""
    return [
        (domain["id"], question)
        for domain in scored.given.pack["domains"]
        for question in scored.given.scored(domain)
        if scored.given.state(question["id"]) != "n/a"
    ]


def contributions(scored: Scored) -> list[Table]:
    rows = []
    for domain_id, question in applicable(scored):
        value = 25 * scored.given.level(question["id"])
        points = scored.share[domain_id] * question["weight"] * value
        lost = scored.share[domain_id] * question["weight"] * (100 - value)
        rows.append({"question": question["id"], "points": printed(points), "lost": printed(lost)})
    return rows


def unknown(scored: Scored) -> list[Table]:
    worth = [
        (scored.share[domain_id] * question["weight"] * 100, question["id"])
        for domain_id, question in applicable(scored)
        if scored.given.state(question["id"]) is None
    ]
    # A stable sort: what is worth the same stays in pack order.
    return [
        {"question": question_id, "worth": printed(points)}
        for points, question_id in sorted(worth, key=lambda row: -row[0])
    ]


def adoption(scored: Scored, profile: Table) -> Table:
    pack = scored.given.pack
    state = scored.given.state(pack["use_question"])
    uses = state >= pack["using_from_level"] if isinstance(state, int) else None
    quadrant = None
    if uses is not None and scored.whole is not None:
        ready = scored.whole.low >= 50
        quadrant = {
            (False, False): "not_started",
            (True, False): "room_to_grow",
            (False, True): "exposed",
            (True, True): "steered",
        }[ready, uses]
    return {
        "uses": uses,
        "interested": profile.get("finds_social_media_useful"),
        "quadrant": quadrant,
    }


def recommendations(scored: Scored) -> list[Table]:
    biting = {gate["question"]: gate["kind"] for gate in scored.gates}
    target: int = scored.given.pack["target_level"]
    rows = []
    for domain_id, question in applicable(scored):
        start = scored.given.level(question["id"])
        if start >= target:
            continue
        gain = scored.share[domain_id] * question["weight"] * 25 * (target - start)
        low, typical, high = (Fraction(days) for days in question["effort_3"]["once"])
        gate = biting.get(question["id"])
        rows.append(
            (
                {"hard": 0, "soft": 1, None: 2}[gate],
                -gain / typical,
                {
                    "question": question["id"],
                    "from": start,
                    "to": target,
                    "gain": printed(gain),
                    "effort_days": {
                        "low": printed(low),
                        "typical": printed(typical),
                        "high": printed(high),
                    },
                    "gate": gate,
                },
            )
        )
    rows.sort(key=lambda row: row[:2])
    return [{"rank": rank, **row[2]} for rank, row in enumerate(rows, start=1)]
