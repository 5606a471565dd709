"""A USB scanner and a person's keyboard, as Qt sees them: key events with numbers, text and time stamps.

The layouts are written here anew, from the keyboards themselves, so that the tables of the desk are not their
own witness. Keys are numbered as X11 numbers them (evdev).
"""

from __future__ import annotations

from dataclasses import dataclass, field

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent

ENTER_KEYCODE = 36
TAB_KEYCODE = 23
SHIFT_KEYCODE = 50

_FIRST_KEYCODES = (10, 24, 38, 49, 51, 65)
_ROWS = {
    "us": (
        ("1234567890-=", "!@#$%^&*()_+"),
        ("qwertyuiop[]", "QWERTYUIOP{}"),
        ("asdfghjkl;'", 'ASDFGHJKL:"'),
        ("`", "~"),
        ("\\zxcvbnm,./", "|ZXCVBNM<>?"),
        (" ", " "),
    ),
    # "\0" stands for a dead key: it types nothing by itself.
    "fr": (
        ("&é\"'(-è_çà)=", "1234567890°+"),
        ("azertyuiop\0$", "AZERTYUIOP\0£"),
        ("qsdfghjklmù", "QSDFGHJKLM%"),
        ("²", "~"),
        ("*wxcvbn,;:!", "µWXCVBN?./§"),
        (" ", " "),
    ),
    "be": (
        ("&é\"'(§è!çà)-", "1234567890°_"),
        ("azertyuiop\0$", "AZERTYUIOP\0*"),
        ("qsdfghjklmù", "QSDFGHJKLM%"),
        ("²", "³"),
        ("µwxcvbn,;:=", "£WXCVBN?./+"),
        (" ", " "),
    ),
}
LAYOUTS = tuple(_ROWS)


def _keys(layout: str) -> dict[tuple[int, bool], str]:
    return {
        (first + place, shift): char
        for first, rows in zip(_FIRST_KEYCODES, _ROWS[layout], strict=True)
        for shift, row in zip((False, True), rows, strict=True)
        for place, char in enumerate(row)
    }


_TYPED = {layout: _keys(layout) for layout in LAYOUTS}
_KEY_FOR = {layout: {char: key for key, char in reversed(keys.items())} for layout, keys in _TYPED.items()}


def keys_for(text: str, layout: str = "us") -> list[tuple[int, bool]]:
    """The keycodes (evdev, X11) and Shift that type `text` on that layout."""
    return [_KEY_FOR[layout][char] for char in text]


def text_of(keycode: int, shift: bool, layout: str, *, caps_lock: bool = False) -> str:
    """What the key types on that layout; X11's CapsLock turns letters only, accented ones too."""
    char = _TYPED[layout][keycode, shift].replace("\0", "")
    if caps_lock and char.isalpha() and char != "µ":
        return char.lower() if shift else char.upper()
    return char


def as_typed(text: str, layout: str, *, caps_lock: bool = False) -> str:
    """What a scanner set to the US layout makes appear on a desk of that layout."""
    return "".join(text_of(*key, layout, caps_lock=caps_lock) for key in keys_for(text))


@dataclass
class Keyboard:
    """Sends keys to `target` (a QWindow as the window system does, or a widget) with time stamps of its own.

    `layout` is the desk's; `numbered` tells whether the system numbers the keys. No time passes in reality.
    """

    target: QObject
    layout: str = "us"
    caps_lock: bool = False
    numbered: bool = True
    now: int = field(default=1_000_000)

    def scan(self, payload: str, *, pace: int = 5, end: int | None = ENTER_KEYCODE) -> None:
        """The scanner types `payload` as on a US keyboard, one key in `pace` milliseconds, then `end`."""
        for keycode, shift in keys_for(payload):
            self.stroke(keycode, shift, after=pace)
        if end is not None:
            self.stroke(end, after=pace)

    def type(self, text: str, *, pace: int = 120) -> None:
        """A person types `text` on the desk's layout."""
        for keycode, shift in keys_for(text, self.layout):
            self.stroke(keycode, shift, after=pace)

    def stroke(self, keycode: int, shift: bool = False, *, after: int, repeat: bool = False) -> None:
        """Press and release a key `after` milliseconds."""
        self.now += after
        self.press(keycode, shift, repeat=repeat)
        self.release(keycode, shift, repeat=repeat)

    def press(self, keycode: int, shift: bool = False, *, repeat: bool = False) -> None:
        """Qt's question about a shortcut, then the press."""
        self._send(QEvent.Type.ShortcutOverride, keycode, shift, repeat)
        self._send(QEvent.Type.KeyPress, keycode, shift, repeat)

    def release(self, keycode: int, shift: bool = False, *, repeat: bool = False) -> None:
        self._send(QEvent.Type.KeyRelease, keycode, shift, repeat)

    def _send(self, kind: QEvent.Type, keycode: int, shift: bool, repeat: bool) -> None:
        key, text = self._key(keycode, shift)
        modifier = Qt.KeyboardModifier.ShiftModifier if shift else Qt.KeyboardModifier.NoModifier
        event = QKeyEvent(kind, key, modifier, keycode if self.numbered else 0, 0, 0, text, repeat, 1)
        event.setTimestamp(self.now)
        QCoreApplication.sendEvent(self.target, event)

    def _key(self, keycode: int, shift: bool) -> tuple[int, str]:
        special = {
            ENTER_KEYCODE: (Qt.Key.Key_Return, "\r"),
            TAB_KEYCODE: (Qt.Key.Key_Tab, "\t"),
            SHIFT_KEYCODE: (Qt.Key.Key_Shift, ""),
        }
        if keycode in special:
            key, text = special[keycode]
            return int(key), text
        text = text_of(keycode, shift, self.layout, caps_lock=self.caps_lock)
        return (ord(text.upper()[0]) if text else int(Qt.Key.Key_Dead_Circumflex)), text
