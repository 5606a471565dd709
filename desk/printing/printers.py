"""The printers of the desk: which there are, what each is for, how they are; a manager sets them up."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from desk.bus import Topic
from desk.errors import Refused
from desk.ids import new_id
from desk.language import translate
from desk.names import searchable, tidy
from desk.printing.ports import open_printer
from desk.printing.profiles import PROFILES, paper_of
from desk.printing.rendering import WIRED, purpose_of
from desk.rights import Act, needs
from desk.work import Unit, Work
from models.journal import Stream
from models.printing import JobState, Printer, PrinterKind, PrinterUse, PrintJob, Purpose

if TYPE_CHECKING:
    from desk.printing.trials import Trials

NAME_LIMIT = 40
MOST_PRINTERS = 20
_WAITS = (JobState.WAITING, JobState.SENDING, JobState.DOUBTFUL)


@dataclass(frozen=True)
class PrinterSettings:
    """A printer as it is set up; `target` is host:port, a device, a serial port and its speed, the system's name, or a
    folder (relative to the data folder)."""

    kind: PrinterKind
    target: str
    profile: str = "80mm-48"
    name: str = ""


@dataclass(frozen=True)
class PrinterListed:
    """A printer: what it is for, and how many jobs wait for it."""

    id: str
    name: str
    kind: PrinterKind
    target: str
    profile: str
    purposes: tuple[Purpose, ...]
    waiting: int

    @property
    def is_wired(self) -> bool:
        """Whether it speaks ESC/POS, and could hold a drawer."""
        return self.kind in WIRED


class Printers:
    """Setting up, assigning, taking away. Each act is a manager's, and a technical record."""

    def __init__(self, work: Work, folder: Path) -> None:
        self._work = work
        self._folder = folder

    @cached_property
    def trials(self) -> Trials:
        """Trying a printer."""
        from desk.printing.trials import Trials

        return Trials(self._work, self._folder)

    def everyone(self) -> tuple[PrinterListed, ...]:
        """The printers of the desk, by name."""
        with self._work.read() as session:
            return _everyone(session)

    @needs(Act.PRINTERS)
    def add(self, settings: PrinterSettings) -> PrinterListed | Refused:
        """Another printer; it prints nothing until it is given something to print."""
        with self._work.write() as unit:
            refused = _objection(unit.session, settings, "")
            if refused is not None:
                return refused
            if len(_everyone(unit.session)) >= MOST_PRINTERS:
                sentence = translate("Printers", "Il y a déjà {count} imprimantes\u00a0: retirez-en une d’abord.")
                return Refused("too_many", sentence.format(count=MOST_PRINTERS))
            printer = Printer(id=new_id(), name="", kind=settings.kind, target="")
            _take(printer, settings)
            unit.session.add(printer)
            unit.session.flush()
            _record(unit, "printer.added", printer)
            return _listed(unit.session, printer)

    @needs(Act.PRINTERS)
    def change(self, printer_id: str, settings: PrinterSettings) -> PrinterListed | Refused:
        """Set a printer up anew; what waits for it goes where it now is."""
        with self._work.write() as unit:
            printer = _in_hand(unit, printer_id)
            if isinstance(printer, Refused):
                return printer
            refused = _objection(unit.session, settings, printer_id)
            if refused is not None:
                return refused
            _take(printer, settings)
            _record(unit, "printer.changed", printer)
            return _listed(unit.session, printer)

    @needs(Act.PRINTERS)
    def remove(self, printer_id: str) -> Refused | None:
        """Take a printer away, once nothing is printed on it and nothing waits for it."""
        with self._work.write() as unit:
            printer = _in_hand(unit, printer_id)
            if isinstance(printer, Refused):
                return printer
            listed = _listed(unit.session, printer)
            if listed.purposes:
                sentence = translate(
                    "Printers", "{name} imprime encore {what}\u00a0: choisissez d’abord qui la remplace."
                )
                return Refused("in_use", sentence.format(name=printer.name, what=purpose_words(listed.purposes[0])))
            if listed.waiting:
                sentence = translate(
                    "Printers", "Des documents attendent {name}\u00a0: F10, puis une autre imprimante."
                )
                return Refused("jobs_wait", sentence.format(name=printer.name))
            printer.active = False
            _record(unit, "printer.removed", printer)
            return None

    @needs(Act.PRINTERS)
    def assign(self, purpose: Purpose, printer_id: str) -> Refused | None:
        """From now on this printer prints that; what already waits elsewhere stays there."""
        with self._work.write() as unit:
            printer = _in_hand(unit, printer_id)
            if isinstance(printer, Refused):
                return printer
            use = unit.session.get(PrinterUse, purpose)
            if use is None:
                unit.session.add(PrinterUse(purpose=purpose, printer_id=printer.id))
            else:
                use.printer_id = printer.id
            _record(unit, "printer.assigned", printer, purpose=purpose.value)
            return None


# --- which printer -------------------------------------------------------------------------------------------


def printer_for(session: Session, kind: str) -> Printer:
    """The printer of documents of this kind, else the one of receipts, which there always is."""
    use = session.get(PrinterUse, purpose_of(kind))
    return session.get_one(Printer, use.printer_id) if use is not None else default_printer(session)


def default_printer(session: Session) -> Printer:
    """The printer of receipts."""
    use = session.get(PrinterUse, Purpose.RECEIPTS)
    if use is not None:
        return session.get_one(Printer, use.printer_id)
    return session.scalars(select(Printer).where(Printer.active.is_(True)).order_by(Printer.id).limit(1)).one()


