"""Codes are read back from what is really printed."""

from __future__ import annotations

import pytest
import zxingcpp
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from desk.documents import a4_pdf, escpos_bytes, qr, roll_pdf
from desk.documents.page import Document, QrCode
from desk.printing.profiles import ROLL_42, ROLL_48, PrinterProfile
from tests.support import pdf
from tests.support.escpos_screen import Screen
from tests.support.papers import CODE, DOCUMENTS

tokens = st.text(alphabet="0123456789BCDEFGHJKNPRSTVXY", min_size=1, max_size=26).map(lambda rest: "CC1" + rest)


def read(image: Image.Image) -> list[str]:
    return [found.text for found in zxingcpp.read_barcodes(image, formats=zxingcpp.BarcodeFormat.QRCode)]


@pytest.mark.parametrize("scale", [203 / 72, 4.0, 1.9])
def test_the_code_of_a_pass_is_read_from_the_roll_and_from_a4(scale: float) -> None:
    document = DOCUMENTS["day-pass"]
    assert read(pdf.picture(roll_pdf.render(document), scale)) == [CODE]
    assert read(pdf.picture(a4_pdf.render(document), scale)) == [CODE]


@pytest.mark.parametrize("profile", [ROLL_48, ROLL_42], ids=["48", "42"])
def test_the_code_of_a_pass_is_read_from_the_thermal_printer(profile: PrinterProfile) -> None:
    screen = Screen(profile.columns, profile.dots).feed(escpos_bytes.render(DOCUMENTS["day-pass"], profile))
    assert len(screen.pictures) == 1
    assert read(screen.pictures[0]) == [CODE]


@given(tokens)
def test_every_token_of_a_card_stays_small_and_reads_back(token: str) -> None:
    assert len(qr.modules(token)) <= 25  # version 2
    picture = Screen().feed(escpos_bytes.raster(token, 576)).pictures[0]
    assert read(picture) == [token]


def test_modules_are_whole_dots_with_a_quiet_zone_of_four() -> None:
    picture = Screen().feed(escpos_bytes.raster(CODE, 576)).pictures[0]
    left, top, right, bottom = picture.point(lambda value: 255 - value).getbbox() or (0, 0, 0, 0)
    side = len(qr.modules(CODE)) * qr.DOTS
    assert (right - left, bottom - top) == (side, side)
    assert top >= 4 * qr.DOTS
    assert picture.height - bottom >= 4 * qr.DOTS
    assert abs(left - (576 - right)) <= 1


@given(st.text(alphabet="0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ-", min_size=1, max_size=80))
def test_a_picture_holds_no_byte_that_starts_a_real_time_command(payload: str) -> None:
    data = escpos_bytes.raster(payload, 576)
    assert b"\x10" not in data[8:]


def test_a_code_too_dense_for_the_paper_is_refused_rather_than_printed_unreadable() -> None:
    with pytest.raises(ValueError, match="too dense"):
        escpos_bytes.render(Document("t", "t", (QrCode("x" * 1500),)), ROLL_48)


def test_runs_of_a_row_are_its_dark_stretches() -> None:
    assert qr.runs((True, True, False, True)) == [(0, 2), (3, 1)]
    assert qr.runs((False, False)) == []
