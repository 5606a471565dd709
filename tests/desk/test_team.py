"""The team: a lock is not the end of a shift, a note greets the next one, and the last manager stays."""

from __future__ import annotations

import json

import pytest

from desk.errors import Refused
from desk.passes import PassOrder
from desk.pins import FREE_TRIES
from desk.staff import FacilitatorListed, SignedIn
from desk.till import PaymentOffer
from desk.work import Operator
from models.catalogue import PriceCategory
from models.passes import DayPart
from models.sales import PaymentMode
from tests.support.house import SmallHouse


@pytest.fixture
def team(house: SmallHouse) -> tuple[FacilitatorListed, FacilitatorListed]:
    """A manager who holds the desk, and a facilitator."""
    manager = house.desk.staff.enrol_first("Gaël Essai", "4821")
    assert isinstance(manager, FacilitatorListed)
    assert isinstance(house.desk.staff.sign_in(manager.id, "4821"), SignedIn)
    ana = house.desk.staff.enrol_facilitator("Ana Essai", "1234")
    assert isinstance(ana, FacilitatorListed)
    return manager, ana


def _note_read_by(house: SmallHouse, who: FacilitatorListed, pin: str) -> str:
    answer = house.desk.staff.sign_in(who.id, pin)
    assert isinstance(answer, SignedIn)
    return answer.note


def test_a_lock_leaves_the_shift_open_for_the_same_person(
    house: SmallHouse, team: tuple[FacilitatorListed, FacilitatorListed]
) -> None:
    manager, _ = team
    house.later(minutes=20)
    house.desk.staff.lock()
    assert house.desk.staff.holder.id == ""
    house.later(minutes=5)
    assert _note_read_by(house, manager, "4821") == ""
    (shift,) = house.desk.staff.shifts()
    assert (shift.name, shift.ended_at) == ("Gaël Essai", None)
    assert shift.started_at.strftime("%H:%M") == "09:00"


def test_another_person_after_a_lock_ends_the_shift(
    house: SmallHouse, team: tuple[FacilitatorListed, FacilitatorListed]
) -> None:
    _, ana = team
    house.desk.staff.lock()
    house.later(minutes=30)
    _note_read_by(house, ana, "1234")
    current, former = house.desk.staff.shifts()
    assert (current.name, current.ended_at) == ("Ana Essai", None)
    assert former.name == "Gaël Essai"
    assert former.ended_at == current.started_at


def test_a_note_greets_the_next_one(house: SmallHouse, team: tuple[FacilitatorListed, FacilitatorListed]) -> None:
    _, ana = team
    house.desk.staff.sign_out("Le colis\n d’Ana attend.\x07")
    assert _note_read_by(house, ana, "1234") == "Le colis d’Ana attend."
    assert house.desk.staff.shifts()[1].note == "Le colis d’Ana attend."


def test_a_manager_changes_any_pin_and_each_their_own(
    house: SmallHouse, team: tuple[FacilitatorListed, FacilitatorListed]
) -> None:
    manager, ana = team
    assert house.desk.staff.change_pin(ana.id, "7777") is None
    assert isinstance(house.desk.staff.sign_in(ana.id, "1234"), Refused)
    _note_read_by(house, ana, "7777")
    assert house.desk.staff.change_pin(ana.id, "8888", "7777") is None
    _note_read_by(house, ana, "8888")
    refused = house.desk.staff.change_pin(manager.id, "0000")
    assert isinstance(refused, Refused)
    assert refused.code == "right"
    short = house.desk.staff.change_pin(ana.id, "12")
    assert isinstance(short, Refused)
    assert short.code == "pin"


@pytest.mark.parametrize("is_manager", [True, False])
def test_ones_own_pin_is_changed_with_the_present_one(
    house: SmallHouse, team: tuple[FacilitatorListed, FacilitatorListed], is_manager: bool
) -> None:
    manager, ana = team
    staff = house.desk.staff
    who, pin = (manager, "4821") if is_manager else (ana, "1234")
    _note_read_by(house, who, pin)
    for present, code in (("", "no_present"), ("0000", "wrong_pin")):
        refused = staff.change_pin(who.id, "9753", present)
        assert isinstance(refused, Refused)
        assert refused.code == code
    assert house.value("SELECT wrong_pins FROM facilitator WHERE id = ?", who.id) == 1, "no PIN at all is no try"
    assert staff.change_pin(who.id, "9753", pin) is None
    _note_read_by(house, who, "9753")


def test_a_new_pin_ends_the_wait(house: SmallHouse, team: tuple[FacilitatorListed, FacilitatorListed]) -> None:
    _, ana = team
    staff = house.desk.staff
    for _ in range(FREE_TRIES):
        staff.sign_in(ana.id, "0000")
    assert staff.change_pin(ana.id, "7777") is None
    _note_read_by(house, ana, "7777")


