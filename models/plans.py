"""The plans that were published, each from a day on, and the one draft that is being worked on.

A published plan is never changed: a later one takes its place from its own day on, and past days keep theirs. Before
its day has come it may be withdrawn; its number is not given again.
"""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import CheckConstraint, ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column

from models.base import Base

PLAN_TRIGGERS = (
    "CREATE TRIGGER plan_version_refuses_update BEFORE UPDATE ON plan_version "
    "WHEN NOT (NEW.number IS OLD.number AND NEW.starts_at IS OLD.starts_at AND NEW.content IS OLD.content "
    "AND NEW.published_at IS OLD.published_at AND NEW.published_by IS OLD.published_by "
    "AND OLD.in_force_since IS NULL) "
    "BEGIN SELECT RAISE(ABORT, 'a published plan does not change'); END",
    "CREATE TRIGGER plan_version_refuses_delete BEFORE DELETE ON plan_version "
    "WHEN OLD.in_force_since IS NOT NULL OR NOT EXISTS (SELECT 1 FROM plan_withdrawal WHERE number = OLD.number) "
    "BEGIN SELECT RAISE(ABORT, 'a published plan stays'); END",
    "CREATE TRIGGER plan_withdrawal_refuses_update BEFORE UPDATE ON plan_withdrawal "
    "BEGIN SELECT RAISE(ABORT, 'a plan that was withdrawn is kept'); END",
    "CREATE TRIGGER plan_withdrawal_refuses_delete BEFORE DELETE ON plan_withdrawal "
    "BEGIN SELECT RAISE(ABORT, 'a plan that was withdrawn is kept'); END",
    """
CREATE TRIGGER plan_version_goes_forward BEFORE INSERT ON plan_version
WHEN EXISTS (SELECT 1 FROM plan_version WHERE number >= NEW.number OR starts_at > NEW.starts_at)
BEGIN
  SELECT RAISE(ABORT, 'a plan follows the one before it');
END
""",
)


class PlanVersion(Base):
    """The plan as an SVG file, in force from `starts_at` (a local midnight) until a later number is.

    The first is the drawing that the house was founded with, in force since ever. `in_force_since` says when the spaces
    took their names, seats and kinds from it; None until its day has come.
    """

    __tablename__ = "plan_version"
    __table_args__ = (Index("ix_plan_version_starts", "starts_at"), {"sqlite_strict": True})

    number: Mapped[int] = mapped_column(primary_key=True)
    starts_at: Mapped[datetime]
    content: Mapped[str]
    published_at: Mapped[datetime]
    published_by: Mapped[str]
    in_force_since: Mapped[datetime | None]


class PlanWithdrawal(Base):
    """A plan that was published and withdrawn before its day had come, as it was."""

    __tablename__ = "plan_withdrawal"

    number: Mapped[int] = mapped_column(primary_key=True)
    starts_at: Mapped[datetime]
    content: Mapped[str]
    published_at: Mapped[datetime]
    published_by: Mapped[str]
    withdrawn_at: Mapped[datetime]
    withdrawn_by: Mapped[str]


class PlanPlace(Base):
    """A space as one published plan has it: what is on the plan of a day is known without reading a drawing."""

    __tablename__ = "plan_place"

    version: Mapped[int] = mapped_column(ForeignKey("plan_version.number"), primary_key=True)
    space_id: Mapped[str] = mapped_column(ForeignKey("space.id"), primary_key=True)
    name: Mapped[str]
    floor: Mapped[str]
    kind: Mapped[str]
    seats: Mapped[int]
    workstations: Mapped[int]
    rentable: Mapped[bool]


class PlanDraft(Base):
    """The draft: `based_on` is the number of the plan it was begun from (0: the drawing that is shipped).

    `revision` grows with each save, so that two windows do not write over each other unseen.
    """

    __tablename__ = "plan_draft"
    __table_args__ = (CheckConstraint("id = 1", name="single"), {"sqlite_strict": True})

    id: Mapped[int] = mapped_column(primary_key=True, default=1)
    content: Mapped[str]
    based_on: Mapped[int]
    revision: Mapped[int]
    saved_at: Mapped[datetime]
