"""Scenes at the door: bookings of today, managers and facilitators, guests let in by name."""

from __future__ import annotations

from datetime import date, datetime

from desk.bookings import BookingRequest
from desk.errors import Refused
from desk.guests import GuestComing, Why
from desk.override import Insistence
from desk.verdicts import ScanOutcome
from desk.work import Operator
from models.bookings import BookingKind
from models.staff import Role
from tests.support.house import PARIS, TUESDAY, CardHolder, SmallHouse

PIN = "4821"


def book(
    house: SmallHouse, first: int, last: int, kind: BookingKind = BookingKind.EVENT, *, title: str = "Mardi de Casaco",
    space: str = "agora", member: CardHolder | None = None, day: date = TUESDAY,
) -> str:  # fmt: skip
    """Hold a space from an hour to another; the answer is the booking."""
    starts, ends = (datetime(day.year, day.month, day.day, hour, tzinfo=PARIS) for hour in (first, last))
    request = BookingRequest(space, starts, ends, kind, title, 8, member_id=member.id if member else None)
    booked = house.desk.bookings.hold(request)
    assert isinstance(booked, str), booked
    return booked


def comes(
    house: SmallHouse, name: str, why: Why, subject: str = "", contact: str = "", by: Insistence | None = None
) -> ScanOutcome | Refused:
    """A guest gives a name at the desk."""
    return house.desk.door.guests.let_in(GuestComing(name, why, subject, contact), by)


def came(
    house: SmallHouse, name: str, why: Why, subject: str = "", contact: str = "", by: Insistence | None = None
) -> ScanOutcome:
    """The same, for one who must come in."""
    answer = comes(house, name, why, subject, contact, by)
    assert isinstance(answer, ScanOutcome), answer
    return answer


def held_by_manager(house: SmallHouse, name: str = "Odile Essai") -> str:
    """A manager holds the desk; the answer is their id."""
    return _held(house, name, Role.MANAGER)


def held_by_facilitator(house: SmallHouse, name: str = "Luc Essai") -> str:
    """Someone who is no manager holds the desk; the answer is a manager who is near, with the PIN."""
    manager = held_by_manager(house)
    _held(house, name, Role.FACILITATOR)
    return manager


def _held(house: SmallHouse, name: str, role: Role) -> str:
    house.desk.work.operator = Operator("setting", "Mise en place", is_manager=True)
    there = [person for person in house.desk.staff.everyone() if person.name == name]
    enrolled = there[0] if there else house.desk.staff.enrol(name, PIN, role)
    assert not isinstance(enrolled, Refused), enrolled
    house.desk.work.operator = Operator(enrolled.id, name, role is Role.MANAGER)
    return enrolled.id
