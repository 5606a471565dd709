"""Any single change to a copy of an archive, or of the database, is found: by someone who has no key.

`TURNS=1000` plays as many; `make test` plays a hundred.
"""

from __future__ import annotations

import os
import random
import shutil
from pathlib import Path

import pytest

from desk.archives.checking import check
from desk.errors import EnvironmentFault
from desk.verify import verify_folder
from models.database import FILE_NAME
from tests.desk.accounts.scenes import a_week
from tests.desk.archives.test_archive import archived
from tests.desk.closings.scenes import sold
from tests.support import archive_tampering, tampering
from tests.support.house import small_house
from tests.support.tampering import copy_of, unguarded

TURNS = int(os.environ.get("TURNS", "100"))
SEED = int(os.environ.get("SEED", "1"))


@pytest.fixture(scope="module")
def week(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, bytes, Path]:
    """A house, its archive, and a copy of the house from before its last sale."""
    folder = tmp_path_factory.mktemp("tampering")
    with small_house(folder / "house") as house:
        a_week(house)
        data = archived(house, folder).path.read_bytes()
        house.close()
        older = Path(shutil.copytree(house.folder, folder / "older"))
        house.reopen()
        sold(house, 1000)
    return folder / "house", data, older


def _is_found_in(data: bytes) -> bool:
    try:
        return not check(data, "AR-A-000001-2026.zip").ok
    except EnvironmentFault:
        return True


def test_what_was_not_changed_holds(week: tuple[Path, bytes, Path]) -> None:
    folder, data, _ = week
    assert check(data, "AR-A-000001-2026.zip").findings == ()
    assert verify_folder(folder, deep=True).problems == ()


def test_any_single_change_to_an_archive_is_found(week: tuple[Path, bytes, Path]) -> None:
    _, data, _ = week
    unseen = []
    for turn in range(TURNS):
        tamper = archive_tampering.ALL[turn % len(archive_tampering.ALL)]
        chance = random.Random(f"{SEED} archive {turn}")
        changed = tamper(chance, data)
        while changed == data:
            changed = tamper(chance, data)
        if not _is_found_in(changed):
            unseen.append((turn, tamper.__name__))
    assert unseen == []


def test_any_single_change_to_the_database_is_found(week: tuple[Path, bytes, Path], tmp_path: Path) -> None:
    folder, _, older = week
    kinds = (*tampering.ALL, tampering.amount_of_a_closing, tampering.tail_of_a_stream, None)
    unseen = []
    for turn in range(TURNS):
        tamper = kinds[turn % len(kinds)]
        copy = copy_of(folder, tmp_path / "copy")
        if tamper is None:
            # The second place stays as it is: it is the one that knows better.
            shutil.copyfile(older / FILE_NAME, copy / FILE_NAME)
        else:
            with unguarded(copy) as connection:
                tamper(random.Random(f"{SEED} database {turn}"), connection)
        if verify_folder(copy).ok:
            unseen.append((turn, tamper.__name__ if tamper else "older_copy"))
        shutil.rmtree(copy)
    assert unseen == []


@pytest.mark.parametrize("value", [-1, 2, 1000])
def test_a_yes_or_no_that_is_neither_is_found(week: tuple[Path, bytes, Path], tmp_path: Path, value: int) -> None:
    folder, _, _ = week
    copy = copy_of(folder, tmp_path / "copy")
    with unguarded(copy) as connection:
        connection.execute(
            "UPDATE sale_line SET tax_included = ? WHERE rowid ="
            " (SELECT MIN(rowid) FROM sale_line WHERE tax_included = 0)",
            (value,),
        )
        assert connection.execute("SELECT changes()").fetchone() == (1,)
    assert "sales" in {problem.stream for problem in verify_folder(copy).problems}
