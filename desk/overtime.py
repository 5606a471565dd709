"""Overtime: a rental whose people are still there after its end, extended if the room is free, or charged.

Its price is that of the whole stay less that of the time already paid, both at the cheapest mix of `desk.pricing`: to
stay on is never dearer than to have booked it at first, and an hour inside a half-day already paid costs nothing.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import func, or_, select
from sqlalchemy.orm import Session

from desk.basket import Basket
from desk.bookings import BookingEdit, Scope, changing, overlapping, paid, refusals
from desk.bookings.changing import OVERTIME
from desk.bookings.holding import too_long
from desk.bookings.values import minutes_after
from desk.bus import Topic
from desk.buyers import buyer_of
from desk.clock import local_day
from desk.errors import Refused
from desk.formats import day_time
from desk.formats import time as time_text
from desk.headcount import horizon
from desk.language import translate
from desk.opening import closed_then
from desk.plan_bookings import around
from desk.receipts import enqueue_receipt
from desk.rights import Act, needs
from desk.seating import is_inside
from desk.till import Customer, PaymentOffer, Sold, sell
from desk.work import Unit, Work
from models.bookings import Booking, BookingKind
from models.catalogue import PriceCategory
from models.crowds import Crowd
from models.journal import Stream
from models.organisations import Organisation
from models.overtime import BookingOvertime
from models.site import Site
from models.spaces import Space
from models.visits import Visit

GRACE = timedelta(minutes=5)
"""The time to put chairs back: before it nobody is late."""
_STEP = 15


@dataclass(frozen=True)
class Overstay:
    """A rental that is over and whose people are still there; `ended_at` aware, in the site's zone."""

    booking_id: str
    title: str
    space: str
    ended_at: datetime
    people: int

    @property
    def sentence(self) -> str:
        """What the banner says."""
        sentence = translate("Overtime", "{title} est encore dans {space}, {people} personnes\u00a0: fini à {hour}.")
        if self.people == 1:
            sentence = translate("Overtime", "{title} est encore dans {space}, une personne\u00a0: fini à {hour}.")
        return sentence.format(title=self.title, space=self.space, people=self.people, hour=time_text(self.ended_at))


@dataclass(frozen=True)
class OvertimeOffer:
    """What staying until `until` costs beyond `paid_until`; instants aware, in the site's zone.

    `is_free` when the room can be held until then, so that the booking would be extended with it.
    Nothing is due when the basket is None: the price already paid covers it.
    """

    booking_id: str
    title: str
    space: str
    paid_until: datetime
    until: datetime
    category: PriceCategory
    basket: Basket | None
    is_free: bool


@dataclass(frozen=True)
class OvertimeSold:
    """Overtime that was paid, and whether the booking now lasts until then."""

    booking_id: str
    until: datetime
    is_extended: bool
    sale: Sold


class Overtime:
    """Noticing overtime and charging it. Every method is one transaction."""

    def __init__(self, work: Work) -> None:
        self._work = work

    def noticed(self) -> tuple[Overstay, ...]:
        """The rentals that are over and still occupied, in the order they ended; unpaid time alone counts."""
        with self._work.read() as session:
            site, now = self._work.site(session), self._work.clock.now()
            found = []
            for booked in around(session, site, now):
                if (
                    booked.kind is not BookingKind.RENTAL
                    or not booked.ends_at + GRACE <= now < booked.ends_at + OVERTIME
                ):
                    continue
                booking = session.get_one(Booking, booked.id)
                people = _still_there(session, booking, now)
                if people and paid.paid_until(session, site, booking) + GRACE <= now:
                    space = session.get_one(Space, booking.space_id).name
                    ended = booking.ends_at.astimezone(site.timezone)
                    found.append(Overstay(booking.id, booking.title, space, ended, people))
            return tuple(found)

    def offer(self, booking_id: str, until: datetime | None = None) -> OvertimeOffer | Refused:
        """The price of staying until then (aware); until the next quarter of an hour when nobody says."""
        with self._work.read() as session:
            site, now = self._work.site(session), self._work.clock.now()
            return _offer(session, site, now, booking_id, until)

    @needs(Act.SELL)
    def charge(
        self,
        booking_id: str,
        until: datetime,
        payments: tuple[PaymentOffer, ...],
        *,
        wants_receipt: bool = True,
    ) -> OvertimeSold | Refused:
        """Sell the time until then, and hold the room for it where it is free: one transaction, or nothing."""
        with self._work.write() as unit:
            sold = _charge(unit, booking_id, until, payments, wants_receipt=wants_receipt)
            if isinstance(sold, Refused):
                unit.abandon()
            return sold


