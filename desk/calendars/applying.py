"""Writing what a calendar brought, whole or not at all, and taking the whole of it back."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import delete, func, select
from sqlalchemy.orm import Session

from desk.bookings.holding import overlapping
from desk.bookings.records import brief
from desk.bus import Topic
from desk.calendars.preview import CalendarPreview, PlannedEntry
from desk.errors import Refused
from desk.ids import new_id
from desk.language import translate
from desk.plan_editing.days import off_plan
from desk.work import Unit
from models.bookings import Booking, BookingImport, BookingKind, BookingSeries, Event
from models.crowds import Crowd
from models.journal import Stream
from models.visits import Visit


@dataclass(frozen=True)
class CalendarImported:
    """What an import wrote, and what it left out."""

    id: str
    bookings: int
    known: int
    faulty: int


@dataclass(frozen=True)
class CalendarListed:
    """An import of the past that can still be taken back; `at` is aware, UTC."""

    id: str
    at: datetime
    file_name: str
    bookings: int


def apply(unit: Unit, preview: CalendarPreview, *, rest: bool) -> CalendarImported | Refused:
    """Write the good entries in this unit; with `rest` false only when nothing of the file is left out."""
    if unit.session.get(BookingImport, preview.id) is not None:
        return Refused("already", translate("Calendars", "Cet import est déjà fait."))
    if not rest and not preview.is_whole:
        return Refused("faulty", translate("Calendars", "Tout n’est pas importable\u00a0: rien n’a été importé."))
    if not preview.good:
        return Refused("nothing", translate("Calendars", "Il n’y a rien à importer."))
    planned = [line.planned for line in preview.good if line.planned is not None]
    if _changed_since(unit, planned):
        sentence = translate("Calendars", "Les réservations ont changé depuis cet aperçu\u00a0: regardez-le à nouveau.")
        return Refused("changed", sentence)
    faulty = len(preview.faulty) + sum(bool(line.left_out) for line in preview.good)
    done = CalendarImported(preview.id, preview.bookings, len(preview.known), faulty)
    unit.session.add(
        BookingImport(
            id=preview.id, at=unit.now, file_name=preview.file_name, bookings=done.bookings, known=done.known,
            faulty=done.faulty,
        )
    )  # fmt: skip
    unit.session.flush()
    rows = [row for one in planned for row in _rows(unit, one, preview.id)]
    unit.session.flush()
    _events(unit, rows)
    body = {
        "schema": 1, "import": preview.id, "file_sha256": preview.sha256, "bookings": [brief(row) for row in rows],
        "known": done.known, "faulty": done.faulty,
    }  # fmt: skip
    unit.record(Stream.OPERATIONS, "bookings.imported", body)
    unit.changed(Topic.BOOKINGS)
    return done


def _changed_since(unit: Unit, planned: list[PlannedEntry]) -> bool:
    """Whether somebody booked one of these places since the preview."""
    return any(
        overlapping(unit.session, one.space_id, date.starts_at, date.ends_at) is not None
        or off_plan(unit.session, unit.site, one.space_id, date.starts_at, date.ends_at) is not None
        for one in planned
        for date in one.dates
        if not date.reason
    )


def _rows(unit: Unit, planned: PlannedEntry, import_id: str) -> list[Booking]:
    entry = planned.entry
    series_id = None
    if planned.rule and planned.last is not None:
        series = BookingSeries(
            id=new_id(), space_id=planned.space_id, rule=planned.rule, starts=entry.starts.isoformat(),
            ends=entry.ends.isoformat(), last=planned.last.isoformat(), kind=entry.kind, title=entry.title,
            people=0, made_at=unit.now, uid=entry.uid, import_id=import_id,
        )  # fmt: skip
        unit.session.add(series)
        unit.session.flush()
        series_id = series.id
    rows = [
        Booking(
            id=new_id(), space_id=planned.space_id, starts_at=date.starts_at, ends_at=date.ends_at, kind=entry.kind,
            title=date.title, people=0, made_at=unit.now, set_up_minutes=0, clean_up_minutes=0, series_id=series_id,
            occurrence=None if date.wall is None else date.wall.isoformat(), override_reason="",
            uid=entry.uid if series_id is None else "", import_id=import_id,
        )
        for date in planned.dates
        if not date.reason
    ]  # fmt: skip
    unit.session.add_all(rows)
    return rows


def _events(unit: Unit, rows: list[Booking]) -> None:
    for row in rows:
        if row.kind is BookingKind.EVENT:
            unit.session.add(Event(id=new_id(), booking_id=row.id, title=row.title, expected=row.people))
    unit.session.flush()


# --- taking back ---------------------------------------------------------------------------------------------


def listed(session: Session, limit: int) -> tuple[CalendarListed, ...]:
    """The last imports that were not taken back, the newest first."""
    rows = session.scalars(
        select(BookingImport).where(BookingImport.undone_at.is_(None)).order_by(BookingImport.at.desc()).limit(limit)
    )
    return tuple(CalendarListed(row.id, row.at, row.file_name, row.bookings) for row in rows)


def undo(unit: Unit, import_id: str) -> int | Refused:
    """Take the whole import back; the answer is how many bookings went. Refused once one of them was lived."""
    batch = unit.session.get(BookingImport, import_id)
    if batch is None or batch.undone_at is not None:
        sentence = translate("Calendars", "Cet import n’est plus là\u00a0: il a déjà été annulé.")
        return Refused("no_import", sentence)
    mine = Booking.import_id == import_id
    counted = (
        select(Event.id).join(Booking, Booking.id == Event.booking_id).where(mine, Event.participants.is_not(None))
    )
    lived = select(Booking.id).where(mine, Booking.arrived_at.is_not(None) | Booking.sale_id.is_not(None))
    crowded = select(Crowd.booking_id).join(Booking, Booking.id == Crowd.booking_id).where(mine)
    # An annulled visit counts too: it stays in the database, and with it the booking that it was for.
    visited = select(Visit.id).join(Booking, Booking.id == Visit.booking_id).where(mine)
    if any(unit.session.scalar(found.limit(1)) for found in (counted, lived, crowded, visited)):
        sentence = translate(
            "Calendars", "Quelqu’un est venu pour une de ces réservations\u00a0: l’import ne s’annule plus en entier."
        )
        return Refused("lived", sentence)
    gone = unit.session.scalar(select(func.count()).select_from(Booking).where(mine)) or 0
    batch.undone_at = unit.now
    unit.session.flush()
    theirs = select(Booking.id).where(mine)
    options = {"synchronize_session": False}
    unit.session.execute(delete(Event).where(Event.booking_id.in_(theirs)), execution_options=options)
    unit.session.execute(delete(Booking).where(mine), execution_options=options)
    still = select(Booking.series_id).where(Booking.series_id.is_not(None))
    series = delete(BookingSeries).where(BookingSeries.import_id == import_id, BookingSeries.id.not_in(still))
    unit.session.execute(series, execution_options=options)
    body = {"schema": 1, "import": import_id, "bookings": gone}
    unit.record(Stream.OPERATIONS, "bookings.import_undone", body)
    unit.changed(Topic.BOOKINGS)
    return gone
