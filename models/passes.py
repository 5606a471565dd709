"""Day passes: sold at the desk, they let a guest in and out that day."""

from __future__ import annotations

from datetime import date, datetime
from enum import StrEnum

from sqlalchemy import ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column

from models.base import Base, Word


class DayPart(StrEnum):
    """The part of a day that a pass covers; the morning ends at the site's split."""

    DAY = "day"
    MORNING = "morning"
    AFTERNOON = "afternoon"


class DayPass(Base):
    """A pass for one day or half-day, with the code of its QR; sold by the line `sale_position` of its sale."""

    __tablename__ = "day_pass"
    __table_args__ = (Index("ix_day_pass_day", "day"), {"sqlite_strict": True})

    id: Mapped[str] = mapped_column(primary_key=True)
    number: Mapped[int] = mapped_column(unique=True)
    code: Mapped[str] = mapped_column(unique=True)
    day: Mapped[date]
    part: Mapped[DayPart] = mapped_column(Word(DayPart))
    guest_name: Mapped[str] = mapped_column(default="")
    sale_id: Mapped[str] = mapped_column(ForeignKey("sale.id"), index=True)
    sale_position: Mapped[int] = mapped_column(default=1, server_default="1")
    issued_at: Mapped[datetime]
    cancelled_at: Mapped[datetime | None]
