"""The second place of the heads: edited, removed, cut, torn, or ahead of an older copy put back."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from desk.backups.restore import Restored, restore
from desk.damage import BEHIND
from desk.errors import EnvironmentFault
from desk.heads import HEADS_FILE, Head, Heads, parse
from desk.verify import verify_folder
from models.database import FILE_NAME
from tests.support.house import SmallHouse, a_morning, small_house
from tests.support.tampering import Place, copy_of, names


@pytest.fixture(scope="module")
def morning(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a house after a morning's work, closed."""
    folder = tmp_path_factory.mktemp("heads") / "house"
    with small_house(folder) as house:
        a_morning(house)
    return folder


def _without_lines_of_sales(text: str) -> str:
    return "".join(line for line in text.splitlines(keepends=True) if not line.startswith("sales"))


def _without_the_end(text: str) -> str:
    return "".join(text.splitlines(keepends=True)[:3])


def _other_digest(text: str) -> str:
    line = text.splitlines()[-1]
    digest = line.split(" ")[2]
    return text.replace(digest, digest[::-1])


def _other_signature(text: str) -> str:
    line = text.splitlines()[2]
    signature = line.split(" ")[3]
    return text.replace(signature, signature[::-1])


def _further(text: str) -> str:
    *_, last = text.splitlines()
    stream, sequence, rest = last.split(" ", 2)
    return f"{text}{stream} {int(sequence) + 5} {rest}\n"


def _not_a_line(text: str) -> str:
    return text.replace("sales", "s@les")


def _not_hexadecimal(text: str) -> str:
    line = text.splitlines()[-1]
    return text.replace(line, line[:-200] + "z" + line[-199:])


def _emptied(_: str) -> str:
    return ""


def _noise(_: str) -> str:
    return "é à ü\n" * 40


@pytest.mark.parametrize(
    ("edit", "stream"),
    [
        (_without_lines_of_sales, "sales"), (_without_the_end, "operations"), (_other_digest, "technical"),
        (_other_signature, ""), (_further, "technical"), (_not_a_line, "sales"), (_not_hexadecimal, ""),
        (_emptied, "sales"), (_noise, "sales"),
    ],
)  # fmt: skip
def test_the_heads_file_edited_is_found(morning: Path, tmp_path: Path, edit: Callable[[str], str], stream: str) -> None:
    folder = copy_of(morning, tmp_path / "house")
    path = folder / HEADS_FILE
    path.write_text(edit(path.read_text("ascii")), "utf-8")
    found = verify_folder(folder)
    assert not found.ok
    assert names(found, Place(stream, 0)), found.problems
    assert any(HEADS_FILE in problem.sentence for problem in found.problems)


def test_the_heads_file_removed_is_found(morning: Path, tmp_path: Path) -> None:
    folder = copy_of(morning, tmp_path / "house")
    (folder / HEADS_FILE).unlink()
    (problem,) = verify_folder(folder).problems
    assert HEADS_FILE in problem.sentence


def test_heads_torn_by_a_crash_are_no_alarm(morning: Path, tmp_path: Path) -> None:
    """One commit's heads may be lost or torn; the journal itself holds, and says so."""
    for cut in (1, 60, 150, 220):
        folder = copy_of(morning, tmp_path / str(cut))
        path = folder / HEADS_FILE
        path.write_bytes(path.read_bytes()[:-cut])
        assert verify_folder(folder).problems == (), cut


def test_a_crash_at_the_first_record_of_a_chain_is_no_alarm_and_at_the_second_it_is(house: SmallHouse) -> None:
    """Killed between the commit and its head: of a chain that has just begun, the heads then know nothing at all."""
    house.sell_pass()
    path = house.folder / HEADS_FILE
    assert " 1 " in path.read_text("ascii")
    path.write_text(_without_lines_of_sales(path.read_text("ascii")), "ascii")
    assert house.verify().problems == ()
    house.later(minutes=5).sell_pass()
    path.write_text(_without_lines_of_sales(path.read_text("ascii")), "ascii")
    assert names(house.verify(), Place("sales", 2))


def test_yesterdays_database_put_back_is_found(house: SmallHouse, tmp_path: Path) -> None:
    house.sell_pass()
    yesterday = house.copy(tmp_path / "yesterday")
    house.later(days=1).sell_pass()
    house.close()
    for name in (f"{FILE_NAME}-wal", f"{FILE_NAME}-shm"):
        (house.folder / name).unlink(missing_ok=True)
    shutil.copy(yesterday / FILE_NAME, house.folder / FILE_NAME)
    found = house.verify()
    assert names(found, Place("sales", 2))
    assert names(found, Place("operations", 3))
    assert any("plus ancienne" in problem.sentence for problem in found.problems)


