"""The diagnosis: what it tells, that it tells nothing of anybody, and where it may be written."""

from __future__ import annotations

import io
import json
import logging
import sqlite3
import sys
import zipfile
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from desk import log_lines, logs
from desk.__main__ import main
from desk.commands import FAULT, OK, REFUSED
from desk.diagnostics.bundle import FACTS_FILE, LOG_LINES_FILE, NOTICE_FILE, REPLACE, Saved, save
from desk.errors import EnvironmentFault, Refused
from desk.log_masks import MASK
from desk.work import Operator
from models.database import FILE_NAME
from models.schema import Base
from tests.support.backups import backed_up
from tests.support.house import OPENING, SmallHouse, a_morning, house_fixture, small_house
from tests.support.tampering import unguarded
from tests.support.volumes import fill, read_only, small_volume

__all__ = ["house_fixture"]

MARKS = ("Zoé Marquepage", "zoe@marquepage.example", "CC17MARQ0B70BR3YH0", "Un mot sur Zoé, chambre 7")
READ = {
    "alembic_version": {"version_num"}, "site": {"zone", "opens", "closes", "half_day_split"}, "desk": {"letter"},
    "journal": {"stream", "kind", "at"}, "printer": {"id", "kind", "profile"},
    "printer_use": {"purpose", "printer_id"}, "print_job": {"printer_id", "state", "created_at"},
}  # fmt: skip
"""The columns of words that a diagnosis reads: with marks there too, it must say that it knows none of them."""


