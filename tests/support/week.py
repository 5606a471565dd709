"""A week at the desk in one process: scans, sales, seats changed, the desk locked and taken again, in the real window.

What is counted (memory, objects, timers, threads, times) is counted in the same state each time: the house empty, the
desk locked, nothing greeted.
"""

from __future__ import annotations

import gc
import random
import threading
import time
from collections import Counter, deque
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import shiboken6
from PySide6.QtCore import QEvent, QObject, Qt, QThread, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from desk.plan import SpaceState
from tests.support.house import SmallHouse
from views.app import Application
from views.flows.day_pass import DayPassPanel
from views.launch import qt_application

SIZE = (1366, 768)
ACTS_AN_HOUR = 230
"""An hour of a week of sixty-six: 15 050 acts in all."""
_A_DAY = 11 * ACTS_AN_HOUR
_BY_HAND = 20
_PAPER = 3
_GUESTS = 12
_CTRL = Qt.KeyboardModifier.ControlModifier


@dataclass(frozen=True)
class Plenty:
    """How many of each act."""

    scans: int
    sales: int
    plan_updates: int
    locks: int

    @property
    def total(self) -> int:
        """All of them."""
        return self.scans + self.sales + self.plan_updates + self.locks


WEEK = Plenty(10_000, 3_000, 2_000, 50)


@dataclass(frozen=True)
class Standing:
    """What stands while the desk rests: memory in megabytes (0 where the system does not tell), and counts."""

    megabytes: float
    objects: int
    timers: int
    threads: int
    kinds: Counter[str]

    def counts(self) -> dict[str, float]:
        """The numbers alone."""
        return {"megabytes": self.megabytes, "objects": self.objects, "timers": self.timers, "threads": self.threads}

    def grown(self, before: Standing) -> dict[str, int]:
        """The classes of which there are more than before, with how many more."""
        return {kind: more for kind, count in self.kinds.items() if (more := count - before.kinds[kind]) > 0}


