"""Guests: people who come in with no membership and no pass, for a member, an event, a booking or a trial day."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import Index
from sqlalchemy.orm import Mapped, mapped_column

from models.base import Base


class Guest(Base):
    """Someone let in by name. `name_key` and `contact_key` are the name and the contact (e-mail or telephone) folded.

    The house knows a guest again by both keys together, and by nothing else; without a contact, never.
    """

    __tablename__ = "guest"
    __table_args__ = (Index("ix_guest_keys", "name_key", "contact_key"), {"sqlite_strict": True})

    id: Mapped[str] = mapped_column(primary_key=True)
    name: Mapped[str]
    contact: Mapped[str] = mapped_column(default="")
    name_key: Mapped[str]
    contact_key: Mapped[str] = mapped_column(default="")
    first_came_at: Mapped[datetime]
