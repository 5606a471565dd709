"""Training in the window: there and back, with the real desk's half-typed words waiting behind."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest

from desk import cli
from desk.cli import WindowCommands
from desk.errors import EnvironmentFault
from desk.training import ANEW, ENTERED, LEFT
from tests.support.fit import misfits
from tests.support.labelled import unlabelled
from tests.support.practice import place_practice
from tests.support.screen_dump import texts
from tests.support.walk import SIZES
from tests.support.window import CTRL, PIN, Screen, held, window_fixture
from views import launch, tokens
from views.app import Application
from views.flows.day_pass import DayPassPanel
from views.main_window import MainWindow
from views.roll_call import RollCallPage
from views.training import TrainingRoom

__all__ = ["held", "window_fixture"]

SHIFT = Qt.KeyboardModifier.ShiftModifier
IN_THE_BAND = {
    "fr": ("FORMATION, rien n’est vrai ici", "F9\u00a0: les vrais présents", "Quitter la formation"),
    "en": ("TRAINING, nothing here is real", "F9: who is really in", "Leave training"),
}


@pytest.fixture
def trained(held: Screen) -> Screen:
    """The desk half-way through a pass, then in practice."""
    place_practice(held.house.folder)
    held.press(Qt.Key.Key_J, CTRL)
    held.flow(DayPassPanel)
    held.press(Qt.Key.Key_F, CTRL | SHIFT)
    return held


def practice_of(screen: Screen) -> Application:
    """The application of the practice house, which must be open."""
    practice = screen.application.training.practice
    assert practice is not None
    return practice


def press(screen: Screen, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    """Press a key in the window of practice, which may be gone when the key is let go."""
    QTest.keyPress(practice_of(screen).window.windowHandle(), key, modifier)
    screen.settle()


def acts(screen: Screen) -> list[str]:
    """What the real journal says of training."""
    rows = screen.house.rows("SELECT kind FROM journal WHERE kind LIKE 'training.%' ORDER BY sequence")
    return [str(kind) for (kind,) in rows]


def test_the_key_goes_there_and_the_band_leads_back_to_the_pass_half_sold(trained: Screen) -> None:
    window = practice_of(trained).window
    assert window.isVisible()
    assert not trained.window.isVisible()
    assert window.windowTitle().startswith("FORMATION")
    assert window.band is not None
    assert window.band.isVisible()
    assert window.header.operator.text() == trained.window.header.operator.text()
    trained.click(window.band.leave)
    assert trained.application.training.practice is None
    assert trained.window.isVisible()
    assert trained.window.band is None
    assert trained.flow(DayPassPanel).isVisible()
    assert acts(trained) == [ENTERED, LEFT]


def test_a_scan_and_a_sale_there_are_none_here(trained: Screen) -> None:
    practice = practice_of(trained)
    code = str(practice._desk.members.everyone()[0].card_code)
    practice.wedge.scanned.emit(code)
    trained.settle()
    assert practice._desk.presence.now().count == 1
    assert trained.house.desk.presence.now().count == 0
    press(trained, Qt.Key.Key_F, CTRL | SHIFT)
    trained.scan(code)
    assert trained.house.value("SELECT count(*) FROM visit") == 0


def test_closing_its_window_and_leaving_it_locked_lead_to_a_locked_desk(trained: Screen) -> None:
    practice = practice_of(trained)
    practice.window.lock()
    trained.settle()
    assert practice.window.band is not None
    assert practice.window.band.isVisible()
    assert not practice.window.band.anew.isEnabled()
    practice.window.close()
    trained.settle()
    assert trained.application.training.practice is None
    assert trained.window.is_locked
    trained.sign_in()
    assert not trained.window.is_locked
    assert trained.flow(DayPassPanel)


def test_the_alarm_key_shows_who_is_really_inside(trained: Screen) -> None:
    press(trained, Qt.Key.Key_F9)
    assert trained.application.training.practice is None
    assert trained.window.isVisible()
    assert isinstance(trained.window.stage.currentWidget(), RollCallPage)


def test_all_is_erased_and_begun_anew(trained: Screen) -> None:
    practice = practice_of(trained)
    assert practice._desk.till.count_float(100) is None
    assert practice.window.band is not None
    trained.click(practice.window.band.anew)
    again = practice_of(trained)
    assert again is not practice
    assert again._desk.till.float_today() is None
    assert again.window.isVisible()
    assert acts(trained) == [ENTERED, ANEW]
    again.window.recovery_asked.emit()  # a damaged practice house has no other remedy
    trained.settle()
    assert practice_of(trained) is not again


@pytest.mark.parametrize("look", ["light", "dark", "contrast"])
def test_the_band_stays_in_every_look_and_the_real_window_wears_what_was_chosen(trained: Screen, look: str) -> None:
    practice = practice_of(trained)
    practice.window.dress_asked.emit("theme", look)
    trained.settle()
    band = practice.window.band
    assert band is not None
    assert band.isVisible()
    assert tokens.contrast(tokens.current().taken.ink, tokens.current().surface) >= 4.5
    assert band.grab().toImage().pixelColor(2, 2).name().upper() == tokens.current().taken.ink
    press(trained, Qt.Key.Key_F, CTRL | SHIFT)
    assert tokens.current().name == look
    assert trained.window.isVisible()


def test_its_window_is_whole_in_both_languages_and_in_the_largest_text(trained: Screen) -> None:
    practice = practice_of(trained)
    for asked, value, language, scale in (
        ("", "", "fr", 1.0),
        ("scale", 1.5, "fr", 1.5),
        ("language", "en", "en", 1.5),
    ):
        if asked:
            practice.window.dress_asked.emit(asked, value)
            trained.settle()
        window = practice.window
        assert texts(window) >= set(IN_THE_BAND[language])
        narrowest = SIZES[scale][0]
        window.resize(*narrowest)
        for _ in range(3):
            trained.settle()
        assert window.size().toTuple() == narrowest
        assert misfits(window) + unlabelled(window) == [], f"{language} {scale}"


def test_what_goes_wrong_there_is_told_there(trained: Screen) -> None:
    trained.application.report(EnvironmentFault("Le disque est plein."), "détails")
    assert practice_of(trained).window.banner.sentence == "Le disque est plein."
    assert "plein" not in trained.window.banner.sentence


def test_nobody_at_the_desk_is_told_to_take_it_and_a_second_window_too(counter: Screen) -> None:
    place_practice(counter.house.folder)
    counter.press(Qt.Key.Key_F, CTRL | SHIFT)
    assert counter.application.training.practice is None
    assert "Prenez d’abord l’accueil" in counter.window.sign_in._refusal.text()
    counter.hold()
    opened = counter.house.desk.training.enter()
    counter.press(Qt.Key.Key_F, CTRL | SHIFT)
    assert "déjà ouverte" in counter.window.banner.sentence
    opened.close()


def test_run_with_training_begins_there_with_a_pin(counter: Screen, monkeypatch: pytest.MonkeyPatch) -> None:
    place_practice(counter.house.folder)
    folder, seen = counter.house.folder, []
    counter.application.stop()

    def look() -> None:
        (window,) = [w for w in counter.qt.topLevelWidgets() if isinstance(w, MainWindow) and w.isVisible()]
        seen.append((window.windowTitle()[:9], window.is_locked))
        window.sign_in.pin.setText(PIN)
        window.sign_in.submit()
        seen.append((window.windowTitle()[:9], window.is_locked))
        counter.qt.exit(0)

    enter = TrainingRoom.enter

    def entered(room: TrainingRoom, *, unattended: bool = False) -> None:
        enter(room, unattended=unattended)
        QTimer.singleShot(0, look)

    monkeypatch.setattr(TrainingRoom, "enter", entered)
    arguments = cli.parser(WindowCommands(run=_nothing, tour=_nothing, smoke_test=_nothing)).parse_args(
        ["run", "--training", "--data", str(folder)]
    )
    assert launch.run(arguments.data, demo=arguments.demo, training=arguments.training) == 0
    assert seen == [("FORMATION", True), ("FORMATION", False)]
    kinds = [kind for (kind,) in counter.house.rows("SELECT kind FROM journal WHERE kind LIKE 'training.%'")]
    assert kinds == [ENTERED, LEFT]
    counter.application = Application(counter.qt, counter.house.reopen())


def _nothing(_arguments: object) -> int:
    return 0
