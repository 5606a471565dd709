"""Bookings: a space held for a time range, once or by a rule. Two never overlap: the database refuses it.

What guards the table is in `models/booking_guards.py`.
"""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum

from sqlalchemy import CheckConstraint, Computed, ForeignKey, Index, Integer, text
from sqlalchemy.orm import Mapped, mapped_column

from models.base import Base, Instant, Word


class BookingKind(StrEnum):
    """For whom a space is held."""

    MEMBER = "member"
    RENTAL = "rental"
    EVENT = "event"
    HOUSE = "house"


# Never stored apart from the times they come from, so that no path can move a booking without what it holds. The
# fraction of a second is kept by hand: SQLite would round it.
HELD_FROM = (
    "strftime('%Y-%m-%dT%H:%M:%S', substr(starts_at, 1, 19), '-' || set_up_minutes || ' minutes')"
    " || substr(starts_at, 20)"
)
HELD_UNTIL = (
    "strftime('%Y-%m-%dT%H:%M:%S', substr(ends_at, 1, 19), '+' || clean_up_minutes || ' minutes')"
    " || substr(ends_at, 20)"
)
IS_LONG = "julianday(held_until) - julianday(held_from) > 1"
LIVE = "cancelled_at IS NULL"


class Booking(Base):
    """A space used from `starts_at` until `ends_at` (excluded), and held for its setting up and cleaning up too.

    `occurrence` is the local time at which the rule of its series put it, whatever it was moved to since. A booking
    given back because nobody came has `released_at` beside `cancelled_at`.
    """

    __tablename__ = "booking"
    __table_args__ = (
        CheckConstraint("ends_at > starts_at", name="not_empty"),
        CheckConstraint("set_up_minutes BETWEEN 0 AND 1440", name="set_up"),
        CheckConstraint("clean_up_minutes BETWEEN 0 AND 1440", name="clean_up"),
        Index("ix_booking_starts", "starts_at", sqlite_where=text(LIVE)),
        Index("ix_booking_long", "held_from", sqlite_where=text(f"is_long = 1 AND {LIVE}")),
        Index("ix_booking_held", "space_id", "held_until", "held_from", sqlite_where=text(LIVE)),
        Index("uq_booking_occurrence", "series_id", "occurrence", unique=True),
        Index("ix_booking_uid", "uid", sqlite_where=text("uid <> ''")),
        {"sqlite_strict": True},
    )
    __mapper_args__ = {"eager_defaults": False}  # noqa: RUF012 - SQLAlchemy's own name

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
    set_up_minutes: Mapped[int] = mapped_column(default=0, server_default="0")
    clean_up_minutes: Mapped[int] = mapped_column(default=0, server_default="0")
    series_id: Mapped[str | None] = mapped_column(ForeignKey("booking_series.id"))
    occurrence: Mapped[str | None]
    made_at: Mapped[datetime | None]
    arrived_at: Mapped[datetime | None]
    released_at: Mapped[datetime | None]
    override_reason: Mapped[str] = mapped_column(default="", server_default="")
    uid: Mapped[str] = mapped_column(default="", server_default="")
    import_id: Mapped[str | None] = mapped_column(ForeignKey("booking_import.id"), index=True)
    held_from: Mapped[datetime] = mapped_column(Instant, Computed(HELD_FROM, persisted=False), nullable=True)
    held_until: Mapped[datetime] = mapped_column(Instant, Computed(HELD_UNTIL, persisted=False), nullable=True)
    is_long: Mapped[int] = mapped_column(Integer, Computed(IS_LONG, persisted=False), nullable=True)


class BookingSeries(Base):
    """A booking that comes back by `rule` (RFC 5545, without COUNT or UNTIL), until `last` at the latest.

    `starts`, `ends` and `last` are wall-clock times of the site's zone, ISO without an offset: a series at noon stays
    at noon when the hour changes. `expected` is that of its events, none for another kind.
    """

    __tablename__ = "booking_series"

    id: Mapped[str] = mapped_column(primary_key=True)
    space_id: Mapped[str] = mapped_column(ForeignKey("space.id"))
    rule: Mapped[str]
    starts: Mapped[str]
    ends: Mapped[str]
    last: Mapped[str]
    kind: Mapped[BookingKind] = mapped_column(Word(BookingKind))
    title: Mapped[str]
    people: Mapped[int] = mapped_column(default=0)
    expected: Mapped[int | None]
    member_id: Mapped[str | None] = mapped_column(ForeignKey("member.id"), index=True)
    organisation_id: Mapped[str | None] = mapped_column(ForeignKey("organisation.id"))
    set_up_minutes: Mapped[int] = mapped_column(default=0)
    clean_up_minutes: Mapped[int] = mapped_column(default=0)
    made_at: Mapped[datetime]
    uid: Mapped[str] = mapped_column(default="", index=True)
    import_id: Mapped[str | None] = mapped_column(ForeignKey("booking_import.id"), index=True)


class BookingAct(Base):
    """What an act on bookings found before it, as JSON: enough to take it back, and gone with the delay to do so."""

    __tablename__ = "booking_act"

    id: Mapped[str] = mapped_column(primary_key=True)
    at: Mapped[datetime] = mapped_column(index=True)
    kind: Mapped[str]
    before: Mapped[str]


class BookingImport(Base):
    """A calendar file that was imported, with its counts, so that the whole of it can be taken back."""

    __tablename__ = "booking_import"

    id: Mapped[str] = mapped_column(primary_key=True)
    at: Mapped[datetime]
    file_name: Mapped[str]
    bookings: Mapped[int]
    known: Mapped[int]
    faulty: Mapped[int]
    undone_at: Mapped[datetime | None]


class Event(Base):
    """A collective moment: its booking, and how many took part ("210 moments, 4 000 participants")."""

    __tablename__ = "event"

    id: Mapped[str] = mapped_column(primary_key=True)
    booking_id: Mapped[str] = mapped_column(ForeignKey("booking.id"), unique=True)
    title: Mapped[str]
    expected: Mapped[int] = mapped_column(default=0)
    participants: Mapped[int | None]
