"""The pieces of a panel that says something new at each answer: those it had are kept and told other words.

A new label costs about fifty times what another text costs: the style sheet is asked about it, and its place is sought
three times. So what leaves the panel goes on a shelf, and what is asked for next is taken from there.
"""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Callable, Iterator
from itertools import pairwise
from typing import TypeVar, cast

from PySide6.QtWidgets import QLabel, QLayout, QPushButton, QWidget

from views.chips import chip
from views.invitation import icon
from views.parts import ElidedLabel, button, empty, label, let_go

_Piece = TypeVar("_Piece", bound=QWidget)
_Key = tuple[object, ...]


class Shelf:
    """Labels and buttons of one panel. `clear` it, ask for the pieces, lay them out, `tidy`: in this order."""

    def __init__(self) -> None:
        self._keys: dict[QWidget, _Key] = {}
        self._free: defaultdict[_Key, deque[QWidget]] = defaultdict(deque)

    def label(self, text: str, role: str = "", *, wrap: bool = False, tone: str = "") -> QLabel:
        """A text in one of the style sheet's roles, and tones where it has any."""

        def make() -> QLabel:
            made = label(text, role, wrap=wrap)
            if tone:
                made.setProperty("tone", tone)
            return made

        made = self._take(("label", role, wrap, tone), make)
        made.setText(text)
        return made

    def line(self, text: str, role: str) -> ElidedLabel:
        """A text on one line that gives way with an ellipsis."""
        made = self._take(("line", role), lambda: ElidedLabel(text, role))
        made.set_text(text)
        return made

    def chip(self, text: str, tone: str, *, wrap: bool = False) -> QLabel:
        """A fact in a frame."""
        made = self._take(("chip", tone, wrap), lambda: chip(text, tone))
        made.setWordWrap(wrap)
        made.setText(text)
        return made

    def icon(self, name: str, colour: str, size: int) -> QLabel:
        """A picture at the top of its line."""
        return self._take(("icon", name, colour, size), lambda: icon(name, colour, size))

    def button(self, text: str, slot: Callable[[], object], *, kind: str = "") -> QPushButton:
        """A button that does `slot`, as it did when it stood on the shelf: it is taken for the same act only."""
        made = self._take(("button", kind, slot), lambda: button(text, slot, kind=kind))
        made.setText(text)
        made.setAccessibleName("")
        made.setToolTip("")
        return made

    def clear(self, layout: QLayout) -> None:
        """Take everything out of `layout`: our pieces go on the shelf, anything else goes for good.

        The keyboard of whoever was on one of them goes to what holds the layout: Qt would choose another button.
        """
        panel = layout.parentWidget()
        held = panel.window().focusWidget()
        if held is not None and held is not panel and panel.isAncestorOf(held):
            panel.setFocus()
        empty(layout, self._put_away)

    def tidy(self, layout: QLayout) -> None:
        """Hide what was not taken again; who hears the panel read, or goes along it with Tab, follows `layout`."""
        for piece in (piece for free in self._free.values() for piece in free):
            # Said to those hidden too: a layout shows what it was just given at the next turn of the loop only.
            piece.hide()
            if isinstance(piece, QPushButton):
                piece.setText("")  # nobody who looks for a button by its words finds one that is not there
        laid = list(_laid(layout))
        if [child for child in layout.parentWidget().children() if child in laid] != laid:
            for piece in laid:
                piece.raise_()
        for before, after in pairwise(piece for piece in laid if isinstance(piece, QPushButton)):
            QWidget.setTabOrder(before, after)

    def _take(self, key: _Key, make: Callable[[], _Piece]) -> _Piece:
        free = self._free[key]
        if not free:
            made = make()
            self._keys[made] = key
            return made
        piece = free.popleft()
        if piece.isHidden():
            piece.show()
        return cast(_Piece, piece)

    def _put_away(self, piece: QWidget) -> None:
        key = self._keys.get(piece)
        if key is None:
            let_go(piece)
            return
        # A finger that is down on it was meant for the person who was greeted then, not for the next one.
        if isinstance(piece, QPushButton):
            piece.setDown(False)
        self._free[key].append(piece)


def _laid(layout: QLayout) -> Iterator[QWidget]:
    """What a layout holds, in its order."""
    for index in range(layout.count()):
        item = layout.itemAt(index)
        if item is not None and (inner := item.layout()) is not None:
            yield from _laid(inner)
        elif item is not None and (widget := item.widget()) is not None:
            yield widget
