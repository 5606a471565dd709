"""Making an invoice: which sales go on it, and who it is for."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QWidget

from desk.errors import Refused
from desk.formats import day as day_text
from desk.formats import money
from desk.frontdesk import FrontDesk
from desk.invoices import InvoiceDraft, InvoiceOrder, SaleToInvoice
from desk.language import translate
from views.flows.panel import FlowPanel
from views.invoices.buyer import BuyerForm
from views.parts import column, label

SALES, BUYER = range(2)


class InvoiceNewPanel(FlowPanel):
    """Two steps: the sales, the customer. `made` carries the id of the invoice."""

    made = Signal(str)

    def __init__(self, desk: FrontDesk, draft: InvoiceDraft) -> None:
        steps = (translate("InvoiceNewPanel", "Ventes"), translate("InvoiceNewPanel", "Client"))
        super().__init__(translate("InvoiceNewPanel", "Facture"), steps, subject=draft.sales[0].id)
        self._desk = desk
        self._draft = draft
        self.boxes: list[QCheckBox] = []
        self.add_page(self._sales_page())
        self.form = BuyerForm()
        self.form.show_buyer(draft.buyer)
        self.add_page(self.form)
        # A single sale: there is nothing to choose.
        self.show_step(SALES if len(draft.sales) > 1 else BUYER)

    def _sales_page(self) -> QWidget:
        page = QWidget()
        body = column(page, gap=6)
        body.setContentsMargins(0, 0, 8, 0)
        told = translate("InvoiceNewPanel", "Cochez ce qui va sur cette facture\u00a0:")
        body.addWidget(label(told, "strong", wrap=True))
        for place, sale in enumerate(self._draft.sales):
            box = QCheckBox(
                translate("InvoiceNewPanel", "{number} · {amount}").format(number=sale.number, amount=money(sale.cents))
            )
            # The one that was asked for, and what is on account with it: the others were paid and may stay as they are.
            box.setChecked(place == 0 or bool(sale.owed_cents and self._draft.sales[0].owed_cents))
            box.toggled.connect(self._chosen)
            self.boxes.append(box)
            body.addWidget(box)
            body.addWidget(label(f"{day_text(sale.on)} · {sale.what}", "muted", wrap=True))
            if sale.taken_back_cents:
                body.addWidget(label(_with_note(sale), "muted", wrap=True))
        body.addStretch(1)
        return page

    @property
    def _chosen_sales(self) -> list[SaleToInvoice]:
        return [sale for box, sale in zip(self.boxes, self._draft.sales, strict=True) if box.isChecked()]

    @property
    def _total(self) -> int:
        return sum(sale.cents for sale in self._chosen_sales)

    def _chosen(self, _checked: bool) -> None:
        self._name_step()

    def _name_step(self) -> None:
        if self.step == SALES:
            text = translate("InvoiceNewPanel", "Continuer ({amount})").format(amount=money(self._total))
            self.name_go(text, enabled=self._total > 0)
        else:
            text = translate("InvoiceNewPanel", "Faire la facture de {amount}")
            if any(sale.taken_back_cents for sale in self._chosen_sales):
                text = translate("InvoiceNewPanel", "Facture et avoir\u00a0: {amount}")
            self.name_go(text.format(amount=money(self._total)))

    def entered(self, index: int) -> None:
        """Name the button, say what lacks, and put the focus where the next key is expected."""
        self._name_step()
        if index == SALES:
            self.focus_on(self.boxes[0])
        else:
            self.form.setMinimumHeight(self.form.sizeHint().height())
            self.refuse(self._draft.trouble)
            self.focus_on(self.form.first_empty if self._draft.trouble else self.go_button)

    def go_on(self) -> None:
        """To the customer; then the invoice is made, for good."""
        if self.step == SALES:
            self.show_step(BUYER)
            return
        chosen = tuple(sale.id for sale in self._chosen_sales)
        issued = self._desk.invoices.make(InvoiceOrder(chosen, self.form.buyer))
        if isinstance(issued, Refused):
            self.refuse(issued)
            return
        self.closed.emit()
        self.made.emit(issued.id)

    def back(self) -> None:
        """From the customer to the sales, when there was a choice; away."""
        if self.step == BUYER and len(self._draft.sales) > 1:
            self.show_step(SALES)
        else:
            self.closed.emit()


def _with_note(sale: SaleToInvoice) -> str:
    """What will be made of a sale that was corrected before."""
    pattern = translate("InvoiceNewPanel", "Déjà corrigée\u00a0: une facture de {whole}, et son avoir de {back}.")
    return pattern.format(whole=money(sale.cents + sale.taken_back_cents), back=money(sale.taken_back_cents))
