"""The till by hand: a basket in a few keys, a sale found by its number, printed again, saved, corrected."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QWidget

from tests.support.window import CTRL, Screen, held, window_fixture
from views.flows.correction import CorrectionPanel
from views.flows.shop import DONE, PAYMENT, ShopPanel
from views.flows.shop_articles import Typed, read
from views.prompts import Prompter
from views.sales.page import SalesPage
from views.sales.panel import SalePanel

__all__ = ["held", "window_fixture"]

Key = Qt.Key
NBSP = "\u00a0"


class _Saves(Prompter):
    def __init__(self, path: Path | None) -> None:
        self.path = path

    def save_file(self, parent: QWidget, title: str, suggested: str, pattern: str) -> Path | None:
        """Always this one."""
        return self.path


def _sold(held: Screen, *typed: str) -> ShopPanel:
    """Sell what is typed, in cash; the panel stays on its last step."""
    held.press(Key.Key_F4)
    for words in typed:
        held.type(words)
        held.enter()
    held.enter()
    held.enter()
    panel = held.flow(ShopPanel)
    assert panel.step == DONE
    return panel


@pytest.mark.parametrize(
    ("text", "typed"),
    [
        ("2 café", Typed(2, "café")), ("2caf", Typed(2, "caf")), ("2x café", Typed(2, "café")),
        ("café", Typed(None, "café")), ("12", Typed(12, "")), ("  ", Typed(None, "")),
        ("99999 x", Typed(9999, "9 x")), ("½ café", Typed(None, "½ café")),
    ],
)  # fmt: skip
def test_a_number_and_letters(text: str, typed: Typed) -> None:
    assert read(text) == typed


def test_two_coffees_and_a_pass_in_a_few_keys(held: Screen) -> None:
    panel = _sold(held, "2caf", "pass")
    assert held.keys <= 14
    assert panel.sold is not None
    assert (panel.sold.sale.number, panel.sold.sale.total_cents, len(panel.sold.passes)) == ("A-000001", 2600, 1)
    held.wait(held.all_printed)
    # A note is due from 25 € on: it was printed without being asked for.
    assert sorted(held.printed()) == ["Pass journée n° 1", "Reçu n° A-000001"]
    held.enter()
    assert held.window.counter.flow is None


def test_the_mouse_alone_sells_a_coffee(held: Screen) -> None:
    held.press(Key.Key_F4)
    panel = held.flow(ShopPanel)
    held.click(panel.chooser.buttons[0])
    held.click(panel.chooser.buttons[0])
    assert [(c.article.label, c.line.quantity) for c in panel.lines.chosen] == [("Café", 2)]
    named = f"Un de moins{NBSP}: Café"
    held.click(next(b for b in panel.lines.findChildren(QPushButton) if b.isVisible() and b.accessibleName() == named))
    held.click(panel.go_button)
    assert panel.step == PAYMENT
    held.click(panel.go_button)
    assert panel.sold is not None
    assert panel.sold.sale.total_cents == 100
    assert held.printed() == []


def test_a_number_alone_counts_the_last_line(held: Screen) -> None:
    held.press(Key.Key_F4)
    panel = held.flow(ShopPanel)
    held.type("3")
    held.enter()
    assert "après le nombre" in panel._refusal.text()
    held.enter()
    assert "Le panier est vide" in panel._refusal.text()
    for typed in ("caf", "impr", "5"):
        held.type(typed)
        held.enter()
    assert [(c.article.label, c.line.quantity) for c in panel.lines.chosen] == [("Café", 1), ("Impression N&B", 5)]
    held.type("0")
    held.enter()
    assert [c.article.label for c in panel.lines.chosen] == ["Café"]
    held.type("zzz")
    held.enter()
    assert panel.chooser.field.text() == "zzz"


def test_a_basket_waits_while_a_card_is_scanned(held: Screen) -> None:
    held.press(Key.Key_F4)
    held.type("2caf")
    held.enter()
    held.scan(held.house.member().code)
    held.press(Key.Key_F4)
    assert [c.line.quantity for c in held.flow(ShopPanel).lines.chosen] == [2]


def test_a_gift_says_why_or_is_not_given(held: Screen) -> None:
    held.press(Key.Key_F4)
    held.type("caf")
    held.enter()
    panel = held.flow(ShopPanel)
    panel.lines.opened.emit(0)
    held.settle()
    held.click(panel.editor.free)
    assert panel._refusal.text() == f"Dites pourquoi cette remise{NBSP}: le client le lira."
    held.type("anniversaire")
    assert panel._refusal.isHidden()
    panel.chooser.field.setFocus()
    held.enter()
    held.enter()
    assert panel.sold is not None
    assert panel.sold.sale.total_cents == 0


def test_a_book_asks_for_its_member(held: Screen) -> None:
    member = held.house.member("Camille Delorge", plan="")
    held.press(Key.Key_F4)
    held.type("carnet 10")
    held.enter()
    panel = held.flow(ShopPanel)
    assert not panel.go_button.isEnabled()
    panel.customer.field.setFocus()
    held.type("delorge")
    assert panel.customer.customer.member_id == member.id
    held.enter()
    held.enter()
    assert panel.sold is not None
    assert [m.member_id for m in panel.sold.memberships] == [member.id]


def test_a_sale_is_found_printed_again_saved_and_corrected(held: Screen, tmp_path: Path) -> None:
    _sold(held, "3caf", "impr")
    held.enter()
    held.press(Key.Key_F4, CTRL)
    page = held.window.sales.page
    assert isinstance(page, SalesPage)
    held.type("a99")
    held.enter()
    assert "Aucune vente ne porte le n° a99." in page._refusal.text()
    held.write("1")
    held.enter()
    panel = held.flow(SalePanel)
    assert panel.print_button.text() == "Imprimer le reçu"
    held.click(panel.print_button)
    held.wait(held.all_printed)
    assert panel.print_button.text() == "Imprimer un duplicata"
    held.window.sales.prompter = _Saves(None)
    panel._prompter = _Saves(tmp_path / "recu")
    held.click(panel.save_button)
    assert (tmp_path / "recu.pdf").read_bytes().startswith(b"%PDF")
    assert held.house.value("SELECT count(*) FROM journal WHERE stream = 'duplicates'") == 2
    held.click(panel.correct_button)
    correction = held.flow(CorrectionPanel)
    correction.spins[1].setValue(1)
    correction.spins[2].setValue(0)
    held.click(correction.go_button)
    assert not correction.go_button.isEnabled()
    held.type("erreur de saisie")
    held.enter()
    assert correction.corrected is not None
    assert correction.corrected.sale.total_cents == -100
    held.enter()
    shown = held.flow(SalePanel)
    assert shown.file.listed.state == "reprise en partie"
    assert page.model.rowCount() == 2
    assert [page.model.sale(row).state for row in range(2)] == ["corrige A-000001", "reprise en partie"]
    assert held.house.verify(deep=True).ok


def test_the_box_finds_a_sale_by_its_number(held: Screen) -> None:
    _sold(held, "caf")
    held.enter()
    held.press(Key.Key_K, CTRL)
    held.type("a-000001")
    held.enter()
    assert held.flow(SalePanel).file.listed.number == "A-000001"


def test_nothing_opens_while_nobody_holds_the_desk(held: Screen) -> None:
    held.press(Key.Key_L, CTRL)
    held.press(Key.Key_F4)
    held.press(Key.Key_F4, CTRL)
    assert held.window.counter.flow is None
    assert held.window.sales.page is None
