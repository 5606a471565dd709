"""What was sold or promised, as the baskets they were: their lines and their VAT, never priced again."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from datetime import date
from decimal import Decimal

from sqlalchemy import select
from sqlalchemy.orm import Session

from desk.basket import Basket, BasketLine
from desk.discounts import DISCOUNT
from desk.pricing import vat_on
from models.catalogue import Product
from models.journal import JournalRecord, Stream
from models.quotes import Quote, QuoteLine
from models.sales import Sale, VatTotal, divide_half_up

_SHARE = re.compile(r"(\d+(?:[.,]\d+)?)\s?%")
"""How a discount says its share, in both languages."""


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
    lines = [
        BasketLine(
            r.product_code, r.label, r.quantity, r.unit_cents, r.tax_included, r.basis_points,
            None if r.product_code == DISCOUNT else quote.category,
        )
        for r in rows
    ]  # fmt: skip
    return Basket(tuple(replace(line, off=off) for line, off in zip(lines, _taken_off(lines), strict=True)))


def stale_rates(session: Session, quote: Quote, day: date) -> bool:
    """Whether the VAT rate of something promised is no longer the one of the day of the service."""
    for line in promised_basket(session, quote).lines:
        product = session.get(Product, line.product_code)
        if product is not None and vat_on(session, product.vat_code, day) != line.basis_points:
            return True
    return False


def _taken_off(lines: list[BasketLine]) -> list[int | None]:
    """What each discount was taken off, which a quote does not keep: a line (from 1), or 0 for everything.

    The discount of a line stands right under it, those on everything are last. Under the last line either may stand:
    the first reading under which each amount is the share that its words say.
    """
    last = max((place for place, line in enumerate(lines) if line.product_code != DISCOUNT), default=-1)
    readings = [_read(lines, last), _read(lines, last + 1)]
    return next((offs for offs in readings if _adds_up(lines, offs)), readings[0])


def _read(lines: list[BasketLine], until: int) -> list[int | None]:
    """Up to the place `until` a discount is that of the line over it, after it on everything."""
    return [
        None if line.product_code != DISCOUNT else place if place <= until else 0 for place, line in enumerate(lines)
    ]  # fmt: skip


def _adds_up(lines: list[BasketLine], offs: list[int | None]) -> bool:
    pairs = list(zip(lines, offs, strict=True))
    for cut, off in pairs:
        share = _SHARE.search(cut.label)
        if off is None or share is None:
            continue
        key = (cut.tax_included, cut.basis_points)
        covered = [lines[off - 1]] if off else [
            line for line, its in pairs if its != 0 and (line.tax_included, line.basis_points) == key
        ]  # fmt: skip
        points = int(Decimal(share[1].replace(",", ".")) * 100)
        if divide_half_up(sum(line.cents for line in covered) * points, 10_000) != -cut.cents:
            return False
    return True
