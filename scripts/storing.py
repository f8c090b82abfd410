"""Storing a whole answer sheet as a submitted assessment, for demonstrations and pictures."""

from uuid import UUID

from readiness.core.answers import AnswerSheet
from readiness.services.assessments import Assessments
from readiness.services.drafts import Given, OrganisationDraft


def store(assessments: Assessments, sheet: AnswerSheet) -> UUID:
    """Store every answer and submit; the address of the assessment."""
    chosen = assessments.start(form=sheet.form, language="en")
    draft, known = assessments.get(chosen), sheet.organisation
    organisation = OrganisationDraft(
        known.name, known.country, known.sector, known.size, known.headcount
    )
    assessments.save_organisation(chosen, organisation, based_on_version=draft.organisation_version)
    assessments.save_profile(chosen, sheet.profile, based_on_version=draft.profile_version)
    for question, answer in sheet.answers.items():
        given = Given(answer.state, answer.level, answer.reason, answer.note, answer.evidence)
        assessments.save_answer(chosen, question, given, based_on_version=0)
    assessments.submit(chosen)
    return chosen
