"""A plan is renewed at the desk: the same again from where it ended, sold or granted, all of it or nothing."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from desk.errors import Refused
from desk.renewals import Renewed
from desk.till import PaymentOffer
from desk.verdicts import Verdict
from models.membership import Membership
from models.people import MemberStatus
from models.sales import PaymentMode
from tests.support.door import held_by_facilitator, held_by_manager
from tests.support.house import TUESDAY, CardHolder, SmallHouse

DAY = timedelta(days=1)


def _renew(house: SmallHouse, member: CardHolder, plan: str = "regular", **how: bool) -> Renewed | Refused:
    offer = house.desk.door.renewals.offer(member.id)
    assert not isinstance(offer, Refused)
    price = next(p.cents for p in offer.plans if p.code == plan)
    assert price is not None
    payments = () if how.get("is_granted") else (PaymentOffer(PaymentMode.CARD, price),)
    answer = house.desk.door.renewals.renew(member.id, plan, payments, **how)
    if isinstance(answer, Renewed):
        assert offer.periods[plan] == (answer.membership.valid_from, answer.membership.valid_until)
    return answer


@pytest.mark.parametrize(
    ("ended", "first", "last"),
    [
        (TUESDAY - DAY, TUESDAY, date(2026, 12, 23)),
        (date(2026, 11, 10), date(2026, 11, 11), date(2026, 12, 10)),
        # A plan that ended long ago begins again today: nobody pays for months they were not there.
        (date(2026, 10, 1), TUESDAY, date(2026, 12, 23)),
        # Renewed ahead of time, it follows the one in force.
        (date(2026, 12, 10), date(2026, 12, 11), date(2027, 1, 10)),
    ],
)
def test_the_same_plan_follows_the_one_that_ended(house: SmallHouse, ended: date, first: date, last: date) -> None:
    member = house.member(ends=ended)
    renewed = _renew(house, member)
    assert isinstance(renewed, Renewed)
    assert (renewed.membership.valid_from, renewed.membership.valid_until) == (first, last)
    assert house.scan(member).verdict is Verdict.IN
    assert house.value("SELECT count(*) FROM sale") == 1


def test_an_empty_book_begins_again_today_and_a_full_one_follows(house: SmallHouse) -> None:
    member = house.member(plan="book-10-days", units=0)
    assert house.scan(member).reason == "book_empty"
    first = _renew(house, member, "book-10-days", wants_receipt=True)
    assert isinstance(first, Renewed)
    assert (first.membership.valid_from, first.membership.units_left) == (TUESDAY, 10)
    assert house.value("SELECT count(*) FROM print_job") == 1
    second = _renew(house, member, "book-10-days")
    assert isinstance(second, Renewed)
    assert second.membership.valid_from == first.membership.valid_until + DAY


def test_another_plan_begins_today(house: SmallHouse) -> None:
    member = house.member(plan="nomad", ends=TUESDAY + 30 * DAY)
    renewed = _renew(house, member)
    assert isinstance(renewed, Renewed)
    assert renewed.membership.valid_from == TUESDAY


def test_the_offer_knows_the_last_plan(house: SmallHouse) -> None:
    offer = house.desk.door.renewals.offer(house.member("Inès Alvar", "book-10-days").id)
    assert not isinstance(offer, Refused)
    assert (offer.name, offer.last_plan) == ("Inès Alvar", "book-10-days")
    none = house.desk.door.renewals.offer(house.member("Zoé Sans", plan="").id)
    assert not isinstance(none, Refused)
    assert none.last_plan == ""


def test_granting_is_a_managers_right(house: SmallHouse) -> None:
    held_by_facilitator(house)
    member = house.member(ends=TUESDAY - DAY)
    refused = _renew(house, member, is_granted=True)
    assert isinstance(refused, Refused)
    assert refused.code == "right"
    house.desk.staff.lock()
    held_by_manager(house, "Rose Essai")
    assert isinstance(_renew(house, member, is_granted=True), Renewed)
    assert house.value("SELECT count(*) FROM sale") == 0


def test_what_cannot_be_renewed_leaves_nothing(house: SmallHouse) -> None:
    renewals = house.desk.door.renewals
    gone = house.member("Léo Parti", status=MemberStatus.GONE)
    member = house.member(ends=TUESDAY - DAY)
    short = (PaymentOffer(PaymentMode.CARD, 100),)
    for answer, code in (
        (renewals.offer("nobody"), "no_member"), (renewals.renew("nobody", "regular"), "no_member"),
        (renewals.offer(gone.id), "gone"), (renewals.renew(gone.id, "regular"), "gone"),
        (renewals.renew(member.id, "nothing"), "no_plan"), (renewals.renew(member.id, "regular", short), None),
        (renewals.renew(member.id, "regular"), None),
    ):  # fmt: skip
        assert isinstance(answer, Refused)
        assert code is None or answer.code == code
    assert house.value("SELECT count(*) FROM sale") == 0
    assert house.value("SELECT count(*) FROM membership") == 2
    house.change(Membership, member.membership_id, valid_until=TUESDAY)
    assert house.verify().ok
