"""A clock that was ahead once: nothing is closed by an hour that nobody confirmed, and a manager can go on."""

from __future__ import annotations

import json
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest

from desk.__main__ import main
from desk.backups.restore import Restored, restore
from desk.clockwatch import ClockWatch
from desk.closings.hour import CONFIRMED, Doubt, HourConfirmed
from desk.closings.sealing import seal_at_hour
from desk.documents import text
from desk.errors import EnvironmentFault, Refused
from desk.verify import verify_folder
from tests.desk.closings.scenes import FLOAT, a_day, closed, counted, refused, sold, staffed
from tests.desk.closings.test_audit import _reseal
from tests.support.backups import backed_up
from tests.support.house import PARIS, TUESDAY, SmallHouse
from tests.support.tampering import unguarded

WEDNESDAY: date = TUESDAY + timedelta(days=1)
AHEAD = datetime(2027, 11, 25, 9, tzinfo=PARIS)
ACTS = "SELECT CAST(body AS TEXT) FROM journal WHERE stream = 'technical' AND kind = ?"


def _set(house: SmallHouse, at: datetime) -> SmallHouse:
    house.clock.set(at)
    return house


def _confirmed(house: SmallHouse) -> HourConfirmed:
    staffed(house, manager=True)
    answer = house.desk.closings.hour.confirm()
    assert isinstance(answer, HourConfirmed), answer
    return answer


def _locked(house: SmallHouse, *, sales: int = 1) -> None:
    """A manager took a year ahead for the right hour; the day, its month and its year were closed, then it was seen."""
    staffed(house)
    sold(house, 2400)
    _confirmed(_set(house, AHEAD))
    for _ in range(sales):
        sold(house.later(minutes=1), 100)
    assert len(house.desk.closings.listed()) == 3
    house.at(9, 5, day=WEDNESDAY)


# --- nothing is closed by an hour that nobody confirmed --------------------------------------------------------------


def test_a_forgotten_day_is_not_closed_by_a_clock_that_is_a_year_ahead(house: SmallHouse) -> None:
    staffed(house)
    sold(house, 2400)
    _set(house, AHEAD)
    with pytest.raises(EnvironmentFault) as fault:
        sold(house, 100)
    assert fault.value.code == "clock_doubted"
    for said in ("mar. 24 nov. 2026", "jeu. 25 nov. 2027", "Ctrl Maj H", "gérant"):
        assert said in fault.value.sentence
    assert refused(house.desk.till.count_float(FLOAT, "inconnu")) == "clock_doubted"
    found = counted(house, 2400)
    assert refused(house.desk.closings.close_day(found, 0)) == "clock_doubted"
    assert refused(house.desk.closings.hour.confirm()) == "right"
    assert house.desk.closings.listed() == ()
    house.at(9, day=WEDNESDAY)
    assert sold(house, 100).sequence == 2
    assert [made.title for made in house.desk.closings.listed()] == ["mar. 24 nov. 2026"]
    assert house.verify().problems == ()


def test_an_hour_that_is_right_after_a_long_rest_is_confirmed_once(house: SmallHouse) -> None:
    staffed(house)
    sold(house, 2400)
    _set(house, AHEAD)
    assert house.desk.closings.hour.state().doubt is Doubt.AHEAD
    assert _confirmed(house).closing == ""
    staffed(house)
    sold(house, 100)
    sold(house, 100)
    (body,) = (json.loads(str(row[0])) for row in house.rows(ACTS, CONFIRMED))
    assert (body["doubt"], body["by"], body["after"]) == ("ahead", "Gaël Essai", "")
    staffed(house, manager=True)
    assert refused(house.desk.closings.hour.confirm()) == "clock_fine"
    assert house.verify(deep=True).problems == ()


