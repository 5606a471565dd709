"""The kinds of bookings with their colour, their mark and their word."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFont, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QSizePolicy, QWidget

from desk.bookings import BookingKind
from desk.language import translate
from views import tokens
from views.bookings import words
from views.bookings.paint import paint_swatch
from views.plan.faces import Face, colour, face, faces
from views.plan.guard import guarded

_SWATCH = QSize(22, 14)
_AFTER, _BETWEEN = 7, 18


class BookingLegend(QWidget):
    """Membre, Organisation, Événement, Maison."""

    def __init__(self) -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(translate("BookingGrid", "Légende des réservations"))
        self.setAccessibleDescription(", ".join(words.kind_word(kind) for kind in BookingKind))

    def _face(self) -> Face:
        return face(QApplication.font(), tokens.TEXT_SMALL * faces(QApplication.font()).ratio, QFont.Weight.Normal)

    def sizeHint(self) -> QSize:
        """All kinds on one line."""
        letters = self._face()
        each = _SWATCH.width() + _AFTER + _BETWEEN
        width = sum(each + letters.width(words.kind_word(kind)) for kind in BookingKind)
        return QSize(round(width), max(22, round(letters.height) + 6))

    @guarded()
    def paintEvent(self, _event: QPaintEvent) -> None:
        """Swatches and words, from the left."""
        painter, letters, theme = QPainter(self), self._face(), tokens.current()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(letters.font)
        left = 1.0
        for kind in BookingKind:
            paint_swatch(painter, QRectF(left, (self.height() - 14) / 2, _SWATCH.width(), 14), kind)
            left += _SWATCH.width() + _AFTER
            word = words.kind_word(kind)
            painter.setPen(colour(theme.muted))
            box = QRectF(left, 0, letters.width(word) + 2, self.height())
            painter.drawText(box, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, word)
            left += letters.width(word) + _BETWEEN
