"""What the pages say in one language, taken from where the program takes it."""

from dataclasses import dataclass

from readiness.core.texts import PackTexts, QuestionText
from readiness.services import assessing
from readiness.wording.language import Language, language
from tests.journeys.browsing import Locale


@dataclass(frozen=True, slots=True)
class Words:
    """Call it with an English message of the program to get what a page in this language says."""

    language: Language
    texts: PackTexts

    def __call__(self, message: str, **values: object) -> str:
        return self.language.text(message, **values)

    def question(self, question_id: str) -> QuestionText:
        return self.texts.questions[question_id]


def words_of(locale: Locale) -> Words:
    """The words that a browser with this locale is shown."""
    code = locale.partition("-")[0]
    return Words(language(code), assessing.pack().texts[code])
