"""Crowds: how many people, known by no card, take part in an event."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import CheckConstraint, ForeignKey, Index, text
from sqlalchemy.orm import Mapped, mapped_column

from models.base import Base


class Crowd(Base):
    """The count of one event's participants, as long as it is kept; who they are is never known here.

    `since` is the first count, `peak` the largest one. Once ended, `people` stays what it was: the count of those who
    were there at `ended_at`; `supposed` says that nobody saw them leave. `fed` says that the event's number of
    participants is this peak, and not one that somebody typed.
    """

    __tablename__ = "crowd"
    __table_args__ = (
        CheckConstraint("people >= 0 AND peak >= people", name="counted"),
        Index("ix_crowd_open", "booking_id", sqlite_where=text("ended_at IS NULL")),
        {"sqlite_strict": True},
    )

    booking_id: Mapped[str] = mapped_column(ForeignKey("booking.id"), primary_key=True)
    people: Mapped[int]
    peak: Mapped[int]
    since: Mapped[datetime]
    ended_at: Mapped[datetime | None]
    supposed: Mapped[bool] = mapped_column(default=False)
    fed: Mapped[bool] = mapped_column(default=False)
