"""A member's file, what may be changed in it, parcels from hand to hand, and a new member in one act."""

from __future__ import annotations

import json
from datetime import timedelta

import pytest

from desk.checkin import Verdict
from desk.errors import Refused
from desk.parcels import ParcelsHanded, ParcelWaiting
from desk.payments import PaymentMode, PaymentOffer
from desk.people import MemberEdit, MemberFile, NewPerson, Welcomed
from desk.work import Operator
from models.people import MemberStatus
from tests.support.house import TUESDAY, CardHolder, SmallHouse

MANAGER = Operator("m", "Gaël Essai", is_manager=True)
HELPER = Operator("h", "Ana Essai")


def _file(house: SmallHouse, member_id: str) -> MemberFile:
    file = house.desk.people.file(member_id)
    assert file is not None
    return file


def _code(answer: object) -> str:
    assert isinstance(answer, Refused), answer
    assert answer.sentence
    return answer.code


def _last(house: SmallHouse, kind: str) -> dict[str, object]:
    body = house.value("SELECT body FROM journal WHERE kind = ? ORDER BY sequence DESC LIMIT 1", kind)
    assert isinstance(body, bytes)
    found = json.loads(body)
    assert isinstance(found, dict)
    return found


def test_a_file_says_what_the_member_holds(house: SmallHouse) -> None:
    member = house.member(plan="book-10-days", units=6)
    house.scan(member)
    file = _file(house, member.id)
    assert (file.name, file.card_code, file.today) == ("Inès Alvar", member.code, TUESDAY)
    assert file.plan is not None
    assert (file.plan.name, file.plan.units_left, file.plan.is_current) == ("Carnet 10 jours", 5, True)
    assert file.since is not None
    assert file.visit_id
    assert house.desk.people.file("nobody") is None


def test_the_list_says_in_two_words_whether_the_door_would_open(house: SmallHouse) -> None:
    day = timedelta(days=1)
    house.member("A A")
    house.member("B B", plan="")
    house.member("C C", ends=TUESDAY - day)
    house.member("D D", starts=TUESDAY + day)
    house.member("E E", plan="book-10-days", units=0)
    house.member("F F", status=MemberStatus.BLOCKED)
    house.member("G G", status=MemberStatus.GONE)
    assert [row.situation for row in house.desk.members.everyone()] == [
        "à jour", "sans formule", "formule expirée", "pas commencée", "carnet épuisé", "accès suspendu",
        "a quitté la maison",
    ]  # fmt: skip


def test_a_file_is_corrected_and_the_message_is_shown_at_the_scan(house: SmallHouse) -> None:
    member = house.member()
    edit = MemberEdit(" Inès ", "Alvar-Roux", "ines@example.org", "01 23", "Garde la clé.", named_on_plan=True)
    assert house.desk.people.edit(member.id, edit) is None
    file = _file(house, member.id)
    assert file.words == MemberEdit("Inès", "Alvar-Roux", "ines@example.org", "01 23", "Garde la clé.", True)
    assert _last(house, "member.edited")["phone"] == "01 23"
    greeting = house.scan(member).greeting
    assert greeting is not None
    assert (greeting.message, greeting.member_id, greeting.name) == ("Garde la clé.", member.id, "Inès Alvar-Roux")


@pytest.mark.parametrize(
    ("edit", "code"),
    [
        (MemberEdit(" ", ""), "no_name"),
        (MemberEdit("A", "B", "nowhere"), "email"),
        (MemberEdit("A", "B", "a@b"), "email"),
        (MemberEdit("A", "B", "@example.org"), "email"),
    ],
)
def test_what_cannot_be_written_in_a_file(house: SmallHouse, edit: MemberEdit, code: str) -> None:
    member = house.member()
    assert _code(house.desk.people.edit(member.id, edit)) == code
    assert _file(house, member.id).words.given_name == "Inès"
    assert _code(house.desk.people.edit("nobody", MemberEdit("A", "B"))) == "no_member"


def test_a_parcel_is_noted_shown_at_the_scan_and_handed_over_by_someone(house: SmallHouse) -> None:
    member = house.member()
    house.desk.work.operator = HELPER
    noted = house.desk.people.receive_parcel(member.id, "  grand\tcarton ")
    assert isinstance(noted, ParcelWaiting)
    assert noted.words == "mar. 24 nov. 2026 · grand carton"
    assert isinstance(house.later(minutes=5).desk.people.receive_parcel(member.id), ParcelWaiting)
    greeting = house.scan(member).greeting
    assert greeting is not None
    assert greeting.parcels == 2
    handed = house.later(minutes=1).desk.people.hand_over(member.id)
    assert handed == ParcelsHanded(member.id, "Inès Alvar", 2)
    assert _file(house, member.id).parcels == ()
    assert _code(house.desk.people.hand_over(member.id)) == "no_parcel"
    assert house.rows("SELECT DISTINCT received_by, handed_by FROM parcel") == [("Ana Essai", "Ana Essai")]
    assert _last(house, "parcels.handed")["by"] == "Ana Essai"


