"""Corrections of sales inside a unit of work: linked, amounts below zero, the whole of it or its first lines."""

from __future__ import annotations

import json
from datetime import date

from desk.basket import Basket, BasketLine
from desk.buyers import sealed_buyer
from desk.till import Corrects, Customer, PaymentOffer, seal
from desk.work import Unit
from models.catalogue import PriceCategory
from models.journal import JournalRecord, Stream
from models.sales import PaymentMode, Sale


def correct(
    unit: Unit, sale_id: str, reason: str = "erreur de saisie", *, lines: int | None = None, after: int = 0
) -> str:
    """Take back a sale, or so many of its `lines` after the first ones; given back as it was paid. The answer is the id
    of its row."""
    sale = unit.session.get_one(Sale, sale_id)
    record = unit.session.get_one(JournalRecord, (Stream.SALES.value, sale.sequence))
    body = json.loads(record.body)
    basket = Basket(
        tuple(
            BasketLine(
                sold["product"], sold["label"], -sold["quantity"], sold["unit"], sold["tax_included"], sold["rate"],
                PriceCategory(sold["category"]) if sold["category"] else None, sold["off"], place,
            )
            for place, sold in enumerate(body["lines"][after:][:lines], after + 1)
        )
    )  # fmt: skip
    offers = (PaymentOffer(PaymentMode(body["payments"][0]["mode"]), basket.total_cents),)
    customer = Customer(sale.category, sale.customer, sale.organisation_id, sealed_buyer(body["buyer"]))
    corrects = Corrects(sale.id, sale.number, sale.sequence, reason, is_whole=lines is None)
    sealed = seal(unit, "correction", basket, offers, customer, date.fromisoformat(body["supplied"]), corrects)
    unit.session.flush()
    return sealed.sale_id
