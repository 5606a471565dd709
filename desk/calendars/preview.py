"""What importing a calendar would do, entry by entry, before anything is written: right, already there, or faulty."""

from __future__ import annotations

from bisect import bisect_left, insort
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from functools import cached_property

from sqlalchemy import bindparam, select, text
from sqlalchemy.orm import Session

from desk.bookings.holding import overlapping, taken_sentence
from desk.bookings.values import Occurrence
from desk.calendars.reading import CalendarFile, Entry, horizon
from desk.errors import Refused
from desk.formats import day as day_text
from desk.formats import day_time
from desk.ids import new_id
from desk.language import translate
from desk.names import searchable
from desk.plan_editing.days import off_plan
from desk.progress import Tell, nobody
from desk.recurrence import dates, read_rule, span
from desk.wholes import in_each_others_way
from models.bookings import Booking, BookingSeries
from models.prepared import Prepared
from models.site import Site
from models.spaces import Space

MOST_DATES = 10_000
_OWN = "@casaco-desk"
# Asked for each entry: by the index of uids alone (in its own words), then by the id, never the two at once.
_OF_UID = (
    Prepared(select(Booking.id).where(Booking.uid == bindparam("uid"), text("uid <> ''")).limit(1)),
    Prepared(select(BookingSeries.id).where(BookingSeries.uid == bindparam("uid")).limit(1)),
)
_OF_ID = tuple(Prepared(select(table.id).where(table.id == bindparam("id"))) for table in (Booking, BookingSeries))


class EntryState(StrEnum):
    """What becomes of an entry: imported, skipped because the desk has it, or left out as faulty."""

    GOOD = "good"
    KNOWN = "known"
    FAULTY = "faulty"


@dataclass(frozen=True)
class PlannedDate:
    """One booking to be made. `wall` is where its rule put it, None for a single one; `reason` keeps it out."""

    wall: datetime | None
    starts_at: datetime
    ends_at: datetime
    title: str
    reason: str = ""


@dataclass(frozen=True)
class PlannedEntry:
    """What a good entry becomes: its space and dates; `rule` empty for a single booking, `last` its last wall time."""

    entry: Entry
    space_id: str
    dates: tuple[PlannedDate, ...]
    rule: str = ""
    last: datetime | None = None


@dataclass(frozen=True)
class CalendarLine:
    """An entry of the file (from 1): its state, the sentence that says why, and the dates of it that are left out."""

    number: int
    state: EntryState
    title: str
    when: datetime | None
    space: str
    reason: str = ""
    left_out: tuple[Occurrence, ...] = ()
    planned: PlannedEntry | None = None


@dataclass(frozen=True)
class CalendarPreview:
    """The file as it would be imported. `id` is that of the import, so that none happens twice.

    `places` are the names of spaces in the file that are on no plan: give each one to a space, and look again.
    """

    file_name: str
    sha256: str
    lines: tuple[CalendarLine, ...]
    places: tuple[str, ...]
    id: str = field(default_factory=new_id)

    @cached_property
    def good(self) -> tuple[CalendarLine, ...]:
        """The entries that would be imported."""
        return tuple(line for line in self.lines if line.state is EntryState.GOOD)

    @cached_property
    def known(self) -> tuple[CalendarLine, ...]:
        """The entries that the desk has already."""
        return tuple(line for line in self.lines if line.state is EntryState.KNOWN)

    @cached_property
    def faulty(self) -> tuple[CalendarLine, ...]:
        """The entries that cannot be imported, each with its reason."""
        return tuple(line for line in self.lines if line.state is EntryState.FAULTY)

    @property
    def bookings(self) -> int:
        """How many bookings would be made."""
        return sum(not one.reason for line in self.good if line.planned for one in line.planned.dates)

    @property
    def is_whole(self) -> bool:
        """Whether nothing of the file is left out but what is there already."""
        return not self.faulty and not any(line.left_out for line in self.lines)


def preview_of(
    session: Session, site: Site, file: CalendarFile, places: dict[str, str], now: datetime, tell: Tell = nobody
) -> CalendarPreview:
    """Compare the file with what is booked. `places` gives spaces to the names of the file that are on no plan."""
    judge = _Judge(session, site, places, now)
    lines = []
    for count, entry in enumerate(file.entries):
        lines.append(judge.judged(entry))
        if count % 50 == 0:
            tell(count / len(file.entries))
    return CalendarPreview(file.name, file.sha256, tuple(lines), tuple(sorted(judge.unknown)))


