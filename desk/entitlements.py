"""What lets a visit happen: found by itself at the scan, with the reason when there is none.

One home for the rules of validity, so that a greeting, a refusal and the command line always agree.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from sqlalchemy import bindparam, func, select
from sqlalchemy.orm import Session

from desk import bookings_today
from desk.bookings_today import BookingToday
from desk.clock import day_bounds, local_day
from desk.errors import Refused, Remedy
from desk.formats import day as day_text
from desk.language import translate
from models.bookings import BookingKind
from models.membership import Membership, Plan, PlanKind
from models.passes import DayPart, DayPass
from models.people import Member, MemberStatus
from models.prepared import Prepared
from models.site import Site
from models.visits import Basis, Visit


@dataclass(frozen=True)
class Held:
    """A membership with its plan, as far as the door cares."""

    id: str
    valid_from: date
    valid_until: date
    units_left: int
    name: str
    kind: PlanKind

    def covers(self, day: date) -> bool:
        return self.valid_from <= day <= self.valid_until


_HELD = Prepared(
    select(
        *(Membership.id, Membership.valid_from, Membership.valid_until, Membership.units_left),
        *(Plan.name, Plan.kind),
    )
    .join(Plan, Plan.code == Membership.plan_code)
    .where(Membership.member_id == bindparam("member"), Membership.valid_until >= bindparam("since"))
)
_LAST_DAY = Prepared(select(func.max(Membership.valid_until)).where(Membership.member_id == bindparam("member")))
_LATELY = timedelta(days=31)
"""A plan that ended this lately still matters: it may have paid for the very day on which it was cut short."""
_BURNT = Prepared(
    select(Visit.id, Visit.membership_id, Visit.entered_at).where(
        Visit.member_id == bindparam("member"),
        Visit.units_used > 0,
        Visit.annulled_at.is_(None),
        Visit.entered_at >= bindparam("start"),
        Visit.entered_at < bindparam("end"),
    )
)


@dataclass(frozen=True)
class Entitlement:
    """What is used: `units` is what this visit burns of a book, `units_left` what stays after it.

    `booking_id`, `space_id` and `title` are those of the event or booking that lets the visit happen. `notice` is what
    the desk should know all the same: a plan that has expired, behind an event that opens the door.
    """

    basis: Basis
    label: str
    membership_id: str | None = None
    units: int = 0
    units_left: int | None = None
    booking_id: str | None = None
    space_id: str | None = None
    notice: Refused | None = None
    title: str = ""


def remedy_sell_pass(name: str = "") -> Remedy:
    """The way in that is always open: a pass for the day, in the name of whoever is there when it is known."""
    return Remedy("sell_pass", translate("Entitlements", "Vendre un pass journée"), name)


def for_member(session: Session, site: Site, member: Member, now: datetime) -> Entitlement | Refused:
    """What `member` comes in with at `now`, found by itself, the best for the member first; or why not.

    1. Someone blocked, or gone from the house, comes in with nothing: see `desk.override`.
    2. A plan in force that is not counted.
    3. Their own booking, under way or about to begin (the site's margin): the room is paid for already, so a book is
       not touched. Their booking of this evening is not enough in the morning; the desk may choose it all the same.
    4. A book: nothing more when its unit already covers this day or half-day, else one unit. Of two books, the one
       that costs nothing goes first, so that one day never costs two units.
    5. A collective moment under way or about to begin: it is open to whoever comes, and a lapsed member is not
       treated worse than a passer-by. The desk is told what has lapsed. A book goes before it, because nobody can
       know whether its holder comes for the moment or to work: the desk chooses, and the unit is given back.

    Day passes have their own code; coming as someone's guest or for a trial day is by hand alone (`desk.guests`).
    """
    standing = _standing(member)
    if standing is not None:
        return standing
    today = local_day(now, site.timezone)
    held = held_by(session, member.id, today)
    current = [h for h in held if h.covers(today)]
    for plan in current:
        if not plan.kind.is_book:
            return Entitlement(Basis.PLAN, plan.name, plan.id)
    for booking in bookings_today.own(session, site, member.id, now):
        if booking.is_near(site, now):
            return for_booking(site, booking)
    books = uses_of_books(session, site, member.id, held, now)
    if books:
        return min(books, key=_units)
    refused = _why_not(session, member, held, today)
    for event in bookings_today.events(session, site, now):
        renewing = tuple(remedy for remedy in refused.remedies if remedy.code == "renew")
        return replace(for_booking(site, event), notice=replace(refused, remedies=renewing))
    return refused


def held_by(session: Session, member_id: str, on: date) -> list[Held]:
    """The memberships of a member that may matter `on` a day: in force, to come, ended lately.

    The others are left alone: a member of ten years has more than a hundred.
    """
    return [Held(*row) for row in _HELD.all(session, member=member_id, since=on - _LATELY)]


def for_booking(site: Site, booking: BookingToday) -> Entitlement:
    """What an event or a booking of today opens; it burns nothing."""
    basis = Basis.EVENT if booking.kind is BookingKind.EVENT else Basis.BOOKING
    return Entitlement(
        basis, booking.words(site.timezone), booking_id=booking.id, space_id=booking.space_id, title=booking.title
    )


def uses_of_books(
    session: Session, site: Site, member_id: str, held: list[Held], now: datetime, *, apart_from: str = ""
) -> list[Entitlement]:
    """What each book in force would cost now; left out are the empty ones, and those that would pay a time twice.

    `apart_from` is a visit whose own unit is not counted, because it would be given back.
    """
    zone, local = site.timezone, now.astimezone(site.timezone)
    books = [h for h in held if h.kind.is_book and h.covers(local.date())]
    if not books:
        return []
    start, end = day_bounds(local.date(), zone)
    is_day = {h.id: h.kind is PlanKind.BOOK_OF_DAYS for h in held}
    is_morning = local.time() < site.split
    covering = {
        membership
        for visit, membership, entered in _BURNT.all(session, member=member_id, start=start, end=end)
        if visit != apart_from
        and (is_day.get(membership) or (entered.astimezone(zone).time() < site.split) == is_morning)
    }
    found = []
    for book in books:
        units = 0 if book.id in covering else 1
        if book.units_left >= units and not (units and covering):
            found.append(Entitlement(Basis.BOOK, book.name, book.id, units, book.units_left - units))
    return found


def _units(entitlement: Entitlement) -> int:
    return entitlement.units


def _standing(member: Member) -> Refused | None:
    """Why someone comes in with nothing, whatever they hold."""
    file = Remedy("member_file", translate("Entitlements", "Ouvrir sa fiche"), member.id)
    if member.status is MemberStatus.BLOCKED:
        sentence = translate("Entitlements", "L’accès de {name} est suspendu\u00a0: {reason}.")
        reason = member.blocked_reason or translate("Entitlements", "voir un·e gérant·e")
        return Refused("blocked", sentence.format(name=member.name, reason=reason), (file,))
    if member.status is MemberStatus.GONE:
        sentence = translate("Entitlements", "{name} a quitté la maison.").format(name=member.name)
        return Refused("gone", sentence, (remedy_sell_pass(member.name), file))
    return None


def _why_not(session: Session, member: Member, held: list[Held], today: date) -> Refused:
    sell = remedy_sell_pass(member.name)
    renew = Remedy("renew", translate("Entitlements", "Renouveler sa formule"), member.id)
    if any(m.covers(today) for m in held):
        sentence = translate("Entitlements", "Le carnet de {name} est épuisé.").format(name=member.name)
        return Refused("book_empty", sentence, (renew, sell))
    later = [m.valid_from for m in held if m.valid_from > today]
    if later:
        sentence = translate("Entitlements", "La formule de {name} ne commence que le {day}.")
        return Refused("not_yet_valid", sentence.format(name=member.name, day=day_text(min(later))), (sell,))
    ((last_day,),) = _LAST_DAY.all(session, member=member.id)
    if last_day is not None:
        sentence = translate("Entitlements", "La formule de {name} a expiré le {day}.")
        sentence = sentence.format(name=member.name, day=day_text(last_day))
        return Refused("expired", sentence, (renew, sell))
    choose = Remedy("renew", translate("Entitlements", "Choisir une formule"), member.id)
    sentence = translate("Entitlements", "{name} n’a pas de formule.").format(name=member.name)
    return Refused("no_plan", sentence, (choose, sell))


def part_label(part: DayPart) -> str:
    """The name of a pass on screen and paper."""
    match part:
        case DayPart.DAY:
            return translate("Entitlements", "Pass journée")
        case DayPart.MORNING:
            return translate("Entitlements", "Pass demi-journée, matin")
        case DayPart.AFTERNOON:
            return translate("Entitlements", "Pass demi-journée, après-midi")


def for_pass(site: Site, day_pass: DayPass, now: datetime) -> Entitlement | Refused:
    """What a day pass opens at `now`, or why not. Leaving is never asked of it."""
    local = now.astimezone(site.timezone)
    again = (remedy_sell_pass(day_pass.guest_name),)
    if day_pass.cancelled_at is not None:
        sentence = translate("Entitlements", "Ce pass a été annulé avec sa vente.")
        if day_pass.guest_name:
            sentence = translate("Entitlements", "Le pass de {name} a été annulé avec sa vente.")
        return Refused("cancelled", sentence.format(name=day_pass.guest_name), again)
    if day_pass.day != local.date():
        sentence = translate("Entitlements", "Ce pass valait pour le {day}.")
        if day_pass.day > local.date():
            sentence = translate("Entitlements", "Ce pass ne vaudra que le {day}.")
        return Refused("wrong_day", sentence.format(day=day_text(day_pass.day)), again)
    morning = local.time() < site.split
    if day_pass.part is DayPart.MORNING and not morning:
        sentence = translate("Entitlements", "Ce pass valait pour la matinée, jusqu’à {hour}.")
        return Refused("wrong_half", sentence.format(hour=site.half_day_split), again)
    if day_pass.part is DayPart.AFTERNOON and morning:
        sentence = translate("Entitlements", "Ce pass vaut pour l’après-midi, à partir de {hour}.")
        return Refused("wrong_half", sentence.format(hour=site.half_day_split), again)
    return Entitlement(Basis.DAY_PASS, part_label(day_pass.part))
