"""The sentences of a result, written by hand for each rule; page and report print the same."""

from dataclasses import dataclass
from fractions import Fraction

from readiness.core.adoption import Quadrant
from readiness.core.answers import State
from readiness.core.benchmarks import Margin, Position
from readiness.core.charts import TARGET_POINTS
from readiness.core.questionnaire import Gate, Span
from readiness.core.recommendations import Recommendation, overall_after
from readiness.core.result import Result
from readiness.core.robustness import robustness
from readiness.core.scoring import GateState, Level
from readiness.wording.narrator import Narrator

FIRST_ACTIONS = 6


@dataclass(frozen=True, slots=True)
class Limit:
    """What caps the score: the cap, what it holds down, why, and the shortest way out."""

    gate: GateState
    at: str
    where: str
    title: str
    text: str
    way_out: str


@dataclass(frozen=True, slots=True)
class Action:
    """A recommendation with what the overall low score becomes after it and those before."""

    recommendation: Recommendation
    becomes: Fraction | None


def verdict(narrator: Narrator, result: Result) -> str:
    """The result in a word: the level's name, or that too little is known."""
    text = narrator.language.text
    if result.score.capped is None:
        return text("not assessed")
    return text("too little known") if result.score.level is None else _level(narrator, result)


def _level(narrator: Narrator, result: Result) -> str:
    level = result.score.level
    return "" if level is None else narrator.level(level)


def level_sentence(narrator: Narrator, result: Result) -> str:
    """What a level means, in one sentence."""
    text = narrator.language.text
    if result.score.level is None:
        return text("Too little is known to name a level: find out the open answers first.")
    return {
        Level.UNPROTECTED: text(
            "Almost nothing is in place: open nothing more before the first actions are done."
        ),
        Level.PARTIAL: text("Practices exist, but they rest on a few people and leave known gaps."),
        Level.ORGANISED: text(
            "The essentials are written down and applied; they remain to be verified and kept up."
        ),
        Level.CONTROLLED: text(
            "Practices are applied everywhere and verified; exceptions are rare and followed up."
        ),
        Level.PROVEN: text("Everything is applied, proven and rehearsed every year."),
    }[result.score.level]


def range_sentences(narrator: Narrator, result: Result) -> tuple[str, ...]:
    """What can be shown, what finding out may add, and which gates set the ends."""
    lang, score = narrator.language, result.score
    if score.capped is None:
        return (lang.text("No question was applicable, so there is no score."),)
    said = [
        lang.text("You can show %(low)s of 100 points today.", low=lang.points(score.capped.low))
    ]
    if score.capped.high > score.capped.low:
        more = lang.points_gap(score.capped)
        said.append(lang.text("What you do not know is worth up to %(more)s more.", more=more))
    caps = [gate for gate in score.gates if gate.overall_cap is not None]
    if caps:
        said.append(
            lang.plural(
                "One gate holds the overall score back.",
                "%(num)s gates hold the overall score back.",
                len(caps),
            )
        )
    return tuple(said)


def quadrant_sentence(narrator: Narrator, result: Result) -> str:
    """Readiness against use in one sentence; empty where the use is not known."""
    text = narrator.language.text
    if result.adoption.quadrant is None:
        return text("How far social networks are used is not known.")
    return {
        Quadrant.EXPOSED: text(
            "Social networks already serve the business, without the organisation being ready."
        ),
        Quadrant.STEERED: text("Social networks serve the business, and their use is steered."),
        Quadrant.ROOM_TO_GROW: text(
            "The organisation is ready and uses social networks little: there is room to grow."
        ),
        Quadrant.NOT_STARTED: text("Neither readiness nor use: nothing has started yet."),
    }[result.adoption.quadrant]


def limits(narrator: Narrator, result: Result) -> tuple[Limit, ...]:
    """One entry for each gate that bites: of the overall score first, the lowest cap first."""
    gates = sorted(
        result.score.gates,
        key=lambda gate: (gate.overall_cap is None, gate.overall_cap or gate.domain_cap),
    )
    return tuple(_limit(narrator, result, gate) for gate in gates)


def _limit(narrator: Narrator, result: Result, gate: GateState) -> Limit:
    lang = narrator.language
    cap = gate.overall_cap if gate.overall_cap is not None else gate.domain_cap
    at = lang.number(cap or Fraction(0))
    domain = narrator.domain(gate.domain)
    where = domain if gate.overall_cap is None else lang.text("overall score")
    question = narrator.question(gate.question)
    if gate.known:
        title = lang.text("%(title)s: level %(level)s", title=question.title, level=gate.level)
    else:
        title = lang.text("%(title)s: not known", title=question.title)
    return Limit(
        gate=gate,
        at=at,
        where=where,
        title=title,
        text=" ".join((*_stands(narrator, gate), _caps(narrator, gate, at, domain))),
        way_out=_way_out(narrator, result, gate),
    )