class _Judge:
    """Knows the spaces, what is booked, and the entries read so far."""

    def __init__(self, session: Session, site: Site, places: dict[str, str], now: datetime) -> None:
        self._session = session
        self._site = site
        self._zone = site.timezone
        self._spaces = {space.id: space.name for space in session.scalars(select(Space))}
        self._by_name = {searchable(name): space_id for space_id, name in self._spaces.items()}
        self._by_name |= {searchable(name): space_id for name, space_id in places.items() if space_id in self._spaces}
        self._others = in_each_others_way(session)
        self._held: dict[str, list[tuple[datetime, datetime, str]]] = {}
        self._seen: dict[str, int] = {}
        self._horizon = horizon(now, self._zone)
        self._left = MOST_DATES
        self.unknown: set[str] = set()

    def judged(self, entry: Entry) -> CalendarLine:
        """The line of an entry; a good one holds its dates against those after it."""
        if entry.problem:
            return CalendarLine(entry.number, EntryState.FAULTY, entry.title, None, entry.place, entry.problem)
        first, _ = span(entry.starts, entry.ends - entry.starts, self._zone)
        known = self._known(entry)
        if known:
            return CalendarLine(entry.number, EntryState.KNOWN, entry.title, first, entry.place, known)
        planned = self._planned(entry)
        if isinstance(planned, str):
            return CalendarLine(entry.number, EntryState.FAULTY, entry.title, first, entry.place, planned)
        self._seen[entry.uid] = entry.number
        space = self._spaces[planned.space_id]
        left_out = tuple(Occurrence(d.starts_at, d.ends_at, d.reason) for d in planned.dates if d.reason)
        if len(left_out) == len(planned.dates):
            return CalendarLine(
                entry.number, EntryState.FAULTY, entry.title, first, space, left_out[0].reason, left_out
            )
        return CalendarLine(
            entry.number, EntryState.GOOD, entry.title, first, space, self._note(entry, planned), left_out, planned
        )

    def _known(self, entry: Entry) -> str:
        """Why an entry is not new; empty when it is."""
        own = entry.uid.removesuffix(_OWN)
        asked = _OF_UID if own == entry.uid else (*_OF_UID, *_OF_ID)
        if any(one.first(self._session, uid=entry.uid, id=own) for one in asked):
            return translate("Calendars", "Elle est déjà dans Casaco Desk.")
        return ""

    def _planned(self, entry: Entry) -> PlannedEntry | str:
        if entry.uid in self._seen:
            pattern = translate("Calendars", "Le même identifiant est déjà à l’entrée {number}.")
            return pattern.format(number=self._seen[entry.uid])
        space_id = entry.space_id if entry.space_id in self._spaces else self._by_name.get(searchable(entry.place))
        if space_id is None:
            self.unknown.add(entry.place)
            if not entry.place:
                return translate("Calendars", "Elle ne dit pas quel espace elle prend.")
            pattern = translate("Calendars", "L’espace «\u00a0{place}\u00a0» n’est pas sur le plan.")
            return pattern.format(place=entry.place)
        if entry.recurrence is not None:
            return translate("Calendars", "Elle déplace une date d’une série qui n’est pas dans le fichier.")
        return self._repeated(entry, space_id) if entry.rule else self._single(entry, space_id)

    def _single(self, entry: Entry, space_id: str) -> PlannedEntry | str:
        first, last = entry.exact or span(entry.starts, entry.ends - entry.starts, self._zone)
        one = self._placed(space_id, PlannedDate(None, first, last, entry.title))
        return PlannedEntry(entry, space_id, (one,))

    def _repeated(self, entry: Entry, space_id: str) -> PlannedEntry | str:
        rule = read_rule(entry.rule, self._zone)
        found = rule if isinstance(rule, Refused) else dates(rule, entry.starts, horizon=self._bound(rule.is_endless))
        if isinstance(rule, Refused):
            return rule.sentence
        if isinstance(found, Refused):
            return found.sentence
        # By RFC 5545 the first start is a date of the series even when its rule does not say so.
        walls = [wall for wall in sorted({entry.starts, *found}) if wall not in entry.skipped]
        if not walls:
            return translate("Calendars", "Toutes ses dates sont annulées.")
        self._left -= len(walls)
        if self._left < 0:
            return translate("Calendars", "Ce fichier a trop de dates\u00a0: coupez-le en plusieurs.")
        made = tuple(self._placed(space_id, self._date(entry, wall)) for wall in walls)
        return PlannedEntry(entry, space_id, made, rule.text, walls[-1])

    def _bound(self, is_endless: bool) -> datetime | None:
        return self._horizon if is_endless else None

    def _date(self, entry: Entry, wall: datetime) -> PlannedDate:
        moved = entry.moved.get(wall)
        if moved is None:
            return PlannedDate(wall, *span(wall, entry.ends - entry.starts, self._zone), entry.title)
        return PlannedDate(wall, *span(moved.starts, moved.ends - moved.starts, self._zone), moved.title)

    def _placed(self, space_id: str, one: PlannedDate) -> PlannedDate:
        """The date with what stands against it; a free one is held from now on."""
        reason = self._obstacle(space_id, one)
        if reason:
            return PlannedDate(one.wall, one.starts_at, one.ends_at, one.title, reason)
        insort(self._held.setdefault(space_id, []), (one.starts_at, one.ends_at, one.title))
        return one

    def _obstacle(self, space_id: str, one: PlannedDate) -> str:
        gone = off_plan(self._session, self._site, space_id, one.starts_at, one.ends_at)
        if gone is not None:
            return gone.sentence
        other = overlapping(self._session, space_id, one.starts_at, one.ends_at)
        if other is not None:
            return taken_sentence(self._site, other)
        for near in (space_id, *self._others.get(space_id, ())):
            held = self._held.get(near, [])
            place = bisect_left(held, (one.ends_at,))
            if place and held[place - 1][1] > one.starts_at:
                pattern = translate("Calendars", "Elle recouvre «\u00a0{title}\u00a0», du même fichier, le {when}.")
                when = day_time(held[place - 1][0].astimezone(self._zone))
                return pattern.format(title=held[place - 1][2], when=when)
        return ""

    def _note(self, entry: Entry, planned: PlannedEntry) -> str:
        rule = read_rule(entry.rule, self._zone) if entry.rule else None
        if rule is None or isinstance(rule, Refused) or not rule.is_endless:
            return ""
        assert planned.last is not None
        pattern = translate("Calendars", "Sa répétition n’a pas de fin\u00a0: elle est suivie jusqu’au {day}.")
        return pattern.format(day=day_text(planned.last.date()))
