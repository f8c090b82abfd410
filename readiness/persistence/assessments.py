"""Finding and adding assessments."""

from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session, selectinload

from readiness.persistence import scope
from readiness.persistence.models import Answer, Assessment, Organisation, Workspace


class AssessmentNotFoundError(LookupError):
    """There is no assessment with this id."""


def enter_by_link(session: Session, assessment_id: UUID) -> None:
    """Confine ``session`` to the workspace of the assessment whose private address is known.

    Knowing the random id is what gives the right to it, so this one statement looks everywhere.

    Raises:
        AssessmentNotFoundError: no assessment has this id.
    """
    statement = select(Assessment.workspace_id).where(Assessment.id == assessment_id)
    everywhere = {scope.WHOLE_DATABASE: True}
    workspace_id = session.scalar(statement, execution_options=everywhere)
    if workspace_id is None:
        raise AssessmentNotFoundError(str(assessment_id))
    scope.enter(session, [workspace_id])


def get(session: Session, assessment_id: UUID, *, to_write: bool = False) -> Assessment:
    """The assessment with its organisation and answers.

    ``to_write`` makes other writers of the same assessment wait (a database without row locks
    makes all writers wait already).

    Raises:
        AssessmentNotFoundError: no assessment in the session's workspaces has this id.
    """
    statement = select(Assessment).where(Assessment.id == assessment_id)
    statement = statement.options(
        selectinload(Assessment.organisation), selectinload(Assessment.answers)
    )
    if to_write:
        statement = statement.with_for_update()
    found = session.scalar(statement.execution_options(populate_existing=to_write))
    if found is None:
        raise AssessmentNotFoundError(str(assessment_id))
    return found


def add(session: Session, workspace: Workspace, assessment: Assessment) -> Assessment:
    """Add an assessment of a new organisation in a new workspace, and enter it."""
    session.add(workspace)
    # The ids are made by the database layer when the rows are written.
    session.flush()
    scope.enter(session, [workspace.id])
    organisation = Organisation(workspace_id=workspace.id)
    session.add(organisation)
    session.flush()
    assessment.workspace_id = workspace.id
    assessment.organisation_id = organisation.id
    session.add(assessment)
    session.flush()
    return assessment


def add_answer(session: Session, assessment: Assessment, answer: Answer) -> Answer:
    """Add an answer to an assessment."""
    answer.workspace_id = assessment.workspace_id
    assessment.answers.append(answer)
    session.flush()
    return answer
