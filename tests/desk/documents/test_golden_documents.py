"""Each document as text, and every legal mention on every medium."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from desk import language
from desk.documents import a4_pdf, escpos_bytes, page, receipt, roll_call, roll_pdf, text
from desk.printing.profiles import ROLL_42, ROLL_48
from tests.support import pdf
from tests.support.escpos_screen import Screen
from tests.support.papers import DOCUMENTS, RECEIPT, evacuation

GOLDEN = Path(__file__).parent / "golden"

MEDIA: dict[str, Callable[[page.Document], str]] = {
    "text": text.render,
    "roll": lambda document: " ".join(pdf.pages(roll_pdf.render(document))),
    "a4": lambda document: " ".join(pdf.pages(a4_pdf.render(document))),
    "escpos-48": lambda document: Screen().feed(escpos_bytes.render(document, ROLL_48)).text,
    "escpos-42": lambda document: Screen(42, 512).feed(escpos_bytes.render(document, ROLL_42)).text,
}
MENTIONS = (
    "Casaco",
    "SCIC SARL à capital variable",
    "8 rue des Tilleuls",
    "92240 Malakoff",
    "SIRET 123 456 782 00018",
    "N° TVA FR 12 123456782",
    "n° A-2026-000123",
    "sam. 21 nov. 2026 à 10:42",
    "Servi par Inès",
    "poste Accueil",
    "Prestation du sam. 21 nov. 2026, Casaco, Malakoff",
    "Pass journée, tarif standard",
    "1 × 24,00 € · TTC, TVA 20 %",
    "2 × 1,00 € · TTC, TVA 10 %",
    "Total HT 21,82 €",
    "TVA 4,18 €",
    "Total TTC 26,00 €",
    "10 % 1,82 € 0,18 € 2,00 €",
    "20 % 20,00 € 4,00 € 24,00 €",
    "Espèces 26,00 €",
    "Espèces reçues 50,00 €",
    "Monnaie rendue 24,00 €",
    "Signature K7QF 2MXD 9TRB",
    "Casaco Desk 0.1.0",
)


def flat(seen: str) -> str:
    return re.sub(r"\s+", " ", seen)


@pytest.mark.parametrize("name", DOCUMENTS)
def test_each_document_reads_as_it_was_agreed(name: str) -> None:
    assert text.render(DOCUMENTS[name]) == (GOLDEN / f"{name}.txt").read_text(encoding="utf-8")


@pytest.mark.parametrize("medium", MEDIA)
def test_a_receipt_carries_every_mention_on_every_medium(medium: str) -> None:
    seen = flat(MEDIA[medium](DOCUMENTS["receipt"]))
    assert [mention for mention in MENTIONS if mention not in seen] == []


@pytest.mark.parametrize("medium", MEDIA)
def test_a_customer_and_a_correction_show_on_every_medium(medium: str) -> None:
    heavy = flat(MEDIA[medium](DOCUMENTS["receipt-heavy"]))
    reverse = flat(MEDIA[medium](DOCUMENTS["receipt-reverse"]))
    assert "Association des Anticonstitutionnellementistes" in heavy
    assert "1 481 483,47 €" in heavy
    assert "3 × 240,00 € · HT, TVA 20 %" in heavy
    assert "Annule le reçu n° A-2026-000123" in reverse
    assert "Motif : erreur d" in reverse
    assert "Total TTC -24,00 €" in reverse


@pytest.mark.parametrize("medium", MEDIA)
@pytest.mark.parametrize(
    ("facts", "marks"),
    [
        (replace(RECEIPT, is_demo=True), ["DÉMONSTRATION"]),
        (replace(RECEIPT, is_training=True), ["SIMULATION"]),
        (replace(RECEIPT, copy_number=3), ["DUPLICATA 3"]),
        (replace(RECEIPT, is_training=True, copy_number=1), ["SIMULATION", "DUPLICATA 1"]),
    ],
)
def test_what_is_not_the_plain_original_says_so_at_the_top_and_across(
    medium: str, facts: receipt.ReceiptFacts, marks: list[str]
) -> None:
    seen = MEDIA[medium](receipt.document(facts))
    for mark in marks:
        assert seen.count(mark) >= 2


@pytest.mark.parametrize("medium", MEDIA)
def test_a_plain_original_carries_no_mark(medium: str) -> None:
    seen = MEDIA[medium](DOCUMENTS["receipt"])
    assert not re.search("DUPLICATA|SIMULATION|DÉMONSTRATION", seen)


def test_a_roll_call_lists_everyone_by_floor_over_numbered_pages() -> None:
    pages = pdf.pages(a4_pdf.render(roll_call.document(evacuation(90))))
    assert len(pages) > 2
    assert all(f"page {number} sur {len(pages)}" in page for number, page in enumerate(pages, 1))
    assert "Personnes à l’intérieur 92" in pages[0]
    assert "Rez-de-chaussée · 45 (suite)" in pages[1]
    assert len(re.findall(r"\d\d:\d\d", " ".join(pages))) == 90 + 1
    assert "Personnes comptées dehors" in pages[-1]


def test_an_empty_house_says_that_it_is_empty() -> None:
    facts = replace(evacuation(0), total=0)
    assert "Personne n’est enregistré à l’intérieur." in text.render(roll_call.document(facts))


def test_the_words_of_a_document_go_through_the_translator() -> None:
    language.install("en", lambda context, source: f"<{source}>")
    try:
        seen = text.render(receipt.document(RECEIPT))
    finally:
        language.install("fr", None)
    assert "<Total TTC>" in seen
    assert "<Servi par Inès>" in seen
    assert "€26.00" in seen
