"""The roll call: who is in, by floor, with boxes to tick. One key from anywhere, no mouse, and P prints it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QFrame,
    QGridLayout,
    QLabel,
    QSizePolicy,
    QStyle,
    QStyleOptionButton,
    QWidget,
)

from desk.crowds import CrowdInside
from desk.formats import since as since_text
from desk.formats import time as time_text
from desk.frontdesk import FrontDesk
from desk.language import translate
from desk.presence import PersonInside, Presence, left_unsaid, left_unsaid_title, on_floor
from views import tokens
from views.parts import button, column, empty, label, row, scaled, scrolling
from views.plan.guard import guarded

NAME_WIDTH = 400
_STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
_ASIDE = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}


@dataclass(frozen=True)
class _Line:
    """One box to be: its identifier for the ticks, its words, how many people it stands for."""

    id: str
    words: str
    people: int = 1


class RollCallPage(QFrame):
    """`closed` to go back to the plan, `print_asked` for the paper, `save_asked` for an A4 file.

    The ticks are the desk's: they stay when the page is left, until somebody begins another call.
    """

    closed = Signal()
    print_asked = Signal()
    save_asked = Signal()

    def __init__(self, desk: FrontDesk, width: int) -> None:
        """`width` is the room on the stage, in pixels: as many columns of names as are read without cutting any."""
        super().__init__()
        self._columns = max(1, width // scaled(NAME_WIDTH))
        self.setObjectName("card")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(translate("RollCallPage", "Liste d’évacuation"))
        self._desk = desk
        self._boxes: list[_Box] = []
        body = column(self, air=tokens.CARD_AIR, gap=10)
        self._title = label("", "name", wrap=True)
        self._progress = label("", "heading")
        head = row(self._title, self._progress)
        head.setStretch(0, 1)
        body.addLayout(head)
        self._keys = label("", "muted", wrap=True)
        self._anew = button(translate("RollCallPage", "Nouvel appel"), self._begin_anew, kind="link")
        self._save = button(translate("RollCallPage", "PDF (A4)…"), self.save_asked.emit, kind="link")
        self._former = button("", self._take_up, kind="link")
        under = row(self._keys, self._former, self._anew, self._save)
        under.setStretch(0, 1)
        body.addLayout(under)
        inside = QWidget()
        self._list = column(inside, gap=6)
        self._area = scrolling(inside)
        body.addWidget(self._area, 1)
        self._print = button(translate("RollCallPage", "Imprimer (P)"), self.print_asked.emit, kind="primary")
        back = button(translate("RollCallPage", "Revenir au plan (Échap)"), self.closed.emit)
        body.addLayout(row(back, 1, self._print))

    # --- the list --------------------------------------------------------------------------------------------

    def reload(self) -> None:
        """Take the list now; what was ticked stays ticked, and the keyboard stays where it was."""
        focused = next((box.line.id for box in self._boxes if box.hasFocus()), None)
        empty(self._list)
        self._boxes.clear()
        presence = self._desk.presence.now()
        self._desk.alarm.keep(
            [*(person.visit_id for person in presence.people), *(crowd.booking_id for crowd in presence.crowds)]
        )
        self._show_title(presence)
        at = 0
        for name, lines in self._groups(presence):
            if lines:
                self._list.addWidget(self._heading(name, sum(line.people for line in lines)))
                self._list.addLayout(self._floor(lines, at))
                at += -(-len(lines) // self._columns)
        if not presence.count:
            self._list.addWidget(label(translate("RollCallPage", "La maison est vide."), "heading"))
        self._list.addStretch(1)
        # A locked desk shows who is in; it does not open the disk's folders to whoever passes by.
        self._save.setVisible(bool(self._desk.staff.holder.id))
        self._count()
        if focused is not None:
            (next((box for box in self._boxes if box.line.id == focused), None) or self).setFocus()

    def _groups(self, presence: Presence) -> Iterator[tuple[str, list[_Line]]]:
        """Each floor of the house, then those whose place is not known, then those of a former day."""
        for floor in self._desk.drawing.floors:
            yield floor.name, _lines(presence, floor.code)
        yield translate("RollCallPage", "Sans place connue"), _lines(presence, "")
        yield left_unsaid_title(), [_Line(p.visit_id, _person(p, presence.taken_at)) for p in left_unsaid(presence)]

    def begin(self) -> None:
        """Ready for the keyboard: the first box that is not ticked. A call of long ago is not that of this alarm."""
        if self._desk.alarm.lapse():
            self.reload()
        first = next((box for box in self._boxes if not box.isChecked()), None)
        (first or next(iter(self._boxes), None) or self).setFocus()

    def _show_title(self, presence: Presence) -> None:
        pattern = translate("RollCallPage", "{count} personnes dans la maison")
        if presence.count == 1:
            pattern = translate("RollCallPage", "1 personne dans la maison")
        self._title.setText(pattern.format(count=presence.count))

    def _heading(self, name: str, count: int) -> QLabel:
        words = translate("RollCallPage", "{floor} · {count}").format(floor=name, count=count)
        return label(words, "heading")

    def _floor(self, lines: list[_Line], at: int) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(18)
        for index, line in enumerate(lines):
            down, aside = divmod(index, self._columns)
            box = _Box(self, line, (at + down, aside))
            box.setChecked(self._desk.alarm.is_found(line.id))
            box.toggled.connect(self._ticked)
            self._boxes.append(box)
            grid.addWidget(box, down, aside)
        for number in range(self._columns):
            grid.setColumnStretch(number, 1)
        return grid

    # --- the ticks -------------------------------------------------------------------------------------------

    def _ticked(self, checked: bool) -> None:
        box = self.sender()
        if isinstance(box, _Box):
            self._desk.alarm.tick(box.line.id, checked)
            self._count()

    def _begin_anew(self) -> None:
        self._desk.alarm.begin_anew()
        self.reload()
        self.begin()

    def _take_up(self) -> None:
        self._desk.alarm.take_up()
        self.reload()
        self.begin()

    def _count(self) -> None:
        done = sum(box.line.people for box in self._boxes if box.isChecked())
        total = sum(box.line.people for box in self._boxes)
        self._progress.setText(translate("RollCallPage", "{done} / {total} retrouvés").format(done=done, total=total))
        began = self._desk.alarm.began_at
        self._anew.setEnabled(began is not None)
        former = self._desk.alarm.former_at
        self._former.setVisible(former is not None)
        if former is not None:
            words = translate("RollCallPage", "Reprendre l’appel de {hour}")
            self._former.setText(words.format(hour=time_text(self._desk.site.local(former))))
        keys = translate("RollCallPage", "Flèches\u00a0: choisir · Espace\u00a0: cocher · P\u00a0: imprimer")
        if began is not None:
            keys = translate(
                "RollCallPage",
                "Flèches\u00a0: choisir · Espace\u00a0: cocher · P\u00a0: imprimer · Appel commencé à {hour}",
            ).format(hour=time_text(self._desk.site.local(began)))
        self._keys.setText(keys)

    # --- the keyboard ----------------------------------------------------------------------------------------

    def take_key(self, key: int) -> bool:
        """Do what a key means on this page; False for one that means nothing here."""
        if key in _STEPS or key in _ASIDE:
            self._walk(_STEPS.get(Qt.Key(key), 0), _ASIDE.get(Qt.Key(key), 0))
        elif key in (Qt.Key.Key_P, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.print_asked.emit()
        elif key == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            return False
        return True

    def _walk(self, down: int, aside: int) -> None:
        here = next((box for box in self._boxes if box.hasFocus()), None)
        if here is None or not self._boxes:
            self.begin()
            return
        if aside:
            index = self._boxes.index(here) + aside
            target = self._boxes[index] if 0 <= index < len(self._boxes) else here
        else:
            row_at, column_at = here.place
            there = [box for box in self._boxes if box.place[0] == row_at + down]
            target = min(there, key=lambda box: abs(box.place[1] - column_at), default=here)
        target.setFocus()
        self._area.ensureWidgetVisible(target)

    @guarded()
    def resizeEvent(self, event: QResizeEvent) -> None:
        """More or fewer columns, so that no name is ever cut."""
        super().resizeEvent(event)
        columns = max(1, (event.size().width() - 2 * tokens.CARD_AIR) // scaled(NAME_WIDTH))
        if columns != self._columns:
            self._columns = columns
            self.reload()

    @guarded()
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """P or Enter prints, Esc goes back, the arrows go from name to name."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier or not self.take_key(event.key()):
            super().keyPressEvent(event)


