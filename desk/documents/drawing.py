"""What is drawn on a page: pieces of text, lines, boxes and codes, placed in points, and how reportlab draws them.

Distances are points, downwards from the top of a band.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, NamedTuple

from desk.documents import qr
from desk.documents.page import Block


class Glyphs(NamedTuple):
    """A piece of text on a baseline."""

    x: float
    y: float
    font: str
    size: float
    ink: float
    text: str


class Stroke(NamedTuple):
    """A horizontal line."""

    x: float
    y: float
    length: float
    thickness: float
    ink: float


class Square(NamedTuple):
    """A box to tick; `y` is its lower edge."""

    x: float
    y: float
    side: float


class Code(NamedTuple):
    """A code to scan; `x` and `y` are the top left corner of its first module, quiet zone outside."""

    x: float
    y: float
    payload: str
    module: float


class Plate(NamedTuple):
    """A plain rectangle: black under white letters, white under a code; `y` is its upper edge."""

    x: float
    y: float
    width: float
    height: float
    ink: float


Shape = Glyphs | Stroke | Square | Code | Plate


@dataclass(frozen=True)
class Band:
    """A strip of the paper; `keeps` means that it must not be the last of a page."""

    height: float
    shapes: tuple[Shape, ...] = ()
    keeps: bool = False
    source: Block | None = None


def draw(canvas: Any, bands: Iterable[Band], left: float, top: float) -> None:
    """Draw the bands downwards from `top` (in the canvas's upward coordinates): shapes, then all text in one object."""
    text = canvas.beginText()
    font: tuple[str, float] = ("", 0.0)
    ink = -1.0
    for band in bands:
        for shape in band.shapes:
            if not isinstance(shape, Glyphs):
                _draw_shape(canvas, shape, left, top)
                continue
            if font != (shape.font, shape.size):
                font = (shape.font, shape.size)
                text.setFont(*font)
            if ink != shape.ink:
                ink = shape.ink
                text.setFillGray(ink)
            text.setTextOrigin(left + shape.x, top - shape.y)
            text.textOut(shape.text)
        top -= band.height
    canvas.drawText(text)


def _draw_shape(canvas: Any, shape: Shape, left: float, top: float) -> None:
    match shape:
        case Stroke(x, y, length, thickness, ink):
            canvas.setLineWidth(thickness)
            canvas.setStrokeGray(ink)
            canvas.line(left + x, top - y, left + x + length, top - y)
        case Square(x, y, side):
            canvas.setLineWidth(0.9)
            canvas.setStrokeGray(0)
            canvas.rect(left + x, top - y, side, side, stroke=1, fill=0)
        case Code(x, y, payload, module):
            _draw_code(canvas, left + x, top - y, payload, module)
        case Plate(x, y, width, height, ink):
            canvas.setFillGray(ink)
            canvas.rect(left + x, top - y - height, width, height, stroke=0, fill=1)


def _draw_code(canvas: Any, left: float, top: float, payload: str, side: float) -> None:
    """The dark modules as one path, so that no hair line shows between them."""
    path = canvas.beginPath()
    for index, row in enumerate(qr.modules(payload)):
        for start, count in qr.runs(row):
            path.rect(left + start * side, top - (index + 1) * side, count * side, side)
    canvas.setFillGray(0)
    canvas.drawPath(path, stroke=0, fill=1)
