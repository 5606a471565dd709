"""A day that holds every kind of fiscal record, cut anywhere by a copy: its rows come back from the second place."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from desk.backups.copies import Copy
from desk.backups.redo import sentences
from desk.backups.restore import Restored, restore
from desk.backups.trail import trail_of
from desk.deposits import DepositMode
from desk.errors import Refused
from desk.invoices import InvoiceOrder, Issued
from models.database import FILE_NAME
from models.journal import Stream
from tests.desk.closings.scenes import closed, staffed
from tests.desk.test_groups import rental
from tests.support.backups import backed_up
from tests.support.faults import times
from tests.support.house import SmallHouse, house_fixture, small_house
from tests.support.invoice_scenes import ADDRESS, a_sale
from tests.support.tampering import unguarded
from tests.support.whole_day import WholeDay, mirrored

__all__ = ["house_fixture"]
Rows = dict[str, list[tuple[object, ...]]]


@dataclass
class Evening:
    """A house after its day, copies of its moments, and what its tables said at the end."""

    house: SmallHouse
    copies: list[Path]
    rows: Rows
    numbers: dict[str, object]


EVERY = 1 if times(1, 2) == 2 else 5
"""A copy after each fifth act; after each act where faults are staged in full."""
_ENDS = "SELECT stream, MAX(sequence) FROM journal GROUP BY stream"


@pytest.fixture(scope="module")
def evening(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Evening]:
    """The day, lived once."""
    with small_house(tmp_path_factory.mktemp("whole") / "house") as house:
        day, copies = WholeDay(house), []
        for place, act in enumerate(day.acts):
            act()
            house.later(minutes=3)
            if place % EVERY == 0:
                made = house.desk.backups.make(_drive(house))
                assert isinstance(made, Copy), made
                copies.append(made.path)
            house.later(minutes=3)
        assert house.verify(deep=True).problems == ()
        rows = mirrored(house)
        assert [table for table, found in rows.items() if not found] == []
        kinds = house.rows("SELECT DISTINCT kind FROM journal WHERE stream IN ('sales', 'invoices', 'closings')")
        assert {kind for (kind,) in kinds} == {
            "sale", "correction", "settlement", "invoice", "credit_note", "closing.day", "closing.month", "closing.year"
        }  # fmt: skip
        yield Evening(house, copies, rows, dict(house.rows(_ENDS)))  # type: ignore[arg-type]


def _drive(house: SmallHouse) -> Path:
    """A drive on which copies are asked for one by one: no rule thins them out."""
    drive = house.folder.parent / "drive"
    drive.mkdir(exist_ok=True)
    return drive


def _restored(house: SmallHouse, copy: Path, *, damaged: bool = True) -> Restored:
    house.close()
    if damaged:
        (house.folder / FILE_NAME).write_bytes(b"\xa5" * 100_000)
    done = restore(house.folder, copy, clock=house.clock)
    assert isinstance(done, Restored), done
    house.desk = house._open()
    staffed(house, manager=True)
    return done


def test_every_row_comes_back_wherever_the_copy_cut_the_day(evening: Evening) -> None:
    house = evening.house
    for copy in reversed(evening.copies):
        done = _restored(house.later(minutes=1), copy)
        assert done.unknown == ()
        found = mirrored(house)
        assert {table: rows for table, rows in found.items() if rows != evening.rows[table]} == {}, copy.name
        assert house.verify(deep=True).problems == ()
        for stream, last in house.rows(_ENDS):
            if stream not in ("technical",):
                assert last == evening.numbers[str(stream)]
    assert house.desk.integrity_failures == 0
    _goes_on(house, evening)


def _goes_on(house: SmallHouse, evening: Evening) -> None:
    """After the last restoration the desk sells, invoices, prints and closes under numbers that nobody has had."""
    sales, invoices = (evening.numbers[stream.value] for stream in (Stream.SALES, Stream.INVOICES))
    assert house.sell_pass().sale.number == f"A-{int(str(sales)) + 1:06d}"
    issued = house.desk.invoices.make(InvoiceOrder((a_sale(house),), ADDRESS))
    assert isinstance(issued, Issued)
    assert issued.number == f"FA-{int(str(invoices)) + 1:06d}"
    first = house.value("SELECT id FROM invoice ORDER BY sequence LIMIT 1")
    assert isinstance(house.desk.invoices.pdf(str(first)), bytes)
    again = house.value("SELECT MAX(copy_number) FROM invoice_print")
    assert not isinstance(house.desk.invoices.print_it(str(first)), Refused)
    assert house.value("SELECT MAX(copy_number) FROM invoice_print") == int(str(again)) + 1
    made = closed(house)
    perpetual = house.value("SELECT SUM(total_cents) FROM closing WHERE period = 'day'")
    assert house.value("SELECT perpetual_cents FROM closing ORDER BY sequence DESC LIMIT 1") == perpetual
    assert made.number.startswith("Z-A-")
    assert house.verify(deep=True).problems == ()


def test_no_name_of_a_customer_is_in_the_operational_lines_that_are_kept_whole(house: SmallHouse) -> None:
    day = WholeDay(house)
    day.opens()
    day.holds_deposits()
    lines = [json.loads(line) for line in _trail(house).splitlines() if line]
    operations = [line for line in lines if line[0] == "operations"]
    assert {line[2] for line in operations if line[10]} == {"deposit.taken", "deposit.returned"}
    assert not any(word in str(operations) for word in ("Amis", "vitre", "Tangente"))


def _trail(house: SmallHouse) -> bytes:
    return b"".join(
        place.read_bytes() for place in trail_of(house.folder, house.desk.work.identity.id).folder.iterdir()
    )


def test_what_the_present_file_still_says_of_loans_comes_back_too(house: SmallHouse) -> None:
    day = WholeDay(house)
    day.opens()
    copy = backed_up(house)
    staffed(house, manager=True)
    day.lends()
    before = house.rows("SELECT * FROM loan")
    done = _restored(house.later(minutes=5), copy, damaged=False)
    assert house.rows("SELECT * FROM loan") == before
    assert done.unknown == ()
    assert house.verify(deep=True).problems == ()


def test_a_deposit_of_a_booking_that_is_lost_is_said_and_the_journal_holds(house: SmallHouse) -> None:
    staffed(house, manager=True)
    copy = backed_up(house)
    staffed(house, manager=True)
    booking = rental(house.later(minutes=1))
    held = house.desk.deposits.take(booking, DepositMode.CASH, 20_000)
    assert not isinstance(held, Refused)
    assert not isinstance(house.desk.deposits.give_back(held.id, 20_000), Refused)
    house.later(minutes=1).scan(house.member())
    done = _restored(house.later(minutes=5), copy)
    assert done.unknown == ("deposit.taken", "deposit.returned")
    assert "Cautions à noter de nouveau\u00a0: 2." in done.sentences
    assert "Passages à refaire\u00a0: 1." in done.sentences
    assert any(line.startswith("Réservations et moments collectifs à reprendre") for line in done.sentences)
    assert house.value("SELECT count(*) FROM deposit") == 0
    assert house.verify(deep=True).problems == ()
    # Only what the restoration announced is excused: the same hole made by hand is found.
    other = rental(house.later(minutes=5), "pow-wow")
    assert not isinstance(house.desk.deposits.take(other, DepositMode.CHEQUE, 5_000), Refused)
    house.close()
    with unguarded(house.folder) as connection:
        connection.execute("DELETE FROM deposit")
    assert [problem.stream for problem in house.verify().problems] == ["operations"]


def test_invoices_and_closings_of_which_only_the_numbers_are_left_stop_nothing(house: SmallHouse) -> None:
    day = WholeDay(house)
    day.opens()
    day.invoices()
    closed(house)
    copy = backed_up(house)
    staffed(house.later(hours=1), manager=True)
    for _ in range(2):
        assert isinstance(house.desk.invoices.make(InvoiceOrder((a_sale(house),), ADDRESS)), Issued)
    closed(house)
    shutil.rmtree(trail_of(house.folder, house.desk.work.identity.id).folder)
    done = _restored(house.later(minutes=5), copy)
    assert {stream for stream, *_ in done.plan.lost} >= {"invoices", "closings", "sales"}
    issued = house.desk.invoices.make(InvoiceOrder((a_sale(house),), ADDRESS))
    assert isinstance(issued, Issued)
    assert issued.number == "FA-000004"
    assert closed(house.later(hours=1)).number == "Z-A-000003"
    told = {problem.stream: problem.sentence for problem in house.verify(deep=True).problems}
    assert all(sentence.startswith("Les n°") for sentence in told.values()), told


def test_each_sort_is_told_once_with_its_count() -> None:
    told = sentences(("visit.entered", "visit.left", "booking.made", "closing.day", "something.new"))
    assert told[0] == "Passages à refaire\u00a0: 2."
    assert len(told) == 4
