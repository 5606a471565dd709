"""What a rental needs, in the panel of its booking: its price, participants, deposit, things lent, overtime."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QPushButton, QWidget

from desk.bookings import BookingKind, BookingListed
from desk.deposits import DepositHeld, mode_words
from desk.errors import Refused
from desk.formats import money
from desk.formats import time as time_text
from desk.frontdesk import FrontDesk
from desk.language import translate
from desk.lending import LoanListed
from desk.overtime import OvertimeOffer
from views.flows.rental_bill import RentalBillSection
from views.parts import button, column, empty, label, row, scaled

PRINT, A4, ROLL = "print", "a4", "roll"


class RentalCare(QWidget):
    """Hidden for what is no rental. Counting and giving a thing back are done here, in one press; the rest is asked:

    `paper_asked` carries how the paper of the group is wanted, `deposit_asked`, `lend_asked` and `overtime_asked` open
    their panels; each carries the booking first. `refused` carries a Refused, or None once something was done.
    """

    paper_asked = Signal(str, str)
    deposit_asked = Signal(str)
    lend_asked = Signal(str)
    overtime_asked = Signal(str)
    refused = Signal(object)

    def __init__(self, desk: FrontDesk) -> None:
        super().__init__()
        self._desk = desk
        self._booking: BookingListed | None = None
        self._returns: list[tuple[QPushButton, str]] = []
        body = column(self, gap=8)
        self.bill = RentalBillSection(desk)
        body.addWidget(self.bill)
        self.overtime_button = button("", self._ask_overtime, kind="primary")
        body.addWidget(self.overtime_button)
        self._add_participants()
        self._deposit, self.deposit_button = self._line(translate("RentalCare", "Caution"), self._ask_deposit)
        self._lent, self.lend_button = self._line(translate("RentalCare", "Prêts"), self._ask_lend)
        self.lend_button.setText(translate("RentalCare", "Prêter…"))
        self._loans = column(gap=4)
        body.addLayout(self._loans)

    def _line(self, title: str, act: object) -> tuple[QLabel, QPushButton]:
        body = self.layout()
        assert body is not None
        assert callable(act)
        words, made = label("", "muted", wrap=True), button("", act)
        line = row(label(title, "strong"), 1, made)
        holder = QWidget()
        holder.setLayout(line)
        body.addWidget(holder)
        body.addWidget(words)
        return words, made

    def _add_participants(self) -> None:
        body = self.layout()
        assert body is not None
        self.fewer_button, self.more_button = button("−", self._one_fewer), button("+", self._one_more)
        self.fewer_button.setAccessibleName(translate("RentalCare", "Un participant de moins"))
        self.more_button.setAccessibleName(translate("RentalCare", "Un participant de plus"))
        self._count = label("", "strong")
        for made in (self.fewer_button, self.more_button):
            made.setFixedSize(scaled(34), scaled(30))
            made.setProperty("kind", "small")
        counter = QWidget()
        counter.setLayout(
            row(label(translate("RentalCare", "Participants"), "strong"), 1, self.fewer_button, self._count,
                self.more_button)
        )  # fmt: skip
        body.addWidget(counter)
        self.left_button = button(translate("RentalCare", "Tout le groupe est parti"), self._everyone_left, kind="link")
        self.print_button = button(translate("RentalCare", "Imprimer le code du groupe"), self._print)
        self.a4_button = button(translate("RentalCare", "PDF A4"), self._save_a4, kind="link")
        self.roll_button = button(translate("RentalCare", "PDF 80 mm"), self._save_roll, kind="link")
        body.addWidget(self.left_button)
        self._paper = QWidget()
        paper = column(self._paper, gap=2)
        paper.addWidget(self.print_button)
        paper.addLayout(row(self.a4_button, self.roll_button, 1, gap=4))
        body.addWidget(self._paper)

    # --- what is shown ---------------------------------------------------------------------------------------

    def show_booking(self, booking: BookingListed | None) -> None:
        """Show what this booking needs, nothing when it is no rental."""
        is_rental = booking is not None and booking.kind is BookingKind.RENTAL
        self._booking = booking if is_rental else None
        self.setVisible(is_rental)
        if booking is not None and is_rental:
            self.bill.show_booking(booking)
            self._show_participants(booking)
            self._show_deposit(booking)
            self._show_loans(self._desk.lending.of_booking(booking.id))
            self._show_overtime(booking)

    def _show_participants(self, booking: BookingListed) -> None:
        crowd = self._desk.crowds.of_booking(booking.id)
        people = crowd.people if crowd is not None else 0
        words = str(people)
        if booking.people:
            words = translate("RentalCare", "{people} sur {expected}").format(people=people, expected=booking.people)
        self._count.setText(words)
        for made in (self.fewer_button, self.more_button):
            made.setVisible(crowd is not None)
        self.fewer_button.setEnabled(people > 0)
        self.left_button.setVisible(people > 0)
        self._paper.setVisible(booking.ends_at > self._desk.site.local_now())

    def _show_deposit(self, booking: BookingListed) -> None:
        held = self._desk.deposits.of_booking(booking.id)
        asked = self._desk.deposits.asked_for(booking.id)
        is_over = booking.ends_at <= self._desk.site.local_now()
        self._deposit.setText(deposit_words(held, asked))
        is_held = held is not None and held.returned_at is None
        self.deposit_button.setText(
            translate("RentalCare", "Rendre…") if is_held else translate("RentalCare", "Prendre…")
        )
        self.deposit_button.setVisible(is_held or not is_over)

    def _show_loans(self, loans: tuple[LoanListed, ...]) -> None:
        focused = next((place for place, (made, _) in enumerate(self._returns) if made.hasFocus()), None)
        empty(self._loans)
        self._returns.clear()
        self._lent.setText(translate("RentalCare", "Rien n’est prêté à cette location."))
        self._lent.setVisible(not loans)
        for loan in loans:
            pattern = translate("RentalCare", "{thing} · à rendre à {when}")
            if loan.is_late:
                pattern = translate("RentalCare", "{thing} · en retard depuis {when}")
            words = label(pattern.format(thing=loan.thing, when=loan.due_words), "", wrap=True)
            back = button(translate("RentalCare", "Rendu"), self._returned)
            back.setAccessibleName(translate("RentalCare", "{thing}, rendu").format(thing=loan.thing))
            self._returns.append((back, loan.id))
            line = row(words, back)
            line.setStretch(0, 1)
            holder = QWidget()
            holder.setLayout(line)
            self._loans.addWidget(holder)
        if focused is not None:
            (self._returns[min(focused, len(self._returns) - 1)][0] if self._returns else self.lend_button).setFocus()

    def _show_overtime(self, booking: BookingListed) -> None:
        """Proposed once the end has passed and the booking is paid; before it, the booking is simply made longer."""
        offer, bill = None, self.bill.bill
        if (bill is None or bill.due is None) and booking.ends_at <= self._desk.site.local_now():
            offer = self._desk.overtime.offer(booking.id)
        shown = isinstance(offer, OvertimeOffer) and offer.basket is not None
        self.overtime_button.setVisible(shown)
        if isinstance(offer, OvertimeOffer) and offer.basket is not None:
            words = translate("RentalCare", "Dépassement jusqu’à {hour}\u00a0: {amount}")
            self.overtime_button.setText(
                words.format(hour=time_text(offer.until), amount=money(offer.basket.total_cents))
            )

    @property
    def return_buttons(self) -> list[QPushButton]:
        """A press for each thing that is out."""
        return [made for made, _ in self._returns]

    # --- acting ----------------------------------------------------------------------------------------------

    def _one_more(self) -> None:
        self._step(1)

    def _one_fewer(self) -> None:
        self._step(-1)

    def _step(self, step: int) -> None:
        assert self._booking is not None
        self._told(self._desk.crowds.add(self._booking.id, step))

    def _everyone_left(self) -> None:
        assert self._booking is not None
        self._told(self._desk.crowds.end(self._booking.id))

    def _returned(self) -> None:
        pressed = self.sender()
        for made, loan_id in list(self._returns):
            if made is pressed:
                self._told(self._desk.lending.give_back(loan_id))

    def _told(self, answer: object) -> None:
        self.refused.emit(answer if isinstance(answer, Refused) else None)
        self.show_booking(self._booking)

    def _print(self) -> None:
        assert self._booking is not None
        self.paper_asked.emit(self._booking.id, PRINT)

    def _save_a4(self) -> None:
        assert self._booking is not None
        self.paper_asked.emit(self._booking.id, A4)

    def _save_roll(self) -> None:
        assert self._booking is not None
        self.paper_asked.emit(self._booking.id, ROLL)

    def _ask_deposit(self) -> None:
        assert self._booking is not None
        self.deposit_asked.emit(self._booking.id)

    def _ask_lend(self) -> None:
        assert self._booking is not None
        self.lend_asked.emit(self._booking.id)

    def _ask_overtime(self) -> None:
        assert self._booking is not None
        self.overtime_asked.emit(self._booking.id)


def deposit_words(held: DepositHeld | None, asked: int) -> str:
    """Where a deposit stands, in words; `asked` is what the space asks, in cents."""
    if held is None:
        if not asked:
            return translate("RentalCare", "Aucune n’est demandée pour cet espace.")
        return translate("RentalCare", "{amount} à prendre.").format(amount=money(asked))
    amount, mode = money(held.cents), mode_words(held.mode)
    if held.returned_at is None:
        words = translate("RentalCare", "{amount}, {mode}, tenue depuis {hour}.")
        return words.format(amount=amount, mode=mode.lower(), hour=time_text(held.taken_at))
    if held.kept_cents:
        words = translate("RentalCare", "{returned} rendus à {hour}, {kept} gardés\u00a0: {reason}.")
        return words.format(
            returned=money(held.returned_cents), hour=time_text(held.returned_at), kept=money(held.kept_cents),
            reason=held.reason or "–",
        )  # fmt: skip
    return translate("RentalCare", "{amount} rendus à {hour}.").format(amount=amount, hour=time_text(held.returned_at))
