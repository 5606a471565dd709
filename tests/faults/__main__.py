"""Stage every fault as often as is promised, and print what came of it: `make faults`, or by name."""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
from pathlib import Path

from tests.support.faults import FULL, TALLY, read_tally, table

ROOT = Path(__file__).resolve().parents[2]
HERE = Path(__file__).resolve().parent
DESK = ROOT / "tests" / "desk"
FILES = {
    **{file.stem.removeprefix("test_"): file for file in sorted(HERE.glob("test_*.py"))},
    "checkin_sequences": DESK / "test_checkin_sequences.py",
    "no_overlap": DESK / "bookings" / "test_no_overlap.py",
    "replay": DESK / "backups" / "test_replay.py",
}
"""By name; those of other rooms count with `times`, and are few in an ordinary run, as well."""


def main() -> int:
    """Print the table; the exit code is 0 when every fault held."""
    parser = argparse.ArgumentParser(prog="python -m tests.faults", description=__doc__)
    parser.add_argument("names", nargs="*", metavar="FAULT", help="files of tests/faults: power, kills, clock_jumps…")
    parser.add_argument("--few", action="store_true", help="as few times as in `make test`")
    parser.add_argument("--workers", default="2", help="processes that share the tests")
    arguments = parser.parse_args()
    if missing := [name for name in arguments.names if name not in FILES]:
        parser.error(f"no such fault: {', '.join(missing)}")
    files = [FILES[name] for name in arguments.names or FILES]
    with tempfile.TemporaryDirectory() as scratch:
        place = Path(scratch) / "tally"
        place.touch()
        told = {**os.environ, TALLY: str(place), **({} if arguments.few else {FULL: "1"})}
        told.setdefault("QT_QPA_PLATFORM", "offscreen")
        command = [sys.executable, "-m", "pytest", "-q", "-n", arguments.workers, *map(str, files)]
        code = subprocess.run(command, cwd=ROOT, env=told, check=False).returncode
        rows = read_tally(place)
    print(table(rows))
    return code or int(not all(row.is_good for row in rows))


if __name__ == "__main__":
    sys.exit(main())
