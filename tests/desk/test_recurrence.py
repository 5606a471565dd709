"""Rules by the wall clock: both nights when it changes, 29 February, midnight, and what no rule may say."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest
from dateutil.rrule import rrulestr
from hypothesis import given
from hypothesis import strategies as st

from desk.errors import Refused
from desk.recurrence import MOST, Rule, dates, moved, read_rule, span, weekly
from desk.recurrence_words import notes, words
from tests.support.house import PARIS


def _dates(text: str, starts: str) -> list[str]:
    rule = read_rule(text, PARIS)
    assert isinstance(rule, Rule), rule
    found = dates(rule, datetime.fromisoformat(starts))
    assert not isinstance(found, Refused), found
    return [moment.isoformat(timespec="minutes") for moment in found]


def _refused(text: str, starts: str = "2026-11-24T10:00") -> str:
    rule = read_rule(text, PARIS)
    found = dates(rule, datetime.fromisoformat(starts)) if isinstance(rule, Rule) else rule
    assert isinstance(found, Refused), found
    assert found.sentence.endswith((".", text[:80] + "."))
    return found.code


def test_a_series_at_noon_stays_at_noon_across_both_nights() -> None:
    for starts in ("2026-03-24T12:00", "2026-10-20T12:00"):
        walls = [datetime.fromisoformat(text) for text in _dates("FREQ=WEEKLY;COUNT=3", starts)]
        spans = [span(wall, timedelta(hours=2), PARIS) for wall in walls]
        assert [first.strftime("%H:%M") for first, _ in spans] == ["12:00"] * 3
        offsets = {first.utcoffset() for first, _ in spans}
        assert offsets == {timedelta(hours=1), timedelta(hours=2)}
        assert all(last.astimezone(UTC) - first.astimezone(UTC) == timedelta(hours=2) for first, last in spans)


def test_a_night_that_skips_or_repeats_an_hour() -> None:
    def real(starts: str, hours: float) -> tuple[str, float]:
        first, last = span(datetime.fromisoformat(starts), timedelta(hours=hours), PARIS)
        lasting = last.astimezone(UTC) - first.astimezone(UTC)
        return first.astimezone(UTC).strftime("%d %H:%M"), lasting.total_seconds() / 3600

    # From ten in the evening to six by the clock: an hour less in spring, an hour more in autumn.
    assert real("2027-03-27T22:00", 8) == ("27 21:00", 7)
    assert real("2026-10-24T22:00", 8) == ("24 20:00", 9)
    assert real("2026-11-24T22:00", 8) == ("24 21:00", 8)
    # Half past two does not exist that night: the booking keeps its length, an hour later by the clock.
    assert real("2027-03-28T02:30", 0.25) == ("28 01:30", 0.25)
    assert real("2027-03-28T02:00", 1) == ("28 01:00", 1)
    # Half past two comes twice: the first one is meant.
    assert real("2026-10-25T02:30", 0.25) == ("25 00:30", 0.25)
    assert real("2026-10-25T02:00", 1) == ("25 00:00", 2)


@given(day=st.dates(date(2020, 1, 1), date(2040, 12, 31)), minute=st.integers(0, 1439), lasting=st.integers(5, 60 * 72))
def test_every_span_goes_forward_and_begins_where_the_wall_says(day: date, minute: int, lasting: int) -> None:
    wall = datetime.combine(day, datetime.min.time()) + timedelta(minutes=minute)
    first, last = span(wall, timedelta(minutes=lasting), PARIS)
    real = (last.astimezone(UTC) - first.astimezone(UTC)).total_seconds() / 60
    assert real > 0
    assert abs(real - lasting) <= 60
    skipped = first.replace(tzinfo=None) - wall
    assert skipped in (timedelta(0), timedelta(hours=1))


def test_29_february_comes_back_in_leap_years_only_and_that_is_said() -> None:
    assert _dates("FREQ=YEARLY;COUNT=3", "2024-02-29T10:00") == [
        "2024-02-29T10:00", "2028-02-29T10:00", "2032-02-29T10:00",
    ]  # fmt: skip
    rule = read_rule("FREQ=YEARLY;COUNT=3", PARIS)
    assert isinstance(rule, Rule)
    leap = datetime(2024, 2, 29, 10)
    (said,) = notes(rule, leap, leap)
    assert "bissextiles" in said
    assert notes(rule, datetime(2024, 2, 28, 10), datetime(2024, 2, 28, 10)) == ()
    # A century that is no leap year is passed like any other.
    assert [d[:4] for d in _dates("FREQ=YEARLY;UNTIL=21061231", "2096-02-29T10:00")] == ["2096", "2104"]


def test_a_month_without_the_day_is_passed_and_midnight_is_no_wall() -> None:
    assert [d[5:10] for d in _dates("FREQ=MONTHLY;COUNT=4", "2026-10-31T23:30")] == ["10-31", "12-31", "01-31", "03-31"]
    rule = read_rule("FREQ=MONTHLY;COUNT=4", PARIS)
    assert isinstance(rule, Rule)
    assert notes(rule, datetime(2026, 10, 31), datetime(2026, 10, 31)) == (
        "Les mois qui n’ont pas de 31 sont passés.",
    )  # fmt: skip
    first, last = span(datetime(2026, 12, 31, 23, 30), timedelta(hours=2), PARIS)
    assert (first.date(), last.date(), last.hour) == (date(2026, 12, 31), date(2027, 1, 1), 1)


def test_an_end_in_another_zone_or_on_a_day_is_by_the_wall() -> None:
    # 11:15 in UTC is 12:15 in Paris in winter: the last Tuesday is in.
    assert len(_dates("RRULE:FREQ=WEEKLY;UNTIL=20261208T111500Z", "2026-11-24T12:15")) == 3
    assert len(_dates("freq=weekly;until=20261208T111400Z", "2026-11-24T12:15")) == 2
    assert len(_dates("FREQ=WEEKLY;UNTIL=20261208", "2026-11-24T12:15")) == 3
    assert weekly((4, 2), date(2026, 12, 8)) == "FREQ=WEEKLY;INTERVAL=1;BYDAY=TU,TH;UNTIL=20261208"
    assert len(_dates(weekly((2, 4), date(2026, 12, 8)), "2026-11-24T12:15")) == 5


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("", "rule"), ("FREQ", "rule"), ("FREQ=WEEKLY;FREQ=DAILY", "rule"), ("FREQ=SECONDLY;COUNT=2", "frequency"),
        ("FREQ=HOURLY", "frequency"), ("COUNT=3", "frequency"), ("FREQ=WEEKLY", "endless"),
        ("FREQ=WEEKLY;COUNT=2;UNTIL=20270101", "two_ends"), ("FREQ=WEEKLY;INTERVAL=0;COUNT=2", "rule"),
        ("FREQ=WEEKLY;INTERVAL=-1;COUNT=2", "rule"), ("FREQ=WEEKLY;COUNT=0", "rule"), ("FREQ=WEEKLY;COUNT=x", "rule"),
        ("FREQ=WEEKLY;COUNT=99999999999", "rule"), ("FREQ=DAILY;COUNT=401", "too_many"),
        ("FREQ=DAILY;UNTIL=20991231", "too_many"), ("FREQ=YEARLY;COUNT=40", "too_far"),
        ("FREQ=YEARLY;UNTIL=20991231", "too_far"), ("FREQ=WEEKLY;UNTIL=20261341", "rule"),
        ("FREQ=WEEKLY;UNTIL=hier", "rule"), ("FREQ=WEEKLY;UNTIL=20200101", "no_date"),
        ("FREQ=WEEKLY;BYDAY=XX;COUNT=2", "rule"), ("FREQ=WEEKLY;BYDAY=1TU;COUNT=2", "rule"),
        ("FREQ=MONTHLY;BYDAY=9TU;COUNT=2", "rule"), ("FREQ=MONTHLY;BYMONTHDAY=32;COUNT=2", "rule"),
        ("FREQ=MONTHLY;BYMONTHDAY=0;COUNT=2", "rule"), ("FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30;COUNT=2", "rule"),
        ("FREQ=MONTHLY;BYMONTHDAY=1;BYDAY=5MO;COUNT=2", "no_date"), ("FREQ=DAILY;BYHOUR=1,2;COUNT=2", "rule"),
        ("FREQ=DAILY;BYMONTHDAY=1;COUNT=2", "rule"), ("FREQ=YEARLY;BYEASTER=1;COUNT=2", "rule"),
        ("FREQ=WEEKLY;WKST=XX;COUNT=2", "rule"),
    ],
)  # fmt: skip
def test_what_cannot_be_followed_is_said(text: str, code: str) -> None:
    assert _refused(text) == code


def test_an_endless_rule_is_followed_until_a_horizon() -> None:
    rule = read_rule("FREQ=WEEKLY", PARIS)
    assert isinstance(rule, Rule)
    found = dates(rule, datetime(2026, 11, 24, 10), horizon=datetime(2026, 12, 24))
    assert isinstance(found, tuple)
    assert len(found) == 5
    assert len(_dates(f"FREQ=DAILY;COUNT={MOST}", "2026-11-24T10:00")) == MOST


RULES = st.builds(
    "FREQ={};INTERVAL={};BYDAY={};WKST={};COUNT=12".format,
    st.sampled_from(["DAILY", "WEEKLY"]), st.integers(1, 3),
    st.sets(st.sampled_from(["MO", "TU", "WE", "TH", "FR", "SA", "SU"]), min_size=1).map(lambda days: ",".join(days)),
    st.sampled_from(["MO", "SU"]),
)  # fmt: skip


@given(text=RULES, days=st.integers(-10, 10), day=st.dates(date(2026, 1, 1), date(2027, 1, 1)))
def test_a_moved_rule_puts_every_date_so_many_days_later(text: str, days: int, day: date) -> None:
    rule = read_rule(text, PARIS)
    assert isinstance(rule, Rule)
    if rule.parts["FREQ"] == "DAILY" and rule.parts["INTERVAL"] != "1":
        rule = Rule(rule.text.replace(f"INTERVAL={rule.parts['INTERVAL']}", "INTERVAL=1"), rule.count)
    turned = moved(rule, days)
    assert turned is not None
    starts = datetime.combine(day, datetime.min.time())
    before = list(rrulestr(f"{rule.text};COUNT=12", dtstart=starts))
    after = list(rrulestr(f"{turned.text};COUNT=12", dtstart=starts + timedelta(days=days)))
    assert after == [moment + timedelta(days=days) for moment in before]


def test_a_day_of_the_month_cannot_be_moved_by_its_rule() -> None:
    for text in ("FREQ=MONTHLY;BYDAY=2TH", "FREQ=YEARLY", "FREQ=WEEKLY;BYMONTH=3"):
        assert moved(Rule(text), 1) is None
        assert moved(Rule(text), 0) == Rule(text)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("FREQ=DAILY", "Chaque jour"), ("FREQ=DAILY;INTERVAL=3", "Tous les 3 jours"),
        ("FREQ=DAILY;BYDAY=MO,FR", "Le lundi, vendredi"), ("FREQ=WEEKLY", "Chaque mardi"),
        ("FREQ=WEEKLY;INTERVAL=2;BYDAY=MO", "Toutes les 2 semaines, le lundi"),
        ("FREQ=MONTHLY", "Chaque mois, le 24"), ("FREQ=MONTHLY;BYDAY=2TH", "Chaque mois, le deuxième jeudi"),
        ("FREQ=MONTHLY;BYDAY=-1FR", "Chaque mois, le dernier vendredi"),
        ("FREQ=YEARLY", "Chaque année, comme le mar. 24 nov. 2026"),
    ],
)  # fmt: skip
def test_a_rule_has_words(text: str, said: str) -> None:
    starts = datetime(2026, 11, 24, 10)
    assert words(Rule(text), starts, datetime(2026, 12, 29, 10)) == f"{said}, jusqu’au mar. 29 déc. 2026"
