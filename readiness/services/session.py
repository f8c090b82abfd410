"""Sessions for those above: they open, commit and close one, and never see what it talks to."""

from readiness.persistence import engine, schema
from readiness.persistence.engine import (
    DatabaseAddressError,
    DatabaseError,
    ReadOnlyError,
    Session,
)

__all__ = ["Database", "DatabaseAddressError", "DatabaseError", "ReadOnlyError", "Session"]


class Database:
    """A database by its address; nothing is connected before the first use."""

    def __init__(self, address: str) -> None:
        """Prepare for ``address``.

        Raises:
            DatabaseAddressError: it cannot be used.
        """
        self._engine = engine.make_engine(address)

    @property
    def shown_address(self) -> str:
        """The address for a person to read, its password hidden."""
        return self._engine.url.render_as_string(hide_password=True)

    def reading(self) -> Session:
        """A session that refuses to write."""
        return engine.reading_session(self._engine)

    def writing(self) -> Session:
        """A session that may write; whoever opens it commits it once."""
        return engine.writing_session(self._engine)

    def upgrade(self) -> None:
        """Create the tables or bring them up to date.

        Raises:
            DatabaseError: the database does not answer or refuses.
            ReadinessError: a newer version of the program made the tables.
        """
        schema.upgrade(self._engine)

    def is_missing(self) -> bool:
        """Whether the database is a file that the first start is still to make."""
        return engine.is_missing(self._engine)

    def is_ready(self) -> bool:
        """Whether the database answers and has the tables that this program needs."""
        if self.is_missing():
            return False
        try:
            return schema.is_current(self._engine)
        except DatabaseError:
            return False

    def close(self) -> None:
        """Close every connection, so that none is shared with a process made later."""
        self._engine.dispose()
