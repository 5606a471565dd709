"""The screens about paper, each reached as a person reaches it, from the home of a desk that is held."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt

from desk.printing.printers import PrinterListed, PrinterSettings
from desk.printing.states import JobState, PrinterKind, Purpose
from models.printing import PrintJob
from tests.support.window import CTRL, Screen
from views.flows.queue import QueuePanel
from views.printers.page import PrintersPage

Key = Qt.Key
SHIFT = Qt.KeyboardModifier.ShiftModifier
DISCARD = "127.0.0.1:9"
"""Nothing listens on the discard port."""


def the_page(screen: Screen) -> PrintersPage:
    """The page of printers, which must be the one that is shown."""
    page = screen.window.stage.currentWidget()
    assert isinstance(page, PrintersPage), page
    return page


def a_second_printer(screen: Screen, kind: PrinterKind = PrinterKind.NETWORK) -> PrinterListed:
    """A ticket printer that is switched off, for cards; the same in each scene."""
    printers = screen.house.desk.printers
    known = next((p for p in printers.everyone() if p.name == "Comptoir"), None)
    if known is not None:
        return known
    made = printers.add(PrinterSettings(kind, DISCARD, "80mm-42-cp1252", "Comptoir"))
    assert isinstance(made, PrinterListed), made
    return made


def _printers(screen: Screen) -> None:
    a_second_printer(screen)
    screen.press(Key.Key_P, CTRL | SHIFT)
    screen.click(the_page(screen).choices.button_of(a_second_printer(screen).id))


def _printers_new(screen: Screen) -> None:
    """A new one, refused for want of an address."""
    screen.press(Key.Key_P, CTRL | SHIFT)
    page = the_page(screen)
    screen.click(page.add_button)
    screen.type("Étage")
    screen.click(page.save_button)


def _printers_looked(screen: Screen) -> None:
    """A printer that is not there says so."""
    _printers(screen)
    page = the_page(screen)
    screen.click(page.look_button)
    screen.wait(lambda: page._state.property("role") == "refusal")


def _queue_asked(screen: Screen) -> None:
    """A receipt that perhaps came out, a pass that waits; why the receipt is given up is being asked."""
    printer = a_second_printer(screen)
    house = screen.house
    assert house.desk.printers.assign(Purpose.RECEIPTS, printer.id) is None
    house.sell_pass(receipt=True)
    screen.wait(lambda: any(job.trouble for job in house.desk.queue.pending()))
    screen.wait(lambda: not screen.application.jobs.is_running)
    receipt = next(job for job in house.desk.queue.pending() if job.is_fiscal)
    house.change(PrintJob, receipt.id, state=JobState.DOUBTFUL, last_error="L’imprimante ne répond plus.")
    screen.press(Key.Key_F10)
    made = next(job for job in screen.flow(QueuePanel).jobs if job.job.is_fiscal)
    made._give_up()
    screen.type("Le client est parti")
    # The next scene finds the printers as they were.
    folder = next(p for p in house.desk.printers.everyone() if p.kind is PrinterKind.FILES)
    assert house.desk.printers.assign(Purpose.RECEIPTS, folder.id) is None
    screen.settle()


def _queue_elsewhere(screen: Screen) -> None:
    """A paper that waits, and where else it could be printed."""
    _queue_asked(screen)
    made = next(job for job in screen.flow(QueuePanel).jobs if not job.job.is_fiscal)
    made._ask_where()


PRINTER_SCENES: dict[str, Callable[[Screen], None]] = {
    "printers": _printers, "printers-new": _printers_new, "printers-looked": _printers_looked,
    "queue-reason": _queue_asked, "queue-elsewhere": _queue_elsewhere,
}  # fmt: skip


def forget_papers(screen: Screen) -> None:
    """What waits for the printer that is switched off, and what is in doubt, waits no more."""
    screen.wait(lambda: not screen.application.jobs.is_running)
    queue = screen.house.desk.queue
    for job in queue.pending():
        if job.state is JobState.DOUBTFUL or job.printer == "Comptoir":
            assert queue.cancel(job.id, "essai") is None
