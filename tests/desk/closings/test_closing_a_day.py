"""Closing a day: cut by sequence, counted blind, continued for ever, and nothing posted behind it."""

from __future__ import annotations

import json
import sqlite3
from contextlib import closing
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desk import custody
from desk.closings.office import ClosingListed
from desk.closings.totals import add_up
from desk.documents import text
from desk.drawer import Counted
from desk.errors import EnvironmentFault
from desk.printing.queue import PrinterSettings
from models.closings import ClosingPeriod
from models.printing import PrinterKind
from tests.desk.closings.scenes import CARD, CASH, FLOAT, a_day, closed, corrected, counted, refused, sold, staffed
from tests.support.house import TUESDAY, SmallHouse, plain

NBSP = "\u00a0"
WEDNESDAY = TUESDAY + timedelta(days=1)
EVENTS = "SELECT kind FROM journal WHERE stream = 'technical' AND kind IN ('50', '60', '170') ORDER BY sequence"


def _body(house: SmallHouse, number: str) -> dict[str, object]:
    found = house.value(
        "SELECT CAST(body AS TEXT) FROM journal WHERE stream = 'closings' AND json_extract(CAST(body AS TEXT),"
        " '$.number') = ?",
        number,
    )
    body: dict[str, object] = json.loads(str(found))
    return body


def test_a_day_is_sealed_with_everything_the_law_wants(house: SmallHouse) -> None:
    staffed(house).desk.till.count_float(FLOAT)
    sold(house, 2400)
    sold(house, 1055, CARD, rate=550)
    assert house.desk.closings.drawer.take_out(500, "  timbres ") is None
    made = closed(house, 16_890, kept=14_000, reason="dix centimes introuvables")
    body = _body(house, made.number)
    assert (made.number, made.period, made.first_sale, made.last_sale) == ("Z-A-000001", ClosingPeriod.DAY, 1, 2)
    assert body["days"] == ["2026-11-24", "2026-11-24"]
    assert body["vat"] == [{"rate": 550, "base": 1000, "vat": 55}, {"rate": 2000, "base": 2000, "vat": 400}]
    assert body["payments"] == [
        {"mode": "card", "cents": 1055, "times": 1},
        {"mode": "cash", "cents": 2400, "times": 1},
    ]
    assert (body["total"], body["absolute"], body["perpetual"], body["perpetual_absolute"]) == (3455,) * 4
    assert body["kinds"] == {"sale": 2}
    drawer = body["drawer"]
    assert isinstance(drawer, dict)
    assert drawer["out"] == [{"cents": 500, "reason": "timbres", "by": "Gaël Essai"}]
    told = [drawer[key] for key in ("opening", "cash", "expected", "counted", "difference", "kept", "reason")]
    assert told == [15_000, 2400, 16_900, 16_890, -10, 14_000, "dix centimes introuvables"]
    assert [kind for (kind,) in house.rows(EVENTS)] == ["170", "50"]
    assert house.verify(deep=True).problems == ()


def test_the_next_day_goes_on_where_the_last_one_stopped(house: SmallHouse) -> None:
    staffed(house)
    first, second = a_day(house), a_day(house, WEDNESDAY, 500, 1000, 1500)
    assert (first.first_sale, first.last_sale, second.first_sale, second.last_sale) == (1, 2, 3, 5)
    assert (second.total_cents, second.perpetual_cents) == (3000, first.perpetual_cents + 3000)
    assert house.desk.closings.open_day().is_empty
    assert house.verify().problems == ()


def test_a_reverse_lowers_the_total_and_never_the_absolute_one(house: SmallHouse) -> None:
    staffed(house)
    sale = sold(house, 2400)
    corrected(house, 2400, sale.number)
    with plain(house.folder) as connection:
        records = connection.execute(
            "SELECT kind, body FROM journal WHERE stream = 'sales' ORDER BY sequence"
        ).fetchall()
    totals = add_up((kind, json.loads(body)) for kind, body in records)
    assert (totals.total, totals.absolute, totals.cash, dict(totals.kinds)) == (
        0,
        4800,
        0,
        {"sale": 1, "correction": 1},
    )
    made = closed(house)
    assert (made.total_cents, made.perpetual_cents, made.perpetual_absolute_cents) == (0, 0, 4800)
    refund = house.rows("SELECT CAST(body AS TEXT) FROM journal WHERE stream = 'technical' AND kind = '190'")
    assert json.loads(str(refund[0][0]))["corrects"] == sale.number


