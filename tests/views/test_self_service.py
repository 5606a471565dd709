"""Self-service: what it shows of whom, what it refuses, and that only a PIN leaves it."""

from __future__ import annotations

from datetime import timedelta

import pytest
from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from desk.codes import make
from models.people import MemberStatus
from tests.support.card_images import Spoiling, card_picture
from tests.support.house import TUESDAY, small_house
from tests.support.screen_dump import compare, nameless, texts
from tests.support.webcams import FakeWebcams
from tests.support.window import (  # noqa: F401
    CTRL,
    PIN,
    Screen,
    shown,
    window_fixture,
)
from views.roll_call import RollCallPage
from views.webcams import Webcams

SHIFT = Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def webcams(counter: Screen) -> FakeWebcams:
    """No webcam until the test plugs one."""
    fake = FakeWebcams(counter.application.camera, names=())

    def found(_parent: QObject) -> Webcams:
        return fake

    counter.application.camera._find_webcams = found
    return fake


@pytest.fixture
def alone(counter: Screen, webcams: FakeWebcams) -> Screen:
    """The desk in self-service, started from the sign-in page."""
    press(counter, counter.window.sign_in, "Libre-service, sans personne à l’accueil")
    assert counter.window.unattended.is_self_service
    return counter


def press(screen: Screen, root: QWidget, text: str) -> None:
    screen.click(next(b for b in root.findChildren(QPushButton) if b.text() == text and b.isVisible()))


def words(screen: Screen) -> set[str]:
    screen.settle()
    return texts(screen.window.unattended.service)


def take_back(screen: Screen, name: str, pin: str) -> None:
    screen.enter()
    screen.type(name)
    screen.press(Qt.Key.Key_Tab)
    screen.type(pin)
    screen.enter()


def test_it_invites_and_counts_the_free_workstations(alone: Screen) -> None:
    compare("self-service", alone.window.unattended.service)
    assert nameless(alone.window.unattended.service) == []
    assert alone.window.windowState() & Qt.WindowState.WindowFullScreen
    assert "45 places de travail libres" in words(alone)


def test_the_greeting_says_the_first_name_only_and_goes_away(alone: Screen) -> None:
    member = alone.house.member("Inès Alvar", "book-10-days", units=7)
    other = alone.house.member("Zoé Test")
    alone.house.scan(other)
    alone.scan(member.code)
    said = words(alone)
    assert "Bienvenue, Inès" in said
    assert any("il reste 6" in text for text in said)
    assert not any("Alvar" in text or "Zoé" in text for text in said)
    compare("self-service-greeting", alone.window.unattended.service)
    alone.window.unattended.service._timer.timeout.emit()
    alone.settle()
    assert not any("Inès" in text for text in words(alone))
    alone.house.later(minutes=5)
    alone.scan(member.code)
    assert "À bientôt, Inès" in words(alone)


def test_a_refusal_sends_to_the_desk_with_one_reason_and_no_button(alone: Screen) -> None:
    member = alone.house.member("Inès Alvar", status=MemberStatus.BLOCKED, blocked_reason="passez voir la gérance")
    alone.scan(member.code)
    said = words(alone)
    assert "Voyez l’accueil" in said
    compare("self-service-refusal", alone.window.unattended.service)
    assert not any("Alvar" in text for text in said)


def test_what_is_between_a_person_and_the_house_is_not_read_by_all(alone: Screen) -> None:
    """Nor is the name of whoever lost the card."""
    member = alone.house.member("Inès Alvar", status=MemberStatus.GONE)
    late = alone.house.member("Zoé Test", ends=TUESDAY - timedelta(days=3))
    for card, reason in ((member, "Votre carte pose une question"), (late, "Votre formule a expiré.")):
        alone.scan(card.code)
        said = words(alone)
        assert any(text.startswith(reason) for text in said)
        assert not any(name in text for text in said for name in ("Alvar", "Inès", "Zoé", "Test", "quitté"))
    alone.scan(make(lambda symbols: 3 % symbols))
    assert "Cette carte n’est pas connue de la maison." in words(alone)
    visible = [b.text() for b in alone.window.unattended.service.findChildren(QPushButton) if b.isVisible()]
    assert visible == ["Reprendre l’accueil"]


def test_the_camera_reads_cards_and_its_absence_is_no_trouble(alone: Screen, webcams: FakeWebcams) -> None:
    assert alone.application.camera.notice() is None
    member = alone.house.member("Inès Alvar")
    webcams.plug("Bureau")
    assert any("devant la caméra" in text for text in words(alone))
    picture = card_picture(member.code, Spoiling(rotation=8))

    def greeted() -> bool:
        webcams.show(picture)
        return "Bienvenue, Inès" in words(alone)

    alone.wait(greeted)
    webcams.unplug("Bureau")
    alone.window.unattended.service.clear()
    assert not any("caméra" in text for text in words(alone))


