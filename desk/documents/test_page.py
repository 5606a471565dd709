"""The test page of a printer: what a person must see on it is written beside each thing."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from desk import calibration, formats
from desk.documents.bill import mark
from desk.documents.page import Align, Block, Columns, Document, Gap, QrCode, Rule, Style, Text
from desk.language import translate

KIND = "test_page"
LETTERS = "àâäæçéèêëîïôöœùûüÿ ÀÂÄÆÇÉÈÊËÎÏÔÖŒÙÛÜŸ"
SIGNS = "12,50\u00a0€ « » ’ – ° × ½ § @ & %"


@dataclass(frozen=True)
class TestPageFacts:
    """What the page says of the printer: `paper` in words; `columns` for a ruler, 0 where characters have no cells."""

    __test__ = False  # no test of pytest's

    printer: str
    paper: str
    code_page: str
    columns: int
    printed_at: datetime
    is_wired: bool
    is_demo: bool = False
    is_training: bool = False


def document(facts: TestPageFacts) -> Document:
    """The page; with characters that the printer has, its letters are those of the line that names them."""
    title = translate("TestPage", "Page de test\u00a0: {printer}").format(printer=facts.printer)
    return Document(KIND, title, tuple(_blocks(facts)), mark(facts.is_demo, facts.is_training))


def _blocks(facts: TestPageFacts) -> Iterator[Block]:
    yield Text(translate("TestPage", "Page de test"), Align.CENTER, Style.HUGE)
    yield Text(facts.printer, Align.CENTER, Style.STRONG)
    yield Text(formats.day_time(facts.printed_at), Align.CENTER)
    paper = facts.paper
    if facts.is_wired:
        paper = translate("TestPage", "{paper}, {code_page}").format(paper=paper, code_page=facts.code_page)
    yield Text(paper, Align.CENTER, Style.SMALL)
    yield Rule()
    yield from _letters()
    yield from _width(facts.columns)
    yield from _weights()
    yield from _code()
    yield Rule()
    if facts.is_wired:
        yield Text(translate("TestPage", "Le papier doit être coupé sous cette ligne."), Align.CENTER)
    else:
        yield Text(translate("TestPage", "Fin de la page de test."), Align.CENTER)


def _letters() -> Iterator[Block]:
    yield Text(translate("TestPage", "Lettres, chacune avec son accent"), style=Style.STRONG)
    yield Text(LETTERS)
    yield Text(SIGNS)
    yield Text(
        translate("TestPage", "S’il manque l’accent ou l’euro, changez de jeu de caractères."), style=Style.SMALL
    )
    yield Gap()


def _width(columns: int) -> Iterator[Block]:
    yield Text(translate("TestPage", "Largeur"), style=Style.STRONG)
    if columns:
        # In groups of ten, up to the last column: a ruler on two lines tells that the paper is narrower.
        yield Text("".join(str(column // 10 % 10) if column % 10 == 0 else "." for column in range(1, columns + 1)))
        yield Text("".join(str(column % 10) for column in range(1, columns + 1)))
        note = translate("TestPage", "{columns} colonnes, sur une seule ligne, d’un bord à l’autre.")
        yield Text(note.format(columns=columns), style=Style.SMALL)
    else:
        yield Rule()
        yield Columns(translate("TestPage", "bord gauche"), translate("TestPage", "bord droit"))
    yield Gap()


def _weights() -> Iterator[Block]:
    yield Columns(translate("TestPage", "Ordinaire"), formats.money(123_456))
    yield Columns(translate("TestPage", "Petit"), formats.money(123_456), Style.SMALL)
    yield Columns(translate("TestPage", "Gras"), formats.money(123_456), Style.STRONG)
    yield Columns(translate("TestPage", "Haut"), formats.money(123_456), Style.TITLE)
    yield Columns(translate("TestPage", "Grand"), formats.money(123_456), Style.HUGE)
    yield Gap()


def _code() -> Iterator[Block]:
    yield Text(translate("TestPage", "Code à scanner\u00a0: F12, puis ce code"), style=Style.STRONG)
    yield QrCode(calibration.PAYLOAD, translate("TestPage", "carré, net, entouré de blanc"))
