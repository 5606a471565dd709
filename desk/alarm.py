"""The roll call under way: who was found since it began. Kept while the desk is open, whatever screen is shown."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, timedelta

from desk.clock import Clock

LAPSES = timedelta(minutes=30)
"""Without a tick for so long, the list asked for again is that of another alarm: nobody may be taken for found."""


class Alarm:
    """The ticks of one roll call, by visit or booking; leaving the screen begins no other."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._found: set[str] = set()
        self.began_at: datetime | None = None
        """When the first tick was made (aware, UTC); None while nobody is ticked."""
        self._last_at: datetime | None = None
        self._former: set[str] = set()
        self.former_at: datetime | None = None
        """When the call that was put aside began; None when there is none, or once this one has a tick."""

    def tick(self, identifier: str, found: bool) -> None:
        """Someone was found, or was ticked by mistake."""
        if found:
            self._last_at = self._clock.now()
            self.began_at = self.began_at or self._last_at
            self._found.add(identifier)
            self.former_at = None
        else:
            self._found.discard(identifier)

    def is_found(self, identifier: str) -> bool:
        """Whether this visit or crowd is ticked."""
        return identifier in self._found

    def keep(self, inside: Iterable[str]) -> None:
        """Forget the ticks of those who are not in any more."""
        self._found &= set(inside)

    def begin_anew(self) -> None:
        """Another alarm, or an exercise after the first: nobody is found yet."""
        self._found.clear()
        self.began_at = self.former_at = None

    def lapse(self) -> bool:
        """Put a call aside in which nobody was ticked for half an hour; whether it was."""
        if self.began_at is None or self._last_at is None or self._clock.now() - self._last_at < LAPSES:
            return False
        former, began = set(self._found), self.began_at
        self.begin_anew()
        self._former, self.former_at = former, began
        return True

    def take_up(self) -> None:
        """It was the same alarm: the call that was put aside goes on."""
        self._found, self.began_at, self.former_at = set(self._former), self.former_at, None
        self._last_at = self._clock.now()
