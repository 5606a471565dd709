"""Putting an older copy back: what comes back, what is said, and that no number is ever used twice."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from desk.backups.plan import RestorePlan, plan_restore
from desk.backups.restore import Restored, restore
from desk.backups.trail import trail_of
from desk.errors import EnvironmentFault, Refused
from desk.heads import HEADS_FILE
from desk.keys import KEY_FILE
from desk.privacy import Erased
from desk.rights import AT_TERMINAL
from desk.storage import DeskLock
from desk.till import PaymentOffer
from desk.verification import Verification
from models.database import FILE_NAME
from models.sales import PaymentMode
from tests.support.backups import backed_up
from tests.support.house import SmallHouse, a_morning, house_fixture, place_house

__all__ = ["house_fixture"]
NUMBERS = "SELECT number FROM sale ORDER BY sequence"


def _restored(house: SmallHouse, copy: Path) -> Restored:
    """Close the house, put the copy back, open it again."""
    house.close()
    done = restore(house.folder, copy, clock=house.clock)
    assert isinstance(done, Restored), done
    house.desk = house._open()
    return done


def _forget_records(house: SmallHouse) -> None:
    """The lines of the second place are gone; its heads are left."""
    shutil.rmtree(trail_of(house.folder, house.desk.work.identity.id).folder)


def _damage(house: SmallHouse) -> None:
    """Nothing of the present file can be read any more."""
    house.close()
    (house.folder / FILE_NAME).write_bytes(b"\xa5" * 200_000)


def test_sales_after_the_copy_come_back_with_their_numbers_and_the_journal_holds(house: SmallHouse) -> None:
    a_morning(house)
    copy = backed_up(house)
    house.later(minutes=30).sell_pass(receipt=True)
    house.later(minutes=5).sell_pass(mode=PaymentMode.CASH)
    house.scan(house.member("Bachir Oyono"))
    journal = house.rows("SELECT stream, sequence, digest FROM journal")
    _damage(house)
    done = _restored(house, copy)
    assert house.rows(NUMBERS) == [("A-000001",), ("A-000002",), ("A-000003",), ("A-000004",)]
    assert set(journal) <= set(house.rows("SELECT stream, sequence, digest FROM journal"))
    assert house.desk.integrity_failures == 0
    found = house.verify(deep=True)
    assert found.problems == ()
    assert found.redacted > 0
    assert any("2 ventes" in sentence for sentence in done.sentences)
    assert house.value("SELECT count(*) FROM receipt_print") == 3
    house.later(minutes=5).sell_pass()
    assert house.rows(NUMBERS)[-1] == ("A-000005",)
    assert house.verify(deep=True).problems == ()


def test_the_restoration_is_itself_a_sealed_record(house: SmallHouse) -> None:
    house.sell_pass()
    copy = backed_up(house)
    house.later(minutes=5).sell_pass()
    _restored(house, copy)
    kinds = [row[0] for row in house.rows("SELECT kind FROM journal WHERE stream = 'technical' ORDER BY sequence")]
    assert kinds[-1] == "backup.restored"


def test_what_the_present_file_still_holds_comes_back_whole(house: SmallHouse) -> None:
    """The file is sound: an older copy is put back because of a blunder. No record loses its content."""
    copy = backed_up(house)
    house.scan("nonsense")
    house.later(minutes=5).sell_pass()
    _forget_records(house)
    _restored(house, copy)
    assert house.verify(deep=True).redacted == 0
    assert house.verify(deep=True).problems == ()
    assert house.value("SELECT count(*) FROM refused_scan") == 0
    assert house.rows(NUMBERS) == [("A-000001",)]


def _numbers_told(found: Verification) -> dict[str, str]:
    return {problem.stream: problem.sentence for problem in found.problems}


def test_numbers_of_which_only_the_head_is_known_are_told_and_never_used_again(house: SmallHouse) -> None:
    house.sell_pass()
    copy = backed_up(house)
    for _ in range(3):
        house.later(minutes=5).sell_pass()
    _forget_records(house)
    _damage(house)
    done = _restored(house, copy)
    assert ("sales", 2, 4) in done.plan.lost
    assert any("n° 2 à 4" in sentence for sentence in done.sentences)
    assert house.desk.integrity_failures == 0
    house.later(minutes=5).sell_pass()
    assert house.rows(NUMBERS) == [("A-000001",), ("A-000005",)]
    for deep in (False, True):
        told = _numbers_told(house.verify(deep=deep))
        assert set(told) == {"sales", "operations", "technical"}
        assert told["sales"].startswith("Les n° 2 à 4 sont perdus depuis que la sauvegarde du 2026-11-24")
    assert house.reopen().integrity_failures == 0


def test_a_hole_that_the_desk_did_not_announce_is_found(house: SmallHouse, tmp_path: Path) -> None:
    """Someone with a database tool sets a row of that kind in place of sales: they cannot sign its announcement."""
    from tests.support.tampering import unguarded

    for _ in range(3):
        house.later(minutes=5).sell_pass()
    house.close()
    with unguarded(house.folder) as connection:
        connection.execute("DELETE FROM journal WHERE stream = 'sales' AND sequence = 2")
        connection.execute("UPDATE journal SET kind = 'lost' WHERE stream = 'sales' AND sequence = 3")
    told = [problem.sentence for problem in house.verify().problems if problem.stream == "sales"]
    assert "Les n° 2 à 3 ont été retirés sans que rien ne l’annonce." in told


def test_a_copy_put_back_twice_and_a_copy_made_since_still_hold(house: SmallHouse) -> None:
    house.sell_pass()
    first = backed_up(house)
    house.later(hours=1).sell_pass()
    _restored(house, first)
    second = backed_up(house.later(hours=1))
    house.later(hours=1).sell_pass()
    _damage(house)
    _restored(house, second)
    _restored(house.later(minutes=1), first)
    assert house.rows(NUMBERS) == [("A-000001",), ("A-000002",), ("A-000003",)]
    assert house.verify(deep=True).problems == ()


def test_an_organisation_that_bought_after_the_copy_is_made_again(house: SmallHouse) -> None:
    from tests.support.business_scenes import a_body

    copy = backed_up(house)
    a_body(house)
    _damage(house)
    _restored(house, copy)
    assert house.rows("SELECT name, siren FROM organisation") == [("Les Jardins de Ronce", "732829320")]
    assert house.verify().problems == ()


def test_data_erased_after_the_copy_are_erased_again(house: SmallHouse) -> None:
    member = house.member("Inès Alvar")
    house.scan(member)
    house.later(minutes=5).scan(member)
    copy = backed_up(house)
    assert isinstance(house.later(days=1).desk.privacy.erase(member.id), Erased)
    _damage(house)
    done = _restored(house, copy)
    assert done.erased == (1,)
    assert "Alvar" not in str(house.rows("SELECT * FROM member"))
    assert house.value("SELECT count(*) FROM journal WHERE instr(body, 'Alvar')") == 0
    assert house.verify(deep=True).problems == ()


def test_no_name_of_a_visitor_is_in_the_second_place(house: SmallHouse) -> None:
    house.scan(house.member("Inès Alvar"))
    lines = b"".join(place.read_bytes() for place in house.desk.work.trail.folder.iterdir())  # type: ignore[attr-defined]
    assert b"visit.entered" in lines
    assert "Inès".encode() not in lines


def test_another_computer_takes_over_from_the_drive_alone(house: SmallHouse, tmp_path: Path) -> None:
    house.sell_pass()
    copy = backed_up(house)
    house.close()
    done = restore(tmp_path / "new", copy, clock=house.clock)
    assert isinstance(done, Restored)
    assert done.aside is None
    house.folder = tmp_path / "new"
    house.desk = house._open()
    assert house.desk.integrity_failures == 0
    house.sell_pass()
    # What the lost computer sold after the copy is not known here: its numbers are left to it.
    assert house.rows(NUMBERS) == [("A-000001",), ("B-000002",)]
    assert house.verify().problems == ()


def test_the_present_file_is_kept_aside_as_it_was(house: SmallHouse) -> None:
    copy = backed_up(house)
    _damage(house)
    damaged = (house.folder / FILE_NAME).read_bytes()
    done = _restored(house, copy)
    assert done.aside is not None
    assert (done.aside / FILE_NAME).read_bytes() == damaged
    assert sorted(path.name for path in house.folder.glob("restauration*")) == []


# --- refusals ------------------------------------------------------------------------------------------------------


def _emptied(copy: Path) -> None:
    copy.write_bytes(b"")


def _a_text(copy: Path) -> None:
    copy.write_text("Chers voisins,\n" * 5000)


def _cut(copy: Path) -> None:
    with copy.open("r+b") as file:
        file.truncate(copy.stat().st_size // 2)


def _one_byte(copy: Path) -> None:
    with copy.open("r+b") as file:
        file.seek(200_000)
        byte = file.read(1)
        file.seek(200_000)
        file.write(bytes([byte[0] ^ 0xFF]))


def _cut_without_note(copy: Path) -> None:
    _cut(copy)
    copy.with_suffix(".json").unlink()


def _gone(copy: Path) -> None:
    copy.unlink()


@pytest.mark.parametrize(
    ("spoil", "code"),
    [
        (_emptied, "foreign"), (_a_text, "foreign"), (_cut, "unsound"), (_cut_without_note, "unsound"),
        (_one_byte, "unsound"), (_gone, "no_file"),
    ],
)  # fmt: skip
def test_what_is_no_sound_copy_is_refused_and_nothing_moves(
    house: SmallHouse, spoil: Callable[[Path], None], code: str
) -> None:
    copy = backed_up(house)
    house.close()
    spoil(copy)
    before = {path.name: path.read_bytes() for path in house.folder.iterdir() if path.name in (FILE_NAME, HEADS_FILE)}
    refused = restore(house.folder, copy, clock=house.clock)
    assert isinstance(refused, Refused)
    assert refused.code == code
    assert refused.sentence.endswith(".")
    assert {name: (house.folder / name).read_bytes() for name in before} == before


def test_the_copy_of_another_desk_is_refused(house: SmallHouse, tmp_path: Path) -> None:
    from desk.frontdesk import FrontDesk
    from tests.support.house import HOUSE

    other = FrontDesk(tmp_path / "other", operator=AT_TERMINAL, clock=house.clock, house=HOUSE, durable=False)
    made = other.backups.make(tmp_path)
    other.close()
    assert not isinstance(made, Refused)
    house.close()
    refused = plan_restore(house.folder, made.path)
    assert isinstance(refused, Refused)
    assert refused.code == "other_desk"


def test_without_any_key_nothing_is_put_back(house: SmallHouse, tmp_path: Path) -> None:
    copy = backed_up(house)
    (copy.parent / KEY_FILE).unlink()
    refused = plan_restore(tmp_path / "new", copy)
    assert isinstance(refused, Refused)
    assert refused.code == "no_key"


def test_an_open_window_or_a_turnstile_keeps_the_copy_out(house: SmallHouse) -> None:
    copy = backed_up(house)
    lock = DeskLock(house.folder)
    with pytest.raises(EnvironmentFault) as caught:
        restore(house.folder, copy)
    assert caught.value.code == "already_open"
    lock.release()
    house.scan("nonsense")
    with pytest.raises(EnvironmentFault) as caught:  # the house of this test has the file open
        restore(house.folder, copy)
    assert caught.value.code == "in_use"
    assert house.scan("nonsense again").refused


def test_a_folder_gives_its_newest_copy(house: SmallHouse) -> None:
    backed_up(house)
    newest = backed_up(house.later(hours=2))
    house.close()
    for folder in (newest.parent, newest.parent.parent):
        plan = plan_restore(house.folder, folder)
        assert isinstance(plan, RestorePlan)
        assert plan.path == newest
    empty = plan_restore(house.folder, place_house(house.folder.parent / "other"))
    assert isinstance(empty, Refused)
    assert empty.code == "no_copy"


def test_a_payment_in_two_parts_comes_back_as_it_was(house: SmallHouse) -> None:
    copy = backed_up(house)
    a_morning(house)
    before = house.rows("SELECT mode, cents, tendered_cents FROM payment ORDER BY sale_id, position")
    assert PaymentOffer(PaymentMode.CASH, 1000, 2000).handed_over in {row[2] for row in before}
    _damage(house)
    _restored(house, copy)
    assert sorted(house.rows("SELECT mode, cents, tendered_cents FROM payment")) == sorted(before)
