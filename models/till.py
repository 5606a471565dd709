"""The till: opened with a counted float, one session at a time. Closings come with their own issue."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import CheckConstraint
from sqlalchemy.orm import Mapped, mapped_column

from models.base import Base

# An index on an expression is out of SQLAlchemy's reflection, so the migration writes it as it stands here.
ONE_OPEN_SESSION = (
    "CREATE UNIQUE INDEX uq_till_session_open ON till_session ((closed_at IS NULL)) WHERE closed_at IS NULL"
)


class TillSession(Base):
    """The drawer from its opening with a counted float until it is closed."""

    __tablename__ = "till_session"
    __table_args__ = (
        CheckConstraint("float_cents >= 0", name="float"),
        {"sqlite_strict": True},
    )

    id: Mapped[str] = mapped_column(primary_key=True)
    opened_at: Mapped[datetime]
    opened_by: Mapped[str]
    float_cents: Mapped[int]
    closed_at: Mapped[datetime | None]
