"""A QR code on screen: black on white whatever the theme, modules of whole pixels (FIELD.md)."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPainter, QPixmap

from desk.documents.qr import QUIET, modules


def qr_pixmap(payload: str, most: int) -> QPixmap:
    """The code of `payload`, with its quiet zone, at most `most` pixels square, never scaled by a fraction."""
    matrix = modules(payload)
    side = len(matrix) + 2 * QUIET
    module = max(1, most // side)
    drawn = QPixmap(side * module, side * module)
    drawn.fill(Qt.GlobalColor.white)
    painter = QPainter(drawn)
    for y, line in enumerate(matrix):
        for x, dark in enumerate(line):
            if dark:
                painter.fillRect((x + QUIET) * module, (y + QUIET) * module, module, module, QColor("black"))
    painter.end()
    return drawn
