"""Months and fiscal years: made of days, closed by a manager or when the next one begins."""

from __future__ import annotations

from datetime import date

import pytest

from desk.closings import calendar
from desk.closings.office import ClosingListed
from desk.documents import text
from desk.errors import Refused
from desk.rights import AT_TERMINAL
from models.closings import ClosingPeriod
from models.journal import Stream
from tests.desk.closings.scenes import FLOAT, a_day, closed, refused, sold, staffed
from tests.support.house import TUESDAY, SmallHouse

MONTH, YEAR = ClosingPeriod.MONTH, ClosingPeriod.YEAR
CODES = "SELECT kind FROM journal WHERE stream = ? AND kind IN ('50', '60') ORDER BY sequence"


def _periods(house: SmallHouse) -> list[tuple[str, int, int, int]]:
    return [
        (made.title, made.first_sale, made.last_sale, made.total_cents)
        for made in reversed(house.desk.closings.listed())
    ]


def test_the_month_that_ended_is_closed_before_the_first_day_of_the_next(house: SmallHouse) -> None:
    staffed(house)
    a_day(house)
    a_day(house, date(2026, 11, 30), 1000)
    a_day(house, date(2026, 12, 1), 500)
    assert _periods(house) == [
        ("mar. 24 nov. 2026", 1, 2, 2500),
        ("lun. 30 nov. 2026", 3, 3, 1000),
        ("novembre 2026", 1, 3, 3500),
        ("mar. 1 déc. 2026", 4, 4, 500),
    ]
    assert house.verify().problems == ()


def test_the_year_that_ended_is_closed_with_its_last_month(house: SmallHouse) -> None:
    staffed(house)
    a_day(house)
    a_day(house, date(2026, 12, 31), 1000)
    a_day(house, date(2027, 1, 4), 500)
    assert _periods(house) == [
        ("mar. 24 nov. 2026", 1, 2, 2500),
        ("novembre 2026", 1, 2, 2500),
        ("jeu. 31 déc. 2026", 3, 3, 1000),
        ("décembre 2026", 3, 3, 1000),
        ("exercice 2026", 1, 3, 3500),
        ("lun. 4 janv. 2027", 4, 4, 500),
    ]
    assert [kind for (kind,) in house.rows(CODES, Stream.TECHNICAL)] == ["50", "50", "50", "50", "60", "50"]
    last = house.desk.closings.listed()[0]
    assert last.perpetual_cents == 4000
    assert house.verify(deep=True).problems == ()


def test_a_month_of_which_a_day_was_forgotten_is_closed_with_that_day(house: SmallHouse) -> None:
    staffed(house)
    a_day(house)
    house.at(10, day=date(2026, 11, 30))
    sold(house, 700)
    house.at(9, day=date(2026, 12, 1)).desk.till.count_float(FLOAT, "oubliés au coffre")
    assert [title for title, *_ in _periods(house)] == ["mar. 24 nov. 2026", "lun. 30 nov. 2026", "novembre 2026"]
    assert house.verify().problems == ()


def test_a_manager_closes_the_month_on_its_last_day_and_nobody_else_does(house: SmallHouse) -> None:
    office = staffed(house).desk.closings
    a_day(house, date(2026, 11, 20), 1000)
    assert refused(office.close_longer(MONTH)) == "right"
    staffed(house, manager=True)
    assert office.closable() == ()
    assert refused(office.close_longer(MONTH)) == "too_early"
    early = house.at(10, day=date(2026, 11, 29)).desk.closings.close_longer(MONTH)
    assert isinstance(early, Refused)
    assert early.sentence == "Ce mois se clôture à partir du lun. 30 nov. 2026, son dernier jour."
    assert office.listed()[0].title == "ven. 20 nov. 2026"
    house.at(10, day=date(2026, 11, 30))
    sold(house, 300)
    assert office.closable() == ()
    answer = office.close_longer(MONTH)
    assert refused(answer) == "day_open"
    closed(house)
    assert [(one.period, one.title) for one in office.closable()] == [(MONTH, "novembre 2026")]
    made = office.close_longer(MONTH)
    assert isinstance(made, ClosingListed)
    assert (made.first_sale, made.last_sale, made.total_cents) == (1, 2, 1300)
    assert refused(office.close_longer(MONTH)) == "nothing"
    assert refused(office.close_longer(ClosingPeriod.DAY)) == "period"
    report = office.reports.seen(made.number)
    assert report is not None
    assert "Réunit les clôtures n° 1 à 2." in text.render(report).replace("\u00a0", " ")
    assert "Tiroir" not in text.render(report)


