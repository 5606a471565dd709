"""Spaces: anything on the floor plan. The drawing says where they are; the rows say what is booked or shut."""

from __future__ import annotations

from sqlalchemy.orm import Mapped, mapped_column

from models.base import Base


class Space(Base):
    """A space of the published plan; `id` is its identifier in the drawing."""

    __tablename__ = "space"

    id: Mapped[str] = mapped_column(primary_key=True)
    name: Mapped[str]
    floor: Mapped[str]
    kind: Mapped[str]
    seats: Mapped[int]
    workstations: Mapped[int]
    rentable: Mapped[bool]
    closed_note: Mapped[str] = mapped_column(default="")
