"""Receipts on request: the original once, then duplicates that say so, each print in its own stream."""

from __future__ import annotations

import hashlib
import json

from desk.documents.page import Document
from desk.errors import Refused
from tests.support.house import SmallHouse


def _text(document: Document) -> str:
    return json.dumps(document, default=lambda value: getattr(value, "__dict__", str(value)), ensure_ascii=False)


def _prints(house: SmallHouse) -> list[dict[str, object]]:
    rows = house.rows("SELECT CAST(body AS TEXT) FROM journal WHERE stream = 'duplicates' ORDER BY sequence")
    return [json.loads(str(row[0])) for row in rows]


def test_the_first_print_is_the_original_the_others_say_duplicata(house: SmallHouse) -> None:
    sold = house.sell_pass(guest="Zoé Test").sale
    papers = [house.later(minutes=1).desk.receipts.print_again(sold.sale_id) for _ in range(3)]
    texts = [_text(paper) for paper in papers if isinstance(paper, Document)]
    assert ["DUPLICATA" in text for text in texts] == [False, True, True]
    assert all(sold.number in text and sold.seal in text and "Zoé Test" in text for text in texts)
    body = house.value("SELECT body FROM journal WHERE stream = 'sales'")
    assert isinstance(body, bytes)
    sealed = hashlib.sha256(body).hexdigest()
    assert _prints(house) == [
        {"schema": 1, "number": sold.number, "copy": copy, "sale_sha256": sealed} for copy in range(3)
    ]
    assert house.verify().ok


def test_a_receipt_printed_with_its_sale_was_the_original(house: SmallHouse) -> None:
    sold = house.sell_pass(receipt=True).sale
    again = house.desk.receipts.print_again(sold.sale_id)
    assert isinstance(again, Document)
    assert "DUPLICATA" in _text(again)


def test_looking_prints_and_records_nothing(house: SmallHouse) -> None:
    sold = house.sell_pass().sale
    seen = house.desk.receipts.preview(sold.sale_id)
    assert seen is not None
    assert sold.number in _text(seen)
    assert _prints(house) == []
    assert len(house.desk.queue.pending()) == 1  # the pass itself


def test_paper_is_made_of_what_was_sealed_and_not_of_todays_settings(house: SmallHouse) -> None:
    from models.site import Site

    sold = house.sell_pass().sale
    before = house.desk.receipts.preview(sold.sale_id)
    house.change(Site, 1, legal_name="Autre raison sociale", siret="99999999999999", vat_number="FR00999999999")
    assert house.desk.receipts.preview(sold.sale_id) == before


def test_an_unknown_sale_has_no_receipt(house: SmallHouse) -> None:
    assert house.desk.receipts.print_again("nothing") == Refused("no_sale", "Cette vente est introuvable.")
    assert house.desk.receipts.preview("nothing") is None
