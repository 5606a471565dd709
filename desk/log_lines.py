"""How a line of the technical log is made and written: `structlog` in front, the standard library's rotating file
behind, and in between what `desk.log_masks` lets through. Imported with the first line only: see `desk.logs`."""

from __future__ import annotations

import io
import json
import logging
import os
from collections.abc import Iterator, MutableMapping
from logging.handlers import RotatingFileHandler
from pathlib import Path
from typing import Any

import structlog
from structlog.stdlib import ProcessorFormatter

from desk.log_masks import masked, short_path

MOST_BYTES = 1_000_000
PARTS = 3
"""Older parts that are kept beside the file: four megabytes at most, in all."""

Line = MutableMapping[str, Any]
_stamp = structlog.processors.TimeStamper(fmt="iso", utc=True)

structlog.configure(
    processors=[structlog.stdlib.add_logger_name, structlog.stdlib.add_log_level, _stamp,
                ProcessorFormatter.wrap_for_formatter],
    logger_factory=structlog.stdlib.LoggerFactory(),
    wrapper_class=structlog.stdlib.BoundLogger,
)  # fmt: skip


def say(name: str, level: int, event: str, facts: dict[str, object]) -> None:
    """One line of ours. What it holds is masked here too: other handlers than the file may listen."""
    kept = masked({**facts, "event": event})
    structlog.get_logger(name).log(level, kept.pop("event"), **kept)


def handler(place: Path) -> logging.Handler:
    """What writes lines to `place`; where that cannot be, to standard error."""
    try:
        place.parent.mkdir(parents=True, exist_ok=True)
        made: logging.Handler = _File(place)
    except OSError:
        made = logging.StreamHandler()
    made.setFormatter(
        ProcessorFormatter(
            foreign_pre_chain=[
                structlog.stdlib.add_logger_name, structlog.stdlib.add_log_level, _stamp, _of_a_library
            ],
            processors=[ProcessorFormatter.remove_processors_meta, _masked,
                        structlog.processors.JSONRenderer(ensure_ascii=True)],
        )
    )  # fmt: skip
    return made


def _of_a_library(_logger: object, _method: str, line: Line) -> Line:
    """A library's own words may quote anything: only where it spoke is kept, and what it had caught."""
    record: logging.LogRecord = line["_record"]
    caught = record.exc_info[1] if record.exc_info else None
    said = {
        "event": "a library spoke", "function": record.funcName, "line": record.lineno,
        "place": short_path(record.pathname).rpartition("/")[2],
    }  # fmt: skip
    kept = {name: line[name] for name in ("logger", "level", "timestamp", "_record", "_from_structlog")}
    line.clear()
    line.update(kept, **said)
    if caught is not None:
        line["failure"] = caught
    return line


def _masked(_logger: object, _method: str, line: Line) -> Line:
    return masked(line)


class _File(RotatingFileHandler):
    """Readable by its owner only; follows the file when another process of the desk has turned it over."""

    def __init__(self, place: Path) -> None:
        super().__init__(place, maxBytes=MOST_BYTES, backupCount=PARTS, encoding="utf-8")

    def _open(self) -> io.TextIOWrapper:
        descriptor = os.open(self.baseFilename, os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o600)
        return io.TextIOWrapper(os.fdopen(descriptor, "ab"), encoding="utf-8")

    def emit(self, record: logging.LogRecord) -> None:
        """Write a line; a disk that is full loses it, and the desk goes on."""
        try:
            if self.stream is not None and not _is_at(self.baseFilename, self.stream.fileno()):
                self.stream.close()
                self.stream = self._open()
        except OSError:
            self.handleError(record)
        else:
            super().emit(record)


def _is_at(name: str, descriptor: int) -> bool:
    try:
        return os.path.samestat(os.stat(name), os.fstat(descriptor))
    except FileNotFoundError:
        return False


def last_lines(place: Path, most: int) -> Iterator[str]:
    """The last `most` lines, oldest first, held again to what may be written; older parts are read as needed.

    May raise OSError for a file that is there and cannot be read.
    """
    found: list[str] = []
    for part in (place, *(place.with_name(f"{place.name}.{number}") for number in range(1, PARTS + 1))):
        if len(found) >= most or not part.is_file():
            break
        lines = part.read_bytes()[-2 * MOST_BYTES :].split(b"\n")
        found = [*(line for raw in lines if (line := _again(raw))), *found]
    yield from found[-most:]


def _again(raw: bytes) -> str:
    """A line as it may be written, empty for what is no line of ours."""
    try:
        line = json.loads(raw)
    except ValueError:
        return ""
    return json.dumps(masked(line)) if isinstance(line, dict) and "event" in line else ""
