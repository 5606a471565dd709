"""From the start of the process to a painted window."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from tests.bench import house
from tests.bench.report import Row
from tests.bench.timing import Times

ROUNDS = 11
TARGET = 1.6


@dataclass(frozen=True)
class Started:
    """When the first window was painted, and when the process was ready for its person."""

    painted: Times
    ready: Times


def measure(scratch: Path) -> Iterator[Row]:
    """Start the desk on an existing house, and an empty window, in turn."""
    folder = scratch / "start"
    with house.lived_in(folder, days=1):
        pass
    desk, floor = _in_turn([("desk", folder), ("floor", folder)], environment(scratch))
    yield Row("start to painted window", desk.painted, floor.painted, TARGET)
    yield Row("start to the plan ready behind it", desk.ready, floor.painted)


def starts(folders: Iterable[Path], environment: Mapping[str, str]) -> list[Started]:
    """Start the desk on each of the folders, in turn."""
    return _in_turn([("desk", folder) for folder in folders], environment)


def _in_turn(kinds: list[tuple[str, Path]], environment: Mapping[str, str]) -> list[Started]:
    seen: list[list[dict[str, float]]] = [[] for _ in kinds]
    for number in range(-1, ROUNDS):  # the first round compiles everything
        order = range(len(kinds)) if number % 2 else reversed(range(len(kinds)))
        for index in order:
            name, folder = kinds[index]
            moments = _start(name, folder, environment)
            if number >= 0:
                seen[index].append(moments)
    return [Started(*(Times(tuple(run[what] for run in runs)) for what in ("painted", "ready"))) for runs in seen]


def environment(scratch: Path) -> dict[str, str]:
    """The same for all: compiled code is kept, as it is for any installed program."""
    environment = dict(os.environ, PYTHONPYCACHEPREFIX=str(scratch / "compiled"))
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    environment.setdefault("QT_QPA_PLATFORM", "offscreen")
    return environment


def _start(name: str, folder: Path, environment: Mapping[str, str]) -> dict[str, float]:
    """The milliseconds from the start of the process to each thing it says."""
    command = [sys.executable, "-m", f"tests.bench.opening.{name}", str(folder)]
    started = time.monotonic()
    said = subprocess.run(command, env=environment, check=True, capture_output=True, text=True).stdout
    return {what: (moment - started) * 1000 for what, moment in json.loads(said).items()}
