"""The sound of a scan: one for each verdict, muted when asked, and silence without a word where there is no sound."""

from __future__ import annotations

import itertools
import sys
from array import array
from pathlib import Path

import pytest
from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication
from PySide6.QtMultimedia import QAudioDevice
from pytestqt.qtbot import QtBot

from desk.checkin import Verdict
from models.people import MemberStatus
from tests.support.house import SmallHouse, house_fixture
from tests.support.window import Screen, held, shown, staffed, window_fixture
from views import chimes
from views.chimes import Speaker, system_speaker
from views.loudspeaker import Loudspeaker
from views.tones import RATE, samples

__all__ = ["held", "house_fixture", "window_fixture"]


class Listener:
    """A loudspeaker that notes which verdict it was given to sound."""

    def __init__(self) -> None:
        self.heard: list[Verdict] = []

    def found(self, _parent: QObject) -> Speaker:
        return self

    def play(self, samples_: bytes) -> bool:
        self.heard.append(next(verdict for verdict in Verdict if samples(verdict) == samples_))
        return True

    def stop(self) -> None:
        self.heard.clear()


@pytest.fixture
def listener(held: Screen) -> Listener:
    made = Listener()
    held.application.chimes._find = made.found
    held.application.chimes._soon.setInterval(0)
    return made


def test_each_answer_of_a_scan_has_its_own_sound(held: Screen, listener: Listener) -> None:
    member = held.house.member("Inès Alvar")
    blocked = held.house.member("Zoé Test", status=MemberStatus.BLOCKED)
    expected = []
    for code, verdict in (
        (member.code, Verdict.IN), (member.code, Verdict.REPEAT), (blocked.code, Verdict.REFUSED),
    ):  # fmt: skip
        held.scan(code)
        expected.append(verdict)
        held.wait(lambda: listener.heard == expected)
    held.house.later(minutes=5)
    held.scan(member.code)
    held.wait(lambda: listener.heard == [*expected, Verdict.OUT])


def test_someone_found_by_name_is_answered_without_a_sound(held: Screen, listener: Listener) -> None:
    held.house.member("Inès Alvar")
    held.type("ines")
    held.enter()
    assert held.window.counter.greeting.outcome is not None
    held.settle()
    assert listener.heard == []


def test_the_desk_locked_or_unattended_sounds_too(held: Screen, listener: Listener) -> None:
    held.window.lock()
    held.scan(held.house.member("Inès Alvar").code)
    held.wait(lambda: listener.heard == [Verdict.IN])


def test_silence_chosen_in_the_menu_is_kept(qtbot: QtBot, house: SmallHouse) -> None:
    member = house.member("Inès Alvar")
    with shown(qtbot, staffed(house)) as screen:
        screen.hold()
        menu = next(a.menu() for a in screen.window.header.menu.actions() if a.text() == "Son")
        next(a for a in menu.actions() if a.text() == "Aucun son").trigger()
        assert not screen.application.chimes.is_on
    house.reopen()
    with shown(qtbot, house) as screen:
        screen.scan(member.code)
        assert not screen.application.chimes.is_on
        assert not screen.application.chimes._soon.isActive()


@pytest.mark.parametrize("verdict", list(Verdict))
def test_a_sound_is_short_loud_enough_and_does_not_click(verdict: Verdict) -> None:
    wave = array("h", samples(verdict))
    assert 0.1 <= len(wave) / RATE <= 0.5
    assert 6_000 < max(wave) < 12_000
    assert wave[0] == wave[-1] == 0
    assert max(abs(after - before) for before, after in itertools.pairwise(wave)) < 2_000
    assert all(samples(other) != samples(verdict) for other in Verdict if other is not verdict)


def test_without_a_sound_device_nothing_is_played_and_nothing_is_said(qapp: QObject) -> None:
    parent = QObject()
    speaker = Loudspeaker(parent, QAudioDevice)
    assert not speaker.play(samples(Verdict.IN))
    speaker.stop()


def test_off_screen_without_a_server_or_without_the_library_there_is_silence(
    qapp: QObject, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    parent = QObject()
    monkeypatch.setenv("PULSE_SERVER", "unix:nowhere")
    assert system_speaker(parent) is None
    monkeypatch.setattr(QGuiApplication, "platformName", lambda: "xcb")
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.delitem(sys.modules, "views.loudspeaker")
    with monkeypatch.context() as without:
        without.setitem(sys.modules, "PySide6.QtMultimedia", None)
        assert system_speaker(parent) is None
    assert system_speaker(parent) is not None
    monkeypatch.delenv("PULSE_SERVER")
    monkeypatch.delenv("PULSE_RUNTIME_PATH", raising=False)
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(tmp_path))
    monkeypatch.setattr(chimes, "_OF_THE_SYSTEM", str(tmp_path / "nowhere"))
    assert system_speaker(parent) is None
    (tmp_path / "pulse").mkdir()
    (tmp_path / "pulse" / "native").touch()
    assert chimes._has_sound_server()
