"""Acts on bookings that can be taken back: what each found is kept for as long as the undo delay, and no longer."""

from __future__ import annotations

import json
from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import delete, select, update

from desk.bookings.holding import overlapping, taken_sentence
from desk.bookings.listing import these
from desk.bookings.records import brief
from desk.bookings.values import BookingsChanged, Charge
from desk.bus import Topic
from desk.errors import Refused
from desk.ids import new_id
from desk.language import translate
from desk.plan_editing.days import off_plan
from desk.work import Unit
from models.base import instant_text
from models.bookings import Booking, BookingAct, BookingSeries
from models.journal import Stream

# No act on a booking sets `arrived_at`: taking one back leaves an arrival as it was noted.
_TIMES = ("starts_at", "ends_at", "cancelled_at", "released_at")
_PLAIN = (
    "space_id", "title", "people", "set_up_minutes", "clean_up_minutes", "series_id", "occurrence", "override_reason",
)  # fmt: skip
_OF_SERIES = ("space_id", "rule", "starts", "ends", "last", "title", "people", "set_up_minutes", "clean_up_minutes")


class Memory:
    """What an act finds before it changes anything; `keep` writes it down so that the act can be taken back."""

    def __init__(self, bookings: Iterable[Booking] = (), series: Iterable[BookingSeries] = ()) -> None:
        self._found: dict[str, Any] = {
            "bookings": {row.id: _snapshot(row) for row in bookings},
            "series": {row.id: {name: getattr(row, name) for name in _OF_SERIES} for row in series},
            "made": [],
            "made_series": [],
        }

    def made(self, bookings: Iterable[Booking] = (), series: Iterable[BookingSeries] = ()) -> None:
        """Name the rows that the act itself brought."""
        self._found["made"] += [row.id for row in bookings]
        self._found["made_series"] += [row.id for row in series]

    def keep(self, unit: Unit, kind: str) -> str:
        """Write it down in this unit; the answer is the act's id. What is older than the delay is forgotten."""
        act = BookingAct(id=new_id(), at=unit.now, kind=kind, before=json.dumps(self._found, ensure_ascii=False))
        forget_old(unit)
        unit.session.add(act)
        unit.session.flush()
        unit.changed(Topic.BOOKINGS)
        return act.id


def forget_old(unit: Unit) -> int:
    """Delete the acts that are past the delay, inside `unit`: they hold titles. The answer is how many there were."""
    past = delete(BookingAct).where(BookingAct.at < unit.now - _delay(unit))
    return unit.session.connection().execute(past).rowcount


def _snapshot(row: Booking) -> dict[str, Any]:
    times = {name: None if (at := getattr(row, name)) is None else instant_text(at) for name in _TIMES}
    return times | {name: getattr(row, name) for name in _PLAIN}


def _delay(unit: Unit) -> timedelta:
    return timedelta(minutes=unit.site.undo_minutes)


def answer(unit: Unit, act_id: str, ids: Iterable[str], sentence: str, charge: Charge | None = None) -> BookingsChanged:
    """The value of an act that was done."""
    zone = unit.site.timezone
    until = (unit.now + _delay(unit)).astimezone(zone)
    return BookingsChanged(act_id, until, these(unit.session, zone, ids), sentence, charge)


def step_aside(unit: Unit, rows: list[Booking]) -> None:
    """Let the rows of one act hold nothing while they are rearranged: the database looks at each one as it changes.

    `settle` puts them back; nobody sees the moment between, which is inside one transaction.
    """
    unit.session.flush()
    for row in rows:
        if row.cancelled_at is None:
            row.cancelled_at = unit.now
    unit.session.flush()


def settle(unit: Unit, rows: list[Booking]) -> None:
    """Write the rows in their new places, then let each of them hold its own."""
    unit.session.flush()
    for row in rows:
        row.cancelled_at = None
    unit.session.flush()


