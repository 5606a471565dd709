"""A whole week in one process: what it holds at the end against what it held after its first hour.

The rows of times compare the last acts of the week with those that follow its first hour.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from datetime import date, datetime, timedelta
from datetime import time as hour
from pathlib import Path

from tests.bench.report import Kind, Row, Unit
from tests.bench.timing import Times

MEMORY = 1.1
SLOWER = 1.3
_SAMPLE = {"scan": 1000, "sale": 300, "plan_update": 200, "lock": 12}
_NAMES = {"scan": "scan", "sale": "sale", "plan_update": "plan update", "lock": "lock and unlock"}
_P99 = lambda times: times.p99  # noqa: E731


def measure(scratch: Path) -> Iterator[Row]:
    """Memory, objects, timers, threads, and times."""
    environment = dict(os.environ)
    environment.setdefault("QT_QPA_PLATFORM", "offscreen")
    command = [sys.executable, "-m", "tests.bench.week", str(scratch / "week")]
    said = json.loads(subprocess.run(command, env=environment, check=True, stdout=subprocess.PIPE, text=True).stdout)
    first, last = said["first"], said["last"]
    memory = (Times((standing["megabytes"],)) for standing in (last, first))
    yield Row("memory, the week's end on its first hour", *memory, MEMORY, unit=Unit.MEGABYTES)
    for what in ("objects", "timers", "threads"):
        counts = (Times((standing[what],)) for standing in (last, first))
        yield Row(f"{what} left over by the week", *counts, 0.0, Kind.EXTRA, unit=Unit.THINGS)
    for act, taken in said["times"].items():
        count = min(_SAMPLE[act], len(taken) // 2)
        end, beginning = Times(tuple(taken[-count:])), Times(tuple(taken[:count]))
        yield Row(f"{_NAMES[act]}, the week's end on its start, p50", end, beginning, SLOWER)
        if count >= 100:
            yield Row(f"{_NAMES[act]}, the same, p99", end, beginning, SLOWER, of=_P99)


# --- in the process of its own -------------------------------------------------------------------------------


def _play(folder: Path) -> dict[str, object]:
    from desk.printing.queue import PrinterSettings
    from desk.printing.states import PrinterKind
    from tests.bench.house import PIN, LivedIn
    from tests.support.house import PARIS
    from tests.support.week import ACTS_AN_HOUR, WEEK, Week

    monday = date.today() - timedelta(days=date.today().weekday())
    lived = LivedIn(folder, datetime.combine(monday, hour(8, 30), tzinfo=PARIS))
    lived.house.desk.queue.set_printer(PrinterSettings(PrinterKind.FILES, "tickets"))
    lived.house.desk.staff.lock()
    week = Week(lived.house, [member.code for member in lived.members[:90]], PIN)
    first = None
    for number, _ in enumerate(week.acts(WEEK), 1):
        if number == ACTS_AN_HOUR:
            first = week.rest()
            for times in week.times.values():
                times.clear()
        elif number % 500 == 0:
            print(f"{number} of {WEEK.total}", file=sys.stderr, flush=True)
    last = week.rest()
    assert first is not None
    week.close()
    lived.house.close()
    grown = last.grown(first)
    if grown:
        print(f"left over: {grown}", file=sys.stderr)
    return {"first": first.counts(), "last": last.counts(), "times": week.times}


if __name__ == "__main__":
    print(json.dumps(_play(Path(sys.argv[1]))))
