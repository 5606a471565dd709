"""The basket on screen: a line each, more or fewer with two buttons, and what one line has of its own."""

from __future__ import annotations

from dataclasses import dataclass, replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QLayout, QLineEdit, QPushButton, QWidget

from desk.basket import Basket
from desk.discounts import REASON_LIMIT, WHOLE
from desk.formats import money
from desk.language import translate
from desk.payments import PriceCategory
from desk.shop import MOST, Article, ShopLine
from views.bookings.fields import keep_height
from views.numbers import NumberField
from views.parts import Choices, ElidedLabel, button, column, empty, label, named, row, scaled, under_name
from views.plan.guard import guarded


def category_choices(name: str) -> Choices:
    """The three categories side by side, in a word each."""
    words = {
        PriceCategory.MEMBER: translate("ShopPanel", "Membre"),
        PriceCategory.SOLIDARITY: translate("ShopPanel", "Solidaire"),
        PriceCategory.STANDARD: translate("ShopPanel", "Standard"),
    }
    made = Choices(list(words.items()), name, columns=len(words))
    for category in words:
        made.button_of(category).setProperty("kind", "article")
    return made


@dataclass(frozen=True)
class Chosen:
    """A line of the basket, and the article that it is."""

    line: ShopLine
    article: Article


class BasketLines(QWidget):
    """`changed` when a quantity does; `opened` carries the place of the line to look at."""

    changed = Signal()
    opened = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self.chosen: list[Chosen] = []
        self._last = 0
        self._acts: dict[QPushButton, tuple[str, int]] = {}
        self._body = column(self, gap=4)

    def add(self, article: Article, quantity: int, category: PriceCategory) -> None:
        """So many more of an article, on the line that is already there for it."""
        for place, known in enumerate(self.chosen):
            if known.article.key == article.key and known.line.category == category and not known.line.discount:
                self._set(place, known.line.quantity + quantity)
                return
        self.chosen.append(Chosen(ShopLine(article.key, 0, category), article))
        self._set(len(self.chosen) - 1, quantity)

    def count_last(self, quantity: int) -> bool:
        """So many of the line touched last; False when there is none."""
        if not self.chosen:
            return False
        self._set(self._last, quantity)
        return True

    def change(self, place: int, line: ShopLine) -> None:
        """Another category or discount for a line."""
        self.chosen[place] = replace(self.chosen[place], line=line)
        self.changed.emit()

    def recategorise(self, category: PriceCategory) -> None:
        """One category for everything in the basket."""
        self.chosen = [replace(c, line=replace(c.line, category=category)) for c in self.chosen]

    def show_amounts(self, basket: Basket | None) -> None:
        """Show the lines; `basket` is their price, None when it cannot be said. A discount stands under its line."""
        empty(self._body)
        self._acts.clear()
        amounts = list(basket.lines) if basket is not None else []
        things = [line for line in amounts if line.off is None]
        for place, known in enumerate(self.chosen):
            amount = money(things[place].cents) if place < len(things) else "–"
            self._body.addLayout(self._line(place, known, amount))
            position = amounts.index(things[place]) + 1 if place < len(things) else -1
            for line in amounts:
                if line.off is not None and line.off == position:
                    self._body.addLayout(self._off(line.label, line.cents))
        for line in amounts:
            if line.off == 0:
                self._body.addLayout(self._off(line.label, line.cents))

    def _line(self, place: int, known: Chosen, amount: str) -> QLayout:
        what = known.article.label
        fewer = self._act("−", "fewer", place, translate("ShopPanel", "Un de moins\u00a0: {what}").format(what=what))
        more = self._act("+", "more", place, translate("ShopPanel", "Un de plus\u00a0: {what}").format(what=what))
        count = label(str(known.line.quantity), "strong")
        count.setFixedWidth(scaled(26))
        count.setAlignment(Qt.AlignmentFlag.AlignCenter)
        words = label(what, "", wrap=True)
        head = row(words, label(amount, "strong"), gap=8)
        head.setStretch(0, 1)
        opens = button(translate("ShopPanel", "Tarif, remise…"), self._pressed, kind="link")
        opens.setAccessibleName(translate("ShopPanel", "Tarif et remise\u00a0: {what}").format(what=what))
        self._acts[opens] = ("open", place)
        both = column(gap=2)
        both.addLayout(head)
        both.addLayout(row(fewer, count, more, 1, opens, gap=4))
        return both

    @staticmethod
    def _off(words: str, cents: int) -> QLayout:
        line = row(label(words, "muted", wrap=True), label(money(cents), "muted"), gap=8)
        line.setStretch(0, 1)
        return line

    def _act(self, text: str, act: str, place: int, name: str) -> QPushButton:
        made = button(text, self._pressed)
        made.setFixedSize(scaled(32), scaled(30))
        made.setProperty("kind", "small")
        made.setAccessibleName(name)
        made.setToolTip(name)
        self._acts[made] = (act, place)
        return made

    def _pressed(self) -> None:
        pressed = self.sender()
        if not isinstance(pressed, QPushButton) or pressed not in self._acts:
            return
        act, place = self._acts[pressed]
        if act == "open":
            self.opened.emit(place)
        else:
            self._set(place, self.chosen[place].line.quantity + (1 if act == "more" else -1))

    def _set(self, place: int, quantity: int) -> None:
        self._last = place
        known = self.chosen[place]
        if quantity <= 0:
            del self.chosen[place]
            self._last = max(0, len(self.chosen) - 1)
        else:
            self.chosen[place] = replace(known, line=replace(known.line, quantity=min(quantity, MOST)))
        self.changed.emit()


