"""The demo world of ten years, made once and kept: making it takes a quarter of an hour and more.

It is kept in this user's cache, outside the repository, under a name that changes with the schema and with the code
that makes it; `make bench` works on copies.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import sqlite3
import subprocess
import sys
import tempfile
from contextlib import closing
from datetime import datetime, time, timedelta
from pathlib import Path

from platformdirs import user_cache_path

from models.database import FILE_NAME
from models.migrations import HEAD
from tests.bench.disk import ROOT
from tests.support.house import PARIS

YEARS = 10
PIN = "2580"
# Asked before the bench moves the homes of its process into its scratch folder.
_CACHE = user_cache_path("casaco-desk", appauthor=False) / "bench"
_SATURDAY = 5


def kept(years: int = YEARS) -> Path:
    """The folder of the world of so many years, made when it is not there; never to be opened, only copied."""
    folder = _CACHE / f"{years}-years-{HEAD}-{_code()}"
    if not (folder / FILE_NAME).exists():
        _CACHE.mkdir(parents=True, exist_ok=True)
        print(f"making {years} years, once, into {folder} …", file=sys.stderr, flush=True)
        made = Path(tempfile.mkdtemp(prefix="making-", dir=_CACHE))
        try:
            make(made, years)
            made.rename(folder)
        except BaseException:
            shutil.rmtree(made, ignore_errors=True)
            raise
    return folder


def make(folder: Path, years: int) -> None:
    """Make a demo world in `folder`, as the command does."""
    command = [sys.executable, "-m", "desk", "demo", "--years", str(years), "--data", str(folder)]
    subprocess.run(command, cwd=ROOT, env=dict(os.environ), check=True, stdout=subprocess.DEVNULL)


def copy(scratch: Path, years: int = YEARS) -> Path:
    """A copy to work on, in a folder of its own."""
    return Path(shutil.copytree(kept(years), scratch / f"{years}-years"))


def next_morning(folder: Path) -> datetime:
    """Ten o'clock of the working day after the last record of the world in `folder`."""
    with closing(sqlite3.connect(folder / FILE_NAME)) as connection:
        ((last,),) = connection.execute("SELECT max(at) FROM journal").fetchall()
    day = datetime.fromisoformat(last).astimezone(PARIS).date() + timedelta(days=1)
    while day.weekday() >= _SATURDAY:
        day += timedelta(days=1)
    return datetime.combine(day, time(10), tzinfo=PARIS)


def _code() -> str:
    """What stands for the code that makes the world, and the facts that it is made of."""
    digest = hashlib.sha256()
    for place in (ROOT / "desk" / "demo", ROOT / "resources" / "demo"):
        for path in sorted(place.rglob("*")):
            if path.is_file() and path.suffix != ".pyc":
                digest.update(path.relative_to(ROOT).as_posix().encode() + b"\0" + path.read_bytes())
    return digest.hexdigest()[:12]
