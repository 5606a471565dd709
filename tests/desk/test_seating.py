"""Seats: the usual room first, then any open space, never two on one, and no one is refused for want of a seat."""

from __future__ import annotations

from desk.checkin import Verdict
from desk.errors import Refused
from tests.support.house import SmallHouse

NBSP = "\u00a0"


def _seats(house: SmallHouse) -> dict[str, str]:
    return {person.name: person.seat_id or person.space_id for person in house.desk.presence.now().people}


def test_the_usual_room_then_any_open_space_then_none(house: SmallHouse) -> None:
    for number in range(4):
        house.scan(house.member(f"N{number} Essai", usual="bureau-1"))
    assert _seats(house) == {
        "N0 Essai": "bureau-1-1", "N1 Essai": "bureau-1-2", "N2 Essai": "bureau-1-3", "N3 Essai": "la-place-1",
    }  # fmt: skip
    for number in range(4, 4 + 13 + 16 + 6):
        house.scan(house.member(f"N{number} Essai"))
    assert len(set(_seats(house).values())) == 3 + 14 + 16 + 6
    with_room = house.scan(house.member("Plein Usuel", usual="bureau-1"))
    without = house.scan(house.member("Plein Rien"))
    lost = house.scan(house.member("Plein Perdu", usual="a room that is gone"))
    assert [o.verdict for o in (with_room, without, lost)] == [Verdict.IN] * 3
    assert (_seats(house)["Plein Usuel"], _seats(house)["Plein Rien"]) == ("bureau-1", "")
    assert house.desk.presence.now().count == 39 + 3


def test_a_seat_that_is_left_is_given_again(house: SmallHouse) -> None:
    one, two = house.member("Ana A"), house.member("Bob B")
    house.scan(one)
    house.later(minutes=1).scan(one)
    assert _seats(house.later(minutes=1)) == {}
    house.scan(two)
    assert _seats(house) == {"Bob B": "la-place-1"}


def test_someone_is_seated_elsewhere_from_the_plan(house: SmallHouse) -> None:
    first = house.scan(house.member("Ana A"))
    second = house.scan(house.member("Bob B"))
    seat = house.desk.checkin.seat
    assert seat(first.visit_id, "les-toits", "les-toits-4") is None
    assert seat(first.visit_id, "les-toits", "les-toits-4") is None
    assert seat(second.visit_id, "les-toits", "les-toits-4") == Refused("taken", "Cette place est prise par Ana A.")
    assert seat(second.visit_id, "salon", "les-toits-4") == Refused("no_seat", "Cette place n’existe pas sur le plan.")
    nowhere = seat(second.visit_id, "nowhere", None)
    assert nowhere == Refused("no_space", "Cet espace n’est pas sur le plan.")
    assert seat(second.visit_id, "salon", None) is None
    assert _seats(house) == {"Ana A": "les-toits-4", "Bob B": "salon"}
    house.later(minutes=1).desk.checkin.leave(second.visit_id)
    gone = seat(second.visit_id, "salon", None)
    assert gone == Refused("not_inside", "Cette personne n’est plus dans la maison.")
    assert house.verify().ok
