"""When the contacts of an organisation go: nothing was done with it for the whole term (RGPD, art. 5-1-e)."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import ColumnElement, or_, select
from sqlalchemy.orm import InstrumentedAttribute

from desk.organisations import contacts
from desk.work import Unit
from models.bookings import Booking
from models.organisations import Organisation, OrganisationContact
from models.quotes import Quote
from models.sales import Sale


def forget_old(unit: Unit, before: datetime) -> tuple[int, int]:
    """Erase the contacts of bodies with which nothing was done since `before`: how many contacts, and records."""
    rows = _past(unit, before)
    return len(rows), sum(contacts.forget(unit, row, "retention") for row in rows)


def _past(unit: Unit, before: datetime) -> Sequence[OrganisationContact]:
    return unit.session.scalars(
        select(OrganisationContact).where(
            OrganisationContact.noted_at < before,
            ~_since(Sale.organisation_id, Sale.sold_at >= before),
            ~_since(Booking.organisation_id, Booking.ends_at >= before),
            ~_since(Quote.organisation_id, Quote.made_at >= before),
        )
    ).all()


def _since(
    whose: InstrumentedAttribute[str] | InstrumentedAttribute[str | None], recent: ColumnElement[bool]
) -> ColumnElement[bool]:
    """Whether something recent is of the contact's organisation, or of one that was merged into it."""
    aliases = select(Organisation.id).where(Organisation.merged_into == OrganisationContact.organisation_id)
    theirs = or_(whose == OrganisationContact.organisation_id, whose.in_(aliases))
    return select(whose).where(theirs, recent).correlate(OrganisationContact).exists()
