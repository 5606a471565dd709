"""Articles of the counter: added, sold, withdrawn from sale, put back; never deleted."""

from __future__ import annotations

from dataclasses import replace

import pytest

from desk.articles import NewArticle
from desk.errors import Refused
from desk.shop import Article, ShopLine, ShopOrder, ShopSold, found
from desk.till import PaymentOffer
from desk.work import Operator
from models.catalogue import PriceCategory
from models.sales import PaymentMode
from tests.support.house import TUESDAY, SmallHouse

MEMBER, STANDARD = PriceCategory.MEMBER, PriceCategory.STANDARD
TEA = NewArticle("Thé glacé", ((STANDARD, 250), (MEMBER, 200)), "Boissons", "normal")


def _added(house: SmallHouse, wanted: NewArticle = TEA) -> str:
    made = house.desk.articles.add(wanted)
    assert isinstance(made, str), made
    return made


def _offered(house: SmallHouse, category: PriceCategory = STANDARD) -> dict[str, Article]:
    return {article.label: article for article in house.desk.shop.articles(category)}


def _sell(house: SmallHouse, key: str, cents: int) -> ShopSold | Refused:
    return house.desk.shop.sell(ShopOrder((ShopLine(key, 1),)), (PaymentOffer(PaymentMode.CARD, cents),))


def test_a_new_article_is_sold_at_once_at_the_price_of_each_category(house: SmallHouse) -> None:
    code = _added(house)
    tea = _offered(house)["Thé glacé"]
    assert (tea.due_cents, tea.family) == (250, "Boissons")
    assert _offered(house, MEMBER)["Thé glacé"].due_cents == 200
    assert _offered(house, PriceCategory.SOLIDARITY)["Thé glacé"].due_cents == 250
    assert found(tuple(_offered(house).values()), "boissons")[0] == tea
    assert isinstance(_sell(house, tea.key, 250), ShopSold)
    (row,) = [row for row in house.desk.prices.grid() if row.product_code == code]
    assert (row.family, row.may_be_withdrawn, row.is_withdrawn) == ("Boissons", True, False)
    assert house.verify(deep=True).ok


def test_a_withdrawn_article_is_sold_no_more_and_its_past_stays(house: SmallHouse) -> None:
    code = _added(house)
    key = _offered(house)["Thé glacé"].key
    assert isinstance(_sell(house, key, 250), ShopSold)
    assert house.desk.articles.withdraw(code) is None
    assert "Thé glacé" not in _offered(house)
    refused = _sell(house, key, 250)
    assert isinstance(refused, Refused)
    assert refused.code == "not_sold"
    assert house.desk.prices.grid()[-1].product_code == code
    assert house.value("SELECT count(*) FROM sale_line WHERE product_code = ?", code) == 1
    again = house.desk.articles.withdraw(code)
    assert isinstance(again, Refused)
    assert again.code == "already"
    assert house.desk.articles.put_back(code) is None
    assert isinstance(_sell(house, key, 250), ShopSold)
    kinds = house.rows("SELECT kind FROM journal WHERE kind LIKE 'product.%' ORDER BY sequence")
    assert kinds == [("product.added",), ("product.withdrawn",), ("product.put_back",)]


def test_an_extra_that_is_withdrawn_goes_with_no_room(house: SmallHouse) -> None:
    before = house.desk.rentals.extras(STANDARD, TUESDAY)
    assert house.desk.articles.withdraw(before[0].code) is None
    assert house.desk.rentals.extras(STANDARD, TUESDAY) == before[1:]


@pytest.mark.parametrize("code", ["pass-day", "event-ticket", "room-pow-wow", "plan-regular", "nothing"])
def test_what_is_more_than_an_article_stays(house: SmallHouse, code: str) -> None:
    if code == "plan-regular":
        code = str(house.value("SELECT product_code FROM plan WHERE code = 'regular'"))
    refused = house.desk.articles.withdraw(code)
    assert isinstance(refused, Refused)
    assert refused.code == ("no_product" if code == "nothing" else "kept")


@pytest.mark.parametrize(
    ("wanted", "code"),
    [
        (replace(TEA, label="  \t "), "no_name"), (replace(TEA, label="x" * 61), "too_long"),
        (replace(TEA, family="y" * 31), "too_long"), (replace(TEA, label="CAFE"), "known"),
        (replace(TEA, vat_code="reduced"), "no_rate"), (replace(TEA, vat_code="none"), "no_rate"),
        (replace(TEA, prices=()), "no_price"), (replace(TEA, prices=((STANDARD, 1), (STANDARD, 2))), "no_price"),
        (replace(TEA, prices=((STANDARD, 0),)), "amount"), (replace(TEA, prices=((STANDARD, -5),)), "amount"),
        (replace(TEA, prices=((STANDARD, 10_000_001),)), "amount"),
    ],
)  # fmt: skip
def test_a_wrong_article_is_refused_and_nothing_is_written(house: SmallHouse, wanted: NewArticle, code: str) -> None:
    before = house.rows("SELECT * FROM product ORDER BY code")
    refused = house.desk.articles.add(wanted)
    assert isinstance(refused, Refused)
    assert refused.code == code
    assert refused.sentence.endswith(".")
    assert house.rows("SELECT * FROM product ORDER BY code") == before


def test_a_price_that_is_too_high_is_told_so(house: SmallHouse) -> None:
    refused = house.desk.articles.add(replace(TEA, prices=((STANDARD, 10_000_001),)))
    assert isinstance(refused, Refused)
    assert "ne dépasse pas 100\u202f000,00" in refused.sentence.replace("\u00a0", "\u202f")


def test_only_a_manager_keeps_the_articles(house: SmallHouse) -> None:
    code = _added(house)
    house.desk.work.operator = Operator("1", "Noé")
    for refused in (
        house.desk.articles.add(replace(TEA, label="Sirop")), house.desk.articles.withdraw(code),
        house.desk.articles.put_back(code),
    ):  # fmt: skip
        assert isinstance(refused, Refused)
        assert refused.code == "right"


def test_a_family_is_written_as_the_house_does_and_a_withdrawn_name_is_told(house: SmallHouse) -> None:
    code = _added(house)
    _added(house, replace(TEA, label="Sirop", family="  BOISSONS "))
    assert house.desk.articles.families() == ("Boissons",)
    assert house.desk.articles.withdraw(code) is None
    refused = house.desk.articles.add(TEA)
    assert isinstance(refused, Refused)
    assert "remettez-le en vente" in refused.sentence
