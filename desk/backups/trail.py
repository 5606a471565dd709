"""The second place, extended: each sealed record again, outside the database, a file a day.

The heads alone say how far the journal went; these lines let `desk.backups.replay` put its end back after an older
copy. What the law keeps is whole here (sales, closings, prints, technical events). Of the operational stream only the
seals are kept, with a blank body, so that an erasure has nothing to erase here; the acts of erasure themselves, which
name nobody, are kept whole, so that they can be done again.

One small append for each commit, after it: a crash can only lose or tear the last line, and each line proves itself by
its digest and its signature.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta
from pathlib import Path
from typing import Any, NamedTuple

from desk.heads import Head, append, places_for
from desk.journal import digest_of
from desk.keys import signature_holds
from desk.logs import log_of
from models.journal import ALGORITHM, FORMAT, Stream

KEPT_DAYS = 35
"""Days of lines that outlive a good backup: as long as the weekly copies from which one may start again."""
ERASURE = "privacy.erased"
_NAMELESS = {ERASURE: 1, "invoice.reminded": 1, "deposit.taken": 2, "deposit.returned": 2}
"""Operational kinds whose bodies name no visitor and no customer, and the schema since when that is so."""
END_BYTES = 32 * 1024
"""Of the last lines, so many are read at a start: some forty records."""
_log = log_of(__name__)


class JournalRow(NamedTuple):
    """A record of the journal, column for column, in the order in which it is written."""

    stream: str
    sequence: int
    kind: str
    at: str
    operator_id: str
    desk_id: str
    software_version: str
    format: int
    algorithm: str
    key_id: str
    previous_digest: bytes
    previous_signature: bytes
    body: bytes
    body_sha256: bytes
    digest: bytes
    signature: bytes

    @property
    def head(self) -> Head:
        """The record as the head that it is of its stream."""
        return Head(self.stream, self.sequence, self.digest.hex(), self.signature.hex(), self.key_id)

    def is_signed_with(self, public_key: bytes) -> bool:
        """Whether the digest is that of what stands here, and signed; the body itself is not looked at."""
        rebuilt = digest_of(
            desk_id=self.desk_id, stream=self.stream, sequence=self.sequence, kind=self.kind, at=self.at,
            operator_id=self.operator_id, software_version=self.software_version, key_id=self.key_id,
            previous_digest=self.previous_digest.hex(), previous_signature=self.previous_signature.hex(),
            body_sha256=self.body_sha256.hex(),
        )  # fmt: skip
        return rebuilt == self.digest and signature_holds(public_key, self.signature, self.digest)


class Trail:
    """The lines of one desk. `trouble` is the last reason why one could not be written."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.trouble = ""
        self._sound: Path | None = None

    def write(self, rows: Sequence[tuple[Any, ...]]) -> None:
        """Append the rows of one commit. A failure is noted: the commit they speak of stands already."""
        place = self.folder / f"{rows[0][3][:10]}.log"
        data = b"".join(_line(JournalRow(*row)) for row in rows)
        try:
            # The last line of a file that is taken up again may be torn: ours begin on a line of their own.
            append(place, data if place == self._sound else b"\n" + data)
        except OSError as error:
            self.trouble, self._sound = str(error), None
            _log.warning("the records could not be written", place=place.name, error=error)
        else:
            self.trouble, self._sound = "", place

    def lengths(self) -> dict[Path, int]:
        """How far each day is written now: what stands before that speaks of commits made before this call."""
        try:
            return {place: place.stat().st_size for place in sorted(self.folder.glob("*.log"))}
        except OSError as error:
            _log.warning("the records could not be read", place=self.folder.name, error=error)
            return {}

    def read(self, lengths: Mapping[Path, int] | None = None) -> Iterator[JournalRow]:
        """Every line that can be read, day by day, in the order of writing; torn or foreign ones are passed over.

        Of each day no more than `lengths` says, when it does.
        """
        for place, length in (self.lengths() if lengths is None else lengths).items():
            try:
                with place.open("rb") as file:
                    lines = file.read(length).split(b"\n")
            except OSError as error:
                _log.warning("the records could not be read", place=place.name, error=error)
                continue
            yield from (row for line in lines if (row := _row(line)) is not None)

    def end(self) -> Iterator[JournalRow]:
        """The last lines that were written, for a start, which has no time to read them all."""
        left = END_BYTES
        for place, length in reversed(self.lengths().items()):
            if left <= 0:
                return
            try:
                with place.open("rb") as file:
                    file.seek(max(0, length - left))
                    data = file.read(min(left, length))
            except OSError as error:
                _log.warning("the records could not be read", place=place.name, error=error)
                continue
            left -= length
            # The first of them may begin in its middle, and is passed over like a torn one.
            yield from (row for line in data.split(b"\n") if (row := _row(line)) is not None)

    def trim(self, today: date) -> None:
        """Let go of the days that a good backup has made superfluous."""
        first_kept = (today - timedelta(days=KEPT_DAYS)).isoformat()
        for place in self.folder.glob("*.log"):
            if place.stem < first_kept:
                try:
                    place.unlink()
                except OSError as error:
                    _log.warning("an old file of records could not be removed", place=place.name, error=error)


def trail_of(folder: Path, desk_id: str) -> Trail:
    """The lines of the desk at work on `folder`: beside its second heads, in this user's state folder."""
    heads = places_for(folder, desk_id)[1]
    return Trail(heads.parent.parent / "records" / heads.stem)


def _line(row: JournalRow) -> bytes:
    hidden = row.stream == Stream.OPERATIONS and not _is_nameless(row)
    facts = (
        *row[:7],
        row.key_id,
        row.previous_digest.hex(),
        row.previous_signature.hex(),
        "" if hidden else row.body.decode(),
        *(column.hex() for column in row[13:]),
    )
    return json.dumps(facts, separators=(",", ":"), ensure_ascii=False).encode() + b"\n"


def _is_nameless(row: JournalRow) -> bool:
    since = _NAMELESS.get(row.kind)
    return since is not None and bool(row.body) and int(json.loads(row.body)["schema"]) >= since


def _row(line: bytes) -> JournalRow | None:
    try:
        stream, sequence, kind, at, operator, desk, version, key, *sealed = json.loads(line)
        previous, before, body, body_sha256, digest, signature = sealed
        links = (bytes.fromhex(previous), bytes.fromhex(before))
        content, hexes = body.encode(), (body_sha256, digest, signature)
        sha256, sealed_digest, sealed_signature = (bytes.fromhex(text) for text in hexes)
        texts = (stream, kind, at, operator, desk, version, key)
    except (ValueError, TypeError, AttributeError):
        return None
    if not isinstance(sequence, int) or not all(isinstance(text, str) for text in texts):
        return None
    return JournalRow(
        stream, sequence, kind, at, operator, desk, version, FORMAT, ALGORITHM, key, *links, content, sha256,
        sealed_digest, sealed_signature,
    )  # fmt: skip
