"""The append-only journal: canonical bodies, digests of format 1, and the writing of a record (FISCAL.md §1).

The rule of the digest lives here once; writing (`JournalWriter`) and checking (`desk.verify`) both call it.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from desk.heads import Head
from desk.keys import Signer
from models.base import instant_text
from models.journal import ALGORITHM, FORMAT, Stream

NO_DIGEST = bytes(32)
_FIRST_LINE = f"casaco-desk journal {FORMAT}"


def canonical(body: Mapping[str, object]) -> bytes:
    """The exact bytes of a body: JSON, keys sorted, UTF-8, no spaces. Floats are refused: money is cents."""
    _refuse_floats(body)
    return json.dumps(body, sort_keys=True, separators=(",", ":"), ensure_ascii=False, allow_nan=False).encode()


def _refuse_floats(value: object) -> None:
    if isinstance(value, float):
        raise TypeError("a journal body holds integers only: cents and basis points")
    if isinstance(value, Mapping):
        for key, inner in value.items():
            if not isinstance(key, str):
                raise TypeError("a journal body has text keys")
            _refuse_floats(inner)
    elif isinstance(value, list | tuple):
        for inner in value:
            _refuse_floats(inner)


def digest_of(
    *,
    desk_id: str,
    stream: str,
    sequence: int,
    kind: str,
    at: str,
    operator_id: str,
    software_version: str,
    key_id: str,
    previous_digest: str,
    previous_signature: str,
    body_sha256: str,
) -> bytes:
    """SHA-256 of the twelve lines of format 1; digests and signatures are given in hexadecimal."""
    return hashlib.sha256(
        f"{_FIRST_LINE}\n{desk_id}\n{stream}\n{sequence}\n{kind}\n{at}\n{operator_id}\n{software_version}\n{key_id}\n"
        f"{previous_digest}\n{previous_signature}\n{body_sha256}".encode(errors="surrogateescape")
    ).digest()


def short_seal(digest: bytes) -> str:
    """The short form of a digest: its first 12 hexadecimal digits, in groups of four."""
    text = digest.hex()[:12].upper()
    return f"{text[:4]}-{text[4:8]}-{text[8:]}"


@dataclass(frozen=True)
class Sealed:
    """A record as it was written: where it stands, and the short form of its seal that paper carries."""

    stream: Stream
    sequence: int
    digest: bytes
    signature: bytes

    @property
    def short(self) -> str:
        """The seal as paper carries it."""
        return short_seal(self.digest)


@dataclass(frozen=True)
class Author:
    """What every record says of who wrote it and with what."""

    desk_id: str
    operator_id: str
    software_version: str


_LAST = "SELECT sequence, digest, signature FROM journal WHERE stream = ? ORDER BY sequence DESC LIMIT 1"
_INSERT = (
    "INSERT INTO journal (stream, sequence, kind, at, operator_id, desk_id, software_version, format, algorithm,"
    " key_id, previous_digest, previous_signature, body, body_sha256, digest, signature)"
    " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
)


def _over(*_: object) -> object:
    raise RuntimeError("this unit of work was abandoned: its journal is closed")


class JournalWriter:
    """Writes records inside one transaction, whose `BEGIN IMMEDIATE` makes the next place of a stream ours."""

    def __init__(self, execute: Callable[..., object], signer: Signer, author: Author, at: datetime) -> None:
        self._execute = execute
        self._signer = signer
        self._author = author
        self._at = instant_text(at)
        self._last: dict[Stream, tuple[int, bytes, bytes]] = {}
        self.written: list[Head] = []
        self.rows: list[tuple[Any, ...]] = []

    def forget(self) -> None:
        """The transaction was undone: what was written in it is not there, and nothing more can be."""
        self._execute = _over
        self._last.clear()
        self.written.clear()
        self.rows.clear()

    def next_sequence(self, stream: Stream) -> int:
        """The place that the next record of `stream` will take."""
        return self._tail(stream)[0] + 1

    def append(self, stream: Stream, kind: str, body: Mapping[str, object]) -> Sealed:
        """Add one record to the end of `stream`. `body` is full content and never ids of rows that can change."""
        previous, previous_digest, previous_signature = self._tail(stream)
        sequence = previous + 1
        content = canonical(body)
        body_sha256 = hashlib.sha256(content).digest()
        digest = digest_of(
            desk_id=self._author.desk_id,
            stream=stream.value,
            sequence=sequence,
            kind=kind,
            at=self._at,
            operator_id=self._author.operator_id,
            software_version=self._author.software_version,
            key_id=self._signer.key_id,
            previous_digest=previous_digest.hex(),
            previous_signature=previous_signature.hex(),
            body_sha256=body_sha256.hex(),
        )
        signature = self._signer.sign(digest)
        row = (
            *(stream.value, sequence, kind, self._at, self._author.operator_id, self._author.desk_id),
            *(self._author.software_version, FORMAT, ALGORITHM, self._signer.key_id),
            *(previous_digest, previous_signature, content, body_sha256, digest, signature),
        )
        self._execute(_INSERT, row)
        self._last[stream] = (sequence, digest, signature)
        self.rows.append(row)
        self.written.append(Head(stream.value, sequence, digest.hex(), signature.hex(), self._signer.key_id))
        return Sealed(stream, sequence, digest, signature)

    def _tail(self, stream: Stream) -> tuple[int, bytes, bytes]:
        if stream not in self._last:
            result = self._execute(_LAST, (stream.value,))
            row = result.fetchone()  # type: ignore[attr-defined]
            self._last[stream] = (0, NO_DIGEST, b"") if row is None else (row[0], row[1], row[2])
        return self._last[stream]
