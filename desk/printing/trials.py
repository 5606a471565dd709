"""Trying a printer: how it is, a test page, the drawer it holds."""

from __future__ import annotations

from pathlib import Path

from desk.documents import test_page
from desk.documents.page import Document
from desk.errors import Refused
from desk.language import translate
from desk.printing.ports import PrinterAway, PrinterLook, open_printer
from desk.printing.printers import PrinterListed, paper_words, target_of
from desk.printing.profiles import PROFILES
from desk.printing.queue import enqueue
from desk.printing.states import DRAWER
from desk.rights import Act, needs
from desk.work import Work
from models.journal import Stream


class Trials:
    """`look` and `system_names` wait for the printer or the system: call them from a worker."""

    def __init__(self, work: Work, folder: Path) -> None:
        self._work = work
        self._folder = folder

    def look(self, printer: PrinterListed) -> PrinterLook:
        """How the printer is, as far as it tells; within a bounded time, printing nothing."""
        target = target_of(printer.kind, printer.target, self._folder)
        try:
            return open_printer(printer.kind.value, target, PROFILES[printer.profile]).look()
        except PrinterAway as away:
            return PrinterLook(away.code, f"{away.what} {away.todo}")

    def system_names(self) -> tuple[str, ...]:
        """The printers that the system knows, by their names."""
        from desk.printing import system

        return system.names()

    @needs(Act.PRINT)
    def test_page(self, printer: PrinterListed) -> Document:
        """Queue a test page on this printer, whatever it is for; the answer is the page."""
        profile = PROFILES[printer.profile]
        with self._work.write() as unit:
            facts = test_page.TestPageFacts(
                printer.name, paper_words(printer.profile), profile.code_page,
                profile.columns if printer.is_wired else 0, unit.now.astimezone(unit.site.timezone), printer.is_wired,
                is_training=unit.site.is_training,
            )  # fmt: skip
            document = test_page.document(facts)
            enqueue(unit, document, printer_id=printer.id)
            return document

    @needs(Act.PRINTERS)
    def open_drawer(self, printer: PrinterListed) -> Refused | None:
        """Open the drawer that hangs on this printer, to see that it does; a manager's right, and recorded."""
        with self._work.write() as unit:
            if not printer.is_wired:
                sentence = translate("Printers", "Un tiroir ne s’ouvre que par une imprimante à tickets.")
                return Refused("no_drawer", sentence)
            if unit.site.is_training:
                sentence = translate("Printers", "En formation, le tiroir reste fermé\u00a0: l’argent y est vrai.")
                return Refused("training", sentence)
            enqueue(unit, Document(DRAWER, translate("Printers", "Essai du tiroir"), ()), printer_id=printer.id)
            body = {"schema": 1, "by": unit.operator.name, "name": printer.name}
            unit.record(Stream.TECHNICAL, "printer.drawer_tried", body)
            return None
