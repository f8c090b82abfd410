"""One workspace never sees another; a session that was opened for none sees nothing."""

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from sqlalchemy import Engine, Select, delete, func, select, update
from sqlalchemy.orm import Session, aliased

import readiness
from readiness.persistence import assessments, scope
from readiness.persistence.engine import reading_session, writing_session
from readiness.persistence.models import Answer, Assessment, Organisation, Workspace

NOW = datetime(2026, 11, 23, tzinfo=UTC)


def _assessment(engine: Engine, name: str) -> tuple[UUID, UUID]:
    """Its id and its workspace's."""
    with writing_session(engine) as session:
        row = Assessment(
            pack_id="2026.1", pack_digest="0" * 64, form="full", status="draft", language="en",
            created_at=NOW, updated_at=NOW,
        )  # fmt: skip
        assessments.add(session, Workspace(created_at=NOW), row)
        row.organisation.name = name
        answer = Answer(question_id="SEC-01", state="level", level=1, updated_at=NOW)
        assessments.add_answer(session, row, answer)
        session.commit()
        return row.id, row.workspace_id


@pytest.fixture
def ours(engine: Engine) -> tuple[UUID, UUID]:
    return _assessment(engine, "ours")


@pytest.fixture
def theirs(engine: Engine) -> tuple[UUID, UUID]:
    return _assessment(engine, "theirs")


_other = aliased(Organisation)

STATEMENTS: dict[str, Select[Any]] = {
    "rows": select(Organisation.name),
    "alias": select(_other.name),
    "join": select(Organisation.name).join(Assessment).join(Answer),
    "subquery": select(select(Organisation).subquery().c.name),
    "exists": select(Organisation.name).where(
        select(Assessment.id).where(Assessment.organisation_id == Organisation.id).exists()
    ),
}


@pytest.mark.parametrize("statement", STATEMENTS.values(), ids=STATEMENTS)
def test_only_our_own_rows_are_seen(
    engine: Engine,
    ours: tuple[UUID, UUID],
    theirs: tuple[UUID, UUID],
    statement: Select[Any],
) -> None:
    with reading_session(engine) as session:
        scope.enter(session, [ours[1]])
        assert session.scalars(statement).all() == ["ours"]
        scope.enter(session, [ours[1], theirs[1]])
        assert sorted(session.scalars(statement)) == ["ours", "theirs"]


@pytest.mark.parametrize("statement", STATEMENTS.values(), ids=STATEMENTS)
def test_without_a_workspace_nothing_is_seen(
    engine: Engine, ours: tuple[UUID, UUID], statement: Select[Any]
) -> None:
    with reading_session(engine) as session:
        try:
            assert session.scalars(statement).all() == []
        except scope.NoScopeError:
            return


def test_a_foreign_id_is_not_found(
    engine: Engine, ours: tuple[UUID, UUID], theirs: tuple[UUID, UUID]
) -> None:
    with reading_session(engine) as session:
        scope.enter(session, [ours[1]])
        assert session.get(Assessment, theirs[0]) is None
        with pytest.raises(assessments.AssessmentNotFoundError):
            assessments.get(session, theirs[0])
        assert session.scalar(select(func.count(Answer.id))) == 1


@pytest.mark.parametrize(
    "change",
    [
        lambda session: session.execute(update(Organisation).values(name="changed")),
        lambda session: session.execute(delete(Answer)),
    ],
    ids=["update", "delete"],
)
def test_changes_in_bulk_stay_inside(
    engine: Engine,
    ours: tuple[UUID, UUID],
    theirs: tuple[UUID, UUID],
    change: Callable[[Session], object],
) -> None:
    with writing_session(engine) as session:
        scope.enter(session, [ours[1]])
        change(session)
        session.commit()
        scope.enter(session, [theirs[1]])
        assert session.scalars(select(Organisation.name)).all() == ["theirs"]
        assert session.scalar(select(func.count(Answer.id))) == 1


def test_a_row_cannot_be_written_into_another_workspace(
    engine: Engine, ours: tuple[UUID, UUID], theirs: tuple[UUID, UUID]
) -> None:
    with writing_session(engine) as session:
        scope.enter(session, [ours[1]])
        session.add(Organisation(workspace_id=theirs[1]))
        with pytest.raises(scope.OutOfScopeError):
            session.flush()


def test_the_link_opens_its_own_workspace_only(
    engine: Engine, ours: tuple[UUID, UUID], theirs: tuple[UUID, UUID]
) -> None:
    with reading_session(engine) as session:
        assessments.enter_by_link(session, ours[0])
        assert session.scalars(select(Organisation.name)).all() == ["ours"]
        with pytest.raises(assessments.AssessmentNotFoundError):
            assessments.enter_by_link(session, theirs[1])


def test_one_place_only_looks_through_the_whole_database() -> None:
    package = Path(readiness.__file__).parent
    using = sorted(
        path.relative_to(package).as_posix()
        for path in package.rglob("*.py")
        if "WHOLE_DATABASE" in path.read_text(encoding="utf-8")
    )
    assert using == ["persistence/assessments.py", "persistence/scope.py"]
