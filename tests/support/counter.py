"""A small counter for the tests of the scanner's ear: what is focused, what was heard, what was typed."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from PySide6.QtWidgets import QLineEdit, QListWidget, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from desk.codes import make
from desk.keyboard_layouts import Platform
from tests.support.scanner import Keyboard
from views.wedge import ScannerWedge

CODE = make(lambda symbols: 7 % symbols)
OTHER = make(lambda symbols: 20 % symbols)


@dataclass
class Counter:
    """A window with a field, a button that Enter presses, and a list; and what was heard in it."""

    window: QWidget
    text: QLineEdit
    button: QPushButton
    names: QListWidget
    wedge: ScannerWedge
    scanned: list[str] = field(default_factory=list)
    misread: list[str] = field(default_factory=list)
    foreign: list[str] = field(default_factory=list)
    clicks: int = 0
    entered: list[str] = field(default_factory=list)

    def keyboard(self, layout: str = "us", *, caps_lock: bool = False, numbered: bool = True) -> Keyboard:
        return Keyboard(self.window.windowHandle(), layout, caps_lock=caps_lock, numbered=numbered)

    def add(self, widget: QWidget) -> None:
        """Put one more widget into the window."""
        layout = self.window.layout()
        assert layout is not None
        layout.addWidget(widget)
        widget.show()

    def on_click(self) -> None:
        self.clicks += 1

    def on_return(self) -> None:
        self.entered.append(self.text.text())

    @property
    def heard(self) -> tuple[list[str], list[str], list[str]]:
        return self.scanned, self.misread, self.foreign


@contextmanager
def shown_counter(qtbot: QtBot) -> Iterator[Counter]:
    """The counter, exposed, its field focused, its scanner's ear listening."""
    window = QWidget()
    text, button, names = QLineEdit(), QPushButton("Encaisser"), QListWidget()
    names.addItems(["Ana", "Luc", "Zoé"])
    layout = QVBoxLayout(window)
    for widget in (text, button, names):
        layout.addWidget(widget)
    qtbot.addWidget(window)
    with qtbot.waitExposed(window):
        window.show()
    window.activateWindow()
    text.setFocus()
    qtbot.waitUntil(text.hasFocus)
    # The real timer would need real silence: tests let it run only where they wait for it.
    wedge = ScannerWedge(window, platform=Platform.EVDEV, hold_ms=60_000)
    made = Counter(window, text, button, names, wedge)
    wedge.scanned.connect(made.scanned.append)
    wedge.misread.connect(made.misread.append)
    wedge.foreign.connect(made.foreign.append)
    button.clicked.connect(made.on_click)
    text.returnPressed.connect(made.on_return)
    wedge.start()
    yield made
    wedge.stop()
