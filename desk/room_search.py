""" "Any room for twelve until six": what was asked in a few words, and the rooms that answer it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from sqlalchemy import select

from desk.errors import Refused
from desk.language import translate
from desk.names import searchable
from desk.rentals import Rentals
from desk.tax_sides import BasketRead
from desk.work import Work
from models.catalogue import PriceCategory
from models.spaces import Space

USUAL = timedelta(hours=2)
_ROOM = re.compile(r"\b(?:salles?|rooms?|pieces?)\b")
_PEOPLE = re.compile(r"\b(\d{1,3})\b(?!\s*[h:])")
_HOUR = re.compile(r"\b(\d{1,2})\s*(?:h|:)\s*(\d{2})?")


@dataclass(frozen=True)
class RoomAsked:
    """A room for so many people, until a local hour (none: the usual two hours)."""

    people: int
    until: time | None

    @property
    def code(self) -> str:
        """The same as a short text, for a view to carry."""
        return f"{self.people}@{self.until.isoformat('minutes') if self.until else ''}"

    @classmethod
    def from_code(cls, code: str) -> RoomAsked:
        """What `code` was made from."""
        people, _, until = code.partition("@")
        return cls(int(people), time.fromisoformat(until) if until else None)


@dataclass(frozen=True)
class FreeRoom:
    """A room that is free for all the time asked: its seats (0: nobody counted them), its price for the category."""

    space_id: str
    name: str
    seats: int
    starts_at: datetime
    ends_at: datetime
    free_until: datetime
    read: BasketRead


def asked_room(text: str) -> RoomAsked | None:
    """What "salle 12 18h" or "une salle pour 12 personnes jusqu'à 18:00" asks for, None when it is no such thing."""
    # The colon of an hour is punctuation, which `searchable` would take away.
    words = searchable(re.sub(r"(\d)\s*:\s*(\d)", r"\1h\2", text))
    if not _ROOM.search(words):
        return None
    hour = _HOUR.search(words)
    people = _PEOPLE.search(words if hour is None else words[: hour.start()] + " " + words[hour.end() :])
    if people is None or not int(people[1]):
        return None
    until = None
    if hour is not None:
        hours, minutes = int(hour[1]), int(hour[2] or 0)
        if hours > 23 or minutes > 59:
            return None
        until = time(hours, minutes)
    return RoomAsked(int(people[1]), until)


class RoomSearch:
    """Finding a room by how many come and until when."""

    def __init__(self, work: Work, rentals: Rentals) -> None:
        self._work = work
        self._rentals = rentals

    def find(
        self, people: int, until: time | None, category: PriceCategory, day: date | None = None
    ) -> tuple[FreeRoom, ...] | Refused:
        """The rooms with enough seats, free from now (on another day, the opening) until then, cheapest first."""
        with self._work.read() as session:
            zone = self._work.site(session).timezone
            rows = session.execute(
                select(Space.id, Space.seats)
                .where(Space.rentable, Space.closed_note == "", Space.seats >= max(people, 1))
                .order_by(Space.seats, Space.name)
            ).all()
        if not rows:
            sentence = translate("RoomSearch", "Aucune salle n’a {people} places.")
            return Refused("too_many", sentence.format(people=people))
        found: list[FreeRoom] = []
        refused: Refused | None = None
        for space_id, seats in rows:
            window = self._rentals.window(space_id, day)
            if isinstance(window, Refused):
                refused = window
                continue
            start, free_until = (at.astimezone(zone) for at in window)
            end = datetime.combine(start.date(), until, tzinfo=zone) if until else min(start + USUAL, free_until)
            if end <= start:
                return Refused("past", translate("RoomSearch", "Cette heure est déjà passée."))
            if end > free_until:
                continue
            quote = self._rentals.quote(space_id, start, end, category, people)
            if not isinstance(quote, Refused):
                found.append(FreeRoom(space_id, quote.space, seats, start, end, free_until, quote.read))
        if not found and refused is not None and refused.code in ("closing", "house_closed"):
            return refused
        return tuple(sorted(found, key=lambda room: (room.read.gross_cents, room.seats, room.name)))
