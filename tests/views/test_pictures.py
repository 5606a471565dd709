"""Codes that arrive as pictures: dropped, chosen, pasted; and the road of the camera in the real window."""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtCore import QMimeData, QObject, QPoint, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication, QImage
from PySide6.QtWidgets import QApplication, QPushButton, QWidget

from desk.calibration import PAYLOAD
from desk.checkin import Verdict
from tests.support.card_images import Spoiling, card_picture, qr_picture
from tests.support.house import CardHolder
from tests.support.screen_dump import compare
from tests.support.webcams import FakeWebcams
from tests.support.window import CTRL, Screen, held, window_fixture  # noqa: F401
from views.camera_menu import CameraMenu
from views.prompts import Prompter
from views.webcams import Webcams


class Chooses(Prompter):
    """A person who chooses that file, or none."""

    def __init__(self, path: Path | None) -> None:
        self.path = path

    def open_file(self, parent: QWidget, title: str, pattern: str) -> Path | None:
        return self.path


@pytest.fixture
def member(held: Screen) -> CardHolder:  # noqa: F811
    return held.house.member("Inès Alvar")


@pytest.fixture(autouse=True)
def empty_clipboard(held: Screen) -> Iterator[None]:  # noqa: F811
    QGuiApplication.clipboard().clear()
    yield
    QGuiApplication.clipboard().clear()


def saved(picture: Image.Image, path: Path) -> Path:
    picture.save(path)
    return path


def image_of(picture: Image.Image) -> QImage:
    content = BytesIO()
    picture.save(content, "PNG")
    return QImage.fromData(content.getvalue())


def is_in(screen: Screen, member: CardHolder) -> bool:
    screen.settle()
    outcome = screen.window.counter.greeting.outcome
    return outcome is not None and outcome.verdict is Verdict.IN and outcome.code == member.code


def says(screen: Screen, text: str) -> bool:
    screen.settle()
    return text in screen.window.banner.sentence


def drop(screen: Screen, *paths: Path) -> bool:
    """Drop files on the window; whether they were welcome."""
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    place, button = QPoint(300, 300), Qt.MouseButton.LeftButton
    enter = QDragEnterEvent(place, Qt.DropAction.CopyAction, data, button, Qt.KeyboardModifier.NoModifier)
    QApplication.sendEvent(screen.window, enter)
    if not enter.isAccepted():
        return False
    event = QDropEvent(place, Qt.DropAction.CopyAction, data, button, Qt.KeyboardModifier.NoModifier)
    QApplication.sendEvent(screen.window, event)
    return True


def test_a_dropped_picture_lets_its_member_in(held: Screen, member: CardHolder, tmp_path: Path) -> None:  # noqa: F811
    assert drop(held, saved(card_picture(member.code, Spoiling(rotation=30, noise=10)), tmp_path / "carte.png"))
    held.wait(lambda: is_in(held, member))


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (None, "ne peut pas être ouverte"),
        (b"bonjour", "n’est pas une image lisible"),
        (Image.new("L", (200, 200), 200), "Aucun code QR n’est visible"),
    ],
)
def test_a_picture_that_says_nothing_is_told_in_a_sentence(
    held: Screen,  # noqa: F811
    tmp_path: Path,
    content: bytes | Image.Image | None,
    sentence: str,
) -> None:
    path = tmp_path / "photo.png"
    if isinstance(content, bytes):
        path.write_bytes(content)
    elif content is not None:
        saved(content, path)
    assert drop(held, path)
    held.wait(lambda: says(held, sentence))
    assert held.window.counter.greeting.outcome is None


def test_two_pictures_at_once_and_a_locked_desk_are_refused(held: Screen, tmp_path: Path) -> None:  # noqa: F811
    path = saved(qr_picture("x"), tmp_path / "a.png")
    assert drop(held, path, path)
    assert says(held, "une image à la fois")
    held.window.lock()
    assert not drop(held, path)


def test_a_picture_chosen_from_the_menu(held: Screen, member: CardHolder, tmp_path: Path) -> None:  # noqa: F811
    path = saved(card_picture(member.code, Spoiling()), tmp_path / "carte.png")
    held.window.machines.pictures.prompter = Chooses(None)
    held.press(Qt.Key.Key_O, CTRL)
    assert held.window.counter.greeting.outcome is None
    held.window.machines.pictures.prompter = Chooses(path)
    action = next(a for a in held.window.header.menu.actions() if a.text() == "Scanner une image (Ctrl O)")
    action.trigger()
    held.wait(lambda: is_in(held, member))