@given(st.lists(st.integers(-5000, 5000), max_size=8), st.integers(0, 8))
def test_totals_never_depend_on_where_a_day_is_cut(amounts: list[int], cut: int) -> None:
    records = [
        ("sale", {"total": a, "vat": [{"rate": 2000, "base": a, "vat": 0}], "payments": [{"mode": "card", "cents": a}]})
        for a in amounts
    ]
    whole, before, after = add_up(records), add_up(records[:cut]), add_up(records[cut:])
    assert whole.total == before.total + after.total
    assert whole.absolute == before.absolute + after.absolute
    assert whole.payments["card"] == before.payments["card"] + after.payments["card"]


# --- refusals ------------------------------------------------------------------------------------------------


def test_what_cannot_be_closed_is_refused_with_its_reason(house: SmallHouse) -> None:
    office = house.desk.closings
    assert refused(office.drawer.count({100: 1})) == "right"
    nothing = Counted(1, 0, 0, ())
    staffed(house)
    assert refused(office.close_day(nothing, 0)) == "recount"
    sold(house, 2400)
    found = counted(house, 2300)
    assert found.difference == -100
    assert refused(office.close_day(found, 0)) == "unexplained"
    assert refused(office.close_day(found, 2301, "pièce tombée")) == "kept"
    assert refused(office.close_day(found, -1, "pièce tombée")) == "kept"
    assert refused(office.close_day(Counted(found.sequence, 2400, 2400, ()), 0)) == "recount"
    assert house.value("SELECT count(*) FROM closing") == 0
    assert isinstance(office.close_day(found, 0, "pièce tombée"), ClosingListed)
    assert house.value("SELECT difference_cents FROM closing") == -100
    assert refused(office.close_day(found, 0, "encore")) == "recount"


def test_a_sale_between_the_count_and_the_closing_asks_for_another_count(house: SmallHouse) -> None:
    staffed(house)
    sold(house, 2400)
    found = counted(house, 2400)
    sold(house, 100)
    assert refused(house.desk.closings.close_day(found, 0)) == "recount"
    sold(house, 100, CARD)
    found = counted(house, 2500)
    assert isinstance(house.desk.closings.close_day(found, 0), ClosingListed)


@pytest.mark.parametrize("pieces", [{3: 1}, {100: -1}, {100: 10_000}])
def test_a_count_that_makes_no_sense_is_refused(house: SmallHouse, pieces: dict[int, int]) -> None:
    assert refused(staffed(house).desk.closings.drawer.count(pieces)) == "pieces"


@pytest.mark.parametrize(
    ("cents", "reason", "code"),
    [(0, "x", "amount"), (-5, "x", "amount"), (1_000_001, "x", "amount"), (100, " \n", "no_reason")],
)
def test_a_move_that_makes_no_sense_is_refused(house: SmallHouse, cents: int, reason: str, code: str) -> None:
    drawer = staffed(house).desk.closings.drawer
    assert refused(drawer.put_in(cents, reason)) == code
    assert refused(drawer.take_out(cents, reason)) == code
    assert drawer.state().moves == ()


def test_nothing_more_than_what_is_there_is_taken_out(house: SmallHouse) -> None:
    drawer = house.desk.closings.drawer
    assert refused(drawer.put_in(100, "monnaie")) == "right"
    staffed(house).desk.till.count_float(1000)
    assert refused(drawer.take_out(1001, "banque")) == "too_much"
    assert drawer.put_in(500, "monnaie") is None
    assert drawer.take_out(1500, "banque") is None
    state = drawer.state()
    assert [(move.cents, move.reason, move.by) for move in state.moves] == [
        (500, "monnaie", "Gaël Essai"),
        (-1500, "banque", "Gaël Essai"),
    ]
    assert state.expected_cents == 0


