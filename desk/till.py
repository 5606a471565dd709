"""The till: one way to sell. A sale is sealed the moment it is paid, and is never changed afterwards."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import select

from desk import jet
from desk.bus import Topic
from desk.buyers import Buyer
from desk.clock import day_bounds, local_day
from desk.closings.floats import note_float
from desk.errors import Refused
from desk.formats import money
from desk.ids import new_id
from desk.language import translate
from desk.pricing import Basket
from desk.rights import Act, anyone, needs
from desk.seller import mentions
from desk.simulation import sealed as simulation_sealed
from desk.work import Unit, Work
from models.catalogue import PriceCategory
from models.journal import JournalRecord, Stream
from models.sales import Payment, PaymentMode, Sale, SaleLine
from models.till import FloatCount

# Paying a professional in cash is forbidden above this (Code monétaire et financier, art. D112-3), in cents.
CASH_CEILING = 100_000


@dataclass(frozen=True)
class PaymentOffer:
    """One payment: its part of the total and, for cash, what was handed over (0: the exact amount). Cents."""

    mode: PaymentMode
    cents: int
    tendered_cents: int = 0

    @property
    def handed_over(self) -> int:
        """What the customer gave, in cents: only cash can be more than its part of the total."""
        return self.tendered_cents or self.cents if self.mode is PaymentMode.CASH else self.cents


@dataclass(frozen=True)
class Sold:
    """A sealed sale: its number, what was paid and given back (cents), and the short seal that paper carries."""

    sale_id: str
    number: str
    sequence: int
    total_cents: int
    change_cents: int
    seal: str


@dataclass(frozen=True)
class Customer:
    """Whose name the receipt carries, and in which price category; an organisation that is known has an id."""

    category: PriceCategory
    name: str = ""
    organisation_id: str | None = None
    buyer: Buyer | None = None


@dataclass(frozen=True)
class Corrects:
    """The sale that a correction reverses, for which reason, and whether nothing of it is left."""

    sale_id: str
    number: str
    sequence: int
    reason: str
    is_whole: bool


class Till:
    """Selling, and the float of the drawer."""

    def __init__(self, work: Work) -> None:
        self._work = work

    @needs(Act.COUNT_FLOAT)
    def count_float(self, cents: int, reason: str = "") -> Refused | None:
        """Note what the drawer holds before it serves, in cents; `reason` says why it is not what should be there."""
        with self._work.write() as unit:
            return note_float(unit, cents, reason)

    @anyone(Act.HOUSEKEEPING)
    def abandon(self, what: str, cents: int) -> None:
        """A sale was given up once its amount had been asked for (JET 320): `what` names it, `cents` was due."""
        with self._work.write() as unit:
            jet.note(unit, jet.Code.SALE_ABANDONED, "sale-abandoned", what=what, cents=cents, by=unit.operator.name)

    def float_today(self) -> int | None:
        """The float counted today, in cents; None when nobody has counted it yet."""
        with self._work.read() as session:
            site = self._work.site(session)
            start, end = day_bounds(local_day(self._work.clock.now(), site.timezone), site.timezone)
            counted = (
                select(FloatCount.cents)
                .where(FloatCount.counted_at >= start, FloatCount.counted_at < end)
                .order_by(FloatCount.counted_at.desc())
                .limit(1)
            )
            return session.scalar(counted)

    def record_of(self, sale_id: str) -> tuple[dict[str, Any], JournalRecord] | None:
        """The sealed body of a sale and its record: what any paper about it is made from."""
        with self._work.read() as session:
            sale = session.get(Sale, sale_id)
            if sale is None:
                return None
            record = session.get_one(JournalRecord, (Stream.SALES.value, sale.sequence))
            return json.loads(record.body), record


def objection(total_cents: int, payments: tuple[PaymentOffer, ...]) -> Refused | None:
    """Why these payments cannot settle `total_cents`, None when they can."""
    if any(p.cents < 0 or p.tendered_cents < 0 for p in payments):
        return Refused("negative", translate("Till", "Un paiement ne peut pas être négatif."))
    paid = sum(p.cents for p in payments)
    if paid != total_cents:
        missing = total_cents - paid
        sentence = translate("Till", "Il manque {amount} pour régler {total}.")
        if missing < 0:
            sentence = translate("Till", "Il y a {amount} de trop pour régler {total}.")
        return Refused("unbalanced", sentence.format(amount=money(abs(missing)), total=money(total_cents)))
    cash = sum(p.cents for p in payments if p.mode is PaymentMode.CASH)
    if cash > CASH_CEILING:
        sentence = translate(
            "Till", "La loi interdit plus de {limit} en espèces\u00a0: prenez le reste par carte ou virement."
        )
        return Refused("cash_ceiling", sentence.format(limit=money(CASH_CEILING)))
    short = [p for p in payments if p.mode is PaymentMode.CASH and 0 < p.tendered_cents < p.cents]
    if short:
        sentence = translate("Till", "Le client a remis {tendered}, il manque {amount}.")
        amount = short[0].cents - short[0].tendered_cents
        return Refused("short_cash", sentence.format(tendered=money(short[0].tendered_cents), amount=money(amount)))
    return None


def change_of(payments: tuple[PaymentOffer, ...]) -> int:
    """What to give back, in cents: only cash gives change."""
    return sum(p.handed_over - p.cents for p in payments)


def sell(
    unit: Unit,
    basket: Basket,
    payments: tuple[PaymentOffer, ...],
    customer: Customer,
    supplied_on: date | None = None,
) -> Sold | Refused:
    """Seal a sale inside `unit`: rows and journal record, one number, no gap. The caller's transaction commits it.

    `supplied_on` is the local day of the service, the day of the sale when not said (FISCAL.md §2).
    """
    if not basket.lines:
        return Refused("empty", translate("Till", "Il n’y a rien à encaisser."))
    total = basket.total_cents
    settled = tuple(p for p in payments if p.cents) or payments[:1]
    refused = objection(total, settled) or _account_objection(unit, settled, customer)
    if refused is not None:
        return refused
    return seal(unit, "sale", basket, settled, customer, supplied_on or local_day(unit.now, unit.site.timezone))


def _account_objection(unit: Unit, settled: tuple[PaymentOffer, ...], customer: Customer) -> Refused | None:
    """Why part of this may not stay on account, None when it may or nothing does."""
    if all(payment.mode is not PaymentMode.ON_ACCOUNT for payment in settled):
        return None
    from desk.invoices.accounts import objection as account_objection

    return account_objection(unit.session, customer.organisation_id)


def seal(
    unit: Unit,
    kind: str,
    basket: Basket,
    settled: tuple[PaymentOffer, ...],
    customer: Customer,
    supplied_on: date,
    corrects: Corrects | None = None,
    settles: str = "",
) -> Sold:
    """Write a record of the sales stream and the rows that mirror it, inside `unit`; whoever calls has checked it.

    `settles` is the number of the invoice that a settlement was received for.
    """
    total = basket.total_cents
    sequence = unit.journal.next_sequence(Stream.SALES)
    sale_id, number = new_id(), f"{unit.desk.letter}-{sequence:06d}"
    body = _body(unit, number, basket, settled, customer, supplied_on, corrects)
    if settles:
        body["settles"] = {"invoice": settles}
    sealed = unit.record(Stream.SALES, kind, body)
    unit.session.add(
        Sale(
            id=sale_id, number=number, sequence=sequence, sold_at=unit.now, operator_id=unit.operator.id,
            category=customer.category, customer=customer.name, organisation_id=customer.organisation_id,
            total_cents=total, corrects_id=corrects.sale_id if corrects else None,
        )
    )  # fmt: skip
    for position, line in enumerate(basket.lines, 1):
        unit.session.add(
            SaleLine(
                id=new_id(), sale_id=sale_id, position=position, product_code=line.product_code, label=line.label,
                quantity=line.quantity, unit_cents=line.unit_cents, tax_included=line.tax_included,
                basis_points=line.basis_points, category=line.category, off_position=line.off,
                corrects_position=line.corrects,
            )
        )  # fmt: skip
    for position, paid in enumerate(settled, 1):
        unit.session.add(
            Payment(
                id=new_id(), sale_id=sale_id, position=position, mode=paid.mode, cents=paid.cents,
                tendered_cents=paid.handed_over,
            )
        )  # fmt: skip
    unit.changed(Topic.SALES)
    return Sold(sale_id, number, sequence, total, change_of(settled), sealed.short)


def _body(
    unit: Unit,
    number: str,
    basket: Basket,
    payments: tuple[PaymentOffer, ...],
    customer: Customer,
    supplied_on: date,
    corrects: Corrects | None,
) -> dict[str, object]:
    """Everything FISCAL.md §1 wants recorded with a sale; paper is made from this and nothing else."""
    site = unit.site
    return {
        "schema": 3,
        "number": number,
        "at": unit.now.astimezone(site.timezone).isoformat(timespec="minutes"),
        "desk": {"id": unit.desk.id, "letter": unit.desk.letter, "name": unit.desk.name},
        "operator": {"id": unit.operator.id, "name": unit.operator.name},
        "software": unit.desk.software_version,
        "seller": mentions(site),
        "category": customer.category.value,
        "customer": customer.name,
        "buyer": customer.buyer.facts if customer.buyer else None,
        "supplied": supplied_on.isoformat(),
        "lines": [
            {
                "amount": line.cents, "category": line.category.value if line.category else None,
                "corrects": line.corrects, "label": line.label, "off": line.off, "product": line.product_code,
                "quantity": line.quantity, "rate": line.basis_points, "tax_included": line.tax_included,
                "unit": line.unit_cents,
            }
            for line in basket.lines
        ],
        "vat": [{"rate": v.basis_points, "base": v.base, "vat": v.vat} for v in basket.vat],
        "net": sum(v.base for v in basket.vat),
        "tax": sum(v.vat for v in basket.vat),
        "total": basket.total_cents,
        "payments": [{"cents": p.cents, "mode": p.mode.value, "tendered": p.handed_over} for p in payments],
        "corrects": {
            "number": corrects.number, "sequence": corrects.sequence, "reason": corrects.reason,
            "whole": corrects.is_whole,
        } if corrects else None,
        "demo": site.is_demo,
        **simulation_sealed(site),
    }  # fmt: skip
