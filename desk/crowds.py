"""Crowds: participants of an event or a rental are counted, so that the head-count and the roll call are true.

A crowd ends when somebody says so, or by itself some time after its event; its largest count then becomes the event's
number of participants, unless somebody typed one. A rental's is fed by its code too (`desk.groups`).
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from desk.bus import Topic
from desk.clock import midnight_after
from desk.errors import Refused
from desk.formats import time as time_text
from desk.headcount import LINGERS, count_inside, horizon, is_counted
from desk.language import translate
from desk.rights import Act, anyone, needs
from desk.seating import Seating
from desk.work import Unit, Work
from models.bookings import Booking, BookingKind, Event
from models.crowds import Crowd
from models.history import bookings_reaching
from models.journal import Stream
from models.prepared import Prepared
from models.site import Site

COUNTED = frozenset({BookingKind.EVENT, BookingKind.RENTAL})
"""Whose participants are a number: those of a member's booking come in by name."""


@dataclass(frozen=True)
class CrowdInside:
    """A crowd that is in: of what, how many, where, since when (aware, site's zone)."""

    booking_id: str
    title: str
    people: int
    space_id: str
    place: str
    floor: str
    since: datetime

    @property
    def words(self) -> str:
        """The crowd as a list names it: "Mardi de Casaco : 22 personnes"."""
        return crowd_words(self.title, self.people)


@dataclass(frozen=True)
class EventCrowd:
    """An event of today and its count; instants aware, in the site's zone.

    `ends_by_itself` is when the crowd stops being counted if nobody says anything. `is_counted` is false before the
    first count and once it has ended. `over` is how many people the house holds beyond its safety limit.
    """

    booking_id: str
    title: str
    space_id: str
    space: str
    starts_at: datetime
    ends_at: datetime
    ends_by_itself: datetime
    expected: int
    people: int = 0
    peak: int = 0
    is_counted: bool = False
    over: int = 0


@dataclass(frozen=True)
class CrowdEnded:
    """A crowd that is no longer counted since `at` (aware, site's zone); `participants` is what its event now says.

    `is_cancelled` when its event is not over but cancelled.
    """

    booking_id: str
    title: str
    people: int
    at: datetime
    participants: int | None
    is_cancelled: bool = False


def crowd_words(title: str, people: int) -> str:
    """A crowd in words."""
    if people == 1:
        return translate("Crowds", "{title}\u00a0: 1 personne").format(title=title)
    return translate("Crowds", "{title}\u00a0: {people} personnes").format(title=title, people=people)


_COUNTED = Prepared(
    select(Crowd.booking_id, Booking.title, Crowd.people, Booking.space_id, Crowd.since)
    .join(Booking, Booking.id == Crowd.booking_id)
    .where(*is_counted(), Crowd.people > 0)
    .order_by(Booking.starts_at)
)


def inside(session: Session, site: Site, seating: Seating, now: datetime) -> tuple[CrowdInside, ...]:
    """The crowds that are in at `now`, the event that began first before the others."""
    return tuple(
        CrowdInside(
            booking_id, title, people, space_id, seating.place_name(space_id, None), seating.floor_of(space_id),
            since.astimezone(site.timezone),
        )
        for booking_id, title, people, space_id, since in _COUNTED.all(session, horizon=horizon(now))
    )  # fmt: skip


