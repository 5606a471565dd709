"""The plan's own small controls: floor tabs with their head-count, zoom buttons; painted from the tokens."""

from __future__ import annotations

from enum import Enum

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QApplication, QSizePolicy, QWidget

from views import tokens
from views.plan.faces import Face, colour, face, faces
from views.plan.guard import guarded
from views.tokens import Tokens


def line_height() -> float:
    """The text size against 100 %."""
    return faces(QApplication.font()).ratio


class FloorTab(QAbstractButton):
    """A floor's name and how many people are on it; dark when it is the floor shown."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._count: int | None = None
        self.setText(name)
        self.setCheckable(True)
        self.setAutoExclusive(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def show_count(self, count: int, spoken: str) -> None:
        """Show the head-count; `spoken` is what a screen reader says of the tab."""
        if count != self._count:
            self._count = count
            self.updateGeometry()
            self.update()
        self.setAccessibleName(spoken)

    def _face(self) -> Face:
        return face(QApplication.font(), 13 * line_height(), QFont.Weight.Bold)

    def _number(self) -> str:
        return "" if self._count is None else str(self._count)

    def sizeHint(self) -> QSize:
        """Room for the name, the count and some air."""
        letters = self._face()
        width = letters.width(self.text()) + letters.width(self._number() or "0") + 42
        return QSize(max(96, round(width)), round(34 * line_height()))

    def minimumSizeHint(self) -> QSize:
        """A tab is never cut."""
        letters = self._face()
        return QSize(
            round(letters.width(self.text()) + letters.width(self._number() or "0") + 30), self.sizeHint().height()
        )

    @guarded()
    def paintEvent(self, _event: QPaintEvent) -> None:
        """Name at the left, count at the right."""
        theme, painter = tokens.current(), QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        shown = self.isChecked()
        painter.setPen(QPen(colour(theme.ink if shown or self.underMouse() else theme.line), 1))
        painter.setBrush(colour(theme.ink if shown else theme.surface))
        painter.drawRoundedRect(box, tokens.RADIUS_CONTROL, tokens.RADIUS_CONTROL)
        inner = box.adjusted(14, 0, -14, 0)
        painter.setFont(self._face().font)
        painter.setPen(colour(theme.on_ink if shown else theme.ink))
        middle = Qt.AlignmentFlag.AlignVCenter
        painter.drawText(inner, Qt.AlignmentFlag.AlignLeft | middle, self.text())
        if not shown:
            painter.setPen(colour(theme.muted))
        painter.drawText(inner, Qt.AlignmentFlag.AlignRight | middle, self._number())
        if self.hasFocus():
            _focus_ring(painter, box, theme, tokens.RADIUS_CONTROL)

    @guarded()
    def changeEvent(self, event: QEvent) -> None:
        """A larger text makes a larger tab."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.ApplicationFontChange):
            self.updateGeometry()


class Tone(Enum):
    """How much a small button weighs: a key of the zoom, a word to click, a filled call."""

    KEY = "key"
    WORD = "word"
    CALL = "call"


class SmallButton(QAbstractButton):
    """A short text in a small frame, or a bare accent word."""

    def __init__(self, text: str, tone: Tone, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tone = tone
        self.setText(text)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def _face(self) -> Face:
        weight = QFont.Weight.Medium if self._tone == Tone.KEY else QFont.Weight.DemiBold
        return face(QApplication.font(), 12.5 * line_height(), weight)

    def sizeHint(self) -> QSize:
        """The text and some air."""
        air = 6 if self._tone == Tone.WORD else 18
        height = round(26 * line_height())
        return QSize(max(round(self._face().width(self.text())) + air, height), height)

    @guarded()
    def paintEvent(self, _event: QPaintEvent) -> None:
        """Frame, text, focus ring."""
        theme, painter = tokens.current(), QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        ink = colour(theme.accent)
        if self._tone == Tone.KEY:
            painter.setPen(QPen(colour(theme.ink if self.underMouse() else theme.line), 1))
            painter.setBrush(colour(theme.surface))
            painter.drawRoundedRect(box, 7, 7)
            ink = colour(theme.ink)
        elif self._tone == Tone.CALL:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colour(theme.accent))
            painter.drawRoundedRect(box, 7, 7)
            ink = colour(theme.on_accent)
        painter.setFont(self._face().font)
        painter.setPen(ink if self.isEnabled() else colour(theme.muted))
        painter.drawText(QRectF(self.rect()), Qt.AlignmentFlag.AlignCenter, self.text())
        if self.hasFocus():
            _focus_ring(painter, box, theme, 7)


def _focus_ring(painter: QPainter, box: QRectF, theme: Tokens, radius: float) -> None:
    """Two tones, so that it shows on a dark button as on a light one."""
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(colour(theme.accent), 2))
    painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), radius, radius)
    painter.setPen(QPen(colour(theme.surface), 1))
    painter.drawRoundedRect(box.adjusted(2, 2, -2, -2), radius - 2, radius - 2)
