"""The plan on paper: an A4 page lying on its side for each floor, its spaces, their surfaces and their seats."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from io import BytesIO
from typing import Any

from desk import polygons
from desk.documents.fonts import register, spell
from desk.documents.page import Style
from desk.documents.paper import Paper, Type
from desk.floorplan import Decor, Floor, FloorPlan, SpaceShape
from desk.floorplan_file import BACKGROUND
from desk.formats import day as day_text
from desk.formats import quantity
from desk.language import translate
from desk.plan_editing.parts import extent
from desk.plan_editing.svg import FILLS

_MM = 72 / 25.4
_PAGE = (297 * _MM, 210 * _MM)
_MARGIN = 14 * _MM
_HEAD = 20 * _MM
_PAPER = Paper(
    width=_PAGE[0] - 2 * _MARGIN,
    types={Style.SMALL: Type(7.5, 9.5, False), Style.NORMAL: Type(10, 13, False), Style.STRONG: Type(10, 13, True)},
)
_SEAT_RADIUS = 0.28


def surface_words(square_metres: float) -> str:
    """A surface as people read it: "504 m²", "62,5 m²"."""
    return translate("PlanWords", "{surface}\u00a0m²").format(surface=quantity(Decimal(str(round(square_metres, 2)))))


def render(plan: FloorPlan, house: str, day: date, mark: str = "") -> bytes:
    """The PDF; the same plan on the same day gives the same bytes. `mark` is printed across each page."""
    from reportlab.pdfgen.canvas import Canvas

    face = register(_PAPER.typeface)
    out = BytesIO()
    canvas = Canvas(out, pagesize=_PAGE, invariant=1, initialFontName=face.regular)
    canvas.setTitle(translate("PlanPublication", "{house}, plan des espaces").format(house=house))
    for floor in plan.floors:
        _head(canvas, plan, floor, house, day)
        _mark(canvas, mark)
        _draw(canvas, floor)
        canvas.showPage()
    canvas.save()
    return out.getvalue()


def _head(canvas: Any, plan: FloorPlan, floor: Floor, house: str, day: date) -> None:
    face = _PAPER.typeface
    top = _PAGE[1] - _MARGIN
    _write(canvas, face.bold, 18, _MARGIN, top - 14, f"{house} · {floor.name}")
    counted = sum(space.surface for space in floor.spaces if space.counted)
    seats = sum(space.workstations for space in floor.spaces)
    sentence = translate(
        "PlanWords", "Cet étage\u00a0: {floor}, {seats} postes. La maison\u00a0: {whole}, {all} postes. Plan du {day}."
    )
    words = sentence.format(
        floor=surface_words(counted), seats=seats, whole=surface_words(plan.surface), all=plan.workstations,
        day=day_text(day),
    )  # fmt: skip
    _write(canvas, face.regular, 10, _MARGIN, top - 32, words)


def _mark(canvas: Any, mark: str) -> None:
    """White on black at the top right: letters across the page would lie under the rooms."""
    if not mark:
        return
    kind = Type(11, 14, True, 1.0)
    word = spell(mark)
    wide = _PAPER.measure(word, kind) + 16
    x, y = _PAGE[0] - _MARGIN - wide, _PAGE[1] - _MARGIN - 18
    canvas.setFillGray(0)
    canvas.rect(x, y, wide, 20, stroke=0, fill=1)
    canvas.setFillGray(kind.ink)
    canvas.setFont(_PAPER.font(kind), kind.size)
    canvas.drawString(x + 8, y + 6, word)


def _draw(canvas: Any, floor: Floor) -> None:
    left, top, right, bottom = extent(floor)
    wide, high = _PAGE[0] - 2 * _MARGIN, _PAGE[1] - 2 * _MARGIN - _HEAD
    scale = min(wide / (right - left), high / (bottom - top))
    x = _MARGIN + (wide - (right - left) * scale) / 2 - left * scale
    y = _PAGE[1] - _MARGIN - _HEAD + top * scale

    def path(points: tuple[polygons.Point, ...], closed: bool) -> Any:
        made = canvas.beginPath()
        for index, (px, py) in enumerate(points):
            (made.lineTo if index else made.moveTo)(x + px * scale, y - py * scale)
        if closed:
            made.close()
        return made

    canvas.setLineWidth(1.4)
    for space in floor.spaces:
        canvas.setFillColor(FILLS[space.kind])
        canvas.setStrokeGray(0.15)
        canvas.drawPath(path(space.outline, True), stroke=1, fill=1)
    canvas.setLineWidth(0.5)
    canvas.setStrokeGray(0.45)
    for line in _shown(floor):
        canvas.drawPath(path(line.points, line.closed), stroke=1, fill=0)
    for space in floor.spaces:
        for seat in space.seat_points:
            canvas.setFillGray(1)
            canvas.circle(x + seat.x * scale, y - seat.y * scale, _SEAT_RADIUS * scale, stroke=1, fill=1)
        _label(canvas, space, x, y, scale)


def _shown(floor: Floor) -> list[Decor]:
    return [line for line in floor.decor if line.kind != BACKGROUND]


def _label(canvas: Any, space: SpaceShape, x: float, y: float, scale: float) -> None:
    """The name and the surface from the top left corner, where they fit in the room's width."""
    face = _PAPER.typeface
    px, py = min(space.outline, key=lambda corner: (corner[1], corner[0]))
    right = max(cx for cx, cy in space.outline if cy <= py + polygons.TOUCH)
    room = (right - px) * scale - 6
    lines = [(face.bold, space.name), (face.regular, surface_words(space.surface))]
    size = 9.0
    widest = max(_PAPER.measure(spell(words), Type(size, size, font == face.bold)) for font, words in lines)
    if widest > room:
        size = max(4.5, size * room / widest)
    for number, (font, words) in enumerate(lines, start=1):
        _write(canvas, font, size, x + px * scale + 4, y - py * scale - 3 - number * size * 1.15, words)


def _write(canvas: Any, font: str, size: float, x: float, y: float, words: str) -> None:
    canvas.setFillGray(0.1)
    canvas.setFont(font, size)
    canvas.drawString(x, y, spell(words))
