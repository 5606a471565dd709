"""Renting a room to whoever walks in: a price, a name, a payment, and the room is theirs."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from sqlalchemy.orm import Session

from desk.bookings import BookingRequest, book, overlapping, refusals
from desk.bookings.arrivals import note_arrival
from desk.bookings.holding import shut, too_long
from desk.buyers import buyer_of
from desk.clock import local_day, local_instant
from desk.discounts import Discount
from desk.errors import Refused
from desk.extras import Extra, ExtraOffered, extras_on
from desk.formats import time as time_text
from desk.invoices.values import BuyerEdit, InvoiceOrder, Issued
from desk.language import translate
from desk.opening import closed_then, hours_on
from desk.organisations import NewOrganisation, OrganisationFound, find_or_create
from desk.plan_editing.days import off_plan
from desk.plan_editing.names import name_on
from desk.pricing import Basket, RoomWanted, price_of, vat_on
from desk.receipts import enqueue_receipt
from desk.rights import Act, needs, refusal
from desk.tax_sides import BasketRead, TaxSide, on_side, read, reads_on
from desk.till import Customer, PaymentOffer, Sold, sell
from desk.work import Unit, Work
from models.bookings import BookingKind
from models.catalogue import PriceCategory
from models.organisations import Organisation
from models.site import Site
from models.spaces import Space

STEP = timedelta(minutes=15)


@dataclass(frozen=True)
class RentalQuote:
    """What a rental costs; instants aware, in the site's zone. `notice` says that the house is closed then."""

    space_id: str
    space: str
    seats: int
    starts_at: datetime
    ends_at: datetime
    category: PriceCategory
    basket: Basket
    side: TaxSide
    notice: str = ""

    @property
    def read(self) -> BasketRead:
        """The price as the category reads it first."""
        return read(self.basket, self.side)


@dataclass(frozen=True)
class RentalOrder:
    """A rental about to be paid: the space, the time, who, and whether they want their receipt printed.

    `override_reason` is a manager's, for a rental while the house is closed. `billing` asks for an invoice to whom it
    says, made with the sale: what is paid on account has one.
    """

    space_id: str
    starts_at: datetime
    ends_at: datetime
    organisation: NewOrganisation
    people: int = 0
    wants_receipt: bool = True
    override_reason: str = ""
    extras: tuple[Extra, ...] = ()
    discounts: tuple[Discount, ...] = ()
    billing: BuyerEdit | None = None

    @property
    def wanted(self) -> RoomWanted:
        """What the price depends on; the category agreed at the counter, the organisation keeps its own."""
        return RoomWanted(
            self.space_id, self.organisation.category, self.starts_at, self.ends_at, self.extras, self.discounts
        )


@dataclass(frozen=True)
class RentalSold:
    """A paid rental: its booking and its sale, and its invoice when there is one."""

    booking_id: str
    organisation: str
    sale: Sold
    invoice: Issued | None = None


