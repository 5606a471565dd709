"""The day pass: three steps, one transaction, a guest who is in at once."""

from __future__ import annotations

import pytest

from desk import codes
from desk.bus import Topic
from desk.checkin import Verdict
from desk.documents.page import from_json
from desk.errors import Refused
from desk.passes import CATEGORIES, PassOffer, PassOrder
from desk.till import PaymentOffer
from models.catalogue import Price, PriceCategory
from models.passes import DayPart
from models.sales import PaymentMode
from models.site import Site
from tests.support.house import TUESDAY, SmallHouse

CARD = PaymentMode.CARD


def _offer(house: SmallHouse, category: PriceCategory, part: DayPart) -> PassOffer:
    offer = house.desk.passes.offer(category, part)
    assert isinstance(offer, PassOffer)
    return offer


@pytest.mark.parametrize(
    ("category", "part", "cents"),
    [
        (PriceCategory.STANDARD, DayPart.DAY, 2400), (PriceCategory.STANDARD, DayPart.MORNING, 1440),
        (PriceCategory.SOLIDARITY, DayPart.DAY, 1800), (PriceCategory.SOLIDARITY, DayPart.AFTERNOON, 1080),
    ],
)  # fmt: skip
def test_the_published_prices(house: SmallHouse, category: PriceCategory, part: DayPart, cents: int) -> None:
    assert category in CATEGORIES
    assert _offer(house, category, part).basket.total_cents == cents


def test_a_pass_sold_is_one_act(house: SmallHouse, hears: list[frozenset[Topic]]) -> None:
    order = PassOrder(PriceCategory.STANDARD, DayPart.DAY, "  Zoé \t Visite ", wants_receipt=True)
    sold = house.desk.passes.sell(order, (PaymentOffer(CARD, 2400),))
    assert not isinstance(sold, Refused)
    assert isinstance(codes.parse(sold.code), codes.Code)
    assert (sold.number, sold.sale.number, sold.arrival.verdict) == (1, "A-000001", Verdict.IN)
    assert sold.arrival.greeting is not None
    assert (sold.arrival.greeting.name, sold.arrival.greeting.headline) == ("Zoé Visite", "Pass journée")
    assert house.rows("SELECT day, part, guest_name FROM day_pass") == [(TUESDAY.isoformat(), "day", "Zoé Visite")]
    assert house.value("SELECT count(DISTINCT at) FROM journal WHERE stream <> 'technical'") == 1
    kinds = [from_json(str(row[0])).kind for row in house.rows("SELECT document FROM print_job ORDER BY id")]
    assert kinds == ["day_pass", "receipt"]
    assert hears == [frozenset({Topic.SALES, Topic.PRINTING, Topic.VISITS})]


def test_paper_only_for_the_pass_unless_asked(house: SmallHouse) -> None:
    house.sell_pass()
    assert house.value("SELECT count(*) FROM print_job") == 1
    assert house.value("SELECT count(*) FROM journal WHERE stream = 'duplicates'") == 0


def test_nobody_needs_a_name_and_a_long_one_is_cut(house: SmallHouse) -> None:
    nameless = house.sell_pass()
    assert nameless.arrival.greeting is not None
    assert nameless.arrival.greeting.name == "Pass n° 1"
    named = house.sell_pass(guest="é" * 500 + "\x07")
    assert named.arrival.greeting is not None
    assert named.arrival.greeting.name == "é" * 80
    assert named.number == 2
    assert house.verify().ok


def test_a_full_house_sells_no_pass(house: SmallHouse) -> None:
    house.change(Site, 1, safety_limit=1)
    house.sell_pass()
    answer = house.desk.passes.sell(PassOrder(PriceCategory.STANDARD, DayPart.DAY), (PaymentOffer(CARD, 2400),))
    assert isinstance(answer, Refused)
    assert answer.code == "full"
    assert house.value("SELECT count(*) FROM sale") == 1


def test_the_half_that_is_over_is_not_sold(house: SmallHouse) -> None:
    assert house.at(13, 29).desk.passes.part_now() is DayPart.MORNING
    assert house.at(13, 30).desk.passes.part_now() is DayPart.AFTERNOON
    refused = Refused("too_late", "La matinée est finie\u00a0: vendez l’après-midi ou la journée.")
    assert house.desk.passes.offer(PriceCategory.STANDARD, DayPart.MORNING) == refused
    order = PassOrder(PriceCategory.STANDARD, DayPart.MORNING)
    assert house.desk.passes.sell(order, (PaymentOffer(CARD, 1440),)) == refused


def test_a_pass_with_no_price_is_not_sold(house: SmallHouse) -> None:
    answer = house.desk.passes.offer(PriceCategory.MEMBER, DayPart.DAY)
    assert answer == Refused("not_sold", "Ce pass n’a pas de prix pour cette catégorie.")


def test_the_price_that_counts_is_the_one_at_the_sale(house: SmallHouse) -> None:
    """The panel showed yesterday's price: the payment no longer fits, and says so."""
    shown = _offer(house, PriceCategory.STANDARD, DayPart.DAY).basket.total_cents
    with house.desk.work.write() as unit:
        (price,) = [p for p in unit.session.query(Price).filter_by(product_code="pass-day") if p.category == "standard"]
        price.cents = 2600
    answer = house.desk.passes.sell(PassOrder(PriceCategory.STANDARD, DayPart.DAY), (PaymentOffer(CARD, shown),))
    assert isinstance(answer, Refused)
    assert answer.code == "unbalanced"


def test_a_failure_at_the_last_step_undoes_the_whole_sale(house: SmallHouse, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> None:
        raise RuntimeError("the door broke")

    monkeypatch.setattr(house.desk.checkin, "admit_pass", fail)
    with pytest.raises(RuntimeError):
        house.desk.passes.sell(PassOrder(PriceCategory.STANDARD, DayPart.DAY), (PaymentOffer(CARD, 2400),))
    for table in ("sale", "sale_line", "payment", "day_pass", "print_job", "visit"):
        assert house.value(f"SELECT count(*) FROM {table}") == 0
    monkeypatch.undo()
    assert house.sell_pass().sale.number == "A-000001"
    assert house.verify().ok
