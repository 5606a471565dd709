"""Forgotten check-outs, proposed at closing and at the next opening: somebody states when each person left, or says
that they are still there. Nothing is ended without that word, and what was stated is marked as supposed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, time

from sqlalchemy import select

from desk import corrections, exits
from desk.checkin import Checkin
from desk.clock import local_instant
from desk.crowds import CrowdInside, inside
from desk.errors import Refused
from desk.formats import day_time
from desk.language import translate
from desk.rights import Act, needs
from desk.seating import Seating, is_inside
from desk.work import Unit, Work
from models.lending import Loan
from models.site import Site
from models.visits import Visit


@dataclass(frozen=True)
class StillIn:
    """Someone whose exit nobody saw; instants aware, in the site's zone.

    `sign` is when they were last known to be there, `proposed` the exit to suppose. `is_forgotten`: the house has
    opened again since.
    """

    visit_id: str
    name: str
    place: str
    since: datetime
    sign: datetime
    proposed: datetime
    is_forgotten: bool


@dataclass(frozen=True)
class DayEnd:
    """Who is in, the longest there first, with the exits proposed; the crowds; the hour that proposes itself."""

    hour: time
    people: tuple[StillIn, ...]
    crowds: tuple[CrowdInside, ...]


class Departures:
    """The end of the day. Every method is one transaction."""

    def __init__(self, work: Work, checkin: Checkin, seating: Seating) -> None:
        self._work = work
        self._checkin = checkin
        self._seating = seating

    def day_end(self, hour: time | None = None) -> DayEnd:
        """Who is still in; the exits proposed are at the local `hour` of each one's day, at closing when not given."""
        with self._work.read() as session:
            site, now = self._work.site(session), self._work.clock.now()
            found = session.scalars(select(Visit).where(*is_inside()).order_by(Visit.entered_at, Visit.name))
            people = tuple(self._still_in(site, visit, hour, now) for visit in found)
            crowds = inside(session, site, self._seating, now)
            return DayEnd(hour or _usual_hour(site, people, now), people, crowds)

    def is_closing_time(self) -> bool:
        """Whether closing hour has passed and people are still in, or things that should be back are out.

        Whoever leaves the desk is asked about them.
        """
        with self._work.read() as session:
            site, now = self._work.site(session), self._work.clock.now()
            local = now.astimezone(site.timezone)
            if site.opening <= local.time() < site.closing:
                return False
            if session.scalar(select(Visit.id).where(*is_inside()).limit(1)) is not None:
                return True
            return (
                session.scalar(select(Loan.id).where(Loan.returned_at.is_(None), Loan.due_at <= now).limit(1))
                is not None
            )

    @needs(Act.LET_IN)
    def note_left(self, stated: Mapping[str, datetime]) -> tuple[str, ...] | Refused:
        """Each visit ended at the instant stated (aware), all or none; the answer names those that were still open.

        Whoever has checked out meanwhile keeps the exit that was seen.
        """
        with self._work.write() as unit:
            visits = [visit for key in stated if (visit := corrections.open_visit(unit.session, key)) is not None]
            for visit in visits:
                refused = _impossible(unit, visit, stated[visit.id])
                if refused is not None:
                    return refused
            for visit in visits:
                self._checkin.suppose_left(unit, visit, stated[visit.id])
            return tuple(visit.id for visit in visits)

    @needs(Act.LET_IN)
    def note_still_here(self, visit_id: str) -> Refused | None:
        """Somebody sees the person: the visit goes on, and is no forgotten one until the house opens again."""
        with self._work.write() as unit:
            visit = corrections.open_visit(unit.session, visit_id)
            if visit is None:
                return corrections.not_inside()
            self._checkin.seen_inside(unit, visit)
            return None

    def _still_in(self, site: Site, visit: Visit, hour: time | None, now: datetime) -> StillIn:
        zone = site.timezone
        return StillIn(
            visit.id, visit.name, self._seating.place_name(visit.space_id, visit.seat_id),
            visit.entered_at.astimezone(zone), exits.last_sign(visit).astimezone(zone),
            exits.at_hour(site, visit, hour or site.closing, now).astimezone(zone),
            exits.is_forgotten(site, visit, now),
        )  # fmt: skip


def _usual_hour(site: Site, people: tuple[StillIn, ...], now: datetime) -> time:
    """Closing hour; before it, when everyone came today, the present: the house closes early."""
    local = now.astimezone(site.timezone)
    closing = local_instant(local.date(), site.closing, site.timezone)
    if now < closing and all(person.sign.date() == local.date() for person in people):
        return local.time().replace(second=0, microsecond=0)
    return site.closing


def _impossible(unit: Unit, visit: Visit, at: datetime) -> Refused | None:
    """Why nobody can have left then."""
    sign, zone = exits.last_sign(visit), unit.site.timezone
    if at < sign:
        sentence = translate("Departures", "{name} était encore là le {when}\u00a0: le départ ne peut pas être avant.")
        return Refused("before", sentence.format(name=visit.name, when=day_time(sign.astimezone(zone))))
    if at > max(unit.now, sign):
        sentence = translate(
            "Departures", "Le {when} n’est pas encore passé\u00a0: {name} ne peut pas en être parti·e."
        )
        return Refused("to_come", sentence.format(name=visit.name, when=day_time(at.astimezone(zone))))
    return None
