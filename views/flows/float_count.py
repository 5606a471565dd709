"""Opening the till: the float found in the drawer."""

from __future__ import annotations

from PySide6.QtWidgets import QLineEdit, QWidget

from desk.amounts import parse_cents
from desk.drawer import REASON_LIMIT
from desk.errors import Refused
from desk.formats import money
from desk.frontdesk import FrontDesk
from desk.language import translate
from views.flows.panel import FlowPanel
from views.parts import column, label, named, row, scaled, under_name

USUAL_CENTS = 15_000


class FloatPanel(FlowPanel):
    """One step: the amount counted, and a reason when it is not what should be there."""

    def __init__(self, desk: FrontDesk, note: str) -> None:
        super().__init__(self.name(), (translate("FloatPanel", "Fond de caisse"),))
        self._desk = desk
        state = desk.closings.drawer.state()
        # A drawer that has served is not at its opening: what it holds now is asked, and never proposed.
        self._has_served = state.has_served and not desk.closings.open_day().is_overdue
        page = QWidget()
        body = column(page, gap=12)
        if note:
            body.addWidget(label(translate("FloatPanel", "Le mot de la permanence précédente"), "strong"))
            body.addWidget(label(note, "chip", wrap=True))
        words = translate("FloatPanel", "Comptez les espèces du tiroir avant la première vente.")
        if self._has_served:
            words = translate(
                "FloatPanel",
                "Le fond n’a pas été compté, et des espèces sont déjà passées par le tiroir. Comptez tout ce qu’il"
                " contient maintenant, ventes comprises.",
            )
        body.addWidget(label(words, "", wrap=True))
        self.amount = QLineEdit("" if self._has_served else money(USUAL_CENTS))
        self.amount.setProperty("role", "money")
        self.amount.setMaxLength(12)
        self.amount.setFixedWidth(scaled(160))
        what, short = translate("FloatPanel", "Fond de caisse compté"), translate("FloatPanel", "Fond compté")
        if self._has_served:
            what, short = translate("FloatPanel", "Compté dans le tiroir"), translate("FloatPanel", "Compté")
        self.amount.setAccessibleName(what)
        self.amount.textEdited.connect(self._edited)
        body.addLayout(row(named(self.amount, short, "strong"), 1, self.amount))
        body.addWidget(self._reason_box())
        body.addStretch(1)
        self.add_page(page)
        self.show_step(0)

    def _reason_box(self) -> QWidget:
        """Where the difference is explained; shown once there is one."""
        self.reason = QLineEdit()
        self.reason.setMaxLength(REASON_LIMIT)
        self.reason.setAccessibleName(translate("FloatPanel", "Pourquoi cet écart"))
        self.reason.setPlaceholderText(translate("FloatPanel", "Même si c’est inconnu"))
        self.why = QWidget()
        self.why.setLayout(under_name(self.reason))
        self.why.hide()
        return self.why

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
        refused = self._desk.till.count_float(cents, self.reason.text() if self.why.isVisibleTo(self) else "")
        if refused is not None:
            self.refuse(refused)
            if refused.code == "float_differs":
                self.why.show()
                self.focus_on(self.reason)
            return
        self.closed.emit()

    def back(self) -> None:
        """Later: the status line goes on saying that the float is not counted."""
        self.closed.emit()

    def _edited(self, _text: str = "") -> None:
        cents = parse_cents(self.amount.text())
        counted = money(cents) if cents is not None else "…"
        words = translate("FloatPanel", "Ouvrir avec {amount}")
        if self._has_served:
            words = translate("FloatPanel", "J’ai compté {amount}")
        self.name_go(words.format(amount=counted))
