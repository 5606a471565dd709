"""When the house is open: its hours by weekday, and the days that are not like the others."""

from __future__ import annotations

from datetime import date

from sqlalchemy import CheckConstraint
from sqlalchemy.orm import Mapped, mapped_column

from models.base import Base


class OpeningHours(Base):
    """The local hours of a weekday (1 is Monday), "HH:MM"; both empty when the house is closed that day.

    A weekday without a row has the ordinary hours of the site.
    """

    __tablename__ = "opening_hours"
    __table_args__ = (CheckConstraint("weekday BETWEEN 1 AND 7", name="weekday"), {"sqlite_strict": True})

    weekday: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    opens: Mapped[str]
    closes: Mapped[str]


class OpeningException(Base):
    """A day with hours of its own, holiday or not; both empty when the house is closed. `note` says why."""

    __tablename__ = "opening_exception"

    day: Mapped[date] = mapped_column(primary_key=True)
    opens: Mapped[str]
    closes: Mapped[str]
    note: Mapped[str]
