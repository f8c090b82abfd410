"""The state of the tables: bring it up to date, or tell whether it is."""

from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, Engine

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


def upgrade(engine: Engine, revision: str = "head") -> None:
    """Bring the tables to a revision, the newest if none is given, in one transaction."""
    with writing_connection(engine) as connection:
        command.upgrade(_config(connection), revision)


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
