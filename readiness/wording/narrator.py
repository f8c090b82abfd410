"""Everything needed to say a result in one language."""

from collections.abc import Mapping
from dataclasses import dataclass

from readiness.core.adoption import Quadrant
from readiness.core.answers import Evidence
from readiness.core.benchmarks import Cell, Closeness, Figure, Verdict
from readiness.core.questionnaire import Gate, Questionnaire
from readiness.core.scoring import Level
from readiness.core.texts import BenchmarkTexts, PackTexts, QuestionText, RoleProfile
from readiness.wording.language import Language


@dataclass(frozen=True, slots=True)
class Narrator:
    """A language with the words of a questionnaire pack and of the benchmark packs."""

    language: Language
    questionnaire: Questionnaire
    texts: PackTexts
    benchmarks: BenchmarkTexts
    role_profiles: tuple[RoleProfile, ...]

    def question(self, question_id: str) -> QuestionText:
        """The words of a question."""
        return self.texts.questions[question_id]

    def domain(self, domain_id: str) -> str:
        """The short name of a domain."""
        return self.texts.domains[domain_id].name

    def owner(self, role: str) -> str:
        """The name of a role as a table prints it."""
        return self.texts.roles[role]

    def level(self, level: Level) -> str:
        """The name of a score's level."""
        return self.level_names[level]

    @property
    def level_names(self) -> Mapping[Level, str]:
        """The five names of a score, lowest first."""
        text = self.language.text
        return {
            Level.UNPROTECTED: text("unprotected"),
            Level.PARTIAL: text("partial"),
            Level.ORGANISED: text("organised"),
            Level.CONTROLLED: text("controlled"),
            Level.PROVEN: text("proven"),
        }

    def gate(self, gate: Gate) -> str:
        """The name of a kind of gate."""
        text = self.language.text
        return text("hard gate") if gate is Gate.HARD else text("gate")

    def evidence(self, evidence: Evidence) -> str:
        """How sure an answer is."""
        text = self.language.text
        return {
            Evidence.STATED: text("stated"),
            Evidence.SEEN: text("seen"),
            Evidence.TESTED: text("tested"),
        }[evidence]

    def closeness(self, closeness: Closeness) -> str:
        """How near a published wording is to ours."""
        text = self.language.text
        return {
            Closeness.SAME: text("same wording"),
            Closeness.CLOSE: text("close wording"),
            Closeness.PROXY: text("proxy"),
        }[closeness]

    def profile_value(self, question_id: str, value: object) -> str:
        """An answer of the profile in words."""
        text, options = self.language.text, self.texts.profile[question_id].options
        if value is None:
            return text("Left open")
        if isinstance(value, bool):
            return text("Yes") if value else text("No")
        if isinstance(value, int):
            return self.language.number(value)
        if isinstance(value, tuple):
            return ", ".join(options[choice] for choice in value) or text("None of these")
        return options[str(value)]

    def verdict(self, verdict: Verdict) -> str:
        """A verdict in a few words, as stands beside a figure."""
        text = self.language.text
        return {
            Verdict.AHEAD: text("ahead of most"),
            Verdict.WITH_MAJORITY: text("with the majority"),
            Verdict.WITH_MAJORITY_NOT: text("with the majority, who do not"),
            Verdict.BEHIND: text("behind the majority"),
            Verdict.CANNOT_BE_TOLD: text("majority cannot be told"),
            Verdict.FIND_OUT: text("you do not know"),
        }[verdict]

    def quadrant(self, quadrant: Quadrant) -> str:
        """The name of a quadrant of readiness and use."""
        text = self.language.text
        return {
            Quadrant.NOT_STARTED: text("Not started"),
            Quadrant.ROOM_TO_GROW: text("Room to grow"),
            Quadrant.EXPOSED: text("Exposed"),
            Quadrant.STEERED: text("Steered"),
        }[quadrant]

    def yours(self, yours: bool | None) -> str:  # noqa: FBT001 - the answer itself
        """Whether the organisation does what a figure counts."""
        text = self.language.text
        return {True: text("You do"), False: text("You do not"), None: text("Find out")}[yours]

    def area(self, country: str) -> str:
        """A figure's country: a name, "EU27", or all countries."""
        if not country:
            return self.language.text("several countries")
        named = {**self.benchmarks.aggregates, **self.benchmarks.regions}
        return named.get(country) or self.language.country(country)

    def cell(self, cell: Cell) -> str:
        """The cell a figure was taken from: "France, information (J), 50 to 249 persons"."""
        parts = [self.area(cell.country)]
        if cell.sector:
            parts.append(self.benchmarks.sectors[cell.sector])
        parts.append(self.benchmarks.sizes[cell.size_class])
        return ", ".join(parts)

    def population(self, figure: Figure) -> str:
        """Whom a figure speaks of."""
        return self.benchmarks.populations.get(figure.population, figure.population)

    def source(self, figure: Figure) -> str:
        """A figure's survey and year: "Eurostat, …, 2024"; some titles end with it already."""
        title, year = self.benchmarks.packs[figure.pack], str(figure.year)
        return title if title.endswith(year) else f"{title}, {year}"

    def answered(self, yours: bool | None) -> str:  # noqa: FBT001 - the answer itself
        """Your answer to what a survey asked."""
        text = self.language.text
        return {True: text("You: yes"), False: text("You: no"), None: text("You: not known")}[yours]
