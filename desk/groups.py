"""The participants of a rental, who share one code: a scan lets one more in.

Twelve people with one code are a number to the house, as the public of an event is, so they are counted in the same
crowd: the head-count, the roll call and the safety limit know them already. What the code cannot say is which of the
twelve stands there, and so whether they come or go. What a facilitator expects then:

- A scan is one more. They arrive together, one beep each; nobody should have to say "in" twelve times.
- One fewer is a second gesture on the answer of the scan itself (the same key as another entitlement, U), so that
  whoever shows the code on leaving is put right in one press; and the plus and minus of the booking do the same.
- The group that leaves together is one gesture; what nobody says ends by itself, as for events.
- The same code seconds later is another person, not the same badge: only an echo of the reader is set aside.
- What was announced is not a wall: a thirteenth colleague comes in, and the desk is told. The chairs of the room are.
- A way out is never refused: outside its hours the refusal itself offers it.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

from sqlalchemy import bindparam, func, select

from desk import movements, workbooks
from desk.bookings.arrivals import note_arrival
from desk.crowds import note_people, people_of
from desk.documents import group_pass
from desk.documents.page import Document
from desk.errors import Refused, Remedy
from desk.formats import day as day_text
from desk.formats import time as time_text
from desk.greetings import Greeting
from desk.headcount import horizon
from desk.language import translate
from desk.movements import Movements
from desk.nonces import LONGEST_NONCE
from desk.printing.queue import enqueue
from desk.rights import Act, needs
from desk.seating import Seating, is_inside
from desk.verdicts import GroupCount, ScanOutcome, Verdict
from desk.work import Unit, Work
from models.bookings import Booking, BookingKind
from models.crowds import Crowd
from models.groups import AnsweredGroupScan, GroupCode
from models.prepared import Prepared
from models.spaces import Space
from models.visits import Visit

ECHO = timedelta(seconds=1)
"""Within this the reader has read one paper twice; after it, somebody else shows it."""
_BY_CODE = Prepared(select(GroupCode.booking_id).where(GroupCode.code == bindparam("code")))


class Groups:
    """The code of a rental: its paper, and one participant more or fewer. Every method is one transaction."""

    def __init__(self, work: Work, moves: Movements, make_code: Callable[[], str]) -> None:
        self._work = work
        self._moves = moves
        self._make_code = make_code

    @needs(Act.PRINT)
    def print_paper(self, booking_id: str) -> Document | Refused:
        """Queue the paper of a rental, which gets its code with the first one that is asked for."""
        with self._work.write() as unit:
            paper = self._paper(unit, booking_id)
            if not isinstance(paper, Refused):
                enqueue(unit, paper)
            return paper

    @needs(Act.PRINT)
    def save_paper(self, booking_id: str, path: Path, *, on_roll: bool = False) -> Document | Refused:
        """The same as a PDF, on A4 or 80 mm wide; raises `EnvironmentFault` when it cannot be written."""
        from desk.documents import a4_pdf, roll_pdf

        with self._work.write() as unit:
            paper = self._paper(unit, booking_id)
        if not isinstance(paper, Refused):
            workbooks.write_bytes(path, (roll_pdf if on_roll else a4_pdf).render(paper))
        return paper

    @needs(Act.LET_IN)
    def one_out(self, booking_id: str, *, instead: bool = False) -> ScanOutcome | Refused:
        """One participant leaves; `instead` when the scan just answered was that, and not an arrival."""
        return self._step(booking_id, -2 if instead else -1, Verdict.OUT)

    @needs(Act.LET_IN)
    def take_back(self, booking_id: str) -> ScanOutcome | Refused:
        """The scan just answered let nobody in."""
        return self._step(booking_id, -1, Verdict.REPEAT)

    def _step(self, booking_id: str, step: int, verdict: Verdict) -> ScanOutcome | Refused:
        with self._work.write() as unit:
            booking = unit.session.get(Booking, booking_id)
            crowd = unit.session.get(Crowd, booking_id)
            if booking is None or crowd is None or people_of(crowd) < 1:
                return nobody_left()
            # Whoever shows the code on leaving was counted on arriving too, or the first scan would not be here.
            noted = note_people(unit, booking, crowd, max(0, people_of(crowd) + step), by="code")
            if isinstance(noted, Refused):
                return noted
            return _outcome(unit, self._moves.seating, verdict, booking, noted)

    def _paper(self, unit: Unit, booking_id: str) -> Document | Refused:
        booking = unit.session.get(Booking, booking_id)
        if booking is None or booking.kind is not BookingKind.RENTAL:
            return Refused("no_rental", translate("Groups", "Seule une location a un code pour son groupe."))
        if booking.cancelled_at is not None:
            return _cancelled(booking)
        if booking.ends_at <= unit.now:
            return _over(unit, booking)
        held = unit.session.get(GroupCode, booking_id)
        if held is None:
            held = GroupCode(booking_id=booking_id, code=self._make_code(), issued_at=unit.now)
            unit.session.add(held)
            unit.session.flush()
        zone = unit.site.timezone
        return group_pass.document(
            group_pass.GroupPassFacts(
                unit.site.house_name, booking.title, unit.session.get_one(Space, booking.space_id).name,
                opens_at(unit, booking).astimezone(zone), booking.starts_at.astimezone(zone),
                booking.ends_at.astimezone(zone), booking.people, held.code, unit.site.is_demo,
                unit.site.is_training,
            )
        )  # fmt: skip


# --- the door, inside a unit of work -------------------------------------------------------------------------


def scanned(unit: Unit, moves: Movements, code: str, raw: str, nonce: str) -> ScanOutcome | None:
    """What the code of a rental does at the door; None when it is no rental's."""
    found = _BY_CODE.first(unit.session, code=code)
    if found is None:
        return None
    held = unit.session.get_one(GroupCode, found[0])
    booking = unit.session.get_one(Booking, held.booking_id)
    crowd = unit.session.get(Crowd, booking.id)
    is_echo = held.read_at is not None and timedelta(0) <= unit.now - held.read_at < ECHO
    answered = nonce and unit.session.get(AnsweredGroupScan, nonce[:LONGEST_NONCE]) is not None
    if crowd is not None and (is_echo or answered):
        return _outcome(unit, moves.seating, Verdict.REPEAT, booking, crowd, code)
    refused = _objection(unit, booking, crowd)
    if refused is not None:
        outcome = moves.refuse(unit, code, raw, refused, None)
        return replace(outcome, greeting=Greeting(booking.title, "", first_name=booking.title))
    noted = note_people(unit, booking, crowd, people_of(crowd) + 1, by="code")
    assert isinstance(noted, Crowd)  # under the safety limit, so not absurd
    held.read_at = unit.now
    if nonce:
        unit.session.add(AnsweredGroupScan(nonce=nonce[:LONGEST_NONCE], at=unit.now, booking_id=booking.id))
    note_arrival(unit, booking.id)
    return _outcome(unit, moves.seating, Verdict.IN, booking, noted, code)


