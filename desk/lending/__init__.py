"""Keys, badges and equipment: what the house lends, to whom, until when, and what has not come back."""

from __future__ import annotations

from datetime import datetime, timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from desk.bus import Topic
from desk.clock import day_bounds, local_day
from desk.errors import Refused
from desk.ids import new_id
from desk.language import translate
from desk.lending import reading
from desk.lending.values import Borrower, BorrowerKind, LoanListed, ThingKind, ThingListed, kind_words
from desk.names import searchable, tidy
from desk.opening import hours_on
from desk.rights import Act, needs
from desk.work import Unit, Work
from models.bookings import Booking
from models.guests import Guest
from models.journal import Stream
from models.lending import Loan, Thing
from models.organisations import Organisation
from models.people import Member

__all__ = [
    "NAME_LIMIT",
    "Borrower",
    "BorrowerKind",
    "Lending",
    "LoanListed",
    "ThingKind",
    "ThingListed",
    "kind_words",
]

NAME_LIMIT = 60
LONGEST = timedelta(days=366)
"""A thing that is away for longer is not lent: it is given, or lost."""


class Lending:
    """The registry of things and their loans. Every method is one transaction."""

    def __init__(self, work: Work) -> None:
        self._work = work

    # --- reading ---------------------------------------------------------------------------------------------

    def things(self) -> tuple[ThingListed, ...]:
        """The registry: what is late, what is out, what is there, what is retired."""
        with self._work.read() as session:
            return reading.things(session, self._work.site(session), self._work.clock.now())

    def out(self) -> tuple[LoanListed, ...]:
        """Everything that is out, the first due before the others."""
        with self._work.read() as session:
            return reading.out(session, self._work.site(session), self._work.clock.now())

    def late(self) -> tuple[LoanListed, ...]:
        """What should be back."""
        with self._work.read() as session:
            now = self._work.clock.now()
            return reading.out(session, self._work.site(session), now, Loan.due_at <= now)

    def due_today(self) -> tuple[LoanListed, ...]:
        """What should be back before the day ends: asked at closing."""
        with self._work.read() as session:
            site, now = self._work.site(session), self._work.clock.now()
            _, end = day_bounds(local_day(now, site.timezone), site.timezone)
            return reading.out(session, site, now, Loan.due_at < end)

    def of_booking(self, booking_id: str) -> tuple[LoanListed, ...]:
        """What a booking still has."""
        with self._work.read() as session:
            return reading.out(session, self._work.site(session), self._work.clock.now(), Loan.booking_id == booking_id)

    def borrowers(self, text: str) -> tuple[Borrower, ...]:
        """To whom something may be lent, by a few letters; the rentals under way when nothing is typed."""
        with self._work.read() as session:
            return reading.borrowers(session, self._work.clock.now(), text)

    def usual_return(self, borrower: Borrower | None = None) -> datetime:
        """When a thing comes back if nobody says: with the end of the booking, else at closing; site's zone."""
        with self._work.read() as session:
            site, now = self._work.site(session), self._work.clock.now()
            zone = site.timezone
            if borrower is not None and borrower.kind is BorrowerKind.BOOKING:
                booking = session.get(Booking, borrower.id)
                if booking is not None and booking.ends_at > now:
                    return booking.ends_at.astimezone(zone)
            closes = hours_on(session, site, local_day(now, zone)).closes
            return closes if closes is not None and closes > now else now.astimezone(zone) + timedelta(hours=1)

    # --- lending ---------------------------------------------------------------------------------------------

    @needs(Act.LEND)
    def lend(self, thing_id: str, borrower: Borrower, due_at: datetime) -> LoanListed | Refused:
        """Hand a thing over until `due_at` (aware); one holder at a time."""
        with self._work.write() as unit:
            thing = unit.session.get(Thing, thing_id)
            refused = _not_lent(unit, thing) or _not_until(unit, due_at)
            if thing is None or refused is not None:
                return refused or _unknown()
            who = _who(unit.session, borrower)
            if who is None:
                return Refused("nobody", translate("Lending", "Dites à qui vous le prêtez."))
            loan = Loan(id=new_id(), thing_id=thing.id, lent_at=unit.now, due_at=due_at)
            setattr(loan, reading.COLUMN[borrower.kind].key, borrower.id)
            unit.session.add(loan)
            unit.session.flush()
            _record(unit, "loan.lent", loan, thing)
            return _read(unit, loan.id)

    @needs(Act.LEND)
    def give_back(self, loan_id: str) -> LoanListed | Refused:
        """A thing is back."""
        with self._work.write() as unit:
            loan = unit.session.get(Loan, loan_id)
            if loan is None or loan.returned_at is not None:
                return Refused("back", translate("Lending", "Cet objet est déjà rendu."))
            loan.returned_at = max(unit.now, loan.lent_at)
            unit.session.flush()
            _record(unit, "loan.returned", loan, unit.session.get_one(Thing, loan.thing_id))
            return _read(unit, loan.id)

    @needs(Act.LEND)
    def take_back(self, loan_id: str) -> LoanListed | Refused:
        """A wrong key: the thing is still out. Refused once it is lent again, or after the site's delay."""
        with self._work.write() as unit:
            loan = unit.session.get(Loan, loan_id)
            delay = timedelta(minutes=unit.site.undo_minutes)
            if loan is None or loan.returned_at is None or unit.now - loan.returned_at > delay:
                return Refused("too_late", translate("Lending", "Ce retour ne peut plus être annulé."))
            thing = unit.session.get(Thing, loan.thing_id)
            refused = _not_lent(unit, thing)
            if thing is None or refused is not None:
                return refused or _unknown()
            loan.returned_at = None
            unit.session.flush()
            _record(unit, "loan.reopened", loan, thing)
            return _read(unit, loan.id)

    # --- the registry ----------------------------------------------------------------------------------------

    @needs(Act.THINGS)
    def add(self, name: str, kind: ThingKind) -> str | Refused:
        """A new thing, under a name that no other has; a manager's right. The answer is its id."""
        with self._work.write() as unit:
            refused = _misnamed(unit, name)
            if refused is not None:
                return refused
            thing = Thing(id=new_id(), name=tidy(name, NAME_LIMIT), kind=kind, added_at=unit.now)
            unit.session.add(thing)
            _kept(unit, "thing.added", thing)
            return thing.id

    @needs(Act.THINGS)
    def rename(self, thing_id: str, name: str) -> Refused | None:
        """Another name for a thing; a manager's right."""
        with self._work.write() as unit:
            thing = unit.session.get(Thing, thing_id)
            if thing is None:
                return _unknown()
            refused = _misnamed(unit, name, thing_id)
            if refused is not None:
                return refused
            before, thing.name = thing.name, tidy(name, NAME_LIMIT)
            _kept(unit, "thing.renamed", thing, before=before)
            return None

    @needs(Act.THINGS)
    def retire(self, thing_id: str, *, retired: bool = True) -> Refused | None:
        """Lend a thing no more, or again; a manager's right. Refused while somebody has it."""
        with self._work.write() as unit:
            thing = unit.session.get(Thing, thing_id)
            if thing is None:
                return _unknown()
            refused = _is_out(unit, thing) if retired else None
            if refused is not None:
                return refused
            thing.retired_at = unit.now if retired else None
            _kept(unit, "thing.retired" if retired else "thing.put_back", thing)
            return None


