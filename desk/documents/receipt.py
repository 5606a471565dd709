"""The receipt, which is also the note of a service: every mention of FISCAL.md §2, printed on request only."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal

from desk import formats
from desk.documents.page import Align, Block, Columns, Document, Gap, Line, Rule, Style, Table, Text
from desk.language import translate


@dataclass(frozen=True)
class Seller:
    """Who sells: the identity that the law wants on every note."""

    name: str
    legal_form: str
    address: tuple[str, ...]
    siret: str
    vat_number: str = ""


@dataclass(frozen=True)
class SoldLine:
    """One thing sold; prices in cents, the rate in basis points. Amounts are negative on a reverse.

    `tax_included` says on which side of VAT the prices stand: passes are priced TTC, rooms HT.
    """

    label: str
    quantity: int | Decimal
    unit_cents: int
    vat_basis_points: int
    total_cents: int
    tax_included: bool = True


@dataclass(frozen=True)
class VatTotal:
    """The totals of one rate, in cents; `base` is without VAT, `total` with it."""

    basis_points: int
    base_cents: int
    vat_cents: int
    total_cents: int


@dataclass(frozen=True)
class Payment:
    """What was paid by one means, named by its words ("Carte"), in cents."""

    label: str
    cents: int


@dataclass(frozen=True)
class ReceiptFacts:
    """All that a receipt says. Times are aware, in the site's zone; amounts in cents, VAT included unless said.

    `cash_tendered_cents` and `change_cents` are both zero when nothing was handed over in cash; `supplied_on` and
    `place` are the date and place of the service; `corrects` is the number of the receipt that this one reverses,
    for the `reason` given; `copy_number` is 0 for the original, n for the n-th duplicate.
    """

    seller: Seller
    number: str
    issued_at: datetime
    desk: str
    operator: str
    software: str
    supplied_on: date
    place: str
    lines: tuple[SoldLine, ...]
    vat: tuple[VatTotal, ...]
    payments: tuple[Payment, ...]
    short_signature: str
    customer: tuple[str, ...] = ()
    cash_tendered_cents: int = 0
    change_cents: int = 0
    corrects: str = ""
    reason: str = ""
    copy_number: int = 0
    is_demo: bool = False
    is_training: bool = False


def document(facts: ReceiptFacts) -> Document:
    """The receipt of these facts."""
    what = translate("Receipt", "Annulation") if facts.corrects else translate("Receipt", "Reçu")
    title = translate("Receipt", "{what} n° {number}").format(what=what, number=facts.number)
    blocks = (
        *_seller(facts.seller),
        *_identity(facts, what),
        Rule(),
        *_sold(facts),
        Rule(),
        *_totals(facts),
        *_payments(facts),
        Rule(),
        *_vat(facts),
        *_foot(facts),
    )
    return Document("receipt", title, tuple(blocks), mark(facts.is_demo, facts.is_training, facts.copy_number))


def mark(is_demo: bool, is_training: bool, copy_number: int = 0) -> str:
    """The word printed across a document that is not the plain original, or nothing."""
    words = []
    if is_training:
        words.append(translate("Document", "SIMULATION"))
    if is_demo:
        words.append(translate("Document", "DÉMONSTRATION"))
    if copy_number:
        words.append(translate("Document", "DUPLICATA {number}").format(number=copy_number))
    return " · ".join(words)


def _seller(seller: Seller) -> Iterator[Block]:
    yield Text(seller.name, Align.CENTER, Style.TITLE)
    for line in (seller.legal_form, *seller.address):
        yield Text(line, Align.CENTER, Style.SMALL)
    siret = translate("Receipt", "SIRET {number}").format(number=_no_break(seller.siret))
    yield Text(siret, Align.CENTER, Style.SMALL)
    if seller.vat_number:
        number = _no_break(seller.vat_number)
        text = translate("Receipt", "N° TVA {number}").format(number=number)
        yield Text(text, Align.CENTER, Style.SMALL)


def _identity(facts: ReceiptFacts, what: str) -> Iterator[Block]:
    yield Rule()
    yield Columns(what, translate("Receipt", "n° {number}").format(number=_no_break(facts.number)), Style.TITLE)
    yield Text(formats.day_time(facts.issued_at))
    served = translate("Receipt", "Servi par {operator}").format(operator=facts.operator)
    yield Columns(served, translate("Receipt", "poste {desk}").format(desk=facts.desk))
    if facts.corrects:
        yield Text(translate("Receipt", "Annule le reçu n° {number}").format(number=facts.corrects), style=Style.STRONG)
        if facts.reason:
            yield Text(translate("Receipt", "Motif\u00a0: {reason}").format(reason=facts.reason))
    if facts.customer:
        yield Gap()
        yield Text(translate("Receipt", "Client"), style=Style.SMALL)
        yield Text(facts.customer[0], style=Style.STRONG)
        for line in facts.customer[1:]:
            yield Text(line)


def _sold(facts: ReceiptFacts) -> Iterator[Block]:
    supplied = translate("Receipt", "Prestation du {day}, {place}")
    yield Text(supplied.format(day=formats.day(facts.supplied_on), place=facts.place), style=Style.SMALL)
    yield Gap()
    for line in facts.lines:
        yield Line(
            line.label,
            formats.quantity(line.quantity),
            formats.money(line.unit_cents),
            formats.money(line.total_cents),
            _price_side(line).format(rate=formats.rate(line.vat_basis_points)),
        )


def _price_side(line: SoldLine) -> str:
    return translate("Receipt", "TTC, TVA {rate}") if line.tax_included else translate("Receipt", "HT, TVA {rate}")


def _totals(facts: ReceiptFacts) -> Iterator[Block]:
    yield Columns(translate("Receipt", "Total HT"), formats.money(sum(total.base_cents for total in facts.vat)))
    yield Columns(translate("Receipt", "TVA"), formats.money(sum(total.vat_cents for total in facts.vat)))
    total = formats.money(sum(total.total_cents for total in facts.vat))
    yield Columns(translate("Receipt", "Total TTC"), total, Style.HUGE)


def _payments(facts: ReceiptFacts) -> Iterator[Block]:
    yield Gap()
    for payment in facts.payments:
        yield Columns(payment.label, formats.money(payment.cents), Style.STRONG)
    if facts.cash_tendered_cents:
        yield Columns(translate("Receipt", "Espèces reçues"), formats.money(facts.cash_tendered_cents))
        yield Columns(translate("Receipt", "Monnaie rendue"), formats.money(facts.change_cents))


def _vat(facts: ReceiptFacts) -> Iterator[Block]:
    head = (
        translate("Receipt", "Taux"),
        translate("Receipt", "HT"),
        translate("Receipt", "TVA"),
        translate("Receipt", "TTC"),
    )
    rows = tuple(
        (
            formats.rate(total.basis_points),
            formats.money(total.base_cents),
            formats.money(total.vat_cents),
            formats.money(total.total_cents),
        )
        for total in facts.vat
    )
    yield Table(head, rows)


def _foot(facts: ReceiptFacts) -> Iterator[Block]:
    yield Gap()
    signature = translate("Receipt", "Signature {signature}").format(signature=_no_break(facts.short_signature))
    yield Text(signature, Align.CENTER, Style.SMALL)
    yield Text(facts.software, Align.CENTER, Style.SMALL)


def _no_break(text: str) -> str:
    return text.replace(" ", formats.NO_BREAK)