@pytest.mark.parametrize("in_the_box", [True, False])
def test_a_picture_of_the_clipboard_is_scanned(held: Screen, member: CardHolder, in_the_box: bool) -> None:  # noqa: F811
    QGuiApplication.clipboard().setImage(image_of(card_picture(member.code, Spoiling())))
    (held.window.header.omnibox if in_the_box else held.window.board).setFocus()
    held.press(Qt.Key.Key_V, CTRL)
    held.wait(lambda: is_in(held, member))
    assert held.window.header.omnibox.text() == ""


def test_a_code_of_the_clipboard_is_scanned_unless_a_field_wants_it(held: Screen, member: CardHolder) -> None:  # noqa: F811
    QGuiApplication.clipboard().setText(f" {member.code}\n")
    held.window.header.omnibox.setFocus()
    held.press(Qt.Key.Key_V, CTRL)
    assert member.code in held.window.header.omnibox.text()
    assert held.window.counter.greeting.outcome is None
    held.window.board.setFocus()
    held.press(Qt.Key.Key_V, CTRL)
    assert is_in(held, member)


def test_a_clipboard_without_a_code_is_told(held: Screen) -> None:  # noqa: F811
    QGuiApplication.clipboard().setText("bonjour")
    held.window.board.setFocus()
    held.press(Qt.Key.Key_V, CTRL)
    assert says(held, "ni image, ni code de Casaco")


def test_the_calibration_card_opens_no_door(held: Screen) -> None:  # noqa: F811
    held.window.board.setFocus()
    held.scan(PAYLOAD, "fr")
    assert says(held, "carte de réglage")
    assert held.window.counter.greeting.outcome is None


@pytest.fixture
def webcams(held: Screen) -> FakeWebcams:  # noqa: F811
    fake = FakeWebcams(held.application.camera)

    def found(_parent: QObject) -> Webcams:
        return fake

    held.application.camera._find_webcams = found
    return fake


def test_f11_opens_the_camera_and_a_card_before_it_is_a_scan(
    held: Screen,  # noqa: F811
    member: CardHolder,
    webcams: FakeWebcams,
) -> None:
    held.press(Qt.Key.Key_F11)
    assert held.application.camera.is_live
    compare("greeting-viewfinder", held.window.counter.greeting)
    picture = card_picture(member.code, Spoiling(tilt_x=0.1))

    def read() -> bool:
        webcams.show(picture)
        return is_in(held, member)

    held.wait(read)
    held.window.counter.greeting.clear()
    held.press(Qt.Key.Key_F11)
    assert "caméra" not in " ".join(w.accessibleName() for w in held.window.counter.greeting.findChildren(QWidget))


def test_an_unplugged_camera_is_a_banner_whose_button_puts_it_out(held: Screen, webcams: FakeWebcams) -> None:  # noqa: F811
    held.press(Qt.Key.Key_F11)
    webcams.unplug("Bureau")
    assert says(held, "La caméra est débranchée")
    off = next(b for b in held.window.banner.findChildren(QPushButton) if b.text() == "Éteindre la caméra")
    held.click(off)
    assert not held.application.camera.is_wanted
    assert not says(held, "caméra")


def test_the_menu_lists_the_webcams_of_the_moment(held: Screen, webcams: FakeWebcams) -> None:  # noqa: F811
    webcams.plug("Fenêtre")
    menu = next(m for m in held.window.header.menu.findChildren(CameraMenu))
    menu.fill()
    names = [action.text() for action in menu.actions() if action.text()]
    assert names == ["Lire les cartes avec la caméra (F11)", "Caméra Bureau", "Caméra Fenêtre"]
    menu.actions()[-1].trigger()
    assert held.application.camera.shown == "Fenêtre"
    assert held.application.camera.is_wanted
    for name in ("Bureau", "Fenêtre"):
        webcams.unplug(name)
    menu.fill()
    assert menu.actions()[-1].text() == "Aucune caméra branchée"
