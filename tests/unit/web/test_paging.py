"""Two to four neighbouring questions stand on a page; none is lost."""

import pytest

from readiness.core.questionnaire import Domain, Form
from readiness.services import assessing
from readiness.services.drafts import Progress
from readiness.web.assessments.paging import page_of, pages
from readiness.web.progress_bar import progress_bar

QUESTIONNAIRE = assessing.pack().questionnaire


@pytest.mark.parametrize("form", list(Form))
@pytest.mark.parametrize("domain", QUESTIONNAIRE.domains, ids=lambda domain: domain.id)
def test_every_question_once_in_pack_order(form: Form, domain: Domain) -> None:
    found = pages(domain, form)
    assert [q for page in found for q in page.questions] == list(domain.asked(form))
    assert all(2 <= len(page.questions) <= 4 for page in found)
    assert [page.number for page in found] == list(range(1, len(found) + 1))
    assert found[-1].is_last


def test_the_page_of_a_question() -> None:
    page = page_of(QUESTIONNAIRE, Form.FULL, "SEC-04")
    assert (page.domain.id, page.number) == ("SEC", 2)
    with pytest.raises(LookupError):
        page_of(QUESTIONNAIRE, Form.CORE, "SEC-07")


def test_the_bar_of_a_sections_progress() -> None:
    bar = progress_bar(Progress(answered=2, unknown=1, not_applicable=0, open=1))
    assert [(part.kind, part.start, part.width) for part in bar.parts] == [
        ("answered", "0.00%", "50.00%"),
        ("unknown", "50.00%", "25.00%"),
        ("open", "75.00%", "25.00%"),
    ]
    assert bar.cuts == ("25.00%", "50.00%", "75.00%")
