"""What a scanner meant, whatever the keyboard layout of the desk.

A USB scanner is a keyboard that types the US layout. Read through an AZERTY desk, `1` arrives as `&`. Two ways
back: from the key's number on the keyboard, which no layout changes (`character`), or, where a system does not
tell that number, from the text itself (`undo_layout`).
"""

from __future__ import annotations

from enum import StrEnum

from desk.codes import LONGEST_RAW, PREFIX, Code, normalise, parse


class Platform(StrEnum):
    """Who numbers the keys.

    EVDEV is what Qt's `nativeScanCode` gives on X11 and Wayland, WINDOWS the same on Windows (scan code set 1),
    MACOS is `nativeVirtualKey` on a Mac. EVDEV was run against a real X server; the tables of WINDOWS and MACOS
    are written from the public key tables and unit-tested, never yet on those systems.
    """

    EVDEV = "evdev"
    WINDOWS = "windows"
    MACOS = "macos"


# One row of a US keyboard each: the number of its first key in scan code set 1, plain and shifted characters.
_US_ROWS = (
    (0x02, "1234567890-=", "!@#$%^&*()_+"),
    (0x10, "qwertyuiop[]", "QWERTYUIOP{}"),
    (0x1E, "asdfghjkl;'`", 'ASDFGHJKL:"~'),
    (0x2B, "\\zxcvbnm,./", "|ZXCVBNM<>?"),
    (0x39, " ", " "),
)
# Linux numbers these keys like scan code set 1; X11 adds 8 to what Linux says.
_EVDEV_OFFSET = 8
# Apple's virtual key numbers follow no row, so plain characters are listed from 0x00; "\0" is no character key.
_MACOS_PLAIN = "asdfhgzxcv\0bqweryt123465=97-80]ou[ip\0lj'k;\\,/nm.\0 `"

_SHIFTED = {plain: shifted for _, row, shifted_row in _US_ROWS for plain, shifted in zip(row, shifted_row, strict=True)}
_WINDOWS = {first + place: char for first, row, _ in _US_ROWS for place, char in enumerate(row)}
_TABLES: dict[Platform, dict[int, str]] = {
    Platform.WINDOWS: _WINDOWS,
    Platform.EVDEV: {number + _EVDEV_OFFSET: char for number, char in _WINDOWS.items()},
    Platform.MACOS: {number: char for number, char in enumerate(_MACOS_PLAIN) if char != "\0"},
}


def character(platform: Platform, scan_code: int, shift: bool) -> str | None:
    """The character a US keyboard would type with that key; None if the key types none there."""
    plain = _TABLES[platform].get(scan_code)
    if plain is None:
        return None
    return _SHIFTED[plain] if shift else plain


# The same rows on AZERTY desks, as they arrive when a US scanner types (`^` and `¨` are dead keys: they seldom arrive).
_FR_ROWS = (
    ("&é\"'(-è_çà)=", "1234567890°+"),
    ("azertyuiop^$", "AZERTYUIOP¨£"),
    ("qsdfghjklmù²", "QSDFGHJKLM%~"),
    ("*wxcvbn,;:!", "µWXCVBN?./§"),
    (" ", " "),
)
_BE_ROWS = (
    ("&é\"'(§è!çà)-", "1234567890°_"),
    ("azertyuiop^$", "AZERTYUIOP¨*"),
    ("qsdfghjklmù²", "QSDFGHJKLM%³"),
    ("µwxcvbn,;:=", "£WXCVBN?./+"),
    (" ", " "),
)


def _back_to_us(rows: tuple[tuple[str, str], ...]) -> dict[str, str]:
    """The US character of the key on which a layout types each character.

    A digit stays a digit: only with CapsLock, which shifts the digit row on Windows, does a code bring one.
    On X11 CapsLock gives É È Ç À Ù instead.
    """
    back: dict[str, str] = {}
    for (plain, shifted), (_, us_plain, us_shifted) in zip(rows, _US_ROWS, strict=True):
        back |= dict(zip(plain, us_plain, strict=True)) | dict(zip(shifted, us_shifted, strict=True))
    back |= {char.upper(): back[char] for char in "éèçàù"}
    return {char: us for char, us in back.items() if not char.isdecimal()}


LAYOUTS: dict[str, dict[str, str]] = {"fr": _back_to_us(_FR_ROWS), "be": _back_to_us(_BE_ROWS)}
"""Text of an AZERTY desk back to US characters, by layout name; a character in no table stands for itself."""


def through(layout: str, text: str) -> str:
    """`text`, typed by a US scanner on a desk of that layout ("fr" or "be"), as the scanner meant it."""
    table = LAYOUTS[layout]
    return "".join(table.get(char, char) for char in text)


def readings(platform: Platform | None, scan_code: int, shift: bool, text: str) -> tuple[str, ...]:
    """What one key may have meant: by its number, as typed, and as typed through each AZERTY layout.

    Always as many readings in the same order, so that those of several keys can be joined one by one; all are ""
    for a key that types nothing. A scanner set to the desk's own layout is right as typed, hence the second.
    """
    typed = text if text.isprintable() else ""
    numbered = character(platform, scan_code, shift) if platform is not None else None
    # A dead key types nothing by itself and still is a character of the scan.
    meant = typed or numbered or ""
    return (numbered or typed, meant, *(through(layout, typed) or meant for layout in LAYOUTS))


def candidates(text: str) -> tuple[str, ...]:
    """All that `text` may have meant: itself, then each known layout undone; no duplicates."""
    return tuple(dict.fromkeys((text, *(through(layout, text) for layout in LAYOUTS))))


def undo_layout(text: str) -> str:
    """The candidate that is a valid code; else the first that begins like one; else `text` as it came.

    What an AZERTY desk types for digits is no symbol of a code, so no two candidates are different valid codes.
    A text longer than a code can be comes back as it is.
    """
    # Nearly every scan comes as it was meant, and to undo the layouts takes longer than all the rest.
    if len(text) > LONGEST_RAW or isinstance(parse(text), Code):
        return text
    known = candidates(text)
    for candidate in known:
        if isinstance(parse(candidate), Code):
            return candidate
    for candidate in known:
        if normalise(candidate).startswith(PREFIX):
            return candidate
    return text