@pytest.mark.parametrize(
    ("last", "now", "is_doubted"),
    [
        (date(2026, 3, 2), date(2026, 4, 2), False),
        (date(2026, 3, 2), date(2026, 4, 3), True),
        (date(2026, 12, 22), date(2027, 1, 5), False),
        (date(2026, 12, 20), date(2027, 1, 5), True),
    ],
)
def test_how_long_is_too_long(house: SmallHouse, last: date, now: date, is_doubted: bool) -> None:
    staffed(house).at(10, day=last)
    sold(house, 100)
    house.at(10, 0, day=now)
    assert house.desk.closings.hour.state().doubt is (Doubt.AHEAD if is_doubted else Doubt.NONE)
    assert ("anormalement" in _opening_words(house) or "Ctrl Maj H" in _opening_words(house)) is is_doubted


def _opening_words(house: SmallHouse) -> str:
    return ClockWatch(house.desk.work).look()


def test_a_house_that_closed_its_days_sells_after_its_summer(house: SmallHouse) -> None:
    staffed(house)
    a_day(house, date(2026, 7, 24))
    assert house.at(9, day=date(2026, 9, 1)).desk.till.count_float(FLOAT) is None
    sold(house, 100)
    house.at(19, 5, day=date(2026, 9, 1))
    closed(house)
    assert [made.title for made in reversed(house.desk.closings.listed())] == [
        "ven. 24 juil. 2026", "juillet 2026", "mar. 1 sept. 2026",
    ]  # fmt: skip


# --- going on by sequence --------------------------------------------------------------------------------------------


@pytest.mark.parametrize("sales", [1, 3])
def test_a_manager_goes_on_after_a_closing_of_the_future(house: SmallHouse, sales: int) -> None:
    _locked(house, sales=sales)
    with pytest.raises(EnvironmentFault) as fault:
        sold(house, 100)
    assert fault.value.code == "clock_behind"
    assert "Ctrl Maj H" in fault.value.todo
    assert house.desk.closings.hour.state().doubt is Doubt.BEHIND
    assert "Ctrl Maj H" in _opening_words(house)
    staffed(house)
    assert refused(house.desk.closings.hour.confirm()) == "right"
    before = house.rows("SELECT * FROM closing")
    assert _confirmed(house).closing == "Z-A-000004"
    assert set(before) <= set(house.rows("SELECT * FROM closing"))
    assert sold(house.later(minutes=1), 100).number == f"A-{sales + 2:06d}"
    made = closed(house.at(19, 5, day=WEDNESDAY))
    assert (made.total_cents, made.perpetual_cents) == (100, 2500 + sales * 100)
    sold(house.at(10, day=date(2026, 12, 3)), 200)
    closed(house)
    found = house.verify(deep=True)
    assert found.problems == ()
    report = house.desk.closings.reports.seen("Z-A-000004")
    assert report is not None
    words = " ".join(text.render(report).split())
    assert "Suit la clôture Z-A-000003 par le numéro" in words.replace("\u00a0", " ")
    house.reopen()
    assert house.desk.integrity_failures == 0


def test_nothing_was_sold_since_and_it_goes_on_all_the_same(house: SmallHouse) -> None:
    staffed(house)
    house.at(9, day=date(2026, 11, 27))
    sold(house, 2400)
    closed(house.at(19, 5, day=date(2026, 11, 27)))
    house.at(10, day=WEDNESDAY)
    assert house.desk.till.count_float(2400) is None
    assert _confirmed(house).closing == "Z-A-000002"
    sold(house, 100)
    closed(house.later(minutes=5))
    assert house.verify(deep=True).problems == ()


def test_the_guards_of_the_base_are_back_after_the_act(house: SmallHouse) -> None:
    guards = "SELECT name, sql FROM sqlite_master WHERE type = 'trigger' ORDER BY name"
    before = house.rows(guards)
    _locked(house)
    _confirmed(house)
    assert house.rows(guards) == before


