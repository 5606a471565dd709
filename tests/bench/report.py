"""The results: one row a measure, as a table for people and as JSON for machines."""

from __future__ import annotations

import json
import os
import platform
import sqlite3
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

import PySide6
import sqlalchemy

from tests.bench.timing import Times

_HEAD = ("measure", "desk", "floor", "result", "target", "met")
_MEDIAN: Callable[[Times], float] = lambda times: times.median  # noqa: E731


class Kind(StrEnum):
    """How a measure is compared with its floor."""

    RATIO = "ratio"
    EXTRA = "extra"
    ITSELF = "itself"


class Unit(StrEnum):
    """What the numbers of a row count."""

    MILLISECONDS = "ms"
    MEGABYTES = "MB"
    THINGS = "things"


@dataclass(frozen=True)
class Row:
    """A measure and its floor. With no target it is told for its own sake."""

    name: str
    desk: Times
    floor: Times
    target: float | None = None
    kind: Kind = Kind.RATIO
    of: Callable[[Times], float] = _MEDIAN
    unit: Unit = Unit.MILLISECONDS

    @property
    def result(self) -> float:
        """The ratio to the floor, what is over it, or the measure itself, of the statistic chosen (else medians)."""
        return self._compare(self.of)

    @property
    def best(self) -> float:
        """The same between the best times of both."""
        return self._compare(lambda times: times.best)

    @property
    def is_met(self) -> bool | None:
        """Whether the target is reached; None where there is none."""
        return None if self.target is None else self.result <= self.target

    def _compare(self, of: Callable[[Times], float]) -> float:
        desk, floor = of(self.desk), of(self.floor)
        return {Kind.RATIO: desk / floor if floor else 0.0, Kind.EXTRA: desk - floor, Kind.ITSELF: desk}[self.kind]

    def cells(self) -> tuple[str, ...]:
        """The row as the table shows it; in brackets, the same between best times."""
        mark = "×" if self.kind is Kind.RATIO else self.unit.value
        return (
            self.name,
            f"{_shown(self.of(self.desk), self.unit)} ({_shown(self.desk.best, self.unit)})",
            f"{_shown(self.of(self.floor), self.unit)} ({_shown(self.floor.best, self.unit)})",
            f"{self.result:.2f} {mark} ({self.best:.2f})",
            "" if self.target is None else f"≤ {self.target:g} {mark}",
            {None: "", True: "yes", False: "NO"}[self.is_met],
        )

    def facts(self) -> dict[str, object]:
        """The row for `bench.json`; desk and floor are in its unit."""
        return {
            "name": self.name,
            "kind": self.kind.value,
            "unit": self.unit.value,
            "desk": _facts(self.desk),
            "floor": _facts(self.floor),
            "result": round(self.result, 4),
            "result_of_best": round(self.best, 4),
            "target": self.target,
            "met": self.is_met,
        }


def table(rows: Iterable[Row]) -> str:
    """The rows in columns."""
    cells = [_HEAD, *(row.cells() for row in rows)]
    widths = [max(len(line[column]) for line in cells) for column in range(len(_HEAD))]
    lines = ["  ".join(cell.ljust(width) for cell, width in zip(line, widths, strict=True)).rstrip() for line in cells]
    return "\n".join([lines[0], "-" * len(lines[0]), *lines[1:]])


def write(rows: Iterable[Row], path: Path, disk: str) -> None:
    """Write `bench.json`."""
    facts = {"machine": _machine(disk), "measures": [row.facts() for row in rows]}
    path.write_text(json.dumps(facts, ensure_ascii=False, indent=2) + "\n", encoding="utf-8")


def _machine(disk: str) -> dict[str, object]:
    return {
        "system": platform.platform(),
        "cores": os.cpu_count(),
        "load": [round(load, 2) for load in os.getloadavg()] if hasattr(os, "getloadavg") else [],
        "disk": disk,
        "python": platform.python_version(),
        "pyside": PySide6.__version__,
        "sqlalchemy": sqlalchemy.__version__,
        "sqlite": sqlite3.sqlite_version,
    }


def _facts(times: Times) -> dict[str, object]:
    return {
        "times": len(times.values),
        "median": round(times.median, 5),
        "best": round(times.best, 5),
        "p99": round(times.p99, 5),
    }


def _shown(value: float, unit: Unit) -> str:
    if unit is Unit.MILLISECONDS:
        return _time(value)
    return f"{value:.1f} MB" if unit is Unit.MEGABYTES else f"{value:.0f}"


def _time(milliseconds: float) -> str:
    if milliseconds >= 100:
        return f"{milliseconds:.0f} ms"
    if milliseconds >= 1:
        return f"{milliseconds:.2f} ms"
    return f"{milliseconds * 1000:.1f} µs"
