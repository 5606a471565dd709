"""Parts and wholes: booking the floor takes its rooms, a room booked blocks the floor, whoever writes."""

from __future__ import annotations

import sqlite3
from contextlib import closing

import pytest

from desk.organisations import NewOrganisation
from desk.plan import SpaceFact, SpaceState
from desk.prices import NewPrice
from desk.rentals import RentalOrder
from desk.till import PaymentOffer
from desk.work import Operator
from models.catalogue import PriceCategory, PriceUnit
from models.sales import PaymentMode
from models.spaces import Space
from tests.desk.bookings.scenes import done, last_record, no, paris, wish
from tests.support.house import TUESDAY, SmallHouse, plain

STANDARD = PriceCategory.STANDARD


def test_a_whole_and_its_parts_are_in_each_others_way(house: SmallHouse) -> None:
    floor = done(house.desk.wholes.declare("Tout l’étage", ("calumet", "pow-wow", "la-ruche")))
    assert (floor.id, floor.floor, floor.seats) == ("tout-l-etage", "etage-1", 24)
    other = done(house.desk.wholes.declare("Les salles", ("calumet", "agora")))
    assert last_record(house, "whole.declared")["parts"][0] == {"space": "agora", "name": "Agora"}
    done(house.desk.bookings.hold(wish("2026-11-24T10:00", space="calumet")))
    for space in (floor.id, other.id):
        refused = house.desk.bookings.hold(wish("2026-11-24T10:30", space=space))
        assert no(refused) == "taken"
        assert refused.sentence.startswith("Calumet est pris de 10:00")  # type: ignore[union-attr]
    done(house.desk.bookings.hold(wish("2026-11-24T11:00", space=floor.id, title="Fête")))
    for space in ("calumet", "pow-wow", "la-ruche", other.id):
        assert no(house.desk.bookings.hold(wish("2026-11-24T11:30", space=space))) == "taken"
    done(house.desk.bookings.hold(wish("2026-11-24T11:00", space="agora")))
    now = {space.id: space for space in house.at(11).desk.plan.at().spaces}
    assert (now["pow-wow"].state, now["pow-wow"].title) == (SpaceState.TAKEN, "Fête")
    wholes = {space.name: space for space in house.desk.plan.at().wholes}
    assert {name: space.fact for name, space in wholes.items()} == {
        "Les salles": SpaceFact.TAKEN, "Tout l’étage": SpaceFact.TAKEN,
    }  # fmt: skip


def test_the_database_holds_parts_and_wholes_apart_on_any_connection(house: SmallHouse) -> None:
    floor = done(house.desk.wholes.declare("Tout", ("calumet", "pow-wow")))
    done(house.desk.wholes.declare("Autre", ("pow-wow", "agora")))
    done(house.desk.bookings.hold(wish("2026-11-24T10:00", space=floor.id, clean_up_minutes=30)))
    insert = (
        "INSERT INTO booking (id, space_id, starts_at, ends_at, kind, title, people)"
        " VALUES ('x', ?, '2026-11-24T10:29:00.000000Z', '2026-11-24T11:00:00.000000Z', 'house', '', 0)"
    )
    with closing(plain(house.folder)) as connection:
        for space in ("calumet", "pow-wow", "autre", "tout"):
            with pytest.raises(sqlite3.IntegrityError, match="already booked"):
                connection.execute(insert, (space,))
        connection.execute(insert, ("agora",))
        for whole, part in (("tout", "tout"), ("autre", "tout"), ("calumet", "agora"), ("salon", "autre")):
            with pytest.raises(sqlite3.IntegrityError, match="a whole holds no whole"):
                connection.execute("INSERT INTO space_part VALUES (?, ?)", (whole, part))
        with pytest.raises(sqlite3.IntegrityError, match="not changed"):
            connection.execute("UPDATE space_part SET part_id = 'salon'")
        with pytest.raises(sqlite3.IntegrityError, match="already booked"):
            connection.execute("INSERT INTO space_part VALUES ('tout', 'agora')")


