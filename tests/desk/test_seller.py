"""A house that has no name, address or SIRET yet: it sells, and prints no receipt until it has them."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

from desk.documents.page import Document
from desk.errors import Refused
from desk.seller import UNNAMED
from desk.work import Operator
from models.site import Site
from tests.support.house import HOUSE, SmallHouse

BARE = {"legal_name": UNNAMED, "siret": "", "vat_number": "", "street": "", "postcode": "", "city": ""}


@pytest.fixture
def bare(house: SmallHouse) -> SmallHouse:
    """The small house as a new one is."""
    house.change(Site, 1, **BARE)
    return house


def _refused(answer: object) -> Refused:
    assert isinstance(answer, Refused)
    return answer


def _text(document: object) -> str:
    assert isinstance(document, Document), document
    return json.dumps(document, default=lambda value: getattr(value, "__dict__", str(value)), ensure_ascii=False)


def test_a_new_house_sells_and_its_receipt_waits(bare: SmallHouse, tmp_path: Path) -> None:
    sold = bare.sell_pass(receipt=True).sale
    assert len(bare.desk.queue.pending()) == 1, "the pass itself"
    refused = _refused(bare.desk.receipts.print_again(sold.sale_id))
    assert refused.code == "no_seller"
    assert "nom, adresse, SIRET" in refused.sentence
    assert "Maj F8" in refused.sentence
    paper = tmp_path / "recu.pdf"
    assert _refused(bare.desk.receipts.save(sold.sale_id, paper)) == refused
    assert not paper.exists()
    assert bare.value("SELECT count(*) FROM journal WHERE stream = 'duplicates'") == 0
    assert bare.value("SELECT count(*) FROM receipt_print") == 0


def test_its_receipt_carries_what_the_house_was_given_since(bare: SmallHouse) -> None:
    sold = bare.sell_pass(receipt=True).sale
    house = bare.desk.settings.house
    named = replace(
        house.now(), legal_name="Maison d’essai", siret="73282932000074", street="1 rue des Essais",
        postcode="92240", city="Malakoff",
    )  # fmt: skip
    assert not isinstance(house.change(named), Refused)
    first, again = (bare.desk.receipts.print_again(sold.sale_id) for _ in range(2))
    text = _text(first)
    for mention in ("Maison d’essai", "732 829 320 00074", "1 rue des Essais", "92240 Malakoff", sold.seal):
        assert mention in text or mention.replace(" ", "") in text, mention
    assert "DUPLICATA" not in text
    assert "DUPLICATA" in _text(again)
    assert bare.verify().ok


@pytest.mark.parametrize(
    ("lacks", "told"),
    [
        ({"legal_name": UNNAMED}, ": nom."),
        ({"legal_name": "  "}, ": nom."),
        ({"street": ""}, ": adresse."),
        ({"city": ""}, ": adresse."),
        ({"siret": ""}, ": SIRET."),
        ({"siret": "", "street": " "}, ": adresse, SIRET."),
    ],
)
def test_what_lacks_is_named(house: SmallHouse, lacks: dict[str, str], told: str) -> None:
    assert house.desk.receipts.objection() is None
    house.change(Site, 1, **lacks)
    assert told in _refused(house.desk.receipts.objection()).sentence


def test_what_was_sealed_stands_when_the_house_changes(house: SmallHouse) -> None:
    sold = house.sell_pass().sale
    house.change(Site, 1, **BARE)
    assert HOUSE.legal_name in _text(house.desk.receipts.print_again(sold.sale_id))


def test_a_facilitator_is_told_whom_to_ask(bare: SmallHouse) -> None:
    bare.desk.work.operator = Operator("someone", "Luc Essai")
    sentence = _refused(bare.desk.receipts.objection()).sentence
    assert "personne gérante" in sentence
    assert "Maj F8" not in sentence


def test_what_is_practised_prints(bare: SmallHouse) -> None:
    bare.change(Site, 1, is_training=True)
    assert bare.desk.receipts.objection() is None
    assert "SIMULATION" in _text(bare.desk.receipts.print_again(bare.sell_pass().sale.sale_id))
