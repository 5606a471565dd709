"""At opening: does the database still reach the heads in their second place? What does not hold is recorded.

A journal that is behind its second place, an older copy put back by hand or one cut short, is not gone on with: its
next numbers were given already, so the fault leads to `desk.recovery`, which puts back what is known and records it. A
heads file taken away, or one that tells of another journal, becomes itself a sealed event (JET 90, FISCAL.md §1)
before any work goes on; heads that a crash or a full disk left behind are brought up to date.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

from sqlalchemy import select
from sqlalchemy.orm import Session

from desk import jet
from desk.backups import ahead
from desk.backups.trail import Trail
from desk.heads import Head, Kept
from desk.journal import canonical
from desk.work import Work
from models.database import driver_of
from models.journal import JournalRecord, Stream

INTEGRITY_FAILURE = jet.Code.INTEGRITY_FAILURE.value
VERSION_CHANGED = jet.Code.MAINTAINED.value
_LAST_VERSION = "SELECT software_version FROM journal WHERE stream = 'technical' ORDER BY sequence DESC LIMIT 1"


def take_over(work: Work) -> int:
    """Make the journal's first record when there is none, else compare it with its second place.

    The answer is the number of failures recorded now; each is recorded once, however often the desk is opened. Raises
    `EnvironmentFault` for a journal that is behind, with nothing written to it.
    """
    # The second place first: another process may add records in between, never take one away.
    kept = [(place, _read(work, place)) for place in work.heads.places]
    trail = work.trail if isinstance(work.trail, Trail) else None
    second = ahead.known_of((found for _, found in kept), trail, work.identity.id)
    with work.read() as session:
        tails = _tails(session)
        reached = {stream: tail.sequence for stream, tail in tails.items()}
        if ahead.missing(second, reached, driver_of(session)):
            raise ahead.behind(work.heads.places[0].parent)
    if not tails:
        with work.write() as unit:
            if unit.journal.next_sequence(Stream.TECHNICAL) == 1:
                from desk import founding  # only ever needed once, and long to import

                founding.initialised(unit)
        return 0
    failures = _record(work, list(_failures(kept, tails)))
    _note_version(work)
    for place, found in kept:
        known = found.highest if found is not None else {}
        behind = [t for t in tails.values() if t.stream not in known or known[t.stream].sequence < t.sequence]
        if behind:
            work.heads.catch_up(place, behind)
    return failures


def _note_version(work: Work) -> None:
    """Another version of the software than the one before it writes from now on (JET 240)."""
    with work.read() as session:
        before = driver_of(session).execute(_LAST_VERSION).fetchone()
    if before is None or before[0] == work.identity.software_version:
        return
    with work.write() as unit:
        # Asked again once the lock is ours: a command beside this window may have noted it meanwhile.
        (version,) = driver_of(unit.session).execute(_LAST_VERSION).fetchone()
        if version != unit.desk.software_version:
            facts = {"from": version, "to": unit.desk.software_version}
            jet.note(unit, jet.Code.MAINTAINED, "version-changed", **facts)


def _read(work: Work, place: Path) -> Kept | None:
    try:
        return work.heads.read(place)
    except OSError:
        # Unreadable is as good as absent: it is recorded below, and writing to it will say what is wrong.
        return None


def _tails(session: Session) -> dict[str, Head]:
    """The last record of each stream, as a head."""
    tails = {}
    for stream in Stream:
        last = select(JournalRecord).where(JournalRecord.stream == stream.value)
        record = session.scalar(last.order_by(JournalRecord.sequence.desc()).limit(1))
        if record is not None:
            tails[stream.value] = Head(
                stream.value, record.sequence, record.digest.hex(), record.signature.hex(), record.key_id
            )
    return tails


def _failures(kept: list[tuple[Path, Kept | None]], tails: dict[str, Head]) -> Iterator[dict[str, object]]:
    """What does not hold. The place in the state folder may be absent: the data folder was moved."""
    beside = kept[0][1]
    # A crash between the very first record and its head leaves one record and no file.
    if beside is None and (len(tails) > 1 or tails[Stream.TECHNICAL.value].sequence > 1):
        yield {
            "schema": 1, "event": "integrity-failure", "finding": "heads-missing", "place": kept[0][0].name,
            "technical": tails[Stream.TECHNICAL.value].sequence,
        }  # fmt: skip
    for _, found in kept:
        for stream, head in (found.highest if found is not None else {}).items():
            tail = tails.get(stream)
            reached = tail.sequence if tail is not None else 0
            forked = tail is not None and reached == head.sequence and tail.digest != head.digest
            if reached < head.sequence or forked:
                yield ahead.Missing(stream, head.sequence, head.digest, reached).facts()


def _record(work: Work, failures: list[dict[str, object]]) -> int:
    """Seal each failure once. `found` moves on as work is done, so it is left out of the comparison."""
    if not failures:
        return 0
    with work.write() as unit:
        sealed = select(JournalRecord.body).where(
            JournalRecord.stream == Stream.TECHNICAL.value, JournalRecord.kind == INTEGRITY_FAILURE
        )
        known = {_sign_of(body) for body in unit.session.scalars(sealed)}
        new = {_sign_of(canonical(failure)): failure for failure in failures}
        for sign in new.keys() - known:
            unit.record(Stream.TECHNICAL, INTEGRITY_FAILURE, new[sign])
        return len(new.keys() - known)


def _sign_of(body: bytes) -> str:
    facts = json.loads(body)
    facts.pop("found", None)
    return json.dumps(facts, sort_keys=True)
