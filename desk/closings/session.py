"""What has happened since the last day was closed: the open run of the sales stream, and the drawer.

Everything is read from the journal. The drawer's own acts are records of the technical stream, so that a closing cuts
them by sequence too: its session begins after the last technical record that the closing before it covers.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from functools import cached_property
from typing import Any

from sqlalchemy.orm import Session

from desk import exits
from desk.clock import local_day
from desk.closings.totals import Totals, add_up
from models.database import driver_of
from models.site import Site

FLOAT_COUNTED = "till.float_counted"
CASH_IN = "till.cash_in"
CASH_OUT = "till.cash_out"
COUNTED = "till.counted"
DRAWER_KINDS = (FLOAT_COUNTED, CASH_IN, CASH_OUT, COUNTED)
_KINDS = ", ".join(f"'{kind}'" for kind in DRAWER_KINDS)
_LAST_DAY = (
    "SELECT last_sale, last_technical, kept_cents, (SELECT closed_at FROM closing ORDER BY sequence DESC LIMIT 1)"
    " FROM closing WHERE period = 'day' ORDER BY sequence DESC LIMIT 1"
)
_SALES = "SELECT sequence, kind, at, body, digest FROM journal WHERE stream = 'sales' AND sequence BETWEEN ? AND ?"
_DRAWER = (
    "SELECT sequence, kind, at, body FROM journal WHERE stream = 'technical' AND sequence BETWEEN ? AND ?"  # noqa: S608
    f" AND kind IN ({_KINDS}) ORDER BY sequence"
)
_TAIL = "SELECT COALESCE(MAX(sequence), 0) FROM journal WHERE stream = ?"
_FIRST_SALE = "SELECT at FROM journal WHERE stream = 'sales' AND sequence = ?"


@dataclass(frozen=True)
class Edge:
    """Where the last closed day ended; zeros when none was ever closed. `kept` in cents.

    `closed_at` is when anything was closed last, as the journal writes it.
    """

    last_sale: int = 0
    last_technical: int = 0
    kept: int = 0
    closed_at: str = ""


@dataclass(frozen=True)
class DrawerAct:
    """One act on the drawer, from the technical stream; `cents` is never negative.

    Of a float: `opening` is what it says of the opening, `difference` what was found beyond what should have been
    there, `last_sale` the last sale made before it (None in a record of before these were sealed). Cents.
    """

    sequence: int
    kind: str
    at: datetime
    cents: int
    reason: str
    by: str
    opening: int = 0
    difference: int = 0
    last_sale: int | None = None


@dataclass(frozen=True)
class DrawerSession:
    """The drawer since the last closing. Cents.

    `opening` is the float: what was counted less what had moved before it was, else what the closing before left in
    the drawer. `is_known` is False while nobody has ever said what the drawer held.
    """

    opening: int
    is_counted: bool
    acts: tuple[DrawerAct, ...]
    cash: int
    is_known: bool = True

    @property
    def cash_in(self) -> int:
        """What was put in beside the sales."""
        return sum(act.cents for act in self.acts if act.kind == CASH_IN)

    @property
    def cash_out(self) -> int:
        """What was taken out beside the sales."""
        return sum(act.cents for act in self.acts if act.kind == CASH_OUT)

    @property
    def moves(self) -> tuple[DrawerAct, ...]:
        """What was put in and taken out, in order."""
        return tuple(act for act in self.acts if act.kind in (CASH_IN, CASH_OUT))

    @property
    def floats(self) -> tuple[DrawerAct, ...]:
        """The counts of the float that did not find what should have been there, in order."""
        return tuple(act for act in self.acts if act.kind == FLOAT_COUNTED and act.difference)

    @property
    def moved(self) -> int:
        """What came in since the opening, what went out deducted."""
        return self.cash_in - self.cash_out + self.cash

    @property
    def counts(self) -> int:
        """How many times the drawer was counted to be closed."""
        return sum(act.kind == COUNTED for act in self.acts)

    @property
    def expected(self) -> int:
        """What should be found in the drawer now."""
        return self.opening + self.moved


@dataclass(frozen=True)
class OpenRun:
    """The open run: sales `first` to `last` (`first` - 1 for none), technical records to `last_technical`."""

    edge: Edge
    first: int
    last: int
    last_technical: int
    first_at: datetime | None
    last_at: datetime | None
    head: str
    totals: Totals
    drawer: DrawerSession

    @cached_property
    def is_empty(self) -> bool:
        """Whether nothing was sold and nobody touched the drawer."""
        return self.last < self.first and not self.drawer.acts

    @property
    def has_money(self) -> bool:
        """Whether something was sold, or cash moved: a float alone need not be asked about."""
        return self.last >= self.first or bool(self.drawer.moves)

    @cached_property
    def began_at(self) -> datetime | None:
        """When its first act was, None when it is empty."""
        found = [at for at in (self.first_at, *(act.at for act in self.drawer.acts[:1])) if at is not None]
        return min(found, default=None)

    def days(self, site: Site, now: datetime) -> tuple[date, date]:
        """The first and the last local day of its sales; of its first act when nothing was sold."""
        zone = site.timezone
        began = self.first_at or self.began_at or now
        days = local_day(began, zone), local_day(self.last_at or began, zone)
        # A clock that was put right in between dates the last sale before the first.
        return min(days), max(days)

    def is_overdue(self, site: Site, now: datetime) -> bool:
        """Whether the house has opened again since it began: its day was forgotten."""
        return self.began_at is not None and self.began_at < exits.day_begun(site, now)


def last_edge(session: Session) -> Edge:
    """Where the last closed day ended."""
    row = driver_of(session).execute(_LAST_DAY).fetchone()
    return Edge(*row) if row is not None else Edge()


def overdue_sale(session: Session, edge: Edge, site: Site, now: datetime) -> bool:
    """Whether a sale of a former day waits for its closing: two look-ups, for it is asked before each sale."""
    row = driver_of(session).execute(_FIRST_SALE, (edge.last_sale + 1,)).fetchone()
    return row is not None and datetime.fromisoformat(row[0]) < exits.day_begun(site, now)


def open_run(session: Session) -> OpenRun:
    """Everything since the last closed day."""
    driver, edge = driver_of(session), last_edge(session)
    first = edge.last_sale + 1
    rows = driver.execute(f"{_SALES} ORDER BY sequence", (first, driver.execute(_TAIL, ("sales",)).fetchone()[0]))
    sales = rows.fetchall()
    totals = add_up((kind, json.loads(body)) for _, kind, _, body, _ in sales)
    technical: int = driver.execute(_TAIL, ("technical",)).fetchone()[0]
    return OpenRun(
        edge=edge,
        first=first,
        last=sales[-1][0] if sales else edge.last_sale,
        last_technical=technical,
        first_at=datetime.fromisoformat(sales[0][2]) if sales else None,
        last_at=datetime.fromisoformat(sales[-1][2]) if sales else None,
        head=sales[-1][4].hex() if sales else "",
        totals=totals,
        drawer=drawer_between(
            driver, edge.last_technical + 1, technical, edge.kept if edge.closed_at else None, totals.cash
        ),
    )


def run_totals(driver: Any, first: int, last: int) -> tuple[Totals, str]:
    """The totals of sales `first` to `last`, and the digest of the last one (empty when there is none)."""
    totals, head = Totals(), ""
    for _, kind, _, body, digest in driver.execute(f"{_SALES} ORDER BY sequence", (first, last)):
        totals.add(kind, json.loads(body))
        head = digest.hex()
    return totals, head


def drawer_between(driver: Any, first: int, last: int, kept: int | None, cash: int) -> DrawerSession:
    """The drawer as technical records `first` to `last` tell it; `kept` was left by the closing before, if any."""
    return drawer_of(tuple(_acts(driver, first, last)), kept, cash)


def drawer_of(acts: tuple[DrawerAct, ...], kept: int | None, cash: int) -> DrawerSession:
    """The drawer after these acts and sales that came to `cash`."""
    floats = [act.opening for act in acts if act.kind == FLOAT_COUNTED]
    opening = floats[-1] if floats else kept or 0
    return DrawerSession(opening, bool(floats), acts, cash, bool(floats) or kept is not None)


def difference_of(drawer: DrawerSession, cents: int) -> int:
    """What a count of `cents` as a float finds beyond what the drawer should hold; below zero, what is missing.

    While nobody has ever said what was in the drawer, it can only lack what was sold since.
    """
    return cents - drawer.expected if drawer.is_known else min(0, cents - drawer.moved)


def _acts(driver: Any, first: int, last: int) -> Iterator[DrawerAct]:
    for sequence, kind, at, body in driver.execute(_DRAWER, (first, last)):
        facts = json.loads(body)
        yield DrawerAct(
            sequence, kind, datetime.fromisoformat(at), facts["cents"], facts.get("reason", ""), facts.get("by", ""),
            # Before schema 2 a float was taken for the opening itself, whatever had been sold before it.
            facts.get("opening", facts["cents"]), facts.get("difference", 0), facts.get("sale"),
        )  # fmt: skip
