"""Organisations: outside bodies that rent a space, who answers for them, and the ones that were one and the same."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import ForeignKey, Index, text
from sqlalchemy.orm import Mapped, mapped_column

from models.base import Base, Word
from models.catalogue import PriceCategory

HOME_COUNTRY = "FR"


class Organisation(Base):
    """An association, a company or a public body; `siren` is empty for one that has none.

    `justification` says why it has its price category; `payment_days` its term, in days. One that was merged into
    another stays as an alias (`merged_into`), so that its sealed sales and its old name still lead to the other.
    """

    __tablename__ = "organisation"
    __table_args__ = (
        Index("uq_organisation_siren", "siren", unique=True, sqlite_where=text("siren <> ''")),
        {"sqlite_strict": True},
    )

    id: Mapped[str] = mapped_column(primary_key=True)
    name: Mapped[str]
    siren: Mapped[str] = mapped_column(default="")
    category: Mapped[PriceCategory] = mapped_column(Word(PriceCategory), default=PriceCategory.STANDARD)
    created_at: Mapped[datetime]
    legal_form: Mapped[str] = mapped_column(default="", server_default="")
    siret: Mapped[str] = mapped_column(default="", server_default="")
    vat_number: Mapped[str] = mapped_column(default="", server_default="")
    street: Mapped[str] = mapped_column(default="", server_default="")
    postcode: Mapped[str] = mapped_column(default="", server_default="")
    city: Mapped[str] = mapped_column(default="", server_default="")
    country: Mapped[str] = mapped_column(default=HOME_COUNTRY, server_default=HOME_COUNTRY)
    justification: Mapped[str] = mapped_column(default="", server_default="")
    payment_days: Mapped[int] = mapped_column(default=30, server_default="30")
    may_invoice: Mapped[bool] = mapped_column(default=True, server_default="1")
    notes: Mapped[str] = mapped_column(default="", server_default="")
    archived_at: Mapped[datetime | None]
    merged_into: Mapped[str | None] = mapped_column(ForeignKey("organisation.id"), index=True)


class OrganisationContact(Base):
    """A person who answers for an organisation: personal data, kept as long as the organisation is active."""

    __tablename__ = "organisation_contact"

    id: Mapped[str] = mapped_column(primary_key=True)
    organisation_id: Mapped[str] = mapped_column(ForeignKey("organisation.id"), index=True)
    name: Mapped[str]
    role: Mapped[str]
    email: Mapped[str]
    phone: Mapped[str]
    noted_at: Mapped[datetime]
