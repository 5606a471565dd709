"""The day pass: sold at the desk, it prints with its QR, and its guest is in at once."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from desk import codes, papers
from desk.bus import Topic
from desk.checkin import Checkin, ScanOutcome
from desk.clock import local_day
from desk.entitlements import part_label
from desk.errors import Refused
from desk.ids import new_id
from desk.language import translate
from desk.names import tidy
from desk.pricing import Basket, line_for
from desk.printing.queue import enqueue
from desk.receipts import enqueue_receipt
from desk.rights import Act, needs
from desk.till import Customer, PaymentOffer, Sold, sell
from desk.work import Unit, Work
from models.catalogue import PriceCategory, PriceUnit, Product
from models.journal import Stream
from models.passes import DayPart, DayPass
from models.site import Site

NAME_LIMIT = 80
# Members have their own plans; a pass is for whoever has none.
CATEGORIES = (PriceCategory.SOLIDARITY, PriceCategory.STANDARD)


@dataclass(frozen=True)
class PassOffer:
    """What a pass costs now, for one category and part of the day."""

    category: PriceCategory
    part: DayPart
    label: str
    basket: Basket


@dataclass(frozen=True)
class PassOrder:
    """What the person at the counter wants. `guest_name` may be empty: nobody needs an account to come in."""

    category: PriceCategory
    part: DayPart
    guest_name: str = ""
    wants_receipt: bool = False


@dataclass(frozen=True)
class PassSold:
    """The pass that was sold, its sale, and how its guest came in."""

    pass_id: str
    number: int
    code: str
    sale: Sold
    arrival: ScanOutcome


class Passes:
    """Selling day passes."""

    def __init__(self, work: Work, checkin: Checkin, make_code: Callable[[], str] = codes.make) -> None:
        self._work = work
        self._checkin = checkin
        self._make_code = make_code

    def part_now(self) -> DayPart:
        """The half-day that could be sold now."""
        with self._work.read() as session:
            site = self._work.site(session)
            return part_of_day(site, self._work.clock.now())

    def offer(self, category: PriceCategory, part: DayPart) -> PassOffer | Refused:
        """The pass and its price today."""
        with self._work.read() as session:
            return _offer(session, self._work.site(session), self._work.clock.now(), category, part)

    @needs(Act.SELL)
    def sell(self, order: PassOrder, payments: tuple[PaymentOffer, ...]) -> PassSold | Refused:
        """Sell the pass, print it, and let its guest in: one transaction."""
        with self._work.write() as unit:
            offer = _offer(unit.session, unit.site, unit.now, order.category, order.part)
            if isinstance(offer, Refused):
                return offer
            # Nobody pays for a place that the safety limit will not give them.
            full = self._checkin.full(unit)
            if full is not None:
                return full
            name = tidy(order.guest_name, NAME_LIMIT)
            sold = sell(unit, offer.basket, payments, Customer(order.category, name))
            if isinstance(sold, Refused):
                return sold
            bought = issue(unit, order.part, name, sold, self._make_code())
            if order.wants_receipt:
                enqueue_receipt(unit, sold)
            # A pass for this afternoon may be bought in the morning: its guest then waits, and the pass says when.
            arrival = self._checkin.admit_pass(unit, bought)
            return PassSold(bought.id, bought.number, bought.code, sold, arrival)


def issue(unit: Unit, part: DayPart, name: str, sold: Sold, code: str, position: int = 1) -> DayPass:
    """Make the pass that a line of a sale has paid for, and queue its paper, inside `unit`."""
    number = (unit.session.scalar(select(func.max(DayPass.number))) or 0) + 1
    day = local_day(unit.now, unit.site.timezone)
    bought = DayPass(
        id=new_id(), number=number, code=code, day=day, part=part, guest_name=name, sale_id=sold.sale_id,
        sale_position=position, issued_at=unit.now,
    )  # fmt: skip
    unit.session.add(bought)
    # The visit that follows refers to the pass, which must be there first.
    unit.session.flush()
    unit.record(
        Stream.OPERATIONS,
        "pass.issued",
        {"schema": 1, "number": number, "day": day.isoformat(), "part": part.value, "sale": sold.number},
    )
    unit.changed(Topic.VISITS)
    enqueue(unit, papers.pass_document(unit.site, bought))
    return bought


def part_of_day(site: Site, now: datetime) -> DayPart:
    """The half-day under way."""
    return DayPart.MORNING if now.astimezone(site.timezone).time() < site.split else DayPart.AFTERNOON


def _offer(session: Session, site: Site, now: datetime, category: PriceCategory, part: DayPart) -> PassOffer | Refused:
    local = now.astimezone(site.timezone)
    if part is DayPart.MORNING and local.time() >= site.split:
        return Refused(
            "too_late", translate("Passes", "La matinée est finie\u00a0: vendez l’après-midi ou la journée.")
        )
    product = session.get_one(Product, "pass-day" if part is DayPart.DAY else "pass-half-day")
    line = line_for(session, product, PriceUnit.EACH, category, local.date(), 1, part_label(part))
    if line is None:
        return Refused("not_sold", translate("Passes", "Ce pass n’a pas de prix pour cette catégorie."))
    return PassOffer(category, part, line.label, Basket((line,)))
