"""Plans and memberships: what lets a member's visit happen."""

from __future__ import annotations

from datetime import date
from enum import StrEnum

from sqlalchemy import CheckConstraint, ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column

from models.base import Base, Word


class PlanKind(StrEnum):
    """How a plan is used up: not at all, or by the day or half-day of presence."""

    RESIDENT = "resident"
    NOMAD = "nomad"
    BOOK_OF_DAYS = "book_of_days"
    BOOK_OF_HALF_DAYS = "book_of_half_days"

    @property
    def is_book(self) -> bool:
        """Whether a visit uses up a unit."""
        return self in (PlanKind.BOOK_OF_DAYS, PlanKind.BOOK_OF_HALF_DAYS)


class Plan(Base):
    """A kind of membership on offer. `units` is the size of a book, 0 when nothing is counted."""

    __tablename__ = "plan"

    code: Mapped[str] = mapped_column(primary_key=True)
    name: Mapped[str]
    kind: Mapped[PlanKind] = mapped_column(Word(PlanKind))
    units: Mapped[int] = mapped_column(default=0)
    product_code: Mapped[str]


class Membership(Base):
    """A plan held by a member for a period (both days included). A book counts `units_left` down.

    `sale_id` and `sale_position` are the line that sold it; none when it was granted.
    """

    __tablename__ = "membership"
    __table_args__ = (
        CheckConstraint("units_left >= 0", name="never_negative"),
        Index("ix_membership_member", "member_id", "valid_from"),
        {"sqlite_strict": True},
    )

    id: Mapped[str] = mapped_column(primary_key=True)
    member_id: Mapped[str] = mapped_column(ForeignKey("member.id"))
    plan_code: Mapped[str] = mapped_column(ForeignKey("plan.code"))
    valid_from: Mapped[date]
    valid_until: Mapped[date]
    units_left: Mapped[int] = mapped_column(default=0)
    sale_id: Mapped[str | None] = mapped_column(ForeignKey("sale.id"), index=True)
    sale_position: Mapped[int | None]

    def covers(self, day: date) -> bool:
        """Whether the period holds `day`."""
        return self.valid_from <= day <= self.valid_until
