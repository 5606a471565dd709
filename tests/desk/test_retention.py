"""What is kept how long: a setting, a command, and what it tells."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest

from desk.bookings import BookingEdit
from desk.cli import execute, parser
from desk.commands import OK, REFUSED
from desk.errors import Refused
from desk.retention import Retention, RetentionDone, months_before
from models.staff import Role
from tests.desk.bookings.scenes import done, no, wish
from tests.desk.closings.scenes import staffed
from tests.support.house import SmallHouse


def _apply(house: SmallHouse) -> RetentionDone:
    done = house.desk.privacy.apply_retention()
    assert isinstance(done, RetentionDone)
    return done


def _a_day(house: SmallHouse) -> None:
    """A member comes and goes, a guest buys a pass and goes, a card is misread."""
    if not house.value("SELECT count(*) FROM member"):
        house.member(ends=date(2030, 1, 1))
    code = str(house.value("SELECT code FROM card"))
    house.scan(code)
    sold = house.later(minutes=10).sell_pass(guest="Camille Delorge")
    house.later(minutes=10).scan("nonsense")
    house.later(hours=1).scan(code)
    house.scan(sold)


def test_what_is_past_its_term_loses_its_names_and_the_rest_stays(house: SmallHouse) -> None:
    house.desk.privacy.set_retention(Retention(12, 1))
    _a_day(house)
    assert _apply(house).sentence.endswith("0 passages, 0 pass. Effacés\u00a0: 0 scans refusés, 0 contenus du journal.")
    house.later(days=40)
    first = _apply(house)
    assert (first.visits, first.passes, first.refused_scans, first.records) == (0, 0, 1, 1)
    house.later(days=340)
    staffed(house, manager=True).desk.closings.hour.confirm()  # nothing was sold for a year
    _a_day(house)
    done = _apply(house)
    assert (done.visits, done.passes, done.refused_scans, done.records, done.swept) == (2, 1, 0, 4, True)
    names = "SELECT name, member_id IS NULL, membership_id IS NULL FROM visit ORDER BY entered_at"
    assert house.rows(names)[:2] == [("", 1, 1), ("", 1, 1)]
    assert [row[0] for row in house.rows(names)[2:]] == ["Inès Alvar", "Camille Delorge"]
    assert house.value("SELECT count(*) FROM visit WHERE left_at IS NOT NULL") == 4
    assert house.rows("SELECT guest_name FROM day_pass ORDER BY day") == [("",), ("Camille Delorge",)]
    assert house.value("SELECT count(*) FROM sale WHERE customer = 'Camille Delorge'") == 2
    found = house.verify(deep=True)
    assert found.problems == ()
    assert found.redacted == 5
    assert (_apply(house).visits, _apply(house).records) == (0, 0)


def test_what_would_take_back_an_act_on_a_booking_goes_with_its_delay(house: SmallHouse) -> None:
    bookings = house.desk.bookings
    renamed = done(bookings.edit(done(bookings.hold(wish("2026-11-24T10:00"))), BookingEdit(title="Yoga")))
    assert _apply(house).acts == 0
    assert house.value("SELECT count(*) FROM booking_act") == 1
    house.later(minutes=16)
    told = _apply(house)
    assert (told.acts, told.swept, _apply(house).acts) == (1, True, 0)
    assert house.value("SELECT count(*) FROM booking_act") == 0
    assert no(bookings.undo(renamed.act_id)) == "too_late"


def test_someone_who_is_still_in_keeps_a_name(house: SmallHouse) -> None:
    house.desk.privacy.set_retention(Retention(1, 1))
    house.scan(house.member())
    house.later(days=80)
    assert _apply(house).visits == 0
    assert house.desk.presence.now().people[0].name == "Inès Alvar"


def test_the_terms_are_bounded_and_a_managers_to_set(house: SmallHouse) -> None:
    assert house.desk.privacy.retention() == Retention(36, 3)
    for wanted in (Retention(0, 3), Retention(36, 121), Retention(-1, -1)):
        refused = house.desk.privacy.set_retention(wanted)
        assert isinstance(refused, Refused)
        assert refused.code == "months"
    house.desk.staff.enrol_first("Gaël Essai", "4821")
    house.desk.staff.sign_in(house.desk.staff.everyone()[0].id, "4821")
    assert house.desk.privacy.set_retention(Retention(24, 2)) == Retention(24, 2)
    house.desk.staff.enrol("Lou Essai", "7777", Role.FACILITATOR)
    lou = next(person for person in house.desk.staff.everyone() if not person.is_manager)
    house.desk.staff.sign_in(lou.id, "7777")
    for answer in (house.desk.privacy.set_retention(Retention(1, 1)), house.desk.privacy.apply_retention()):
        assert isinstance(answer, Refused)
        assert answer.code == "right"
    house.reopen()
    assert house.desk.privacy.retention() == Retention(24, 2)


@pytest.mark.parametrize(
    ("day", "months", "expected"),
    [
        (date(2026, 11, 24), 36, date(2023, 11, 24)),
        (date(2026, 3, 31), 1, date(2026, 2, 28)),
        (date(2028, 3, 31), 1, date(2028, 2, 29)),
        (date(2026, 1, 15), 1, date(2025, 12, 15)),
        (date(2026, 12, 31), 120, date(2016, 12, 31)),
    ],
)
def test_months_are_counted_on_the_calendar(day: date, months: int, expected: date) -> None:
    assert months_before(day, months) == expected


def _run(folder: Path, *words: str) -> int:
    from desk.cli import WindowCommands

    none = WindowCommands(run=lambda _: OK, tour=lambda _: OK, smoke_test=lambda _: OK)
    return execute(parser(none).parse_args(["retention", "--data", str(folder), *words]))


def test_the_command_tells_what_it_did(house: SmallHouse, capsys: pytest.CaptureFixture[str]) -> None:
    house.member()
    house.close()
    assert _run(house.folder) == OK
    assert capsys.readouterr().out.startswith("Passages gardés 36 mois, scans refusés 3 mois. ")
    assert _run(house.folder, "--visits", "24", "--json") == OK
    told = json.loads(capsys.readouterr().out)
    assert told == {
        "visits": 0, "passes": 0, "refused_scans": 0, "records": 0, "visits_months": 24, "refused_scans_months": 3,
        "contacts": 0, "contacts_months": 36, "swept": True,
    }  # fmt: skip
    assert _run(house.folder, "--refused-scans", "0") == REFUSED
    assert "de 1 à 120 mois" in capsys.readouterr().err
