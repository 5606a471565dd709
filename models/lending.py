"""Things that are lent: keys, badges, equipment; and each loan, from the hand of the desk back to it."""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum

from sqlalchemy import CheckConstraint, ForeignKey, Index, text
from sqlalchemy.orm import Mapped, mapped_column

from models.base import Base, Word

_OUT = "returned_at IS NULL"
_HOLDERS = ("booking_id", "member_id", "guest_id", "organisation_id")


class ThingKind(StrEnum):
    """What a thing is."""

    KEY = "key"
    BADGE = "badge"
    EQUIPMENT = "equipment"


class Thing(Base):
    """Something that may be lent. A retired one is lent no more, and its loans stay."""

    __tablename__ = "thing"

    id: Mapped[str] = mapped_column(primary_key=True)
    name: Mapped[str]
    kind: Mapped[ThingKind] = mapped_column(Word(ThingKind))
    added_at: Mapped[datetime]
    retired_at: Mapped[datetime | None]


class Loan(Base):
    """A thing lent to one holder at a time: see the index. Nobody is named any more once a guest is forgotten."""

    __tablename__ = "loan"
    __table_args__ = (
        CheckConstraint(" + ".join(f"({name} IS NOT NULL)" for name in _HOLDERS) + " <= 1", name="one_holder"),
        CheckConstraint("due_at > lent_at", name="lasts"),
        Index("uq_loan_out", "thing_id", unique=True, sqlite_where=text(_OUT)),
        *(
            Index(f"ix_loan_{name.removesuffix('_id')}", name, sqlite_where=text(f"{name} IS NOT NULL"))
            for name in _HOLDERS
        ),
        {"sqlite_strict": True},
    )

    id: Mapped[str] = mapped_column(primary_key=True)
    thing_id: Mapped[str] = mapped_column(ForeignKey("thing.id"), index=True)
    booking_id: Mapped[str | None] = mapped_column(ForeignKey("booking.id"))
    member_id: Mapped[str | None] = mapped_column(ForeignKey("member.id"))
    guest_id: Mapped[str | None] = mapped_column(ForeignKey("guest.id"))
    organisation_id: Mapped[str | None] = mapped_column(ForeignKey("organisation.id"))
    lent_at: Mapped[datetime]
    due_at: Mapped[datetime]
    returned_at: Mapped[datetime | None]
