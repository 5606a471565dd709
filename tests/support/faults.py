"""How often each fault is staged, and what came of it: few times in `make test`, hundreds in `make faults`."""

from __future__ import annotations

import json
import os
from collections.abc import Iterable
from dataclasses import asdict, dataclass, replace
from pathlib import Path

FULL = "CASACO_FAULTS_FULL"
"""Set (to anything) in the environment, the suite stages each fault as often as `make faults` promises."""
TALLY = "CASACO_FAULTS_TALLY"
"""The file where the tests write what they staged, a line each; nothing is written where it is not set."""
_HEAD = ("fault", "times staged", "acknowledged", "lost", "told")


@dataclass(frozen=True)
class Staged:
    """What came of one fault: how often it was staged, how often a person was told, acts acknowledged, and lost."""

    fault: str
    times: int
    acknowledged: int
    lost: int
    told: int

    def __add__(self, other: Staged) -> Staged:
        return replace(
            self, times=self.times + other.times, acknowledged=self.acknowledged + other.acknowledged,
            lost=self.lost + other.lost, told=self.told + other.told,
        )  # fmt: skip

    @property
    def is_good(self) -> bool:
        """Nothing acknowledged was lost, and every time was told."""
        return self.lost == 0 and self.told == self.times


def times(few: int, full: int) -> int:
    """`few` in an ordinary run of the tests, `full` when the whole suite was asked for."""
    return full if os.environ.get(FULL) else few


def tally(fault: str, *, times: int, acknowledged: int, lost: int = 0, told: int | None = None) -> None:
    """Note what a test staged, then fail it if something was lost or not told; `told` is each time unless said."""
    staged = Staged(fault, times, acknowledged, lost, times if told is None else told)
    if place := os.environ.get(TALLY):
        # One small write at the end of the file: several processes may do it at once.
        with Path(place).open("a", encoding="utf-8") as file:
            file.write(json.dumps(asdict(staged)) + "\n")
    assert staged.times > 0, f"{fault}: never staged"
    assert staged.is_good, staged


def read_tally(place: Path) -> list[Staged]:
    """The faults that were staged, those of several tests added up, in the order of their names."""
    found: dict[str, Staged] = {}
    for line in place.read_text(encoding="utf-8").splitlines():
        staged = Staged(**json.loads(line))
        found[staged.fault] = found[staged.fault] + staged if staged.fault in found else staged
    return [found[fault] for fault in sorted(found)]


def table(rows: Iterable[Staged]) -> str:
    """The rows in columns."""
    cells = [_HEAD, *(_cells(row) for row in rows)]
    widths = [max(len(line[column]) for line in cells) for column in range(len(_HEAD))]
    lines = [
        "  ".join(
            cell.rjust(width) if column in (1, 2, 3) else cell.ljust(width)
            for column, (cell, width) in enumerate(zip(line, widths, strict=True))
        ).rstrip()
        for line in cells
    ]
    return "\n".join([lines[0], "-" * len(lines[0]), *lines[1:]])


def _cells(row: Staged) -> tuple[str, ...]:
    told = "yes" if row.told == row.times else f"NO ({row.told} of {row.times})"
    return row.fault, str(row.times), str(row.acknowledged), str(row.lost), told
