"""Invoices: made from sealed sales, settled, reminded of, credited, printed, saved and exported.

An invoice posts no turnover: that was sealed with its sales. Money that comes later is a record of its own.
"""

from __future__ import annotations

from pathlib import Path

from desk.clock import local_day
from desk.documents.page import Document
from desk.errors import Refused
from desk.invoices import accounts, buyers, crediting, exporting, listing, making, papers
from desk.invoices.terms import Terms, set_terms, terms_of
from desk.invoices.values import (
    BuyerEdit,
    Correction,
    Exported,
    InvoiceDetail,
    InvoiceDraft,
    InvoiceListed,
    InvoiceOrder,
    InvoiceState,
    Issued,
    SaleToInvoice,
    Settled,
)
from desk.progress import Tell, nobody
from desk.rights import Act, needs
from desk.till import PaymentOffer
from desk.work import Work
from models.invoices import Invoice, InvoiceKind
from models.sales import Sale

__all__ = [
    "BuyerEdit",
    "Correction",
    "Exported",
    "InvoiceDetail",
    "InvoiceDraft",
    "InvoiceKind",
    "InvoiceListed",
    "InvoiceOrder",
    "InvoiceState",
    "Invoices",
    "Issued",
    "SaleToInvoice",
    "Settled",
    "Terms",
]


class Invoices:
    """Invoicing what was sold."""

    def __init__(self, work: Work) -> None:
        self._work = work

    # --- what there is -----------------------------------------------------------------------------------------

    def everyone(self) -> tuple[InvoiceListed, ...]:
        """All the documents, the newest first."""
        with self._work.read() as session:
            zone = self._work.site(session).timezone
            return listing.everyone(session, local_day(self._work.clock.now(), zone))

    def overdue(self) -> tuple[InvoiceListed, ...]:
        """The invoices to remind of, the oldest debt first."""
        late = (invoice for invoice in self.everyone() if invoice.state is InvoiceState.OVERDUE)
        return tuple(sorted(late, key=lambda invoice: (invoice.due_on, invoice.number)))

    def file(self, invoice_id: str) -> InvoiceDetail | None:
        """The file of a document, None for nothing of that id."""
        with self._work.read() as session:
            row = session.get(Invoice, invoice_id)
            site = self._work.site(session)
            today = local_day(self._work.clock.now(), site.timezone)
            return None if row is None else listing.detail(session, site, row, today)

    def waiting(self) -> tuple[SaleToInvoice, ...]:
        """The sales on account that nobody has invoiced yet, the oldest first."""
        with self._work.read() as session:
            return making.waiting(session)

    def of_sale(self, sale_id: str) -> str:
        """The id of the invoice that a sale is on, empty when it has none."""
        with self._work.read() as session:
            sale = session.get(Sale, sale_id)
            row = None if sale is None else crediting.invoice_of(session, sale.number)
            return "" if row is None else row.id

    # --- making ------------------------------------------------------------------------------------------------

    def draft(self, sale_id: str) -> InvoiceDraft | Refused:
        """What could be invoiced with a sale."""
        with self._work.read() as session:
            return making.draft_of(session, sale_id)

    @needs(Act.INVOICE)
    def make(self, order: InvoiceOrder) -> Issued | Refused:
        """Make the invoice of some sales, all of it or nothing."""
        with self._work.write() as unit:
            issued = crediting.make_whole(unit, order)
            if isinstance(issued, Refused):
                unit.abandon()
            return issued

    @needs(Act.INVOICE)
    def credit(self, correction_id: str) -> Issued | Refused:
        """Make the credit note of a correction (by the id of its row in the sales)."""
        with self._work.write() as unit:
            return crediting.credit(unit, correction_id)

    # --- money and paper ---------------------------------------------------------------------------------------

    @needs(Act.INVOICE)
    def settle(self, invoice_id: str, payments: tuple[PaymentOffer, ...]) -> Settled | Refused:
        """Receive money for an invoice, in part or in whole."""
        with self._work.write() as unit:
            return accounts.settle(unit, invoice_id, payments)

    @needs(Act.INVOICE)
    def remind(self, invoice_id: str) -> Document | Refused:
        """Queue a reminder of an overdue invoice."""
        with self._work.write() as unit:
            return papers.remind_in(unit, invoice_id)

    @needs(Act.INVOICE)
    def print_it(self, invoice_id: str) -> Document | Refused:
        """Queue a document at the desk's printer: the original once, then duplicates."""
        with self._work.write() as unit:
            return papers.print_in(unit, invoice_id)

    def preview(self, invoice_id: str) -> Document | None:
        """A document as it reads, for the screen; prints and records nothing."""
        with self._work.read() as session:
            row = session.get(Invoice, invoice_id)
            return None if row is None else papers.document_of(session, row)

    @needs(Act.INVOICE)
    def pdf(self, invoice_id: str) -> bytes | Refused:
        """The one PDF of a document (Factur-X, PDF/A-3), made when first asked for."""
        return papers.pdf_of(self._work, invoice_id)

    @needs(Act.INVOICE)
    def save_pdf(self, invoice_id: str, path: Path) -> Path | Refused:
        """Write the one PDF of a document. Raises `EnvironmentFault` when it cannot be written."""
        return papers.save_pdf(self._work, invoice_id, path)

    @needs(Act.EXPORT_ACCOUNTS)
    def export(self, year: int, folder: Path, tell: Tell = nobody) -> Exported:
        """Write the PDFs of a year and their list into a folder. Raises `EnvironmentFault` when it cannot be."""
        return exporting.export(self._work, year, folder, tell)

    # --- settings ----------------------------------------------------------------------------------------------

    def terms(self) -> Terms:
        """What every invoice says beside who sells."""
        with self._work.read() as session:
            return terms_of(session)

    def lacks(self) -> Refused | None:
        """What every invoice should say and does not yet, as a sentence; None when it says all."""
        with self._work.read() as session:
            return buyers.seller_lacks(terms_of(session))

    @needs(Act.INVOICE_TERMS)
    def set_terms(self, terms: Terms) -> Refused | None:
        """Change them, for the invoices to come; a manager's right."""
        with self._work.write() as unit:
            return set_terms(unit, terms)
