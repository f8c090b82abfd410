"""The parts of the result document that the page on scoring decides."""

from tests.oracle.costing import cost
from tests.oracle.files import Table, questionnaire
from tests.oracle.peers import benchmarks, practices, survey
from tests.oracle.score import (
    Given,
    adoption,
    contributions,
    domain_table,
    recommendations,
    score,
    score_table,
    unknown,
)


def result(document: Table) -> Table:
    """What an answers document leads to, computed a second time from the files of the packs."""
    given = Given(
        questionnaire(document["questionnaire"]),
        document.get("form", "full"),
        document.get("answers", {}),
    )
    scored = score(given)
    profile = document.get("profile", {})
    positions = benchmarks(given, document)
    return {
        "score": score_table(scored),
        "domains": [domain_table(part) for part in scored.parts],
        "gates": scored.gates,
        "contributions": contributions(scored),
        "unknown": unknown(scored),
        "adoption": {**adoption(scored, profile), "survey": survey(given, document)},
        "benchmarks": positions,
        "practices": practices(positions),
        "recommendations": recommendations(scored),
        "costs": cost(given, document),
    }