class LineEditor(QWidget):
    """What one line has of its own: its category, and for a manager a discount with its reason, down to a gift.

    `changed` carries the line as it is now.
    """

    changed = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._line: ShopLine | None = None
        body = column(self, gap=6)
        self._title = ElidedLabel("", "strong")
        body.addWidget(self._title)
        self.category = category_choices(translate("ShopPanel", "Tarif de la ligne"))
        body.addWidget(self.category)
        self._off = QWidget()
        off = column(self._off, gap=6)
        self.share = NumberField(translate("ShopPanel", "Remise en pour cent"), 100)
        self.share.setSuffix("\u00a0%")
        self.free = button(translate("ShopPanel", "Offrir"), self._give)
        off.addLayout(row(named(self.share, translate("ShopPanel", "Remise")), 1, self.free, self.share))
        self.reason = QLineEdit()
        self.reason.setMaxLength(REASON_LIMIT)
        self.reason.setAccessibleName(translate("ShopPanel", "Motif, imprimé sur le reçu"))
        off.addLayout(under_name(self.reason))
        body.addWidget(self._off)
        self.category.chosen.connect(self._touched)
        self.share.valueChanged.connect(self._touched)
        self.reason.textEdited.connect(self._touched)

    def show_line(self, chosen: Chosen, *, is_manager: bool) -> None:
        """Look at a line."""
        self._line = None
        self._title.set_text(chosen.article.label)
        self.category.choose(chosen.line.category)
        self.share.setValue(chosen.line.discount // 100)
        self.reason.setText(chosen.line.reason)
        self._off.setVisible(is_manager)
        self._line = chosen.line
        keep_height(self)

    @guarded()
    def showEvent(self, event: QShowEvent) -> None:
        """Dressed now: the fields know how high they are."""
        super().showEvent(event)
        keep_height(self)

    def _give(self) -> None:
        self.share.setValue(WHOLE // 100)
        self.reason.setFocus()

    def _touched(self, _value: object = None) -> None:
        if self._line is None:
            return
        self._line = replace(
            self._line, category=self.category.value, discount=self.share.value() * 100, reason=self.reason.text()
        )
        self.changed.emit(self._line)
