"""The quote: a price promised until a day, for a room at a time, with a place to agree to it in writing."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime

from desk import formats
from desk.documents.bill import (
    Seller,
    VatTotal,
    mark,
    seller_blocks,
    vat_blocks,
)
from desk.documents.page import Align, Block, Columns, Document, Gap, Line, Rule, Style, Text
from desk.language import translate
from desk.tax_sides import BasketRead, TaxSide, amount_words, side_of, side_words

KIND = "quote"


@dataclass(frozen=True)
class QuoteFacts:
    """All that a quote says. Times are aware, in the site's zone; amounts in cents."""

    seller: Seller
    number: str
    issued_at: datetime
    valid_until: date
    operator: str
    customer: tuple[str, ...]
    space: str
    starts_at: datetime
    ends_at: datetime
    people: int
    promised: BasketRead
    vat: tuple[VatTotal, ...]
    is_demo: bool = False
    is_training: bool = False


def document(facts: QuoteFacts) -> Document:
    """The quote of these facts."""
    title = translate("QuotePaper", "Devis n° {number}").format(number=facts.number)
    blocks = (
        *seller_blocks(facts.seller),
        *_identity(facts),
        Rule(),
        *_what(facts),
        *_lines(facts.promised),
        Rule(),
        *_totals(facts.promised),
        Gap(),
        *vat_blocks(facts.vat),
        *_agreement(facts),
    )
    return Document(KIND, title, tuple(blocks), mark(facts.is_demo, facts.is_training))


def _identity(facts: QuoteFacts) -> Iterator[Block]:
    yield Rule()
    number = translate("QuotePaper", "n° {number}").format(number=formats.no_break(facts.number))
    yield Columns(translate("QuotePaper", "Devis"), number, Style.TITLE)
    by = translate("QuotePaper", "Fait par {operator}").format(operator=facts.operator) if facts.operator else ""
    yield Columns(formats.day_time(facts.issued_at), by)
    until = translate("QuotePaper", "Valable jusqu’au {day} inclus").format(day=formats.day(facts.valid_until))
    yield Text(until, style=Style.STRONG)
    yield Gap()
    yield Text(translate("QuotePaper", "Pour"), style=Style.SMALL)
    yield Text(facts.customer[0], style=Style.STRONG)
    for line in facts.customer[1:]:
        yield Text(line)


def _what(facts: QuoteFacts) -> Iterator[Block]:
    same_day = facts.starts_at.date() == facts.ends_at.date()
    when = translate("QuotePaper", "{space}, le {day} de {start} à {end}")
    if not same_day:
        when = translate("QuotePaper", "{space}, du {day} à {start} au {last} à {end}")
    yield Text(
        when.format(
            space=facts.space, day=formats.day(facts.starts_at), start=formats.time(facts.starts_at),
            last=formats.day(facts.ends_at), end=formats.time(facts.ends_at),
        ),
        style=Style.STRONG,
    )  # fmt: skip
    if facts.people:
        many = translate("QuotePaper", "{people} personnes").format(people=facts.people)
        yield Text(translate("QuotePaper", "1 personne") if facts.people == 1 else many, style=Style.SMALL)
    yield Gap()


def _lines(promised: BasketRead) -> Iterator[Block]:
    """Each line at the amount that is read first, over its price as it is listed, on the side where it is listed."""
    for read in promised.lines:
        line = read.line
        detail = translate("QuotePaper", "TVA {rate}").format(rate=formats.rate(line.basis_points))
        unit = amount_words(line.unit_cents, side_of(tax_included=line.tax_included))
        total = amount_words(read.cents, promised.side)
        yield Line(line.label, formats.quantity(line.quantity), unit, total, detail)


def _totals(promised: BasketRead) -> Iterator[Block]:
    """The total that is read first, the VAT, the other total."""
    pattern = translate("QuotePaper", "Total {side}")
    amounts = {TaxSide.NET: promised.net_cents, TaxSide.GROSS: promised.gross_cents}
    first, other = (promised.side, *(side for side in TaxSide if side is not promised.side))
    vat = translate("QuotePaper", "TVA") if first is TaxSide.NET else translate("QuotePaper", "dont TVA")
    yield Columns(pattern.format(side=side_words(first)), formats.money(amounts[first]), Style.HUGE)
    yield Columns(vat, formats.money(promised.vat_cents))
    yield Columns(pattern.format(side=side_words(other)), formats.money(amounts[other]), Style.STRONG)


def _agreement(facts: QuoteFacts) -> Iterator[Block]:
    yield Gap()
    held = translate(
        "QuotePaper",
        "La salle n’est pas retenue par ce devis\u00a0: elle l’est au règlement, si elle est encore libre.",
    )
    yield Text(held, style=Style.SMALL)
    yield Gap()
    yield Text(translate("QuotePaper", "Bon pour accord, date et signature\u00a0:"))
    for _ in range(6):
        yield Gap()
    yield Text(facts.number, Align.RIGHT, Style.SMALL)
