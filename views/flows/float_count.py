"""Opening the till: the float found in the drawer."""

from __future__ import annotations

from PySide6.QtWidgets import QLineEdit, QWidget

from desk.amounts import parse_cents
from desk.errors import Refused
from desk.formats import money
from desk.frontdesk import FrontDesk
from desk.language import translate
from views.flows.panel import FlowPanel
from views.parts import column, label, named, row, scaled

USUAL_CENTS = 15_000


class FloatPanel(FlowPanel):
    """One step: the amount counted."""

    def __init__(self, desk: FrontDesk, note: str) -> None:
        super().__init__(self.name(), (translate("FloatPanel", "Fond de caisse"),))
        self._desk = desk
        page = QWidget()
        body = column(page, gap=12)
        if note:
            body.addWidget(label(translate("FloatPanel", "Le mot de la permanence précédente"), "strong"))
            body.addWidget(label(note, "chip", wrap=True))
        body.addWidget(
            label(translate("FloatPanel", "Comptez les espèces du tiroir avant la première vente."), "", wrap=True)
        )
        self.amount = QLineEdit(money(USUAL_CENTS))
        self.amount.setProperty("role", "money")
        self.amount.setMaxLength(12)
        self.amount.setFixedWidth(scaled(160))
        self.amount.setAccessibleName(translate("FloatPanel", "Fond de caisse compté"))
        self.amount.textEdited.connect(self._edited)
        body.addLayout(row(named(self.amount, translate("FloatPanel", "Fond compté"), "strong"), 1, self.amount))
        body.addStretch(1)
        self.add_page(page)
        self.show_step(0)

    @staticmethod
    def name() -> str:
        """Its title."""
        return translate("FloatPanel", "Bonjour")

    def entered(self, index: int) -> None:
        """Ready to type over the usual amount."""
        del index
        self._edited()
        self.focus_on(self.amount)
        self.amount.selectAll()

    def go_on(self) -> None:
        """Note the float and go to the plan."""
        cents = parse_cents(self.amount.text())
        if cents is None:
            self.refuse(Refused("amount", translate("FloatPanel", "Écrivez un montant, par exemple 150,00.")))
            return
        refused = self._desk.till.count_float(cents)
        if refused is not None:
            self.refuse(refused)
            return
        self.closed.emit()

    def back(self) -> None:
        """Later: the status line goes on saying that the float is not counted."""
        self.closed.emit()

    def _edited(self, _text: str = "") -> None:
        cents = parse_cents(self.amount.text())
        counted = money(cents) if cents is not None else "…"
        self.name_go(translate("FloatPanel", "Ouvrir avec {amount}").format(amount=counted))
