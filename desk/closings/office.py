"""The end of the day, of the month and of the year, as whoever holds the desk asks for them; and what they look at."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from sqlalchemy import select
from sqlalchemy.orm import Session

from desk.bus import Topic
from desk.clock import local_day
from desk.closings import calendar, paper
from desk.closings.bodies import Author, Cut, DrawerCount, drawer_facts, report_body
from desk.closings.hour import Hour, doubted, doubted_refusal
from desk.closings.reports import Reports
from desk.closings.sealing import seal_day, seal_ended, seal_longer, waiting
from desk.closings.session import COUNTED, OpenRun, open_run
from desk.documents.page import Document
from desk.drawer import REASON_LIMIT, Counted, Drawer
from desk.errors import Refused
from desk.formats import day as day_text
from desk.formats import money
from desk.language import translate
from desk.names import tidy
from desk.printing.queue import enqueue
from desk.progress import nothing
from desk.rights import Act, anyone, may, needs
from desk.work import Unit, Work
from desk.workbooks import write_bytes
from models.closings import Closing, ClosingPeriod
from models.journal import Stream
from models.site import Site

SHOWN = 400


@dataclass(frozen=True)
class ClosingListed:
    """A closing as it is listed; cents. `title` is what it closes, in words; an absent count is None."""

    number: str
    period: ClosingPeriod
    title: str
    closed_at: datetime
    first_sale: int
    last_sale: int
    total_cents: int
    perpetual_cents: int
    perpetual_absolute_cents: int
    counted_cents: int | None
    difference_cents: int | None

    @property
    def sales(self) -> int:
        """How many records of the sales stream it covers."""
        return self.last_sale - self.first_sale + 1


@dataclass(frozen=True)
class OpenDay:
    """What waits to be closed: its first day, how many sales for how much (cents), whether it was forgotten."""

    day: date
    sales: int
    total_cents: int
    is_overdue: bool
    is_empty: bool


@dataclass(frozen=True)
class Closable:
    """A month or a year that can be closed now, in words ("novembre 2026")."""

    period: ClosingPeriod
    title: str


class Closings:
    """Closings are made by whoever holds the desk (the day) or by a manager (the month, the year)."""

    def __init__(self, work: Work, after: Callable[[], object] = nothing) -> None:
        """`after` is called once a day is closed for good: its copy is made then."""
        self._work = work
        self._after = after
        self.drawer = Drawer(work)
        self.hour = Hour(work)
        self.reports = Reports(work)

    # --- what waits ------------------------------------------------------------------------------------------

    def open_day(self) -> OpenDay:
        """What has happened since the last closed day."""
        with self._work.read() as session:
            site, now, run = self._work.site(session), self._work.clock.now(), open_run(session)
            first, _ = run.days(site, now)
            is_overdue = run.has_money and run.is_overdue(site, now)
            return OpenDay(first, run.totals.count, run.totals.total, is_overdue, run.is_empty)

    def closable(self) -> tuple[Closable, ...]:
        """The month and the fiscal year that a manager may close now."""
        with self._work.read() as session:
            site, today = self._work.site(session), self._today(session)
            return tuple(
                Closable(period, _title(period, days, site.fiscal_month))
                for period in (ClosingPeriod.MONTH, ClosingPeriod.YEAR)
                if (days := _ended(session, site, period, today)) is not None
            )

    def reading(self) -> Document:
        """The reading of the moment (X): what the open day comes to so far. It closes nothing.

        What the drawer should hold is left out for a facilitator, who will count it blind.
        """
        with self._work.read() as session:
            author = Author(self._work.site(session), self._work.identity, self._work.operator, self._work.clock.now())
            run = open_run(session)
            body = report_body(author, _open_cut(run, author), "", *_perpetual(session, run))
            if not may(author.operator, Act.SEE_EXPECTED_CASH):
                body["drawer"]["expected"] = None
            return paper.reading_document(body)

    @needs(Act.PRINT_CLOSINGS)
    def print_reading(self) -> Document | Refused:
        """Queue the reading of the moment for the ticket printer."""
        reading = self.reading()
        with self._work.write() as unit:
            unit.record(Stream.TECHNICAL, "till.reading_printed", {"schema": 1, "by": unit.operator.name})
            enqueue(unit, reading)
            return reading

    @needs(Act.PRINT_CLOSINGS)
    def save_reading(self, path: Path) -> Document:
        """Write the reading as an A4 PDF; raises `EnvironmentFault` when it cannot be written."""
        from desk.documents import a4_pdf

        reading = self.reading()
        write_bytes(path, a4_pdf.render(reading))
        return reading

    def is_time_to_close(self) -> bool:
        """Whether closing hour has passed with money taken since the last closing: whoever leaves is asked to count."""
        with self._work.read() as session:
            site, now = self._work.site(session), self._work.clock.now()
            if site.opening <= now.astimezone(site.timezone).time() < site.closing:
                return False
            return open_run(session).has_money

    # --- closing ---------------------------------------------------------------------------------------------

    @needs(Act.CLOSE_THE_DAY)
    def close_day(self, counted: Counted, kept_cents: int, reason: str = "") -> ClosingListed | Refused:
        """Close everything since the last closed day, with the count that `Drawer.count` sealed.

        `kept_cents` stays in the drawer for the next opening; a difference needs its `reason`.
        """
        clean = tidy(reason, REASON_LIMIT)
        with self._work.write() as unit:
            refused = _impossible(unit, counted, kept_cents, clean)
            if refused is not None:
                return refused
            is_overdue = open_run(unit.session).is_overdue(unit.site, unit.now)
            count = DrawerCount(counted.cents, kept_cents, clean, counted.pieces)
            listed = _listed(unit.site, seal_day(unit, count, is_overdue=is_overdue))
        self._after()
        return listed

    @needs(Act.CLOSE_LONGER)
    def close_longer(self, period: ClosingPeriod) -> ClosingListed | Refused:
        """Close the month or the fiscal year, as far as its days are closed; a manager's right."""
        with self._work.write() as unit:
            refused = _not_yet(unit, period, self._today(unit.session))
            if refused is not None:
                return refused
            if period is ClosingPeriod.YEAR:
                seal_longer(unit, ClosingPeriod.MONTH)
            sealed = seal_longer(unit, period)
            assert sealed is not None
            return _listed(unit.site, sealed)

    @anyone(Act.HOUSEKEEPING)
    def close_ended(self) -> tuple[ClosingListed, ...]:
        """Close the month and the year that ended with all their days closed; empty when none did."""
        with self._work.write() as unit:
            if not open_run(unit.session).is_empty or doubted(unit.session, unit.site, unit.now) is not None:
                return ()
            made = seal_ended(unit, self._today(unit.session))
            return tuple(_listed(unit.site, closing) for closing in made)

    @needs(Act.CLOSE_LONGER)
    def set_fiscal_month(self, month: int) -> Refused | None:
        """The month in which the fiscal year begins (1 to 12); a manager's right."""
        if not 1 <= month <= 12:
            return Refused("month", translate("Closings", "Un exercice commence l’un des douze mois."))
        with self._work.write() as unit:
            unit.session.get_one(Site, 1).fiscal_month = month
            facts = {"schema": 1, "month": month, "by": unit.operator.name}
            unit.record(Stream.TECHNICAL, "site.fiscal_month", facts)
            unit.changed(Topic.TILL)
            return None

    def fiscal_month(self) -> int:
        """The month in which the fiscal year begins."""
        with self._work.read() as session:
            return self._work.site(session).fiscal_month

    # --- looking ---------------------------------------------------------------------------------------------

    def listed(self, limit: int | None = SHOWN) -> tuple[ClosingListed, ...]:
        """The closings, the last first; all of them when there is no `limit`."""
        with self._work.read() as session:
            site = self._work.site(session)
            rows = session.scalars(select(Closing).order_by(Closing.sequence.desc()).limit(limit))
            return tuple(_listed(site, row) for row in rows)

    def _today(self, session: Session) -> date:
        return local_day(self._work.clock.now(), self._work.site(session).timezone)


