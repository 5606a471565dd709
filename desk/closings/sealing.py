"""Sealing a closing inside a unit of work: the record, its mirror, and the events that the publication asks for.

A closing is cut by sequence, never by a date: it begins where the one before it of its period ended and goes to the end
of the sales stream (a day), of the last closed day (a month) or of the last closed month (a year). Dates only decide
when one is due, and how it is named.
"""

from __future__ import annotations

from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from desk import exits, jet
from desk.bus import Topic
from desk.clock import local_day
from desk.closings.bodies import Author, Cut, DrawerCount, drawer_facts, report_body
from desk.closings.calendar import same_fiscal_year, same_month
from desk.closings.hour import CLOSING_GUARD, aside, doubted
from desk.closings.posting import refuse_late_clock
from desk.closings.session import last_edge, open_run, run_totals
from desk.ids import new_id
from desk.work import Unit
from models.closings import CLOSING_LETTER, Closing, ClosingPeriod
from models.database import driver_of
from models.journal import Stream

_PARTS = {ClosingPeriod.MONTH: ClosingPeriod.DAY, ClosingPeriod.YEAR: ClosingPeriod.MONTH}
"""What a longer closing is made of."""


def seal_day(unit: Unit, count: DrawerCount | None, *, is_overdue: bool = False) -> Closing:
    """Close everything since the last closed day; the months and years that ended before it are closed first."""
    run = open_run(unit.session)
    first_day, last_day = run.days(unit.site, unit.now)
    seal_ended(unit, first_day)
    drawer = drawer_facts(run, count)
    closing = _seal(
        unit,
        Cut(
            ClosingPeriod.DAY, first_day, last_day, run.first, run.last, run.last_technical, run.head, run.totals,
            drawer, None, is_overdue,
        ),
    )  # fmt: skip
    jet.note(
        unit, jet.Code.TILL_CLOSED, "till-closed", closing=closing.number, by=unit.operator.name,
        expected=run.drawer.expected, counted=closing.counted_cents, difference=closing.difference_cents,
        reason=count.reason if count else "",
    )  # fmt: skip
    jet.note(unit, jet.Code.PERIOD_CLOSED, "day-closed", closing=closing.number, by=unit.operator.name)
    return closing


def seal_at_hour(unit: Unit, after: str) -> Closing:
    """Close what was sold since the closing numbered `after`, which lies in the future of a confirmed hour.

    Nobody counts the drawer for it: what should be there stays there. What follows goes on from this hour.
    """
    run = open_run(unit.session)
    first_day, last_day = run.days(unit.site, unit.now)
    cut = Cut(
        ClosingPeriod.DAY, first_day, last_day, run.first, run.last, run.last_technical, run.head, run.totals,
        drawer_facts(run, None), None, False, after,
    )  # fmt: skip
    with aside(unit.session, CLOSING_GUARD):
        closing = _seal(unit, cut)
    jet.note(unit, jet.Code.PERIOD_CLOSED, "day-closed", closing=closing.number, by=unit.operator.name)
    return closing


def seal_longer(unit: Unit, period: ClosingPeriod, *, is_overdue: bool = False) -> Closing | None:
    """Close a month or a year as far as its parts go; None when there is no part that is not in one already."""
    before, parts = waiting(unit.session, period)
    if not parts:
        return None
    first_sale = before.last_sale + 1 if before else 1
    last_sale = parts[-1].last_sale
    # A clock that was put right in between dates the last part before the first.
    first_day, last_day = min(part.first_day for part in parts), max(part.last_day for part in parts)
    totals, head = run_totals(driver_of(unit.session), first_sale, last_sale)
    closing = _seal(
        unit,
        Cut(
            period, first_day, last_day, first_sale, last_sale, parts[-1].last_technical, head,
            totals, None, (parts[0].sequence, parts[-1].sequence), is_overdue,
        ),
    )  # fmt: skip
    is_year = period is ClosingPeriod.YEAR
    code = jet.Code.YEAR_CLOSED if is_year else jet.Code.PERIOD_CLOSED
    event = "year-closed" if is_year else "month-closed"
    jet.note(unit, code, event, closing=closing.number, by=unit.operator.name)
    return closing


