"""What a closing or a reading says, as it is sealed: one body for the record, the screen and the paper."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from desk.closings.session import CASH_IN, CASH_OUT, DrawerSession, OpenRun
from desk.closings.totals import Totals
from desk.simulation import sealed
from desk.work import DeskIdentity, Operator
from models.closings import ClosingPeriod
from models.site import Site


@dataclass(frozen=True)
class DrawerCount:
    """What was found in the drawer, in cents: `pieces` are (value, how many), `kept` stays for the next opening.

    `reason` explains the difference. No count at all is None in place of this.
    """

    cents: int
    kept: int
    reason: str = ""
    pieces: tuple[tuple[int, int], ...] = ()


@dataclass(frozen=True)
class Cut:
    """What a closing covers, and what it comes to; a reading (X) is of no period."""

    period: ClosingPeriod | None
    first_day: date
    last_day: date
    first_sale: int
    last_sale: int
    last_technical: int
    head: str
    totals: Totals
    drawer: dict[str, Any] | None
    parts: tuple[int, int] | None
    is_overdue: bool
    after: str = ""
    """The number of the closing before it, when that one was sealed by a clock that was ahead."""


@dataclass(frozen=True)
class Author:
    """Whose house and desk it is, who closes, and when."""

    site: Site
    desk: DeskIdentity
    operator: Operator
    now: datetime


def drawer_facts(run: OpenRun, count: DrawerCount | None) -> dict[str, Any]:
    """The drawer since the last closing and, when it was counted, what was found."""
    drawer = run.drawer
    return {
        "first": run.edge.last_technical + 1,
        "last": run.last_technical,
        "opening": drawer.opening,
        "opening_counted": drawer.is_counted,
        "floats": [
            {"cents": act.cents, "difference": act.difference, "reason": act.reason, "by": act.by}
            for act in drawer.floats
        ],
        "in": _moves(drawer, CASH_IN),
        "out": _moves(drawer, CASH_OUT),
        "cash": drawer.cash,
        "expected": drawer.expected,
        "counts": drawer.counts,
        "counted": count.cents if count else None,
        "pieces": [{"value": value, "number": number} for value, number in (count.pieces if count else ())],
        "difference": count.cents - drawer.expected if count else None,
        "reason": count.reason if count else "",
        "kept": count.kept if count else drawer.expected,
    }


def report_body(author: Author, cut: Cut, number: str, perpetual: int, absolute: int) -> dict[str, Any]:
    """Everything that the report says: paper is made from this and nothing else. Cents."""
    site, desk = author.site, author.desk
    return {
        # 2: the drawer says of each float how far it was from what the drawer should have held, and a closing which
        # one it follows by sequence when the clock of that one was ahead.
        "schema": 2,
        "number": number,
        "period": cut.period.value if cut.period else "",
        "days": [cut.first_day.isoformat(), cut.last_day.isoformat()],
        "at": author.now.astimezone(site.timezone).isoformat(timespec="minutes"),
        "desk": {"id": desk.id, "letter": desk.letter, "name": desk.name},
        "operator": {"id": author.operator.id, "name": author.operator.name},
        "software": desk.software_version,
        "seller": {
            "name": site.legal_name, "house": site.house_name, "form": site.legal_form, "siret": site.siret,
            "vat": site.vat_number, "address": [site.street, f"{site.postcode} {site.city}"],
        },
        "sales": {"first": cut.first_sale, "last": cut.last_sale, "head": cut.head},
        "parts": list(cut.parts) if cut.parts else None,
        **cut.totals.facts(),
        "perpetual": perpetual,
        "perpetual_absolute": absolute,
        "drawer": cut.drawer,
        "overdue": cut.is_overdue,
        "clock_after": cut.after,
        "demo": site.is_demo,
        **sealed(site),
    }  # fmt: skip


def _moves(drawer: DrawerSession, kind: str) -> list[dict[str, object]]:
    return [{"cents": m.cents, "reason": m.reason, "by": m.by} for m in drawer.moves if m.kind == kind]
