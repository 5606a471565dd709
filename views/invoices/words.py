"""How the state of an invoice reads."""

from __future__ import annotations

from desk.formats import day as day_text
from desk.invoices import InvoiceListed, InvoiceState
from desk.language import translate

TONES = {
    InvoiceState.DUE: "", InvoiceState.OVERDUE: "soon", InvoiceState.PAID: "success", InvoiceState.CANCELLED: "",
    InvoiceState.CREDIT: "", InvoiceState.TO_CREDIT: "soon",
}  # fmt: skip


def state_line(invoice: InvoiceListed) -> str:
    """A state with its day."""
    if invoice.state is InvoiceState.TO_CREDIT:
        return translate("InvoiceWords", "Corrigée, l’avoir est à faire")
    if invoice.state is InvoiceState.DUE:
        return translate("InvoiceWords", "À payer pour le {day}").format(day=day_text(invoice.due_on))
    if invoice.state is InvoiceState.OVERDUE:
        return translate("InvoiceWords", "En retard depuis le {day}").format(day=day_text(invoice.due_on))
    if invoice.state is InvoiceState.PAID:
        return translate("InvoiceWords", "Réglée")
    if invoice.state is InvoiceState.CANCELLED:
        return translate("InvoiceWords", "Annulée par avoir")
    return translate("InvoiceWords", "Avoir")
