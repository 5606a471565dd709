"""The few ESC/POS commands that more than one module must know by their bytes."""

from __future__ import annotations

SELECT_PAGE = b"\x1bt"
"""ESC t, then the number of the code page."""

RASTER = b"\x1dv0\x00"
"""GS v 0, then width in bytes and height in dots, two bytes each, the low one first."""


def ending_at(data: bytes) -> int:
    """Where the end of a ticket begins: the last choice of the code page, which `escpos_bytes` repeats there.

    0 for what has no such place: it is then one piece. No text can hold the command (characters.py), and no picture
    stands after it.
    """
    first, last = data.find(SELECT_PAGE), data.rfind(SELECT_PAGE)
    return last if last > first else 0
