"""Cards: the QR credential of a member."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import ForeignKey, Index, text
from sqlalchemy.orm import Mapped, mapped_column

from models.base import Base


class Card(Base):
    """A short code that opens the door to one member; one in force at a time, the old ones kept by name."""

    __tablename__ = "card"
    __table_args__ = (
        Index("uq_card_in_force", "member_id", unique=True, sqlite_where=text("revoked_at IS NULL")),
        {"sqlite_strict": True},
    )

    code: Mapped[str] = mapped_column(primary_key=True)
    member_id: Mapped[str] = mapped_column(ForeignKey("member.id"), index=True)
    issued_at: Mapped[datetime]
    revoked_at: Mapped[datetime | None]
    revoked_reason: Mapped[str] = mapped_column(default="")
