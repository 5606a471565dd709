"""A planned plan is withdrawn before its day: the house keeps the plan it has, and nothing drawn is lost."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from datetime import timedelta

import pytest

from desk.errors import Refused
from desk.frontdesk import FrontDesk
from desk.plan_editing import edits
from desk.plan_editing.shapes import Sides
from desk.prices import NewPrice
from desk.work import Operator
from models.catalogue import PriceCategory, PriceUnit
from tests.desk.bookings.scenes import done, last_record, no, paris, wish
from tests.desk.plan_editing.test_edits import details
from tests.desk.plan_editing.test_publication import DECEMBER, drawn, ids, publish
from tests.support.house import TUESDAY, SmallHouse, plain


def test_the_house_keeps_its_plan_and_the_drawing_is_the_draft(house: SmallHouse) -> None:
    editing = house.desk.plan_editing
    assert done(editing.open()).planned is None
    published = done(publish(house, drawn(house)))
    draft = done(editing.open())
    assert (draft.number, draft.planned) == (published.number, DECEMBER)
    house.desk.work.operator = Operator("m", "Odile", is_manager=True)
    again = done(editing.withdraw(draft))
    assert (again.plan, again.number, again.planned, again.is_outdated) == (draft.published, 1, None, False)
    assert "studio-photo" in ids(house.desk.plans.of(paris("2026-12-01T08:00")))
    assert house.desk.plans.elsewhere() == ()
    assert house.value("SELECT count(*) FROM space WHERE id = 'wigwam'") == 0
    done(house.desk.bookings.hold(wish("2026-12-01T10:00", space="studio-photo")))
    body = last_record(house, "plan.withdrawn")
    assert (body["plan"], body["from"]) == (2, "2026-12-01")
    assert house.rows("SELECT number, withdrawn_by FROM plan_withdrawal") == [(2, "m")]
    assert house.verify(deep=True).problems == ()


def test_it_is_published_again_under_another_number(house: SmallHouse) -> None:
    editing = house.desk.plan_editing
    other = FrontDesk(house.folder, clock=house.clock)
    done(publish(house, drawn(house)))
    assert "wigwam" in ids(other.plans.of(paris("2026-12-01T08:00")))
    draft = done(editing.withdraw(done(editing.open())))
    assert "wigwam" not in ids(other.plans.of(paris("2026-12-01T08:00")))
    renamed = done(edits.describe_space(draft.plan, "wigwam", details(draft.plan, "wigwam", name="Yourte")))
    assert done(editing.publish(draft, renamed, TUESDAY + timedelta(days=2))).number == 3
    assert {space.id: space.name for space in other.plans.of(paris("2026-11-27T08:00")).spaces}["wigwam"] == "Yourte"
    done(house.desk.bookings.hold(wish("2026-11-27T10:00", space="wigwam")))
    other.close()
    house.at(9, day=TUESDAY + timedelta(days=3))
    assert house.desk.plans.take_effect()
    assert house.verify(deep=True).problems == ()


def test_a_draft_that_was_begun_from_it_goes_on(house: SmallHouse) -> None:
    editing = house.desk.plan_editing
    done(publish(house, drawn(house)))
    draft = done(editing.open())
    kept = done(editing.save(draft, done(edits.move_space(draft.plan, "jardin", 1, 0))))
    assert no(editing.withdraw(draft)) == "elsewhere"
    again = done(editing.withdraw(kept))
    assert (again.plan, again.based_on, again.revision, again.is_outdated) == (kept.plan, 1, 2, False)
    assert done(editing.publish(again, again.plan, DECEMBER)).number == 3


@pytest.mark.parametrize("late", [timedelta(0), timedelta(days=3)])
def test_once_its_day_has_come_it_stays(house: SmallHouse, late: timedelta) -> None:
    editing = house.desk.plan_editing
    done(publish(house, drawn(house)))
    draft = done(editing.open())
    # At the first instant of its day, before anything gave the spaces their new names.
    house.at(0, day=DECEMBER).later(seconds=late.total_seconds())
    refused = editing.withdraw(draft)
    assert isinstance(refused, Refused)
    assert refused.code == "in_force"
    assert "en vigueur depuis le mar. 1 déc. 2026" in refused.sentence
    assert done(editing.open()).planned is None
    assert "wigwam" in ids(house.desk.drawing)
    assert house.value("SELECT count(*) FROM plan_withdrawal") == 0


def test_the_last_plan_goes_first_and_only_once(house: SmallHouse) -> None:
    editing = house.desk.plan_editing
    assert no(editing.withdraw(done(editing.open()))) == "no_plan"
    done(publish(house, drawn(house)))
    first = done(editing.open())
    wider = done(edits.stretch_space(first.plan, "jardin", Sides(right=1.0)))
    done(editing.publish(first, wider, DECEMBER + timedelta(days=5)))
    assert no(editing.withdraw(first)) == "followed"
    second = done(editing.open())
    one = done(editing.withdraw(second))
    assert (one.number, one.planned) == (2, DECEMBER)
    assert no(editing.withdraw(second)) == "elsewhere"
    assert done(editing.withdraw(one)).number == 1
    assert no(editing.withdraw(done(editing.open()))) == "in_force"


def test_what_was_promised_in_its_rooms_is_not_broken(house: SmallHouse) -> None:
    editing = house.desk.plan_editing
    done(publish(house, drawn(house)))
    held = done(house.desk.bookings.hold(wish("2026-12-01T10:00", space="wigwam")))
    before = house.rows("SELECT kind FROM journal")
    assert no(editing.withdraw(done(editing.open()))) == "booked"
    assert house.rows("SELECT kind FROM journal") == before
    done(house.desk.bookings.cancel(held))
    done(editing.withdraw(done(editing.open())))
    assert house.rows("SELECT rentable FROM space WHERE id = 'wigwam'") == [(0,)], "a cancelled booking names it still"


def test_a_price_that_was_set_for_its_room_is_kept(house: SmallHouse) -> None:
    editing = house.desk.plan_editing
    done(publish(house, drawn(house)))
    price = NewPrice("room-wigwam", PriceUnit.HOUR, PriceCategory.STANDARD, 2000, TUESDAY)
    assert house.desk.prices.set_price(price) is None
    draft = done(editing.withdraw(done(editing.open())))
    assert house.value("SELECT rentable FROM space WHERE id = 'wigwam'") == 0
    done(editing.publish(draft, draft.plan, DECEMBER))
    assert house.value("SELECT rentable FROM space WHERE id = 'wigwam'") == 1
    assert house.verify(deep=True).problems == ()


def test_only_a_manager_withdraws_and_what_was_withdrawn_is_kept(house: SmallHouse) -> None:
    editing = house.desk.plan_editing
    done(publish(house, drawn(house)))
    draft = done(editing.open())
    house.desk.work.operator = Operator("f", "Inès")
    assert no(editing.withdraw(draft)) == "right"
    house.desk.work.operator = Operator("m", "Odile", is_manager=True)
    done(editing.withdraw(draft))
    with closing(plain(house.folder)) as connection:
        for statement in (
            "DELETE FROM plan_version", "DELETE FROM plan_withdrawal", "UPDATE plan_withdrawal SET number = 9",
        ):  # fmt: skip
            with pytest.raises(sqlite3.IntegrityError):
                connection.execute(statement)
