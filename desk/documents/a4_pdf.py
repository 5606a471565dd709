"""A document as an A4 PDF: pages that are numbered, titles that stay with what they announce."""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO
from typing import Any

from desk.documents.drawing import Band, draw
from desk.documents.fonts import register, spell
from desk.documents.mark import across, banner
from desk.documents.page import Document, Style, Text, Tick
from desk.documents.paper import Paper, Type
from desk.language import translate

_MM = 72 / 25.4
WIDTH, HEIGHT = 210 * _MM, 297 * _MM
_TOP, _BOTTOM = 18 * _MM, 22 * _MM
_FOOT = 12 * _MM
_COMPANY = 0.2
"""How much of a page its last lines fill at least, where a letter goes on to another page."""

_TYPES = {
    Style.SMALL: Type(8.6, 12.0, False, 0.25),
    Style.NORMAL: Type(10.5, 15.0, False),
    Style.STRONG: Type(10.8, 15.6, True),
    Style.TITLE: Type(14.5, 21.0, True),
    Style.HUGE: Type(24.0, 35.0, True),
}
LETTER = Paper(width=130 * _MM, types=_TYPES)
"""For what one reads: a measure that the eye follows."""

SHEET = Paper(width=174 * _MM, types=_TYPES, wide=True)
"""For what one works on with a pen: the whole width."""


def render(document: Document) -> bytes:
    """The PDF of `document`: fonts embedded, and the same bytes for the same document."""
    from reportlab.pdfgen.canvas import Canvas

    paper = SHEET if any(isinstance(block, Tick) for block in document.blocks) else LETTER
    face = register(paper.typeface)
    pages = list(_pages(document, paper))
    out = BytesIO()
    canvas = Canvas(out, pagesize=(WIDTH, HEIGHT), invariant=1, initialFontName=face.regular)
    canvas.setTitle(document.title)
    left = (WIDTH - paper.width) / 2
    for number, bands in enumerate(pages, 1):
        if document.mark:
            across(canvas, document.mark, paper, WIDTH / 2, HEIGHT / 2, paper.width)
        draw(canvas, bands, left, HEIGHT - _TOP)
        _footer(canvas, document, paper, left, number, len(pages))
        canvas.showPage()
    canvas.save()
    return out.getvalue()


def _pages(document: Document, paper: Paper) -> Iterator[list[Band]]:
    """The bands shared between pages: what `keeps` goes with the next band, a cut list gets its title again."""
    head = banner(document.mark, paper)
    room = HEIGHT - _TOP - _BOTTOM - sum(band.height for band in head)
    page: list[Band] = []
    used, title = 0.0, ""
    groups = list(_groups(paper.bands(document.blocks), room))
    for group in groups if paper.wide else _with_company(groups, room):
        height = sum(band.height for band in group)
        if page and used + height > room:
            yield [*head, *page]
            page = _again(title, group, paper)
            used = sum(band.height for band in page)
        page += group
        used += height
        title = _title(group) or title
    yield [*head, *page]


def _groups(bands: list[Band], room: float) -> Iterator[list[Band]]:
    """Bands that must stay on one page, as far as a page can hold them."""
    group: list[Band] = []
    for band in bands:
        group.append(band)
        if not band.keeps or sum(kept.height for kept in group) > room / 2:
            yield group
            group = []
    if group:
        yield group


def _with_company(groups: list[list[Band]], room: float) -> list[list[Band]]:
    """The last lines of a letter held together, so that a last page never holds a signature alone."""
    tail: list[Band] = []
    left = list(groups)
    while left and sum(band.height for band in (*left[-1], *tail)) <= room * _COMPANY:
        tail = [*left.pop(), *tail]
    return [*left, tail] if tail else left


def _title(group: list[Band]) -> str:
    titles = [band.source.text for band in group if _is_title(band) and isinstance(band.source, Text)]
    return titles[-1] if titles else ""


def _is_title(band: Band) -> bool:
    return isinstance(band.source, Text) and band.source.style is Style.TITLE


def _again(title: str, group: list[Band], paper: Paper) -> list[Band]:
    if not title or not isinstance(group[0].source, Tick):
        return []
    continued = translate("Paper", "{title} (suite)").format(title=title)
    return list(paper.block(Text(continued, style=Style.TITLE)))


def _footer(canvas: Any, document: Document, paper: Paper, left: float, number: int, count: int) -> None:
    kind = paper.types[Style.SMALL]
    canvas.setFont(paper.font(kind), kind.size)
    canvas.setFillGray(kind.ink)
    canvas.drawString(left, _FOOT, spell(document.title, paper.typeface))
    page = translate("Paper", "page {number} sur {count}").format(number=number, count=count)
    canvas.drawRightString(left + paper.width, _FOOT, spell(page, paper.typeface))
