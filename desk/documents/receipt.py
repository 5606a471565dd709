"""The receipt, which is also the note of a service: every mention of FISCAL.md §2, printed on request only."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime

from desk import formats
from desk.documents.bill import (
    Seller,
    SoldLine,
    VatTotal,
    line_blocks,
    mark,
    seller_blocks,
    total_blocks,
    vat_blocks,
)
from desk.documents.page import Align, Block, Columns, Document, Gap, QrCode, Rule, Style, Text
from desk.language import translate

__all__ = ["Payment", "ReceiptFacts", "Seller", "SoldLine", "VatTotal", "document", "mark"]


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
    for the `reason` given, with `is_partial` when some of it stands; `copy_number` is 0 for the original, n for the
    n-th duplicate; `code` is what a scanner reads to find the sale again (`desk.receipt_codes`), empty for none.
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
    is_partial: bool = False
    copy_number: int = 0
    is_demo: bool = False
    is_training: bool = False
    code: str = ""


def document(facts: ReceiptFacts) -> Document:
    """The receipt of these facts."""
    what = _what(facts)
    title = translate("Receipt", "{what} n° {number}").format(what=what, number=facts.number)
    blocks = (
        *seller_blocks(facts.seller),
        *_identity(facts, what),
        Rule(),
        *_supplied(facts),
        *line_blocks(facts.lines),
        Rule(),
        *total_blocks(facts.vat),
        *_payments(facts),
        Rule(),
        *vat_blocks(facts.vat),
        *_foot(facts),
    )
    return Document("receipt", title, tuple(blocks), mark(facts.is_demo, facts.is_training, facts.copy_number))


def _what(facts: ReceiptFacts) -> str:
    """What it is: a receipt, or what reverses one, whole or in part."""
    if facts.corrects:
        return translate("Receipt", "Correction") if facts.is_partial else translate("Receipt", "Annulation")
    return translate("Receipt", "Reçu")


def _identity(facts: ReceiptFacts, what: str) -> Iterator[Block]:
    yield Rule()
    yield Columns(what, translate("Receipt", "n° {number}").format(number=formats.no_break(facts.number)), Style.TITLE)
    yield Text(formats.day_time(facts.issued_at))
    served = translate("Receipt", "Servi par {operator}").format(operator=facts.operator)
    yield Columns(served, translate("Receipt", "poste {desk}").format(desk=facts.desk))
    if facts.corrects:
        words = translate("Receipt", "Annule le reçu n° {number}")
        if facts.is_partial:
            words = translate("Receipt", "Reprend une partie du reçu n° {number}")
        yield Text(words.format(number=formats.no_break(facts.corrects)), style=Style.STRONG)
        if facts.reason:
            yield Text(translate("Receipt", "Motif\u00a0: {reason}").format(reason=facts.reason))
    if facts.customer:
        yield Gap()
        yield Text(translate("Receipt", "Client"), style=Style.SMALL)
        yield Text(facts.customer[0], style=Style.STRONG)
        for line in facts.customer[1:]:
            yield Text(line)


def _supplied(facts: ReceiptFacts) -> Iterator[Block]:
    supplied = translate("Receipt", "Prestation du {day}, {place}")
    yield Text(supplied.format(day=formats.day(facts.supplied_on), place=facts.place), style=Style.SMALL)
    yield Gap()


def _payments(facts: ReceiptFacts) -> Iterator[Block]:
    yield Gap()
    for payment in facts.payments:
        words = translate("Receipt", "Rendu\u00a0: {mode}") if facts.corrects else "{mode}"
        yield Columns(words.format(mode=payment.label), formats.money(payment.cents), Style.STRONG)
    if facts.cash_tendered_cents:
        yield Columns(translate("Receipt", "Espèces reçues"), formats.money(facts.cash_tendered_cents))
        yield Columns(translate("Receipt", "Monnaie rendue"), formats.money(facts.change_cents))


def _foot(facts: ReceiptFacts) -> Iterator[Block]:
    yield Gap()
    if facts.code:
        yield QrCode(facts.code, translate("Receipt", "Pour une facture ou une correction\u00a0: ce code."))
    signature = translate("Receipt", "Signature {signature}").format(signature=formats.no_break(facts.short_signature))
    yield Text(signature, Align.CENTER, Style.SMALL)
    yield Text(facts.software, Align.CENTER, Style.SMALL)
