"""The released questionnaire pack holds what its page on scoring and its texts promise."""

import re
from collections import Counter

import pytest

from readiness.core.questionnaire import Form, Gate, Question
from readiness.core.texts import QuestionText
from readiness.packs import PackError, available, load
from readiness.wording.language import LANGUAGES

PACK = load("2026.1")
QUESTIONNAIRE = PACK.questionnaire
QUESTIONS = list(QUESTIONNAIRE.questions.values())
MOST_WORDS = 30


def ids(chosen: list[Question]) -> list[str]:
    return [question.id for question in chosen]


def test_it_is_available_and_no_other_id_is() -> None:
    assert "2026.1" in available()
    with pytest.raises(PackError, match=r"^2025\.1: is not a questionnaire pack; expected"):
        load("2025.1")


def test_its_domains_have_their_questions_and_weights() -> None:
    table = [
        (domain.id, domain.weight, len(domain.questions), sum(q.weight for q in domain.questions))
        for domain in QUESTIONNAIRE.domains
    ]
    assert table == [
        ("SEC", 30, 14, 50),
        ("CON", 25, 14, 40),
        ("TRA", 15, 12, 34),
        ("ROL", 15, 12, 35),
        # With the use question, whose weight of 3 counts nowhere.
        ("GOV", 15, 12, 36),
    ]
    assert len(QUESTIONS) == 64


def test_ids_are_numbered_inside_their_domain() -> None:
    for domain in QUESTIONNAIRE.domains:
        numbers = range(1, len(domain.questions) + 1)
        assert ids(list(domain.questions)) == [f"{domain.id}-{number:02}" for number in numbers]


def test_the_short_form_has_31_questions() -> None:
    assert len(QUESTIONNAIRE.asked(Form.CORE)) == 31
    assert len(QUESTIONNAIRE.asked(Form.FULL)) == 64
    assert all(domain.scored(Form.CORE) for domain in QUESTIONNAIRE.domains)


def test_its_gates_are_two_hard_and_nine_soft_all_in_the_short_form() -> None:
    gates = [question for question in QUESTIONS if question.gate]
    assert ids([q for q in gates if q.gate is Gate.HARD]) == ["SEC-02", "SEC-06"]
    assert ids([q for q in gates if q.gate is Gate.SOFT]) == (
        ["SEC-01", "SEC-03", "SEC-10", "CON-04", "CON-08", "TRA-01", "TRA-04", "ROL-10", "GOV-01"]
    )
    assert all(question.core for question in gates)


def test_nine_questions_may_have_no_object() -> None:
    assert ids([question for question in QUESTIONS if question.not_applicable]) == (
        ["SEC-07", "CON-08", "CON-11", "CON-14", "TRA-12", "ROL-07", "ROL-10", "ROL-11", "GOV-05"]
    )


def test_only_the_use_question_is_not_scored() -> None:
    assert QUESTIONNAIRE.use_question == "GOV-12"
    assert ids([question for question in QUESTIONS if not question.scored]) == ["GOV-12"]


@pytest.mark.parametrize("question", QUESTIONS, ids=lambda question: str(question.id))
def test_every_question_cites_sources_with_an_address(question: Question) -> None:
    assert question.citations
    for citation in question.citations:
        source = QUESTIONNAIRE.sources[citation.code]
        assert re.fullmatch(r"https?://[^\s]+\.[^\s]+", source.url)
        assert source.title
        assert source.read
    # One entry a source: clauses of one are joined.
    assert max(Counter(citation.code for citation in question.citations).values()) == 1


def test_every_effort_is_ordered_and_typical_lies_in_the_middle() -> None:
    for question in QUESTIONS:
        for effort in (question.to_3, question.to_4) if question.scored else ():
            for span in (effort.once, effort.yearly):
                assert 0 <= span.low <= span.typical <= span.high
            assert effort.once.typical > 0
        assert 2 * question.to_3.once.typical == question.to_3.once.low + question.to_3.once.high


def test_what_must_come_first_is_in_the_pack_and_never_in_a_circle() -> None:
    done: set[str] = set()
    waiting = {question.id: set(question.requires) for question in QUESTIONS}
    while ready := {name for name, needs in waiting.items() if needs <= done}:
        done |= ready
        waiting = {name: needs for name, needs in waiting.items() if name not in done}
    assert waiting == {}


def texts(question: QuestionText) -> list[str]:
    single = [question.title, question.question, question.why, question.action, question.proof]
    return [*single, *question.levels, *question.to_3, *question.to_4]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_text_is_there(language: str) -> None:
    words = PACK.texts[language]
    assert list(words.questions) == list(QUESTIONNAIRE.questions)
    for question in QUESTIONS:
        found = words.questions[question.id]
        assert len(found.levels) == len(set(found.levels)) == 5
        assert bool(found.not_applicable) is question.not_applicable
        assert all(text.strip() == text != "" for text in texts(found) if question.scored)
        if question.scored:
            assert len(found.to_3) in range(3, 6)
            assert len(found.to_4) in range(2, 4)
        for role in (question.accountable, *question.support):
            assert words.roles[role]
    assert list(words.profile) == [question.id for question in QUESTIONNAIRE.profile]
    assert list(words.role_profiles) == [profile.id for profile in PACK.role_profiles]
    assert PACK.catalogue.priced - {"usd"} <= set(words.cost_items)


@pytest.mark.parametrize("language", LANGUAGES)
def test_questions_are_short_enough_to_be_read_once(language: str) -> None:
    for question, words in PACK.texts[language].questions.items():
        spaced = re.sub(r"[\u00a0\u202f]", " ", words.question)
        # A sign that stands between spaces is no word.
        counted = [word for word in spaced.split() if re.search(r"\w", word)]
        assert len(counted) <= MOST_WORDS, (question, len(counted))


@pytest.mark.parametrize("language", LANGUAGES)
def test_texts_carry_the_typography_of_their_language(language: str) -> None:
    for words in PACK.texts[language].questions.values():
        for text in texts(words):
            assert not set(text) & set("'\""), text
            assert "  " not in text


def test_languages_say_different_things() -> None:
    first, *others = (PACK.texts[language].questions for language in LANGUAGES)
    for other in others:
        assert all(first[question].title for question in other)
        same = [question for question in first if first[question].why == other[question].why]
        assert same == []
