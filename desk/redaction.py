"""Blanking the bodies of operational records, the one change that the journal allows (FISCAL.md §1).

The SHA-256 of a blanked body stays, so the chain still verifies. Each redaction is announced in the technical stream,
which is never redacted: `desk.verify` takes a body that went without a word for what it is, a removal.
"""

from __future__ import annotations

import json
import re
import sqlite3
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Engine
from sqlalchemy.orm import Session

from desk.logs import log_of
from desk.names import searchable
from desk.work import Unit
from models.journal import Stream

ANNOUNCEMENT = "journal.redacted"
# The register of cooperators is the law's to keep, and the acts of this very module name nobody.
KEPT = ("cooperator.", "shares.", "privacy.", "members.")
_log = log_of(__name__)
_BLANK = "UPDATE journal SET body = x'' WHERE stream = 'operations' AND sequence = ?"
_RECORDS = "SELECT sequence, kind, at, body FROM journal WHERE stream = 'operations' AND length(body) > 0"
_WORD = re.compile(r"\w+")


@dataclass(frozen=True)
class Traits:
    """What a person is known by in the journal: a number, a name, and texts that are theirs alone (e-mail, card...)."""

    number: int
    name: str
    own: tuple[str, ...] = ()


@dataclass(frozen=True)
class Trace:
    """A record about a person: its place in the operational stream, its kind, and when (as the journal writes it)."""

    sequence: int
    kind: str
    at: str


def traces(session: Session, person: Traits) -> tuple[Trace, ...]:
    """The operational records about a person, in order; those that the law keeps are left out."""
    # A first look at the bytes, quick on a long journal; then a reading of the few records that pass it.
    needles = [_written(text) for text in (person.name, *person.own) if text]
    looks = " OR ".join(["instr(body, ?) > 0"] * (len(needles) + 1))
    values = (f'"member":{person.number}'.encode(), *needles)
    rows = session.connection().exec_driver_sql(f"{_RECORDS} AND ({looks}) ORDER BY sequence", values)
    return tuple(
        Trace(sequence, kind, at)
        for sequence, kind, at, body in rows
        if not kind.startswith(KEPT) and is_about(_read(body), person)
    )


def is_about(body: Mapping[str, Any], person: Traits) -> bool:
    """Whether a body is about the person, and not about someone of the same name."""
    texts = tuple(_texts(body))
    if any(re.search(rf"(?<![\w.+-]){re.escape(own)}(?![\w-])", text) for own in person.own if own for text in texts):
        return True
    number = body.get("member")
    if isinstance(number, int):
        return number == person.number
    wanted = _words(person.name)
    return bool(wanted) and any(_holds(_words(text), wanted) for text in texts)


def redact(unit: Unit, sequences: Iterable[int], why: str) -> int:
    """Blank the bodies of these operational records and announce it; the answer is how many. `why` names no one."""
    chosen = sorted(set(sequences))
    if not chosen:
        return 0
    unit.session.connection().exec_driver_sql(_BLANK, [(sequence,) for sequence in chosen])
    body = {"schema": 1, "stream": Stream.OPERATIONS.value, "why": why, "ranges": _ranges(chosen)}
    unit.record(Stream.TECHNICAL, ANNOUNCEMENT, body)
    return len(chosen)


def announced(body: bytes) -> list[tuple[int, int]]:
    """The ranges of sequences (both ends included) that an announcement names; none when it cannot be read."""
    try:
        return [(int(first), int(last)) for first, last in json.loads(body)["ranges"]]
    except (ValueError, TypeError, KeyError):
        return []


def sweep(engine: Engine) -> bool:
    """Rewrite the file so that no byte of what was blanked is left in it; False when the disk did not allow it.

    What was blanked is gone from the tables either way.
    """
    connection = engine.raw_connection()
    try:
        cursor = connection.cursor()
        cursor.execute("VACUUM")
        cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        busy, *_ = cursor.fetchone() or (1,)
        cursor.close()
    except sqlite3.OperationalError as error:
        _log.warning("the file could not be swept after a redaction", error=error)
        return False
    finally:
        connection.close()
    return not busy


def _read(body: bytes) -> Mapping[str, Any]:
    """The facts of a body; none of one that someone damaged, which `desk.verify` will name."""
    try:
        facts = json.loads(body)
    except ValueError:
        return {}
    return facts if isinstance(facts, dict) else {}


def _ranges(sequences: list[int]) -> list[list[int]]:
    found: list[list[int]] = []
    for sequence in sequences:
        if found and found[-1][1] == sequence - 1:
            found[-1][1] = sequence
        else:
            found.append([sequence, sequence])
    return found


def _written(text: str) -> bytes:
    """The bytes of `text` as a journal body writes them."""
    return json.dumps(text, ensure_ascii=False)[1:-1].encode()


def _texts(value: object) -> Iterable[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, Mapping):
        for inner in value.values():
            yield from _texts(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from _texts(inner)


def _words(text: str) -> list[str]:
    return _WORD.findall(searchable(text))


def _holds(words: list[str], wanted: list[str]) -> bool:
    return any(words[at : at + len(wanted)] == wanted for at in range(len(words) - len(wanted) + 1))
