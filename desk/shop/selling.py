"""Selling a basket: its price, what stands in the way, and what each line gives, inside one unit of work."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import datetime

from sqlalchemy.orm import Session

from desk.basket import Basket, BasketLine
from desk.bus import Topic
from desk.buyers import buyer_of
from desk.checkin import Checkin
from desk.clock import local_day
from desk.discounts import Discount, discounted
from desk.errors import Refused
from desk.headcount import count_inside
from desk.ids import new_id
from desk.language import translate
from desk.names import tidy
from desk.organisations.finding import living
from desk.passes import NAME_LIMIT, issue
from desk.pricing import line_for
from desk.registry import MembershipGranted, grant_sold
from desk.renewals import cannot, next_start
from desk.rights import Act, may
from desk.shop.articles import on_offer, product_of
from desk.shop.values import MOST, MOST_LINES, Article, ArticleKind, PassHandedOver, ShopLine, ShopOrder, ShopQuote
from desk.till import Customer, Sold
from desk.work import Unit
from models.bookings import Booking
from models.catalogue import PriceCategory
from models.journal import Stream
from models.passes import DayPart
from models.people import Member
from models.site import Site
from models.tickets import EventTicket


def quoted(session: Session, site: Site, now: datetime, order: ShopOrder) -> ShopQuote | Refused:
    """What the basket costs, each line at the price of its own category, discounts off; or what cannot be sold."""
    if not order.lines:
        return Refused("empty", translate("Shop", "Le panier est vide."))
    if len(order.lines) > MOST_LINES:
        sentence = translate("Shop", "Un panier tient {most} lignes\u00a0: encaissez celui-ci d’abord.")
        return Refused("too_many", sentence.format(most=MOST_LINES))
    offers = {category: on_offer(session, site, now, category) for category in {line.category for line in order.lines}}
    articles = []
    lines: list[BasketLine] = []
    for line in order.lines:
        article = next((a for a in offers[line.category] if a.key == line.key), None)
        refused = _not_sold(article, line, order)
        if refused is not None or article is None:
            return refused or _not_on_offer()
        product, unit = product_of(session, article)
        day = local_day(now, site.timezone)
        made = line_for(session, product, unit, article.category, day, line.quantity, article.label)
        assert made is not None
        articles.append(article)
        lines.append(made)
    basket = discounted(Basket(tuple(lines)), _discounts(order))
    return basket if isinstance(basket, Refused) else ShopQuote(basket, tuple(articles))


def objection(unit: Unit, order: ShopOrder, quote: ShopQuote) -> Refused | None:
    """Why whoever holds the desk may not sell this basket to this customer, None when they may."""
    is_reduced = any(line.discount for line in order.lines) or order.discount
    if is_reduced and not may(unit.operator, Act.DISCOUNT):
        sentence = translate("Shop", "Une remise ou un cadeau est pour un·e gérant·e\u00a0: demandez-lui.")
        return Refused("right", sentence)
    if order.organisation_id and living(unit.session, order.organisation_id) is None:
        return Refused("no_organisation", translate("Shop", "Cette organisation est introuvable."))
    member = unit.session.get(Member, order.member_id) if order.member_id else None
    if order.member_id and member is None:
        return Refused("no_member", translate("Shop", "Ce membre est introuvable."))
    if quote.needs_member:
        if member is None:
            return Refused("no_member", translate("Shop", "Une formule se vend à un membre\u00a0: choisissez-le."))
        if (gone := cannot(member)) is not None:
            return gone
    return _no_room(unit, order, quote)


def customer_of(unit: Unit, order: ShopOrder) -> Customer:
    """Whose name the paper carries: the organisation's, the name that was given, the member's when they hold a plan."""
    category = order.lines[0].category
    if order.organisation_id:
        row = living(unit.session, order.organisation_id)
        assert row is not None
        return Customer(category, row.name, row.id, buyer_of(row))
    name = tidy(order.name, NAME_LIMIT)
    if order.member_id:
        category = PriceCategory.MEMBER
    return Customer(category, name)


class Giving:
    """What the lines of a sealed sale give, in their order."""

    def __init__(self, unit: Unit, order: ShopOrder, quote: ShopQuote, sold: Sold) -> None:
        self._unit = unit
        self._order = order
        self._quote = quote
        self._sold = sold

    def passes(self, checkin: Checkin, make_code: Callable[[], str]) -> tuple[PassHandedOver, ...]:
        """The passes, printed, whose guests are in at once."""
        made: list[PassHandedOver] = []
        guest = tidy(self._order.name, NAME_LIMIT)
        for position, line, article in self._of(ArticleKind.PASS):
            part = DayPart(article.key.partition(":")[2])
            for _ in range(line.quantity):
                # The name that was given is that of whoever stands there: one person, one pass.
                name = guest if not made else ""
                bought = issue(self._unit, part, name, self._sold, make_code(), position)
                made.append(PassHandedOver(bought.number, bought.code, checkin.admit_pass(self._unit, bought)))
        return tuple(made)

    def memberships(self) -> tuple[MembershipGranted, ...] | Refused:
        """The plans, each from the day after the one before it."""
        made = []
        today = local_day(self._unit.now, self._unit.site.timezone)
        for position, line, article in self._of(ArticleKind.PLAN):
            code = article.key.partition(":")[2]
            for _ in range(line.quantity):
                first = next_start(self._unit.session, self._order.member_id, code, today)
                granted = grant_sold(
                    self._unit, self._order.member_id, code, first, self._sold.sale_id, position
                )  # fmt: skip
                if isinstance(granted, Refused):
                    return granted
                made.append(granted)
        return tuple(made)

    def tickets(self) -> int:
        """The places at collective moments."""
        made = 0
        for position, line, article in self._of(ArticleKind.TICKET):
            event = self._unit.session.get_one(Booking, article.key.partition(":")[2])
            for _ in range(line.quantity):
                self._unit.session.add(
                    EventTicket(
                        id=new_id(), booking_id=event.id, sale_id=self._sold.sale_id, sale_position=position,
                        sold_at=self._unit.now,
                    )
                )  # fmt: skip
            body = {
                "schema": 1, "event": event.title, "from": event.starts_at.isoformat(), "tickets": line.quantity,
                "sale": self._sold.number,
            }  # fmt: skip
            self._unit.record(Stream.OPERATIONS, "tickets.sold", body)
            self._unit.changed(Topic.BOOKINGS)
            made += line.quantity
        return made

    def _of(self, kind: ArticleKind) -> Iterable[tuple[int, ShopLine, Article]]:
        """The lines of a kind, each with its place in the sale, where discounts stand between the lines."""
        places = [place for place, line in enumerate(self._quote.basket.lines, 1) if line.off is None]
        for position, line, article in zip(places, self._order.lines, self._quote.articles, strict=True):
            if article.kind is kind:
                yield position, line, article


def _discounts(order: ShopOrder) -> tuple[Discount, ...]:
    by_line = [Discount(line.discount, line.reason, place) for place, line in enumerate(order.lines) if line.discount]
    on_all = [Discount(order.discount, order.reason)] if order.discount else []
    return (*by_line, *on_all)


def _not_sold(article: Article | None, line: ShopLine, order: ShopOrder) -> Refused | None:
    if article is None:
        return _not_on_offer()
    if not 0 < line.quantity <= MOST:
        sentence = translate("Shop", "{what}\u00a0: de 1 à {most}.")
        return Refused("quantity", sentence.format(what=article.label, most=MOST))
    wanted = sum(each.quantity for each in order.lines if each.key == line.key)
    if article.left is not None and wanted > article.left:
        sentence = translate("Shop", "{what}\u00a0: il reste {left} places.")
        if article.left < 2:
            sentence = translate("Shop", "{what}\u00a0: il reste une place.")
        if not article.left:
            sentence = translate("Shop", "{what}\u00a0: c’est complet.")
        return Refused("full_event", sentence.format(what=article.label, left=article.left))
    return None


def _no_room(unit: Unit, order: ShopOrder, quote: ShopQuote) -> Refused | None:
    """Nobody pays for a place that the safety limit will not give them."""
    pairs = zip(order.lines, quote.articles, strict=True)
    wanted = sum(line.quantity for line, article in pairs if article.kind is ArticleKind.PASS)
    free = unit.site.safety_limit - count_inside(unit.session, unit.now)
    if wanted <= free or not wanted:
        return None
    sentence = translate("Shop", "La maison n’a plus que {free} places sous sa limite de sécurité.")
    if free <= 0:
        sentence = translate("Shop", "La maison est pleine\u00a0: {limit} personnes, la limite de sécurité.")
    return Refused("full", sentence.format(free=free, limit=unit.site.safety_limit))


def _not_on_offer() -> Refused:
    return Refused("not_sold", translate("Shop", "Cet article n’est pas à vendre à ce tarif en ce moment."))
