"""The contacts of an organisation are people: their data are shown, taken away, erased, and go at their term."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from desk.errors import Refused
from desk.organisations import ContactEdit
from desk.personal_data import PersonalData
from desk.retention import RetentionDone
from desk.rights import AT_TERMINAL
from desk.work import Operator
from tests.support.business_scenes import a_body
from tests.support.house import SmallHouse

EMAIL = "ana@example.org"


def _contact(house: SmallHouse, body: str) -> str:
    file = house.desk.organisations.file(body)
    assert file is not None
    return file.contacts[0].id


def _on_disk(house: SmallHouse, text: str) -> bool:
    house.desk.close()
    return any(text.encode() in path.read_bytes() for path in house.folder.glob("casaco.db*"))


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (ContactEdit(" "), "no_contact"),
        (ContactEdit("Ana", email="ana"), "email"),
        (ContactEdit("", email="@x.y"), "email"),
    ],
)
def test_a_contact_is_someone_who_can_be_reached(house: SmallHouse, words: ContactEdit, code: str) -> None:
    refused = house.desk.organisations.note_contact(a_body(house), words)
    assert isinstance(refused, Refused)
    assert refused.code == code


def test_a_contact_is_corrected(house: SmallHouse) -> None:
    body = a_body(house)
    contact = _contact(house, body)
    assert house.desk.organisations.note_contact(body, ContactEdit("Ana Livre", phone="06"), contact) == contact
    file = house.desk.organisations.file(body)
    assert file is not None
    assert file.contacts[0].line == "Ana Livre · 06"
    gone = house.desk.organisations.note_contact(body, ContactEdit("Ana"), "nobody")
    assert isinstance(gone, Refused)


def test_the_data_of_a_contact_are_taken_away(house: SmallHouse, tmp_path: Path) -> None:
    contact = _contact(house, a_body(house))
    written = house.desk.organisations.export_contact(contact, tmp_path / "ana")
    assert isinstance(written, Path)
    held = json.loads(written.read_text("utf-8"))
    assert (held["organisation"], held["name"], held["email"]) == ("Les Jardins de Ronce", "Ana Livre", EMAIL)
    assert [act["act"] for act in held["journal"]] == ["Contact noté"]
    assert isinstance(house.desk.organisations.export_contact("nobody", tmp_path / "no.json"), Refused)


def test_an_erased_contact_is_nowhere_any_more(house: SmallHouse) -> None:
    contact = _contact(house, a_body(house))
    house.desk.work.operator = Operator("f", "Facilitateur")
    refused = house.desk.organisations.forget_contact(contact)
    assert isinstance(refused, Refused)
    assert refused.code == "right"
    house.desk.work.operator = AT_TERMINAL
    assert house.desk.organisations.forget_contact(contact) == 1
    assert isinstance(house.desk.organisations.forget_contact(contact), Refused)
    assert house.verify(deep=True).ok
    assert house.verify().redacted == 1
    assert not _on_disk(house, EMAIL)


def test_a_member_who_is_also_a_contact_sees_it_and_is_erased_there_too(house: SmallHouse) -> None:
    body = a_body(house)
    member = house.member("Ana Livre")
    with house.desk.work.write() as unit:
        from models.people import Member

        unit.session.get_one(Member, member.id).email = EMAIL.upper()
    data = house.desk.privacy.everything_about(member.id)
    assert isinstance(data, PersonalData)
    (section,) = [section for section in data.sections if section.code == "contacts"]
    assert section.rows[0][:3] == ("Les Jardins de Ronce", "Ana Livre", "trésorière")
    assert not isinstance(house.desk.privacy.erase(member.id), Refused)
    file = house.desk.organisations.file(body)
    assert file is not None
    assert file.contacts == ()
    assert house.verify().ok
    assert not _on_disk(house, EMAIL)


def test_contacts_go_when_nothing_was_done_for_the_whole_term(house: SmallHouse) -> None:
    a_body(house)
    done = house.later(days=36 * 30).desk.privacy.apply_retention()
    assert isinstance(done, RetentionDone)
    assert done.contacts == 0
    done = house.later(days=60).desk.privacy.apply_retention()
    assert isinstance(done, RetentionDone)
    assert (done.contacts, done.records) == (1, 1)
    assert done.sentence.endswith("Contacts d’organisations sans activité depuis 36 mois\u00a0: 1.")
    assert house.value("SELECT count(*) FROM organisation_contact") == 0
    assert house.verify().ok
