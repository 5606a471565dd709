"""Putting back what was sealed after a copy: the records themselves, exactly, and the rows that mirror the till's.

The sequences then stand where the second place says they stood. Sales and their prints are whole again. Records of
visits, bookings and files come back as seals in the journal; what they had changed on the screens has to be done again.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable, Iterable
from datetime import datetime
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from desk.backups.holes import LOST
from desk.backups.known import Following
from desk.backups.trail import ERASURE, JournalRow
from desk.ids import new_id
from desk.redaction import ANNOUNCEMENT, announced
from desk.work import Unit
from models.base import instant_text
from models.catalogue import PriceCategory
from models.database import driver_of
from models.journal import ALGORITHM, FORMAT, Stream
from models.organisations import Organisation
from models.printing import ReceiptPrint
from models.sales import Payment, PaymentMode, Sale, SaleLine

_COLUMNS = ", ".join(JournalRow._fields)
_INSERT = f"INSERT INTO journal ({_COLUMNS}) VALUES ({', '.join('?' * len(JournalRow._fields))})"  # noqa: S608
_GUARD = "journal_refuses_gaps"
_BLANK = "UPDATE journal SET body = x'' WHERE stream = 'operations' AND sequence BETWEEN ? AND ?"
Rebuild = Callable[[Session, JournalRow, dict[str, Any]], bool]


def put_back(unit: Unit, following: Iterable[Following]) -> tuple[JournalRow, ...]:
    """Write all this first thing in a unit of work; the answer is the records whose rows are not known here.

    Those records are in the journal; the documents they speak of can be made again from them by hand.
    """
    unknown, session = [], unit.session
    driver = driver_of(session)
    for stream in following:
        for row in stream.rows:
            driver.execute(_INSERT, row)
            if not _rebuild(session, row):
                unknown.append(row)
        if stream.head is not None:
            _mark_lost(driver, stream, instant_text(unit.now))
    session.flush()
    for stream in following:
        for row in stream.rows:
            if row.stream == Stream.TECHNICAL and row.kind == ANNOUNCEMENT:
                for first, last in announced(row.body):
                    driver.execute(_BLANK, (first, last))
    return tuple(unknown)


def erased_members(following: Iterable[Following]) -> tuple[int, ...]:
    """The numbers of the members whose data were erased after the copy: the copy brought them back."""
    numbers = []
    for stream in following:
        for row in stream.rows:
            if row.kind == ERASURE and row.body:
                numbers.append(int(json.loads(row.body)["member"]))
    return tuple(numbers)


def blank_ranges(following: Iterable[Following]) -> list[list[int]]:
    """The operational records that came back without their body, to be announced."""
    ranges: list[list[int]] = []
    for stream in following:
        for row in stream.rows:
            if row.stream != Stream.OPERATIONS or row.body:
                continue
            if ranges and ranges[-1][1] == row.sequence - 1:
                ranges[-1][1] = row.sequence
            else:
                ranges.append([row.sequence, row.sequence])
    return ranges


def _mark_lost(driver: sqlite3.Connection, following: Following, at: str) -> None:
    """Set the head where it stood, so that the stream goes on after it: the guard against gaps steps aside once."""
    head, lost = following.head, following.lost
    assert head is not None
    assert lost is not None
    (guard,) = driver.execute("SELECT sql FROM sqlite_master WHERE name = ?", (_GUARD,)).fetchone()
    body = {
        "schema": 1, "lost": list(lost), "number": "", "lines": [], "vat": [], "payments": [], "net": 0, "tax": 0,
        "total": 0,
    }  # fmt: skip
    content = json.dumps(body, sort_keys=True, separators=(",", ":")).encode()
    driver.execute(f"DROP TRIGGER {_GUARD}")
    row = JournalRow(
        head.stream, head.sequence, LOST, at, "", "", "", FORMAT, ALGORITHM, head.key_id, bytes(32), b"", content,
        bytes(32), bytes.fromhex(head.digest), bytes.fromhex(head.signature),
    )  # fmt: skip
    driver.execute(_INSERT, row)
    driver.execute(guard)


# --- the rows that mirror the records ------------------------------------------------------------------------------


def _rebuild(session: Session, row: JournalRow) -> bool:
    """Whether the rows that this record stands for are there again; a record without rows of its own has them all."""
    if row.stream in (Stream.OPERATIONS, Stream.TECHNICAL):
        return True
    rebuild = _REBUILDERS.get(row.kind)
    return rebuild is not None and rebuild(session, row, json.loads(row.body))


def _sale(session: Session, row: JournalRow, body: dict[str, Any]) -> bool:
    sale_id, at = new_id(), datetime.fromisoformat(row.at)
    session.add(
        Sale(
            id=sale_id, number=body["number"], sequence=row.sequence, sold_at=at, operator_id=row.operator_id,
            category=PriceCategory(body["category"]), customer=body["customer"],
            organisation_id=_buyer(session, body, at), total_cents=body["total"],
        )
    )  # fmt: skip
    session.flush()
    for position, line in enumerate(body["lines"], 1):
        session.add(
            SaleLine(
                id=new_id(), sale_id=sale_id, position=position, product_code=line["product"], label=line["label"],
                quantity=line["quantity"], unit_cents=line["unit"], tax_included=line["tax_included"],
                basis_points=line["rate"], category=PriceCategory(line["category"]) if line.get("category") else None,
                off_position=line.get("off"), corrects_position=line.get("corrects"),
            )
        )  # fmt: skip
    for position, paid in enumerate(body["payments"], 1):
        session.add(
            Payment(
                id=new_id(), sale_id=sale_id, position=position, mode=PaymentMode(paid["mode"]), cents=paid["cents"],
                tendered_cents=paid["tendered"],
            )
        )  # fmt: skip
    session.flush()
    return True


def _buyer(session: Session, body: dict[str, Any], at: datetime) -> str | None:
    """The organisation that bought, made again from what the sale sealed of it when the copy does not know it."""
    buyer = body.get("buyer")
    if not buyer:
        return None
    known = Organisation.siren == buyer["siren"] if buyer["siren"] else Organisation.name == buyer["name"]
    found = session.scalar(select(Organisation.id).where(known).limit(1))
    if found is not None:
        return found
    made = Organisation(
        id=new_id(), name=buyer["name"], siren=buyer["siren"], category=PriceCategory(body["category"]),
        created_at=at, legal_form=buyer["form"], siret=buyer["siret"], vat_number=buyer["vat"],
        street=buyer["street"], postcode=buyer["postcode"], city=buyer["city"], country=buyer["country"],
    )  # fmt: skip
    session.add(made)
    session.flush()
    return made.id


def _printed(session: Session, row: JournalRow, body: dict[str, Any]) -> bool:
    """Without its row, the next print of that receipt would not say DUPLICATA."""
    sale_id = session.scalar(select(Sale.id).where(Sale.number == body["number"]))
    if sale_id is None:
        return False
    session.add(ReceiptPrint(sale_id=sale_id, copy_number=body["copy"], printed_at=datetime.fromisoformat(row.at)))
    session.flush()
    return True


_REBUILDERS: dict[str, Rebuild] = {"sale": _sale, "receipt.printed": _printed}
