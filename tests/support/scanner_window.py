"""A small desk for the X server tests: one focused field, the scanner's ear, and what they hear as JSON lines.

Run as `python -m tests.support.scanner_window`. Its ear hears at a tenth of the usual pace (500 ms between two
keys), so that a machine under load, which may stop the typist for a moment, still types a scan. It prints
`{"ready": true}` once the field has the focus, a line for each thing heard or entered, and answers the line
`state` with the content of the field. After the line `busy` the fifth key stops its main thread until the line
`go`, as a long report would.
"""

from __future__ import annotations

import json
import sys

from PySide6.QtCore import QEvent, QObject, QSocketNotifier, Slot
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut, QWindow
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton, QVBoxLayout, QWidget

from views.wedge import CADENCE_MS, ScannerWedge, event_time

SLOWER = 10


def slow_time(event: QKeyEvent) -> float:
    """The stamp of the window system, on a clock that runs ten times slower."""
    return event_time(event) / SLOWER


def say(**what: object) -> None:
    """One line of JSON, at once."""
    sys.stdout.write(json.dumps(what) + "\n")
    sys.stdout.flush()


class Desk(QWidget):
    """The window, and the slots that tell what happens in it."""

    def __init__(self) -> None:
        super().__init__()
        self.field, self.button = QLineEdit(), QPushButton("Encaisser")
        self.button.setDefault(True)
        layout = QVBoxLayout(self)
        layout.addWidget(self.field)
        layout.addWidget(self.button)
        self._keys_until_stop = 0
        self._said_ready = False
        self.field.returnPressed.connect(self.on_return)
        self.button.clicked.connect(self.on_click)
        QShortcut(QKeySequence("Ctrl+K"), self).activated.connect(self.on_shortcut)
        self._commands = QSocketNotifier(sys.stdin.fileno(), QSocketNotifier.Type.Read, self)
        self._commands.activated.connect(self.on_command)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Tells when the field has the focus, and stands still at the fifth key when it was told to be busy."""
        is_press = isinstance(watched, QWindow) and event.type() == QEvent.Type.KeyPress
        if is_press and self._keys_until_stop:
            self._keys_until_stop -= 1
            if not self._keys_until_stop:
                say(stopped=True)
                sys.stdin.readline()
        if watched is self.field and event.type() == QEvent.Type.FocusIn and not self._said_ready:
            self._said_ready = True
            say(ready=True)
        return False

    @Slot()
    def on_return(self) -> None:
        say(entered=self.field.text())

    @Slot()
    def on_click(self) -> None:
        say(clicked=True)

    @Slot()
    def on_shortcut(self) -> None:
        say(shortcut=self.field.text())

    @Slot(str)
    def on_scanned(self, code: str) -> None:
        say(scanned=code)

    @Slot(str)
    def on_misread(self, raw: str) -> None:
        say(misread=raw)

    @Slot(str)
    def on_foreign(self, raw: str) -> None:
        say(foreign=raw)

    @Slot()
    def on_command(self) -> None:
        command = sys.stdin.readline().strip()
        if command == "state":
            say(field=self.field.text(), focus=self.field.hasFocus())
        elif command == "button":
            self.button.setFocus()
            say(focus_on="button")
        elif command == "busy":
            self._keys_until_stop = 5
            say(will_stop=True)
        elif command in ("", "quit"):
            QApplication.quit()


def main() -> int:
    """Show the desk until its standard input closes."""
    app = QApplication(sys.argv)
    desk = Desk()
    wedge = ScannerWedge(desk, clock=slow_time, hold_ms=CADENCE_MS * SLOWER)
    wedge.scanned.connect(desk.on_scanned)
    wedge.misread.connect(desk.on_misread)
    wedge.foreign.connect(desk.on_foreign)
    wedge.start()
    app.installEventFilter(desk)  # the last one installed is asked first
    desk.show()
    desk.activateWindow()
    desk.field.setFocus()
    return app.exec()


if __name__ == "__main__":
    sys.exit(main())