def _stands(narrator: Narrator, gate: GateState) -> tuple[str, ...]:
    text = narrator.language.text
    kind = (
        text("%(code)s is a hard gate.", code=gate.question)
        if gate.kind is Gate.HARD
        else text("%(code)s is a gate.", code=gate.question)
    )
    if not gate.known:
        return kind, text("Not known counts as level 0.")
    return kind, narrator.question(gate.question).levels[gate.level]


def _caps(narrator: Narrator, gate: GateState, at: str, domain: str) -> str:
    text = narrator.language.text
    if gate.overall_cap is None:
        return text(
            "This caps %(domain)s at %(cap)s; the overall score is not affected.",
            domain=domain,
            cap=at,
        )
    if gate.domain_cap is None:
        return text("This caps the overall score at %(cap)s.", cap=at)
    return text("This caps %(domain)s and the overall score at %(cap)s.", domain=domain, cap=at)


def _way_out(narrator: Narrator, result: Result, gate: GateState) -> str:
    lang = narrator.language
    step = next(r for r in result.recommendations if r.question == gate.question)
    action = lang.text(
        "%(action)s: %(days)s, %(owner)s.",
        action=narrator.question(gate.question).action,
        days=days(narrator, step),
        owner=narrator.owner(step.owner),
    )
    if gate.known:
        return action
    ask = lang.text("Find out first; whom to ask: %(owner)s.", owner=narrator.owner(step.owner))
    return f"{ask} {action}"


def days(narrator: Narrator, step: Recommendation) -> str:
    """The effort of a step in days: "2–4 days"."""
    return working_days(narrator, step.effort.once)


def working_days(narrator: Narrator, span: Span) -> str:
    """A span of days with its unit, singular up to one day: "2–4 days"."""
    lang, number = narrator.language, 1 if span.high <= 1 else 2
    return lang.plural("%(days)s day", "%(days)s days", number, days=lang.span(span))


def first_actions(result: Result, count: int = FIRST_ACTIONS) -> tuple[Action, ...]:
    """The first recommendations, each with the overall low score it leads to."""
    steps = result.recommendations[:count]
    reached = overall_after(result.questionnaire, result.sheet, steps)
    return tuple(
        Action(step, None if after is None else after.low)
        for step, after in zip(steps, reached, strict=True)
    )


def from_to(narrator: Narrator, step: Recommendation) -> str:
    """The step a recommendation takes: "from level 1 to level 3"."""
    text = narrator.language.text
    if step.from_level is None:
        return text("from not known to level %(to)s", to=step.to_level)
    return text("from level %(start)s to level %(to)s", start=step.from_level, to=step.to_level)


def lifts(narrator: Narrator, step: Recommendation) -> str:
    """What a recommendation lifts besides its points; empty where it is no biting gate."""
    text = narrator.language.text
    return {
        Gate.HARD: text("Lifts a hard gate"),
        Gate.SOFT: text("Lifts a gate of its domain"),
        None: "",
    }[step.gate]


def domains_title(narrator: Narrator, result: Result) -> str:
    """The finding over the domains: how many reach the target, which is weakest."""
    lang, score = narrator.language, result.score
    assessed = [domain for domain in score.domains if domain.capped is not None]
    reached = sum(1 for d in assessed if d.capped is not None and d.capped.low >= TARGET_POINTS)
    weakest = score.weakest_domain
    if weakest is None:
        return lang.text("No domain was assessed")
    if reached == len(assessed):
        return lang.text("All domains reach the target")
    name = narrator.domain(weakest)
    held = [narrator.domain(d.id) for d in assessed if d.capped != d.uncapped]
    if held:
        return lang.text(
            "%(weakest)s is weakest; gates hold back %(held)s",
            weakest=name,
            held=", ".join(held),
        )
    if reached:
        return lang.text(
            "%(reached)s of %(all)s domains reach the target; %(weakest)s is weakest",
            reached=reached,
            all=len(assessed),
            weakest=name,
        )
    return lang.text("No domain reaches the target; %(weakest)s is weakest", weakest=name)


