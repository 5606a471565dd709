"""What is on offer at the counter now, and at which price for whom: passes, plans, tickets, café and prints, extras."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, timedelta

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from desk.basket import Basket, BasketLine
from desk.clock import local_day
from desk.entitlements import part_label
from desk.extras import extras_on
from desk.formats import day_time
from desk.language import translate
from desk.names import searchable, similarity
from desk.passes import CATEGORIES, part_of_day
from desk.pricing import price_on, vat_on
from desk.shop.values import Article, ArticleKind
from models.bookings import Booking, BookingKind
from models.catalogue import PriceCategory, PriceUnit, Product
from models.history import bookings_reaching
from models.membership import Plan
from models.passes import DayPart
from models.sales import Sale, SaleLine
from models.site import Site
from models.spaces import Space
from models.tickets import EventTicket

PASS_PRODUCTS = {DayPart.DAY: "pass-day", DayPart.MORNING: "pass-half-day", DayPart.AFTERNOON: "pass-half-day"}
TICKET_PRODUCT = "event-ticket"
_EVENTS_AHEAD = timedelta(days=60)
_SOLD_MOST = timedelta(days=60)
_USUAL = ("coffee", "pass-day", "pass-half-day", "print-bw", "print-colour")


def on_offer(session: Session, site: Site, now: datetime, category: PriceCategory) -> tuple[Article, ...]:
    """Everything that can be sold now: at the price of `category`, or of the one to which it is sold at all."""
    day = local_day(now, site.timezone)
    return (
        *_passes(session, site, now, category),
        *_goods(session, day, category),
        *_tickets(session, site, now, category),
        *_plans(session, day),
        *_extras(session, day, category),
    )


def kept_codes(session: Session) -> set[str]:
    """The products that are more than articles: passes, tickets, plans. A house goes on selling them."""
    return {*PASS_PRODUCTS.values(), TICKET_PRODUCT, *session.scalars(select(Plan.product_code))}


def product_of(session: Session, article: Article) -> tuple[Product, PriceUnit]:
    """What an article is on the price list, and by which unit."""
    kind, _, rest = article.key.partition(":")
    match kind:
        case "pass":
            return session.get_one(Product, PASS_PRODUCTS[DayPart(rest)]), PriceUnit.EACH
        case "plan":
            return session.get_one(Product, session.get_one(Plan, rest).product_code), PriceUnit.EACH
        case "ticket":
            return session.get_one(Product, TICKET_PRODUCT), PriceUnit.EACH
        case "extra":
            unit, _, code = rest.partition(":")
            return session.get_one(Product, code), PriceUnit(unit)
        case _:
            return session.get_one(Product, rest), PriceUnit.EACH


def found(articles: tuple[Article, ...], text: str) -> tuple[Article, ...]:
    """The articles that a few letters name, the closest first: a beginning of a word, then what resembles it."""
    wanted = searchable(text)
    if not wanted:
        return articles
    scored = []
    for place, article in enumerate(articles):
        label = searchable(article.label)
        words = [*label.split(), *searchable(article.family).split()]
        if label.startswith(wanted) or any(word.startswith(wanted) for word in words):
            scored.append((0 if label.startswith(wanted) else 1, place, article))
        elif all(any(word.startswith(part) for word in words) for part in wanted.split()):
            scored.append((2, place, article))
        elif len(wanted) > 2 and max(similarity(wanted, word) for word in (label, *words)) > 75:
            scored.append((3, place, article))
    return tuple(article for _, _, article in sorted(scored, key=lambda each: each[:2]))


def by_sales(session: Session, now: datetime, articles: tuple[Article, ...]) -> tuple[Article, ...]:
    """The articles, those that sold most in the last two months first; before any sale, what houses usually sell."""
    counted = (
        select(SaleLine.product_code, func.count())
        .join(Sale, Sale.id == SaleLine.sale_id)
        .where(Sale.sold_at >= now - _SOLD_MOST, Sale.corrects_id.is_(None))
        .group_by(SaleLine.product_code)
    )
    sold = dict(session.execute(counted).all())
    usual = {code: -place for place, code in enumerate(_USUAL, 1)}

    def rank(article: Article) -> tuple[int, int]:
        code = product_of(session, article)[0].code
        return -sold.get(code, 0), -usual.get(code, -99)

    return tuple(sorted(articles, key=rank))


# --- each kind -----------------------------------------------------------------------------------------------


def _passes(session: Session, site: Site, now: datetime, category: PriceCategory) -> Iterator[Article]:
    sold_to = category if category in CATEGORIES else PriceCategory.STANDARD
    for part in (DayPart.DAY, part_of_day(site, now)):
        product = session.get(Product, PASS_PRODUCTS[part])
        if product is not None:
            yield from _article(
                session, f"pass:{part.value}", ArticleKind.PASS, product, part_label(part), sold_to,
                local_day(now, site.timezone),
            )  # fmt: skip


def _goods(session: Session, day: date, category: PriceCategory) -> Iterator[Article]:
    """What is neither a pass, nor a plan, nor a room, nor what goes with one: coffee, prints, what a house adds."""
    known = kept_codes(session)
    own = (Product.space_id.is_(None), ~Product.is_extra, ~Product.is_withdrawn)
    products = select(Product).where(*own, Product.code.not_in(known))
    for product in session.scalars(products.order_by(Product.label)):
        for sold_to in (category, PriceCategory.STANDARD):
            made = list(_article(session, f"goods:{product.code}", ArticleKind.GOODS, product, "", sold_to, day))
            if made:
                yield from made
                break


def _tickets(session: Session, site: Site, now: datetime, category: PriceCategory) -> Iterator[Article]:
    """A ticket for each collective moment to come, and for the one under way."""
    product = session.get(Product, TICKET_PRODUCT)
    if product is None:
        return
    events = (
        select(Booking)
        .where(
            Booking.kind == BookingKind.EVENT,
            bookings_reaching(now, now - timedelta(days=1), now + _EVENTS_AHEAD),
        )
        .order_by(Booking.starts_at)
        .limit(30)
    )  # fmt: skip
    for event in session.scalars(events):
        when = day_time(event.starts_at.astimezone(site.timezone))
        label = translate("Shop", "Billet {title}, {when}").format(title=event.title, when=when)
        yield from _article(
            session, f"ticket:{event.id}", ArticleKind.TICKET, product, label, category,
            local_day(now, site.timezone), places_left(session, site, event),
        )  # fmt: skip


def places_left(session: Session, site: Site, event: Booking) -> int:
    """How many tickets may still be sold: the seats of the room, or the safety limit where none are fixed."""
    seats = session.get_one(Space, event.space_id).seats or site.safety_limit
    sold = select(func.count()).select_from(EventTicket)
    mine = sold.where(EventTicket.booking_id == event.id, EventTicket.cancelled_at.is_(None))
    return max(0, seats - (session.scalar(mine) or 0))


def _plans(session: Session, day: date) -> Iterator[Article]:
    """Plans are the members' own: they have one price, and are granted to the member chosen."""
    for plan in session.scalars(select(Plan).order_by(Plan.name)):
        product = session.get_one(Product, plan.product_code)
        yield from _article(
            session, f"plan:{plan.code}", ArticleKind.PLAN, product, plan.name, PriceCategory.MEMBER, day
        )  # fmt: skip


def _extras(session: Session, day: date, category: PriceCategory) -> Iterator[Article]:
    for extra in extras_on(session, category, day):
        label = extra.label
        if extra.is_by_head:
            label = translate("Pricing", "{extra}, par personne").format(extra=label)
        key = f"extra:{extra.unit.value}:{extra.code}"
        due = _due(session, session.get_one(Product, extra.code), extra.cents, day)
        yield Article(key, ArticleKind.EXTRA, label, extra.cents, due, category)


def _article(
    session: Session,
    key: str,
    kind: ArticleKind,
    product: Product,
    label: str,
    category: PriceCategory,
    day: date,
    left: int | None = None,
) -> Iterator[Article]:
    """The article, when it has a price for the category."""
    cents = price_on(session, product.code, category, PriceUnit.EACH, day)
    if cents is not None:
        due = _due(session, product, cents, day)
        yield Article(key, kind, label or product.label, cents, due, category, left, product.family)


def _due(session: Session, product: Product, cents: int, day: date) -> int:
    """What one costs, VAT included."""
    rate = vat_on(session, product.vat_code, day)
    return Basket((BasketLine(product.code, product.label, 1, cents, product.tax_included, rate),)).total_cents
