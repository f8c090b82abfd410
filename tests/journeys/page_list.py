"""Every kind of page, ready to be looked at in any language: how to get there."""

from collections.abc import Callable, Mapping

from playwright.sync_api import Page

from readiness.core.questionnaire import Form
from tests.journeys.pages import CONTINUE, ConflictPage, OrganisationPage, QuestionsPage
from tests.journeys.stored import Store, level
from tests.journeys.words import Words

Arrival = Callable[[Page, Words, Store], None]
"""Brings a new window to the page."""


def _plain(path: str) -> Arrival:
    def arrive(page: Page, _words: Words, _store: Store) -> None:
        page.goto(path)

    return arrive


def _draft(path: str, form: Form = Form.FULL) -> Arrival:
    def arrive(page: Page, _words: Words, store: Store) -> None:
        page.goto(store.answered(form) + path)

    return arrive


def _submitted(path: str) -> Arrival:
    def arrive(page: Page, _words: Words, store: Store) -> None:
        # The short form: unfolded, the full one has five thousand elements of the same few kinds.
        address = store.answered(Form.CORE)
        store.submit(address)
        page.goto(address + path)
        # What is folded away is part of the page.
        page.locator("details").evaluate_all("all => all.forEach(one => { one.open = true })")

    return arrive


def _empty(path: str) -> Arrival:
    def arrive(page: Page, _words: Words, store: Store) -> None:
        page.goto(store.begin(Form.FULL) + path)

    return arrive


def _organisation_with_errors(page: Page, words: Words, store: Store) -> None:
    page.goto(store.begin() + "/organisation")
    form = OrganisationPage(page, words)
    form.headcount().fill("many")
    form.press(CONTINUE, OrganisationPage)


def _questions_with_errors(page: Page, words: Words, store: Store) -> None:
    questions = QuestionsPage.open(page, words, store.begin(Form.FULL) + "/questions/SEC/3")
    questions.question("SEC-07").not_applicable().check()
    questions.press(CONTINUE, QuestionsPage)


def _conflict(page: Page, words: Words, store: Store) -> None:
    address = store.begin(Form.FULL)
    questions = QuestionsPage.open(page, words, address + "/questions/SEC/1")
    store.answer(address, "SEC-01", level(1, "a colleague's"))
    questions.question("SEC-01").level(3).check()
    choice = questions.press(CONTINUE, ConflictPage)
    choice.press("Keep the chosen answer", ConflictPage)


def _not_submitted(page: Page, words: Words, store: Store) -> None:
    page.goto(store.begin() + "/check")
    with page.expect_event("domcontentloaded"):
        page.get_by_role("button", name=words("Submit the assessment")).click()


def _sections() -> Mapping[str, Arrival]:
    return {
        f"questions {domain}": _draft(f"/questions/{domain}/2")
        for domain in ("SEC", "CON", "TRA", "ROL", "GOV")
    }


PAGES: Mapping[str, Arrival] = {
    "start": _plain("/"),
    "security": _plain("/security"),
    "tasks, new": _empty(""),
    "tasks": _draft(""),
    "organisation": _draft("/organisation"),
    "organisation with errors": _organisation_with_errors,
    "profile": _draft("/profile"),
    **_sections(),
    "questions with errors": _questions_with_errors,
    "conflict": _conflict,
    "check": _draft("/check"),
    "check, not submitted": _not_submitted,
    "result of a draft": _draft("/result", Form.CORE),
    "result": _submitted("/result"),
    "result without an organisation": _empty("/result"),
    "nothing there": _plain("/assessments/nowhere"),
}