def target_of(kind: PrinterKind, target: str, folder: Path) -> str:
    """Where the printer really is: a folder is said from the data folder on."""
    return str(folder / target) if kind is PrinterKind.FILES else target


def set_default_printer(work: Work, settings: PrinterSettings) -> Refused | None:
    """Set the printer of receipts up anew, under the name it has."""
    with work.write() as unit:
        refused = impossible(settings)
        if refused is not None:
            return refused
        printer = default_printer(unit.session)
        _take(printer, settings)
        _record(unit, "printer.changed", printer)
        return None


def impossible(settings: PrinterSettings) -> Refused | None:
    """Why no printer can be such."""
    if settings.profile not in PROFILES:
        names = ", ".join(PROFILES)
        sentence = translate("Queue", "Le modèle «\u00a0{name}\u00a0» n’existe pas\u00a0; il y a\u00a0: {names}.")
        return Refused("profile", sentence.format(name=settings.profile, names=names))
    if PROFILES[settings.profile].is_sheet and settings.kind in WIRED:
        return Refused("sheet", translate("Printers", "Une imprimante à tickets n’a pas de papier A4."))
    try:
        open_printer(settings.kind.value, settings.target, PROFILES[settings.profile])
    except ValueError:
        sentence = translate("Queue", "«\u00a0{target}\u00a0» n’est pas une adresse d’imprimante.")
        return Refused("target", sentence.format(target=settings.target[:60]))
    return None


def purpose_words(purpose: Purpose) -> str:
    """A purpose on screen."""
    return {
        Purpose.RECEIPTS: translate("Printers", "les reçus et les pass"),
        Purpose.CARDS: translate("Printers", "les cartes et les étiquettes"),
        Purpose.SHEETS: translate("Printers", "les documents A4"),
        Purpose.ROLL_CALL: translate("Printers", "la liste d’évacuation"),
        Purpose.DRAWER: translate("Printers", "l’ouverture du tiroir"),
    }[purpose]


def paper_words(profile: str) -> str:
    """The paper of a profile on screen."""
    return {
        "80mm-48": translate("Printers", "rouleau de 80\u00a0mm, 48 colonnes"),
        "80mm-42": translate("Printers", "rouleau de 80\u00a0mm, 42 colonnes"),
        "58mm-32": translate("Printers", "rouleau de 58\u00a0mm, 32 colonnes"),
        "a4": translate("Printers", "feuilles A4"),
    }[paper_of(profile)]


def kind_words(kind: PrinterKind) -> str:
    """A kind of printer on screen."""
    return {
        PrinterKind.NETWORK: translate("Printers", "Tickets, par le réseau"),
        PrinterKind.DEVICE: translate("Printers", "Tickets, par USB"),
        PrinterKind.SERIAL: translate("Printers", "Tickets, par un port série"),
        PrinterKind.SYSTEM: translate("Printers", "Imprimante de l’ordinateur"),
        PrinterKind.FILES: translate("Printers", "Dossier de PDF"),
    }[kind]


# --- inside --------------------------------------------------------------------------------------------------


def _everyone(session: Session) -> tuple[PrinterListed, ...]:
    rows = session.scalars(select(Printer).where(Printer.active.is_(True)).order_by(Printer.name, Printer.id))
    return tuple(_listed(session, printer) for printer in rows.all())


def _listed(session: Session, printer: Printer) -> PrinterListed:
    used = set(session.scalars(select(PrinterUse.purpose).where(PrinterUse.printer_id == printer.id)))
    waiting = select(func.count()).select_from(PrintJob)
    count = session.scalar(waiting.where(PrintJob.printer_id == printer.id, PrintJob.state.in_(_WAITS)))
    purposes = tuple(purpose for purpose in Purpose if purpose in used)
    return PrinterListed(printer.id, printer.name, printer.kind, printer.target, printer.profile, purposes, count or 0)


def _in_hand(unit: Unit, printer_id: str) -> Printer | Refused:
    """The printer, for a manager to change."""
    printer = unit.session.get(Printer, printer_id)
    if printer is None or not printer.active:
        return Refused("no_printer", translate("Queue", "Cette imprimante n’est plus là."))
    return printer


def _objection(session: Session, settings: PrinterSettings, printer_id: str) -> Refused | None:
    name = tidy(settings.name, NAME_LIMIT)
    if not name:
        return Refused("no_name", translate("Printers", "Donnez un nom à l’imprimante."))
    for other in _everyone(session):
        if other.id != printer_id and searchable(other.name) == searchable(name):
            sentence = translate("Printers", "Une autre imprimante s’appelle déjà {name}.")
            return Refused("name_taken", sentence.format(name=other.name))
    return impossible(settings)


def _take(printer: Printer, settings: PrinterSettings) -> None:
    printer.kind, printer.target, printer.profile = settings.kind, settings.target.strip(), settings.profile
    printer.name = tidy(settings.name, NAME_LIMIT) or printer.name


def _record(unit: Unit, kind: str, printer: Printer, **facts: str) -> None:
    """Which paper comes out where is no secret, and explains a receipt that did not."""
    body = {
        "schema": 1, "by": unit.operator.name, "name": printer.name, "kind": printer.kind.value,
        "target": printer.target, "profile": printer.profile, **facts,
    }  # fmt: skip
    unit.record(Stream.TECHNICAL, kind, body)
    unit.changed(Topic.PRINTING)
