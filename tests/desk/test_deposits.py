"""Deposits of rentals: never turnover, sealed, given back whole or in part, and known to the drawer."""

from __future__ import annotations

import json
import sqlite3
from contextlib import closing

import pytest

from desk.deposits import DepositHeld, DepositMode
from desk.errors import Refused
from models.bookings import Booking
from tests.desk.test_groups import at, rental
from tests.support.house import SmallHouse, plain


def taken(house: SmallHouse, booking: str, mode: DepositMode = DepositMode.CASH, cents: int = 20_000) -> DepositHeld:
    held = house.desk.deposits.take(booking, mode, cents)
    assert isinstance(held, DepositHeld), held
    return held


def code(answer: object) -> str:
    assert isinstance(answer, Refused), answer
    return answer.code


def test_a_deposit_is_held_and_given_back_and_is_no_sale(house: SmallHouse) -> None:
    booking = rental(house)
    sales = house.value("SELECT count(*) FROM journal WHERE stream = 'sales'")
    held = taken(house, booking)
    assert (held.title, held.cents, held.returned_at, held.kept_cents) == ("Les Amis du Essai", 20_000, None, 0)
    assert house.desk.deposits.held() == (held,)
    back = house.at(12).desk.deposits.give_back(held.id, 20_000)
    assert isinstance(back, DepositHeld)
    assert (back.returned_at, back.returned_cents, back.kept_cents) == (at(12), 20_000, 0)
    assert house.desk.deposits.held() == ()
    assert house.value("SELECT count(*) FROM journal WHERE stream = 'sales'") == sales
    kinds = house.rows("SELECT kind FROM journal WHERE kind LIKE 'deposit.%' ORDER BY sequence")
    assert kinds == [("deposit.taken",), ("deposit.returned",)]
    assert house.verify(deep=True).ok


def test_a_part_is_kept_with_a_reason_that_the_journal_alone_holds(house: SmallHouse) -> None:
    held = taken(house, rental(house))
    deposits = house.desk.deposits
    assert code(deposits.give_back(held.id, 15_000)) == "no_reason"
    assert code(deposits.give_back(held.id, 15_000, " \t ")) == "no_reason"
    back = deposits.give_back(held.id, 15_000, "  Vitre   fêlée ")
    assert isinstance(back, DepositHeld)
    assert (back.kept_cents, back.reason) == (5_000, "Vitre fêlée")
    assert deposits.of_booking(held.booking_id) == back
    body = json.loads(str(house.value("SELECT CAST(body AS TEXT) FROM journal WHERE kind = 'deposit.returned'")))
    assert (body["kept"], body["held"], "reason" in body) == (5_000, 20_000, False)
    body = json.loads(str(house.value("SELECT CAST(body AS TEXT) FROM journal WHERE kind = 'deposit.kept'")))
    assert body["reason"] == "Vitre fêlée"
    assert code(deposits.give_back(held.id, 5_000)) == "returned"


@pytest.mark.parametrize("cents", [-1, 20_001, 10**9])
def test_no_more_goes_back_than_was_held(house: SmallHouse, cents: int) -> None:
    held = taken(house, rental(house))
    assert code(house.desk.deposits.give_back(held.id, cents, "raison")) == "amount"
    assert house.desk.deposits.held() == (held,)


def test_a_cheque_goes_back_whole_or_not_at_all(house: SmallHouse) -> None:
    held = taken(house, rental(house), DepositMode.CHEQUE)
    assert code(house.desk.deposits.give_back(held.id, 1, "raison")) == "whole_cheque"
    assert isinstance(house.desk.deposits.give_back(held.id, 0, "rien n’est revenu"), DepositHeld)


@pytest.mark.parametrize(("cents", "expected"), [(0, "amount"), (-5, "amount"), (500_001, "amount")])
def test_an_absurd_deposit_is_refused(house: SmallHouse, cents: int, expected: str) -> None:
    assert code(house.desk.deposits.take(rental(house), DepositMode.CASH, cents)) == expected


def test_what_cannot_have_a_deposit(house: SmallHouse) -> None:
    deposits, booking = house.desk.deposits, rental(house)
    assert code(deposits.take("nothing", DepositMode.CASH, 100)) == "no_booking"
    taken(house, booking)
    assert code(deposits.take(booking, DepositMode.IMPRINT, 100)) == "held"
    other = rental(house, "agora")
    house.at(12)
    assert code(deposits.take(other, DepositMode.CASH, 100)) == "over"
    house.at(11).change(Booking, other, cancelled_at=at(11))
    assert code(deposits.take(other, DepositMode.CASH, 100)) == "no_booking"
    assert code(deposits.give_back("nothing", 100)) == "no_deposit"


