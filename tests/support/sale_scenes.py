"""The screens of what is sold, each reached as a person reaches it, from the home of a desk that is held."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt

from tests.support.window import CTRL, Screen
from views.flows.shop import ShopPanel

Key = Qt.Key


def _basket(screen: Screen) -> None:
    screen.press(Key.Key_F4)
    screen.type("2 caf")
    screen.enter()
    screen.type("pass")
    screen.enter()


def _basket_empty(screen: Screen) -> None:
    screen.press(Key.Key_F4)


def _basket_letters(screen: Screen) -> None:
    _basket(screen)
    screen.type("3 impr")


def _basket_line(screen: Screen) -> None:
    _basket(screen)
    panel = screen.flow(ShopPanel)
    panel.lines.opened.emit(0)
    screen.settle()
    screen.click(panel.editor.free)
    screen.type("anniversaire de la maison")


def _basket_member(screen: Screen) -> None:
    screen.house.member("Camille Delorge", plan="")
    screen.press(Key.Key_F4)
    screen.type("carnet 10")
    screen.enter()
    panel = screen.flow(ShopPanel)
    panel.customer.field.setFocus()
    screen.type("delorge")


def _payment(screen: Screen) -> None:
    _basket(screen)
    screen.enter()
    screen.type("50")


def _sold(screen: Screen) -> None:
    _payment(screen)
    screen.enter()
    screen.wait(screen.all_printed)


def _sales(screen: Screen) -> None:
    _sold(screen)
    screen.enter()
    screen.press(Key.Key_F4, CTRL)


def _sales_none(screen: Screen) -> None:
    screen.press(Key.Key_F4, CTRL)
    page = screen.window.sales.page
    assert page is not None
    page.day.setDate(page.day.date().addDays(1))


def _sale(screen: Screen) -> None:
    _sales(screen)
    page = screen.window.sales.page
    assert page is not None
    page.sale_asked.emit(page.model.sale(0).id)


def _correction_what(screen: Screen) -> None:
    _sale(screen)
    panel = screen.window.sales.panel
    assert panel is not None
    panel.correction_asked.emit(panel.file.listed.id)


def _correction_why(screen: Screen) -> None:
    _correction_what(screen)
    screen.enter()
    screen.type("erreur de saisie")


def _correction_done(screen: Screen) -> None:
    _correction_why(screen)
    screen.enter()
    screen.wait(screen.all_printed)


def _sale_corrected(screen: Screen) -> None:
    _correction_done(screen)
    screen.enter()


SALE_SCENES: dict[str, Callable[[Screen], None]] = {
    "basket-empty": _basket_empty, "basket": _basket, "basket-letters": _basket_letters, "basket-line": _basket_line,
    "basket-member": _basket_member, "basket-payment": _payment, "basket-sold": _sold, "sales": _sales,
    "sales-none": _sales_none, "sale": _sale, "correction-what": _correction_what, "correction-why": _correction_why,
    "correction-done": _correction_done, "sale-corrected": _sale_corrected,
}  # fmt: skip
