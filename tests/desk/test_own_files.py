"""What leaves the house never takes the place of what it remembers, and a mistyped word does nothing."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from desk import paths
from desk.errors import EnvironmentFault
from desk.workbooks import write_bytes
from tests.desk.test_cli import DONE, FAULT, REFUSED, run
from tests.support.house import SmallHouse, house_fixture

__all__ = ["house_fixture"]


def _kept(house: SmallHouse) -> Iterator[tuple[Path, bytes]]:
    for folder in (house.folder, paths.state_folder() / "heads"):
        for path in folder.iterdir():
            if path.is_file() and not path.name.endswith("-shm"):
                yield path, path.read_bytes()


@pytest.mark.parametrize("command", ["export", "card", "cards", "calibration"])
def test_a_file_of_the_house_is_never_written_over(
    house: SmallHouse, command: str, capsys: pytest.CaptureFixture[str]
) -> None:
    house.member()
    house.close()
    before = dict(_kept(house))
    assert {path.name for path in before} >= {"casaco.db", "desk.key", "heads.log"}
    options = {
        "export": ("ics", "--out"), "card": ("1", "--png"), "cards": ("--pdf",), "calibration": ("--pdf",),
    }[command]  # fmt: skip
    for path in [*before, house.folder / "casaco.db-journal", house.folder / "." / "desk.key"]:
        assert run(command, *options, path, "--data", house.folder) == FAULT
        assert "un fichier de la maison" in capsys.readouterr().err
    assert dict(_kept(house)) == before
    house.reopen()
    assert house.verify().ok


def test_a_link_to_a_file_of_the_house_is_no_way_round(house: SmallHouse, tmp_path: Path) -> None:
    link = tmp_path / "harmless.pdf"
    link.symlink_to(house.folder / "desk.key")
    with pytest.raises(EnvironmentFault):
        write_bytes(link, b"a paper")
    assert (house.folder / "desk.key").read_bytes() != b"a paper"


def test_a_new_file_beside_the_database_and_an_older_one_elsewhere_are_written(
    house: SmallHouse, tmp_path: Path
) -> None:
    for path in (house.folder / "cartes.pdf", tmp_path / "cartes.pdf", tmp_path / "cartes.pdf"):
        write_bytes(path, b"a paper")
        assert path.read_bytes() == b"a paper"


@pytest.mark.parametrize("number", ["0", "-1", "99999999999999999999999"])
def test_a_number_that_nobody_has_is_told_as_it_was_typed(
    house: SmallHouse, number: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("card", "--data", house.folder, "--", number) == REFUSED
    assert number in capsys.readouterr().err


@pytest.mark.parametrize("day", ["0001-01-01", "9999-12-31", "1899-12-31"])
def test_a_day_at_the_end_of_all_calendars_is_no_day(
    house: SmallHouse, day: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit):
        run("bookings", "--day", day, "--data", house.folder)
    assert "une date, par exemple" in capsys.readouterr().err
    with pytest.raises(SystemExit):
        run("quote", "calumet", f"{day}T10:00", "11:00", "--data", house.folder)
    assert run("bookings", "--day", "1900-01-01", "--data", house.folder) == DONE


def test_empty_words_change_nothing_and_copy_no_key(
    house: SmallHouse, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    with pytest.raises(SystemExit):
        run("backup", "--to", "", "--data", house.folder)
    assert "le nom d’un dossier" in capsys.readouterr().err
    assert run("accounts", "vat.2000", " ", "--data", house.folder) == REFUSED
    assert "Dites le compte" in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == [house.folder] or house.folder.parent != tmp_path