def knowledge_sentence(narrator: Narrator, result: Result) -> str:
    """How many answers are open and what finding out may be worth."""
    lang, unknown = narrator.language, result.score.unknown
    if not unknown:
        return lang.text("Every applicable answer is known.")
    worth = sum((entry.lost for entry in unknown), Fraction(0))
    return lang.plural(
        "%(num)s answer is not known; finding out is worth up to %(worth)s points.",
        "%(num)s answers are not known; finding out is worth up to %(worth)s points.",
        len(unknown),
        worth=lang.number(worth, 1),
    )


def survey_title(narrator: Narrator, result: Result) -> str:
    """The finding of the 2010 survey box: on which side of its gap you stand."""
    text = narrator.language.text
    interested, uses = result.adoption.interested, result.adoption.uses
    if interested is None or uses is None:
        return text("The survey of 2010: half interested, 12% really using")
    return {
        (True, True): text("You do what 12% did in 2010"),
        (True, False): text("You stand in the gap of 38 points between interest and use"),
        (False, True): text("You use social networks without finding them interesting"),
        (False, False): text("Neither interest nor use, like half of those asked in 2010"),
    }[interested, uses]


def costs_title(narrator: Narrator, result: Result) -> str:
    """The typical cost of level 3 everywhere in one sentence."""
    lang, costs = narrator.language, result.costs
    if costs.first_year.is_zero:
        return lang.text("Level 3 everywhere: nothing left to pay")
    return lang.text(
        "Level 3 everywhere: %(once)s once, then %(yearly)s a year",
        once=lang.money(costs.once.typical, costs.currency),
        yearly=lang.money(costs.yearly.typical, costs.currency),
    )


def margin(narrator: Narrator, found: Margin | None) -> str:
    """A margin in percent: "48–54", or that it was not published."""
    lang = narrator.language
    if found is None:
        return lang.text("not published")
    return f"{lang.number(found.low)}–{lang.number(found.high)}"


def share_sentence(narrator: Narrator, position: Position) -> str:
    """A figure and your answer in a sentence."""
    lang, figure = narrator.language, position.figure
    values = {
        "share": lang.share(figure.value),
        "population": narrator.population(figure),
        "does": narrator.benchmarks.does[position.indicator.id],
        "cell": narrator.cell(position.cell),
        "year": figure.year,
        "grade": figure.grade,
    }
    if position.yours is None:
        return lang.text(
            "%(share)s of %(population)s %(does)s (%(cell)s, %(year)s, grade %(grade)s); "
            "find out whether you do.",
            **values,
        )
    if position.yours:
        return lang.text(
            "%(share)s of %(population)s %(does)s (%(cell)s, %(year)s, grade %(grade)s); "
            "so do you.",
            **values,
        )
    return lang.text(
        "%(share)s of %(population)s %(does)s (%(cell)s, %(year)s, grade %(grade)s); you do not.",
        **values,
    )


def practices_sentence(narrator: Narrator, result: Result) -> str:
    """The practice count: yours beside the average peer's; empty where nothing counts."""
    lang, practices = narrator.language, result.practices
    if not practices.of:
        return ""
    return lang.plural(
        "Of %(num)s practice with a close wording and a figure of grade A or B you follow "
        "%(yours)s; the average peer follows %(peers)s.",
        "Of %(num)s practices with a close wording and a figure of grade A or B you follow "
        "%(yours)s; the average peer follows %(peers)s.",
        practices.of,
        yours=practices.yours,
        peers=lang.number(practices.peers, 1),
    )


def robustness_sentence(narrator: Narrator, result: Result) -> str:
    """How much the weights matter; empty where nothing was assessed."""
    lang = narrator.language
    found = robustness(result.questionnaire, result.sheet)
    if found is None:
        return ""
    return lang.text(
        "If every weight is moved by up to a quarter at random, 900 of %(draws)s draws put the "
        "uncapped lower end between %(low)s and %(high)s; with equal weights it is %(equal)s, "
        "with level values 0, 10, 40, 80 and 100 it is %(late)s.",
        draws=lang.number(found.draws),
        low=lang.number(found.band_low, 1),
        high=lang.number(found.band_high, 1),
        equal=lang.number(found.equal_weights, 1),
        late=lang.number(found.late_steps, 1),
    )


def answer_words(narrator: Narrator, result: Result, question_id: str) -> str:
    """An answer in a word or two: "level 3", "not known", "not applicable"."""
    text = narrator.language.text
    answer = result.sheet.answer(question_id)
    if answer.state is State.NOT_APPLICABLE:
        return text("not applicable")
    if answer.level is None:
        return text("not known")
    return text("level %(level)s", level=answer.level)
