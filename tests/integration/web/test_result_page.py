"""The result page prints what the result says, and says it of a draft that it is one."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import TypeVar
from uuid import UUID

import pytest
from flask import Flask

from readiness.core.answers import Size, State, not_applicable
from readiness.core.result import Result
from readiness.core.scoring import Range
from readiness.services import assessing
from readiness.services.assessments import Assessments
from readiness.services.clock import StoppedClock
from readiness.services.drafts import Given, OrganisationDraft
from readiness.web import transaction
from readiness.web.results.view_models import result_page
from readiness.wording.cost_sheet import cost_entries
from readiness.wording.language import language
from tests.integration.web.pages import Browser, Page

# One sign a question, in the order of the pack: a level, ? not known, - not applicable.
ANSWERS = {
    "SEC": "42333?2?333233",
    "CON": "333?433133433?",
    "TRA": "312202?233?2",
    "ROL": "233?2133?--3",
    "GOV": "333332?23203",
}
REASON = "No agency <i>or</i> freelance & no access"
HOSTILE = "<script>alert(1)</script>&\"'" + "W" * 170

ORGANISATION = OrganisationDraft("Example SA", "FR", "J", Size.MEDIUM, 180)

T = TypeVar("T")


def given(sign: str) -> Given:
    if sign == "?":
        return Given(State.UNKNOWN)
    if sign == "-":
        return Given(State.NOT_APPLICABLE, reason=REASON)
    return Given(State.LEVEL, level=int(sign))


@dataclass(frozen=True, slots=True)
class Scene:
    """An assessment that a test may fill through its use cases, and its private address."""

    app: Flask
    clock: StoppedClock
    browser: Browser
    address: str

    @property
    def id(self) -> UUID:
        return UUID(self.address.rsplit("/", 1)[1])

    def write(self, use_case: Callable[[Assessments], T]) -> T:
        """Runs a use case and commits it."""
        with self.app.app_context(), transaction.database().writing() as session:
            done = use_case(Assessments(session, self.clock))
            session.commit()
        return done

    def describe(self, organisation: OrganisationDraft) -> None:
        self.write(
            lambda service: service.save_organisation(
                self.id, organisation, based_on_version=service.get(self.id).organisation_version
            )
        )

    def answer(self, signs: Mapping[str, str]) -> None:
        def save(service: Assessments) -> None:
            for domain in assessing.pack().questionnaire.domains:
                for question, sign in zip(domain.questions, signs[domain.id], strict=True):
                    service.save_answer(self.id, question.id, given(sign), based_on_version=0)

        self.write(save)

    def result_page(self, query: str = "") -> Page:
        return self.browser.get(f"{self.address}/result{query}")


def new_scene(app: Flask, clock: StoppedClock) -> Scene:
    browser = Browser(app.test_client())
    tasks = browser.get("/").submit({"form": "full"}, action="/assessments/")
    return Scene(app, clock, browser, tasks.path)


@pytest.fixture
def scene(app: Flask, stopped_clock: StoppedClock) -> Scene:
    """An assessment of which nothing is known yet."""
    return new_scene(app, stopped_clock)


@pytest.fixture(scope="module")
def answered(app: Flask, stopped_clock: StoppedClock) -> Scene:
    """A draft with every question answered, which no test changes: its page takes long to check."""
    scene = new_scene(app, stopped_clock)
    scene.describe(ORGANISATION)
    scene.answer(ANSWERS)
    return scene


@pytest.fixture(scope="module")
def result(answered: Scene) -> Result:
    return assessing.assess(answered.write(lambda service: service.get(answered.id).sheet))


@pytest.fixture(scope="module")
def page(answered: Scene) -> Page:
    return answered.result_page()


def test_the_headline(page: Page, result: Result) -> None:
    assert page.text("h1") == "Example SA: partial"
    assert page.text(".hero .hero-num").replace(" ", "") == "49–69"
    assert result.score.capped is not None
    assert result.score.capped == Range(Fraction(49), Fraction(69))
    assert "You can show 49 of 100 points today." in page.text(".verdict-head .lead")
    assert page.texts(".head-facts dd")[0] == language("en").percent(result.score.knowledge or 0)


SECTIONS = {
    "limits": "What limits you",
    "domains": "Five domains",
    "actions": "First 6 actions",
    "costs": "What it costs",
    "survey": "The survey of 2010",
    "peers": "Against your peers",
    "numbers": "Every number explained",
}


def test_every_section_is_there_and_in_the_contents(page: Page) -> None:
    found = {str(part["id"]): page.text(f"#{part['id']} h2") for part in page.soup.select(".sect")}
    assert found == SECTIONS
    assert page.texts(".contents a") == list(SECTIONS.values())


def test_what_caps_the_score_is_named_with_the_way_out(page: Page, result: Result) -> None:
    shown = page.texts(".caps > li")
    assert len(shown) == len(result.score.gates)
    for gate in result.score.gates:
        cap = gate.overall_cap if gate.overall_cap is not None else gate.domain_cap
        assert any(gate.question in text and f"{cap} " in text for text in shown)
    assert all("Shortest way out" in text for text in shown)
    assert [text.split()[0] for text in page.texts(".caps .at")] == ["49", "69", "59", "59"]


def test_domains_weakest_first_with_their_caps(page: Page, result: Result) -> None:
    english, narrator = language("en"), assessing.narrator("en")
    order = sorted(result.score.domains, key=lambda d: d.capped.low if d.capped else 0)
    rows = page.texts("#domains ol.rows > li")
    for domain, row in zip(order, rows, strict=True):
        assert domain.capped is not None
        assert row.startswith(narrator.domain(domain.id))
        assert english.points_range(domain.capped) in row
    (security,) = (row for row in rows if row.startswith("Security"))
    assert "Capped at 49 by SEC-06" in security
    assert "ROL-10, ROL-11" in page.text("#domains")
    assert len(page.soup.select("#domains table tbody tr")) == len(order)


def test_actions_with_gain_effort_cost_and_how(page: Page, result: Result) -> None:
    english, narrator = language("en"), assessing.narrator("en")
    rows = page.soup.select("#actions .recs tbody tr")
    steps = result.recommendations
    further = sum(1 for a in "".join(ANSWERS.values()) if a == "3") - 1  # the use question
    assert len(rows) == len(steps) + further
    for step, row in zip(steps, rows, strict=False):
        text = " ".join(row.get_text(" ").split())
        words = narrator.question(step.question)
        cost = result.costs.of_staff_time(step.effort).typical
        for part in (
            words.action,
            words.why,
            *words.to_3,
            words.proof,
            *words.to_4,
            english.gain(step.gain),
            english.money(cost),
        ):
            assert " ".join(part.split()) in text
        sources = {str(link["href"]) for link in row.select("a")}
        cited = result.questionnaire.question(step.question).citations
        assert sources == {result.questionnaire.sources[c.code].url for c in cited}
    assert page.text("#actions tfoot").startswith("These 6 actions together 64 low, from 49")


def test_costs_with_range_year_grade_source_and_sums(page: Page, result: Result) -> None:
    number, costs = language("en").number, result.costs
    entries = cost_entries(assessing.narrator("en"), costs.lines)
    rows = page.soup.select("#costs .group tr:has(td)")
    assert len(rows) == len(entries)
    for entry, row in zip(entries, rows, strict=True):
        low, typical, high = (cell.get_text() for cell in row.select(".r"))
        span = entry.amount
        assert (low, typical, high) == (
            number(span.low), number(span.typical), number(span.high)
        )  # fmt: skip
        assert str(entry.line.price.year) in row.select(".basis")[0].get_text()
        assert row.select("svg line.c-span")
    sums = [cell.get_text() for cell in page.soup.select("#costs .sums .r")]
    totals = (costs.once, costs.yearly, costs.first_year)
    assert sums == [number(end) for t in totals for end in (t.low, t.typical, t.high)]
    links = {str(link["href"]) for link in page.soup.select("#costs a")}
    assert links == {line.price.source_url for line in costs.lines} - {""}


def test_the_survey_with_margins_doubts_and_official_figures(page: Page, result: Result) -> None:
    english = language("en")
    rows = page.texts("#survey ul.rows > li")
    for position, row in zip(result.adoption.survey, rows, strict=True):
        assert english.share(position.entry.figure.value) in row
        assert ("Official since" in row) == (position.official is not None)
    assert any(row.startswith("France") for row in rows)
    assert "38 points in between" in page.text("#survey")
    assert page.texts("#survey .doubts")[0].count(".") >= len(assessing.benchmarks().survey_doubts)


def test_every_benchmark_with_cell_margin_verdict_and_source(page: Page, result: Result) -> None:
    english, narrator = language("en"), assessing.narrator("en")
    rows = {
        str(row.select(".name")[0].contents[0]): row for row in page.soup.select(".rows--dots > li")
    }
    assert len(rows) == len(result.positions)
    for position in result.positions:
        row = rows[narrator.benchmarks.names[position.indicator.id]]
        text = " ".join(row.get_text(" ").split())
        assert row.select(".fig")[0].get_text() == english.percent(position.figure.value)
        assert str(row.select("a")[0]["href"]) == position.figure.source_url
        assert f"grade {position.figure.grade}" in text
        assert narrator.cell(position.cell) in text
        assert narrator.verdict(position.verdict) in text
        assert ("margin not published" in text) == (position.margin is None)
        assert bool(row.select(".old")) == (position.figure.year < 2021)
    assert "step 1" in page.text("#peers") or "step 2" in page.text("#peers")


def test_every_number_is_explained(page: Page, result: Result) -> None:
    number = language("en").number
    score = result.score
    assert score.uncapped is not None
    section = page.text("#numbers")
    assert f"they add up to {number(score.uncapped.low, 1)}" in section
    assert "Cap at 49, SEC-06" in section
    tables = page.soup.select("#numbers table")
    contributions, unknown, levels = (
        [row.get_text(" ").split() for row in t("tr")[1:]] for t in tables
    )
    assert [row[0] for row in contributions] == [c.question for c in score.contributions]
    assert [row[-2:] for row in contributions] == [
        [number(c.points, 1), number(c.lost, 1)] for c in score.contributions
    ]
    assert [(row[0], row[-1]) for row in unknown] == [
        (c.question, number(c.lost, 1)) for c in score.unknown
    ]
    assert len(levels) == 5
    assert section.count(REASON) == 2
    assert page.text("#numbers .digest").replace(" ", "") == result.questionnaire.digest
    assert assessing.narrator("en").texts.judgement in section


def test_a_drafts_result_says_that_it_is_one(page: Page, scene: Scene) -> None:
    assert "This is the result of a draft." in page.text(".draft")
    scene.describe(ORGANISATION)
    scene.write(lambda service: service.submit(scene.id))
    assert not scene.result_page().soup.select(".draft")


def test_files_to_take_away_are_linked(page: Page, answered: Scene) -> None:
    links = {str(link["href"]) for link in page.soup.select(".head-acts a")}
    files = ("report.pdf", "result.json", "answers.json")
    assert links == {f"{answered.address}/{name}" for name in files}


def test_a_note_without_an_answer_is_in_the_answers_file(scene: Scene) -> None:
    scene.describe(ORGANISATION)
    note = Given(note="to be asked")
    scene.write(lambda service: service.save_answer(scene.id, "SEC-01", note, based_on_version=0))
    reply = scene.browser.client.get(scene.address + "/answers.json")
    assert reply.json is not None
    assert reply.json["answers"] == {"SEC-01": {"level": "unknown", "note": "to be asked"}}


def test_in_french(answered: Scene) -> None:
    french = Scene(
        answered.app, answered.clock, Browser(answered.app.test_client()), answered.address
    )
    page = french.result_page("?lang=fr")
    assert page.soup.select("html")[0]["lang"] == "fr"
    assert page.text("#domains").count("Formation et règles") >= 1
    # White space is collapsed by the reader of texts, so every kind of it prints as a blank.
    assert page.texts(".head-facts dd")[0] == "86 %"
    assert "Retirer les accès sous un jour ouvré" in page.text("#actions")
    assert "1 192 €" in page.text("#actions")


def test_a_hostile_name_is_printed_as_it_was_typed(scene: Scene) -> None:
    scene.describe(OrganisationDraft(HOSTILE, "DE", "A", Size.MICRO))
    page = scene.result_page()
    assert page.text("h1").startswith(HOSTILE)
    assert any(row.startswith("Germany") for row in page.texts("#survey ul.rows > li"))


def test_without_the_organisation_the_page_says_what_is_missing(scene: Scene) -> None:
    page = scene.browser.get(scene.address + "/result", status=409)
    assert page.texts("main li") == ["Name", "Country", "Main activity", "Number of staff"]
    (link,) = page.soup.select("main .btn")
    assert link["href"] == scene.address + "/organisation"


def test_nothing_answered(scene: Scene) -> None:
    scene.describe(ORGANISATION)
    page = scene.result_page()
    assert page.text("h1") == "Example SA: too little known"
    assert page.text(".hero .hero-num").replace(" ", "") == "0–100"
    assert "No gate holds the score back." in page.text("#limits")


def test_everything_at_level_four(scene: Scene) -> None:
    scene.describe(ORGANISATION)
    scene.answer({domain: "4" * len(signs) for domain, signs in ANSWERS.items()})
    page = scene.result_page()
    assert page.text("h1") == "Example SA: proven"
    assert page.text(".hero .hero-num") == "100"
    assert not page.soup.select("#actions table")
    assert "nothing left to pay" in page.text("#costs")


def test_a_domain_without_an_applicable_question_is_said_not_to_be_assessed(
    answered: Scene,
) -> None:
    """Nobody can answer so today: every domain has questions that always apply."""
    questionnaire = assessing.pack().questionnaire
    sheet = answered.write(lambda service: service.get(answered.id).sheet)
    for question in questionnaire.domain("ROL").questions:
        sheet = sheet.with_answer(question.id, not_applicable(REASON))
    shown = result_page(assessing.narrator("en"), assessing.assess(sheet), assessing.benchmarks())
    assert len(shown.domains.rows) == 4
    assert "Not assessed: no question of Recruitment and roles" in shown.domain_notes[0]
