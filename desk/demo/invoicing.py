"""Invoices of the demonstration: rentals and trainings, on account or already paid; passes of those who come back;
several sales on one; settlements in time, late, in two parts, or still awaited."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, time, timedelta
from functools import partial
from random import Random

from sqlalchemy import select

from desk.basket import Basket, BasketLine
from desk.buyers import buyer_of
from desk.demo.billing import billing_facts
from desk.demo.house import Bought, Household, done
from desk.demo.payments import paid
from desk.demo.timeline import Timeline
from desk.discounts import Discount, discounted
from desk.errors import Refused
from desk.invoices import BuyerEdit, InvoiceOrder, Issued
from desk.invoices.accounts import balance
from desk.invoices.terms import set_terms
from desk.organisations import NewOrganisation, find_or_create
from desk.rentals import RentalOrder, RentalSold
from desk.till import Customer, PaymentOffer, sell
from models.catalogue import PriceCategory
from models.organisations import Organisation
from models.passes import DayPass
from models.sales import PaymentMode

TRAININGS_A_WEEK = 3
_FRIDAY = 5
_MORNING, _GATHERING, _PASSES, _MAIL = time(10, 5), time(17, 10), time(18, 5), time(9, 40)
_ON_ACCOUNT = 0.5
_ASKED_FOR = 0.7
"""How many of those who paid a rental want an invoice, too."""


@dataclass
class Awaited:
    """An invoice that is waited for, and on which day its customer will pay (never, for a few)."""

    invoice_id: str
    on: date
    in_parts: bool


class Invoicing:
    """The invoices, as the days go by."""

    def __init__(self, house: Household) -> None:
        self._house = house
        self._awaited: list[Awaited] = []

    def settle_terms(self) -> None:
        """The terms of the house, before its first day."""
        with self._house.desk.work.write() as unit:
            assert set_terms(unit, billing_facts().terms) is None

    # --- rentals -----------------------------------------------------------------------------------------------

    def rent(self, order: RentalOrder, total_cents: int, rng: Random) -> RentalSold:
        """Rent a room: on account with its invoice, or paid, with an invoice for most of those who pay."""
        desk, address = self._house.desk, billing_facts().addresses[order.organisation.name]
        buyer = BuyerEdit(
            order.organisation.name, order.organisation.siren,
            email="" if order.organisation.siren else order.organisation.contact, **address,
        )  # fmt: skip
        if rng.random() < _ON_ACCOUNT:
            promised = (PaymentOffer(PaymentMode.ON_ACCOUNT, total_cents),)
            billed = RentalOrder(**{**vars(order), "billing": buyer})
            rented = done(desk.rentals.rent(billed, promised))
            assert rented.invoice is not None
            self._await(rented.invoice, rng)
            return rented
        rented = done(desk.rentals.rent(order, paid(total_cents, rng)))
        if rng.random() < _ASKED_FOR:
            done(desk.invoices.make(InvoiceOrder((rented.sale.sale_id,), buyer)))
        return rented

    # --- the day -----------------------------------------------------------------------------------------------

    def schedule(self, line: Timeline) -> None:
        """Put on the line the trainings of the day, who comes back for an invoice, and the money of the morning."""
        rng = self._house.chance("invoices", line.day)
        if rng.random() < TRAININGS_A_WEEK / 5:
            line.at(_MORNING, partial(self._train, line.day, Random(rng.random())))  # noqa: S311
        line.at(_MAIL, partial(self._receive, line.day))
        if rng.random() < 0.2:
            line.at(_PASSES, partial(self._came_back, Random(rng.random())))  # noqa: S311
        if line.day.isoweekday() == _FRIDAY:
            line.at(_GATHERING, partial(self._gather, rng))

    def _train(self, day: date, rng: Random) -> None:
        """A training, exempt; with its lunch at another rate, or with a discount, now and then."""
        facts = billing_facts()
        buyer = rng.choice(facts.clients)
        training = facts.training
        heads = rng.randint(1, 8)
        label = training.label.format(title=rng.choice(training.titles))
        lines = [BasketLine("training", label, heads, training.cents, False, 0)]
        if rng.random() < 0.4:
            lines.append(
                BasketLine("training-lunch", training.lunch, heads, training.lunch_cents, True, training.lunch_rate)
            )
        off = (Discount(1000, training.discount),) if rng.random() < 0.3 else ()
        basket = done(discounted(Basket(tuple(lines)), off))
        on_account = rng.random() < _ON_ACCOUNT
        total = basket.total_cents
        offers = (PaymentOffer(PaymentMode.ON_ACCOUNT, total),) if on_account else paid(total, rng)
        with self._house.desk.work.write() as unit:
            known = done(find_or_create(unit, NewOrganisation(buyer.name, PriceCategory.STANDARD, buyer.siren)))
            body = buyer_of(unit.session.get_one(Organisation, known.id))
            customer = Customer(PriceCategory.STANDARD, known.name, known.id, body)
            sold = done(sell(unit, basket, offers, customer))
        self._house.tally.sales += 1
        self._house.lately.append(Bought(sold.sale_id, day))
        # What is on account waits for the others of the week, and they go on one invoice.
        if not on_account:
            done(self._house.desk.invoices.make(InvoiceOrder((sold.sale_id,), buyer)))

    def _gather(self, rng: Random) -> None:
        """On Friday, what each organisation bought on account goes on one invoice."""
        desk = self._house.desk
        clients = {client.name: client for client in billing_facts().clients}
        waiting = [sale.id for sale in desk.invoices.waiting()]
        while waiting:
            draft = done(desk.invoices.draft(waiting[0]))
            sales = tuple(sale.id for sale in draft.sales if sale.owed_cents)
            self._await(done(desk.invoices.make(InvoiceOrder(sales, clients[draft.buyer.name]))), rng)
            waiting = [sale_id for sale_id in waiting if sale_id not in sales]

    def _came_back(self, rng: Random) -> None:
        """Somebody who bought a pass wants an invoice for it."""
        with self._house.desk.work.read() as session:
            sale_id = session.scalar(select(DayPass.sale_id).order_by(DayPass.issued_at.desc()).limit(1))
        made = self._house.desk.invoices.make(InvoiceOrder((sale_id or "",), rng.choice(billing_facts().persons)))
        # The last pass of the day before has its invoice already when nobody bought one today.
        assert not isinstance(made, Refused) or made.code in ("invoiced", "no_sale"), made

    # --- money -------------------------------------------------------------------------------------------------

    def _await(self, issued: Issued, rng: Random) -> None:
        chance = rng.random()
        if chance < 0.03:
            return
        late = rng.randint(8, 50) if chance < 0.15 else rng.randint(-20, 2)
        on = max(issued.due_on + timedelta(days=late), issued.due_on - timedelta(days=25))
        self._awaited.append(Awaited(issued.id, on, in_parts=chance > 0.9))

    def _receive(self, day: date) -> None:
        """The transfers and cheques of the morning."""
        due = [awaited for awaited in self._awaited if awaited.on <= day]
        self._awaited = [awaited for awaited in self._awaited if awaited.on > day]
        for awaited in due:
            with self._house.desk.work.read() as session:
                left = balance(session, awaited.invoice_id)
            if left <= 0:  # credited meanwhile
                continue
            cents = left // 2 if awaited.in_parts else left
            mode = PaymentMode.TRANSFER if cents % 3 else PaymentMode.CHEQUE
            done(self._house.desk.invoices.settle(awaited.invoice_id, (PaymentOffer(mode, cents),)))
            self._house.tally.sales += 1
            if awaited.in_parts:
                self._awaited.append(Awaited(awaited.invoice_id, day + timedelta(days=9), in_parts=False))
