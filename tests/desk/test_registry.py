"""The secretary's desk and the register of shares: what is admitted, what is refused, and the trace each leaves."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from sqlalchemy import select

from desk import codes
from desk.checkin import Verdict
from desk.clock import SetClock
from desk.errors import Refused
from desk.frontdesk import FrontDesk
from desk.registry import (
    MemberAdmitted,
    MembershipGranted,
    MembershipSold,
    NewMember,
    admit_member,
    grant_membership,
    issue_card,
    membership_basket,
    revoke_card,
    sell_membership,
    set_status,
)
from desk.rights import AT_TERMINAL
from desk.shares import CooperatorAdmitted, NewCooperator, SharesSubscribed, admit_cooperator, subscribe_shares
from desk.till import PaymentOffer
from desk.work import Unit
from models.cooperators import CooperatorCategory
from models.journal import JournalRecord, Stream
from models.people import MemberStatus
from models.sales import PaymentMode

TODAY = date(2026, 1, 31)


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[FrontDesk]:
    opened = FrontDesk(
        tmp_path, operator=AT_TERMINAL, clock=SetClock(datetime(2026, 1, 31, 9, 0, tzinfo=UTC)), durable=False
    )
    yield opened
    opened.close()


@pytest.fixture
def unit(desk: FrontDesk) -> Iterator[Unit]:
    with desk.work.write() as opened:
        yield opened


@pytest.fixture
def member(unit: Unit) -> MemberAdmitted:
    admitted = admit_member(unit, NewMember("  Zoé ", "N’Diambour", TODAY))
    assert isinstance(admitted, MemberAdmitted)
    return admitted


def _code(answer: object) -> str:
    assert isinstance(answer, Refused)
    assert answer.sentence
    return answer.code


def test_numbers_follow_each_other_and_names_are_tidied(unit: Unit, member: MemberAdmitted) -> None:
    assert (member.number, member.name) == (1, "Zoé N’Diambour")
    following = admit_member(unit, NewMember("Ulysse", "", TODAY, usual_space_id="la-ruche"))
    assert isinstance(following, MemberAdmitted)
    assert following.number == 2
    assert _code(admit_member(unit, NewMember(" ", "", TODAY))) == "no_name"
    assert _code(admit_member(unit, NewMember("A", "B", TODAY, usual_space_id="cave"))) == "no_space"


def test_a_month_and_a_book_have_their_terms(unit: Unit, member: MemberAdmitted) -> None:
    month = grant_membership(unit, member.id, "regular", date(2026, 1, 31))
    book = grant_membership(unit, member.id, "book-10-days", date(2026, 3, 1))
    assert isinstance(month, MembershipGranted)
    assert isinstance(book, MembershipGranted)
    assert (month.valid_until, month.units_left) == (date(2026, 2, 27), 0)
    assert (book.valid_until, book.units_left) == (date(2027, 2, 28), 10)


def test_a_plan_is_refused_with_its_reason(unit: Unit, member: MemberAdmitted) -> None:
    assert _code(grant_membership(unit, "nobody", "regular", TODAY)) == "no_member"
    assert _code(grant_membership(unit, member.id, "gold", TODAY)) == "no_plan"
    assert _code(grant_membership(unit, member.id, "regular", TODAY, valid_until=date(2025, 1, 1))) == "empty"
    assert _code(grant_membership(unit, member.id, "book-10-days", TODAY, units_left=11)) == "units"


def test_a_plan_is_sold_at_the_members_price_or_not_at_all(desk: FrontDesk) -> None:
    with desk.work.write() as unit:
        admitted = admit_member(unit, NewMember("Zoé", "N’Diambour", TODAY))
        assert isinstance(admitted, MemberAdmitted)
        assert not isinstance(membership_basket(unit.session, "regular", TODAY), Refused)
    with desk.work.write() as unit:
        short = (PaymentOffer(PaymentMode.CARD, 1),)
        assert _code(sell_membership(unit, admitted.id, "regular", short)) == "unbalanced"
        assert _code(sell_membership(unit, "nobody", "regular", short)) == "no_member"
        assert _code(sell_membership(unit, admitted.id, "gold", short)) == "no_plan"
    with desk.work.write() as unit:
        sold = sell_membership(unit, admitted.id, "regular", (PaymentOffer(PaymentMode.TRANSFER, 300_00),))
    assert isinstance(sold, MembershipSold)
    assert sold.sale.number == "A-000001"
    assert sold.membership.valid_from == TODAY


def test_one_card_in_force_at_a_time(desk: FrontDesk) -> None:
    first, second = codes.make(), codes.make()
    with desk.work.write() as unit:
        admitted = admit_member(unit, NewMember("Zoé", "N’Diambour", TODAY))
        assert isinstance(admitted, MemberAdmitted)
        assert not isinstance(grant_membership(unit, admitted.id, "nomad", TODAY), Refused)
        assert issue_card(unit, admitted.id, codes.grouped(first)) is None
        assert _code(issue_card(unit, admitted.id, second)) == "has_card"
        assert _code(issue_card(unit, admitted.id, first)) == "known"
        assert _code(issue_card(unit, admitted.id, "CC1")) == codes.Problem.MISREAD.value
        assert revoke_card(unit, first, "perdue") is None
        assert _code(revoke_card(unit, first, "perdue")) == "not_in_force"
        assert issue_card(unit, admitted.id, second) is None
    assert desk.checkin.scan(first).reason == "revoked"
    assert desk.checkin.scan(second).verdict is Verdict.IN


def test_a_status_is_noted(desk: FrontDesk) -> None:
    with desk.work.write() as unit:
        admitted = admit_member(unit, NewMember("Zoé", "N’Diambour", TODAY))
        assert isinstance(admitted, MemberAdmitted)
        assert set_status(unit, admitted.id, MemberStatus.BLOCKED, "clé non rendue") is None
        assert _code(set_status(unit, "nobody", MemberStatus.GONE)) == "no_member"
    outcome = desk.checkin.arrive_or_leave(admitted.id)
    assert outcome.reason == "blocked"
    assert outcome.refused is not None
    assert "clé non rendue" in outcome.refused.sentence


def test_shares_add_up_and_public_bodies_past_half_are_warned_about(unit: Unit, member: MemberAdmitted) -> None:
    woman = admit_cooperator(unit, NewCooperator(member.name, CooperatorCategory.WOMAN, "A", member_id=member.id))
    town = admit_cooperator(unit, NewCooperator("Une ville", CooperatorCategory.LEGAL_PERSON, "D", is_public_body=True))
    assert isinstance(woman, CooperatorAdmitted)
    assert isinstance(town, CooperatorAdmitted)
    assert subscribe_shares(unit, woman.id, 10, 6000, TODAY) == SharesSubscribed(10, 600_00)
    assert subscribe_shares(unit, town.id, 10, 6000, TODAY) == SharesSubscribed(10, 1_200_00)
    over = subscribe_shares(unit, town.id, 1, 6000, TODAY)
    assert isinstance(over, SharesSubscribed)
    assert "plus de la moitié" in over.warning
    assert _code(subscribe_shares(unit, woman.id, 0, 6000, TODAY)) == "empty"
    assert _code(subscribe_shares(unit, "nobody", 1, 6000, TODAY)) == "no_cooperator"
    assert _code(admit_cooperator(unit, NewCooperator("", CooperatorCategory.MAN, "A"))) == "no_name"
    assert _code(admit_cooperator(unit, NewCooperator("X", CooperatorCategory.MAN, "A", member_id="?"))) == "no_member"


def test_each_act_leaves_its_full_content_in_the_journal(unit: Unit, member: MemberAdmitted) -> None:
    assert issue_card(unit, member.id, codes.make()) is None
    rows = unit.session.scalars(
        select(JournalRecord).where(JournalRecord.stream == Stream.OPERATIONS.value).order_by(JournalRecord.sequence)
    ).all()
    assert [row.kind for row in rows] == ["member.admitted", "card.issued"]
    body = json.loads(rows[0].body)
    assert (body["member"], body["given"], body["family"], body["joined"]) == (1, "Zoé", "N’Diambour", "2026-01-31")
    assert json.loads(rows[1].body)["name"] == "Zoé N’Diambour"