def test_a_handing_over_by_a_wrong_key_is_taken_back_for_a_while(house: SmallHouse) -> None:
    member = house.member(parcels=1)
    assert isinstance(house.desk.people.hand_over(member.id), ParcelsHanded)
    house.later(minutes=1)
    assert isinstance(house.desk.people.receive_parcel(member.id), ParcelWaiting)
    assert isinstance(house.desk.people.hand_over(member.id), ParcelsHanded)
    taken = house.later(minutes=2).desk.people.take_back(member.id)
    assert taken == ParcelsHanded(member.id, "Inès Alvar", 1)  # the last one only
    assert len(_file(house, member.id).parcels) == 1
    assert _code(house.later(minutes=30).desk.people.take_back(member.id)) == "too_late"


def test_parcels_are_for_members(house: SmallHouse) -> None:
    for answer in (
        house.desk.people.receive_parcel("nobody"), house.desk.people.hand_over("nobody"),
        house.desk.people.take_back("nobody"),
    ):  # fmt: skip
        assert _code(answer) == "no_member"


def test_only_a_manager_suspends_an_access_and_gives_it_back(house: SmallHouse) -> None:
    member = house.member()
    house.desk.work.operator = HELPER
    assert _code(house.desk.people.block(member.id, "clé non rendue")) == "right"
    house.desk.work.operator = MANAGER
    assert _code(house.desk.people.block(member.id, " ")) == "no_reason"
    assert house.desk.people.block(member.id, "clé non rendue") is None
    assert _file(house, member.id).status_words == "accès suspendu\u00a0: clé non rendue"
    refused = house.scan(member).refused
    assert refused is not None
    assert "clé non rendue" in refused.sentence
    house.desk.work.operator = HELPER
    assert _code(house.desk.people.unblock(member.id)) == "right"
    house.desk.work.operator = MANAGER
    assert house.desk.people.unblock(member.id) is None
    assert house.scan(member).verdict is Verdict.IN


def _price(house: SmallHouse, code: str) -> int:
    cents = next(plan.cents for plan in house.desk.people.plans() if plan.code == code)
    assert cents is not None
    return cents


def test_a_new_member_pays_gets_a_card_and_comes_in(house: SmallHouse) -> None:
    person = NewPerson("Camille", "Delorge", "camille@example.org", "06", "book-10-days", wants_receipt=True)
    assert house.desk.people.objection(person) is None
    paid = (PaymentOffer(PaymentMode.CARD, _price(house, "book-10-days")),)
    welcomed = house.desk.people.welcome(person, paid)
    assert isinstance(welcomed, Welcomed)
    assert welcomed.sale is not None
    assert welcomed.sale.number == "A-000001"
    file = _file(house, welcomed.card.member_id)
    assert (file.number, file.words.email, file.joined_on) == (1, "camille@example.org", TUESDAY)
    titles = [job.title for job in house.desk.queue.pending()]
    assert sorted(titles) == ["Carte de Camille Delorge", "Reçu n° A-000001"]
    assert house.scan(welcomed.card.code).verdict is Verdict.IN
    assert house.verify(deep=True).problems == ()


def test_a_payment_that_does_not_settle_leaves_nobody_behind(house: SmallHouse) -> None:
    person = NewPerson("Camille", "Delorge", plan_code="regular")
    assert _code(house.desk.people.welcome(person, (PaymentOffer(PaymentMode.CARD, 1),))) == "unbalanced"
    assert house.desk.members.everyone() == ()
    assert house.desk.queue.pending() == ()
    assert house.value("SELECT count(*) FROM journal WHERE kind = 'member.admitted'") == 0


def test_a_plan_is_granted_by_a_manager_alone(house: SmallHouse) -> None:
    person = NewPerson("Camille", "Delorge", plan_code="nomad", is_granted=True)
    house.desk.work.operator = HELPER
    assert _code(house.desk.people.welcome(person)) == "right"
    assert house.desk.members.everyone() == ()
    house.desk.work.operator = MANAGER
    welcomed = house.desk.people.welcome(person)
    assert isinstance(welcomed, Welcomed)
    assert welcomed.sale is None
    assert house.scan(welcomed.card.code).verdict is Verdict.IN


def test_the_same_name_twice_is_asked_about(house: SmallHouse) -> None:
    known: CardHolder = house.member("Inès Alvar")
    person = NewPerson("ines", "ALVAR")
    refused = house.desk.people.welcome(person)
    assert isinstance(refused, Refused)
    assert (refused.code, refused.remedies[0].subject) == ("known", known.id)
    assert isinstance(house.desk.people.welcome(NewPerson("ines", "ALVAR", is_another=True)), Welcomed)
    assert _code(house.desk.people.objection(NewPerson("", ""))) == "no_name"
