"""The unit of work: all or nothing, told once, and faults with sentences."""

from __future__ import annotations

import sqlite3
from contextlib import closing

import pytest
from sqlalchemy import text
from sqlalchemy.exc import IntegrityError

from desk.bus import Bus, Changed, Topic
from desk.errors import EnvironmentFault
from models.database import FILE_NAME
from models.journal import Stream
from models.site import Site
from models.spaces import Space
from models.visits import Visit
from tests.support.house import SmallHouse, plain


def test_rows_records_heads_and_news_come_together_or_not_at_all(
    house: SmallHouse, hears: list[frozenset[Topic]]
) -> None:
    heads = house.desk.heads.places[0]
    before = heads.read_bytes()

    def spoilt() -> None:
        with house.desk.work.write() as unit:
            unit.session.get_one(Space, "salon").closed_note = "travaux"
            unit.record(Stream.OPERATIONS, "lost", {"schema": 1})
            unit.changed(Topic.SPACES)
            unit.session.execute(text("INSERT INTO card (code) VALUES ('x')"))

    with pytest.raises(IntegrityError):
        spoilt()
    assert heads.read_bytes() == before
    assert house.value("SELECT closed_note FROM space WHERE id = 'salon'") == ""
    assert hears == []
    with house.desk.work.write() as unit:
        unit.session.get_one(Space, "salon").closed_note = "travaux"
        unit.record(Stream.OPERATIONS, "kept", {"schema": 1})
        unit.changed(Topic.SPACES, Topic.BOOKINGS)
        assert hears == []
    assert hears == [frozenset({Topic.SPACES, Topic.BOOKINGS})]
    assert heads.read_bytes().count(b"\n") == before.count(b"\n") + 1


def test_a_reading_sees_one_moment_and_never_waits_for_a_writer(house: SmallHouse) -> None:
    with house.desk.work.write() as unit:
        unit.session.get_one(Site, 1).safety_limit = 7
        unit.session.flush()
        assert house.desk.site.facts().safety_limit == 110
    with house.desk.work.read() as session:
        assert session.scalar(text("SELECT safety_limit FROM site")) == 7
        house.change(Site, 1, safety_limit=8)
        assert session.scalar(text("SELECT safety_limit FROM site")) == 7
    assert house.desk.site.facts().safety_limit == 8


def test_settings_changed_by_another_program_are_followed(house: SmallHouse) -> None:
    house.scan("nonsense")
    with closing(plain(house.folder)) as connection:
        connection.execute("UPDATE site SET safety_limit = 1")
    house.sell_pass()
    assert house.scan(house.member()).reason == "full"


def test_a_busy_database_is_a_fault_with_a_sentence(house: SmallHouse) -> None:
    house.desk.engine.dispose()
    with house.desk.engine.connect() as connection:
        connection.exec_driver_sql("PRAGMA busy_timeout=1")
        connection.rollback()
    with closing(plain(house.folder)) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(EnvironmentFault) as caught:
            house.scan("nonsense")
    assert caught.value.what == "La base est occupée par un autre programme depuis plusieurs secondes."
    assert caught.value.safe
    assert house.scan("nonsense").refused


def test_a_database_without_its_settings_is_a_fault(house: SmallHouse) -> None:
    with closing(plain(house.folder)) as connection:
        connection.execute("DELETE FROM site")
    with pytest.raises(EnvironmentFault) as caught:
        house.scan("nonsense")
    assert caught.value.code == "not_founded"
    with pytest.raises(EnvironmentFault):
        house.desk.presence.now()


def test_a_commit_that_fails_holds_nothing_up(house: SmallHouse) -> None:
    """References are checked at the commit: one that leads nowhere leaves neither an open transaction nor its lock."""
    member = house.member()
    visit = house.scan(member).visit_id
    with pytest.raises(IntegrityError):
        house.change(Visit, visit, membership_id="nowhere")
    with closing(sqlite3.connect(house.folder / FILE_NAME, timeout=0, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        other.execute("ROLLBACK")
    assert house.later(minutes=1).scan(member).verdict == "out"
    assert house.verify().ok


def test_our_own_mistakes_stay_bugs(house: SmallHouse) -> None:
    with pytest.raises(sqlite3.OperationalError), closing(plain(house.folder)) as connection:
        connection.execute("SELECT nothing FROM nowhere")
    with pytest.raises(IntegrityError), house.desk.work.write() as unit:
        unit.session.execute(text("INSERT INTO card (code) VALUES ('x')"))


def test_a_listener_that_fails_silences_nobody(caplog: pytest.LogCaptureFixture) -> None:
    bus, heard = Bus(), []

    def failing(_: Changed) -> None:
        raise RuntimeError("a view broke")

    stop = bus.subscribe(failing)
    bus.subscribe(heard.append)
    bus.publish(Changed(frozenset({Topic.TILL})))
    assert heard == [Changed(frozenset({Topic.TILL}))]
    assert "RuntimeError" in caplog.text
    stop()
    stop()
    caplog.clear()
    bus.publish(Changed(frozenset()))
    assert (len(heard), caplog.text) == (2, "")
