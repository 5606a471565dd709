"""What concerns bookings in the window: their page, their panels, what is drawn on the grid, and taking it back."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from desk.bookings import BookingEdit, BookingsChanged, Charge
from desk.bus import Topic
from desk.errors import Refused
from desk.frontdesk import FrontDesk
from desk.language import translate
from views.calendar_files import CalendarFiles
from views.counter import Counter
from views.flows.panel import FlowPanel
from views.plan_clock import PlanClock
from views.stage import Stage
from views.status import Banner, Notice

if TYPE_CHECKING:
    from views.bookings.page import BookingsPage

_MOST_ACTS = 20


class BookingGestures(QObject):
    """Opens the page and the panels, and passes on the acts; nothing opens while nobody holds the desk.

    The page and its panels are imported when first asked for: the window opens without them. `elsewhere` when the
    keyboard belongs to no page of this room; `crowd_asked` carries the booking of an event to count, `panel_made` the
    panel of a booking, for what else it asks.
    """

    elsewhere = Signal()
    crowd_asked = Signal(str)
    panel_made = Signal(object)

    def __init__(
        self,
        desk: FrontDesk,
        stage: Stage,
        counter: Counter,
        banner: Banner,
        show_page: Callable[[QWidget, str], None],
        open_on_plan: Callable[[FlowPanel], None],
    ) -> None:
        super().__init__(stage)
        self._desk = desk
        self._stage = stage
        self._counter = counter
        self._banner = banner
        self._show_page = show_page
        self._open_on_plan = open_on_plan
        self._acts: list[tuple[str, str]] = []
        self.clock = PlanClock(desk.clock, self)
        self.files = CalendarFiles(desk, stage, banner, show_page)

    def acts(self) -> dict[str, Callable[[], None]]:
        """What the commands about bookings do, by their codes."""
        return {
            "bookings": self.show_bookings,
            "book": self.open_new,
            "undo_booking": self.undo,
            "missed": self.see_missed,
            "calendar_import": self.files.show_import,
        }

    @property
    def page(self) -> BookingsPage | None:
        """The page of bookings, while it is shown."""
        from views.bookings.page import BookingsPage

        shown = self._stage.currentWidget()
        return shown if isinstance(shown, BookingsPage) else None

    # --- opening ---------------------------------------------------------------------------------------------

    def show_bookings(self) -> None:
        """The page of bookings; asked again, the keyboard goes back to what it shows."""
        if not self._desk.staff.holder.id:
            return
        page = self.page
        if page is None:
            page = self._new_page()
            self._show_page(page, "bookings")
        page.take_focus_back()

    def _new_page(self) -> BookingsPage:
        from views.bookings.page import BookingsPage

        page = BookingsPage(self._desk)
        page.booking_asked.connect(self.book)
        page.change_asked.connect(self.change)
        page.opened.connect(self.open_booking)
        page.cancel_asked.connect(self.cancel)
        page.undo_asked.connect(self.undo)
        page.menu_asked.connect(self._menu)
        page.show_undo(self._acts[-1][1] if self._acts else "")
        return page

    def _menu(self, code: str) -> None:
        page = self.page
        if code == "calendar_import":
            self.files.show_import()
        elif page is not None:
            place = page.place if code == "calendar_export_space" else None
            self.files.export(place)

    def open_new(self) -> None:
        """Book a space, from the next full hour."""
        if self._desk.staff.holder.id:
            page = self.page
            if page is not None:
                page.book_button.click()
            else:
                self.book_later("")

    def book_later(self, space_id: str) -> None:
        """Book a space from the next full hour; the first of the list when none is named."""
        from views.bookings.board import Wanted
        from views.bookings.places import places

        now = self._desk.site.local_now()
        starts = now.replace(minute=0, second=0, microsecond=0) + timedelta(hours=1)
        usual = next(place.id for place in places(self._desk) if place.is_usual)
        self.book(Wanted(space_id or usual, starts, starts + timedelta(hours=1)))

    def book(self, wanted: object) -> None:
        """Book the space and the time that somebody pointed at."""
        from views.bookings.board import Wanted
        from views.flows.booking import BookingPanel

        assert isinstance(wanted, Wanted)
        panel = BookingPanel(self._desk, wanted)
        panel.made.connect(self._done)
        panel.undo_asked.connect(self.undo)
        self._open(panel)
        shown = self._counter.flow
        if isinstance(shown, BookingPanel) and shown is not panel:
            shown.take(wanted)  # it was waiting, with another time

    def open_booking(self, booking_id: str) -> None:
        """A booking beside the page, or beside the plan."""
        from views.flows.booked import BookedPanel

        if self._desk.bookings.get(booking_id) is None:
            self._banner.inform(translate("BookingGestures", "Cette réservation est introuvable."))
            return
        panel = BookedPanel(self._desk, booking_id)
        panel.done.connect(self._done)
        panel.crowd_asked.connect(self.crowd_asked)
        self.panel_made.emit(panel)
        self._open(panel)
        shown = self._counter.flow
        if isinstance(shown, BookedPanel) and shown is not panel:
            shown.show_booking(booking_id)

    def _open(self, panel: FlowPanel) -> None:
        """A panel opens beside the page of bookings, else beside the plan."""
        if self.page is not None:
            self._counter.open_flow(panel)
        else:
            self._open_on_plan(panel)

    def take_focus_back(self) -> None:
        """A flow is over: the page that was there before it takes the keyboard again, if it is this one."""
        if self.page is None:
            self.elsewhere.emit()
        else:
            self.page.take_focus_back()

    # --- acting ----------------------------------------------------------------------------------------------

    def change(self, booking_id: str, change: object) -> None:
        """What was drawn on the grid; refused, the block is again where it was, and the banner says why."""
        assert isinstance(change, BookingEdit)
        self._told(self._desk.bookings.edit(booking_id, change))

    def cancel(self, booking_id: str) -> None:
        """Cancel at once what costs nothing; what costs is asked on a button that says how much."""
        charge = self._desk.bookings.cancellation(booking_id)
        if isinstance(charge, Refused):
            self._banner.inform(charge.sentence)
        elif _is_free(charge):
            self._told(self._desk.bookings.cancel(booking_id))
        else:
            self.open_booking(booking_id)

    def see_missed(self) -> None:
        """The first booking that nobody came for: its people are there after all, or its space is given back."""
        missed = self._desk.bookings.no_shows()
        if missed:
            self.open_booking(missed[0].booking.id)

    def undo(self) -> None:
        """Take the last act back."""
        if not self._acts:
            self._banner.inform(translate("BookingGestures", "Rien à annuler ici."))
            return
        act_id, _ = self._acts.pop()
        answer = self._desk.bookings.undo(act_id)
        self._banner.inform(answer.sentence)
        if isinstance(answer, Refused):
            self._acts.clear()
        self._show_undo()

    def _told(self, answer: BookingsChanged | Refused) -> None:
        if isinstance(answer, Refused):
            self._banner.inform(answer.sentence)
            if self.page is not None:
                self.page.reload()
        elif answer.charge is None:
            self._done(answer.act_id, answer.sentence)
        else:
            pattern = translate("BookingGestures", "Réservation annulée\u00a0: {title}. {consequence}")
            title = answer.bookings[0].title
            self._done(answer.act_id, pattern.format(title=title, consequence=answer.sentence))

    def _done(self, act_id: str, sentence: str) -> None:
        """An act was done: it can be taken back from the banner, from the page, and with Ctrl Z."""
        self._acts = [*self._acts, (act_id, sentence)][-_MOST_ACTS:]
        self._banner.offer(Notice("undo_booking", sentence, translate("BookingGestures", "Annuler")))
        self._show_undo()

    def _show_undo(self) -> None:
        if self.page is not None:
            self.page.show_undo(self._acts[-1][1] if self._acts else "")

    # --- what changes ----------------------------------------------------------------------------------------

    def give_back(self) -> None:
        """The time has come: what nobody came for goes by itself, if the house has said so."""
        for done in self._desk.bookings.release_by_itself():
            self._done(done.act_id, done.sentence)

    def refresh(self, topics: frozenset[Topic]) -> None:
        """Read again what is shown of the bookings."""
        if not topics & {Topic.BOOKINGS, Topic.SPACES, Topic.VISITS, Topic.TILL}:
            return
        from views.flows.booked import BookedPanel

        if self.page is not None and topics & {Topic.BOOKINGS, Topic.SPACES}:
            self.page.reload()
        if isinstance(self._counter.flow, BookedPanel):
            self._counter.flow.reload()

    def stop(self) -> None:
        """Nothing more is shown: the window goes."""
        self.clock.stop()
        self.files.stop()


def _is_free(charge: Charge) -> bool:
    return not charge.owed_cents and not charge.to_refund_cents
