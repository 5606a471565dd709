"""The reports of closings: seen, printed, written as A4. After the first that leaves the desk each says DUPLICATA."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from desk.closings import paper
from desk.documents.page import Document
from desk.errors import Refused
from desk.journal import short_seal
from desk.language import translate
from desk.printing.queue import enqueue
from desk.rights import Act, needs
from desk.work import Unit, Work
from desk.workbooks import write_bytes
from models.closings import Closing, ClosingPrint
from models.journal import JournalRecord, Stream

PRINTED = "closing.printed"


class Reports:
    """The papers of closings, by their number."""

    def __init__(self, work: Work) -> None:
        self._work = work

    def seen(self, number: str) -> Document | None:
        """The report as it reads, for the screen; prints and records nothing."""
        with self._work.read() as session:
            found = _record(session, number)
            return None if found is None else _document(found[1], 0)

    @needs(Act.PRINT_CLOSINGS)
    def print_report(self, number: str) -> Document | Refused:
        """Queue the report for the ticket printer: the original if it never left the desk, else the next duplicate."""
        with self._work.write() as unit:
            document = _issue(unit, number)
            if isinstance(document, Document):
                enqueue(unit, document)
            return document

    @needs(Act.PRINT_CLOSINGS)
    def save_a4(self, number: str, path: Path) -> Document | Refused:
        """Write the report as an A4 PDF; it counts as a print. Raises `EnvironmentFault` when it cannot be written."""
        from desk.documents import a4_pdf

        with self._work.write() as unit:
            document = _issue(unit, number)
            if isinstance(document, Document):
                write_bytes(path, a4_pdf.render(document))
            return document


def _record(session: Session, number: str) -> tuple[Closing, JournalRecord] | None:
    closing = session.scalar(select(Closing).where(Closing.number == number))
    if closing is None:
        return None
    return closing, session.get_one(JournalRecord, (Stream.CLOSINGS.value, closing.sequence))


def _document(record: JournalRecord, copy_number: int) -> Document:
    return paper.closing_document(json.loads(record.body), short_seal(record.digest), copy_number)


def _issue(unit: Unit, number: str) -> Document | Refused:
    """The next copy of a report, recorded in its own stream."""
    found = _record(unit.session, number)
    if found is None:
        return Refused("no_closing", translate("Closings", "Cette clôture est introuvable."))
    closing, record = found
    prints = select(func.count()).select_from(ClosingPrint).where(ClosingPrint.closing_id == closing.id)
    copy = unit.session.scalar(prints) or 0
    unit.session.add(ClosingPrint(closing_id=closing.id, copy_number=copy, printed_at=unit.now))
    content = hashlib.sha256(record.body).hexdigest()
    unit.record(Stream.DUPLICATES, PRINTED, {"schema": 1, "number": number, "copy": copy, "closing_sha256": content})
    return _document(record, copy)