# --- nothing behind a closing --------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "sql",
    [
        "UPDATE closing SET total_cents = 0",
        "DELETE FROM closing",
        "INSERT OR REPLACE INTO closing SELECT * FROM closing",
        "INSERT INTO closing SELECT 'x', 2, 'x', period, first_day, last_day, 1, 1, last_technical, closed_at,"
        " operator_id, 0, 0, perpetual_cents, perpetual_absolute_cents, 0, NULL, NULL FROM closing",
        "INSERT INTO sale SELECT 'x', 'x', 0, sold_at, operator_id, category, customer, organisation_id, 5, NULL"
        " FROM sale",
        "INSERT INTO sale_line SELECT 'x', sale_id, 9, product_code, label, quantity, unit_cents, tax_included,"
        " basis_points, category, off_position, corrects_position FROM sale_line",
        "INSERT INTO payment SELECT 'x', sale_id, 9, mode, cents, tendered_cents FROM payment",
        "INSERT INTO journal SELECT stream, sequence + 1, kind, '2026-11-24T08:00:00.000000Z', operator_id, desk_id,"
        " software_version, format, algorithm, key_id, previous_digest, previous_signature, body, body_sha256, digest,"
        " signature FROM journal WHERE stream = 'sales'",
        "DELETE FROM receipt_print",
        "UPDATE receipt_print SET copy_number = 5",
        "DELETE FROM closing_print",
    ],
)
def test_the_database_refuses_what_would_be_posted_behind_a_closing(house: SmallHouse, sql: str) -> None:
    staffed(house)
    sale = sold(house, 2400)
    house.desk.receipts.print_again(sale.sale_id)
    made = closed(house.at(19))
    house.desk.closings.reports.print_report(made.number)
    with closing(plain(house.folder)) as connection, pytest.raises(sqlite3.IntegrityError, match="is sealed"):
        connection.execute(sql)


def test_a_clock_set_back_sells_nothing_into_what_is_closed_and_says_what_to_do(house: SmallHouse) -> None:
    staffed(house)
    a_day(house)
    house.at(12)
    with pytest.raises(EnvironmentFault) as fault:
        sold(house, 100)
    assert fault.value.code == "clock_behind"
    assert "mar. 24 nov. 2026 à 19:05" in fault.value.what
    assert house.value("SELECT count(*) FROM sale") == 2
    house.at(19, 6)
    assert sold(house, 100).sequence == 3


def test_a_sale_after_the_closing_belongs_to_the_next_one(house: SmallHouse) -> None:
    staffed(house)
    a_day(house)
    house.at(19, 30)
    sold(house, 700)
    again = closed(house)
    assert (again.first_sale, again.last_sale, again.title) == (3, 3, "mar. 24 nov. 2026")
    assert house.verify().problems == ()


# --- forgotten -----------------------------------------------------------------------------------------------


def test_a_forgotten_day_is_closed_by_the_count_of_the_next_opening(house: SmallHouse) -> None:
    staffed(house).desk.till.count_float(FLOAT)
    sold(house, 2400)
    house.at(9, 5, day=WEDNESDAY)
    assert house.desk.closings.open_day().is_overdue
    assert refused(house.desk.till.count_float(17_300)) == "float_differs"
    assert house.desk.closings.listed() == ()
    assert house.desk.till.count_float(17_300, "un euro introuvable") is None
    (made,) = house.desk.closings.listed()
    assert (made.title, made.counted_cents, made.difference_cents) == ("mar. 24 nov. 2026", 17_300, -100)
    body = _body(house, made.number)
    assert body["overdue"] is True
    assert isinstance(body["drawer"], dict)
    assert body["drawer"]["reason"] == "un euro introuvable"
    state = house.desk.closings.drawer.state()
    assert (state.opening_cents, state.is_counted) == (17_300, True)
    assert house.verify().problems == ()


def test_nobody_counted_and_the_desk_sells_all_the_same(house: SmallHouse) -> None:
    staffed(house)
    sold(house, 2400)
    house.at(9, 5, day=WEDNESDAY)
    sold(house, 100)
    (made,) = house.desk.closings.listed()
    assert (made.first_sale, made.last_sale, made.counted_cents, made.difference_cents) == (1, 1, None, None)
    assert house.desk.closings.drawer.state().expected_cents == 2500
    assert house.verify().problems == ()


def test_a_party_after_midnight_is_of_the_evening_before(house: SmallHouse) -> None:
    staffed(house)
    house.at(23, 50)
    sold(house, 2400)
    house.at(0, 40, day=WEDNESDAY)
    sold(house, 100)
    assert house.desk.closings.listed() == ()
    assert not house.desk.closings.open_day().is_overdue
    made = closed(house)
    assert made.title == "du mar. 24 nov. 2026 au mer. 25 nov. 2026"


