"""The letters of the plan: sizes in pixels, derived from the application's font, the same at any zoom."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from PySide6.QtGui import QColor, QFont, QFontInfo, QFontMetricsF

from views import tokens


@lru_cache(maxsize=256)
def colour(name: str, alpha: int = 255) -> QColor:
    """A token's "#RRGGBB" as Qt's colour; do not change the one you receive."""
    made = QColor(name)
    made.setAlpha(alpha)
    return made


@dataclass(frozen=True)
class Face:
    """A font with its measures."""

    font: QFont
    metrics: QFontMetricsF

    @property
    def height(self) -> float:
        """From the top of the ascent to the bottom of the descent, in pixels."""
        return self.metrics.ascent() + self.metrics.descent()

    def width(self, text: str) -> float:
        """How many pixels `text` takes."""
        return self.metrics.horizontalAdvance(text)


@dataclass(frozen=True)
class Faces:
    """Title, headline, detail and seat letters; `ratio` is the text size against 100 %."""

    title: Face
    headline: Face
    detail: Face
    seat: Face
    ratio: float


def face(font: QFont, pixels: float, weight: QFont.Weight | None = None) -> Face:
    """`font` at another size, and weight if one is given."""
    made = QFont(font)
    made.setPixelSize(max(7, round(pixels)))
    if weight is not None:
        made.setWeight(weight)
    return Face(made, QFontMetricsF(made))


def faces(font: QFont) -> Faces:
    """The plan's letters for the application's font, whose size carries the person's 100 to 150 %."""
    ratio = max(0.6, QFontInfo(font).pixelSize() / tokens.TEXT)
    return Faces(
        title=face(font, tokens.TEXT_TITLE * ratio, QFont.Weight.Bold),
        headline=face(font, 12.5 * ratio, QFont.Weight.DemiBold),
        detail=face(font, tokens.TEXT_SMALL * ratio, QFont.Weight.Normal),
        seat=face(font, 10 * ratio, QFont.Weight.Bold),
        ratio=ratio,
    )
