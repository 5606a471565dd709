"""The code on a receipt: which one it is, in a short text that a scanner types and a camera reads.

`CC2`, the number without its dash, `T` and the total in cents (`N` before it when below zero), `J` and the day
(YYMMDD), `S` and the twelve digits of the short signature, two check symbols: for example
`CC2A000123T2400J261124S3F2A9C01B7DEK7`. It opens nothing and names nobody; it finds the sale again, and the total and
the signature tell whether the paper is the one that this desk printed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from desk.codes import ALPHABET, LONGEST_RAW, stripped
from desk.keyboard_layouts import candidates

PREFIX = "CC2"
LONGEST = 46
"""Characters, at most: what version 3 of a code holds at level Q."""

_CHECK = 2
_BASE = len(ALPHABET)
_BODY = re.compile(r"([A-Z]{1,3})([0-9]{6,12})T(N?)([0-9]{1,10})J([0-9]{6})S([0-9A-F]{12})")
_GROUP = 4


@dataclass(frozen=True)
class ReceiptCode:
    """What the code says: the number as printed, the total in cents, the local day, the short signature."""

    number: str
    total_cents: int
    day: date
    seal: str


def make(code: ReceiptCode) -> str:
    """The text of the code. Raises ValueError for a number or a seal that no receipt has."""
    sign = "N" if code.total_cents < 0 else ""
    body = (
        f"{code.number.replace('-', '')}T{sign}{abs(code.total_cents)}J{code.day:%y%m%d}S{code.seal.replace('-', '')}"
    )
    if _BODY.fullmatch(body) is None or len(body) + len(PREFIX) + _CHECK > LONGEST:
        raise ValueError(f"no receipt is {body!r}")
    return PREFIX + body + _check(body)


def parse(raw: str) -> ReceiptCode | None:
    """The receipt that `raw` names, on whatever keyboard layout it was typed; None for anything else."""
    return next((found for text in _texts(raw) if (found := _read(text)) is not None), None)


def begins(raw: str) -> bool:
    """Whether `raw` began as the code of a receipt: when it is none, it was misread."""
    return any(text.startswith(PREFIX) for text in _texts(raw))


def _texts(raw: str) -> Iterator[str]:
    """All that it may have meant. Layouts first: on an AZERTY desk the key of a digit types a dash."""
    return (stripped(text) for text in (candidates(raw) if len(raw) <= LONGEST_RAW else ()))


def _read(text: str) -> ReceiptCode | None:
    body, check = text[len(PREFIX) : -_CHECK], text[-_CHECK:]
    match = _BODY.fullmatch(body)
    if not text.startswith(PREFIX) or match is None or check != _check(body):
        return None
    letters, digits, sign, cents, day, seal = match.groups()
    try:
        on = date(2000 + int(day[:2]), int(day[2:4]), int(day[4:]))
    except ValueError:
        return None
    total = -int(cents) if sign else int(cents)
    grouped = "-".join(seal[start : start + _GROUP] for start in range(0, len(seal), _GROUP))
    return ReceiptCode(f"{letters}-{digits}", total, on, grouped)


def _check(body: str) -> str:
    """Two symbols, as on a card (`desk.codes`): one wrong character or two swapped neighbours always show."""
    total, weight = 0, 1
    for symbol in reversed(PREFIX + body):
        weight = weight * 2 % _BASE**2
        total += weight * int(symbol, 36)
    high, low = divmod(total % _BASE**2, _BASE)
    return ALPHABET[high] + ALPHABET[low]
