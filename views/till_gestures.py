"""What concerns the till beside the sales, in the window: the drawer, the end of the day, the page of closings."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from desk.bus import Topic
from desk.documents.page import Document
from desk.errors import Refused
from desk.frontdesk import FrontDesk
from desk.language import translate
from desk.staff import SignedIn
from views.closings.page import ClosingsPage
from views.counter import Counter
from views.flows.closing import ClosingPanel
from views.flows.departures import DeparturesPanel
from views.flows.drawer import DrawerPanel
from views.flows.float_count import FloatPanel
from views.flows.hour import HourPanel
from views.flows.panel import FlowPanel
from views.flows.payment import PaymentForm
from views.prompts import Prompter
from views.stage import Stage
from views.status import Banner


class TillGestures(QObject):
    """Opens panels and the page; nothing opens while nobody holds the desk.

    `leave` when the desk may be locked: the day is closed, or was left open knowingly.
    """

    leave = Signal()

    def __init__(
        self,
        desk: FrontDesk,
        stage: Stage,
        counter: Counter,
        banner: Banner,
        show_page: Callable[[QWidget, str], None],
        open_flow: Callable[[FlowPanel], None],
    ) -> None:
        super().__init__(stage)
        self.prompter = Prompter()
        self._desk = desk
        self._stage = stage
        self._counter = counter
        self._banner = banner
        self._show_page = show_page
        self._open_flow = open_flow
        self._then = ""
        counter.flow_left.connect(self._left)

    def acts(self) -> dict[str, Callable[[], None]]:
        """What the commands of this room do, by their codes."""
        return {
            "close_day": self.close_day, "drawer": self.open_drawer, "closings": self.show_closings,
            "hour": self.show_hour,
        }  # fmt: skip

    # --- opening ---------------------------------------------------------------------------------------------

    def welcome(self, answer: SignedIn) -> None:
        """Someone has just taken the desk: a forgotten day is closed, the float counted, the note before read."""
        is_counted = self._desk.till.float_today() is not None
        if not is_counted:
            self._counter.open_flow(FloatPanel(self._desk, answer.note))
        elif answer.note:
            self._banner.inform(answer.note)
        if self._desk.closings.open_day().is_overdue:
            self._count("")

    # --- the end of the day ----------------------------------------------------------------------------------

    def close_day(self) -> None:
        """One gesture: who is still there, then the drawer, then the closing."""
        if self._desk.staff.holder.id:
            self._begin("")

    def asks_before_leaving(self) -> bool:
        """Whether the person who locks after closing hour is first led through the closing; once, never twice."""
        if isinstance(self._counter.flow, DeparturesPanel | ClosingPanel):
            return False
        if not self._desk.closings.is_time_to_close():
            return False
        self._begin(translate("TillGestures", "Verrouiller"))
        return True

    def _begin(self, then: str) -> None:
        self._then = then
        if not self._someone_or_something_is_out():
            self._count(then)
            return
        panel = DeparturesPanel(
            self._desk, then=translate("TillGestures", "Compter le tiroir"),
            without=translate("TillGestures", "Compter le tiroir sans rien noter"),
        )  # fmt: skip
        panel.finished.connect(self._count_next)
        self._open_flow(panel)

    def _someone_or_something_is_out(self) -> bool:
        """Whether somebody's exit, a thing lent or a deposit is to be looked at before the drawer."""
        found = self._desk.departures.day_end()
        loans, deposits = self._desk.lending.due_today(), self._desk.aftercare.deposits_of_ended()
        return bool(found.people or found.crowds or loans or deposits)

    def _count_next(self) -> None:
        self._count(self._then)

    def _count(self, then: str) -> None:
        panel = ClosingPanel(self._desk, then=then)
        panel.finished.connect(self._finished)
        panel.print_asked.connect(self.print_report)
        panel.save_asked.connect(self.save_report)
        if then:
            panel.finished.connect(self.leave)
        self._open_flow(panel)

    def _finished(self) -> None:
        """A day that was forgotten left its float in the drawer: it needs no other count."""
        if self._desk.till.float_today() is not None:
            self._counter.give_up(FloatPanel.name())

    def close_panels(self) -> None:
        """Nobody holds the desk any more: what was counted is counted again."""
        while isinstance(self._counter.flow, ClosingPanel):
            self._counter.close_flow()

    # --- drawer and page -------------------------------------------------------------------------------------

    def open_drawer(self) -> None:
        """Cash in and out beside the sales."""
        if self._desk.staff.holder.id:
            self._open_flow(DrawerPanel(self._desk))

    def show_hour(self) -> None:
        """The hour of the computer, to be confirmed when it is doubted."""
        if self._desk.staff.holder.id:
            self._open_flow(HourPanel(self._desk))

    def show_closings(self) -> None:
        """The reading of the moment and the closings."""
        if not self._desk.staff.holder.id:
            return
        page = self._page
        if page is not None:
            page.reload()
            return
        page = ClosingsPage(self._desk)
        page.close_asked.connect(self.close_day)
        page.print_asked.connect(self.print_report)
        page.save_asked.connect(self.save_report)
        self._show_page(page, "closings")

    @property
    def _page(self) -> ClosingsPage | None:
        shown = self._stage.currentWidget()
        return shown if isinstance(shown, ClosingsPage) else None

    # --- papers ----------------------------------------------------------------------------------------------

    def print_report(self, number: str) -> None:
        """The report of a closing, or the reading when there is no number, on the ticket printer."""
        closings = self._desk.closings
        self._tell(
            closings.reports.print_report(number) if number else closings.print_reading(),
            translate("TillGestures", "{title} s’imprime."),
        )

    def save_report(self, number: str) -> None:
        """The same as an A4 page, in a file."""
        name = number or translate("TillGestures", "lecture")
        title = translate("TillGestures", "Où écrire ce rapport\u00a0?")
        pattern = translate("TillGestures", "PDF (*.pdf)")
        path = self.prompter.save_file(self._banner, title, f"{name}.pdf", pattern)
        if path is None:
            return
        path = path if path.suffix.lower() == ".pdf" else path.with_name(f"{path.name}.pdf")
        closings = self._desk.closings
        answer = closings.reports.save_a4(number, path) if number else closings.save_reading(path)
        self._tell(answer, translate("TillGestures", "{title}\u00a0: c’est dans {file}."), path.name)

    def _tell(self, answer: Document | Refused, pattern: str, file: str = "") -> None:
        if isinstance(answer, Refused):
            self._banner.inform(answer.sentence)
        else:
            self._banner.inform(pattern.format(title=answer.title, file=file))

    # --- what changes ----------------------------------------------------------------------------------------

    def refresh(self, topics: frozenset[Topic]) -> None:
        """Read again what is shown of the till."""
        if not topics & {Topic.TILL, Topic.SALES}:
            return
        if self._page is not None:
            self._page.reload()
        if isinstance(self._counter.flow, DrawerPanel):
            self._counter.flow.reload()

    def _left(self, flow: object) -> None:
        """A flow is over: one that asked for money and received none is a sale abandoned (JET 320)."""
        if isinstance(flow, FlowPanel) and not flow.is_over:
            asked = flow.findChild(PaymentForm)
            if asked is not None and asked.due:
                self._desk.till.abandon(flow.title, asked.due)
