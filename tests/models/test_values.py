"""Column types: what goes in comes out, and what cannot be told apart later is refused."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy.dialects import sqlite
from sqlalchemy.exc import IntegrityError, StatementError

from models.base import Day, Flag, Instant, Word, instant_text
from models.journal import Stream
from models.people import Member, MemberStatus
from models.site import Site
from models.visits import Basis, Visit
from tests.support.house import OPENING, SmallHouse

DIALECT = sqlite.dialect()
ZONES = st.integers(-12 * 60, 12 * 60).map(lambda minutes: timezone(timedelta(minutes=minutes)))
INSTANTS = st.datetimes(datetime(1990, 1, 2), datetime(2200, 1, 1), timezones=ZONES)


@given(INSTANTS, INSTANTS)
def test_instants_come_back_and_sort_as_text(one: datetime, two: datetime) -> None:
    kind = Instant()
    texts = [kind.process_bind_param(moment, DIALECT) for moment in (one, two)]
    assert [kind.process_result_value(text, DIALECT) for text in texts] == [one, two]
    assert (texts[0] < texts[1]) is (one < two)  # type: ignore[operator]
    assert all(text is not None and len(text) == 27 and text.endswith("Z") for text in texts)
    back = kind.process_result_value(texts[0], DIALECT)
    assert back is not None
    assert back.utcoffset() == timedelta(0)


def test_a_naive_instant_is_refused(house: SmallHouse) -> None:
    with pytest.raises(ValueError):
        Instant().process_bind_param(datetime(2026, 11, 24), DIALECT)
    with pytest.raises(StatementError, match="naive"):
        house.change(Visit, house.scan(house.member()).visit_id, left_at=datetime(2026, 11, 24))


def test_the_other_types_come_back() -> None:
    assert Day().process_result_value(Day().process_bind_param(date(2026, 2, 3), DIALECT), DIALECT) == date(2026, 2, 3)
    assert Flag().process_result_value(Flag().process_bind_param(True, DIALECT), DIALECT) is True
    assert Word(Basis).process_result_value("book", DIALECT) is Basis.BOOK
    for kind in (Day(), Flag(), Instant(), Word(Basis)):
        assert kind.process_bind_param(None, DIALECT) is None
        assert kind.process_result_value(None, DIALECT) is None
    with pytest.raises(ValueError):
        Word(Stream).process_result_value("nothing", DIALECT)
    assert instant_text(OPENING) == "2026-11-24T08:00:00.000000Z"
    assert instant_text(datetime(2026, 1, 1, tzinfo=UTC)).startswith("2026-01-01T00:00:00.0")


def test_the_database_itself_keeps_the_house_in_order(house: SmallHouse) -> None:
    """Whoever writes: one open visit a person, one settings row, no negative book, nobody from nowhere."""
    member = house.member(plan="book-10-days", units=1)
    visit = house.scan(member).visit_id
    with pytest.raises(IntegrityError), house.desk.work.write() as unit:
        unit.session.add(
            Visit(id="again", member_id=member.id, name="x", basis=Basis.PLAN, entered_at=unit.now)
        )  # fmt: skip
    with pytest.raises(IntegrityError), house.desk.work.write() as unit:
        unit.session.connection().exec_driver_sql("UPDATE membership SET units_left = -1")
    with pytest.raises(IntegrityError), house.desk.work.write() as unit:
        unit.session.connection().exec_driver_sql("UPDATE site SET id = 2")
    with pytest.raises(IntegrityError):
        house.change(Visit, visit, member_id="nobody")
    with pytest.raises(IntegrityError), house.desk.work.write() as unit:
        unit.session.connection().exec_driver_sql("UPDATE site SET safety_limit = 'many'")


def test_names_and_hours_of_the_rows(house: SmallHouse) -> None:
    row = Member(given_name="Ana", family_name="", status=MemberStatus.ACTIVE)
    assert (row.name, row.initials) == ("Ana", "A")
    with house.desk.work.read() as session:
        site = session.get_one(Site, 1)
        assert (site.opening.hour, site.closing.hour, site.split.minute) == (9, 19, 30)
        assert site.timezone.key == "Europe/Paris"
