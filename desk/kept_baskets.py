"""What was sold or promised, as the baskets they were: their lines and their VAT, never priced again."""

from __future__ import annotations

import json

from sqlalchemy import select
from sqlalchemy.orm import Session

from desk.basket import Basket, BasketLine
from desk.discounts import DISCOUNT
from models.journal import JournalRecord, Stream
from models.quotes import Quote, QuoteLine
from models.sales import Sale, VatTotal


def sealed_basket(session: Session, sale: Sale) -> Basket:
    """The lines and the VAT of a sale, as they were sealed."""
    record = session.get_one(JournalRecord, (Stream.SALES.value, sale.sequence))
    body = json.loads(record.body)
    lines = tuple(
        BasketLine(
            line["product"], line["label"], line["quantity"], line["unit"], line["tax_included"], line["rate"],
            off=line.get("off"), corrects=line.get("corrects"),
        )
        for line in body["lines"]
    )  # fmt: skip
    return Basket(lines, tuple(VatTotal(row["rate"], row["base"], row["vat"]) for row in body["vat"]))


def promised_basket(session: Session, quote: Quote) -> Basket:
    """The lines of a quote, as they were promised."""
    rows = session.scalars(select(QuoteLine).where(QuoteLine.quote_id == quote.id).order_by(QuoteLine.position))
    return Basket(
        tuple(
            BasketLine(
                r.product_code, r.label, r.quantity, r.unit_cents, r.tax_included, r.basis_points,
                None if r.product_code == DISCOUNT else quote.category,
            )
            for r in rows
        )
    )  # fmt: skip