def test_a_manager_closes_the_year_and_its_month_at_once(house: SmallHouse) -> None:
    office = staffed(house, manager=True).desk.closings
    a_day(house, date(2026, 12, 30), 1000)
    assert office.closable() == ()
    early = office.close_longer(YEAR)
    assert isinstance(early, Refused)
    assert early.sentence == "Cet exercice se clôture à partir du jeu. 31 déc. 2026, son dernier jour."
    house.at(19, 30, day=date(2026, 12, 31))
    assert [(one.period, one.title) for one in office.closable()] == [
        (MONTH, "décembre 2026"),
        (YEAR, "exercice 2026"),
    ]
    made = office.close_longer(YEAR)
    assert isinstance(made, ClosingListed)
    assert [title for title, *_ in _periods(house)] == ["mer. 30 déc. 2026", "décembre 2026", "exercice 2026"]
    assert house.verify().problems == ()


def test_what_ended_with_its_days_closed_is_closed_when_asked(house: SmallHouse) -> None:
    office = staffed(house).desk.closings
    a_day(house)
    assert office.close_ended() == ()
    house.at(9, day=date(2026, 12, 2))
    sold(house, 100)
    assert office.close_ended() == ()
    closed(house)
    assert [title for title, *_ in _periods(house)][-2:] == ["novembre 2026", "mer. 2 déc. 2026"]
    a_day(house, date(2026, 12, 22), 100)
    house.at(9, day=date(2027, 1, 2))
    assert [made.title for made in office.close_ended()] == ["décembre 2026", "exercice 2026"]
    assert office.close_ended() == ()


def test_a_fiscal_year_may_begin_in_the_middle_of_another(house: SmallHouse) -> None:
    office = staffed(house).desk.closings
    assert refused(office.set_fiscal_month(7)) == "right"
    staffed(house, manager=True)
    assert refused(office.set_fiscal_month(0)) == refused(office.set_fiscal_month(13)) == "month"
    assert office.set_fiscal_month(7) is None
    assert office.fiscal_month() == 7
    a_day(house)
    a_day(house, date(2027, 7, 1), 500)
    assert [title for title, *_ in _periods(house)] == [
        "mar. 24 nov. 2026", "novembre 2026", "exercice 2026-2027", "jeu. 1 juil. 2027",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("day", "first", "month", "year"),
    [
        (TUESDAY, 1, date(2026, 11, 30), date(2026, 12, 31)),
        (TUESDAY, 7, date(2026, 11, 30), date(2027, 6, 30)),
        (TUESDAY, 12, date(2026, 11, 30), date(2026, 11, 30)),
        (date(2028, 2, 1), 3, date(2028, 2, 29), date(2028, 2, 29)),
        (date(2028, 3, 1), 3, date(2028, 3, 31), date(2029, 2, 28)),
    ],
)
def test_the_last_days_of_a_month_and_of_a_year(day: date, first: int, month: date, year: date) -> None:
    assert (calendar.month_end(day), calendar.year_end(day, first)) == (month, year)


def test_the_terminal_is_the_owner_of_the_folder(house: SmallHouse) -> None:
    staffed(house)
    a_day(house, date(2026, 11, 30), 1000)
    house.desk.work.operator = AT_TERMINAL
    assert isinstance(house.desk.closings.close_longer(MONTH), ClosingListed)