def test_a_whole_is_declared_with_care(house: SmallHouse) -> None:
    wholes = house.desk.wholes
    both = done(wholes.declare("Les deux", ("calumet", "pow-wow")))
    three = done(wholes.declare("Les trois", (both.id, "agora")))
    assert three.parts == ("agora", "calumet", "pow-wow")
    assert [whole.name for whole in wholes.everything()] == ["Les deux", "Les trois"]
    assert no(wholes.declare("Les deux", ("calumet", "agora"))) == "name_taken"
    assert no(wholes.declare("Calumet", ("pow-wow", "agora"))) == "name_taken"
    for parts in (("calumet",), ("calumet", "calumet"), ("calumet", "nowhere"), ()):
        assert no(wholes.declare("Autre", parts)) == "parts"
    assert no(wholes.declare("  ", ("calumet", "agora"))) == "parts"
    done(house.desk.bookings.hold(wish("2026-11-24T10:00", space=three.id)))
    assert no(wholes.remove(three.id)) == "booked"
    assert wholes.remove(both.id) is None
    assert no(wholes.remove(both.id)) == "no_space"
    assert no(wholes.remove("calumet")) == "no_space"
    house.desk.work.operator = Operator("f", "Inès", is_manager=False)
    assert no(wholes.declare("Encore", ("calumet", "agora"))) == "right"
    assert no(wholes.remove(three.id)) == "right"
    assert house.verify().problems == ()


def test_what_nobody_types_is_not_kept_in_a_name_or_a_note(house: SmallHouse) -> None:
    wholes = house.desk.wholes
    assert done(wholes.declare("Les\x07 deux\x00", ("calumet", "pow-wow"))).name == "Les deux"
    assert wholes.put_out_of_order("calumet", "fui\x1bte") is None
    assert house.value("SELECT closed_note FROM space WHERE id = 'calumet'") == "fuite"
    assert no(wholes.put_out_of_order("calumet", "\x07")) == "no_note"


def test_a_space_out_of_order_takes_its_whole_with_it(house: SmallHouse) -> None:
    wholes = house.desk.wholes
    both = done(wholes.declare("Les deux", ("calumet", "pow-wow")))
    assert wholes.put_out_of_order("calumet", " fuite  d’eau ") is None
    refused = house.desk.bookings.hold(wish("2026-11-24T10:00", space=both.id))
    assert refused.sentence == "Calumet est fermé\u00a0: fuite d’eau."  # type: ignore[union-attr]
    now = next(space for space in house.desk.plan.at().spaces if space.id == "calumet")
    assert (now.fact, now.note, now.free_seats) == (SpaceFact.OUT_OF_ORDER, "fuite d’eau", 0)
    assert wholes.put_back_in_order("calumet") is None
    done(house.desk.bookings.hold(wish("2026-11-24T10:00", space=both.id)))
    assert no(wholes.put_out_of_order("calumet", " ")) == "no_note"
    assert no(wholes.put_out_of_order("nowhere", "x")) == "no_space"
    assert [row[0] for row in house.rows("SELECT kind FROM journal WHERE kind LIKE 'space.%' ORDER BY sequence")] == [
        "space.out_of_order", "space.in_order",
    ]  # fmt: skip
    house.change(Space, "pow-wow", closed_note="peinture")
    assert paris("2026-11-24T10:00").hour == 10


def test_a_whole_that_is_let_is_priced_found_quoted_and_rented(house: SmallHouse) -> None:
    floor = done(house.desk.wholes.declare("Le premier étage", ("calumet", "pow-wow"), rentable=True))
    lines = [row for row in house.desk.prices.grid() if row.label == floor.name]
    assert [(row.unit, row.product_code) for row in lines] == [
        (unit, "room-le-premier-etage") for unit in (PriceUnit.HOUR, PriceUnit.HALF_DAY, PriceUnit.DAY)
    ]
    start, end = paris("2026-11-24T10:00"), paris("2026-11-24T12:00")
    assert no(house.desk.rentals.quote(floor.id, start, end, STANDARD)) == "no_price"
    _priced(house, floor.id)
    assert [(found.id, found.detail) for found in house.desk.finder.find("premier")] == [
        (floor.id, "Ensemble · Calumet, Pow-Wow")
    ]
    assert [room.name for room in done(house.desk.rooms.find(20, None, STANDARD))] == ["Agora", floor.name]
    order = RentalOrder(floor.id, start, end, NewOrganisation("Lien Vert", STANDARD), 20)
    quote = done(house.desk.quotes.make(order))
    assert [line.label for line in quote.basket.lines] == ["Le premier étage, heures"]
    assert no(house.desk.wholes.remove(floor.id)) == "promised"
    done(house.desk.quotes.take_up(quote.id, (PaymentOffer(PaymentMode.CARD, quote.basket.total_cents),)))
    assert house.value("SELECT label FROM sale_line") == "Le premier étage, heures"
    assert no(house.desk.bookings.hold(wish("2026-11-24T10:30", space="calumet"))) == "taken"
    assert house.verify(deep=True).problems == ()


