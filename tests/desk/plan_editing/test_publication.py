"""A plan published from a day on: the days before keep theirs, and nothing that the house promised is broken."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from datetime import date, timedelta
from typing import Any

import pytest

from desk.errors import Refused
from desk.floorplan import FloorPlan
from desk.frontdesk import FrontDesk
from desk.organisations import NewOrganisation
from desk.payments import PriceCategory
from desk.plan_editing import edits, seat_edits
from desk.plan_editing.parts import find_space
from desk.plan_editing.publication import Published
from desk.plan_editing.shapes import Sides
from desk.prices import NewPrice
from desk.rentals import RentalOrder
from desk.rights import AT_TERMINAL
from desk.work import Operator
from models.catalogue import PriceUnit
from tests.desk.bookings.scenes import done, last_record, no, paris, wish
from tests.desk.plan_editing.test_edits import details
from tests.support.house import TUESDAY, SmallHouse
from views.bookings.places import places

DECEMBER = date(2026, 12, 1)
LIEN_VERT = NewOrganisation("Lien Vert", PriceCategory.STANDARD)


def drawn(house: SmallHouse) -> FloorPlan:
    """The plan a manager wants: no photo studio, a larger Calumet split off the corridor's side, a renamed Agora."""
    plan = done(house.desk.plan_editing.open()).plan
    plan = done(edits.remove_space(plan, "studio-photo"))
    plan = done(edits.split_space(plan, "pow-wow", 1, 2.0, "Wigwam", done(house.desk.plan_editing.open()).used))
    return done(edits.describe_space(plan, "agora", details(plan, "agora", name="Grande salle", seats=30)))


def publish(house: SmallHouse, plan: FloorPlan, day: date = DECEMBER) -> Published | Refused:
    editing = house.desk.plan_editing
    return editing.publish(done(editing.open()), plan, day)


def ids(plan: FloorPlan) -> set[str]:
    return {space.id for space in plan.spaces}


def test_each_day_keeps_its_plan(house: SmallHouse) -> None:
    old = done(house.desk.bookings.hold(wish("2026-11-24T10:00", space="studio-photo", title="Portrait")))
    before = house.desk.drawing
    published = done(publish(house, drawn(house)))
    assert (published.number, published.starts_on) == (2, DECEMBER)
    assert house.desk.drawing == before, "until its day has come, nothing changes"
    assert house.value("SELECT name FROM space WHERE id = 'agora'") == "Agora"
    # What is asked of a day is answered with the plan of that day, from either side of the change.
    assert "studio-photo" in {space.id for space in house.desk.plan.at(paris("2026-11-30T23:59")).spaces}
    coming = house.desk.plan.at(paris("2026-12-01T00:00"))
    assert {"wigwam"} == {space.id for space in coming.spaces} - ids(before)
    assert {"studio-photo"} == ids(before) - {space.id for space in coming.spaces}
    # The engine holds to it too.
    assert no(house.desk.bookings.hold(wish("2026-12-01T10:00", space="studio-photo"))) == "off_plan"
    assert no(house.desk.bookings.hold(wish("2026-11-30T10:00", space="wigwam"))) == "off_plan"
    done(house.desk.bookings.hold(wish("2026-11-30T10:00", space="studio-photo")))
    done(house.desk.bookings.hold(wish("2026-12-01T10:00", space="wigwam")))
    across = house.desk.bookings.hold(wish("2026-11-30T22:00", 240, space="studio-photo"))
    assert no(across) == "off_plan"
    assert across.sentence == "Studio photo n’est pas sur le plan du mar. 1 déc. 2026."  # type: ignore[union-attr]
    assert [(other.id, other.is_coming) for other in house.desk.plans.elsewhere()] == [("wigwam", True)]
    assert {"wigwam", "studio-photo"} <= {place.id for place in places(house.desk)}
    # Its day comes.
    house.at(9, day=DECEMBER)
    assert house.desk.plans.take_effect() is True
    assert house.desk.plans.take_effect() is False
    assert ids(house.desk.drawing) == {space.id for space in coming.spaces}
    assert house.value("SELECT name FROM space WHERE id = 'agora'") == "Grande salle"
    assert {space.name for space in house.desk.spaces.everything()} >= {"Grande salle", "Wigwam"}
    then = {space.id: space for space in house.desk.plan.at(paris("2026-11-24T10:30")).spaces}
    assert then["studio-photo"].title == "Portrait"
    assert then["agora"].name == "Agora"
    assert [(other.id, other.is_coming) for other in house.desk.plans.elsewhere()] == [("studio-photo", False)]
    assert "studio-photo" in {place.id for place in places(house.desk, with_past=True)}
    assert "studio-photo" not in {place.id for place in places(house.desk)}
    kept = house.desk.bookings.get(old.id if hasattr(old, "id") else str(old))
    assert kept is not None
    assert house.verify(deep=True).problems == ()


