"""From 0014 to 0015, with data: a house is not one to practise in, and every article goes on being sold."""

from __future__ import annotations

from pathlib import Path

from desk.clock import SetClock
from desk.frontdesk import FrontDesk
from desk.rights import AT_TERMINAL
from desk.verify import verify_folder
from models.catalogue import PriceCategory
from tests.models.test_migrations import restored
from tests.support.house import OPENING

OLDER = Path(__file__).parent / "older"


def test_a_house_of_before_is_real_and_sells_all_that_it_sold(tmp_path: Path) -> None:
    restored(OLDER / "0014.sql", tmp_path / "house")
    desk = FrontDesk(tmp_path / "house", clock=SetClock(OPENING), operator=AT_TERMINAL)
    assert not desk.site.facts().is_training
    rows = desk.prices.grid()
    assert {(row.family, row.is_withdrawn) for row in rows} == {("", False)}
    labels = {article.label for article in desk.shop.articles(PriceCategory.STANDARD)}
    assert "Café" in labels
    coffee = next(row for row in rows if row.label == "Café")
    assert desk.articles.withdraw(coffee.product_code) is None
    assert "Café" not in {article.label for article in desk.shop.articles(PriceCategory.STANDARD)}
    desk.close()
    assert verify_folder(tmp_path / "house", deep=True).problems == ()


def test_a_house_of_0015_keeps_its_articles(tmp_path: Path) -> None:
    restored(OLDER / "0015.sql", tmp_path / "house")
    desk = FrontDesk(tmp_path / "house", clock=SetClock(OPENING), operator=AT_TERMINAL)
    labels = {article.label: article.family for article in desk.shop.articles(PriceCategory.STANDARD)}
    assert labels["Thé glacé"] == "Boissons"
    assert "Sirop" not in labels
    desk.close()
