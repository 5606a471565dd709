"""The pieces of the greeting are used again: nothing of one person may stay for the next, no word, no key, no press."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton, QWidget

from desk.codes import make
from desk.verdicts import Verdict
from tests.support.window import Screen, held, window_fixture
from views import greeting_words

__all__ = ["held", "window_fixture"]


def _pieces(screen: Screen) -> list[QWidget]:
    screen.settle()
    greeting = screen.window.counter.greeting
    return [*greeting.findChildren(QLabel), *greeting.findChildren(QPushButton)]


def _said(screen: Screen) -> list[str]:
    return [p.text() for p in _pieces(screen) if p.isVisible() and isinstance(p, QLabel | QPushButton) and p.text()]


def _button(screen: Screen, words: str) -> QPushButton:
    screen.settle()
    buttons = screen.window.counter.greeting.findChildren(QPushButton)
    return next(b for b in buttons if words in b.text() and b.isVisible())


def test_the_next_person_is_told_in_the_same_pieces_and_nothing_of_the_last_one_stays(held: Screen) -> None:
    held.window.scan(held.house.member("Amina Premier").code)
    first, said = _pieces(held), _said(held)
    assert "Amina Premier" in said
    held.window.scan(held.house.member("Bruno Second").code)
    assert set(_pieces(held)) == set(first)
    theirs = [words.replace("Amina Premier", "Bruno Second").replace("n°\u00a01", "n°\u00a02") for words in said]
    assert _said(held) == theirs
    assert _button(held, "Fiche").accessibleName() == "Fiche de Bruno Second"


def test_two_answers_within_one_turn_of_the_loop_leave_nothing_of_the_first(held: Screen) -> None:
    """A layout shows a new piece at the next turn: by then it may be on the shelf."""
    held.window.scan(make())
    held.window.scan(held.house.member("Bruno Second").code)
    assert [words for words in _said(held) if "Vendre" in words or "Chercher" in words] == []


def test_many_answers_of_all_kinds_make_no_more_pieces_than_the_first_of_each(held: Screen) -> None:
    member = held.house.member("Amina Premier")
    counts = []
    for _ in range(4):
        for code in (member.code, make(), member.code, "nonsense"):
            held.house.later(minutes=3)
            held.window.scan(code)
            held.settle()
        held.window.counter.greeting.clear()
        held.settle()
        counts.append(len(held.window.counter.greeting._shelf._keys))
    assert counts[1:] == counts[:1] * 3
    kept = held.window.counter.greeting._shelf._keys
    hidden = [p for p in kept if isinstance(p, QPushButton) and not p.isVisible()]
    assert hidden
    assert {button.text() for button in hidden} == {""}


def test_a_key_or_a_finger_meant_for_the_last_person_does_nothing_to_the_next(held: Screen) -> None:
    held.window.scan(held.house.member("Amina Premier").code)
    leave = _button(held, "Faire sortir")
    leave.setFocus()
    QTest.mousePress(leave, Qt.MouseButton.LeftButton)
    assert leave.isDown()
    held.window.scan(held.house.member("Bruno Second").code)
    held.settle()
    assert not leave.hasFocus()
    QTest.mouseRelease(leave, Qt.MouseButton.LeftButton)
    held.press(Qt.Key.Key_Space)
    assert held.house.value("SELECT count(*) FROM visit WHERE left_at IS NULL") == 2


def test_tab_goes_along_the_buttons_as_they_stand(held: Screen) -> None:
    """Whatever was shown before: those of a refusal were made after those of a welcome."""
    member = held.house.member("Amina Premier")
    for code in (member.code, make(), member.code, make()):
        held.house.later(minutes=3)
        held.window.scan(code)
    first = _button(held, "Chercher")
    first.setFocus()
    walked = []
    for _ in range(3):
        focus = held.qt.focusWidget()
        assert isinstance(focus, QPushButton)
        walked.append(focus.text())
        held.press(Qt.Key.Key_Tab)
    assert walked == ["Chercher par le nom", "Vendre un pass journée", "Fermer"]


def test_the_word_has_the_colour_of_its_answer_each_time(held: Screen) -> None:
    member = held.house.member("Amina Premier")
    answers = (
        (member.code, Verdict.IN),
        (make(), Verdict.REFUSED),
        (held.house.member("Bruno Second").code, Verdict.IN),
    )
    for code, verdict in answers:
        held.window.scan(code)
        word = next(p for p in _pieces(held) if p.property("role") == "word" and p.isVisible())
        assert word.palette().windowText().color().name() == greeting_words.ink(verdict).lower()
