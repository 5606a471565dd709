"""Calendars out and in: what another program reads, what it wrote, and files that mean harm."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from dateutil.rrule import rruleset, rrulestr
from icalendar import Calendar

from desk.bookings import BookingEdit, BookingKind, Scope
from desk.calendars import CalendarPreview, preview
from desk.calendars.reading import read
from desk.errors import EnvironmentFault, Refused
from desk.guests import Why
from desk.progress import Stopped
from models.database import driver_of
from tests.desk.bookings.scenes import done, no, paris, wish
from tests.support.door import came, held_by_manager
from tests.support.house import PARIS, SmallHouse, place_house

MARDIS = "FREQ=WEEKLY;BYDAY=TU;COUNT=6"


def _event(uid: str, *lines: str, start: str = "20261124T100000", end: str = "20261124T110000") -> str:
    body = [f"UID:{uid}", f"DTSTART;TZID=Europe/Paris:{start}", f"DTEND;TZID=Europe/Paris:{end}", *lines]
    if not any(line.startswith("LOCATION") for line in lines):
        body.append("LOCATION:Calumet")
    return "\r\n".join(["BEGIN:VEVENT", *body, "END:VEVENT"])


def _file(folder: Path, *events: str, name: str = "ancien.ics") -> Path:
    path = folder / name
    path.write_text("\r\n".join(["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:x", *events, "END:VCALENDAR", ""]), "utf-8")
    return path


def _preview(house: SmallHouse, folder: Path, *events: str) -> CalendarPreview:
    return done(house.desk.calendars.preview(_file(folder, *events)))


def _read_by_another(content: bytes) -> list[tuple[str, datetime, datetime]]:
    """What a program that knows RFC 5545 finds in a file: every date, as instants."""
    events = Calendar.from_ical(content).walk("VEVENT")
    moved = {(str(e["UID"]), e["RECURRENCE-ID"].dt.astimezone(UTC)) for e in events if "RECURRENCE-ID" in e}
    found = []
    for event in events:
        first, last = event["DTSTART"].dt, event["DTEND"].dt
        lasting = last.astimezone(UTC) - first.astimezone(UTC)
        if "RRULE" not in event:
            found.append((str(event["SUMMARY"]), first.astimezone(UTC), last.astimezone(UTC)))
            continue
        dates = rruleset()
        dates.rrule(rrulestr(event["RRULE"].to_ical().decode(), dtstart=first))
        lists = event.get("EXDATE", [])
        for one in lists if isinstance(lists, list) else [lists]:
            for item in one.dts:
                dates.exdate(item.dt)
        for date in dates:
            start = date.astimezone(UTC)
            if (str(event["UID"]), start) not in moved:
                found.append((str(event["SUMMARY"]), start, start + lasting))
    return sorted(found)


def _in_force(house: SmallHouse) -> list[tuple[str, datetime, datetime]]:
    rows = house.rows("SELECT title, starts_at, ends_at FROM booking WHERE cancelled_at IS NULL")
    return sorted((str(t), datetime.fromisoformat(str(s)), datetime.fromisoformat(str(e))) for t, s, e in rows)


def _a_season(house: SmallHouse) -> None:
    """Series over both nights, with dates moved, renamed, cancelled; single ones; one across midnight."""
    bookings = house.desk.bookings
    mardis = wish("2026-12-01T12:15", 105, "agora", BookingKind.EVENT, title="Mardi; de, Casaco\\ été")
    held = done(bookings.hold_series(mardis, "FREQ=WEEKLY;BYDAY=TU;UNTIL=20271201", expected=20, leave_out=True))
    done(bookings.cancel(held.booking_ids[3]))
    done(bookings.move(held.booking_ids[4], paris("2026-12-31T20:00"), "salon"))
    done(bookings.cancel(held.booking_ids[-1], Scope.FOLLOWING))
    done(bookings.hold_series(wish("2027-03-20T22:00", 480, "atelier", title="Nuit"), "FREQ=WEEKLY;COUNT=3"))
    done(bookings.hold(wish("2026-12-31T23:00", 120, "pow-wow", title="Réveillon; fou")))
    gone = done(bookings.hold(wish("2026-12-02T10:00")))
    done(bookings.cancel(gone))


def test_another_program_reads_exactly_what_is_booked(house: SmallHouse) -> None:
    _a_season(house)
    exported = house.desk.calendars.export()
    assert _read_by_another(exported.content) == _in_force(house)
    assert exported.bookings == len(_in_force(house)) > 45
    assert exported == house.desk.calendars.export()  # the same file as long as nothing changes
    text = exported.content.decode()
    assert "SUMMARY:Mardi\\; de\\, Casaco\\\\ été" in text.replace("\r\n ", "")
    assert "Réveillon\\; fou" in text
    assert all(len(line.encode()) <= 75 for line in text.split("\r\n"))
    salon = house.desk.calendars.export("salon")
    assert (salon.bookings, len(_read_by_another(salon.content))) == (1, 1)
    assert house.desk.calendars.export("cabine-1").bookings == 0


def test_the_zone_is_told_as_it_is(house: SmallHouse) -> None:
    _a_season(house)
    text = house.desk.calendars.export().content.decode()
    zone = text[text.index("BEGIN:VTIMEZONE") : text.index("END:VTIMEZONE")]
    summer = zone[zone.index("BEGIN:DAYLIGHT") : zone.index("END:DAYLIGHT")]
    winter = zone[zone.index("BEGIN:STANDARD") : zone.index("END:STANDARD")]
    assert re.search(r"DTSTART:2025033\dT020000", summer)
    assert "TZOFFSETFROM:+0100" in summer
    assert "TZOFFSETTO:+0200" in summer
    assert "RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3" in summer
    assert re.search(r"DTSTART:202510\d\dT030000", winter)
    assert "RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10" in winter


def test_what_was_exported_is_known_here_and_new_elsewhere(house: SmallHouse, tmp_path: Path) -> None:
    _a_season(house)
    path = tmp_path / "casaco.ics"
    path.write_bytes(house.desk.calendars.export().content)
    again = done(house.desk.calendars.preview(path))
    assert (again.good, again.faulty) == ((), ())
    assert len(again.known) == 3
    other = SmallHouse(place_house(tmp_path / "other"))
    preview = done(other.desk.calendars.preview(path))
    assert (preview.faulty, preview.known, preview.is_whole) == ((), (), True)
    done(other.desk.calendars.apply(preview, rest=False))
    assert _in_force(other) == _in_force(house)
    assert other.value("SELECT count(*) FROM event") == 51
    assert done(other.desk.calendars.preview(path)).good == ()
    assert _read_by_another(other.desk.calendars.export().content) == _in_force(house)
    other.close()


def test_what_nobody_types_is_not_kept_in_a_title_or_a_place(tmp_path: Path) -> None:
    path = _file(tmp_path, _event("a", "SUMMARY:Yo\x07ga\x1b  douce", "LOCATION:Calu\x1bmet"))
    (entry,) = done(read(path, PARIS)).entries
    assert (entry.title, entry.place) == ("Yoga douce", "Calumet")


def test_every_entry_says_what_becomes_of_it(house: SmallHouse, tmp_path: Path) -> None:
    done(house.desk.bookings.hold(wish("2026-11-24T14:00", title="Yoga")))
    preview = _preview(
        house, tmp_path,
        _event("a", "SUMMARY:Bon"),
        _event("b", "SUMMARY:Recouvre Yoga", start="20261124T143000", end="20261124T150000"),
        _event("c", "SUMMARY:Recouvre a", start="20261124T103000", end="20261124T113000"),
        _event("a", "SUMMARY:Deux fois", start="20261125T100000", end="20261125T110000"),
        _event("d", "LOCATION:Chez nous"),
        _event("e", "LOCATION:"),
        _event("f", "STATUS:CANCELLED"),
        _event("g", end="20261124T100000"),
        _event("h", "RRULE:FREQ=SECONDLY"),
        _event("i", "RRULE:FREQ=WEEKLY;COUNT=3", "SUMMARY:Série", start="20261124T140000", end="20261124T150000"),
        _event("j", "RRULE:FREQ=WEEKLY", "SUMMARY:Sans fin", "LOCATION:pow wow"),
        _event("k", "RECURRENCE-ID;TZID=Europe/Paris:20261201T100000"),
        _event("l", "RDATE;TZID=Europe/Paris:20261201T100000"),
        _event("m", "RRULE:FREQ=WEEKLY;COUNT=2", "RRULE:FREQ=DAILY;COUNT=2"),
        "BEGIN:VEVENT\r\nUID:n\r\nLOCATION:Calumet\r\nEND:VEVENT",
        "BEGIN:VEVENT\r\nUID:o\r\nDTSTART:20261124T080000Z\r\nLOCATION:Agora\r\nEND:VEVENT",
    )  # fmt: skip
    told = {line.number: (line.state.value, line.reason) for line in preview.lines}
    assert told == {
        1: ("good", ""),
        2: ("faulty", "Calumet est pris de 14:00 à 15:00\u00a0: Yoga."),
        3: ("faulty", "Elle recouvre «\u00a0Bon\u00a0», du même fichier, le mar. 24 nov. 2026 à 10:00."),
        4: ("faulty", "Le même identifiant est déjà à l’entrée 1."),
        5: ("faulty", "L’espace «\u00a0Chez nous\u00a0» n’est pas sur le plan."),
        6: ("faulty", "Elle ne dit pas quel espace elle prend."),
        7: ("faulty", "Elle est annulée dans l’autre outil."),
        8: ("faulty", "Sa fin ne vient pas après son début."),
        9: ("faulty", "Une réservation revient par jour, semaine, mois ou année, rien d’autre."),
        10: ("good", ""),
        11: ("good", "Sa répétition n’a pas de fin\u00a0: elle est suivie jusqu’au mar. 23 nov. 2027."),
        12: ("faulty", "Elle déplace une date d’une série qui n’est pas dans le fichier."),
        13: ("faulty", "Ses dates sont données une par une (RDATE)\u00a0: ce n’est pas lu."),
        14: ("faulty", "Elle revient par deux règles à la fois."),
        15: ("faulty", "Elle n’a pas de début."),
        16: ("faulty", "Elle n’a ni fin ni durée."),
    }
    series = preview.lines[9]
    assert [one.reason for one in series.left_out] == ["Calumet est pris de 14:00 à 15:00\u00a0: Yoga."]
    assert preview.places == ("", "Chez nous")
    named = done(house.desk.calendars.preview(tmp_path / "ancien.ics", {"Chez nous": "salon"}))
    assert (named.lines[4].state.value, named.lines[4].space) == ("good", "Salon")


def test_a_known_entry_is_found_without_reading_every_booking(house: SmallHouse) -> None:
    for prepared in (*preview._OF_UID, *preview._OF_ID):
        with house.desk.work.read() as session:
            values = ["a"] * len(prepared._binds)
            plan = driver_of(session).execute(f"EXPLAIN QUERY PLAN {prepared._text}", values).fetchall()
        told = " | ".join(row[3] for row in plan)
        assert "USING" in told, told
        assert "SCAN" not in told, told


def test_an_import_is_whole_recognised_and_undone_in_one_act(house: SmallHouse, tmp_path: Path) -> None:
    events = (
        _event("a@ancien", "SUMMARY:Chorale", "RRULE:FREQ=WEEKLY;COUNT=4", "EXDATE;TZID=Europe/Paris:20261201T100000"),
        _event(
            "a@ancien", "SUMMARY:Chorale (tard)", "RECURRENCE-ID;TZID=Europe/Paris:20261208T100000",
            start="20261208T180000", end="20261208T190000",
        ),
        _event("b@ancien", "SUMMARY:Recouvre", start="20261124T103000", end="20261124T113000"),
    )  # fmt: skip
    preview = _preview(house, tmp_path, *events)
    assert no(house.desk.calendars.apply(preview, rest=False)) == "faulty"
    assert house.value("SELECT count(*) FROM booking") == 0
    imported = done(house.desk.calendars.apply(preview))
    assert (imported.bookings, imported.known, imported.faulty) == (3, 0, 1)
    assert no(house.desk.calendars.apply(preview)) == "already"
    titles = house.rows("SELECT title, occurrence FROM booking ORDER BY starts_at")
    assert titles == [
        ("Chorale", "2026-11-24T10:00:00"), ("Chorale (tard)", "2026-12-08T10:00:00"),
        ("Chorale", "2026-12-15T10:00:00"),
    ]  # fmt: skip
    assert _preview(house, tmp_path, *events).good == ()
    text = house.desk.calendars.export().content
    assert b"UID:a@ancien" in text
    assert _read_by_another(text) == _in_force(house)
    (listed,) = house.desk.calendars.recent()
    assert (listed.file_name, listed.bookings) == ("ancien.ics", 3)
    assert done(house.desk.calendars.undo(imported.id)) == 3
    assert house.rows("SELECT count(*) FROM booking UNION ALL SELECT count(*) FROM booking_series") == [(0,), (0,)]
    assert no(house.desk.calendars.undo(imported.id)) == "no_import"
    assert house.desk.calendars.recent() == ()
    assert house.rows("PRAGMA foreign_key_check") == []
    done(house.desk.calendars.apply(_preview(house, tmp_path, *events)))


def test_an_import_that_was_lived_stays_and_a_stale_preview_is_looked_at_again(
    house: SmallHouse, tmp_path: Path
) -> None:
    preview = _preview(house, tmp_path, _event("a", "SUMMARY:Chorale"))
    done(house.desk.bookings.hold(wish("2026-11-24T10:30")))
    assert no(house.desk.calendars.apply(preview)) == "changed"
    other = _preview(house, tmp_path, _event("b", start="20261125T100000", end="20261125T110000"))
    imported = done(house.desk.calendars.apply(other))
    house.desk.bookings.arrived(str(house.value("SELECT id FROM booking WHERE uid = 'b'")))
    assert no(house.desk.calendars.undo(imported.id)) == "lived"
    assert no(house.desk.calendars.apply(_preview(house, tmp_path, _event("c", "LOCATION:Ailleurs")))) == "nothing"


def test_a_series_split_from_an_imported_one_goes_with_the_import(house: SmallHouse, tmp_path: Path) -> None:
    event = _event("a", "SUMMARY:Chorale", "RRULE:FREQ=WEEKLY;COUNT=4")
    imported = done(house.desk.calendars.apply(_preview(house, tmp_path, event)))
    third = house.rows("SELECT id FROM booking ORDER BY starts_at")[2][0]
    done(house.desk.bookings.edit(str(third), BookingEdit(title="Chorale (tard)"), Scope.FOLLOWING))
    assert house.value("SELECT count(*) FROM booking_series") == 2
    assert done(house.desk.calendars.undo(imported.id)) == 4
    assert house.rows("SELECT count(*) FROM booking UNION ALL SELECT count(*) FROM booking_series") == [(0,), (0,)]


def test_an_import_stays_once_a_guest_came_in_for_one_of_its_events(house: SmallHouse, tmp_path: Path) -> None:
    held_by_manager(house)
    event = _event("a", "SUMMARY:Marché", "X-CASACO-KIND:event", start="20261124T090000", end="20261124T180000")
    imported = done(house.desk.calendars.apply(_preview(house, tmp_path, event)))
    house.at(10)
    visit = came(house, "Zoé Visite", Why.EVENT, str(house.value("SELECT id FROM booking")))
    assert no(house.desk.calendars.undo(imported.id)) == "lived"
    done(house.desk.checkin.undo(str(visit.visit_id)))
    assert no(house.desk.calendars.undo(imported.id)) == "lived"  # the annulled visit still names the booking
    assert house.value("SELECT count(*) FROM booking") == 1


@pytest.mark.parametrize(
    ("start", "end", "local", "hours"),
    [
        ("DTSTART;TZID=America/New_York:20261124T100000", "DTEND;TZID=America/New_York:20261124T110000", "16:00", 1),
        ("DTSTART:20261124T100000Z", "DTEND:20261124T110000Z", "11:00", 1),
        ("DTSTART:20261124T100000", "DTEND:20261124T110000", "10:00", 1),
        ("DTSTART;VALUE=DATE:20261124", "X-NOTE:toute la journée", "00:00", 24),
        ("DTSTART;VALUE=DATE:20261124", "DURATION:P2D", "00:00", 48),
        ("DTSTART:20261025T013000Z", "DTEND:20261025T020000Z", "02:30", 0.5),
    ],
)  # fmt: skip
def test_times_of_any_zone_are_the_same_instants_here(
    house: SmallHouse, tmp_path: Path, start: str, end: str, local: str, hours: float
) -> None:
    event = f"BEGIN:VEVENT\r\nUID:a\r\n{start}\r\n{end}\r\nLOCATION:Calumet\r\nEND:VEVENT"
    done(house.desk.calendars.apply(_preview(house, tmp_path, event)))
    ((_, first, last),) = _in_force(house)
    assert first.astimezone(PARIS).strftime("%H:%M") == local
    assert last - first == timedelta(hours=hours)
    if start.endswith("013000Z"):
        assert first == datetime(2026, 10, 25, 1, 30, tzinfo=UTC)  # the second half past two of that night


def _hostile() -> dict[str, tuple[bytes, str]]:
    def one(*lines: str) -> bytes:
        return "\r\n".join(["BEGIN:VCALENDAR", "BEGIN:VEVENT", "UID:x", *lines, "END:VEVENT", "END:VCALENDAR"]).encode()

    return {
        "huge": (b"BEGIN:VCALENDAR\r\n" + b"X" * 5_000_001, "too_big"),
        "many": (b"BEGIN:VCALENDAR\r\n" + b"BEGIN:VEVENT\r\nEND:VEVENT\r\n" * 3_001 + b"END:VCALENDAR", "too_many"),
        "empty": (b"", "not_calendar"),
        "picture": (b"\x89PNG\r\n\x1a\n" + bytes(range(256)), "not_calendar"),
        "cut": (b"BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nUID:1", "empty"),
        "crossed": (b"BEGIN:VCALENDAR\r\nEND:VEVENT\r\nBEGIN:VEVENT\r\nEND:VCALENDAR\r\n", "faulty"),
        "nothing": (b"BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n", "empty"),
        "binary": (b"BEGIN:VCALENDAR\r\n\xff\xfe\x00:\x00\r\nEND:VCALENDAR\r\n", "damaged"),
        "bad date": (one("DTSTART:20261341T100000", "DTEND:20261341T110000", "LOCATION:Agora"), "faulty"),
        "no date": (one("DTSTART:demain", "DTEND:après", "LOCATION:Agora"), "faulty"),
        "far": (one("DTSTART:99991231T235959Z", "DTEND:99991231T235959Z", "LOCATION:Agora"), "faulty"),
        "old": (one("DTSTART:00010101T000000Z", "DTEND:00010101T010000Z", "LOCATION:Agora"), "faulty"),
        "zone": (one("DTSTART;TZID=Mars/Olympus:20261124T100000", "DURATION:PT1H", "LOCATION:Agora"), "faulty"),
        "zones": (one("DTSTART;TZID=Europe:20261124T100000Z", "DURATION:PT1H", "LOCATION:Agora"), "damaged"),
        "length": (one("DTSTART:20261124T100000Z", "DURATION:P99999999999D", "LOCATION:Agora"), "faulty"),
        "endless": (one("DTSTART:20261124T100000Z", "DURATION:PT1H", "RRULE:FREQ=MINUTELY"), "faulty"),
        "dense": (one("DTSTART:20261124T100000Z", "DURATION:PT1H", "RRULE:FREQ=DAILY;COUNT=99999"), "faulty"),
        "zero": (one("DTSTART:20261124T100000Z", "DURATION:PT1H", "RRULE:FREQ=DAILY;INTERVAL=0"), "faulty"),
        "rule": (one("DTSTART:20261124T100000Z", "DURATION:PT1H", "RRULE:nonsense", "LOCATION:Agora"), "faulty"),
        "excluded": (one("DTSTART:20261124T100000Z", "DURATION:PT1H", "EXDATE:jamais", "LOCATION:Agora"), "faulty"),
    }  # fmt: skip


@pytest.mark.parametrize("name", _hostile())
def test_a_hostile_file_gets_a_sentence(house: SmallHouse, tmp_path: Path, name: str) -> None:
    data, code = _hostile()[name]
    path = tmp_path / "x.ics"
    path.write_bytes(data)
    answer = house.desk.calendars.preview(path)
    if isinstance(answer, Refused):
        assert answer.code == code
        assert answer.sentence.endswith(".")
        return
    assert code == "faulty"
    (line,) = answer.lines
    assert line.state.value == "faulty"
    assert line.reason.endswith(".")
    assert house.value("SELECT count(*) FROM booking") == 0


def test_a_file_that_cannot_be_read_is_a_fault_and_a_long_look_can_be_stopped(
    house: SmallHouse, tmp_path: Path
) -> None:
    with pytest.raises(EnvironmentFault):
        house.desk.calendars.preview(tmp_path / "absent.ics")

    def stop(_share: float) -> None:
        raise Stopped

    with pytest.raises(Stopped):
        house.desk.calendars.preview(_file(tmp_path, _event("a")), tell=stop)
