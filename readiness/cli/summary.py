"""A result as a page of plain text."""

from readiness.core.result import Result
from readiness.wording import charts, findings
from readiness.wording.narrator import Narrator
from readiness.wording.printable import printable


def summary(narrator: Narrator, result: Result) -> str:
    """The result in plain words: range, limits, domains, first actions, cost."""
    lang = narrator.language
    lines = [
        f"{result.sheet.organisation.name}, {lang.date(result.sheet.date)}",
        _standing(narrator, result),
        findings.level_sentence(narrator, result),
        *findings.range_sentences(narrator, result),
        findings.knowledge_sentence(narrator, result),
        "",
    ]
    for limit in findings.limits(narrator, result):
        lines += [f"{limit.at}  {lang.labelled(limit.where, limit.title)}", f"    {limit.way_out}"]
    chart = charts.domains_chart(narrator, result)
    lines += ["", chart.title]
    lines += [f"  {row.value:>7}  {row.name} ({row.value_meta})" for row in chart.rows]
    lines += ["", lang.text("First actions")]
    for action in findings.first_actions(result):
        step = action.recommendation
        lines.append(
            f"  {step.rank}. {narrator.question(step.question).action}"
            f" ({step.question}, {lang.gain(step.gain)}, {findings.days(narrator, step)},"
            f" {narrator.owner(step.owner)})"
        )
    lines += ["", findings.costs_title(narrator, result), findings.survey_title(narrator, result)]
    return "\n".join(printable(line) for line in lines)


def _standing(narrator: Narrator, result: Result) -> str:
    lang, verdict = narrator.language, findings.verdict(narrator, result)
    capped = result.score.capped
    return (
        verdict if capped is None else lang.labelled(verdict, f"{lang.points_range(capped)} / 100")
    )
