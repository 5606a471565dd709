"""Opening, dressing and closing the application."""

from __future__ import annotations

import subprocess
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QMessageBox, QPushButton
from pytestqt.qtbot import QtBot

from desk import interruption, language
from desk.clock import SystemClock
from desk.errors import EnvironmentFault
from desk.storage import DeskLock
from tests.support.house import OPENING, SmallHouse, house_fixture, place_house, small_house
from tests.support.window import CTRL, Screen, held, shown, staffed, window_fixture
from views import app, launch, tokens
from views.flows.day_pass import DayPassPanel
from views.status import Notice

__all__ = ["held", "house_fixture", "window_fixture"]


def _choose(screen: Screen, *words: str) -> None:
    """Choose an entry of the menu under the holder's name."""
    menu = screen.window.header.menu
    for word in words[:-1]:
        menu = next(a.menu() for a in menu.actions() if a.text() == word)
    next(a for a in menu.actions() if a.text() == words[-1]).trigger()
    screen.settle()


def test_the_theme_chosen_in_the_menu_dresses_the_window_and_is_remembered(qtbot: QtBot, house: SmallHouse) -> None:
    with shown(qtbot, staffed(house)) as screen:
        screen.hold()
        _choose(screen, "Thème", "Sombre")
        assert tokens.current() is tokens.DARK
        _choose(screen, "Taille du texte", "130 %")
        assert QApplication.font().pixelSize() == 18
    house.reopen()
    with shown(qtbot, house) as screen:
        assert tokens.current() is tokens.DARK
        assert QApplication.font().pixelSize() == 18


def test_english_chosen_in_the_menu_is_remembered(qtbot: QtBot, house: SmallHouse) -> None:
    with shown(qtbot, staffed(house)) as screen:
        screen.hold()
        _choose(screen, "Langue", "English")
        assert language.current() == "en"
        assert screen.window.counter.today.findChildren(type(screen.window.header._clock))[0].text() == "Today"
        assert not screen.window.is_locked
    language.install("fr", None)
    house.reopen()
    with shown(qtbot, house):
        assert language.current() == "en"


def test_a_change_of_theme_in_the_middle_of_a_sale_keeps_what_was_typed(held: Screen) -> None:
    held.press(Qt.Key.Key_J, CTRL)
    held.type("Camille")
    _choose(held, "Thème", "Sombre")
    assert held.flow(DayPassPanel).guest.text() == "Camille"
    assert "Pass journée" in held.window.banner.sentence
    held.escape()
    held.settle()
    assert tokens.current() is tokens.DARK
    assert held.window.isVisible()


def test_a_second_window_on_the_same_folder_is_refused_and_nobody_is_waited_for(
    qapp: QApplication, tmp_path: Path
) -> None:
    folder = place_house(tmp_path / "house")
    lock = DeskLock(folder)
    with pytest.raises(EnvironmentFault, match="déjà ouvert") as refused:
        launch.run(folder, demo=False)
    lock.release()
    assert "Revenez à la fenêtre déjà ouverte" in refused.value.sentence


