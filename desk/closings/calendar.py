"""Months and fiscal years as closings name them: when one is another, and when one may be closed before it ends."""

from __future__ import annotations

from calendar import monthrange
from datetime import date

from desk.language import translate

EARLY_DAYS = 7
"""A month may be closed this many days before its end: the house may not open again in it."""
_MONTHS = 12


def same_month(one: date, other: date) -> bool:
    """Whether both days are of one month."""
    return (one.year, one.month) == (other.year, other.month)


def fiscal_year(day: date, first_month: int) -> int:
    """The calendar year in which the fiscal year of `day` began; `first_month` is 1 to 12."""
    return day.year if day.month >= first_month else day.year - 1


def same_fiscal_year(one: date, other: date, first_month: int) -> bool:
    """Whether both days are of one fiscal year."""
    return fiscal_year(one, first_month) == fiscal_year(other, first_month)


def month_may_close(first_day: date, today: date) -> bool:
    """Whether the month that has `first_day` is over on `today`, or nearly."""
    if not same_month(first_day, today):
        return True
    return today.day > monthrange(today.year, today.month)[1] - EARLY_DAYS


def year_may_close(first_day: date, today: date, first_month: int) -> bool:
    """Whether the fiscal year that has `first_day` is over on `today`, or nearly."""
    if not same_fiscal_year(first_day, today, first_month):
        return True
    last_month = (first_month - 2) % _MONTHS + 1
    return today.month == last_month and month_may_close(today, today)


def month_names() -> tuple[str, ...]:
    """The twelve months, in words."""
    return (
        translate("Calendar", "janvier"), translate("Calendar", "février"), translate("Calendar", "mars"),
        translate("Calendar", "avril"), translate("Calendar", "mai"), translate("Calendar", "juin"),
        translate("Calendar", "juillet"), translate("Calendar", "août"), translate("Calendar", "septembre"),
        translate("Calendar", "octobre"), translate("Calendar", "novembre"), translate("Calendar", "décembre"),
    )  # fmt: skip


def month_words(day: date) -> str:
    """A month with its year: "novembre 2026"."""
    return translate("Calendar", "{month} {year}").format(month=month_names()[day.month - 1], year=day.year)


def year_words(day: date, first_month: int) -> str:
    """A fiscal year: "2026", or "2026-2027" when it begins in the middle of one."""
    began = fiscal_year(day, first_month)
    return str(began) if first_month == 1 else f"{began}-{began + 1}"
