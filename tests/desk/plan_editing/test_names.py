"""A room is sold, priced and promised under the name that it has on the day; what was sealed keeps its words."""

from __future__ import annotations

from datetime import date, datetime, timedelta

import pytest

from desk.articles import NewArticle
from desk.documents import text
from desk.documents.page import Document
from desk.organisations import NewOrganisation
from desk.plan_editing import edits
from desk.plan_editing.names import name_on
from desk.prices import NewExtra, NewPrice
from desk.rentals import RentalOrder
from desk.till import PaymentOffer
from models.catalogue import PriceCategory, PriceUnit
from models.sales import PaymentMode
from tests.desk.bookings.scenes import done, no, paris
from tests.desk.plan_editing.test_edits import details
from tests.desk.plan_editing.test_publication import DECEMBER, drawn, publish
from tests.support.house import TUESDAY, SmallHouse

STANDARD = PriceCategory.STANDARD
WHO = NewOrganisation("Lien Vert", STANDARD)


def _renamed(house: SmallHouse, day: date, **names: str) -> None:
    """Publish a plan on which these spaces (their ids, with _ for -) are called otherwise."""
    plan = done(house.desk.plan_editing.open()).plan
    for space_id, name in names.items():
        code = space_id.replace("_", "-")
        plan = done(edits.describe_space(plan, code, details(plan, code, name=name)))
    done(publish(house, plan, day))


def _swapped(house: SmallHouse, day: date = TUESDAY) -> None:
    """Calumet and Pow-Wow change their names, as a manager does it: in two steps, by a third name."""
    _renamed(house, day, calumet="Provisoire")
    _renamed(house, day, pow_wow="Calumet")
    _renamed(house, day, calumet="Pow-Wow")


def _quoted(house: SmallHouse, space: str, start: datetime) -> tuple[str, str]:
    quote = done(house.desk.rentals.quote(space, start, start + timedelta(hours=2), STANDARD))
    return quote.space, quote.basket.lines[0].label


def _hours(house: SmallHouse, day: date | None = None) -> dict[str, str]:
    """The name of each room in the price list."""
    rows = house.desk.prices.grid(day)
    return {r.product_code: r.label for r in rows if r.unit is PriceUnit.HOUR and not r.is_withdrawn}


def _order(space: str, start: datetime) -> RentalOrder:
    return RentalOrder(space, start, start + timedelta(hours=2), WHO, 4)


def _rent(house: SmallHouse, space: str, start: datetime) -> None:
    total = done(house.desk.rentals.quote(space, start, start + timedelta(hours=2), STANDARD)).basket.total_cents
    done(house.desk.rentals.rent(_order(space, start), (PaymentOffer(PaymentMode.CARD, total),)))


def _paper(house: SmallHouse, quote_id: str) -> str:
    document = house.desk.quotes.document(quote_id)
    assert isinstance(document, Document)
    return text.render(document)


def test_two_rooms_that_change_names_are_sold_and_priced_under_the_new_ones(house: SmallHouse) -> None:
    _rent(house, "calumet", paris("2026-11-24T10:00"))
    _swapped(house)
    assert _quoted(house, "pow-wow", paris("2026-11-24T14:00")) == ("Calumet", "Calumet, heures")
    _rent(house, "pow-wow", paris("2026-11-24T14:00"))
    assert _hours(house)["room-pow-wow"] == "Calumet"
    assert _hours(house)["room-calumet"] == "Pow-Wow"
    # The first was sold before: it keeps its words. The smaller room keeps its price under its new name.
    assert house.rows("SELECT label, unit_cents FROM sale_line ORDER BY rowid") == [
        ("Calumet, heures", 2500), ("Calumet, heures", 4000),
    ]  # fmt: skip
    assert house.verify(deep=True).problems == ()


