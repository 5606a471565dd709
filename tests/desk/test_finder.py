"""The box: members, spaces and receipts from a few letters, slips and missing accents forgiven."""

from __future__ import annotations

import pytest

from desk.finder import FoundKind
from tests.support.house import SmallHouse


@pytest.mark.parametrize("typed", ["ines", "Inès Alvar", "alvar", "ines alvra", "INES  ALVAR", "inees"])
def test_a_member_is_found_from_what_a_hurried_hand_types(house: SmallHouse, typed: str) -> None:
    member = house.member("Inès Alvar")
    house.member("Bachir Oyono")
    first = house.desk.finder.find(typed)[0]
    assert (first.kind, first.id, first.title) == (FoundKind.MEMBER, member.id, "Inès Alvar")


def test_the_answer_says_what_enter_will_do(house: SmallHouse) -> None:
    member = house.member("Inès Alvar")
    assert "faire entrer" in house.desk.finder.find("alvar")[0].detail
    house.scan(member)
    assert "faire sortir" in house.desk.finder.find("alvar")[0].detail


@pytest.mark.parametrize("typed", ["pow-wow", "pow wow", "Pow-Wov", "calumet", "ruche"])
def test_a_space_is_found(house: SmallHouse, typed: str) -> None:
    names = {"calumet": "Calumet", "ruche": "La Ruche"}
    assert house.desk.finder.find(typed)[0].title == names.get(typed, "Pow-Wow")


@pytest.mark.parametrize("typed", ["A-000001", "000001", "a-000001", "A-1"])
def test_a_receipt_is_found_by_its_number(house: SmallHouse, typed: str) -> None:
    house.sell_pass()
    found = house.desk.finder.find(typed)
    assert [(f.kind, f.title) for f in found] == [
        (FoundKind.SALE, "A-000001"),
        (FoundKind.SALE_TO_INVOICE, "Facturer A-000001"),
    ]


@pytest.mark.parametrize(
    "typed", ["", " ", "a", "1", "zzzzzz", "9" * 80, "%", "'; DROP TABLE member", "\x00", "D-²", "²²²", "①②③"]
)
def test_what_finds_nothing_breaks_nothing(house: SmallHouse, typed: str) -> None:
    house.member()
    assert [f for f in house.desk.finder.find(typed) if f.kind is FoundKind.SALE] == []


def test_no_more_than_asked_for(house: SmallHouse) -> None:
    for number in range(12):
        house.member(f"Jeanne Test{number}")
    assert len(house.desk.finder.find("jeanne")) == 8
    assert len(house.desk.finder.find("jeanne", limit=3)) == 3
