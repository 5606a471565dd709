"""The modules of a code to scan: one way to draw it for every paper (FIELD.md: error correction Q, whole dots only)."""

from __future__ import annotations

from functools import lru_cache

QUIET = 4
"""White modules around the code that a scanner needs."""

DOTS_PER_INCH = 203
"""Of thermal printers; a module is a whole number of these dots on the roll."""

DOTS = 6
"""Dots of a module on the roll: 0.75 mm, which reads best from 80 mm paper."""

LEAST_DOTS = 4

Modules = tuple[tuple[bool, ...], ...]


@lru_cache(maxsize=64)
def modules(payload: str) -> Modules:
    """The dark and light modules of `payload`, without quiet zone, in the smallest version that holds it.

    Raises ValueError when none does.
    """
    import qrcode
    from qrcode.constants import ERROR_CORRECT_Q
    from qrcode.exceptions import DataOverflowError

    code = qrcode.QRCode(error_correction=ERROR_CORRECT_Q, border=0, box_size=1)
    code.add_data(payload, optimize=0)
    try:
        code.make(fit=True)
    except (DataOverflowError, ValueError) as error:
        raise ValueError(f"no code holds {len(payload)} characters, the payload is too dense") from error
    return tuple(tuple(bool(dark) for dark in row) for row in code.get_matrix())


def dots_per_module(size: int, width: int) -> int:
    """How many dots a module of a code of `size` modules gets on paper `width` dots wide, quiet zone included.

    Raises ValueError when the code would be too fine to scan: such a payload is a bug, not a layout.
    """
    dots = min(DOTS, width // (size + 2 * QUIET))
    if dots < LEAST_DOTS:
        raise ValueError(f"a code of {size} modules is too dense for {width} dots")
    return dots


def runs(row: tuple[bool, ...]) -> list[tuple[int, int]]:
    """The dark stretches of a row, as (first module, count)."""
    found: list[tuple[int, int]] = []
    start = -1
    for index, dark in enumerate((*row, False)):
        if dark and start < 0:
            start = index
        elif not dark and start >= 0:
            found.append((start, index - start))
            start = -1
    return found
