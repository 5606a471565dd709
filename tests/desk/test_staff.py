"""Who holds the desk: PINs that cannot be guessed, notes that are passed on, and a trace of each turn."""

from __future__ import annotations

import pytest

from desk.errors import Refused
from desk.pins import FREE_TRIES, choice_problem
from desk.staff import FacilitatorListed, SignedIn
from desk.work import Operator
from models.staff import Facilitator, Role
from tests.support.house import SmallHouse

NBSP = "\u00a0"


def _enrolled(house: SmallHouse, name: str, pin: str, role: Role = Role.FACILITATOR) -> FacilitatorListed:
    person = house.desk.staff.enrol(name, pin, role)
    assert isinstance(person, FacilitatorListed)
    return person


def _signed(house: SmallHouse, person: FacilitatorListed, pin: str) -> SignedIn:
    signed = house.desk.staff.sign_in(person.id, pin)
    assert isinstance(signed, SignedIn)
    return signed


@pytest.fixture
def manager(house: SmallHouse) -> FacilitatorListed:
    """The first person of the house, not signed in."""
    person = house.desk.staff.enrol_first("  Gaël \t Essai ", "4821")
    assert isinstance(person, FacilitatorListed)
    return person


def test_the_first_may_be_enrolled_by_anyone_the_others_by_a_manager(
    house: SmallHouse, manager: FacilitatorListed
) -> None:
    assert manager == FacilitatorListed(manager.id, "Gaël Essai", True)
    house.desk.work.operator = Operator()
    refused = Refused("right", "Seul·e un·e gérant·e peut ajouter quelqu’un.")
    assert house.desk.staff.enrol_first("Ana Essai", "1234") == refused
    _signed(house, manager, "4821")
    ana = _enrolled(house, "Ana Essai", "1234")
    assert [person.name for person in house.desk.staff.everyone()] == ["Ana Essai", "Gaël Essai"]
    _signed(house, ana, "1234")
    assert house.desk.staff.enrol_first("Bob Essai", "1234") == refused
    answer = house.desk.staff.enrol("Bob Essai", "1234", Role.MANAGER)
    assert isinstance(answer, Refused)
    assert answer.code == "right"


@pytest.mark.parametrize(("name", "pin", "code"), [("", "1234", "no_name"), ("A", "123", "pin"), ("A", "12a4", "pin")])
def test_a_person_needs_a_name_and_a_pin(house: SmallHouse, name: str, pin: str, code: str) -> None:
    answer = house.desk.staff.enrol(name, pin, Role.MANAGER)
    assert isinstance(answer, Refused)
    assert answer.code == code


@pytest.mark.parametrize("name", ["Gaël Essai", "gael  essai", "GAËL ESSAI"])
def test_two_of_the_team_are_not_called_the_same(house: SmallHouse, manager: FacilitatorListed, name: str) -> None:
    answer = house.desk.staff.enrol(name, "1234", Role.FACILITATOR)
    assert isinstance(answer, Refused)
    assert answer.code == "known_name"
    assert "Gaël Essai est déjà dans l’équipe" in answer.sentence
    assert "initiale" in answer.sentence
    assert isinstance(house.desk.staff.enrol("Gaël Essai B.", "1234", Role.FACILITATOR), FacilitatorListed)
    # Whoever has left stands in nobody’s way.
    house.change(Facilitator, manager.id, active=False)
    assert isinstance(house.desk.staff.enrol("Gaël Essai", "1234", Role.FACILITATOR), FacilitatorListed)


def test_a_pin_is_chosen_twice_the_same() -> None:
    assert choice_problem("4821", "4821") is None
    codes = [refused.code for again in ("", "4812") if (refused := choice_problem("4821", again)) is not None]
    assert codes == ["pin_again", "pin_again"]
    short = choice_problem("12", "12")
    assert short is not None
    assert short.code == "pin"


def test_the_pin_is_nowhere_in_the_file(house: SmallHouse, manager: FacilitatorListed) -> None:
    (stored,) = house.rows("SELECT pin_hash FROM facilitator")[0]
    assert str(stored).startswith("$argon2id$")
    assert "4821" not in str(house.rows("SELECT CAST(body AS TEXT) FROM journal"))


def test_wrong_pins_cost_a_wait_after_the_fifth(house: SmallHouse, manager: FacilitatorListed) -> None:
    for _ in range(FREE_TRIES - 1):
        assert house.desk.staff.sign_in(manager.id, "0000") == Refused("wrong_pin", "Ce n’est pas le bon code.")
    fifth = house.desk.staff.sign_in(manager.id, "0000")
    assert isinstance(fifth, Refused)
    assert "Attendez 30 secondes" in fifth.sentence
    waiting = house.later(seconds=12).desk.staff.sign_in(manager.id, "4821")
    assert waiting == Refused("wait", f"Trop d’essais{NBSP}: attendez encore 18 secondes.")
    assert house.desk.staff.holder.id == ""
    _signed(house.later(seconds=18), manager, "4821")
    assert house.value("SELECT wrong_pins FROM facilitator") == 0
    assert house.value("SELECT count(*) FROM journal WHERE kind = 'staff.wrong_pin'") == FREE_TRIES


def test_a_clock_set_back_locks_nobody_out(house: SmallHouse, manager: FacilitatorListed) -> None:
    for _ in range(FREE_TRIES):
        house.desk.staff.sign_in(manager.id, "0000")
    house.later(days=-3)
    _signed(house, manager, "4821")


def test_someone_who_left_cannot_sign_in(house: SmallHouse, manager: FacilitatorListed) -> None:
    house.change(Facilitator, manager.id, active=False)
    refused = Refused("unknown", "Cette personne ne tient plus l’accueil.")
    assert house.desk.staff.sign_in(manager.id, "4821") == refused
    assert house.desk.staff.sign_in("nobody", "4821") == refused
    assert house.desk.staff.everyone() == ()


def test_the_note_reaches_the_next_one_even_past_a_silent_turn(house: SmallHouse, manager: FacilitatorListed) -> None:
    assert _signed(house, manager, "4821").note == ""
    ana = _enrolled(house, "Ana Essai", "1234")
    house.later(hours=2).desk.staff.sign_out("Le café est commandé.")
    assert _signed(house.later(minutes=1), ana, "1234").note == "Le café est commandé."
    # Ana went without signing out, and the window was started again.
    house.reopen()
    assert house.desk.staff.holder.id == ""
    assert _signed(house.later(hours=1), manager, "4821").note == "Le café est commandé."
    assert house.value("SELECT count(*) FROM shift WHERE ended_at IS NULL") == 1


def test_what_is_done_carries_the_name_of_who_holds_the_desk(house: SmallHouse, manager: FacilitatorListed) -> None:
    _signed(house, manager, "4821")
    house.sell_pass()
    house.desk.staff.sign_out()
    house.scan("nonsense")
    operators = "SELECT DISTINCT operator_id FROM journal WHERE stream = ?"
    assert house.rows(operators, "sales") == [(manager.id,)]
    assert house.value("SELECT operator_id FROM journal WHERE kind = 'scan.refused'") == ""
    assert [row[0] for row in house.rows("SELECT kind FROM journal WHERE stream = 'technical' ORDER BY sequence")] == [
        "260", "staff.enrolled", "80", "40",
    ]  # fmt: skip
    house.desk.staff.sign_out("no one is there to leave a note")
    assert house.value("SELECT count(*) FROM journal WHERE kind = '40'") == 1
