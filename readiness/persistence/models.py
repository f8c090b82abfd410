"""The tables. Values that the core knows as enums are stored as their plain values."""

from datetime import date, datetime
from typing import Any
from uuid import UUID, uuid4

from sqlalchemy import JSON, ForeignKey, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from readiness.persistence.base import Base, UtcTime, WorkspaceScoped


class Workspace(Base):
    """A tenant. An assessment without an account has one of its own."""

    __tablename__ = "workspace"

    id: Mapped[UUID] = mapped_column(primary_key=True, default=uuid4)
    created_at: Mapped[datetime] = mapped_column(UtcTime)


class Organisation(WorkspaceScoped, Base):
    """The assessed organisation; in a draft everything may still be empty."""

    __tablename__ = "organisation"

    id: Mapped[UUID] = mapped_column(primary_key=True, default=uuid4)
    name: Mapped[str] = mapped_column(String(200), default="")
    country: Mapped[str] = mapped_column(String(2), default="")
    sector: Mapped[str] = mapped_column(String(1), default="")
    size: Mapped[str | None] = mapped_column(String(10))
    headcount: Mapped[int | None]
    version: Mapped[int] = mapped_column()
    updated_at: Mapped[datetime | None] = mapped_column(UtcTime)

    __mapper_args__ = {"version_id_col": version}  # noqa: RUF012  SQLAlchemy reads it as it is


class Assessment(WorkspaceScoped, Base):
    """One organisation, one questionnaire pack, one date. Its random id is its private address."""

    __tablename__ = "assessment"

    id: Mapped[UUID] = mapped_column(primary_key=True, default=uuid4)
    organisation_id: Mapped[UUID] = mapped_column(ForeignKey("organisation.id"), index=True)
    pack_id: Mapped[str] = mapped_column(String(50))
    pack_digest: Mapped[str] = mapped_column(String(64))
    form: Mapped[str] = mapped_column(String(10))
    status: Mapped[str] = mapped_column(String(20))
    language: Mapped[str] = mapped_column(String(5))
    profile: Mapped[dict[str, Any]] = mapped_column(JSON, default=dict)
    profile_version: Mapped[int] = mapped_column(default=0)
    profile_updated_at: Mapped[datetime | None] = mapped_column(UtcTime)
    created_at: Mapped[datetime] = mapped_column(UtcTime)
    updated_at: Mapped[datetime] = mapped_column(UtcTime)
    submitted_on: Mapped[date | None]

    organisation: Mapped[Organisation] = relationship()
    answers: Mapped[list["Answer"]] = relationship(back_populates="assessment")


class Answer(WorkspaceScoped, Base):
    """One answer. ``state`` is empty where only a note was written so far."""

    __tablename__ = "answer"
    __table_args__ = (UniqueConstraint("assessment_id", "question_id"),)

    id: Mapped[UUID] = mapped_column(primary_key=True, default=uuid4)
    assessment_id: Mapped[UUID] = mapped_column(ForeignKey("assessment.id"), index=True)
    question_id: Mapped[str] = mapped_column(String(20))
    state: Mapped[str | None] = mapped_column(String(20))
    level: Mapped[int | None]
    reason: Mapped[str] = mapped_column(String(500), default="")
    note: Mapped[str] = mapped_column(Text, default="")
    evidence: Mapped[str | None] = mapped_column(String(10))
    version: Mapped[int] = mapped_column()
    updated_at: Mapped[datetime] = mapped_column(UtcTime)

    assessment: Mapped[Assessment] = relationship(back_populates="answers")

    __mapper_args__ = {"version_id_col": version}  # noqa: RUF012  SQLAlchemy reads it as it is
