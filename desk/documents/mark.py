"""The word that says a document is not the plain original: a black banner at its top, and grey letters across it."""

from __future__ import annotations

from typing import Any

from desk.documents.drawing import Band, Glyphs, Plate
from desk.documents.fonts import spell
from desk.documents.page import Style
from desk.documents.paper import Paper, Type

_ANGLE = 32
_PALE = 0.91


def banner(mark: str, paper: Paper) -> list[Band]:
    """The strip at the top, white on black; nothing when there is no mark."""
    if not mark:
        return []
    word = spell(mark, paper.typeface)
    style = paper.types[Style.STRONG]
    asked = paper.measure(word, style)
    size = style.size * min(1.0, (paper.width - 2 * style.size) / asked)
    kind = Type(size, style.leading, True, 1.0)
    height = kind.leading * 1.5
    x = (paper.width - paper.measure(word, kind)) / 2
    letters = Glyphs(x, height / 2 + kind.size * 0.36, paper.font(kind), kind.size, kind.ink, word)
    plate = Plate(0, 0, paper.width, height, 0.0)
    return [Band(height, (plate, letters)), Band(kind.leading * 0.6)]


def across(canvas: Any, mark: str, paper: Paper, x: float, y: float, width: float) -> None:
    """The pale letters through the point (x, y), under the text, as large as `width` allows."""
    word = spell(mark, paper.typeface)
    font = paper.typeface.bold
    unit = paper.measure(word, Type(1.0, 1.0, True))
    size = min(width * 1.05 / unit, width / 5)
    canvas.saveState()
    canvas.translate(x, y)
    canvas.rotate(_ANGLE)
    canvas.setFillGray(_PALE)
    canvas.setFont(font, size)
    canvas.drawCentredString(0, -size * 0.36, word)
    canvas.restoreState()
