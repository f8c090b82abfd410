"""An empty database with all tables."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import Engine

from readiness.persistence import schema
from readiness.persistence.engine import make_engine


@pytest.fixture
def bare(tmp_path: Path) -> Iterator[Engine]:
    """A database without tables."""
    engine = make_engine(f"sqlite:///{tmp_path / 'test.sqlite3'}")
    yield engine
    engine.dispose()


@pytest.fixture
def engine(bare: Engine) -> Engine:
    schema.upgrade(bare)
    return bare
