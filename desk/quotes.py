"""Quotes: a price promised until a day, kept under its own number, printed, found again, and taken up in one act."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from pathlib import Path

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from desk import workbooks
from desk.basket import Basket, BasketLine
from desk.bookings import BookingRequest, holding
from desk.bus import Topic
from desk.clock import local_day
from desk.documents import a4_pdf
from desk.documents.page import Document
from desk.errors import Refused, Remedy
from desk.extras import Extra
from desk.formats import day as day_text
from desk.ids import new_id
from desk.kept_baskets import promised_basket, stale_rates
from desk.language import translate
from desk.organisations import NewOrganisation, find_or_create
from desk.organisations.finding import found, living
from desk.plan_editing.names import name_on
from desk.printing.queue import enqueue
from desk.quote_paper import quote_document
from desk.rentals import RentalOrder, RentalSold, agree, objection, sell_room
from desk.rights import Act, needs
from desk.tax_sides import BasketRead, TaxSide, read, reads_on
from desk.till import PaymentOffer
from desk.work import Unit, Work
from models.bookings import BookingKind
from models.catalogue import PriceCategory, Product
from models.journal import Stream
from models.organisations import Organisation
from models.quotes import QUOTE_LETTER, Quote, QuoteLine
from models.sales import Sale
from models.site import Site


@dataclass(frozen=True)
class QuoteFile:
    """A quote as the counter shows it; instants aware, in the site's zone.

    `sale_number` once it was taken up, `is_withdrawn` once it may not be any more. `trouble` says why it cannot be
    taken up now, None when it can.
    """

    id: str
    number: str
    made_at: datetime
    valid_until: date
    organisation_id: str
    organisation: str
    category: PriceCategory
    space: str
    starts_at: datetime
    ends_at: datetime
    people: int
    basket: Basket
    sale_number: str
    is_withdrawn: bool
    trouble: Refused | None
    side: TaxSide

    @property
    def read(self) -> BasketRead:
        """The price as the category read it first on the day of the quote."""
        return read(self.basket, self.side)


class Quotes:
    """Promising a price, and keeping the promise."""

    def __init__(self, work: Work) -> None:
        self._work = work

    @needs(Act.SELL)
    def make(self, order: RentalOrder) -> QuoteFile | Refused:
        """Promise the price of an order until the last day of its validity; the room is not held."""
        with self._work.write() as unit:
            quote = _make(unit, order)
            if isinstance(quote, Refused):
                unit.abandon()
                return quote
            return _file(unit, quote)

    def file(self, quote_id: str, override_reason: str = "") -> QuoteFile | None:
        """A quote, None for nothing of that id; nothing is written. Its trouble is what is left with this reason."""
        with self._work.write() as unit:
            quote = unit.session.get(Quote, quote_id)
            return None if quote is None else _file(unit, quote, override_reason)

    @needs(Act.SELL)
    def take_up(
        self, quote_id: str, payments: tuple[PaymentOffer, ...], override_reason: str = ""
    ) -> RentalSold | Refused:
        """The quote becomes a rental at the price it promised: sold, the room held, all of it or nothing.

        `override_reason` is a manager's, for a quote whose hours are outside those of the house.
        """
        with self._work.write() as unit:
            sold = _take_up(unit, quote_id, payments, override_reason)
            if isinstance(sold, Refused):
                unit.abandon()
            return sold

    @needs(Act.SELL)
    def withdraw(self, quote_id: str) -> Refused | None:
        """Nobody may take it up any more; the number stays."""
        with self._work.write() as unit:
            quote = unit.session.get(Quote, quote_id)
            if quote is None:
                return _unknown()
            if quote.sale_id is not None or quote.withdrawn_at is not None:
                return _state(quote)
            _withdraw(unit, quote)
            return None

    @needs(Act.SELL)
    def renew(self, quote_id: str) -> QuoteFile | Refused:
        """Another quote for the same, at the prices of today and without discounts; the old one is withdrawn."""
        with self._work.write() as unit:
            old = unit.session.get(Quote, quote_id)
            if old is None:
                return _unknown()
            if old.sale_id is not None:
                return _state(old) or _unknown()
            made = _make(unit, replace(_order(unit.session, old), extras=_extras(unit.session, old)))
            if isinstance(made, Refused):
                unit.abandon()
                return made
            if old.withdrawn_at is None:
                _withdraw(unit, old, made)
            return _file(unit, made)

    # --- paper -------------------------------------------------------------------------------------------------

    def document(self, quote_id: str) -> Document | Refused:
        """The quote as it reads."""
        with self._work.read() as session:
            quote = session.get(Quote, quote_id)
            return _unknown() if quote is None else _document(session, self._work.site(session), quote)

    @needs(Act.PRINT)
    def print_it(self, quote_id: str) -> Document | Refused:
        """Queue the quote at the desk's printer."""
        with self._work.write() as unit:
            quote = unit.session.get(Quote, quote_id)
            if quote is None:
                return _unknown()
            document = _document(unit.session, unit.site, quote)
            enqueue(unit, document)
            return document

    @needs(Act.PRINT)
    def save_pdf(self, quote_id: str, path: Path) -> Path | Refused:
        """Write the quote as an A4 PDF. Raises `EnvironmentFault` when it cannot be written."""
        document = self.document(quote_id)
        if isinstance(document, Refused):
            return document
        path = workbooks.ending(path, ".pdf")
        workbooks.write_bytes(path, a4_pdf.render(document))
        return path


