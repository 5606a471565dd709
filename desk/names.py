"""Comparing names as people type them: no case, no accents, words in any order, a typo or two."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterable
from functools import lru_cache

# Control characters and halves of characters: nobody types them, and some cannot be stored or printed.
_UNSEEN = frozenset({"Cc", "Cs", "Cn"})
# What neither decomposition nor case folding takes apart.
_PLAIN = str.maketrans({"œ": "oe", "æ": "ae", "ø": "o", "đ": "d", "ł": "l"})

JOINED, JOINED_LIKENESS = 4, 97.0
"""Letters from which words typed together or apart are the same, and how alike they then are."""
BEGINNING_ONLY, MENDED = 3, 0.94
"""Letters from which a slip is forgiven, and what it costs."""
GOOD_ENOUGH = 70.0
"""From this likeness on, what was typed is taken to mean a name: below it, a search would answer noise."""


def tidy(text: str, limit: int) -> str:
    """What someone typed as a name: single-spaced, without control characters, at most `limit` characters."""
    clean = "".join(c for c in text if unicodedata.category(c) not in _UNSEEN or c.isspace())
    return " ".join(clean.split())[:limit].rstrip()


def is_email(text: str) -> bool:
    """Whether this can be an e-mail address: something before the @, a dot after it, no space."""
    before, _, after = text.partition("@")
    return bool(before) and "." in after and " " not in text


@lru_cache(maxsize=1024)
def searchable(text: str) -> str:
    """The text without case, accents and punctuation, single-spaced. The box asks for the same few again and again."""
    folded = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", text).casefold())
    bare = "".join(c for c in folded if not unicodedata.combining(c)).translate(_PLAIN)
    return " ".join("".join(" " if unicodedata.category(c).startswith("P") else c for c in bare).split())


def similarity(wanted: str, candidate: str, *, whole: bool = False) -> float:
    """How well two searchable texts match, 0 to 100. By default a few letters of one word are enough; `whole`
    compares the full texts, for recognising a duplicate.

    A word that begins as typed beats any typo, so that "mar" finds Marchand before Lamarre. Each word typed weighs as
    many letters as it has: a lone initial, which begins something nearly everywhere, rescues no name that is another.
    """
    if whole:
        from rapidfuzz import fuzz

        return fuzz.token_sort_ratio(wanted, candidate)
    typed, words = wanted.split(), candidate.split()
    if not typed or not words:
        return 0.0
    if len(wanted) >= JOINED and "".join(words).startswith("".join(typed)):
        # "powwow" is Pow-Wow.
        return JOINED_LIKENESS
    likeness = sum(len(part) * max(likeness_of_word(part, word) for word in words) for part in typed)
    return likeness / sum(map(len, typed))


class NameIndex:
    """Finds, among many names, the one that is most alike as a whole; words may stand in any order."""

    def __init__(self, names: Iterable[str]) -> None:
        self._names = [_in_order(name) for name in names]

    def closest(self, name: str, at_least: float) -> int | None:
        """The position of the name most like `name`, None when none reaches `at_least` (0 to 100)."""
        from rapidfuzz import fuzz, process

        wanted = _in_order(name)
        found = process.extractOne(wanted, self._names, scorer=fuzz.ratio, score_cutoff=at_least) if wanted else None
        return None if found is None else int(found[2])


def _in_order(name: str) -> str:
    return " ".join(sorted(searchable(name).split()))


def likeness_of_word(typed: str, word: str) -> float:
    """How well one word typed matches one word of a name, 0 to 100."""
    if word.startswith(typed):
        return 100.0 if word == typed else 98.0
    # Someone still typing has the beginning only, perhaps with a slip in it.
    return _ratio()(typed, word[: len(typed) + 1]) * MENDED if len(typed) >= BEGINNING_ONLY else 0.0


@lru_cache(maxsize=1)
def _ratio() -> Callable[[str, str], float]:
    """Imported at the first search and not at each comparison: beside Qt an import statement is no longer cheap."""
    from rapidfuzz import fuzz

    return fuzz.ratio
