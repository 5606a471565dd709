"""The print queue: a job is born with the sale it belongs to, waits for its printer, and goes out once.

`ports.py` says which states a delivery goes through, and why a crash in the middle is put to a person.
"""

from __future__ import annotations

import logging
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

from sqlalchemy import func, select, update
from sqlalchemy.orm import Session

from desk.bus import Topic
from desk.documents.page import Document, from_json, to_json
from desk.errors import EnvironmentFault, Refused
from desk.ids import new_id
from desk.language import translate
from desk.printing.ports import Printer as PrinterPort
from desk.printing.ports import PrinterAway, open_printer
from desk.printing.profiles import PROFILES
from desk.printing.rendering import rendered
from desk.printing.states import DRAWER
from desk.work import Unit, Work
from models.printing import JobState, Printer, PrinterKind, PrintJob

_log = logging.getLogger(__name__)
KICK_WITHIN = timedelta(seconds=20)
"""A drawer that could not be opened within this stays shut."""
_OPEN = (JobState.WAITING, JobState.SENDING, JobState.DOUBTFUL)


@dataclass(frozen=True)
class JobListed:
    """A job of the queue: `trouble` is the last reason why it did not go out."""

    id: str
    title: str
    state: JobState
    created_at: datetime
    attempts: int
    trouble: str


@dataclass(frozen=True)
class PrinterSettings:
    """The desk's printer; `target` is host:port, a device, or a folder (relative to the data folder)."""

    kind: PrinterKind
    target: str
    profile: str = "80mm-48"


def enqueue(unit: Unit, document: Document) -> str:
    """Put a document in the queue of the desk's printer, inside `unit`; the answer is the job's id."""
    printer = unit.session.scalars(select(Printer)).one()
    job = PrintJob(
        id=new_id(), printer_id=printer.id, kind=document.kind, title=document.title, document=to_json(document),
        created_at=unit.now,
    )  # fmt: skip
    unit.session.add(job)
    unit.changed(Topic.PRINTING)
    return job.id


