"""The tenant filter: a session sees the workspaces it was opened for, and nothing without one.

Every ORM statement on a :class:`WorkspaceScoped` row is confined to the workspaces in the session's
scope. Without a scope it is refused, or finds nothing where the row cannot be detected. Statements
on plain tables and raw SQL would pass by: both are banned outside migrations.
"""

from collections.abc import Iterable
from uuid import UUID

from sqlalchemy import event, false
from sqlalchemy.orm import ORMExecuteState, Session, UOWTransaction, with_loader_criteria

from readiness.persistence.base import WorkspaceScoped

_KEY = "workspaces"
WHOLE_DATABASE = "whole_database"
"""Execution option of the one statement that turns a private link into its workspace."""


class NoScopeError(RuntimeError):
    """A statement on a workspace's rows in a session that was opened for none."""


class OutOfScopeError(RuntimeError):
    """A row was about to be written into a workspace that the session was not opened for."""


def confined(session: Session) -> Session:
    """``session``, which sees nothing until it enters a workspace.

    The listeners below hold for every session; opening one through here makes sure of them.
    """
    leave(session)
    return session


def enter(session: Session, workspaces: Iterable[UUID]) -> None:
    """Confine ``session`` to these workspaces from now on."""
    session.info[_KEY] = tuple(workspaces)


def leave(session: Session) -> None:
    """Take the scope away: the session refuses to see anything until it enters another."""
    session.info.pop(_KEY, None)


@event.listens_for(Session, "do_orm_execute")
def _confine(state: ORMExecuteState) -> None:
    if state.execution_options.get(WHOLE_DATABASE):
        return
    workspaces = state.session.info.get(_KEY)
    if workspaces is None:
        if any(issubclass(mapper.class_, WorkspaceScoped) for mapper in state.all_mappers):
            raise NoScopeError(f"enter a workspace before this: {str(state.statement)[:80]}")
        nothing = with_loader_criteria(
            WorkspaceScoped,
            lambda _: false(),
            include_aliases=True,
        )
        state.statement = state.statement.options(nothing)
        return
    confined = with_loader_criteria(
        WorkspaceScoped,
        lambda cls: cls.workspace_id.in_(workspaces),
        include_aliases=True,
    )
    state.statement = state.statement.options(confined)


@event.listens_for(Session, "before_flush")
def _check_written(session: Session, _context: UOWTransaction, _instances: object) -> None:
    workspaces = session.info.get(_KEY, ())
    for row in (*session.new, *session.dirty, *session.deleted):
        if isinstance(row, WorkspaceScoped) and row.workspace_id not in workspaces:
            raise OutOfScopeError(f"{type(row).__name__} of a workspace that was not entered")
