"""The file of an organisation: every number checked, duplicates told, put away and found again."""

from __future__ import annotations

from dataclasses import replace

import pytest

from desk.errors import Refused
from desk.organisations import NewOrganisation, OrganisationEdit, find_or_create, proposed_vat
from models.catalogue import PriceCategory
from tests.support.business_scenes import SIREN, a_body
from tests.support.house import SmallHouse

STANDARD, SOLIDARITY = PriceCategory.STANDARD, PriceCategory.SOLIDARITY
PLAIN = OrganisationEdit("Les Amis du Vélo")


def _create(house: SmallHouse, edit: OrganisationEdit) -> str:
    made = house.desk.organisations.create(edit)
    assert isinstance(made, str), made
    return made


WRONG = [
    (replace(PLAIN, name=" \x00"), "no_name"),
    (replace(PLAIN, siren="123456789"), "siren"),
    (replace(PLAIN, siren=SIREN, siret="55208131766522"), "siret"),
    (replace(PLAIN, siret="73282932000075"), "siret"),
    (replace(PLAIN, siren=SIREN, vat_number="FR83404833048"), "vat"),
    (replace(PLAIN, vat_number="FR00732829320"), "vat"),
    (replace(PLAIN, country="BE", vat_number="FR44732829320"), "vat"),
    (replace(PLAIN, country="ZZ"), "country"),
    (replace(PLAIN, postcode="9224"), "postcode"),
    (replace(PLAIN, payment_days=61), "payment_days"),
    (replace(PLAIN, payment_days=-1), "payment_days"),
    (replace(PLAIN, category=SOLIDARITY), "no_reason"),
    (replace(PLAIN, category=SOLIDARITY, justification=" "), "no_reason"),
]


@pytest.mark.parametrize(("edit", "code"), WRONG)
def test_what_is_wrong_is_refused_with_a_sentence(house: SmallHouse, edit: OrganisationEdit, code: str) -> None:
    known = _create(house, OrganisationEdit("Autre chose"))
    for refused in (house.desk.organisations.create(edit), house.desk.organisations.correct(known, edit)):
        assert isinstance(refused, Refused)
        assert refused.code == code
        assert refused.sentence
    assert house.value("SELECT count(*) FROM organisation") == 1


def test_everything_is_kept_and_shown(house: SmallHouse) -> None:
    made = a_body(house)
    file = house.desk.organisations.file(made)
    assert file is not None
    assert (file.words.siren, file.words.siret, file.words.city) == (SIREN, f"{SIREN}00074", "Malakoff")
    assert [contact.line for contact in file.contacts] == ["Ana Livre · trésorière · ana@example.org · 01 23 45 67 89"]
    assert {deal.kind for deal in file.deals} == {"quote", "sale"}
    assert not file.lacks_reason
    (listed,) = house.desk.organisations.everyone()
    assert (listed.city, listed.contact, listed.lacks_reason) == ("Malakoff", "Ana Livre", False)


def test_a_siret_tells_its_siren_and_a_siren_its_vat_number(house: SmallHouse) -> None:
    made = _create(house, replace(PLAIN, siret="732 829 320 00074", vat_number="fr 44 732829320"))
    file = house.desk.organisations.file(made)
    assert file is not None
    assert (file.words.siren, file.words.vat_number) == (SIREN, "FR44732829320")
    assert proposed_vat("732 829 320") == "FR44732829320"
    assert proposed_vat("123456789") == proposed_vat("") == ""


@pytest.mark.parametrize(("country", "vat"), [("BE", "BE0403170701"), ("DE", "DE136695976"), ("CH", "")])
def test_other_countries_have_their_own_rules(house: SmallHouse, country: str, vat: str) -> None:
    made = _create(house, replace(PLAIN, country=country, vat_number=vat, postcode="1000"))
    assert house.value("SELECT vat_number FROM organisation WHERE id = ?", made) == vat


def test_a_duplicate_is_told_before_it_is_made(house: SmallHouse) -> None:
    first = _create(house, replace(PLAIN, siren=SIREN))
    again = house.desk.organisations.create(OrganisationEdit("Autre nom", siren=SIREN))
    assert isinstance(again, Refused)
    assert (again.code, again.remedies[0].subject) == ("known_siren", first)
    alike = OrganisationEdit("Les amis du velo")
    told = house.desk.organisations.create(alike)
    assert isinstance(told, Refused)
    assert (told.code, told.remedies[0].code, told.remedies[0].subject) == ("alike", "organisation_file", first)
    # Another SIREN is another body, however alike their names; and a person may insist.
    _create(house, replace(alike, siren="552081317"))
    assert isinstance(house.desk.organisations.create(alike, is_another=True), str)
    assert house.value("SELECT count(*) FROM organisation") == 3


def test_the_siren_of_another_is_refused_in_a_correction(house: SmallHouse) -> None:
    _create(house, replace(PLAIN, siren=SIREN))
    other = _create(house, OrganisationEdit("Tout autre"))
    refused = house.desk.organisations.correct(other, OrganisationEdit("Tout autre", siren=SIREN))
    assert isinstance(refused, Refused)
    assert refused.code == "known_siren"
    assert house.desk.organisations.correct(other, OrganisationEdit("Tout autre nom")) is None


def test_a_correction_is_recorded_with_what_changed_and_only_that(house: SmallHouse) -> None:
    made = _create(house, PLAIN)
    count = "SELECT count(*) FROM journal WHERE kind = 'organisation.edited'"
    assert house.desk.organisations.correct(made, PLAIN) is None
    assert house.value(count) == 0
    assert house.desk.organisations.correct(made, replace(PLAIN, city="Malakoff")) is None
    assert house.value(count) == 1
    body = house.value("SELECT CAST(body AS TEXT) FROM journal WHERE kind = 'organisation.edited'")
    assert '"changed":{"city":"Malakoff"}' in str(body)
    unknown = house.desk.organisations.correct("nobody", PLAIN)
    assert isinstance(unknown, Refused)


def test_what_is_put_away_is_not_offered_until_it_rents_again(house: SmallHouse) -> None:
    made = _create(house, PLAIN)
    assert house.desk.organisations.put_away(made, away=True) is None
    assert house.desk.organisations.find("amis") == ()
    assert [body.is_archived for body in house.desk.organisations.everyone()] == [True]
    with house.desk.work.write() as unit:
        found = find_or_create(unit, NewOrganisation("Les Amis du Vélo", STANDARD, SIREN))
    assert not isinstance(found, Refused)
    assert (found.id, found.siren) == (made, SIREN)
    assert house.desk.organisations.find("amis")[0].id == made
    assert house.desk.organisations.put_away(made, away=False) is None
    assert isinstance(house.desk.organisations.put_away("nobody", away=True), Refused)


def test_one_made_in_the_flow_has_its_reason_to_give(house: SmallHouse) -> None:
    with house.desk.work.write() as unit:
        made = find_or_create(unit, NewOrganisation("Chorale", SOLIDARITY, contact="chorale@example.org"))
    assert not isinstance(made, Refused)
    file = house.desk.organisations.file(made.id)
    assert file is not None
    assert file.lacks_reason
    assert file.contacts[0].words.email == "chorale@example.org"
    with house.desk.work.write() as unit:
        unknown = find_or_create(unit, NewOrganisation("", STANDARD, id="nobody"))
    assert isinstance(unknown, Refused)
