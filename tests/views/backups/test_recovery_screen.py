"""The recovery screen: from a file that cannot be opened to an open desk, or out with nothing changed."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from desk.commands import FAULT
from desk.errors import EnvironmentFault
from desk.recovery import Recovery
from desk.storage import DeskLock
from models.database import FILE_NAME
from tests.support.backups import backed_up
from tests.support.fit import misfits
from tests.support.house import SmallHouse, house_fixture
from tests.support.screen_dump import nameless
from views import launch, theme, tokens
from views.main_window import MainWindow
from views.prompts import Prompter
from views.recovery import RecoveryScreen

__all__ = ["house_fixture"]
DAMAGED = EnvironmentFault("", code="sqlite_26")


class _Chooses(Prompter):
    def __init__(self, path: Path | None) -> None:
        self.path = path

    def open_file(self, _parent: QWidget, _title: str, _pattern: str) -> Path | None:
        return self.path


@pytest.fixture
def lost(house: SmallHouse) -> Iterator[SmallHouse]:
    """A house whose file is damaged after two copies and a sale."""
    backed_up(house)
    backed_up(house.later(hours=1))
    house.later(minutes=5).sell_pass()
    house.close()
    (house.folder / FILE_NAME).write_bytes(b"\xa5" * 100_000)
    yield house
    if house.desk.engine is not None:
        house.desk.close()


@contextmanager
def _shown(
    qtbot: QtBot, house: SmallHouse, prompter: Prompter | None = None, fault: EnvironmentFault = DAMAGED
) -> Iterator[RecoveryScreen]:
    qt = QApplication.instance()
    assert isinstance(qt, QApplication)
    theme.apply(qt, "light")
    screen = RecoveryScreen(Recovery(house.folder, fault, house.clock), prompter)
    qtbot.addWidget(screen)
    screen.resize(1366, 768)
    with qtbot.waitExposed(screen):
        screen.show()
    qtbot.waitUntil(lambda: not screen._task.is_running)
    _settle()
    yield screen
    screen.close()
    qt.setStyleSheet("")
    tokens.use(tokens.LIGHT)


def _settle() -> None:
    """What was added to a layout is shown a turn later; words that wrap are laid out in several."""
    for _ in range(3):
        QApplication.processEvents()


def _texts(screen: RecoveryScreen) -> str:
    from PySide6.QtWidgets import QLabel

    return "\n".join(found.text() for found in screen.findChildren(QLabel) if found.isVisible())


def test_the_last_good_copy_is_proposed_and_put_back(qtbot: QtBot, lost: SmallHouse) -> None:
    with _shown(qtbot, lost) as screen:
        assert "aucune base vide" in _texts(screen)
        assert "La vente encaissée après elle revient" in _texts(screen)
        assert nameless(screen) == []
        assert misfits(screen) == []
        screen.restore_button.click()
        qtbot.waitUntil(lambda: screen.is_done)
        _settle()
        assert "C’est réparé" in _texts(screen)
        assert "mis-de-cote" in _texts(screen)
        assert misfits(screen) == []
        with qtbot.waitSignal(screen.left) as left:
            screen.restore_button.click()
        assert left.args == [True]
    lost.desk = lost._open()
    assert lost.value("SELECT count(*) FROM sale") == 1
    assert lost.verify(deep=True).problems == ()


def test_leaving_changes_nothing(qtbot: QtBot, lost: SmallHouse) -> None:
    before = (lost.folder / FILE_NAME).read_bytes()
    with _shown(qtbot, lost) as screen, qtbot.waitSignal(screen.left) as left:
        screen.leave_button.click()
    assert left.args == [False]
    assert (lost.folder / FILE_NAME).read_bytes() == before


def test_a_spoilt_copy_is_refused_with_a_sentence_and_another_can_be_taken(qtbot: QtBot, lost: SmallHouse) -> None:
    newest = Recovery(lost.folder, DAMAGED).situation().copies[0].path
    newest.write_bytes(b"")
    with _shown(qtbot, lost) as screen:
        assert "n’est pas une sauvegarde" in screen._refusal.text()
        assert not screen.restore_button.isEnabled()
        older = Recovery(lost.folder, DAMAGED).situation().copies[1].path
        screen.copies.button_of(older).click()
        qtbot.waitUntil(screen.restore_button.isEnabled)
        assert screen._refusal.text() == ""


def test_without_a_copy_the_drive_is_asked_for_and_found_when_it_comes(qtbot: QtBot, lost: SmallHouse) -> None:
    drive = lost.folder.parent / "drive"
    shutil.move(drive, lost.folder.parent / "away")
    with _shown(qtbot, lost, _Chooses(lost.folder.parent / "absent.db")) as screen:
        assert "Aucune sauvegarde dans" in _texts(screen)
        assert not screen.restore_button.isEnabled()
        screen.other_button.click()
        qtbot.waitUntil(lambda: "Il n’y a pas de fichier" in screen._refusal.text())
        shutil.move(lost.folder.parent / "away", drive)
        screen.again_button.click()
        qtbot.waitUntil(screen.restore_button.isEnabled)


def test_what_nobody_foresaw_is_a_sentence_too(
    qtbot: QtBot, lost: SmallHouse, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def broken(*_: object, **__: object) -> None:
        raise RuntimeError("unforeseen")

    with _shown(qtbot, lost) as screen:
        monkeypatch.setattr("desk.recovery.restore", broken)
        screen.restore_button.click()
        qtbot.waitUntil(lambda: "Une erreur inattendue" in screen._refusal.text())
    assert "RuntimeError" in caplog.text
    assert "unforeseen" not in caplog.text


def test_a_base_that_is_behind_can_be_started_from_itself(qtbot: QtBot, house: SmallHouse) -> None:
    """Someone has copied a backup over it, and the copies themselves are away."""
    house.sell_pass()
    copy = backed_up(house)
    house.later(minutes=5).sell_pass()
    house.close()
    shutil.copy(copy, house.folder / FILE_NAME)
    shutil.rmtree(copy.parent)
    with pytest.raises(EnvironmentFault) as caught:
        house._open()
    with _shown(qtbot, house, fault=caught.value) as screen:
        said = _texts(screen)
        assert "plus ancienne que son journal" in said
        assert "a déjà donné des numéros" in said
        assert "aucun numéro ne servira deux fois" in said
        assert "abîmé" not in said
        (choice,) = [screen.copies.button_of(house.folder / FILE_NAME)]
        assert choice.text().startswith("Le fichier présent, jusqu’au")
        assert screen.restore_button.text() == "Repartir de là"
        assert nameless(screen) == []
        assert misfits(screen) == []
        screen.restore_button.click()
        qtbot.waitUntil(lambda: screen.is_done)
        _settle()
        assert "Il lui manquait des numéros" in _texts(screen)
        assert f"mis-de-cote{os.sep}\u200b" in _texts(screen)
        assert misfits(screen) == []
        with qtbot.waitSignal(screen.left) as left:
            screen.restore_button.click()
        assert left.args == [True]
    house.desk = house._open()
    assert house.later(minutes=5).sell_pass().sale.number == "A-000003"
    assert house.verify(deep=True).problems == ()


# --- from the start of the window ----------------------------------------------------------------------------------


def _press(word: str) -> None:
    """Press the button of the recovery screen, once it can be."""
    screen = next(w for w in QApplication.topLevelWidgets() if isinstance(w, RecoveryScreen))
    pressed = screen.restore_button if word == "restore" else screen.leave_button
    if pressed.isEnabled() and not screen._task.is_running:
        pressed.click()


def test_a_start_on_a_damaged_file_opens_the_recovery_screen_then_the_desk(
    qapp: QApplication, lost: SmallHouse, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(launch, "_UNSEEN", ())
    opened: list[str] = []

    def look() -> None:
        shown = [w for w in QApplication.topLevelWidgets() if w.isVisible()]
        if any(isinstance(w, RecoveryScreen) for w in shown):
            _press("restore")
        elif any(isinstance(w, MainWindow) for w in shown):
            opened.append("desk")
            qapp.exit(0)

    timer = QTimer()
    timer.timeout.connect(look)
    timer.start(20)
    assert launch.run(lost.folder, demo=False) == 0
    timer.stop()
    assert opened
    assert lost.verify(deep=True).problems == ()
    assert list((lost.folder / "mis-de-cote").iterdir())
    DeskLock(lost.folder).release()
    qapp.setStyleSheet("")


def test_a_start_on_a_damaged_file_left_alone_ends_with_a_fault(
    qapp: QApplication, lost: SmallHouse, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(launch, "_UNSEEN", ())
    timer = QTimer()
    timer.timeout.connect(lambda: _press("leave"))
    timer.start(20)
    assert launch.run(lost.folder, demo=False) == FAULT
    timer.stop()
    DeskLock(lost.folder).release()
    qapp.setStyleSheet("")


def test_where_nobody_sees_the_screen_the_sentence_is_raised(qapp: QApplication, lost: SmallHouse) -> None:
    with pytest.raises(EnvironmentFault, match="abîmé"):
        launch.run(lost.folder, demo=False)