# --- making ----------------------------------------------------------------------------------------------------


def _make(unit: Unit, order: RentalOrder) -> Quote | Refused:
    agreed = agree(unit, order)
    if isinstance(agreed, Refused):
        return agreed
    organisation, basket = agreed
    sequence = (unit.session.scalar(select(func.max(Quote.sequence))) or 0) + 1
    today = local_day(unit.now, unit.site.timezone)
    first_day = local_day(order.starts_at, unit.site.timezone)
    quote = Quote(
        id=new_id(), sequence=sequence, number=f"{QUOTE_LETTER}{unit.desk.letter}-{sequence:06d}", made_at=unit.now,
        made_by=unit.operator.name, valid_until=min(today + timedelta(days=unit.site.quote_days), first_day),
        organisation_id=organisation.id, category=order.organisation.category, space_id=order.space_id,
        starts_at=order.starts_at, ends_at=order.ends_at, people=order.people, total_cents=basket.total_cents,
    )  # fmt: skip
    unit.session.add(quote)
    unit.session.flush()
    for position, line in enumerate(basket.lines, 1):
        unit.session.add(QuoteLine(id=new_id(), quote_id=quote.id, position=position, **_written(line)))
    unit.session.flush()
    unit.record(Stream.OPERATIONS, "quote.made", _body(quote, organisation.name, basket))
    unit.changed(Topic.SALES, Topic.PEOPLE)
    return quote


def _body(quote: Quote, organisation: str, basket: Basket) -> dict[str, object]:
    return {
        "schema": 1, "number": quote.number, "organisation": organisation, "category": quote.category.value,
        "space": quote.space_id, "from": quote.starts_at.isoformat(), "until": quote.ends_at.isoformat(),
        "people": quote.people, "valid_until": quote.valid_until.isoformat(), "total": quote.total_cents,
        "lines": [_written(line) for line in basket.lines],
    }  # fmt: skip


def _withdraw(unit: Unit, quote: Quote, instead: Quote | None = None) -> None:
    """Take the promise back; `instead` is the quote that was made in its place."""
    quote.withdrawn_at = unit.now
    replaced = {} if instead is None else {"for": instead.number}
    unit.record(Stream.OPERATIONS, "quote.withdrawn", {"schema": 1, "number": quote.number, **replaced})
    unit.changed(Topic.SALES)


# --- taking up -------------------------------------------------------------------------------------------------


def _take_up(
    unit: Unit, quote_id: str, payments: tuple[PaymentOffer, ...], override_reason: str
) -> RentalSold | Refused:
    quote = unit.session.get(Quote, quote_id)
    if quote is None:
        return _unknown()
    order = replace(_order(unit.session, quote), override_reason=override_reason)
    refused = _trouble(unit, quote, override_reason) or objection(unit, order)
    if refused is not None:
        return refused
    organisation = find_or_create(unit, order.organisation)
    if isinstance(organisation, Refused):
        return organisation
    sold = sell_room(unit, order, organisation, promised_basket(unit.session, quote), payments)
    if isinstance(sold, Refused):
        return sold
    unit.session.flush()
    quote.sale_id = sold.sale.sale_id
    body = {"schema": 1, "number": quote.number, "sale": sold.sale.number}
    unit.record(Stream.OPERATIONS, "quote.taken_up", body)
    return sold


def _order(session: Session, quote: Quote) -> RentalOrder:
    """The order that a quote promised a price for; its price is in its lines."""
    body = session.get_one(Organisation, quote.organisation_id)
    who = NewOrganisation(body.name, quote.category, id=body.id)
    return RentalOrder(quote.space_id, quote.starts_at, quote.ends_at, who, quote.people)


