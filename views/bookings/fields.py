"""The fields of bookings: a space, a day, hours, minutes of margin; and the buttons that answer a refusal."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from PySide6.QtCore import QDate, QSignalBlocker, Qt, QTime, Signal
from PySide6.QtWidgets import QComboBox, QDateEdit, QLineEdit, QPushButton, QSizePolicy, QTimeEdit, QWidget

from desk.errors import Refused, Remedy
from desk.language import translate
from views.bookings.board import Wanted, instant_of
from views.bookings.places import Place
from views.parts import button, column, empty, named, row, scaled, under_name
from views.plan.guard import guarded

FIELD_WIDTH = 114
MOST_PEOPLE = 500
MOST_MINUTES = 240


def date_field(day: date, name: str) -> QDateEdit:
    """A day, typed or stepped with the arrows."""
    field = QDateEdit(QDate(day.year, day.month, day.day))
    field.setDisplayFormat("dd/MM/yyyy")
    field.setAccessibleName(name)
    field.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
    field.setAlignment(Qt.AlignmentFlag.AlignHCenter)
    return field


def time_field(name: str) -> QTimeEdit:
    """An hour and its minutes."""
    field = QTimeEdit()
    field.setDisplayFormat("HH:mm")
    field.setAccessibleName(name)
    field.setFixedWidth(scaled(FIELD_WIDTH))
    field.setAlignment(Qt.AlignmentFlag.AlignHCenter)
    return field


def space_box(places: tuple[Place, ...], name: str) -> QComboBox:
    """The spaces that can be booked, by name."""
    box = QComboBox()
    box.setAccessibleName(name)
    for place in places:
        box.addItem(place.name, place.id)
    box.setMaxVisibleItems(24)
    return box


def keep_height(form: QWidget) -> None:
    """Let a form be no lower than its fields ask: a panel that is too low scrolls it, and does not squeeze it.

    The style sheet has the last word on a field's own least height, so it is said of the form.
    """
    layout = form.layout()
    if layout is not None:
        layout.activate()
    form.setMinimumHeight(form.sizeHint().height())


class WhenForm(QWidget):
    """A space, a day and two hours. `changed` when any of them does; `show_time` tells nobody."""

    changed = Signal()

    def __init__(self, places: tuple[Place, ...], zone: ZoneInfo) -> None:
        super().__init__()
        self._zone = zone
        self._shown: tuple[datetime, datetime] | None = None
        body = column(self, gap=8)
        self.space = space_box(places, translate("WhenForm", "Espace"))
        self.day = date_field(date(2000, 1, 1), translate("WhenForm", "Jour"))
        self.start = time_field(translate("WhenForm", "Début"))
        self.end = time_field(translate("WhenForm", "Fin"))
        body.addLayout(under_name(self.space))
        for name, field in (
            (translate("WhenForm", "Le"), self.day),
            (translate("WhenForm", "De"), self.start),
            (translate("WhenForm", "À"), self.end),
        ):
            body.addLayout(row(named(field, name), 1, field))
        self.space.currentIndexChanged.connect(self._changed)
        self.day.dateChanged.connect(self._changed)
        self.start.timeChanged.connect(self._changed)
        self.end.timeChanged.connect(self._changed)

    def show_time(self, space_id: str, starts_at: datetime, ends_at: datetime) -> None:
        """Show a space and a time, aware."""
        starts, ends = starts_at.astimezone(self._zone), ends_at.astimezone(self._zone)
        blocked = [QSignalBlocker(field) for field in (self.space, self.day, self.start, self.end)]
        self.space.setCurrentIndex(max(0, self.space.findData(space_id)))
        self.day.setDate(QDate(starts.year, starts.month, starts.day))
        self.start.setTime(QTime(starts.hour, starts.minute))
        self.end.setTime(QTime(ends.hour, ends.minute))
        self._shown = (starts, ends)
        del blocked

    @property
    def wanted(self) -> Wanted:
        """What is asked for. Untouched hours keep their seconds and their side of a night; an end at or before its
        start is on the next day."""
        day = self.day.date()
        local = date(day.year(), day.month(), day.day())
        minutes = [time.hour() * 60 + time.minute() for time in (self.start.time(), self.end.time())]
        if self._shown is not None:
            first, last = self._shown
            same = (local, *minutes) == (first.date(), first.hour * 60 + first.minute, last.hour * 60 + last.minute)
            if same:
                return Wanted(str(self.space.currentData()), first, last)
        until = local if minutes[1] > minutes[0] else local + timedelta(days=1)
        starts, ends = instant_of(local, minutes[0], self._zone), instant_of(until, minutes[1], self._zone)
        return Wanted(str(self.space.currentData()), starts, ends)

    def _changed(self, _value: object = None) -> None:
        self.changed.emit()


class ReasonField(QLineEdit):
    """Why a manager books while the house is closed; shown, with its caption, once that is offered."""

    def __init__(self) -> None:
        super().__init__()
        self.setMaxLength(120)
        self.setAccessibleName(translate("ReasonField", "Motif d’ouverture"))
        self.caption = named(self)
        self.hide()

    @guarded()
    def setVisible(self, visible: bool) -> None:
        """The caption comes and goes with the field."""
        super().setVisible(visible)
        self.caption.setVisible(visible)


class Answers(QWidget):
    """The buttons that would resolve a refusal; `chosen` carries the remedy."""

    chosen = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._lines = column(self, gap=6)
        self._remedies: list[tuple[QPushButton, Remedy]] = []
        self.hide()

    def offer(self, refused: Refused | None) -> None:
        """Offer what a refusal offers; nothing for none."""
        empty(self._lines)
        self._remedies = []
        for remedy in refused.remedies if refused is not None else ():
            made = button(remedy.label, self._pressed)
            self._lines.addWidget(made)
            self._remedies.append((made, remedy))
        self.setVisible(bool(self._remedies))

    def _pressed(self) -> None:
        pressed = self.sender()
        for made, remedy in self._remedies:
            if made is pressed:
                self.chosen.emit(remedy)
                return
