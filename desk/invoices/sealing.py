"""The sealed body of a document, its record in the invoices stream, and its rows: written once, together."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from desk.bus import Topic
from desk.buyers import Buyer
from desk.clock import local_day
from desk.ids import new_id
from desk.invoices.amounts import net_amounts
from desk.invoices.natures import WORDS, nature_in
from desk.invoices.terms import ON_DEBITS, RECOVERY, terms_of
from desk.invoices.values import Issued
from desk.simulation import sealed
from desk.work import Unit
from models.invoices import INVOICE_LETTER, Invoice, InvoiceKind, InvoiceSale
from models.journal import Stream
from models.organisations import HOME_COUNTRY
from models.sales import PaymentMode

Body = dict[str, Any]


@dataclass(frozen=True)
class Credited:
    """What a credit note is on: the invoice, and why."""

    invoice_id: str
    number: str
    issued: str
    reason: str


@dataclass(frozen=True)
class Draft:
    """A document about to be sealed. `sources`: the ids of its sales with their sealed bodies, amounts above zero."""

    sources: Sequence[tuple[str, Mapping[str, Any]]]
    buyer: Buyer
    market: str
    email: str
    organisation_id: str | None
    term_days: int
    credited: Credited | None = None


def seal(unit: Unit, draft: Draft) -> Issued:
    """Write the record and the rows of a document, inside `unit`; its number follows the last one's."""
    kind = InvoiceKind.INVOICE if draft.credited is None else InvoiceKind.CREDIT_NOTE
    sequence = unit.journal.next_sequence(Stream.INVOICES)
    number = f"{INVOICE_LETTER}{unit.desk.letter}-{sequence:06d}"
    issued_on = local_day(unit.now, unit.site.timezone)
    body = body_of(unit, draft, number, issued_on)
    due_on = date.fromisoformat(body["due"])
    unit.record(Stream.INVOICES, kind.value, body)
    invoice = Invoice(
        id=new_id(), sequence=sequence, number=number, kind=kind, issued_at=unit.now, issued_on=issued_on,
        due_on=due_on, organisation_id=draft.organisation_id, customer=draft.buyer.name,
        total_cents=body["total"], paid_cents=body["paid"],
        credits_id=draft.credited.invoice_id if draft.credited else None,
    )  # fmt: skip
    unit.session.add(invoice)
    unit.session.flush()
    for sale_id, _ in draft.sources:
        unit.session.add(InvoiceSale(sale_id=sale_id, invoice_id=invoice.id))
    unit.session.flush()
    unit.changed(Topic.SALES)
    return Issued(invoice.id, number, kind, body["total"], body["owed"], due_on)


def body_of(unit: Unit, draft: Draft, number: str, issued_on: date) -> Body:
    """Everything the paper and the XML are made from; `owed` is what is still to be received (or given back)."""
    bodies = [body for _, body in draft.sources]
    site, terms = unit.site, terms_of(unit.session)
    total = sum(body["total"] for body in bodies)
    payments = _payments(bodies)
    paid = sum(payment["cents"] for payment in payments)
    # An invoice that is already paid has no term, and neither has what the house gives back.
    operations = WORDS[nature_in(unit.session, (line for body in bodies for line in body["lines"]))]
    waits = paid < total and draft.credited is None
    due = date.fromordinal(issued_on.toordinal() + draft.term_days) if waits else issued_on
    return {
        "schema": 1,
        "number": number,
        "at": unit.now.astimezone(site.timezone).isoformat(timespec="minutes"),
        "issued": issued_on.isoformat(),
        "due": due.isoformat(),
        "desk": {"id": unit.desk.id, "letter": unit.desk.letter, "name": unit.desk.name},
        "operator": {"id": unit.operator.id, "name": unit.operator.name},
        "software": unit.desk.software_version,
        "seller": {
            "name": site.legal_name, "house": site.house_name, "form": site.legal_form, "register": terms.register,
            "siret": site.siret, "vat": site.vat_number, "street": site.street, "postcode": site.postcode,
            "city": site.city, "country": HOME_COUNTRY,
        },
        "buyer": draft.buyer.facts,
        "market": draft.market,
        "email": draft.email,
        "supplied": [min(body["supplied"] for body in bodies), max(body["supplied"] for body in bodies)],
        "sales": [
            {"number": body["number"], "on": body["at"][:10], "supplied": body["supplied"]} for body in bodies
        ],
        "lines": [line for body in bodies for line in _lines(body)],
        "vat": _vat(bodies),
        "net": sum(body["net"] for body in bodies),
        "tax": sum(body["tax"] for body in bodies),
        "total": total,
        "payments": payments,
        "paid": paid,
        "owed": total - paid,
        "credits": _credits(draft.credited),
        "mentions": {
            "penalties": terms.penalties, "recovery": RECOVERY, "discount": terms.discount,
            "operations": f"{operations} {ON_DEBITS}" if terms.vat_on_debits else operations,
            "exemption": terms.exemption, "debits": terms.vat_on_debits, "iban": terms.iban, "bic": terms.bic,
            "terms": _terms(waits=waits, days=draft.term_days, is_credit=draft.credited is not None),
        },
        "demo": site.is_demo,
        **sealed(site),
    }  # fmt: skip


def _terms(*, waits: bool, days: int, is_credit: bool) -> str:
    """The payment terms, sealed in French like the other mentions."""
    if is_credit:
        return "Avoir."
    if not waits:
        return "Facture acquittée."
    return f"Paiement à {days} jours de la date de facture." if days else "Paiement à réception de la facture."


def _credits(credited: Credited | None) -> dict[str, str] | None:
    if credited is None:
        return None
    return {"number": credited.number, "issued": credited.issued, "reason": credited.reason}


def _payments(bodies: Sequence[Mapping[str, Any]]) -> list[dict[str, Any]]:
    """What was received with the sales themselves, by mode; what is on account is still owed."""
    received: dict[str, int] = {}
    for body in bodies:
        for payment in body["payments"]:
            if payment["mode"] != PaymentMode.ON_ACCOUNT.value:
                received[payment["mode"]] = received.get(payment["mode"], 0) + payment["cents"]
    return [{"mode": mode, "cents": cents} for mode, cents in sorted(received.items()) if cents]


def _lines(body: Mapping[str, Any]) -> list[dict[str, Any]]:
    """The lines of a sale with their amounts without VAT: above zero what is sold, below what is taken off."""
    nets = net_amounts(body["lines"], body["vat"])
    return [
        {
            "label": line["label"], "product": line["product"], "quantity": abs(line["quantity"]),
            "unit": line["unit"], "rate": line["rate"], "tax_included": line["tax_included"],
            "amount": line["amount"], "net": net, "sale": body["number"],
        }
        for line, net in zip(body["lines"], nets, strict=True)
    ]  # fmt: skip


def _vat(bodies: Sequence[Mapping[str, Any]]) -> list[dict[str, int]]:
    """The totals of each rate, as they were sealed with the sales: an invoice rounds nothing anew."""
    totals: dict[int, list[int]] = {}
    for body in bodies:
        for row in body["vat"]:
            total = totals.setdefault(row["rate"], [0, 0])
            total[0] += row["base"]
            total[1] += row["vat"]
    return [{"rate": rate, "base": base, "vat": vat} for rate, (base, vat) in sorted(totals.items())]
