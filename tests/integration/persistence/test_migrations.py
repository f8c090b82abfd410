"""The migrations lead to the models, and back."""

import re

import pytest
from alembic.script import ScriptDirectory
from sqlalchemy import Engine, inspect

from readiness.persistence import schema
from readiness.persistence.base import Base
from readiness.persistence.engine import writing_connection

REVISIONS = [
    script.revision
    for script in reversed(list(ScriptDirectory.from_config(schema._config()).walk_revisions()))
]


def test_there_is_something_to_check() -> None:
    assert REVISIONS[0] == "0001_first"


@pytest.mark.parametrize(("number", "revision"), list(enumerate(REVISIONS, start=1)))
def test_revisions_are_numbered(number: int, revision: str) -> None:
    assert re.fullmatch(rf"{number:04}_[a-z_]+", revision)


def test_the_newest_revision_is_the_models(engine: Engine) -> None:
    assert schema.differences(engine) == []
    assert schema.is_current(engine)


def test_a_difference_is_found(engine: Engine) -> None:
    with writing_connection(engine) as connection:
        Base.metadata.tables["answer"].drop(connection)
    assert schema.differences(engine)


@pytest.mark.parametrize("revision", REVISIONS)
def test_every_revision_goes_down_and_up_again(bare: Engine, revision: str) -> None:
    schema.upgrade(bare, revision)
    before = _tables(bare)
    below = REVISIONS[REVISIONS.index(revision) - 1] if revision != REVISIONS[0] else "base"
    schema.downgrade(bare, below)
    assert not schema.is_current(bare)
    schema.upgrade(bare, revision)
    assert _tables(bare) == before


def test_tables_of_a_newer_program_are_refused_in_one_line(engine: Engine) -> None:
    with writing_connection(engine) as connection:
        connection.exec_driver_sql("UPDATE alembic_version SET version_num = '9999_later'")
    assert not schema.is_current(engine)
    with pytest.raises(schema.UnknownRevisionError, match="newer version"):
        schema.upgrade(engine)


def test_upgrading_twice_changes_nothing(engine: Engine) -> None:
    before = _tables(engine)
    schema.upgrade(engine)
    assert _tables(engine) == before


def _tables(engine: Engine) -> dict[str, list[str]]:
    found = inspect(engine)
    return {
        table: [str(column["name"]) for column in found.get_columns(table)]
        for table in sorted(found.get_table_names())
    }
