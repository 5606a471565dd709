"""Gestures that the scenes of this room share."""

from __future__ import annotations

import json
from datetime import datetime, timedelta
from typing import Any, TypeVar

from desk.bookings import BookingKind, BookingRequest
from desk.errors import Refused
from tests.support.house import PARIS, SmallHouse

Answer = TypeVar("Answer")


def paris(text: str) -> datetime:
    """An instant by the wall clock of the site: "2026-11-24T10:00"."""
    return datetime.fromisoformat(text).replace(tzinfo=PARIS)


def wish(
    start: str, minutes: int = 60, space: str = "calumet", kind: BookingKind = BookingKind.HOUSE, **more: Any
) -> BookingRequest:
    """A space wanted from a local time for so many minutes of the wall clock."""
    begins = paris(start)
    return BookingRequest(
        space, begins, begins + timedelta(minutes=minutes), kind, more.pop("title", "Atelier"), **more
    )


def done(answer: Answer | Refused) -> Answer:
    """The answer of an act that must not be refused."""
    assert not isinstance(answer, Refused), answer.sentence
    return answer


def no(answer: object) -> str:
    """The code of an act that must be refused."""
    assert isinstance(answer, Refused), answer
    assert answer.sentence
    return answer.code


def starts(house: SmallHouse, *ids: str) -> list[str]:
    """When bookings begin, by the wall, those cancelled in brackets."""
    found = []
    for booking_id in ids:
        listed = house.desk.bookings.get(booking_id)
        assert listed is not None
        text = listed.starts_at.strftime("%m-%d %H:%M")
        gone = house.value("SELECT cancelled_at FROM booking WHERE id = ?", booking_id)
        found.append(text if gone is None else f"({text})")
    return found


def last_record(house: SmallHouse, kind: str) -> dict[str, Any]:
    """The body of the last record of a kind."""
    rows = house.rows("SELECT body FROM journal WHERE kind = ? ORDER BY sequence DESC LIMIT 1", kind)
    body: dict[str, Any] = json.loads(rows[0][0])  # type: ignore[arg-type]
    return body
