"""The drawer: the cash float counted at opening. Closings come with the full till."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import CheckConstraint
from sqlalchemy.orm import Mapped, mapped_column

from models.base import Base


class FloatCount(Base):
    """The float found in the drawer, counted by whoever opens; the last count of a day is that day's float."""

    __tablename__ = "float_count"
    __table_args__ = (CheckConstraint("cents >= 0", name="not_negative"), {"sqlite_strict": True})

    id: Mapped[str] = mapped_column(primary_key=True)
    counted_at: Mapped[datetime] = mapped_column(index=True)
    counted_by: Mapped[str]
    cents: Mapped[int]
