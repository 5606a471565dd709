"""The part of the front desk that sells: passes, the basket, corrections, the money, its papers."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from desk.work import Work

if TYPE_CHECKING:
    from desk.backups.backups import Backups
    from desk.checkin import Checkin
    from desk.closings.office import Closings
    from desk.passes import Passes
    from desk.printing.printers import Printers
    from desk.printing.queue import PrintQueue
    from desk.receipts import Receipts
    from desk.refunds import Refunds
    from desk.sales_book import SalesBook
    from desk.shop import Shop
    from desk.till import Till


class Trade:
    """A part of `desk.frontdesk.FrontDesk`, which says on what they work; each is imported when first asked for."""

    work: Work
    folder: Path
    _make_code: Callable[[], str] | None
    day_closed: Callable[[], object] | None = None
    """Who sees to the copy of a day that was just closed, in place of its being made at once: a window has a worker."""

    @property
    def checkin(self) -> Checkin:
        """The scans of the door."""
        raise NotImplementedError

    @property
    def backups(self) -> Backups:
        """Copies of all this."""
        raise NotImplementedError

    @cached_property
    def passes(self) -> Passes:
        """Day passes."""
        from desk import codes
        from desk.passes import Passes

        return Passes(self.work, self.checkin, self._make_code or codes.make)

    @cached_property
    def till(self) -> Till:
        """Sales, and the drawer."""
        from desk.till import Till

        return Till(self.work)

    @cached_property
    def closings(self) -> Closings:
        """The drawer; the end of the day, of the month, of the year."""
        from desk.closings.office import Closings

        return Closings(self.work, self._after_closing)

    def _after_closing(self) -> None:
        if self.day_closed is not None:
            self.day_closed()
        else:
            self.backups.after_closing()

    @cached_property
    def refunds(self) -> Refunds:
        """Corrections."""
        from desk.refunds import Refunds

        return Refunds(self.work)

    @cached_property
    def shop(self) -> Shop:
        """One basket of everything that is sold at the counter."""
        from desk import codes
        from desk.shop import Shop

        return Shop(self.work, self.checkin, self._make_code or codes.make)

    @cached_property
    def sales(self) -> SalesBook:
        """What was sold, day by day."""
        from desk.sales_book import SalesBook

        return SalesBook(self.work)

    @cached_property
    def receipts(self) -> Receipts:
        """Receipts, on request."""
        from desk.receipts import Receipts

        return Receipts(self.work)

    @cached_property
    def queue(self) -> PrintQueue:
        """What waits to be printed."""
        from desk.printing.queue import PrintQueue

        return PrintQueue(self.work, self.folder)

    @cached_property
    def printers(self) -> Printers:
        """Which printer prints what."""
        from desk.printing.printers import Printers

        return Printers(self.work, self.folder)
