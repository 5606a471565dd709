"""The print queue: a job is born with the sale it belongs to, waits for its printer, and goes out once.

`ports.py` says which states a delivery goes through, and why a crash in the middle is put to a person; `decisions.py`
what that person may do about it.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

from sqlalchemy import Select, case, func, select, update
from sqlalchemy.orm import Session

from desk.bus import Topic
from desk.documents.page import Document, from_json, to_json
from desk.errors import EnvironmentFault, Refused
from desk.ids import new_id
from desk.language import translate
from desk.logs import log_of
from desk.printing import decisions
from desk.printing.ports import Printer as PrinterPort
from desk.printing.ports import PrinterAway, open_printer
from desk.printing.printers import PrinterSettings, printer_for, set_default_printer, target_of
from desk.printing.profiles import PROFILES
from desk.printing.rendering import FISCAL, ROLL_CALL, WIRED, rendered
from desk.printing.states import DRAWER
from desk.rights import Act, anyone, needs
from desk.simulation import stamped
from desk.work import Unit, Work
from models.printing import JobState, Printer, PrinterKind, PrintJob

__all__ = ["JobListed", "PrintQueue", "PrinterSettings", "enqueue"]

_log = log_of(__name__)
_OPEN = (JobState.WAITING, JobState.SENDING, JobState.DOUBTFUL)
_BEFORE_ALL = (ROLL_CALL, DRAWER)
"""An alarm and an open hand wait behind no receipt."""

KICK_WITHIN = timedelta(seconds=20)
"""A drawer that could not be opened within this stays shut."""

MOST_PIECES = 3
"""After as many deliveries cut in the middle a person is asked: such a printer would eat the roll."""


@dataclass(frozen=True)
class JobListed:
    """A job of the queue: `trouble` is the last reason why it did not go out, `reason` why it was given up."""

    id: str
    title: str
    state: JobState
    created_at: datetime
    attempts: int
    trouble: str
    printer: str = ""
    printer_id: str = ""
    is_fiscal: bool = False
    reason: str = ""


@dataclass(frozen=True)
class _Chosen:
    """The job whose turn it is, and where to."""

    job: PrintJob
    printer_id: str
    kind: PrinterKind
    target: str
    profile: str


def enqueue(unit: Unit, document: Document, *, printer_id: str = "") -> str:
    """Put a document in the queue of the printer that serves its kind (or of another one, for a test page), inside
    `unit`; the answer is the job's id. In practice no maker may forget the word across its paper."""
    document = stamped(document, unit.site)
    job = PrintJob(
        id=new_id(), printer_id=printer_id or printer_for(unit.session, document.kind).id, kind=document.kind,
        title=document.title, document=to_json(document), created_at=unit.now,
    )  # fmt: skip
    unit.session.add(job)
    unit.changed(Topic.PRINTING)
    return job.id


