"""SQLite as we set it up: safe on disk, writers wait their turn, readers cannot write."""

import os
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path
from threading import Thread

import pytest
from sqlalchemy import Engine, func, select

from readiness.persistence.engine import (
    DatabaseAddressError,
    ReadOnlyError,
    make_engine,
    parse_address,
    reading_session,
    writing_session,
)
from readiness.persistence.models import Workspace

NOW = datetime(2026, 11, 23, tzinfo=UTC)


@pytest.mark.parametrize(
    ("pragma", "value"),
    [("foreign_keys", 1), ("journal_mode", "wal"), ("synchronous", 2), ("busy_timeout", 5000)],
)
def test_sqlite_is_set_up(engine: Engine, pragma: str, value: object) -> None:
    with engine.connect() as connection:
        assert connection.exec_driver_sql(f"PRAGMA {pragma}").scalar() == value


def test_a_row_that_was_rolled_back_is_gone(engine: Engine) -> None:
    with writing_session(engine) as session:
        session.add(Workspace(created_at=NOW))
        session.flush()
        session.rollback()
        assert session.scalar(select(func.count(Workspace.id))) == 0


def test_a_reader_cannot_write(engine: Engine) -> None:
    with reading_session(engine) as session:
        session.add(Workspace(created_at=NOW))
        with pytest.raises(ReadOnlyError):
            session.flush()


def test_writers_that_read_first_wait_for_each_other(engine: Engine) -> None:
    """With a plain BEGIN this fails with "database is locked"."""
    faults: list[Exception] = []

    def read_then_write() -> None:
        try:
            for _ in range(20):
                with writing_session(engine) as session:
                    session.scalar(select(func.count(Workspace.id)))
                    session.add(Workspace(created_at=NOW))
                    session.commit()
        except Exception as error:  # noqa: BLE001 - whatever it is, the test tells it
            faults.append(error)

    threads = [Thread(target=read_then_write) for _ in range(3)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert faults == []
    with reading_session(engine) as session:
        assert session.scalar(select(func.count(Workspace.id))) == 60


def test_what_was_committed_survives_a_killed_process(engine: Engine, tmp_path: Path) -> None:
    program = """
import os, signal, sys
from datetime import UTC, datetime
from readiness.persistence.engine import make_engine, writing_session
from readiness.persistence.models import Workspace
with writing_session(make_engine(sys.argv[1])) as session:
    session.add(Workspace(created_at=datetime(2026, 11, 23, tzinfo=UTC)))
    session.commit()
    session.add(Workspace(created_at=datetime(2026, 11, 24, tzinfo=UTC)))
    session.flush()
    os.kill(os.getpid(), signal.SIGKILL)
"""
    here = str(Path(__file__).parents[3])
    killed = subprocess.run(
        [sys.executable, "-c", program, str(engine.url)],
        env=os.environ | {"PYTHONPATH": here},
        check=False,
    )
    assert killed.returncode == -9
    with reading_session(engine) as session:
        assert session.scalar(select(func.count(Workspace.id))) == 1


@pytest.mark.parametrize("address", ["", "nonsense", "mysql://host/name", "oracle://x"])
def test_an_address_that_cannot_be_used(address: str) -> None:
    with pytest.raises(DatabaseAddressError, match="expected sqlite"):
        make_engine(address)


@pytest.mark.parametrize("scheme", ["postgres", "postgresql", "postgresql+psycopg"])
def test_postgresql_by_any_of_its_names(scheme: str) -> None:
    assert parse_address(f"{scheme}://me@host/name").drivername == "postgresql+psycopg"


def test_a_time_without_a_zone_is_refused(engine: Engine) -> None:
    with writing_session(engine) as session:
        session.add(Workspace(created_at=datetime(2026, 11, 23)))  # noqa: DTZ001 - that is the point
        with pytest.raises(Exception, match="without a zone"):
            session.flush()
