"""The float: what is found at the opening against what the closing left, and a drawer counted once it has served."""

from __future__ import annotations

import json
from datetime import date, timedelta
from typing import Any

import pytest

from desk.documents import text
from desk.drawer import MOST_CENTS
from desk.errors import Refused
from tests.desk.closings.scenes import FLOAT, a_day, closed, refused, sold, staffed
from tests.support.house import TUESDAY, SmallHouse

WEDNESDAY: date = TUESDAY + timedelta(days=1)
FLOATS = (
    "SELECT CAST(body AS TEXT) FROM journal WHERE stream = 'technical' AND kind = 'till.float_counted'"
    " ORDER BY sequence"
)


def _last_float(house: SmallHouse) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(str(house.rows(FLOATS)[-1][0]))
    return found


def _drawer(house: SmallHouse) -> tuple[int, int]:
    state = house.desk.closings.drawer.state()
    return state.opening_cents, state.expected_cents


def test_a_float_counted_after_sales_speaks_of_the_drawer_as_it_is(house: SmallHouse) -> None:
    staffed(house)
    sold(house, 2400)
    assert house.desk.closings.drawer.take_out(400, "timbres") is None
    assert house.desk.till.count_float(17_000) is None
    assert _drawer(house) == (15_000, 17_000)
    sold(house, 100)
    made = closed(house)
    assert (made.counted_cents, made.difference_cents) == (17_100, 0)
    assert house.verify(deep=True).problems == ()


def test_what_the_closing_left_and_nobody_finds_is_told_at_once_and_stays_on_the_report(house: SmallHouse) -> None:
    staffed(house)
    a_day(house)
    till = house.at(9, day=WEDNESDAY).desk.till
    answer = till.count_float(10_000)
    assert isinstance(answer, Refused)
    assert answer.code == "float_differs"
    for said in ("a laissé 150,00 €", "compté 100,00 €", "-50,00 €"):
        assert said in answer.sentence.replace("\u00a0", " ")
    assert till.float_today() is None
    assert refused(till.count_float(10_000, "  \n ")) == "float_differs"
    assert till.count_float(10_000, " un billet  manque ") is None
    facts = _last_float(house)
    assert (facts["difference"], facts["opening"], facts["reason"]) == (-5000, 10_000, "un billet manque")
    sold(house, 100)
    made = closed(house)
    assert made.difference_cents == 0
    report = house.desk.closings.reports.seen(made.number)
    assert report is not None
    words = " ".join(text.render(report).replace("\u00a0", " ").split())
    for said in ("Écart au comptage du fond -50,00 €", "Compté 100,00 € par Gaël Essai : un billet manque"):
        assert said in words
    assert house.verify(deep=True).problems == ()


def test_a_drawer_counted_again_tells_what_went_missing_since(house: SmallHouse) -> None:
    staffed(house).desk.till.count_float(FLOAT)
    sold(house, 2400)
    answer = house.desk.till.count_float(17_300)
    assert isinstance(answer, Refused)
    assert "devrait contenir 174,00" in answer.sentence
    assert house.desk.till.count_float(17_300, "inconnu") is None
    assert _drawer(house) == (14_900, 17_300)
    assert house.desk.closings.drawer.state().opening_difference == -100
    closed(house)
    assert house.verify().problems == ()


def test_the_first_float_of_a_house_has_nothing_to_differ_from_but_what_was_sold(house: SmallHouse) -> None:
    staffed(house)
    sold(house, 2400)
    assert refused(house.desk.till.count_float(2000)) == "float_differs"
    assert house.desk.till.count_float(2000, "rendu de trop") is None
    assert _last_float(house)["difference"] == -400
    assert _drawer(house) == (-400, 2000)
    closed(house)
    assert house.verify().problems == ()


def test_a_float_of_before_is_still_the_opening_itself(house: SmallHouse) -> None:
    """A record of schema 1 was taken for the opening whatever had been sold: its closing must go on verifying."""
    from desk.ids import new_id
    from models.journal import Stream
    from models.till import FloatCount

    staffed(house)
    sold(house, 2400)
    with house.desk.work.write() as unit:
        unit.record(Stream.TECHNICAL, "till.float_counted", {"schema": 1, "cents": 15_000, "by": "Gaël Essai"})
        unit.session.add(FloatCount(id=new_id(), counted_at=unit.now, counted_by=unit.operator.id, cents=15_000))
    assert _drawer(house) == (15_000, 17_400)
    closed(house)
    assert house.verify(deep=True).problems == ()


@pytest.mark.parametrize(("cents", "code"), [(-1, "negative"), (MOST_CENTS + 1, "amount"), (10**12, "amount")])
def test_a_float_that_no_drawer_holds_is_refused(house: SmallHouse, cents: int, code: str) -> None:
    staffed(house)
    assert refused(house.desk.till.count_float(cents, "raison")) == code
    assert house.rows(FLOATS) == []


def test_the_biggest_float_is_taken(house: SmallHouse) -> None:
    assert staffed(house).desk.till.count_float(MOST_CENTS) is None
