"""Any room for so many until an hour: what was asked in words, and the rooms that answer."""

from __future__ import annotations

from datetime import datetime, time

import pytest

from desk.bookings import BookingRequest
from desk.errors import Refused
from desk.finder import FoundKind
from desk.room_search import RoomAsked, asked_room
from models.bookings import BookingKind
from models.catalogue import PriceCategory
from tests.support.house import PARIS, SmallHouse

STANDARD = PriceCategory.STANDARD


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("salle 12 18h", RoomAsked(12, time(18))),
        ("une salle pour 12 personnes jusqu’à 18:30", RoomAsked(12, time(18, 30))),
        ("18h salle 4", RoomAsked(4, time(18))), ("Salles 8", RoomAsked(8, None)),
        ("room 6 17h15", RoomAsked(6, time(17, 15))),
        ("salle", None), ("12 18h", None), ("salle 0", None), ("salle 12 25h", None), ("salle 12 18h75", None),
        ("salle 99999", None), ("", None),
    ],
)  # fmt: skip
def test_what_is_asked_is_understood(text: str, asked: RoomAsked | None) -> None:
    assert asked_room(text) == asked
    if asked is not None:
        assert RoomAsked.from_code(asked.code) == asked


def test_the_box_offers_it(house: SmallHouse) -> None:
    found = house.desk.finder.find("salle 12 18h")[0]
    assert (found.kind, found.title) == (FoundKind.ROOMS, "Une salle pour 12, jusqu’à 18:00")


def test_only_rooms_that_are_free_and_large_enough_the_cheapest_first(house: SmallHouse) -> None:
    rooms = house.desk.rooms.find(12, time(18), STANDARD)
    assert not isinstance(rooms, Refused)
    assert [(room.space_id, room.seats) for room in rooms] == [("pow-wow", 16), ("agora", 22)]
    until = datetime(2026, 11, 24, 17, tzinfo=PARIS)
    house.desk.bookings.hold(
        BookingRequest("pow-wow", until, until.replace(hour=18), BookingKind.HOUSE, "Réunion")
    )  # fmt: skip
    for hour, wanted in ((18, ["agora"]), (17, ["pow-wow", "agora"])):
        rooms = house.desk.rooms.find(12, time(hour), STANDARD)
        assert not isinstance(rooms, Refused)
        assert [room.space_id for room in rooms] == wanted
    assert house.desk.rooms.find(12, time(23), STANDARD) == ()


def test_what_cannot_be_is_told(house: SmallHouse) -> None:
    many = house.desk.rooms.find(60, time(18), STANDARD)
    assert isinstance(many, Refused)
    assert many.code == "too_many"
    past = house.at(12).desk.rooms.find(4, time(11), STANDARD)
    assert isinstance(past, Refused)
    assert past.code == "past"
    closed = house.at(19, 30).desk.rooms.find(4, time(20), STANDARD)
    assert isinstance(closed, Refused)
    assert closed.code == "closing"
