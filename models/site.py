"""The place itself and the desk (register) that this database belongs to."""

from __future__ import annotations

from datetime import datetime, time
from zoneinfo import ZoneInfo

from sqlalchemy import CheckConstraint, LargeBinary, Text
from sqlalchemy.orm import Mapped, mapped_column

from models.base import Base


class Site(Base):
    """The one row of settings: who the seller is, its hours, its limits. Every one editable."""

    __tablename__ = "site"
    __table_args__ = (CheckConstraint("id = 1", name="single"), {"sqlite_strict": True})

    id: Mapped[int] = mapped_column(primary_key=True, default=1)
    house_name: Mapped[str]
    legal_name: Mapped[str]
    legal_form: Mapped[str]
    siret: Mapped[str]
    vat_number: Mapped[str]
    street: Mapped[str]
    postcode: Mapped[str]
    city: Mapped[str]
    zone: Mapped[str] = mapped_column(default="Europe/Paris")
    opens: Mapped[str] = mapped_column(Text, default="09:00")
    closes: Mapped[str] = mapped_column(Text, default="19:00")
    half_day_split: Mapped[str] = mapped_column(Text, default="13:30")
    safety_limit: Mapped[int] = mapped_column(default=110)
    soon_minutes: Mapped[int] = mapped_column(default=30)
    repeat_seconds: Mapped[int] = mapped_column(default=5)
    undo_minutes: Mapped[int] = mapped_column(default=15)
    rental_half_day_minutes: Mapped[int] = mapped_column(default=300)
    rental_day_minutes: Mapped[int] = mapped_column(default=600)
    is_demo: Mapped[bool] = mapped_column(default=False)
    keep_visits_months: Mapped[int] = mapped_column(default=36, server_default="36")
    keep_refused_scans_months: Mapped[int] = mapped_column(default=3, server_default="3")
    closed_on_holidays: Mapped[bool] = mapped_column(default=True, server_default="1")
    holiday_region: Mapped[str] = mapped_column(default="", server_default="")
    cancel_free_hours: Mapped[int] = mapped_column(default=24, server_default="24")
    cancel_share_points: Mapped[int] = mapped_column(default=5000, server_default="5000")
    no_show_minutes: Mapped[int] = mapped_column(default=30, server_default="30")
    no_show_automatic: Mapped[bool] = mapped_column(default=False, server_default="0")
    guests_per_month: Mapped[int] = mapped_column(default=4, server_default="4")
    trial_days: Mapped[int] = mapped_column(default=1, server_default="1")
    event_margin_minutes: Mapped[int] = mapped_column(default=60, server_default="60")
    keep_contacts_months: Mapped[int] = mapped_column(default=36, server_default="36")
    quote_days: Mapped[int] = mapped_column(default=30, server_default="30")
    fiscal_month: Mapped[int] = mapped_column(default=1, server_default="1")
    is_training: Mapped[bool] = mapped_column(default=False, server_default="0")

    @property
    def timezone(self) -> ZoneInfo:
        """The zone in which days begin and hours are shown."""
        return ZoneInfo(self.zone)

    @property
    def opening(self) -> time:
        """The local hour at which the house opens."""
        return time.fromisoformat(self.opens)

    @property
    def closing(self) -> time:
        """The local hour at which the house closes."""
        return time.fromisoformat(self.closes)

    @property
    def split(self) -> time:
        """The local hour at which the morning half-day ends and the afternoon's begins."""
        return time.fromisoformat(self.half_day_split)


class Desk(Base):
    """A register: its identity, the letter its receipts begin with, and the key that signs its journal."""

    __tablename__ = "desk"

    id: Mapped[str] = mapped_column(primary_key=True)
    letter: Mapped[str]
    name: Mapped[str]
    key_id: Mapped[str]
    public_key: Mapped[bytes] = mapped_column(LargeBinary)
    created_at: Mapped[datetime]