class Crowds:
    """Counting those whom nobody scans. Every method is one transaction."""

    def __init__(self, work: Work, seating: Seating) -> None:
        self._work = work
        self._seating = seating

    def of_today(self) -> tuple[EventCrowd, ...]:
        """The events that can be counted now: those of today that are not over, in the order they begin."""
        with self._work.read() as session:
            site, now = self._work.site(session), self._work.clock.now()
            over, end = horizon(now), midnight_after(now, site.timezone)
            found = session.execute(
                select(Booking, Crowd)
                .outerjoin(Crowd, Crowd.booking_id == Booking.id)
                .where(Booking.kind == BookingKind.EVENT, bookings_reaching(over, over - timedelta(days=1), end))
                .order_by(Booking.starts_at, Booking.id)
            )
            return tuple(self._listed(site, booking, crowd) for booking, crowd in found)

    def of_booking(self, booking_id: str) -> EventCrowd | None:
        """The count of one event or rental of today; None when it cannot be counted now."""
        with self._work.read() as session:
            site, now = self._work.site(session), self._work.clock.now()
            booking = session.get(Booking, booking_id)
            if booking is None or booking.kind not in COUNTED or booking.cancelled_at is not None:
                return None
            if booking.ends_at <= horizon(now) or booking.starts_at >= midnight_after(now, site.timezone):
                return None
            return self._listed(site, booking, session.get(Crowd, booking_id))

    def objection(self, booking_id: str) -> Refused | None:
        """Why the crowd of a booking cannot be counted now, None when it can."""
        with self._work.read() as session:
            booking = session.get(Booking, booking_id)
            found = _countable(booking, self._work.site(session), self._work.clock.now())
            return found if isinstance(found, Refused) else None

    @needs(Act.LET_IN)
    def add(self, booking_id: str, step: int) -> EventCrowd | Refused:
        """Some people more (or fewer, below zero) in the crowd of an event."""
        with self._work.write() as unit:
            found = self._countable(unit, booking_id)
            if isinstance(found, Refused):
                return found
            booking, crowd = found
            return self._counted(unit, booking, crowd, people_of(crowd) + step)

    @needs(Act.LET_IN)
    def count(self, booking_id: str, people: int) -> EventCrowd | Refused:
        """The crowd of an event, counted or corrected: `people` are there now."""
        with self._work.write() as unit:
            found = self._countable(unit, booking_id)
            if isinstance(found, Refused):
                return found
            return self._counted(unit, *found, people)

    @needs(Act.LET_IN)
    def end(self, booking_id: str) -> CrowdEnded | Refused:
        """Somebody says that the crowd has left. Counting it again takes this back, while the event lasts."""
        with self._work.write() as unit:
            crowd = unit.session.get(Crowd, booking_id)
            if crowd is None or crowd.ended_at is not None:
                return Refused("not_counted", translate("Crowds", "Ce public n’est plus compté."))
            return _end(unit, unit.session.get_one(Booking, booking_id), crowd, unit.now, supposed=False)

    @anyone(Act.HOUSEKEEPING)
    def end_due(self) -> tuple[CrowdEnded, ...]:
        """End the crowds whose event is over or cancelled, recorded as supposed; the answer is those that had people.

        Nothing is written when nothing is due: call it each minute.
        """
        if not self._is_due():
            return ()
        with self._work.write() as unit:
            ended = []
            for booking, crowd in _due(unit.session, unit.site, unit.now):
                at = booking.cancelled_at or booking.ends_at + LINGERS
                ended.append(_end(unit, booking, crowd, min(at, unit.now), supposed=True))
            return tuple(crowd for crowd in ended if crowd.people)

    # --- inside a unit of work -------------------------------------------------------------------------------

    def _is_due(self) -> bool:
        with self._work.read() as session:
            return bool(_due(session, self._work.site(session), self._work.clock.now()))

    def _countable(self, unit: Unit, booking_id: str) -> tuple[Booking, Crowd | None] | Refused:
        booking = _countable(unit.session.get(Booking, booking_id), unit.site, unit.now)
        return booking if isinstance(booking, Refused) else (booking, unit.session.get(Crowd, booking_id))

    def _counted(self, unit: Unit, booking: Booking, crowd: Crowd | None, people: int) -> EventCrowd | Refused:
        counted = note_people(unit, booking, crowd, people)
        if isinstance(counted, Refused):
            return counted
        unit.session.flush()
        over = max(0, count_inside(unit.session, unit.now) - unit.site.safety_limit)
        return replace(self._listed(unit.site, booking, counted), over=over)

    def _listed(self, site: Site, booking: Booking, crowd: Crowd | None) -> EventCrowd:
        zone = site.timezone
        return EventCrowd(
            booking.id, booking.title, booking.space_id, self._seating.place_name(booking.space_id, None),
            booking.starts_at.astimezone(zone), booking.ends_at.astimezone(zone),
            (booking.ends_at + LINGERS).astimezone(zone), booking.people, people_of(crowd),
            0 if crowd is None else crowd.peak, crowd is not None and crowd.ended_at is None,
        )  # fmt: skip


def note_people(unit: Unit, booking: Booking, crowd: Crowd | None, people: int, *, by: str = "") -> Crowd | Refused:
    """So many are there now, whatever the limit, for the roll call must be true; `by` is what counted them."""
    refused = _absurd(unit.site, people)
    if refused is not None:
        return refused
    if crowd is None:
        crowd = Crowd(booking_id=booking.id, people=0, peak=0, since=unit.now, supposed=False, fed=False)
        unit.session.add(crowd)
    _take_back_the_end(unit, crowd)
    crowd.people = people
    crowd.peak = max(crowd.peak, people)
    facts = _facts(booking, crowd) | ({"by": by} if by else {})
    unit.record(Stream.OPERATIONS, "crowd.counted", facts)
    unit.changed(Topic.VISITS, Topic.BOOKINGS)
    return crowd


