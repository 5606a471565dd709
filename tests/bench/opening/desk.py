"""The desk as `casaco-desk run --data DIR` starts it, its window watched from the moment that Qt is imported."""

from __future__ import annotations

import argparse
import gc
import sys

from desk import __main__ as doorway

_run = doorway._run


def _watched(arguments: argparse.Namespace) -> int:
    gc.disable()  # as the doorway does before it imports Qt, which happens here one line earlier
    from tests.bench.opening import watch

    watch.install()
    return _run(arguments)


doorway._run = _watched
sys.exit(doorway.main(["run", "--data", sys.argv[1]]))
