"""The door when the clock is wrong, late, or a day further: visits stay in order and nobody is locked in."""

from __future__ import annotations

from datetime import datetime, timedelta

from desk.checkin import Verdict
from tests.support.house import PARIS, TUESDAY, CardHolder, SmallHouse

DAY = timedelta(days=1)


def _back(house: SmallHouse, member: CardHolder, verdict: Verdict, **step: float) -> None:
    house.clock.advance(-timedelta(**step))
    assert house.scan(member).verdict is verdict


def test_a_clock_set_back_breaks_nothing(house: SmallHouse) -> None:
    member = house.member(plan="book-10-days", units=5)
    house.at(15).scan(member)
    house.at(15, 30).scan(member)
    _back(house, member, Verdict.IN, hours=6)  # an entry earlier than the last exit
    _back(house, member, Verdict.OUT, hours=2)  # an exit earlier than its entry
    _back(house, member, Verdict.IN, days=40)
    assert house.value("SELECT count(*) FROM visit WHERE left_at < entered_at") == 0
    presence = house.desk.presence.now()
    assert presence.count == len(presence.people) == 1
    assert house.later(seconds=2).scan(member).verdict is Verdict.REPEAT
    assert house.verify(deep=True).ok


def test_someone_who_works_late_leaves_after_midnight(house: SmallHouse) -> None:
    member = house.member()
    assert house.at(18).scan(member).verdict is Verdict.IN
    late = house.at(0, 30, day=TUESDAY + DAY).scan(member)
    assert (late.verdict, late.supposed_exit) == (Verdict.OUT, None)


def test_a_forgotten_exit_is_recorded_as_supposed(house: SmallHouse) -> None:
    member = house.member()
    house.at(20).scan(member)  # after closing: the visit cannot end before it began
    back = house.at(9, day=TUESDAY + 3 * DAY).scan(member)
    assert (back.verdict, back.supposed_exit) == (Verdict.IN, datetime(2026, 11, 24, 20, tzinfo=PARIS))
    kinds = [kind for (kind,) in house.rows("SELECT kind FROM journal WHERE stream = 'operations' ORDER BY sequence")]
    assert kinds[-3:] == ["visit.entered", "visit.left_supposed", "visit.entered"]
    assert house.desk.presence.now().count == 1
    assert house.verify().ok
