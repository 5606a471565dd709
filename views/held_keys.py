"""Keys held back by the scanner's ear, and the way a key takes through Qt."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import shiboken6
from PySide6.QtCore import QCoreApplication, QEvent, QObject
from PySide6.QtGui import QKeyEvent, QWindow
from PySide6.QtWidgets import QApplication, QWidget

from views.scan_keys import Key


class ReplayedKey(QKeyEvent):
    """A held key on its way to where it was typed; the filter knows it by its class and lets it go."""

    @classmethod
    def of(cls, event: QKeyEvent) -> ReplayedKey:
        copy = cls(
            event.type(),
            event.key(),
            event.modifiers(),
            event.nativeScanCode(),
            event.nativeVirtualKey(),
            event.nativeModifiers(),
            event.text(),
            event.isAutoRepeat(),
            event.count(),
        )
        copy.setTimestamp(event.timestamp())
        return copy


@dataclass(frozen=True)
class HeldKey:
    """A key held back: where it was going, and what it may have meant (nothing, for a release)."""

    event: ReplayedKey
    key: int
    watched: QObject
    focus: QWidget | None
    meant: Key
    is_press: bool

    def go_on(self) -> None:
        """Deliver the key as if it came now; if its window is gone, it goes nowhere."""
        target = self._target()
        if target is not None:
            QCoreApplication.sendEvent(target, self.event)

    def _target(self) -> QObject | None:
        """The window it was going to; the widget, if the focus has moved since; None if both are gone."""
        if _lives(self.focus) and self.focus is not QApplication.focusWidget():
            return self.focus
        return self.watched if _lives(self.watched) else None


class KeysWay:
    """Tells a key from the same key further on its way: Qt shows it at the window, the widget, each parent.

    A window always has news. A widget has, if the key did not come through its window (a test may send it so).
    """

    def __init__(self) -> None:
        self._steps: dict[QEvent.Type, tuple[object, set[int]]] = {}
        self._at_window: object = None

    def is_new(self, watched: QObject, event: QKeyEvent) -> bool:
        kind, place = event.type(), _address(watched)
        same = (event.key(), event.modifiers(), event.timestamp())
        signature = (_address(event), same)
        if isinstance(watched, QWindow):
            self._at_window = same if kind == QEvent.Type.KeyPress else None
        else:
            if kind == QEvent.Type.ShortcutOverride and same == self._at_window:
                return False  # for a press made by a program, Qt asks the widget about shortcuts on the way
            before, seen = self._steps.get(kind, (None, set()))
            if signature == before and place not in seen:
                seen.add(place)
                return False
        self._steps[kind] = (signature, {place})
        return True


def key_of(event: QKeyEvent) -> int:
    """The same number for a press and its release, even if Shift came up between them and changed the character."""
    return -event.nativeScanCode() or event.key()


def end_of_press(held: Sequence[HeldKey], presses: int) -> int:
    """How many held keys precede the press that follows the first `presses` ones."""
    places = [place for place, key in enumerate(held) if key.is_press]
    return places[presses] if presses < len(places) else len(held) if presses else 0


def _address(thing: object) -> int:
    """Where the C++ half of `thing` stands: Python may wrap it anew each time."""
    return int(shiboken6.getCppPointer(thing)[0])  # type: ignore[no-untyped-call]


def _lives(thing: QObject | None) -> bool:
    return thing is not None and bool(shiboken6.isValid(thing))  # type: ignore[no-untyped-call]
