"""Cancelling, and what it costs by the house's rule; giving back what nobody came for."""

from __future__ import annotations

from datetime import datetime, timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from desk.bookings import refusals
from desk.bookings.acts import Memory, answer
from desk.bookings.arrivals import AWAITED_FOR, has_come, is_missed
from desk.bookings.holding import REASON_LIMIT
from desk.bookings.listing import these
from desk.bookings.paid import balance, received, sales_of
from desk.bookings.records import brief, facts
from desk.bookings.scopes import chosen
from desk.bookings.values import BookingsChanged, Charge, NoShow, Scope
from desk.errors import Refused, Remedy
from desk.formats import day_time, money, rate
from desk.formats import time as time_text
from desk.language import translate
from desk.names import tidy
from desk.work import Unit
from models.bookings import Booking, BookingKind
from models.journal import Stream
from models.sales import divide_half_up
from models.site import Site


def charge_for(session: Session, site: Site, rows: list[Booking], now: datetime) -> Charge:
    """What cancelling these bookings now would cost. Each is judged by its own hour and rounded on its own."""
    price = owed = paid = 0
    free_until = [_free_until(site, row) for row in rows]
    for row, limit in zip(rows, free_until, strict=True):
        cost, came = _price(session, site, row)
        price, paid = price + cost, paid + came
        if now > limit:
            owed += divide_half_up(cost * site.cancel_share_points, 10_000)
    return Charge(
        price, owed, paid, min(free_until), _words(site, price, owed, paid, _numbers(session, rows), free_until)
    )  # fmt: skip


def _numbers(session: Session, rows: list[Booking]) -> str:
    """The sales behind these bookings."""
    return ", ".join(sorted({sale.number for row in rows for sale in sales_of(session, row)}))


def _free_until(site: Site, row: Booking) -> datetime:
    """The last instant at which cancelling costs nothing: so many hours before, or the undo delay after it was made."""
    limit = row.starts_at - timedelta(hours=site.cancel_free_hours)
    if row.made_at is not None:
        limit = max(limit, row.made_at + timedelta(minutes=site.undo_minutes))
    return limit.astimezone(site.timezone)


def _price(session: Session, site: Site, row: Booking) -> tuple[int, int]:
    """What the booking costs and what was paid for it, in cents TTC; what is not rented costs nothing."""
    came = received(session, row)
    if row.kind is not BookingKind.RENTAL or (row.organisation_id is None and row.sale_id is None):
        return came, came
    left = balance(session, site, row)
    missing = None if isinstance(left, Refused) else left.due("")
    return came + (0 if missing is None else missing.total_cents), came


def _words(site: Site, price: int, owed: int, paid: int, sales: str, free_until: list[datetime]) -> str:
    if not price:
        return translate("Bookings", "Rien n’est dû\u00a0: ce n’était pas une location.")
    if not owed:
        pattern = translate(
            "Bookings", "Rien n’est dû\u00a0: l’annulation était gratuite jusqu’au {limit}. La caisse n’a pas bougé."
        )
        return pattern.format(limit=day_time(min(free_until)))
    pattern = translate(
        "Bookings",
        "{owed} restent dus ({share} de {price}\u00a0; gratuit jusqu’au {limit}). La caisse n’a pas bougé.",
    )
    if owed < paid:
        pattern = translate(
            "Bookings",
            "{owed} restent dus ({share} de {price}\u00a0; gratuit jusqu’au {limit}). La caisse n’a pas bougé\u00a0:"
            " pour rendre {back}, corrigez la vente {sales}.",
        )
    return pattern.format(
        owed=money(owed), share=rate(site.cancel_share_points), price=money(price), limit=day_time(min(free_until)),
        back=money(paid - owed), sales=sales,
    )  # fmt: skip


