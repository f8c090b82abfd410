"""The state of the tables: bring it up to date, or tell whether it is."""

from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from alembic.util import CommandError
from sqlalchemy import Connection, Engine

from readiness.core.errors import ReadinessError
from readiness.persistence.base import Base
from readiness.persistence.engine import writing_connection
from readiness.persistence.models import Workspace

# Importing the models is what fills Base.metadata; the class stands for all of them.
_MODELS = Workspace


def _config(connection: Connection | None = None) -> Config:
    config = Config()
    config.set_main_option("script_location", "readiness.persistence:migrations")
    config.set_main_option("path_separator", "os")
    config.attributes["connection"] = connection
    return config


class UnknownRevisionError(ReadinessError):
    """Tables that this program did not make: most often those of a newer version of it."""


def upgrade(engine: Engine, revision: str = "head") -> None:
    """Bring the tables to a revision, the newest if none is given, in one transaction.

    Raises:
        UnknownRevisionError: the tables are at a revision that this program does not know.
    """
    try:
        with writing_connection(engine) as connection:
            command.upgrade(_config(connection), revision)
    except CommandError as error:
        made = "the database was made by a newer version of this program"
        raise UnknownRevisionError(f"{made}; expected to be served by that version") from error


def downgrade(engine: Engine, revision: str) -> None:
    """Take the tables back to a revision; "base" removes them all."""
    with writing_connection(engine) as connection:
        command.downgrade(_config(connection), revision)


def is_current(engine: Engine) -> bool:
    """Whether the database is at the revision that this program needs."""
    with engine.connect() as connection:
        present = MigrationContext.configure(connection).get_current_revision()
    return present == ScriptDirectory.from_config(_config()).get_current_head()


def differences(engine: Engine) -> list[object]:
    """How the tables differ from the models; empty when they are the same."""
    with engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        return list(compare_metadata(context, Base.metadata))
