"""The page of the diagnosis: reached by key, box and menu; saved, replaced, refused."""

from __future__ import annotations

import json
import zipfile
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu, QWidget

from desk.diagnostics.bundle import FACTS_FILE
from tests.support.volumes import read_only
from tests.support.window import CTRL, Screen, held, window_fixture
from views.diagnostics_page import DiagnosticsPage, screen_facts
from views.prompts import Prompter

__all__ = ["held", "window_fixture"]


class _Chooses(Prompter):
    """A person who chooses this file, or gives up."""

    def __init__(self, path: Path | None) -> None:
        self.path = path

    def save_file(self, _parent: QWidget, _title: str, suggested: str, _pattern: str) -> Path | None:
        assert suggested.endswith(".zip")
        return self.path


def _page(screen: Screen) -> DiagnosticsPage:
    page = screen.window.stage.currentWidget()
    assert isinstance(page, DiagnosticsPage)
    return page


def _by_key(screen: Screen) -> DiagnosticsPage:
    screen.press(Qt.Key.Key_F1, Qt.KeyboardModifier.ShiftModifier)
    return _page(screen)


def _rested(screen: Screen, page: DiagnosticsPage) -> None:
    screen.wait(lambda: not page._task.is_running)
    screen.settle()


def test_a_person_saves_it_with_the_keyboard(held: Screen, tmp_path: Path) -> None:
    page = _by_key(held)
    page._prompter = _Chooses(tmp_path / "panne")
    held.press(Qt.Key.Key_Space)
    _rested(held, page)
    assert page._told.text().startswith("Diagnostic enregistré\u00a0: panne.zip (")
    with zipfile.ZipFile(tmp_path / "panne.zip") as archive:
        facts = json.loads(archive.read(FACTS_FILE))
    assert facts["screen"] == json.loads(json.dumps(screen_facts()))
    assert facts["screen"]["platform"] == "offscreen"
    assert facts["screen"]["screens"]
    held.escape()
    assert held.window.stage.currentWidget() is not page


def test_the_box_and_the_help_menu_lead_to_it(held: Screen) -> None:
    held.press(Qt.Key.Key_K, CTRL)
    held.type("diagnostic")
    held.enter()
    page = _page(held)
    held.escape()
    (menu,) = [m for m in held.window.header.menu.findChildren(QMenu) if m.title() == "Aide"]
    assert [action.text().rpartition(" ")[0] for action in menu.actions()] == [
        "Le mode d’emploi", "Un diagnostic pour le dépannage (Maj", "Les touches"
    ]  # fmt: skip
    menu.actions()[1].trigger()
    held.settle()
    assert _page(held) is not page


def test_a_file_that_is_there_asks_before_it_is_replaced(held: Screen, tmp_path: Path) -> None:
    (tmp_path / "panne.zip").write_text("somebody's")
    page = _by_key(held)
    page._prompter = _Chooses(tmp_path / "panne")  # the name that will be written is not the one that was chosen
    held.click(page.save_button)
    _rested(held, page)
    assert page._refusal.text() == "panne.zip existe déjà."
    assert (tmp_path / "panne.zip").read_text() == "somebody's"
    held.click(page.replace_button)
    _rested(held, page)
    assert page._told.text().startswith("Diagnostic enregistré")
    assert not page.replace_button.isVisible()


def test_giving_up_writes_nothing_and_a_place_that_cannot_be_written_is_told(
    held: Screen, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = _by_key(held)
    page._prompter = _Chooses(None)
    held.click(page.save_button)
    assert not page._task.is_running
    told: list[BaseException] = []
    monkeypatch.setattr("sys.excepthook", lambda _kind, error, _trace: told.append(error))
    (tmp_path / "locked").mkdir()
    with read_only(tmp_path / "locked"):
        page._prompter = _Chooses(tmp_path / "locked" / "panne.zip")
        held.click(page.save_button)
        _rested(held, page)
    assert [getattr(error, "code", "") for error in told] == ["export_file"]
    assert page._told.text() == ""
