"""Opening the desk's memory: one desk a folder, what is not ours is refused, an interrupted first start is taken up."""

from __future__ import annotations

import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from desk import frontdesk, storage
from desk.clock import SetClock
from desk.errors import EnvironmentFault
from desk.frontdesk import FrontDesk
from desk.heads import HEADS_FILE
from desk.keys import KEY_FILE
from desk.storage import DeskLock
from desk.verify import verify_folder
from models.database import FILE_NAME, use_write_ahead_log
from tests.support.house import HOUSE, OPENING, SmallHouse, place_house, plain

ROOT = Path(__file__).resolve().parents[2]
HOLDER = """
import sys
from pathlib import Path
from desk.storage import DeskLock
lock = DeskLock(Path(sys.argv[1]))
print("held", flush=True)
sys.stdin.read()
"""


def _open(folder: Path) -> FrontDesk:
    return FrontDesk(folder, clock=SetClock(OPENING), house=HOUSE, durable=False)


def _refusal(folder: Path) -> EnvironmentFault:
    with pytest.raises(EnvironmentFault) as caught:
        _open(folder).close()
    return caught.value


def test_a_second_desk_on_the_folder_is_refused(tmp_path: Path) -> None:
    first = DeskLock(tmp_path)
    with pytest.raises(EnvironmentFault) as caught:
        DeskLock(tmp_path)
    assert caught.value.code == "already_open"
    assert caught.value.what == "Un autre Casaco Desk est déjà ouvert sur ce dossier."
    assert caught.value.todo
    first.release()
    DeskLock(tmp_path).release()


