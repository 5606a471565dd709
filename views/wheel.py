"""The mouse wheel scrolls pages: it turns a field only where somebody has gone into that field first."""

from __future__ import annotations

from typing import TypeGuard

from PySide6.QtCore import QEvent, QObject, QPoint, Qt
from PySide6.QtGui import QWheelEvent, QWindow
from PySide6.QtWidgets import QAbstractSlider, QAbstractSpinBox, QApplication, QComboBox, QScrollBar, QWidget

from views.plan.guard import guarded

Field = QAbstractSlider | QAbstractSpinBox | QComboBox


class WheelRule(QObject):
    """Lists, numbers, days, hours and sliders without the focus let the wheel go on to the page behind them.

    One rule for the whole application: a page is scrolled past such fields all day long, and some of them act at once.
    """

    def start(self) -> None:
        """Begin to hold the rule."""
        _application().installEventFilter(self)

    def stop(self) -> None:
        """Hold it no more."""
        _application().removeEventFilter(self)

    @guarded(False)
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let everything through, but the wheel to such a field."""
        # Every event of the application comes by: the first question must be a cheap one.
        if not isinstance(event, QWheelEvent):
            return False
        if isinstance(watched, QWindow):
            _keep_focus_away(watched, event.position().toPoint())
            return False
        if _is_field(watched) and not watched.hasFocus():
            # Ignored, it goes on to whatever the field stands in.
            event.ignore()
            return True
        return False


def _keep_focus_away(window: QWindow, place: QPoint) -> None:
    """Qt gives its fields the focus by the wheel itself, before they are asked: a click or Tab still gives it."""
    whole = next((widget for widget in QApplication.topLevelWidgets() if widget.windowHandle() is window), None)
    under = None if whole is None else whole.childAt(place)
    while under is not None and not under.isWindow():
        if _is_field(under) and under.focusPolicy() == Qt.FocusPolicy.WheelFocus:
            under.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        under = under.parentWidget()


def _is_field(watched: QObject) -> TypeGuard[QWidget]:
    """Whether the wheel would change a value there; a scroll bar only moves what is seen."""
    return isinstance(watched, Field) and not isinstance(watched, QScrollBar)


def _application() -> QApplication:
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    return application
