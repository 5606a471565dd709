"""Extending, moving, shortening, renaming a booking: one date of it, or a whole series by the wall clock."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from itertools import pairwise
from zoneinfo import ZoneInfo

from desk.bookings import paid, refusals
from desk.bookings.acts import Memory, answer, in_the_way, settle, step_aside
from desk.bookings.holding import LONGEST, REASON_LIMIT, TITLE_LIMIT, house_closed, senseless, shut, taken
from desk.bookings.listing import left_its_place
from desk.bookings.records import brief, facts, series_facts, space_name
from desk.bookings.scopes import Chosen, chosen, wall
from desk.bookings.series import local, wall_times
from desk.bookings.values import BookingEdit, BookingRequest, BookingsChanged, Scope, minutes_after
from desk.errors import Refused
from desk.formats import day_time
from desk.ids import new_id
from desk.language import translate
from desk.names import tidy
from desk.recurrence import Rule, moved, span
from desk.work import Unit
from models.bookings import Booking, BookingSeries
from models.journal import Stream
from models.spaces import Space

_Places = dict[str, tuple[datetime, datetime]]
OVERTIME = timedelta(hours=2)
"""How long after its end a booking may still be extended: its people are late to leave."""


def edit(unit: Unit, booking_id: str, change: BookingEdit, scope: Scope) -> BookingsChanged | Refused:
    """Change a booking, or a whole series, in one act; nothing changes when one of the new places is taken."""
    found = chosen(unit, booking_id, scope)
    if isinstance(found, Refused):
        return found
    if found.series is None:
        return _edit_one(unit, found.row, change)
    return _edit_series(unit, found, found.series, change)


# --- one booking ---------------------------------------------------------------------------------------------


def _wanted(row: Booking, change: BookingEdit) -> BookingRequest:
    """The booking as it would be. Moved and nothing more said, it lasts as long as before."""
    starts = change.starts_at or row.starts_at
    ends = change.ends_at or starts + (row.ends_at - row.starts_at)
    if change.starts_at is not None and change.ends_at is None:
        ends = minutes_after(starts, round((row.ends_at - row.starts_at).total_seconds() / 60))
    return BookingRequest(
        change.space_id or row.space_id, starts, ends, row.kind, _or(change.title, row.title),
        row.people if change.people is None else change.people, row.member_id, row.organisation_id, row.sale_id,
        row.set_up_minutes if change.set_up_minutes is None else change.set_up_minutes,
        row.clean_up_minutes if change.clean_up_minutes is None else change.clean_up_minutes,
        tidy(change.override_reason, REASON_LIMIT),
    )  # fmt: skip


def _or(text: str | None, other: str) -> str:
    return tidy(text or "", TITLE_LIMIT) or other


def _edit_one(unit: Unit, row: Booking, change: BookingEdit) -> BookingsChanged | Refused:
    wanted = _wanted(row, change)
    refused = _too_late(unit, row, wanted) or senseless(wanted, _longest(row)) or _obstacle(unit, row, wanted)
    if refused is not None:
        return refused
    before = facts(unit, row)
    memory = Memory([row])
    row.space_id, row.starts_at, row.ends_at = wanted.space_id, wanted.starts_at, wanted.ends_at
    row.title, row.people = wanted.title, wanted.people
    row.set_up_minutes, row.clean_up_minutes = wanted.set_up_minutes, wanted.clean_up_minutes
    row.override_reason = wanted.override_reason or row.override_reason
    unit.session.flush()
    unit.record(Stream.OPERATIONS, "booking.changed", facts(unit, row) | {"before": before})
    act = memory.keep(unit, "changed")
    return answer(unit, act, [row.id], _told(unit, row))


def _longest(row: Booking) -> timedelta:
    """How long it may last: one that came from another calendar may be longer than what the desk makes, no more."""
    return max(LONGEST, row.ends_at - row.starts_at)


def _told(unit: Unit, row: Booking) -> str:
    zone = unit.site.timezone
    pattern = translate("Bookings", "{title}\u00a0: {space}, du {start} au {end}.")
    told = pattern.format(
        title=row.title, space=space_name(unit, row.space_id),
        start=day_time(row.starts_at.astimezone(zone)), end=day_time(row.ends_at.astimezone(zone)),
    )  # fmt: skip
    settled = paid.consequence(unit.session, unit.site, row)
    return f"{told} {settled}" if settled else told


def _too_late(unit: Unit, row: Booking, wanted: BookingRequest) -> Refused | None:
    """The past stays as it was."""
    if row.ends_at + OVERTIME < unit.now:
        return Refused("ended", translate("Bookings", "Cette réservation est finie\u00a0: elle ne change plus."))
    if row.starts_at <= unit.now and (wanted.starts_at != row.starts_at or wanted.space_id != row.space_id):
        sentence = translate("Bookings", "Cette réservation a commencé\u00a0: seule sa fin peut encore changer.")
        return Refused("begun", sentence)
    if wanted.ends_at != row.ends_at and wanted.ends_at < unit.now:
        return Refused("past", translate("Bookings", "Cette fin est déjà passée."))
    return None


def _obstacle(unit: Unit, row: Booking, wanted: BookingRequest) -> Refused | None:
    space = unit.session.get(Space, wanted.space_id)
    if space is None:
        return refusals.no_space()
    elsewhere = wanted.space_id != row.space_id
    if elsewhere and (closed := shut(unit.session, space)) is not None:
        return closed
    shorter = row.starts_at <= wanted.starts_at and wanted.ends_at <= row.ends_at
    if not shorter and (closed := house_closed(unit, wanted)) is not None:
        return closed
    return taken(unit, space, wanted, {row.id})


# --- a series ------------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class _Course:
    """What a series becomes: its hours by the wall, how far each date moves, where and with what margins."""

    rule: Rule
    delta: timedelta
    lasting: timedelta
    space_id: str
    set_up: int
    clean_up: int


def _edit_series(unit: Unit, found: Chosen, series: BookingSeries, change: BookingEdit) -> BookingsChanged | Refused:
    course = _course(unit, found, series, change)
    if isinstance(course, Refused):
        return course
    zone = unit.site.timezone
    places = {row.id: _place(row, course, zone) for row in found.live}
    refused = _series_obstacle(unit, found, course, places, change)
    if refused is not None:
        return refused
    before = series_facts(unit, series)
    rows = [*found.live, *found.later]
    memory = Memory(rows, [series])
    step_aside(unit, found.live)
    target = _target(unit, found, series, course, change)
    if target is not series:
        memory.made(series=[target])
    _rearrange(unit, rows, target, course, places)
    settle(unit, found.live)
    body = series_facts(unit, target) | {"before": before, "bookings": [brief(row) for row in found.live]}
    unit.record(Stream.OPERATIONS, "series.changed", body)
    act = memory.keep(unit, "series_changed")
    pattern = translate("Bookings", "{title}, dates changées\u00a0: {count}.")
    sentence = pattern.format(title=target.title, count=len(found.live))
    return answer(unit, act, [row.id for row in found.live], sentence)


def _course(unit: Unit, found: Chosen, series: BookingSeries, change: BookingEdit) -> _Course | Refused:
    zone = unit.site.timezone
    row, (_, lasting) = found.row, wall_times(series)
    before = local(row.starts_at, zone)
    after = before if change.starts_at is None else local(change.starts_at, zone)
    if change.ends_at is not None:
        lasting = local(change.ends_at, zone) - after
    delta = after - before
    days = (wall(row) + delta).date() - wall(row).date()
    rule = moved(Rule(series.rule), days.days)
    if rule is None:
        sentence = translate(
            "Bookings",
            "Le jour de cette série vient de sa règle\u00a0: annulez-la à partir d’ici, et faites-en une autre.",
        )
        return Refused("rule_day", sentence)
    set_up = series.set_up_minutes if change.set_up_minutes is None else change.set_up_minutes
    clean_up = series.clean_up_minutes if change.clean_up_minutes is None else change.clean_up_minutes
    return _Course(rule, delta, lasting, change.space_id or series.space_id, set_up, clean_up)


def _place(row: Booking, course: _Course, zone: ZoneInfo) -> tuple[datetime, datetime]:
    """Where a date goes: by the wall, unless it had been moved on its own; then it keeps its own time."""
    if left_its_place(row.occurrence, row.starts_at, zone):
        return row.starts_at, row.ends_at
    return span(wall(row) + course.delta, course.lasting, zone)


def _series_obstacle(
    unit: Unit, found: Chosen, course: _Course, places: _Places, change: BookingEdit
) -> Refused | None:
    space = unit.session.get(Space, course.space_id)
    if space is None:
        return refusals.no_space()
    if (closed := shut(unit.session, space)) is not None:
        return closed
    model = replace(
        _wanted(found.row, change), space_id=course.space_id, set_up_minutes=course.set_up,
        clean_up_minutes=course.clean_up,
    )  # fmt: skip
    held = []
    for row in sorted(found.live, key=lambda date: places[date.id]):
        first, last = places[row.id]
        one = replace(model, starts_at=first, ends_at=last)
        within = row.starts_at <= first and last <= row.ends_at
        refused = senseless(one, _longest(row)) or (None if within else house_closed(unit, one))
        if refused is not None:
            return refused
        if first <= unit.now:
            return Refused("past", translate("Bookings", "Une des dates tomberait dans le passé."))
        held.append((space.id, minutes_after(first, -course.set_up), minutes_after(last, course.clean_up)))
    if any(after[1] < before[2] for before, after in pairwise(held)):
        return Refused("itself", translate("Bookings", "Deux dates de la série se recouvriraient."))
    obstacles = in_the_way(unit, held, set(places))
    if not obstacles:
        return None
    pattern = translate("Bookings", "Dates prises\u00a0: {count} sur {total}. {why}")
    return Refused("taken", pattern.format(count=len(obstacles), total=len(held), why=obstacles[0]))


def _target(unit: Unit, found: Chosen, series: BookingSeries, course: _Course, change: BookingEdit) -> BookingSeries:
    """The series that the dates belong to from now on: the same, or a new one when others stay as they were."""
    target = series
    starts = wall(found.live[0]) + course.delta
    last = datetime.fromisoformat(series.last) + course.delta
    if found.earlier:
        target = BookingSeries(
            id=new_id(), kind=series.kind, member_id=series.member_id, organisation_id=series.organisation_id,
            expected=series.expected, title=series.title, people=series.people, made_at=unit.now, uid="",
            import_id=series.import_id,
        )  # fmt: skip
        series.last = str(found.earlier[-1].occurrence)
        unit.session.add(target)
    target.space_id, target.rule = course.space_id, course.rule.text
    target.starts, target.ends = starts.isoformat(), (starts + course.lasting).isoformat()
    target.last = last.isoformat()
    target.title = _or(change.title, series.title)
    target.people = series.people if change.people is None else change.people
    target.set_up_minutes, target.clean_up_minutes = course.set_up, course.clean_up
    unit.session.flush()
    return target


def _rearrange(
    unit: Unit,
    rows: list[Booking],
    target: BookingSeries,
    course: _Course,
    places: _Places,
) -> None:
    """Write every date in its new place; while they move, none of them claims an occurrence."""
    walls = {row.id: wall(row) + course.delta for row in rows}
    for row in rows:
        row.occurrence = None
    unit.session.flush()
    for row in rows:
        row.series_id, row.occurrence = target.id, walls[row.id].isoformat()
        row.space_id, row.title, row.people = target.space_id, target.title, target.people
        row.set_up_minutes, row.clean_up_minutes = course.set_up, course.clean_up
        first, last = places.get(row.id) or span(walls[row.id], course.lasting, unit.site.timezone)
        row.starts_at, row.ends_at = first, last
    unit.session.flush()