def test_a_killed_desk_frees_its_folder(tmp_path: Path) -> None:
    with subprocess.Popen(
        [sys.executable, "-c", HOLDER, str(tmp_path)], cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as holder:
        assert holder.stdout is not None
        assert holder.stdout.readline() == b"held\n"
        with pytest.raises(EnvironmentFault):
            DeskLock(tmp_path)
        holder.kill()
        holder.wait(timeout=20)
    DeskLock(tmp_path).release()


def test_a_lock_where_there_is_no_folder_is_a_fault(tmp_path: Path) -> None:
    with pytest.raises(EnvironmentFault):
        DeskLock(tmp_path / "absent")


def test_a_window_and_a_command_share_the_folder(house: SmallHouse) -> None:
    """The lock is for windows; each act of a command is one short transaction of the same database."""
    lock = DeskLock(house.folder)
    member = house.member()
    other = _open(house.folder)
    assert other.checkin.scan(member.code).verdict == "in"
    other.close()
    assert house.desk.presence.now().count == 1
    lock.release()


def test_a_newer_database_is_refused_untouched(tmp_path: Path) -> None:
    folder = place_house(tmp_path / "house")
    with closing(plain(folder)) as connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")
    before = (folder / FILE_NAME).read_bytes()
    fault = _refusal(folder)
    assert fault.code == "newer_database"
    assert "plus récente" in fault.what
    assert (folder / FILE_NAME).read_bytes() == before


def _someone_elses(folder: Path) -> None:
    with closing(plain(folder)) as connection:
        connection.execute("CREATE TABLE recipe (id INTEGER)")


def _with_an_empty_version(folder: Path) -> None:
    with closing(plain(folder)) as connection:
        connection.execute("CREATE TABLE alembic_version (version_num TEXT)")


def _emptied(folder: Path) -> None:
    place_house(folder / "other")
    shutil.copy(folder / "other" / KEY_FILE, folder)
    (folder / FILE_NAME).write_bytes(b"")


@pytest.mark.parametrize("make", [_someone_elses, _with_an_empty_version, _emptied])
def test_a_foreign_database_is_refused_untouched(tmp_path: Path, make: Callable[[Path], None]) -> None:
    make(tmp_path)
    before = (tmp_path / FILE_NAME).read_bytes()
    assert _refusal(tmp_path).code == "foreign_database"
    assert (tmp_path / FILE_NAME).read_bytes() == before


def test_a_text_in_place_of_the_database_is_refused_untouched(tmp_path: Path) -> None:
    (tmp_path / FILE_NAME).write_text("Chers voisins,\n" * 500)
    assert _refusal(tmp_path).what == "Le fichier de la base est abîmé."
    assert (tmp_path / FILE_NAME).read_text() == "Chers voisins,\n" * 500


def test_a_database_taken_away_is_never_replaced_by_a_new_house(tmp_path: Path) -> None:
    folder = place_house(tmp_path / "house")
    (folder / FILE_NAME).unlink()
    key = (folder / KEY_FILE).read_bytes()
    for trace in (HEADS_FILE, ""):
        assert _refusal(folder).code == "database_gone"
        (folder / trace).unlink() if trace else None
    assert not (folder / FILE_NAME).exists()
    assert (folder / KEY_FILE).read_bytes() == key


def test_a_journal_whose_desk_is_gone_keeps_its_key(tmp_path: Path) -> None:
    folder = place_house(tmp_path / "house")
    key = (folder / KEY_FILE).read_bytes()
    with closing(plain(folder)) as connection:
        connection.execute("DELETE FROM desk")
    assert _refusal(folder).code == "no_desk"
    assert (folder / KEY_FILE).read_bytes() == key


class PowerCut(BaseException):
    """The process ends here."""


def _at_the_file(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder.mkdir()
    (folder / FILE_NAME).write_bytes(b"")


def _at_the_mode(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder.mkdir()
    use_write_ahead_log(folder)


def _at_the_tables(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    storage.open_database(folder).dispose()


def _break_at(name: str, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def cut(*_: object, **__: object) -> None:
        raise PowerCut

    with monkeypatch.context() as patch:
        patch.setattr(name, cut)
        with pytest.raises(PowerCut):
            _open(folder)


def _at_the_key(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The key is written, its desk is not committed."""
    _break_at("desk.founding.new_desk_row", folder, monkeypatch)
    assert (folder / KEY_FILE).exists()


def _at_the_first_record(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _break_at("desk.founding.initialised", folder, monkeypatch)


def _at_the_first_head(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _break_at("desk.heads.Heads.write", folder, monkeypatch)
    assert not (folder / HEADS_FILE).exists()


@pytest.mark.parametrize(
    "interrupt",
    [_at_the_file, _at_the_mode, _at_the_tables, _at_the_key, _at_the_first_record, _at_the_first_head],
)
def test_an_interrupted_first_start_is_taken_up(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, interrupt: Callable[[Path, pytest.MonkeyPatch], None]
) -> None:
    folder = tmp_path / "house"
    interrupt(folder, monkeypatch)
    desk = _open(folder)
    assert desk.integrity_failures == 0
    assert desk.checkin.scan("nonsense").refused
    desk.close()
    found = verify_folder(folder)
    assert found.problems == ()
    assert found.streams == {"technical": 1, "operations": 1}
    assert (folder / KEY_FILE).stat().st_mode & 0o777 == 0o600


def test_a_failed_start_lets_go_of_the_file(tmp_path: Path) -> None:
    folder = place_house(tmp_path / "house")
    (folder / KEY_FILE).unlink()
    assert _refusal(folder).code == "key_missing"
    # Nobody holds it: the last connection has folded the log away, and exclusive use is possible.
    with closing(sqlite3.connect(folder / FILE_NAME, timeout=0, isolation_level=None)) as connection:
        connection.execute("BEGIN EXCLUSIVE")


def test_damage_inside_the_file_is_a_fault_and_never_a_wrong_answer(tmp_path: Path) -> None:
    """A page of the database is overwritten with noise, one after the other."""
    whole = place_house(tmp_path / "whole")
    size = (whole / FILE_NAME).stat().st_size
    outcomes = set()
    for page in range(0, size // 4096, 7):
        folder = Path(shutil.copytree(whole, tmp_path / str(page)))
        with (folder / FILE_NAME).open("r+b") as file:
            file.seek(page * 4096)
            file.write(b"\xa5" * 4096)
        outcomes.add(_look(folder))
        shutil.rmtree(folder)
    assert outcomes == {"fault", "not ok"}


def _look(folder: Path) -> str:
    try:
        _open(folder).close()
        return "ok" if verify_folder(folder).ok else "not ok"
    except EnvironmentFault as fault:
        return "fault" if fault.what.endswith(".") else "silent"


def test_the_faults_of_the_file_have_sentences() -> None:
    from desk.work import fault_of

    for code in (
        sqlite3.SQLITE_FULL, sqlite3.SQLITE_READONLY, sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_BUSY,
        sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB, sqlite3.SQLITE_IOERR_FSYNC, sqlite3.SQLITE_READONLY_DBMOVED,
    ):  # fmt: skip
        error = sqlite3.OperationalError()
        error.sqlite_errorcode = code
        fault = fault_of(error)
        assert fault is not None
        assert fault.what
        assert fault.safe
        assert fault.todo
    assert fault_of(sqlite3.IntegrityError()) is None
    assert frontdesk.PLAN_FILE
