"""Deposits of rentals: money or a promise held, and given back. Never turnover: nothing of it is in the sales stream.

Each row mirrors an operational record of the journal, by its `sequence`, and like it never changes (FISCAL.md §1). What
a person wrote (why a part was kept) is in the record alone, which a redaction can reach.
"""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum

from sqlalchemy import CheckConstraint, ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from models.base import Base, Word
from models.journal import replace_trigger, seal_triggers


class DepositMode(StrEnum):
    """How a deposit is held; an imprint is a promise of the card, and moves no money."""

    CASH = "cash"
    CHEQUE = "cheque"
    IMPRINT = "imprint"


class Deposit(Base):
    """A deposit taken for a booking, in cents."""

    __tablename__ = "deposit"
    __table_args__ = (CheckConstraint("cents > 0", name="positive"), {"sqlite_strict": True})

    id: Mapped[str] = mapped_column(primary_key=True)
    sequence: Mapped[int] = mapped_column(unique=True)
    booking_id: Mapped[str] = mapped_column(ForeignKey("booking.id"), index=True)
    mode: Mapped[DepositMode] = mapped_column(Word(DepositMode))
    cents: Mapped[int]
    taken_at: Mapped[datetime] = mapped_column(index=True)
    operator_id: Mapped[str]


class DepositReturn(Base):
    """The end of a deposit: what went back, in cents; the house keeps the rest."""

    __tablename__ = "deposit_return"
    __table_args__ = (CheckConstraint("cents >= 0", name="not_negative"), {"sqlite_strict": True})

    deposit_id: Mapped[str] = mapped_column(ForeignKey("deposit.id"), primary_key=True)
    sequence: Mapped[int] = mapped_column(unique=True)
    cents: Mapped[int]
    returned_at: Mapped[datetime] = mapped_column(index=True)
    operator_id: Mapped[str]


DEPOSIT_TRIGGERS = (
    *seal_triggers("deposit"),
    replace_trigger("deposit", "id", "sequence"),
    *seal_triggers("deposit_return"),
    replace_trigger("deposit_return", "deposit_id", "sequence"),
)
