"""Reading a calendar that another program wrote: nothing of it is trusted, and what is wrong gets a sentence.

Bytes, entries and dates are bounded; a rule without an end is followed for a year and said so.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from desk.bookings import TITLE_LIMIT
from desk.calendars.writing import KIND, SPACE
from desk.errors import EnvironmentFault, Refused
from desk.language import translate
from desk.names import tidy
from models.bookings import BookingKind

_BROKEN = (ValueError, LookupError, AttributeError, TypeError, RecursionError, OverflowError, OSError)
"""What the library raises for what is no calendar; the last for a time zone that names a folder of zones ("Europe")."""
MOST_BYTES = 5_000_000
MOST_ENTRIES = 3_000
LONGEST_TITLE = TITLE_LIMIT
LONGEST = timedelta(days=366)
"""Another tool may say that an office is let for a year: more than the desk itself holds at once, and no more."""
_YEARS = (1990, 2100)


@dataclass(frozen=True)
class Entry:
    """An entry of the file. Times are by the wall of the site; `problem` says why it cannot be imported.

    `skipped` are the dates of the rule that the file takes out, `moved` those it puts elsewhere, with their new times
    and title. `exact` are the instants of an entry that names its zone, right even in the hour that comes twice.
    `place` is the space as the file names it, `space_id` the one that a desk like this one wrote.
    """

    number: int
    uid: str = ""
    title: str = ""
    place: str = ""
    space_id: str = ""
    kind: BookingKind = BookingKind.HOUSE
    starts: datetime = datetime.min
    ends: datetime = datetime.min
    rule: str = ""
    recurrence: datetime | None = None
    skipped: frozenset[datetime] = frozenset()
    moved: dict[datetime, Entry] = field(default_factory=dict)
    exact: tuple[datetime, datetime] | None = None
    problem: str = ""


@dataclass(frozen=True)
class CalendarFile:
    """A file as it was read."""

    name: str
    sha256: str
    entries: tuple[Entry, ...]


class _BadEntryError(Exception):
    """An entry that cannot be used; its text is the sentence."""


def read(path: Path, zone: ZoneInfo) -> CalendarFile | Refused:
    """The entries of a calendar file; raises `EnvironmentFault` when the file itself cannot be read."""
    try:
        # Not its size as the folder tells it: a device has none, and never ends.
        with path.open("rb") as file:
            data = file.read(MOST_BYTES + 1)
    except OSError as error:
        raise EnvironmentFault(
            translate("Calendars", "Le fichier {file} ne peut pas être lu.").format(file=path.name),
            safe=translate("Calendars", "Rien n’a été modifié."),
            todo=translate("Calendars", "Vérifiez qu’il existe encore et que ce compte peut le lire."),
            code="read",
        ) from error
    return parsed(data, path.name, zone)


def parsed(data: bytes, name: str, zone: ZoneInfo) -> CalendarFile | Refused:
    """The entries in `data`."""
    if len(data) > MOST_BYTES:
        return Refused("too_big", translate("Calendars", "Ce fichier est trop gros pour un calendrier de salles."))
    if b"BEGIN:VCALENDAR" not in data[:4096].upper():
        return Refused("not_calendar", translate("Calendars", "Ce fichier n’est pas un calendrier iCalendar (.ics)."))
    if data.upper().count(b"BEGIN:VEVENT") > MOST_ENTRIES:
        sentence = translate("Calendars", "Ce calendrier a plus de {most} entrées\u00a0: coupez-le en plusieurs.")
        return Refused("too_many", sentence.format(most=MOST_ENTRIES))
    from icalendar import Calendar

    try:
        found = Calendar.from_ical(data, multiple=True)
        events = [event for calendar in found for event in calendar.walk("VEVENT")]
    except _BROKEN:
        sentence = translate("Calendars", "Ce calendrier est abîmé ou incomplet\u00a0: il ne peut pas être lu.")
        return Refused("damaged", sentence)
    if not events:
        return Refused("empty", translate("Calendars", "Ce calendrier ne contient aucune réservation."))
    entries = [_entry(number, event, zone) for number, event in enumerate(events, 1)]
    return CalendarFile(name, hashlib.sha256(data).hexdigest(), _gathered(entries))


def _gathered(entries: list[Entry]) -> tuple[Entry, ...]:
    """Entries that move one date of a series join that series."""
    masters = {entry.uid: entry for entry in entries if entry.recurrence is None and entry.rule and not entry.problem}
    found = []
    for entry in entries:
        master = masters.get(entry.uid)
        if entry.recurrence is None or entry.problem or master is None:
            found.append(entry)
        else:
            master.moved[entry.recurrence] = entry
    return tuple(found)


def _entry(number: int, event: Any, zone: ZoneInfo) -> Entry:
    title = tidy(_text(event, "SUMMARY"), LONGEST_TITLE)
    try:
        return _read(number, event, zone, title)
    except _BadEntryError as bad:
        return Entry(number, title=title, problem=str(bad))
    except _BROKEN:
        # The library meets a broken value only when it is looked at.
        problem = translate("Calendars", "Une date ou une heure de cette entrée n’en est pas une.")
        return Entry(number, title=title, problem=problem)


def _read(number: int, event: Any, zone: ZoneInfo, title: str) -> Entry:
    if _text(event, "STATUS").upper() == "CANCELLED":
        raise _BadEntryError(translate("Calendars", "Elle est annulée dans l’autre outil."))
    if event.errors:
        pattern = translate("Calendars", "Sa ligne «\u00a0{name}\u00a0» ne se lit pas.")
        raise _BadEntryError(pattern.format(name=str(event.errors[0][0])[:40]))
    if "DTSTART" not in event:
        raise _BadEntryError(translate("Calendars", "Elle n’a pas de début."))
    if "RDATE" in event:
        raise _BadEntryError(
            translate("Calendars", "Ses dates sont données une par une (RDATE)\u00a0: ce n’est pas lu.")
        )
    starts = _moment(event["DTSTART"], zone)
    ends = _end(event, starts, zone)
    rule = event.get("RRULE")
    if isinstance(rule, list):
        raise _BadEntryError(translate("Calendars", "Elle revient par deux règles à la fois."))
    if rule is not None and not rule.to_ical():
        raise _BadEntryError(translate("Calendars", "Sa répétition ne se lit pas."))
    recurrence = _moment(event["RECURRENCE-ID"], zone) if "RECURRENCE-ID" in event else None
    place = tidy(_text(event, "LOCATION"), LONGEST_TITLE)
    known = {kind.value: kind for kind in BookingKind}
    return Entry(
        number, _text(event, "UID")[:LONGEST_TITLE] or _made_up(starts, ends, title, place),
        title or translate("Calendars", "Sans titre"), place, _text(event, SPACE),
        known.get(_text(event, KIND), BookingKind.HOUSE), starts, ends,
        rule.to_ical().decode() if rule is not None else "", recurrence, _skipped(event, zone),
        exact=_exact(event),
    )  # fmt: skip


def _exact(event: Any) -> tuple[datetime, datetime] | None:
    starts, ends = event["DTSTART"].dt, getattr(event.get("DTEND"), "dt", None)
    if not (isinstance(starts, datetime) and isinstance(ends, datetime) and starts.tzinfo and ends.tzinfo):
        return None
    return starts.astimezone(UTC), ends.astimezone(UTC)


def _text(event: Any, name: str) -> str:
    value = event.get(name, "")
    return str(value[0] if isinstance(value, list) else value)


def _made_up(starts: datetime, ends: datetime, title: str, place: str) -> str:
    """An identifier for an entry without one: the same entry has the same tomorrow."""
    known = "\n".join((starts.isoformat(), ends.isoformat(), title, place))
    return hashlib.sha256(known.encode()).hexdigest()[:32] + "@import"


def _moment(value: Any, zone: ZoneInfo) -> datetime:
    """A time of the file by the wall of the site; a time without a zone is the site's own."""
    return _wall(value.dt, zone, str(value.params.get("TZID", "")))


