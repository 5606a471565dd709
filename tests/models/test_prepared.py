"""Statements compiled once answer what SQLAlchemy's own way answers, in the transaction they are run in."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from sqlalchemy import bindparam, insert, select, update

from models.membership import Membership, Plan, PlanKind
from models.passes import DayPart
from models.people import Member, MemberStatus
from models.prepared import Prepared
from models.site import Site
from models.visits import Visit
from tests.support.house import TUESDAY, SmallHouse

KINDS = Prepared(select(Plan.code, Plan.kind).where(Plan.units > 9, Plan.kind != bindparam("kind")).order_by(Plan.code))
VISITS = select(*Visit.__table__.columns).order_by(Visit.id)


def test_values_go_in_and_come_out_with_their_types(house: SmallHouse) -> None:
    with house.desk.work.read() as session:
        assert KINDS.all(session, kind=PlanKind.BOOK_OF_DAYS) == [("book-15-half-days", PlanKind.BOOK_OF_HALF_DAYS)]
        assert KINDS.first(session, kind=PlanKind.NOMAD) == ("book-10-days", PlanKind.BOOK_OF_DAYS)
        assert Prepared(select(Site.is_demo)).first(session) == (True,)
        assert Prepared(select(Plan.code).where(Plan.code == "none")).first(session) is None
        with pytest.raises(ValueError):
            KINDS.all(session, kind="a kind that does not exist")


def test_every_column_of_a_visit_reads_as_the_mapped_class_reads_it(house: SmallHouse) -> None:
    house.scan(house.member(plan="book-10-days", units=3))
    house.sell_pass(DayPart.DAY)
    house.desk.checkin.leave(str(house.value("SELECT id FROM visit WHERE pass_id IS NOT NULL")))
    prepared = Prepared(VISITS)
    with house.desk.work.read() as session:
        expected = [
            tuple(getattr(visit, column.key) for column in Visit.__table__.columns)
            for visit in session.scalars(select(Visit).order_by(Visit.id))
        ]
        assert prepared.all(session) == expected
        assert len(expected) == 2


def test_writing_is_of_the_transaction_and_goes_with_it(house: SmallHouse) -> None:
    keys = ("id", "member_id", "plan_code", "valid_from", "valid_until", "units_left")
    write = Prepared(insert(Membership), keys)
    use = Prepared(update(Membership).where(Membership.id == bindparam("which")).values(units_left=bindparam("left")))
    member = house.member(plan="")
    values = {"member_id": member.id, "plan_code": "nomad", "valid_from": TUESDAY, "valid_until": date(2027, 1, 1)}
    with house.desk.work.write() as unit:
        write.run(unit.session, id="kept", units_left=0, **values)
        assert use.run(unit.session, which="kept", left=4).rowcount == 1
        assert use.run(unit.session, which="absent", left=4).rowcount == 0
    with house.desk.work.write() as unit:
        write.run(unit.session, id="lost", units_left=0, **values)
        unit.abandon()
    assert house.rows("SELECT id, units_left, valid_from FROM membership") == [("kept", 4, TUESDAY.isoformat())]
    assert house.later(minutes=1).scan(member).verdict == "in"


def test_a_member_read_at_the_door_has_what_the_door_needs(house: SmallHouse) -> None:
    from desk import turnstile

    holder = house.member("Ana Belle", status=MemberStatus.BLOCKED, blocked_reason="clé perdue", usual="salon")
    with house.desk.work.read() as session:
        found = turnstile.by_card(session, holder.code)
        whole = session.get_one(Member, holder.id)
        assert found is not None
        revoked_at, reason, member = found
        assert (revoked_at, reason) == (None, "")
        for name in ("id", "number", "name", "status", "blocked_reason", "usual_space_id", "message", "initials"):
            assert getattr(member, name) == getattr(whole, name), name
        assert member not in session
        assert turnstile.by_card(session, "CC1") is None


def test_a_visit_of_the_door_is_never_below_a_book(house: SmallHouse) -> None:
    """The statement that burns a unit meets the database's own refusal."""
    import sqlite3

    from desk import turnstile

    member = house.member(plan="book-10-days", units=1, ends=TUESDAY + timedelta(days=1))
    with pytest.raises(sqlite3.IntegrityError), house.desk.work.write() as unit:
        turnstile.burn(unit.session, member.membership_id, 2)
    assert house.units_left(member) == 1
