"""The plan at another hour: a slider from now to the closing, and the mark that says it is not now."""

from __future__ import annotations

from datetime import datetime, timedelta

from PySide6.QtCore import QPointF, QRectF, QSignalBlocker, QSize, Qt, Signal
from PySide6.QtGui import QFont, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QSizePolicy, QSlider, QWidget

from desk.language import translate
from views import tokens
from views.plan.controls import SmallButton, Tone, line_height
from views.plan.faces import colour, face
from views.plan.guard import guarded

STEP = timedelta(minutes=15)
_KNOB = 9.0


class _Line(QSlider):
    """A thin line with a round knob; one step is a quarter of an hour."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.setRange(0, 0)
        self.setPageStep(4)
        self.setMinimumWidth(110)

    def sizeHint(self) -> QSize:
        """As long as it may be."""
        return QSize(230, round(34 * line_height()))

    def _x(self) -> float:
        share = self.value() / self.maximum() if self.maximum() else 0.0
        return _KNOB + 1 + share * (self.width() - 2 * _KNOB - 2)

    def _go(self, x: float) -> None:
        room = max(1.0, self.width() - 2 * _KNOB - 2)
        self.setValue(round((x - _KNOB - 1) / room * self.maximum()))

    @guarded()
    def mousePressEvent(self, event: QMouseEvent) -> None:
        """The knob comes to the mouse."""
        if event.button() == Qt.MouseButton.LeftButton:
            self._go(event.position().x())

    @guarded()
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """The knob follows the mouse."""
        if event.buttons() & Qt.MouseButton.LeftButton:
            self._go(event.position().x())

    @guarded()
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Nothing more to do: the value has followed."""
        event.accept()

    @guarded()
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc comes back to now; the rest is a slider's."""
        if event.key() == Qt.Key.Key_Escape and self.value():
            self.setValue(0)
            return
        super().keyPressEvent(event)

    @guarded()
    def paintEvent(self, _event: QPaintEvent) -> None:
        """The line, the part gone through, the knob, the focus ring."""
        theme, painter = tokens.current(), QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        y, x = self.height() / 2, self._x()
        usual = self.isEnabled()
        painter.setPen(QPen(colour(theme.line), 4, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
        painter.drawLine(QPointF(4, y), QPointF(self.width() - 4, y))
        accent = colour(theme.accent if usual else theme.muted)
        painter.setPen(QPen(accent, 4, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
        painter.drawLine(QPointF(4, y), QPointF(x, y))
        painter.setPen(QPen(accent, 3))
        painter.setBrush(colour(theme.surface))
        painter.drawEllipse(QPointF(x, y), _KNOB - 1.5, _KNOB - 1.5)
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(colour(theme.ink), 1.6))
            painter.drawEllipse(QPointF(x, y), _KNOB + 0.6, _KNOB + 0.6)


class HourSlider(QWidget):
    """ "maintenant —o— 18:00"."""

    hour_chosen = Signal(object)
    """None for now, else the aware datetime whose plan is wanted."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._start: datetime | None = None
        self._end: datetime | None = None
        self._now_word = SmallButton(translate("HourSlider", "maintenant"), Tone.WORD, self)
        self._line = _Line(self)
        self._closing = SmallButton("", Tone.WORD, self)
        self._closing.setEnabled(False)
        self._closing.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._now_word.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # Esc and Home on the line do the same
        self._now_word.setToolTip(translate("HourSlider", "Revenir au plan de maintenant"))
        self._line.setAccessibleName(translate("HourSlider", "Heure du plan"))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(tokens.GAP)
        row.setSizeConstraint(QHBoxLayout.SizeConstraint.SetNoConstraint)
        row.addWidget(self._now_word)
        row.addWidget(self._line, 1)
        row.addWidget(self._closing)
        self._now_word.clicked.connect(self.back_to_now)
        self._line.valueChanged.connect(self._chosen)
        self._line.setEnabled(False)

    def minimumSizeHint(self) -> QSize:
        """The line alone: the words at its ends leave where there is no room for them."""
        return self._line.minimumSizeHint().expandedTo(QSize(self._line.minimumWidth(), 0))

    @guarded()
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show the words that fit beside the line."""
        super().resizeEvent(event)
        room = self.width() - self._line.minimumWidth()
        for word in (self._now_word, self._closing):
            room -= word.sizeHint().width() + tokens.GAP
            word.setVisible(room >= 0)

    @property
    def line(self) -> QSlider:
        """The slider itself, in quarters of an hour after now."""
        return self._line

    @property
    def hour(self) -> datetime | None:
        """The hour chosen, None for now."""
        value = self._line.value()
        if value == 0 or self._start is None or self._end is None:
            return None
        return min(self._start + (value - 1) * STEP, self._end)

    def set_day(self, opening: datetime, closing: datetime, now: datetime) -> None:
        """The day's aware hours; called again as time goes by, keeps the hour chosen while it is to come."""
        kept = self.hour
        self._start, self._end = _next_quarter(max(opening, now)), closing
        left = closing - self._start
        steps = 1 + -(-left // STEP) if left >= timedelta(0) else 0
        still = 0
        if kept is not None and self._start <= kept <= closing:
            still = 1 + round((kept - self._start) / STEP)
        with QSignalBlocker(self._line):
            self._line.setRange(0, steps)
            self._line.setValue(still)
        self._line.setEnabled(steps > 0)
        self._closing.setText(f"{closing:%H:%M}")
        self._closing.updateGeometry()
        self._say()
        if kept is not None and not still:
            self.hour_chosen.emit(None)

    def back_to_now(self) -> None:
        """Show the plan of now again."""
        self._line.setValue(0)

    def _chosen(self, _value: int) -> None:
        self._say()
        self.hour_chosen.emit(self.hour)

    def _say(self) -> None:
        hour = self.hour
        said = f"{hour:%H:%M}" if hour else translate("HourSlider", "maintenant")
        self._line.setToolTip(said)
        self._line.setAccessibleDescription(said)
        self._line.update()


class NotNowStrip(QWidget):
    """A band across the board while the plan shown is not the plan of now."""

    back = Signal()
    """The person wants the plan of now."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("notNow")
        self._text = ""
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._button = SmallButton(translate("NotNowStrip", "Revenir à maintenant"), Tone.CALL, self)
        row = QHBoxLayout(self)
        row.setContentsMargins(tokens.INNER_AIR, 6, 6, 6)
        row.addStretch(1)
        row.addWidget(self._button)
        self._button.clicked.connect(self.back)

    @property
    def text(self) -> str:
        """What the band says."""
        return self._text

    def show_hour(self, at: datetime) -> None:
        """Say which hour is shown."""
        self._text = translate("NotNowStrip", "Pas maintenant\u00a0: le plan tel qu’il sera à {hour}").format(
            hour=f"{at:%H:%M}"
        )
        self.setAccessibleName(self._text)
        self.update()

    @guarded()
    def paintEvent(self, _event: QPaintEvent) -> None:
        """The band and its sentence, cut before the button."""
        tint, painter = tokens.current().soon, QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(colour(tint.ink), 1.2))
        painter.setBrush(colour(tint.fill))
        box = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        painter.drawRoundedRect(box, tokens.RADIUS_CONTROL, tokens.RADIUS_CONTROL)
        letters = face(QApplication.font(), 13 * line_height(), QFont.Weight.DemiBold)
        room = QRectF(14, 0, self._button.x() - 22, self.height())
        painter.setFont(letters.font)
        painter.setPen(colour(tint.ink))
        said = letters.metrics.elidedText(self._text, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, said)


def _next_quarter(at: datetime) -> datetime:
    """The first quarter of an hour after `at`."""
    whole = at.replace(minute=at.minute - at.minute % 15, second=0, microsecond=0)
    return whole + STEP
