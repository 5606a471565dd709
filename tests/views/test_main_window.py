"""Every screen: as text against its golden file, with a name and a way for the keyboard to everything."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QWidget
from shiboken6 import isValid

from tests.support.scenes import SCENES
from tests.support.screen_dump import accessible_name, compare, inputs, nameless
from tests.support.window import Screen, held, window_fixture

__all__ = ["held", "window_fixture"]

Key = Qt.Key


scenes = pytest.mark.parametrize("scene", SCENES)


@scenes
def test_the_screen_says_what_its_golden_file_says_and_everything_has_a_name(held: Screen, scene: str) -> None:
    SCENES[scene](held)
    held.window.banner.forget()
    compare(scene, held.window)
    assert nameless(held.window) == []


@pytest.mark.parametrize("scene", ["home", "greeting-in", "greeting-refused", "pass-2", "rental-1", "roll-call"])
def test_tab_reaches_every_input(held: Screen, scene: str) -> None:
    SCENES[scene](held)
    reached = _tab_stops(held)
    missed = [w for w in inputs(held.window) if w not in reached and not _stands_for(w, reached)]
    assert [accessible_name(w) for w in missed] == []


def _tab_stops(screen: Screen) -> set[QWidget]:
    screen.settle()
    reached: set[QWidget] = set()
    for _ in range(80):
        screen.press(Key.Key_Tab)
        assert screen.focus is not None
        reached.add(screen.focus)
    # On a busy machine a page may still take its list anew while it is walked: its former lines are gone.
    return {widget for widget in reached if isValid(widget)}


def _stands_for(widget: QWidget, reached: set[QWidget]) -> bool:
    """One of several that exclude each other is the Tab stop, arrows do the rest; "maintenant" is Home on its line."""
    if not isinstance(widget, QAbstractButton) or widget.text() == "maintenant":
        return isinstance(widget, QAbstractButton)
    alike = {w for w in reached if isinstance(w, type(widget)) and w.parentWidget() is widget.parentWidget()}
    return widget.isCheckable() and (widget.autoExclusive() or widget.group() is not None) and bool(alike)


def test_the_arrows_change_the_floor(held: Screen) -> None:
    held.window.board.tab("rdc").setFocus()
    shown: list[str] = []
    held.window.board.floor_shown.connect(shown.append)
    held.press(Key.Key_Right)
    held.press(Key.Key_Right)
    assert shown == ["etage-1", "etage-2"]
