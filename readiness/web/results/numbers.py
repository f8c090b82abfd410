"""How every number of a result came about."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction

from readiness.core.answers import State
from readiness.core.charts import fall_bar
from readiness.core.result import Result
from readiness.core.scoring import Contribution, GateState
from readiness.wording import charts, findings
from readiness.wording.charts import Chart, Row, Table
from readiness.wording.narrator import Narrator
from readiness.wording.printable import printable

_DIGITS_IN_A_GROUP = 4


class Part(StrEnum):
    """What a row of the running sum is."""

    DOMAIN = "domain"
    CAP = "cap"
    SUM = "sum"


@dataclass(frozen=True, slots=True)
class SumRow:
    """One row of the running sum."""

    part: Part
    row: Row


@dataclass(frozen=True, slots=True)
class Reason:
    """Why a question has no object, in the respondent's words."""

    question: str
    subject: str
    reason: str


@dataclass(frozen=True, slots=True)
class Numbers:
    """The section that explains every number."""

    sum_title: str
    rule: str
    chart: Chart | None
    rows: tuple[SumRow, ...]
    contributions_title: str
    contributions: Table
    unknown_title: str
    unknown: Table | None
    not_applicable_title: str
    not_applicable: tuple[Reason, ...]
    robustness: str
    levels: Table
    judgement: str
    pack: str
    digest: tuple[str, ...]


def numbers(narrator: Narrator, result: Result) -> Numbers:
    """Sums, contributions, unknowns by worth, reasons, robustness, levels and the pack."""
    lang, score = narrator.language, result.score
    chart = charts.fall_chart(narrator, result)
    reasons = tuple(_reasons(narrator, result))
    low = "" if score.capped is None else lang.points(score.capped.low)
    return Numbers(
        sum_title=lang.text("How the %(low)s came about", low=low),
        rule=_rule(narrator, result),
        chart=chart,
        rows=() if chart is None else tuple(_sum_rows(narrator, result, chart)),
        contributions_title=lang.plural(
            "%(num)s contribution", "All %(num)s contributions", len(score.contributions)
        ),
        contributions=_contributions(narrator, result),
        unknown_title=lang.plural(
            "%(num)s answer not known, and what finding out could be worth",
            "%(num)s answers not known, and what finding out could be worth",
            len(score.unknown),
        ),
        unknown=_unknown(narrator, result) if score.unknown else None,
        not_applicable_title=lang.plural(
            "%(num)s answer not applicable, with its reason",
            "%(num)s answers not applicable, with their reasons",
            len(reasons),
        ),
        not_applicable=reasons,
        robustness=findings.robustness_sentence(narrator, result),
        levels=_levels(narrator),
        judgement=narrator.texts.judgement,
        pack=result.questionnaire.id,
        digest=digest_groups(result.questionnaire.digest),
    )


def digest_groups(digest: str) -> tuple[str, ...]:
    """A digest in groups of four characters, which people can compare."""
    starts = range(0, len(digest), _DIGITS_IN_A_GROUP)
    return tuple(digest[start : start + _DIGITS_IN_A_GROUP] for start in starts)


def _rule(narrator: Narrator, result: Result) -> str:
    lang = narrator.language
    assessed = [domain for domain in result.score.domains if domain.uncapped is not None]
    return lang.text(
        "Each answer is worth 0, 25, 50, 75 or 100, times its weight. The domains count "
        "%(shares)s. Then the smallest cap applies.",
        shares=lang.listed([f"{narrator.domain(d.id)} {lang.percent(d.weight)}" for d in assessed]),
    )


def _sum_rows(narrator: Narrator, result: Result, chart: Chart) -> Iterator[SumRow]:
    lang, score = narrator.language, result.score
    if score.capped is None or score.uncapped is None:
        return
    for row in chart.rows:
        yield SumRow(Part.DOMAIN, row)
    free, low = score.uncapped.low, score.capped.low
    yield _sum_row(narrator, Part.SUM, lang.text("Without caps"), free)
    held = free - low
    if held:
        name = lang.text(
            "Cap at %(cap)s, %(gates)s",
            cap=lang.number(low),
            gates=lang.listed([gate.question for gate in _capping(result.score.gates, low)]),
        )
        value = "−" + lang.number(held, 1)
        figure = fall_bar(low, held)
        yield SumRow(Part.CAP, Row(name, "", figure, value, "", lang.labelled(name, value)))
    yield _sum_row(narrator, Part.SUM, lang.text("What you can show"), low)


def _sum_row(narrator: Narrator, part: Part, name: str, points: Fraction) -> SumRow:
    lang = narrator.language
    value = lang.number(points, 1)
    figure = fall_bar(Fraction(0), points)
    return SumRow(part, Row(name, "", figure, value, "", lang.labelled(name, value)))


def _capping(gates: tuple[GateState, ...], low: Fraction) -> list[GateState]:
    return [gate for gate in gates if gate.overall_cap == low]


def _contributions(narrator: Narrator, result: Result) -> Table:
    lang, text = narrator.language, narrator.language.text
    uncapped = result.score.uncapped
    caption = text("Points of the overall low score, before any cap")
    if uncapped is not None:
        caption = text(
            "Points of the overall low score, before any cap; they add up to %(sum)s",
            sum=lang.number(uncapped.low, 1),
        )
    head = (text("Question"), text("Answer"), text("Weight"), text("Points"), text("Lost"))
    rows = tuple(_contribution(narrator, result, found) for found in result.score.contributions)
    return Table(caption, head, rows, frozenset({2, 3, 4}))


def _contribution(narrator: Narrator, result: Result, found: Contribution) -> tuple[str, ...]:
    lang = narrator.language
    return (
        _named(narrator, found.question),
        findings.answer_words(narrator, result, found.question),
        lang.number(result.questionnaire.question(found.question).weight),
        lang.number(found.points, 1),
        lang.number(found.lost, 1),
    )


def _named(narrator: Narrator, question_id: str) -> str:
    return f"{question_id} {narrator.question(question_id).title}"


def _unknown(narrator: Narrator, result: Result) -> Table:
    lang, text = narrator.language, narrator.language.text
    rows = tuple(
        (_named(narrator, found.question), lang.number(found.lost, 1))
        for found in result.score.unknown
    )
    caption = findings.knowledge_sentence(narrator, result)
    return Table(caption, (text("Question"), text("Worth up to, points")), rows, frozenset({1}))


def _reasons(narrator: Narrator, result: Result) -> Iterator[Reason]:
    for question in result.questionnaire.asked(result.sheet.form):
        answer = result.sheet.answer(question.id)
        if answer.state is State.NOT_APPLICABLE:
            yield Reason(
                question.id, narrator.question(question.id).title, printable(answer.reason)
            )


def _levels(narrator: Narrator) -> Table:
    text = narrator.language.text
    return Table(
        text("The levels and their points; decided before rounding"),
        (text("Level"), text("Points")),
        charts.level_ranges(narrator),
        frozenset(),
    )
