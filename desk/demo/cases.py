"""The instructive cases: one member for each situation at the door, to be found by the tour and by the tests."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import StrEnum

from sqlalchemy import select

from desk.bookings import BookingRequest
from desk.clock import local_instant
from desk.demo.facts import facts
from desk.demo.house import Household, done
from desk.demo.timeline import Timeline
from desk.frontdesk import FrontDesk
from desk.parcels import receive
from desk.people import MemberEdit, edit_member
from desk.registry import grant_membership, issue_card, revoke_card, set_status
from models.bookings import BookingKind
from models.cards import Card
from models.people import MemberStatus


class Case(StrEnum):
    """A situation at the door, under its name in `resources/demo/world.toml`."""

    EXPIRED = "expired"
    BLOCKED = "blocked"
    REPLACED = "replaced"
    EMPTY_BOOK = "empty_book"
    SIX_LEFT = "six_left"
    EXPECTED = "expected"


@dataclass(frozen=True)
class DemoCase:
    """The member who shows a case. `code` is the card in force, `old_code` the revoked one, empty for none."""

    case: Case
    member_id: str
    number: int
    name: str
    code: str
    old_code: str = ""


def find_case(desk: FrontDesk, case: Case) -> DemoCase:
    """The member who shows `case` in the demo world that `desk` holds; LookupError in any other world."""
    name = facts().cases[case.value]
    member = next((m for m in desk.members.everyone() if m.name == name), None)
    if member is None:
        raise LookupError(f"no {case.value} case in this world")
    with desk.work.read() as session:
        revoked = select(Card.code).where(Card.member_id == member.id, Card.revoked_at.is_not(None))
        old = session.scalar(revoked.order_by(Card.revoked_at.desc()).limit(1))
    return DemoCase(case, member.id, member.number, member.name, member.card_code, old or "")


def all_cases(desk: FrontDesk) -> tuple[DemoCase, ...]:
    """Every case, in the order of `Case`."""
    return tuple(find_case(desk, case) for case in Case)


def give_plans(house: Household, today: date) -> None:
    """What each case holds, so that on `today` it is as its name says. Called ten opening days before."""
    month, long = today + timedelta(days=20), today + timedelta(days=200)
    begun, ended = today - timedelta(days=40), today - timedelta(days=5)
    for case, first, last, units in (
        (Case.EXPIRED, begun, ended, None),
        (Case.BLOCKED, begun, month, None),
        (Case.REPLACED, begun, month, None),
        (Case.EMPTY_BOOK, begun, long, 0),
        (Case.SIX_LEFT, begun, long, 6),
        (Case.EXPECTED, begun, long, 7),
    ):
        member = house.named(house.facts.cases[case.value])
        with house.desk.work.write() as unit:
            done(
                grant_membership(unit, member.id, member.who.plan, first, valid_until=last, units_left=units),
            )


def block(house: Household) -> None:
    """Access suspended, with its reason."""
    member = house.named(house.facts.cases[Case.BLOCKED])
    with house.desk.work.write() as unit:
        reason = house.facts.cases["blocked_reason"]
        assert set_status(unit, member.id, MemberStatus.BLOCKED, reason) is None


def replace_card(house: Household) -> None:
    """A lost card taken out of force, a new one handed out."""
    member = house.named(house.facts.cases[Case.REPLACED])
    fresh = house.make_code()
    with house.desk.work.write() as unit:
        assert revoke_card(unit, member.code, house.facts.cases["lost_reason"]) is None
        assert issue_card(unit, member.id, fresh) is None
    member.code = fresh


LATEST = time(23, 59)
"""When the house closes on the day of a demonstration that is opened in the evening."""


def expect(house: Household, line: Timeline, today: date, now: datetime) -> None:
    """A parcel behind the counter and a room today, still to come at `now`: put on the line of the eve."""
    member = house.named(house.facts.cases[Case.EXPECTED])
    wish = house.facts.expected
    starts, ends = _still_to_come(today, now, house)

    def act() -> None:
        with house.desk.work.write() as unit:
            done(receive(unit, member.id, house.facts.cases["parcel_note"]))
            who, message = member.who, house.facts.cases["message"]
            edit = MemberEdit(who.given, who.family, who.email, message=message, named_on_plan=who.named)
            assert edit_member(unit, member.id, edit) is None
        request = BookingRequest(
            wish.space, starts, ends, BookingKind.MEMBER, wish.title, wish.people, member_id=member.id
        )
        done(house.desk.bookings.hold(request))
        house.tally.bookings += 1

    line.at(time(17, 30), act)


def _still_to_come(today: date, now: datetime, house: Household) -> tuple[datetime, datetime]:
    """The wished hours, or the next half-hour when they have begun; late at night what is left of the day."""
    wish = house.facts.expected
    starts, ends = (local_instant(today, hour, house.zone) for hour in (wish.starts, wish.ends))
    if now < starts:
        return starts, ends
    length, midnight = ends - starts, local_instant(today, LATEST, house.zone)
    half_hour = now.replace(minute=now.minute // 30 * 30, second=0, microsecond=0) + timedelta(minutes=30)
    starts = min(half_hour, midnight - timedelta(minutes=30))
    return starts, min(starts + length, midnight)
