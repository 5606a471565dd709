"""A document as a PDF for the 80 mm roll (72 mm printable), one page as long as its content."""

from __future__ import annotations

from io import BytesIO

from desk.documents.drawing import draw
from desk.documents.fonts import register
from desk.documents.mark import across, banner
from desk.documents.page import Document, Style
from desk.documents.paper import Paper, Type

_MM = 72 / 25.4
WIDTH = 80 * _MM
MARGIN = 4 * _MM
_TOP, _BOTTOM = 5 * _MM, 7 * _MM
_MARK_EVERY = 70 * _MM

PAPER = Paper(
    width=WIDTH - 2 * MARGIN,
    types={
        Style.SMALL: Type(6.8, 9.0, False),
        Style.NORMAL: Type(8.0, 11.0, False),
        Style.STRONG: Type(8.4, 11.6, True),
        Style.TITLE: Type(11.5, 15.5, True),
        Style.HUGE: Type(19.0, 27.0, True),
    },
)


def render(document: Document) -> bytes:
    """The PDF of `document`: fonts embedded, and the same bytes for the same document."""
    from reportlab.pdfgen.canvas import Canvas

    face = register(PAPER.typeface)
    bands = [*banner(document.mark, PAPER), *PAPER.bands(document.blocks)]
    height = _TOP + sum(band.height for band in bands) + _BOTTOM
    out = BytesIO()
    canvas = Canvas(out, pagesize=(WIDTH, height), invariant=1, initialFontName=face.regular)
    canvas.setTitle(document.title)
    if document.mark:
        times = max(1, round(height / _MARK_EVERY))
        for index in range(times):
            across(canvas, document.mark, PAPER, WIDTH / 2, height * (index + 0.5) / times, WIDTH)
    draw(canvas, bands, MARGIN, height - _TOP)
    canvas.save()
    return out.getvalue()
