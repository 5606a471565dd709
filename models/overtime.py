"""What was sold to a rental after its own sale: the time that its people stayed on, or a difference of price."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import CheckConstraint, ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from models.base import Base


class BookingOvertime(Base):
    """A sale linked to a booking after its first one: with it the time from `starts_at` until `ends_at` was paid.

    What is left of it is for its corrections to say, and where the booking stands now is for the booking.
    """

    __tablename__ = "booking_overtime"
    __table_args__ = (CheckConstraint("ends_at > starts_at", name="not_empty"), {"sqlite_strict": True})

    sale_id: Mapped[str] = mapped_column(ForeignKey("sale.id"), primary_key=True)
    booking_id: Mapped[str] = mapped_column(ForeignKey("booking.id"), index=True)
    starts_at: Mapped[datetime]
    ends_at: Mapped[datetime]
