"""The legend under the plan: each state's swatch with its pattern and its word, and the building's size."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QLineF, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QApplication, QSizePolicy, QWidget

from desk.floorplan import FloorPlan
from desk.language import translate
from desk.plan import SpaceState
from views import tokens
from views.plan import outline, words
from views.plan.faces import Face, colour, face, faces
from views.plan.guard import guarded

_SWATCH = QSize(18, 14)
_AFTER_SWATCH = 8
_BETWEEN = 22


class Legend(QWidget):
    """Libre, Pris, Bientôt, Événement, Fermé; then the surface and the floors where there is room."""

    def __init__(self, plan: FloorPlan, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._size = building_size(plan)
        self.setObjectName("planLegend")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(translate("PlanLegend", "Légende du plan"))
        self.setAccessibleDescription(", ".join(words.state_word(state) for state in SpaceState))

    def show_size(self, plan: FloorPlan) -> None:
        """Say the size of another plan."""
        self._size = building_size(plan)
        self.updateGeometry()
        self.update()

    def _face(self) -> Face:
        return face(QApplication.font(), tokens.TEXT_SMALL * faces(QApplication.font()).ratio, QFont.Weight.Normal)

    def _entries_width(self) -> float:
        letters = self._face()
        each = _SWATCH.width() + _AFTER_SWATCH + _BETWEEN
        return sum(each + letters.width(words.state_word(state)) for state in SpaceState)

    def sizeHint(self) -> QSize:
        """The five states, on one line."""
        width = self._entries_width() + self._face().width(self._size)
        return QSize(round(width), max(26, round(self._face().height) + 8))

    def minimumSizeHint(self) -> QSize:
        """The states are never cut; the building's size may be left out."""
        return QSize(round(self._entries_width()), self.sizeHint().height())

    @guarded()
    def paintEvent(self, _event: QPaintEvent) -> None:
        """Swatches and words from the left, the building's size at the right."""
        theme, painter, letters = tokens.current(), QPainter(self), self._face()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(letters.font)
        left = 0.0
        for state in SpaceState:
            top = (self.height() - _SWATCH.height()) / 2
            swatch(painter, QRectF(left + 1, top, _SWATCH.width(), _SWATCH.height()), state)
            left += _SWATCH.width() + _AFTER_SWATCH
            word = words.state_word(state)
            painter.setPen(colour(theme.muted))
            painter.drawText(
                QRectF(left, 0, letters.width(word) + 2, self.height()),
                Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter,
                word,
            )
            left += letters.width(word) + _BETWEEN
        if left + letters.width(self._size) <= self.width():
            painter.setPen(colour(theme.muted))
            painter.drawText(self.rect(), Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, self._size)

    @guarded()
    def changeEvent(self, event: QEvent) -> None:
        """A larger text makes a longer legend."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.ApplicationFontChange):
            self.updateGeometry()


def swatch(painter: QPainter, box: QRectF, state: SpaceState) -> None:
    """A small room in the colour and the pattern of `state`."""
    tint = tokens.current().state(state)
    painter.setPen(QPen(colour(tint.ink), 1.2))
    painter.setBrush(colour(tint.fill))
    painter.drawRoundedRect(box, tokens.RADIUS_SMALL, tokens.RADIUS_SMALL)
    inner = box.adjusted(1.5, 1.5, -1.5, -1.5)
    corners = (
        (inner.left(), inner.top()),
        (inner.right(), inner.top()),
        (inner.right(), inner.bottom()),
        (inner.left(), inner.bottom()),
    )
    lines: list[QLineF] = []
    if state in (SpaceState.SOON, SpaceState.CLOSED):
        lines += outline.hatching(corners, 5, rising=True)
    if state == SpaceState.CLOSED:
        lines += outline.hatching(corners, 5, rising=False)
    painter.setPen(QPen(colour(tint.ink, 130), 1))
    painter.drawLines(lines)


def building_size(plan: FloorPlan) -> str:
    """ "504 m² · 3 étages": the counted surface, and the floors that hold some of it."""
    storeys = sum(1 for floor in plan.floors if any(space.counted for space in floor.spaces))
    return translate("PlanLegend", "{surface}\u00a0m² · {floors}\u00a0étages").format(
        surface=round(plan.surface), floors=storeys
    )
