"""Tickets for a collective moment: sold at the counter, each takes one of its places."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from models.base import Base


class EventTicket(Base):
    """One place at an event, sold by the line `sale_position` of a sale; whose it is is not known."""

    __tablename__ = "event_ticket"

    id: Mapped[str] = mapped_column(primary_key=True)
    booking_id: Mapped[str] = mapped_column(ForeignKey("booking.id"), index=True)
    sale_id: Mapped[str] = mapped_column(ForeignKey("sale.id"), index=True)
    sale_position: Mapped[int]
    sold_at: Mapped[datetime]
    cancelled_at: Mapped[datetime | None]
