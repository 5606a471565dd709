"""In which form a document goes to a kind of printer: PDF in a folder, ESC/POS on a wire."""

from __future__ import annotations

from desk.documents.page import Document
from desk.printing.profiles import PrinterProfile
from desk.printing.states import DRAWER

_ON_A4 = frozenset({"roll_call", "quote", "invoice", "reminder"})
_CARDS = frozenset({"member_card", "card_sheet"})


def rendered(document: Document, kind: str, profile: PrinterProfile, kick_drawer: bool = False) -> bytes:
    """The bytes of `document` for a printer of this `kind` ("network", "device" or "files").

    A folder gets a PDF, A4 for what one signs or works on with a pen, cards in their own size, the roll for the rest; a
    drawer opens only on a wire.
    """
    if kind != "files":
        from desk.documents import escpos_bytes

        if document.kind == DRAWER:
            return escpos_bytes.drawer_pulse(profile)
        return escpos_bytes.render(document, profile, kick_drawer)
    if document.kind in _ON_A4:
        from desk.documents import a4_pdf

        return a4_pdf.render(document)
    if document.kind in _CARDS:
        from desk.documents import card_sheet

        return card_sheet.render(document)
    from desk.documents import roll_pdf

    return roll_pdf.render(document)
