"""The card of a member as a document: whose it is, and the code that opens the door.

One card or many are the same document, card after card, so that the print queue can carry a whole selection. A
thermal printer lays it out as a strip; `card_sheet` draws it in the size of a bank card.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from desk import codes
from desk.documents.page import Align, Block, Document, QrCode, Rule, Style, Text
from desk.documents.receipt import mark
from desk.language import translate

ONE, SHEET = "member_card", "card_sheet"


@dataclass(frozen=True)
class CardFacts:
    """All that a card says; `code` is what the scanner reads."""

    house: str
    name: str
    number: int
    code: str
    is_demo: bool = False
    is_training: bool = False

    @property
    def numbered(self) -> str:
        """The number as it is printed."""
        return translate("MemberCard", "Membre n° {number}").format(number=self.number)


@dataclass(frozen=True)
class PrintedCard:
    """A card as it was put in the queue: its texts are already in the language of that moment."""

    house: str
    name: str
    numbered: str
    code: str
    mark: str = ""


def document(cards: Sequence[CardFacts]) -> Document:
    """The document of one card or of several; raises ValueError for none."""
    if not cards:
        raise ValueError("a document of cards holds at least one")
    if len(cards) == 1:
        title = translate("MemberCard", "Carte de {name}").format(name=cards[0].name)
    else:
        title = translate("MemberCard", "{count} cartes de membres").format(count=len(cards))
    blocks: list[Block] = []
    for card in cards:
        blocks += [Rule()] if blocks else []
        blocks += [
            Text(card.house, Align.CENTER, Style.STRONG),
            Text(card.name, Align.CENTER, Style.HUGE),
            Text(card.numbered, Align.CENTER, Style.TITLE),
            QrCode(card.code, codes.grouped(card.code)),
        ]
    word = mark(any(c.is_demo for c in cards), any(c.is_training for c in cards))
    return Document(ONE if len(cards) == 1 else SHEET, title, tuple(blocks), word)


def cards_of(document: Document) -> tuple[PrintedCard, ...]:
    """The cards that `document` wrote: what each style says is fixed above. Raises ValueError for another document."""
    if document.kind not in (ONE, SHEET):
        raise ValueError(f"{document.kind} is no document of cards")
    return tuple(_cards(document))


def _cards(document: Document) -> Iterator[PrintedCard]:
    words: dict[Style, str] = {}
    for block in document.blocks:
        if isinstance(block, Text):
            words[block.style] = block.text
        elif isinstance(block, QrCode):
            yield PrintedCard(words[Style.STRONG], words[Style.HUGE], words[Style.TITLE], block.payload, document.mark)
            words.clear()
