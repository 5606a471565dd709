"""Small pieces that every panel is made of: labels by role, buttons by kind, cards, rows of choices."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QPaintEvent, QResizeEvent
from PySide6.QtWidgets import (
    QApplication,
    QButtonGroup,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLayout,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QStyle,
    QStyleOptionButton,
    QStylePainter,
    QVBoxLayout,
    QWidget,
)

from views import tokens
from views.plan.guard import guarded

PIN_LIMIT = 12
LEAST_COLUMN = 150  # at 100 %: a choice does not give way below it


def scaled(pixels: int) -> int:
    """A length given for text at 100 %, at the size of text in use: what holds words grows with them."""
    size = QApplication.font().pixelSize()
    # A font given in points has no pixel size: nothing was dressed yet, so nothing was enlarged.
    return round(pixels * size / tokens.TEXT) if size > 0 else pixels


def label(text: str = "", role: str = "", *, wrap: bool = False) -> QLabel:
    """A text in one of the style sheet's roles; plain text always, so that a name can never be markup."""
    made = QLabel(text)
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setWordWrap(wrap)
    if role:
        made.setProperty("role", role)
    return made


def named(field: QWidget, words: str = "", role: str = "", *, wrap: bool = False) -> QLabel:
    """The visible name of a field, and tied to it: what a screen reader calls it, or `words` where its place says the
    rest. Words of the house's own may hold an "&", which is a letter here and no key."""
    made = label((words or field.accessibleName()).replace("&", "&&"), role, wrap=wrap)
    made.setBuddy(field)
    return made


def pin_field(name: str, hint: str = "") -> QLineEdit:
    """A field for a PIN: nobody reads over the shoulder what is typed in it."""
    made = QLineEdit()
    made.setEchoMode(QLineEdit.EchoMode.Password)
    made.setMaxLength(PIN_LIMIT)
    made.setAccessibleName(name)
    made.setPlaceholderText(hint)
    made.setInputMethodHints(Qt.InputMethodHint.ImhDigitsOnly)
    return made


def button(text: str, slot: Callable[[], object] | None = None, *, kind: str = "") -> QPushButton:
    """A button of one of the style sheet's kinds ("primary", "link", ... or the ordinary one)."""
    made = QPushButton(text)
    made.setAutoDefault(False)
    if kind:
        made.setProperty("kind", kind)
    if slot is not None:
        made.clicked.connect(slot)
    return made


def set_property(widget: QWidget, name: str, value: object, *, alone: bool = False) -> None:
    """Change a dynamic property and let the style sheet see it, on the widget and (unless `alone`) on what it holds."""
    if widget.property(name) == value:
        return
    widget.setProperty(name, value)
    for touched in (widget,) if alone else (widget, *widget.findChildren(QWidget)):
        touched.style().unpolish(touched)
        touched.style().polish(touched)


class ElidedLabel(QLabel):
    """A text on one line that gives way with an ellipsis and keeps the whole text as its tooltip."""

    def __init__(self, text: str = "", role: str = "") -> None:
        super().__init__()
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        if role:
            self.setProperty("role", role)
        self._whole = ""
        self.set_text(text)

    def set_text(self, text: str) -> None:
        """Show `text`, as much of it as fits."""
        self._whole = text
        self.setToolTip(text)
        self._elide()

    def sizeHint(self) -> QSize:
        """As wide as the whole text would be."""
        hint = super().sizeHint()
        return QSize(self.fontMetrics().horizontalAdvance(self._whole) + 4, hint.height())

    def resizeEvent(self, _event: object) -> None:
        """Elide again for the new width."""
        self._elide()

    def _elide(self) -> None:
        self.setText(self.fontMetrics().elidedText(self._whole, Qt.TextElideMode.ElideRight, max(self.width(), 1)))


