"""Any room for so many until an hour: those that are free, the cheapest first; one of them is then rented."""

from __future__ import annotations

from datetime import time

from PySide6.QtCore import Qt, QTime, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QListWidget, QListWidgetItem, QSpinBox, QTimeEdit, QWidget

from desk.errors import Refused
from desk.formats import time as time_text
from desk.frontdesk import FrontDesk
from desk.language import translate
from desk.payments import PriceCategory, category_label
from desk.room_search import FreeRoom, RoomAsked
from desk.tax_sides import amount_words
from views.flows.panel import FlowPanel
from views.flows.rental import CATEGORIES, USUAL, RentalWish
from views.parts import Choices, column, label, named, row, scaled
from views.plan.guard import guarded

_ROOM = Qt.ItemDataRole.UserRole
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class RoomSearchPanel(FlowPanel):
    """One step. `room_chosen` carries the id of the space and a RentalWish."""

    room_chosen = Signal(str, object)

    def __init__(self, desk: FrontDesk, asked: RoomAsked | None = None) -> None:
        super().__init__(translate("RoomSearchPanel", "Trouver une salle"), ())
        self._desk = desk
        page = QWidget()
        body = column(page, gap=10)
        self.people = QSpinBox()
        self.people.setRange(1, 200)
        self.people.setValue(asked.people if asked else 1)
        self.people.setAccessibleName(translate("RoomSearchPanel", "Nombre de personnes"))
        self.people.setFixedWidth(scaled(96))
        self.people.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        now = desk.site.local_now() + USUAL
        until = asked.until if asked and asked.until else time(now.hour, now.minute - now.minute % 15)
        self.until = QTimeEdit(QTime(until.hour, until.minute))
        self.until.setDisplayFormat("HH:mm")
        self.until.setAccessibleName(translate("RoomSearchPanel", "Jusqu’à"))
        self.until.setFixedWidth(scaled(114))
        self.until.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        body.addLayout(row(named(self.people, translate("RoomSearchPanel", "Personnes")), 1, self.people))
        body.addLayout(row(named(self.until), 1, self.until))
        body.addWidget(label(translate("RoomSearchPanel", "Tarif"), "strong"))
        options = [(c, category_label(c)) for c in CATEGORIES]
        self.category = Choices(options, translate("RoomSearchPanel", "Tarif"))
        self.category.choose(PriceCategory.STANDARD)
        body.addWidget(self.category)
        self.rooms = QListWidget()
        self.rooms.setAccessibleName(translate("RoomSearchPanel", "Salles libres"))
        body.addWidget(self.rooms, 1)
        self.add_page(page)
        self._said = False
        self.people.valueChanged.connect(self._search)
        self.until.timeChanged.connect(self._search)
        self.category.chosen.connect(self._say_category)
        self.rooms.itemActivated.connect(self._chosen)
        self.rooms.currentItemChanged.connect(self._name)
        self.show_step(0)

    def entered(self, index: int) -> None:
        """Search, ready to change the number of people."""
        del index
        self._search()
        self.focus_on(self.rooms if self.rooms.count() else self.people)

    def resume(self) -> None:
        """The panel comes back to the front: a room may be taken meanwhile."""
        self._search()
        super().resume()

    def go_on(self) -> None:
        """Rent the room that is pointed at."""
        item = self.rooms.currentItem()
        if item is not None:
            self._chosen(item)

    @guarded()
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter in the list has been told by the list itself."""
        if event.key() in _ENTER and QApplication.focusWidget() is self.rooms:
            return
        super().keyPressEvent(event)

    def _say_category(self, _value: object) -> None:
        self._said = True
        self._search()

    def _search(self, _value: object = None) -> None:
        until = time(self.until.time().hour(), self.until.time().minute())
        found = self._desk.rooms.find(self.people.value(), until, self.category.value)
        self.rooms.clear()
        if isinstance(found, Refused):
            self.refuse(found)
            found = ()
        elif not found:
            sentence = translate("RoomSearchPanel", "Aucune salle n’est libre tout ce temps. Essayez une fin plus tôt.")
            self.refuse(Refused("none_free", sentence))
        else:
            self.refuse(None)
        for room in found:
            item = QListWidgetItem(_words(room))
            item.setData(_ROOM, room)
            self.rooms.addItem(item)
        self.rooms.setVisible(bool(found))
        if found:
            self.rooms.setCurrentRow(0)
        self._name()

    def _name(self, *_items: object) -> None:
        item = self.rooms.currentItem()
        if item is None:
            self.name_go(translate("RoomSearchPanel", "Louer"), enabled=False)
            return
        words = translate("RoomSearchPanel", "Louer {space}").format(space=item.data(_ROOM).name)
        self.name_go(words)

    def _chosen(self, item: QListWidgetItem) -> None:
        room = item.data(_ROOM)
        assert isinstance(room, FreeRoom)
        category = self.category.value if self._said else None
        wish = RentalWish(self.people.value(), time(room.ends_at.hour, room.ends_at.minute), category)
        self.closed.emit()
        self.room_chosen.emit(room.space_id, wish)


def _words(room: FreeRoom) -> str:
    pattern = translate("RoomSearchPanel", "{space} · {seats} places\n{price}, de {start} à {end}")
    return pattern.format(
        space=room.name, seats=room.seats, price=amount_words(room.read.first_cents, room.read.side),
        start=time_text(room.starts_at), end=time_text(room.ends_at),
    )  # fmt: skip
