"""Random gestures on bookings, for one process or several on one database; run as a module by the tests."""

from __future__ import annotations

import sys
from collections import Counter
from datetime import datetime, timedelta
from pathlib import Path
from random import Random

from desk.bookings import BookingEdit, BookingRequest, Scope
from desk.clock import SetClock
from desk.demo.together import MakingDesk
from desk.errors import Refused
from desk.frontdesk import FrontDesk
from desk.rights import AT_TERMINAL
from models.bookings import BookingKind
from tests.support.house import PARIS

FIRST = datetime(2026, 11, 23, 7, tzinfo=PARIS)
SPACES = ("calumet", "pow-wow", "agora", "salon", "les-deux", "tout-en-bas")
_KINDS = tuple(BookingKind)
_RULES = (
    "FREQ=DAILY;COUNT=6", "FREQ=WEEKLY;BYDAY=MO,TH;COUNT=6", "FREQ=WEEKLY;INTERVAL=2;COUNT=4", "FREQ=MONTHLY;COUNT=3",
)  # fmt: skip
# Wide enough that some places are free, narrow enough that most gestures meet something in their way.
_DAYS = 120
TOGETHER = 35
"""Gestures of the second process that share a transaction, so that ten thousand are done in good time."""


class Gestures:
    """A facilitator with no plan at all; `done` counts what was done and what was refused."""

    def __init__(self, desk: FrontDesk, seed: int) -> None:
        self._desk = desk
        self._rng = Random(seed)
        self._mine: list[str] = []
        self._acts: list[str] = []
        self.done: Counter[str] = Counter()

    def go_on(self, count: int) -> None:
        """Make so many gestures."""
        gestures = (self._book, self._move, self._extend, self._shorten, self._cancel, self._recur, self._undo)
        for _ in range(count):
            gesture = self._rng.choices(gestures, (30, 24, 16, 8, 10, 4, 8))[0]
            answer = gesture()
            self.done[f"{gesture.__name__[1:]} {'no' if isinstance(answer, Refused) else 'yes'}"] += 1

    def _when(self) -> datetime:
        return FIRST + timedelta(days=self._rng.randrange(_DAYS), minutes=15 * self._rng.randrange(4, 72))

    def _request(self) -> BookingRequest:
        start = self._when()
        minutes = self._rng.choice((15, 30, 60, 90, 240, 900))
        margins = self._rng.choices(((0, 0), (15, 0), (0, 30), (60, 60)), (60, 15, 15, 10))[0]
        return BookingRequest(
            self._rng.choice(SPACES), start, start + timedelta(minutes=minutes), self._rng.choice(_KINDS), "Essai",
            set_up_minutes=margins[0], clean_up_minutes=margins[1], override_reason="essai",
        )  # fmt: skip

    def _book(self) -> object:
        held = self._desk.bookings.hold(self._request())
        if isinstance(held, str):
            self._mine.append(held)
        return held

    def _recur(self) -> object:
        held = self._desk.bookings.hold_series(
            self._request(), self._rng.choice(_RULES), leave_out=self._rng.random() < 0.5
        )
        if not isinstance(held, Refused):
            self._mine += held.booking_ids
        return held

    def _edit(self, change: BookingEdit) -> object:
        if not self._mine:
            return Refused("none", "")
        scope = self._rng.choices(tuple(Scope), (80, 10, 10))[0]
        return self._kept(self._desk.bookings.edit(self._rng.choice(self._mine), change, scope))

    def _kept(self, answer: object) -> object:
        if not isinstance(answer, Refused):
            self._acts.append(answer.act_id)  # type: ignore[attr-defined]
        return answer

    def _move(self) -> object:
        space = self._rng.choice((None, *SPACES))
        return self._edit(BookingEdit(space_id=space, starts_at=self._when(), override_reason="essai"))

    def _length(self, *minutes: int) -> object:
        if not self._mine:
            return Refused("none", "")
        booking = self._rng.choice(self._mine)
        listed = self._desk.bookings.get(booking)
        assert listed is not None
        ends = listed.ends_at + timedelta(minutes=self._rng.choice(minutes))
        return self._kept(self._desk.bookings.edit(booking, BookingEdit(ends_at=ends, override_reason="essai")))

    def _extend(self) -> object:
        return self._length(15, 30, 120)

    def _shorten(self) -> object:
        return self._length(-15, -60)

    def _cancel(self) -> object:
        if not self._mine:
            return Refused("none", "")
        scope = self._rng.choices(tuple(Scope), (90, 5, 5))[0]
        return self._kept(self._desk.bookings.cancel(self._rng.choice(self._mine), scope))

    def _undo(self) -> object:
        if not self._acts:
            return Refused("none", "")
        return self._desk.bookings.undo(self._acts.pop())


def main(folder: str, seed: str) -> None:
    """Make gestures on a folder that another process uses at the same time: so many for each line that it sends."""
    desk = MakingDesk(Path(folder), operator=AT_TERMINAL, clock=SetClock(FIRST), durable=False)
    gestures = Gestures(desk, int(seed))
    for _ in sys.stdin:
        with desk.work.together():
            gestures.go_on(TOGETHER)
        print(dict(gestures.done), flush=True)
    desk.close()


if __name__ == "__main__":
    main(*sys.argv[1:])
