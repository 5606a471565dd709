"""What a run of keys amounts to: the judgement of the scanner's ear, without Qt.

A key is the tuple of its readings (`desk.keyboard_layouts.readings`); a run is read once per reading, and each
question is asked of all the texts: a scanner is understood whichever of the readings is the right one.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum, auto

from desk import receipt_codes
from desk.codes import LENGTH, PREFIX, Code, may_begin, normalise, parse

Key = tuple[str, ...]

SHORTEST = 6
"""Characters: what is shorter is neither a misread code nor a foreign one."""
LONGEST_MISREAD = 64
"""Keys that are held back at most when they begin like one of our codes and a text field has the focus."""


class Kind(Enum):
    """What was heard: one of our codes, one of ours that was misread, or another code."""

    SCANNED = auto()
    MISREAD = auto()
    FOREIGN = auto()


@dataclass(frozen=True)
class Heard:
    """A scan: `text` is the normalised code, or the raw text if it is none of ours."""

    kind: Kind
    text: str


def may_be_code(keys: Sequence[Key]) -> bool:
    """True if these keys could be the first of one of our codes."""
    return len(keys) <= LONGEST_MISREAD and any(may_begin(text) for text in _texts(keys))


def heard_at_end(held: Sequence[Key], burst: Sequence[Key], *, in_text: bool) -> Heard | None:
    """What the keys were, now that Enter or Tab came at their pace; None if they were just typed.

    `held` are the keys held back, `burst` all that came at the pace of a scanner. `in_text` says that a text field
    has the focus: then a code that is not ours belongs to that field.
    """
    texts = _texts(held)
    code = next((code for text in texts if (code := _code_at_end(text))), None) or _receipt(texts)
    if code is not None:
        return Heard(Kind.SCANNED, code)
    if len(held) >= SHORTEST and (raw := _begun(texts)) is not None:
        return Heard(Kind.MISREAD, raw)
    if len(burst) >= SHORTEST and not in_text:
        return Heard(Kind.FOREIGN, _likeliest(_texts(burst)))
    return None


def heard_in_silence(held: Sequence[Key]) -> Heard | None:
    """What the keys were, now that nothing follows: some scanners send no Enter, so the length must be right."""
    texts = [text for text in _texts(held) if len(normalise(text)) == LENGTH]
    code = next((parsed.text for text in texts if isinstance(parsed := parse(text), Code)), None)
    code = code or _receipt(_texts(held))
    if code is not None:
        return Heard(Kind.SCANNED, code)
    raw = _begun(texts)
    return None if raw is None else Heard(Kind.MISREAD, raw)


def _receipt(texts: Sequence[str]) -> str | None:
    """The code of a receipt, as it was made."""
    found = next((receipt for text in texts if (receipt := receipt_codes.parse(text)) is not None), None)
    return None if found is None else receipt_codes.make(found)


def _texts(keys: Sequence[Key]) -> list[str]:
    return ["".join(reading) for reading in zip(*keys, strict=True)]


def _likeliest(texts: Sequence[str]) -> str:
    """The reading that looks like an address; else the one by the numbers of the keys."""
    return next((text for text in texts if "://" in text), texts[0])


def _begun(texts: Sequence[str]) -> str | None:
    return next((text for text in texts if normalise(text).startswith((PREFIX, receipt_codes.PREFIX))), None)


def _code_at_end(text: str) -> str | None:
    """The code that ends the text, whatever came before it (a scan that broke off, a key typed just before)."""
    clean = normalise(text)
    parsed = parse(clean[-LENGTH:])
    return parsed.text if isinstance(parsed, Code) else None
