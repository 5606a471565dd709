"""Members: found by a few letters, with typos and without accents, and listed with the plan that counts."""

from __future__ import annotations

from datetime import timedelta

import pytest

from models.cards import Card
from models.membership import Membership
from tests.support.house import TUESDAY, SmallHouse

NAMES = ("Éloïse Désormeaux", "Noé Lamarre", "Paul Marchand", "Ana-Maria Brûlé", "Œdipe d’Arcy", "Lou Li")


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("eloise", "Éloïse Désormeaux"), ("desorm", "Éloïse Désormeaux"), ("Désormaux", "Éloïse Désormeaux"),
        ("elo des", "Éloïse Désormeaux"), ("marc", "Paul Marchand"), ("marchnad", "Paul Marchand"),
        ("MARIA", "Ana-Maria Brûlé"), ("brule", "Ana-Maria Brûlé"), ("oedipe", "Œdipe d’Arcy"),
        ("darcy", "Œdipe d’Arcy"), ("arcy", "Œdipe d’Arcy"), ("li", "Lou Li"), ("3", "Paul Marchand"),
    ],
)  # fmt: skip
def test_a_few_letters_find_the_person(house: SmallHouse, typed: str, first: str) -> None:
    for name in NAMES:
        house.member(name)
    found = house.desk.members.search(typed)
    assert [member.name for member in found][:1] == [first]


def test_too_few_letters_or_nobody_find_nothing(house: SmallHouse) -> None:
    house.member("Paul Marchand")
    for typed in ("", " ", "p", "é", "zzzzzz", "42"):
        assert house.desk.members.search(typed) == ()


def test_the_search_says_who_is_inside_and_is_limited(house: SmallHouse) -> None:
    members = [house.member(f"Anna N{n}") for n in range(12)]
    house.scan(members[4])
    found = house.desk.members.search("anna", limit=5)
    assert len(found) == 5
    assert [member.inside for member in house.desk.members.search("n4")][:1] == [True]


def test_the_list_names_the_plan_in_force_and_the_card_in_force(house: SmallHouse) -> None:
    member = house.member("Paul Marchand", "book-10-days", ends=TUESDAY + timedelta(days=400), units=3)
    house.member("Ana Sans", plan="")
    with house.desk.work.write() as unit:
        for code, starts, ends in (
            ("regular", TUESDAY - timedelta(days=3), TUESDAY),
            ("nomad", TUESDAY + timedelta(days=1), TUESDAY + timedelta(days=900)),
        ):
            unit.session.add(
                Membership(id=code, member_id=member.id, plan_code=code, valid_from=starts, valid_until=ends)
            )
    house.change(Card, member.code, revoked_at=house.clock.now())
    listed = house.desk.members.everyone()
    assert [(m.number, m.name, m.plan, m.status) for m in listed] == [
        (1, "Paul Marchand", "Carnet 10 jours", "active"),
        (2, "Ana Sans", "", "active"),
    ]
    assert listed[0].card_code == ""
    assert len(listed[1].card_code) == 17
