"""Invoices and credit notes: made from sealed sales, under a number of their own, never changed and never deleted.

The truth of a document is its record in the `invoices` stream, whose sequence is the number on the paper. These rows
mirror what is looked for: who, how much, until when, from which sales. An invoice posts no turnover (FISCAL.md §3).
"""

from __future__ import annotations

from datetime import date, datetime
from enum import StrEnum

from sqlalchemy import CheckConstraint, ForeignKey, LargeBinary
from sqlalchemy.orm import Mapped, mapped_column

from models.base import Base, Word
from models.journal import replace_trigger, seal_triggers

INVOICE_LETTER = "F"
"""How the number of an invoice or a credit note begins, before the letter of the desk: no receipt has two."""


class InvoiceKind(StrEnum):
    """What a document of the invoices stream is."""

    INVOICE = "invoice"
    CREDIT_NOTE = "credit_note"


class Invoice(Base):
    """An invoice, or a credit note (`credits_id` says on which); `sequence` is its place in the invoices stream.

    Cents. `paid_cents` is what had been received (or given back) with the sales themselves; what came later is in
    `InvoiceSettlement`. A body that was merged keeps its invoices: they are found through its alias.
    """

    __tablename__ = "invoice"
    __table_args__ = (
        CheckConstraint("total_cents > 0", name="owes"),
        CheckConstraint("paid_cents BETWEEN 0 AND total_cents", name="paid"),
        CheckConstraint("(kind = 'credit_note') = (credits_id IS NOT NULL)", name="credits"),
        CheckConstraint("due_on >= issued_on", name="due"),
        {"sqlite_strict": True},
    )

    id: Mapped[str] = mapped_column(primary_key=True)
    sequence: Mapped[int] = mapped_column(unique=True)
    number: Mapped[str] = mapped_column(unique=True)
    kind: Mapped[InvoiceKind] = mapped_column(Word(InvoiceKind))
    issued_at: Mapped[datetime]
    issued_on: Mapped[date] = mapped_column(index=True)
    due_on: Mapped[date]
    organisation_id: Mapped[str | None] = mapped_column(ForeignKey("organisation.id"), index=True)
    customer: Mapped[str]
    total_cents: Mapped[int]
    paid_cents: Mapped[int]
    credits_id: Mapped[str | None] = mapped_column(ForeignKey("invoice.id"), index=True)


class InvoiceSale(Base):
    """A sale (or, for a credit note, a correction) that a document was made from; a sale has one document at most."""

    __tablename__ = "invoice_sale"

    sale_id: Mapped[str] = mapped_column(ForeignKey("sale.id"), primary_key=True)
    invoice_id: Mapped[str] = mapped_column(ForeignKey("invoice.id"), index=True)


class InvoiceSettlement(Base):
    """Money received later for an invoice: `sale_id` is the settlement in the sales stream."""

    __tablename__ = "invoice_settlement"
    __table_args__ = (CheckConstraint("cents > 0", name="received"), {"sqlite_strict": True})

    sale_id: Mapped[str] = mapped_column(ForeignKey("sale.id"), primary_key=True)
    invoice_id: Mapped[str] = mapped_column(ForeignKey("invoice.id"), index=True)
    cents: Mapped[int]


class InvoiceFile(Base):
    """The one PDF of a document, made when it was first asked for; its hash is in the journal too."""

    __tablename__ = "invoice_file"

    invoice_id: Mapped[str] = mapped_column(ForeignKey("invoice.id"), primary_key=True)
    sha256: Mapped[bytes] = mapped_column(LargeBinary)
    pdf: Mapped[bytes] = mapped_column(LargeBinary)


class InvoicePrint(Base):
    """A print on paper: copy 0 is the original, the others say DUPLICATA."""

    __tablename__ = "invoice_print"

    invoice_id: Mapped[str] = mapped_column(ForeignKey("invoice.id"), primary_key=True)
    copy_number: Mapped[int] = mapped_column(primary_key=True)
    printed_at: Mapped[datetime]


class InvoiceReminder(Base):
    """A reminder that was printed for an overdue invoice; `rank` counts them from 1."""

    __tablename__ = "invoice_reminder"

    invoice_id: Mapped[str] = mapped_column(ForeignKey("invoice.id"), primary_key=True)
    rank: Mapped[int] = mapped_column(primary_key=True)
    sent_on: Mapped[date]
    due_cents: Mapped[int]


class InvoicingTerms(Base):
    """The one row of what every invoice says beside the seller's identity; each text may be changed, for the next ones.

    `penalties` and `discount` are sentences (Code de commerce, art. L441-9 and L441-10), `exemption` the reason of a
    line without VAT.
    """

    __tablename__ = "invoicing_terms"
    __table_args__ = (CheckConstraint("id = 1", name="single"), {"sqlite_strict": True})

    id: Mapped[int] = mapped_column(primary_key=True, default=1)
    register: Mapped[str]
    iban: Mapped[str]
    bic: Mapped[str]
    penalties: Mapped[str]
    discount: Mapped[str]
    exemption: Mapped[str]
    vat_on_debits: Mapped[bool]


# Before 0014 the next number was that of the rows: after documents were lost for good, no other could be made. It is
# that of the journal, whose own guard refuses gaps and knows what a restoration has announced.
OLDER_INVOICE_TRIGGERS = (
    """
CREATE TRIGGER invoice_refuses_gaps BEFORE INSERT ON invoice
WHEN NEW.sequence IS NOT (SELECT COALESCE(MAX(sequence), 0) + 1 FROM invoice)
BEGIN
  SELECT RAISE(ABORT, 'invoice is sealed: a document must take the next number');
END
""",
)
SEALED_INVOICE_TABLES = ("invoice", "invoice_sale", "invoice_settlement", "invoice_file", "invoice_print")
INVOICE_TRIGGERS = (
    *(trigger for table in SEALED_INVOICE_TABLES for trigger in seal_triggers(table)),
    """
CREATE TRIGGER invoice_refuses_gaps BEFORE INSERT ON invoice
WHEN NEW.sequence IS NOT (SELECT MAX(sequence) FROM journal WHERE stream = 'invoices')
BEGIN
  SELECT RAISE(ABORT, 'invoice is sealed: a document must take the next number');
END
""",
    replace_trigger("invoice", "id", "number"),
    replace_trigger("invoice_sale", "sale_id"),
    replace_trigger("invoice_settlement", "sale_id"),
    replace_trigger("invoice_file", "invoice_id"),
    replace_trigger("invoice_print", "invoice_id, copy_number"),
)