class Rentals:
    """Walk-in rentals of rooms."""

    def __init__(self, work: Work) -> None:
        self._work = work

    def window(self, space_id: str, day: date | None = None) -> tuple[datetime, datetime] | Refused:
        """From when (the quarter of an hour under way, or the opening) until when a space could be rented on a day."""
        with self._work.read() as session:
            site = self._work.site(session)
            zone = site.timezone
            local = _asked(self._work.clock.now().astimezone(zone), day)
            hours = hours_on(session, site, local.date())
            space = session.get(Space, space_id)
            if space is None or not space.rentable:
                return _not_rented()
            if (closed := shut(session, space)) is not None:
                return closed
            if hours.opens is None or hours.closes is None:
                sentence = translate("Rentals", "La maison est fermée aujourd’hui\u00a0: {why}.")
                if day is not None:
                    sentence = translate("Rentals", "La maison est fermée ce jour-là\u00a0: {why}.")
                return Refused("house_closed", sentence.format(why=hours.why))
            start, closing = max(_quarter(local), hours.opens), hours.closes
            if start >= closing:
                sentence = translate("Rentals", "La maison ferme à {hour}\u00a0: plus rien à louer aujourd’hui.")
                return Refused("closing", sentence.format(hour=time_text(closing)))
            if (gone := off_plan(session, site, space_id, start, closing)) is not None:
                return gone
            following = overlapping(session, space_id, start, closing)
            if following is None:
                return start, closing
            until = following.held_from.astimezone(zone)
            if until <= start:
                sentence = translate("Rentals", "{space} est pris jusqu’à {hour}.")
                end = time_text(following.held_until.astimezone(zone))
                return Refused("taken", sentence.format(space=space.name, hour=end))
            return start, until

    def quote(
        self,
        space_id: str,
        starts_at: datetime,
        ends_at: datetime,
        category: PriceCategory,
        people: int = 0,
        extras: tuple[Extra, ...] = (),
        discounts: tuple[Discount, ...] = (),
    ) -> RentalQuote | Refused:
        """The price of a rental, at the cheapest mix of days, half-days and hours, with what goes with the room."""
        with self._work.read() as session:
            site = self._work.site(session)
            space = session.get(Space, space_id)
            refused = not_for(space, people)
            if refused is not None or space is None:
                return refused or _not_rented()
            if ends_at <= starts_at:
                return refusals.ends_too_early()
            if (long := too_long(starts_at, ends_at)) is not None:
                return long
            basket = price_of(session, site, RoomWanted(space_id, category, starts_at, ends_at, extras, discounts))
            if isinstance(basket, Refused):
                return basket
            zone = site.timezone
            start, end = starts_at.astimezone(zone), ends_at.astimezone(zone)
            side = reads_on(session, category, self._work.clock.now())
            notice = _closed_notice(session, site, start, end)
            name = name_on(session, space_id, starts_at)
            return RentalQuote(space_id, name, space.seats, start, end, category, basket, side, notice)

    def extras(self, category: PriceCategory, day: date) -> tuple[ExtraOffered, ...]:
        """What may go with a room on a local day, its prices on the side of VAT that the category reads first."""
        with self._work.read() as session:
            side = reads_on(session, category, self._work.clock.now())
            return tuple(
                replace(
                    extra, tax_included=side is TaxSide.GROSS,
                    cents=on_side(extra.cents, vat_on(session, extra.vat_code, day), side, extra.tax_included),
                )
                for extra in extras_on(session, category, day)
            )  # fmt: skip

    @needs(Act.SELL)
    def rent(self, order: RentalOrder, payments: tuple[PaymentOffer, ...]) -> RentalSold | Refused:
        """Sell the rental and hold the room: one transaction, or nothing."""
        with self._work.write() as unit:
            answer = self._rent(unit, order, payments)
            if isinstance(answer, Refused):
                unit.abandon()
            return answer

    def _rent(self, unit: Unit, order: RentalOrder, payments: tuple[PaymentOffer, ...]) -> RentalSold | Refused:
        agreed = agree(unit, order)
        return agreed if isinstance(agreed, Refused) else sell_room(unit, order, *agreed, payments)


def agree(unit: Unit, order: RentalOrder) -> tuple[OrganisationFound, Basket] | Refused:
    """Who orders and at what price today, inside `unit`; after a refusal the caller abandons the unit."""
    refused = objection(unit, order)
    if refused is not None:
        return refused
    organisation = find_or_create(unit, order.organisation)
    if isinstance(organisation, Refused):
        return organisation
    basket = price_of(unit.session, unit.site, order.wanted)
    return basket if isinstance(basket, Refused) else (organisation, basket)


