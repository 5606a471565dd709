"""Times in milliseconds, taken in turn."""

from __future__ import annotations

import gc
import statistics
import time
from collections.abc import Callable
from dataclasses import dataclass

Act = Callable[[], object]
Probe = Callable[[], float]


@dataclass(frozen=True)
class Times:
    """What one act took, each time it was done, in milliseconds."""

    values: tuple[float, ...]

    @property
    def median(self) -> float:
        """Half of the times are below it."""
        return statistics.median(self.values)

    @property
    def best(self) -> float:
        """The shortest time: the one that the rest of the machine disturbed least."""
        return min(self.values)

    @property
    def p99(self) -> float:
        """All but one time in a hundred are below it."""
        ordered = sorted(self.values)
        return ordered[min(len(ordered) - 1, int(len(ordered) * 0.99))]

    def over(self, count: int) -> Times:
        """The time of one of `count` things that the act did."""
        return Times(tuple(value / count for value in self.values))


def timed(act: Act) -> float:
    """How long `act` takes."""
    start = time.perf_counter_ns()
    act()
    return (time.perf_counter_ns() - start) / 1e6


def probe(act: Act) -> Probe:
    """The measure of `act`, to be taken again and again."""
    return lambda: timed(act)


def in_turn(rounds: int, *probes: Probe, warm: int = 1) -> tuple[Times, ...]:
    """Take each probe once a round, after `warm` rounds that are not kept; every other round in the other order."""
    kept: list[list[float]] = [[] for _ in probes]
    gc.collect()
    for number in range(-warm, rounds):
        order = range(len(probes)) if number % 2 else reversed(range(len(probes)))
        for index in order:
            value = probes[index]()
            if number >= 0:
                kept[index].append(value)
    return tuple(Times(tuple(values)) for values in kept)
