"""A busy week for the accountant: every rate and mode, discounts, a correction, money owed and received later."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

from desk.accounts.office import Exported
from desk.basket import Basket, BasketLine
from desk.errors import Refused
from desk.invoices import Settled
from desk.till import Customer, PaymentOffer, sell
from models.catalogue import PriceCategory
from models.sales import PaymentMode
from tests.desk.closings.scenes import CARD, CASH, FLOAT, closed, staffed
from tests.support.corrections import correct
from tests.support.house import TUESDAY, SmallHouse
from tests.support.invoice_scenes import an_invoice

CHEQUE, TRANSFER = PaymentMode.CHEQUE, PaymentMode.TRANSFER
YEAR = TUESDAY.year


def bought(house: SmallHouse, lines: tuple[BasketLine, ...], *parts: tuple[PaymentMode, int], name: str = "") -> str:
    """Several lines, paid in parts; what is left is cash. The answer is the id of the sale."""
    basket = Basket(lines)
    left = basket.total_cents - sum(cents for _, cents in parts)
    offers = (*(PaymentOffer(mode, cents) for mode, cents in parts), PaymentOffer(CASH, left))
    with house.desk.work.write() as unit:
        sold = sell(unit, basket, offers, Customer(PriceCategory.STANDARD, name))
    assert not isinstance(sold, Refused), sold
    return sold.sale_id


MIXED = (
    BasketLine("coffee", "Café", 3, 133, True, 1000),
    BasketLine("print-bw", "Impression", 7, 11, True, 2000),
    BasketLine("pass-day", "Pass journée", 1, 2400, True, 2000),
    BasketLine("discount", "Remise 10 %", 1, -247, True, 2000),
)


def a_week(house: SmallHouse) -> None:
    """Three closed days and one that is still open."""
    staffed(house, manager=True)
    _day(house, TUESDAY)
    first = bought(house, MIXED, (CARD, 1001), (CHEQUE, 333))
    bought(house, (BasketLine("training", "Formation exonérée", 1, 12_345, False, 0),), (TRANSFER, 12_000))
    bought(house, (BasketLine("coffee", "Café offert", 1, 0, True, 1000),))
    closed(house)
    _day(house, TUESDAY + timedelta(days=1))
    issued = an_invoice(house)
    with house.desk.work.write() as unit:
        correct(unit, first, lines=1)
    closed(house)
    _day(house, TUESDAY + timedelta(days=2))
    settled = house.desk.invoices.settle(issued.id, (PaymentOffer(TRANSFER, 7_777),))
    assert isinstance(settled, Settled), settled
    closed(house)


def _day(house: SmallHouse, day: date) -> None:
    house.at(9, day=day).desk.till.count_float(FLOAT)


def exported(house: SmallHouse, folder: Path, *formats: str) -> tuple[Path, ...]:
    """The files of the formats."""
    files: tuple[Path, ...] = ()
    for format_ in formats:
        made = house.desk.accounts.export(format_, YEAR, folder)
        assert isinstance(made, Exported), made
        files += made.files
    return files
