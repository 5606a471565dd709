"""The roll call under alarm: who is in, ticked once, whatever key is pressed twice."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QLabel, QWidget

from desk.guests import Why
from desk.printing.queue import PrinterSettings
from desk.printing.states import PrinterKind
from tests.desk.test_crowds import event
from tests.support.door import came
from tests.support.escpos_screen import Screen as Paper
from tests.support.house import TUESDAY
from tests.support.pdf import pages
from tests.support.printers import FakePrinter
from tests.support.window import TICKETS, Screen, dress, held, window_fixture
from views.prompts import Prompter
from views.roll_call import RollCallPage, _Box

__all__ = ["held", "window_fixture"]

Key = Qt.Key


def _alarm(screen: Screen) -> RollCallPage:
    for name in ("Inès Alvar", "Bachir Oyono"):
        screen.house.scan(screen.house.member(name))
    screen.press(Key.Key_F9)
    page = screen.window.stage.currentWidget()
    assert isinstance(page, RollCallPage)
    return page


def _boxes(page: RollCallPage) -> list[_Box]:
    return page._boxes


def test_a_second_press_of_the_key_loses_no_tick(held: Screen) -> None:
    page = _alarm(held)
    _boxes(page)[0].click()
    assert page._progress.text() == "1 / 2 retrouvés"
    held.press(Key.Key_F9)
    assert held.window.stage.currentWidget() is page
    assert page._progress.text() == "1 / 2 retrouvés"


def test_someone_who_checks_out_leaves_the_list_and_the_ticks_stay(held: Screen) -> None:
    page = _alarm(held)
    ticked, other = _boxes(page)
    ticked.click()
    other.setFocus()
    held.house.later(minutes=1)
    assert held.house.desk.checkin.leave(other.line.id).visit_id
    held.settle()
    assert page._progress.text() == "1 / 1 retrouvés"
    held.escape()  # the keyboard is still on the page, though its box has gone
    assert held.window.stage.count() == 1


def test_space_ticks_enter_prints_and_escape_goes_back(held: Screen) -> None:
    page = _alarm(held)
    held.press(Key.Key_Tab)
    while not isinstance(held.focus, QCheckBox):
        held.press(Key.Key_Tab)
    held.press(Key.Key_Space)
    assert page._progress.text() == "1 / 2 retrouvés"
    held.enter()
    held.wait(held.all_printed)
    assert held.printed() == ["Liste d’évacuation"]
    held.escape()
    assert held.window.stage.count() == 1


def test_leaving_the_screen_loses_no_tick_and_a_new_call_is_asked_for(held: Screen) -> None:
    page = _alarm(held)
    assert held.focus is _boxes(page)[0]
    held.press(Key.Key_Space)
    held.escape()
    held.press(Key.Key_F9)
    page = held.window.stage.currentWidget()
    assert isinstance(page, RollCallPage)
    assert page._progress.text() == "1 / 2 retrouvés"
    assert "Appel commencé à 09:00" in page._keys.text()
    dress(held, "dark")
    held.press(Key.Key_F9)
    page = held.window.stage.currentWidget()
    assert isinstance(page, RollCallPage)
    assert page._progress.text() == "1 / 2 retrouvés"
    held.click(page._anew)
    assert page._progress.text() == "0 / 2 retrouvés"
    assert not page._anew.isEnabled()


def test_a_call_of_long_ago_is_put_aside_and_can_be_taken_up(held: Screen) -> None:
    """Whoever was found at the exercise of noon was not found at the alarm of four."""
    page = _alarm(held)
    _boxes(page)[0].click()
    assert not page._former.isVisible()
    held.escape()
    held.house.later(minutes=29)
    held.press(Key.Key_F9)
    page = held.window.stage.currentWidget()
    assert isinstance(page, RollCallPage)
    assert page._progress.text() == "1 / 2 retrouvés"
    held.house.later(minutes=30)
    held.press(Key.Key_F9)  # the same page: the key is enough
    assert page._progress.text() == "0 / 2 retrouvés"
    assert page._former.text() == "Reprendre l’appel de 09:00"
    held.click(page._former)
    assert page._progress.text() == "1 / 2 retrouvés"
    assert not page._former.isVisible()
    held.house.later(minutes=31)
    held.press(Key.Key_F9)
    _boxes(page)[1].click()
    assert page._progress.text() == "1 / 2 retrouvés"
    assert not page._former.isVisible()


def test_the_arrows_go_everywhere_and_p_prints(held: Screen) -> None:
    for number in range(30):
        held.house.scan(held.house.member(f"Personne{number:02d} Essai"))
    held.press(Key.Key_F9)
    page = held.window.stage.currentWidget()
    assert isinstance(page, RollCallPage)
    boxes = _boxes(page)
    last = max(box.place[0] for box in boxes)
    for _ in range(last):
        held.press(Key.Key_Down)
    focus = held.focus
    assert focus in boxes
    assert focus.place[0] == last  # type: ignore[union-attr]
    assert not focus.visibleRegion().isEmpty()  # type: ignore[union-attr]
    held.press(Key.Key_Right)
    held.press(Key.Key_Up)
    held.press(Key.Key_Space)
    assert sum(box.isChecked() for box in boxes) == 1
    held.press(Key.Key_P)
    held.wait(held.all_printed)
    assert held.printed() == ["Liste d’évacuation"]


def test_a_locked_desk_shows_ticks_and_prints_but_opens_no_folder(counter: Screen) -> None:
    page = _alarm(counter)
    held_by_nobody = counter.window.is_locked
    counter.press(Key.Key_Space)
    counter.press(Key.Key_P)
    counter.wait(counter.all_printed)
    assert held_by_nobody
    assert page._progress.text() == "1 / 2 retrouvés"
    assert counter.printed() == ["Liste d’évacuation"]
    assert not page._save.isVisible()


def test_a_locked_desk_shows_what_the_banner_says_without_its_act(held: Screen) -> None:
    held.house.scan(held.house.member("Ana Hier"))
    held.house.at(9, 10, day=TUESDAY + timedelta(days=1))
    held.application.bridge.minute.emit()
    held.settle()
    assert held.window.banner._act.isVisible()
    held.window.lock()
    held.press(Key.Key_F9)
    assert held.window.banner.sentence == "Une personne d’un jour passé n’a pas noté son départ."
    assert not held.window.banner._act.isVisible()
    held.escape()
    held.hold()
    assert held.window.banner._act.isVisible()


def test_a_crowd_is_ticked_whole(held: Screen) -> None:
    booking = event(held.house)
    held.house.at(12, 30)
    page = _alarm(held)
    held.house.desk.crowds.count(booking, 22)
    held.settle()
    assert page._title.text() == "24 personnes dans la maison"
    crowd = next(box for box in _boxes(page) if box.line.people > 1)
    assert crowd.line.words == "Mardi\u00a0: 22 personnes · Agora · 12:30"
    crowd.click()
    assert page._progress.text() == "22 / 24 retrouvés"


def test_the_list_is_saved_as_a4(held: Screen, tmp_path: Path) -> None:
    page = _alarm(held)
    prompter = Answers(tmp_path / "liste")
    held.window.work.papers.prompter = prompter
    held.click(page._save)
    assert (tmp_path / "liste.pdf").read_bytes().startswith(b"%PDF")
    assert held.window.banner.sentence == "La liste d’évacuation est dans liste.pdf."
    prompter.answer = None
    held.click(page._save)
    assert [file.name for file in tmp_path.glob("*.pdf")] == ["liste.pdf"]


def _full_house(screen: Screen) -> list[str]:
    """A hundred and nine people by name, and one in a crowd: the safety limit."""
    names = [f"Personne{number:03d} Essai" for number in range(109)]
    for name in names:
        screen.house.scan(screen.house.member(name))
    booking = event(screen.house)
    screen.house.at(12, 30).desk.crowds.count(booking, 1)
    assert screen.house.desk.presence.now().count == 110
    return [*names, "Mardi"]


def test_a_hundred_and_ten_are_all_on_the_a4_sheets(held: Screen) -> None:
    names = _full_house(held)
    held.press(Key.Key_F9)
    held.press(Key.Key_P)
    held.wait(held.all_printed)
    (file,) = (held.house.folder / TICKETS).glob("*.pdf")
    text = " ".join(pages(file.read_bytes()))
    assert [name for name in names if name not in text] == []
    assert "110" in text


def test_a_hundred_and_ten_are_all_on_the_roll(held: Screen) -> None:
    names = _full_house(held)
    with FakePrinter() as fake:
        held.printer(PrinterSettings(PrinterKind.NETWORK, f"127.0.0.1:{fake.port}"))
        held.press(Key.Key_F9)
        held.press(Key.Key_P)
        held.wait(held.all_printed)
    assert held.printed() == ["Liste d’évacuation"]
    paper = Paper().feed(fake.received)
    assert [name for name in names if name not in paper.text] == []
    assert "110" in paper.text
    assert paper.cuts == 1


def test_long_names_take_more_lines_and_no_box_leaves_the_screen(held: Screen) -> None:
    dress(held, scale=1.5)
    host = held.house.member("Marie-Antoinette de La Rochefoucauld-Montmorency")
    held.house.scan(host)
    for name in ("Jean-Sébastien Vandenbroucke-Lemaistre de Saint-Exupéry", "X" * 60):
        came(held.house, name, Why.HOST, host.id)
    held.settle()
    held.press(Key.Key_F9)
    page = held.window.stage.currentWidget()
    assert isinstance(page, RollCallPage)
    bar = page._area.horizontalScrollBar()
    for key in (Key.Key_Down, Key.Key_Down, Key.Key_Right, Key.Key_Up, Key.Key_Left):
        held.press(key)
        assert (bar.value(), bar.maximum()) == (0, 0)
    boxes = _boxes(page)
    assert max(box.text().count("\n") for box in boxes) >= 1
    for box in boxes:
        corner = box.mapTo(page._area.viewport(), box.rect().topLeft())
        assert corner.x() >= 0
        assert corner.x() + box.width() <= page._area.viewport().width()
        assert box.height() >= box.sizeHint().height()
        assert box.sizeHint().width() <= box.width()
        assert box.accessibleName() == box.line.words
    held.press(Key.Key_Space)
    assert page._progress.text() == "1 / 3 retrouvés"


def test_those_of_a_former_day_come_last_with_their_day(held: Screen) -> None:
    held.house.scan(held.house.member("Ana Hier"))
    held.house.at(9, 13, day=TUESDAY + timedelta(days=1))
    held.house.scan(held.house.member("Zoé Matin"))
    held.settle()
    side = held.window.counter.presence._list
    assert [side.item(row).text().split(" · ")[0] for row in range(side.count())] == ["09:13   Zoé Matin", "Ana Hier"]
    assert side.item(1).text() == "Ana Hier · depuis hier 09:00"
    held.press(Key.Key_F9)
    page = held.window.stage.currentWidget()
    assert isinstance(page, RollCallPage)
    assert page._title.text() == "2 personnes dans la maison"
    assert [box.line.words.split(" · ")[0] for box in _boxes(page)] == ["Zoé Matin", "Ana Hier"]
    assert _boxes(page)[1].line.words.endswith(" · depuis hier 09:00")
    assert "Départ non noté (jour passé) · 1" in [told.text() for told in page.findChildren(QLabel)]


class Answers(Prompter):
    """Somebody who chooses a file at once."""

    def __init__(self, answer: Path | None) -> None:
        self.answer = answer

    def save_file(self, _parent: QWidget, _title: str, _suggested: str, _pattern: str) -> Path | None:
        """The file chosen in advance."""
        return self.answer
