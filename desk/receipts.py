"""Receipts on request: queued with the sale, or asked for later; any print after the first says DUPLICATA.

None is made while the house lacks what the law wants on it (`desk/seller.py`): the sale stands, its receipt waits.
"""

from __future__ import annotations

import hashlib
import json
from datetime import date
from pathlib import Path

from sqlalchemy import func, select

from desk import papers, seller
from desk.documents.page import Document
from desk.errors import Refused
from desk.journal import short_seal
from desk.language import translate
from desk.printing.queue import enqueue
from desk.rights import Act, needs
from desk.till import Sold
from desk.work import Unit, Work
from models.journal import JournalRecord, Stream
from models.printing import ReceiptPrint
from models.sales import Sale

NOTE_FROM = 2500
"""Cents TTC from which the note of a service is compulsory; below, on request (arrêté n° 83-50/A of 3 October 1983)."""


def note_is_due(total_cents: int) -> bool:
    """Whether the customer is to be given a note without asking for it."""
    return total_cents >= NOTE_FROM


def enqueue_receipt(unit: Unit, sold: Sold) -> Document | Refused:
    """Make the receipt of a sale of this database, or its next duplicate, record it and queue it.

    A refusal writes nothing, and stops no sale: the receipt can be asked for later.
    """
    document = issue(unit, sold)
    if isinstance(document, Document):
        enqueue(unit, document)
    return document


def issue(unit: Unit, sold: Sold) -> Document | Refused:
    """Make the receipt of a sale, or its next duplicate, and record it; whoever calls prints it or writes it."""
    record = unit.session.get_one(JournalRecord, (Stream.SALES.value, sold.sequence))
    body = json.loads(record.body)
    body["seller"] = seller.completed(body["seller"], unit.site)
    refused = seller.objection(unit.site, unit.operator, body["seller"])
    if refused is not None:
        return refused
    prints = select(func.count()).select_from(ReceiptPrint).where(ReceiptPrint.sale_id == sold.sale_id)
    copy = unit.session.scalar(prints) or 0
    unit.session.add(ReceiptPrint(sale_id=sold.sale_id, copy_number=copy, printed_at=unit.now))
    document = papers.receipt_document(
        body, short_seal(record.digest), date.fromisoformat(body["supplied"]), copy_number=copy
    )
    content = hashlib.sha256(record.body).hexdigest()
    unit.record(
        Stream.DUPLICATES,
        "receipt.printed",
        {"schema": 1, "number": body["number"], "copy": copy, "sale_sha256": content},
    )
    return document


class Receipts:
    """Asking for paper after the sale."""

    def __init__(self, work: Work) -> None:
        self._work = work

    def objection(self) -> Refused | None:
        """Why no receipt of what is sold now would be printed, None when it would."""
        with self._work.read() as session:
            site = self._work.site(session)
            return seller.objection(site, self._work.operator, seller.mentions(site))

    @needs(Act.PRINT)
    def print_again(self, sale_id: str) -> Document | Refused:
        """Queue the receipt of a past sale: the original if it was never printed, else the next duplicate."""
        with self._work.write() as unit:
            sale = unit.session.get(Sale, sale_id)
            if sale is None:
                return Refused("no_sale", translate("Receipts", "Cette vente est introuvable."))
            return enqueue_receipt(unit, _sold(sale))

    @needs(Act.PRINT)
    def save(self, sale_id: str, path: Path) -> Document | Refused:
        """Write the receipt of a past sale on A4 into a PDF, ready to be sent; after the first, a duplicate.

        Raises `EnvironmentFault` when it cannot be written; nothing is recorded then.
        """
        from desk import workbooks
        from desk.documents import a4_pdf

        with self._work.write() as unit:
            sale = unit.session.get(Sale, sale_id)
            if sale is None:
                return Refused("no_sale", translate("Receipts", "Cette vente est introuvable."))
            document = issue(unit, _sold(sale))
            if isinstance(document, Refused):
                return document
            workbooks.write_bytes(path, a4_pdf.render(document))
            return document

    def preview(self, sale_id: str) -> Document | None:
        """The receipt of a sale as it would read, for the screen; prints and records nothing."""
        with self._work.read() as session:
            sale = session.get(Sale, sale_id)
            if sale is None:
                return None
            record = session.get_one(JournalRecord, (Stream.SALES.value, sale.sequence))
            body = json.loads(record.body)
            body["seller"] = seller.completed(body["seller"], self._work.site(session))
            return papers.receipt_document(body, short_seal(record.digest), date.fromisoformat(body["supplied"]))


def _sold(sale: Sale) -> Sold:
    """The sale as its papers need it."""
    return Sold(sale.id, sale.number, sale.sequence, sale.total_cents, 0, "")
