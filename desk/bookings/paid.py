"""What was paid of a rental, read from its sales: never from how long it now lasts, nor from where it now is.

The time that its first sale sold is found again in the lines that corrections left of it, at the price of each unit;
what was sold to it afterwards (overtime, a difference) counts for what it came to. Moved, extended or corrected, a
rental is worth what its sales are worth.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from desk.basket import Basket, BasketLine
from desk.bookings.values import minutes_after
from desk.clock import local_day
from desk.errors import Refused
from desk.formats import money
from desk.language import translate
from desk.pricing import rental_basket, unit_label
from desk.tax_sides import TaxSide, on_side, side_of
from models.bookings import Booking, BookingKind
from models.catalogue import Price, PriceCategory, PriceUnit, Product
from models.organisations import Organisation
from models.overtime import BookingOvertime
from models.sales import Payment, PaymentMode, Sale, SaleLine
from models.site import Site

_STEP = 15


@dataclass(frozen=True)
class Balance:
    """A rental against its sales, for a stay that ends at a given time.

    `due` is what is missing, None when nothing is; `over_cents` (TTC) what was paid beyond the price. `credit` is what
    the sales are worth, in cents on the side of VAT of the room's price; `price` the whole price.
    """

    price: Basket
    credit: int
    over_cents: int

    @property
    def missing(self) -> int:
        """What is not paid yet, in cents on the side of VAT of the room's price."""
        return max(0, _sum(self.price) - self.credit)

    def due(self, label: str) -> Basket | None:
        """What is to be sold: the whole price while nothing is paid, else one line under this label."""
        if not self.missing:
            return None
        if not self.credit:
            return self.price
        return Basket((_line(self.price, label, self.missing),))


def category_of(session: Session, booking: Booking) -> PriceCategory:
    """The category agreed at the counter, else the organisation's own."""
    if booking.sale_id is not None:
        return session.get_one(Sale, booking.sale_id).category
    if booking.organisation_id is not None:
        return session.get_one(Organisation, booking.organisation_id).category
    return PriceCategory.STANDARD


def balance(session: Session, site: Site, booking: Booking, until: datetime | None = None) -> Balance | Refused:
    """The price of a rental until its end (or `until`, aware) against what its sales paid of it."""
    price = _price(session, site, booking, until or booking.ends_at)
    if price is None:
        return Refused("no_price", translate("Rentals", "Cet espace n’a pas de prix pour cette catégorie."))
    credit = _credit(session, site, booking, side_of(tax_included=price.lines[0].tax_included))
    beyond = credit - _sum(price)
    over = Basket((_line(price, "", beyond),)).total_cents if beyond > 0 else 0
    return Balance(price, credit, over)


