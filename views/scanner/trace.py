"""The keys of one scan of the calibration card, and where the card's symbols stand among them. Without Qt."""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from desk.calibration import PAYLOAD
from views.scan_keys import Key


class Ending(StrEnum):
    """The key after the last symbol."""

    ENTER = "enter"
    TAB = "tab"
    NONE = "none"


@dataclass(frozen=True)
class TracedKey:
    """One key as it came: its readings (`desk.keyboard_layouts.readings`), Shift, and when, in milliseconds."""

    meant: Key
    shift: bool
    at: float


@dataclass(frozen=True)
class Trace:
    """The keys of one scan, and what ended it."""

    keys: tuple[TracedKey, ...]
    ending: Ending


@dataclass(frozen=True)
class CardSeen:
    """The card's symbols among the keys of `trace`: which reading shows them, and from where."""

    trace: Trace
    reading: int
    start: int

    @property
    def _end(self) -> int:
        return self.start + len(PAYLOAD)

    @property
    def card(self) -> tuple[TracedKey, ...]:
        """The keys of the card itself, one a symbol."""
        return self.trace.keys[self.start : self._end]

    @property
    def before(self) -> tuple[Key, ...]:
        """What the scanner typed before the card."""
        return tuple(key.meant for key in self.trace.keys[: self.start])

    @property
    def after(self) -> tuple[Key, ...]:
        """What it typed after the card, its last key (Enter, Tab) apart."""
        return tuple(key.meant for key in self.trace.keys[self._end :])

    @property
    def gaps(self) -> tuple[float, ...]:
        """Milliseconds between the symbols, in order."""
        times = [key.at for key in self.card]
        return tuple(after - before for before, after in itertools.pairwise(times))

    @property
    def readings(self) -> frozenset[int]:
        """Every reading that shows the card."""
        shown = ("".join(key.meant[reading] for key in self.card) for reading in range(len(self.card[0].meant)))
        return frozenset(reading for reading, text in enumerate(shown) if text.upper() == PAYLOAD)

    def text(self, keys: Sequence[Key]) -> str:
        """Those keys as this scanner meant them."""
        return "".join(key[self.reading] for key in keys)


def find_card(trace: Trace) -> CardSeen | None:
    """The card in the trace, by the first reading that shows it; None when its symbols did not all arrive."""
    keys = [key.meant for key in trace.keys]
    for reading in range(len(keys[0]) if keys else 0):
        for start in range(len(keys) - len(PAYLOAD) + 1):
            text = "".join(key[reading] for key in keys[start : start + len(PAYLOAD)])
            if text.upper() == PAYLOAD:
                return CardSeen(trace, reading, start)
    return None
