"""The rail on the left: one entry for each thing that is built, with its key."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QToolButton

from views import icons, tokens
from views.parts import column, scaled
from views.plan.guard import guarded

WIDTH = 76
_AIR = 6
_GAP = 2


@dataclass(frozen=True)
class RailEntry:
    """An entry: its icon, its word, its key, and what it does; `stays` for one that names the page shown."""

    code: str
    icon: str
    word: str
    key: str
    act: Callable[[], None]
    stays: bool = False


class Rail(QFrame):
    """Icons with a word and a key under each."""

    def __init__(self, entries: tuple[RailEntry, ...]) -> None:
        super().__init__()
        self.setObjectName("rail")
        body = column(self, air=_AIR, gap=_GAP)
        theme = tokens.current()
        self._buttons: dict[str, QToolButton] = {}
        for entry in entries:
            made = QToolButton()
            made.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextUnderIcon)
            made.setIcon(icons.icon(entry.icon, theme.muted, theme.accent))
            made.setIconSize(QSize(20, 20))
            made.setText(f"{entry.word}\n{entry.key}")
            made.setAccessibleName(f"{entry.word} ({entry.key})")
            made.setCheckable(entry.stays)
            made.clicked.connect(entry.act)
            self._buttons[entry.code] = made
            body.addWidget(made)
        body.addStretch(1)
        self._whole_height = 0
        self._size_buttons()
        between = 2 * _AIR + _GAP * (len(self._buttons) - 1)
        self._whole_height = between + sum(made.height() for made in self._buttons.values())

    @guarded()
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where the window is too low for all the entries, they are words and keys without icons."""
        super().resizeEvent(event)
        made = list(self._buttons.values())
        with_icons = Qt.ToolButtonStyle.ToolButtonTextUnderIcon
        style = with_icons if self._whole_height <= self.height() else Qt.ToolButtonStyle.ToolButtonTextOnly
        if made and made[0].toolButtonStyle() != style:
            for one in made:
                one.setToolButtonStyle(style)
            self._size_buttons()

    def _size_buttons(self) -> None:
        """All alike, and as large as the longest word at the size of text in use."""
        made = list(self._buttons.values())
        for one in made:
            one.ensurePolished()
        width = max(scaled(WIDTH) - 12, *(one.sizeHint().width() for one in made))
        for one in made:
            one.setFixedSize(width, one.sizeHint().height())

    def show_current(self, code: str) -> None:
        """Mark the entry whose page is shown."""
        for name, made in self._buttons.items():
            if made.isCheckable():
                made.setChecked(name == code)
