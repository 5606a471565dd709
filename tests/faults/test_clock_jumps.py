"""A clock that jumps, and the two nights on which a wall clock does: nothing lost, no number skipped, and told."""

from __future__ import annotations

import random
from datetime import datetime, timedelta
from pathlib import Path

from desk.clockwatch import ClockWatch
from desk.closings.hour import LONG_GAP, HourConfirmed
from desk.errors import EnvironmentFault
from desk.formats import time
from tests.desk.closings.scenes import closed, staffed
from tests.support.faults import tally, times
from tests.support.house import PARIS, TUESDAY, SmallHouse, small_house
from tests.support.ledger import Ack, assert_whole, lost

JUMPS = times(4, 20)
NIGHTS = times(1, 8)
SPRING, AUTUMN = datetime(2027, 3, 28, 0, 30, tzinfo=PARIS), datetime(2027, 10, 31, 0, 30, tzinfo=PARIS)
STEPS = (
    timedelta(minutes=3), timedelta(hours=1), timedelta(hours=11), timedelta(days=1), timedelta(days=40),
    timedelta(days=800),
)  # fmt: skip


def _worked(house: SmallHouse, code: str, acknowledged: list[Ack]) -> str:
    """A scan and a sale, and what the person was told where the sale was declined."""
    outcome = house.desk.checkin.scan(code)
    assert outcome.verdict.value in ("in", "out"), outcome
    acknowledged.append((outcome.verdict.value, outcome.visit_id))
    for person in house.desk.presence.now().people:
        house.desk.checkin.leave(person.visit_id)
    try:
        acknowledged.append(("sale", house.sell_pass(receipt=True).sale.number))
    except EnvironmentFault as fault:
        if fault.code not in ("clock_behind", "clock_doubted"):
            raise
        return fault.sentence
    return ""


def _jumps(folder: Path, sign: int, *, closes: bool) -> None:
    chance, ticks = random.Random(sign), [0.0]
    acknowledged: list[Ack] = []
    told = 0
    with small_house(folder, at=datetime(2030, 6, 4, 11, tzinfo=PARIS), durable=True) as house:
        staffed(house)
        code = house.member(starts=TUESDAY - timedelta(days=36500), ends=TUESDAY + timedelta(days=36500)).code
        watch = ClockWatch(house.desk.work, lambda: ticks[0])
        assert watch.look() == ""
        for n in range(JUMPS):
            ticks[0] += 60
            assert _worked(house.later(minutes=1), code, acknowledged) == ""
            assert watch.look() == ""
            if closes:
                acknowledged.append(("closing", closed(house).number))
            before, step = house.clock.now(), STEPS[n % len(STEPS)] + timedelta(seconds=chance.randrange(60))
            house.clock.advance(sign * step)
            # A start on a wrong clock is told too, as long as it is before what is recorded.
            is_doubted = sign > 0 and step > LONG_GAP
            assert bool(ClockWatch(house.desk.work).look()) is (sign < 0 or is_doubted)
            declined = _worked(house, code, acknowledged)
            assert bool(declined) is (is_doubted or (closes and sign < 0))
            if is_doubted:
                # So long after the day that was left open: it is closed once a manager says that the hour is right.
                assert isinstance(staffed(house, manager=True).desk.closings.hour.confirm(), HourConfirmed)
                assert _worked(staffed(house), code, acknowledged) == ""
            words = watch.look()
            told += ("a reculé" if sign < 0 else "a avancé") in words
            assert lost(house.folder, acknowledged) == []
            assert_whole(house.folder)
            if sign < 0:
                house.clock.set(before + timedelta(minutes=1))
                assert watch.look()
        house.reopen()
        assert house.desk.integrity_failures == 0
    name = f"clock {'back' if sign < 0 else 'forward'}{', after a closing' if closes else ''}"
    tally(name, times=JUMPS, acknowledged=len(acknowledged), told=told)


def test_a_clock_set_back_loses_nothing(tmp_path: Path) -> None:
    _jumps(tmp_path / "house", -1, closes=False)


def test_a_clock_set_back_before_a_closing_adds_nothing_to_it(tmp_path: Path) -> None:
    _jumps(tmp_path / "house", -1, closes=True)


def test_a_clock_set_forward_loses_nothing(tmp_path: Path) -> None:
    _jumps(tmp_path / "house", 1, closes=False)


def test_the_nights_when_the_wall_clock_jumps_are_nights_like_others(tmp_path: Path) -> None:
    """Each quarter of an hour from before the change to after it: someone passes, and reads the hour of the wall."""
    acknowledged: list[Ack] = []
    nights = told = 0
    for night in (SPRING, AUTUMN):
        for turn in range(NIGHTS):
            at = night + timedelta(minutes=turn)
            with small_house(tmp_path / f"{night.month}-{turn}", at=at, durable=True) as house:
                code = house.member(ends=TUESDAY + timedelta(days=9000)).code
                ticks = [0.0]
                watch = ClockWatch(house.desk.work, lambda ticks=ticks: ticks[0])  # type: ignore[misc]
                seen = [watch.look()]
                here: list[Ack] = []
                for _ in range(16):
                    house.later(minutes=15)
                    ticks[0] += 900
                    outcome = house.desk.checkin.scan(code)
                    assert outcome.verdict.value in ("in", "out"), outcome
                    here.append((outcome.verdict.value, outcome.visit_id))
                    seen.append(watch.look())
                assert set(seen) == {""}
                assert house.value("SELECT count(*) FROM visit WHERE left_at < entered_at") == 0
                wall = time(house.clock.now().astimezone(PARIS))
                moved = {3: 1, 10: -1}[night.month]
                assert wall == time(datetime(2027, 1, 1, 4 + moved, 30 + turn))
                assert lost(house.folder, here) == []
                assert_whole(house.folder)
                nights, told = nights + 1, told + bool(outcome.greeting)
                acknowledged += here
    tally("a night of summer or winter time", times=nights, acknowledged=len(acknowledged), told=told)