class Card(QFrame):
    """A white card with a thin line and inner air; `body` is its layout."""

    def __init__(self, title: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("card")
        self.body = column(self, air=tokens.INNER_AIR, gap=tokens.GAP)
        if title:
            self.body.addWidget(label(title, "title"))


def column(parent: QWidget | None = None, *, air: int = 0, gap: int = tokens.GAP) -> QVBoxLayout:
    """A vertical layout with the house's spacing."""
    made = QVBoxLayout(parent) if parent is not None else QVBoxLayout()
    made.setContentsMargins(air, air, air, air)
    made.setSpacing(gap)
    return made


def row(*items: QWidget | QLayout | int, gap: int = tokens.GAP) -> QHBoxLayout:
    """A horizontal layout of widgets, layouts and stretches (a number is a stretch)."""
    made = QHBoxLayout()
    made.setContentsMargins(0, 0, 0, 0)
    made.setSpacing(gap)
    for item in items:
        if isinstance(item, int):
            made.addStretch(item)
        elif isinstance(item, QLayout):
            made.addLayout(item)
        else:
            made.addWidget(item)
    return made


def under_name(field: QWidget, words: str = "", role: str = "") -> QVBoxLayout:
    """A field under its visible name, which may take two lines; see `named`."""
    made = column(gap=4)
    made.addWidget(named(field, words, role, wrap=True))
    made.addWidget(field)
    return made


def after_name(field: QWidget, words: str = "", role: str = "") -> QHBoxLayout:
    """A field after its visible name, which may take two lines; see `named`."""
    made = row(named(field, words, role, wrap=True), field)
    made.setStretch(0, 1)
    return made


def scrolling(inside: QWidget) -> QScrollArea:
    """A frameless area that scrolls `inside` up and down when the window is too low for it; it takes no focus."""
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setWidget(inside)
    return area


def let_go(widget: QWidget) -> None:
    """What is never shown again."""
    widget.hide()
    widget.deleteLater()


def empty(layout: QLayout, put_away: Callable[[QWidget], object] = let_go) -> None:
    """Take everything out of a layout and let it go, or `put_away` each widget."""
    while (item := layout.takeAt(0)) is not None:
        if (widget := item.widget()) is not None:
            put_away(widget)
        elif (inner := item.layout()) is not None:
            empty(inner, put_away)


class ChoiceButton(QPushButton):
    """A button whose words may be longer than its place: they end with an ellipsis then, whole in the tooltip.

    A screen reader always has them whole, and an "&" in them is a letter, no key.
    """

    def __init__(self, words: str) -> None:
        super().__init__(words.replace("&", "&&"))
        self.setAutoDefault(False)
        self.setCheckable(True)
        self.setMinimumHeight(scaled(44))
        # An ordinary button never gives way: a long name would push its neighbours off the page.
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    @property
    def words(self) -> str:
        """What is written on it, whole."""
        return self.text().replace("&&", "&")

    @guarded(QSize())
    def minimumSizeHint(self) -> QSize:
        """As wide as its words, up to a fair column."""
        whole = super().minimumSizeHint()
        return QSize(min(whole.width(), scaled(LEAST_COLUMN)), whole.height())

    def setText(self, text: str) -> None:
        """Write other words on it."""
        super().setText(text)
        self._tell_whole()

    @guarded()
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width: more or fewer of its words."""
        super().resizeEvent(event)
        self._tell_whole()

    @guarded()
    def paintEvent(self, _event: QPaintEvent) -> None:
        """The ordinary button, with as much of its words as has room."""
        option = self._option()
        option.text = self._fitting().replace("&", "&&")
        QStylePainter(self).drawControl(QStyle.ControlElement.CE_PushButton, option)

    def _option(self) -> QStyleOptionButton:
        option = QStyleOptionButton()
        self.initStyleOption(option)
        return option

    def _tell_whole(self) -> None:
        """The tooltip says what the button has no room for."""
        self.setToolTip("" if self._fitting() == self.words else self.words)

    def _fitting(self) -> str:
        room = self.style().subElementRect(QStyle.SubElement.SE_PushButtonContents, self._option(), self).width()
        metrics, right = self.fontMetrics(), Qt.TextElideMode.ElideRight
        return "\n".join(metrics.elidedText(line, right, room) for line in self.words.split("\n"))


class Choices(QWidget):
    """Mutually exclusive buttons, each standing for a value; `chosen` carries it. Columns may be `even` in width."""

    chosen = Signal(object)

    def __init__(self, options: Iterable[tuple[Any, str]], name: str, columns: int = 2, *, even: bool = False) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self._group = QButtonGroup(self)
        self._values: list[Any] = []
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(tokens.GAP)
        for index, (value, text) in enumerate(options):
            made = ChoiceButton(text)
            self._group.addButton(made, index)
            self._values.append(value)
            grid.addWidget(made, index // columns, index % columns)
            if even:
                grid.setColumnStretch(index % columns, 1)
        self._group.idClicked.connect(self._clicked)

    @property
    def value(self) -> Any:
        """The value chosen, None when nothing is."""
        index = self._group.checkedId()
        return None if index < 0 else self._values[index]

    def choose(self, value: Any) -> None:
        """Choose `value` without a click; nobody is told."""
        self._group.button(self._values.index(value)).setChecked(True)

    def forget(self) -> None:
        """Choose nothing; nobody is told."""
        self._group.setExclusive(False)
        for made in self._group.buttons():
            made.setChecked(False)
        self._group.setExclusive(True)

    def button_of(self, value: Any) -> QPushButton:
        """The button that stands for `value`."""
        found = self._group.button(self._values.index(value))
        assert isinstance(found, QPushButton)
        return found

    def _clicked(self, index: int) -> None:
        self.chosen.emit(self._values[index])
