"""Where the keyboard rests while the answer of a scan stands over a flow: nobody’s keys press what a scan brought."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeGuard

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QAbstractSpinBox, QLineEdit, QPlainTextEdit, QTextEdit, QWidget

from desk.language import translate
from views.plan.guard import guarded

_WRITTEN_IN = (QLineEdit, QAbstractSpinBox, QTextEdit, QPlainTextEdit)
_TYPING = frozenset(
    {QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress, QEvent.Type.KeyRelease, QEvent.Type.InputMethod}
)
_LEFT_TO_OTHERS = frozenset(
    {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Escape, Qt.Key.Key_Tab, Qt.Key.Key_Backtab}
)
_CHORD = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier


def is_written_in(held: QWidget | None, whole: QWidget) -> TypeGuard[QWidget]:
    """Whether somebody writes in `held`: any field of `whole`, or another that is not empty."""
    if isinstance(held, KeyKeeper):
        return True
    return isinstance(held, _WRITTEN_IN) and (
        whole.isAncestorOf(held) or not isinstance(held, QLineEdit) or bool(held.text())
    )


class KeyKeeper(QWidget):
    """Has no size and does nothing by itself: what is typed goes on into the field it was begun in, though hidden.

    A letter that goes nowhere is no shortcut either while a flow waits. Enter, Esc and Tab are left to the column.
    """

    def __init__(self, parent: QWidget, is_awaited: Callable[[], bool]) -> None:
        """`is_awaited` says whether a flow waits behind the answer."""
        super().__init__(parent)
        self.setFixedSize(0, 0)
        self._is_awaited = is_awaited
        self._field: QWidget | None = None

    def keep(self, held: QWidget | None, said: str) -> None:
        """Take the keyboard from `held`, which goes on being written in if it can be; `said` is read out."""
        self.setAccessibleDescription(said)
        if held is self:
            return
        self.forget()
        if isinstance(held, _WRITTEN_IN) and held.isEnabled():
            self._field = held
            held.destroyed.connect(self.forget)
            # As for the field itself: an input method may compose, and the scanner's ear knows that text is typed.
            asks = held.testAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled)
            self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, asks)
        if isinstance(held, QLineEdit):
            # Nobody has finished: an amount half typed is not written out, and what is selected stays selected.
            before = held.blockSignals(True)
            self.setFocus(Qt.FocusReason.PopupFocusReason)
            held.blockSignals(before)
        else:
            self.setFocus(Qt.FocusReason.PopupFocusReason)

    def forget(self) -> None:
        """Write in no field any more."""
        self._field = None
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, False)

    def forget_in(self, whole: QWidget) -> None:
        """The same, if the field is in `whole`, which goes away."""
        if self._field is not None and whole.isAncestorOf(self._field):
            self.forget()

    @guarded(False)
    def event(self, event: QEvent) -> bool:
        """Hand what is typed to the field; Enter, Esc and Tab go their way."""
        if event.type() not in _TYPING or (isinstance(event, QKeyEvent) and event.key() in _LEFT_TO_OTHERS):
            return super().event(event)
        if self._field is not None:
            # Its own answer only: what it does not want is nobody else's.
            self._field.event(event)
            return event.isAccepted() or event.type() == QEvent.Type.KeyPress
        if isinstance(event, QKeyEvent) and self._is_awaited() and event.text() and not event.modifiers() & _CHORD:
            event.accept()
            return True
        return super().event(event)

    @guarded(None)
    def focusInEvent(self, event: QFocusEvent) -> None:
        """Be called what it stands for, while anyone can come across it."""
        self.setAccessibleName(translate("Greeting", "Dernier passage"))
        super().focusInEvent(event)

    @guarded(None)
    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Be nothing again."""
        self.setAccessibleName("")
        super().focusOutEvent(event)

    @guarded(None)
    def inputMethodQuery(self, query: Qt.InputMethodQuery) -> Any:
        """What an input method asks of the field."""
        return self._field.inputMethodQuery(query) if self._field is not None else super().inputMethodQuery(query)