def test_a_whole_with_a_part_out_of_order_is_not_offered(house: SmallHouse) -> None:
    floor = done(house.desk.wholes.declare("Le premier étage", ("calumet", "pow-wow"), rentable=True))
    _priced(house, floor.id)
    assert house.desk.wholes.put_out_of_order("calumet", "fuite") is None
    refused = house.desk.rentals.window(floor.id)
    assert (no(refused), refused.sentence) == ("closed", "Calumet est fermé\u00a0: fuite.")  # type: ignore[union-attr]
    assert floor.id not in {room.space_id for room in done(house.desk.rooms.find(20, None, STANDARD))}


def test_a_whole_taken_away_and_made_again_has_the_prices_it_had(house: SmallHouse) -> None:
    wholes = house.desk.wholes
    floor = done(wholes.declare("Le premier étage", ("calumet", "pow-wow"), rentable=True))
    assert wholes.remove(floor.id) is None
    assert house.rows("SELECT id FROM space WHERE kind = 'whole'") == house.rows("SELECT code FROM product WHERE 0")
    assert "room-le-premier-etage" not in {row.product_code for row in house.desk.prices.grid()}
    done(wholes.declare("Le premier étage", ("calumet", "pow-wow"), rentable=True))
    _priced(house, floor.id)
    assert wholes.remove(floor.id) is None
    assert wholes.everything() == house.desk.plan.at().wholes == ()
    assert no(wholes.remove(floor.id)) == "no_space"
    assert [row.is_withdrawn for row in house.desk.prices.grid() if row.label == floor.name] == [True]
    again = done(wholes.declare("Le Premier Étage", ("pow-wow", "calumet", "agora"), rentable=True))
    assert (again.id, again.seats, again.floor) == (floor.id, 46, "")
    (row,) = [row for row in house.desk.prices.grid() if row.label == again.name and row.unit is PriceUnit.HOUR]
    assert (row.cells[2].cents, row.is_withdrawn) == (9000, False)
    # What is on no plan is no part of anything, and a room's name of today is taken.
    assert no(wholes.declare("Autre", ("calumet", again.id, "nowhere"))) == "parts"


def test_what_an_older_house_left_halfway_is_seen_to_when_it_opens(house: SmallHouse) -> None:
    done(house.desk.wholes.declare("Duo", ("calumet", "pow-wow"), rentable=True))
    done(house.desk.wholes.declare("Trio", ("calumet", "pow-wow", "agora"), rentable=True))
    done(house.desk.bookings.hold(wish("2026-11-24T10:00", space="duo")))
    with closing(plain(house.folder)) as connection:
        connection.execute("DELETE FROM product WHERE space_id IN ('duo', 'trio')")
        connection.execute("DELETE FROM space_part WHERE whole_id = 'duo' AND part_id = 'calumet'")
    assert house.reopen().plans.take_effect() is False, "the desk that opens has done it"
    assert [whole.name for whole in house.desk.wholes.everything()] == ["Trio"]
    assert {row.label for row in house.desk.prices.grid()} & {"Duo", "Trio"} == {"Trio"}
    assert house.rows("SELECT rentable FROM space WHERE id = 'duo'") == [(0,)], "its booking names it still"
    assert last_record(house, "whole.removed") == {"schema": 1, "space": "duo", "name": "Duo"}
    assert house.verify().problems == ()


def _priced(house: SmallHouse, whole: str) -> None:
    price = NewPrice(f"room-{whole}", PriceUnit.HOUR, STANDARD, 9000, TUESDAY)
    assert house.desk.prices.set_price(price) is None
