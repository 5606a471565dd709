"""Spaces: anything on the floor plan. The drawing says where they are; the rows say what is booked or shut."""

from __future__ import annotations

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from models.base import Base

WHOLE = "whole"
"""The kind of a space that is made of others, and is on no drawing."""


class Space(Base):
    """A space of the published plan; `id` is its identifier in the drawing. Or a whole, made of some of them.

    `deposit_cents` is what is asked as a deposit of whoever rents it, 0 for nothing.
    """

    __tablename__ = "space"

    id: Mapped[str] = mapped_column(primary_key=True)
    name: Mapped[str]
    floor: Mapped[str]
    kind: Mapped[str]
    seats: Mapped[int]
    workstations: Mapped[int]
    rentable: Mapped[bool]
    closed_note: Mapped[str] = mapped_column(default="")
    deposit_cents: Mapped[int] = mapped_column(default=0, server_default="0")


class SpacePart(Base):
    """Booking the whole takes this part of it, and the part booked blocks the whole. A part is never itself a whole."""

    __tablename__ = "space_part"

    whole_id: Mapped[str] = mapped_column(ForeignKey("space.id"), primary_key=True)
    part_id: Mapped[str] = mapped_column(ForeignKey("space.id"), primary_key=True, index=True)
