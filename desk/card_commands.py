"""The commands that make cards: one for a telephone or to be cut out, or sheets of them."""

from __future__ import annotations

import argparse
import sys
from typing import TYPE_CHECKING

from desk import codes
from desk.commands import OK, CommandRefused, opened
from desk.errors import Refused
from desk.language import translate
from desk.workbooks import write_bytes

if TYPE_CHECKING:
    from desk.cards import CardsFound


def card(arguments: argparse.Namespace) -> int:
    """The card in force of one member: written where asked, else its code on standard output."""
    from desk.documents import card_picture, card_sheet, member_card

    found = _found(arguments, (arguments.number,))
    if not found.cards:
        sentence = translate("Cli", "{name} n’a pas de carte en service.")
        raise CommandRefused(Refused("no_card", sentence.format(name=found.without[0])))
    facts = found.cards[0]
    document = member_card.document((facts,))
    if arguments.png is not None:
        write_bytes(arguments.png, card_picture.render(member_card.cards_of(document)[0]))
    if arguments.pdf is not None:
        write_bytes(arguments.pdf, card_sheet.one(document))
    if arguments.png is None and arguments.pdf is None:
        print(f"{facts.number}  {facts.name}  {codes.grouped(facts.code)}")
    return OK


def cards(arguments: argparse.Namespace) -> int:
    """The cards in force of a selection, or of everyone who has one, on A4 sheets."""
    from desk.documents import card_sheet, member_card

    found = _found(arguments, arguments.numbers)
    if not found.cards:
        raise CommandRefused(Refused("no_card", translate("Cli", "Il n’y a aucune carte en service à dessiner.")))
    write_bytes(arguments.pdf, card_sheet.sheet(member_card.document(found.cards)))
    pages = -(-len(found.cards) // (card_sheet.COLUMNS * card_sheet.ROWS))
    sentence = translate("Cli", "Cartes\u00a0: {count}, feuilles A4\u00a0: {pages}, dans {file}.")
    print(sentence.format(count=len(found.cards), pages=pages, file=arguments.pdf))
    if found.without and arguments.numbers is not None:
        sentence = translate("Cli", "Sans carte en service\u00a0: {names}.")
        print(sentence.format(names=", ".join(found.without)), file=sys.stderr)
    return OK


def calibration(arguments: argparse.Namespace) -> int:
    """The card that proves a scanner; it needs no database."""
    from desk.documents import a4_pdf, calibration_card

    write_bytes(arguments.pdf, a4_pdf.render(calibration_card.document()))
    print(translate("Cli", "Carte de réglage écrite\u00a0: {path}.").format(path=arguments.pdf))
    return OK


def _found(arguments: argparse.Namespace, numbers: tuple[int, ...] | None) -> CardsFound:
    with opened(arguments) as desk:
        found = desk.cards.find(numbers)
    if isinstance(found, Refused):
        raise CommandRefused(found)
    return found
