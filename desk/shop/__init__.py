"""One basket for everything that the counter sells at once: passes, plans and books, café and prints, tickets, extras.

A rental of a room stays a flow of its own: it has hours and a place on the plan.
"""

from __future__ import annotations

from collections.abc import Callable

from desk import codes
from desk.checkin import Checkin
from desk.errors import Refused
from desk.receipts import enqueue_receipt
from desk.rights import Act, needs
from desk.shop.articles import by_sales, found, on_offer
from desk.shop.selling import Giving, customer_of, objection, quoted
from desk.shop.values import MOST, Article, ArticleKind, PassHandedOver, ShopLine, ShopOrder, ShopQuote, ShopSold
from desk.till import PaymentOffer, sell
from desk.work import Unit, Work
from models.catalogue import PriceCategory

__all__ = [
    "MOST",
    "Article",
    "ArticleKind",
    "PassHandedOver",
    "Shop",
    "ShopLine",
    "ShopOrder",
    "ShopQuote",
    "ShopSold",
    "found",
]


class Shop:
    """Selling baskets."""

    def __init__(self, work: Work, checkin: Checkin, make_code: Callable[[], str] = codes.make) -> None:
        self._work = work
        self._checkin = checkin
        self._make_code = make_code

    def articles(self, category: PriceCategory) -> tuple[Article, ...]:
        """Everything on offer now to a category, what sells most first."""
        with self._work.read() as session:
            site, now = self._work.site(session), self._work.clock.now()
            return by_sales(session, now, on_offer(session, site, now, category))

    def quote(self, order: ShopOrder) -> ShopQuote | Refused:
        """What a basket costs now."""
        with self._work.read() as session:
            return quoted(session, self._work.site(session), self._work.clock.now(), order)

    @needs(Act.SELL)
    def sell(self, order: ShopOrder, payments: tuple[PaymentOffer, ...]) -> ShopSold | Refused:
        """Seal the sale and give what it sells: one transaction, or nothing."""
        with self._work.write() as unit:
            answer = self._sell(unit, order, payments)
            if isinstance(answer, Refused):
                unit.abandon()
            return answer

    def _sell(self, unit: Unit, order: ShopOrder, payments: tuple[PaymentOffer, ...]) -> ShopSold | Refused:
        quote = quoted(unit.session, unit.site, unit.now, order)
        if isinstance(quote, Refused):
            return quote
        refused = objection(unit, order, quote)
        if refused is not None:
            return refused
        sold = sell(unit, quote.basket, payments, customer_of(unit, order))
        if isinstance(sold, Refused):
            return sold
        unit.session.flush()
        giving = Giving(unit, order, quote, sold)
        memberships = giving.memberships()
        if isinstance(memberships, Refused):
            return memberships
        tickets = giving.tickets()
        passes = giving.passes(self._checkin, self._make_code)
        if order.wants_receipt:
            enqueue_receipt(unit, sold)
        return ShopSold(sold, passes, memberships, tickets)
