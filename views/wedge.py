"""The scanner heard from anywhere: a keyboard that types a code very fast and ends it with Enter or Tab.

`ScannerWedge` sees each key of the application before any window does. A key that could belong to a code is
held back, with its release, and its shortcut is suppressed; the next keys show what it was:

- a whole code: nothing of it ever reaches a window, its Enter neither, and `scanned` tells it;
- anything else, or 50 ms of silence: the held keys go on to where they were typed, in order.

So a text field never shows a scan and needs no repair, and a person who types "c" sees it 50 ms late at most.
Only C, backslash and ] can begin a code (the latter two as marks of some scanners): no other key is ever late.
Dead keys and input methods compose before Qt makes keys of them; what they commit flushes what is held first.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum, auto

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QGuiApplication, QInputMethodEvent, QKeyEvent
from PySide6.QtWidgets import QApplication

from desk.keyboard_layouts import Platform, readings
from desk.logs import log_of
from views.held_keys import HeldKey, KeysWay, ReplayedKey, end_of_press, key_of
from views.scan_keys import Heard, Key, Kind, heard_at_end, heard_in_silence, may_be_code

CADENCE_MS = 50
"""The longest time between two keys of one scan."""
_LATE_END_MS = 150  # an Enter this soon after a code that ended by silence is still the scanner's
_LONGEST_FOREIGN = 1024
_SURELY_A_SCANNER = 3  # keys in a row at a scanner's pace; a person's fingers may manage as many

_log = log_of(__name__)
_ENDS = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab})
_MODIFIERS = frozenset(
    {
        Qt.Key.Key_Shift,
        Qt.Key.Key_Control,
        Qt.Key.Key_Alt,
        Qt.Key.Key_AltGr,
        Qt.Key.Key_Meta,
        Qt.Key.Key_CapsLock,
        Qt.Key.Key_NumLock,
        Qt.Key.Key_ScrollLock,
    }
)
_CHORD = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier
_PLATFORMS = {
    "xcb": Platform.EVDEV,
    "wayland": Platform.EVDEV,
    "windows": Platform.WINDOWS,
    "cocoa": Platform.MACOS,
}

Clock = Callable[[QKeyEvent], float]


def event_time(event: QKeyEvent) -> float:
    """Milliseconds of the key as the window system stamped it; now, if it did not.

    The stamp is right even when the desk was busy and reads the keys late.
    """
    return float(event.timestamp() or time.monotonic() * 1000)


class _Act(Enum):
    """What to do with a pressed key."""

    IGNORE = auto()  # a modifier: goes on, changes nothing
    BREAK = auto()  # no part of any scan: what is held goes first
    PASS = auto()  # a character that begins no code: what is held goes first, but the pace is watched
    HOLD = auto()
    END = auto()  # the scan is complete: tell it
    SWALLOW = auto()  # the late Enter of a scan already told


@dataclass(frozen=True)
class _Verdict:
    act: _Act
    freed: int = 0
    """For HOLD: how many of the presses held so far turn out to be no part of a code."""
    heard: Heard | None = None
    """For END: the scan."""


class ScannerWedge(QObject):
    """Hears the scanner whatever has the focus. Main thread only."""

    scanned = Signal(str)
    """A code of ours whose check is right, normalised."""
    misread = Signal(str)
    """The raw text of what began and ended like a code of ours and is not one."""
    foreign = Signal(str)
    """Another code's content, typed by the scanner while no text field had the focus."""

    def __init__(
        self,
        parent: QObject | None = None,
        *,
        platform: Platform | None = None,
        clock: Clock = event_time,
        hold_ms: int = CADENCE_MS,
    ) -> None:
        """`platform` numbers the keys (None: what Qt runs on); `clock` dates a key; `hold_ms` is the longest wait."""
        super().__init__(parent)
        self._platform = platform or _PLATFORMS.get(QGuiApplication.platformName())
        self._clock = clock
        self._held: list[HeldKey] = []
        self._burst: list[Key] = []
        self._last: float | None = None
        self._told: float | None = None
        self._swallowed: set[int] = set()
        self._going_on: ReplayedKey | None = None
        self._way = KeysWay()
        self._silence = _single_shot(self, hold_ms)
        self._last_call = _single_shot(self, 0)
        # After a busy moment the timer may be due while keys still wait: they are read before idle time comes.
        self._silence.timeout.connect(self._last_call.start)
        self._last_call.timeout.connect(self.settle)

    def start(self) -> None:
        """Begin to hear the keys of the running application."""
        _application().installEventFilter(self)

    def stop(self) -> None:
        """Stop hearing; what is held goes on to where it was typed."""
        _application().removeEventFilter(self)
        self.settle()

    @Slot()
    def settle(self) -> None:
        """Decide now about what is held, as 50 ms of silence would: a whole code is told, the rest goes on."""
        heard = heard_in_silence(self._held_presses())
        if heard is None:
            self._free(len(self._held))
            self._forget()
            return
        self._told = self._last
        self._drop()
        self._forget()
        self._tell(heard)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Qt's own; a failure here is logged and the key goes on, for a desk without keys would be worse."""
        # Every event of the application comes by: the first question must be a cheap one.
        if not isinstance(event, (QKeyEvent, QInputMethodEvent)) or isinstance(event, ReplayedKey):
            return False
        try:
            return self._filter(watched, event)
        except Exception:
            _log.exception("the scanner's ear failed on a key; the key goes on")
            return False

    def _filter(self, watched: QObject, event: QKeyEvent | QInputMethodEvent) -> bool:
        if isinstance(event, QInputMethodEvent):
            if self._held and (event.commitString() or event.preeditString()):
                self.settle()
            return False
        if not self._way.is_new(watched, event) or self._is_question_about_replay(event):
            return False
        if event.type() == QEvent.Type.KeyRelease:
            return self._released(watched, event)
        if event.type() == QEvent.Type.ShortcutOverride:
            return self._override(event)
        return self._pressed(watched, event)

    def _override(self, event: QKeyEvent) -> bool:
        """Before each press Qt asks whether it may be a shortcut: not while it may be a scan."""
        self._break_off(event)
        act = self._verdict(event).act
        if act in (_Act.HOLD, _Act.END, _Act.SWALLOW):
            event.accept()
            return True
        # A shortcut, if it is one, acts after what was typed before it.
        if act is _Act.BREAK:
            self.settle()
        elif act is _Act.PASS:
            self._free(len(self._held))
        return False

    def _pressed(self, watched: QObject, event: QKeyEvent) -> bool:
        self._break_off(event)
        verdict = self._verdict(event)
        key = key_of(event)
        self._swallowed.discard(key)
        if verdict.act is _Act.IGNORE:
            return False
        if verdict.act in (_Act.PASS, _Act.HOLD):
            return self._character(watched, event, verdict)
        if verdict.heard is None:
            self.settle()
            if verdict.act is _Act.SWALLOW:
                self._swallowed.add(key)
            return verdict.act is _Act.SWALLOW
        self._swallowed.add(key)
        self._drop()
        self._forget()
        self._tell(verdict.heard)
        return True

    def _character(self, watched: QObject, event: QKeyEvent, verdict: _Verdict) -> bool:
        meant = self.meant(event)
        if not self._is_fast(event):
            self._burst.clear()
        self._burst.append(meant)
        self._last = self._clock(event)
        if verdict.act is _Act.PASS:
            self._free(len(self._held))
            return False
        self._free(end_of_press(self._held, verdict.freed))
        self._hold(watched, event, meant)
        self._last_call.stop()
        self._silence.start()
        return True

    def _released(self, watched: QObject, event: QKeyEvent) -> bool:
        """A release shares the fate of its press."""
        key = key_of(event)
        if any(held.key == key for held in self._held):
            self._hold(watched, event, ())
            return True
        if key in self._swallowed:
            if not event.isAutoRepeat():
                self._swallowed.discard(key)
            return True
        return False

    def _verdict(self, event: QKeyEvent) -> _Verdict:
        """What this press is, given what came before; changes nothing."""
        if event.key() in _MODIFIERS:
            return _Verdict(_Act.IGNORE)
        fast = self._is_fast(event)
        if event.modifiers() & _CHORD:
            return _Verdict(_Act.BREAK)
        if event.key() in _ENDS and not event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            return self._end_verdict(event, fast)
        meant = self.meant(event)
        # The first repetition of a key kept down comes long after its press. A quick one is the scanner's
        # doubled letter, which X11 can take for a repetition.
        if not any(meant) or (event.isAutoRepeat() and not fast):
            return _Verdict(_Act.BREAK)
        run = len(self._burst) + 1 if fast else 1
        if _SURELY_A_SCANNER < run <= _LONGEST_FOREIGN and not _types_into_text():
            return _Verdict(_Act.HOLD)
        presses = [*(self._held_presses() if fast else ()), meant]
        for freed in range(len(presses)):
            if may_be_code(presses[freed:]):
                return _Verdict(_Act.HOLD, freed)
        return _Verdict(_Act.PASS)

    def _end_verdict(self, event: QKeyEvent, fast: bool) -> _Verdict:
        if fast:
            heard = heard_at_end(self._held_presses(), self._burst, in_text=_types_into_text())
            if heard is not None:
                return _Verdict(_Act.END, heard=heard)
        if self._told is not None and 0 <= self._clock(event) - self._told <= _LATE_END_MS:
            return _Verdict(_Act.SWALLOW)
        return _Verdict(_Act.BREAK)

    def _break_off(self, event: QKeyEvent) -> None:
        """A key that comes too late ends what is held, even if the timer has not said so yet."""
        if self._held and not self._is_fast(event):
            self.settle()

    def _held_presses(self) -> list[Key]:
        return [held.meant for held in self._held if held.is_press]

    def _is_fast(self, event: QKeyEvent) -> bool:
        return self._last is not None and 0 <= self._clock(event) - self._last <= CADENCE_MS

    def meant(self, event: QKeyEvent) -> Key:
        """What a key may have meant, by each reading (`desk.keyboard_layouts.readings`)."""
        mac = self._platform is Platform.MACOS
        number = event.nativeVirtualKey() if mac else event.nativeScanCode()
        shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        return readings(self._platform, number, shift, event.text())

    def _hold(self, watched: QObject, event: QKeyEvent, meant: Key) -> None:
        focus, is_press = QApplication.focusWidget(), event.type() == QEvent.Type.KeyPress
        self._held.append(HeldKey(ReplayedKey.of(event), key_of(event), watched, focus, meant, is_press))

    def _free(self, count: int) -> None:
        """Let the first `count` held keys go on to where they were typed."""
        freed, self._held = self._held[:count], self._held[count:]
        for held in freed:
            self._going_on = held.event
            held.go_on()
        self._going_on = None

    def _is_question_about_replay(self, event: QKeyEvent) -> bool:
        """Qt asks about shortcuts again when a held press goes on; now it may be one."""
        going = self._going_on
        same = going is not None and (going.key(), going.timestamp()) == (event.key(), event.timestamp())
        return same and event.type() == QEvent.Type.ShortcutOverride

    def _drop(self) -> None:
        """The held keys were a scan: they reach nobody, and the releases still to come neither."""
        for held in self._held:
            (self._swallowed.add if held.is_press else self._swallowed.discard)(held.key)
        self._held.clear()

    def _forget(self) -> None:
        self._silence.stop()
        self._last_call.stop()
        self._burst.clear()
        self._last = None

    def _tell(self, heard: Heard) -> None:
        signals = {Kind.SCANNED: self.scanned, Kind.MISREAD: self.misread, Kind.FOREIGN: self.foreign}
        signals[heard.kind].emit(heard.text)


def _application() -> QCoreApplication:
    application = QCoreApplication.instance()
    if application is None:
        raise RuntimeError("the scanner's ear needs a running application")
    return application


def _single_shot(parent: QObject, milliseconds: int) -> QTimer:
    timer = QTimer(parent)
    timer.setSingleShot(True)
    timer.setInterval(milliseconds)
    return timer


def _types_into_text() -> bool:
    """True if characters typed now would be written somewhere: a field asks for input methods, a button does not."""
    focus = QApplication.focusWidget()
    return focus is not None and focus.testAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled)
