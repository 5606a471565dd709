"""The box at the top: finds people, spaces, receipts and actions; Enter takes the first answer."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from PySide6.QtCore import QEvent, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QLineEdit, QListWidget, QListWidgetItem, QWidget

from desk.finder import Found, FoundKind
from desk.language import translate
from desk.names import searchable, similarity
from views.parts import column, label
from views.plan.guard import guarded

_ANSWER = Qt.ItemDataRole.UserRole
_GOOD_ENOUGH = 75.0
ALONE_MS = 700
"""How long a letter is alone in the box before it is more: slow typists take half a second for the next one."""


@dataclass(frozen=True)
class Action:
    """Something the desk does that can be asked for by name; `words` are what people call it."""

    code: str
    title: str
    detail: str
    words: str


class Omnibox(QLineEdit):
    """`chosen` carries a Found or an Action."""

    chosen = Signal(object)

    def __init__(self, find: Callable[[str], tuple[Found, ...]], actions: tuple[Action, ...], parent: QWidget) -> None:
        super().__init__(parent)
        self._find = find
        self._gives_way: Callable[[int], Callable[[], None] | None] | None = None
        self._promised: Callable[[], None] | None = None
        self._alone = QTimer(self)
        self._alone.setSingleShot(True)
        self._alone.setInterval(ALONE_MS)
        self._alone.timeout.connect(self.settle)
        self._actions = actions
        self.show_hint(short=False)
        self.setAccessibleName(translate("Omnibox", "Chercher un membre, un espace, un reçu ou une action"))
        self.setMaxLength(80)
        self.setClearButtonEnabled(True)
        self._window = parent
        self._panel = QFrame(parent)
        self._panel.setObjectName("results")
        inner = column(self._panel, air=4, gap=0)
        self._results = QListWidget()
        self._results.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._results.setAccessibleName(translate("Omnibox", "Réponses"))
        self._results.itemClicked.connect(self._take)
        self._nothing = label(translate("Omnibox", "Rien de ce nom. Essayez avec moins de lettres."), "muted")
        inner.addWidget(self._results)
        inner.addWidget(self._nothing)
        self._panel.hide()
        self.textEdited.connect(self._search)
        self.returnPressed.connect(self._enter)

    def show_hint(self, *, short: bool) -> None:
        """Say in the empty box what it is for; `short` where there is little room."""
        whole = translate("Omnibox", "Scanner ou chercher\u00a0: membre, salle, reçu…  Ctrl K")
        self.setPlaceholderText(translate("Omnibox", "Scanner ou chercher…") if short else whole)

    def give_way(self, wanted: Callable[[int], Callable[[], None] | None]) -> None:
        """A letter that stays alone in the box does what `wanted` says of its key, if it says anything.

        It is a letter first: the first one of a name that somebody types does nothing else.
        """
        self._gives_way = wanted

    def settle(self) -> None:
        """Nothing follows: a letter alone in the box does what it is for, and is no letter any more."""
        self._alone.stop()
        promised, self._promised = self._promised, None
        if promised is not None and len(self.text()) == 1:
            self.dismiss()
            promised()

    def _await(self, event: QKeyEvent) -> None:
        """Know what this key would do if it stayed alone."""
        self._alone.stop()
        self._promised = None
        lone = not self.text() and event.modifiers() == Qt.KeyboardModifier.NoModifier and not event.isAutoRepeat()
        if lone and self._gives_way is not None:
            self._promised = self._gives_way(event.key())
        if self._promised is not None:
            self._alone.start()

    @property
    def answers(self) -> QListWidget:
        """The list under the box."""
        return self._results

    def _search(self, text: str) -> None:
        self._results.clear()
        if len(text.strip()) < 2:
            self._panel.hide()
            return
        wanted = searchable(text)
        answers: list[Action | Found] = [*self._matching(wanted), *self._find(text)]
        # Actions come first, except before a name that was written out: nobody means "Tarifs" by "Gandrille".
        answers.sort(key=lambda answer: not _is_written_out(wanted, answer))
        for answer in answers:
            item = QListWidgetItem(f"{answer.title}\n{answer.detail}")
            item.setData(_ANSWER, answer)
            self._results.addItem(item)
        found = self._results.count() > 0
        self._results.setVisible(found)
        self._nothing.setVisible(not found)
        if found:
            self._results.setCurrentRow(0)
        self._place(min(max(self._results.count(), 1), 7))

    def _matching(self, wanted: str) -> list[Action]:
        scored = [(similarity(wanted, searchable(a.words)), a) for a in self._actions]
        good = (pair for pair in scored if pair[0] >= _GOOD_ENOUGH)
        return [action for _, action in sorted(good, key=lambda pair: -pair[0])][:2]

    def _place(self, rows: int) -> None:
        corner = self.mapTo(self._window, QPoint(0, self.height() + 4))
        height = rows * (self.fontMetrics().height() * 2 + 18) + 12
        self._panel.setGeometry(corner.x(), corner.y(), self.width(), height)
        self._panel.show()
        self._panel.raise_()

    def _enter(self) -> None:
        item = self._results.currentItem()
        if item is not None and self._panel.isVisible():
            self._take(item)

    def _open_file(self, event: QKeyEvent) -> bool:
        """Shift+Enter: the file of the member that Enter would let in or out."""
        item = self._results.currentItem()
        answer = item.data(_ANSWER) if item is not None and self._panel.isVisible() else None
        if not event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            return False
        if not isinstance(answer, Found) or answer.kind is not FoundKind.MEMBER:
            return False
        self.dismiss()
        self.chosen.emit(replace(answer, kind=FoundKind.MEMBER_FILE))
        return True

    def _take(self, item: QListWidgetItem) -> None:
        answer = item.data(_ANSWER)
        self.dismiss()
        self.chosen.emit(answer)

    def dismiss(self) -> None:
        """Forget what was typed and close the list."""
        self.clear()
        self._panel.hide()

    @guarded()
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows move in the answers, Shift+Enter on a member opens their file, Esc forgets."""
        self._await(event)
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._open_file(event):
            return
        if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Up) and self._panel.isVisible():
            step = 1 if event.key() == Qt.Key.Key_Down else -1
            count = max(self._results.count(), 1)
            self._results.setCurrentRow((self._results.currentRow() + step) % count)
            return
        if event.key() == Qt.Key.Key_Escape and (self.text() or self._panel.isVisible()):
            self.dismiss()
            return
        super().keyPressEvent(event)

    @guarded(False)
    def event(self, event: QEvent) -> bool:
        """When the focus goes elsewhere the list closes, and a letter alone is a letter."""
        if event.type() == QEvent.Type.FocusOut:
            self._panel.hide()
            self._alone.stop()
            self._promised = None
        return super().event(event)


def _is_written_out(wanted: str, answer: Action | Found) -> bool:
    """Whether each word that was typed is a whole word of the answer."""
    words = searchable(answer.words if isinstance(answer, Action) else answer.title).split()
    return all(typed in words for typed in wanted.split())
