"""Run the measures: the short ones, all of them with `--long`, or those that are named."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Callable, Iterator
from importlib import import_module
from pathlib import Path

from tests.bench.disk import ROOT, kind_of, scratch
from tests.bench.report import Row, table, write

SHORT = ("start", "scan", "camera", "plan", "receipt", "journal", "alarm")
LONG = ("years", "week")
NAMES = (*SHORT, *LONG)
Measure = Callable[[Path], Iterator[Row]]


def main() -> int:
    """Print the table and write `bench.json`; the exit code does not depend on the targets."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench", description=__doc__)
    parser.add_argument("names", nargs="*", metavar="MEASURE", help=", ".join(NAMES))
    parser.add_argument("--out", type=Path, default=ROOT / "bench.json", help="where the JSON goes")
    parser.add_argument("--long", action="store_true", help="those that take long too: " + ", ".join(LONG))
    arguments = parser.parse_args()
    if unknown := set(arguments.names) - set(NAMES):
        parser.error(f"no such measure: {', '.join(sorted(unknown))}")
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    os.chdir(ROOT)
    chosen = arguments.names or (NAMES if arguments.long else SHORT)
    if "years" in chosen:
        # Made and found where this user keeps such things, which is not the scratch.
        import_module("tests.bench.world").kept()
    rows: list[Row] = []
    with scratch() as folder:
        disk = kind_of(folder)
        for name in chosen:
            print(f"{name} …", file=sys.stderr, flush=True)
            found: Measure = import_module(f"tests.bench.{name}").measure
            rows += found(folder)
            write(rows, arguments.out, disk)  # a long run that is stopped keeps what it has measured
    print(table(rows))
    return 0


if __name__ == "__main__":
    sys.exit(main())
