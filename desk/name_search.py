"""Many names at hand for the box: the same likeness as `desk.names.similarity`, without looking at each name.

Ten thousand members have a few thousand words between them. What was typed is compared with the words, of which most
are put aside at once; only the names that hold a likely word are weighed.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from heapq import nsmallest
from itertools import islice

from desk.names import BEGINNING_ONLY, GOOD_ENOUGH, JOINED, JOINED_LIKENESS, MENDED, likeness_of_word

_WHOLE = 100.0
_NARROW = 60.0
_LAST = "\U0010ffff"
"""Comes after every character that a searchable name may have."""


class NameSearch:
    """Searchable names, in the order in which those that are as good as each other are to be answered."""

    def __init__(self, names: Sequence[str]) -> None:
        self._names = [name.split() for name in names]
        holders: dict[str, list[int]] = {}
        for place, words in enumerate(self._names):
            for word in set(words):
                holders.setdefault(word, []).append(place)
        self._holders = holders
        self._words = sorted(holders)
        self._joined = sorted(("".join(words), place) for place, words in enumerate(self._names))
        self._beginnings: dict[int, dict[str, list[str]]] = {}

    def best(self, wanted: str, limit: int) -> list[tuple[float, int]]:
        """The likeness and the place of the names most like `wanted`, a searchable text; the best first."""
        scores = self._scores(wanted)
        found = ((-score, place) for place, score in scores.items() if score >= GOOD_ENOUGH)
        return [(-score, place) for score, place in nsmallest(limit, found)]

    def _scores(self, wanted: str) -> dict[int, float]:
        typed = wanted.split()
        if not typed:
            return {}
        scores = self._of_one(typed[0]) if len(typed) == 1 else self._of_several(typed)
        if len(wanted) >= JOINED:
            scores |= dict.fromkeys(self._written_together("".join(typed)), JOINED_LIKENESS)
        return scores

    def _written_together(self, typed: str) -> Iterator[int]:
        first = bisect_left(self._joined, (typed, -1))
        past = bisect_left(self._joined, (typed + _LAST, -1))
        return (place for _, place in islice(self._joined, first, past))

    def _of_one(self, typed: str) -> dict[int, float]:
        scores: dict[int, float] = {}
        for word, likeness in self._likely(typed, GOOD_ENOUGH).items():
            for place in self._holders[word]:
                if likeness > scores.get(place, 0.0):
                    scores[place] = likeness
        return scores

    def _of_several(self, typed: list[str]) -> dict[int, float]:
        """Each word typed weighs as many letters as it has."""
        letters = sum(map(len, typed))
        longest = max(typed, key=len)
        # Were everything else found whole, the longest word would still have to be this likely.
        least = (GOOD_ENOUGH * letters - _WHOLE * (letters - len(longest))) / len(longest)
        if least >= _NARROW:
            likely = set(self._likely(longest, least))
        else:
            # Below it on the average is below it in each part.
            likely = {word for part in typed for word in self._likely(part, GOOD_ENOUGH)}
        known: dict[tuple[str, str], float] = {}

        def likeness(part: str, word: str) -> float:
            pair = (part, word)
            if pair not in known:
                known[pair] = likeness_of_word(part, word)
            return known[pair]

        places = {place for word in likely for place in self._holders[word]}
        return {
            place: sum(len(part) * max(likeness(part, word) for word in self._names[place]) for part in typed) / letters
            for place in places
        }

    def _likely(self, typed: str, least: float) -> dict[str, float]:
        """The words that are `least` like what was typed, with how much."""
        from rapidfuzz import fuzz, process

        found: dict[str, float] = {}
        if len(typed) >= BEGINNING_ONLY:
            beginnings = self._of_length(len(typed) + 1)
            # A little lower: what divides and multiplies must not lose the very last that is good enough.
            cutoff = least / MENDED - 0.01
            for beginning, _, _ in process.extract(
                typed, list(beginnings), scorer=fuzz.ratio, score_cutoff=cutoff, limit=None
            ):
                found.update((word, likeness_of_word(typed, word)) for word in beginnings[beginning])
        first, past = bisect_left(self._words, typed), bisect_left(self._words, typed + _LAST)
        found.update((word, likeness_of_word(typed, word)) for word in islice(self._words, first, past))
        return {word: likeness for word, likeness in found.items() if likeness >= least}

    def _of_length(self, length: int) -> dict[str, list[str]]:
        """The words by their first letters, worked out when first asked for: a search types a few lengths only."""
        if length not in self._beginnings:
            made: dict[str, list[str]] = {}
            for word in self._words:
                made.setdefault(word[:length], []).append(word)
            self._beginnings[length] = made
        return self._beginnings[length]