def cancel(unit: Unit, booking_id: str, scope: Scope, reason: str) -> BookingsChanged | Refused:
    """Give the space back before the hour, and say what is owed; what has begun is shortened, not cancelled."""
    found = chosen(unit, booking_id, scope)
    if isinstance(found, Refused):
        return found
    if found.series is None and found.row.starts_at <= unit.now:
        if found.row.ends_at <= unit.now:
            return Refused("ended", translate("Bookings", "Cette réservation est finie\u00a0: elle ne change plus."))
        remedy = Remedy("free_now", translate("Bookings", "Libérer l’espace maintenant"), booking_id)
        sentence = translate("Bookings", "Cette réservation a commencé\u00a0: libérez l’espace plutôt.")
        return Refused("begun", sentence, (remedy,))
    charge = charge_for(unit.session, unit.site, found.live, unit.now)
    memory = Memory(found.live, [] if found.series is None else [found.series])
    for row in found.live:
        row.cancelled_at = unit.now
    if found.series is not None and found.earlier:
        found.series.last = str(found.earlier[-1].occurrence)
    unit.session.flush()
    body = facts(unit, found.live[0]) | {
        "scope": scope.value, "reason": tidy(reason, REASON_LIMIT), "bookings": [brief(row) for row in found.live],
        "price_cents": charge.price_cents, "owed_cents": charge.owed_cents, "paid_cents": charge.paid_cents,
    }  # fmt: skip
    unit.record(Stream.OPERATIONS, "booking.cancelled", body)
    act = memory.keep(unit, "cancelled")
    return answer(unit, act, [row.id for row in found.live], charge.sentence, charge)


# --- nobody came ---------------------------------------------------------------------------------------------


def no_shows(session: Session, site: Site, now: datetime) -> tuple[NoShow, ...]:
    """The bookings under way to which nobody came within the delay of the house."""
    zone = site.timezone
    delay = timedelta(minutes=site.no_show_minutes)
    under_way = select(Booking).where(
        Booking.cancelled_at.is_(None), Booking.starts_at <= now - delay, Booking.ends_at > now,
        Booking.starts_at > now - AWAITED_FOR, Booking.arrived_at.is_(None),
    )  # fmt: skip
    missed = [row for row in session.scalars(under_way) if is_missed(session, site, row, now)]
    listed = {booking.id: booking for booking in these(session, zone, [row.id for row in missed])}
    found = []
    for booking in listed.values():
        since = (booking.starts_at + delay).astimezone(zone)
        pattern = translate("Bookings", "Personne n’est venu depuis {hour} pour «\u00a0{title}\u00a0» ({space}).")
        sentence = pattern.format(hour=time_text(booking.starts_at), title=booking.title, space=booking.space)
        found.append(NoShow(booking, since, sentence))
    return tuple(found)


def release(unit: Unit, booking_id: str, *, by_itself: bool = False) -> BookingsChanged | Refused:
    """Give a space back because nobody came; recorded with who was missed. What was paid stays due."""
    row = unit.session.get(Booking, booking_id)
    if row is None or row.cancelled_at is not None:
        return refusals.no_booking()
    late = row.starts_at + timedelta(minutes=unit.site.no_show_minutes)
    if unit.now < late:
        pattern = translate("Bookings", "On attend encore\u00a0: l’espace peut être rendu à partir de {hour}.")
        return Refused("too_early", pattern.format(hour=time_text(late.astimezone(unit.site.timezone))))
    if row.arrived_at is not None or has_come(unit.session, row, unit.now):
        return Refused("came", translate("Bookings", "Quelqu’un est venu pour cette réservation."))
    memory = Memory([row])
    row.cancelled_at = row.released_at = unit.now
    unit.session.flush()
    body = facts(unit, row) | {"no_show_minutes": unit.site.no_show_minutes, "by_itself": by_itself}
    unit.record(Stream.OPERATIONS, "booking.released", body)
    act = memory.keep(unit, "released")
    return answer(unit, act, [row.id], translate("Bookings", "L’espace est libre\u00a0: personne n’était venu."))
