"""HT or TTC first: what a category reads, lines that always add up, a quote that reads as on its day."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desk.basket import Basket, BasketLine
from desk.documents import text
from desk.documents.page import Document
from desk.errors import Refused
from desk.organisations import NewOrganisation
from desk.quotes import QuoteFile
from desk.rentals import RentalOrder, RentalQuote
from desk.tax_sides import TaxSide, amount_words, on_side, other_words, read
from desk.work import Operator
from models.catalogue import PriceCategory
from tests.support.business_scenes import SIREN
from tests.support.house import PARIS, SmallHouse

MEMBER, SOLIDARITY, STANDARD = PriceCategory
NET, GROSS = TaxSide


def _line(cents: int, quantity: int, rate: int, *, included: bool) -> BasketLine:
    return BasketLine("room", "Salle", quantity, cents, included, rate)


def _at(hour: int) -> datetime:
    return datetime(2026, 11, 30, hour, tzinfo=PARIS)


def _asked(house: SmallHouse, category: PriceCategory) -> RentalQuote:
    quote = house.desk.rentals.quote("calumet", _at(10), _at(12), category)
    assert isinstance(quote, RentalQuote)
    return quote


def _quote(house: SmallHouse, category: PriceCategory) -> QuoteFile:
    order = RentalOrder("calumet", _at(10), _at(12), NewOrganisation("Les Amis du Essai", category, SIREN))
    made = house.desk.quotes.make(order)
    assert isinstance(made, QuoteFile)
    return made


def _paper(house: SmallHouse, quote: QuoteFile) -> list[str]:
    document = house.desk.quotes.document(quote.id)
    assert isinstance(document, Document)
    return [line.strip().replace("\u202f", " ").replace("\u00a0", " ") for line in text.render(document).splitlines()]


_LINES = st.lists(
    st.builds(
        _line, st.integers(-50_000, 50_000), st.integers(1, 40), st.sampled_from([0, 550, 1000, 2000]),
        included=st.booleans(),
    ),
    min_size=1, max_size=8,
)  # fmt: skip


@given(lines=_LINES, side=st.sampled_from(TaxSide))
def test_the_lines_add_up_to_the_amount_read_first(lines: list[BasketLine], side: TaxSide) -> None:
    basket = Basket(tuple(lines))
    shown = read(basket, side)
    assert sum(each.cents for each in shown.lines) == shown.first_cents
    assert shown.gross_cents == basket.total_cents
    for each in shown.lines:
        if each.line.tax_included is (side is GROSS):
            assert each.cents == each.line.cents


def test_three_prices_that_do_not_fall_on_a_cent_lose_none() -> None:
    basket = Basket(tuple(_line(1042, 1, 2000, included=False) for _ in range(3)))
    assert [each.cents for each in read(basket, GROSS).lines] == [1250, 1251, 1250]
    assert read(basket, GROSS).first_cents == basket.total_cents == 3751
    assert (on_side(-1042, 2000, GROSS, False), on_side(1250, 2000, NET, True)) == (-1250, 1042)


def test_a_new_house_reads_by_category(house: SmallHouse) -> None:
    assert [house.desk.readings.of(category) for category in PriceCategory] == [GROSS, GROSS, NET]
    shown = _asked(house, SOLIDARITY).read
    assert [(each.line.cents, each.cents) for each in shown.lines] == [(3600, 4320)]
    assert (amount_words(shown.first_cents, shown.side), other_words(shown)) == (
        "43,20\u00a0€ TTC", "dont 7,20\u00a0€ de TVA, soit 36,00\u00a0€ HT",
    )  # fmt: skip
    shown = _asked(house, STANDARD).read
    assert (shown.first_cents, other_words(shown)) == (5000, "soit 60,00\u00a0€ TTC, dont 10,00\u00a0€ de TVA")
    coffee = {extra.code: extra for extra in house.desk.rentals.extras(SOLIDARITY, _at(10).date())}["extra-coffee"]
    assert (coffee.cents, coffee.tax_included) == (275, True)


def test_a_manager_changes_what_is_read_and_nothing_that_is_due(house: SmallHouse) -> None:
    before = _asked(house, STANDARD)
    assert house.desk.readings.choose(STANDARD, GROSS) is None
    after = _asked(house, STANDARD)
    assert (after.side, after.basket) == (GROSS, before.basket)
    assert house.desk.readings.choose(STANDARD, GROSS) is None
    house.later(seconds=1)
    assert house.desk.readings.choose(STANDARD, NET) is None
    assert house.desk.readings.of(STANDARD) is NET
    assert house.value("SELECT count(*) FROM journal WHERE kind = 'category.reads'") == 2


def test_what_a_clock_that_was_ahead_wrote_does_not_win(house: SmallHouse) -> None:
    house.later(days=400)
    assert house.desk.readings.choose(STANDARD, GROSS) is None
    house.later(days=-400)
    assert house.desk.readings.of(STANDARD) is NET
    assert house.desk.readings.choose(SOLIDARITY, NET) is None
    assert house.desk.readings.choose(STANDARD, GROSS) is None
    house.later(days=800)
    assert (house.desk.readings.of(STANDARD), house.desk.readings.of(SOLIDARITY)) == (GROSS, NET)


def test_only_a_manager_may(house: SmallHouse) -> None:
    house.desk.work.operator = Operator("someone", "Inès Alvar")
    refused = house.desk.readings.choose(STANDARD, GROSS)
    assert isinstance(refused, Refused)
    assert house.desk.readings.of(STANDARD) is NET
    assert house.value("SELECT count(*) FROM journal WHERE kind = 'category.reads'") == 0


def test_a_quote_reads_as_on_its_day(house: SmallHouse) -> None:
    first = _quote(house, SOLIDARITY)
    paper = _paper(house, first)
    assert next(line for line in paper if line.startswith("Calumet, heures")).endswith("43,20 € TTC")
    assert "2 × 18,00 € HT · TVA 20 %" in paper
    totals = [line.split() for line in paper if line.startswith(("Total", "dont TVA"))]
    assert totals == [
        ["Total", "TTC", "43,20", "€"], ["dont", "TVA", "7,20", "€"], ["Total", "HT", "36,00", "€"],
    ]  # fmt: skip
    house.later(minutes=1)
    assert house.desk.readings.choose(SOLIDARITY, NET) is None
    assert _paper(house, first) == paper
    second = _quote(house, SOLIDARITY)
    assert (second.side, second.basket.total_cents) == (NET, first.basket.total_cents)
    totals = [line.split()[:2] for line in _paper(house, second) if line.startswith(("Total", "TVA"))]
    assert totals == [["Total", "HT"], ["TVA", "7,20"], ["Total", "TTC"]]


@pytest.mark.parametrize(("category", "amounts"), [(MEMBER, "30,00\u00a0€ TTC"), (STANDARD, "50,00\u00a0€ HT")])
def test_the_file_of_an_organisation_reads_like_its_category(
    house: SmallHouse, category: PriceCategory, amounts: str
) -> None:
    quote = _quote(house, category)
    house.later(minutes=1)
    file = house.desk.organisations.file(quote.organisation_id)
    assert file is not None
    assert (file.side, [deal.amount for deal in file.deals]) == (quote.side, [amounts])
    assert timedelta(0) < house.clock.now() - quote.made_at
