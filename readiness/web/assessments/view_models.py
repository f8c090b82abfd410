"""What the pages of an assessment show, put together once."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from fractions import Fraction

from readiness.core.answers import State
from readiness.core.charts import Drawing
from readiness.core.questionnaire import Domain, Question, Questionnaire
from readiness.core.scoring import (
    HARD_CAP,
    HARD_CAP_AT_LEVEL_2,
    SOFT_CAP,
    Contribution,
    DomainScore,
    Score,
)
from readiness.core.texts import PackTexts, QuestionText
from readiness.services import assessing
from readiness.services.assessments import progress, standing
from readiness.services.drafts import AssessmentDraft, Progress, SavedAnswer
from readiness.web.assessments.paging import QuestionPage, page_of, pages
from readiness.web.i18n import current
from readiness.wording import charts
from readiness.wording.narrator import Narrator

_WORTH_SHOWING = 5
_ASKED_PEOPLE = 2


@dataclass(frozen=True, slots=True)
class Finding:
    """A question nobody has an answer to, who may know, and what finding out could be worth."""

    question: Question
    text: QuestionText
    ask: str
    worth: Fraction
    state: State | None


class AssessmentView:
    """An assessment with its questionnaire, words in the reader's language and score so far."""

    def __init__(self, draft: AssessmentDraft) -> None:
        pack = assessing.pack(draft.pack_id)
        self.draft = draft
        self.questionnaire: Questionnaire = pack.questionnaire
        self.texts: PackTexts = pack.texts[current().code]
        self.score: Score = standing(draft)
        self._contributions: Mapping[str, Contribution] = {
            contribution.question: contribution for contribution in self.score.contributions
        }
        self.caps: Mapping[str, Fraction] = {
            "hard": HARD_CAP,
            "hard_at_level_2": HARD_CAP_AT_LEVEL_2,
            "soft": SOFT_CAP,
        }

    @property
    def name(self) -> str:
        """The organisation's name as entered; empty while there is none."""
        return self.draft.organisation.name

    @property
    def progress(self) -> Progress:
        """Where all questions of the form stand."""
        return progress(self.draft, self.questionnaire.asked(self.draft.form))

    def progress_of(self, domain: Domain) -> Progress:
        """Where the questions of one domain stand."""
        return progress(self.draft, domain.asked(self.draft.form))

    def domain_score(self, domain: Domain) -> DomainScore:
        """The score so far of one domain."""
        return next(found for found in self.score.domains if found.id == domain.id)

    def pages_of(self, domain: Domain) -> tuple[QuestionPage, ...]:
        """The pages of one domain."""
        return pages(domain, self.draft.form)

    def page_of(self, question_id: str) -> QuestionPage:
        """The page on which a question stands."""
        return page_of(self.questionnaire, self.draft.form, question_id)

    def text(self, question_id: str) -> QuestionText:
        """The words of a question."""
        return self.texts.questions[question_id]

    def saved(self, question_id: str) -> SavedAnswer:
        """What is stored for a question."""
        return self.draft.saved(question_id)

    def worth(self, question_id: str) -> Fraction | None:
        """What a question can give to the overall score, in points; None if it is not scored."""
        found = self._contributions.get(question_id)
        return None if found is None else found.points + found.lost

    @property
    def saved_at(self) -> datetime | None:
        """When something was last saved; None right after the beginning."""
        draft = self.draft
        return None if draft.saved_at == draft.created_at else draft.saved_at

    def people(self, domain: Domain) -> list[str]:
        """The roles that most questions of a domain fall to, most first."""
        roles = Counter(question.accountable for question in domain.asked(self.draft.form))
        return [self.texts.roles[role] for role, _ in roles.most_common(_ASKED_PEOPLE)]

    @property
    def level_name(self) -> str:
        """The level so far in words; empty while too little is known."""
        return "" if self.score.level is None else self._narrator.level(self.score.level)

    @property
    def scale(self) -> Drawing | None:
        """The range so far on the scale of the five levels; None where nothing is applicable."""
        return charts.scale(self._narrator, self.score, charts.overall_caps(self.score))

    @property
    def _narrator(self) -> Narrator:
        return assessing.narrator(current().code, self.draft.pack_id)

    def unanswered(self) -> list[Finding]:
        """Every open or unknown question that is scored, the most worth first."""
        return [
            Finding(
                question=self.questionnaire.question(unknown.question),
                text=self.text(unknown.question),
                ask=self.texts.roles[self.questionnaire.question(unknown.question).accountable],
                worth=unknown.lost,
                state=self.saved(unknown.question).given.state,
            )
            for unknown in self.score.unknown
        ]

    def worth_finding_out(self) -> list[Finding]:
        """The questions answered "I don't know" that are worth most."""
        unknown = [found for found in self.unanswered() if found.state is State.UNKNOWN]
        return unknown[:_WORTH_SHOWING]