def paid_until(session: Session, site: Site, booking: Booking) -> datetime:
    """Until when the room is paid, aware: its start when nothing was paid, later than its end with overtime."""
    charged = session.scalar(select(func.max(BookingOvertime.ends_at)).where(BookingOvertime.booking_id == booking.id))
    last = booking.ends_at if charged is None else max(booking.ends_at, charged)
    whole = balance(session, site, booking, last)
    if isinstance(whole, Refused):
        return booking.ends_at if sales_of(session, booking) else booking.starts_at
    if not whole.missing:
        return last
    # The longest stay that costs no more than what was paid: what costs nothing more is paid too.
    paid, unpaid = 0, -(-(last.astimezone(UTC) - booking.starts_at.astimezone(UTC)) // timedelta(minutes=_STEP))
    while unpaid - paid > 1:
        middle = (paid + unpaid) // 2
        price = _price(session, site, booking, minutes_after(booking.starts_at, middle * _STEP))
        if price is not None and _sum(price) <= whole.credit:
            paid = middle
        else:
            unpaid = middle
    return minutes_after(booking.starts_at, paid * _STEP)


def sales_of(session: Session, booking: Booking) -> list[Sale]:
    """The sales of a rental of which something is left, the last one first."""
    linked = select(BookingOvertime.sale_id).where(BookingOvertime.booking_id == booking.id)
    mine = Sale.id.in_(linked) if booking.sale_id is None else Sale.id.in_(linked) | (Sale.id == booking.sale_id)
    rows = session.scalars(select(Sale).where(mine).order_by(Sale.sequence.desc()))
    return [sale for sale in rows if _lines(session, sale.id)]


def received(session: Session, booking: Booking) -> int:
    """What its sales came to, less what corrections took back, in cents TTC; what is on account counts."""
    ids = [sale.id for sale in sales_of(session, booking)]
    total = select(func.sum(Sale.total_cents)).where(Sale.id.in_(ids) | Sale.corrects_id.in_(ids))
    return session.scalar(total) or 0


def consequence(session: Session, site: Site, booking: Booking) -> str:
    """What a change leaves to settle of a rental that is paid, a sentence; empty when nothing, or nothing is paid."""
    if booking.kind is not BookingKind.RENTAL or isinstance(found := balance(session, site, booking), Refused):
        return ""
    missing = found.due("")
    if missing is not None and found.credit:
        sentence = translate("RentalDues", "Il reste {amount} à encaisser\u00a0: ouvrez la réservation.")
        return sentence.format(amount=money(missing.total_cents))
    if found.over_cents:
        sentence = translate(
            "RentalDues", "{amount} payés de trop ne sont pas rendus d’eux-mêmes\u00a0: corrigez la vente {number}."
        )
        return sentence.format(amount=money(found.over_cents), number=sales_of(session, booking)[0].number)
    return ""


def is_on_account(session: Session, booking: Booking) -> bool:
    """Whether part of it went on an invoice: it may not have been paid yet."""
    ids = [sale.id for sale in sales_of(session, booking)]
    on_account = select(Payment.id).where(Payment.sale_id.in_(ids), Payment.mode == PaymentMode.ON_ACCOUNT)
    return session.scalar(on_account.limit(1)) is not None


def _price(session: Session, site: Site, booking: Booking, until: datetime) -> Basket | None:
    category = category_of(session, booking)
    return rental_basket(session, site, booking.space_id, category, booking.starts_at, until)


def _sum(basket: Basket) -> int:
    return sum(line.cents for line in basket.lines)


def _line(price: Basket, label: str, cents: int) -> BasketLine:
    """One line of so much, taxed as the room is."""
    first = price.lines[0]
    return BasketLine(first.product_code, label, 1, cents, first.tax_included, first.basis_points, first.category)


@dataclass(frozen=True)
class _Part:
    """A line of a sale that is no discount, and what corrections left of it.

    `is_cut` once a part of its price was given back: then it is worth its amount and no time.
    """

    line: SaleLine
    left: int
    left_cents: int
    is_cut: bool

    def amount(self, side: TaxSide) -> int:
        """What is left of it, in cents on a side of VAT."""
        return on_side(self.left_cents, self.line.basis_points, side, self.line.tax_included)


def _lines(session: Session, sale_id: str) -> list[_Part]:
    """The lines of a sale of which something is left."""
    reverses = session.scalars(
        select(SaleLine).join(Sale, Sale.id == SaleLine.sale_id).where(Sale.corrects_id == sale_id)
    ).all()
    parts = []
    for line in session.scalars(select(SaleLine).where(SaleLine.sale_id == sale_id, SaleLine.off_position.is_(None))):
        mine = [reverse for reverse in reverses if reverse.corrects_position == line.position]
        left = line.quantity + sum(reverse.quantity for reverse in mine)
        cents = line.quantity * line.unit_cents + sum(reverse.quantity * reverse.unit_cents for reverse in mine)
        is_cut = any(reverse.unit_cents != line.unit_cents for reverse in mine)
        parts.append(_Part(line, left, cents, is_cut))
    return [part for part in parts if part.left_cents > 0 or (part.left > 0 and not part.is_cut)]


def _credit(session: Session, site: Site, booking: Booking, side: TaxSide) -> int:
    """What the sales of a rental are worth, in cents at the prices of its day."""
    linked = session.scalars(select(BookingOvertime.sale_id).where(BookingOvertime.booking_id == booking.id))
    worth = sum(part.amount(side) for sale in linked for part in _lines(session, sale))
    if booking.sale_id is None:
        return worth
    rooms = session.scalars(select(Product).where(Product.space_id.is_not(None)))
    spaces = {room.code: room.space_id for room in rooms}
    minutes: dict[str, int] = {}
    for part in _lines(session, booking.sale_id):
        space = spaces.get(part.line.product_code)
        if space is None:
            continue
        lasting = 0 if part.is_cut else _minutes(session, site, booking, part.line)
        if lasting:
            minutes[space] = minutes.get(space, 0) + part.left * lasting
        else:
            worth += part.amount(side)
    return worth + sum(_worth(session, site, booking, space, lasting, side) for space, lasting in minutes.items())


def _worth(session: Session, site: Site, booking: Booking, space_id: str, minutes: int, side: TaxSide) -> int:
    """What a time already paid in a space costs on the day of the booking: a price that rose asks nothing more."""
    category, until = category_of(session, booking), minutes_after(booking.starts_at, minutes)
    basket = rental_basket(session, site, space_id, category, booking.starts_at, until)
    lines = () if basket is None else basket.lines
    return sum(on_side(line.cents, line.basis_points, side, line.tax_included) for line in lines)


def _minutes(session: Session, site: Site, booking: Booking, line: SaleLine) -> int:
    """How long one of what a line sold lasts: the unit that had this price, the longest of several; 0 for none."""
    lasting = {
        PriceUnit.HOUR: 60, PriceUnit.HALF_DAY: site.rental_half_day_minutes, PriceUnit.DAY: site.rental_day_minutes,
    }  # fmt: skip
    day = local_day(booking.starts_at, site.timezone)
    prices = select(Price).where(
        Price.product_code == line.product_code, Price.cents == line.unit_cents, Price.unit.in_(lasting),
        Price.category == (line.category or category_of(session, booking)),
    )  # fmt: skip
    found = [(p.valid_from <= day, p.valid_from, lasting[p.unit]) for p in session.scalars(prices)]
    if not found:  # a price that was set anew on its own day is gone: the words of the line are left
        return next((n for unit, n in lasting.items() if line.label.endswith(unit_label(unit, line.quantity))), 0)
    return max(found)[2]