def _listed(site: Site, row: Closing) -> ClosingListed:
    return ClosingListed(
        row.number, row.period, _title(row.period, (row.first_day, row.last_day), site.fiscal_month),
        row.closed_at.astimezone(site.timezone), row.first_sale, row.last_sale, row.total_cents, row.perpetual_cents,
        row.perpetual_absolute_cents, row.counted_cents, row.difference_cents,
    )  # fmt: skip


def _title(period: ClosingPeriod, days: tuple[date, date], first_month: int) -> str:
    """What a closing closes, in words."""
    first, last = days
    if period is ClosingPeriod.MONTH and calendar.same_month(first, last):
        return calendar.month_words(first)
    if period is ClosingPeriod.YEAR and calendar.same_fiscal_year(first, last, first_month):
        words = calendar.year_words(first, first_month)
        return translate("Closings", "exercice {year}").format(year=words)
    return paper.days_words(first, last)


def _open_cut(run: OpenRun, author: Author) -> Cut:
    first_day, last_day = run.days(author.site, author.now)
    return Cut(
        None, first_day, last_day, run.first, run.last, run.last_technical, run.head, run.totals,
        drawer_facts(run, None), None, False,
    )  # fmt: skip


def _perpetual(session: Session, run: OpenRun) -> tuple[int, int]:
    last = select(Closing).where(Closing.period == ClosingPeriod.DAY).order_by(Closing.sequence.desc()).limit(1)
    before = session.scalar(last)
    total = (before.perpetual_cents if before else 0) + run.totals.total
    return total, (before.perpetual_absolute_cents if before else 0) + run.totals.absolute


