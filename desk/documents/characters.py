"""Characters that a paper cannot show become readable ones: nothing is ever lost in silence.

A thermal printer knows 256 characters and a font some hundreds. What is missing is replaced by its nearest spelling
(œ -> oe, ł -> l), and as a last resort by "?", which a person can see.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable

Knows = Callable[[str], bool]

_SPELLINGS = {
    "œ": "oe",
    "Œ": "OE",
    "æ": "ae",
    "Æ": "AE",
    "ß": "ss",
    "ẞ": "SS",
    "ø": "o",
    "Ø": "O",
    "ł": "l",
    "Ł": "L",
    "đ": "d",
    "Đ": "D",
    "ð": "d",
    "Ð": "D",
    "þ": "th",
    "Þ": "Th",
    "ı": "i",
    "’": "'",
    "‘": "'",
    "‚": "'",
    "ʼ": "'",
    "′": "'",
    "“": '"',
    "”": '"',
    "„": '"',
    "″": '"',
    "«": '"',
    "»": '"',
    "‹": "'",
    "›": "'",
    "–": "-",
    "—": "-",
    "‑": "-",
    "‐": "-",
    "−": "-",
    "…": "...",
    "·": "-",
    "•": "-",
    "×": "x",
    "→": "->",
    "←": "<-",
    "€": "EUR",
    "№": "no ",
    "☐": "[ ]",
    "□": "[ ]",
    "☑": "[x]",
    "✓": "x",
}
_NO_BREAK_SPACES = "\u00a0\u202f\u2007\u2060"
_cache: dict[tuple[str, str], str] = {}


def readable(text: str, knows: Knows, paper: str) -> str:
    """`text` with only characters that `knows` accepts; `paper` names the alphabet, for the cache.

    Control characters become spaces (a name must not be able to command a printer), invisible ones go, and every
    no-break space becomes U+00A0, which the layout keeps whole and the printer receives as a plain space.
    """
    composed = unicodedata.normalize("NFC", text)
    if composed.isascii() and composed.isprintable():
        return composed
    return "".join([_cache.get((paper, char)) or _remember(char, knows, paper) for char in composed])


def _remember(char: str, knows: Knows, paper: str) -> str:
    if len(_cache) > 4096:
        _cache.clear()
    spelling = _spelling(char, knows)
    if spelling:
        _cache[(paper, char)] = spelling
    return spelling


def _spelling(char: str, knows: Knows) -> str:
    if char in _NO_BREAK_SPACES:
        return "\u00a0"
    category = unicodedata.category(char)
    if char.isspace() or category in {"Cc", "Zs", "Zl", "Zp"}:
        return " "
    if category in {"Cf", "Mn", "Me"}:  # joiners and lone accents have no shape of their own
        return ""
    if knows(char):
        return char
    if char in _SPELLINGS:
        return "".join(_spelling(part, knows) for part in _SPELLINGS[char])
    base = "".join(
        part for part in unicodedata.normalize("NFKD", char) if not unicodedata.category(part).startswith("M")
    )
    if base.strip() and base != char:
        return "".join(_spelling(part, knows) for part in base)
    return "?"