def people_of(crowd: Crowd | None) -> int:
    """How many are there: nobody before the first count, nor once the crowd has left."""
    return 0 if crowd is None or crowd.ended_at is not None else crowd.people


def _absurd(site: Site, people: int) -> Refused | None:
    if people < 0:
        return Refused("negative", translate("Crowds", "Il n’y a déjà plus personne dans ce public."))
    if people > site.safety_limit:
        sentence = translate("Crowds", "{people} personnes, c’est plus que la maison n’en peut contenir ({limit}).")
        return Refused("absurd", sentence.format(people=people, limit=site.safety_limit))
    return None


def _due(session: Session, site: Site, now: datetime) -> list[tuple[Booking, Crowd]]:
    """The crowds still open whose event is over, cancelled, or put off to another day."""
    found = session.execute(
        select(Booking, Crowd).join(Crowd, Crowd.booking_id == Booking.id).where(Crowd.ended_at.is_(None))
    ).all()
    over, midnight = horizon(now), midnight_after(now, site.timezone)
    return [(b, c) for b, c in found if b.ends_at <= over or b.starts_at >= midnight or b.cancelled_at is not None]


def _countable(booking: Booking | None, site: Site, now: datetime) -> Booking | Refused:
    """The booking, when its people are counted at `now`."""
    if booking is None or booking.kind not in COUNTED:
        return Refused("no_event", translate("Crowds", "Ce moment collectif n’a pas lieu."))
    if booking.cancelled_at is not None:
        sentence = translate("Crowds", "{title} est annulé\u00a0: son public n’est plus compté.")
        return Refused("no_event", sentence.format(title=booking.title))
    if booking.starts_at >= midnight_after(now, site.timezone):
        return Refused("not_today", translate("Crowds", "{title} n’est pas aujourd’hui.").format(title=booking.title))
    if booking.ends_at <= horizon(now):
        sentence = translate("Crowds", "{title} est fini depuis {hour}\u00a0: son public n’est plus compté.")
        hour = time_text(booking.ends_at.astimezone(site.timezone))
        return Refused("over", sentence.format(title=booking.title, hour=hour))
    return booking


def _end(unit: Unit, booking: Booking, crowd: Crowd, at: datetime, *, supposed: bool) -> CrowdEnded:
    # A clock set back must not end a crowd before it was first counted.
    crowd.ended_at, crowd.supposed = max(at, crowd.since), supposed
    event = unit.session.scalar(select(Event).where(Event.booking_id == booking.id))
    unit.record(
        Stream.OPERATIONS, "crowd.ended", {**_facts(booking, crowd), "at": at.isoformat(), "supposed": supposed}
    )
    if event is not None and event.participants is None and crowd.peak:
        event.participants, crowd.fed = crowd.peak, True
        _record_participants(unit, event)
    unit.changed(Topic.VISITS, Topic.BOOKINGS)
    told = event.participants if event is not None else None
    at, is_cancelled = at.astimezone(unit.site.timezone), booking.cancelled_at is not None
    return CrowdEnded(booking.id, booking.title, crowd.people, at, told, is_cancelled)


def _take_back_the_end(unit: Unit, crowd: Crowd) -> None:
    """A crowd counted again had not left; the number that its end gave to the event is taken back too."""
    crowd.ended_at, crowd.supposed = None, False
    if crowd.fed:
        event = unit.session.scalars(select(Event).where(Event.booking_id == crowd.booking_id)).one()
        if event.participants == crowd.peak:
            event.participants = None
            _record_participants(unit, event)
        crowd.fed = False


def _record_participants(unit: Unit, event: Event) -> None:
    body = {"schema": 1, "event": event.id, "title": event.title, "participants": event.participants, "from": "crowd"}
    unit.record(Stream.OPERATIONS, "event.counted", body)


def _facts(booking: Booking, crowd: Crowd) -> dict[str, object]:
    return {
        "schema": 1, "booking": booking.id, "title": booking.title, "space": booking.space_id,
        "people": crowd.people, "peak": crowd.peak,
    }  # fmt: skip