@pytest.fixture(autouse=True)
def quiet_log(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """The technical log is the process's: a test leaves it alone, and has one of its own."""
    monkeypatch.setattr(logs, "keep", lambda: None)
    monkeypatch.setattr("desk.diagnostics.bundle.log_file", lambda: tmp_path / "casaco-desk.log")


@pytest.fixture(scope="module")
def lived_in(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A closed house with a morning in it, a copy, and papers that wait."""
    folder = tmp_path_factory.mktemp("diagnosed") / "house"
    with small_house(folder) as house:
        a_morning(house)
        backed_up(house)
    return folder


def _mark(folder: Path, *, wholly: bool) -> int:
    """Put a mark in each column of words of each table, in every row, and a row where there is none; how many."""
    marked = 0
    with unguarded(folder) as connection:
        connection.execute("PRAGMA foreign_keys=OFF")
        for table in Base.metadata.tables:
            columns = connection.execute(f"PRAGMA table_info({table})").fetchall()
            kept = set() if wholly else READ.get(table, set())
            if not connection.execute(f"SELECT count(*) FROM {table}").fetchone()[0]:
                values = {
                    row[1]: {"TEXT": MARKS[0], "INTEGER": 1, "BLOB": MARKS[0].encode()}[row[2]] for row in columns
                }
                places = ", ".join("?" * len(values))
                connection.execute(f"INSERT INTO {table} ({', '.join(values)}) VALUES ({places})", [*values.values()])
            for number, row in enumerate(columns):
                if row[2] in ("TEXT", "BLOB") and row[1] not in kept:
                    mark = MARKS[number % len(MARKS)]
                    written = "? || ' ' || rowid" if row[2] == "TEXT" else "CAST(? || ' ' || rowid AS BLOB)"
                    if row[2] == "TEXT" and not (row[5] or _is_unique(connection, table, row[1])):
                        written = "?"
                    connection.execute(f"UPDATE {table} SET {row[1]} = {written}", (mark,))
                    marked += 1
        if wholly:
            connection.execute("UPDATE alembic_version SET version_num = ?", (MARKS[0],))
    return marked


def _is_unique(connection: sqlite3.Connection, table: str, column: str) -> bool:
    for index in connection.execute(f"PRAGMA index_list({table})").fetchall():
        names = [row[2] for row in connection.execute(f"PRAGMA index_info({index[1]})")]
        if index[2] and column in names:
            return True
    return False


def _content(path: Path) -> tuple[dict[str, Any], bytes]:
    """The facts, and every file of the bundle as it is uncompressed."""
    with zipfile.ZipFile(path) as archive:
        assert archive.testzip() is None
        assert archive.namelist() == [NOTICE_FILE, FACTS_FILE, LOG_LINES_FILE]
        return json.loads(archive.read(FACTS_FILE)), b"\n".join(archive.read(name) for name in archive.namelist())


def _copied(folder: Path, to: Path) -> Path:
    with (
        closing(sqlite3.connect(folder / FILE_NAME)) as source,
        closing(sqlite3.connect(_made(to) / FILE_NAME)) as copy,
    ):
        source.backup(copy)
    return to


def _made(folder: Path) -> Path:
    folder.mkdir(parents=True)
    return folder


def _tell_the_log(place: Path) -> None:
    """Lines as the running desk would write them, by someone who forgets the rule."""
    handler, log = log_lines.handler(place), logging.getLogger("desk.example")
    log.addHandler(handler)
    for mark in MARKS:
        try:
            raise ValueError(mark)
        except ValueError:
            logs.log_of("desk.example").exception("a test failed on purpose", name=mark, kind=mark, text=f'"{mark}"')
        log.warning("%s", mark)
    log.removeHandler(handler)
    handler.close()
    with place.open("a", encoding="utf-8") as file:
        file.write("".join(f'{{"event": "{mark}", "kind": "{mark}", "who": "{mark}"}}\n' for mark in MARKS[1:3]))


@pytest.mark.parametrize("wholly", [False, True], ids=["words", "everything"])
def test_no_name_address_code_or_note_of_the_database_or_the_log_is_in_it(
    lived_in: Path, tmp_path: Path, wholly: bool
) -> None:
    folder = _copied(lived_in, tmp_path / "marked")
    assert _mark(folder, wholly=wholly) > 150
    (folder / "window.ini").write_text(f"[General]\ntheme={MARKS[0]}\nscale=1.25\n{MARKS[1]}=1\n", encoding="utf-8")
    _tell_the_log(tmp_path / "casaco-desk.log")
    made = save(folder, tmp_path / "out.zip", OPENING, screen={"platform": "offscreen"})
    assert isinstance(made, Saved)
    assert made.lines >= 8
    facts, everything = _content(made.path)
    for mark in MARKS:
        for part in (mark, *mark.split()[:2]):
            if len(part) > 3:
                for written in (part.encode(), json.dumps(part)[1:-1].encode(), part.lower().encode()):
                    assert written not in everything, part
    assert facts["tables"]["member"]["rows"] >= 1
    assert facts["look"] == {"scale": "1.25"}
    assert facts["settings"]["zone"] == (MASK if wholly else "Europe/Paris")
    assert facts["schema"]["revision"] == (MASK if wholly else facts["program"]["schema"])
    assert set(facts["journal"]["sales"]["kinds"]) == (set() if wholly else {"sale"})


def test_it_tells_what_helps(house: SmallHouse, tmp_path: Path) -> None:
    a_morning(house)
    backed_up(house)
    made = save(house.folder, tmp_path / "out", house.clock.now(), screen={"platform": "offscreen"})
    assert isinstance(made, Saved)
    assert made.path.name == "out.zip"
    facts, _ = _content(made.path)
    assert facts["verification"] == {"ok": True, "records": _records(house), "redacted": 0, "problems": 0, "where": []}
    assert facts["tables"]["sale"]["rows"] == house.value("SELECT count(*) FROM sale")
    assert facts["journal"]["sales"]["last"] == house.value("SELECT max(sequence) FROM journal WHERE stream = 'sales'")
    assert facts["copies"]["count"] == 1
    assert facts["copies"]["newest"][0]["is_noted"] is True
    assert facts["disks"]["data"]["free"] > 0
    assert facts["settings"]["safety_limit"] == 110
    assert facts["program"]["libraries"]["PySide6"]
    (printer,) = facts["printing"]["printers"]
    assert printer["kind"] == "files"
    assert printer["last"]["state"] == "waiting"


def _records(house: SmallHouse) -> int:
    found = house.value("SELECT count(*) FROM journal")
    assert isinstance(found, int)
    return found


def test_what_does_not_hold_is_told_by_its_place(lived_in: Path, tmp_path: Path) -> None:
    folder = _copied(lived_in, tmp_path / "changed")
    with unguarded(folder) as connection:
        connection.execute("UPDATE sale SET total_cents = total_cents + 1 WHERE sequence = 2")
    save(folder, tmp_path / "out.zip", OPENING)
    facts, _ = _content(tmp_path / "out.zip")
    assert facts["verification"]["ok"] is False
    assert {"stream": "sales", "sequence": 2} in facts["verification"]["where"]


@pytest.mark.parametrize("content", [b"", b"\xa5" * 60_000, None], ids=["empty", "damaged", "none"])
def test_a_database_that_cannot_be_read_is_told_as_such(tmp_path: Path, content: bytes | None) -> None:
    folder = _made(tmp_path / "house")
    if content is not None:
        (folder / FILE_NAME).write_bytes(content)
    assert isinstance(save(folder, tmp_path / "out.zip", OPENING), Saved)
    facts, _ = _content(tmp_path / "out.zip")
    assert "unreadable" in facts["schema"]
    assert "unreadable" in facts["verification"]
    assert facts["program"]["version"]


# --- where it is written -------------------------------------------------------------------------------------------


def test_a_file_that_is_there_is_only_replaced_when_asked(house: SmallHouse, tmp_path: Path) -> None:
    there = tmp_path / "out.zip"
    there.write_text("somebody's")
    refused = save(house.folder, tmp_path / "out", house.clock.now())
    assert isinstance(refused, Refused)
    assert (refused.code, refused.remedies[0].code) == ("exists", REPLACE)
    assert there.read_text() == "somebody's"
    assert isinstance(save(house.folder, there, house.clock.now(), replaces=True), Saved)
    folder = save(house.folder, tmp_path, house.clock.now())
    assert isinstance(folder, Refused)
    assert folder.code == "folder"


def test_a_place_that_cannot_be_written_and_a_full_disk_are_told(house: SmallHouse, tmp_path: Path) -> None:
    with read_only(_made(tmp_path / "locked")), pytest.raises(EnvironmentFault) as caught:
        save(house.folder, tmp_path / "locked" / "out.zip", house.clock.now())
    assert caught.value.code == "export_file"
    with small_volume(tmp_path / "disk", "1m") as volume:
        filler = fill(volume)
        with pytest.raises(EnvironmentFault) as caught:
            save(house.folder, volume / "out.zip", house.clock.now())
        assert caught.value.todo
        assert list(volume.iterdir()) == [filler]


def test_whoever_holds_the_desk_saves_it_and_that_is_recorded(house: SmallHouse, tmp_path: Path) -> None:
    refused = house.desk.diagnostics.save(tmp_path / "out.zip", {})
    assert isinstance(refused, Refused)
    assert refused.code == "nobody"
    house.desk.work.operator = Operator("someone", "Ana", is_manager=False)
    assert isinstance(house.desk.diagnostics.save(tmp_path / "out.zip", {"platform": "offscreen"}), Saved)
    last = "SELECT kind FROM journal WHERE stream = 'technical' ORDER BY sequence DESC LIMIT 1"
    assert house.value(last) == "diagnostic.saved"
    assert house.desk.diagnostics.suggested_name() == "casaco-desk-diagnostic-20261124-0900.zip"
    assert house.verify(deep=True).problems == ()


# --- the command ---------------------------------------------------------------------------------------------------


def _run(*words: object) -> int:
    return main(["diagnostics", *(str(word) for word in words)])


def test_the_command_writes_asks_and_refuses(
    house: SmallHouse, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    out, data = tmp_path / "out.zip", ("--data", house.folder)
    assert _run("--out", out, *data) == OK
    assert "sans données personnelles" in capsys.readouterr().out
    for answer, code in (("non\n", REFUSED), ("", REFUSED), ("oui\n", OK)):
        monkeypatch.setattr(sys, "stdin", io.StringIO(answer))
        assert _run("--out", out, *data) == code
        assert "out.zip existe déjà. Le remplacer" in capsys.readouterr().out
    assert _run("--out", out, "--json", *data) == REFUSED
    assert capsys.readouterr().err == "casaco-desk : out.zip existe déjà.\n"
    assert _run("--out", out, "--json", "--yes", *data) == OK
    assert json.loads(capsys.readouterr().out)["file"] == str(out)
    assert _run("--out", tmp_path / "nowhere" / "out.zip", *data) == FAULT
    assert _run("--out", out, "--yes", "--data", tmp_path / "nothing") == FAULT
