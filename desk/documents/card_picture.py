"""A card as a picture for a telephone: a large code on white, and under it whose it is (PNG).

Each module is a whole number of pixels: a code that was scaled by a fraction is read less well (FIELD.md).
"""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING

from desk.documents import qr
from desk.documents.fonts import VERA, register, spell
from desk.documents.member_card import PrintedCard

if TYPE_CHECKING:
    from PIL.ImageDraw import ImageDraw

MODULE = 28
"""Pixels of a module: with its quiet zone the code is then about as wide as a telephone's screen."""

_FOOT = 250
_AIR = 40


def render(card: PrintedCard) -> bytes:
    """The PNG of one card; the same bytes for the same card."""
    from PIL import Image, ImageDraw

    matrix = qr.modules(card.code)
    side = (len(matrix) + 2 * qr.QUIET) * MODULE
    picture = Image.new("L", (side, side + _FOOT), 255)
    pen = ImageDraw.Draw(picture)
    for y, row in enumerate(matrix):
        top = (y + qr.QUIET) * MODULE
        for start, count in qr.runs(row):
            left = (start + qr.QUIET) * MODULE
            pen.rectangle((left, top, left + count * MODULE - 1, top + MODULE - 1), fill=0)
    middle = side // 2
    _write(pen, middle, side + 30, card.name, 64, bold=True, width=side)
    below = " · ".join(text for text in (card.numbered, card.house, card.mark) if text)
    _write(pen, middle, side + 120, below, 36, bold=False, width=side)
    out = BytesIO()
    picture.save(out, "PNG", optimize=False)
    return out.getvalue()


def _write(pen: ImageDraw, middle: int, y: int, text: str, size: int, *, bold: bool, width: int) -> None:
    """One line in the middle, smaller when it is long; the end of an endless one is given up."""
    from PIL import ImageFont

    words = spell(text)
    room = width - 2 * _AIR
    while True:
        font = ImageFont.truetype(_font_file(bold), size)
        if font.getlength(words) <= room:
            break
        if size > 26:
            size -= 2
        else:
            words = words[:-2].rstrip("…") + "…"
    pen.text((middle, y), words, font=font, fill=0, anchor="ma")


def _font_file(bold: bool) -> str:
    """The file of the documents' own typeface, wherever reportlab keeps it."""
    from reportlab.pdfbase import pdfmetrics

    face = register(VERA)
    return str(pdfmetrics.getFont(face.bold if bold else face.regular).face.filename)
