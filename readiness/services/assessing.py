"""Scoring a sheet with the packs that come with the program."""

from readiness import packs
from readiness.core import result as core
from readiness.core.answers import AnswerSheet
from readiness.core.benchmarks import Benchmarks
from readiness.packs import CURRENT, Pack
from readiness.wording.language import language
from readiness.wording.narrator import Narrator


def pack(pack_id: str = CURRENT) -> Pack:
    """The questionnaire pack with this id, checked.

    Raises:
        PackError: there is no such pack, or it has faults.
    """
    return packs.load(pack_id)


def benchmarks() -> Benchmarks:
    """All benchmark packs, checked."""
    return packs.benchmarks()


def assess(sheet: AnswerSheet) -> core.Result:
    """Everything a sheet leads to, by the pack it was answered with."""
    found = pack(sheet.questionnaire)
    return core.assess(found.questionnaire, found.catalogue, benchmarks(), sheet)


def narrator(language_code: str, pack_id: str = CURRENT) -> Narrator:
    """The words of a pack and of the benchmarks in one language."""
    found = pack(pack_id)
    return Narrator(
        language=language(language_code),
        questionnaire=found.questionnaire,
        texts=found.texts[language_code],
        benchmarks=packs.benchmark_texts(language_code),
        role_profiles=found.role_profiles,
    )
