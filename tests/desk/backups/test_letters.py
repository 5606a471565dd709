"""A new computer and a drive: the numbers that the lost one gave after the copy are never given again."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from desk.backups.letters import LETTERS_FILE, next_letter, noted_in
from desk.backups.plan import RestorePlan, plan_restore
from desk.backups.restore import Restored, restore
from desk.backups.trail import trail_of
from desk.errors import Refused
from desk.invoices import InvoiceOrder, Issued
from models.database import FILE_NAME
from tests.desk.closings.scenes import closed, staffed
from tests.support.backups import backed_up
from tests.support.house import SmallHouse, house_fixture
from tests.support.invoice_scenes import ADDRESS, a_buyer, a_sale
from tests.support.volumes import read_only

__all__ = ["house_fixture"]


def _moved(house: SmallHouse, copy: Path, to: Path) -> Restored:
    """The house goes on from the drive alone, on a computer that has never seen it."""
    house.close()
    house.folder = to
    done = restore(to, copy, clock=house.clock)
    assert isinstance(done, Restored), done
    house.desk = house._open()
    staffed(house, manager=True)
    return done


def _numbers(house: SmallHouse) -> set[str]:
    found = house.rows("SELECT number FROM sale UNION SELECT number FROM invoice UNION SELECT number FROM closing")
    return {str(number) for (number,) in found}


def _works(house: SmallHouse) -> None:
    """A sale, an invoice, a closing: each kind of number once."""
    staffed(house.later(minutes=5), manager=True)
    house.sell_pass()
    a_buyer(house)
    assert isinstance(house.desk.invoices.make(InvoiceOrder((a_sale(house),), ADDRESS)), Issued)
    closed(house.later(minutes=5))


def test_no_number_of_the_lost_computer_is_given_again(house: SmallHouse, tmp_path: Path) -> None:
    _works(house)
    copy = backed_up(house)
    # An hour later: a closed day makes a copy of its own, and only the last of an hour is kept.
    _works(house.later(hours=1))
    given = _numbers(house)
    done = _moved(house, copy, tmp_path / "new")
    kept = _numbers(house)
    assert kept < given
    _works(house)
    fresh = _numbers(house) - kept
    assert fresh == {"B-000003", "B-000004", "FB-000002", "Z-B-000002"}
    assert fresh & given == set()
    (said,) = [line for line in done.sentences if "commencent par B au lieu de A" in line]
    assert "N’utilisez plus l’ancien poste." in said
    body = house.value("SELECT CAST(body AS TEXT) FROM journal WHERE kind = 'backup.restored'")
    assert (json.loads(str(body))["letter"], json.loads(str(body))["letter_before"]) == ("B", "A")
    assert house.verify(deep=True).problems == ()


def test_the_same_copy_on_two_computers_gives_two_letters(house: SmallHouse, tmp_path: Path) -> None:
    house.sell_pass()
    copy = backed_up(house)
    for place, letter in (("one", "B"), ("two", "C")):
        _moved(house.later(minutes=1), copy, tmp_path / place)
        assert house.sell_pass().sale.number == f"{letter}-000002"
    assert noted_in(copy.parent) == {"B", "C"}


def test_an_older_copy_put_back_later_keeps_the_new_letter(house: SmallHouse, tmp_path: Path) -> None:
    house.sell_pass()
    first = backed_up(house)
    _moved(house, first, tmp_path / "new")
    house.later(minutes=1).sell_pass()
    house.close()
    (house.folder / FILE_NAME).write_bytes(b"\xa5" * 50_000)
    done = restore(house.folder, first, clock=house.later(minutes=1).clock)
    assert isinstance(done, Restored)
    assert not done.plan.changes_letter
    house.desk = house._open()
    assert house.sell_pass().sale.number == "B-000003"
    assert house.verify(deep=True).problems == ()
    # The records that say so are gone, only their numbers are left: another letter again.
    house.close()
    shutil.rmtree(trail_of(house.folder, house.desk.work.identity.id).folder)
    (house.folder / FILE_NAME).write_bytes(b"\xa5" * 50_000)
    plan = plan_restore(house.folder, first)
    assert isinstance(plan, RestorePlan)
    assert (plan.letter, plan.changes_letter) == ("C", True)


def test_a_drive_that_cannot_be_written_stops_nothing(house: SmallHouse, tmp_path: Path) -> None:
    copy = backed_up(house)
    with read_only(copy.parent):
        assert _moved(house, copy, tmp_path / "new").plan.letter == "B"
    assert noted_in(copy.parent) == set()
    (copy.parent / LETTERS_FILE).write_text("no list")
    assert noted_in(copy.parent) == set()


def test_when_every_letter_was_taken_it_is_refused(house: SmallHouse, tmp_path: Path) -> None:
    copy = backed_up(house)
    (copy.parent / LETTERS_FILE).write_text(json.dumps({"taken": list("ABCDEFGHIJKLMNOPQRSTUVWXYZ")}))
    refused = plan_restore(tmp_path / "new", copy)
    assert isinstance(refused, Refused)
    assert refused.code == "letters"


@pytest.mark.parametrize(("taken", "letter"), [("", "A"), ("A", "B"), ("AC", "D"), ("AZ", "B"), ("ABYZ", "C")])
def test_the_next_letter(taken: str, letter: str) -> None:
    assert next_letter(taken) == letter
