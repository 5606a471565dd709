"""What a check of the journal found, as values, and as the command line prints it."""

from __future__ import annotations

import json
from dataclasses import dataclass


@dataclass(frozen=True)
class Problem:
    """Something that does not hold, and where: a stream and a sequence (0 when it is about no single record)."""

    stream: str
    sequence: int
    sentence: str


@dataclass(frozen=True)
class Verification:
    """What was checked and what was found. `ok` only when everything was checked and nothing was found.

    `redacted` of the records have no body any more, as announced.
    """

    records: int
    streams: dict[str, int]
    deep: bool
    problems: tuple[Problem, ...]
    redacted: int = 0

    @property
    def ok(self) -> bool:
        """Whether the journal holds. A database with no record at all holds nothing, and is not ok."""
        return not self.problems and self.records > 0


def as_json(verification: Verification) -> str:
    """The verification as the command line prints it."""
    return json.dumps(
        {
            "ok": verification.ok,
            "records": verification.records,
            "redacted": verification.redacted,
            "streams": verification.streams,
            "deep": verification.deep,
            "problems": [
                {"stream": p.stream, "sequence": p.sequence, "problem": p.sentence} for p in verification.problems
            ],
        },
        ensure_ascii=False,
        indent=2,
    )
