"""Driving the real window as a person would: keys, clicks and scans; and taking its picture."""

from __future__ import annotations

import shutil
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from desk.clock import SetClock
from desk.errors import EnvironmentFault, Refused
from desk.frontdesk import FrontDesk
from desk.language import translate
from desk.printing.states import JobState
from desk.rights import AT_TERMINAL
from views.app import Application

PATIENCE_S = 60.0
TICKETS, DOCUMENTS = "tickets", "documents"
"""Where the printer that is a folder puts its papers, beside the database; where the tour keeps them."""
CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


class Driver:
    """Hands and eyes on one window. Pictures are numbered in the order they are taken."""

    def __init__(self, qt: QApplication, desk: FrontDesk, clock: SetClock, out: Path, size: tuple[int, int]) -> None:
        self.desk = desk
        self.clock = clock
        self.out = out
        self._qt = qt
        self._taken = 0
        self.application = Application(qt, desk)
        self.window = self.application.window
        self.window.resize(*size)
        self.window.show()
        self.application.start()
        self.settle()

    def close(self) -> None:
        """Put everything away."""
        self.application.stop()
        self._qt.processEvents()

    def at(self, hour: int, minute: int) -> datetime:
        """Move the clock to that local hour of the day, and let the window see it."""
        local = self.clock.now().astimezone(self.desk.site.facts().zone)
        self.clock.set(local.replace(hour=hour, minute=minute, second=0, microsecond=0))
        self.application.bridge.minute.emit()
        self.window.banner.forget()
        self.settle()
        return self.clock.now()

    def later(self, **step: int) -> None:
        """Let some time pass."""
        self.clock.advance(timedelta(**step))

    def settle(self) -> None:
        """Let the window finish what it is doing."""
        for _ in range(3):
            self._qt.processEvents()

    def wait_until(self, done: Callable[[], bool], what: str) -> None:
        """Let the window work until `done`; raises EnvironmentFault when `what` never comes."""
        limit = time.monotonic() + PATIENCE_S
        while not done():
            if time.monotonic() > limit:
                sentence = translate("Tour", "La visite attendait ceci, qui n’est pas venu\u00a0: {what}.")
                raise EnvironmentFault(sentence.format(what=what), code="tour")
            self._qt.processEvents()

    def wait_for_paper(self) -> None:
        """Until the queue is empty: the printer is a folder, so nothing but the worker is waited for."""
        going = (JobState.WAITING, JobState.SENDING)
        self.wait_until(lambda: not any(job.state in going for job in self.desk.queue.pending()), "the printed papers")
        self.settle()

    def as_house(self, act: Callable[[], Refused | None]) -> None:
        """Do what a facilitator may not, as from the command line; raises EnvironmentFault when it is refused."""
        holder, self.desk.work.operator = self.desk.work.operator, AT_TERMINAL
        refused = act()
        self.desk.work.operator = holder
        if refused is not None:
            raise EnvironmentFault(refused.sentence, code="tour")

    @contextmanager
    def practising(self) -> Iterator[None]:
        """Go to the house to practise in, and back: meanwhile hands and eyes are those of its window."""
        real = self.application, self.window, self.desk
        room = self.application.training
        self.key(Qt.Key.Key_F, CTRL | SHIFT)
        self.wait_until(lambda: room.practice is not None, "the house to practise in")
        assert room.practice is not None
        assert room.desk is not None
        self.application, self.window, self.desk = room.practice, room.practice.window, room.desk
        self.window.resize(real[1].size())
        self.settle()
        yield
        assert self.window.band is not None
        self.click(self.window.band.leave)
        self.application, self.window, self.desk = real
        self.wait_until(lambda: room.practice is None, "the way back")
        self.settle()

    def home(self) -> None:
        """Back to the plan, with no panel beside it."""
        while self.window.counter.flow is not None:
            self.window.counter.close_flow()
        self.window.show_plan()
        self.window.banner.forget()
        self.settle()

    def picture(self, name: str) -> Path:
        """Keep the window as it is now."""
        self.settle()
        self._taken += 1
        path = self.out / f"{self._taken:02d}-{name}.png"
        if not self.window.grab().save(str(path)):
            sentence = translate("Tour", "L’image {path} n’a pas pu être écrite.")
            raise EnvironmentFault(sentence.format(path=path), code="tour")
        return path

    def keep_documents(self) -> None:
        """Keep the papers of the desk at work, under names that say what they are."""
        for job in self.desk.queue.printed(limit=50):
            source = self.desk.folder / TICKETS / f"{job.id}.pdf"
            if source.exists():
                name = "-".join("".join(c if c.isalnum() else " " for c in job.title).split())
                shutil.copy(source, self.out / DOCUMENTS / f"{name}.pdf")

    # --- gestures --------------------------------------------------------------------------------------------

    def key(self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """Press a key where the focus is."""
        QTest.keyClick(self._qt.focusWidget() or self.window, key, modifier)
        self.settle()

    def type(self, text: str) -> None:
        """Type a text where the focus is, at a person's pace: the scanner's ear lets it through at once."""
        for character in text:
            QTest.keyClicks(self._qt.focusWidget() or self.window, character)
            self.application.wedge.settle()
        self.settle()

    def enter(self, text: str = "") -> None:
        """Type a text where the focus is, and Enter."""
        self.type(text)
        self.key(Qt.Key.Key_Return)

    def click(self, widget: QWidget) -> None:
        """Click in the middle of a widget."""
        QTest.mouseClick(widget, Qt.MouseButton.LeftButton)
        self.settle()

    def scan(self, code: str) -> None:
        """Play a USB scanner: the code and Enter, with no pause, wherever the focus is."""
        QTest.keyClicks(self._qt.focusWidget() or self.window, code)
        QTest.keyClick(self._qt.focusWidget() or self.window, Qt.Key.Key_Return)
        self.settle()