def test_who_was_retired_by_a_slip_is_taken_back_as_they_were(
    house: SmallHouse, team: tuple[FacilitatorListed, FacilitatorListed]
) -> None:
    _, ana = team
    staff = house.desk.staff
    assert staff.retire(ana.id) is None
    assert staff.take_back(ana.id) is None
    assert staff.take_back(ana.id) is None, "who is there already stays"
    assert house.value("SELECT count(*) FROM journal WHERE kind = 'staff.taken_back'") == 1
    assert staff.retire(ana.id) is None
    assert isinstance(staff.enrol_facilitator("Ana Essai", "5555"), FacilitatorListed)
    refused = staff.take_back(ana.id)
    assert isinstance(refused, Refused)
    assert refused.code == "known_name"
    assert isinstance(staff.take_back("nobody"), Refused)
    assert house.verify().ok


def test_roles_and_leaving_are_a_managers_right_and_recorded(
    house: SmallHouse, team: tuple[FacilitatorListed, FacilitatorListed]
) -> None:
    manager, ana = team
    assert house.desk.staff.set_manager(ana.id, True) is None
    assert house.desk.staff.retire(manager.id) is None
    assert [(p.name, p.is_manager) for p in house.desk.staff.everyone()] == [("Ana Essai", True)]
    kinds = [kind for (kind,) in house.rows("SELECT kind FROM journal WHERE stream = 'technical' ORDER BY sequence")]
    assert kinds[-3:] == ["staff.role_changed", "staff.retired", "40"]
    bodies = house.rows("SELECT body FROM journal WHERE kind = 'staff.role_changed'")
    assert json.loads(bytes(bodies[0][0])) == {"schema": 1, "to": "manager", "who": "Ana Essai"}  # type: ignore[arg-type]
    assert house.verify().ok


@pytest.mark.parametrize("act", ["retire", "demote"])
def test_the_last_manager_stays(house: SmallHouse, team: tuple[FacilitatorListed, FacilitatorListed], act: str) -> None:
    manager, _ = team
    staff = house.desk.staff
    refused = staff.retire(manager.id) if act == "retire" else staff.set_manager(manager.id, False)
    assert isinstance(refused, Refused)
    assert refused.code == "last_manager"
    assert "Gaël Essai" in refused.sentence
    assert any(p.is_manager for p in staff.everyone())


def test_who_gives_up_their_role_goes_on_without_it_at_once(
    house: SmallHouse, team: tuple[FacilitatorListed, FacilitatorListed]
) -> None:
    manager, ana = team
    staff = house.desk.staff
    assert staff.set_manager(ana.id, True) is None
    assert staff.set_manager(manager.id, False) is None
    assert (staff.holder.id, staff.holder.is_manager) == (manager.id, False)
    for answer in (staff.set_manager(manager.id, True), staff.enrol_facilitator("B", "1234"), staff.retire(ana.id)):
        assert isinstance(answer, Refused)
        assert answer.code == "right"
    house.sell_pass()
    # What is done to another changes nothing of who holds the desk.
    house.desk.work.operator = Operator(ana.id, ana.name, is_manager=True)
    assert staff.set_manager(manager.id, True) is None
    assert (staff.holder.id, staff.holder.is_manager) == (ana.id, True)


def test_who_retires_themselves_has_left_the_desk(
    house: SmallHouse, team: tuple[FacilitatorListed, FacilitatorListed]
) -> None:
    manager, ana = team
    staff = house.desk.staff
    assert staff.set_manager(ana.id, True) is None
    house.later(minutes=10)
    assert staff.retire(manager.id) is None
    assert staff.holder == Operator()
    offer = house.desk.passes.offer(PriceCategory.STANDARD, DayPart.DAY)
    assert not isinstance(offer, Refused)
    sold = house.desk.passes.sell(
        PassOrder(PriceCategory.STANDARD, DayPart.DAY, "", False),
        (PaymentOffer(PaymentMode.CARD, offer.basket.total_cents),),
    )
    assert isinstance(sold, Refused)
    assert sold.code == "right"
    (shift,) = staff.shifts()
    assert shift.ended_at is not None
    assert isinstance(staff.sign_in(manager.id, "4821"), Refused)
    assert _note_read_by(house, ana, "1234") == ""
    assert house.verify().ok


def test_a_facilitator_may_do_none_of_it(house: SmallHouse, team: tuple[FacilitatorListed, FacilitatorListed]) -> None:
    manager, ana = team
    _note_read_by(house, ana, "1234")
    staff = house.desk.staff
    answers = [staff.retire(manager.id), staff.set_manager(ana.id, True), staff.enrol_facilitator("B", "1234")]
    assert [answer.code for answer in answers if isinstance(answer, Refused)] == ["right"] * 3
    assert isinstance(staff.retire("nobody"), Refused)
