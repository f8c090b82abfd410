"""What every chapter is made from."""

from dataclasses import dataclass
from fractions import Fraction

from readiness.core.answers import Answer, State
from readiness.core.questionnaire import Question, Span
from readiness.core.result import Result
from readiness.core.scoring import Contribution
from readiness.report.fonts import drawable
from readiness.report.text import one_line
from readiness.wording.language import Language
from readiness.wording.narrator import Narrator


@dataclass(frozen=True, slots=True)
class Material:
    """A result, the words to tell it in, and the mark its answers are recognised by."""

    result: Result
    narrator: Narrator
    fingerprint: str

    @property
    def language(self) -> Language:
        return self.narrator.language

    def text(self, message: str, **values: object) -> str:
        """The translation of an English message with its named values filled in."""
        return self.language.text(message, **values)

    @property
    def organisation(self) -> str:
        """The name of the organisation on one line, or that it has none."""
        return one_line(self.result.sheet.organisation.name) or self.text("Unnamed organisation")

    @property
    def code(self) -> str:
        """The fingerprint in groups of four."""
        groups = [self.fingerprint[at : at + 4] for at in range(0, 16, 4)]
        return "\u00a0".join(groups)

    def answer(self, question: Question) -> Answer:
        return self.result.sheet.answer(question.id)

    def contributions(self) -> dict[str, Contribution]:
        """What each question gives and takes, by its id."""
        return {entry.question: entry for entry in self.result.score.contributions}

    def amount(self, value: Fraction) -> str:
        return self.language.money(value, self.result.costs.currency)

    def amounts(self, span: Span) -> str:
        """A range of money, or one amount where its ends are equal."""
        low, high = self.amount(span.low), self.amount(span.high)
        return low if low == high else self.text("%(low)s to %(high)s", low=low, high=high)

    def pair(self, name: str, value: str) -> str:
        """A name and what it stands for, with the language's own colon between them."""
        return self.language.labelled(name, value)

    def answer_sentence(self, question: Question) -> str:
        """The answer in the words of its level, or that it is not known or not applicable."""
        answer = self.answer(question)
        if answer.state is State.NOT_APPLICABLE:
            return self.text("Not applicable.")
        if answer.level is None:
            return self.text("I don't know.")
        return self.narrator.question(question.id).levels[answer.level]

    def has_unprintable(self) -> bool:
        """Whether some word of the users holds a character that had to be replaced."""
        sheet = self.result.sheet
        typed = [sheet.organisation.name]
        for answer in sheet.answers.values():
            typed += [answer.note, answer.reason]
        return any("\ufffd" in drawable(text) for text in typed)


def capitalised(text: str) -> str:
    """A text with its first letter large, for where a name begins a line."""
    return text[:1].upper() + text[1:]