def opens_at(unit: Unit, booking: Booking) -> datetime:
    """From when the code of a rental lets people in: the margin of the house before it, or while it is set up."""
    margin = max(unit.site.event_margin_minutes, booking.set_up_minutes)
    return booking.starts_at - timedelta(minutes=margin)


def _objection(unit: Unit, booking: Booking, crowd: Crowd | None) -> Refused | None:
    """Why one more may not come in."""
    if booking.cancelled_at is not None:
        return _cancelled(booking)
    if unit.now < opens_at(unit, booking):
        return _early(unit, booking)
    if booking.ends_at <= unit.now:
        return replace(_over(unit, booking), remedies=_ways(unit, booking, crowd))
    space = unit.session.get_one(Space, booking.space_id)
    inside = people_of(crowd) + _by_name(unit, booking)
    # A place without chairs of its own (a garden) holds those who were announced.
    most = space.seats or booking.people
    if most and inside >= most:
        sentence = translate("Groups", "{title}\u00a0: {space} est au complet, {count} personnes sur {most}.")
        sentence = sentence.format(title=booking.title, space=space.name, count=inside, most=most)
        return Refused("group_full", sentence, _ways(unit, booking, crowd))
    return movements.full(unit)


def _by_name(unit: Unit, booking: Booking) -> int:
    """How many of its participants came in by name, and sit in the same room."""
    named = select(func.count()).select_from(Visit).where(Visit.booking_id == booking.id, *is_inside())
    return unit.session.scalar(named) or 0


