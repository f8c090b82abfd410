"""The words of a questionnaire pack in one language: nothing missing, nothing left over."""

from collections.abc import Iterable, Mapping

from readiness.core.answers import NACE_SECTIONS, Size
from readiness.core.costs import DAY, SETUP, UPKEEP, Catalogue, CostKind
from readiness.core.questionnaire import (
    LEVELS,
    Kind,
    ProfileQuestion,
    Question,
    Questionnaire,
)
from readiness.core.texts import (
    DomainText,
    PackTexts,
    ProfileText,
    QuestionText,
    RoleProfile,
    RoleText,
)
from readiness.packs.questionnaire_pack import SOURCE_GRADES
from readiness.packs.reading import PackFolder, Table
from readiness.wording.typography import typeset


class Words:
    """Reads texts of one language and sets their typography."""

    def __init__(self, language: str) -> None:
        """Read for ``language``, a code such as "fr"."""
        self.language = language

    def one(self, text: str) -> str:
        """One text with the typography of the language."""
        return typeset(text, self.language)

    def many(self, texts: Iterable[str]) -> tuple[str, ...]:
        """Several texts with the typography of the language."""
        return tuple(self.one(text) for text in texts)

    def labels(self, table: Table, expected: Iterable[str]) -> Mapping[str, str]:
        """The labels of ``expected`` keys, in their order; further keys are a fault."""
        found = {key: self.one(table.text(key)) for key in expected}
        table.done()
        return found


def read_texts(
    files: PackFolder,
    language: str,
    questionnaire: Questionnaire,
    catalogue: Catalogue,
    profiles: Iterable[RoleProfile],
) -> PackTexts:
    """All words of a pack in ``language``; what is wrong becomes a fault of ``files``."""
    words = Words(language)
    pack = files.table(f"{language}/pack.toml")
    costs = files.table(f"{language}/costs.toml")
    head = pack.table("pack")
    items = costs.table("items")
    texts = PackTexts(
        language=language,
        title=words.one(head.text("title")),
        description=words.one(head.text("description")),
        judgement=words.one(head.text("judgement")),
        domains=_domains(words, pack.table("domains"), questionnaire),
        questions=_questions(words, files, questionnaire),
        profile=_profile(words, files, questionnaire),
        roles=words.labels(pack.table("roles"), _roles(questionnaire, pack)),
        role_profiles=_role_profiles(words, files, profiles),
        kinds=words.labels(pack.table("kinds"), Kind),
        sectors=words.labels(pack.table("sectors"), NACE_SECTIONS),
        sizes=words.labels(pack.table("sizes"), Size),
        source_grades=words.labels(pack.table("source_grades"), SOURCE_GRADES),
        cost_items=_cost_texts(words, items, catalogue, "name"),
        cost_abouts=_cost_texts(words, items, catalogue, "about"),
        cost_kinds=words.labels(costs.table("kinds"), CostKind),
        cost_notes=words.many(costs.texts("notes")),
    )
    for table in (head, pack, items, costs):
        table.done()
    return texts


def _domains(words: Words, table: Table, questionnaire: Questionnaire) -> Mapping[str, DomainText]:
    found = {}
    for domain in questionnaire.domains:
        entry = table.table(domain.id)
        found[domain.id] = DomainText(
            *(words.one(entry.text(key)) for key in ("name", "title", "about"))
        )
        entry.done()
    table.done()
    return found


def _questions(
    words: Words, files: PackFolder, questionnaire: Questionnaire
) -> Mapping[str, QuestionText]:
    found = {}
    for domain in questionnaire.domains:
        table = files.table(f"{words.language}/{domain.id}.toml")
        for question in domain.questions:
            found[question.id] = _question(words, table.table(question.id), question)
        table.done()
    return found


def _question(words: Words, table: Table, question: Question) -> QuestionText:
    levels = words.many(table.texts("levels"))
    if len(levels) != len(LEVELS):
        table.fault("levels", f"has {len(levels)} levels; expected {len(LEVELS)}")
    advised = question.scored
    text = QuestionText(
        title=words.one(table.text("title")),
        question=words.one(table.text("question")),
        levels=levels,
        why=words.one(table.text("why")),
        action=words.one(table.text("action")) if advised else "",
        to_3=words.many(table.texts("to_3")) if advised else (),
        to_4=words.many(table.texts("to_4")) if advised else (),
        proof=words.one(table.text("proof")) if advised else "",
        not_applicable=words.one(table.text("not_applicable")) if question.not_applicable else "",
    )
    table.done()
    return text


def _profile(
    words: Words, files: PackFolder, questionnaire: Questionnaire
) -> Mapping[str, ProfileText]:
    table = files.table(f"{words.language}/profile.toml")
    found = {q.id: _profile_question(words, table.table(q.id), q) for q in questionnaire.profile}
    table.done()
    return found


def _profile_question(words: Words, table: Table, question: ProfileQuestion) -> ProfileText:
    options = words.labels(table.table("options"), question.options) if question.options else {}
    label, hint = words.one(table.text("label")), words.one(table.text("hint", empty=True))
    table.done()
    return ProfileText(label, hint, options)


def _roles(questionnaire: Questionnaire, pack: Table) -> tuple[str, ...]:
    """Every role a question names, and the further ones the file has words for."""
    named = [
        role
        for question in questionnaire.questions.values()
        for role in (question.accountable, *question.support)
    ]
    written = pack.data.get("roles")
    return tuple(dict.fromkeys([*named, *(written if isinstance(written, dict) else ())]))


def _role_profiles(
    words: Words, files: PackFolder, profiles: Iterable[RoleProfile]
) -> Mapping[str, RoleText]:
    table = files.table(f"{words.language}/roles.toml")
    found = {}
    for profile in profiles:
        entry = table.table(profile.id)
        found[profile.id] = RoleText(
            title=words.one(entry.text("title")),
            mission=words.one(entry.text("mission")),
            duties=words.many(entry.texts("duties")),
            security_duties=words.many(entry.texts("security_duties")),
            authority=words.many(entry.texts("authority")),
            deliverables=words.many(entry.texts("deliverables")),
            skills=words.many(entry.texts("skills")),
            interview=words.many(entry.texts("interview")),
            sizing=words.one(entry.text("sizing")),
        )
        entry.done()
    table.done()
    return found


def _cost_texts(words: Words, items: Table, catalogue: Catalogue, key: str) -> Mapping[str, str]:
    expected = (DAY, SETUP, UPKEEP, *(item.id for item in catalogue.items))
    return {item: words.one(items.table(item).text(key)) for item in expected}
