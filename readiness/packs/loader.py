"""Loading packs: checked once, then kept."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable

from readiness.core.benchmarks import Benchmarks
from readiness.core.costs import Catalogue
from readiness.core.questionnaire import Questionnaire
from readiness.core.texts import BenchmarkTexts, PackTexts, RoleProfile
from readiness.packs import digests
from readiness.packs.benchmark_pack import read_benchmark_texts, read_benchmarks
from readiness.packs.questionnaire_pack import (
    read_catalogue,
    read_questionnaire,
    read_role_profiles,
)
from readiness.packs.reading import Fault, PackError, PackFolder
from readiness.packs.text_pack import read_texts
from readiness.wording.language import LANGUAGES

CURRENT = "2026.1"
_PACKS = files("readiness.packs")


@dataclass(frozen=True, slots=True)
class Pack:
    """A questionnaire pack: its logic, its costs, its role profiles, its words."""

    questionnaire: Questionnaire
    catalogue: Catalogue
    role_profiles: tuple[RoleProfile, ...]
    texts: Mapping[str, PackTexts]


def available() -> tuple[str, ...]:
    """The ids of the questionnaire packs that come with the program."""
    entries = (_PACKS / "questionnaires").iterdir()
    return tuple(sorted(entry.name for entry in entries if entry.is_dir()))


@cache
def load(pack_id: str) -> Pack:
    """The questionnaire pack with this id.

    Raises:
        PackError: there is no such pack, or it has faults; each names file and key.
    """
    if pack_id not in available():
        problem = f"is not a questionnaire pack; expected one of {', '.join(available())}"
        raise PackError([Fault(pack_id, "", problem)])
    return read_pack(_PACKS / "questionnaires" / pack_id)


def read_pack(folder: Traversable) -> Pack:
    """Read and check a pack folder.

    Raises:
        PackError: with every fault found.
    """
    files = PackFolder(folder)
    questionnaire = read_questionnaire(files, digests.logic_digest(folder))
    catalogue = read_catalogue(files, questionnaire)
    profiles = read_role_profiles(files, questionnaire)
    texts = {
        code: read_texts(files, code, questionnaire, catalogue, profiles) for code in LANGUAGES
    }
    files.raise_faults()
    return Pack(questionnaire, catalogue, profiles, texts)


@cache
def benchmarks() -> Benchmarks:
    """All benchmark packs.

    Raises:
        PackError: with every fault found.
    """
    files = PackFolder(_PACKS / "benchmarks")
    found = read_benchmarks(files)
    files.raise_faults()
    return found


@cache
def benchmark_texts(language: str) -> BenchmarkTexts:
    """The words of the benchmark packs in one language.

    Raises:
        PackError: with every fault found.
    """
    files = PackFolder(_PACKS / "benchmarks")
    found = read_benchmark_texts(files, language, benchmarks())
    files.raise_faults()
    return found


def released_faults(pack_id: str) -> list[Fault]:
    """What differs between a released pack and its locked digests; empty when nothing does."""
    return digests.check_lock(_PACKS, f"questionnaires/{pack_id}/")


def check_folder(folder: Traversable) -> tuple[str, list[Fault]]:
    """The id and the faults of any pack folder; no faults means that it can be used."""
    if not folder.is_dir():
        return "", [Fault(str(folder), "", "is not a folder; expected a questionnaire pack")]
    try:
        return read_pack(folder).questionnaire.id, []
    except PackError as error:
        pack_id = PackFolder(folder).table("pack.toml").data.get("id", "")
        return str(pack_id), list(error.faults)