class PrintQueue:
    """Delivering jobs, in the order they came. `deliver_next` talks to printers: call it from a worker."""

    def __init__(self, work: Work, folder: Path) -> None:
        self._work = work
        self._folder = folder

    def set_printer(self, settings: PrinterSettings) -> Refused | None:
        """Send the jobs to another printer from now on, those that wait included."""
        if settings.profile not in PROFILES:
            names = ", ".join(PROFILES)
            sentence = translate("Queue", "Le modèle «\u00a0{name}\u00a0» n’existe pas\u00a0; il y a\u00a0: {names}.")
            return Refused("profile", sentence.format(name=settings.profile, names=names))
        try:
            open_printer(settings.kind.value, settings.target, PROFILES[settings.profile])
        except ValueError:
            sentence = translate("Queue", "«\u00a0{target}\u00a0» n’est pas une adresse d’imprimante.")
            return Refused("target", sentence.format(target=settings.target))
        with self._work.write() as unit:
            printer = unit.session.scalars(select(Printer)).one()
            printer.kind, printer.target, printer.profile = settings.kind, settings.target, settings.profile
            unit.changed(Topic.PRINTING)
            return None

    def print_document(self, document: Document) -> str:
        """Queue a document that belongs to no sale (a roll call)."""
        with self._work.write() as unit:
            return enqueue(unit, document)

    def pending(self) -> tuple[JobListed, ...]:
        """The jobs that have not gone out, the oldest first."""
        with self._work.read() as session:
            jobs = session.scalars(select(PrintJob).where(PrintJob.state.in_(_OPEN)).order_by(PrintJob.created_at))
            return tuple(JobListed(j.id, j.title, j.state, j.created_at, j.attempts, j.last_error) for j in jobs)

    def printed(self, limit: int) -> tuple[JobListed, ...]:
        """The last jobs that went out, the newest first."""
        with self._work.read() as session:
            out = select(PrintJob).where(PrintJob.state == JobState.PRINTED, PrintJob.kind != DRAWER)
            jobs = session.scalars(out.order_by(PrintJob.printed_at.desc()).limit(limit))
            return tuple(JobListed(j.id, j.title, j.state, j.created_at, j.attempts, j.last_error) for j in jobs)

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

    def deliver_next(self) -> bool:
        """Send the oldest waiting job; False when there was none or its printer is away."""
        claimed = self._claim()
        if claimed is None:
            return False
        job, settings = claimed
        try:
            profile = PROFILES[settings.profile]
            data = rendered(from_json(job.document), settings.kind.value, profile)
            self._open(settings).deliver(data, job.id)
        except PrinterAway as away:
            _log.info("print job %s did not go out: %s", job.id, away.sentence)
            self._settle(job.id, JobState.DOUBTFUL if away.may_have_printed else JobState.WAITING, away.what)
            # What waits behind a drawer that did not open says itself that the printer is away.
            return job.kind == DRAWER
        except Exception as error:
            # A document that cannot be drawn must not stop those behind it: a person sees it and decides.
            _log.exception("print job %s could not be made", job.id)
            what = (
                error.what
                if isinstance(error, EnvironmentFault)
                else translate("Queue", "Ce document n’a pas pu être préparé.")
            )
            self._settle(job.id, JobState.DOUBTFUL, what)
            return True
        self._settle(job.id, JobState.PRINTED, "")
        return True

    def deliver_all(self) -> int:
        """Send what can be sent now; the answer is how many jobs still wait."""
        while self.deliver_next():
            pass
        with self._work.read() as session:
            return _count(session, JobState.WAITING)

    def retry(self, job_id: str) -> Refused | None:
        """A person says that a doubtful job did not come out: it waits again."""
        return self._decide(job_id, JobState.WAITING)

    def confirm(self, job_id: str) -> Refused | None:
        """A person says that a doubtful job did come out."""
        return self._decide(job_id, JobState.PRINTED)

    def cancel(self, job_id: str) -> Refused | None:
        """Nobody wants this paper any more; the sale stands."""
        return self._decide(job_id, JobState.CANCELLED)

    def _decide(self, job_id: str, state: JobState) -> Refused | None:
        with self._work.write() as unit:
            job = unit.session.get(PrintJob, job_id)
            if job is None or job.state not in (JobState.WAITING, JobState.DOUBTFUL):
                return Refused("not_waiting", translate("Queue", "Ce document n’attend plus."))
            job.state = state
            job.last_error = ""
            if state is JobState.PRINTED:
                job.printed_at = unit.now
            unit.changed(Topic.PRINTING)
            return None

    def _claim(self) -> tuple[PrintJob, PrinterSettings] | None:
        """Mark the oldest waiting job as being sent, committed before a byte leaves."""
        with self._work.read() as session:
            if not _count(session, JobState.WAITING):
                return None
        with self._work.write() as unit:
            late = update(PrintJob).where(PrintJob.kind == DRAWER, PrintJob.state == JobState.WAITING)
            late = late.where(PrintJob.created_at < unit.now - KICK_WITHIN)
            unit.session.execute(late.values(state=JobState.CANCELLED))
            waiting = select(PrintJob).where(PrintJob.state == JobState.WAITING)
            job = unit.session.scalars(waiting.order_by(PrintJob.created_at, PrintJob.id).limit(1)).first()
            if job is None:
                return None
            job.state = JobState.SENDING
            job.attempts += 1
            printer = unit.session.get_one(Printer, job.printer_id)
            return job, PrinterSettings(printer.kind, printer.target, printer.profile)

    def _settle(self, job_id: str, state: JobState, trouble: str) -> None:
        with self._work.write() as unit:
            job = unit.session.get_one(PrintJob, job_id)
            if job.kind == DRAWER and state is not JobState.PRINTED:
                state, trouble = JobState.CANCELLED, ""
            job.state, job.last_error = state, trouble
            if state is JobState.PRINTED:
                job.printed_at = unit.now
            unit.changed(Topic.PRINTING)

    def _open(self, settings: PrinterSettings) -> PrinterPort:
        target = settings.target
        if settings.kind is PrinterKind.FILES:
            target = str(self._folder / target)
        return open_printer(settings.kind.value, target, PROFILES[settings.profile])


def _count(session: Session, state: JobState) -> int:
    return session.scalar(select(func.count()).select_from(PrintJob).where(PrintJob.state == state)) or 0
