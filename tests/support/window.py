"""The real window on a house of the test's own, with the hands of a person and the ear of a scanner.

In a test module: `from tests.support.window import window_fixture  # noqa: F401`, then ask for the fixture `counter`
(nobody holds the desk yet) or `held` (Gaël holds it, the float is counted).
"""

from __future__ import annotations

import functools
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TypeVar

import pytest
from argon2 import PasswordHasher
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from desk.ids import new_id
from desk.keyboard_layouts import Platform
from desk.printing.queue import PrinterSettings
from desk.printing.states import PrinterKind, Purpose
from desk.rights import AT_TERMINAL
from models.staff import Facilitator, Role
from tests.support.house import SmallHouse, small_house
from tests.support.scanner import Keyboard
from views import theme, tokens
from views.app import Application
from views.flows.panel import FlowPanel
from views.main_window import MainWindow

PIN = "4821"
HOLDER = "Gaël Essai"
TICKETS = "tickets"
FOLDER = PrinterSettings(PrinterKind.FILES, TICKETS)
AWAY = PrinterSettings(PrinterKind.NETWORK, "127.0.0.1:9")
"""Nothing listens on the discard port: a printer that is switched off."""
SIZE = (1366, 768)
NONE = Qt.KeyboardModifier.NoModifier
CTRL = Qt.KeyboardModifier.ControlModifier

Widget = TypeVar("Widget", bound=QWidget)
Flow = TypeVar("Flow", bound=FlowPanel)


class Screen:
    """The window, and what a person does in front of it. `keys` counts the keys pressed."""

    def __init__(self, qtbot: QtBot, house: SmallHouse, size: tuple[int, int] = SIZE) -> None:
        self.house = house
        self.qtbot = qtbot
        self.keys = 0
        qt = QApplication.instance()
        assert isinstance(qt, QApplication)
        self.qt = qt
        self.application = Application(qt, house.desk)
        self.window.resize(*size)
        with qtbot.waitExposed(self.window):
            self.window.show()
        self.window.activateWindow()
        self.application.start()
        qtbot.waitUntil(lambda: QApplication.focusWidget() is not None)

    @property
    def window(self) -> MainWindow:
        """The window of the moment: a change of language makes another."""
        return self.application.window

    def close(self) -> None:
        """Close in order, and give the application its plain look back."""
        self.application.stop()
        self.qt.setStyleSheet("")
        tokens.use(tokens.LIGHT)

    # --- a person's hands ------------------------------------------------------------------------------------

    def press(self, key: Qt.Key, modifier: Qt.KeyboardModifier = NONE) -> None:
        """Press a key as the window system would tell it: shortcuts first, then the focus."""
        self.keys += 1
        QTest.keyClick(self.window.windowHandle(), key, modifier)
        self.application.wedge.settle()
        if "work" in vars(self.window):
            self.window.header.omnibox.settle()  # as its silence would
        self.settle()

    def enter(self) -> None:
        """Enter."""
        self.press(Qt.Key.Key_Return)

    def escape(self) -> None:
        """Esc."""
        self.press(Qt.Key.Key_Escape)

    def type(self, text: str) -> None:
        """Type at a person's pace: the scanner's ear is asked after each key, as its silence would."""
        for character in text:
            self.keys += 1
            QTest.keyClicks(QApplication.focusWidget() or self.window, character)
            self.application.wedge.settle()
        self.settle()

    def write(self, text: str) -> None:
        """Type over what the field holds."""
        self.press(Qt.Key.Key_A, CTRL)
        self.type(text)

    def click(self, widget: QWidget) -> None:
        """Click in the middle of a widget that can be seen."""
        assert widget.isVisible(), widget
        QTest.mouseClick(widget, Qt.MouseButton.LeftButton)
        self.settle()

    def scan(self, code: str, layout: str = "us") -> None:
        """A USB scanner types the code and Enter, wherever the focus is, on a desk of that layout."""
        self.application.wedge._platform = Platform.EVDEV
        Keyboard(self.window.windowHandle(), layout).scan(code)
        self.settle()

    def settle(self) -> None:
        """Let the window finish what it is doing, and show what changed; what its watch would notice is noticed now."""
        self.application.bridge.look_outside()
        for _ in range(2):
            self.qt.processEvents()
        if self.application.bridge.is_behind:
            self.qtbot.waitUntil(lambda: not self.application.bridge.is_behind)
            self.qt.processEvents()

    def wait(self, done: Callable[[], bool]) -> None:
        """Until the function `done` says so; five seconds at most."""
        self.qtbot.waitUntil(done)

    # --- scenes ----------------------------------------------------------------------------------------------

    def sign_in(self) -> None:
        """Take the desk with the keyboard."""
        self.type(PIN)
        self.enter()

    def hold(self) -> None:
        """Take the desk and count the usual float."""
        self.sign_in()
        self.enter()
        self.window.banner.forget()
        self.keys = 0

    def printer(self, settings: PrinterSettings) -> None:
        """Choose the printer, as the command line does: whoever holds the desk may not be a manager."""
        work = self.house.desk.work
        holder, work.operator = work.operator, AT_TERMINAL
        assert self.house.desk.queue.set_printer(settings) is None
        work.operator = holder

    def prints_to(self, settings: PrinterSettings) -> bool:
        """Whether the receipts go there."""
        printers = self.house.desk.printers.everyone()
        return any(
            p.kind is settings.kind and p.target == settings.target for p in printers if Purpose.RECEIPTS in p.purposes
        )

    def printed(self) -> list[str]:
        """The titles of what came out, in order."""
        return [job.title for job in reversed(self.house.desk.queue.printed(limit=50))]

    def all_printed(self) -> bool:
        """Whether nothing waits and the printer rests."""
        self.settle()
        return not self.house.desk.queue.pending() and not self.application.jobs.is_running

    def flow(self, kind: type[Flow]) -> Flow:
        """The flow under way, which must be of that kind."""
        flow = self.window.counter.flow
        assert isinstance(flow, kind), flow
        return flow

    @property
    def focus(self) -> QWidget | None:
        """What has the focus."""
        return QApplication.focusWidget()


