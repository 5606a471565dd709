"""What concerns what a rental needs besides its room: participants at the door, deposits, things lent, overtime."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from desk.bus import Topic
from desk.errors import Refused, Remedy
from desk.frontdesk import FrontDesk
from desk.language import translate
from desk.verdicts import ScanOutcome
from views.booking_gestures import BookingGestures
from views.counter import Counter
from views.flows.panel import FlowPanel
from views.prompts import Prompter
from views.stage import Stage
from views.status import Banner, Notice

if TYPE_CHECKING:
    from desk.aftercare import Reminder
    from desk.lending import Borrower, LoanListed
    from views.lending.page import LendingPage


class CareGestures(QObject):
    """Opens the page and the panels, and passes on the acts; nothing opens while nobody holds the desk.

    `booking_asked` carries a booking to show, `sale_asked` the sale behind one, `answered` what a gesture at the door
    did, `looked` the reminder to tell (None when there is none left); `elsewhere` when the keyboard belongs to no page
    of this room. The page and its panels are imported when first asked for.
    """

    booking_asked = Signal(str)
    sale_asked = Signal(str)
    elsewhere = Signal()
    answered = Signal(object)
    looked = Signal(object)

    def __init__(
        self,
        desk: FrontDesk,
        stage: Stage,
        counter: Counter,
        banner: Banner,
        show_page: Callable[[QWidget, str], None],
        bookings: BookingGestures,
    ) -> None:
        super().__init__(stage)
        self.prompter = Prompter()
        self._desk = desk
        self._stage = stage
        self._counter = counter
        self._banner = banner
        self._show_page = show_page
        self._told: set[str] = set()
        self._due: tuple[Reminder, ...] = ()
        self._returned = ""
        self._page: LendingPage | None = None
        bookings.panel_made.connect(self.watch)
        bookings.elsewhere.connect(self.take_focus_back)
        self.booking_asked.connect(bookings.open_booking)

    def acts(self) -> dict[str, Callable[[], None]]:
        """What the commands of this room do, by their codes."""
        return {
            "lending": self.show_lending, "lend": self.open_lend, "care": self.see_reminder,
            "undo_return": self.undo_return,
        }  # fmt: skip

    # --- what is to settle -----------------------------------------------------------------------------------

    def look(self) -> Reminder | None:
        """Read what needs a person again; the answer is the first that nobody has looked at yet."""
        self._due = self._desk.aftercare.due()
        self._told &= {reminder.code for reminder in self._due}
        first = next((reminder for reminder in self._due if reminder.code not in self._told), None)
        self.looked.emit(first)
        return first

    def see_reminder(self) -> None:
        """Look at what the banner tells: the rental it is about, else everything that is lent. It is told once."""
        reminder = self.look()
        if reminder is None:
            self.show_lending()
            return
        self._told.add(reminder.code)
        self.look()
        if reminder.booking_id:
            self.booking_asked.emit(reminder.booking_id)
        else:
            self.show_lending()

    # --- the page --------------------------------------------------------------------------------------------

    @property
    def page(self) -> LendingPage | None:
        """The page of what is lent, while it is shown."""
        return self._page if self._page is not None and self._stage.currentWidget() is self._page else None

    def show_lending(self) -> None:
        """The page of what is lent and held."""
        from views.lending.page import LendingPage

        if not self._desk.staff.holder.id:
            return
        if self.page is not None:
            self.page.table.setFocus()
            return
        page = self._stage.unfinished(LendingPage)
        if page is None:
            page = LendingPage(self._desk)
            page.lend_asked.connect(self._lend_thing)
            page.booking_asked.connect(self.booking_asked)
            page.returned.connect(self._given_back)
        self._page = page
        self._show_page(page, "lending")

    def take_focus_back(self) -> None:
        """A flow is over: the page that was there before it takes the keyboard again, if it is this one."""
        if self.page is None:
            self.elsewhere.emit()
        else:
            self.page.table.setFocus()

    # --- lending ---------------------------------------------------------------------------------------------

    def open_lend(self) -> None:
        """Lend a thing to whoever stands there."""
        if self._desk.staff.holder.id:
            self._open_lend(None, "")

    def _lend_thing(self, thing_id: str) -> None:
        self._open_lend(None, thing_id)

    def lend_to_booking(self, booking_id: str) -> None:
        """Lend a thing to a rental."""
        from desk.lending import Borrower, BorrowerKind

        booking = self._desk.bookings.get(booking_id)
        if booking is not None:
            self._open_lend(Borrower(BorrowerKind.BOOKING, booking.id, booking.title), "")

    def _open_lend(self, borrower: Borrower | None, thing_id: str) -> None:
        from views.flows.lend import LendPanel

        panel = LendPanel(self._desk, borrower, thing_id)
        panel.lent.connect(self._lent)
        # Another thing, given up half-way, must not take this one's place.
        self._counter.give_up(panel.title)
        self._open(panel)

    def _lent(self, loan: object) -> None:
        from desk.lending import LoanListed

        assert isinstance(loan, LoanListed)
        words = translate("CareGestures", "{thing}\u00a0: prêté à {who}, à rendre à {when}.")
        self._banner.inform(words.format(thing=loan.thing, who=loan.who, when=loan.due_words))

    def _given_back(self, loan: object) -> None:
        from desk.lending import LoanListed

        assert isinstance(loan, LoanListed)
        self._was_returned(loan)

    def _was_returned(self, loan: LoanListed) -> None:
        self._returned = loan.id
        words = translate("CareGestures", "{thing}\u00a0: rendu.").format(thing=loan.thing)
        self._banner.offer(Notice("undo_return", words, translate("CareGestures", "Annuler")))

    def undo_return(self) -> None:
        """The thing is still out: a wrong key."""
        answer = self._desk.lending.take_back(self._returned)
        if isinstance(answer, Refused):
            self._banner.inform(answer.sentence)
        else:
            self._banner.inform(translate("CareGestures", "{thing} est toujours prêté.").format(thing=answer.thing))

    # --- a rental --------------------------------------------------------------------------------------------

    def watch(self, panel: object) -> None:
        """Answer what the panel of a booking asks."""
        from views.flows.booked import BookedPanel

        assert isinstance(panel, BookedPanel)
        care = panel.care
        care.paper_asked.connect(self._paper)
        care.deposit_asked.connect(self.open_deposit)
        care.lend_asked.connect(self.lend_to_booking)
        care.overtime_asked.connect(self.open_overtime)
        care.bill.charge_asked.connect(self.open_due)
        care.bill.sale_asked.connect(self.sale_asked)

    def open_deposit(self, booking_id: str) -> None:
        """Take the deposit of a rental, or give it back."""
        from views.flows.deposit import ReturnDepositPanel, TakeDepositPanel

        booking = self._desk.bookings.get(booking_id)
        if booking is None:
            return
        held = self._desk.deposits.of_booking(booking_id)
        panel: ReturnDepositPanel | TakeDepositPanel
        if held is not None and held.returned_at is None:
            panel = ReturnDepositPanel(self._desk, booking, held)
        else:
            panel = TakeDepositPanel(self._desk, booking)
        panel.done.connect(self._banner.inform)
        self._open(panel)

    def open_overtime(self, booking_id: str) -> None:
        """Charge the time that a rental stayed on."""
        from views.flows.overtime import OvertimePanel

        booking = self._desk.bookings.get(booking_id)
        if booking is not None:
            panel = OvertimePanel(self._desk, booking)
            self._counter.give_up(panel.title)
            self._open(panel)

    def open_due(self, booking_id: str) -> None:
        """Take what a booked rental owes."""
        from desk.rental_dues import RentalBill
        from views.flows.rental_due import RentalDuePanel

        bill = self._desk.dues.bill(booking_id)
        if isinstance(bill, RentalBill) and bill.due is not None:
            panel = RentalDuePanel(self._desk, bill)
            self._counter.give_up(panel.title)
            self._open(panel)

    def _open(self, panel: FlowPanel) -> None:
        """Over the panel of a booking, which tells what was done as soon as it is seen again."""
        self._counter.open_flow(panel)
        panel.closed.connect(self._seen_again)

    def _seen_again(self) -> None:
        from views.flows.booked import BookedPanel

        if isinstance(shown := self._counter.flow, BookedPanel):
            shown.reload()

    def _paper(self, booking_id: str, how: str) -> None:
        from views.flows.rental_care import PRINT, ROLL

        groups, file = self._desk.door.groups, ""
        if how == PRINT:
            made = groups.print_paper(booking_id)
            words = translate("CareGestures", "{title} s’imprime.")
        else:
            path = self.prompter.save_file(
                self._banner,
                translate("CareGestures", "Où écrire le code du groupe\u00a0?"),
                translate("CareGestures", "groupe.pdf"),
                translate("CareGestures", "PDF (*.pdf)"),
            )
            if path is None:
                return
            path = path if path.suffix.lower() == ".pdf" else path.with_name(f"{path.name}.pdf")
            made = groups.save_paper(booking_id, path, on_roll=how == ROLL)
            words = translate("CareGestures", "{title} est dans {file}.")
            file = path.name
        if isinstance(made, Refused):
            self._banner.inform(made.sentence)
        else:
            self._banner.inform(words.format(title=made.title, file=file))

    # --- at the door -----------------------------------------------------------------------------------------

    def remedy(self, remedy: Remedy) -> bool:
        """Do what a remedy of this room says; False when it belongs to another."""
        match remedy.code:
            case "open_booking":
                self.booking_asked.emit(remedy.subject)
            case "return_loan":
                answer = self._desk.lending.give_back(remedy.subject)
                if isinstance(answer, Refused):
                    self._banner.inform(answer.sentence)
                else:
                    self._was_returned(answer)
                    self._counter.greeting.drop(remedy)
            case "group_out":
                self._group(self._desk.door.groups.one_out(remedy.subject))
            case "group_out_instead":
                self._group(self._desk.door.groups.one_out(remedy.subject, instead=True))
            case "group_undo":
                undone = self._desk.door.groups.take_back(remedy.subject)
                if isinstance(undone, Refused):
                    self._banner.inform(undone.sentence)
                else:
                    words = translate("CareGestures", "Annulé\u00a0: {count}.")
                    told = undone.greeting.headline if undone.greeting is not None else ""
                    self._banner.inform(words.format(count=told))
                    self._counter.greeting.clear()
            case _:
                return False
        return True

    def _group(self, answer: ScanOutcome | Refused) -> None:
        if isinstance(answer, Refused):
            self._banner.inform(answer.sentence)
        else:
            self.answered.emit(answer)

    # --- what changes ----------------------------------------------------------------------------------------

    def refresh(self, topics: frozenset[Topic]) -> None:
        """Read again what is shown of what is lent and held."""
        if topics & {Topic.BOOKINGS, Topic.PEOPLE, Topic.SPACES, Topic.TILL} and self.page is not None:
            self.page.reload()
        if topics & {Topic.VISITS, Topic.BOOKINGS, Topic.TILL}:
            self.look()