def _charge(
    unit: Unit, booking_id: str, until: datetime, payments: tuple[PaymentOffer, ...], *, wants_receipt: bool
) -> OvertimeSold | Refused:
    offer = _offer(unit.session, unit.site, unit.now, booking_id, until)
    if isinstance(offer, Refused):
        return offer
    if offer.basket is None:
        return Refused("nothing_due", translate("Overtime", "Ce temps est compris dans le prix déjà payé."))
    booking = unit.session.get_one(Booking, booking_id)
    customer = Customer(offer.category, booking.title)
    if booking.organisation_id is not None:
        body = unit.session.get_one(Organisation, booking.organisation_id)
        customer = Customer(offer.category, body.name, body.id, buyer_of(body))
    sold = sell(unit, offer.basket, payments, customer, local_day(booking.ends_at, unit.site.timezone))
    if isinstance(sold, Refused):
        return sold
    unit.session.flush()
    is_extended = offer.is_free and until > booking.ends_at
    if is_extended:
        changed = changing.edit(unit, booking_id, BookingEdit(ends_at=until), Scope.THIS)
        if isinstance(changed, Refused):
            return changed
    unit.session.add(
        BookingOvertime(sale_id=sold.sale_id, booking_id=booking_id, starts_at=offer.paid_until, ends_at=until)
    )
    unit.record(
        Stream.OPERATIONS,
        "booking.overtime",
        {
            "schema": 1, "booking": booking_id, "title": booking.title, "sale": sold.number,
            "from": offer.paid_until.isoformat(), "until": until.isoformat(), "extended": is_extended,
            "by": unit.operator.name,
        },
    )  # fmt: skip
    unit.changed(Topic.BOOKINGS)
    if wants_receipt:
        enqueue_receipt(unit, sold)
    return OvertimeSold(booking_id, offer.until, is_extended, sold)


def _offer(
    session: Session, site: Site, now: datetime, booking_id: str, until: datetime | None
) -> OvertimeOffer | Refused:
    booking = session.get(Booking, booking_id)
    if booking is None or booking.cancelled_at is not None:
        return refusals.no_booking()
    refused = _not_of(booking, now)
    if refused is not None:
        return refused
    zone, start = site.timezone, paid.paid_until(session, site, booking)
    if start <= booking.starts_at:
        if isinstance(unpriced := paid.balance(session, site, booking), Refused):
            return unpriced
        sentence = translate("Overtime", "Cette location n’est pas payée\u00a0: encaissez-la d’abord, à son panneau.")
        return Refused("unpaid", sentence)
    wanted = until or next_quarter(max(start, now))
    if wanted <= start:
        sentence = translate("Overtime", "C’est payé jusqu’à {hour}\u00a0: choisissez une heure après.")
        return Refused("paid", sentence.format(hour=time_text(start.astimezone(zone))))
    if (long := too_long(booking.starts_at, wanted)) is not None:
        return long
    is_free = _is_free(session, site, booking, wanted)
    if not is_free and wanted > next_quarter(now):
        sentence = translate(
            "Overtime", "La salle ne peut pas être tenue jusque-là\u00a0: le dépassement se facture jusqu’à {hour}."
        )
        return Refused("not_held", sentence.format(hour=time_text(next_quarter(now).astimezone(zone))))
    category = paid.category_of(session, booking)
    basket = _price(session, site, booking, start, wanted)
    if isinstance(basket, Refused):
        return basket
    space = session.get_one(Space, booking.space_id).name
    return OvertimeOffer(
        booking.id, booking.title, space, start.astimezone(zone), wanted.astimezone(zone), category, basket, is_free
    )


def _not_of(booking: Booking, now: datetime) -> Refused | None:
    if booking.kind is not BookingKind.RENTAL:
        return Refused("no_rental", translate("Overtime", "Seul le temps d’une location se facture."))
    if now < booking.starts_at:
        return Refused(
            "early", translate("Overtime", "Cette location n’a pas commencé\u00a0: changez plutôt son heure.")
        )
    if booking.ends_at + OVERTIME < now:
        return Refused("ended", translate("Bookings", "Cette réservation est finie\u00a0: elle ne change plus."))
    return None


def next_quarter(moment: datetime) -> datetime:
    """The end of the quarter of an hour under way: what a stay is rounded up to."""
    begun = moment.replace(minute=moment.minute - moment.minute % _STEP, second=0, microsecond=0)
    return begun if begun == moment else minutes_after(begun, _STEP)


def _is_free(session: Session, site: Site, booking: Booking, until: datetime) -> bool:
    """Whether the booking could last until then: nobody comes next, and the house is open."""
    if closed_then(session, site, booking.starts_at, until, opens_the_house=False):
        return False
    held_until = minutes_after(until, booking.clean_up_minutes)
    return overlapping(session, booking.space_id, booking.ends_at, held_until, {booking.id}) is None


def _still_there(session: Session, booking: Booking, now: datetime) -> int:
    """How many of its people are in: counted, let in by name for it, or in its room since before its end."""
    crowd = session.get(Crowd, booking.id)
    counted = crowd.people if crowd is not None and crowd.ended_at is None and booking.ends_at > horizon(now) else 0
    seen = select(func.count()).select_from(Visit).where(
        *is_inside(), Visit.entered_at < booking.ends_at, Visit.entered_at >= booking.held_from,
        or_(Visit.booking_id == booking.id, Visit.space_id == booking.space_id),
    )  # fmt: skip
    return counted + (session.scalar(seen) or 0)


def _price(session: Session, site: Site, booking: Booking, start: datetime, until: datetime) -> Basket | Refused | None:
    """What is missing to stay until then, under the words of the time from `start`; None when it costs nothing more."""
    balance = paid.balance(session, site, booking, until)
    if isinstance(balance, Refused):
        return balance
    zone = site.timezone
    first, last = start.astimezone(zone), until.astimezone(zone)
    same_day = first.date() == last.date()
    label = translate("Overtime", "{space}, dépassement de {start} à {end}").format(
        space=session.get_one(Space, booking.space_id).name,
        start=time_text(first) if same_day else day_time(first), end=time_text(last) if same_day else day_time(last),
    )  # fmt: skip
    return balance.due(label)
