"""Organisations: found by a few letters, checked by their SIREN, never made twice."""

from __future__ import annotations

import pytest

from desk.errors import Refused
from desk.organisations import NewOrganisation, OrganisationFound, find_or_create
from models.catalogue import PriceCategory
from tests.support.house import SmallHouse

SOLIDARITY, STANDARD = PriceCategory.SOLIDARITY, PriceCategory.STANDARD


def _make(house: SmallHouse, name: str, siren: str = "", category: PriceCategory = STANDARD) -> OrganisationFound:
    with house.desk.work.write() as unit:
        found = find_or_create(unit, NewOrganisation(name, category, siren, " contact\x07 "))
    assert isinstance(found, OrganisationFound)
    return found


@pytest.mark.parametrize(
    ("name", "siren", "same"),
    [
        ("LES AMIS DU VÉLO", "", True), ("Amis du Velo (les)", "", True), ("Les amis du vélos", "", True),
        ("Les Amis du Métro", "", False), ("Autre nom", "732 829 320", True), ("Les Amis du Vélo", "552081317", False),
    ],
)  # fmt: skip
def test_the_same_body_is_recognised(house: SmallHouse, name: str, siren: str, same: bool) -> None:
    first = _make(house, " Les  Amis du Vélo ", "732829320", SOLIDARITY)
    assert (first.name, first.siren, first.contact) == ("Les Amis du Vélo", "732829320", "contact")
    again = _make(house, name, siren)
    assert (again.id == first.id) is same
    assert house.value("SELECT count(*) FROM organisation") == (1 if same else 2)
    assert house.value("SELECT count(*) FROM journal WHERE kind = 'organisation.created'") == (1 if same else 2)
    if same:
        assert again == first


def test_a_siren_that_another_body_has_is_refused_to_one_known_by_its_file(house: SmallHouse) -> None:
    velo = _make(house, "Les Amis du Vélo", "732829320")
    paper = _make(house, "Atelier Papier")
    with house.desk.work.write() as unit:
        refused = find_or_create(unit, NewOrganisation("", STANDARD, "732 829 320", id=paper.id))
    assert isinstance(refused, Refused)
    assert (refused.code, refused.remedies[0].subject) == ("known_siren", velo.id)
    assert "Les Amis du Vélo" in refused.sentence
    assert house.value("SELECT siren FROM organisation WHERE id = ?", paper.id) == ""


@pytest.mark.parametrize("siren", ["123456789", "12345678", "abcdefghi", "7328293200", "73282932O"])
def test_a_wrong_siren_is_refused(house: SmallHouse, siren: str) -> None:
    refused = house.desk.organisations.objection(NewOrganisation("Essai", STANDARD, siren))
    assert isinstance(refused, Refused)
    assert refused.code == "siren"
    assert siren in refused.sentence
    assert house.desk.organisations.objection(NewOrganisation("Essai", STANDARD, " 732 829 320 ")) is None


def test_a_body_needs_a_name(house: SmallHouse) -> None:
    for name in ("", "   ", "\x00\x07"):
        refused = house.desk.organisations.objection(NewOrganisation(name, STANDARD))
        assert refused == Refused("no_name", "Donnez le nom de l’organisation.")


def test_a_few_letters_or_digits_find_it(house: SmallHouse) -> None:
    velo = _make(house, "Les Amis du Vélo", "732829320")
    _make(house, "Atelier Papier")
    for typed in ("velo", "ami vel", "amsi", "732", "732 829"):
        assert house.desk.organisations.find(typed)[:1] == (velo,), typed
    for typed in ("", "  ", "zzzz", "99"):
        assert house.desk.organisations.find(typed) == ()
    for number in range(9):
        _make(house, f"Groupe {'abcdefghi'[number] * 6}")
    assert len(house.desk.organisations.find("groupe", limit=4)) == 4
