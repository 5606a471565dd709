"""What every paper about money shares: who sells, the lines, the totals, the VAT of each rate, the mark across it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from desk import formats
from desk.documents.page import Align, Block, Columns, Line, Style, Table, Text
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


def simulation_word() -> str:
    """The word of what was only practised."""
    return translate("Document", "SIMULATION")


def mark(is_demo: bool, is_training: bool, copy_number: int = 0) -> str:
    """The word printed across a document that is not the plain original, or nothing."""
    words = []
    if is_training:
        words.append(simulation_word())
    if is_demo:
        words.append(translate("Document", "DÉMONSTRATION"))
    if copy_number:
        words.append(translate("Document", "DUPLICATA {number}").format(number=copy_number))
    return " · ".join(words)


def seller_blocks(seller: Seller) -> Iterator[Block]:
    """Who sells, at the head."""
    yield Text(seller.name, Align.CENTER, Style.TITLE)
    for line in (seller.legal_form, *seller.address):
        yield Text(line, Align.CENTER, Style.SMALL)
    siret = translate("Receipt", "SIRET {number}").format(number=formats.no_break(seller.siret))
    yield Text(siret, Align.CENTER, Style.SMALL)
    if seller.vat_number:
        number = formats.no_break(seller.vat_number)
        text = translate("Receipt", "N° TVA {number}").format(number=number)
        yield Text(text, Align.CENTER, Style.SMALL)


def line_blocks(lines: tuple[SoldLine, ...]) -> Iterator[Block]:
    """The lines, each with the side of VAT on which its price stands."""
    for line in lines:
        yield Line(
            line.label,
            formats.quantity(line.quantity),
            formats.money(line.unit_cents),
            formats.money(line.total_cents),
            _price_side(line).format(rate=formats.rate(line.vat_basis_points)),
        )


def _price_side(line: SoldLine) -> str:
    return translate("Receipt", "TTC, TVA {rate}") if line.tax_included else translate("Receipt", "HT, TVA {rate}")


def total_blocks(totals: tuple[VatTotal, ...]) -> Iterator[Block]:
    """The totals without VAT, the VAT, and with it."""
    yield Columns(translate("Receipt", "Total HT"), formats.money(sum(total.base_cents for total in totals)))
    yield Columns(translate("Receipt", "TVA"), formats.money(sum(total.vat_cents for total in totals)))
    total = formats.money(sum(total.total_cents for total in totals))
    yield Columns(translate("Receipt", "Total TTC"), total, Style.HUGE)


def vat_blocks(totals: tuple[VatTotal, ...]) -> Iterator[Block]:
    """The totals of each rate."""
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
        for total in totals
    )
    yield Table(head, rows)
