"""Bookings: a space held for a time range. Two never overlap in one space: the database refuses it."""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum

from sqlalchemy import CheckConstraint, ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column

from models.base import Base, Word


class BookingKind(StrEnum):
    """For whom a space is held."""

    MEMBER = "member"
    RENTAL = "rental"
    EVENT = "event"
    HOUSE = "house"


class Booking(Base):
    """A space held from `starts_at` until `ends_at` (excluded)."""

    __tablename__ = "booking"
    __table_args__ = (
        CheckConstraint("ends_at > starts_at", name="not_empty"),
        Index("ix_booking_space_time", "space_id", "starts_at"),
        Index("ix_booking_ends", "ends_at"),
        {"sqlite_strict": True},
    )

    id: Mapped[str] = mapped_column(primary_key=True)
    space_id: Mapped[str] = mapped_column(ForeignKey("space.id"))
    starts_at: Mapped[datetime]
    ends_at: Mapped[datetime]
    kind: Mapped[BookingKind] = mapped_column(Word(BookingKind))
    title: Mapped[str]
    people: Mapped[int] = mapped_column(default=0)
    member_id: Mapped[str | None] = mapped_column(ForeignKey("member.id"), index=True)
    organisation_id: Mapped[str | None] = mapped_column(ForeignKey("organisation.id"))
    sale_id: Mapped[str | None] = mapped_column(ForeignKey("sale.id"))
    cancelled_at: Mapped[datetime | None]


class Event(Base):
    """A collective moment: its booking, and how many took part ("210 moments, 4 000 participants")."""

    __tablename__ = "event"

    id: Mapped[str] = mapped_column(primary_key=True)
    booking_id: Mapped[str] = mapped_column(ForeignKey("booking.id"), unique=True)
    title: Mapped[str]
    expected: Mapped[int] = mapped_column(default=0)
    participants: Mapped[int | None]


OVERLAP_MESSAGE = "this space is already booked then"
_OVERLAP = """
CREATE TRIGGER booking_no_overlap_{when} BEFORE {event} ON booking
WHEN NEW.cancelled_at IS NULL
BEGIN
  SELECT RAISE(ABORT, '{message}') WHERE EXISTS (
    SELECT 1 FROM booking b
    WHERE b.space_id = NEW.space_id AND b.cancelled_at IS NULL AND b.id <> NEW.id
      AND b.starts_at < NEW.ends_at AND b.ends_at > NEW.starts_at);
END
"""
OVERLAP_TRIGGERS = (
    _OVERLAP.format(when="insert", event="INSERT", message=OVERLAP_MESSAGE),
    _OVERLAP.format(
        when="update",
        event="UPDATE OF space_id, starts_at, ends_at, cancelled_at",
        message=OVERLAP_MESSAGE,
    ),
)
