"""A document as ESC/POS bytes for a thermal printer.

python-escpos makes the commands; the layout and the spelling are ours, because it drops what it cannot encode without
a word and never announces a code page it was forced to (FIELD.md). It takes 450 ms to import: only when printing.
"""

from __future__ import annotations

from functools import lru_cache, partial
from typing import TYPE_CHECKING

from desk.documents import qr
from desk.documents.characters import readable
from desk.documents.grid import Grid, Row
from desk.documents.page import Document, QrCode, Style
from desk.printing.profiles import PrinterProfile

if TYPE_CHECKING:
    from escpos.printer import Dummy

_DRAWER_PIN = 2
_TEAR_LINES = 5

_SIZES = {  # width and height in characters, bold
    Style.NORMAL: (1, 1, False),
    Style.SMALL: (1, 1, False),
    Style.STRONG: (1, 1, True),
    Style.TITLE: (1, 2, True),
    Style.HUGE: (2, 2, True),
}


def render(document: Document, profile: PrinterProfile, kick_drawer: bool = False) -> bytes:
    """The bytes that print `document`, opening the cash drawer first if asked."""
    printer = _printer(profile)
    if kick_drawer:
        printer.cashdraw(_DRAWER_PIN)
    for row in _grid(profile, printer).lay_out(document):
        if isinstance(row, QrCode):
            printer._raw(raster(row.payload, profile.dots))
        else:
            _print(printer, row, profile)
    if profile.cuts:
        printer.cut(mode="PART")
    else:
        printer.ln(_TEAR_LINES)
    return bytes(printer.output)


def drawer_pulse(profile: PrinterProfile) -> bytes:
    """The bytes that open the cash drawer and print nothing: a sale is paid in cash and no ticket is wanted."""
    printer = _printer(profile)
    printer.cashdraw(_DRAWER_PIN)
    return bytes(printer.output)


def raster(payload: str, dots: int) -> bytes:
    """A code to scan as a picture (GS v 0) centred by its own white margin.

    A picture, because a printer that draws codes itself chooses their version and forgets the quiet zone; its own
    margin, because many printers do not centre pictures. With three dots a module or more the byte 0x10 cannot
    occur in it: some printers obey real-time commands (DLE) even inside a picture.
    """
    code = qr.modules(payload)
    scale = qr.dots_per_module(len(code), dots)
    side = (len(code) + 2 * qr.QUIET) * scale
    left = (dots - side) // 2 + qr.QUIET * scale
    width = (left + (len(code) + qr.QUIET) * scale + 7) // 8
    blank = bytes(width)
    lines = [blank] * (qr.QUIET * scale)
    for row in code:
        bits = 0
        for start, count in qr.runs(row):
            begin = left + start * scale
            bits |= ((1 << count * scale) - 1) << (width * 8 - begin - count * scale)
        lines += [bits.to_bytes(width, "big")] * scale
    lines += [blank] * (qr.QUIET * scale)
    return b"\x1dv0\x00" + width.to_bytes(2, "little") + len(lines).to_bytes(2, "little") + b"".join(lines)


def _printer(profile: PrinterProfile) -> Dummy:
    """A tape that records commands, initialised, with its code page really selected (ESC t)."""
    from escpos.printer import Dummy

    printer = Dummy()
    printer.hw("INIT")
    printer.charcode(profile.code_page)
    printer.set_with_default(custom_size=True)
    return printer


def _grid(profile: PrinterProfile, printer: Dummy) -> Grid:
    encoder, page = printer.magic.encoder, profile.code_page
    # The encoder itself is asked: what it says it knows is what it will not drop.
    spell = partial(readable, knows=partial(encoder.can_encode, page), paper=page)
    return Grid(_widths(profile), spell, rule="─" if encoder.can_encode(page, "─") else "-")


@lru_cache(maxsize=16)
def _widths(profile: PrinterProfile) -> dict[Style, int]:
    widths = {style: profile.columns // width for style, (width, _, _) in _SIZES.items()}
    widths[Style.SMALL] = profile.small_columns or profile.columns
    return widths


def _print(printer: Dummy, row: Row, profile: PrinterProfile) -> None:
    width, height, bold = _SIZES[row.style]
    font = "b" if row.style is Style.SMALL and profile.small_columns else "a"
    printer.set(align=row.align.value, font=font, bold=bold, custom_size=True, width=width, height=height)
    printer.textln(row.text)