def test_verify_wants_the_act_that_lets_a_closing_be_earlier(house: SmallHouse) -> None:
    _locked(house)
    with house.desk.work.write() as unit:
        seal_at_hour(unit, "Z-A-000003")
    (problem,) = house.verify(deep=True).problems
    assert (problem.stream, problem.sequence) == ("closings", 4)
    assert "personne n’a confirmé" in problem.sentence


@pytest.mark.parametrize(
    ("old", "new", "stream"),
    [
        ('"after":"Z-A-000003"', '"after":"Z-A-000002"', "technical"),
        ('"clock_after":"Z-A-000003"', '"clock_after":""', "closings"),
        ('"clock_after":"Z-A-000003"', '"clock_after":"Z-A-000001"', "closings"),
    ],
)
def test_an_act_that_speaks_of_another_closing_lets_nothing_by(
    house: SmallHouse, old: str, new: str, stream: str
) -> None:
    _locked(house)
    _confirmed(house)
    _reseal(house, old, new, stream)
    assert any(p.stream == "closings" and p.sequence == 4 for p in verify_folder(house.folder).problems)


def test_a_sale_from_before_the_last_closing_is_found(house: SmallHouse) -> None:
    staffed(house)
    a_day(house)
    a_day(house, WEDNESDAY, 100)
    with unguarded(house.folder) as connection:
        connection.execute(
            "UPDATE journal SET at = '2026-11-24T08:00:00.000000Z' WHERE stream = 'sales' AND sequence = 3"
        )
    assert any("avant la clôture précédente" in p.sentence for p in house.verify().problems)


def test_what_was_sold_after_the_act_comes_back_from_an_older_copy(house: SmallHouse) -> None:
    _locked(house)
    copy = backed_up(house)
    _confirmed(house)
    sold(house.later(minutes=1), 700)
    closed(house.at(19, 5, day=WEDNESDAY))
    made = house.desk.closings.listed()
    house.close()
    done = restore(house.folder, copy, clock=house.clock)
    assert isinstance(done, Restored), done
    house.desk = house._open()
    assert house.desk.closings.listed() == made
    assert house.verify(deep=True).problems == ()
    assert sold(staffed(house).later(minutes=1), 100).number == "A-000004"


def test_a_sale_dated_ahead_in_an_open_day_is_closed_with_the_others(house: SmallHouse) -> None:
    staffed(house)
    _set(house, AHEAD)
    sold(house, 100)
    house.at(10, day=WEDNESDAY)
    sold(house, 200)
    assert closed(house).title == "du mer. 25 nov. 2026 au jeu. 25 nov. 2027"
    assert house.verify().problems == ()


def test_the_command_tells_the_hour_and_confirms_it(house: SmallHouse, capsys: pytest.CaptureFixture[str]) -> None:
    a_day(staffed(house))
    house.close()
    where = ("--data", str(house.folder))
    # The computer's own clock, whatever it says here, is long after or before that Tuesday, or doubts nothing.
    assert main(["clock", "--json", *where]) == 0
    told = json.loads(capsys.readouterr().out)
    assert told["last_closing"].startswith("2026-11-24T19:05")
    code = main(["clock", "--confirm", *where])
    said = capsys.readouterr()
    assert (code == 0) is bool(told["doubt"])
    assert "c’est noté" in said.out if told["doubt"] else "pas en doute" in said.err
    assert main(["clock", *where]) == 0
    assert "Dernière clôture" in capsys.readouterr().out
    house.desk = house._open()


def test_a_refusal_is_a_sentence(house: SmallHouse) -> None:
    answer = staffed(house, manager=True).desk.closings.hour.confirm()
    assert isinstance(answer, Refused)
    assert answer.sentence.endswith("rien n’est à confirmer.")
    assert house.desk.closings.hour.state().last_sale is None


def test_a_path_is_no_hour(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["clock", "--confirm", "--data", str(tmp_path / "nowhere")]) != 0
    assert capsys.readouterr().err
