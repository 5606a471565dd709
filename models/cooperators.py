"""The cooperative side: who holds shares, in which category and college (loi n° 47-1775, art. 19 septies)."""

from __future__ import annotations

from datetime import date
from enum import StrEnum

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from models.base import Base, Word


class CooperatorCategory(StrEnum):
    """How the published register counts its cooperators."""

    WOMAN = "woman"
    MAN = "man"
    LEGAL_PERSON = "legal_person"


class Cooperator(Base):
    """A holder of shares; `member_id` when the cooperator also works in the place."""

    __tablename__ = "cooperator"

    id: Mapped[str] = mapped_column(primary_key=True)
    number: Mapped[int] = mapped_column(unique=True)
    name: Mapped[str]
    category: Mapped[CooperatorCategory] = mapped_column(Word(CooperatorCategory))
    college: Mapped[str]
    is_public_body: Mapped[bool] = mapped_column(default=False)
    member_id: Mapped[str | None] = mapped_column(ForeignKey("member.id"), index=True)


class ShareMovement(Base):
    """A line of the register of shares: a subscription (positive count) or a withdrawal (negative)."""

    __tablename__ = "share_movement"

    id: Mapped[str] = mapped_column(primary_key=True)
    cooperator_id: Mapped[str] = mapped_column(ForeignKey("cooperator.id"), index=True)
    on_day: Mapped[date]
    shares: Mapped[int]
    nominal_cents: Mapped[int]
