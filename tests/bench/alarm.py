"""From F9 to the paper of the roll call, a hundred and ten people being in: the first one, and those after it.

The first one pays for what a desk imports only to print. Each is measured in a process of its own, from the key to the
file that stands in for the printer, flushed to the disk; the floor is a bare ReportLab list of as many lines.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from tests.bench.report import Kind, Row
from tests.bench.timing import Times

INSIDE = 110
STARTS = 5
AGAIN = 10
A_SECOND = 1000.0


def measure(scratch: Path) -> Iterator[Row]:
    """The roll call and the bare list, in turn."""
    folder = scratch / "alarm"
    _fill(folder)
    times: dict[str, list[list[float]]] = {"desk": [], "floor": []}
    for number in range(STARTS):
        for name in sorted(times, reverse=bool(number % 2)):
            times[name].append(_run(name, folder, scratch))
    first = {name: Times(tuple(run[0] for run in runs)) for name, runs in times.items()}
    after = {name: Times(tuple(value for run in runs for value in run[1:])) for name, runs in times.items()}
    yield Row("F9 to the paper, 110 in, first", first["desk"], first["floor"], A_SECOND, Kind.EXTRA)
    yield Row("F9 to the paper, 110 in, after", after["desk"], after["floor"], A_SECOND, Kind.EXTRA)


def _fill(folder: Path) -> None:
    """A house that holds as many people as it may."""
    from datetime import date, datetime
    from datetime import time as hour

    from desk.printing.queue import PrinterSettings
    from desk.printing.states import PrinterKind
    from tests.bench.house import LivedIn
    from tests.support.house import PARIS

    lived = LivedIn(folder, datetime.combine(date.today(), hour(9), tzinfo=PARIS))
    try:
        for member in lived.members[:INSIDE]:
            lived.house.later(seconds=20).scan(member)
        if lived.house.desk.presence.now().count != INSIDE:
            raise RuntimeError("the house is not full")
        lived.house.desk.queue.set_printer(PrinterSettings(PrinterKind.FILES, "tickets"))
        lived.house.desk.staff.lock()
    finally:
        lived.house.close()


def _run(name: str, folder: Path, scratch: Path) -> list[float]:
    environment = dict(os.environ, PYTHONPYCACHEPREFIX=str(scratch / "compiled"))
    environment.setdefault("QT_QPA_PLATFORM", "offscreen")
    command = [sys.executable, "-m", "tests.bench.alarm", name, str(folder)]
    said = subprocess.run(command, env=environment, check=True, capture_output=True, text=True).stdout
    found: list[float] = json.loads(said)
    return found


# --- in the process of its own -------------------------------------------------------------------------------


def _ring(folder: Path) -> list[float]:
    """The locked desk, as it stands when the alarm rings: F9, then P."""
    from PySide6.QtCore import QEventLoop, Qt
    from PySide6.QtTest import QTest

    from desk.frontdesk import FrontDesk
    from views.app import Application
    from views.launch import qt_application

    qt = qt_application()
    desk = FrontDesk(folder)
    application = Application(qt, desk)
    window = application.window
    window.resize(1366, 768)
    window.show()
    application.start()
    window.activateWindow()
    for _ in range(10):
        qt.processEvents()

    def press(key: Qt.Key) -> None:
        QTest.keyClick(window.windowHandle(), key)
        application.wedge.settle()
        for _ in range(2):
            qt.processEvents()

    def alarm() -> None:
        press(Qt.Key.Key_F9)
        press(Qt.Key.Key_P)
        while desk.queue.pending():
            # Waiting in Qt leaves the processor to the worker, as the desk does; the worker says when it has printed.
            qt.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)

    def leave() -> None:
        press(Qt.Key.Key_Escape)

    times = []
    for _ in range(1 + AGAIN):
        times.append(_timed(alarm))
        leave()
    if len(list((folder / "tickets").glob("*.pdf"))) % (1 + AGAIN):
        raise RuntimeError("a roll call was never printed")
    application.stop()
    return times


def _bare(folder: Path) -> list[float]:
    """As many lines in the same typeface, written and flushed."""

    def draw() -> None:
        from io import BytesIO

        from reportlab.lib.pagesizes import A4
        from reportlab.pdfgen.canvas import Canvas

        from desk.documents.fonts import register

        face = register()
        out = BytesIO()
        canvas = Canvas(out, pagesize=A4, invariant=1, initialFontName=face.regular)
        for start in range(0, INSIDE, 55):
            text = canvas.beginText(40, 800)
            text.setFont(face.regular, 10, leading=13)
            for number in range(start, start + 55):
                text.textLine(f"Prénom{number} Nom{number}, La Place n° {number % 14}, 09:00")
            canvas.drawText(text)
            canvas.showPage()
        canvas.save()
        with (folder / "bare.pdf").open("wb") as file:
            file.write(out.getvalue())
            file.flush()
            os.fsync(file.fileno())

    return [_timed(draw) for _ in range(1 + AGAIN)]


def _timed(act: Callable[[], None]) -> float:
    start = time.perf_counter_ns()
    act()
    return (time.perf_counter_ns() - start) / 1e6


if __name__ == "__main__":
    print(json.dumps({"desk": _ring, "floor": _bare}[sys.argv[1]](Path(sys.argv[2]))))
