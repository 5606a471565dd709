"""Visits: one presence, from check-in to check-out; and the scans that were refused, kept with their reason."""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum

from sqlalchemy import ForeignKey, Index, text
from sqlalchemy.orm import Mapped, mapped_column

from models.base import Base, Word

_OPEN = "left_at IS NULL AND annulled_at IS NULL"
LONG = "julianday(visit.left_at) - julianday(visit.entered_at) > 1"
"""A visit of more than a day, as SQLite says it: somebody forgot to say that they left."""


class Basis(StrEnum):
    """What let a visit happen (the entitlement used)."""

    PLAN = "plan"
    BOOK = "book"
    DAY_PASS = "day_pass"  # noqa: S105 - a pass, not a password
    EVENT = "event"
    BOOKING = "booking"
    GUEST = "guest"
    TRIAL = "trial"
    FORCED = "forced"


class Visit(Base):
    """One presence, of a member, of a day pass or of a guest. An annulled one never happened, but is never deleted.

    `seen_at` is when somebody last said that the person was still there. `supposed_at` is when somebody stated an exit
    that nobody saw: `left_at` is then an estimate, and every list and export says so.
    `host_member_id` is whose guest it is; `booking_id` the event or booking that let it happen; `forced` the code of
    the refusal that a manager set aside ("full" for the safety limit alone), empty for every ordinary visit.
    The partial unique indexes make two open visits of one person impossible, whoever writes.
    """

    __tablename__ = "visit"
    __table_args__ = (
        Index("uq_visit_open_member", "member_id", unique=True, sqlite_where=text(_OPEN)),
        Index("uq_visit_open_pass", "pass_id", unique=True, sqlite_where=text(_OPEN)),
        Index("uq_visit_open_seat", "seat_id", unique=True, sqlite_where=text(_OPEN)),
        Index("ix_visit_open", "entered_at", sqlite_where=text(_OPEN)),
        Index("ix_visit_long", "entered_at", sqlite_where=text(LONG.replace("visit.", ""))),
        Index("ix_visit_member_time", "member_id", "entered_at"),
        Index("ix_visit_pass_time", "pass_id", "entered_at"),
        # Most visits have neither guest nor host, and must not pay for them.
        Index("uq_visit_open_guest", "guest_id", unique=True, sqlite_where=text(f"guest_id IS NOT NULL AND {_OPEN}")),
        Index("ix_visit_guest", "guest_id", "entered_at", sqlite_where=text("guest_id IS NOT NULL")),
        Index("ix_visit_host", "host_member_id", "entered_at", sqlite_where=text("host_member_id IS NOT NULL")),
        {"sqlite_strict": True},
    )

    id: Mapped[str] = mapped_column(primary_key=True)
    member_id: Mapped[str | None] = mapped_column(ForeignKey("member.id"))
    pass_id: Mapped[str | None] = mapped_column(ForeignKey("day_pass.id"))
    name: Mapped[str]
    basis: Mapped[Basis] = mapped_column(Word(Basis))
    membership_id: Mapped[str | None] = mapped_column(ForeignKey("membership.id"))
    units_used: Mapped[int] = mapped_column(default=0)
    space_id: Mapped[str | None] = mapped_column(ForeignKey("space.id"))
    seat_id: Mapped[str | None]
    entered_at: Mapped[datetime] = mapped_column(index=True)
    left_at: Mapped[datetime | None]
    annulled_at: Mapped[datetime | None]
    seen_at: Mapped[datetime | None]
    supposed_at: Mapped[datetime | None]
    guest_id: Mapped[str | None] = mapped_column(ForeignKey("guest.id"))
    host_member_id: Mapped[str | None] = mapped_column(ForeignKey("member.id"))
    booking_id: Mapped[str | None] = mapped_column(ForeignKey("booking.id"))
    forced: Mapped[str] = mapped_column(default="", server_default="")


class RefusedScan(Base):
    """A code that did not open the door: what was read (shortened when absurdly long), when and why."""

    __tablename__ = "refused_scan"

    id: Mapped[str] = mapped_column(primary_key=True)
    at: Mapped[datetime] = mapped_column(index=True)
    raw: Mapped[str]
    reason: Mapped[str]
    member_id: Mapped[str | None] = mapped_column(ForeignKey("member.id"), index=True)


class AnsweredScan(Base):
    """A scan that came with a nonce and moved someone: sent again because its answer was lost, it moves nobody."""

    __tablename__ = "answered_scan"

    nonce: Mapped[str] = mapped_column(primary_key=True)
    at: Mapped[datetime] = mapped_column(index=True)
    visit_id: Mapped[str] = mapped_column(ForeignKey("visit.id"))