def test_a_desk_that_was_closed_then_takes_the_plan_up_when_it_opens(house: SmallHouse) -> None:
    done(publish(house, drawn(house)))
    house.at(9, day=DECEMBER + timedelta(days=3)).reopen()
    assert "wigwam" in ids(house.desk.drawing)
    assert house.value("SELECT name FROM space WHERE id = 'agora'") == "Grande salle"
    assert house.value("SELECT rentable FROM space WHERE id = 'studio-photo'") == 0


def test_another_window_sees_what_was_published(house: SmallHouse) -> None:
    other = FrontDesk(house.folder, operator=AT_TERMINAL, clock=house.clock)
    assert "studio-photo" in ids(other.drawing)
    assert other.finder.find("studio")[0].id == "studio-photo"
    done(publish(house, drawn(house), TUESDAY))
    assert ids(other.drawing) == ids(house.desk.drawing)
    assert other.finder.find("wigwam")[0].id == "wigwam"
    other.close()


def test_a_publication_is_recorded(house: SmallHouse) -> None:
    house.desk.work.operator = Operator("m", "Odile", is_manager=True)
    done(publish(house, drawn(house)))
    body = last_record(house, "plan.published")
    assert (body["plan"], body["from"], body["workstations"]) == (2, "2026-12-01", 45)
    assert body["square_centimetres"] == 4_880_000
    assert body["added"] == [{"space": "wigwam", "name": "Wigwam"}]
    assert body["removed"] == [{"space": "studio-photo", "name": "Studio photo"}]
    assert body["renamed"] == [{"space": "agora", "before": "Agora", "name": "Grande salle"}]
    assert house.rows("SELECT published_by FROM plan_version WHERE number = 2") == [("m",)]
    assert house.verify(deep=True).problems == ()


def test_only_a_manager_edits_the_plan(house: SmallHouse) -> None:
    editing = house.desk.plan_editing
    draft = done(editing.open())
    house.desk.work.operator = Operator("f", "Inès")
    for refused in (
        editing.open(), editing.save(draft, draft.plan), editing.discard(),
        editing.publish(draft, done(edits.move_space(draft.plan, "jardin", 1, 0)), DECEMBER),
    ):  # fmt: skip
        assert no(refused) == "right"


def test_a_draft_waits_and_is_given_up(house: SmallHouse) -> None:
    editing = house.desk.plan_editing
    first = done(editing.open())
    assert (first.revision, first.saved_at, first.is_outdated) == (0, None, False)
    crossed = done(edits.move_space(first.plan, "accueil", 1, 0))
    kept = done(editing.save(first, crossed))
    assert kept.saved_at == paris("2026-11-24T09:00")
    house.reopen()
    editing = house.desk.plan_editing
    again = done(editing.open())
    assert find_space(again.plan, "accueil") == find_space(crossed, "accueil")
    assert no(editing.save(first, crossed)) == "elsewhere", "this window had not seen the other's"
    assert no(editing.publish(first, crossed, DECEMBER)) == "elsewhere"
    assert no(editing.publish(again, again.plan, DECEMBER)) == "problems"
    fresh = done(editing.discard())
    assert (fresh.revision, fresh.plan) == (0, first.plan)