def test_a_float_alone_makes_a_day_that_can_be_closed(house: SmallHouse) -> None:
    staffed(house).desk.till.count_float(FLOAT)
    made = closed(house)
    assert (made.sales, made.total_cents, made.counted_cents) == (0, 0, FLOAT)
    assert house.verify().problems == ()


# --- papers, drawer, log -------------------------------------------------------------------------------------


def test_the_report_says_it_all_and_its_second_print_says_duplicata(house: SmallHouse, tmp_path: Path) -> None:
    staffed(house).desk.till.count_float(FLOAT)
    sold(house, 2400)
    house.desk.closings.drawer.put_in(1000, "monnaie de la banque")
    made = closed(house, 18_300, reason="pièce rendue en trop")
    reports = house.desk.closings.reports
    seen = reports.seen(made.number)
    assert seen is not None
    words = text.render(seen)
    for said in (
        "Clôture du jour (Z)", "n° Z-A-000001", "mar. 24 nov. 2026", "24,00 €", "monnaie de la banque", "Attendu",
        "184,00 €", "183,00 €", "-1,00 €", "pièce rendue en trop", "Total perpétuel", "Signature",
    ):  # fmt: skip
        assert said in words.replace(NBSP, " "), said
    first, second = reports.print_report(made.number), reports.save_a4(made.number, tmp_path / "z.pdf")
    assert [getattr(paper, "mark", None) for paper in (seen, first, second)] == [
        "DÉMONSTRATION", "DÉMONSTRATION", "DÉMONSTRATION · DUPLICATA 1",
    ]  # fmt: skip
    assert (tmp_path / "z.pdf").read_bytes().startswith(b"%PDF")
    assert refused(reports.print_report("Z-A-000009")) == "no_closing"
    assert reports.seen("Z-A-000009") is None
    assert house.verify().problems == ()


def test_a_report_that_cannot_be_written_was_not_printed(house: SmallHouse, tmp_path: Path) -> None:
    made = a_day(staffed(house))
    with pytest.raises(EnvironmentFault):
        house.desk.closings.reports.save_a4(made.number, tmp_path / "nowhere" / "z.pdf")
    assert house.value("SELECT count(*) FROM closing_print") == 0


def test_a_reading_closes_nothing_and_keeps_the_count_blind(house: SmallHouse) -> None:
    staffed(house).desk.till.count_float(FLOAT)
    sold(house, 2400)
    blind = text.render(house.desk.closings.reading())
    assert "Lecture (X)" in blind
    assert "24,00" in blind
    assert "Attendu" not in blind
    staffed(house, manager=True)
    assert "174,00" in text.render(house.desk.closings.reading())
    assert house.desk.closings.listed() == ()


def test_the_drawer_opens_for_cash_and_only_on_a_wire(house: SmallHouse) -> None:
    staffed(house, manager=True)
    jobs = "SELECT count(*) FROM print_job WHERE kind = 'drawer'"
    sold(house, 100)
    assert house.value(jobs) == 0
    assert house.desk.queue.set_printer(PrinterSettings(PrinterKind.NETWORK, "127.0.0.1:9")) is None
    sold(house, 100, CARD)
    assert house.value(jobs) == 0
    sold(house, 100, CASH)
    assert house.value(jobs) == 1
    assert house.desk.queue.deliver_next()
    assert house.value("SELECT state FROM print_job WHERE kind = 'drawer'") == "cancelled"
    assert house.desk.closings.drawer.put_in(100, "monnaie") is None
    house.later(seconds=21)
    assert not house.desk.queue.deliver_next()
    assert house.desk.queue.pending() == ()


def test_another_version_of_the_software_is_an_event_once(house: SmallHouse, monkeypatch: pytest.MonkeyPatch) -> None:
    changed = "SELECT CAST(body AS TEXT) FROM journal WHERE kind = '240'"
    assert house.rows(changed) == []
    monkeypatch.setattr("desk.frontdesk.__version__", "9.9")
    house.reopen()
    house.reopen()
    ((body,),) = house.rows(changed)
    assert json.loads(str(body))["to"] == "9.9"
    assert custody.VERSION_CHANGED == "240"


def test_the_day_is_named_by_its_sales_and_not_by_the_hour_of_its_closing(house: SmallHouse) -> None:
    staffed(house)
    sold(house, 100)
    house.at(8, day=WEDNESDAY)
    made = closed(house)
    assert made.title == "mar. 24 nov. 2026"
    assert made.closed_at.date() == date(2026, 11, 25)
