"""The invoices as the counter lists them, and the file of one."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from desk.buyers import sealed_buyer
from desk.clock import local_day
from desk.invoices import accounts, crediting
from desk.invoices.making import on_day
from desk.invoices.values import InvoiceDetail, InvoiceLine, InvoiceListed, InvoiceState, Received
from models.invoices import Invoice, InvoiceKind, InvoicePrint, InvoiceReminder, InvoiceSettlement
from models.journal import JournalRecord, Stream
from models.sales import PaymentMode, Sale
from models.site import Site


def everyone(session: Session, today: date) -> tuple[InvoiceListed, ...]:
    """All the documents, the newest first."""
    left, undone, waits = accounts.balances(session), _undone(session), crediting.uncredited(session)
    counted = select(InvoiceReminder.invoice_id, func.count()).group_by(InvoiceReminder.invoice_id)
    reminders: dict[str, int] = dict(session.execute(counted).all())
    rows = session.scalars(select(Invoice).order_by(Invoice.sequence.desc()))
    return tuple(
        _listed(
            row, _state(row, left.get(row.id, 0), undone.get(row.id, 0), today, waits=row.id in waits), left, reminders
        )
        for row in rows
    )  # fmt: skip


def listed(session: Session, row: Invoice, today: date) -> InvoiceListed:
    """One document."""
    counted = select(func.count()).select_from(InvoiceReminder).where(InvoiceReminder.invoice_id == row.id)
    left = accounts.balances(session, (row.id,))
    undone, waits = _undone(session, row.id).get(row.id, 0), row.id in crediting.uncredited(session)
    state = _state(row, left.get(row.id, 0), undone, today, waits=waits)
    return _listed(row, state, left, {row.id: session.scalar(counted) or 0})


def _undone(session: Session, invoice_id: str | None = None) -> dict[str | None, int]:
    """What was credited on each invoice, in cents."""
    sums = select(Invoice.credits_id, func.sum(Invoice.total_cents)).where(Invoice.credits_id.is_not(None))
    if invoice_id is not None:
        sums = sums.where(Invoice.credits_id == invoice_id)
    return dict(session.execute(sums.group_by(Invoice.credits_id)).all())


def _listed(row: Invoice, state: InvoiceState, left: dict[str, int], reminders: dict[str, int]) -> InvoiceListed:
    return InvoiceListed(
        row.id, row.number, row.kind, state, row.customer, row.issued_on, row.due_on, row.total_cents,
        left.get(row.id, 0), reminders.get(row.id, 0),
    )  # fmt: skip


def _state(row: Invoice, left: int, undone: int, today: date, *, waits: bool) -> InvoiceState:
    if row.kind is InvoiceKind.CREDIT_NOTE:
        return InvoiceState.CREDIT
    if waits:
        return InvoiceState.TO_CREDIT
    if left > 0:
        return InvoiceState.OVERDUE if row.due_on < today else InvoiceState.DUE
    return InvoiceState.CANCELLED if undone >= row.total_cents else InvoiceState.PAID


def detail(session: Session, site: Site, row: Invoice, today: date) -> InvoiceDetail:
    """The file of a document: what is sealed, and what has happened to it since."""
    body = crediting.body_of(session, row)
    buyer = sealed_buyer(body["buyer"])
    notes = tuple(
        listed(session, note, today)
        for note in session.scalars(select(Invoice).where(Invoice.credits_id == row.id).order_by(Invoice.sequence))
    )
    head = listed(session, row, today)
    copies = select(func.count()).select_from(InvoicePrint).where(InvoicePrint.invoice_id == row.id)
    reminded = select(func.max(InvoiceReminder.sent_on)).where(InvoiceReminder.invoice_id == row.id)
    return InvoiceDetail(
        head, row.organisation_id or "", buyer.lines if buyer else (), _lines(body),
        tuple((total["rate"], total["vat"]) for total in body["vat"]), _received(session, site, row, body),
        tuple(sale["number"] for sale in body["sales"]), body["credits"]["number"] if body["credits"] else "",
        body["credits"]["reason"] if body["credits"] else "", notes, crediting.waiting_on(session, row),
        session.scalar(copies) or 0, session.scalar(reminded),
    )  # fmt: skip


def _lines(body: dict[str, Any]) -> tuple[InvoiceLine, ...]:
    return tuple(InvoiceLine(line["label"], line["quantity"], line["net"], line["rate"]) for line in body["lines"])


def _received(session: Session, site: Site, row: Invoice, body: dict[str, Any]) -> tuple[Received, ...]:
    """What was received with the sales, then what came later."""
    first = max(on_day(sale["on"]) for sale in body["sales"])
    found = [Received(first, PaymentMode(payment["mode"]), payment["cents"]) for payment in body["payments"]]
    later = session.execute(
        select(Sale.sold_at, JournalRecord.body)
        .join(InvoiceSettlement, InvoiceSettlement.sale_id == Sale.id)
        .join(JournalRecord, (JournalRecord.sequence == Sale.sequence) & (JournalRecord.stream == Stream.SALES.value))
        .where(InvoiceSettlement.invoice_id == row.id)
        .order_by(Sale.sequence)
    )
    for at, content in later:
        found += [
            Received(local_day(at, site.timezone), PaymentMode(payment["mode"]), payment["cents"])
            for payment in json.loads(content)["payments"]
            if payment["mode"] != PaymentMode.ON_ACCOUNT.value
        ]
    return tuple(found)
