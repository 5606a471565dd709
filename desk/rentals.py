"""Renting a room to whoever walks in: a price, a name, a payment, and the room is theirs."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from desk.bookings import BookingRequest, book, overlapping
from desk.errors import Refused
from desk.formats import time as time_text
from desk.language import translate
from desk.opening import hours_on
from desk.organisations import NewOrganisation, find_or_create
from desk.pricing import Basket, rental_basket
from desk.receipts import enqueue_receipt
from desk.till import Customer, PaymentOffer, Sold, sell
from desk.work import Unit, Work
from models.bookings import BookingKind
from models.catalogue import PriceCategory
from models.spaces import Space

STEP = timedelta(minutes=15)


@dataclass(frozen=True)
class RentalQuote:
    """What a rental costs; instants aware, in the site's zone."""

    space_id: str
    space: str
    seats: int
    starts_at: datetime
    ends_at: datetime
    category: PriceCategory
    basket: Basket


@dataclass(frozen=True)
class RentalOrder:
    """A rental about to be paid: the space, the time, who, and whether they want their receipt printed.

    `override_reason` is a manager's, for a rental while the house is closed.
    """

    space_id: str
    starts_at: datetime
    ends_at: datetime
    organisation: NewOrganisation
    people: int = 0
    wants_receipt: bool = True
    override_reason: str = ""


@dataclass(frozen=True)
class RentalSold:
    """A paid rental: its booking and its sale."""

    booking_id: str
    organisation: str
    sale: Sold


class Rentals:
    """Walk-in rentals of rooms."""

    def __init__(self, work: Work) -> None:
        self._work = work

    def window(self, space_id: str) -> tuple[datetime, datetime] | Refused:
        """From when (the next quarter of an hour, or now) until when a space could be rented today."""
        with self._work.read() as session:
            site = self._work.site(session)
            zone = site.timezone
            local = self._work.clock.now().astimezone(zone)
            hours = hours_on(session, site, local.date())
            space = session.get(Space, space_id)
            if space is None or not space.rentable:
                return Refused("not_rented", translate("Rentals", "Cet espace ne se loue pas."))
            if hours.opens is None or hours.closes is None:
                sentence = translate("Rentals", "La maison est fermée aujourd’hui\u00a0: {why}.")
                return Refused("house_closed", sentence.format(why=hours.why))
            start, closing = max(_quarter(local), hours.opens), hours.closes
            if start >= closing:
                sentence = translate("Rentals", "La maison ferme à {hour}\u00a0: plus rien à louer aujourd’hui.")
                return Refused("closing", sentence.format(hour=time_text(closing)))
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
        self, space_id: str, starts_at: datetime, ends_at: datetime, category: PriceCategory
    ) -> RentalQuote | Refused:
        """The price of a rental, at the cheapest mix of days, half-days and hours."""
        with self._work.read() as session:
            site = self._work.site(session)
            space = session.get(Space, space_id)
            if space is None or not space.rentable:
                return Refused("not_rented", translate("Rentals", "Cet espace ne se loue pas."))
            if ends_at <= starts_at:
                return Refused("empty", translate("Bookings", "La fin doit venir après le début."))
            basket = rental_basket(session, site, space_id, category, starts_at, ends_at)
            if basket is None:
                return Refused("no_price", translate("Rentals", "Cet espace n’a pas de prix pour cette catégorie."))
            zone = site.timezone
            start, end = starts_at.astimezone(zone), ends_at.astimezone(zone)
            return RentalQuote(space_id, space.name, space.seats, start, end, category, basket)

    def rent(self, order: RentalOrder, payments: tuple[PaymentOffer, ...]) -> RentalSold | Refused:
        """Sell the rental and hold the room: one transaction, or nothing."""
        with self._work.write() as unit:
            problem = self._objection(unit, order)
            if problem is not None:
                return problem
            organisation = find_or_create(unit, order.organisation)
            if isinstance(organisation, Refused):
                return organisation
            # The category agreed at the counter prices this rental; the organisation keeps its own.
            category = order.organisation.category
            basket = rental_basket(unit.session, unit.site, order.space_id, category, order.starts_at, order.ends_at)
            if basket is None:
                unit.abandon()
                return Refused("no_price", translate("Rentals", "Cet espace n’a pas de prix pour cette catégorie."))
            unit.session.flush()
            supplied_on = order.starts_at.astimezone(unit.site.timezone).date()
            customer = Customer(category, organisation.name, organisation.id)
            sold = sell(unit, basket, payments, customer, supplied_on)
            if isinstance(sold, Refused):
                unit.abandon()
                return sold
            request = BookingRequest(
                order.space_id, order.starts_at, order.ends_at, BookingKind.RENTAL, organisation.name, order.people,
                organisation_id=organisation.id, sale_id=sold.sale_id, override_reason=order.override_reason,
            )  # fmt: skip
            unit.session.flush()
            booking = book(unit, request)
            if isinstance(booking, Refused):
                unit.abandon()
                return booking
            if order.wants_receipt:
                enqueue_receipt(unit, sold)
            return RentalSold(booking, organisation.name, sold)

    def _objection(self, unit: Unit, order: RentalOrder) -> Refused | None:
        space = unit.session.get(Space, order.space_id)
        if space is None or not space.rentable:
            return Refused("not_rented", translate("Rentals", "Cet espace ne se loue pas."))
        if space.seats and order.people > space.seats:
            sentence = translate("Rentals", "{space} n’a que {seats} places pour {people} personnes.")
            return Refused("too_many", sentence.format(space=space.name, seats=space.seats, people=order.people))
        if order.ends_at <= max(order.starts_at, unit.now):
            return Refused("empty", translate("Bookings", "La fin doit venir après le début."))
        return None


def _quarter(moment: datetime) -> datetime:
    """The quarter of an hour that has just begun: whoever walks in takes the room now."""
    return moment.replace(minute=moment.minute - moment.minute % 15, second=0, microsecond=0)