def seal_ended(unit: Unit, today: date) -> tuple[Closing, ...]:
    """Close the month and the fiscal year of the closed days, when `today` is of another one."""
    made: list[Closing | None] = []
    days = waiting(unit.session, ClosingPeriod.MONTH)[1]
    if days and not same_month(days[0].first_day, today):
        made.append(seal_longer(unit, ClosingPeriod.MONTH, is_overdue=True))
    months = waiting(unit.session, ClosingPeriod.YEAR)[1]
    if months and not same_fiscal_year(months[0].first_day, today, unit.site.fiscal_month):
        made.append(seal_longer(unit, ClosingPeriod.YEAR, is_overdue=True))
    return tuple(closing for closing in made if closing is not None)


def seal_forgotten(unit: Unit, found_cents: int | None = None, reason: str = "") -> tuple[Closing, ...]:
    """Close a day that was forgotten, and the months and years that have ended; nothing when all is closed.

    `found_cents` is what the drawer holds when somebody counts it as they open, None when nobody has; `reason`
    explains why it is not what was expected.
    """
    today = local_day(exits.day_begun(unit.site, unit.now), unit.site.timezone)
    run = open_run(unit.session)
    made: tuple[Closing, ...] = ()
    if run.is_overdue(unit.site, unit.now):
        count = None if found_cents is None else DrawerCount(found_cents, found_cents, reason)
        made = (seal_day(unit, count, is_overdue=True),)
    elif doubted(unit.session, unit.site, unit.now) is not None:
        # A month is not closed by an hour that nobody has confirmed: it waits, and stops nobody.
        return ()
    return (*made, *seal_ended(unit, today))


def waiting(session: Session, period: ClosingPeriod) -> tuple[Closing | None, tuple[Closing, ...]]:
    """The last closing of a longer `period`, and those that the next one would be made of, in order."""
    last = select(Closing).where(Closing.period == period).order_by(Closing.sequence.desc()).limit(1)
    before = session.scalar(last)
    parts = select(Closing).where(Closing.period == _PARTS[period]).order_by(Closing.sequence)
    if before is not None:
        parts = parts.where(Closing.sequence > before.sequence)
    return before, tuple(session.scalars(parts))


def _seal(unit: Unit, cut: Cut) -> Closing:
    """The record and its row: continuity is worked out here and held by the triggers of `models.closings`."""
    assert cut.period is not None, "a reading is never sealed"
    if not cut.after:
        refuse_late_clock(unit, last_edge(unit.session))
    last = select(Closing).where(Closing.period == cut.period).order_by(Closing.sequence.desc()).limit(1)
    before = unit.session.scalar(last)
    sequence = unit.journal.next_sequence(Stream.CLOSINGS)
    number = f"{CLOSING_LETTER}-{unit.desk.letter}-{sequence:06d}"
    perpetual = (before.perpetual_cents if before else 0) + cut.totals.total
    absolute = (before.perpetual_absolute_cents if before else 0) + cut.totals.absolute
    author = Author(unit.site, unit.desk, unit.operator, unit.now)
    unit.record(Stream.CLOSINGS, f"closing.{cut.period.value}", report_body(author, cut, number, perpetual, absolute))
    drawer = cut.drawer or {}
    closing = Closing(
        id=new_id(), sequence=sequence, number=number, period=cut.period, first_day=cut.first_day,
        last_day=cut.last_day, first_sale=cut.first_sale, last_sale=cut.last_sale, last_technical=cut.last_technical,
        closed_at=unit.now, operator_id=unit.operator.id, total_cents=cut.totals.total,
        absolute_cents=cut.totals.absolute, perpetual_cents=perpetual, perpetual_absolute_cents=absolute,
        kept_cents=drawer.get("kept", 0), counted_cents=drawer.get("counted"),
        difference_cents=drawer.get("difference"),
    )  # fmt: skip
    unit.session.add(closing)
    # The next closing of this very transaction goes on from this one.
    unit.session.flush()
    unit.changed(Topic.TILL)
    return closing
