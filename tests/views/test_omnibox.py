"""The box: the first answer on Enter, the arrows, Esc, and each kind of answer."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from tests.support.window import CTRL, Screen, held, window_fixture
from views.flows.day_pass import DayPassPanel
from views.flows.queue import QueuePanel
from views.sales.panel import SalePanel

__all__ = ["held", "window_fixture"]

Key = Qt.Key


def _search(screen: Screen, words: str) -> list[str]:
    screen.press(Key.Key_K, CTRL)
    screen.type(words)
    answers = screen.window.header.omnibox.answers
    return [answers.item(row).text() for row in range(answers.count())]


def test_a_member_found_is_let_in_by_enter(held: Screen) -> None:
    held.house.member("Inès Alvar")
    assert _search(held, "ines alvra")[0].startswith("Inès Alvar")
    held.enter()
    assert held.window.header._count.text() == "1"
    assert held.window.header.omnibox.text() == ""


def test_the_arrows_choose_and_go_round(held: Screen) -> None:
    for name in ("Jeanne Aubrac", "Jeanne Lhermitte"):
        held.house.member(name)
    answers = _search(held, "jeanne")
    for _ in range(2):  # past the file of the best answer
        held.press(Key.Key_Down)
    held.enter()
    outcome = held.window.counter.greeting.outcome
    assert outcome is not None
    assert outcome.greeting is not None
    assert answers[2].startswith(outcome.greeting.name)


@pytest.mark.parametrize(("words", "flow"), [("pass", DayPassPanel), ("impression", QueuePanel)])
def test_an_action_is_found_by_its_name(held: Screen, words: str, flow: type) -> None:
    _search(held, words)
    held.enter()
    assert isinstance(held.window.counter.flow, flow)


@pytest.mark.parametrize("name", ["Gandrille", "Rouvelle", "Tarif"])
def test_a_name_that_is_written_out_comes_before_an_action_that_resembles_it(held: Screen, name: str) -> None:
    held.house.member(f"Inès {name}")
    answers = _search(held, name)
    assert answers[0].startswith(f"Inès {name}")
    assert len(answers) > 2  # its file, and the action


def test_a_receipt_found_opens_its_sale_which_prints_it(held: Screen) -> None:
    held.house.sell_pass()
    _search(held, "000001")
    held.enter()
    panel = held.flow(SalePanel)
    held.click(panel.print_button)
    held.wait(held.all_printed)
    assert "Reçu n° A-000001" in held.printed()


def test_escape_forgets_and_nothing_found_says_what_to_try(held: Screen) -> None:
    _search(held, "zzzzz")
    box = held.window.header.omnibox
    assert box._nothing.isVisible()
    held.enter()
    assert held.window.counter.greeting.outcome is None
    held.escape()
    assert box.text() == ""
    assert not box._nothing.isVisible()
