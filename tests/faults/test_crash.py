"""kill -9 at any moment: every line that was printed is in the database, and the journal holds."""

from __future__ import annotations

import itertools
import json
import os
import random
import signal
import subprocess
import sys
from pathlib import Path
from threading import Timer

from desk.verify import verify_folder
from tests.support.house import SmallHouse

ROOT = Path(__file__).resolve().parents[2]
KILLS = 30
# Everything is imported once; each line on standard input begets a turnstile, which works until it is killed.
NURSERY = """
import itertools, json, os, sys
from datetime import timedelta
from pathlib import Path
from desk.clock import SystemClock
from desk.frontdesk import FrontDesk

class Hurried(SystemClock):
    steps = 0
    def now(self):
        self.steps += 1
        return super().now() + timedelta(seconds=6 * self.steps)

def turnstile():
    desk = FrontDesk(Path(sys.argv[1]), clock=Hurried())
    print("open", os.getpid(), flush=True)
    for code in itertools.cycle(sys.argv[2:]):
        outcome = desk.checkin.scan(code)
        print(json.dumps([outcome.verdict, outcome.visit_id]), flush=True)

for _ in sys.stdin:
    child = os.fork()
    if not child:
        turnstile()
    print("ended", os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]), flush=True)
"""


def _scan_until_killed(nursery: subprocess.Popen[str], scans: int, after: float) -> list[list[str]]:
    """The lines that a turnstile printed before it was killed, `after` seconds past its first `scans` lines."""
    assert nursery.stdin is not None
    assert nursery.stdout is not None
    print("another", file=nursery.stdin, flush=True)
    word, pid = nursery.stdout.readline().split()
    assert word == "open"
    lines = list(itertools.islice(nursery.stdout, scans))
    killer = Timer(after, os.kill, (int(pid), signal.SIGKILL))
    killer.start()
    lines += itertools.takewhile(lambda line: not line.startswith("ended"), nursery.stdout)
    killer.join()
    return [json.loads(line) for line in lines]


def test_no_printed_scan_is_lost_whenever_the_process_is_killed(house: SmallHouse) -> None:
    members = [house.member(f"N{n} Essai", plan) for n, plan in enumerate(("regular", "nomad", ""))]
    codes = [member.code for member in members] + ["nonsense"]
    chance = random.Random(7)
    printed: list[list[str]] = []
    with subprocess.Popen(
        [sys.executable, "-c", NURSERY, str(house.folder), *codes],
        cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True,
    ) as nursery:  # fmt: skip
        for _ in range(KILLS):
            printed += _scan_until_killed(nursery, chance.randrange(9), chance.uniform(0, 0.02))
            assert verify_folder(house.folder).problems == ()
    entered = {visit for verdict, visit in printed if verdict == "in"}
    left = {visit for verdict, visit in printed if verdict == "out"}
    refused = sum(verdict == "refused" for verdict, _ in printed)
    assert entered
    assert left
    assert refused
    assert entered <= {str(row[0]) for row in house.rows("SELECT id FROM visit")}
    assert left <= {str(row[0]) for row in house.rows("SELECT id FROM visit WHERE left_at IS NOT NULL")}
    assert refused <= house.value("SELECT count(*) FROM refused_scan")  # type: ignore[operator]
    records = house.rows("SELECT sequence FROM journal WHERE stream = 'operations' ORDER BY sequence")
    assert [row[0] for row in records] == list(range(1, len(records) + 1))
    # A killed process may leave one commit that it had no time to print, each time.
    moved = sum(verdict != "repeat" for verdict, _ in printed)
    assert moved <= len(records) <= moved + KILLS
    assert house.reopen().integrity_failures == 0
    assert house.verify(deep=True).problems == ()