def _kept(unit: Unit, kind: str, thing: Thing, **more: str) -> None:
    body = {"schema": 1, "thing": thing.id, "name": thing.name, "kind": thing.kind.value, **more}
    unit.record(Stream.OPERATIONS, kind, body | {"by": unit.operator.name})
    unit.changed(Topic.SPACES)


def _record(unit: Unit, kind: str, loan: Loan, thing: Thing) -> None:
    """A loan as the journal keeps it: in words, and the number of a member so that their name is found with it."""
    body: dict[str, object] = {
        "schema": 1, "loan": loan.id, "thing": thing.name, "due": loan.due_at.isoformat(), "by": unit.operator.name,
    }  # fmt: skip
    session = unit.session
    if loan.member_id is not None:
        member = session.get_one(Member, loan.member_id)
        body |= {"member": member.number, "name": member.name}
    elif loan.guest_id is not None:
        body["guest"] = session.get_one(Guest, loan.guest_id).name
    elif loan.organisation_id is not None:
        body["organisation"] = session.get_one(Organisation, loan.organisation_id).name
    elif loan.booking_id is not None:
        body |= {"booking": loan.booking_id, "title": session.get_one(Booking, loan.booking_id).title}
    unit.record(Stream.OPERATIONS, kind, body)
    unit.changed(Topic.BOOKINGS, Topic.PEOPLE)


def _read(unit: Unit, loan_id: str) -> LoanListed:
    return reading.listed(unit.session, unit.site, unit.now, Loan.id == loan_id)[0]


def _who(session: Session, borrower: Borrower) -> str | None:
    """The id of somebody who is really there to borrow, None for nobody."""
    match borrower.kind:
        case BorrowerKind.BOOKING:
            booking = session.get(Booking, borrower.id)
            return None if booking is None or booking.cancelled_at is not None else booking.id
        case BorrowerKind.MEMBER:
            member = session.get(Member, borrower.id)
            return None if member is None or member.erased_at is not None else member.id
        case BorrowerKind.GUEST:
            guest = session.get(Guest, borrower.id)
            return None if guest is None else guest.id
        case BorrowerKind.ORGANISATION:
            body = session.get(Organisation, borrower.id)
            return None if body is None else body.id


def _is_out(unit: Unit, thing: Thing) -> Refused | None:
    held = reading.out(unit.session, unit.site, unit.now, Loan.thing_id == thing.id)
    if not held:
        return None
    sentence = translate("Lending", "{thing} est déjà prêté\u00a0: {who}, jusqu’à {when}.")
    return Refused("out", sentence.format(thing=thing.name, who=held[0].who or "–", when=held[0].due_words))


def _not_lent(unit: Unit, thing: Thing | None) -> Refused | None:
    if thing is None:
        return _unknown()
    if thing.retired_at is not None:
        return Refused("retired", translate("Lending", "{thing} ne se prête plus.").format(thing=thing.name))
    return _is_out(unit, thing)


def _not_until(unit: Unit, due_at: datetime) -> Refused | None:
    if due_at <= unit.now:
        return Refused("past", translate("Lending", "Ce retour est déjà passé\u00a0: choisissez une heure à venir."))
    if due_at - unit.now > LONGEST:
        return Refused("long", translate("Lending", "Un prêt dure un an au plus."))
    return None


def _misnamed(unit: Unit, name: str, but: str = "") -> Refused | None:
    wanted = searchable(tidy(name, NAME_LIMIT))
    if not wanted:
        return Refused("no_name", translate("Lending", "Donnez un nom à cet objet."))
    for other in unit.session.scalars(select(Thing).where(Thing.id != but)):
        if searchable(other.name) == wanted:
            sentence = translate("Lending", "Un objet s’appelle déjà «\u00a0{name}\u00a0».")
            return Refused("name_taken", sentence.format(name=other.name))
    return None


def _unknown() -> Refused:
    return Refused("no_thing", translate("Lending", "Cet objet est introuvable."))
