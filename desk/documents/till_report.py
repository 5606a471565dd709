"""The reading (X) and the report of a closing (Z): what was sold, how it was paid, what the drawer held."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from desk import formats
from desk.documents.bill import Seller, VatTotal, mark, seller_blocks, vat_blocks
from desk.documents.page import Align, Block, Columns, Document, Gap, Rule, Style, Table, Text
from desk.language import translate

KIND = "closing"


@dataclass(frozen=True)
class Paid:
    """What was received by one means, in words, how many times, in cents."""

    label: str
    times: int
    cents: int


@dataclass(frozen=True)
class Moved:
    """Cash that went in or out beside the sales, in cents (below zero: out)."""

    reason: str
    by: str
    cents: int


@dataclass(frozen=True)
class Found:
    """A float that was not what the drawer should have held, in cents, with the reason given and by whom."""

    cents: int
    difference: int
    reason: str
    by: str


@dataclass(frozen=True)
class DrawerFacts:
    """The drawer, in cents. `expected` is None when it must not be told, `counted` when nobody counted."""

    opening: int
    moves: tuple[Moved, ...]
    cash: int
    expected: int | None
    counted: int | None
    difference: int | None
    reason: str
    kept: int
    pieces: tuple[tuple[int, int], ...] = ()
    found: tuple[Found, ...] = ()


@dataclass(frozen=True)
class TillReportFacts:
    """All that a report says; amounts in cents. `number` is empty for a reading, which closes nothing.

    `what` names it ("Clôture du jour"), `days` what it covers, `kinds` are (words, how many); the sales are numbered
    `first_sale` to `last_sale`, `parts` the closings that this one is made of. `clock_after` is the number of the
    closing before it, when the clock of that one was ahead.
    """

    seller: Seller
    what: str
    number: str
    days: str
    issued_at: datetime
    desk: str
    operator: str
    software: str
    first_sale: int
    last_sale: int
    kinds: tuple[tuple[str, int], ...]
    vat: tuple[VatTotal, ...]
    payments: tuple[Paid, ...]
    total: int
    absolute: int
    perpetual: int
    perpetual_absolute: int
    drawer: DrawerFacts | None
    parts: tuple[int, int] | None = None
    is_overdue: bool = False
    clock_after: str = ""
    short_signature: str = ""
    copy_number: int = 0
    is_demo: bool = False
    is_training: bool = False


def document(facts: TillReportFacts) -> Document:
    """The report of these facts, for the roll, for A4 and for the screen."""
    title = facts.what
    if facts.number:
        title = translate("TillReport", "{what} n° {number}").format(what=facts.what, number=facts.number)
    blocks = (
        *seller_blocks(facts.seller),
        *_identity(facts),
        *_sales(facts),
        *_payments(facts),
        *(_drawer(facts.drawer) if facts.drawer else ()),
        *_perpetual(facts),
    )
    return Document(KIND, title, tuple(blocks), mark(facts.is_demo, facts.is_training, facts.copy_number))


def _identity(facts: TillReportFacts) -> Iterator[Block]:
    yield Rule()
    number = formats.no_break(facts.number)
    yield Columns(
        facts.what, translate("TillReport", "n° {number}").format(number=number) if number else "", Style.TITLE
    )
    yield Text(facts.days, style=Style.STRONG)
    made = translate("TillReport", "Fait le {when} par {operator}")
    if not facts.operator:
        made = translate("TillReport", "Fait le {when}")
    yield Text(made.format(when=formats.day_time(facts.issued_at), operator=facts.operator))
    yield Text(translate("TillReport", "Poste {desk}").format(desk=facts.desk), style=Style.SMALL)
    if facts.is_overdue:
        yield Text(translate("TillReport", "Clôture oubliée, faite à l’ouverture suivante."), style=Style.STRONG)
    if facts.clock_after:
        words = translate(
            "TillReport", "Suit la clôture {number} par le numéro\u00a0: l’horloge de celle-là était en avance."
        )
        yield Text(words.format(number=formats.no_break(facts.clock_after)), style=Style.STRONG)
    if facts.parts is not None:
        words = translate("TillReport", "Réunit les clôtures n° {first} à {last}.")
        yield Text(words.format(first=facts.parts[0], last=facts.parts[1]), style=Style.SMALL)


def _sales(facts: TillReportFacts) -> Iterator[Block]:
    yield Rule()
    if facts.last_sale < facts.first_sale:
        yield Text(translate("TillReport", "Aucune vente."))
    else:
        words = translate("TillReport", "Ventes n° {first} à {last}")
        count = str(facts.last_sale - facts.first_sale + 1)
        yield Columns(words.format(first=facts.first_sale, last=facts.last_sale), count)
        for label, number in facts.kinds if len(facts.kinds) > 1 else ():
            yield Columns(label, str(number), Style.SMALL)
    yield Columns(translate("TillReport", "Total TTC"), formats.money(facts.total), Style.HUGE)
    if facts.vat:
        yield from vat_blocks(facts.vat)


def _payments(facts: TillReportFacts) -> Iterator[Block]:
    if not facts.payments:
        return
    yield Gap()
    head = (
        translate("TillReport", "Paiements"), translate("TillReport", "Nombre"), translate("TillReport", "Montant"),
    )  # fmt: skip
    yield Table(head, tuple((paid.label, str(paid.times), formats.money(paid.cents)) for paid in facts.payments))


def _drawer(drawer: DrawerFacts) -> Iterator[Block]:
    yield Rule()
    yield Text(translate("TillReport", "Tiroir-caisse"), style=Style.STRONG)
    yield Columns(translate("TillReport", "Fond à l’ouverture"), formats.money(drawer.opening))
    for found in drawer.found:
        difference = translate("TillReport", "Écart au comptage du fond")
        yield Columns(difference, formats.money(found.difference), Style.STRONG)
        words = translate("TillReport", "Compté {cents} par {by}\u00a0: {reason}")
        words = words.format(cents=formats.money(found.cents), by=found.by, reason=found.reason)
        yield Text(words, style=Style.SMALL)
    for moved in drawer.moves:
        words = translate("TillReport", "{reason} ({by})").format(reason=moved.reason, by=moved.by)
        yield Columns(words, formats.money(moved.cents))
    yield Columns(translate("TillReport", "Espèces des ventes"), formats.money(drawer.cash))
    if drawer.expected is not None:
        yield Columns(translate("TillReport", "Attendu"), formats.money(drawer.expected), Style.STRONG)
    if drawer.counted is None:
        if drawer.expected is not None:
            yield Text(translate("TillReport", "Tiroir non compté."), style=Style.SMALL)
        return
    yield Columns(translate("TillReport", "Compté"), formats.money(drawer.counted), Style.STRONG)
    yield Columns(translate("TillReport", "Écart"), formats.money(drawer.difference or 0), Style.STRONG)
    if drawer.reason:
        yield Text(translate("TillReport", "Motif de l’écart\u00a0: {reason}").format(reason=drawer.reason))
    yield Columns(translate("TillReport", "Laissé dans le tiroir"), formats.money(drawer.kept))
    yield Columns(translate("TillReport", "Retiré du tiroir"), formats.money(drawer.counted - drawer.kept))
    if drawer.pieces:
        head = (
            translate("TillReport", "Pièce ou billet"), translate("TillReport", "Nombre"),
            translate("TillReport", "Montant"),
        )  # fmt: skip
        rows = tuple(
            (formats.money(value), str(number), formats.money(value * number)) for value, number in drawer.pieces
        )
        yield Table(head, rows)


def _perpetual(facts: TillReportFacts) -> Iterator[Block]:
    yield Rule()
    yield Columns(translate("TillReport", "Total sans les signes"), formats.money(facts.absolute))
    yield Columns(translate("TillReport", "Total perpétuel"), formats.money(facts.perpetual))
    absolute = formats.money(facts.perpetual_absolute)
    yield Columns(translate("TillReport", "Total perpétuel sans les signes"), absolute)
    yield Gap()
    if facts.short_signature:
        seal = formats.no_break(facts.short_signature)
        yield Text(translate("TillReport", "Signature {seal}").format(seal=seal), Align.CENTER, Style.SMALL)
    else:
        yield Text(translate("TillReport", "Lecture\u00a0: rien n’est clôturé."), Align.CENTER, Style.SMALL)
    yield Text(facts.software, Align.CENTER, Style.SMALL)
