"""A till at work, for the tests of closings: somebody holds the desk, sells, counts and closes."""

from __future__ import annotations

from datetime import date

from desk.closings.office import ClosingListed
from desk.drawer import PIECES, Counted
from desk.errors import Refused
from desk.pricing import Basket, BasketLine
from desk.till import Customer, PaymentOffer, Sold, sell
from desk.work import Operator
from models.catalogue import PriceCategory
from models.journal import Stream
from models.sales import PaymentMode
from tests.support.house import TUESDAY, SmallHouse

CASH, CARD = PaymentMode.CASH, PaymentMode.CARD
FLOAT = 15_000


def staffed(house: SmallHouse, *, manager: bool = False) -> SmallHouse:
    """The house with somebody at its desk."""
    house.desk.work.operator = Operator("someone", "Gaël Essai", manager)
    return house


def sold(house: SmallHouse, cents: int, mode: PaymentMode = CASH, rate: int = 2000) -> Sold:
    """One coffee at that price, paid exactly."""
    with house.desk.work.write() as unit:
        basket = Basket((BasketLine("coffee", "Café", 1, cents, True, rate),))
        answer = sell(unit, basket, (PaymentOffer(mode, cents),), Customer(PriceCategory.STANDARD))
    assert isinstance(answer, Sold), answer
    return answer


def corrected(house: SmallHouse, cents: int, number: str) -> None:
    """The reverse of a sale as the sales stream has it; its rows belong to another room."""
    with house.desk.work.write() as unit:
        unit.record(
            Stream.SALES, "correction",
            {
                "schema": 3, "number": "A-9", "total": -cents, "vat": [{"rate": 2000, "base": -cents, "vat": 0}],
                "lines": [{"label": "Café", "quantity": -1, "amount": -cents}],
                "payments": [{"mode": "cash", "cents": -cents, "tendered": -cents}],
                "corrects": {"number": number, "sequence": 1, "reason": "erreur"},
            },
        )  # fmt: skip


def pieces_of(cents: int) -> dict[int, int]:
    """The fewest notes and coins that make an amount."""
    found: dict[int, int] = {}
    for value in PIECES:
        found[value], cents = divmod(cents, value)
    return found


def counted(house: SmallHouse, cents: int) -> Counted:
    """The drawer, counted at that amount."""
    answer = house.desk.closings.drawer.count(pieces_of(cents))
    assert isinstance(answer, Counted), answer
    return answer


def closed(house: SmallHouse, cents: int | None = None, kept: int = FLOAT, reason: str = "") -> ClosingListed:
    """The day closed with that amount in the drawer, or with what should be there."""
    expected = house.desk.closings.drawer.state().expected_cents
    found = counted(house, expected if cents is None else cents)
    answer = house.desk.closings.close_day(found, min(kept, found.cents), reason)
    assert isinstance(answer, ClosingListed), answer
    return answer


def refused(answer: object) -> str:
    """The code of a refusal."""
    assert isinstance(answer, Refused), answer
    return answer.code


def a_day(house: SmallHouse, day: date = TUESDAY, *cents: int) -> ClosingListed:
    """A whole day: the float, sales, the closing in the evening."""
    assert house.at(9, day=day).desk.till.count_float(FLOAT) is None
    for amount in cents or (2400, 100):
        house.later(minutes=30)
        sold(house, amount)
    house.at(19, 5, day=day)
    return closed(house)
