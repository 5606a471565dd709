"""The code of a receipt: read back from every paper, found again, and told from one that was touched."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
import zxingcpp
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from desk import codes, receipt_codes
from desk.documents import a4_pdf, escpos_bytes, qr, roll_pdf
from desk.documents.page import Document, QrCode
from desk.errors import Refused
from desk.keyboard_layouts import LAYOUTS
from desk.printing.profiles import ROLL_42, ROLL_48
from desk.receipt_codes import ReceiptCode
from desk.sales_book import SaleListed
from desk.verdicts import Verdict
from tests.support import pdf
from tests.support.escpos_screen import Screen
from tests.support.house import SmallHouse

CODE = ReceiptCode("A-000123", 2400, date(2026, 11, 24), "3F2A-9C01-B7DE")
seals = st.text("0123456789ABCDEF", min_size=12, max_size=12).map(lambda t: f"{t[:4]}-{t[4:8]}-{t[8:]}")
some = st.builds(
    ReceiptCode,
    st.builds("{}-{:06d}".format, st.sampled_from(["A", "B", "SIM"]), st.integers(1, 999_999)),
    st.integers(-(10**9), 10**9),
    st.dates(date(2020, 1, 1), date(2099, 12, 31)),
    seals,
)


def _read(image: Image.Image) -> list[str]:
    return [found.text for found in zxingcpp.read_barcodes(image, formats=zxingcpp.BarcodeFormat.QRCode)]


def _receipt(house: SmallHouse) -> tuple[str, Document, str]:
    """The id of a sale, its receipt, and the code on it."""
    sold = house.sell_pass()
    document = house.desk.receipts.preview(sold.sale.sale_id)
    assert document is not None
    (code,) = [block.payload for block in document.blocks if isinstance(block, QrCode)]
    return sold.sale.sale_id, document, code


@given(some)
def test_what_is_written_is_read_and_stays_small(code: ReceiptCode) -> None:
    text = receipt_codes.make(code)
    assert receipt_codes.parse(text) == code
    assert receipt_codes.parse(f"]Q1{text.lower()}\r\n") == code
    assert len(qr.modules(text)) <= 29  # version 3
    assert isinstance(codes.parse(text), codes.CodeProblem)


@given(some, st.data())
def test_a_wrong_character_or_two_swapped_are_seen(code: ReceiptCode, data: st.DataObject) -> None:
    text = receipt_codes.make(code)
    place = data.draw(st.integers(3, len(text) - 1))
    wrong = data.draw(st.sampled_from("0123456789BCDEF").filter(lambda c: c != text[place]))
    assert receipt_codes.parse(text[:place] + wrong + text[place + 1 :]) is None
    swapped = text[: place - 1] + text[place] + text[place - 1] + text[place + 1 :]
    assert swapped == text or receipt_codes.parse(swapped) is None


@pytest.mark.parametrize("layout", sorted(LAYOUTS))
def test_an_azerty_desk_reads_it_too(layout: str) -> None:
    typed = {us: char for char, us in LAYOUTS[layout].items() if us.isalnum() and us.upper() == us}
    text = receipt_codes.make(CODE)
    assert receipt_codes.parse("".join(typed.get(char, char) for char in text)) == CODE


@pytest.mark.parametrize(
    "wrong", ["", "CC2", "x" * 300, "CC2A1T1J1S1", "A-000123", "CC2A000123T2400J269924S3F2A9C01B7DEK7"]
)
def test_what_is_no_receipt_is_none(wrong: str) -> None:
    assert receipt_codes.parse(wrong) is None


@pytest.mark.parametrize(
    "wrong", [replace(CODE, number="2026/1"), replace(CODE, seal="xyz"), replace(CODE, total_cents=10**10)]
)
def test_no_code_is_made_of_what_no_receipt_says(wrong: ReceiptCode) -> None:
    with pytest.raises(ValueError, match="no receipt"):
        receipt_codes.make(wrong)


def test_it_reads_back_from_the_roll_from_a4_and_from_the_thermal_printers(house: SmallHouse) -> None:
    sale_id, document, code = _receipt(house)
    assert _read(pdf.picture(roll_pdf.render(document), 203 / 72)) == [code]
    assert _read(pdf.picture(a4_pdf.render(document), 3.0)) == [code]
    for profile in (ROLL_48, ROLL_42):
        screen = Screen(profile.columns, profile.dots).feed(escpos_bytes.render(document, profile))
        assert [text for picture in screen.pictures for text in _read(picture)] == [code]
    found = house.desk.sales.scanned(code)
    assert isinstance(found, SaleListed)
    assert found.id == sale_id
    said = receipt_codes.parse(code)
    assert said is not None
    assert (said.number, said.total_cents, said.day) == (found.number, 2400, found.at.date())


def test_a_paper_that_was_touched_or_comes_from_elsewhere_is_told(house: SmallHouse) -> None:
    _, _, code = _receipt(house)
    said = receipt_codes.parse(code)
    assert said is not None
    for other, why in (
        (replace(said, total_cents=1), "other_receipt"), (replace(said, seal=CODE.seal), "other_receipt"),
        (replace(said, day=date(2026, 11, 23)), "other_receipt"), (replace(said, number="A-000999"), "no_sale"),
        (replace(said, number="SIM-000001"), "no_sale"),
    ):  # fmt: skip
        refused = house.desk.sales.scanned(receipt_codes.make(other))
        assert isinstance(refused, Refused)
        assert refused.code == why
    misread = house.desk.sales.scanned(code[:-1] + ("0" if code[-1] != "0" else "1"))
    assert isinstance(misread, Refused)
    assert misread.code == "misread"
    assert house.desk.sales.scanned("CC17K3MH0ZWJ592XT") is None


def test_at_a_turnstile_it_opens_nothing_and_says_what_it_is(house: SmallHouse) -> None:
    _, _, code = _receipt(house)
    outcome = house.desk.checkin.scan(code)
    assert outcome.verdict is Verdict.REFUSED
    assert outcome.reason == "receipt"
    assert outcome.refused is not None
    assert "reçu" in outcome.refused.sentence
