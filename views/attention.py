"""What needs a person's attention: the facts of the bottom line and the one banner, read again when they may change."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from desk.bookings import NoShow
from desk.formats import day, money
from desk.frontdesk import FrontDesk
from desk.language import translate
from desk.presence import Presence
from views.backups.words import copies_need, damage, last_copy
from views.counter import Counter
from views.flows.queue import QueuePanel
from views.jobs import PrintJobs
from views.machines import Machines
from views.notices import notice_for, seller_notice, status_facts
from views.status import Banner, StatusLine

if TYPE_CHECKING:
    from desk.aftercare import Reminder


class Attention(QObject):
    """Keeps the banner and the status line true, and does what the banner's button offers: `acts`, by code."""

    def __init__(
        self,
        desk: FrontDesk,
        jobs: PrintJobs,
        machines: Machines,
        counter: Counter,
        status: StatusLine,
        banner: Banner,
        acts: dict[str, Callable[[], None]],
    ) -> None:
        super().__init__(banner)
        self._desk = desk
        self._jobs = jobs
        self._machines = machines
        self._counter = counter
        self._status = status
        self._banner = banner
        self._acts = acts
        self._presence: Presence | None = None
        self._missed: tuple[NoShow, ...] = ()
        self._asked: set[str] = set()
        self._care: Reminder | None = None
        banner.acted.connect(self._acted)

    def show_presence(self, presence: Presence) -> None:
        """Who of a former day has not checked out, and how near the safety limit the house is."""
        before, self._presence = self._presence, presence
        if (
            presence.forgotten != (before.forgotten if before else 0)
            or presence.is_near_limit
            or (before is not None and before.is_near_limit)
        ):
            self.refresh()

    def show_missed(self, missed: tuple[NoShow, ...]) -> None:
        """The bookings under way to which nobody has come."""
        if missed != self._missed:
            self._missed = missed
            self.refresh()

    def show_care(self, reminder: object) -> None:
        """What a rental or a loan has left to settle, the first that nobody has looked at; a Reminder, or None."""
        from desk.aftercare import Reminder

        assert reminder is None or isinstance(reminder, Reminder)
        if reminder != self._care:
            self._care = reminder
            self.refresh()

    def tell_kept(self, title: str) -> None:
        """A page was left with something unfinished: say that it waits, to the one who left it."""
        if self._desk.staff.holder.id:
            sentence = translate("Attention", "«\u00a0{page}\u00a0»\u00a0: ce que vous n’avez pas fini vous y attend.")
            self._banner.inform(sentence.format(page=title))

    def refresh(self, _waiting: int = 0) -> None:
        """Read again what waits to be printed, the drawer and the journal's second place."""
        jobs = self._desk.queue.pending()
        counted = self._desk.till.float_today()
        copies, finding = self._desk.backups.status(), self._desk.backups.finding
        facts = status_facts("" if counted is None else money(counted), jobs)
        self._status.show_facts([*facts, *last_copy(copies, self._desk.clock.now(), self._desk.site.local)])
        waiting = self._desk.closings.open_day()
        notice = damage(finding) or notice_for(
            jobs,
            self._desk.heads.trouble,
            self._desk.integrity_failures,
            self._presence,
            self._missed,
            day(waiting.day) if waiting.is_overdue else "",
            copies_need(copies, finding, self._desk.site.local),
            self._care,
            seller_notice(self._desk.receipts.objection(), is_manager=self._desk.staff.holder.is_manager),
        )
        self._banner.keep(notice or self._machines.notice())
        # Each new paper is tried once at once. One that waits behind another is not new: asking again for it would ask
        # a printer that is away without end.
        new = {job.id for job in jobs if job.attempts == 0} - self._asked
        self._asked = {job.id for job in jobs}
        if new:
            self._jobs.kick()
        if isinstance(self._counter.flow, QueuePanel):
            self._counter.flow.reload()

    def _acted(self, code: str) -> None:
        act = self._acts.get(code)
        if act is not None:
            act()
