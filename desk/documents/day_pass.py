"""The day pass: large, friendly, and scanned on the way in and out all day."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from desk import formats
from desk.documents.page import Align, Block, Columns, Document, Gap, QrCode, Rule, Style, Text
from desk.documents.receipt import mark
from desk.language import translate


@dataclass(frozen=True)
class PassFacts:
    """All that a pass says.

    `what` is its name in words ("Pass journée"); `valid_from` and `valid_until` are aware, in the site's zone, on the
    same day; `code` is what the scanner reads; `note` is a word of the house (the Wi-Fi, the coffee).
    """

    house: str
    number: str
    what: str
    valid_from: datetime
    valid_until: datetime
    code: str
    guest: str = ""
    note: str = ""
    copy_number: int = 0
    is_demo: bool = False
    is_training: bool = False


def document(facts: PassFacts) -> Document:
    """The pass of these facts."""
    title = translate("DayPass", "{what} n° {number}").format(what=facts.what, number=facts.number)
    blocks = tuple(_blocks(facts))
    return Document("day_pass", title, blocks, mark(facts.is_demo, facts.is_training, facts.copy_number))


def _blocks(facts: PassFacts) -> Iterator[Block]:
    yield Text(facts.house, Align.CENTER, Style.STRONG)
    yield Gap()
    yield Text(facts.what, Align.CENTER, Style.HUGE)
    yield Text(formats.day(facts.valid_from), Align.CENTER, Style.TITLE)
    hours = translate("DayPass", "de {start} à {end}")
    start, end = formats.time(facts.valid_from), formats.time(facts.valid_until)
    yield Text(hours.format(start=start, end=end), Align.CENTER, Style.STRONG)
    if facts.guest:
        yield Gap()
        yield Text(facts.guest, Align.CENTER, Style.TITLE)
    yield QrCode(facts.code, facts.code)
    yield Gap()
    welcome = translate("DayPass", "Présentez ce code à l’accueil, en arrivant comme en repartant.")
    yield Text(welcome, Align.CENTER)
    if facts.note:
        yield Gap()
        yield Text(facts.note, Align.CENTER, Style.STRONG)
    yield Rule()
    yield Columns(translate("DayPass", "Pass n°"), facts.number, Style.SMALL)
