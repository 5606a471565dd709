"""The generated year that proofs are held against, and what each proof counted: a sample in `make test`, the whole year
with `python -m tests.proofs`."""

from __future__ import annotations

import json
import os
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from datetime import datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

YEAR = "CASACO_PROOFS_YEAR"
"""Set in the environment, it names the folder of the generated year: the proofs are held against the whole of it."""
COUNTS = "CASACO_PROOFS_COUNTS"
"""The file where the proofs write what they counted, a line each; nothing is written where it is not set."""
OPENED = datetime(2026, 11, 22, 15, 0, tzinfo=ZoneInfo("Europe/Paris"))
"""The moment at which the year ends: a Sunday, when every day of it is closed."""
AFTERWARDS = OPENED + timedelta(minutes=5)


@dataclass(frozen=True)
class Counted:
    """One proof: what it held, against how many, and what did not hold."""

    proof: str
    held_against: str
    wrong: int


def whole_year() -> Path | None:
    """The folder of the generated year, None in an ordinary run of the tests."""
    folder = os.environ.get(YEAR)
    return Path(folder) if folder else None


def counted(proof: str, held_against: str, wrong: int) -> None:
    """Note what a proof counted."""
    if place := os.environ.get(COUNTS):
        with Path(place).open("a", encoding="utf-8") as file:
            file.write(json.dumps(asdict(Counted(proof, held_against, wrong))) + "\n")


def read_counts(place: Path) -> list[Counted]:
    """What was counted, in order."""
    return [Counted(**json.loads(line)) for line in place.read_text(encoding="utf-8").splitlines()]


def table(rows: Iterable[Counted]) -> str:
    """The rows in columns."""
    cells = [("proof", "wrong", "held against"), *((row.proof, str(row.wrong), row.held_against) for row in rows)]
    widths = [max(len(line[column]) for line in cells) for column in range(2)]
    lines = [f"{proof:<{widths[0]}}  {wrong:>{widths[1]}}  {against}" for proof, wrong, against in cells]
    return "\n".join([lines[0], "-" * len(lines[0]), *lines[1:]])
