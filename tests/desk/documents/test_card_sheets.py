"""Cards on paper: the size of a bank card, modules of 0.8 mm, ten to a sheet, and nothing that leaves its card."""

from __future__ import annotations

import pytest
import zxingcpp

from desk import codes
from desk.documents import card_picture, card_sheet, escpos_bytes, qr
from desk.documents.member_card import ONE, SHEET, CardFacts, cards_of, document
from desk.documents.page import from_json, to_json
from desk.documents.receipt import document as receipt_document
from desk.printing.profiles import ROLL_42, ROLL_48, PrinterProfile
from desk.printing.rendering import rendered
from tests.support import pdf
from tests.support.escpos_screen import Screen
from tests.support.papers import CODE, RECEIPT

MM = 72 / 25.4
CARD = CardFacts("Casaco", "Noémie Lefèvre", 12, CODE)
LONG = CardFacts(
    "Maison à l’anticonstitutionnellement longue enseigne", "Marie-Anticonstitutionnelle " * 6, 99999, CODE
)


def _cards(count: int) -> tuple[CardFacts, ...]:
    digits = iter(range(10**6))
    return tuple(
        CardFacts("Casaco", f"Ana Livre {number}", number, codes.make(lambda n: next(digits) * 7 % n), is_demo=True)
        for number in range(1, count + 1)
    )


def test_a_card_document_goes_through_the_queue_and_back() -> None:
    for cards in ((CARD,), _cards(3)):
        made = document(cards)
        assert made.kind == (ONE if len(cards) == 1 else SHEET)
        again = from_json(to_json(made))
        assert again == made
        assert [card.code for card in cards_of(again)] == [card.code for card in cards]
    assert cards_of(document((CARD,)))[0].numbered == "Membre n° 12"
    with pytest.raises(ValueError, match="at least one"):
        document(())
    with pytest.raises(ValueError, match="receipt"):
        cards_of(receipt_document(RECEIPT))


def test_one_card_has_the_size_of_a_bank_card_and_a_code_of_26_mm() -> None:
    data = card_sheet.render(document((CARD,)))
    assert pdf.size(data) == pytest.approx(((85.6 + 20) * MM, (54 + 20) * MM), abs=0.01)
    assert (len(qr.modules(CODE)) + 2 * qr.QUIET) * 0.8 == pytest.approx(26.4)
    drawn = pdf.picture(data, 20 / (0.8 * MM))  # twenty pixels a module
    (read,) = zxingcpp.read_barcodes(drawn)
    corners = read.position
    assert read.text == CODE
    assert corners.top_right.x - corners.top_left.x == pytest.approx(25 * 20, abs=12)
    assert "Noémie Lefèvre" in pdf.pages(data)[0]
    assert codes.grouped(CODE) in pdf.pages(data)[0]


@pytest.mark.parametrize(("count", "pages"), [(2, 1), (10, 1), (11, 2), (30, 3)])
def test_ten_cards_to_an_a4_sheet_all_read_back(count: int, pages: int) -> None:
    cards = _cards(count)
    data = card_sheet.render(document(cards))
    assert pdf.size(data) == pytest.approx((210 * MM, 297 * MM), abs=0.01)
    texts = pdf.pages(data)
    assert len(texts) == pages
    assert all(page.count("DÉMONSTRATION") == page.count("Membre n°") for page in texts)
    read = [r.text for page in range(pages) for r in zxingcpp.read_barcodes(pdf.picture(data, 300 / 72, page))]
    assert sorted(read) == sorted(card.code for card in cards)


def test_crop_marks_stand_around_the_cards_and_never_on_them() -> None:
    data = card_sheet.sheet(document(_cards(1)))
    drawn = pdf.picture(data, 4.0).convert("L")
    left, top = (210 - 2 * 85.6) / 2 * MM * 4, (297 - 5 * 54) / 2 * MM * 4
    dark = [x for x in range(drawn.width) if drawn.getpixel((x, int(top - 3 * MM * 4))) < 200]  # type: ignore[operator]
    edges = sorted({round(x / 4 / MM, 0) for x in dark})
    assert edges == pytest.approx([19, 105, 190], abs=1)
    assert drawn.getpixel((int(left), int(top + 20 * MM * 4))) == 255


@pytest.mark.parametrize("card", [CARD, LONG], ids=["plain", "long"])
def test_nothing_leaves_its_card_and_the_code_stays_readable(card: CardFacts) -> None:
    data = card_sheet.one(document((card,)))
    for left, bottom, right, top in pdf.text_boxes(data):
        assert left >= 10 * MM
        assert right <= 95.6 * MM
        assert bottom >= 10 * MM
        assert top <= 64 * MM
    assert [read.text for read in zxingcpp.read_barcodes(pdf.picture(data, 300 / 72))] == [CODE]


def test_the_fonts_are_embedded_and_the_bytes_always_the_same() -> None:
    made = document(_cards(3))
    data = card_sheet.render(made)
    assert pdf.embedded_fonts(data) == len(pdf.font_names(data)) > 0
    assert b"Helvetica" not in data
    assert card_sheet.render(made) == data
    card = cards_of(made)[0]
    assert card_picture.render(card) == card_picture.render(card)


@pytest.mark.parametrize("profile", [ROLL_48, ROLL_42], ids=["48", "42"])
def test_a_thermal_printer_gives_a_strip_of_cards(profile: PrinterProfile) -> None:
    made = document(_cards(2))
    screen = Screen(profile.columns, profile.dots).feed(escpos_bytes.render(made, profile))
    assert screen.text.count("Membre") == 2
    assert screen.cuts == 1


def test_a_folder_gets_a_card_and_a_wire_gets_commands() -> None:
    made = document((CARD,))
    assert pdf.size(rendered(made, "files", ROLL_48))[0] == pytest.approx(105.6 * MM, abs=0.01)
    assert not rendered(made, "network", ROLL_48).startswith(b"%PDF")


def test_an_endless_name_still_fits_a_telephone() -> None:
    assert card_picture.render(cards_of(document((LONG,)))[0]).startswith(b"\x89PNG")