def test_a_draft_older_than_the_plan_is_refused(house: SmallHouse) -> None:
    editing = house.desk.plan_editing
    draft = done(editing.open())
    stale = done(editing.save(draft, done(edits.move_space(draft.plan, "jardin", 1, 0))))
    with house.desk.work.write() as unit:
        from models.plans import PlanDraft

        content = unit.session.get_one(PlanDraft, 1).content
    done(editing.publish(stale, drawn(house), DECEMBER))
    with house.desk.work.write() as unit:  # the draft of a window that was still open then
        unit.session.add(PlanDraft(id=1, content=content, based_on=0, revision=7, saved_at=unit.now))
    old = done(editing.open())
    assert old.is_outdated
    assert no(editing.publish(old, old.plan, DECEMBER)) == "outdated"
    assert done(editing.discard()).based_on == 2


@pytest.mark.parametrize(
    ("day", "code"),
    [(TUESDAY - timedelta(days=1), "past"), (TUESDAY + timedelta(days=500), "far"), (DECEMBER, "same")],
)
def test_a_day_or_a_plan_that_cannot_be_is_refused(house: SmallHouse, day: date, code: str) -> None:
    plan = done(house.desk.plan_editing.open()).plan
    assert no(publish(house, plan if code == "same" else drawn(house), day)) == code


def test_plans_follow_each_other(house: SmallHouse) -> None:
    done(publish(house, drawn(house)))
    plan = done(house.desk.plan_editing.open()).plan
    wider = done(edits.stretch_space(plan, "jardin", Sides(bottom=1)))
    assert no(publish(house, wider, DECEMBER - timedelta(days=1))) == "before_next"
    assert done(publish(house, wider)).number == 3
    with closing(sqlite3.connect(house.folder / "casaco.db")) as connection:
        for sql in (
            "UPDATE plan_version SET content = ''", "DELETE FROM plan_version",
            "INSERT INTO plan_version VALUES (2, '2027-01-01', '', '', '', NULL)",
            "INSERT INTO plan_version VALUES (9, '1999-01-01', '', '', '', NULL)",
        ):  # fmt: skip
            with pytest.raises(sqlite3.DatabaseError):
                connection.execute(sql)
    house.at(9, day=DECEMBER)
    assert house.desk.plans.take_effect()
    assert find_space(house.desk.drawing, "jardin") == find_space(wider, "jardin")


def test_what_is_booked_keeps_its_space(house: SmallHouse) -> None:
    done(house.desk.wholes.declare("Tout l’étage", ("studio-photo", "atelier", "bibliotheque")))
    plan = drawn(house)
    for space in ("studio-photo", "tout-l-etage"):
        held = done(house.desk.bookings.hold(wish("2026-12-03T10:00", space=space, title="Stage")))
        refused = publish(house, plan)
        assert no(refused) == "booked"
        assert "jeu. 3 déc. 2026 à 10:00 (Stage)" in refused.sentence  # type: ignore[union-attr]
        done(publish_later(house, plan, date(2026, 12, 4)))
        _forget(house)
        with house.desk.work.write() as unit:
            from models.bookings import Booking

            unit.session.get_one(Booking, _id(held)).cancelled_at = unit.now
    done(publish(house, plan))
    house.at(9, day=DECEMBER)
    house.desk.plans.take_effect()
    assert house.desk.wholes.everything()[0].parts == ("atelier", "bibliotheque")


def test_a_whole_left_with_one_space_ends_with_the_plan_that_takes_the_other(house: SmallHouse) -> None:
    done(house.desk.wholes.declare("Duo", ("studio-photo", "atelier"), rentable=True))
    order = RentalOrder("duo", paris("2026-12-02T10:00"), paris("2026-12-02T12:00"), LIEN_VERT)
    price = NewPrice("room-duo", PriceUnit.HOUR, PriceCategory.STANDARD, 4000, TUESDAY)
    assert house.desk.prices.set_price(price) is None
    quote = done(house.desk.quotes.make(order))
    assert no(publish(house, drawn(house))) == "promised", "who is promised the whole is promised its rooms"
    assert house.desk.quotes.withdraw(quote.id) is None
    assert done(publish(house, drawn(house))).given_up == ("Duo",)
    # Until its day it is let as before; then, and for then, it is not.
    done(house.desk.rentals.window("duo", DECEMBER - timedelta(days=1)))
    refused = house.desk.bookings.hold(wish("2026-12-01T10:00", space="duo"))
    assert no(refused) == "off_plan"
    assert refused.sentence.startswith("Duo n’a plus deux espaces sur le plan du mar. 1 déc. 2026")  # type: ignore[union-attr]
    house.at(9, day=DECEMBER)
    assert house.desk.plans.take_effect()
    assert house.desk.wholes.everything() == house.desk.plan.at().wholes == ()
    assert house.desk.finder.find("duo") == ()
    assert no(house.desk.rentals.window("duo")) == "not_rented"
    assert last_record(house, "whole.removed") == {"schema": 1, "space": "duo", "name": "Duo"}
    assert house.verify(deep=True).problems == ()