@pytest.mark.parametrize(
    ("key", "modifier"),
    [
        (Qt.Key.Key_F1, Qt.KeyboardModifier.NoModifier),
        (Qt.Key.Key_F2, Qt.KeyboardModifier.NoModifier),
        (Qt.Key.Key_F10, Qt.KeyboardModifier.NoModifier),
        (Qt.Key.Key_F12, Qt.KeyboardModifier.NoModifier),
        (Qt.Key.Key_K, CTRL),
        (Qt.Key.Key_J, CTRL),
        (Qt.Key.Key_L, CTRL),
        (Qt.Key.Key_S, CTRL | SHIFT),
        (Qt.Key.Key_V, CTRL),
        (Qt.Key.Key_Escape, Qt.KeyboardModifier.NoModifier),
    ],
)
def test_no_key_leaves_it(alone: Screen, key: Qt.Key, modifier: Qt.KeyboardModifier) -> None:
    alone.press(key, modifier)
    assert alone.window.unattended.service.isVisible()
    assert not alone.window.close()
    assert alone.window.isVisible()


def test_a_pin_leaves_it_and_a_wrong_one_does_not(alone: Screen) -> None:
    for name, pin in (("gael essai", "0000"), ("Personne", PIN), ("", PIN)):
        take_back(alone, name, pin)
        assert alone.window.unattended.service.isVisible()
        alone.escape()
    take_back(alone, "gael", PIN)
    assert not alone.window.unattended.is_self_service
    assert not alone.window.is_locked
    assert not alone.window.windowState() & Qt.WindowState.WindowFullScreen
    assert not alone.window.unattended.service.isVisible()


def test_a_scan_while_the_pin_is_typed_is_still_a_scan(alone: Screen) -> None:
    member = alone.house.member("Inès Alvar")
    alone.enter()
    alone.type("ga")
    alone.scan(member.code, "fr")
    assert alone.window.unattended.service.name.text() == "ga"
    assert "Bienvenue, Inès" in words(alone)


def test_the_roll_call_prevails_and_escape_comes_back(alone: Screen) -> None:
    alone.house.scan(alone.house.member("Inès Alvar"))
    alone.press(Qt.Key.Key_F9)
    page = alone.window.stage.currentWidget()
    assert isinstance(page, RollCallPage)
    assert page.isVisible()
    assert any("Inès Alvar" in text for text in texts(page))
    alone.escape()
    assert alone.window.unattended.service.isVisible()
    assert QApplication.focusWidget() is alone.window.unattended.service


def test_a_card_passed_before_the_roll_call_is_answered_and_no_tick_is_lost(alone: Screen) -> None:
    alone.house.scan(alone.house.member("Zoé Test"))
    alone.press(Qt.Key.Key_F9)
    page = alone.window.stage.currentWidget()
    alone.scan(alone.house.member("Inès Alvar").code)
    assert alone.window.unattended.service.isVisible()
    assert "Bienvenue, Inès" in words(alone)
    alone.press(Qt.Key.Key_F9)
    assert alone.window.stage.currentWidget() is page
    assert page.isVisible()


def test_after_a_while_neither_the_roll_call_nor_half_a_pin_stays(alone: Screen) -> None:
    alone.house.scan(alone.house.member("Inès Alvar"))
    alone.press(Qt.Key.Key_F9)
    alone.application.idle.idle.emit()
    service = alone.window.unattended.service
    assert service.isVisible()
    alone.enter()
    alone.type("gael")
    alone.application.idle.idle.emit()
    assert service.name.text() == ""
    assert "Reprendre l’accueil" in {b.text() for b in service.findChildren(QPushButton) if b.isVisible()}


def test_from_the_menu_the_one_who_held_the_desk_leaves_it_first(counter: Screen, webcams: FakeWebcams) -> None:
    counter.hold()
    counter.press(Qt.Key.Key_S, CTRL | SHIFT)
    assert counter.window.is_locked
    assert counter.window.unattended.service.isVisible()
    take_back(counter, "gael essai", PIN)
    counter.press(Qt.Key.Key_J, CTRL)
    assert counter.window.counter.flow is not None


def test_a_new_house_has_no_self_service_for_nobody_could_end_it(
    qtbot: QtBot, tmp_path_factory: pytest.TempPathFactory
) -> None:
    with small_house(tmp_path_factory.mktemp("new") / "house") as house, shown(qtbot, house) as screen:
        labels = {b.text() for b in screen.window.sign_in.findChildren(QPushButton)}
        assert not any(text.startswith("Libre-service") for text in labels)
        screen.press(Qt.Key.Key_S, CTRL | SHIFT)
        assert screen.window.sign_in.isVisible()
