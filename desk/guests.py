"""Guests let in by name: for a member who answers for them, an event, a booking of today, or a trial day.

What the house can know of them is what it was told: a guest is recognised by the same name and the same contact, and
by nothing else. Someone who gives another address is somebody else, and names past their term are forgotten.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from sqlalchemy import select

from desk import bookings_today, exits, guest_rights, override
from desk.bookings_today import BookingToday
from desk.entitlements import Entitlement
from desk.errors import Refused
from desk.guest_rights import Known
from desk.holders import Holder
from desk.ids import new_id
from desk.language import translate
from desk.movements import Movements, with_force
from desk.names import searchable, tidy
from desk.override import Insistence
from desk.rights import Act, needs
from desk.seating import is_inside
from desk.verdicts import ScanOutcome
from desk.work import Unit, Work
from models.bookings import BookingKind
from models.guests import Guest
from models.people import Member
from models.visits import Visit

NAME_LIMIT = 80
CONTACT_LIMIT = 120


class Why(StrEnum):
    """What someone without a card comes in for."""

    HOST = "host"
    EVENT = "event"
    BOOKING = "booking"
    TRIAL = "trial"


@dataclass(frozen=True)
class GuestComing:
    """Who comes, and why: `subject` is the host's id or the booking's, empty for a trial day.

    The contact (e-mail or telephone) may be empty, except for a trial day.
    """

    name: str
    why: Why
    subject: str = ""
    contact: str = ""


@dataclass(frozen=True)
class ReasonOffered:
    """An event or a booking of today that a guest may come for."""

    id: str
    words: str


class Guests:
    """Letting people in by name."""

    def __init__(self, work: Work, moves: Movements) -> None:
        self._work = work
        self._moves = moves

    def events(self) -> tuple[ReasonOffered, ...]:
        """The collective moments under way or about to begin."""
        return tuple(r for kind, near, r in self._today() if kind is BookingKind.EVENT and near)

    def bookings(self) -> tuple[ReasonOffered, ...]:
        """The rentals and the bookings of today that are not over."""
        return tuple(r for kind, _, r in self._today() if kind is not BookingKind.EVENT)

    def _today(self) -> list[tuple[BookingKind, bool, ReasonOffered]]:
        now = self._work.clock.now()
        with self._work.read() as session:
            site = self._work.site(session)
            return [
                (b.kind, b.is_near(site, now), ReasonOffered(b.id, b.words(site.timezone)))
                for b in bookings_today.everything(session, site, now)
            ]

    def still_in(self, member_id: str) -> tuple[str, ...]:
        """The names of a member's guests who are in, as they came."""
        with self._work.read() as session:
            theirs = select(Visit.name).where(Visit.host_member_id == member_id, *is_inside())
            return tuple(session.scalars(theirs.order_by(Visit.entered_at)))

    @needs(Act.LET_IN)
    def let_in(self, coming: GuestComing, insistence: Insistence | None = None) -> ScanOutcome | Refused:
        """Let a guest in, or say why not; `insistence` is a manager's word where the rules or the limit say no."""
        known = guest_rights.known_as(tidy(coming.name, NAME_LIMIT), tidy(coming.contact, CONTACT_LIMIT))
        if isinstance(known, Refused):
            return known
        with self._work.write() as unit:
            return self._let_in(unit, coming, known, insistence)

    def _let_in(
        self, unit: Unit, coming: GuestComing, known: Known, insistence: Insistence | None
    ) -> ScanOutcome | Refused:
        inside = _member_inside(unit, known) or self._already_in(unit, known)
        if inside is not None:
            return inside
        host: Member | None = None
        used: Entitlement | Refused
        match coming.why:
            case Why.HOST:
                host = unit.session.get(Member, coming.subject)
                refused = guest_rights.cannot_host(unit, host)
                if host is None or refused is not None:
                    return refused or guest_rights.no_host()
                used = guest_rights.for_host(unit, host, known)
                otherwise = guest_rights.hosted(host)
            case Why.TRIAL:
                refused = guest_rights.no_trial(unit, known)
                if refused is not None:
                    return refused
                used = guest_rights.for_trial(unit, known)
                otherwise = guest_rights.trial()
            case _:
                booking = bookings_today.by_id(unit.session, unit.site, coming.subject, unit.now)
                refused = _not_now(unit, booking, coming.why)
                if booking is None or refused is not None:
                    return refused or _over()
                used = otherwise = guest_rights.for_booking(unit, booking)
        guest = guest_rights.recognised(unit.session, known)
        holder = Holder(guest=guest or _someone_new(unit, known), host=host)
        answer = override.enter(unit, self._moves, holder, used, otherwise, insistence)
        if not isinstance(answer, Refused):
            return answer
        if guest is None:
            # Nobody is written down who did not come in.
            unit.session.delete(holder.guest)
        return with_force(answer, holder)

    def _already_in(self, unit: Unit, known: Known) -> Refused | None:
        """The refusal when it may be the same person who is in. One forgotten since another day is taken to have left.

        Two people of one name with two contacts are two; without a contact nobody can tell.
        """
        found = unit.session.execute(
            select(Visit, Guest)
            .join(Guest, Guest.id == Visit.guest_id)
            .where(*is_inside(), Guest.name_key == known.name_key)
        ).all()
        for visit, guest in found:
            same = known.contact_key == guest.contact_key != ""
            if exits.is_forgotten(unit.site, visit, unit.now):
                if same:
                    self._moves.suppose_left(unit, visit, exits.proposed(unit.site, visit, unit.now))
                continue
            if same or not known.contact_key or not guest.contact_key:
                sentence = translate(
                    "Guests",
                    "{name} est déjà dans la maison. Si c’est quelqu’un d’autre, ajoutez une initiale au nom.",
                )
                return Refused("already_in", sentence.format(name=known.name))
        return None


def _member_inside(unit: Unit, known: Known) -> Refused | None:
    """The refusal when a member of that name is in: one person must not count twice."""
    words = sorted(known.name_key.split())
    found = unit.session.execute(
        select(Visit, Member).join(Member, Member.id == Visit.member_id).where(*is_inside()).order_by(Member.number)
    ).all()
    for visit, member in found:
        if sorted(searchable(member.name).split()) == words and not exits.is_forgotten(unit.site, visit, unit.now):
            sentence = translate(
                "Guests",
                "{name} est déjà là, comme membre n° {number}. Si c’est quelqu’un d’autre, ajoutez une initiale au"
                " nom.",
            )
            return Refused("already_in", sentence.format(name=member.name, number=member.number))
    return None


def _someone_new(unit: Unit, known: Known) -> Guest:
    guest = Guest(
        id=new_id(), name=known.name, contact=known.contact, name_key=known.name_key, contact_key=known.contact_key,
        first_came_at=unit.now,
    )  # fmt: skip
    unit.session.add(guest)
    # The visit that follows is written by the driver itself, and refers to the guest.
    unit.session.flush()
    return guest


def _not_now(unit: Unit, booking: BookingToday | None, why: Why) -> Refused | None:
    if booking is None:
        return _over()
    is_event = booking.kind is BookingKind.EVENT
    if is_event is not (why is Why.EVENT) or (is_event and not booking.is_near(unit.site, unit.now)):
        return _over()
    return None


def _over() -> Refused:
    sentence = translate("Guests", "Ce n’est pas pour maintenant\u00a0: choisissez une autre raison.")
    return Refused("not_now", sentence)
