"""What the counter knows of an invoice, as values. Amounts in cents, TTC unless said."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from desk.errors import Refused
from models.invoices import InvoiceKind
from models.organisations import HOME_COUNTRY
from models.sales import PaymentMode

MOST_SALES = 60
"""How many sales one invoice may gather."""


class InvoiceState(StrEnum):
    """Where an invoice stands. A credit note is always CREDIT; an invoice that credit notes undid is CANCELLED.

    TO_CREDIT: a sale of it was corrected and has no credit note yet; until then nothing is claimed of it.
    """

    TO_CREDIT = "to_credit"
    DUE = "due"
    OVERDUE = "overdue"
    PAID = "paid"
    CANCELLED = "cancelled"
    CREDIT = "credit"


@dataclass(frozen=True)
class BuyerEdit:
    """Who is invoiced, as written at the counter; what an organisation's file lacked is noted there.

    `email` is where the electronic invoice goes when there is no SIREN to send it to; `country` is an ISO code.
    """

    name: str
    siren: str = ""
    vat_number: str = ""
    street: str = ""
    postcode: str = ""
    city: str = ""
    country: str = HOME_COUNTRY
    email: str = ""


@dataclass(frozen=True)
class InvoiceOrder:
    """The sales to put on one invoice, and who they are invoiced to."""

    sale_ids: tuple[str, ...]
    buyer: BuyerEdit


@dataclass(frozen=True)
class Issued:
    """A document that was just made: its number and when it is due; `owed_cents` is what is still to be received.

    `credit_notes` are the numbers of those made with it, for what had been taken back before.
    """

    id: str
    number: str
    kind: InvoiceKind
    total_cents: int
    owed_cents: int
    due_on: date
    credit_notes: tuple[str, ...] = ()


@dataclass(frozen=True)
class SaleToInvoice:
    """A sale that has no invoice yet: what corrections left of it; `owed_cents` is the part of that on account.

    `taken_back_cents` is what they took back: an invoice of it is made with their credit notes.
    """

    id: str
    number: str
    on: date
    what: str
    cents: int
    owed_cents: int
    taken_back_cents: int = 0


@dataclass(frozen=True)
class InvoiceDraft:
    """What an invoice could be made of: the sale that was asked for first, then the others of the same organisation.

    `trouble` says what the buyer still lacks, None when nothing. `organisation_id` is empty for a person.
    """

    organisation_id: str
    buyer: BuyerEdit
    sales: tuple[SaleToInvoice, ...]
    trouble: Refused | None


@dataclass(frozen=True)
class InvoiceListed:
    """A line of the list; `balance_cents` is what is still to be received."""

    id: str
    number: str
    kind: InvoiceKind
    state: InvoiceState
    customer: str
    issued_on: date
    due_on: date
    total_cents: int
    balance_cents: int
    reminders: int = 0


@dataclass(frozen=True)
class InvoiceLine:
    """A line as it is invoiced: cents without VAT, rate in basis points."""

    label: str
    quantity: int
    net_cents: int
    basis_points: int


@dataclass(frozen=True)
class Received:
    """Money received for an invoice, the day it was."""

    on: date
    mode: PaymentMode
    cents: int


@dataclass(frozen=True)
class Correction:
    """A correction of a sale that was invoiced, and has no credit note yet."""

    sale_id: str
    number: str
    on: date
    cents: int
    reason: str


@dataclass(frozen=True)
class InvoiceDetail:
    """All that the counter shows of a document. `credits` is the number of the invoice that a credit note is on."""

    listed: InvoiceListed
    organisation_id: str
    buyer: tuple[str, ...]
    lines: tuple[InvoiceLine, ...]
    vat: tuple[tuple[int, int], ...]
    received: tuple[Received, ...]
    sales: tuple[str, ...]
    credits: str
    reason: str
    credit_notes: tuple[InvoiceListed, ...]
    corrections: tuple[Correction, ...]
    copies: int
    reminded_on: date | None


@dataclass(frozen=True)
class Settled:
    """Money was received for an invoice: the number of its record, how much, what is left, what to give back."""

    number: str
    cents: int
    left_cents: int
    change_cents: int


@dataclass(frozen=True)
class Exported:
    """The invoices of a year, written: how many files, and where."""

    count: int
    folder: str
