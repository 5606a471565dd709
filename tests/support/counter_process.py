"""Processes that work at a counter until they are killed: forked from one that has everything loaded already.

Run as a module, it reads an order a line (folder, seed, what to do mostly, codes) and forks a desk on it, which says
each acknowledged act on a line of its own. `KilledDesks` gives the orders, listens and kills.
"""

from __future__ import annotations

import json
import os
import random
import signal
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from threading import Thread, Timer
from types import TracebackType

from desk import interruption
from desk.frontdesk import FrontDesk
from desk.printing.states import JobState
from models.printing import PrinterKind
from tests.support.counterwork import CounterWork, taken_up
from tests.support.ledger import Ack

ROOT = Path(__file__).resolve().parents[2]
PATIENCE_S = 60.0


@dataclass
class Killed:
    """What a desk said before it was killed; `told` is what it said of the one before it, `doubts` of its prints."""

    acks: list[Ack] = field(default_factory=list)
    has_opened: bool = False
    was_interrupted: bool = False
    integrity_failures: int = 0
    told: str = ""
    doubts: list[str] = field(default_factory=list)


class KilledDesks:
    """A process from which desks are forked, one at a time."""

    def __init__(self) -> None:
        command = [sys.executable, "-m", "tests.support.counter_process"]
        self._process = subprocess.Popen(command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)

    def __enter__(self) -> KilledDesks:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        with self._process as process:
            assert process.stdin is not None
            process.stdin.close()

    def kill_one(self, folder: Path, codes: Sequence[str], seed: int, mostly: str, *, acts: int = 0) -> Killed:
        """Let a desk work on `folder`, and kill it at a random instant of its start or of its acts.

        It has done at least so many `acts` then.
        """
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        chance = random.Random(seed)
        # After so many lines: the first is its process, the second that it has opened.
        lines, after = chance.choice((1, 2, 2, 3, 4, 5, 6)), chance.uniform(0, 0.08)
        lines = 2 + acts if acts else lines
        print(json.dumps([str(folder), seed, mostly, list(codes)]), file=self._process.stdin, flush=True)
        killed, timers, pid = Killed(), [Timer(PATIENCE_S, self._process.kill)], 0
        timers[0].start()
        for heard, line in enumerate(self._process.stdout, start=1):
            what, value = json.loads(line)
            if what == "pid":
                pid = value
            elif what == "opened":
                killed.has_opened = True
                killed.was_interrupted, killed.integrity_failures, killed.told, killed.doubts = value
            elif what == "ended":
                assert value == -signal.SIGKILL, value
                break
            else:
                killed.acks += [(kind, kept) for kind, kept in value]
            if heard == lines:
                # It is not waited for by anybody but its parent, after its death: the number stays its own.
                timers.append(Timer(after, os.kill, (pid, signal.SIGKILL)))
                timers[-1].start()
        timers[0].cancel()
        for timer in timers:
            timer.join()
        assert len(timers) == 2, "the desk ended by itself"
        return killed


def _say(what: str, value: object) -> None:
    os.write(1, json.dumps([what, value]).encode() + b"\n")


def _work(folder: Path, seed: int, mostly: str, codes: list[str]) -> None:
    _say("pid", os.getpid())
    was_interrupted = interruption.begin(folder)
    house = taken_up(folder)
    queue = house.desk.queue
    queue.recover()
    doubtful = [job for job in queue.pending() if job.state is JobState.DOUBTFUL]
    told = interruption.sentence(house.desk.work) if was_interrupted else ""
    _say("opened", [was_interrupted, house.desk.integrity_failures, told, [job.trouble for job in doubtful]])
    for job in doubtful:
        queue.confirm(job.id)
    Thread(target=_fold, args=(house.desk,), daemon=True).start()
    work = CounterWork(house, codes, seed, mostly)
    while True:
        _say("acks", work.act())


def _fold(desk: FrontDesk) -> None:
    """The worker of checkpoints, as the window has one, here without a pause: a kill meets it too."""
    while True:
        desk.checkpoint()


def _warm() -> None:
    """Load what the desks will need, so that each is at work at once."""
    from desk.printing.queue import PrinterSettings
    from tests.desk.closings.scenes import staffed
    from tests.support.house import SmallHouse, place_house

    with tempfile.TemporaryDirectory() as scratch:
        house = SmallHouse(place_house(Path(scratch) / "house"), durable=False)
        codes = [house.member().code]
        for kind, target in ((PrinterKind.FILES, "paper"), (PrinterKind.DEVICE, f"{scratch}/device")):
            staffed(house, manager=True)
            assert house.desk.queue.set_printer(PrinterSettings(kind, target)) is None
            Path(scratch, "device").touch()
            for mostly, acts in (("sales", 2), ("closings", 2), ("prints", 2), ("everything", 12)):
                work = CounterWork(house, codes, 1, mostly)
                for _ in range(acts):
                    work.act()
        house.close()


def main() -> None:
    """Fork a desk for each order, and say how it ended."""
    _warm()
    for order in sys.stdin:
        folder, seed, mostly, codes = json.loads(order)
        child = os.fork()
        if child == 0:
            try:
                _work(Path(folder), seed, mostly, codes)
            finally:
                os._exit(1)
        _, status = os.waitpid(child, 0)
        _say("ended", os.waitstatus_to_exitcode(status))


if __name__ == "__main__":
    main()