def test_the_whole_folder_put_back_is_found_and_nothing_goes_on_from_it(house: SmallHouse, tmp_path: Path) -> None:
    house.sell_pass()
    yesterday = house.copy(tmp_path / "yesterday")
    house.later(days=1).sell_pass()
    house.close()
    shutil.rmtree(house.folder)
    shutil.copytree(yesterday, house.folder)
    assert names(house.verify(), Place("sales", 2))
    for _ in range(2):
        with pytest.raises(EnvironmentFault) as caught:
            house.reopen()
        assert caught.value.code == BEHIND
    assert names(house.verify(), Place("sales", 2))
    done = restore(house.folder, house.folder / FILE_NAME, clock=house.clock)
    assert isinstance(done, Restored)
    assert done.was_behind
    assert house.reopen().integrity_failures == 0
    assert house.later(hours=1).sell_pass().sale.number == "A-000003"
    assert house.verify(deep=True).problems == ()
    # The day that was closed before the second sale was gone too, with its technical record.
    failures = house.rows("SELECT json_extract(CAST(body AS TEXT), '$.stream') FROM journal WHERE kind = '90'")
    assert sorted(failures) == [("closings",), ("operations",), ("sales",), ("technical",)]


def test_a_head_that_nobody_gave_locks_nothing_and_is_recorded_once(house: SmallHouse) -> None:
    """Whoever writes a line into that file has no key: the desk opens, tells it, and goes on with its own numbers."""
    house.sell_pass()
    house.close()
    path = house.folder / HEADS_FILE
    path.write_text(_further(path.read_text("ascii")), "ascii")
    assert house.reopen().integrity_failures == 1
    assert house.reopen().integrity_failures == 0
    assert house.later(minutes=5).sell_pass().sale.number == "A-000002"


def test_a_moved_folder_still_holds_after_some_work(house: SmallHouse, tmp_path: Path) -> None:
    """The place in the state folder is named after the path: at the new path it starts with every stream's head."""
    a_morning(house)
    house.close()
    shutil.copytree(house.folder, tmp_path / "moved")
    house.folder = tmp_path / "moved"
    house.reopen()
    house.scan("nonsense")
    assert house.verify().problems == ()


def test_a_removed_heads_file_is_sealed_as_a_failure_at_the_next_start(house: SmallHouse) -> None:
    a_morning(house)
    for times in (1, 2):
        (house.folder / HEADS_FILE).unlink()
        assert house.reopen().integrity_failures == 1
        assert house.value("SELECT count(*) FROM journal WHERE kind = '90'") == times
        assert house.value("SELECT count(*) FROM journal WHERE kind = '260'") == 1
        assert house.verify().problems == ()


def test_heads_left_behind_are_caught_up_at_the_next_start(house: SmallHouse) -> None:
    """A full disk kept the heads from being written for a while, and tore the last one."""
    a_morning(house)
    path = house.folder / HEADS_FILE
    before = path.read_bytes()
    house.later(minutes=5).sell_pass()
    house.later(minutes=5).sell_pass()
    house.close()
    path.write_bytes(before + b"sales 4 abcdef")
    assert names(house.verify(), Place("sales", 4))
    assert house.reopen().integrity_failures == 0
    assert house.verify().problems == ()
    assert house.scan("nonsense").refused
    assert house.verify().problems == ()


def _head(stream: str, sequence: int, digest: str = "ab") -> Head:
    return Head(stream, sequence, digest * 32, "cd" * 64, "0123456789abcdef")


def test_a_line_reads_back_and_nothing_else_is_one() -> None:
    head = _head("sales", 12)
    line = head.line().rstrip("\n")
    assert parse(line) == head
    assert [parse(line[:cut]) for cut in range(len(line))] == [None] * len(line)
    assert parse(line.upper()) is None
    assert parse(line + " ") is None


def test_a_place_that_cannot_be_written_is_noted_and_the_other_goes_on(tmp_path: Path) -> None:
    (tmp_path / "wall").write_text("a file where a folder should be")
    heads = Heads((tmp_path / "wall" / "heads.log", tmp_path / "state" / "heads.log"))
    heads.write([_head("sales", 1)])
    assert heads.trouble
    kept = heads.read(heads.places[1])
    assert kept is not None
    assert kept.lines == (_head("sales", 1),)


def test_a_long_file_is_shortened_without_forgetting_a_step_back(tmp_path: Path) -> None:
    heads = Heads((tmp_path / HEADS_FILE,))
    heads.write([_head("sales", n) for n in range(1, 2500)])
    # An older copy was put back: the same numbers come again, with other digests.
    heads.write([_head("sales", n, "ef") for n in range(1000, 4500)])
    before = heads.read(heads.places[0])
    heads.compact()
    after = heads.read(heads.places[0])
    assert before is not None
    assert after is not None
    assert after.lines == (_head("sales", 2499), _head("sales", 4499, "ef"))
    assert after.highest == before.highest
    heads.compact()
    assert heads.read(heads.places[0]) == after


@pytest.mark.parametrize("kept", ["whole line", "all but its break", "half"])
def test_zeros_left_by_a_power_cut_spoil_neither_what_is_before_nor_what_comes_after(tmp_path: Path, kept: str) -> None:
    """A file may have its new length before its new content."""
    place, line = tmp_path / HEADS_FILE, _head("sales", 1).line()
    left = {"whole line": line, "all but its break": line[:-1], "half": line[:60]}[kept]
    place.write_bytes(left.encode() + bytes(100))
    heads = Heads([place])
    assert heads.read(place) is not None
    heads.write([_head("sales", 2)])
    found = Heads([place]).read(place)
    assert found is not None
    assert found.unreadable == 0
    assert found.lines[-1] == _head("sales", 2)
