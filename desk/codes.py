"""The short code on a card or a pass: `CC1`, twelve random symbols, two check symbols.

The alphabet is Crockford's base32 (no I L O U, which read like 1 1 0 V) without A Q Z W M, the letters that
change place between a QWERTY and an AZERTY keyboard: a scanner set to the wrong layout still types the others.
A code says nothing about its bearer; it is looked up in the desk's own memory.
"""

from __future__ import annotations

import re
import secrets
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from desk.errors import Refused
from desk.language import translate

ALPHABET = "0123456789BCDEFGHJKNPRSTVXY"
PREFIX = "CC1"
BODY_LENGTH = 12
CHECK_LENGTH = 2
LENGTH = len(PREFIX) + BODY_LENGTH + CHECK_LENGTH
LONGEST_RAW = 256
"""Raw characters looked at, at most: a longer text is not a code, whatever it holds."""

_BASE = len(ALPHABET)
_MODULUS = _BASE**CHECK_LENGTH
_VALUES = {symbol: value for value, symbol in enumerate(ALPHABET)}
_GROUP = 4
# An ECI mark (`\000026`) or an AIM symbology mark (`]Q1`): some scanners send them before the content.
_MARK = r"\\[0-9]{6}|\][A-Z][0-9]"
_MARKS = re.compile(rf"^(?:{_MARK})+|\\[0-9]{{6}}")
# Control, format and separator characters, dashes: never content, always carriage.
_CARRIAGE = frozenset({"Cc", "Cf", "Zs", "Zl", "Zp", "Pd"})
# Crockford: a person reading a printed code aloud may say O for 0, I or L for 1.
_LOOK_ALIKES = str.maketrans("OIL", "011")
_BEGINNING = re.compile(rf"(?:{_MARK})*(?:\\[0-9]{{0,5}}|\][A-Z]?|C|CC|CC[12].*)?", re.DOTALL)


@dataclass(frozen=True)
class Code:
    """A code whose check is right; `text` is its normalised form, `LENGTH` symbols."""

    text: str

    @property
    def grouped(self) -> str:
        """The code as printed for people."""
        return grouped(self.text)


class Problem(StrEnum):
    """Why a text is not a valid code."""

    EMPTY = "code_empty"
    NOT_OURS = "code_not_ours"
    MISREAD = "code_misread"
    TOO_LONG = "code_too_long"


@dataclass(frozen=True)
class CodeProblem:
    """A text that is no valid code: which problem, and the sentence for the person at the desk."""

    kind: Problem
    sentence: str

    def refused(self) -> Refused:
        """The same as a refusal, for the use cases."""
        return Refused(self.kind.value, self.sentence)


def make(random_symbol_source: Callable[[int], int] = secrets.randbelow) -> str:
    """A new code. `random_symbol_source(n)` returns a number from 0 to n - 1; the default cannot be guessed."""
    body = "".join(ALPHABET[random_symbol_source(_BASE)] for _ in range(BODY_LENGTH))
    return PREFIX + body + _check(body)


def normalise(raw: str) -> str:
    """`raw` without carriage (control characters, spaces, dashes, ECI and AIM marks), in capitals, O I L as 0 1 1.

    A text longer than `LONGEST_RAW` characters gives "": no code is that long, and reading on would cost.
    """
    return stripped(raw).translate(_LOOK_ALIKES)


def stripped(raw: str) -> str:
    """`raw` without carriage, in capitals, each letter as it was read; "" for what is longer than any code."""
    if len(raw) > LONGEST_RAW:
        return ""
    if raw.isascii() and raw.isalnum():  # as a scanner sends it: nothing to take away
        return raw.upper()
    kept = "".join(char for char in raw if unicodedata.category(char) not in _CARRIAGE)
    capitals = "".join(char.upper() if char.isascii() else char for char in kept)
    return _MARKS.sub("", capitals)


def parse(raw: str) -> Code | CodeProblem:
    """The code that `raw` carries, or the reason why it carries none. Never raises."""
    if len(raw) > LONGEST_RAW:
        return _problem(Problem.TOO_LONG)
    text = normalise(raw)
    if not text:
        return _problem(Problem.EMPTY)
    if not text.startswith(PREFIX):
        return _problem(Problem.NOT_OURS)
    return Code(text) if _is_right(text) else _problem(Problem.MISREAD)


def grouped(code: str) -> str:
    """A code as printed for people, `CC1 7K3D 0FVW X92B YT`; `normalise` takes it back."""
    rest = code[len(PREFIX) :]
    groups = (rest[start : start + _GROUP] for start in range(0, len(rest), _GROUP))
    return " ".join((code[: len(PREFIX)], *groups))


def may_begin(text: str) -> bool:
    """True if `text` could be the first characters of a scanned code, marks included; past the prefix all may come.
    The codes of receipts (`desk.receipt_codes`) begin nearly as the others do.

    The keyboard ear asks this at each key, so it is one regular expression and no cleaning.
    """
    return _BEGINNING.fullmatch(text.upper()) is not None


def _is_right(text: str) -> bool:
    if len(text) != LENGTH or any(symbol not in _VALUES for symbol in text):
        return False
    body = text[len(PREFIX) : -CHECK_LENGTH]
    return text[-CHECK_LENGTH:] == _check(body)


def _check(body: str) -> str:
    """Two symbols: the sum, modulo 27², of prefix and body weighted by powers of two.

    A power of two, 2^i - 2^(i+1) and 2^i + 27 are all prime to 27², and two symbols differ by less than 27: so
    one wrong symbol or two swapped neighbours always change the sum. Any other error passes once in 729.
    """
    total, weight = 0, 1
    for symbol in reversed(PREFIX + body):
        weight = weight * 2 % _MODULUS
        total += weight * _VALUES[symbol]
    high, low = divmod(total % _MODULUS, _BASE)
    return ALPHABET[high] + ALPHABET[low]


def _problem(kind: Problem) -> CodeProblem:
    sentences = {
        Problem.EMPTY: translate("Codes", "Aucun code n’a été lu."),
        Problem.NOT_OURS: translate("Codes", "Ce code n’est pas un code de Casaco."),
        Problem.MISREAD: translate("Codes", "Le code a été mal lu. Recommencez."),
        Problem.TOO_LONG: translate("Codes", "Ce texte est trop long pour être un code de Casaco."),
    }
    return CodeProblem(kind, sentences[kind])