class PrintQueue:
    """Delivering jobs, in the order they came. `deliver_next` talks to printers: call it from a worker."""

    def __init__(self, work: Work, folder: Path) -> None:
        self._work = work
        self._folder = folder

    @needs(Act.PRINTERS)
    def set_printer(self, settings: PrinterSettings) -> Refused | None:
        """Send the receipts, and all that shares their printer, to another one from now on, what waits included."""
        return set_default_printer(self._work, settings)

    @anyone(Act.ROLL_CALL)
    def print_document(self, document: Document) -> str:
        """Queue a document that belongs to no sale (a roll call)."""
        with self._work.write() as unit:
            return enqueue(unit, document)

    # --- what there is ---------------------------------------------------------------------------------------

    def pending(self) -> tuple[JobListed, ...]:
        """The jobs that have not gone out, the oldest first."""
        return self._listed(select(PrintJob).where(PrintJob.state.in_(_OPEN)).order_by(PrintJob.created_at))

    def printed(self, limit: int) -> tuple[JobListed, ...]:
        """The last jobs that went out, the newest first."""
        out = select(PrintJob).where(PrintJob.state == JobState.PRINTED, PrintJob.kind != DRAWER)
        return self._listed(out.order_by(PrintJob.printed_at.desc()).limit(limit))

    def given_up(self, limit: int) -> tuple[JobListed, ...]:
        """The last papers that nobody wanted any more, the newest first."""
        gone = select(PrintJob).where(PrintJob.state == JobState.CANCELLED, PrintJob.kind != DRAWER)
        return self._listed(gone.order_by(PrintJob.created_at.desc()).limit(limit))

    def _listed(self, jobs: Select[PrintJob]) -> tuple[JobListed, ...]:
        with self._work.read() as session:
            names = {p.id: p.name for p in session.scalars(select(Printer))}
            return tuple(
                JobListed(
                    j.id, j.title, j.state, j.created_at, j.attempts, j.last_error,
                    names[j.printer_id], j.printer_id, j.kind in FISCAL, j.reason,
                )
                for j in session.scalars(jobs)
            )  # fmt: skip

    # --- going out -------------------------------------------------------------------------------------------

    @anyone(Act.HOUSEKEEPING)
    def recover(self) -> None:
        """At start: a job caught half sent by a crash is put to a person, unless printing it again changes nothing."""
        with self._work.write() as unit:
            kicks = update(PrintJob).where(PrintJob.kind == DRAWER, PrintJob.state.in_(_OPEN))
            unit.session.execute(kicks.values(state=JobState.CANCELLED))
            files = select(Printer.id).where(Printer.kind == PrinterKind.FILES)
            caught = update(PrintJob).where(PrintJob.state == JobState.SENDING)
            unit.session.execute(caught.where(PrintJob.printer_id.in_(files)).values(state=JobState.WAITING))
            unit.session.execute(
                caught.values(
                    state=JobState.DOUBTFUL,
                    last_error=translate("Queue", "Le poste s’est arrêté pendant l’impression."),
                )
            )
            unit.changed(Topic.PRINTING)

    @anyone(Act.HOUSEKEEPING)
    def deliver_next(self) -> bool:
        """Send the oldest waiting job; False when there was none or its printer is away."""
        chosen = self._choose(())
        return chosen is not None and self._deliver(chosen)

    @anyone(Act.HOUSEKEEPING)
    def deliver_all(self) -> int:
        """Send what can be sent now, to each printer that takes it; the answer is how many jobs still wait."""
        away: set[str] = set()
        while (chosen := self._choose(away)) is not None:
            if not self._deliver(chosen):
                away.add(chosen.printer_id)
        with self._work.read() as session:
            return _count(session)

    def _deliver(self, chosen: _Chosen) -> bool:
        """Whether the printer can be given the next one."""
        job = chosen.job
        try:
            # Drawn, and the file of an invoice kept, before the job is said to leave: a crash in a drawing asks nobody
            # whether a paper came out, and no paper comes out of a file that is not kept.
            drawn = self._drawn(chosen)
        except Exception as error:
            return self._ask(job, error)
        # A database that cannot be written here breaks off the worker, and nobody is asked about what never left.
        if not self._leaves(job.id):
            return True
        try:
            self._open(chosen).deliver(drawn, job.id)
        except PrinterAway as away:
            _log.info("a print job did not go out", job=job.id, error=away)
            self._put_back(job, away)
            # What waits behind a drawer that did not open says itself that the printer is away.
            return job.kind == DRAWER
        except Exception as error:
            return self._ask(job, error)
        self._settle(job.id, JobState.PRINTED, "")
        return True

    def _ask(self, job: PrintJob, error: Exception) -> bool:
        """What cannot be made must not stop what is behind it: a person sees it and decides."""
        _log.exception("a print job could not be made", job=job.id)
        what = translate("Queue", "Ce document n’a pas pu être préparé.")
        self._settle(job.id, JobState.DOUBTFUL, error.what if isinstance(error, EnvironmentFault) else what)
        return True

    def _drawn(self, chosen: _Chosen) -> bytes:
        """The bytes of a job: of the original of an invoice, the file that is kept, made now when there is none yet."""
        document, profile = from_json(chosen.job.document), PROFILES[chosen.profile]
        if document.kept_for:
            from desk.invoices.papers import pdf_of

            kept = pdf_of(self._work, document.kept_for)
            if isinstance(kept, bytes) and chosen.kind not in WIRED:
                return kept
        return rendered(document, chosen.kind.value, profile, again=chosen.job.interruptions > 0)

    def _put_back(self, job: PrintJob, away: PrinterAway) -> None:
        pieces = job.interruptions + away.is_interrupted
        asks = away.may_have_printed or (away.is_interrupted and pieces >= MOST_PIECES)
        self._settle(job.id, JobState.DOUBTFUL if asks else JobState.WAITING, away.what, pieces)

    def _choose(self, away: Collection[str]) -> _Chosen | None:
        """The oldest waiting job of a printer that is not `away`."""
        with self._work.read() as session:
            if not _count(session, away):
                return None
        with self._work.write() as unit:
            self._shut_late_drawers(unit)
            waiting = select(PrintJob).where(PrintJob.state == JobState.WAITING, PrintJob.printer_id.not_in(away))
            first = case((PrintJob.kind.in_(_BEFORE_ALL), 0), else_=1)
            job = unit.session.scalars(waiting.order_by(first, PrintJob.created_at, PrintJob.id).limit(1)).first()
            if job is None:
                return None
            printer = unit.session.get_one(Printer, job.printer_id)
            return _Chosen(job, printer.id, printer.kind, printer.target, printer.profile)

    def _leaves(self, job_id: str) -> bool:
        """Mark a job as being sent, committed before a byte leaves; False for one that was decided on meanwhile."""
        with self._work.write() as unit:
            job = unit.session.get_one(PrintJob, job_id)
            if job.state is not JobState.WAITING:
                return False
            job.state = JobState.SENDING
            job.attempts += 1
            return True

    def _shut_late_drawers(self, unit: Unit) -> None:
        """A drawer opens now, on a wire, or not at all."""
        unwired = select(Printer.id).where(Printer.kind.not_in(WIRED))
        late = (PrintJob.created_at < unit.now - KICK_WITHIN) | PrintJob.printer_id.in_(unwired)
        kicks = update(PrintJob).where(PrintJob.kind == DRAWER, PrintJob.state == JobState.WAITING, late)
        unit.session.execute(kicks.values(state=JobState.CANCELLED))

    def _settle(self, job_id: str, state: JobState, trouble: str, pieces: int = 0) -> None:
        with self._work.write() as unit:
            job = unit.session.get_one(PrintJob, job_id)
            if job.kind == DRAWER and state is not JobState.PRINTED:
                state, trouble = JobState.CANCELLED, ""
            job.state, job.last_error, job.interruptions = state, trouble, pieces
            if state is JobState.PRINTED:
                job.printed_at = unit.now
            unit.changed(Topic.PRINTING)

    def _open(self, chosen: _Chosen) -> PrinterPort:
        target = target_of(chosen.kind, chosen.target, self._folder)
        return open_printer(chosen.kind.value, target, PROFILES[chosen.profile])

    # --- what a person decides -------------------------------------------------------------------------------

    @needs(Act.PRINT)
    def retry(self, job_id: str) -> Refused | None:
        """A person says that a doubtful job did not come out: it waits again."""
        return decisions.retry(self._work, job_id)

    @needs(Act.PRINT)
    def confirm(self, job_id: str) -> Refused | None:
        """A person says that a doubtful job did come out."""
        return decisions.confirm(self._work, job_id)

    @needs(Act.PRINT)
    def cancel(self, job_id: str, reason: str = "") -> Refused | None:
        """Nobody wants this paper any more; the sale stands. A fiscal paper is given up with a reason."""
        return decisions.cancel(self._work, job_id, reason)

    @needs(Act.PRINT)
    def reroute(self, job_id: str, printer_id: str) -> Refused | None:
        """Print a job that did not come out elsewhere."""
        return decisions.reroute(self._work, job_id, printer_id)


def _count(session: Session, away: Collection[str] = ()) -> int:
    waiting = select(func.count()).select_from(PrintJob)
    return session.scalar(waiting.where(PrintJob.state == JobState.WAITING, PrintJob.printer_id.not_in(away))) or 0
