"""The price list as a manager sees it: what is in force, what is planned, and a new price from a day on.

Nothing that was in force is ever changed: a price or a rate is added from a day on, today at the earliest.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, time

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from desk.bus import Topic
from desk.clock import local_day, local_instant
from desk.errors import Refused
from desk.extras import BY
from desk.formats import day as day_text
from desk.formats import money
from desk.ids import new_id
from desk.language import translate
from desk.names import searchable, tidy
from desk.plan_editing.names import named_on
from desk.price_rows import Planned, PriceCell, PriceRow, RateRow
from desk.pricing import labels_on
from desk.rights import Act, needs
from desk.shop.articles import kept_codes
from desk.work import Unit, Work
from models.catalogue import Price, PriceCategory, PriceUnit, Product, VatRate
from models.journal import Stream

__all__ = [
    "CATEGORIES", "HIGHEST", "LABEL_LIMIT", "VAT_CODES", "NewExtra", "NewPrice", "Planned", "PriceCell", "PriceRow",
    "Prices", "RateRow", "write_price",
]  # fmt: skip

HIGHEST = 10_000_000
"""Cents: a hundred thousand euros, so that a slip of the keys is seen."""

LABEL_LIMIT = 60
_OF_ROOMS = (PriceUnit.HOUR, PriceUnit.HALF_DAY, PriceUnit.DAY)
"""A room that was just drawn has none of them yet: that is where its prices are set."""
CATEGORIES = (PriceCategory.MEMBER, PriceCategory.SOLIDARITY, PriceCategory.STANDARD)
VAT_CODES = ("normal", "intermediate", "reduced")


@dataclass(frozen=True)
class NewPrice:
    """A price in cents (on the product's side of VAT) for a category, from a day on."""

    product_code: str
    unit: PriceUnit
    category: PriceCategory
    cents: int
    valid_from: date


@dataclass(frozen=True)
class NewExtra:
    """Something more that goes with a room, by head or by piece, and its price in cents for everybody."""

    label: str
    unit: PriceUnit
    cents: int
    vat_code: str = "normal"
    tax_included: bool = False


class Prices:
    """Reading and planning the prices of the house."""

    def __init__(self, work: Work) -> None:
        self._work = work

    def today(self) -> date:
        """The local day."""
        with self._work.read() as session:
            return local_day(self._work.clock.now(), self._work.site(session).timezone)

    def grid(self, day: date | None = None) -> tuple[PriceRow, ...]:
        """Every price as it stands on a local day (today when not said), with what is planned after it.

        A room is called as on the plan of that day. One that is let neither then nor later is sold no more.
        """
        day = day or self.today()
        with self._work.read() as session:
            then = local_instant(day, time(0), self._work.site(session).timezone)
            labels, rooms = labels_on(session, then), named_on(session, then)
            products = {p.code: p for p in session.scalars(select(Product))}
            kept = kept_codes(session)
            prices: dict[tuple[str, PriceUnit, PriceCategory], list[Price]] = {}
            for price in session.scalars(select(Price).order_by(Price.valid_from)):
                prices.setdefault((price.product_code, price.unit, price.category), []).append(price)
        units = list(PriceUnit)
        let = {p.code for p in products.values() if p.space_id and rooms[p.space_id].is_let}
        lines = {(code, unit) for code, unit, _ in prices} | {(code, unit) for code in let for unit in _OF_ROOMS}
        rows = [
            PriceRow(
                code, labels[code], unit, products[code].tax_included, products[code].vat_code,
                products[code].is_extra,
                tuple(_cell(prices.get((code, unit, category), []), day) for category in CATEGORIES),
                products[code].family, products[code].is_withdrawn or bool(products[code].space_id and code not in let),
                products[code].space_id is None and code not in kept,
            )
            for code, unit in sorted(lines, key=lambda pair: units.index(pair[1]))
        ]  # fmt: skip
        return tuple(sorted(rows, key=lambda row: _order(row, is_room=bool(products[row.product_code].space_id))))

    def rates(self, day: date | None = None) -> tuple[RateRow, ...]:
        """The VAT rates as they stand on a local day."""
        day = day or self.today()
        with self._work.read() as session:
            rates = session.scalars(select(VatRate).order_by(VatRate.valid_from)).all()
        codes = [*VAT_CODES, *sorted({rate.code for rate in rates} - set(VAT_CODES))]
        return tuple(_rate_row(code, [rate for rate in rates if rate.code == code], day) for code in codes)

    @needs(Act.PRICES)
    def set_price(self, wanted: NewPrice) -> Refused | None:
        """A new price from a day on; a manager's right. One already planned for that day is replaced."""
        with self._work.write() as unit:
            refused = _too_early(unit, wanted.valid_from) or _amount(wanted.cents)
            if refused is not None:
                return refused
            known = select(Price.id).where(Price.product_code == wanted.product_code, Price.unit == wanted.unit)
            product = unit.session.get(Product, wanted.product_code)
            is_of_room = product is not None and product.space_id is not None and wanted.unit in _OF_ROOMS
            if not is_of_room and unit.session.scalar(known.limit(1)) is None:
                return Refused("no_product", translate("Prices", "Ce prix n’est pas dans la grille."))
            write_price(unit, wanted)
            return None

    @needs(Act.PRICES)
    def withdraw_price(self, wanted: NewPrice) -> Refused | None:
        """Give up a price that is planned for a day to come; a manager's right. `cents` is not looked at."""
        with self._work.write() as unit:
            planned = _price_on(unit.session, wanted)
            if planned is None or planned.valid_from <= _today(unit):
                return Refused(
                    "in_force", translate("Prices", "Ce prix est déjà en vigueur\u00a0: donnez-en un autre.")
                )
            unit.session.delete(planned)
            unit.record(Stream.OPERATIONS, "price.withdrawn", _price_body(wanted) | {"cents": planned.cents})
            unit.changed(Topic.PRICES)
            return None

    @needs(Act.PRICES)
    def set_rate(self, code: str, basis_points: int, valid_from: date) -> Refused | None:
        """A VAT rate (basis points) from a day on; a manager's right. One already planned for that day is replaced."""
        with self._work.write() as unit:
            refused = _too_early(unit, valid_from)
            if refused is not None:
                return refused
            if not 0 <= basis_points <= 10_000:
                return Refused("rate", translate("Prices", "Un taux va de 0 à 100\u00a0%."))
            known = unit.session.scalar(select(VatRate.code).where(VatRate.code == code).limit(1))
            if known is None and code not in VAT_CODES:
                return Refused("no_rate", translate("Prices", "Ce taux n’est pas dans la liste."))
            unit.session.execute(delete(VatRate).where(VatRate.code == code, VatRate.valid_from == valid_from))
            unit.session.add(VatRate(code=code, valid_from=valid_from, basis_points=basis_points))
            body = {"schema": 1, "code": code, "basis_points": basis_points, "from": valid_from.isoformat()}
            unit.record(Stream.OPERATIONS, "vat.set", body)
            unit.changed(Topic.PRICES)
            return None

    @needs(Act.PRICES)
    def withdraw_rate(self, code: str, valid_from: date) -> Refused | None:
        """Give up a VAT rate that is planned for a day to come; a manager's right."""
        with self._work.write() as unit:
            planned = unit.session.get(VatRate, (code, valid_from))
            if planned is None:
                return Refused(
                    "no_rate", translate("Prices", "Aucun taux n’est prévu ce jour-là\u00a0: rien n’a changé.")
                )
            if valid_from <= _today(unit):
                sentence = translate("Prices", "Ce taux est déjà en vigueur\u00a0: fixez-en un autre.")
                return Refused("in_force", sentence)
            unit.session.delete(planned)
            body = {
                "schema": 1, "code": code, "basis_points": planned.basis_points, "from": valid_from.isoformat(),
            }  # fmt: skip
            unit.record(Stream.OPERATIONS, "vat.withdrawn", body)
            unit.changed(Topic.PRICES)
            return None

    @needs(Act.PRICES)
    def add_extra(self, wanted: NewExtra) -> str | Refused:
        """Another extra, sold from today on; a manager's right. The answer is its code."""
        label = tidy(wanted.label, LABEL_LIMIT)
        with self._work.write() as unit:
            refused = _amount(wanted.cents)
            if refused is not None:
                return refused
            if not label or wanted.unit not in BY:
                return Refused("no_name", translate("Prices", "Donnez un nom à ce supplément."))
            if searchable(label) in {searchable(known) for known in labels_on(unit.session, unit.now).values()}:
                return Refused("known", translate("Prices", "{name} est déjà dans la grille.").format(name=label))
            rated = select(VatRate.code).where(VatRate.code == wanted.vat_code, VatRate.valid_from <= _today(unit))
            if unit.session.scalar(rated.limit(1)) is None:
                return Refused("no_rate", translate("Prices", "Ce taux de TVA n’est pas encore fixé."))
            code = f"extra-{new_id()}"
            unit.session.add(
                Product(
                    code=code, label=label, vat_code=wanted.vat_code, tax_included=wanted.tax_included, is_extra=True
                )
            )
            unit.session.flush()
            unit.record(Stream.OPERATIONS, "product.added", {"schema": 1, "product": code, "label": label})
            for category in CATEGORIES:
                write_price(unit, NewPrice(code, wanted.unit, category, wanted.cents, _today(unit)))
            return code


def _order(row: PriceRow, *, is_room: bool) -> tuple[bool, int, str, str]:
    """Rooms first, then what goes with them, then the rest by family; at the end what is sold no more."""
    place = 0 if is_room else 1 if row.is_extra else 2
    return (row.is_withdrawn, place, searchable(row.family), searchable(row.label))


def _cell(prices: list[Price], day: date) -> PriceCell:
    past = [price for price in prices if price.valid_from <= day]
    planned = tuple(Planned(price.valid_from, price.cents) for price in prices if price.valid_from > day)
    return PriceCell(past[-1].cents if past else None, past[-1].valid_from if past else None, planned)


def _rate_row(code: str, rates: list[VatRate], day: date) -> RateRow:
    past = [rate for rate in rates if rate.valid_from <= day]
    planned = tuple(Planned(rate.valid_from, rate.basis_points) for rate in rates if rate.valid_from > day)
    return RateRow(code, past[-1].basis_points if past else None, past[-1].valid_from if past else None, planned)


def _today(unit: Unit) -> date:
    return local_day(unit.now, unit.site.timezone)


def _too_early(unit: Unit, day: date) -> Refused | None:
    today = _today(unit)
    if day >= today:
        return None
    sentence = translate("Prices", "Le passé ne se change pas\u00a0: à partir du {day} au plus tôt.")
    return Refused("past", sentence.format(day=day_text(today)))


def _amount(cents: int) -> Refused | None:
    if 0 <= cents <= HIGHEST:
        return None
    if cents > HIGHEST:
        sentence = translate("Prices", "Un prix ne dépasse pas {most}\u00a0: vérifiez le montant écrit.")
        return Refused("amount", sentence.format(most=money(HIGHEST)))
    return Refused("amount", translate("Prices", "Écrivez un montant, par exemple 12,50."))


def _price_on(session: Session, wanted: NewPrice) -> Price | None:
    return session.scalar(
        select(Price).where(
            Price.product_code == wanted.product_code, Price.unit == wanted.unit, Price.category == wanted.category,
            Price.valid_from == wanted.valid_from,
        )
    )  # fmt: skip


def write_price(unit: Unit, wanted: NewPrice) -> None:
    """Write a price that was checked, inside `unit`, in place of one planned for the same day."""
    planned = _price_on(unit.session, wanted)
    if planned is None:
        unit.session.add(
            Price(
                id=new_id(), product_code=wanted.product_code, category=wanted.category, unit=wanted.unit,
                cents=wanted.cents, valid_from=wanted.valid_from,
            )
        )  # fmt: skip
    else:
        planned.cents = wanted.cents
    unit.session.flush()
    unit.record(Stream.OPERATIONS, "price.set", _price_body(wanted))
    unit.changed(Topic.PRICES)


def _price_body(wanted: NewPrice) -> dict[str, object]:
    return {
        "schema": 1, "product": wanted.product_code, "category": wanted.category.value, "unit": wanted.unit.value,
        "cents": wanted.cents, "from": wanted.valid_from.isoformat(),
    }  # fmt: skip
