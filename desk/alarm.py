"""The roll call under way: who was found since it began. Kept while the desk is open, whatever screen is shown."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from desk.clock import Clock


class Alarm:
    """The ticks of one roll call, by visit or booking; a new call is begun by a person, never by leaving the screen."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._found: set[str] = set()
        self.began_at: datetime | None = None
        """When the first tick was made (aware, UTC); None while nobody is ticked."""

    def tick(self, identifier: str, found: bool) -> None:
        """Someone was found, or was ticked by mistake."""
        if found:
            self.began_at = self.began_at or self._clock.now()
            self._found.add(identifier)
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
        self.began_at = None