def test_the_cash_of_a_deposit_is_in_the_drawer_and_no_turnover(house: SmallHouse) -> None:
    first, second = rental(house), rental(house, "agora")
    expected = lambda: house.desk.closings.drawer.state().expected_cents  # noqa: E731
    cash = taken(house.at(9, 30), first)
    taken(house, second, DepositMode.IMPRINT, 50_000)
    assert expected() == 20_000
    assert house.value("SELECT count(*) FROM sale") == house.value(
        "SELECT count(*) FROM journal WHERE stream = 'sales'"
    )
    house.at(12).desk.deposits.give_back(cash.id, 15_000, "clé perdue")
    assert expected() == 5_000
    assert house.verify().problems == ()


def test_cash_that_went_to_the_safe_is_put_back_before_it_is_returned(house: SmallHouse) -> None:
    cash = taken(house, rental(house))
    house.desk.work.operator = type(house.desk.work.operator)("someone", "Ana", False)
    assert house.desk.closings.drawer.take_out(18_000, "coffre") is None
    refused = house.desk.deposits.give_back(cash.id, 20_000)
    assert code(refused) == "too_much"
    assert isinstance(refused, Refused)
    assert "Mettre au tiroir" in refused.sentence
    assert house.desk.deposits.held()[0].id == cash.id
    assert house.desk.closings.drawer.put_in(18_000, "coffre") is None
    assert not isinstance(house.desk.deposits.give_back(cash.id, 20_000), Refused)


def test_what_a_space_asks_is_a_managers_setting(house: SmallHouse) -> None:
    deposits, booking = house.desk.deposits, rental(house)
    assert deposits.asked_for(booking) == 0
    assert deposits.ask_of("calumet", 15_000) is None
    assert deposits.asked_for(booking) == 15_000
    assert {s.space_id: s.cents for s in deposits.by_space()}["calumet"] == 15_000
    assert code(deposits.ask_of("calumet", -1)) == "amount"
    assert code(deposits.ask_of("calumet", 500_001)) == "amount"
    assert code(deposits.ask_of("cuisine", 100)) == "not_rented"
    house.desk.staff.enrol_first("Gaël Essai", "4821")
    house.desk.staff.sign_in(house.desk.staff.everyone()[0].id, "4821")
    house.desk.work.operator = type(house.desk.work.operator)("someone", "Ana", False)
    assert code(deposits.ask_of("calumet", 100)) == "right"


def test_the_paper_says_that_it_is_no_sale(house: SmallHouse) -> None:
    held = house.desk.deposits.take(rental(house), DepositMode.CASH, 20_000, printed=True)
    assert isinstance(held, DepositHeld)
    paper = str(house.value("SELECT document FROM print_job WHERE kind = 'deposit'"))
    assert "Ce n’est ni une vente ni un acompte" in paper


@pytest.mark.parametrize(
    "tampering",
    ["UPDATE deposit SET cents = 1", "DELETE FROM deposit", "UPDATE deposit_return SET cents = 1",
     "INSERT OR REPLACE INTO deposit SELECT * FROM deposit"],
)  # fmt: skip
def test_the_rows_are_sealed(house: SmallHouse, tampering: str) -> None:
    held = taken(house, rental(house))
    house.desk.deposits.give_back(held.id, 20_000)
    with closing(plain(house.folder)) as other, pytest.raises(sqlite3.IntegrityError, match="sealed"):
        other.execute(tampering)


def test_verify_finds_a_deposit_that_was_changed_behind_its_guard(house: SmallHouse) -> None:
    taken(house, rental(house))
    with closing(plain(house.folder)) as other:
        guard = other.execute("SELECT sql FROM sqlite_master WHERE name = 'deposit_refuses_update'").fetchone()[0]
        other.execute("DROP TRIGGER deposit_refuses_update")
        other.execute("UPDATE deposit SET cents = 1")
        other.execute(guard)
    found = house.verify()
    assert [problem.stream for problem in found.problems] == ["operations"]
    assert "caution" in found.problems[0].sentence
