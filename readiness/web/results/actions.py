"""What to do: each recommendation with everything a reader needs to carry it out."""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from readiness.core.questionnaire import NOTHING, TOP_LEVEL, Span
from readiness.core.recommendations import Recommendation, recommend
from readiness.core.result import Result
from readiness.wording import findings
from readiness.wording.language import DASH
from readiness.wording.narrator import Narrator


@dataclass(frozen=True, slots=True)
class Amount:
    """A quantity as it is printed: the typical figure and, where it is one, its range."""

    typical: str
    span: str = ""


@dataclass(frozen=True, slots=True)
class Cited:
    """A source of a question: its title, the clause cited, its address, how it was read."""

    title: str
    clause: str
    url: str
    grade: str


@dataclass(frozen=True, slots=True)
class ActionView:
    """One recommendation in words."""

    rank: str
    question: str
    title: str
    subject: str
    owner: str
    step: str
    lifts: str
    gain: str
    becomes: str
    days: Amount
    cost: Amount
    why: str
    steps_title: str
    steps: tuple[str, ...]
    proof: str
    sources: tuple[Cited, ...]
    next_title: str
    next_steps: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Total:
    """What the first actions come to together."""

    title: str
    points: str
    about: str
    days: Amount
    cost: Amount


@dataclass(frozen=True, slots=True)
class Actions:
    """The first actions with their sum, all others, and the steps from level 3 to level 4."""

    title: str
    first: tuple[ActionView, ...]
    total: Total | None
    others_title: str
    others: tuple[ActionView, ...]
    further_title: str
    further: tuple[ActionView, ...]


def actions(narrator: Narrator, result: Result) -> Actions:
    """Everything that is recommended, in order."""
    lang = narrator.language
    ranked = findings.first_actions(result, len(result.recommendations))
    views = tuple(
        _action(narrator, result, entry.recommendation, entry.becomes) for entry in ranked
    )
    count = findings.FIRST_ACTIONS
    further = tuple(
        _action(narrator, result, step, None)
        for step in recommend(result.questionnaire, result.sheet, result.score, next_step=True)
        if step.to_level == TOP_LEVEL
    )
    first = ranked[:count]
    return Actions(
        title=_title(narrator, len(first)),
        first=views[:count],
        total=_total(narrator, result, first) if first else None,
        others_title=lang.plural(
            "%(num)s other action", "All %(num)s other actions", len(views[count:])
        ),
        others=views[count:],
        further_title=lang.plural(
            "%(num)s question stands at level 3: the step to level 4",
            "%(num)s questions stand at level 3: the steps to level 4",
            len(further),
        ),
        further=further,
    )


def _title(narrator: Narrator, count: int) -> str:
    lang = narrator.language
    if not count:
        return lang.text("Actions")
    return lang.plural("First action", "First %(num)s actions", count)


def _action(
    narrator: Narrator, result: Result, step: Recommendation, becomes: Fraction | None
) -> ActionView:
    lang, words = narrator.language, narrator.question(step.question)
    to_top = step.to_level == TOP_LEVEL
    low = "" if becomes is None else lang.points(becomes)
    return ActionView(
        rank=lang.number(step.rank),
        question=step.question,
        title=words.title if to_top else words.action,
        subject=words.title,
        owner=narrator.owner(step.owner),
        step=findings.from_to(narrator, step),
        lifts=findings.lifts(narrator, step),
        gain=lang.gain(step.gain),
        becomes=lang.text("low becomes %(points)s", points=low) if low else "",
        days=days(narrator, step.effort.once),
        cost=money(narrator, result, result.costs.of_staff_time(step.effort)),
        why=words.why,
        steps_title=_steps_title(narrator, step),
        steps=words.steps_to(step.to_level),
        proof="" if to_top else words.proof,
        sources=_sources(result, step.question),
        next_title="" if to_top else _next_title(narrator, result, step),
        next_steps=() if to_top else words.to_4,
    )


def _steps_title(narrator: Narrator, step: Recommendation) -> str:
    return narrator.language.text(
        "How to reach level %(level)s: %(days)s",
        level=step.to_level,
        days=findings.days(narrator, step),
    )


def _next_title(narrator: Narrator, result: Result, step: Recommendation) -> str:
    """Names the days of the step from level 3 to level 4."""
    once = result.questionnaire.question(step.question).to_4.once
    return narrator.language.text(
        "The next step, to level 4: %(days)s", days=findings.working_days(narrator, once)
    )


def _sources(result: Result, question_id: str) -> tuple[Cited, ...]:
    known = result.questionnaire.sources
    return tuple(
        Cited(
            known[citation.code].title,
            citation.clause,
            known[citation.code].url,
            known[citation.code].grade,
        )
        for citation in result.questionnaire.question(question_id).citations
    )


def _total(narrator: Narrator, result: Result, first: Sequence[findings.Action]) -> Total:
    lang = narrator.language
    efforts = [entry.recommendation.effort for entry in first]
    after = first[-1].becomes
    now = result.score.capped
    return Total(
        title=lang.plural("This action", "These %(num)s actions together", len(first)),
        points="" if after is None else lang.points(after),
        about="" if now is None else lang.text("low, from %(low)s", low=lang.points(now.low)),
        days=days(narrator, sum((effort.once for effort in efforts), NOTHING)),
        cost=money(
            narrator,
            result,
            sum((result.costs.of_staff_time(effort) for effort in efforts), NOTHING),
        ),
    )


def days(narrator: Narrator, span: Span) -> Amount:
    """Working days: the typical number, and the range where there is one."""
    lang = narrator.language
    return Amount(lang.short_number(span.typical), _range(lang.span(span)))


def money(narrator: Narrator, result: Result, span: Span) -> Amount:
    """An amount in the currency of the costs, and its range where there is one."""
    lang = narrator.language
    low, high = lang.number(span.low), lang.number(span.high)
    typical = lang.money(span.typical, result.costs.currency)
    return Amount(typical, "" if low == high else f"{low}{DASH}{high}")


def _range(printed: str) -> str:
    return printed if DASH in printed else ""
