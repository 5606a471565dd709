"""Someone with an archive and no key: changes one thing in a copy, and may seal again all that needs no key."""

from __future__ import annotations

import hashlib
import json
import random
from collections.abc import Callable

from desk.archives.container import pack, unpack
from desk.archives.contents import as_table, by_stream, canonical_json, file_lines, from_lines, stream_lines, to_lines

Tampering = Callable[[random.Random, bytes], bytes]
_UNLISTED = ("manifest.json", "manifest.sig")


def one_byte(chance: random.Random, data: bytes) -> bytes:
    """Any byte of the file becomes any other."""
    at = chance.randrange(len(data))
    return data[:at] + bytes([(data[at] + chance.randrange(1, 256)) % 256]) + data[at + 1 :]


def tail_cut(chance: random.Random, data: bytes) -> bytes:
    """The end of the file is missing."""
    return data[: chance.randrange(len(data))]


def something_behind(chance: random.Random, data: bytes) -> bytes:
    """Bytes before or behind the archive."""
    more = chance.randbytes(chance.randrange(1, 40))
    return more + data if chance.randrange(2) else data + more


def byte_of_a_file(chance: random.Random, data: bytes) -> bytes:
    """A byte of a file inside, packed again as an archive is."""
    files = unpack(data)
    name = chance.choice(sorted(name for name, content in files.items() if content))
    return pack({**files, name: one_byte(chance, files[name])})


def file_removed(chance: random.Random, data: bytes) -> bytes:
    """A file is not there any more."""
    files = unpack(data)
    files.pop(chance.choice(sorted(files)))
    return pack(files)


def file_added(chance: random.Random, data: bytes) -> bytes:
    """A table that nobody announced."""
    return pack({**unpack(data), "other.csv": chance.randbytes(9)})


def _rows(change: Callable[[random.Random, list[bytes]], list[bytes]], *, sealed_again: bool) -> Tampering:
    def tamper(chance: random.Random, data: bytes) -> bytes:
        files = unpack(data)
        name = "journal.jsonl"
        if not sealed_again:
            tables = [key for key in files if key.endswith(".csv") and files[key].count(b"\n") > 2]
            name = chance.choice(sorted([name, *tables]))
        lines = change(chance, files[name].splitlines(keepends=True))
        files[name] = b"".join(lines)
        return pack(_sealed_again(files) if sealed_again else files)

    tamper.__name__ = f"{change.__name__}{'_sealed_again' if sealed_again else ''}"
    return tamper


def _sealed_again(files: dict[str, bytes]) -> dict[str, bytes]:
    """Tables and manifest made to say what the journal says now; only the signatures cannot be."""
    records = from_lines(files["journal.jsonl"])
    streams = by_stream(records)
    kept = {name: content for name, content in files.items() if not name.endswith(".csv")}
    kept |= {f"{stream}.csv": as_table(rows) for stream, rows in streams.items()}
    manifest = json.loads(files["manifest.json"])
    manifest["streams"] = stream_lines(streams)
    manifest["files"] = file_lines({name: content for name, content in kept.items() if name not in _UNLISTED})
    return {**kept, "manifest.json": canonical_json(manifest)}


def _removed(chance: random.Random, lines: list[bytes]) -> list[bytes]:
    at = chance.randrange(len(lines))
    return lines[:at] + lines[at + 1 :]


def _swapped(chance: random.Random, lines: list[bytes]) -> list[bytes]:
    one, other = chance.sample(range(len(lines)), 2)
    lines[one], lines[other] = lines[other], lines[one]
    return lines


def _duplicated(chance: random.Random, lines: list[bytes]) -> list[bytes]:
    at, to = chance.randrange(len(lines)), chance.randrange(len(lines) + 1)
    return [*lines[:to], lines[at], *lines[to:]]


def _cut(chance: random.Random, lines: list[bytes]) -> list[bytes]:
    return lines[: chance.randrange(1, len(lines))]


def amount_changed_and_hashed_again(chance: random.Random, data: bytes) -> bytes:
    """An amount is lowered, and every digest that needs no key is made to fit."""
    files = unpack(data)
    records = from_lines(files["journal.jsonl"])
    at = chance.choice([place for place, record in enumerate(records) if record.stream == "sales"])
    facts = json.loads(records[at].body)
    facts["total"] -= chance.randrange(1, 500)
    body = canonical_json(facts)
    records[at] = records[at]._replace(body=body, body_sha256=hashlib.sha256(body).digest())
    return pack(_sealed_again({**files, "journal.jsonl": to_lines(records)}))


CHANGES = (_removed, _swapped, _duplicated, _cut)
ALL: tuple[Tampering, ...] = (
    one_byte,
    tail_cut,
    something_behind,
    byte_of_a_file,
    file_removed,
    file_added,
    amount_changed_and_hashed_again,
    *(_rows(change, sealed_again=False) for change in CHANGES),
    *(_rows(change, sealed_again=True) for change in CHANGES),
)
