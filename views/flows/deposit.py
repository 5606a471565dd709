"""The deposit of a rental: taken with its amount and how; given back whole, or in part with a reason."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QLineEdit, QVBoxLayout, QWidget

from desk.amounts import parse_cents
from desk.bookings import BookingListed
from desk.deposits import REASON_LIMIT, DepositHeld, DepositMode, mode_words
from desk.errors import Refused
from desk.formats import day as day_text
from desk.formats import money
from desk.frontdesk import FrontDesk
from desk.language import translate
from views.flows.panel import FlowPanel
from views.parts import Choices, button, column, label, named, row, scaled

MODES = (DepositMode.CASH, DepositMode.CHEQUE, DepositMode.IMPRINT)


class _DepositPanel(FlowPanel):
    """One step: whose deposit, an amount, and what else is asked. `done` carries what to say."""

    done = Signal(str)

    def __init__(self, desk: FrontDesk, booking: BookingListed, title: str, amount: str, cents: int) -> None:
        super().__init__(title, (), subject=booking.id)
        self._desk = desk
        self._booking = booking
        self._cents = cents
        page = QWidget()
        body = column(page, gap=12)
        body.setContentsMargins(0, 0, 8, 0)
        body.addWidget(label(booking.title, "heading", wrap=True))
        pattern = translate("DepositPanel", "{space}, le {day}")
        where = pattern.format(space=booking.space, day=day_text(booking.starts_at.date()))
        body.addWidget(label(where, "muted", wrap=True))
        self.amount = QLineEdit()
        self.amount.setProperty("role", "money")
        self.amount.setMaxLength(12)
        self.amount.setFixedWidth(scaled(140))
        self.amount.setAccessibleName(amount)
        self.amount.textEdited.connect(self.edited)
        body.addLayout(row(named(self.amount), 1, self.amount))
        self.ask(body)
        body.addStretch(1)
        self.add_page(page)
        self.show_step(0)

    def entered(self, index: int) -> None:
        """The amount that is asked, or that is held."""
        del index
        self.amount.setText(money(self._cents) if self._cents else "")
        self.edited()
        self.focus_on(self.amount)
        self.amount.selectAll()

    def go_on(self) -> None:
        """Do it, or say why not."""
        cents = parse_cents(self.amount.text())
        if cents is None:
            self.refuse(Refused("amount", translate("Prices", "Écrivez un montant, par exemple 12,50.")))
            return
        answer = self.act(cents)
        if isinstance(answer, Refused):
            self.refuse(answer)
            return
        self.closed.emit()
        self.done.emit(_told(answer))

    def ask(self, body: QVBoxLayout) -> None:
        """Add what else is asked. Made by each panel."""

    def edited(self, _text: str = "") -> None:
        """Something was typed: name the button. Made by each panel."""

    def act(self, cents: int) -> DepositHeld | Refused:
        """Do it. Made by each panel."""
        raise NotImplementedError


class TakeDepositPanel(_DepositPanel):
    """Takes a deposit; the amount that the space asks is proposed."""

    def __init__(self, desk: FrontDesk, booking: BookingListed) -> None:
        title = translate("DepositPanel", "Prendre la caution")
        super().__init__(
            desk, booking, title, translate("DepositPanel", "Montant"), desk.deposits.asked_for(booking.id)
        )

    def ask(self, body: QVBoxLayout) -> None:
        """How, and whether the paper is wanted."""
        self.modes = Choices([(m, mode_words(m)) for m in MODES], translate("DepositPanel", "Comment"), columns=1)
        self.modes.choose(DepositMode.CASH)
        self.printed = QCheckBox(translate("DepositPanel", "Imprimer le papier de la caution"))
        body.addWidget(self.modes)
        body.addWidget(self.printed)
        note = translate("DepositPanel", "Une caution n’est pas une vente\u00a0: elle n’entre pas dans la recette.")
        body.addWidget(label(note, "muted", wrap=True))

    def edited(self, _text: str = "") -> None:
        """The button says how much."""
        self.refuse(None)
        cents = parse_cents(self.amount.text())
        go = translate("DepositPanel", "Prendre {amount}").format(amount=money(cents or 0))
        self.name_go(go, enabled=cents is not None)

    def act(self, cents: int) -> DepositHeld | Refused:
        """Take it."""
        return self._desk.deposits.take(self._booking.id, self.modes.value, cents, printed=self.printed.isChecked())


class ReturnDepositPanel(_DepositPanel):
    """Gives a deposit back; all of it is proposed."""

    def __init__(self, desk: FrontDesk, booking: BookingListed, held: DepositHeld) -> None:
        self.held = held
        title = translate("DepositPanel", "Rendre la caution")
        super().__init__(desk, booking, title, translate("DepositPanel", "Montant rendu"), held.cents)

    def ask(self, body: QVBoxLayout) -> None:
        """What is held, what the house would keep and why, and what is still out."""
        words = translate("DepositPanel", "Tenue\u00a0: {amount}, {mode}.")
        held = words.format(amount=money(self.held.cents), mode=mode_words(self.held.mode).lower())
        body.insertWidget(2, label(held, "", wrap=True))
        self.nothing_button = button(translate("DepositPanel", "Tout garder"), self._nothing, kind="link")
        body.addLayout(row(self.nothing_button, 1))
        self._kept = label("", "muted", wrap=True)
        self.reason = QLineEdit()
        self.reason.setMaxLength(REASON_LIMIT)
        self.reason.setAccessibleName(translate("DepositPanel", "Pourquoi la maison garde le reste"))
        body.addWidget(self._kept)
        self._why = named(self.reason, wrap=True)
        body.addWidget(self._why)
        body.addWidget(self.reason)
        lent = self._desk.lending.of_booking(self._booking.id)
        if lent:
            words = translate("DepositPanel", "Encore dehors\u00a0: {things}.")
            out = label(words.format(things=", ".join(loan.thing for loan in lent)), "chip", wrap=True)
            out.setProperty("tone", "soon")
            body.addWidget(out)

    def edited(self, _text: str = "") -> None:
        """The button says how much; what is kept is asked for its reason."""
        self.refuse(None)
        cents = parse_cents(self.amount.text())
        kept = self.held.cents - (cents or 0)
        self._kept.setText(translate("DepositPanel", "La maison garde {amount}.").format(amount=money(max(0, kept))))
        for widget in (self._kept, self._why, self.reason):
            widget.setVisible(cents is not None and kept > 0)
        go = translate("DepositPanel", "Rendre {amount}").format(amount=money(cents or 0))
        self.name_go(go, enabled=cents is not None)

    def act(self, cents: int) -> DepositHeld | Refused:
        """Give it back."""
        answer = self._desk.deposits.give_back(self.held.id, cents, self.reason.text())
        if isinstance(answer, Refused) and answer.code == "no_reason":
            self.reason.setFocus()
        return answer

    def _nothing(self) -> None:
        self.amount.setText(money(0))
        self.edited()
        self.reason.setFocus()


def _told(held: DepositHeld) -> str:
    if held.returned_at is None:
        words = translate("DepositPanel", "Caution de {amount} prise pour {title}.")
    elif held.kept_cents:
        words = translate("DepositPanel", "Caution de {title}\u00a0: {returned} rendus, {kept} gardés.")
    else:
        words = translate("DepositPanel", "Caution de {amount} rendue à {title}.")
    return words.format(
        amount=money(held.cents), title=held.title, returned=money(held.returned_cents), kept=money(held.kept_cents)
    )
