"""What the camera sees, mirrored, so that a hand moves the way its owner expects."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from desk.language import translate
from views import tokens
from views.camera import Camera
from views.plan.guard import guarded

_CORNER, _INSET, _RADIUS = 26.0, 12.0, 12.0
_SHAPE = 16 / 9


class Viewfinder(QWidget):
    """The live picture with a mark in each corner, and "Présentez votre carte" on it."""

    def __init__(self, camera: Camera, height: int) -> None:
        """`height` in pixels, at least."""
        super().__init__()
        self._picture: QImage | None = None
        self.setMinimumHeight(height)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAccessibleName(translate("Viewfinder", "Caméra\u00a0: présentez votre carte"))
        camera.pictured.connect(self._show)

    def sizeHint(self) -> QSize:
        """Wide as television."""
        return QSize(self.minimumHeight() * 16 // 9, self.minimumHeight())

    @property
    def picture(self) -> QImage | None:
        """The last picture, None before the first."""
        return self._picture

    def _show(self, picture: object) -> None:
        assert isinstance(picture, QImage)
        self._picture = picture
        self.update()

    @guarded()
    def paintEvent(self, _event: QPaintEvent) -> None:
        """The picture cut to the frame, the corners, the words."""
        painter = QPainter(self)
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
        frame = self._frame()
        clip = QPainterPath()
        clip.addRoundedRect(frame, _RADIUS, _RADIUS)
        painter.setClipPath(clip)
        painter.fillRect(frame, QColor("#20262C"))
        if self._picture is not None:
            self._draw_picture(painter, frame, self._picture)
        self._draw_corners(painter, frame.adjusted(_INSET, _INSET, -_INSET, -_INSET))
        self._draw_words(painter, frame)
        painter.end()

    def _frame(self) -> QRectF:
        """The largest frame of a camera's shape, in the middle."""
        width = min(float(self.width()), self.height() * _SHAPE)
        height = width / _SHAPE
        return QRectF((self.width() - width) / 2, (self.height() - height) / 2, width, height)

    def _draw_picture(self, painter: QPainter, frame: QRectF, picture: QImage) -> None:
        scale = max(frame.width() / picture.width(), frame.height() / picture.height())
        width, height = picture.width() * scale, picture.height() * scale
        painter.save()
        painter.translate(self.width() / 2, self.height() / 2)
        painter.scale(-1, 1)
        painter.drawImage(QRectF(-width / 2, -height / 2, width, height), picture)
        painter.restore()

    def _draw_corners(self, painter: QPainter, frame: QRectF) -> None:
        # White on a dark edge: seen on any picture.
        for colour, width in ((QColor(0, 0, 0, 130), 6.0), (QColor("#FFFFFF"), 3.0)):
            painter.setPen(QPen(colour, width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
            for x, across in ((frame.left(), _CORNER), (frame.right(), -_CORNER)):
                for y, down in ((frame.top(), _CORNER), (frame.bottom(), -_CORNER)):
                    painter.drawLine(round(x), round(y), round(x + across), round(y))
                    painter.drawLine(round(x), round(y), round(x), round(y + down))

    def _draw_words(self, painter: QPainter, frame: QRectF) -> None:
        text = translate("Viewfinder", "Présentez votre carte")
        font = self.font()
        font.setPixelSize(max(tokens.TEXT, round(frame.height() / 14)))
        font.setBold(True)
        painter.setFont(font)
        metrics = painter.fontMetrics()
        width, height = metrics.horizontalAdvance(text) + 28.0, metrics.height() + 10.0
        plate = QRectF(frame.center().x() - width / 2, frame.bottom() - height - _INSET, width, height)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(0, 0, 0, 165))
        painter.drawRoundedRect(plate, height / 2, height / 2)
        painter.setPen(QColor("#FFFFFF"))
        painter.drawText(plate, Qt.AlignmentFlag.AlignCenter, text)
