"""Grandfathers, fathers and sons."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from hypothesis import given
from hypothesis import strategies as st

from desk.backups.keeping import DAYS, HOURS, MONTHS, WEEKS, kept

PARIS = ZoneInfo("Europe/Paris")
NOON = datetime(2026, 11, 24, 12, tzinfo=UTC)


def test_a_year_of_hourly_copies_leaves_a_year_to_go_back_to() -> None:
    every_hour = [NOON - timedelta(hours=n) for n in range(400 * 24)]
    staying = sorted(kept(every_hour, PARIS), reverse=True)
    assert staying[:HOURS] == every_hour[:HOURS]
    assert len(staying) <= HOURS + DAYS + WEEKS + MONTHS
    assert NOON - staying[-1] > timedelta(days=300)
    assert len({at.astimezone(PARIS).date() for at in staying if NOON - at < timedelta(days=7)}) == DAYS


def test_a_house_that_was_closed_for_a_month_loses_nothing() -> None:
    before = [NOON - timedelta(days=40 + n) for n in range(7)]
    assert set(before) <= kept([NOON, *before], PARIS)


def test_of_two_copies_in_an_hour_the_last_stays() -> None:
    assert kept([NOON, NOON + timedelta(minutes=20)], PARIS) == {NOON + timedelta(minutes=20)}


def test_the_hour_that_autumn_repeats_is_two_hours() -> None:
    night = datetime(2026, 10, 25, 0, 30, tzinfo=UTC)
    assert len(kept([night, night + timedelta(hours=1)], PARIS)) == 2


@given(st.lists(st.integers(0, 5_000_000), max_size=200))
def test_what_is_kept_is_kept_again_and_the_newest_always(minutes: list[int]) -> None:
    taken = [NOON - timedelta(minutes=n) for n in minutes]
    staying = kept(taken, PARIS)
    assert staying <= set(taken)
    assert kept(staying, PARIS) == staying
    assert not taken or max(taken) in staying
    assert len(staying) <= HOURS + DAYS + WEEKS + MONTHS
