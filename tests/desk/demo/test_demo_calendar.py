"""When the demo house opens: Easter against published dates, and about 250 days a year."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desk.demo import calendar

PUBLISHED = {2019: (4, 21), 2024: (3, 31), 2025: (4, 20), 2026: (4, 5), 2027: (3, 28), 2038: (4, 25), 2285: (3, 22)}


@pytest.mark.parametrize("year", PUBLISHED)
def test_easter_falls_on_its_published_date(year: int) -> None:
    assert calendar.easter(year) == date(year, *PUBLISHED[year])


@given(st.integers(1900, 2299))
def test_a_year_has_its_holidays_and_about_250_opening_days(year: int) -> None:
    assert calendar.easter(year).isoweekday() == 7
    days = calendar.opening_days(date(year, 1, 1), date(year + 1, 1, 1))
    assert 238 <= len(days) <= 248
    assert all(day.isoweekday() <= 5 for day in days)
    assert not calendar.holidays(year) & set(days)


def test_the_holidays_of_2026_are_those_of_the_labour_code() -> None:
    expected = {
        (1, 1), (4, 6), (5, 1), (5, 8), (5, 14), (5, 25), (7, 14), (8, 15), (11, 1), (11, 11), (12, 25),
    }  # fmt: skip
    assert {(day.month, day.day) for day in calendar.holidays(2026)} == expected


def test_days_before_and_after_skip_what_is_closed() -> None:
    assert calendar.last_opening_days(date(2026, 11, 12), 2) == [date(2026, 11, 9), date(2026, 11, 10)]
    assert calendar.next_opening_days(date(2026, 12, 23), 1) == [date(2027, 1, 4)]