def publish_later(house: SmallHouse, plan: FloorPlan, day: date) -> Published | Refused:
    return publish(house, plan, day)


def _forget(house: SmallHouse) -> None:
    """Take a publication back, past its guards, so that the scene can go on."""
    with closing(sqlite3.connect(house.folder / "casaco.db")) as connection, connection:
        connection.execute("DROP TRIGGER plan_version_refuses_delete")
        connection.execute("DELETE FROM plan_place")
        connection.execute("DELETE FROM plan_version")
        connection.execute(
            "CREATE TRIGGER plan_version_refuses_delete BEFORE DELETE ON plan_version"
            " BEGIN SELECT RAISE(ABORT, 'a published plan stays'); END"
        )


def _id(held: Any) -> str:
    return held if isinstance(held, str) else str(held.id)


def test_a_promise_and_a_crowd_keep_their_space(house: SmallHouse) -> None:
    order = RentalOrder("studio-photo", paris("2026-12-02T10:00"), paris("2026-12-02T12:00"), LIEN_VERT, 4)
    quote = done(house.desk.quotes.make(order))
    refused = publish(house, drawn(house))
    assert no(refused) == "promised"
    assert quote.number in refused.sentence  # type: ignore[union-attr]
    done(publish(house, drawn(house), date(2026, 12, 3)))


def test_people_expected_and_people_seated_are_not_forgotten(house: SmallHouse) -> None:
    done(house.desk.bookings.hold(wish("2026-12-03T10:00", space="agora", people=20)))
    plan = done(house.desk.plan_editing.open()).plan
    smaller = done(edits.describe_space(plan, "agora", details(plan, "agora", seats=12)))
    assert no(publish(house, smaller)) == "too_small"
    house.scan(house.member(usual="la-place"))
    seat = str(house.value("SELECT seat_id FROM visit"))
    fewer = done(seat_edits.remove_seat(plan, "la-place", seat))
    refused = publish(house, fewer, TUESDAY)
    assert no(refused) == "seated"
    assert "poste 1 de La Place" in refused.sentence  # type: ignore[union-attr]
    assert no(publish(house, done(edits.remove_space(plan, "la-place")), TUESDAY)) == "seated"
    done(publish(house, fewer, TUESDAY + timedelta(days=1)))


def test_a_new_room_to_let_gets_its_prices_and_is_let_from_its_day(house: SmallHouse) -> None:
    editing = house.desk.plan_editing
    plan = done(edits.add_space(done(editing.open()).plan, "rdc", "Nid", done(editing.open()).used))
    plan = done(edits.describe_space(plan, "nid", details(plan, "nid", rentable=True, seats=6)))
    done(publish(house, plan))
    lines = [row for row in house.desk.prices.grid() if row.product_code == "room-nid"]
    assert [row.unit for row in lines] == [PriceUnit.HOUR, PriceUnit.HALF_DAY, PriceUnit.DAY]
    assert house.desk.prices.set_price(
        NewPrice("room-nid", PriceUnit.HOUR, PriceCategory.STANDARD, 1500, TUESDAY)
    ) is None  # fmt: skip
    assert no(house.desk.rentals.window("nid")) == "off_plan"
    done(house.desk.rentals.window("nid", DECEMBER))
    house.at(10, day=DECEMBER)
    house.desk.plans.take_effect()
    rooms = done(house.desk.rooms.find(6, None, PriceCategory.STANDARD))
    assert "nid" in {room.space_id for room in rooms}
