"""What goes back with the money: passes are revoked, plans and books withdrawn, rooms and tickets given back.

Each thing sold is looked at before anything is written: one that was used is only kept, and by a manager's word.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import select, update
from sqlalchemy.orm import Session

from desk import exits
from desk.bookings.records import brief, facts
from desk.bus import Topic
from desk.entitlements import part_label
from desk.formats import day_time
from desk.language import translate
from desk.refunds.left import Left
from desk.work import Unit
from models.bookings import Booking
from models.catalogue import Product
from models.journal import Stream
from models.membership import Membership, Plan
from models.overtime import BookingOvertime
from models.passes import DayPass
from models.people import Member
from models.sales import Sale
from models.site import Site
from models.tickets import EventTicket
from models.visits import Visit


@dataclass(frozen=True)
class Undone:
    """One thing that a sale gave. `words` says what becomes of it; `used` why it cannot be undone, empty when it can.

    `undo` does it inside a unit of work; `keep` is what is done all the same when a manager lets a used thing be.
    """

    words: str
    used: str
    undo: Callable[[Unit, str], None]
    keep: Callable[[Unit, str], None] | None = None


@dataclass(frozen=True)
class Scene:
    """The sale about to be corrected, and so many of each of its lines (by position) that are taken back."""

    session: Session
    site: Site
    now: datetime
    sale: Sale
    wanted: dict[int, int]
    after: Left

    @property
    def is_recent(self) -> bool:
        """Whether the sale itself is within the house's delay for changing one's mind."""
        return self.now - self.sale.sold_at <= timedelta(minutes=self.site.undo_minutes)


def undone_by(scene: Scene) -> tuple[Undone, ...]:
    """Everything that goes back with these lines."""
    return (*_passes(scene), *_memberships(scene), *_tickets(scene), *_rooms(scene), *_longer_stays(scene))


# --- passes --------------------------------------------------------------------------------------------------


def _passes(scene: Scene) -> Iterator[Undone]:
    for position, quantity in scene.wanted.items():
        mine = select(DayPass).where(
            DayPass.sale_id == scene.sale.id, DayPass.sale_position == position, DayPass.cancelled_at.is_(None)
        )
        found = [(_pass_visits(scene.session, p.id), p) for p in scene.session.scalars(mine)]
        # Those that nobody used go first, then the last ones sold.
        found.sort(key=lambda pair: (_is_used(scene, pair[0]), -pair[1].number))
        for visits, bought in found[:quantity]:
            yield _revoke(scene, bought, visits)


def _pass_visits(session: Session, pass_id: str) -> list[Visit]:
    return list(session.scalars(select(Visit).where(Visit.pass_id == pass_id, Visit.annulled_at.is_(None))))


def _is_used(scene: Scene, visits: list[Visit]) -> bool:
    """Whoever came in a moment ago by mistake has used nothing: the entry is annulled with the pass."""
    delay = timedelta(minutes=scene.site.undo_minutes)
    return any(visit.left_at is not None or scene.now - exits.noted_at(visit) > delay for visit in visits)


def _revoke(scene: Scene, bought: DayPass, visits: list[Visit]) -> Undone:
    who = bought.guest_name or part_label(bought.part)
    words = translate("Refunds", "Le pass n° {number} ({who}) est annulé\u00a0: il n’ouvre plus la porte.")
    used = translate("Refunds", "Le pass n° {number} ({who}) a servi\u00a0: la personne est venue.")

    def undo(unit: Unit, reason: str) -> None:
        for visit in visits:
            visit.annulled_at = unit.now
            body = {"schema": 1, "visit": visit.id, "name": visit.name, "member": None, "pass": bought.number}
            unit.record(Stream.OPERATIONS, "visit.annulled", {**body, "reason": reason})
        bought.cancelled_at = unit.now
        body = {
            "schema": 1, "number": bought.number, "day": bought.day.isoformat(), "part": bought.part.value,
            "name": bought.guest_name, "sale": scene.sale.number, "reason": reason,
        }  # fmt: skip
        unit.record(Stream.OPERATIONS, "pass.revoked", body)
        unit.changed(Topic.VISITS)

    said = {"number": bought.number, "who": who}
    return Undone(words.format(**said), used.format(**said) if _is_used(scene, visits) else "", undo)


# --- plans and books -----------------------------------------------------------------------------------------


def _memberships(scene: Scene) -> Iterator[Undone]:
    for position, quantity in scene.wanted.items():
        mine = (
            select(Membership, Plan, Member)
            .join(Plan, Plan.code == Membership.plan_code)
            .join(Member, Member.id == Membership.member_id)
            .where(Membership.sale_id == scene.sale.id, Membership.sale_position == position)
            .order_by(Membership.valid_from.desc())
            .limit(quantity)
        )
        for membership, plan, member in scene.session.execute(mine):
            yield _withdraw(scene, membership, plan, member)


def _withdraw(scene: Scene, held: Membership, plan: Plan, member: Member) -> Undone:
    visited = select(Visit.id).where(Visit.membership_id == held.id, Visit.annulled_at.is_(None)).limit(1)
    is_used = scene.session.scalar(visited) is not None or held.units_left < plan.units
    said = {"plan": plan.name, "name": member.name, "units": held.units_left}
    words = translate("Refunds", "{plan} est retiré à {name}.")
    used = translate("Refunds", "{plan} de {name} a déjà servi.")
    if plan.kind.is_book:
        words = translate("Refunds", "{plan} de {name}\u00a0: les {units} unités sont reprises.")

    def record(unit: Unit, units: int, reason: str, *, keeps: bool) -> None:
        body = {
            "schema": 1, "member": member.number, "name": member.name, "plan": plan.code, "label": plan.name,
            "from": held.valid_from.isoformat(), "until": held.valid_until.isoformat(), "units": units,
            "sale": scene.sale.number, "reason": reason, "kept": keeps,
        }  # fmt: skip
        unit.record(Stream.OPERATIONS, "membership.withdrawn", body)
        unit.changed(Topic.PEOPLE, Topic.VISITS)

    def undo(unit: Unit, reason: str) -> None:
        # A visit that was annulled never happened: it needs no plan.
        unit.session.execute(
            update(Visit)
            .where(Visit.membership_id == held.id, Visit.annulled_at.is_not(None))
            .values(membership_id=None)
        )
        record(unit, held.units_left, reason, keeps=False)
        unit.session.delete(held)

    def keep(unit: Unit, reason: str) -> None:
        """What was used stays; what is left of a book is taken back."""
        record(unit, held.units_left, reason, keeps=True)
        held.units_left = 0

    return Undone(words.format(**said), used.format(**said) if is_used else "", undo, keep)


# --- tickets and rooms ---------------------------------------------------------------------------------------


def _tickets(scene: Scene) -> Iterator[Undone]:
    for position, quantity in scene.wanted.items():
        mine = (
            select(EventTicket, Booking)
            .join(Booking, Booking.id == EventTicket.booking_id)
            .where(
                EventTicket.sale_id == scene.sale.id, EventTicket.sale_position == position,
                EventTicket.cancelled_at.is_(None),
            )
            .order_by(EventTicket.id)
            .limit(quantity)
        )  # fmt: skip
        found = list(scene.session.execute(mine))
        if found:
            yield _give_back(scene, [ticket for ticket, _ in found], found[0][1])


def _give_back(scene: Scene, tickets: list[EventTicket], event: Booking) -> Undone:
    is_used = event.starts_at <= scene.now and not scene.is_recent and event.cancelled_at is None
    words = translate("Refunds", "«\u00a0{title}\u00a0»\u00a0: {count} places de nouveau à vendre.")
    if len(tickets) == 1:
        words = translate("Refunds", "«\u00a0{title}\u00a0»\u00a0: une place de nouveau à vendre.")
    used = translate("Refunds", "«\u00a0{title}\u00a0» a commencé\u00a0: les billets ont servi.")

    def undo(unit: Unit, reason: str) -> None:
        for ticket in tickets:
            ticket.cancelled_at = unit.now
        body = {
            "schema": 1, "event": event.title, "from": event.starts_at.isoformat(), "tickets": len(tickets),
            "sale": scene.sale.number, "reason": reason,
        }  # fmt: skip
        unit.record(Stream.OPERATIONS, "tickets.cancelled", body)
        unit.changed(Topic.BOOKINGS)

    said = {"title": event.title, "count": len(tickets)}
    return Undone(words.format(**said), used.format(**said) if is_used else "", undo)


def _rooms(scene: Scene) -> Iterator[Undone]:
    """The room of a rental goes back when none of its time is left; with some of it left, it stays theirs."""
    rooms = set(scene.session.scalars(select(Product.code).where(Product.space_id.is_not(None))))
    sold = [part for part in scene.after.parts if part.line.product_code in rooms]
    if not any(part.position in scene.wanted for part in sold) or any(part.left for part in sold):
        return
    mine = select(Booking).where(Booking.sale_id == scene.sale.id, Booking.cancelled_at.is_(None))
    for booking in scene.session.scalars(mine):
        yield _cancel(scene, booking)


def _cancel(scene: Scene, booking: Booking) -> Undone:
    begun = booking.starts_at <= scene.now or booking.arrived_at is not None
    said = {"title": booking.title, "when": day_time(booking.starts_at.astimezone(scene.site.timezone))}
    words = translate("Refunds", "La réservation «\u00a0{title}\u00a0» du {when} est annulée.").format(**said)
    used = translate("Refunds", "La réservation «\u00a0{title}\u00a0» du {when} a commencé.").format(**said)

    def undo(unit: Unit, reason: str) -> None:
        booking.cancelled_at = unit.now
        unit.session.flush()
        body = facts(unit, booking) | {
            "scope": "this", "reason": reason, "bookings": [brief(booking)], "sale_number": scene.sale.number,
        }  # fmt: skip
        unit.record(Stream.OPERATIONS, "booking.cancelled", body)
        unit.changed(Topic.BOOKINGS)

    return Undone(words, used if begun and not scene.is_recent else "", undo)


def _longer_stays(scene: Scene) -> Iterator[Undone]:
    """Overtime or a difference that is taken back: the room stays held, and its panel says again what it owes."""
    mine = select(Booking).where(
        Booking.id.in_(select(BookingOvertime.booking_id).where(BookingOvertime.sale_id == scene.sale.id)),
        Booking.cancelled_at.is_(None),
    )
    for booking in scene.session.scalars(mine):
        words = translate(
            "Refunds",
            "«\u00a0{title}\u00a0» reste tenue jusqu’au {when}, et n’est plus payée jusque-là\u00a0: changez sa fin.",
        )
        when = day_time(booking.ends_at.astimezone(scene.site.timezone))
        yield Undone(words.format(title=booking.title, when=when), "", _tell_bookings)


def _tell_bookings(unit: Unit, _reason: str) -> None:
    unit.changed(Topic.BOOKINGS)