def _impossible(unit: Unit, counted: Counted, kept_cents: int, reason: str) -> Refused | None:
    """Why the day cannot be closed with this count."""
    run = open_run(unit.session)
    if run.is_overdue(unit.site, unit.now) and (refused := doubted_refusal(unit)) is not None:
        return refused
    last = run.drawer.acts[-1] if run.drawer.acts else None
    is_stale = last is None or last.kind != COUNTED or (last.sequence, last.cents) != (counted.sequence, counted.cents)
    if is_stale or run.drawer.expected != counted.expected:
        return Refused(
            "recount",
            translate(
                "Closings", "Le tiroir a servi depuis le comptage, ou a été compté ailleurs\u00a0: recomptez-le."
            ),
        )
    if not 0 <= kept_cents <= counted.cents:
        sentence = translate("Closings", "Le fond laissé dans le tiroir va de 0 à {most}, ce qui a été compté.")
        return Refused("kept", sentence.format(most=money(counted.cents)))
    if counted.difference and not reason:
        sentence = translate("Closings", "Il y a un écart de {amount}\u00a0: dites pourquoi, même si c’est inconnu.")
        return Refused("unexplained", sentence.format(amount=money(counted.difference)))
    return None


def _waiting(session: Session, period: ClosingPeriod) -> tuple[date, date] | None:
    """The days that a closing of `period` would cover, None when there is nothing to close or a day is open."""
    parts = months = waiting(session, ClosingPeriod.MONTH)[1]
    if period is ClosingPeriod.YEAR:
        parts = (*waiting(session, ClosingPeriod.YEAR)[1], *months)
    if not parts or open_run(session).last > parts[-1].last_sale:
        return None
    return parts[0].first_day, parts[-1].last_day


def _last_day(site: Site, period: ClosingPeriod, first_day: date) -> date:
    """From when the month or fiscal year that has `first_day` may be closed by hand, so that all it sells is in it."""
    if period is ClosingPeriod.MONTH:
        return calendar.month_end(first_day)
    return calendar.year_end(first_day, site.fiscal_month)


def _ended(session: Session, site: Site, period: ClosingPeriod, today: date) -> tuple[date, date] | None:
    """The days that a closing of `period` would cover now, None when it cannot be made."""
    days = _waiting(session, period)
    return days if days is not None and today >= _last_day(site, period, days[0]) else None


def _not_yet(unit: Unit, period: ClosingPeriod, today: date) -> Refused | None:
    """Why the month or the year cannot be closed."""
    if period is ClosingPeriod.DAY:
        return Refused("period", translate("Closings", "Une journée se clôture avec son tiroir."))
    run = open_run(unit.session)
    if run.last >= run.first:
        sentence = translate("Closings", "Clôturez d’abord la journée du {day}.")
        return Refused("day_open", sentence.format(day=day_text(run.days(unit.site, unit.now)[0])))
    days = _waiting(unit.session, period)
    if days is None:
        return Refused("nothing", translate("Closings", "Il n’y a rien à clôturer\u00a0: aucune journée n’attend."))
    end = _last_day(unit.site, period, days[0])
    if today >= end:
        return None
    sentence = translate("Closings", "Ce mois se clôture à partir du {day}, son dernier jour.")
    if period is ClosingPeriod.YEAR:
        sentence = translate("Closings", "Cet exercice se clôture à partir du {day}, son dernier jour.")
    return Refused("too_early", sentence.format(day=day_text(end)))