def _extras(session: Session, quote: Quote) -> tuple[Extra, ...]:
    codes = set(session.scalars(select(Product.code).where(Product.is_extra)))
    lines = promised_basket(session, quote).lines
    return tuple(Extra(line.product_code, line.quantity) for line in lines if line.product_code in codes)


def _written(line: BasketLine) -> dict[str, object]:
    """A line as a quote keeps it: its category is the quote's, and it corrects nothing."""
    return {
        "product_code": line.product_code, "label": line.label, "quantity": line.quantity,
        "unit_cents": line.unit_cents, "tax_included": line.tax_included, "basis_points": line.basis_points,
    }  # fmt: skip


def _state(quote: Quote) -> Refused | None:
    """Why a quote is over, None when it is not."""
    if quote.sale_id is not None:
        sentence = translate("Quotes", "Le devis {number} a déjà été loué.")
        return Refused("taken_up", sentence.format(number=quote.number))
    if quote.withdrawn_at is not None:
        return Refused("withdrawn", translate("Quotes", "Le devis {number} a été retiré.").format(number=quote.number))
    return None


def _trouble(unit: Unit, quote: Quote, override_reason: str = "") -> Refused | None:
    """Why a quote cannot become a rental at this moment, with a manager's reason when there is one."""
    over = _state(quote)
    if over is not None:
        return over
    zone, now = unit.site.timezone, unit.now
    again = Remedy("renew_quote", translate("Quotes", "Refaire au prix du jour"), quote.id)
    if quote.ends_at <= now:
        sentence = translate("Quotes", "L’heure de ce devis est passée\u00a0: il était pour le {day}.")
        return Refused("past", sentence.format(day=day_text(quote.starts_at.astimezone(zone))))
    if now.astimezone(zone).date() > quote.valid_until:
        sentence = translate("Quotes", "Ce devis n’est plus valable depuis le {day}.")
        return Refused("expired", sentence.format(day=day_text(quote.valid_until)), (again,))
    if stale_rates(unit.session, quote, local_day(quote.starts_at, zone)):
        sentence = translate("Quotes", "Le taux de TVA a changé depuis ce devis\u00a0: refaites-le avec le nouveau.")
        return Refused("vat_changed", sentence, (again,))
    request = BookingRequest(
        quote.space_id, quote.starts_at, quote.ends_at, BookingKind.RENTAL, quote.number, quote.people,
        override_reason=override_reason,
    )  # fmt: skip
    refused = holding.objection(unit, request)
    if refused is None or refused.code != "house_closed":
        # Another hour would be another quote: the promise is for this room at this time.
        return None if refused is None else Refused(refused.code, refused.sentence)
    sentence = translate(
        "Quotes",
        "{why} Un·e gérant·e peut louer quand même, avec un motif\u00a0; sinon, faites un autre devis aux heures"
        " d’ouverture.",
    )
    return replace(refused, sentence=sentence.format(why=refused.sentence))


def _file(unit: Unit, quote: Quote, override_reason: str = "") -> QuoteFile:
    session, zone = unit.session, unit.site.timezone
    body = living(session, quote.organisation_id) or session.get_one(Organisation, quote.organisation_id)
    space = name_on(session, quote.space_id, quote.starts_at)
    return QuoteFile(
        quote.id, quote.number, quote.made_at.astimezone(zone), quote.valid_until, body.id,
        found(session, body).name, quote.category, space, quote.starts_at.astimezone(zone),
        quote.ends_at.astimezone(zone), quote.people, promised_basket(session, quote), _sale_number(session, quote),
        quote.withdrawn_at is not None, _trouble(unit, quote, override_reason),
        reads_on(session, quote.category, quote.made_at),
    )  # fmt: skip


def _sale_number(session: Session, quote: Quote) -> str:
    return session.get_one(Sale, quote.sale_id).number if quote.sale_id else ""


def _document(session: Session, site: Site, quote: Quote) -> Document:
    body = session.get_one(Organisation, quote.organisation_id)
    # Printed again, a quote reads as it did: what was published since is not on it.
    space = name_on(session, quote.space_id, quote.starts_at, quote.made_at)
    promised = read(promised_basket(session, quote), reads_on(session, quote.category, quote.made_at))
    return quote_document(site, quote, promised, body, space)


def _unknown() -> Refused:
    return Refused("no_quote", translate("Quotes", "Ce devis est introuvable."))
