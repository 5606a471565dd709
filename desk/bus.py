"""The road back: after a commit, one frozen value names what changed, and whoever shows it reads it again."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from desk.logs import log_of

_log = log_of(__name__)


class Topic(StrEnum):
    """What a view may show, and so what a commit may have changed."""

    VISITS = "visits"
    BOOKINGS = "bookings"
    SALES = "sales"
    PRINTING = "printing"
    PEOPLE = "people"
    STAFF = "staff"
    TILL = "till"
    SPACES = "spaces"
    PRICES = "prices"
    HOUSE = "house"
    BACKUPS = "backups"


EVERYTHING = frozenset(Topic)


@dataclass(frozen=True)
class Changed:
    """A commit changed these topics. Identifiers are left out: views re-read the small values they show."""

    topics: frozenset[Topic]


Listener = Callable[[Changed], None]


class Bus:
    """Delivers each `Changed` to its listeners, on the thread that committed, in the order they came."""

    def __init__(self) -> None:
        self._listeners: list[Listener] = []

    def subscribe(self, listener: Listener) -> Callable[[], None]:
        """Hear every change from now on; the answer is the function that stops it."""
        self._listeners.append(listener)

        def stop() -> None:
            if listener in self._listeners:
                self._listeners.remove(listener)

        return stop

    def publish(self, changed: Changed) -> None:
        """Tell everyone. A listener that fails is logged: the commit stands and the others still hear."""
        for listener in list(self._listeners):
            try:
                listener(changed)
            except Exception:
                _log.exception("a listener failed", topics=changed.topics)
