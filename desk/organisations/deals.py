"""What was quoted and sold to an organisation, under all the names it had.

The sales of a body that was merged keep their sealed rows: they are found through its alias.
"""

from __future__ import annotations

from datetime import date, datetime
from zoneinfo import ZoneInfo

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from desk.basket import Basket
from desk.clock import local_day
from desk.kept_baskets import promised_basket, sealed_basket
from desk.language import translate
from desk.organisations.values import Deal
from desk.tax_sides import amount_words, read, reads_on
from models.catalogue import PriceCategory
from models.invoices import Invoice, InvoiceSale, InvoiceSettlement
from models.organisations import Organisation
from models.quotes import Quote
from models.sales import Sale

SHOWN = 30


def names_of(session: Session, organisation_id: str) -> tuple[str, ...]:
    """The ids under which an organisation may have been sold to: its own and its aliases'."""
    found = session.scalars(
        select(Organisation.id).where(
            or_(Organisation.id == organisation_id, Organisation.merged_into == organisation_id)
        )
    )
    return tuple(found)


def deals_of(session: Session, zone: ZoneInfo, organisation_id: str) -> tuple[Deal, ...]:
    """The last quotes and sales, the newest first."""
    ids = names_of(session, organisation_id)
    sales = session.scalars(
        select(Sale)
        .where(Sale.organisation_id.in_(ids), Sale.id.not_in(select(InvoiceSettlement.sale_id)))
        .order_by(Sale.sold_at.desc())
        .limit(SHOWN)
    ).all()
    quotes = session.scalars(
        select(Quote).where(Quote.organisation_id.in_(ids)).order_by(Quote.made_at.desc()).limit(SHOWN)
    ).all()
    named = select(InvoiceSale.sale_id, Invoice.number).join(Invoice, Invoice.id == InvoiceSale.invoice_id)
    invoices = dict(session.execute(named.where(InvoiceSale.sale_id.in_([s.id for s in sales]))).all())
    dated = [
        *((s.sold_at, _sale(session, s, local_day(s.sold_at, zone), invoices.get(s.id, ""))) for s in sales),
        *((q.made_at, _quote(session, q, local_day(q.made_at, zone))) for q in quotes),
    ]
    return tuple(deal for _, deal in sorted(dated, key=lambda pair: pair[0], reverse=True)[:SHOWN])


def _sale(session: Session, sale: Sale, on: date, invoice: str) -> Deal:
    state = translate("Deals", "facture {number}").format(number=invoice) if invoice else ""
    amount = _amount(session, sealed_basket(session, sale), sale.category, sale.sold_at)
    return Deal("sale", sale.id, sale.number, on, sale.total_cents, amount, state, not invoice and sale.total_cents > 0)


def _quote(session: Session, quote: Quote, on: date) -> Deal:
    state = ""
    if quote.sale_id:
        state = translate("Deals", "loué")
    elif quote.withdrawn_at:
        state = translate("Deals", "retiré")
    amount = _amount(session, promised_basket(session, quote), quote.category, quote.made_at)
    return Deal("quote", quote.id, quote.number, on, quote.total_cents, amount, state)


def _amount(session: Session, basket: Basket, category: PriceCategory, moment: datetime) -> str:
    """What it came to, on the side of VAT that the category read first that day."""
    side = reads_on(session, category, moment)
    return amount_words(read(basket, side).first_cents, side)
