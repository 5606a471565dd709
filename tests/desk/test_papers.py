"""The papers of a sale: what is printed, when, and under which title."""

from __future__ import annotations

from desk.errors import Refused
from tests.support.house import SmallHouse


def _titles(house: SmallHouse) -> list[str]:
    return sorted(job.title for job in house.desk.queue.pending())


def test_a_pass_is_always_printed_and_its_receipt_on_request_only(house: SmallHouse) -> None:
    house.sell_pass()
    assert _titles(house) == ["Pass journée n° 1"]
    house.later(minutes=1).sell_pass(receipt=True)
    assert _titles(house) == ["Pass journée n° 1", "Pass journée n° 2", "Reçu n° A-000002"]


def test_a_receipt_printed_again_is_a_duplicate(house: SmallHouse) -> None:
    sold = house.sell_pass()
    again = house.desk.receipts.print_again(sold.sale.sale_id)
    assert not isinstance(again, Refused)
    assert again.title in _titles(house)


def test_an_unknown_sale_prints_nothing(house: SmallHouse) -> None:
    assert isinstance(house.desk.receipts.print_again("nothing"), Refused)
    assert _titles(house) == []
