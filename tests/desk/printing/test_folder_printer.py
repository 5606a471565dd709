"""A folder in place of a printer."""

from __future__ import annotations

import errno
from pathlib import Path

import pytest

from desk.documents import roll_pdf
from desk.printing.files import FolderPrinter
from desk.printing.ports import PrinterAway
from tests.support.papers import DOCUMENTS

PDF = roll_pdf.render(DOCUMENTS["receipt"])


def test_each_job_is_one_file_named_after_it(tmp_path: Path) -> None:
    printer = FolderPrinter(tmp_path / "tickets")
    printer.deliver(PDF, "job-1")
    printer.deliver(b"\x1b@bytes", "job-2")
    assert sorted(path.name for path in printer.folder.iterdir()) == ["job-1.pdf", "job-2.bin"]
    assert (printer.folder / "job-1.pdf").read_bytes() == PDF


def test_the_same_job_again_replaces_its_file(tmp_path: Path) -> None:
    printer = FolderPrinter(tmp_path)
    printer.deliver(PDF, "job-1")
    printer.deliver(PDF, "job-1")
    assert [path.name for path in tmp_path.iterdir()] == ["job-1.pdf"]


@pytest.mark.parametrize("job", ["", "../escape", "a/b", ".hidden", "a\x00b", "x" * 200])
def test_a_job_id_that_is_no_plain_name_is_refused(tmp_path: Path, job: str) -> None:
    with pytest.raises(ValueError):
        FolderPrinter(tmp_path).deliver(PDF, job)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("number", "code"),
    [(errno.ENOSPC, "full"), (errno.EACCES, "denied"), (errno.EROFS, "denied"), (errno.EIO, "failed")],
)
@pytest.mark.parametrize("step", ["fsync", "replace"])
def test_a_failure_leaves_no_half_file_and_the_job_may_come_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, step: str, number: int, code: str
) -> None:
    def failing(*_: object) -> None:
        raise OSError(number, "failed on purpose")

    printer = FolderPrinter(tmp_path)
    with monkeypatch.context() as patch:
        patch.setattr(f"desk.printing.files.os.{step}", failing)
        with pytest.raises(PrinterAway) as caught:
            printer.deliver(PDF, "job-1")
    assert (caught.value.code, caught.value.may_have_printed) == (code, False)
    assert list(tmp_path.iterdir()) == []
    printer.deliver(PDF, "job-1")
    assert [path.name for path in tmp_path.iterdir()] == ["job-1.pdf"]


def test_a_file_where_the_folder_should_be_is_told(tmp_path: Path) -> None:
    (tmp_path / "tickets").write_text("not a folder")
    with pytest.raises(PrinterAway) as caught:
        FolderPrinter(tmp_path / "tickets").deliver(PDF, "job-1")
    assert caught.value.code == "failed"
    assert "tickets" in caught.value.sentence
