"""Taking the money: mode, amount, what the guest handed over, what to give back; in several parts if need be."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QLineEdit, QWidget

from desk.amounts import parse_cents
from desk.formats import money
from desk.language import translate
from desk.papers import mode_label
from desk.payments import PaymentMode, PaymentOffer
from views import tokens
from views.flows.panel import fact
from views.parts import Choices, button, column, empty, label, named, row, scaled

if TYPE_CHECKING:
    from desk.frontdesk import FrontDesk

QUICK = (1000, 2000, 5000)
MODES = (PaymentMode.CASH, PaymentMode.CARD, PaymentMode.CHEQUE, PaymentMode.TRANSFER)


class PaymentForm(QWidget):
    """`changed` when what is entered changes; `payments()` is what would be paid if the person went on now.

    `partial` when less than what is due may be received; on account only where it is offered. With a `desk`, it says
    before the money is taken why no receipt would be printed.
    """

    changed = Signal()

    def __init__(self, desk: FrontDesk | None = None, *, partial: bool = False) -> None:
        super().__init__()
        self._desk = desk
        self._due = 0
        self._partial = partial
        self._parts: list[PaymentOffer] = []
        body = column(self, gap=10)
        due, self._due_label = fact(translate("Payment", "À encaisser"), "", "amount")
        body.addLayout(row(due, 1, self._due_label))
        modes = [(mode, mode_label(mode)) for mode in (*MODES, PaymentMode.ON_ACCOUNT)]
        self._modes = Choices(modes, translate("Payment", "Mode de paiement"))
        self._modes.choose(PaymentMode.CASH)
        self.offer_account(offered=False)
        self._modes.chosen.connect(self._mode_chosen)
        body.addWidget(self._modes)
        self._part = self._money_field(translate("Payment", "Montant de ce paiement"))
        body.addLayout(row(named(self._part, translate("Payment", "Montant")), 1, self._part))
        self._cash = QWidget()
        cash = column(self._cash)
        self._tendered = self._money_field(translate("Payment", "Reçu du client"))
        cash.addLayout(row(named(self._tendered), 1, self._tendered))
        self._quick = Choices([(cents, money(cents)) for cents in QUICK], translate("Payment", "Billets"), columns=3)
        self._quick.chosen.connect(self._note_given)
        cash.addWidget(self._quick)
        change, self._change = fact(translate("Payment", "À rendre"), "", "change")
        cash.addLayout(row(change, 1, self._change))
        body.addWidget(self._cash)
        self._why = label("", "refusal", wrap=True)
        body.addWidget(self._why)
        self._more = button("", self._add_part, kind="link")
        body.addWidget(self._more)
        self._listed = column(gap=2)
        body.addLayout(self._listed)
        self._no_receipt = bill_label("")
        self._no_receipt.hide()
        body.addWidget(self._no_receipt)
        body.addStretch(1)

    def _money_field(self, name: str) -> QLineEdit:
        field = QLineEdit()
        field.setProperty("role", "money")
        field.setAccessibleName(name)
        field.setMaxLength(12)
        field.setFixedWidth(scaled(140))
        field.textEdited.connect(self._edited)
        field.editingFinished.connect(self._write_out)
        return field

    def _write_out(self) -> None:
        """An amount that was typed short is shown as amounts are; what cannot be read stays for whoever typed it."""
        for field in (self._part, self._tendered):
            cents = parse_cents(field.text())
            if cents is not None:
                field.setText(money(cents))

    def ask(self, due_cents: int) -> None:
        """Ask for an amount: in cash, the exact sum handed over.

        Asked again, what was entered stays as far as it fits: all of it for the same amount, else the mode alone.
        """
        refused = self._desk.receipts.objection() if self._desk is not None else None
        self._no_receipt.setText(refused.sentence if refused else "")
        self._no_receipt.setVisible(refused is not None)
        if due_cents == self._due and due_cents:
            self._edited()
            return
        self._due = due_cents
        self._parts.clear()
        self._next_part()

    @property
    def due(self) -> int:
        """What was asked for, in cents; 0 until it was."""
        return self._due

    @property
    def remaining(self) -> int:
        """What the parts already entered leave to pay, in cents."""
        return self._due - sum(part.cents for part in self._parts)

    def payments(self) -> tuple[PaymentOffer, ...]:
        """The parts, with the one being entered."""
        current = self._current()
        return (*self._parts, current) if current is not None and current.cents else tuple(self._parts)

    @property
    def is_complete(self) -> bool:
        """Whether what is entered settles the amount due."""
        return sum(p.cents for p in self.payments()) == self._due and not self._objection() and not self._is_short()

    def offer_account(self, *, offered: bool) -> None:
        """Whether the amount may stay on account, to be paid on an invoice."""
        self._modes.button_of(PaymentMode.ON_ACCOUNT).setVisible(offered)
        if not offered and PaymentMode.ON_ACCOUNT in {self._modes.value, *(part.mode for part in self._parts)}:
            self._modes.choose(PaymentMode.CASH)
            self._forget_parts()

    def focus_first(self) -> None:
        """Put the focus where the next key is expected: the cash handed over, or the mode that was chosen before."""
        if self._modes.value is PaymentMode.CASH:
            self._tendered.setFocus()
            self._tendered.selectAll()
        else:
            self._modes.button_of(self._modes.value).setFocus()

    def _current(self) -> PaymentOffer | None:
        cents = parse_cents(self._part.text())
        if cents is None:
            return None
        tendered = parse_cents(self._tendered.text()) or 0
        is_cash = self._modes.value is PaymentMode.CASH
        return PaymentOffer(self._modes.value, cents, tendered if is_cash else 0)

    def _objection(self) -> str:
        """Why what is typed cannot be taken, empty when it can; a field that is not shown says nothing."""
        shown = [self._part, self._tendered] if self._modes.value is PaymentMode.CASH else [self._part]
        if any(field.text().strip() and parse_cents(field.text()) is None for field in shown):
            return translate("Payment", "Ce montant ne se lit pas\u00a0: tapez par exemple 12,50.")
        if (parse_cents(self._part.text()) or 0) > self.remaining:
            sentence = translate("Payment", "Il n’y a que {amount} à encaisser.")
            return sentence.format(amount=money(self.remaining))
        return ""

    def _is_short(self) -> bool:
        current = self._current()
        return current is not None and 0 < current.tendered_cents < current.cents

    def _next_part(self) -> None:
        self._part.setText(money(self.remaining))
        self._tendered.setText("")
        self._tendered.setPlaceholderText(money(self.remaining))
        self._edited()

    def _mode_chosen(self, _mode: object) -> None:
        self._edited()
        if self._modes.value is PaymentMode.CASH:
            self.focus_first()

    def _note_given(self, cents: object) -> None:
        assert isinstance(cents, int)
        self._tendered.setText(money(cents))
        self._edited()

    def _add_part(self) -> None:
        current = self._current()
        if current is not None and 0 < current.cents < self.remaining:
            self._parts.append(current)
            self._next_part()

    def _forget_parts(self) -> None:
        self._parts.clear()
        self._next_part()

    def _edited(self) -> None:
        self._due_label.setText(money(self._due))
        self._cash.setVisible(self._modes.value is PaymentMode.CASH)
        current = self._current()
        self._change.setText(self._change_text(current))
        partial = current is not None and 0 < current.cents < self.remaining
        self._more.setVisible(partial and not self._partial)
        if partial and current is not None:
            pattern = translate("Payment", "Noter {amount} ({mode}) et payer le reste autrement")
            self._more.setText(pattern.format(amount=money(current.cents), mode=mode_label(current.mode)))
        self._why.setText(self._objection())
        self._why.setVisible(bool(self._why.text()))
        self._list_parts()
        self.changed.emit()

    def _change_text(self, current: PaymentOffer | None) -> str:
        if current is None:
            return "–"
        if self._is_short():
            missing = current.cents - current.tendered_cents
            return translate("Payment", "il manque {amount}").format(amount=money(missing))
        return money(max(0, (current.tendered_cents or current.cents) - current.cents))

    def _list_parts(self) -> None:
        empty(self._listed)
        for part in self._parts:
            name, value = fact(mode_label(part.mode), money(part.cents))
            holder = QWidget()
            holder.setLayout(row(name, 1, value))
            self._listed.addWidget(holder)
        if self._parts:
            again = button(translate("Payment", "Reprendre les paiements"), self._forget_parts, kind="link")
            self._listed.addWidget(again)

    @property
    def modes(self) -> Choices:
        """The row of payment modes."""
        return self._modes

    @property
    def tendered_field(self) -> QLineEdit:
        """Where the cash handed over is typed."""
        return self._tendered

    @property
    def part_field(self) -> QLineEdit:
        """Where the amount of this payment is typed."""
        return self._part


def due_lines(amounts: list[tuple[str, str]]) -> QWidget:
    """A small bill: each line's words and its amount."""
    box = QWidget()
    body = column(box, gap=tokens.SPACE)
    for words, amount in amounts:
        left, right = fact(words, amount)
        left.setWordWrap(True)
        line = row(left, right)
        line.setStretch(0, 1)
        body.addLayout(line)
    return box


def bill_label(text: str) -> QLabel:
    """A quiet line under a bill."""
    return label(text, "muted", wrap=True)


def note_label(desk: FrontDesk, text: str) -> QLabel:
    """The same about the note that comes with the payment; silent where none can be printed, as the form then says."""
    made = bill_label(text)
    if desk.receipts.objection() is not None:
        made.hide()
    return made
