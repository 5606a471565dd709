"""Printers behind a device file or a plain file."""

from __future__ import annotations

import errno
import os
from pathlib import Path

import pytest

from desk.printing.device import DevicePrinter
from desk.printing.ports import PrinterAway
from tests.support.serial_printers import PtyPrinter


def failure(printer: DevicePrinter, data: bytes = b"ticket") -> PrinterAway:
    with pytest.raises(PrinterAway) as caught:
        printer.deliver(data, "job-1")
    return caught.value


def test_jobs_are_appended_to_a_plain_file_readable_by_its_owner_only(tmp_path: Path) -> None:
    target = tmp_path / "tape"
    DevicePrinter(target).deliver(b"one", "job-1")
    DevicePrinter(target).deliver(b"two", "job-2")
    assert target.read_bytes() == b"onetwo"
    assert target.stat().st_mode & 0o077 == 0


def test_a_device_takes_the_bytes() -> None:
    DevicePrinter(Path("/dev/null")).deliver(b"ticket" * 1000, "job-1")
    assert not Path("/dev/null").is_file()


@pytest.mark.parametrize("path", ["/dev/no-such-printer", "/dev/../dev/no-such-printer", "/dev/no-such/lp0"])
def test_a_missing_device_is_told_and_never_created(path: str) -> None:
    away = failure(DevicePrinter(Path(path)))
    assert (away.code, away.may_have_printed) == ("missing", False)
    assert not Path(path).exists()


def test_a_link_to_a_missing_device_creates_nothing_either(tmp_path: Path) -> None:
    link = tmp_path / "printer"
    link.symlink_to("/dev/no-such-printer")
    assert failure(DevicePrinter(link)).code == "missing"
    assert not Path("/dev/no-such-printer").exists()


def test_a_missing_folder_is_told(tmp_path: Path) -> None:
    assert failure(DevicePrinter(tmp_path / "nowhere" / "tape")).code == "missing"


def test_a_full_device_is_told() -> None:
    away = failure(DevicePrinter(Path("/dev/full")))
    assert (away.code, away.may_have_printed) == ("full", False)


def test_a_folder_is_no_printer(tmp_path: Path) -> None:
    away = failure(DevicePrinter(tmp_path))
    assert away.code == "failed"
    assert "{" not in away.what


def test_a_pipe_that_nobody_reads_is_a_missing_printer(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    assert failure(DevicePrinter(pipe)).code == "missing"


def test_a_device_that_stops_taking_ends_in_time_and_has_only_a_piece(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    reader = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)
    try:
        away = failure(DevicePrinter(pipe, total=0.2), b"x" * 1_000_000)
    finally:
        os.close(reader)
    assert (away.code, away.may_have_printed, away.is_interrupted) == ("stalled", False, True)


def test_a_device_that_fails_half_way_has_only_a_piece(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    calls: list[int] = []

    def failing(handle: int, data: bytes) -> int:
        if calls:
            raise OSError(errno.EIO, "Input/output error")
        calls.append(handle)
        return 3

    monkeypatch.setattr("desk.printing.device.os.write", failing)
    away = failure(DevicePrinter(tmp_path / "tape"))
    assert (away.code, away.may_have_printed, away.is_interrupted) == ("failed", False, True)


def test_a_device_that_fails_when_all_has_left_asks_a_person(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def failing(handle: int) -> None:
        raise OSError(errno.EIO, "Input/output error")

    monkeypatch.setattr("desk.printing.device.os.fsync", failing)
    away = failure(DevicePrinter(tmp_path / "tape"))
    assert (away.code, away.may_have_printed, away.is_interrupted) == ("failed", True, False)


def test_a_device_tells_whether_it_is_there(tmp_path: Path) -> None:
    assert DevicePrinter(Path("/dev/null")).look().code == "silent"
    assert DevicePrinter(tmp_path / "tape").look().code == "ready"
    with pytest.raises(PrinterAway) as caught:
        DevicePrinter(Path("/dev/no-such-printer"), answers=True).look()
    assert caught.value.code == "missing"


def test_a_usb_printer_that_answers_is_spoken_with() -> None:
    """A terminal stands for the device: bytes go both ways."""
    with PtyPrinter() as fake:
        printer = DevicePrinter(Path(fake.path), answers=True)
        assert printer.look().code == "ready"
        printer.deliver(b"ticket", "job-1")
        fake.empty()
        with pytest.raises(PrinterAway) as caught:
            printer.deliver(b"another", "job-2")
        assert printer_code(printer) == "no_paper"
    assert (caught.value.code, caught.value.may_have_printed) == ("no_paper", False)
    assert fake.job == b"ticket"


def printer_code(printer: DevicePrinter) -> str:
    with pytest.raises(PrinterAway) as caught:
        printer.look()
    return caught.value.code


def test_a_forbidden_device_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def forbidden(path: Path, flags: int, mode: int) -> int:
        raise PermissionError(errno.EACCES, "Permission denied")

    monkeypatch.setattr("desk.printing.device.os.open", forbidden)
    assert failure(DevicePrinter(tmp_path / "tape")).code == "denied"
