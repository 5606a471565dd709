"""Two files of one body become one: nothing is lost, and sealed sales are never touched."""

from __future__ import annotations

from datetime import date

from desk.errors import Refused
from desk.organisations import ContactEdit, Merged, NewOrganisation, OrganisationEdit
from desk.work import Operator
from models.catalogue import PriceCategory
from tests.support.business_scenes import SIREN, a_body
from tests.support.house import SmallHouse

STANDARD = PriceCategory.STANDARD


def _other(house: SmallHouse, name: str = "Jardins de la Ronce (asso)", **words: str) -> str:
    made = house.desk.organisations.create(OrganisationEdit(name, STANDARD, **words), is_another=True)
    assert isinstance(made, str), made
    return made


def test_a_merge_loses_nothing_and_touches_no_sealed_sale(house: SmallHouse) -> None:
    merged = a_body(house)
    kept = _other(house)
    sales = house.rows("SELECT * FROM sale")
    answer = house.desk.organisations.merge(kept, merged)
    assert isinstance(answer, Merged)
    assert (answer.bookings, answer.quotes, answer.contacts, answer.sales) == (1, 1, 1, 1)
    assert house.rows("SELECT * FROM sale") == sales
    file = house.desk.organisations.file(kept)
    assert file is not None
    assert (file.words.siren, file.words.city, file.aliases) == (SIREN, "Malakoff", ("Les Jardins de Ronce",))
    assert {deal.kind for deal in file.deals} == {"quote", "sale"}
    assert [contact.words.name for contact in file.contacts] == ["Ana Livre"]
    assert house.value("SELECT count(*) FROM booking WHERE organisation_id = ?", kept) == 1
    assert house.value("SELECT count(*) FROM journal WHERE kind = 'organisation.merged'") == 1
    assert house.verify(deep=True).ok


def test_the_alias_finds_the_body_that_is_left(house: SmallHouse) -> None:
    merged, kept = a_body(house), _other(house)
    house.desk.organisations.merge(kept, merged)
    assert [body.id for body in house.desk.organisations.find("jardins de ronce")] == [kept]
    assert house.desk.organisations.find(SIREN)[0].id == kept
    assert [body.id for body in house.desk.organisations.everyone()] == [kept]
    by_old_id = house.desk.organisations.file(merged)
    assert by_old_id is not None
    assert by_old_id.id == kept
    third = _other(house, "Encore une autre")
    house.desk.organisations.merge(third, kept)
    assert [body.id for body in house.desk.organisations.find("jardins de ronce")] == [third]
    file = house.desk.organisations.file(third)
    assert file is not None
    assert len(file.aliases) == 2
    assert len(file.deals) == 2


def test_a_body_that_was_merged_is_recognised_when_it_rents_again(house: SmallHouse) -> None:
    from desk.organisations import find_or_create

    merged, kept = a_body(house), _other(house)
    house.desk.organisations.merge(kept, merged)
    with house.desk.work.write() as unit:
        found = find_or_create(unit, NewOrganisation("Les jardins de Ronce", STANDARD))
    assert not isinstance(found, Refused)
    assert found.id == kept


def test_two_sirens_are_two_bodies(house: SmallHouse) -> None:
    one, two = a_body(house), _other(house, siren="552081317")
    refused = house.desk.organisations.merge(one, two)
    assert isinstance(refused, Refused)
    assert refused.code == "two_sirens"
    assert "Les Jardins de Ronce" in refused.sentence
    assert house.value("SELECT count(*) FROM organisation WHERE merged_into IS NOT NULL") == 0


def test_what_cannot_be_merged_is_refused(house: SmallHouse) -> None:
    one, two = a_body(house), _other(house)
    for kept, merged in ((one, one), (one, "nobody"), ("nobody", one)):
        assert isinstance(house.desk.organisations.merge(kept, merged), Refused)
    assert isinstance(house.desk.organisations.merge(one, two), Merged)
    again = house.desk.organisations.merge(one, two)
    assert isinstance(again, Refused)
    assert again.code == "merged"


def test_only_a_manager_merges(house: SmallHouse) -> None:
    one, two = a_body(house), _other(house)
    house.desk.work.operator = Operator("f", "Facilitateur")
    refused = house.desk.organisations.merge(one, two)
    assert isinstance(refused, Refused)
    assert refused.code == "right"
    house.desk.work.operator = Operator("m", "Gérante", is_manager=True)
    assert isinstance(house.desk.organisations.merge(one, two), Merged)


def test_contacts_and_notes_of_both_are_kept(house: SmallHouse) -> None:
    one, two = a_body(house), _other(house, notes="Clé au 2e.")
    house.desk.organisations.note_contact(two, ContactEdit("Bachir Oyono"))
    house.desk.organisations.merge(one, two)
    file = house.desk.organisations.file(one)
    assert file is not None
    assert [contact.words.name for contact in file.contacts] == ["Ana Livre", "Bachir Oyono"]
    assert file.words.notes == "Prévenir la veille.\nClé au 2e."
    assert file.created_on == date(2026, 11, 24)
