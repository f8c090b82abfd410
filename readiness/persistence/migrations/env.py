"""Runs migrations on the connection that schema.py hands over."""

from alembic import context

from readiness.persistence.base import Base

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=Base.metadata,
    compare_type=True,
    render_as_batch=True,  # SQLite changes a table by copying it
)
context.run_migrations()
