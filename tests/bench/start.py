"""From the start of the process to a painted window."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

from tests.bench import house
from tests.bench.report import Row
from tests.bench.timing import Times

ROUNDS = 11
TARGET = 1.6


def measure(scratch: Path) -> Iterator[Row]:
    """Start the desk on an existing house, and an empty window, in turn."""
    folder = scratch / "start"
    with house.lived_in(folder, days=1):
        pass
    environment = _environment(scratch)
    painted: dict[str, list[float]] = {"desk": [], "floor": []}
    ready: list[float] = []
    for number in range(-1, ROUNDS):  # the first round compiles everything
        for name in sorted(painted, reverse=bool(number % 2)):
            seen = _start(name, folder, environment)
            if number >= 0:
                painted[name].append(seen["painted"])
                if name == "desk":
                    ready.append(seen["ready"])
    floor = Times(tuple(painted["floor"]))
    yield Row("start to painted window", Times(tuple(painted["desk"])), floor, TARGET)
    yield Row("start to the plan ready behind it", Times(tuple(ready)), floor)


def _environment(scratch: Path) -> dict[str, str]:
    """The same for both: compiled code is kept, as it is for any installed program."""
    environment = dict(os.environ, PYTHONPYCACHEPREFIX=str(scratch / "compiled"))
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    environment.setdefault("QT_QPA_PLATFORM", "offscreen")
    return environment


def _start(name: str, folder: Path, environment: dict[str, str]) -> dict[str, float]:
    """The milliseconds from the start of the process to each thing it says."""
    command = [sys.executable, "-m", f"tests.bench.opening.{name}", str(folder)]
    started = time.monotonic()
    said = subprocess.run(command, env=environment, check=True, capture_output=True, text=True).stdout
    return {what: (moment - started) * 1000 for what, moment in json.loads(said).items()}
