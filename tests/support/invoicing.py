"""Weeks of the demonstration's invoices, and nothing else of its life: rentals, trainings, passes, money, credits."""

from __future__ import annotations

from datetime import date, datetime, time
from pathlib import Path
from random import Random

from sqlalchemy import select

from desk import codes
from desk.clock import SetClock, local_instant
from desk.demo import calendar
from desk.demo.facts import facts
from desk.demo.house import Household, done
from desk.demo.invoicing import Invoicing
from desk.demo.payments import paid
from desk.demo.timeline import Timeline
from desk.demo.together import MakingDesk
from desk.passes import PassOrder
from desk.refunds import CorrectionOrder, Wanted
from desk.rentals import RentalOrder
from desk.rights import AT_TERMINAL
from models.catalogue import PriceCategory
from models.invoices import Invoice, InvoiceKind, InvoiceSale
from models.passes import DayPart
from tests.support.house import PARIS

FIRST, END = date(2026, 9, 28), date(2026, 11, 13)
_ROOMS = ("calumet", "pow-wow", "agora", "studio-photo")


def weeks_of_invoices(folder: Path) -> MakingDesk:
    """The desk, some weeks later, with invoices of every shape; the caller closes it."""
    clock = SetClock(local_instant(FIRST, time(8), PARIS))
    source = Random(1)
    desk = MakingDesk(
        folder,
        operator=AT_TERMINAL,
        clock=clock,
        house=facts().house,
        durable=False,
        make_code=lambda: codes.make(source.randrange),
    )
    house = Household(desk, clock, facts(), PARIS, 1, codes.make)
    invoicing = Invoicing(house)
    invoicing.settle_terms()
    for place, day in enumerate(calendar.opening_days(FIRST, END)):
        line = Timeline(clock, day, PARIS, datetime(2027, 1, 1, tzinfo=PARIS))
        rng = house.chance("year", day)
        if place % 3:
            line.at(time(9, 30), lambda day=day, rng=rng: _rent(house, invoicing, day, rng))  # type: ignore[misc]
        if place % 5 == 0:
            line.at(time(12), lambda rng=rng: _pass(house, rng))  # type: ignore[misc]
        if place % 4 == 3:
            line.at(time(18, 30), lambda place=place: _take_back(house, place))  # type: ignore[misc]
        invoicing.schedule(line)
        with desk.work.together():
            line.run()
    return desk


def _rent(house: Household, invoicing: Invoicing, day: date, rng: Random) -> None:
    organisation = rng.choice(house.facts.organisations)
    room = rng.choice(_ROOMS)
    starts, ends = (local_instant(day, time(hour), PARIS) for hour in (10, 10 + rng.randint(1, 7)))
    quote = done(house.desk.rentals.quote(room, starts, ends, organisation.category))
    order = RentalOrder(room, starts, ends, organisation, 4, wants_receipt=False)
    invoicing.rent(order, quote.basket.total_cents, rng)


def _pass(house: Household, rng: Random) -> None:
    offer = done(house.desk.passes.offer(PriceCategory.STANDARD, DayPart.DAY))
    order = PassOrder(PriceCategory.STANDARD, DayPart.DAY, "", False)
    done(house.desk.passes.sell(order, paid(offer.basket.total_cents, rng)))
    for guest in house.desk.presence.now().people:
        done(house.desk.checkin.leave(guest.visit_id))


def _take_back(house: Household, place: int) -> None:
    """A sale that was just invoiced is taken back, one of its things or all of them, and its credit note made."""
    desk = house.desk
    with desk.work.read() as session:
        mine = select(InvoiceSale.sale_id).join(Invoice, Invoice.id == InvoiceSale.invoice_id)
        last = mine.where(Invoice.kind == InvoiceKind.INVOICE).order_by(Invoice.sequence.desc()).limit(1)
        taken = session.scalars(last).one()
    one = tuple(Wanted(line.position, 1) for line in desk.refunds.lines(taken) if line.left)[:1]
    order = CorrectionOrder(taken, "moins de participants", one if place % 8 == 3 else (), keeps=True)
    done(desk.invoices.credit(done(desk.refunds.correct(order)).sale.sale_id))
