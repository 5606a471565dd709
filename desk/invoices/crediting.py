"""Credit notes: made from the correction of a sale that was invoiced, whole or in part, once for each correction."""

from __future__ import annotations

import json
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from desk.buyers import Buyer
from desk.errors import Refused
from desk.invoices.making import CORRECTION, corrections_of, on_day, record_of, upturned
from desk.invoices.sealing import Credited, Draft, seal
from desk.invoices.values import Correction, Issued
from desk.language import translate
from desk.work import Unit
from models.invoices import Invoice, InvoiceKind, InvoiceSale
from models.journal import JournalRecord, Stream
from models.sales import Sale


def body_of(session: Session, invoice: Invoice) -> dict[str, Any]:
    """The sealed body of a document: what its paper, its XML and its credit notes are made from."""
    record = session.get_one(JournalRecord, (Stream.INVOICES.value, invoice.sequence))
    body: dict[str, Any] = json.loads(record.body)
    return body


def invoice_of(session: Session, number: str) -> Invoice | None:
    """The invoice that the sale of this number is on."""
    return session.scalar(
        select(Invoice)
        .join(InvoiceSale, InvoiceSale.invoice_id == Invoice.id)
        .join(Sale, Sale.id == InvoiceSale.sale_id)
        .where(Sale.number == number, Invoice.kind == InvoiceKind.INVOICE)
    )


def waiting_on(session: Session, invoice: Invoice) -> tuple[Correction, ...]:
    """The corrections of an invoice's sales that have no credit note yet, the oldest first."""
    found = []
    for sale_id in session.scalars(select(InvoiceSale.sale_id).where(InvoiceSale.invoice_id == invoice.id)):
        for row, body in corrections_of(session, sale_id):
            if body["total"] < 0 and session.get(InvoiceSale, row.id) is None:
                found.append(
                    Correction(row.id, row.number, on_day(body["at"]), -body["total"], body["corrects"]["reason"])
                )
    return tuple(sorted(found, key=lambda correction: correction.number))


def credit(unit: Unit, correction_id: str) -> Issued | Refused:
    """Make the credit note of a correction, inside `unit`, in the name and at the address of its invoice."""
    row = unit.session.get(Sale, correction_id)
    if row is None:
        return Refused("no_correction", translate("Invoicing", "Cette correction est introuvable."))
    kind, body = record_of(unit.session, row)
    if kind != CORRECTION or body["total"] >= 0:
        return Refused(
            "no_correction", translate("Invoicing", "Un avoir se fait d’une correction qui rend de l’argent.")
        )
    known = unit.session.get(InvoiceSale, row.id)
    if known is not None:
        number = unit.session.get_one(Invoice, known.invoice_id).number
        sentence = translate("Invoicing", "Cette correction a déjà son avoir\u00a0: {number}.")
        return Refused("credited", sentence.format(number=number))
    invoice = invoice_of(unit.session, body["corrects"]["number"])
    if invoice is None:
        sentence = translate("Invoicing", "La vente {sale} n’a pas été facturée\u00a0: sa correction suffit.")
        return Refused("no_invoice", sentence.format(sale=body["corrects"]["number"]))
    first = body_of(unit.session, invoice)
    credited = Credited(invoice.id, invoice.number, first["issued"], body["corrects"]["reason"])
    draft = Draft(
        [(row.id, upturned(body))], Buyer(**first["buyer"]), first["market"], first["email"],
        invoice.organisation_id, 0, credited,
    )  # fmt: skip
    return seal(unit, draft)
