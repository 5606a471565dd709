"""The price list: what is in force on a day, a new price from a day on, and a past that never changes."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest

from desk.errors import Refused
from desk.prices import CATEGORIES, NewExtra, NewPrice, PriceCell
from desk.rentals import RentalQuote
from desk.work import Operator
from models.catalogue import PriceCategory, PriceUnit
from tests.desk.bookings.scenes import last_record, no
from tests.support.house import PARIS, TUESDAY, SmallHouse

STANDARD = PriceCategory.STANDARD
TOMORROW = TUESDAY + timedelta(days=1)
DEARER = NewPrice("room-pow-wow", PriceUnit.HOUR, STANDARD, 4500, TOMORROW)


def _cell(house: SmallHouse, day: date | None = None) -> PriceCell:
    rows = house.desk.prices.grid(day)
    (row,) = [r for r in rows if (r.product_code, r.unit) == ("room-pow-wow", PriceUnit.HOUR)]
    return row.cells[CATEGORIES.index(STANDARD)]


def _hour_costs(house: SmallHouse, day: int) -> int:
    start = datetime(2026, 11, day, 10, tzinfo=PARIS)
    quote = house.desk.rentals.quote("pow-wow", start, start + timedelta(hours=1), STANDARD)
    assert isinstance(quote, RentalQuote)
    return quote.basket.lines[0].cents


def test_a_new_price_begins_on_its_day_and_the_past_stays(house: SmallHouse) -> None:
    assert (_cell(house).cents, _cell(house).planned) == (4000, ())
    assert house.desk.prices.set_price(DEARER) is None
    assert _cell(house).cents == 4000
    assert [(p.valid_from, p.value) for p in _cell(house).planned] == [(TOMORROW, 4500)]
    assert (_cell(house, TOMORROW).cents, _cell(house, TOMORROW).since) == (4500, TOMORROW)
    assert (_hour_costs(house, 24), _hour_costs(house, 25)) == (4000, 4500)
    assert house.desk.prices.set_price(replace(DEARER, cents=4600)) is None
    assert _hour_costs(house, 25) == 4600
    assert house.value("SELECT count(*) FROM journal WHERE kind = 'price.set'") == 2


@pytest.mark.parametrize(
    ("wanted", "code"),
    [
        (replace(DEARER, valid_from=TUESDAY - timedelta(days=1)), "past"), (replace(DEARER, cents=-1), "amount"),
        (replace(DEARER, cents=10_000_001), "amount"), (replace(DEARER, product_code="no"), "no_product"),
        (replace(DEARER, unit=PriceUnit.PERSON), "no_product"),
    ],
)  # fmt: skip
def test_a_wrong_price_is_refused(house: SmallHouse, wanted: NewPrice, code: str) -> None:
    before = house.rows("SELECT * FROM price ORDER BY id")
    refused = house.desk.prices.set_price(wanted)
    assert isinstance(refused, Refused)
    assert refused.code == code
    assert ("ne dépasse pas" in refused.sentence) is (wanted.cents > 10_000_000)
    assert house.rows("SELECT * FROM price ORDER BY id") == before


def test_a_planned_price_is_withdrawn_one_in_force_is_not(house: SmallHouse) -> None:
    house.desk.prices.set_price(DEARER)
    assert house.desk.prices.withdraw_price(DEARER) is None
    assert _cell(house).planned == ()
    house.desk.prices.set_price(replace(DEARER, valid_from=TUESDAY))
    for wanted in (DEARER, replace(DEARER, valid_from=TUESDAY)):
        refused = house.desk.prices.withdraw_price(wanted)
        assert isinstance(refused, Refused)
        assert refused.code == "in_force"
    assert _cell(house).cents == 4500


def test_a_rate_begins_on_its_day(house: SmallHouse) -> None:
    assert house.desk.prices.set_rate("normal", 2100, TOMORROW) is None
    row = {row.code: row for row in house.desk.prices.rates()}["normal"]
    assert (row.basis_points, [(p.valid_from, p.value) for p in row.planned]) == (2000, [(TOMORROW, 2100)])
    start = datetime(2026, 11, 25, 10, tzinfo=PARIS)
    quote = house.desk.rentals.quote("pow-wow", start, start + timedelta(hours=1), STANDARD)
    assert isinstance(quote, RentalQuote)
    assert quote.basket.vat[0].basis_points == 2100
    for code, points, day in (("normal", 10_001, TOMORROW), ("normal", -1, TOMORROW), ("other", 1, TOMORROW)):
        assert isinstance(house.desk.prices.set_rate(code, points, day), Refused)
    assert isinstance(house.desk.prices.set_rate("normal", 1, TUESDAY - timedelta(days=1)), Refused)
    assert house.desk.prices.set_rate("reduced", 550, TUESDAY) is None


def test_a_planned_rate_is_withdrawn_one_in_force_is_not(house: SmallHouse) -> None:
    prices = house.desk.prices
    assert prices.set_rate("normal", 2100, TOMORROW) is None
    assert prices.withdraw_rate("normal", TOMORROW) is None
    assert {row.code: row for row in prices.rates()}["normal"].planned == ()
    assert last_record(house, "vat.withdrawn") == {
        "schema": 1, "code": "normal", "basis_points": 2100, "from": "2026-11-25",
    }  # fmt: skip
    before = house.rows("SELECT * FROM vat_rate ORDER BY code, valid_from")
    prices.set_rate("normal", 2200, TOMORROW)
    house.at(0, day=TOMORROW)
    # At the first instant of its day it is in force; nothing was ever planned for the day after.
    for code, day, why in (
        ("normal", TOMORROW, "in_force"), ("normal", date(2014, 1, 1), "in_force"),
        ("normal", TOMORROW + timedelta(days=1), "no_rate"), ("other", TOMORROW, "no_rate"),
    ):  # fmt: skip
        assert no(prices.withdraw_rate(code, day)) == why
    assert len(house.rows("SELECT * FROM vat_rate")) == len(before) + 1
    assert house.verify().problems == ()


def test_another_extra_is_sold_at_once(house: SmallHouse) -> None:
    made = house.desk.prices.add_extra(NewExtra("Paperboard", PriceUnit.EACH, 800))
    assert isinstance(made, str)
    assert made in {extra.code for extra in house.desk.rentals.extras(STANDARD, TUESDAY)}
    for wanted, code in (
        (NewExtra(" ", PriceUnit.EACH, 1), "no_name"), (NewExtra("Écran", PriceUnit.HOUR, 1), "no_name"),
        (NewExtra("paperboard", PriceUnit.EACH, 1), "known"), (NewExtra("Écran", PriceUnit.EACH, -1), "amount"),
        (NewExtra("Écran", PriceUnit.EACH, 1, "reduced"), "no_rate"),
    ):  # fmt: skip
        refused = house.desk.prices.add_extra(wanted)
        assert isinstance(refused, Refused)
        assert refused.code == code


def test_only_a_manager_changes_prices(house: SmallHouse) -> None:
    house.desk.work.operator = Operator("f", "Facilitateur")
    prices = house.desk.prices
    for refused in (
        prices.set_price(DEARER), prices.withdraw_price(DEARER), prices.set_rate("normal", 1, TOMORROW),
        prices.withdraw_rate("normal", TOMORROW),
        prices.add_extra(NewExtra("Écran", PriceUnit.EACH, 1)),
    ):  # fmt: skip
        assert isinstance(refused, Refused)
        assert refused.code == "right"
