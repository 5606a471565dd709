"""What a customer has paid: with the sale, and by the settlements of the invoice that it is on, less what went back.

One rule for what a correction gives back, by which means, and for the ceiling of cash. What is still due on the invoice
is made smaller before any money of its settlements goes back (Code civil, art. 1347).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from sqlalchemy import ColumnElement, func, select
from sqlalchemy.orm import Session

from models.invoices import Invoice, InvoiceKind, InvoiceSale, InvoiceSettlement
from models.sales import Payment, PaymentMode, Sale

Paid = dict[PaymentMode, int]
FIXED = frozenset({PaymentMode.CARD, PaymentMode.ON_ACCOUNT})
"""Modes that are paid back by themselves alone: a card is no way to get cash, and a debt is only made smaller."""


def left_by_mode(paid: Mapping[PaymentMode, int]) -> Paid:
    """What may still go back by each mode: what went back another way is no longer owed by the one it came by."""
    left = {mode: cents for mode, cents in paid.items() if cents > 0}
    owed = -sum(cents for cents in paid.values() if cents < 0)
    for mode in sorted(left, key=lambda m: m in FIXED):
        taken = min(owed, left[mode])
        left[mode] -= taken
        owed -= taken
    return {mode: cents for mode, cents in left.items() if cents}


def paid_for_sale(session: Session, sale_id: str) -> Paid:
    """By mode, what may be given back for a sale; ON_ACCOUNT is the part that nobody has paid yet."""
    own = _with_corrections(session, (sale_id,))
    invoice_id = session.scalar(
        select(Invoice.id)
        .join(InvoiceSale, InvoiceSale.invoice_id == Invoice.id)
        .where(InvoiceSale.sale_id == sale_id, Invoice.kind == InvoiceKind.INVOICE)
    )
    settled = {} if invoice_id is None else _settlements(session, invoice_id)
    if invoice_id is None or not settled:
        return own
    mine = left_by_mode(own)
    promised = mine.pop(PaymentMode.ON_ACCOUNT, 0)
    # What the other sales of the invoice were paid with themselves is theirs.
    pool = _added(_with_corrections(session, _sales_of(session, invoice_id)), settled)
    due = max(pool.pop(PaymentMode.ON_ACCOUNT, 0), 0)
    for other in _sales_of(session, invoice_id):
        theirs = mine if other == sale_id else left_by_mode(_with_corrections(session, (other,)))
        pool = _added(pool, {mode: -cents for mode, cents in theirs.items() if mode is not PaymentMode.ON_ACCOUNT})
    came = promised - min(promised, due)
    back = _added(mine, {mode: min(cents, came) for mode, cents in pool.items() if cents > 0})
    return _added(back, {PaymentMode.ON_ACCOUNT: promised - came})


def cash_of_invoice(session: Session, invoice_id: str) -> int:
    """The cash that was received for an invoice, in cents: with its sales and since, less what went back."""
    paid = _added(
        _with_corrections(session, _sales_of(session, invoice_id)), _settlements(session, invoice_id)
    )  # fmt: skip
    return paid.get(PaymentMode.CASH, 0)


def _sales_of(session: Session, invoice_id: str) -> tuple[str, ...]:
    return tuple(session.scalars(select(InvoiceSale.sale_id).where(InvoiceSale.invoice_id == invoice_id)))


def _with_corrections(session: Session, sale_ids: Iterable[str]) -> Paid:
    """By mode, what came in for some sales less what their corrections gave back."""
    wanted = tuple(sale_ids)
    concerned = select(Sale.id).where(Sale.id.in_(wanted) | Sale.corrects_id.in_(wanted))
    return _summed(session, Payment.sale_id.in_(concerned))


def _settlements(session: Session, invoice_id: str) -> Paid:
    """By mode, what settlements moved: money above zero, what is on account below."""
    mine = select(InvoiceSettlement.sale_id).where(InvoiceSettlement.invoice_id == invoice_id)
    return _summed(session, Payment.sale_id.in_(mine))


def _summed(session: Session, these: ColumnElement[bool]) -> Paid:
    sums = select(Payment.mode, func.sum(Payment.cents)).where(these).group_by(Payment.mode)
    return dict(session.execute(sums).all())


def _added(paid: Paid, more: Paid) -> Paid:
    return {mode: paid.get(mode, 0) + more.get(mode, 0) for mode in PaymentMode if mode in paid or mode in more}
