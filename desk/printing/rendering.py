"""In which form a document goes to a kind of printer: PDF in a folder or to the system, ESC/POS on a wire."""

from __future__ import annotations

from desk.documents.page import Document
from desk.printing.profiles import PrinterProfile
from desk.printing.states import DRAWER, PrinterKind, Purpose

_ON_A4 = frozenset({"roll_call", "quote", "invoice", "reminder"})
_CARDS = frozenset({"member_card", "card_sheet"})
ROLL_CALL = "roll_call"

WIRED = frozenset({PrinterKind.NETWORK, PrinterKind.DEVICE, PrinterKind.SERIAL})
"""The kinds that speak ESC/POS: they answer, cut, and open a drawer."""

FISCAL = frozenset({"receipt", "invoice", "credit_note", "closing"})
"""Papers that may not be given up without saying why."""


def purpose_of(kind: str) -> Purpose:
    """Which printer a document of this `kind` is for."""
    if kind == DRAWER:
        return Purpose.DRAWER
    if kind == ROLL_CALL:
        return Purpose.ROLL_CALL
    if kind in _CARDS:
        return Purpose.CARDS
    return Purpose.SHEETS if kind in _ON_A4 else Purpose.RECEIPTS


def rendered(
    document: Document, kind: str, profile: PrinterProfile, kick_drawer: bool = False, again: bool = False
) -> bytes:
    """The bytes of `document` for a printer of this `kind` (see `ports.KINDS`).

    On a wire, ESC/POS; `again` when a piece of it may have come out before. Elsewhere a PDF, A4 for what one signs or
    works on with a pen and for all on a printer of sheets, cards in their own size, the roll for the rest. A drawer
    opens only on a wire.
    """
    if kind in WIRED:
        from desk.documents import escpos_bytes

        if document.kind == DRAWER:
            return escpos_bytes.drawer_pulse(profile)
        return escpos_bytes.render(document, profile, kick_drawer, again)
    if document.kind in _CARDS:
        from desk.documents import card_sheet

        return card_sheet.render(document)
    if document.kind in _ON_A4 or profile.is_sheet:
        from desk.documents import a4_pdf

        return a4_pdf.render(document)
    from desk.documents import roll_pdf

    return roll_pdf.render(document)