def in_the_way(unit: Unit, rows: Iterable[tuple[str, datetime, datetime]], but: set[str]) -> list[str]:
    """A sentence for each place (space, held from, held until) that a booking other than `but` has already.

    Or that is not on the plan of its day.
    """
    unit.session.flush()
    obstacles = []
    for space, start, end in rows:
        if (gone := off_plan(unit.session, unit.site, space, start, end)) is not None:
            obstacles.append(gone.sentence)
        elif (other := overlapping(unit.session, space, start, end, but)) is not None:
            obstacles.append(taken_sentence(unit.site, other))
    return obstacles


def undo(unit: Unit, act_id: str) -> BookingsChanged | Refused:
    """Take an act back: everything is again as it was found, or nothing changes and the refusal says why."""
    act = unit.session.get(BookingAct, act_id)
    if act is None or act.at < unit.now - _delay(unit):
        return Refused("too_late", translate("Bookings", "Il est trop tard pour annuler cet acte."))
    found = json.loads(act.before)
    touched = {*found["bookings"], *found["made"]}
    if _touched_since(unit, act, touched):
        return Refused("changed", translate("Bookings", "Cette réservation a encore changé depuis."))
    if any(row.sale_id is not None for row in _rows(unit, set(found["made"]))):
        # What has no booking any more would still be paid, and nobody would know.
        sentence = translate("Bookings", "Cette réservation a été encaissée depuis\u00a0: annulez-la à son panneau.")
        return Refused("paid", sentence)
    obstacles = in_the_way(unit, (_held(values) for values in found["bookings"].values() if _holds(values)), touched)
    if obstacles:
        return Refused("taken", obstacles[0])
    rows = _rows(unit, touched)
    step_aside(unit, rows)
    held = [row for row in rows if row.id in found["bookings"] and _restored(row, found["bookings"][row.id])]
    settle(unit, held)
    for series_id, values in found["series"].items():
        unit.session.execute(update(BookingSeries).where(BookingSeries.id == series_id).values(**values))
    unit.session.flush()
    used = select(Booking.series_id).where(Booking.series_id.is_not(None))
    made = BookingSeries.id.in_(found["made_series"])
    unit.session.execute(delete(BookingSeries).where(made, BookingSeries.id.not_in(used)))
    unit.session.execute(delete(BookingAct).where(BookingAct.id == act.id))
    unit.session.expire_all()
    body = {"schema": 1, "act": act_id, "kind": act.kind, "bookings": [brief(row) for row in rows]}
    unit.record(Stream.OPERATIONS, "booking.act_undone", body)
    unit.changed(Topic.BOOKINGS)
    return answer(unit, act_id, touched, translate("Bookings", "C’est annulé\u00a0: tout est comme avant."))


def _holds(values: dict[str, Any]) -> bool:
    return values["cancelled_at"] is None


def _held(values: dict[str, Any]) -> tuple[str, datetime, datetime]:
    """The place that a booking of a snapshot would take again."""
    starts, ends = (datetime.fromisoformat(values[name]) for name in ("starts_at", "ends_at"))
    set_up, clean_up = (timedelta(minutes=values[f"{name}_minutes"]) for name in ("set_up", "clean_up"))
    return values["space_id"], starts - set_up, ends + clean_up


def _touched_since(unit: Unit, act: BookingAct, touched: set[str]) -> bool:
    later = select(BookingAct).where(BookingAct.at >= act.at, BookingAct.id > act.id)
    for other in unit.session.scalars(later):
        found = json.loads(other.before)
        if touched & {*found["bookings"], *found["made"]}:
            return True
    return False


def _rows(unit: Unit, ids: set[str]) -> list[Booking]:
    listed = sorted(ids)
    return [
        row
        for at in range(0, len(listed), 500)
        for row in unit.session.scalars(select(Booking).where(Booking.id.in_(listed[at : at + 500])))
    ]


def _restored(row: Booking, values: dict[str, Any]) -> bool:
    """Put everything back but the hold itself; the answer is whether the row held its space."""
    for name in _TIMES:
        if name != "cancelled_at":
            setattr(row, name, None if values[name] is None else datetime.fromisoformat(values[name]))
    for name in _PLAIN:
        setattr(row, name, values[name])
    if values["cancelled_at"] is not None:
        row.cancelled_at = datetime.fromisoformat(values["cancelled_at"])
    return values["cancelled_at"] is None
