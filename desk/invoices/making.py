"""Making an invoice from one sealed sale, or from several of one organisation: never twice for one sale."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from desk.clock import local_day
from desk.errors import Refused, Remedy
from desk.invoices import buyers
from desk.invoices.sealing import Body, Draft, seal
from desk.invoices.values import MOST_SALES, BuyerEdit, InvoiceDraft, InvoiceOrder, Issued, SaleToInvoice
from desk.language import translate
from desk.organisations.deals import names_of
from desk.organisations.finding import living
from desk.work import Unit, site_of
from models.invoices import Invoice, InvoiceSale
from models.journal import JournalRecord, Stream
from models.organisations import Organisation
from models.sales import Payment, PaymentMode, Sale

SALE, CORRECTION, SETTLEMENT = "sale", "correction", "settlement"
"""The kinds of the sales stream."""


def record_of(session: Session, sale: Sale) -> tuple[str, Body]:
    """The kind and the sealed body of a row of the sales stream."""
    record = session.get_one(JournalRecord, (Stream.SALES.value, sale.sequence))
    body: Body = json.loads(record.body)
    return record.kind, body


def corrections_of(session: Session, sale_id: str) -> list[tuple[Sale, Body]]:
    """The corrections of a sale, the oldest first: their rows and their sealed bodies, amounts below zero."""
    mine = select(Sale).where(Sale.corrects_id == sale_id).order_by(Sale.sequence)
    return [(row, record_of(session, row)[1]) for row in session.scalars(mine)]


# --- what could be invoiced ------------------------------------------------------------------------------------


def draft_of(session: Session, sale_id: str) -> InvoiceDraft | Refused:
    """What could be invoiced with a sale: it first, then the others of the same organisation that have no invoice."""
    sale = session.get(Sale, sale_id)
    refused = objection(session, sale)
    if refused is not None or sale is None:
        return refused or _no_sale()
    body = None if sale.organisation_id is None else living(session, sale.organisation_id)
    buyer = BuyerEdit(sale.customer) if body is None else buyers.edit_of(session, body)
    others = [] if body is None else [s for s in _uninvoiced(session, body.id) if s.id != sale_id]
    sales = tuple(_to_invoice(session, s) for s in (sale, *others[: MOST_SALES - 1]))
    trouble = buyers.objection(buyers.clean(buyer))
    return InvoiceDraft(body.id if body else "", buyer, sales, trouble)


def waiting(session: Session) -> tuple[SaleToInvoice, ...]:
    """The sales on account that nobody has invoiced yet, the oldest first."""
    on_account = select(Payment.sale_id).where(Payment.mode == PaymentMode.ON_ACCOUNT, Payment.cents > 0)
    mine = select(Sale).where(Sale.id.in_(on_account), Sale.id.not_in(select(InvoiceSale.sale_id)))
    return tuple(
        _to_invoice(session, sale)
        for sale in session.scalars(mine.order_by(Sale.sequence))
        if objection(session, sale) is None
    )


def objection(session: Session, sale: Sale | None) -> Refused | None:
    """Why a sale cannot be invoiced, None when it can."""
    if sale is None:
        return _no_sale()
    known = session.scalar(
        select(Invoice).join(InvoiceSale, InvoiceSale.invoice_id == Invoice.id).where(InvoiceSale.sale_id == sale.id)
    )
    if known is not None:
        sentence = translate("Invoicing", "La vente {sale} a déjà sa facture\u00a0: {number}.")
        remedy = Remedy("open_invoice", translate("Invoicing", "Ouvrir la facture"), known.id)
        return Refused("invoiced", sentence.format(sale=sale.number, number=known.number), (remedy,))
    kind, body = record_of(session, sale)
    if kind != SALE:
        return Refused("no_sale", translate("Invoicing", "Une facture se fait d’une vente, pas d’un autre document."))
    if body["total"] <= 0:
        return Refused("nothing", translate("Invoicing", "Cette vente ne doit rien\u00a0: il n’y a rien à facturer."))
    if body["total"] + sum(correction["total"] for _, correction in corrections_of(session, sale.id)) <= 0:
        sentence = translate("Invoicing", "La vente {sale} a été entièrement annulée.")
        return Refused("undone", sentence.format(sale=sale.number))
    return None


def _no_sale() -> Refused:
    return Refused("no_sale", translate("Invoicing", "Cette vente est introuvable."))


def _uninvoiced(session: Session, organisation_id: str) -> Iterator[Sale]:
    ids = names_of(session, organisation_id)
    mine = select(Sale).where(Sale.organisation_id.in_(ids), Sale.id.not_in(select(InvoiceSale.sale_id)))
    for sale in session.scalars(mine.order_by(Sale.sequence.desc())):
        if objection(session, sale) is None:
            yield sale


def _to_invoice(session: Session, sale: Sale) -> SaleToInvoice:
    _, body = record_of(session, sale)
    corrections = [correction for _, correction in corrections_of(session, sale.id)]
    owed = sum(
        payment["cents"]
        for document in (body, *corrections)
        for payment in document["payments"]
        if payment["mode"] == PaymentMode.ON_ACCOUNT.value
    )
    back = -sum(correction["total"] for correction in corrections)
    zone = site_of(session).timezone
    first: str = body["lines"][0]["label"]
    return SaleToInvoice(
        sale.id, sale.number, local_day(sale.sold_at, zone), first, sale.total_cents - back, owed, back
    )


# --- making ----------------------------------------------------------------------------------------------------


def make(unit: Unit, order: InvoiceOrder) -> Issued | Refused:
    """Make the invoice of these sales, inside `unit`; after a refusal the caller abandons the unit."""
    sales = _sales(unit.session, order)
    if isinstance(sales, Refused):
        return sales
    edit = buyers.clean(order.buyer)
    bodies = [record_of(unit.session, sale)[1] for sale in sales]
    refused = buyers.objection(edit) or buyers.seller_problem(unit.site, taxed=any(body["tax"] for body in bodies))
    if refused is not None:
        return refused
    organisation = _organisation(unit.session, sales[0])
    buyer = buyers.person(edit) if organisation is None else buyers.completed(unit, organisation, edit)
    if isinstance(buyer, Refused):
        return buyer
    draft = Draft(
        [(sale.id, body) for sale, body in zip(sales, bodies, strict=True)], buyer,
        buyers.market_of(buyer, is_organisation=organisation is not None), edit.email,
        organisation.id if organisation else None, organisation.payment_days if organisation else 0,
    )  # fmt: skip
    return seal(unit, draft)


def _sales(session: Session, order: InvoiceOrder) -> list[Sale] | Refused:
    """The sales in the order they were made; all of one organisation, or a single one."""
    wanted = tuple(dict.fromkeys(order.sale_ids))
    if not wanted:
        return Refused("empty", translate("Invoicing", "Choisissez au moins une vente à facturer."))
    if len(wanted) > MOST_SALES:
        sentence = translate("Invoicing", "Une facture réunit {most} ventes au plus\u00a0: faites-en plusieurs.")
        return Refused("too_many", sentence.format(most=MOST_SALES))
    found = [session.get(Sale, sale_id) for sale_id in wanted]
    for sale in found:
        refused = objection(session, sale)
        if refused is not None:
            return refused
    sales = sorted((sale for sale in found if sale is not None), key=lambda sale: sale.sequence)
    bodies = {organisation.id if organisation else "" for organisation in (_organisation(session, s) for s in sales)}
    if len(sales) > 1 and (len(bodies) > 1 or "" in bodies):
        sentence = translate("Invoicing", "Une facture ne réunit que les ventes d’une même organisation.")
        return Refused("several", sentence)
    return sales


def _organisation(session: Session, sale: Sale) -> Organisation | None:
    return None if sale.organisation_id is None else living(session, sale.organisation_id)


def upturned(body: dict[str, Any]) -> Body:
    """A correction's body with its amounts above zero again, as a credit note states them."""
    turned = {name: -body[name] for name in ("net", "tax", "total")}
    lines = [
        {**line, "amount": -line["amount"], "quantity": abs(line["quantity"]), "unit": abs(line["unit"])}
        for line in body["lines"]
    ]
    vat = [{"rate": row["rate"], "base": -row["base"], "vat": -row["vat"]} for row in body["vat"]]
    payments = [{**payment, "cents": -payment["cents"]} for payment in body["payments"]]
    return {**body, **turned, "lines": lines, "vat": vat, "payments": payments}


def on_day(text: str) -> date:
    """The local day of a sealed body's ISO instant."""
    return date.fromisoformat(text[:10])
