"""Reading loans and things: who holds what, what is late, and to whom something may be lent."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any, NamedTuple

from sqlalchemy import ColumnElement, bindparam, select
from sqlalchemy.orm import Session

from desk import turnstile
from desk.errors import Remedy
from desk.language import translate
from desk.lending.values import Borrower, BorrowerKind, LoanListed, ThingListed
from desk.names import GOOD_ENOUGH, searchable, similarity
from desk.seating import is_inside
from models.bookings import Booking, BookingKind
from models.guests import Guest
from models.history import bookings_reaching
from models.lending import Loan, Thing
from models.organisations import Organisation
from models.people import Member, MemberStatus
from models.prepared import Prepared
from models.site import Site
from models.visits import Visit

COLUMN = {
    BorrowerKind.BOOKING: Loan.booking_id, BorrowerKind.MEMBER: Loan.member_id, BorrowerKind.GUEST: Loan.guest_id,
    BorrowerKind.ORGANISATION: Loan.organisation_id,
}  # fmt: skip
_ROWS = (
    select(Loan, Thing, Booking.title, Member.given_name, Member.family_name, Guest.name, Organisation.name)
    .join(Thing, Thing.id == Loan.thing_id)
    .outerjoin(Booking, Booking.id == Loan.booking_id)
    .outerjoin(Member, Member.id == Loan.member_id)
    .outerjoin(Guest, Guest.id == Loan.guest_id)
    .outerjoin(Organisation, Organisation.id == Loan.organisation_id)
)
# Asked each time somebody leaves.
_HELD = {
    name: Prepared(
        select(Loan.id, Thing.name)
        .join(Thing, Thing.id == Loan.thing_id)
        .where(column == bindparam("holder"), Loan.returned_at.is_(None))
        .order_by(Loan.due_at)
    )
    for name, column in (("member_id", Loan.member_id), ("guest_id", Loan.guest_id))
}
_MOST = 8
_REMINDED = 3


class Held(NamedTuple):
    """A thing that somebody has."""

    loan_id: str
    thing: str


def out(session: Session, site: Site, now: datetime, *conditions: ColumnElement[bool]) -> tuple[LoanListed, ...]:
    """The things that are out, under these conditions on the loan; the first due before the others."""
    return listed(session, site, now, Loan.returned_at.is_(None), *conditions)


def listed(session: Session, site: Site, now: datetime, *conditions: ColumnElement[bool]) -> tuple[LoanListed, ...]:
    """Loans under these conditions, the first due before the others."""
    rows = session.execute(_ROWS.where(*conditions).order_by(Loan.due_at, Loan.id))
    return tuple(_value(row, site, now) for row in rows)


def _value(row: Sequence[Any], site: Site, now: datetime) -> LoanListed:
    loan, thing, title, given, family, guest, organisation = row
    borrower = next((kind for kind, column in COLUMN.items() if getattr(loan, column.key) is not None), None)
    who = title or f"{given or ''} {family or ''}".strip() or guest or organisation or ""
    zone = site.timezone
    return LoanListed(
        loan.id, thing.id, thing.name, thing.kind, borrower,
        "" if borrower is None else getattr(loan, COLUMN[borrower].key), who, loan.lent_at.astimezone(zone),
        loan.due_at.astimezone(zone), None if loan.returned_at is None else loan.returned_at.astimezone(zone),
        loan.returned_at is None and loan.due_at <= now,
    )  # fmt: skip


def things(session: Session, site: Site, now: datetime) -> tuple[ThingListed, ...]:
    """The registry: what is late first, then what is out, what is there, what is retired; each by name."""
    held = {loan.thing_id: loan for loan in out(session, site, now)}
    rows = [
        ThingListed(row.id, row.name, row.kind, held.get(row.id), row.retired_at is not None)
        for row in session.scalars(select(Thing))
    ]
    return tuple(sorted(rows, key=_place))


def _place(thing: ThingListed) -> tuple[int, str]:
    late = thing.loan is not None and thing.loan.is_late
    return 3 if thing.is_retired else 0 if late else 1 if thing.loan is not None else 2, searchable(thing.name)


def held_by(session: Session, kind: turnstile.Holder, holder_id: str) -> list[Held]:
    """What somebody who leaves has with them; whoever came on a day pass borrows nothing."""
    prepared = _HELD.get(kind)
    return [] if prepared is None else [Held(*row) for row in prepared.all(session, holder=holder_id)]


def reminder(held: list[Held]) -> tuple[str, tuple[Remedy, ...]]:
    """What the desk asks of whoever leaves with something, and a press for each thing that comes back."""
    sentence = translate("Lending", "À rendre\u00a0: {things}.").format(things=", ".join(one.thing for one in held))
    back = translate("Lending", "Rendu\u00a0: {thing}")
    return sentence, tuple(Remedy("return_loan", back.format(thing=one.thing), one.loan_id) for one in held[:_REMINDED])


# --- to whom -------------------------------------------------------------------------------------------------


def borrowers(session: Session, now: datetime, text: str) -> tuple[Borrower, ...]:
    """Those who resemble `text`: members, guests who are in, organisations; with nothing typed, the rentals of now."""
    wanted = searchable(text)
    if not wanted:
        return tuple(_rentals(session, now))
    scored = [(similarity(wanted, searchable(one.words)), one) for one in _everyone(session, now)]
    best = sorted((s for s in scored if s[0] >= GOOD_ENOUGH), key=lambda s: (-s[0], s[1].words))
    return tuple(one for _, one in best[:_MOST])


def _rentals(session: Session, now: datetime) -> list[Borrower]:
    under_way = select(Booking.id, Booking.title).where(
        Booking.kind == BookingKind.RENTAL,
        bookings_reaching(now, now - timedelta(days=1), now + timedelta.resolution),
    ).order_by(Booking.ends_at)  # fmt: skip
    detail = translate("Lending", "location en cours")
    return [Borrower(BorrowerKind.BOOKING, i, title, detail) for i, title in session.execute(under_way)]


def _everyone(session: Session, now: datetime) -> list[Borrower]:
    members = session.scalars(select(Member).where(Member.status != MemberStatus.GONE))
    pattern = translate("Lending", "membre n° {number}")
    found = [Borrower(BorrowerKind.MEMBER, m.id, m.name, pattern.format(number=m.number)) for m in members]
    inside = select(Guest.id, Guest.name).join(Visit, Visit.guest_id == Guest.id).where(*is_inside())
    found += [
        Borrower(BorrowerKind.GUEST, i, name, translate("Lending", "invité·e")) for i, name in session.execute(inside)
    ]
    bodies = select(Organisation.id, Organisation.name).where(Organisation.archived_at.is_(None))
    found += [
        Borrower(BorrowerKind.ORGANISATION, i, name, translate("Lending", "organisation"))
        for i, name in session.execute(bodies)
    ]
    return [*_rentals(session, now), *found]