def test_a_planned_name_is_in_the_prices_from_its_day_on(house: SmallHouse) -> None:
    _renamed(house, DECEMBER, agora="Grande salle")
    assert _quoted(house, "agora", paris("2026-11-30T20:00")) == ("Agora", "Agora, heures")
    assert _quoted(house, "agora", paris("2026-12-01T09:00")) == ("Grande salle", "Grande salle, heures")
    assert _hours(house)["room-agora"] == _hours(house, DECEMBER - timedelta(days=1))["room-agora"] == "Agora"
    assert _hours(house, DECEMBER)["room-agora"] == "Grande salle"
    house.at(0, day=DECEMBER)
    assert _hours(house)["room-agora"] == "Grande salle", "before anything gave the spaces their new names"


def test_a_quote_keeps_the_words_it_was_made_with(house: SmallHouse) -> None:
    start = paris("2026-12-02T10:00")
    quote = done(house.desk.quotes.make(_order("agora", start)))
    before = _paper(house, quote.id)
    assert "Agora" in before
    _renamed(house.at(10), DECEMBER, agora="Grande salle")
    assert _paper(house, quote.id) == before
    assert done(house.desk.quotes.make(_order("agora", start))).basket.lines[0].label == "Grande salle, heures"
    again = house.at(9, day=DECEMBER).desk.quotes.file(quote.id)
    assert again is not None
    assert (again.space, again.basket.lines[0].label) == ("Grande salle", "Agora, heures")
    assert _paper(house, quote.id) == before
    done(house.desk.quotes.take_up(quote.id, (PaymentOffer(PaymentMode.CARD, quote.basket.total_cents),)))
    assert house.value("SELECT label FROM sale_line") == "Agora, heures", "what was promised is what is sold"


def test_the_name_is_that_of_the_drawing_of_each_day(house: SmallHouse) -> None:
    done(publish(house, drawn(house)))
    _renamed(house, DECEMBER + timedelta(days=3), agora="Halle", wigwam="Yourte", calumet="Pipe")
    elsewhere = {"wigwam": "Wigwam", "studio-photo": "Studio photo"}
    with house.desk.work.read() as session:
        for day in range(-2, 9):
            moment = paris("2026-12-01T00:00") + timedelta(days=day)
            names = elsewhere | {space.id: space.name for space in house.desk.plans.of(moment).spaces}
            assert {space_id: name_on(session, space_id, moment) for space_id in names} == names
        with pytest.raises(LookupError):
            name_on(session, "nowhere", moment)


def test_a_room_that_is_gone_is_sold_no_more_and_keeps_its_prices_last(house: SmallHouse) -> None:
    done(publish(house, drawn(house), TUESDAY))
    _renamed(house, TUESDAY, calumet="Studio photo")
    rows = [row for row in house.desk.prices.grid() if row.label == "Studio photo" and row.unit is PriceUnit.HOUR]
    assert [(row.product_code, row.is_withdrawn) for row in rows] == [
        ("room-calumet", False), ("room-studio-photo", True),
    ]  # fmt: skip
    assert house.desk.prices.grid()[-1].product_code == "room-studio-photo"


def test_what_is_added_to_the_list_has_no_room_s_name_of_today(house: SmallHouse) -> None:
    _renamed(house, TUESDAY, agora="Grande salle")
    prices, articles = house.desk.prices, house.desk.articles
    assert no(prices.add_extra(NewExtra("grande salle", PriceUnit.EACH, 500))) == "known"
    refused = articles.add(NewArticle("Grande Salle", ((STANDARD, 150),)))
    assert no(refused) == "known"
    assert refused.sentence == "Grande salle est déjà dans la grille."  # type: ignore[union-attr]
    done(articles.add(NewArticle("Agora", ((STANDARD, 150),))))


def test_a_price_set_by_the_name_of_the_grid_is_that_of_the_room_that_is_rented(house: SmallHouse) -> None:
    _swapped(house)
    (code,) = [code for code, name in _hours(house).items() if name == "Calumet"]
    assert house.desk.prices.set_price(NewPrice(code, PriceUnit.HOUR, STANDARD, 9900, TUESDAY)) is None
    (room,) = [s for s in house.desk.drawing.spaces if s.name == "Calumet"]
    start = paris("2026-11-24T10:00")
    quote = done(house.desk.rentals.quote(room.id, start, start + timedelta(hours=1), STANDARD))
    assert (quote.space, quote.basket.lines[0].unit_cents) == ("Calumet", 9900)
