"""Cards drawn to be cut: one in the size of a bank card, or ten to an A4 sheet, with crop marks (PDF).

CR80 is 85.6 × 54 mm (ISO/IEC 7810 ID-1). The code is version 2 at level Q with modules of 0.8 mm: 26.4 mm with its
quiet zone, which an ordinary scanner reads blurred and turned (FIELD.md).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from io import BytesIO
from typing import Any

from desk import codes
from desk.documents import qr
from desk.documents.drawing import Band, Code, Glyphs, Plate, Shape, Stroke, draw
from desk.documents.fonts import register, spell
from desk.documents.member_card import ONE, PrintedCard, cards_of
from desk.documents.page import Document, Style
from desk.documents.paper import Paper, Type

_MM = 72 / 25.4
CARD = (85.6 * _MM, 54 * _MM)
MODULE = 0.8 * _MM
COLUMNS, ROWS = 2, 5
_A4 = (210 * _MM, 297 * _MM)
_AIR = 5 * _MM
# A crop mark stands off the corner, so that a cut a little aside leaves no ink on the card.
_MARK_OFF, _MARK_LONG, _MARK_THICK = 1.5 * _MM, 5 * _MM, 0.3
_AROUND = 10 * _MM

_NAME_SIZES = (16.0, 14.0, 12.0, 10.0, 8.0)
_NAME_LINES = 3
_PAPER = Paper(
    width=CARD[0],
    types={
        Style.SMALL: Type(5.2, 7.0, False),
        Style.NORMAL: Type(9.5, 12.0, False, 0.25),
        Style.STRONG: Type(10.5, 13.0, True),
    },
)


def render(document: Document) -> bytes:
    """The PDF of a document of cards: one card on its own small page, several on sheets."""
    return one(document) if document.kind == ONE else sheet(document)


def one(document: Document) -> bytes:
    """The first card alone, on a page just large enough for its crop marks."""
    width, height = CARD[0] + 2 * _AROUND, CARD[1] + 2 * _AROUND
    return _pdf(document, [cards_of(document)[:1]], (width, height), 1, 1)


def sheet(document: Document) -> bytes:
    """A4 sheets of ten cards, edge to edge, so that each cut frees two of them."""
    cards = cards_of(document)
    pages = [cards[start : start + COLUMNS * ROWS] for start in range(0, len(cards), COLUMNS * ROWS)]
    return _pdf(document, pages, _A4, COLUMNS, ROWS)


def _pdf(
    document: Document, pages: Sequence[Sequence[PrintedCard]], size: tuple[float, float], columns: int, rows: int
) -> bytes:
    from reportlab.pdfgen.canvas import Canvas

    face = register(_PAPER.typeface)
    out = BytesIO()
    canvas = Canvas(out, pagesize=size, invariant=1, initialFontName=face.regular)
    canvas.setTitle(document.title)
    left, top = (size[0] - columns * CARD[0]) / 2, (size[1] + rows * CARD[1]) / 2
    for cards in pages:
        _crop_marks(canvas, left, top, columns, rows)
        for index, card in enumerate(cards):
            row, column = divmod(index, columns)
            band = Band(CARD[1], tuple(_shapes(card)))
            draw(canvas, [band], left + column * CARD[0], top - row * CARD[1])
        canvas.showPage()
    canvas.save()
    return out.getvalue()


def _crop_marks(canvas: Any, left: float, top: float, columns: int, rows: int) -> None:
    """Short lines outside the block of cards, where each cut begins and ends."""
    right, bottom = left + columns * CARD[0], top - rows * CARD[1]
    near, far = _MARK_OFF, _MARK_OFF + _MARK_LONG
    canvas.setLineWidth(_MARK_THICK)
    canvas.setStrokeGray(0)
    for x in (left + column * CARD[0] for column in range(columns + 1)):
        canvas.line(x, top + near, x, top + far)
        canvas.line(x, bottom - near, x, bottom - far)
    for y in (top - row * CARD[1] for row in range(rows + 1)):
        canvas.line(left - near, y, left - far, y)
        canvas.line(right + near, y, right + far, y)


def _shapes(card: PrintedCard) -> Iterator[Shape]:
    """One card, from its top left corner: who on the left, the code on the right."""
    box = (len(qr.modules(card.code)) + 2 * qr.QUIET) * MODULE
    code_left, code_top = CARD[0] - _AIR + qr.QUIET * MODULE - box, (CARD[1] - box) / 2
    yield Code(code_left + qr.QUIET * MODULE, code_top + qr.QUIET * MODULE, card.code, MODULE)
    small = _PAPER.types[Style.SMALL]
    letters = codes.grouped(card.code)
    middle = code_left + (box - _PAPER.measure(letters, small)) / 2
    yield _glyphs(middle, code_top + box + small.size, small, letters)
    width = code_left - _AIR
    house, number = _PAPER.types[Style.STRONG], _PAPER.types[Style.NORMAL]
    yield _glyphs(_AIR, _AIR + house.size, house, _fitted(card.house, house, width))
    yield Stroke(_AIR, _AIR + house.leading + 3, 12 * _MM, 1.2, 0.0)
    lines, kind = _name(card.name, width)
    baseline = (CARD[1] - len(lines) * kind.leading) / 2 + kind.size
    for line in lines:
        yield _glyphs(_AIR, baseline, kind, line)
        baseline += kind.leading
    yield _glyphs(_AIR, baseline - kind.leading + kind.size * 0.4 + number.leading, number, spell(card.numbered))
    if card.mark:
        yield from _mark(card.mark)


def _mark(word: str) -> Iterator[Shape]:
    """White on black at the foot of the card: it opens no real door."""
    kind = Type(6.5, 9.0, True, 1.0)
    text = spell(word)
    yield Plate(_AIR, CARD[1] - _AIR - 10, _PAPER.measure(text, kind) + 8, 10, 0.0)
    yield _glyphs(_AIR + 4, CARD[1] - _AIR - 2.8, kind, text)


def _name(name: str, width: float) -> tuple[list[str], Type]:
    """The name as large as its lines allow; of an endless one, the beginning."""
    text = spell(name)
    for size in _NAME_SIZES:
        kind = Type(size, size * 1.2, True)
        lines = _PAPER.wrap(text, kind, width)
        if len(lines) <= (2 if size > _NAME_SIZES[-1] else _NAME_LINES):
            return lines, kind
    return [*lines[: _NAME_LINES - 1], _fitted(" ".join(lines[_NAME_LINES - 1 :]), kind, width)], kind


def _fitted(text: str, kind: Type, width: float) -> str:
    """The text on one line, its end given up for an ellipsis when it is too long."""
    text = spell(text)
    if _PAPER.measure(text, kind) <= width:
        return text
    while text and _PAPER.measure(text + "…", kind) > width:
        text = text[:-1]
    return text.rstrip() + "…"


def _glyphs(x: float, baseline: float, kind: Type, text: str) -> Glyphs:
    return Glyphs(x, baseline, _PAPER.font(kind), kind.size, kind.ink, text)
