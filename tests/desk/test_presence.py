"""Who is in: one count over members and guests, and the roll call by floor."""

from __future__ import annotations

import json
from datetime import timedelta

from desk.documents import text
from desk.presence import left_unsaid, on_floor
from models.visits import Basis
from tests.support.house import TUESDAY, SmallHouse


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


def test_those_of_a_former_day_are_under_a_heading_of_their_own(house: SmallHouse) -> None:
    host = house.member("Ana A", usual="la-ruche")
    house.scan(host)
    house.later(minutes=10).sell_pass(guest="Zoé Visite")
    house.at(9, 30, day=TUESDAY + timedelta(days=1))
    house.scan(house.member("Bob B", usual="la-ruche"))
    presence = house.desk.presence.now()
    assert (presence.count, presence.forgotten) == (3, 2)
    assert [person.name for person in left_unsaid(presence)] == ["Ana A", "Zoé Visite"]
    assert [person.name for person in on_floor(presence, "etage-1")] == ["Bob B"]
    paper = text.render(house.desk.presence.roll_call())
    assert paper.index("Bob B") < paper.index("Départ non noté (jour passé) · 2") < paper.index("Ana A")
    assert "depuis hier 09:00" in paper
    house.at(9, 30, day=TUESDAY + timedelta(days=2))
    assert "depuis mar. 24 nov. 2026 à 09:00" in " ".join(text.render(house.desk.presence.roll_call()).split())


def test_who_is_seen_this_morning_is_among_those_of_today_with_their_day(house: SmallHouse) -> None:
    house.scan(house.member("Ana A", usual="la-ruche"))
    house.at(9, 30, day=TUESDAY + timedelta(days=1))
    (visit,) = house.desk.presence.now().people
    assert house.desk.departures.note_still_here(visit.visit_id) is None
    paper = text.render(house.desk.presence.roll_call())
    assert "Départ non noté" not in paper
    assert "depuis hier 09:00" in paper


def test_an_empty_house_has_a_roll_call_too(house: SmallHouse) -> None:
    assert house.desk.presence.now().people == ()
    assert house.desk.presence.roll_call().kind == "roll_call"
