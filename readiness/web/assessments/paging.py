"""Which questions stand on a page together: two to four neighbours of one domain."""

from dataclasses import dataclass

from readiness.core.questionnaire import Domain, Form, Question, Questionnaire

_COMFORTABLE = 3


@dataclass(frozen=True, slots=True)
class QuestionPage:
    """One page of a domain; ``number`` counts from 1."""

    domain: Domain
    number: int
    count: int
    questions: tuple[Question, ...]

    @property
    def is_last(self) -> bool:
        return self.number == self.count


def pages(domain: Domain, form: Form) -> tuple[QuestionPage, ...]:
    """The pages of a domain, as even as possible."""
    questions = domain.asked(form)
    count = -(-len(questions) // _COMFORTABLE)
    small, larger = divmod(len(questions), count) if count else (0, 0)
    found, start = [], 0
    for number in range(1, count + 1):
        end = start + small + (number <= larger)
        found.append(QuestionPage(domain, number, count, questions[start:end]))
        start = end
    return tuple(found)


def page_of(questionnaire: Questionnaire, form: Form, question_id: str) -> QuestionPage:
    """The page on which a question stands.

    Raises:
        UnknownQuestionError: the pack has no such question.
        LookupError: the form does not ask it.
    """
    domain = questionnaire.domain(questionnaire.question(question_id).domain)
    for page in pages(domain, form):
        if any(question.id == question_id for question in page.questions):
            return page
    raise LookupError(question_id)
