"""What is owed: who may buy on account, what an invoice is still waiting for, and the money that comes for it later."""

from __future__ import annotations

from collections.abc import Iterable

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from desk.basket import Basket
from desk.bus import Topic
from desk.buyers import buyer_of
from desk.clock import local_day
from desk.errors import Refused
from desk.formats import money
from desk.invoices.crediting import must_credit, uncredited
from desk.invoices.values import Settled
from desk.language import translate
from desk.organisations.finding import living
from desk.paid import cash_of_invoice
from desk.till import CASH_CEILING, Customer, PaymentOffer, change_of, seal
from desk.till import objection as payment_objection
from desk.work import Unit
from models.invoices import Invoice, InvoiceKind, InvoiceSettlement
from models.organisations import Organisation
from models.sales import PaymentMode

SETTLEMENT = "settlement"
"""The kind of a record of the sales stream: money for what was sold before, which is no turnover."""


def objection(session: Session, organisation_id: str | None) -> Refused | None:
    """Why nothing may be sold on account to this customer, None when it may."""
    row = None if organisation_id is None else living(session, organisation_id)
    if row is None:
        return Refused("on_account", translate("Invoicing", "Seule une organisation connue peut payer sur facture."))
    if not row.may_invoice:
        sentence = translate("Invoicing", "{name} ne se facture pas\u00a0: elle paie comptant.")
        return Refused("on_account", sentence.format(name=row.name))
    return None


def balances(session: Session, invoice_ids: Iterable[str] | None = None) -> dict[str, int]:
    """What each invoice is still waiting for, in cents: what was on account, less what came and what was taken back.

    A credit note waits for nothing: it takes off what its invoice waits for. So does a correction before it has one:
    it is what the accounts say.
    """
    invoices = select(Invoice.id, Invoice.total_cents - Invoice.paid_cents).where(Invoice.kind == InvoiceKind.INVOICE)
    came = select(InvoiceSettlement.invoice_id, func.sum(InvoiceSettlement.cents)).group_by(
        InvoiceSettlement.invoice_id
    )
    credited = select(Invoice.credits_id, func.sum(Invoice.total_cents - Invoice.paid_cents)).where(
        Invoice.credits_id.is_not(None)
    )
    if invoice_ids is not None:
        wanted = tuple(invoice_ids)
        invoices = invoices.where(Invoice.id.in_(wanted))
        came = came.where(InvoiceSettlement.invoice_id.in_(wanted))
        credited = credited.where(Invoice.credits_id.in_(wanted))
    left: dict[str | None, int] = dict(session.execute(invoices).all())
    for query in (came, credited.group_by(Invoice.credits_id)):
        for invoice_id, cents in session.execute(query):
            left[invoice_id] -= cents
    for invoice_id, cents in uncredited(session).items():
        if invoice_id in left:
            left[invoice_id] -= cents
    return {invoice_id: cents for invoice_id, cents in left.items() if invoice_id}


def balance(session: Session, invoice_id: str) -> int:
    """What one invoice is still waiting for, in cents."""
    return balances(session, (invoice_id,)).get(invoice_id, 0)


def settle(unit: Unit, invoice_id: str, payments: tuple[PaymentOffer, ...]) -> Settled | Refused:
    """Receive money for an invoice, in part or in whole, inside `unit`: a record of its own in the sales stream."""
    invoice = unit.session.get(Invoice, invoice_id)
    if invoice is None or invoice.kind is not InvoiceKind.INVOICE:
        return Refused("no_invoice", translate("Invoicing", "Cette facture est introuvable."))
    given = tuple(payment for payment in payments if payment.cents)
    left = balance(unit.session, invoice.id)
    refused = _objection(unit.session, invoice, left, given)
    if refused is not None:
        return refused
    cents = sum(payment.cents for payment in given)
    organisation = None if invoice.organisation_id is None else living(unit.session, invoice.organisation_id)
    sold = seal(
        unit, SETTLEMENT, Basket(()), (*given, PaymentOffer(PaymentMode.ON_ACCOUNT, -cents)),
        _customer(organisation), local_day(unit.now, unit.site.timezone), settles=invoice.number,
    )  # fmt: skip
    unit.session.flush()
    unit.session.add(InvoiceSettlement(sale_id=sold.sale_id, invoice_id=invoice.id, cents=cents))
    unit.session.flush()
    unit.changed(Topic.SALES)
    return Settled(sold.number, cents, left - cents, change_of(given))


def _customer(organisation: Organisation | None) -> Customer:
    assert organisation is not None, "only an organisation buys on account"
    return Customer(organisation.category, organisation.name, organisation.id, buyer_of(organisation))


def _objection(session: Session, invoice: Invoice, left: int, given: tuple[PaymentOffer, ...]) -> Refused | None:
    refused = must_credit(session, invoice)
    if refused is not None:
        return refused
    if left <= 0:
        sentence = translate("Invoicing", "La facture {number} n’attend plus rien.")
        return Refused("settled", sentence.format(number=invoice.number))
    if not given:
        return Refused("nothing", translate("Invoicing", "Notez le montant reçu."))
    if any(payment.mode is PaymentMode.ON_ACCOUNT for payment in given):
        return Refused("on_account", translate("Invoicing", "Un règlement se reçoit\u00a0: choisissez comment."))
    cents = sum(payment.cents for payment in given)
    if cents > left and all(payment.cents > 0 for payment in given):
        sentence = translate("Invoicing", "La facture {number} n’attend plus que {amount}.")
        return Refused("too_much", sentence.format(number=invoice.number, amount=money(left)))
    return payment_objection(cents, given) or _cash_objection(session, invoice, given)


def _cash_objection(session: Session, invoice: Invoice, given: tuple[PaymentOffer, ...]) -> Refused | None:
    """The ceiling is that of the debt, not of each of its parts (Code monétaire et financier, art. D112-3)."""
    before = cash_of_invoice(session, invoice.id)
    cash = sum(payment.cents for payment in given if payment.mode is PaymentMode.CASH)
    if not cash or before + cash <= CASH_CEILING:
        return None
    sentence = translate(
        "Invoicing",
        "La loi interdit plus de {limit} en espèces pour une même facture\u00a0: prenez le reste autrement.",
    )
    return Refused("cash_ceiling", sentence.format(limit=money(CASH_CEILING)))
