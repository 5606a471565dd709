"""What lets a visit happen, for every day and hour: the rules that greeting, refusal and command line share."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desk.entitlements import Entitlement, for_member, for_pass, part_label
from desk.errors import Refused
from models.membership import Membership, PlanKind
from models.passes import DayPart, DayPass
from models.people import Member
from models.site import Site
from models.visits import Basis
from tests.support.house import PARIS, TUESDAY, SmallHouse

DAYS = st.dates(date(2026, 1, 1), date(2027, 12, 31))
SITE = Site(zone="Europe/Paris", half_day_split="13:30")


@given(day=DAYS, when=st.datetimes(datetime(2026, 1, 1), datetime(2027, 12, 31)), part=st.sampled_from(DayPart))
def test_a_pass_opens_exactly_its_part_of_its_day(day: date, when: datetime, part: DayPart) -> None:
    now = when.replace(tzinfo=PARIS)
    local = now.astimezone(PARIS)
    answer = for_pass(SITE, DayPass(day=day, part=part, cancelled_at=None), now)
    morning = local.time() < time(13, 30)
    right_part = part is DayPart.DAY or (part is DayPart.MORNING) is morning
    if local.date() != day:
        assert isinstance(answer, Refused)
        assert answer.code == "wrong_day"
    elif not right_part:
        assert isinstance(answer, Refused)
        assert answer.code == "wrong_half"
    else:
        assert answer == Entitlement(Basis.DAY_PASS, part_label(part))


def test_a_plan_opens_on_exactly_its_days(house: SmallHouse) -> None:
    member = house.member(starts=TUESDAY, ends=TUESDAY + timedelta(days=30))
    with house.desk.work.read() as session:
        site, row = house.desk.work.site(session), session.get_one(Member, member.id)
        for offset in range(-40, 80):
            day = TUESDAY + timedelta(days=offset)
            for hour in (time(0), time(12), time(23, 59, 59, 999_999)):
                answer = for_member(session, site, row, datetime.combine(day, hour, tzinfo=PARIS))
                expected = "not_yet_valid" if offset < 0 else "expired" if offset > 30 else ""
                assert (answer.code if isinstance(answer, Refused) else "") == expected, (day, hour)


@pytest.mark.parametrize("order", [("one", "two"), ("two", "one")])
def test_of_two_books_the_one_that_is_not_empty_is_used(house: SmallHouse, order: tuple[str, str]) -> None:
    member = house.member(plan="")
    with house.desk.work.write() as unit:
        for name in order:
            unit.session.add(
                Membership(
                    id=name, member_id=member.id, plan_code="book-10-days", valid_from=TUESDAY, valid_until=TUESDAY,
                    units_left=0 if name == "one" else 4,
                )
            )  # fmt: skip
    assert house.scan(member).greeting is not None
    assert dict(house.rows("SELECT id, units_left FROM membership")) == {"one": 0, "two": 3}  # type: ignore[arg-type]


def test_only_books_are_used_up() -> None:
    assert {kind for kind in PlanKind if kind.is_book} == {PlanKind.BOOK_OF_DAYS, PlanKind.BOOK_OF_HALF_DAYS}
