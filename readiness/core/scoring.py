"""The score: range, knowledge, gates, levels and every contribution, as scoring.md says.

Everything is integer or rational arithmetic; nothing is rounded here.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from fractions import Fraction

from readiness.core.answers import AnswerSheet, State
from readiness.core.questionnaire import Domain, Gate, Question, Questionnaire

HUNDRED = Fraction(100)
READY_FROM = Fraction(50)
PARTLY_ASSESSED_ABOVE = Fraction(20)
LEVEL_NEEDS_KNOWLEDGE = Fraction(50)
HARD_CAP = Fraction(49)
HARD_CAP_AT_LEVEL_2 = Fraction(69)
SOFT_CAP = Fraction(59)


class Level(StrEnum):
    """The five names of a score, lowest first."""

    UNPROTECTED = "unprotected"
    PARTIAL = "partial"
    ORGANISED = "organised"
    CONTROLLED = "controlled"
    PROVEN = "proven"


LEVEL_STARTS: tuple[tuple[Level, Fraction], ...] = (
    (Level.UNPROTECTED, Fraction(0)),
    (Level.PARTIAL, Fraction(25)),
    (Level.ORGANISED, Fraction(50)),
    (Level.CONTROLLED, Fraction(75)),
    (Level.PROVEN, Fraction(90)),
)


@dataclass(frozen=True, slots=True)
class Range:
    """A score in points of 100: what can be shown, and what it would be at best."""

    low: Fraction
    high: Fraction


@dataclass(frozen=True, slots=True)
class DomainScore:
    """One domain; ``uncapped``, ``capped`` and ``knowledge`` are None where not assessed."""

    id: str
    weight: int
    applicable_weight: int
    uncapped: Range | None
    capped: Range | None
    knowledge: Fraction | None
    not_applicable: Fraction

    @property
    def partly_assessed(self) -> bool:
        """More than a fifth of the weight has no object, but not all of it."""
        return self.uncapped is not None and self.not_applicable > PARTLY_ASSESSED_ABOVE

    @property
    def level(self) -> Level | None:
        return None if self.capped is None else level_of(self.capped.low)


@dataclass(frozen=True, slots=True)
class GateState:
    """A gate that bites: it lowers its domain, the overall score, or both."""

    question: str
    domain: str
    kind: Gate
    level: int
    known: bool
    domain_cap: Fraction | None
    overall_cap: Fraction | None


@dataclass(frozen=True, slots=True)
class Contribution:
    """What a question gives to, and takes from, the overall uncapped low score, in points."""

    question: str
    points: Fraction
    lost: Fraction


@dataclass(frozen=True, slots=True)
class Score:
    """The score of an answer sheet. Without an assessed domain the overall figures are None."""

    domains: tuple[DomainScore, ...]
    uncapped: Range | None
    capped: Range | None
    knowledge: Fraction | None
    gates: tuple[GateState, ...]
    contributions: tuple[Contribution, ...]
    unknown: tuple[Contribution, ...]

    @property
    def level(self) -> Level | None:
        """None where too little is known, or nothing was assessed."""
        if self.capped is None or self.knowledge is None:
            return None
        return level_of(self.capped.low) if self.knowledge >= LEVEL_NEEDS_KNOWLEDGE else None

    @property
    def weakest_domain(self) -> str | None:
        """The assessed domain with the lowest capped low; the first in pack order on a tie."""
        assessed = [(d.capped.low, d.id) for d in self.domains if d.capped is not None]
        return min(assessed, key=lambda pair: pair[0])[1] if assessed else None


def level_of(points: Fraction) -> Level:
    """The level of an unrounded score of 0 to 100 points."""
    return max((start, level) for level, start in LEVEL_STARTS if start <= points)[1]


def score(questionnaire: Questionnaire, sheet: AnswerSheet) -> Score:
    """Score ``sheet`` by scoring.md: domains, overall, gates, contributions."""
    uncapped = [_domain_uncapped(domain, sheet) for domain in questionnaire.domains]
    overall = _overall(uncapped)
    gates = _biting_gates(questionnaire, sheet, uncapped, overall)
    domains = tuple(_cap_domain(domain, gates) for domain in uncapped)
    contributions = _contributions(questionnaire, sheet, domains)
    return Score(
        domains=domains,
        uncapped=overall,
        capped=_capped(overall, [(g.overall_cap, g.known) for g in gates]),
        knowledge=_weighted_mean([(d.weight, d.knowledge) for d in domains]),
        gates=gates,
        contributions=contributions,
        unknown=_unknown_by_worth(contributions, sheet),
    )


def _domain_uncapped(domain: Domain, sheet: AnswerSheet) -> DomainScore:
    questions = domain.scored(sheet.form)
    total = applicable = earned = unknown = 0
    for question in questions:
        answer = sheet.answer(question.id)
        total += question.weight
        if answer.state is State.NOT_APPLICABLE:
            continue
        applicable += question.weight
        earned += question.weight * answer.points
        unknown += question.weight if answer.state is State.UNKNOWN else 0
    absent = HUNDRED * (total - applicable) / total if total else Fraction(0)
    if not applicable:
        return DomainScore(domain.id, domain.weight, 0, None, None, None, absent)
    low, high = Fraction(earned, applicable), Fraction(earned + 100 * unknown, applicable)
    knowledge = HUNDRED * (applicable - unknown) / applicable
    both = Range(low, high)
    return DomainScore(domain.id, domain.weight, applicable, both, both, knowledge, absent)


def _weighted_mean(pairs: Sequence[tuple[int, Fraction | None]]) -> Fraction | None:
    """The mean over the assessed domains by pack weight; None where there is none."""
    present = [(weight, figure) for weight, figure in pairs if figure is not None]
    if not present:
        return None
    total = sum((weight * figure for weight, figure in present), Fraction(0))
    return total / sum(weight for weight, _ in present)


def _overall(domains: Sequence[DomainScore]) -> Range | None:
    low = _weighted_mean([(d.weight, d.uncapped.low if d.uncapped else None) for d in domains])
    high = _weighted_mean([(d.weight, d.uncapped.high if d.uncapped else None) for d in domains])
    return None if low is None or high is None else Range(low, high)


def _caps(gate: Gate, level: int) -> tuple[Fraction | None, Fraction | None]:
    """The caps (domain, overall) that a gate sets at a level; unknown counts as level 0."""
    if gate is Gate.SOFT:
        return (SOFT_CAP, None) if level <= 1 else (None, None)
    if level <= 1:
        return HARD_CAP, HARD_CAP
    return (None, HARD_CAP_AT_LEVEL_2) if level == 2 else (None, None)  # noqa: PLR2004 - the level itself


def _biting_gates(
    questionnaire: Questionnaire,
    sheet: AnswerSheet,
    domains: Sequence[DomainScore],
    overall: Range | None,
) -> tuple[GateState, ...]:
    by_id = {domain.id: domain.uncapped for domain in domains}
    gates = []
    for question in _taking_part(questionnaire, sheet):
        answer = sheet.answer(question.id)
        if question.gate is None or answer.state is State.NOT_APPLICABLE:
            continue
        known, level = answer.state is State.LEVEL, answer.level or 0
        domain_cap, overall_cap = _caps(question.gate, level)
        domain_bites = _bites(domain_cap, by_id[question.domain], known=known)
        overall_bites = _bites(overall_cap, overall, known=known)
        if domain_bites or overall_bites:
            gates.append(
                GateState(
                    question=question.id,
                    domain=question.domain,
                    kind=question.gate,
                    level=level,
                    known=known,
                    domain_cap=domain_cap if domain_bites else None,
                    overall_cap=overall_cap if overall_bites else None,
                )
            )
    return tuple(gates)


def _bites(cap: Fraction | None, uncapped: Range | None, *, known: bool) -> bool:
    """Whether a cap lowers either end; an unknown gate leaves the high end alone."""
    if cap is None or uncapped is None:
        return False
    return cap < (uncapped.high if known else uncapped.low)


def _capped(uncapped: Range | None, caps: Sequence[tuple[Fraction | None, bool]]) -> Range | None:
    """The range under ``caps``, pairs of a cap and whether its gate's level is known."""
    if uncapped is None:
        return None
    low = min([uncapped.low, *(cap for cap, _ in caps if cap is not None)])
    high = min([uncapped.high, *(cap for cap, known in caps if cap is not None and known)])
    return Range(low, high)


