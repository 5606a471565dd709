"""Organisations: outside bodies that rent a space."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import Index, text
from sqlalchemy.orm import Mapped, mapped_column

from models.base import Base, Word
from models.catalogue import PriceCategory


class Organisation(Base):
    """An association, a company or a public body; `siren` is empty for one that has none."""

    __tablename__ = "organisation"
    __table_args__ = (
        Index("uq_organisation_siren", "siren", unique=True, sqlite_where=text("siren <> ''")),
        {"sqlite_strict": True},
    )

    id: Mapped[str] = mapped_column(primary_key=True)
    name: Mapped[str]
    siren: Mapped[str] = mapped_column(default="")
    category: Mapped[PriceCategory] = mapped_column(Word(PriceCategory), default=PriceCategory.STANDARD)
    contact: Mapped[str] = mapped_column(default="")
    created_at: Mapped[datetime]
