"""What a person decides about a paper that has not come out: again, it did, no more, elsewhere.

What may make a second original of a fiscal paper, or leave its sale without one, is a record of the technical stream:
an inspector who finds two papers, or none, finds why.
"""

from __future__ import annotations

from desk.bus import Topic
from desk.errors import Refused
from desk.language import translate
from desk.names import tidy
from desk.printing.rendering import FISCAL
from desk.work import Unit, Work
from models.journal import Stream
from models.printing import JobState, Printer, PrintJob

REASON_LIMIT = 200

_DECIDABLE = (JobState.WAITING, JobState.DOUBTFUL)


def retry(work: Work, job_id: str) -> Refused | None:
    """A doubtful job did not come out: it waits again."""
    with work.write() as unit:
        job = _decidable(unit, job_id)
        if isinstance(job, Refused):
            return job
        _again(unit, job, "print.repeated")
        return None


def confirm(work: Work, job_id: str) -> Refused | None:
    """A doubtful job did come out."""
    with work.write() as unit:
        job = _decidable(unit, job_id)
        if isinstance(job, Refused):
            return job
        job.state, job.last_error, job.printed_at = JobState.PRINTED, "", unit.now
        unit.changed(Topic.PRINTING)
        return None


def cancel(work: Work, job_id: str, reason: str) -> Refused | None:
    """Nobody wants this paper any more; a fiscal one is given up with a `reason`, kept with it and recorded."""
    clean = tidy(reason, REASON_LIMIT)
    with work.write() as unit:
        job = _decidable(unit, job_id)
        if isinstance(job, Refused):
            return job
        if job.kind in FISCAL:
            if not clean:
                sentence = translate("Queue", "Dites pourquoi {title} ne sera pas imprimé\u00a0: le motif est gardé.")
                return Refused("no_reason", sentence.format(title=job.title))
            _record(unit, job, "print.cancelled", reason=clean)
        job.state, job.last_error, job.reason = JobState.CANCELLED, "", clean
        unit.changed(Topic.PRINTING)
        return None


def reroute(work: Work, job_id: str, printer_id: str) -> Refused | None:
    """A job that did not come out goes to another printer."""
    with work.write() as unit:
        job = _decidable(unit, job_id)
        if isinstance(job, Refused):
            return job
        printer = unit.session.get(Printer, printer_id)
        if printer is None or not printer.active:
            return Refused("no_printer", translate("Queue", "Cette imprimante n’est plus là."))
        if printer.id == job.printer_id:
            sentence = translate("Queue", "{title} attend déjà {printer}.")
            return Refused("same_printer", sentence.format(title=job.title, printer=printer.name))
        job.printer_id = printer.id
        # The piece that may have come out, and what heads the next try, belong to the printer before.
        job.interruptions = 0
        _again(unit, job, "print.rerouted", printer=printer.name)
        return None


def _decidable(unit: Unit, job_id: str) -> PrintJob | Refused:
    job = unit.session.get(PrintJob, job_id)
    if job is None or job.state not in _DECIDABLE:
        return Refused("not_waiting", translate("Queue", "Ce document n’attend plus."))
    return job


def _again(unit: Unit, job: PrintJob, kind: str, **facts: str) -> None:
    """Back to waiting; told to the journal when the paper is fiscal and may already be in a hand."""
    if job.kind in FISCAL and job.state is JobState.DOUBTFUL:
        _record(unit, job, kind, **facts)
    job.state, job.last_error = JobState.WAITING, ""
    unit.changed(Topic.PRINTING)


def _record(unit: Unit, job: PrintJob, kind: str, **facts: str) -> None:
    body = {"schema": 1, "paper": job.kind, "title": job.title, "by": unit.operator.name, **facts}
    unit.record(Stream.TECHNICAL, kind, body)
