"""Who is in: one count over members and guests, and the roll call by floor."""

from __future__ import annotations

import json

from models.visits import Basis
from tests.support.house import SmallHouse


def test_one_list_of_members_and_guests_the_last_arrived_first(house: SmallHouse) -> None:
    house.scan(house.member("Ana A", usual="la-ruche"))
    house.later(minutes=10).sell_pass(guest="Zoé Visite")
    house.later(minutes=10).scan(house.member("Bob B", "book-10-days", units=2, usual="les-toits"))
    presence = house.desk.presence.now()
    assert (presence.count, presence.limit) == (3, 110)
    assert [(p.name, p.floor, p.basis) for p in presence.people] == [
        ("Bob B", "etage-2", Basis.BOOK), ("Zoé Visite", "rdc", Basis.DAY_PASS), ("Ana A", "etage-1", Basis.PLAN),
    ]  # fmt: skip
    assert [p.since.strftime("%H:%M") for p in presence.people] == ["09:20", "09:10", "09:00"]


def test_the_roll_call_names_everyone_by_floor(house: SmallHouse) -> None:
    names = [f"Personne{n} Essai" for n in range(45)]
    for name in names:
        house.scan(house.member(name))
    paper = house.desk.presence.roll_call()
    text = json.dumps(paper, default=lambda value: getattr(value, "__dict__", str(value)), ensure_ascii=False)
    assert all(name in text for name in names)
    assert "45" in text
    # 36 workstations in the open spaces, and the others without a known place.
    assert text.index("RDC") < text.index("1er étage") < text.index("2e étage") < text.index("Sans place connue")


def test_an_empty_house_has_a_roll_call_too(house: SmallHouse) -> None:
    assert house.desk.presence.now().people == ()
    assert house.desk.presence.roll_call().kind == "roll_call"