class Week:
    """The window of `house`, whose members' cards are `cards`; someone whose PIN is `pin` takes the desk."""

    def __init__(self, house: SmallHouse, cards: list[str], pin: str) -> None:
        self.house = house
        self._cards = cards
        self._pin = pin
        self._chance = random.Random(1)
        self._sold = 0
        self._guests: deque[str] = deque()
        self.times: dict[str, list[float]] = {"scan": [], "sale": [], "plan_update": [], "lock": []}
        self.qt = qt_application()
        self.application = Application(self.qt, house.desk)
        self.window = self.application.window
        self.window.resize(*SIZE)
        self.window.show()
        self.window.activateWindow()
        self.application.start()
        self.settle()
        self._take_the_desk()

    def close(self) -> None:
        """Close the window."""
        self.application.stop()
        self.settle()

    def acts(self, plenty: Plenty) -> Iterator[str]:
        """The acts of the week in an order drawn by lot, each done when it is asked for."""
        left = {
            "scan": plenty.scans, "sale": plenty.sales, "plan_update": plenty.plan_updates, "lock": plenty.locks
        }  # fmt: skip
        names = [name for name, count in left.items() for _ in range(count)]
        self._chance.shuffle(names)
        done: dict[str, Callable[[], None]] = {
            "scan": self._scan, "sale": self._sell, "plan_update": self._move_someone, "lock": self._lock_and_take
        }  # fmt: skip
        for number, name in enumerate(names, 1):
            self.house.later(seconds=15)
            start = time.perf_counter_ns()
            done[name]()
            self.settle()
            self.times[name].append((time.perf_counter_ns() - start) / 1e6)
            if number % (ACTS_AN_HOUR // 4) == 0:
                self.application.bridge.minute.emit()
            if number % _A_DAY == 0:
                self._next_morning()
            yield name

    # --- the acts --------------------------------------------------------------------------------------------

    def _scan(self) -> None:
        self.window.scan(self._chance.choice(self._cards))

    def _sell(self) -> None:
        """One in twenty in the panel of the window; the others come as those of a till beside it."""
        self._sold += 1
        if self._sold % _BY_HAND:
            sold = self.house.sell_pass(guest=f"Visite {self._sold}", receipt=self._sold % _PAPER == 0)
            self._comes(sold.code)
            return
        self._press(Qt.Key.Key_J, _CTRL)
        panel = self.window.counter.flow
        assert isinstance(panel, DayPassPanel), panel
        panel.go_on()
        panel.go_on()
        assert panel.sold is not None
        self._comes(panel.sold.code)
        panel.go_on()

    def _comes(self, code: str) -> None:
        """The guest stays until others have come: no house holds those of a whole day."""
        self._guests.append(code)
        if len(self._guests) > _GUESTS:
            self.window.scan(self._guests.popleft())

    def _move_someone(self) -> None:
        """Someone who is in goes to another free seat, and the plan shows it; with nobody in, somebody comes."""
        people = self.house.desk.presence.now().people
        now = self.window.gestures.now
        assert now is not None
        seats = [(s.id, seat.id) for s in now.spaces for seat in s.seats if seat.state is SpaceState.FREE]
        if not people or not seats:
            self._scan()
            return
        self.house.desk.checkin.seat(self._chance.choice(people).visit_id, *self._chance.choice(seats))

    def _lock_and_take(self) -> None:
        self.window.lock()
        self.settle()
        self._take_the_desk()

    def _take_the_desk(self) -> None:
        """By the keyboard, as a person does."""
        assert self.window.is_locked
        self.window.sign_in.focus_first()
        for character in self._pin:
            QTest.keyClicks(QApplication.focusWidget() or self.window, character)
            self.application.wedge.settle()
        self._press(Qt.Key.Key_Return)
        assert not self.window.is_locked
        if self.window.counter.flow is not None:
            self._press(Qt.Key.Key_Return)  # the float of the day, as it is proposed
        self.window.banner.forget()

    def _next_morning(self) -> None:
        self._let_out()
        self.house.later(hours=13)
        self.application.bridge.minute.emit()
        self.settle()

    def _let_out(self) -> None:
        self._guests.clear()
        for person in self.house.desk.presence.now().people:
            self.house.desk.checkin.leave(person.visit_id)
        self.settle()

    # --- what stands -----------------------------------------------------------------------------------------

    def rest(self) -> Standing:
        """Bring the desk to rest, count what stands, and take it again."""
        self._let_out()
        self.window.counter.greeting.clear()
        while self.house.desk.queue.pending() or self.application.jobs.is_running:
            self.application.jobs.kick()
            self.settle()
        self.window.lock()
        self.settle()
        gc.collect()
        self.settle()
        found = _standing()
        self._take_the_desk()
        return found

    def _press(self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        QTest.keyClick(self.window.windowHandle(), key, modifier)
        self.application.wedge.settle()
        self.window.header.omnibox.settle()
        self.settle()

    def settle(self) -> None:
        """Let the window finish what it is doing; Qt deletes what was let go only in a loop of its own."""
        self.application.bridge.look_outside()
        self.qt.processEvents()
        while self.application.bridge.is_behind:
            self.qt.processEvents()
        self.qt.processEvents()
        self.qt.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


def _standing() -> Standing:
    alive = [o for o in gc.get_objects() if isinstance(o, QObject) and shiboken6.isValid(o)]  # type: ignore[no-untyped-call]
    roots = {id(o): o for o in (*alive, *QApplication.topLevelWidgets())}
    below = {id(c): c for root in roots.values() if root.parent() is None for c in root.findChildren(QObject)}
    everything = [*{**roots, **below}.values()]
    timers = [o for o in everything if isinstance(o, QTimer) and o.isActive()]
    running = [o for o in everything if isinstance(o, QThread) and o.isRunning()]
    own = [t for t in threading.enumerate() if not isinstance(t, threading._DummyThread)]
    kinds = Counter(o.metaObject().className() for o in everything)
    return Standing(_megabytes(), len(everything), len(timers), len(own) + len(running), kinds)


def _megabytes() -> float:
    """What the process holds in memory now."""
    statm = Path("/proc/self/statm")
    if not statm.exists():
        return 0.0
    import resource

    return int(statm.read_text("ascii").split()[1]) * resource.getpagesize() / 1e6
