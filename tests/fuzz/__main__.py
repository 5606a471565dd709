"""`python -m tests.fuzz --seconds 60 [target…]`: each door attacked for so long, and what came of it as a table.

With `atheris` (Linux on x86-64) new paths through the code guide what is tried next; without it the seeds are changed
at random. Each target has a process of its own: an input that crashes it is written to `fuzz/`, and named.
"""

from __future__ import annotations

import argparse
import importlib.util
import random
import subprocess
import sys
import tempfile
from pathlib import Path
from time import perf_counter

KEPT = Path("fuzz")
_MEMORY_MB = 2048
_PATIENCE_S = 20


def main() -> int:
    """Run the targets one after the other; the exit code says whether all held."""
    made = argparse.ArgumentParser(prog="python -m tests.fuzz", description=__doc__)
    made.add_argument("--seconds", type=int, default=60, help="for each target")
    made.add_argument("--seed", type=int, default=1)
    made.add_argument("--worker", help=argparse.SUPPRESS)
    made.add_argument("targets", nargs="*", metavar="TARGET", help="which (default: all)")
    given = made.parse_args()
    if given.worker:
        return _attack(given.worker, given.seconds, given.seed)
    from tests.fuzz.targets import TARGETS

    unknown = set(given.targets) - set(TARGETS)
    if unknown:
        made.error(f"no such target: {', '.join(sorted(unknown))} (there are: {', '.join(TARGETS)})")
    guided = importlib.util.find_spec("atheris") is not None
    print("Guided by coverage (atheris)." if guided else "atheris is not installed here: seeds changed at random.")
    print(f"{'target':<12}{'executions':>12}{'seconds':>9}  held", flush=True)
    broken = [name for name in given.targets or TARGETS if not _told(name, given.seconds, given.seed)]
    return 1 if broken else 0


def _told(name: str, seconds: int, seed: int) -> bool:
    """One line of the table, and whether the property held."""
    begun = perf_counter()
    command = [sys.executable, "-m", "tests.fuzz", "--worker", name, "--seconds", str(seconds), "--seed", str(seed)]
    done = subprocess.run(command, capture_output=True, text=True, errors="replace", check=False)
    lines = done.stdout.splitlines()
    count = next((line.split()[1] for line in reversed(lines) if line.startswith("executions ")), "?")
    held = done.returncode == 0
    print(f"{name:<12}{count:>12}{perf_counter() - begun:>9.0f}  {'yes' if held else 'NO'}", flush=True)
    if not held:
        print(*lines[-40:], *done.stderr.splitlines()[-60:], sep="\n", flush=True)
    return held


def _attack(name: str, seconds: int, seed: int) -> int:
    try:
        import atheris
    except ModuleNotFoundError:
        return _at_random(name, seconds, seed)
    from importlib import import_module

    with atheris.instrument_imports(include=["desk", "svgelements", "icalendar", "openpyxl"]):
        targets = import_module("tests.fuzz.targets")
    from tests.fuzz.world import World

    target = targets.TARGETS[name]
    KEPT.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory(prefix="casaco-fuzz-") as scratch:
        world = World(Path(scratch))
        corpus = Path(scratch) / "corpus"
        corpus.mkdir()
        for number, data in enumerate(target.seeds(world)):
            (corpus / str(number)).write_bytes(data)
        told = _Told()

        def attack(data: bytes) -> None:
            target.attack(world, data)
            told.one_more()

        options = [
            f"-max_total_time={seconds}", f"-seed={seed}", f"-max_len={target.longest}", f"-timeout={_PATIENCE_S}",
            f"-rss_limit_mb={_MEMORY_MB}", f"-artifact_prefix={KEPT}/{name}-", "-print_final_stats=0", str(corpus),
        ]  # fmt: skip
        sys.stdout.reconfigure(line_buffering=True)  # type: ignore[union-attr]
        atheris.Setup([sys.argv[0], *options], attack)
        atheris.Fuzz()
    return 0


class _Told:
    """Says each second how many inputs there were: the search ends its process, and takes no leave."""

    def __init__(self) -> None:
        self._count, self._at = 0, perf_counter()

    def one_more(self) -> None:
        self._count += 1
        if perf_counter() - self._at > 1:
            self._at = perf_counter()
            sys.stdout.write(f"executions {self._count}\n")


def _at_random(name: str, seconds: int, seed: int) -> int:
    from tests.fuzz.changing import changed
    from tests.fuzz.targets import TARGETS
    from tests.fuzz.world import World

    target, chance = TARGETS[name], random.Random(seed)
    with tempfile.TemporaryDirectory(prefix="casaco-fuzz-") as scratch:
        world = World(Path(scratch))
        seeds, count, until = target.seeds(world), 0, perf_counter() + seconds
        while perf_counter() < until:
            data = changed(chance, seeds)[: target.longest]
            try:
                target.attack(world, data)
            except BaseException:
                KEPT.mkdir(exist_ok=True)
                (KEPT / f"{name}-{count}").write_bytes(data)
                raise
            count += 1
        world.close()
        print(f"executions {count}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
