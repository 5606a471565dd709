"""The discs of the seats, painted once for each look and kept: a floor has few looks and many repaints."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QPainter, QPen, QPixmap

from desk.plan import SpaceState
from views import tokens
from views.plan.faces import colour
from views.tokens import Tokens

RING = 6.0


@dataclass(frozen=True)
class Look:
    """All that a seat's disc shows; `radius` in pixels."""

    state: SpaceState
    letters: str
    radius: float
    font: str
    hovered: bool
    highlighted: bool
    focused: bool


def disc(look: Look, ratio: float) -> tuple[QPixmap, QPointF]:
    """The picture of a look in the theme in use, and its top left corner from the seat's centre."""
    return _disc(look, tokens.current(), ratio)


@lru_cache(maxsize=512)
def _disc(look: Look, theme: Tokens, ratio: float) -> tuple[QPixmap, QPointF]:
    reach = int(look.radius + RING) + 1
    picture = QPixmap(round(2 * reach * ratio), round(2 * reach * ratio))
    picture.setDevicePixelRatio(ratio)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(reach, reach)
    _paint_face(painter, look, theme)
    _paint_rings(painter, look, theme)
    painter.end()
    return picture, QPointF(-reach, -reach)


def _paint_face(painter: QPainter, look: Look, theme: Tokens) -> None:
    tint, radius = theme.state(look.state), look.radius
    ink = colour(tint.ink)
    pen = QPen(ink, 1.8 + (0.8 if look.hovered else 0))
    if look.state == SpaceState.SOON:
        pen.setDashPattern([2.2, 1.6])
    painter.setPen(pen)
    painter.setBrush(colour(theme.surface if look.state == SpaceState.FREE else tint.fill))
    painter.drawEllipse(QPointF(0, 0), radius, radius)
    if look.state == SpaceState.CLOSED:
        reach = radius * 0.45
        painter.drawLine(QPointF(-reach, -reach), QPointF(reach, reach))
        painter.drawLine(QPointF(-reach, reach), QPointF(reach, -reach))
        return
    font = QFont()
    font.fromString(look.font)
    painter.setFont(font)
    painter.setPen(ink)
    painter.drawText(
        QRectF(-radius, -radius, 2 * radius, 2 * radius),
        Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextDontClip,
        look.letters,
    )


def _paint_rings(painter: QPainter, look: Look, theme: Tokens) -> None:
    painter.setBrush(Qt.BrushStyle.NoBrush)
    if look.highlighted:
        painter.setPen(QPen(colour(theme.accent), 3))
        painter.drawEllipse(QPointF(0, 0), look.radius + 4, look.radius + 4)
    if look.focused:
        painter.setPen(QPen(colour(theme.ink), 2.4))
        reach = look.radius + (2 if look.highlighted else 3)
        painter.drawEllipse(QPointF(0, 0), reach, reach)
