"""The plan's editor, reached by a manager as a manager reaches it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QDate, Qt

from desk.work import Operator
from tests.support.window import CTRL, Screen
from views.plan_editor.page import PlanEditorPage

Key = Qt.Key
SHIFT = Qt.KeyboardModifier.ShiftModifier


def editor(screen: Screen) -> PlanEditorPage:
    """The editor, opened with its key by somebody who may."""
    screen.house.desk.work.operator = Operator("manager", "Odile Essai", is_manager=True)
    screen.press(Key.Key_E, CTRL | SHIFT)
    page = screen.window.stage.currentWidget()
    assert isinstance(page, PlanEditorPage)
    return page


def _editor(screen: Screen) -> None:
    editor(screen)


def _wrong(screen: Screen) -> None:
    page = editor(screen)
    page.choose("accueil", "")
    for _ in range(4):
        screen.press(Key.Key_Right)
    page.split.name.setText("Salon")
    page.split.button.click()


def _planned(screen: Screen) -> None:
    """A plan is due in December; meanwhile a floor was added to the draft, and nothing is on it yet."""
    page = editor(screen)
    if page.draft.planned is None:
        page.tool.restart.click()
        screen.press(Key.Key_Left)
        page.tool.day.setDate(QDate(2026, 12, 1))
        page.tool.publish.click()
        page = editor(screen)
    page.floors.add.click()


PLAN_SCENES: dict[str, Callable[[Screen], None]] = {
    "plan-editor": _editor, "plan-editor-wrong": _wrong, "plan-editor-planned": _planned,
}  # fmt: skip
