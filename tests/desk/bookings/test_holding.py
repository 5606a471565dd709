"""Bookings: never two in one space at one time, whoever asks, and a sentence that says who has it."""

from __future__ import annotations

import sqlite3
import threading
from contextlib import closing
from dataclasses import replace
from datetime import datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desk.bookings import BookingRequest
from desk.errors import Refused, Remedy
from models.bookings import Booking, BookingKind
from models.spaces import Space
from tests.support.house import PARIS, TUESDAY, SmallHouse, plain

NINE = datetime(2026, 11, 24, 9, tzinfo=PARIS)


def _request(start: int, minutes: int, space: str = "calumet", title: str = "Atelier") -> BookingRequest:
    begins = NINE + timedelta(minutes=start)
    return BookingRequest(space, begins, begins + timedelta(minutes=minutes), BookingKind.MEMBER, title, 4)


def test_a_space_is_held_and_listed(house: SmallHouse) -> None:
    assert isinstance(house.desk.bookings.hold(_request(60, 60, "agora", "Yoga")), str)
    held = house.desk.bookings.hold(_request(60, 60))
    assert isinstance(held, str)
    agora, calumet = house.desk.bookings.of_day()
    assert (agora.space, calumet.space, calumet.id) == ("Agora", "Calumet", held)
    assert (calumet.starts_at.hour, calumet.ends_at.hour, calumet.people) == (10, 11, 4)
    assert house.desk.bookings.of_day(TUESDAY + timedelta(days=1)) == ()
    refused = house.desk.bookings.hold(_request(90, 60))
    later = Remedy("book_at", "Prendre 11:00", "2026-11-24T11:00:00+01:00")
    assert refused == Refused("taken", "Calumet est pris de 10:00 à 11:00\u00a0: Atelier.", (later,))
    for free in (_request(0, 60), _request(120, 60), _request(60, 60, "pow-wow")):
        assert isinstance(house.desk.bookings.hold(free), str)


def test_no_sequence_of_requests_ever_overlaps(house: SmallHouse) -> None:
    day = 0

    @given(st.lists(st.tuples(st.integers(0, 600), st.integers(-10, 200), st.booleans()), max_size=12))
    def held_apart(wishes: list[tuple[int, int, bool]]) -> None:
        nonlocal day
        day += 1
        kept: list[tuple[int, int]] = []
        for start, minutes, cancelled in wishes:
            answer = house.desk.bookings.hold(replace(_request(day * 1440 + start, minutes), override_reason="essai"))
            free = minutes > 0 and all(start >= end or start + minutes <= begin for begin, end in kept)
            assert isinstance(answer, str) is free
            if isinstance(answer, str) and cancelled:
                house.change(Booking, answer, cancelled_at=house.clock.now())
            elif isinstance(answer, str):
                kept.append((start, start + minutes))

    held_apart()
    overlap = (
        "SELECT 1 FROM booking a JOIN booking b ON a.id < b.id AND a.space_id = b.space_id"
        " AND a.starts_at < b.ends_at AND b.starts_at < a.ends_at"
        " WHERE a.cancelled_at IS NULL AND b.cancelled_at IS NULL"
    )
    assert house.rows(overlap) == []


def test_the_database_refuses_an_overlap_on_any_connection(house: SmallHouse) -> None:
    first = house.desk.bookings.hold(_request(0, 60))
    second = house.desk.bookings.hold(_request(60, 60))
    with closing(plain(house.folder)) as connection:
        for statement in (
            f"INSERT INTO booking (id, space_id, starts_at, ends_at, kind, title, people)"
            f" SELECT 'x', space_id, starts_at, ends_at, kind, title, people FROM booking WHERE id = '{first}'",
            f"INSERT OR REPLACE INTO booking (id, space_id, starts_at, ends_at, kind, title, people)"
            f" SELECT 'x', space_id, starts_at, ends_at, kind, title, people FROM booking WHERE id = '{first}'",
            f"UPDATE booking SET starts_at = '2026-11-24T08:30:00.000000Z' WHERE id = '{second}'",
            f"UPDATE booking SET ends_at = starts_at WHERE id = '{second}'",
        ):
            with pytest.raises(sqlite3.IntegrityError):
                connection.execute(statement)
        connection.execute(f"UPDATE booking SET cancelled_at = 'then' WHERE id = '{first}'")
        connection.execute(f"UPDATE booking SET starts_at = '2026-11-24T08:30:00.000000Z' WHERE id = '{second}'")
        with pytest.raises(sqlite3.IntegrityError, match="already booked"):
            connection.execute(f"UPDATE booking SET cancelled_at = NULL WHERE id = '{first}'")


def test_two_desks_asking_at_once_get_one_room(house: SmallHouse) -> None:
    answers: list[object] = []

    def ask(title: str) -> None:
        answers.append(house.desk.bookings.hold(_request(0, 60, title=title)))

    threads = [threading.Thread(target=ask, args=(f"N{n}",)) for n in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(30)
    assert sum(isinstance(answer, str) for answer in answers) == 1
    assert sum(isinstance(answer, Refused) and answer.code == "taken" for answer in answers) == 5


def test_a_closed_or_unknown_space_is_not_held(house: SmallHouse) -> None:
    house.change(Space, "calumet", closed_note="peinture")
    closed = house.desk.bookings.hold(_request(0, 60))
    assert closed == Refused("closed", "Calumet est fermé\u00a0: peinture.")
    assert house.desk.bookings.hold(_request(0, 60, "nowhere")) == Refused(
        "no_space", "Cet espace n’est pas sur le plan."
    )
    assert house.value("SELECT count(*) FROM journal WHERE stream = 'operations'") == 0


def test_a_collective_moment_is_counted_afterwards(house: SmallHouse) -> None:
    event = house.desk.bookings.hold_event(_request(180, 90, "agora", "Mardi de Casaco"), expected=20)
    assert isinstance(event, str)
    assert isinstance(house.desk.bookings.hold_event(_request(180, 90, "agora"), expected=5), Refused)
    assert house.value("SELECT count(*) FROM event") == 1
    assert house.desk.bookings.count_participants(event, 22) is None
    assert house.rows("SELECT expected, participants FROM event") == [(20, 22)]
    negative = house.desk.bookings.count_participants(event, -1)
    assert isinstance(negative, Refused)
    assert isinstance(house.desk.bookings.count_participants("nothing", 3), Refused)
