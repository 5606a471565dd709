"""What every invoice says beside who sells, and the account it is paid to: a manager's."""

from __future__ import annotations

from PySide6.QtWidgets import QCheckBox, QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from desk.frontdesk import FrontDesk
from desk.invoices import Terms
from desk.invoices.terms import WORDS_LIMIT
from desk.language import translate
from views.flows.panel import FlowPanel
from views.organisations.forms import line_field
from views.parts import column, label, named, scaled


class TermsPanel(FlowPanel):
    """One step: the texts, the account, VAT on debits."""

    def __init__(self, desk: FrontDesk) -> None:
        super().__init__(translate("TermsPanel", "Mentions des factures"), ())
        self._desk = desk
        terms = desk.invoices.terms()
        page = QWidget()
        body = column(page, gap=4)
        body.setContentsMargins(0, 0, 8, 0)
        told = translate("TermsPanel", "Pour les factures à venir\u00a0: celles qui sont faites ne changent pas.")
        body.addWidget(label(told, "muted", wrap=True))
        self.register = self._field(body, translate("TermsPanel", "Immatriculation (RCS)"), terms.register)
        self.iban = self._field(body, translate("TermsPanel", "IBAN"), terms.iban)
        self.bic = self._field(body, translate("TermsPanel", "BIC"), terms.bic)
        self.penalties = self._words(body, translate("TermsPanel", "Pénalités de retard"), terms.penalties)
        self.discount = self._words(body, translate("TermsPanel", "Escompte"), terms.discount)
        self.exemption = self._words(body, translate("TermsPanel", "Motif d’exonération de TVA"), terms.exemption)
        self.on_debits = QCheckBox(translate("TermsPanel", "TVA d’après les débits"))
        self.on_debits.setChecked(terms.vat_on_debits)
        body.addWidget(self.on_debits)
        body.addStretch(1)
        self.add_page(page)
        self.show_step(0)

    @staticmethod
    def _field(body: QVBoxLayout, name: str, text: str) -> QLineEdit:
        made = line_field(body, name, WORDS_LIMIT)
        made.setText(text)
        made.setCursorPosition(0)
        return made

    @staticmethod
    def _words(body: QVBoxLayout, name: str, text: str) -> QPlainTextEdit:
        made = QPlainTextEdit(text)
        made.setTabChangesFocus(True)
        made.setFixedHeight(scaled(72))
        made.setAccessibleName(name)
        body.addWidget(named(made, "", "strong"))
        body.addWidget(made)
        return made

    def entered(self, index: int) -> None:
        """Ready to write."""
        del index
        self.name_go(translate("TermsPanel", "Enregistrer"))
        self.focus_on(self.register)

    def go_on(self) -> None:
        """Keep them, and close."""
        refused = self._desk.invoices.set_terms(
            Terms(
                self.register.text(), self.iban.text(), self.bic.text(), self.penalties.toPlainText(),
                self.discount.toPlainText(),
                self.exemption.toPlainText(), self.on_debits.isChecked(),
            )
        )  # fmt: skip
        if refused is None:
            self.closed.emit()
        else:
            self.refuse(refused)
