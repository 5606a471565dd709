"""Choosing what is sold: a field for a number and a few letters, and the articles that they name, on large buttons."""

from __future__ import annotations

import re
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QGridLayout, QLineEdit, QPushButton, QSizePolicy, QWidget

from desk.formats import money
from desk.language import translate
from desk.shop import Article, found
from views import tokens
from views.parts import column, label, scaled, set_property, under_name
from views.plan.guard import guarded

SHOWN = 6
_TYPED = re.compile(r"\s*(\d{0,4})\s*[x×*]?\s*(.*?)\s*")


@dataclass(frozen=True)
class Typed:
    """What the field says: a quantity, None when no number is there, and the letters after it."""

    quantity: int | None
    words: str


def read(text: str) -> Typed:
    """ "2 café", "2x café", "café", "2": a number first, then letters, either may be absent."""
    match = _TYPED.fullmatch(text)
    if match is None or not text.strip():
        return Typed(None, text.strip())
    return Typed(int(match[1]) if match[1] else None, match[2])


class ArticleField(QLineEdit):
    """A number and a few letters; the arrows move among what they name. `entered` when they are confirmed."""

    stepped = Signal(int)
    entered = Signal()

    @guarded()
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Up and Down choose among what is shown; Enter takes it, and with nothing typed is the panel's."""
        steps = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
        step = steps.get(Qt.Key(event.key()))
        if step is not None:
            self.stepped.emit(step)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.text().strip():
            self.entered.emit()
        else:
            super().keyPressEvent(event)


class ArticleChooser(QWidget):
    """`chosen` carries an article and how many; `counted` a number typed alone."""

    chosen = Signal(object, int)
    counted = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self._articles: tuple[Article, ...] = ()
        self._shown: tuple[Article, ...] = ()
        self._current = 0
        body = column(self, gap=8)
        self.field = ArticleField()
        self.field.setMaxLength(60)
        self.field.setAccessibleName(translate("ShopPanel", "Article, avec le nombre devant"))
        self.field.setPlaceholderText(translate("ShopPanel", "2 café, pass, carnet…"))
        body.addLayout(under_name(self.field, translate("ShopPanel", "Article à ajouter"), "strong"))
        holder = QWidget()
        self._grid = QGridLayout(holder)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(tokens.GAP)
        self.buttons: list[QPushButton] = []
        for place in range(SHOWN):
            made = QPushButton()
            made.setAutoDefault(False)
            made.setProperty("kind", "article")
            made.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            made.setMinimumHeight(scaled(46))
            made.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
            made.clicked.connect(self._pressed)
            self._grid.addWidget(made, place // 2, place % 2)
            self.buttons.append(made)
        body.addWidget(holder)
        self._nothing = label(translate("ShopPanel", "Rien de ce nom n’est à vendre."), "muted", wrap=True)
        body.addWidget(self._nothing)
        self.field.textEdited.connect(self._typed)
        self.field.stepped.connect(self._step)
        self.field.entered.connect(self.take)

    @guarded()
    def showEvent(self, event: QShowEvent) -> None:
        """Dressed now: the field knows how high it is."""
        super().showEvent(event)
        self.field.setMinimumHeight(self.field.sizeHint().height())

    def offer(self, articles: tuple[Article, ...]) -> None:
        """Offer these, what sells most first."""
        self._articles = articles
        self._typed(self.field.text())

    def take(self) -> bool:
        """What is typed was confirmed; False when nothing is."""
        if not self.field.text().strip():
            return False
        typed = read(self.field.text())
        if not typed.words and typed.quantity is not None:
            self.field.clear()
            self._typed("")
            self.counted.emit(typed.quantity)
        elif self._shown:
            self._choose(self._shown[self._current], typed.quantity)
        return True

    @property
    def shown(self) -> tuple[Article, ...]:
        """The articles on the buttons."""
        return self._shown

    def _choose(self, article: Article, quantity: int | None) -> None:
        self.field.clear()
        self._typed("")
        self.chosen.emit(article, 1 if quantity is None else quantity)

    def _typed(self, text: str) -> None:
        self._shown = found(self._articles, read(text).words)[:SHOWN]
        self._current = 0
        for place, made in enumerate(self.buttons):
            made.setVisible(place < len(self._shown))
            if place < len(self._shown):
                article = self._shown[place]
                made.setText(_two_lines(made, article))
                made.setToolTip(article.label)
                made.setAccessibleName(_words(article))
        self._nothing.setVisible(not self._shown)
        self._mark()

    def _mark(self) -> None:
        """The article that Enter takes, once letters ask for one."""
        asked = bool(read(self.field.text()).words)
        for place, made in enumerate(self.buttons):
            set_property(made, "chosen", "true" if asked and place == self._current else "false")

    def _step(self, step: int) -> None:
        if self._shown and read(self.field.text()).words:
            self._current = (self._current + step) % len(self._shown)
            self._mark()

    def _pressed(self) -> None:
        pressed = self.sender()
        for place, made in enumerate(self.buttons):
            if made is pressed:
                self._choose(self._shown[place], read(self.field.text()).quantity)
                self.field.setFocus()
                return


def _words(article: Article) -> str:
    return translate("ShopPanel", "{what}, {price} TTC").format(what=article.label, price=money(article.due_cents))


def _two_lines(made: QPushButton, article: Article) -> str:
    """The name, as much of it as the button has room for, over the price."""
    room = scaled(118)
    name = made.fontMetrics().elidedText(article.label, Qt.TextElideMode.ElideRight, room)
    # A single & would be taken for the mark of a key.
    return f"{name}\n{money(article.due_cents)}".replace("&", "&&")
