"""The words of the packs in one language, as frozen data; who reads them decides their look."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class QuestionText:
    """The words of one question; the advice is empty for the unscored use question."""

    title: str
    question: str
    levels: tuple[str, ...]
    why: str
    action: str
    to_3: tuple[str, ...]
    to_4: tuple[str, ...]
    proof: str
    not_applicable: str

    def steps_to(self, level: int) -> tuple[str, ...]:
        """The numbered steps to level 3 or 4."""
        return self.to_3 if level == 3 else self.to_4  # noqa: PLR2004 - the level itself


@dataclass(frozen=True, slots=True)
class DomainText:
    """The words of one domain: short name, long title, what it covers."""

    name: str
    title: str
    about: str


@dataclass(frozen=True, slots=True)
class ProfileText:
    """The words of one profile question and of its options."""

    label: str
    hint: str
    options: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class RoleText:
    """A role profile: what to write into a job description and ask in an interview."""

    title: str
    mission: str
    duties: tuple[str, ...]
    security_duties: tuple[str, ...]
    authority: tuple[str, ...]
    deliverables: tuple[str, ...]
    skills: tuple[str, ...]
    interview: tuple[str, ...]
    sizing: str


@dataclass(frozen=True, slots=True)
class RoleCode:
    """The code of a role in a public classification."""

    scheme: str
    code: str
    url: str


@dataclass(frozen=True, slots=True)
class RoleProfile:
    """A role with the question that makes it worth printing, and its public codes."""

    id: str
    trigger: str
    codes: tuple[RoleCode, ...]


@dataclass(frozen=True, slots=True)
class PackTexts:
    """All words of a questionnaire pack in one language."""

    language: str
    title: str
    description: str
    judgement: str
    domains: Mapping[str, DomainText]
    questions: Mapping[str, QuestionText]
    profile: Mapping[str, ProfileText]
    roles: Mapping[str, str]
    role_profiles: Mapping[str, RoleText]
    kinds: Mapping[str, str]
    sectors: Mapping[str, str]
    sizes: Mapping[str, str]
    source_grades: Mapping[str, str]
    cost_items: Mapping[str, str]
    cost_abouts: Mapping[str, str]
    cost_kinds: Mapping[str, str]
    cost_notes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class BenchmarkTexts:
    """All words of the benchmark packs in one language."""

    language: str
    names: Mapping[str, str]
    does: Mapping[str, str]
    mappings: Mapping[str, str]
    populations: Mapping[str, str]
    packs: Mapping[str, str]
    survey: Mapping[str, str]
    survey_remarks: Mapping[str, str]
    doubts: Mapping[str, str]
    units: Mapping[str, str]
    grades: Mapping[str, str]
    aggregates: Mapping[str, str]
    regions: Mapping[str, str]
    sizes: Mapping[str, str]
    sectors: Mapping[str, str]
