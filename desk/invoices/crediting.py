"""Credit notes: made from the correction of a sale that was invoiced, whole or in part, once for each correction."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

from sqlalchemy import ColumnElement, func, select
from sqlalchemy.orm import Session

from desk.buyers import Buyer
from desk.errors import Refused, Remedy
from desk.formats import money
from desk.invoices.making import CORRECTION, corrections_of, make, on_day, record_of, upturned
from desk.invoices.sealing import Credited, Draft, seal
from desk.invoices.values import Correction, InvoiceOrder, Issued
from desk.language import translate
from desk.work import Unit
from models.invoices import Invoice, InvoiceKind, InvoiceSale
from models.journal import JournalRecord, Stream
from models.sales import Payment, PaymentMode, Sale


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


def uncredited(session: Session) -> dict[str, int]:
    """The invoices that wait for a credit note, each with what its corrections take off what is due, in cents."""
    owed = func.sum(Payment.cents).filter(Payment.mode == PaymentMode.ON_ACCOUNT)
    found = (
        select(InvoiceSale.invoice_id, func.coalesce(-owed, 0))
        .join(Sale, Sale.corrects_id == InvoiceSale.sale_id)
        .join(Payment, Payment.sale_id == Sale.id)
        .where(_waits())
        .group_by(InvoiceSale.invoice_id)
    )
    return dict(session.execute(found).all())


def _waits() -> ColumnElement[bool]:
    return (Sale.total_cents < 0) & Sale.id.not_in(select(InvoiceSale.sale_id))


def must_credit(session: Session, invoice: Invoice) -> Refused | None:
    """Why an invoice can be neither claimed nor settled before its credit note, None when it can."""
    waiting = waiting_on(session, invoice)
    if not waiting:
        return None
    amount = money(waiting[0].cents)
    sentence = translate(
        "Invoicing", "La facture {number} a été corrigée par {correction}\u00a0: faites d’abord l’avoir de {amount}."
    )
    remedy = Remedy(
        "credit_note", translate("Invoicing", "Faire l’avoir de {amount}").format(amount=amount), waiting[0].sale_id
    )  # fmt: skip
    return Refused(
        "to_credit", sentence.format(number=invoice.number, correction=waiting[0].number, amount=amount), (remedy,)
    )  # fmt: skip


def make_whole(unit: Unit, order: InvoiceOrder) -> Issued | Refused:
    """Make the invoice of these sales, inside `unit`, and at once the credit note of each of their corrections.

    So what was taken back before is never claimed. After a refusal the caller abandons the unit.
    """
    issued = make(unit, order)
    if isinstance(issued, Refused):
        return issued
    notes = []
    for correction in waiting_on(unit.session, unit.session.get_one(Invoice, issued.id)):
        note = credit(unit, correction.sale_id)
        if isinstance(note, Refused):
            return note
        notes.append(note)
    owed = issued.owed_cents - sum(note.owed_cents for note in notes)
    return replace(issued, owed_cents=owed, credit_notes=tuple(note.number for note in notes))


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