def _cap_domain(domain: DomainScore, gates: Sequence[GateState]) -> DomainScore:
    caps = [(gate.domain_cap, gate.known) for gate in gates if gate.domain == domain.id]
    return replace(domain, capped=_capped(domain.uncapped, caps))


def _taking_part(questionnaire: Questionnaire, sheet: AnswerSheet) -> list[Question]:
    return [q for domain in questionnaire.domains for q in domain.scored(sheet.form)]


def share_per_point(domains: Sequence[DomainScore]) -> dict[str, Fraction]:
    """How many overall points one weighted point of a domain's question is worth.

    ``(omega_d / sum of omega) / W_d`` of scoring.md, "Explaining"; assessed domains only.
    """
    assessed = [domain for domain in domains if domain.uncapped is not None]
    omega = sum(domain.weight for domain in assessed)
    return {d.id: Fraction(d.weight, omega * d.applicable_weight) for d in assessed}


def _contributions(
    questionnaire: Questionnaire, sheet: AnswerSheet, domains: Sequence[DomainScore]
) -> tuple[Contribution, ...]:
    shares = share_per_point(domains)
    contributions = []
    for question in _taking_part(questionnaire, sheet):
        answer = sheet.answer(question.id)
        if answer.state is State.NOT_APPLICABLE:
            continue
        share = shares[question.domain] * question.weight
        points = share * answer.points
        contributions.append(Contribution(question.id, points, share * 100 - points))
    return tuple(contributions)


def _unknown_by_worth(
    contributions: Sequence[Contribution], sheet: AnswerSheet
) -> tuple[Contribution, ...]:
    unknown = [c for c in contributions if sheet.answer(c.question).state is State.UNKNOWN]
    return tuple(sorted(unknown, key=lambda c: -c.lost))
