"""A document as ESC/POS bytes for a thermal printer.

python-escpos makes the commands; the layout and the spelling are ours, because it drops what it cannot encode without
a word and never announces a code page it was forced to (FIELD.md). It takes 450 ms to import: only when printing.
"""

from __future__ import annotations

from functools import lru_cache, partial
from typing import TYPE_CHECKING

from desk.documents import qr
from desk.documents.characters import readable
from desk.documents.escpos_commands import RASTER, SELECT_PAGE
from desk.documents.grid import Grid, Laid, Row
from desk.documents.page import Align, Document, QrCode, Rule, Style, Text
from desk.language import translate
from desk.printing.profiles import PrinterProfile

if TYPE_CHECKING:
    from escpos.printer import Dummy

_DRAWER_PIN = 2
_TEAR_LINES = 5
_ENDING_ROWS = 4
"""The rows that leave last, with the cut: more of them than stand between the printing head and the blade would still
be inside when the line is cut, and on a receipt the signature is among them."""

_SIZES = {  # width and height in characters, bold
    Style.NORMAL: (1, 1, False),
    Style.SMALL: (1, 1, False),
    Style.STRONG: (1, 1, True),
    Style.TITLE: (1, 2, True),
    Style.HUGE: (2, 2, True),
}


def render(document: Document, profile: PrinterProfile, kick_drawer: bool = False, again: bool = False) -> bytes:
    """The bytes that print `document`, opening the cash drawer first if asked.

    Its end begins at `escpos_commands.ending_at`. `again` when a delivery was cut before its end: the paper says so
    first, and the printer is brought out of the picture in the middle of which it may have been left.
    """
    printer = _printer(profile)
    if kick_drawer:
        printer.cashdraw(_DRAWER_PIN)
    grid = _grid(profile, printer)
    laid = list(grid.lay_out(document))
    pictures = {row.payload: raster(row.payload, profile.dots) for row in laid if isinstance(row, QrCode)}
    if again:
        laid = [*grid.lay_out(_restart()), *laid]
    end = _ending(laid)
    for index, row in enumerate(laid):
        if index == end:
            _select_page_again(printer)
        if isinstance(row, QrCode):
            printer._raw(pictures[row.payload])
        else:
            _print(printer, row, profile)
    if end == len(laid):
        _select_page_again(printer)
    if profile.cuts:
        printer.cut(mode="PART")
    else:
        printer.ln(_TEAR_LINES)
    # A zero is a white dot in a picture, and nothing at all elsewhere.
    missing = bytes(max(map(len, pictures.values()), default=0)) if again else b""
    return missing + bytes(printer.output)


def _select_page_again(printer: Dummy) -> None:
    """Where the end begins. By its bytes, for the library says nothing twice."""
    at = printer.output.find(SELECT_PAGE)
    printer._raw(printer.output[at : at + len(SELECT_PAGE) + 1])


def _restart() -> Document:
    """What heads a document of which a piece may have come out before."""
    words = translate("Printing", "Reprise\u00a0: le morceau imprimé avant cette ligne ne compte pas.")
    return Document("restart", "", (Text(words, Align.CENTER, Style.STRONG), Rule()))


def _ending(laid: list[Laid]) -> int:
    """The index of the row where the end begins: after the last picture, and after as much as can be."""
    last_picture = max((index for index, row in enumerate(laid) if isinstance(row, QrCode)), default=-1)
    return max(last_picture + 1, len(laid) - _ENDING_ROWS)


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
    return RASTER + width.to_bytes(2, "little") + len(lines).to_bytes(2, "little") + b"".join(lines)


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
