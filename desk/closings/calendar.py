"""Months and fiscal years as closings name them: when one is another, and which day is the last of each."""

from __future__ import annotations

from calendar import monthrange
from datetime import date

from desk.language import translate

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


def month_end(day: date) -> date:
    """The last day of the month of `day`, from which that month may be closed."""
    return day.replace(day=monthrange(day.year, day.month)[1])


def year_end(day: date, first_month: int) -> date:
    """The last day of the fiscal year of `day`, from which that year may be closed."""
    last_month = (first_month - 2) % _MONTHS + 1
    began = fiscal_year(day, first_month)
    return month_end(date(began if first_month == 1 else began + 1, last_month, 1))


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
