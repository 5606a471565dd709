"""Imports of members: what each one wrote, so that the whole of it can be taken back in one act."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from models.base import Base


class MemberImport(Base):
    """One file that was imported, with its counts. `last_number` stays taken even when the import was undone."""

    __tablename__ = "member_import"

    id: Mapped[str] = mapped_column(primary_key=True)
    at: Mapped[datetime]
    file_name: Mapped[str]
    members: Mapped[int]
    memberships: Mapped[int]
    cards: Mapped[int]
    known: Mapped[int]
    faulty: Mapped[int]
    last_number: Mapped[int]
    undone_at: Mapped[datetime | None]


class ImportedMember(Base):
    """A member that an import brought, with the membership and the card that came with them, empty for none."""

    __tablename__ = "imported_member"

    member_id: Mapped[str] = mapped_column(ForeignKey("member.id"), primary_key=True)
    import_id: Mapped[str] = mapped_column(ForeignKey("member_import.id"), index=True)
    membership_id: Mapped[str] = mapped_column(default="")
    card_code: Mapped[str] = mapped_column(default="")
