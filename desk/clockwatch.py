"""A computer's clock that jumps is told, whichever way it went: receipts carry its time.

Changes between summer and winter time are no jumps: the desk counts in UTC, and only words are local.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from datetime import datetime, timedelta

from desk.closings.hour import told_at_start
from desk.formats import day_time
from desk.language import translate
from desk.work import Work
from models.database import driver_of
from models.journal import Stream

TOLERANCE = timedelta(minutes=2)
"""A clock that the network puts right moves by seconds; what is told must be worth a person's time."""
_LAST = "SELECT at FROM journal WHERE stream = ? ORDER BY sequence DESC LIMIT 1"


def ticking() -> float:
    """Seconds that never go back, those of a sleeping computer included where the system can say."""
    return time.clock_gettime(time.CLOCK_BOOTTIME) if hasattr(time, "CLOCK_BOOTTIME") else time.time()


class ClockWatch:
    """Compares the clock with what has really gone by; at first with the journal's last records.

    Where no count outlives sleep (macOS, Windows) only the journal is compared with: a jump forward is not seen there.
    """

    def __init__(self, work: Work, seconds: Callable[[], float] = ticking) -> None:
        self._work = work
        self._seconds = seconds
        self._then: tuple[datetime, float] | None = None

    def look(self) -> str:
        """What a person must know about the clock, in words; empty when it goes as it should."""
        now, seconds = self._work.clock.now(), self._seconds()
        if self._then is None and (doubt := self._doubt(now)):
            self._then = (now, seconds)
            return doubt
        expected = self._last_record(now) if self._then is None else self._expected(seconds)
        self._then = (now, seconds)
        if abs(now - expected) <= TOLERANCE:
            return ""
        return self._words(expected, now)

    def _expected(self, seconds: float) -> datetime:
        assert self._then is not None
        return self._then[0] + timedelta(seconds=seconds - self._then[1])

    def _doubt(self, now: datetime) -> str:
        """As the desk opens: an hour that sales and closings do not believe, with the act that confirms it."""
        with self._work.read() as session:
            return told_at_start(session, self._work.site(session), now)

    def _last_record(self, now: datetime) -> datetime:
        """The instant that cannot be before now: that of the last record; `now` itself when all is well."""
        with self._work.read() as session:
            driver = driver_of(session)
            ends = [driver.execute(_LAST, (stream.value,)).fetchone() for stream in Stream]
        return max(now, *(datetime.fromisoformat(end[0]) for end in ends if end is not None))

    def _words(self, expected: datetime, now: datetime) -> str:
        with self._work.read() as session:
            zone = self._work.site(session).timezone
        words = translate(
            "ClockWatch",
            "L’horloge de l’ordinateur a avancé, du {before} au {after}. Vérifiez la date et l’heure avant de vendre"
            "\u00a0: les reçus les portent.",
        )
        if now < expected:
            words = translate(
                "ClockWatch",
                "L’horloge de l’ordinateur a reculé, du {before} au {after}. Vérifiez la date et l’heure avant de"
                " vendre\u00a0: les reçus les portent.",
            )
        return words.format(before=day_time(expected.astimezone(zone)), after=day_time(now.astimezone(zone)))