def test_a_refusal_is_shown_in_a_box_where_someone_can_see_it(
    qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder, boxes = place_house(tmp_path / "house"), []
    monkeypatch.setattr(launch, "_UNSEEN", ())
    monkeypatch.setattr(QMessageBox, "exec", lambda box: boxes.append(box.text()))
    lock = DeskLock(folder)
    with pytest.raises(EnvironmentFault):
        launch.run(folder, demo=False)
    lock.release()
    assert "Revenez à la fenêtre déjà ouverte" in boxes[0]


def test_the_window_opens_and_leaves_nothing_behind(
    qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = place_house(tmp_path / "house")
    QTimer.singleShot(0, lambda: qapp.exit(0))
    assert launch.run(folder, demo=False) == 0
    DeskLock(folder).release()
    qapp.setStyleSheet("")


_OPEN_AND_TELL = """
import sys
from PySide6.QtCore import QTimer
from desk.frontdesk import FrontDesk
from pathlib import Path
from views import app, launch

def tell(when):
    print(when, *sorted(name for name in sys.modules if name.startswith(("PySide6.", "views.", "PIL", "zxingcpp"))))

qt = launch.qt_application()
desk = FrontDesk(Path(sys.argv[1]))
application = app.Application(qt, desk)
application.window.show()
tell("seen")
application.start()
qt.processEvents()
tell("ready")
application.stop()
"""


def test_a_start_imports_nothing_of_the_camera_the_scanner_or_self_service(tmp_path: Path) -> None:
    """Each would cost the start its time, and Qt's multimedia needs a library that not every computer has."""
    folder = place_house(tmp_path / "house")
    command = [sys.executable, "-c", _OPEN_AND_TELL, str(folder)]
    told = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    imported = {line.split()[0]: set(line.split()[1:]) for line in told.splitlines()}
    late = {
        "PySide6.QtMultimedia", "zxingcpp", "PIL", "views.chimes", "views.frames", "views.loudspeaker",
        "views.scanner.page", "views.self_service", "views.tones", "views.viewfinder", "views.webcams",
    }  # fmt: skip
    assert imported["ready"] & late == set()
    later = {
        "views.business_gestures", "views.camera", "views.camera_menu", "views.machines", "views.pictures",
        "views.unattended", "views.workplace",
    }  # fmt: skip
    assert imported["seen"] & (late | later) == set()
    assert later - imported["ready"] == {"views.unattended"}


def test_without_a_screen_the_tour_is_offered(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    with pytest.raises(EnvironmentFault) as caught:
        launch.run(tmp_path, demo=False)
    assert "casaco-desk tour" in caught.value.todo
    assert caught.value.code == "no_screen"


def _first_words(
    qapp: QApplication, folder: Path, monkeypatch: pytest.MonkeyPatch, now: datetime = OPENING + timedelta(days=1)
) -> str:
    """What the banner of a window says once it has started."""
    heard: list[str] = []
    start = app.Application.start

    def started(application: app.Application) -> None:
        start(application)
        heard.append(application.window.banner.sentence)
        qapp.exit(0)

    with monkeypatch.context() as patch:
        patch.setattr(app.Application, "start", started)
        patch.setattr(SystemClock, "now", lambda _: now.astimezone(UTC))
        assert launch.run(folder, demo=False) == 0
    qapp.setStyleSheet("")
    return heard[0]


def test_a_window_that_had_no_time_to_close_is_told_at_the_next_start(
    qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with small_house(tmp_path / "house") as house:
        house.sell_pass()
    assert "arrêté" not in _first_words(qapp, house.folder, monkeypatch)
    assert not interruption.begin(house.folder)  # a window is there, and is killed
    assert _first_words(qapp, house.folder, monkeypatch).endswith("dernière vente enregistrée\u00a0: A-000001.")
    assert "arrêté" not in _first_words(qapp, house.folder, monkeypatch)


def test_an_interrupted_house_without_a_sale_says_so(tmp_path: Path) -> None:
    with small_house(tmp_path / "house") as house:
        assert interruption.sentence(house.desk.work).endswith("aucune vente encore.")


def test_a_folder_that_cannot_take_the_note_opens_all_the_same(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("no folder")
    assert not interruption.begin(tmp_path / "file")
    interruption.end(tmp_path / "file")
    assert (tmp_path / "file").read_text() == "no folder"


def test_a_clock_behind_the_last_record_is_told_at_the_start(
    qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = place_house(tmp_path / "house")
    words = _first_words(qapp, folder, monkeypatch, OPENING - timedelta(days=3))
    assert "L’horloge de l’ordinateur a reculé, du mar. 24 nov. 2026" in words


def test_what_must_be_read_outlives_what_passes_by(held: Screen) -> None:
    banner = held.window.banner
    banner.tell(Notice("interrupted", "Le poste s’est arrêté."))
    banner.inform("Une chose qui passe.")
    assert banner.sentence == "Une chose qui passe."
    banner.forget()
    assert banner.sentence == "Le poste s’est arrêté."
    (close,) = [b for b in banner.findChildren(QPushButton) if b.text() == "Fermer"]
    close.click()
    assert "arrêté" not in banner.sentence
