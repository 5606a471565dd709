"""What fails around the counter is told with what to do, loses nothing typed, and never stops the next sale."""

from __future__ import annotations

import logging
import sqlite3
import sys
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from pytestqt.exceptions import capture_exceptions
from pytestqt.qtbot import QtBot

from desk.errors import EnvironmentFault
from desk.heads import HEADS_FILE
from tests.support.house import SmallHouse, place_house, small_house
from tests.support.volumes import fill, read_only, small_volume
from tests.support.window import CTRL, Screen, held, shown, staffed, window_fixture
from views.faults import FaultReporter
from views.flows.day_pass import DayPassPanel

__all__ = ["held", "window_fixture"]

Key = Qt.Key


@pytest.fixture
def reporter(qtbot: QtBot) -> Iterator[FaultReporter]:
    """In the place of `sys.excepthook`, as in the running application."""
    made = FaultReporter()
    before = sys.excepthook
    made.install()
    yield made
    sys.excepthook = before


def _watch(reporter: FaultReporter, screen: Screen) -> None:
    reporter.reported.connect(screen.application.report)


def _half_sold(screen: Screen) -> DayPassPanel:
    screen.press(Key.Key_J, CTRL)
    panel = screen.flow(DayPassPanel)
    screen.type("Camille Delorge")
    screen.enter()
    screen.type("50")
    return panel


@pytest.mark.parametrize(
    ("error", "words"),
    [
        (sqlite3.OperationalError("database or disk is full"), "disque est plein"),
        (sqlite3.OperationalError("attempt to write a readonly database"), ""),
    ],
)
def test_a_fault_in_the_middle_of_a_sale_is_told_and_the_sale_works_again(
    held: Screen,
    reporter: FaultReporter,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
    error: sqlite3.OperationalError,
    words: str,
) -> None:
    _watch(reporter, held)
    panel = _half_sold(held)
    code = sqlite3.SQLITE_FULL if words else sqlite3.SQLITE_READONLY
    error.sqlite_errorcode = code

    def fail(*_: object) -> None:
        raise error

    dialect = held.house.desk.engine.dialect
    monkeypatch.setattr(dialect, "do_commit", fail)
    with caplog.at_level(logging.CRITICAL):
        held.enter()
    banner = held.window.banner
    assert words in banner.sentence
    assert banner.property("tone") == "fault"
    assert panel.sold is None
    assert panel.step == 1
    assert panel.payment.tendered_field.text() == "50,00\u00a0€"
    assert panel.guest.text() == "Camille Delorge"
    monkeypatch.undo()
    held.enter()
    assert panel.sold is not None
    assert held.house.value("SELECT count(*) FROM sale") == 1
    held.click(banner._close)
    assert banner.sentence == ""
    assert held.house.verify(deep=True).problems == ()


def test_a_disk_that_is_really_full(
    qtbot: QtBot, tmp_path: Path, reporter: FaultReporter, caplog: pytest.LogCaptureFixture
) -> None:
    with (
        small_volume(tmp_path / "disk", "4m") as volume,
        small_house(volume / "house", durable=True) as house,
        shown(qtbot, staffed(house)) as screen,
    ):
        screen.hold()
        _watch(reporter, screen)
        panel = _half_sold(screen)
        filler = fill(volume)
        with caplog.at_level(logging.CRITICAL):
            screen.enter()
        assert screen.window.banner.sentence.startswith("Le disque est plein")
        assert panel.sold is None
        filler.unlink()
        screen.enter()
        assert panel.sold is not None


def test_a_folder_that_cannot_be_written_is_told_at_the_start(tmp_path: Path) -> None:
    from desk.frontdesk import FrontDesk

    folder = place_house(tmp_path / "house")
    with read_only(folder), pytest.raises(EnvironmentFault) as caught:
        FrontDesk(folder)
    assert caught.value.todo


def test_a_bug_is_shown_with_details_to_copy_and_the_counter_goes_on(
    held: Screen, reporter: FaultReporter, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    _watch(reporter, held)

    def broken(*_: object) -> None:
        raise ZeroDivisionError("a bug")

    monkeypatch.setattr(held.house.desk.passes, "sell", broken)
    panel = _half_sold(held)
    with caplog.at_level(logging.CRITICAL):
        held.enter()
    banner = held.window.banner
    assert "inattendue" in banner.sentence
    assert "ZeroDivisionError" not in banner.sentence
    held.click(banner._copy)
    assert "ZeroDivisionError: a bug" in QGuiApplication.clipboard().text()
    monkeypatch.undo()
    held.click(panel.go_button)
    assert panel.sold is not None


def test_a_listener_that_fails_stops_nobody(held: Screen, caplog: pytest.LogCaptureFixture) -> None:
    def broken(_changed: object) -> None:
        raise ZeroDivisionError("a listener")

    stop = held.house.desk.bus.subscribe(broken)
    held.scan(held.house.member().code)
    stop()
    assert held.window.header._count.text() == "1"
    assert "a listener failed" in caplog.text


def test_a_screen_that_fails_to_refresh_leaves_the_sale_standing(held: Screen, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object) -> None:
        raise ZeroDivisionError("a refresh")

    panel = _half_sold(held)
    monkeypatch.setattr(held.window.header, "show_presence", broken)
    with capture_exceptions() as caught:
        held.enter()
    assert caught
    assert panel.sold is not None
    assert panel.step == 2


def test_an_interruption_is_no_bug(reporter: FaultReporter, monkeypatch: pytest.MonkeyPatch) -> None:
    heard: list[object] = []
    reporter.reported.connect(lambda *what: heard.append(what))
    monkeypatch.setattr(sys, "__excepthook__", lambda *_: None)
    reporter.hear(KeyboardInterrupt, KeyboardInterrupt(), None)
    assert heard == []


def test_a_head_that_was_rewritten_is_told_on_the_screen(qtbot: QtBot, tmp_path: Path) -> None:
    folder = tmp_path / "house"
    with small_house(folder) as house:
        staffed(house)
        house.scan(house.member())
    heads = (folder / HEADS_FILE).read_text().splitlines()
    facts = heads[-1].split()
    facts[2] = facts[2][::-1]
    heads[-1] = " ".join(facts)
    (folder / HEADS_FILE).write_text("\n".join([*heads, ""]))
    again = SmallHouse(folder)
    with closing(again), shown(qtbot, again) as screen:
        screen.hold()
        assert "casaco-desk verify" in screen.window.banner.sentence
