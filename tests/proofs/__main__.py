"""Generate a year of the demonstration and hold every proof against the whole of it: `make proofs`, or by name."""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from desk.demo import make_world
from tests.support.proofs import COUNTS, OPENED, YEAR, read_counts, table

ROOT = Path(__file__).resolve().parents[2]
HERE = Path(__file__).resolve().parent


def main() -> int:
    """Print the table; the exit code is 0 when every proof held."""
    parser = argparse.ArgumentParser(prog="python -m tests.proofs", description=__doc__)
    parser.add_argument("names", nargs="*", metavar="PROOF", help="files of tests/proofs: invoices, ties")
    parser.add_argument("--seed", type=int, default=1, help="another year: other people, other mistakes")
    arguments = parser.parse_args()
    files = [HERE / f"test_{name}.py" for name in arguments.names] or [HERE]
    if missing := [file.stem.removeprefix("test_") for file in files if not file.exists()]:
        parser.error(f"no such proof: {', '.join(missing)}")
    with tempfile.TemporaryDirectory() as scratch:
        year, place, began = Path(scratch) / "year", Path(scratch) / "counts", time.perf_counter()
        place.touch()
        # What the desk keeps outside its folder goes with the year, and not to the account of whoever asks.
        os.environ.update({"XDG_STATE_HOME": scratch, "XDG_DATA_HOME": scratch, "QT_QPA_PLATFORM": "offscreen"})
        world = make_world(year, now=OPENED, years=1, seed=arguments.seed)
        print(f"A year in {time.perf_counter() - began:.0f} s: {world}", flush=True)
        command = [sys.executable, "-m", "pytest", "-q", "-p", "no:xdist", *map(str, files)]
        told = {**os.environ, YEAR: str(year), COUNTS: str(place)}
        code = subprocess.run(command, cwd=ROOT, env=told, check=False).returncode
        rows = read_counts(place)
    print(table(rows))
    return code or int(any(row.wrong for row in rows))


if __name__ == "__main__":
    sys.exit(main())
