"""Days and hours of the site's zone, across the nights when the hour changes."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desk.clock import SetClock, SystemClock, day_bounds, local_day, local_instant, midnight_after, month_bounds

PARIS = ZoneInfo("Europe/Paris")


@given(st.dates(date(2015, 1, 1), date(2036, 12, 31)))
def test_days_follow_each_other_without_gap_or_overlap(day: date) -> None:
    start, end = day_bounds(day, PARIS)
    assert day_bounds(day + timedelta(days=1), PARIS)[0] == end
    assert end - start in {timedelta(hours=hours) for hours in (23, 24, 25)}
    assert start.tzinfo is UTC
    assert start.astimezone(PARIS).date() == day
    assert (end - timedelta(microseconds=1)).astimezone(PARIS).date() == day


@pytest.mark.parametrize(("day", "hours"), [(date(2026, 3, 29), 23), (date(2026, 10, 25), 25), (date(2026, 7, 1), 24)])
def test_the_nights_when_the_hour_changes(day: date, hours: int) -> None:
    start, end = day_bounds(day, PARIS)
    assert end - start == timedelta(hours=hours)


def test_an_hour_that_is_skipped_or_comes_twice_is_one_instant() -> None:
    assert local_instant(date(2026, 3, 29), time(2, 30), PARIS) == datetime(2026, 3, 29, 1, 30, tzinfo=UTC)
    assert local_instant(date(2026, 10, 25), time(2, 30), PARIS) == datetime(2026, 10, 25, 0, 30, tzinfo=UTC)


@pytest.mark.parametrize(
    ("moment", "day", "midnight"),
    [
        (datetime(2026, 11, 24, 22, 59, tzinfo=UTC), date(2026, 11, 24), datetime(2026, 11, 24, 23, tzinfo=UTC)),
        (datetime(2026, 11, 24, 23, 0, tzinfo=UTC), date(2026, 11, 25), datetime(2026, 11, 25, 23, tzinfo=UTC)),
        (datetime(2026, 10, 25, 0, 30, tzinfo=UTC), date(2026, 10, 25), datetime(2026, 10, 25, 23, tzinfo=UTC)),
    ],
)
def test_a_day_is_the_sites_and_ends_at_its_midnight(moment: datetime, day: date, midnight: datetime) -> None:
    assert local_day(moment, PARIS) == day
    assert midnight_after(moment, PARIS) == midnight


@given(st.dates(date(2015, 1, 1), date(2036, 12, 31)))
def test_months_follow_each_other_and_hold_their_days(day: date) -> None:
    start, end = month_bounds(day, PARIS)
    assert local_day(start, PARIS) == day.replace(day=1)
    assert start <= day_bounds(day, PARIS)[0] < day_bounds(day, PARIS)[1] <= end
    assert month_bounds(local_day(end, PARIS), PARIS)[0] == end


def test_clocks_speak_utc() -> None:
    assert SystemClock().now().tzinfo is UTC
    clock = SetClock(datetime(2026, 11, 24, 9, tzinfo=PARIS))
    assert clock.now() == datetime(2026, 11, 24, 8, tzinfo=UTC)
    clock.advance(timedelta(minutes=-5))
    assert clock.now().hour == 7
    with pytest.raises(ValueError):
        clock.set(datetime(2026, 11, 24))