def _wall(moment: date | datetime, zone: ZoneInfo, named: str) -> datetime:
    if not isinstance(moment, datetime):
        local = datetime.combine(moment, time(0))
    elif moment.tzinfo is not None:
        local = moment.astimezone(zone).replace(tzinfo=None, fold=0)
    elif named:
        pattern = translate(
            "Calendars", "Son fuseau horaire «\u00a0{zone}\u00a0» est inconnu, et le fichier ne le dit pas."
        )
        raise _BadEntryError(pattern.format(zone=named[:60]))
    else:
        local = moment.replace(fold=0)
    if not _YEARS[0] <= local.year <= _YEARS[1]:
        raise _BadEntryError(translate("Calendars", "Son année n’est pas plausible."))
    return local.replace(microsecond=0)


def _end(event: Any, starts: datetime, zone: ZoneInfo) -> datetime:
    """Its end, its length, or a whole day for a date alone."""
    if "DTEND" in event:
        ends = _moment(event["DTEND"], zone)
    elif "DURATION" in event:
        ends = starts + event["DURATION"].dt
    elif not isinstance(event["DTSTART"].dt, datetime):
        ends = starts + timedelta(days=1)
    else:
        raise _BadEntryError(translate("Calendars", "Elle n’a ni fin ni durée."))
    if ends <= starts:
        raise _BadEntryError(translate("Calendars", "Sa fin ne vient pas après son début."))
    if ends - starts > LONGEST:
        raise _BadEntryError(translate("Calendars", "Elle dure plus d’un an."))
    return ends


def _skipped(event: Any, zone: ZoneInfo) -> frozenset[datetime]:
    lists = event.get("EXDATE", [])
    found = set()
    for one in lists if isinstance(lists, list) else [lists]:
        named = str(one.params.get("TZID", ""))
        found |= {_wall(item.dt, zone, named) for item in one.dts}
    return frozenset(found)


def horizon(now: datetime, zone: ZoneInfo) -> datetime:
    """Until when a rule without an end is followed: a year from now, by the wall."""
    return (now.astimezone(UTC) + timedelta(days=366)).astimezone(zone).replace(tzinfo=None)
