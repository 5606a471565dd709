"""A day of many acts committed together: the same use cases as the counter, without one commit for each.

At the counter an act is committed before its answer is given, for a power cut must lose nothing that was said.
A demo world that fails half-way is thrown away whole, so its days may each be one transaction; that halves the time.
"""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy import select
from sqlalchemy.orm import Session

from desk.bus import Changed
from desk.frontdesk import FrontDesk
from desk.heads import Head
from desk.journal import Author, JournalWriter
from desk.work import Unit, Work, site_of, translated_faults
from models.cards import Card
from models.catalogue import Product
from models.invoices import InvoicingTerms
from models.membership import Plan
from models.organisations import Organisation
from models.people import Member
from models.printing import Printer, PrinterUse
from models.site import Site
from models.spaces import Space
from models.staff import Facilitator

_KEPT = (
    Site, Member, Card, Space, Plan, Product, Facilitator, Organisation, InvoicingTerms, Printer, PrinterUse
)  # fmt: skip
"""Rows read at nearly every act, kept at hand for the day."""
_COLLECT_AFTER = 200_000


class DayWork(Work):
    """The same desk as `work`, whose units join the transaction of `together` when one is open.

    A unit that abandons what it did undoes the whole day: the makers of the world take any refusal for a bug.
    """

    def __init__(self, work: Work) -> None:
        vars(self).update(vars(work))
        self._day: Session | None = None
        self._tops: dict[str, Head] = {}

    @contextmanager
    def together(self) -> Iterator[None]:
        """One transaction for all the units opened inside; the heads reach their second place after it."""
        with translated_faults(), _rare_collections():
            with Session(self.engine, expire_on_commit=False) as session:
                kept = [session.scalars(select(table)).all() for table in _KEPT]
                self._day = session
                try:
                    yield
                    session.commit()
                finally:
                    self._day = None
                    kept.clear()
            if self._tops:
                self.heads.write(self._tops.values())
                self._tops.clear()

    @contextmanager
    def write(self) -> Iterator[Unit]:
        """One act: of its own transaction, or of the day's."""
        if self._day is None:
            with super().write() as unit:
                yield unit
            return
        session, now = self._day, self.clock.now()
        author = Author(self.identity.id, self.operator.id, self.identity.software_version)
        journal = JournalWriter(session.connection().exec_driver_sql, self._signer, author, now)
        unit = Unit(session, now, site_of(session), self.identity, self.operator, journal)
        yield unit
        session.flush()
        self._tops.update({head.stream: head for head in journal.written})
        if unit.topics:
            self.bus.publish(Changed(frozenset(unit.topics)))

    @contextmanager
    def read(self) -> Iterator[Session]:
        """A view of the database: of what is committed, or of the day as it is so far."""
        if self._day is not None:
            yield self._day
            return
        with super().read() as session:
            yield session


class MakingDesk(FrontDesk):
    """A front desk whose use cases share a `DayWork`."""

    work: DayWork

    def _furnish(self) -> None:
        self.work = DayWork(self.work)
        super()._furnish()


@contextmanager
def _rare_collections() -> Iterator[None]:
    """Thousands of statements make garbage in cycles: looking for it less often saves a fifth of the time."""
    usual = gc.get_threshold()
    gc.set_threshold(_COLLECT_AFTER, *usual[1:])
    try:
        yield
    finally:
        gc.set_threshold(*usual)
