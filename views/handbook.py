"""The handbook (F1), read from Markdown, and the sheet of keys (?)."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QTextBlockFormat, QTextCursor, QTextDocument
from PySide6.QtWidgets import QFrame, QGridLayout, QTextBrowser, QWidget

from desk import language, paths
from desk.errors import EnvironmentFault
from desk.language import translate
from views import tokens
from views.parts import button, column, label, row, scrolling
from views.plan.guard import guarded

_LINE_HEIGHT = 125
"""Per cent of the font's own."""
_AIR_OVER_HEADING = {2: 20, 3: 14}
"""Pixels above a heading, by its level."""


class Page(QFrame):
    """A page in place of the plan; Esc goes back to it. One that `is_begun` is kept aside when it is left."""

    closed = Signal()

    def __init__(self, title: str) -> None:
        super().__init__()
        self.setObjectName("card")
        self.setAccessibleName(title)
        self.body = column(self, air=tokens.CARD_AIR, gap=12)
        back = button(translate("Page", "Revenir au plan (Échap)"), self.closed.emit)
        self.head = row(label(title, "heading"), 1, back)
        self.body.addLayout(self.head)

    @property
    def is_begun(self) -> bool:
        """Whether something unfinished would be lost with it; nothing, for most. It may be asked once it is hidden."""
        return False

    def come_back(self) -> None:
        """It was kept aside and is shown again: read what may have changed meanwhile; what is typed stays."""

    @guarded()
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc goes back."""
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)


class HandbookPage(Page):
    """The handbook in the language of the screen, else in French."""

    def __init__(self) -> None:
        super().__init__(translate("HandbookPage", "Aide"))
        self.reader = QTextBrowser()
        self.reader.setAccessibleName(translate("HandbookPage", "Aide"))
        self.reader.setOpenExternalLinks(False)
        self.reader.setMarkdown(handbook_text())
        give_air(self.reader.document())
        self.body.addWidget(self.reader, 1)


def give_air(document: QTextDocument) -> None:
    """Space the blocks of a Markdown document, which Qt lays one against the other."""
    proportional = QTextBlockFormat.LineHeightTypes.ProportionalHeight.value
    block = document.begin()
    while block.isValid():
        spaced = block.blockFormat()
        level = spaced.headingLevel()
        spaced.setTopMargin(_AIR_OVER_HEADING.get(level, 0))
        spaced.setBottomMargin(2 if block.textList() and block.next().textList() else 8)
        spaced.setLineHeight(_LINE_HEIGHT if not level else 100, proportional)
        QTextCursor(block).setBlockFormat(spaced)
        block = block.next()


def handbook_text() -> str:
    """The Markdown of the handbook; raises EnvironmentFault when the installation lacks it."""
    path = paths.resource("handbook", f"{language.current()}.md")
    try:
        return path.read_text(encoding="utf-8")
    except OSError as error:
        raise EnvironmentFault(
            translate("HandbookPage", "L’aide est introuvable\u00a0: l’installation est incomplète."),
            safe=translate("HandbookPage", "L’accueil, lui, fonctionne."),
            code="handbook",
        ) from error


class KeysPage(Page):
    """Every key of the desk on one sheet."""

    def __init__(self, keys: tuple[tuple[str, str], ...]) -> None:
        super().__init__(translate("KeysPage", "Les touches"))
        sheet = QWidget()
        grid = QGridLayout(sheet)
        grid.setHorizontalSpacing(28)
        grid.setVerticalSpacing(12)
        for line, (key, what) in enumerate(keys):
            grid.addWidget(label(key, "heading"), line, 0)
            grid.addWidget(label(what, wrap=True), line, 1)
        grid.setColumnStretch(1, 1)
        self.body.addWidget(scrolling(sheet), 1)
