"""What the chapters say: nothing of the result is left out, nothing is made up."""

import pytest

from readiness.core.answers import State
from readiness.core.questionnaire import Form
from readiness.report.citations import figures, price_references, references
from readiness.report.material import Material
from readiness.wording import findings
from readiness.wording.language import LANGUAGES
from tests.unit.report.cases import (
    PACK,
    QUESTIONS,
    SHEETS,
    chapter,
    narrator,
    result,
    text,
)


@pytest.mark.parametrize("code", LANGUAGES)
def test_every_question_stands_in_its_domain_with_its_answer(code: str) -> None:
    words, answers = PACK.texts[code], SHEETS["ordinary"].answers
    for question in QUESTIONS:
        printed = chapter("ordinary", words.domains[question.domain].name, code)
        assert question.id in printed
        level = answers[question.id].level
        if level is not None:
            assert words.questions[question.id].levels[level] in printed


def test_the_short_form_prints_its_questions_only() -> None:
    answered = {q.id for q in PACK.questionnaire.asked(Form.CORE)}
    listed = chapter("short form", "Answers")
    for question in QUESTIONS:
        assert (f"{question.id} {PACK.texts['en'].questions[question.id].title}" in listed) == (
            question.id in answered
        )


def test_points_add_up_to_the_score() -> None:
    found = result("ordinary")
    lang, printed = narrator("en").language, chapter("ordinary", "Method")
    assert found.score.uncapped is not None
    assert f"add up to {lang.number(found.score.uncapped.low, 1)}, before any cap" in printed
    for domain in found.score.domains:
        assert domain.uncapped is not None
        assert lang.number(domain.uncapped.low, 1) in printed


@pytest.mark.parametrize("code", LANGUAGES)
def test_every_recommendation_has_all_its_parts(code: str) -> None:
    words, found = narrator(code), result("ordinary")
    name = words.language.text("Recommendations")
    printed = chapter("ordinary", name, code)
    for step in found.recommendations:
        told = words.question(step.question)
        for part in (told.action, told.why, *told.steps_to(step.to_level), told.proof):
            assert part in printed
        assert words.owner(step.owner) in printed
        assert words.language.gain(step.gain) in printed
        assert findings.days(words, step) in printed


def test_unmet_needs_are_named() -> None:
    needing = [q for q in QUESTIONS if q.requires]
    assert needing
    printed = chapter("nothing known", "Recommendations")
    for question in needing:
        assert ", ".join(question.requires) in printed


def test_a_role_is_described_where_its_question_is_low() -> None:
    roles = PACK.texts["en"].role_profiles
    low, high = roles["community_manager"], roles["web_marketer"]
    assert all(line in text("ordinary") for line in (*low.duties, *low.interview, low.sizing))
    assert high.mission not in text("ordinary")
    assert high.mission in text("nothing known")
    assert low.mission not in text("all proven")


@pytest.mark.parametrize("code", LANGUAGES)
def test_every_cost_line_and_total_is_printed(code: str) -> None:
    words, found = narrator(code), result("ordinary")
    printed = chapter("ordinary", words.language.text("Costs"), code)
    for line in found.costs.lines:
        assert words.texts.cost_items[line.item] in printed
        for span in (line.once, line.yearly):
            if not span.is_zero:
                ends = (span.low, span.typical, span.high)
                assert " ".join(words.language.number(end) for end in ends) in printed
    assert all(note in printed for note in words.texts.cost_notes)


def test_every_benchmark_has_its_figure_and_source() -> None:
    words, found = narrator("en"), result("ordinary")
    printed, sources = chapter("ordinary", "Benchmarks"), chapter("ordinary", "Sources")
    assert found.positions
    for position in found.positions:
        assert words.benchmarks.names[position.indicator.id] in printed
        assert words.language.percent(position.figure.value) in printed
    for figure in figures(found):
        assert figure.source_title in sources
        assert figure.source_url in sources


def test_the_doubts_about_the_survey_are_printed_once_each() -> None:
    words, found = narrator("en"), result("ordinary")
    printed = chapter("ordinary", "Benchmarks")
    doubts = {doubt for entry in found.adoption.survey for doubt in entry.entry.doubts}
    assert doubts
    for doubt in doubts:
        assert printed.count(words.benchmarks.doubts[doubt]) == 1


def test_every_source_of_the_questions_is_listed_with_its_address() -> None:
    sources = chapter("ordinary", "Sources")
    for question in QUESTIONS:
        for citation in question.citations:
            source = PACK.questionnaire.sources[citation.code]
            assert source.title in sources
            assert source.url in sources


def test_references_are_numbered_without_a_gap() -> None:
    material = Material(result("ordinary"), narrator("en"), "0" * 64)
    cited = (*references(material), *price_references(material))
    assert [reference.number for reference in cited] == list(range(1, len(cited) + 1))
    assert len({(r.title, r.address, r.grade) for r in references(material)}) == len(
        references(material)
    )


def test_answers_are_listed_with_notes_reasons_and_worth() -> None:
    found, printed = result("ordinary"), chapter("ordinary", "Answers")
    lang = narrator("en").language
    for answer in found.sheet.answers.values():
        assert answer.note in printed
        assert answer.reason in printed
    for entry in found.score.unknown:
        assert lang.number(entry.lost, 1) in printed
    absent = [a for a in found.sheet.answers.values() if a.state is State.NOT_APPLICABLE]
    assert f"{len(absent)} questions not applicable" in printed
    assert "Facebook, LinkedIn" in printed


@pytest.mark.parametrize("code", LANGUAGES)
def test_the_method_says_how_sure_the_score_is(code: str) -> None:
    words, found = narrator(code), result("ordinary")
    printed = text("ordinary", code)
    assert findings.robustness_sentence(words, found) in printed
    assert words.texts.judgement in printed


def test_nothing_assessed_still_reports() -> None:
    printed = text("nothing known")
    assert "63 answers to find" in printed
    assert "The answer is not known today: find it out first." in printed
