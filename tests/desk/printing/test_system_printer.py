"""The system's printers through Qt: a PDF file of Qt's own stands for the spooler."""

from __future__ import annotations

import threading
from pathlib import Path

import pytest
import zxingcpp
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QApplication

from desk.documents import roll_call
from desk.printing.ports import PrinterAway
from desk.printing.profiles import PROFILES, ROLL_48
from desk.printing.rendering import rendered
from desk.printing.system import SystemPrinter, names
from tests.support import pdf
from tests.support.papers import CODE, DOCUMENTS, evacuation


def spooler(path: Path) -> SystemPrinter:
    def opened(name: str) -> QPrinter:
        assert name == "Bureau"
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        printer.setOutputFileName(str(path))
        return printer

    return SystemPrinter("Bureau", opened)


@pytest.mark.usefixtures("qapp")
def test_a_pass_comes_out_in_its_own_size_and_its_code_reads_back(tmp_path: Path) -> None:
    out = tmp_path / "out.pdf"
    data = rendered(DOCUMENTS["day-pass"], "system", ROLL_48)
    spooler(out).deliver(data, "job-1")
    printed = out.read_bytes()
    assert pdf.size(printed) == pytest.approx(pdf.size(data), abs=1.5)
    assert [found.text for found in zxingcpp.read_barcodes(pdf.picture(printed, 4))] == [CODE]


@pytest.mark.usefixtures("qapp")
def test_every_page_of_a_list_comes_out_on_a4(tmp_path: Path) -> None:
    out = tmp_path / "out.pdf"
    data = rendered(roll_call.document(evacuation(90)), "system", PROFILES["a4"])
    worker = threading.Thread(target=spooler(out).deliver, args=(data, "job-1"))
    worker.start()
    worker.join(60)
    printed = out.read_bytes()
    assert len(pdf.pages(printed)) == len(pdf.pages(data)) > 1
    assert pdf.size(printed) == pytest.approx((595.3, 841.9), abs=1.0)


@pytest.mark.usefixtures("qapp")
def test_a_printer_that_the_system_does_not_know_is_told() -> None:
    for act in (lambda: SystemPrinter("nobody").deliver(b"%PDF", "job-1"), SystemPrinter("nobody").look):
        with pytest.raises(PrinterAway) as caught:
            act()
        assert (caught.value.code, caught.value.may_have_printed) == ("missing", False)
        assert "nobody" in caught.value.what


@pytest.mark.qt_log_ignore("QPainter::begin")
def test_a_spooler_that_takes_nothing_is_told(qapp: QApplication, tmp_path: Path) -> None:
    data = rendered(DOCUMENTS["receipt"], "system", ROLL_48)
    with pytest.raises(PrinterAway) as caught:
        spooler(tmp_path / "nowhere" / "out.pdf").deliver(data, "job-1")
    assert (caught.value.code, caught.value.may_have_printed) == ("failed", False)


@pytest.mark.usefixtures("qapp")
def test_what_is_no_paper_is_a_bug_and_prints_nothing(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="PDF"):
        spooler(tmp_path / "out.pdf").deliver(b"\x1b@ticket", "job-1")
    assert not (tmp_path / "out.pdf").exists()
    assert isinstance(names(), tuple)
