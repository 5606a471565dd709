"""The fiscal records of a year: the sales stream (sale, correction, settlement), each with the day it is accounted on.

A record belongs to the day of the closing that covers it, by sequence and never by its own hour: what is sold after
midnight is of the evening before, as in the closing. Until it is closed, it belongs to its own local day.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy.orm import Session

from desk.backups.holes import LOST
from desk.clock import local_day
from desk.closings.calendar import fiscal_year
from desk.work import site_of
from models.database import driver_of

Body = Mapping[str, Any]
_DAYS = "SELECT body FROM journal WHERE stream = 'closings' AND kind = 'closing.day' ORDER BY sequence"
_SALES = (
    "SELECT sequence, kind, at, body FROM journal WHERE stream = 'sales' AND sequence BETWEEN ? AND ? ORDER BY sequence"
)
_LAST = "SELECT COALESCE(MAX(sequence), 0) FROM journal WHERE stream = 'sales'"


@dataclass(frozen=True)
class FiscalRecord:
    """One sealed record: `day` is the one it is accounted on, `written_on` the local day of its own hour.

    `closing` is the number of the closing that covers it, empty until its day is closed.
    """

    sequence: int
    kind: str
    day: date
    written_on: date
    closing: str
    body: Body

    @property
    def number(self) -> str:
        """The number of the receipt."""
        return str(self.body["number"])


@dataclass(frozen=True)
class FiscalYear:
    """The records of a fiscal year, in order; `lost` is how many numbers of it a restoration could not bring back."""

    year: int
    first_day: date
    last_day: date
    records: tuple[FiscalRecord, ...]
    lost: int = 0


@dataclass(frozen=True)
class _Covered:
    """What a closed day covers."""

    first: int
    last: int
    day: date
    closing: str


def year_days(year: int, first_month: int) -> tuple[date, date]:
    """The first and the last day of the fiscal year that began in `year`."""
    first = date(year, first_month, 1)
    return first, date.fromordinal(first.replace(year=year + 1).toordinal() - 1)


def read_year(session: Session, year: int) -> FiscalYear:
    """Every record of the sales stream that is accounted in the fiscal year begun in `year`."""
    driver, site = driver_of(session), site_of(session)
    covered = [_covered(json.loads(body)) for (body,) in driver.execute(_DAYS).fetchall()]
    mine = [run for run in covered if fiscal_year(run.day, site.fiscal_month) == year and run.last >= run.first]
    records: list[FiscalRecord] = []
    lost = 0
    for run in mine:
        for sequence, kind, at, body in driver.execute(_SALES, (run.first, run.last)).fetchall():
            if kind == LOST:
                lost += 1
                continue
            written_on = local_day(datetime.fromisoformat(at), site.timezone)
            records.append(FiscalRecord(sequence, kind, run.day, written_on, run.closing, json.loads(body)))
    open_from = covered[-1].last + 1 if covered else 1
    for sequence, kind, at, body in driver.execute(_SALES, (open_from, driver.execute(_LAST).fetchone()[0])):
        day = local_day(datetime.fromisoformat(at), site.timezone)
        if fiscal_year(day, site.fiscal_month) != year:
            continue
        if kind == LOST:
            lost += 1
            continue
        records.append(FiscalRecord(sequence, kind, day, day, "", json.loads(body)))
    first_day, last_day = year_days(year, site.fiscal_month)
    return FiscalYear(year, first_day, last_day, tuple(records), lost)


def _covered(facts: Body) -> _Covered:
    sales = facts["sales"]
    return _Covered(sales["first"], sales["last"], date.fromisoformat(facts["days"][0]), facts["number"])


def by_day(records: tuple[FiscalRecord, ...]) -> Iterator[tuple[date, list[FiscalRecord]]]:
    """The records of each day, in order."""
    found: dict[date, list[FiscalRecord]] = {}
    for record in records:
        found.setdefault(record.day, []).append(record)
    yield from sorted(found.items())
