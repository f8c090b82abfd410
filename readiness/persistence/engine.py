"""Connections and sessions: SQLite set up to be safe, writers that wait for each other."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.engine import URL, make_url
from sqlalchemy.exc import ArgumentError, DBAPIError
from sqlalchemy.orm import ORMExecuteState, Session, UOWTransaction

from readiness.persistence import scope

__all__ = [
    "DatabaseAddressError",
    "DatabaseError",
    "ReadOnlyError",
    "Session",
    "for_writing",
    "make_engine",
    "parse_address",
    "reading_session",
    "writing_connection",
    "writing_session",
]

DatabaseError = DBAPIError
"""What the database itself refused or could not do."""

_WRITING = "writing"
_BUSY_MS = 5000
_DRIVERS = {
    "sqlite": "sqlite",
    "postgresql": "postgresql+psycopg",
    "postgres": "postgresql+psycopg",
    "postgresql+psycopg": "postgresql+psycopg",
}


class DatabaseAddressError(ValueError):
    """A database address that cannot be used; the message says what is expected."""


class ReadOnlyError(RuntimeError):
    """A session opened for reading was about to write."""


def parse_address(address: str) -> URL:
    """The address of a database, its driver filled in.

    Raises:
        DatabaseAddressError: it is no address, or of a database that we do not support.
    """
    expected = "expected sqlite:////folder/file or postgresql://user:password@host/name"
    try:
        url = make_url(address)
    except ArgumentError:
        raise DatabaseAddressError(f"is not a database address; {expected}") from None
    if url.drivername not in _DRIVERS:
        raise DatabaseAddressError(f"names the database {url.drivername!r}; {expected}")
    if url.drivername == "sqlite" and url.database in {None, "", ":memory:"}:
        # Every process would have its own, and forget it at its end.
        raise DatabaseAddressError(f"keeps nothing: it names no file; {expected}")
    return url.set(drivername=_DRIVERS[url.drivername])


def make_engine(address: str) -> Engine:
    """An engine for the database at ``address``; it connects when it is first used.

    Raises:
        DatabaseAddressError: the address or its driver cannot be used.
    """
    url = parse_address(address)
    try:
        engine = create_engine(url)
    except ModuleNotFoundError as missing:
        raise DatabaseAddressError(f"needs the Python package {missing.name}") from None
    if engine.dialect.name == "sqlite":
        event.listen(engine, "connect", _set_up_sqlite)
        event.listen(engine, "begin", _begin_sqlite)
    return engine


def _set_up_sqlite(connection: sqlite3.Connection, _record: object) -> None:
    # Without this the driver begins transactions by itself, and not where we need them.
    connection.isolation_level = None
    cursor = connection.cursor()
    for pragma in (
        "foreign_keys=ON",
        "journal_mode=WAL",
        "synchronous=FULL",  # what a page calls saved also survives a power cut
        f"busy_timeout={_BUSY_MS}",
    ):
        cursor.execute(f"PRAGMA {pragma}")
    cursor.close()


def _begin_sqlite(connection: Connection) -> None:
    # A transaction that reads first and writes later fails with "database is locked" when another
    # one wrote in between; a writer therefore takes its turn at the beginning.
    writing = connection.get_execution_options().get(_WRITING, False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writing else "BEGIN")


def for_writing(engine: Engine) -> Engine:
    """The same engine, whose transactions take the write lock when they begin."""
    return engine.execution_options(**{_WRITING: True})


def is_missing(engine: Engine) -> bool:
    """Whether the database is a file that nobody made yet; looking does not make it."""
    name = engine.url.database
    if engine.dialect.name != "sqlite" or name is None:
        return False
    return Path(name).parent.is_dir() and not Path(name).exists()


def reading_session(engine: Engine) -> Session:
    """A session that refuses to write."""
    return scope.confined(Session(engine, info={_WRITING: False}))


def writing_session(engine: Engine) -> Session:
    """A session that may write; whoever opened it commits it."""
    return scope.confined(Session(for_writing(engine), info={_WRITING: True}))


@contextmanager
def writing_connection(engine: Engine) -> Iterator[Connection]:
    """A connection in a writing transaction, committed when the block ends well."""
    with for_writing(engine).begin() as connection:
        yield connection


@event.listens_for(Session, "before_flush")
def _refuse_flush(session: Session, _context: UOWTransaction, _instances: object) -> None:
    changed = any(session.is_modified(row) for row in session.dirty)
    if not session.info.get(_WRITING) and (session.new or session.deleted or changed):
        raise ReadOnlyError("this request only reads; a POST may write")


@event.listens_for(Session, "do_orm_execute")
def _refuse_statement(state: ORMExecuteState) -> None:
    writes = state.is_insert or state.is_update or state.is_delete
    if writes and not state.session.info.get(_WRITING):
        raise ReadOnlyError("this request only reads; a POST may write")
