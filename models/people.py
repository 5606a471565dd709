"""Members: the people who come with a membership."""

from __future__ import annotations

from datetime import date, datetime
from enum import StrEnum

from sqlalchemy.orm import Mapped, mapped_column

from models.base import Base, Word


class MemberStatus(StrEnum):
    """Active members may come in; blocked ones are sent to a manager; gone ones have left the house."""

    ACTIVE = "active"
    BLOCKED = "blocked"
    GONE = "gone"


class Member(Base):
    """A person with a membership. `number` is what people say aloud; it is never reused.

    `message` is a word for whoever holds the desk, shown at the scan. One whose data were erased keeps the number.
    """

    __tablename__ = "member"

    id: Mapped[str] = mapped_column(primary_key=True)
    number: Mapped[int] = mapped_column(unique=True)
    given_name: Mapped[str]
    family_name: Mapped[str]
    email: Mapped[str] = mapped_column(default="")
    status: Mapped[MemberStatus] = mapped_column(Word(MemberStatus), default=MemberStatus.ACTIVE)
    blocked_reason: Mapped[str] = mapped_column(default="")
    joined_on: Mapped[date]
    named_on_plan: Mapped[bool] = mapped_column(default=False)
    usual_space_id: Mapped[str | None]
    phone: Mapped[str] = mapped_column(default="", server_default="")
    message: Mapped[str] = mapped_column(default="", server_default="")
    erased_at: Mapped[datetime | None]

    @property
    def name(self) -> str:
        """The name as greeted."""
        return f"{self.given_name} {self.family_name}".strip()

    @property
    def initials(self) -> str:
        """What fits in a seat of the plan."""
        return (self.given_name[:1] + self.family_name[:1]).upper()
