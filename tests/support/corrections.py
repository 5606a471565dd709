"""Corrections of sales as the sales stream holds them: linked, amounts below zero, the whole of it or one unit less."""

from __future__ import annotations

import json

from desk import till
from desk.basket import Basket, BasketLine
from desk.buyers import sealed_buyer
from desk.ids import new_id
from desk.till import Customer, PaymentOffer
from desk.work import Unit
from models.journal import JournalRecord, Stream
from models.sales import Payment, PaymentMode, Sale, SaleLine


def correct(unit: Unit, sale_id: str, reason: str = "erreur de saisie", *, lines: int | None = None) -> str:
    """Take back a sale, or its first `lines` lines; given back as it was paid. The answer is the id of its row."""
    sale = unit.session.get_one(Sale, sale_id)
    record = unit.session.get_one(JournalRecord, (Stream.SALES.value, sale.sequence))
    body = json.loads(record.body)
    basket = Basket(
        tuple(
            BasketLine(
                sold["product"], sold["label"], -sold["quantity"], sold["unit"], sold["tax_included"], sold["rate"]
            )
            for sold in body["lines"][:lines]
        )
    )
    mode = PaymentMode(body["payments"][0]["mode"])
    offers = (PaymentOffer(mode, basket.total_cents),)
    customer = Customer(sale.category, sale.customer, sale.organisation_id, sealed_buyer(body["buyer"]))
    sequence = unit.journal.next_sequence(Stream.SALES)
    number = f"{unit.desk.letter}-{sequence:06d}"
    made = till._body(unit, number, basket, offers, customer, unit.now.date())
    made["corrects"] = {"number": sale.number, "sequence": sale.sequence, "reason": reason}
    unit.record(Stream.SALES, "correction", made)
    row = Sale(
        id=new_id(), number=number, sequence=sequence, sold_at=unit.now, operator_id=unit.operator.id,
        category=sale.category, customer=sale.customer, organisation_id=sale.organisation_id,
        total_cents=basket.total_cents,
    )  # fmt: skip
    unit.session.add(row)
    unit.session.flush()
    for place, line in enumerate(basket.lines, 1):
        unit.session.add(
            SaleLine(
                id=new_id(), sale_id=row.id, position=place, product_code=line.product_code, label=line.label,
                quantity=line.quantity, unit_cents=line.unit_cents, tax_included=line.tax_included,
                basis_points=line.basis_points,
            )
        )  # fmt: skip
    cents = basket.total_cents
    unit.session.add(Payment(id=new_id(), sale_id=row.id, position=1, mode=mode, cents=cents, tendered_cents=cents))
    unit.session.flush()
    return row.id
