"""The rail on the left: one entry for each thing that is built, with its key."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QFrame, QToolButton

from views import icons, tokens
from views.parts import column, scaled

WIDTH = 76


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
        body = column(self, air=6, gap=2)
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
