"""The code of a rental: one for all its participants, who come in and go out as a count and not by name."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from models.base import Base


class GroupCode(Base):
    """What the paper of a rental carries; `read_at` is when it last let someone in, None before the first time.

    It says nothing of when it opens: the booking does, so that a rental moved or cancelled takes its code with it.
    """

    __tablename__ = "group_code"

    booking_id: Mapped[str] = mapped_column(ForeignKey("booking.id"), primary_key=True)
    code: Mapped[str] = mapped_column(unique=True)
    issued_at: Mapped[datetime]
    read_at: Mapped[datetime | None]


class AnsweredGroupScan(Base):
    """A scan of a group's code that came with a nonce and counted someone: sent again, it counts nobody."""

    __tablename__ = "answered_group_scan"

    nonce: Mapped[str] = mapped_column(primary_key=True)
    at: Mapped[datetime] = mapped_column(index=True)
    booking_id: Mapped[str] = mapped_column(ForeignKey("booking.id"))
