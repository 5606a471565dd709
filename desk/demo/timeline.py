"""One day as a line of acts: each happens at its instant, in order, and may call for others later the same day."""

from __future__ import annotations

import heapq
from collections.abc import Callable
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from desk.clock import SetClock, local_instant

Act = Callable[[], object]


class Timeline:
    """The acts of `day` up to `until`: what would come later does not happen, for the demonstration has begun."""

    def __init__(self, clock: SetClock, day: date, zone: ZoneInfo, until: datetime) -> None:
        self.day = day
        self._clock = clock
        self._zone = zone
        self._until = until
        self._acts: list[tuple[datetime, int, Act]] = []
        self._order = 0

    def instant(self, hour: time) -> datetime:
        """The instant of a local hour of this day."""
        return local_instant(self.day, hour, self._zone)

    def at(self, moment: time | datetime, act: Act) -> None:
        """Let `act` happen at a local hour or an instant; at one instant, in the order they were asked for."""
        instant = self.instant(moment) if isinstance(moment, time) else moment
        if instant <= self._until:
            self._order += 1
            heapq.heappush(self._acts, (instant, self._order, act))

    def after(self, delay: timedelta, act: Act) -> None:
        """Let `act` happen `delay` after the act that is happening."""
        self.at(self._clock.now() + delay, act)

    def run(self) -> None:
        """Let everything happen."""
        while self._acts:
            instant, _, act = heapq.heappop(self._acts)
            self._clock.set(instant)
            act()
