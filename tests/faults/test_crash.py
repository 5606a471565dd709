"""kill -9 at any moment: every line that was printed is in the database, and the journal holds."""

from __future__ import annotations

import json
import random
import signal
import subprocess
import sys
from pathlib import Path
from threading import Timer

from desk.verify import verify_folder
from tests.support.house import SmallHouse

ROOT = Path(__file__).resolve().parents[2]
KILLS = 10
PATIENCE_S = 20.0
TURNSTILE = """
import itertools, json, sys
from datetime import timedelta
from pathlib import Path
from desk.clock import SystemClock
from desk.frontdesk import FrontDesk

class Hurried(SystemClock):
    steps = 0
    def now(self):
        self.steps += 1
        return super().now() + timedelta(seconds=6 * self.steps)

desk = FrontDesk(Path(sys.argv[1]), clock=Hurried())
for code in itertools.cycle(sys.argv[2:]):
    outcome = desk.checkin.scan(code)
    print(json.dumps([outcome.verdict, outcome.visit_id]), flush=True)
"""


def _scan_until_killed(folder: Path, codes: list[str], scans: int, after: float) -> list[list[str]]:
    """The lines that a turnstile printed before it was killed, `after` seconds past its first `scans` lines."""
    lines: list[str] = []
    command = [sys.executable, "-c", TURNSTILE, str(folder), *codes]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) as turnstile:
        assert turnstile.stdout is not None
        # One that says nothing is killed too: the test then fails on its empty lines, and never waits for ever.
        last_resort = Timer(PATIENCE_S, turnstile.kill)
        killer = Timer(after, turnstile.kill)
        last_resort.start()
        for line in turnstile.stdout:
            lines.append(line)
            if len(lines) == scans:
                killer.start()
        assert turnstile.wait() == -signal.SIGKILL
        last_resort.cancel()
        killer.join()
        last_resort.join()
    return [json.loads(line) for line in lines]


def test_no_printed_scan_is_lost_whenever_the_process_is_killed(house: SmallHouse) -> None:
    members = [house.member(f"N{n} Essai", plan) for n, plan in enumerate(("regular", "nomad", ""))]
    codes = [member.code for member in members] + ["nonsense"]
    chance = random.Random(7)
    printed: list[list[str]] = []
    for _ in range(KILLS):
        printed += _scan_until_killed(house.folder, codes, chance.randrange(1, 9), chance.uniform(0, 0.02))
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