def sell_room(
    unit: Unit,
    order: RentalOrder,
    organisation: OrganisationFound,
    basket: Basket,
    payments: tuple[PaymentOffer, ...],
) -> RentalSold | Refused:
    """Sell a room at this price and hold it, inside `unit`; after a refusal the caller abandons the unit."""
    unit.session.flush()
    supplied_on = local_day(order.starts_at, unit.site.timezone)
    buyer = buyer_of(unit.session.get_one(Organisation, organisation.id))
    customer = Customer(order.organisation.category, organisation.name, organisation.id, buyer)
    sold = sell(unit, basket, payments, customer, supplied_on)
    if isinstance(sold, Refused):
        return sold
    request = BookingRequest(
        order.space_id, order.starts_at, order.ends_at, BookingKind.RENTAL, organisation.name, order.people,
        organisation_id=organisation.id, sale_id=sold.sale_id, override_reason=order.override_reason,
    )  # fmt: skip
    unit.session.flush()
    booking = book(unit, request)
    if isinstance(booking, Refused):
        return booking
    if order.starts_at <= unit.now:
        # Whoever pays at the counter for the room of now is there: nobody has to say so again.
        note_arrival(unit, booking)
    return papers(unit, RentalSold(booking, organisation.name, sold), order.billing, wants_paper=order.wants_receipt)


def papers(unit: Unit, rented: RentalSold, billing: BuyerEdit | None, *, wants_paper: bool) -> RentalSold | Refused:
    """The receipt of what was just sold, or its invoice, printed in place of it: it is the note of the service."""
    from desk.invoices.making import make
    from desk.invoices.papers import print_in

    if billing is None:
        if wants_paper:
            enqueue_receipt(unit, rented.sale)
        return rented
    unit.session.flush()
    billing = replace(billing, name=billing.name or rented.organisation)
    issued = make(unit, InvoiceOrder((rented.sale.sale_id,), billing))
    if isinstance(issued, Refused):
        return issued
    if wants_paper:
        printed = print_in(unit, issued.id)
        assert not isinstance(printed, Refused)
    return replace(rented, invoice=issued)


def objection(unit: Unit, order: RentalOrder) -> Refused | None:
    """Why this order could be neither sold nor quoted, None when it could."""
    refused = not_for(unit.session.get(Space, order.space_id), order.people)
    if refused is not None:
        return refused
    if order.ends_at <= max(order.starts_at, unit.now):
        return refusals.ends_too_early()
    long = too_long(order.starts_at, order.ends_at)
    return long or (refusal(unit.operator, Act.DISCOUNT) if order.discounts else None)


def not_for(space: Space | None, people: int) -> Refused | None:
    """Why a space is not for so many people, None when it is."""
    if space is None or not space.rentable:
        return _not_rented()
    if space.seats and people > space.seats:
        sentence = translate("Rentals", "{space} n’a que {seats} places pour {people} personnes.")
        return Refused("too_many", sentence.format(space=space.name, seats=space.seats, people=people))
    return None


def _closed_notice(session: Session, site: Site, starts_at: datetime, ends_at: datetime) -> str:
    """What whoever asks a price for hours when the house is closed has to know; empty when it is open."""
    why = closed_then(session, site, starts_at, ends_at, opens_the_house=False)
    if not why:
        return ""
    sentence = translate("Rentals", "{why} Faites un devis\u00a0: un·e gérant·e pourra le louer, avec un motif.")
    return sentence.format(why=why)


def _not_rented() -> Refused:
    return Refused("not_rented", translate("Rentals", "Cet espace ne se loue pas."))


def _asked(now: datetime, day: date | None) -> datetime:
    """The instant from which a space is wanted: now, or the first one of another day."""
    if day is None or day == now.date():
        return now
    assert isinstance(now.tzinfo, ZoneInfo)
    return local_instant(day, time(0), now.tzinfo).astimezone(now.tzinfo)


def _quarter(moment: datetime) -> datetime:
    """The quarter of an hour that has just begun: whoever walks in takes the room now."""
    return moment.replace(minute=moment.minute - moment.minute % 15, second=0, microsecond=0)
