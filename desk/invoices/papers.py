"""An invoice on paper and as a file: the one PDF, made at the first print or save and kept; prints after the first are
duplicates; reminders of what is overdue."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from datetime import datetime
from pathlib import Path

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from desk import workbooks
from desk.bus import Topic
from desk.clock import local_day
from desk.documents.page import Document
from desk.errors import EnvironmentFault, Refused
from desk.invoices import accounts, paper
from desk.invoices.crediting import body_of, must_credit
from desk.journal import short_seal
from desk.language import translate
from desk.printing.queue import enqueue
from desk.simulation import is_practised
from desk.work import Unit, Work
from models.invoices import Invoice, InvoiceFile, InvoicePrint, InvoiceReminder
from models.journal import JournalRecord, Stream

SUFFIX = ".pdf"


def unknown() -> Refused:
    """The refusal about an invoice of which nothing is known."""
    return Refused("no_invoice", translate("Invoicing", "Cette facture est introuvable."))


def document_of(session: Session, invoice: Invoice, copy_number: int = 0) -> Document:
    """The paper of a document."""
    record = session.get_one(JournalRecord, (Stream.INVOICES.value, invoice.sequence))
    return paper.document(body_of(session, invoice), short_seal(record.digest), copy_number)


# --- the file --------------------------------------------------------------------------------------------------


def pdf_of(work: Work, invoice_id: str) -> bytes | Refused:
    """The PDF of a document: the one that is kept, or made now and kept; the journal holds its SHA-256.

    Raises `EnvironmentFault` when what is kept is no longer what was made.
    """
    with work.read() as session:
        invoice = session.get(Invoice, invoice_id)
        if invoice is None:
            return unknown()
        kept = session.get(InvoiceFile, invoice_id)
        if kept is not None:
            return _whole(invoice, kept)
        body, document = body_of(session, invoice), document_of(session, invoice)
    # Drawn before the database is asked to write: nobody waits behind a page.
    content = made(body, document)
    with work.write() as unit:
        kept = unit.session.get(InvoiceFile, invoice_id)
        if kept is not None:
            return _whole(invoice, kept)
        digest = hashlib.sha256(content)
        unit.session.add(InvoiceFile(invoice_id=invoice_id, sha256=digest.digest(), pdf=content))
        facts = {"schema": 1, "number": invoice.number, "pdf_sha256": digest.hexdigest()}
        unit.record(Stream.TECHNICAL, "invoice.file_made", facts)
        return content


def made(body: dict[str, object], document: Document) -> bytes:
    """The PDF of a sealed body and of its page: the same bytes each time."""
    from desk.documents import a4_pdf, archival, cii

    seller = body["seller"]
    assert isinstance(seller, dict)
    page = a4_pdf.render(document)
    if is_practised(body):
        return page  # a simulation is no invoice: it claims no Factur-X
    at = datetime.fromisoformat(str(body["at"]))
    return archival.facturx_pdf(page, cii.xml_of(body), document.title, seller["name"], at)


def _whole(invoice: Invoice, kept: InvoiceFile) -> bytes:
    if hashlib.sha256(kept.pdf).digest() != kept.sha256:
        raise EnvironmentFault(
            translate("Invoicing", "Le PDF gardé de {number} n’est plus celui qui a été fait.").format(
                number=invoice.number
            ),
            safe=translate("Invoicing", "La facture elle-même est dans le journal."),
            todo=translate("Invoicing", "Lancez la vérification, et gardez une copie du dossier."),
            code="invoice_file",
        )
    return kept.pdf


def save_pdf(work: Work, invoice_id: str, path: Path) -> Path | Refused:
    """Write the PDF of a document. Raises `EnvironmentFault` when it cannot be written."""
    kept = pdf_of(work, invoice_id)
    if isinstance(kept, Refused):
        return kept
    path = workbooks.ending(path, SUFFIX)
    workbooks.write_bytes(path, kept)
    return path


# --- paper -----------------------------------------------------------------------------------------------------


def print_in(unit: Unit, invoice_id: str) -> Document | Refused:
    """Queue a document at the desk's printer, inside `unit`: the original once, then duplicates that say so.

    What the original prints is the PDF/A-3 that is kept.
    """
    invoice = unit.session.get(Invoice, invoice_id)
    if invoice is None:
        return unknown()
    prints = select(func.count()).select_from(InvoicePrint).where(InvoicePrint.invoice_id == invoice_id)
    copy = unit.session.scalar(prints) or 0
    unit.session.add(InvoicePrint(invoice_id=invoice_id, copy_number=copy, printed_at=unit.now))
    # The original is the file that is kept: it is made when the queue comes to it, off the window's thread.
    document = replace(document_of(unit.session, invoice, copy), kept_for="" if copy else invoice.id)
    record = unit.session.get_one(JournalRecord, (Stream.INVOICES.value, invoice.sequence))
    facts = {
        "schema": 1, "number": invoice.number, "copy": copy,
        "invoice_sha256": hashlib.sha256(record.body).hexdigest(),
    }  # fmt: skip
    unit.record(Stream.DUPLICATES, "invoice.printed", facts)
    enqueue(unit, document)
    unit.changed(Topic.SALES)
    return document


def remind_in(unit: Unit, invoice_id: str) -> Document | Refused:
    """Queue a reminder of an overdue invoice, inside `unit`; one a day at most."""
    invoice = unit.session.get(Invoice, invoice_id)
    if invoice is None:
        return unknown()
    refused = must_credit(unit.session, invoice)
    if refused is not None:
        return refused
    today = local_day(unit.now, unit.site.timezone)
    left = accounts.balance(unit.session, invoice_id)
    if left <= 0 or invoice.due_on >= today:
        sentence = translate("Invoicing", "La facture {number} n’est pas en retard.")
        return Refused("not_overdue", sentence.format(number=invoice.number))
    mine = select(InvoiceReminder).where(InvoiceReminder.invoice_id == invoice_id).order_by(InvoiceReminder.rank)
    before = unit.session.scalars(mine).all()
    if before and before[-1].sent_on >= today:
        sentence = translate("Invoicing", "La facture {number} a déjà été relancée aujourd’hui.")
        return Refused("reminded", sentence.format(number=invoice.number))
    rank = len(before) + 1
    unit.session.add(InvoiceReminder(invoice_id=invoice_id, rank=rank, sent_on=today, due_cents=left))
    body = {"schema": 1, "number": invoice.number, "rank": rank, "owed": left}
    unit.record(Stream.OPERATIONS, "invoice.reminded", body)
    document = paper.reminder(body_of(unit.session, invoice), left, today, rank)
    enqueue(unit, document)
    unit.changed(Topic.SALES)
    return document
