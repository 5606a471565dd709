"""`casaco-desk backup` and `restore`, as they are typed."""

from __future__ import annotations

import io
import json
import sys
from pathlib import Path

import pytest

from desk import logs
from desk.__main__ import main
from desk.commands import FAULT, OK, REFUSED
from models.database import FILE_NAME
from tests.support.backups import backed_up
from tests.support.house import SmallHouse, house_fixture

__all__ = ["house_fixture"]


@pytest.fixture(autouse=True)
def quiet_log(monkeypatch: pytest.MonkeyPatch) -> None:
    """The technical log is the process's: a test leaves it alone."""
    monkeypatch.setattr(logs, "keep", lambda: None)


def _run(*words: object) -> int:
    return main([str(word) for word in words])


def test_a_copy_is_made_beside_an_open_window(
    house: SmallHouse, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    house.sell_pass()
    assert _run("backup", "--to", tmp_path / "once", "--json", "--data", house.folder) == OK
    said = json.loads(capsys.readouterr().out)
    assert Path(said["file"]).stat().st_size == said["size"]
    assert said["findings"] == 0
    assert _run("backup", "--to", tmp_path / "once", "--data", house.folder) == OK
    assert "Sauvegarde faite et vérifiée" in capsys.readouterr().out


def test_a_copy_to_where_nothing_can_be_written_is_a_fault(
    house: SmallHouse, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "wall").write_text("a file")
    assert _run("backup", "--to", tmp_path / "wall", "--data", house.folder) == FAULT
    assert capsys.readouterr().err.startswith("casaco-desk : Le d")


def test_restore_says_what_would_be_lost_and_asks(
    house: SmallHouse, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    copy = backed_up(house)
    house.later(minutes=5).sell_pass()
    house.close()
    for answer, code in (("non\n", REFUSED), ("", REFUSED), ("oui\n", OK)):
        monkeypatch.setattr(sys, "stdin", io.StringIO(answer))
        assert _run("restore", copy, "--data", house.folder) == code
        said = capsys.readouterr().out
        assert "  sales\u00a0: 1 enregistrements plus récents, dont 1 reviennent." in said
        assert ("Rien n’a été modifié." in said) == (code == REFUSED)
    house.desk = house._open()
    assert house.value("SELECT number FROM sale") == "A-000001"
    assert house.verify().problems == ()


def test_restore_with_yes_puts_back_over_a_damaged_file(house: SmallHouse, capsys: pytest.CaptureFixture[str]) -> None:
    copy = backed_up(house)
    house.close()
    (house.folder / FILE_NAME).write_bytes(b"")
    assert _run("restore", copy.parent, "--yes", "--data", house.folder) == OK
    assert "mis-de-cote" in capsys.readouterr().out
    house.desk = house._open()
    assert house.verify().problems == ()


def test_restore_refuses_what_is_no_copy(house: SmallHouse, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "letter.db").write_text("Chers voisins")
    house.close()
    assert _run("restore", tmp_path / "letter.db", "--yes", "--data", house.folder) == REFUSED
    assert "n’est pas une sauvegarde" in capsys.readouterr().err
    assert _run("restore", tmp_path / "absent", "--yes", "--data", house.folder) == REFUSED
    house.desk = house._open()


def test_restore_waits_for_whoever_has_the_file_open(house: SmallHouse, capsys: pytest.CaptureFixture[str]) -> None:
    copy = backed_up(house)
    house.scan("nonsense")
    assert _run("restore", copy, "--yes", "--data", house.folder) == FAULT
    assert "Arrêtez-le" in capsys.readouterr().err
