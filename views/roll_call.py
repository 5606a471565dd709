"""The roll call: who is in, by floor, with boxes to tick. One key from anywhere, and Enter prints it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QCheckBox, QFrame, QGridLayout, QLabel, QWidget

from desk.formats import time as time_text
from desk.frontdesk import FrontDesk
from desk.language import translate
from desk.presence import PersonInside
from views import tokens
from views.parts import button, column, empty, label, row, scaled, scrolling
from views.plan.guard import guarded

NAME_WIDTH = 420


class RollCallPage(QFrame):
    """`closed` to go back to the plan, `print_asked` for the paper."""

    closed = Signal()
    print_asked = Signal()

    def __init__(self, desk: FrontDesk, width: int) -> None:
        """`width` is the room on the stage, in pixels: as many columns of names as are read without cutting any."""
        super().__init__()
        self._columns = max(1, width // scaled(NAME_WIDTH))
        self.setObjectName("card")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(translate("RollCallPage", "Liste d’évacuation"))
        self._desk = desk
        self._boxes: list[QCheckBox] = []
        body = column(self, air=tokens.CARD_AIR, gap=10)
        self._title = label("", "name", wrap=True)
        self._progress = label("", "heading")
        self._print = button(translate("RollCallPage", "Imprimer (Entrée)"), self.print_asked.emit, kind="primary")
        back = button(translate("RollCallPage", "Revenir au plan (Échap)"), self.closed.emit)
        head = row(self._title, self._progress)
        head.setStretch(0, 1)
        body.addLayout(head)
        inside = QWidget()
        self._list = column(inside, gap=6)
        body.addWidget(scrolling(inside), 1)
        body.addLayout(row(back, 1, self._print))

    def reload(self) -> None:
        """Take the list now; what was ticked stays ticked, and the keyboard stays where it was."""
        focused = next((box.property("visit") for box in self._boxes if box.hasFocus()), None)
        ticked = {box.property("visit") for box in self._boxes if box.isChecked()}
        empty(self._list)
        self._boxes.clear()
        presence = self._desk.presence.now()
        pattern = translate("RollCallPage", "{count} personnes dans la maison")
        if presence.count == 1:
            pattern = translate("RollCallPage", "1 personne dans la maison")
        self._title.setText(pattern.format(count=presence.count))
        floors = [(floor.code, floor.name) for floor in self._desk.drawing.floors]
        floors.append(("", translate("RollCallPage", "Sans place connue")))
        for code, name in floors:
            people = sorted((p for p in presence.people if p.floor == code), key=lambda p: p.name)
            if people:
                self._list.addWidget(self._heading(name, len(people)))
                self._list.addLayout(self._floor(people, ticked))
        if not presence.people:
            self._list.addWidget(label(translate("RollCallPage", "La maison est vide."), "heading"))
        self._list.addStretch(1)
        self._count()
        if focused is not None:
            (next((box for box in self._boxes if box.property("visit") == focused), None) or self).setFocus()

    def _heading(self, name: str, count: int) -> QLabel:
        return label(translate("RollCallPage", "{floor} · {count}").format(floor=name, count=count), "heading")

    def _floor(self, people: list[PersonInside], ticked: set[object]) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(18)
        for index, person in enumerate(people):
            where = person.place or translate("RollCallPage", "place inconnue")
            pattern = translate("RollCallPage", "{name} · {place} · {hour}")
            box = QCheckBox(pattern.format(name=person.name, place=where, hour=time_text(person.since)))
            box.setProperty("visit", person.visit_id)
            box.setChecked(person.visit_id in ticked)
            box.toggled.connect(self._count)
            self._boxes.append(box)
            grid.addWidget(box, index // self._columns, index % self._columns)
        for number in range(self._columns):
            grid.setColumnStretch(number, 1)
        return grid

    def _count(self, _checked: bool = False) -> None:
        done = sum(box.isChecked() for box in self._boxes)
        text = translate("RollCallPage", "{done} / {total} retrouvés")
        self._progress.setText(text.format(done=done, total=len(self._boxes)))

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
        """Enter prints, Esc goes back."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.print_asked.emit()
        elif event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)
