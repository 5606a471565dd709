"""Correcting a sale: what is taken back, why and how the money goes back, done. The sale itself never changes."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QLineEdit, QSpinBox, QVBoxLayout, QWidget

from desk.errors import Refused
from desk.formats import money
from desk.frontdesk import FrontDesk
from desk.language import translate
from desk.papers import mode_label
from desk.payments import PaymentOffer
from desk.refunds import REASON_LIMIT, Corrected, CorrectionOrder, Proposal, Wanted
from desk.sales_book import SaleFile
from views.flows.bill import basket_lines
from views.flows.panel import FlowPanel, fact
from views.flows.payment import due_lines
from views.parts import Choices, column, empty, label, named, row, scaled, under_name

WHAT, WHY, DONE = range(3)
NO_RECEIPT, RECEIPT = False, True


class CorrectionPanel(FlowPanel):
    """Three steps; at first everything that is left of the sale is taken back."""

    def __init__(self, desk: FrontDesk, file: SaleFile) -> None:
        steps = (
            translate("CorrectionPanel", "Quoi"), translate("CorrectionPanel", "Pourquoi"),
            translate("CorrectionPanel", "Rendre"),
        )  # fmt: skip
        title = translate("CorrectionPanel", "Corriger {number}").format(number=file.listed.number)
        super().__init__(title, steps, subject=f"correct:{file.listed.id}")
        self._desk = desk
        self._file = file
        self._proposal: Proposal | None = None
        self.spins: dict[int, QSpinBox] = {}
        self.mode: Choices | None = None
        self.keeping: Choices | None = None
        self.corrected: Corrected | None = None
        self.add_page(self._what_page())
        self.add_page(self._why_page())
        self.add_page(self._done_page())
        self.show_step(WHAT)

    # --- pages -----------------------------------------------------------------------------------------------

    def _what_page(self) -> QWidget:
        page = QWidget()
        body = column(page, gap=10)
        body.setContentsMargins(0, 0, 8, 0)
        words = translate("CorrectionPanel", "La vente reste telle quelle\u00a0: une correction liée la reprend.")
        body.addWidget(label(words, "muted", wrap=True))
        self._offer_keeping(body)
        pattern = translate("CorrectionPanel", "sur {count} à {price}")
        for line in self._file.left:
            spin = QSpinBox()
            spin.setRange(0, line.left)
            spin.setValue(line.left)
            spin.setEnabled(line.left > 0)
            spin.setFixedWidth(scaled(96))
            spin.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            spin.setAccessibleName(line.label)
            spin.valueChanged.connect(self._propose)
            self.spins[line.position] = spin
            told = column(gap=0)
            told.addWidget(named(spin, "", "strong", wrap=True))
            told.addWidget(label(pattern.format(count=line.quantity, price=money(line.unit_cents)), "muted", wrap=True))
            both = row(told, spin)
            both.setStretch(0, 1)
            body.addLayout(both)
        due, self._amount = fact(translate("CorrectionPanel", "À rendre"), "", "amount")
        body.addLayout(row(due, 1, self._amount))
        self._consequences = column(gap=4)
        body.addLayout(self._consequences)
        body.addStretch(1)
        return page

    def _offer_keeping(self, body: QVBoxLayout) -> None:
        """After a late cancellation what stays due is kept at first; the lines are for whoever wants otherwise."""
        kept = self._desk.refunds.retained(self._file.listed.id)
        if not kept:
            return
        words = translate("CorrectionPanel", "Garder {amount}, rendre le reste").format(amount=money(kept))
        options = [(kept, words), (0, translate("CorrectionPanel", "Choisir ce qui est repris"))]
        name = translate("CorrectionPanel", "Annulation tardive")
        self.keeping = Choices(options, name, columns=1)
        self.keeping.choose(kept)
        self.keeping.chosen.connect(self._keeping_chosen)
        body.addWidget(label(name, "strong"))
        body.addWidget(self.keeping)

    def _keeping_chosen(self, _kept: object) -> None:
        self._propose()

    @property
    def _kept_cents(self) -> int:
        return int(self.keeping.value) if self.keeping is not None else 0

    def _why_page(self) -> QWidget:
        page = QWidget()
        body = column(page, gap=10)
        body.setContentsMargins(0, 0, 8, 0)
        self._bill = column(gap=2)
        body.addLayout(self._bill)
        name = translate("CorrectionPanel", "Motif, imprimé et gardé")
        self.reason = QLineEdit()
        self.reason.setMaxLength(REASON_LIMIT)
        self.reason.setAccessibleName(name)
        self.reason.setPlaceholderText(translate("CorrectionPanel", "Par exemple\u00a0: erreur de saisie"))
        self.reason.textEdited.connect(self._name_refund)
        body.addLayout(under_name(self.reason, "", "strong"))
        self._modes = column(gap=8)
        body.addLayout(self._modes)
        self._back = column(gap=2)
        body.addLayout(self._back)
        self.keeps = QCheckBox(translate("CorrectionPanel", "Rembourser ce qui a servi"))
        self.keeps.toggled.connect(self._name_refund)
        body.addWidget(self.keeps)
        body.addWidget(label(translate("CorrectionPanel", "Reçu de la correction"), "strong"))
        options = [
            (NO_RECEIPT, translate("CorrectionPanel", "Pas de reçu")),
            (RECEIPT, translate("CorrectionPanel", "Imprimer")),
        ]
        self.receipt = Choices(options, translate("CorrectionPanel", "Reçu de la correction"))
        self.receipt.choose(RECEIPT)
        body.addWidget(self.receipt)
        body.addStretch(1)
        return page

    def _done_page(self) -> QWidget:
        page = QWidget()
        body = column(page, gap=8)
        self._done_title = label("", "heading", wrap=True)
        self._done_back = column(gap=4)
        self._done_text = label("", "", wrap=True)
        body.addWidget(self._done_title)
        body.addLayout(self._done_back)
        body.addWidget(self._done_text)
        body.addStretch(1)
        return page

    # --- steps -----------------------------------------------------------------------------------------------

    def entered(self, index: int) -> None:
        """Prepare a step."""
        if index == WHAT:
            self._propose()
            first = next((spin for spin in self.spins.values() if spin.isEnabled()), None)
            self.focus_on(self.go_button if self._kept_cents else first or self.go_button)
        elif index == WHY:
            self._show_bill()
            self.focus_on(self.reason)
        else:
            self.name_go(translate("CorrectionPanel", "Terminé"))
            self.focus_on(self.go_button)

    def go_on(self) -> None:
        """What -> why -> sealed -> closed."""
        if self.step == WHAT and self._proposal is not None:
            self.show_step(WHY)
        elif self.step == WHY:
            self._correct()
        elif self.step == DONE:
            self.closed.emit()

    @property
    def order(self) -> CorrectionOrder:
        """The correction as it stands."""
        lines = tuple(Wanted(position, spin.value()) for position, spin in self.spins.items() if spin.value())
        if self._kept_cents:
            lines = ()
        return CorrectionOrder(
            self._file.listed.id, self.reason.text(), lines, self.mode.value if self.mode else None,
            keeps=self.keeps.isChecked(), wants_receipt=bool(self.receipt.value),
            keeps_cents=self._kept_cents,
        )  # fmt: skip

    def _propose(self, _value: int = 0) -> None:
        for line in self._file.left:
            self.spins[line.position].setEnabled(line.left > 0 and not self._kept_cents)
        if not self._kept_cents and not any(spin.value() for spin in self.spins.values()):
            answer: Proposal | Refused = Refused(
                "nothing", translate("CorrectionPanel", "Choisissez ce qui est repris.")
            )
        else:
            answer = self._desk.refunds.propose(self.order)
        self._proposal = None if isinstance(answer, Refused) else answer
        self.refuse(answer if isinstance(answer, Refused) else None)
        self._amount.setText(money(self._proposal.refund_cents) if self._proposal else "–")
        empty(self._consequences)
        for sentence in (*self._proposal.consequences, *self._proposal.used) if self._proposal else ():
            self._consequences.addWidget(label(sentence, "", wrap=True))
        self.name_go(translate("CorrectionPanel", "Continuer"), enabled=self._proposal is not None)

    def _show_bill(self) -> None:
        assert self._proposal is not None
        empty(self._bill)
        self._bill.addWidget(due_lines(basket_lines(self._proposal.basket)))
        is_manager = self._desk.staff.holder.is_manager
        self.keeps.setVisible(bool(self._proposal.used) and is_manager)
        empty(self._modes)
        self.mode = None
        if len(self._proposal.modes) > 1 and self._proposal.refund_cents:
            self.mode = Choices(
                [(mode, mode_label(mode)) for mode in self._proposal.modes], translate("CorrectionPanel", "Rendre par")
            )
            self.mode.choose(self._proposal.payments[0].mode)
            self.mode.chosen.connect(self._mode_chosen)
            self._modes.addWidget(label(translate("CorrectionPanel", "Rendre par"), "strong"))
            self._modes.addWidget(self.mode)
        self._show_back()
        self._name_refund()

    def _mode_chosen(self, _mode: object) -> None:
        answer = self._desk.refunds.propose(self.order)
        self.refuse(answer if isinstance(answer, Refused) else None)
        if not isinstance(answer, Refused):
            self._proposal = answer
            self._show_back()

    def _show_back(self) -> None:
        assert self._proposal is not None
        empty(self._back)
        self._back.addWidget(due_lines(_given_back(self._proposal.payments)))

    def _name_refund(self, _value: object = None) -> None:
        if self.step != WHY or self._proposal is None:
            return
        text = translate("CorrectionPanel", "Rendre {amount}").format(amount=money(self._proposal.refund_cents))
        used = bool(self._proposal.used) and not self.keeps.isChecked()
        self.name_go(text, enabled=len(self.reason.text().strip()) > 2 and not used)
        if used:
            sentence = " ".join(self._proposal.used)
            self.refuse(Refused("used", sentence))
        else:
            self.refuse(None)

    def _correct(self) -> None:
        answer = self._desk.refunds.correct(self.order)
        if isinstance(answer, Refused):
            self.refuse(answer)
            return
        self.corrected = answer
        title = translate("CorrectionPanel", "Correction {number}").format(number=answer.sale.number)
        self._done_title.setText(title)
        empty(self._done_back)
        self._done_back.addWidget(due_lines(_given_back(answer.payments)))
        self._done_text.setText("\n".join(answer.consequences))
        self.show_step(DONE)


def _given_back(payments: tuple[PaymentOffer, ...]) -> list[tuple[str, str]]:
    """What goes back to the customer, by each mode."""
    pattern = translate("CorrectionPanel", "À rendre\u00a0: {mode}")
    return [(pattern.format(mode=mode_label(paid.mode)), money(-paid.cents)) for paid in payments]
