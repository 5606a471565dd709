"""Run the measures: all of them, or those that are named."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Callable, Iterator
from importlib import import_module
from pathlib import Path

from tests.bench.disk import ROOT, kind_of, scratch
from tests.bench.report import Row, table, write

NAMES = ("start", "scan", "camera", "plan", "receipt", "journal", "alarm")
Measure = Callable[[Path], Iterator[Row]]


def main() -> int:
    """Print the table and write `bench.json`; the exit code does not depend on the targets."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench", description=__doc__)
    parser.add_argument("names", nargs="*", metavar="MEASURE", help=", ".join(NAMES))
    parser.add_argument("--out", type=Path, default=ROOT / "bench.json", help="where the JSON goes")
    arguments = parser.parse_args()
    if unknown := set(arguments.names) - set(NAMES):
        parser.error(f"no such measure: {', '.join(sorted(unknown))}")
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    os.chdir(ROOT)
    rows: list[Row] = []
    with scratch() as folder:
        disk = kind_of(folder)
        for name in arguments.names or NAMES:
            print(f"{name} …", file=sys.stderr, flush=True)
            found: Measure = import_module(f"tests.bench.{name}").measure
            rows += found(folder)
    print(table(rows))
    write(rows, arguments.out, disk)
    return 0


if __name__ == "__main__":
    sys.exit(main())