def _ways(unit: Unit, booking: Booking, crowd: Crowd | None) -> tuple[Remedy, ...]:
    """What the desk may do: let one out, for whoever shows the code may be leaving; look at the rental."""
    ways = [Remedy("open_booking", translate("Groups", "Voir la location"), booking.id)]
    if people_of(crowd) and booking.ends_at > horizon(unit.now):
        ways.insert(0, Remedy("group_out", translate("Groups", "Une personne sort"), booking.id))
    return tuple(ways)


def _early(unit: Unit, booking: Booking) -> Refused:
    zone = unit.site.timezone
    starts, opens = booking.starts_at.astimezone(zone), opens_at(unit, booking).astimezone(zone)
    sentence = translate("Groups", "La location de «\u00a0{title}\u00a0» ouvre à {hour}.")
    if opens.date() != unit.now.astimezone(zone).date():
        sentence = translate("Groups", "La location de «\u00a0{title}\u00a0» est le {day}, à {start}.")
    sentence = sentence.format(
        title=booking.title, hour=time_text(opens), day=day_text(starts.date()), start=time_text(starts)
    )
    return Refused(
        "group_early", sentence, (Remedy("open_booking", translate("Groups", "Voir la location"), booking.id),)
    )


def _over(unit: Unit, booking: Booking) -> Refused:
    ended = booking.ends_at.astimezone(unit.site.timezone)
    sentence = translate("Groups", "La location de «\u00a0{title}\u00a0» est finie depuis {hour}.")
    if ended.date() != unit.now.astimezone(unit.site.timezone).date():
        sentence = translate("Groups", "La location de «\u00a0{title}\u00a0» est finie depuis le {day}.")
    return Refused(
        "group_over", sentence.format(title=booking.title, hour=time_text(ended), day=day_text(ended.date()))
    )


def _cancelled(booking: Booking) -> Refused:
    sentence = translate("Groups", "La location de «\u00a0{title}\u00a0» a été annulée.")
    return Refused("group_cancelled", sentence.format(title=booking.title))


def nobody_left() -> Refused:
    """Nobody of that group is counted any more."""
    return Refused("nobody", translate("Groups", "Plus personne de ce groupe n’est compté."))


def _outcome(
    unit: Unit, seating: Seating, verdict: Verdict, booking: Booking, crowd: Crowd, code: str = ""
) -> ScanOutcome:
    inside = people_of(crowd) + _by_name(unit, booking)
    place = seating.place_name(booking.space_id, None)
    words = translate("Groups", "{count} sur {people} personnes annoncées")
    if not booking.people:
        words = translate("Groups", "{count} personnes") if inside != 1 else translate("Groups", "1 personne")
    notice = ""
    if verdict is Verdict.IN and 0 < booking.people < inside:
        notice = translate("Groups", "Plus de monde que prévu\u00a0: {people} personnes étaient annoncées.")
    remedies: tuple[Remedy, ...] = ()
    if verdict is Verdict.IN:
        remedies = (
            Remedy("group_out_instead", translate("Groups", "C’est une sortie"), booking.id),
            Remedy("group_undo", translate("Groups", "Annuler"), booking.id),
        )
    greeting = Greeting(
        booking.title, words.format(count=inside, people=booking.people), place, first_name=booking.title,
        notice=notice.format(people=booking.people), remedies=remedies,
    )  # fmt: skip
    return ScanOutcome(verdict, code, unit.now, greeting=greeting, group=GroupCount(booking.id, inside, booking.people))
