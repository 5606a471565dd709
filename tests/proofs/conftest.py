"""The desk of the generated year, or of the sample that stands for it in `make test`."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from desk.frontdesk import FrontDesk
from tests.support.demo_world import NOW, demo_folder, open_demo
from tests.support.invoicing import weeks_of_invoices
from tests.support.proofs import AFTERWARDS, whole_year


@pytest.fixture(scope="session")
def invoiced(tmp_path_factory: pytest.TempPathFactory) -> Iterator[FrontDesk]:
    """A desk with invoices of every shape: those of the year, or of some weeks of invoicing alone."""
    year = whole_year()
    folder = tmp_path_factory.mktemp("invoiced")
    desk = weeks_of_invoices(folder) if year is None else open_demo(_copy(year, folder), AFTERWARDS)
    yield desk
    desk.close()


@pytest.fixture(scope="session")
def lived(tmp_path_factory: pytest.TempPathFactory) -> Iterator[FrontDesk]:
    """A desk with days of everything behind it: the year, or the ten days of the demonstration."""
    year = whole_year()
    if year is None:
        desk = open_demo(demo_folder(tmp_path_factory), NOW)
    else:
        desk = open_demo(_copy(year, tmp_path_factory.mktemp("lived")), AFTERWARDS)
    yield desk
    desk.close()


def _copy(year: Path, folder: Path) -> Path:
    return Path(shutil.copytree(year, folder, dirs_exist_ok=True))
