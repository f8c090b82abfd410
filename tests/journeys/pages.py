"""The pages as people use them: what can be done on each, by the names that people see.

Every control is found by its role and its name in the window's own language, so that one journey
runs in every language. A method that leads to another page returns that page once it is there.
"""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from typing import ClassVar, Self, TypeVar

from playwright.sync_api import Download, Locator, Page, Response, expect
from typing_extensions import override

from readiness.core.answers import Size
from readiness.core.questionnaire import Form
from readiness.services import assessing
from tests.journeys.words import Words

S = TypeVar("S", bound="Screen")

CONTINUE = "Save and continue"
RETURN = "Save and return to all sections"


class Screen:
    """A page in a window; making one waits until the window shows it."""

    heading: ClassVar[str] = ""

    def __init__(self, page: Page, words: Words) -> None:
        self.page = page
        self.words = words
        expect(self.mark()).to_be_visible()

    def mark(self) -> Locator:
        """What only this page shows."""
        return self.page.get_by_role("heading", name=self.words(self.heading), level=1, exact=True)

    def link(self, name: str) -> Locator:
        return self.page.get_by_role("link", name=self.words(name), exact=True)

    def button(self, name: str) -> Locator:
        return self.page.get_by_role("button", name=self.words(name), exact=True)

    def follow(self, name: str, then: type[S]) -> S:
        """Follow the link with this name to the page it should lead to."""
        return self.lead(self.link(name), then)

    def press(self, name: str, then: type[S]) -> S:
        """Press the button with this name; it should lead to a page of this kind."""
        return self.lead(self.button(name), then)

    def lead(self, control: Locator, then: type[S]) -> S:
        # A page may lead to its own like: only a new document tells that it was left.
        with self.page.expect_event("domcontentloaded"):
            control.click()
        return then(self.page, self.words)

    def reload(self) -> Self:
        self.page.reload()
        return type(self)(self.page, self.words)

    @property
    def problems(self) -> Locator:
        """The links of the error summary."""
        return self.page.get_by_role("alert").get_by_role("link")


class StartPage(Screen):
    heading = "Is your organisation ready to use social media for its work?"

    @classmethod
    def open(cls, page: Page, words: Words) -> "StartPage":
        page.goto("/")
        return cls(page, words)

    def choose(self, form: Form) -> None:
        message = {
            Form.CORE: "Short form: %(count)s questions, about 25 minutes",
            Form.FULL: "Full form: %(count)s questions, about an hour",
        }[form]
        count = len(assessing.pack().questionnaire.asked(form))
        label = self.words(message, count=count)
        self.page.get_by_role("radio", name=label, exact=True).check()

    def begin(self, form: Form) -> "TaskList":
        self.choose(form)
        return self.press("Start answering", TaskList)


class TaskList(Screen):
    @classmethod
    def open(cls, page: Page, words: Words, address: str) -> "TaskList":
        page.goto(address)
        return cls(page, words)

    @override
    def mark(self) -> Locator:
        return self.page.get_by_label(self.words("Keep this link to come back"))

    @property
    def address(self) -> str:
        """The private link as shown."""
        return self.mark().input_value()

    def describe_organisation(self) -> "OrganisationPage":
        return self.follow("About the organisation", OrganisationPage)

    def fill_in_profile(self) -> "ProfilePage":
        return self.follow("Profile", ProfilePage)

    def section(self, domain: str) -> "QuestionsPage":
        name = self.words.texts.domains[domain].name
        row = self.page.get_by_role("heading", name=name, exact=True)
        return self.lead(row.get_by_role("link"), QuestionsPage)

    def check(self) -> "CheckPage":
        return self.follow("Check and submit", CheckPage)

    def reopen(self) -> "TaskList":
        return self.press("Reopen to change answers", TaskList)


class OrganisationPage(Screen):
    heading = "About the organisation"

    def name(self) -> Locator:
        return self.page.get_by_label(self.words("Name"), exact=True)

    def headcount(self) -> Locator:
        return self.page.get_by_label(self.words("Exact headcount"))

    def size(self, size: Size) -> Locator:
        return self.page.get_by_role("radio", name=self.words.texts.sizes[size], exact=True)

    def fill(self, *, name: str, country: str = "FR", sector: str = "J") -> None:
        """Fill in everything that a result needs; the staff is 50 to 249."""
        self.name().fill(name)
        labels = self.words("Country"), self.words("Main activity")
        chosen = self.words.language.country(country), self.words.texts.sectors[sector]
        for label, option in zip(labels, chosen, strict=True):
            self.page.get_by_role("combobox", name=label, exact=True).select_option(label=option)
        self.size(Size.MEDIUM).check()

    def save(self) -> "ProfilePage":
        return self.press(CONTINUE, ProfilePage)


