"""The screens about backups and the diagnosis, each reached as a person reaches it from the home of a held desk."""

from __future__ import annotations

import shutil
from collections.abc import Callable

from PySide6.QtCore import Qt

from tests.support.window import CTRL, Screen
from views.backups.page import BackupsPage

_KEYS = CTRL | Qt.KeyboardModifier.ShiftModifier


def backups_page(screen: Screen) -> BackupsPage:
    """The page of backups, by its key; there is no copy of another test's house."""
    shutil.rmtree(screen.house.desk.backups.target, ignore_errors=True)
    screen.press(Qt.Key.Key_B, _KEYS)
    page = screen.window.stage.currentWidget()
    assert isinstance(page, BackupsPage)
    return page


def rested(screen: Screen, page: BackupsPage) -> None:
    """Until the page's worker has answered."""
    screen.wait(lambda: page.make_button.isEnabled())
    screen.settle()


def _none(screen: Screen) -> None:
    backups_page(screen)


def _made(screen: Screen) -> None:
    page = backups_page(screen)
    screen.click(page.make_button)
    rested(screen, page)


def _diagnosis(screen: Screen) -> None:
    screen.press(Qt.Key.Key_F1, Qt.KeyboardModifier.ShiftModifier)


BACKUP_SCENES: dict[str, Callable[[Screen], None]] = {
    "backups-none": _none,
    "backups": _made,
    "diagnostics": _diagnosis,
}
