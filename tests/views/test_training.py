"""Training in the window: there and back, with the real desk's half-typed words waiting behind."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt

from desk.training import ENTERED, LEFT
from tests.support.window import CTRL, PIN, Screen, held, window_fixture
from views.app import Application
from views.flows.day_pass import DayPassPanel
from views.roll_call import RollCallPage
from views.training_band import TrainingBand

SHIFT = Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def trained(held: Screen) -> Iterator[Screen]:
    """The desk half-way through a pass, then in practice."""
    held.press(Qt.Key.Key_J, CTRL)
    held.flow(DayPassPanel)
    held.press(Qt.Key.Key_F, CTRL | SHIFT)
    yield held


def practice_of(screen: Screen) -> Application:
    """The application of the practice house, which must be open."""
    practice = screen.application.training.practice
    assert practice is not None
    return practice


def test_the_key_goes_there_and_back_and_finds_the_pass_half_sold(trained: Screen) -> None:
    window = practice_of(trained).window
    assert window.isVisible()
    assert not trained.window.isVisible()
    assert "FORMATION" in window.windowTitle()
    band = window.findChild(TrainingBand)
    assert band is not None
    assert band.isVisible()
    assert window.header.operator.text() == trained.window.header.operator.text()
    trained.click(band.leave)
    assert trained.application.training.practice is None
    assert trained.window.isVisible()
    trained.flow(DayPassPanel)
    kinds = [
        kind for (kind,) in trained.house.rows("SELECT kind FROM journal WHERE kind LIKE 'training.%' ORDER BY at")
    ]
    assert kinds == [ENTERED, LEFT]