class ProfilePage(Screen):
    heading = "Profile"

    def choice(self, question_id: str, answer: str) -> Locator:
        group = self.page.get_by_role("group", name=self.words.texts.profile[question_id].label)
        return group.get_by_role("radio", name=self.words(answer), exact=True)

    def option(self, question_id: str, option: str) -> Locator:
        words = self.words.texts.profile[question_id]
        group = self.page.get_by_role("group", name=words.label)
        return group.get_by_role("checkbox", name=words.options[option], exact=True)

    def save(self) -> TaskList:
        return self.press(CONTINUE, TaskList)


class Question:
    """One question on its page, with everything that can be entered for it."""

    def __init__(self, page: Page, words: Words, question_id: str) -> None:
        self.words = words
        self.id = question_id
        self.text = words.question(question_id)
        self._page = page
        heading = page.get_by_role("heading", name=self.text.question, exact=True)
        self.box = page.get_by_role("group").filter(has=heading)

    def level(self, level: int) -> Locator:
        return self.box.get_by_role("radio", name=f"{level} {self.text.levels[level]}")

    def unknown(self) -> Locator:
        return self.box.get_by_role("radio", name=self.words("I don't know"))

    def not_applicable(self) -> Locator:
        return self.box.get_by_role("radio", name=self.words("Not applicable"))

    def reason(self) -> Locator:
        return self.box.get_by_label(self.words("Why it does not apply"))

    def note(self) -> Locator:
        return self.box.get_by_label(self.words("Note"), exact=True)

    def sure(self, how: str) -> Locator:
        return self.box.get_by_role("radio", name=self.words(how), exact=True)

    def state(self) -> Locator:
        """The line that says whether the answer is saved."""
        return self.box.get_by_role("status")

    @contextmanager
    def saving(self) -> Iterator[None]:
        """Waits until what is entered in the block was saved by itself and the page says so."""
        with self._page.expect_response(self._is_answer) as answered:
            yield
        assert answered.value.ok, answered.value.text()
        expect(self.state()).to_have_text(re.compile(f"^{self.words('Saved')} [0-9]"))

    def _is_answer(self, response: Response) -> bool:
        return response.url.endswith(f"/answers/{self.id}")


class QuestionsPage(Screen):
    @classmethod
    def open(cls, page: Page, words: Words, address: str) -> "QuestionsPage":
        page.goto(address)
        return cls(page, words)

    @override
    def mark(self) -> Locator:
        return self.page.get_by_role("complementary", name=self.words("Progress in this section"))

    def question(self, question_id: str) -> Question:
        return Question(self.page, self.words, question_id)

    def shown(self) -> list[str]:
        """The ids of the questions on this page."""
        return re.findall(
            r"\b[A-Z]{3}-[0-9]{2}\b", " ".join(self.page.locator("legend").all_inner_texts())
        )

    def is_last(self) -> bool:
        """Whether this is the last page of its section."""
        lead = self.page.locator(".lead").inner_text()
        number, count = (int(found) for found in re.findall("[0-9]+", lead)[-2:])
        return number == count

    def save(self) -> "QuestionsPage":
        """Save and go on to the next page of the section."""
        return self.press(CONTINUE, QuestionsPage)

    def save_and_return(self) -> TaskList:
        return self.press(RETURN, TaskList)


class ConflictPage(Screen):
    heading = "Two answers to one question"

    def theirs(self) -> Locator:
        return self.page.get_by_role("radio", name=self.words("Saved meanwhile"))

    def yours(self) -> Locator:
        return self.page.get_by_role("radio", name=self.words("Yours, not saved yet"))

    def keep(self, choice: Locator, then: type[S]) -> S:
        choice.check()
        return self.press("Keep the chosen answer", then)


class TwoVersionsPage(Screen):
    heading = "Two versions of one page"

    def theirs(self, field: str) -> Locator:
        return self._group(field).get_by_role("radio", name=self.words("Saved meanwhile"))

    def yours(self, field: str) -> Locator:
        return self._group(field).get_by_role("radio", name=self.words("Yours, not saved yet"))

    def _group(self, field: str) -> Locator:
        return self.page.get_by_role("group", name=self.words(field), exact=True)


class CheckPage(Screen):
    heading = "Check your answers"

    def submit(self) -> "ResultPage":
        return self.press("Submit the assessment", ResultPage)


class ResultPage(Screen):
    @classmethod
    def open(cls, page: Page, words: Words, address: str) -> "ResultPage":
        page.goto(f"{address}/result")
        return cls(page, words)

    @override
    def mark(self) -> Locator:
        return self.link("Download the report, PDF")

    def title(self) -> Locator:
        return self.page.get_by_role("heading", level=1)

    def download(self, link: str) -> Download:
        """The file behind a link of this page."""
        with self.page.expect_download() as found:
            self.link(link).click()
        return found.value


class ErrorPage(Screen):
    """Any page that says that something does not work; the heading tells which."""

    @override
    def mark(self) -> Locator:
        return self.link("Go to the start page")
