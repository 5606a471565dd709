"""Who holds the desk, and when."""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from models.base import Base, Word


class Role(StrEnum):
    """What a person behind the desk may do."""

    FACILITATOR = "facilitator"
    MANAGER = "manager"


class Facilitator(Base):
    """A person who can hold the desk; the PIN is kept only as an Argon2 hash."""

    __tablename__ = "facilitator"

    id: Mapped[str] = mapped_column(primary_key=True)
    name: Mapped[str]
    role: Mapped[Role] = mapped_column(Word(Role), default=Role.FACILITATOR)
    pin_hash: Mapped[str]
    active: Mapped[bool] = mapped_column(default=True)
    wrong_pins: Mapped[int] = mapped_column(default=0)
    wait_until: Mapped[datetime | None]


class Shift(Base):
    """One holding of the desk, with the note left for the next one."""

    __tablename__ = "shift"

    id: Mapped[str] = mapped_column(primary_key=True)
    facilitator_id: Mapped[str] = mapped_column(ForeignKey("facilitator.id"), index=True)
    started_at: Mapped[datetime] = mapped_column(index=True)
    ended_at: Mapped[datetime | None]
    note: Mapped[str] = mapped_column(default="")
