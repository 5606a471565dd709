"""What an archive says: records as lines of JSON, the same as tables, and the manifest that binds them."""

from __future__ import annotations

import csv
import hashlib
import io
import json
from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple

from desk.journal import short_seal
from desk.workbooks import harmless
from models.journal import Stream

FORMAT = 1
STREAMS = tuple(stream for stream in Stream if stream is not Stream.OPERATIONS)
"""Every fiscal stream. The operational one (visits, bookings) is about people, and has terms of its own."""
_SIGNED = b"casaco-desk archive 1\n"
_HEADER = ("Numéro", "Nature", "Date (UTC)", "Opérateur", "Pièce", "Total (centimes)", "Scellement", "Contenu (JSON)")


class Record(NamedTuple):
    """One record of the journal, all columns of format 1; bytes as they are."""

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


_BYTES = ("previous_digest", "previous_signature", "body_sha256", "digest", "signature")
_NUMBERS = ("sequence", "format")


def to_lines(records: Iterable[Record]) -> bytes:
    """One record a line: bytes in hexadecimal, the body as the exact text that was hashed."""
    return b"".join(_line(record) for record in records)


def _line(record: Record) -> bytes:
    fields: dict[str, object] = record._asdict()
    for name in _BYTES:
        fields[name] = getattr(record, name).hex()
    fields["body"] = record.body.decode()
    return canonical_json(fields) + b"\n"


def from_lines(data: bytes) -> list[Record]:
    """The records of a file; raises ValueError (or its kin) for a line that is none."""
    return [_record(json.loads(line)) for line in data.splitlines()]


def _record(fields: Mapping[str, Any]) -> Record:
    values = dict(fields)
    if set(values) != set(Record._fields):
        raise ValueError("a record has the columns of format 1 and no other")
    for name, value in values.items():
        if not isinstance(value, int if name in _NUMBERS else str) or isinstance(value, bool):
            raise ValueError(f"{name} has another type")
    for name in _BYTES:
        values[name] = bytes.fromhex(values[name])
    values["body"] = values["body"].encode()
    return Record(**values)


def canonical_json(value: object) -> bytes:
    """JSON in the one way there is: keys sorted, no spaces, UTF-8."""
    return json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=False, allow_nan=False).encode()


def as_table(records: Iterable[Record]) -> bytes:
    """The records of one stream for reading in a spreadsheet; what looks like a formula there is neutralised."""
    text = io.StringIO()
    writer = csv.writer(text, delimiter=";", lineterminator="\r\n")
    writer.writerow(_HEADER)
    for record in records:
        facts = facts_of(record)
        total = facts.get("total", facts.get("cents", ""))
        operator = facts["operator"]["name"] if isinstance(facts.get("operator"), dict) else facts.get("by", "")
        writer.writerow(
            (
                record.sequence, harmless(record.kind), record.at, harmless(str(operator)),
                harmless(str(facts.get("number", ""))), total, short_seal(record.digest),
                harmless(record.body.decode()),
            )
        )  # fmt: skip
    return text.getvalue().encode("utf-8-sig")


def facts_of(record: Record) -> dict[str, Any]:
    """The body of a record, empty for one whose content is lost; raises ValueError when it is no JSON object."""
    if not record.body:
        return {}
    facts = json.loads(record.body)
    if not isinstance(facts, dict):
        raise ValueError("a body is an object")
    return facts


def by_stream(records: Iterable[Record]) -> dict[str, list[Record]]:
    """The records of each stream, in the order they come."""
    found: dict[str, list[Record]] = {}
    for record in records:
        found.setdefault(record.stream, []).append(record)
    return found


def stream_lines(streams: Mapping[str, list[Record]]) -> list[dict[str, object]]:
    """What the manifest says of each stream: from where to where, and the head that it ends with."""
    return [
        {
            "stream": stream, "first": records[0].sequence, "last": records[-1].sequence, "count": len(records),
            "head": records[-1].digest.hex(), "signature": records[-1].signature.hex(),
        }
        for stream, records in sorted(streams.items())
    ]  # fmt: skip


def file_lines(files: Mapping[str, bytes]) -> list[dict[str, object]]:
    """What the manifest says of each file."""
    return [
        {"name": name, "size": len(data), "sha256": hashlib.sha256(data).hexdigest()}
        for name, data in sorted(files.items())
    ]


def to_sign(manifest: bytes) -> bytes:
    """The 32 bytes that are signed for a manifest: never those of a journal record, whose digest begins otherwise."""
    return hashlib.sha256(_SIGNED + manifest).digest()
