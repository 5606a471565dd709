"""What the journal keeps of a booking: everything that was agreed, in words and not only in identifiers."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import bindparam, select

from desk.work import Unit
from models.bookings import Booking, BookingSeries
from models.organisations import Organisation
from models.people import Member
from models.prepared import Prepared
from models.spaces import Space

_SPACE = Prepared(select(Space.name).where(Space.id == bindparam("id")))
_MEMBER = Prepared(select(Member.number).where(Member.id == bindparam("id")))
_ORGANISATION = Prepared(select(Organisation.name).where(Organisation.id == bindparam("id")))


def facts(unit: Unit, booking: Booking) -> dict[str, object]:
    """A booking as it is, for a record of its own."""
    body: dict[str, object] = {
        "schema": 2, "booking": booking.id, **_about(unit, booking), "from": _iso(booking.starts_at),
        "until": _iso(booking.ends_at),
    }  # fmt: skip
    if booking.override_reason:
        body["override_reason"] = booking.override_reason
    if booking.series_id:
        body |= {"series": booking.series_id, "occurrence": booking.occurrence}
    if booking.sale_id:
        body["sale"] = booking.sale_id
    return body


def series_facts(unit: Unit, series: BookingSeries) -> dict[str, object]:
    """A series as it is: its rule, its hours by the wall, and for whom."""
    return {
        "schema": 2, "series": series.id, **_about(unit, series), "rule": series.rule, "starts": series.starts,
        "ends": series.ends, "last": series.last, "expected": series.expected,
    }  # fmt: skip


def brief(booking: Booking) -> dict[str, object]:
    """Where and when, for the lists inside the record of an act on several bookings."""
    return {
        "booking": booking.id, "space": booking.space_id, "from": _iso(booking.starts_at),
        "until": _iso(booking.ends_at), "title": booking.title,
    }  # fmt: skip


def space_name(unit: Unit, space_id: str) -> str:
    """What a space is called."""
    return str(_word(unit, _SPACE, space_id))


def _about(unit: Unit, what: Booking | BookingSeries) -> dict[str, object]:
    body: dict[str, object] = {
        "space": what.space_id, "space_name": _word(unit, _SPACE, what.space_id), "kind": what.kind.value,
        "title": what.title, "people": what.people,
    }  # fmt: skip
    if what.set_up_minutes or what.clean_up_minutes:
        body |= {"set_up_minutes": what.set_up_minutes, "clean_up_minutes": what.clean_up_minutes}
    if what.member_id:
        body["member"] = _word(unit, _MEMBER, what.member_id)
    if what.organisation_id:
        body["organisation"] = _word(unit, _ORGANISATION, what.organisation_id)
    return body


def _word(unit: Unit, asked: Prepared, identifier: str) -> str | int:
    """The name or number behind an identifier; what this unit has just made is written first."""
    row = asked.first(unit.session, id=identifier)
    if row is None:
        unit.session.flush()
        row = asked.first(unit.session, id=identifier)
    found: str | int = "" if row is None else row[0]
    return found


def _iso(moment: datetime) -> str:
    return moment.isoformat()
