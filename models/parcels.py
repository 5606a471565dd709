"""Parcels and post that wait behind the counter for a member."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import ForeignKey, Index, text
from sqlalchemy.orm import Mapped, mapped_column

from models.base import Base


class Parcel(Base):
    """One thing that came for a member. It waits until `handed_at`; the two names say who held the desk then.

    The names are kept as words, as the journal does: a parcel is often asked about long after a shift.
    """

    __tablename__ = "parcel"
    __table_args__ = (
        Index("ix_parcel_waiting", "member_id", sqlite_where=text("handed_at IS NULL")),
        {"sqlite_strict": True},
    )

    id: Mapped[str] = mapped_column(primary_key=True)
    member_id: Mapped[str] = mapped_column(ForeignKey("member.id"))
    received_at: Mapped[datetime]
    received_by: Mapped[str] = mapped_column(default="")
    note: Mapped[str] = mapped_column(default="")
    handed_at: Mapped[datetime | None]
    handed_by: Mapped[str] = mapped_column(default="")
