"""The house that is attacked, and the property that holds whatever comes: an answer, a sentence, nothing else."""

from __future__ import annotations

import contextlib
import io
import sys
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from time import perf_counter

from desk.archives.making import Archived
from desk.errors import EnvironmentFault, Refused
from desk.rights import AT_TERMINAL
from tests.support.house import SmallHouse, a_morning, plain

LONGEST_S = 10.0
"""Seconds that one input may take, on a machine with other work."""
YEAR = 2026


@dataclass
class World:
    """A small house after a morning's work, a folder for files, and one archive that holds."""

    folder: Path
    house: SmallHouse = field(init=False)
    archive: bytes = field(init=False)

    def __post_init__(self) -> None:
        self.house = SmallHouse(self.folder / "house")
        a_morning(self.house)
        self.house.desk.work.operator = AT_TERMINAL
        self.files = self.folder / "files"
        self.files.mkdir()
        self.house.at(9, day=date(2027, 2, 1))
        made = self.house.desk.accounts.archives.make(YEAR, self.folder)
        assert isinstance(made, Archived), made
        self.archive = made.path.read_bytes()
        self._witness = plain(self.house.folder)

    def file(self, name: str, data: bytes) -> Path:
        """A file of these bytes, the one of the time before replaced."""
        path = self.files / name
        path.write_bytes(data)
        return path

    def written(self) -> tuple[int, frozenset[str]]:
        """What changes when anything is written: in the database, or in the folder of files."""
        ((version,),) = self._witness.execute("PRAGMA data_version")
        return version, frozenset(path.name for path in self.files.iterdir())

    def close(self) -> None:
        """Let go of the house."""
        self._witness.close()
        self.house.close()


@contextmanager
def bounded() -> Iterator[None]:
    """Fail for an input that takes too long."""
    begun = perf_counter()
    yield
    took = perf_counter() - begun
    assert took < LONGEST_S, f"{took:.1f} s for one input"


def answered(answer: object) -> object:
    """The answer, whose sentence must be one when it is a no."""
    if isinstance(answer, Refused):
        assert answer.code
        assert answer.sentence.strip().endswith((".", "!", "?", "»")), answer
    return answer


@contextmanager
def faults_have_sentences() -> Iterator[None]:
    """An `EnvironmentFault` is an answer too, when it says what happened."""
    said = "."
    try:
        yield
    except EnvironmentFault as fault:
        said = fault.sentence.strip()
    assert said


@contextmanager
def silent() -> Iterator[tuple[io.StringIO, io.StringIO]]:
    """What is said on both outputs, kept from the terminal."""
    out, err = io.StringIO(), io.StringIO()
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
        yield out, err


@contextmanager
def typed(data: bytes) -> Iterator[None]:
    """Standard input holds `data`, as the command reads it: UTF-8, with what is none replaced."""
    before, sys.stdin = sys.stdin, io.TextIOWrapper(io.BytesIO(data), encoding="utf-8", errors="replace")
    try:
        yield
    finally:
        sys.stdin = before


def zipped(files: dict[str, bytes], compression: int = zipfile.ZIP_DEFLATED) -> bytes:
    """A ZIP of these files."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", compression) as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return made.getvalue()


def unzipped(data: bytes) -> dict[str, bytes]:
    """The files of a ZIP."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}