@functools.cache
def _quick_hash() -> str:
    """The PIN's hash at the least cost: the real one takes half a second, as it should."""
    return PasswordHasher(time_cost=1, memory_cost=8, parallelism=1).hash(PIN)


def staffed(house: SmallHouse) -> SmallHouse:
    """The small house with its first facilitator and a printer that is a folder."""
    with house.desk.work.write() as unit:
        unit.session.add(Facilitator(id=new_id(), name=HOLDER, role=Role.MANAGER, pin_hash=_quick_hash()))
    assert house.desk.queue.set_printer(FOLDER) is None
    return house


@contextmanager
def shown(qtbot: QtBot, house: SmallHouse, size: tuple[int, int] = SIZE) -> Iterator[Screen]:
    """The window on `house`, shown."""
    screen = Screen(qtbot, house, size)
    try:
        yield screen
    finally:
        screen.close()


@pytest.fixture(name="counter")
def window_fixture(qtbot: QtBot, tmp_path: Path) -> Iterator[Screen]:
    """The window of a staffed small house, on an ordinary Tuesday at nine; nobody holds the desk yet."""
    with small_house(tmp_path / "house") as house, shown(qtbot, staffed(house)) as screen:
        yield screen


@pytest.fixture
def held(counter: Screen) -> Screen:
    """The same, held by Gaël, the float counted, the box focused."""
    counter.hold()
    return counter


def dress(screen: Screen, look: str = "light", scale: float = 1.0) -> None:
    """Another theme or text size, as from the menu."""
    theme.apply(screen.qt, look, scale)
    screen.application.remake_window()
    screen.settle()