class _Box(QCheckBox):
    """One person, or one crowd, to tick; `place` is its row on the page and its column."""

    def __init__(self, page: RollCallPage, line: _Line, place: tuple[int, int]) -> None:
        super().__init__(line.words.replace("&", "&&"))
        self._page = page
        self.line = line
        self.place = place
        self.setAccessibleName(line.words)
        self.setToolTip(line.words)
        # Its words never make the list wider than its area: the box to tick would leave the screen with them.
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    @guarded()
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Break the words over as many lines as the column needs."""
        super().resizeEvent(event)
        option = QStyleOptionButton()
        self.initStyleOption(option)
        room = self.style().subElementRect(QStyle.SubElement.SE_CheckBoxContents, option, self).width()
        text = _broken(self.line.words, self.fontMetrics(), room).replace("&", "&&")  # no letter is a key here
        if text != self.text():
            self.setText(text)

    @guarded()
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The page's keys come before the ones of the area that scrolls."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier or not self._page.take_key(event.key()):
            super().keyPressEvent(event)


def _broken(words: str, metrics: QFontMetrics, room: int) -> str:
    """`words` over lines no wider than `room` pixels: broken at spaces, a single word that is too long elided."""
    lines: list[str] = []
    for word in words.split(" "):
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and metrics.horizontalAdvance(longer) <= room:
            lines[-1] = longer
        else:
            lines.append(metrics.elidedText(word, Qt.TextElideMode.ElideRight, max(room, 1)))
    return "\n".join(lines)


def _lines(presence: Presence, floor: str) -> list[_Line]:
    """The boxes of one floor: people by name, guests after their host, then crowds."""
    now = presence.taken_at
    people = on_floor(presence, floor)
    crowds = [c for c in presence.crowds if c.floor == floor]
    return [*(_Line(p.visit_id, _person(p, now)) for p in people), *(_crowd(c, now) for c in crowds)]


def _person(person: PersonInside, now: datetime) -> str:
    where = person.place or translate("RollCallPage", "place inconnue")
    pattern = translate("RollCallPage", "{name} · {place} · {hour}")
    if person.host:
        pattern = translate("RollCallPage", "↳ {name}, invité·e de {host} · {place} · {hour}")
    return pattern.format(name=person.name, place=where, hour=since_text(person.since, now), host=person.host)


def _crowd(crowd: CrowdInside, now: datetime) -> _Line:
    pattern = translate("RollCallPage", "{crowd} · {place} · {hour}")
    words = pattern.format(crowd=crowd.words, place=crowd.place, hour=since_text(crowd.since, now))
    return _Line(crowd.booking_id, words, crowd.people)
