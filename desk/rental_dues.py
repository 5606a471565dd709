"""What a rental that is booked owes: its whole price until it is paid, and the difference once it costs more.

A room booked for an organisation costs nothing until somebody takes the money; extended, or moved to a dearer room, a
paid one owes what its sales do not pay. Both are sold here, at the price of `desk.pricing`, and linked to the booking.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy.orm import Session

from desk.basket import Basket
from desk.bookings import paid, refusals
from desk.bus import Topic
from desk.buyers import buyer_of
from desk.clock import local_day
from desk.errors import Refused
from desk.formats import day_time, money
from desk.formats import time as time_text
from desk.invoices.values import BuyerEdit
from desk.language import translate
from desk.organisations import OrganisationFound
from desk.organisations.finding import found, living
from desk.rentals import RentalSold, papers
from desk.rights import Act, needs
from desk.tax_sides import BasketRead, TaxSide, read, reads_on
from desk.till import Customer, PaymentOffer, sell
from desk.work import Unit, Work
from models.bookings import Booking, BookingKind
from models.catalogue import PriceCategory
from models.journal import Stream
from models.overtime import BookingOvertime
from models.site import Site
from models.spaces import Space


@dataclass(frozen=True)
class LinkedSale:
    """A sale behind a rental."""

    id: str
    number: str


@dataclass(frozen=True)
class RentalBill:
    """What a rental costs against what was paid; instants aware, in the site's zone, amounts in cents TTC.

    `due` is what is to be sold now, None when nothing is; `over_cents` what was paid beyond the price. `sale` is the
    last one behind it, None while nothing is paid; `is_on_account` when part of it went on an invoice.
    """

    booking_id: str
    title: str
    space: str
    starts_at: datetime
    ends_at: datetime
    organisation: OrganisationFound | None
    category: PriceCategory
    paid_until: datetime
    due: Basket | None
    over_cents: int
    received_cents: int
    sale: LinkedSale | None
    is_on_account: bool
    side: TaxSide

    @property
    def read(self) -> BasketRead | None:
        """What is due as the category reads it first."""
        return None if self.due is None else read(self.due, self.side)

    @property
    def due_cents(self) -> int:
        """What is to be paid, TTC."""
        return 0 if self.due is None else self.due.total_cents

    @property
    def state(self) -> str:
        """Where the payment stands, in two or three words; empty for what costs nothing."""
        if self.sale is None:
            return translate("RentalDues", "pas encore payée") if self.due is not None else ""
        if self.due is not None:
            return translate("RentalDues", "payée en partie")
        return translate("RentalDues", "sur facture") if self.is_on_account else translate("RentalDues", "payée")

    @property
    def sentence(self) -> str:
        """What is left to settle; empty when nothing is."""
        if self.due is not None and self.sale is None:
            return translate("RentalDues", "Rien n’est encore payé\u00a0: le prix s’encaisse, ou va sur facture.")
        if self.due is not None:
            sentence = translate("RentalDues", "Payé jusqu’à {until}\u00a0: il reste {amount} à encaisser.")
            same_day = self.paid_until.date() == self.ends_at.date()
            until = time_text(self.paid_until) if same_day else day_time(self.paid_until)
            return sentence.format(until=until, amount=money(self.due_cents))
        if self.over_cents and self.sale is not None:
            sentence = translate(
                "RentalDues",
                "{amount} payés de trop. Ils ne sont pas rendus d’eux-mêmes\u00a0: corrigez la vente {number}.",
            )
            return sentence.format(amount=money(self.over_cents), number=self.sale.number)
        return ""


class RentalDues:
    """Reading what rentals owe, and taking it. Every method is one transaction."""

    def __init__(self, work: Work) -> None:
        self._work = work

    def bill(self, booking_id: str, ends_at: datetime | None = None) -> RentalBill | Refused:
        """What a rental owes as it is held, or if it ended at another time (aware)."""
        with self._work.read() as session:
            return _bill(session, self._work.site(session), self._work.clock.now(), booking_id, ends_at)

    @needs(Act.SELL)
    def charge(
        self,
        booking_id: str,
        payments: tuple[PaymentOffer, ...],
        billing: BuyerEdit | None = None,
        *,
        wants_receipt: bool = True,
    ) -> RentalSold | Refused:
        """Sell what a rental owes; with `billing` an invoice is made of it: one transaction, or nothing."""
        with self._work.write() as unit:
            sold = _charge(unit, booking_id, payments, billing, wants_receipt=wants_receipt)
            if isinstance(sold, Refused):
                unit.abandon()
            return sold


def _bill(
    session: Session, site: Site, now: datetime, booking_id: str, ends_at: datetime | None = None
) -> RentalBill | Refused:
    booking = session.get(Booking, booking_id)
    if booking is None or booking.cancelled_at is not None:
        return refusals.no_booking()
    if booking.kind is not BookingKind.RENTAL:
        return Refused("no_rental", translate("RentalDues", "Seule une location se paie."))
    zone, until = site.timezone, ends_at or booking.ends_at
    if until <= booking.starts_at:
        return refusals.ends_too_early()
    balance = paid.balance(session, site, booking, until)
    if isinstance(balance, Refused):
        return balance
    space = session.get_one(Space, booking.space_id).name
    body = None if booking.organisation_id is None else living(session, booking.organisation_id)
    category = paid.category_of(session, booking)
    last = next(iter(paid.sales_of(session, booking)), None)
    sale = None if last is None else LinkedSale(last.id, last.number)
    starts, ends = booking.starts_at.astimezone(zone), until.astimezone(zone)
    return RentalBill(
        booking.id, booking.title, space, starts, ends, None if body is None else found(session, body), category,
        paid.paid_until(session, site, booking).astimezone(zone), balance.due(_label(space, starts, ends)),
        balance.over_cents, paid.received(session, booking), sale, paid.is_on_account(session, booking),
        reads_on(session, category, now),
    )  # fmt: skip


def _label(space: str, starts: datetime, ends: datetime) -> str:
    """The words of a difference: the time that the room is now held, which it pays with what was paid before."""
    pattern = translate("RentalDues", "{space}, complément pour {start} – {end}")
    same_day = starts.date() == ends.date()
    last = time_text(ends) if same_day else day_time(ends)
    return pattern.format(space=space, start=day_time(starts), end=last)


def _charge(
    unit: Unit, booking_id: str, payments: tuple[PaymentOffer, ...], billing: BuyerEdit | None, *, wants_receipt: bool
) -> RentalSold | Refused:
    bill = _bill(unit.session, unit.site, unit.now, booking_id)
    if isinstance(bill, Refused):
        return bill
    if bill.due is None:
        return Refused("nothing_due", translate("RentalDues", "Il n’y a rien à encaisser pour cette réservation."))
    booking = unit.session.get_one(Booking, booking_id)
    customer = Customer(bill.category, booking.title)
    body = None if bill.organisation is None else living(unit.session, bill.organisation.id)
    if body is not None:
        customer = Customer(bill.category, body.name, body.id, buyer_of(body))
    sold = sell(unit, bill.due, payments, customer, local_day(booking.starts_at, unit.site.timezone))
    if isinstance(sold, Refused):
        return sold
    unit.session.flush()
    _link(unit, booking, bill, sold.sale_id)
    unit.record(
        Stream.OPERATIONS,
        "booking.charged",
        {
            "schema": 1, "booking": booking_id, "title": booking.title, "sale": sold.number, "space": booking.space_id,
            "from": booking.starts_at.isoformat(), "until": booking.ends_at.isoformat(), "cents": sold.total_cents,
            "by": unit.operator.name,
        },
    )  # fmt: skip
    unit.changed(Topic.BOOKINGS)
    return papers(unit, RentalSold(booking_id, customer.name, sold), billing, wants_paper=wants_receipt)


def _link(unit: Unit, booking: Booking, bill: RentalBill, sale_id: str) -> None:
    """The first sale is the booking's own; one taken back whole is no longer behind it. The others come after it."""
    if booking.sale_id is None or bill.sale is None:
        booking.sale_id = sale_id
    else:
        start = bill.paid_until if bill.paid_until < booking.ends_at else booking.starts_at
        row = BookingOvertime(sale_id=sale_id, booking_id=booking.id, starts_at=start, ends_at=booking.ends_at)
        unit.session.add(row)
    unit.session.flush()
