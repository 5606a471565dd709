"""The cards beside the plan: what happens today, and who is in."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QPushButton, QSizePolicy, QWidget

from desk.bookings import BookingListed
from desk.crowds import EventCrowd
from desk.formats import since as since_text
from desk.formats import time as time_text
from desk.language import translate
from desk.presence import PersonInside, Presence, under_hosts
from views.parts import Card, ElidedLabel, button, column, empty, label, row, scaled

SHOWN_BOOKINGS = 3
_VISIT = Qt.ItemDataRole.UserRole
_CROWD = Qt.ItemDataRole.UserRole + 1


class TodayCard(Card):
    """The bookings of the day that are not over yet; the public of an event under way is counted here.

    `crowd_step` carries a booking and how many people more or fewer; `crowd_asked` asks for the panel of one.
    """

    crowd_step = Signal(str, int)
    crowd_asked = Signal(str)

    def __init__(self) -> None:
        super().__init__(translate("Today", "Aujourd’hui"))
        self._rows = column(gap=6)
        self.body.addLayout(self._rows)
        self._acts: list[tuple[QPushButton, str, int]] = []

    def show_bookings(
        self, bookings: tuple[BookingListed, ...], now: datetime, crowds: Mapping[str, EventCrowd] | None = None
    ) -> None:
        """Show those under way and the next ones, and how many more there are; `crowds` by booking."""
        focused = next(((booking, step) for made, booking, step in self._acts if made.hasFocus()), None)
        empty(self._rows)
        self._acts.clear()
        if not bookings:
            self._rows.addWidget(
                label(translate("Today", "Aucune réservation à venir aujourd’hui."), "muted", wrap=True)
            )
        for booking in bookings[:SHOWN_BOOKINGS]:
            self._rows.addWidget(self._line(booking, booking.starts_at <= now))
            crowd = (crowds or {}).get(booking.id)
            if crowd is not None and (crowd.is_counted or booking.starts_at <= now):
                self._rows.addWidget(self._counter(crowd))
        rest = len(bookings) - SHOWN_BOOKINGS
        if rest > 0:
            text = translate("Today", "et {count} autres").format(count=rest)
            self._rows.addWidget(label(translate("Today", "et 1 autre") if rest == 1 else text, "muted"))

        again = next((made for made, booking_id, step in self._acts if (booking_id, step) == focused), None)
        if again is not None:
            again.setFocus()

    def _counter(self, crowd: EventCrowd) -> QWidget:
        """One person fewer, the number (which opens the panel), one person more."""
        fewer = self._act("−", crowd, -1)
        fewer.setAccessibleName(translate("Today", "{title}, une personne de moins").format(title=crowd.title))
        fewer.setEnabled(crowd.people > 0)
        number = self._act(_people(crowd), crowd, 0)
        number.setAccessibleName(
            translate("Today", "{title}, {people} : compter le public").format(title=crowd.title, people=_people(crowd))
        )
        number.setProperty("kind", "link")
        more = self._act("+", crowd, 1)
        more.setAccessibleName(translate("Today", "{title}, une personne de plus").format(title=crowd.title))
        for made in (fewer, more):
            made.setFixedSize(scaled(34), scaled(30))
            made.setProperty("kind", "small")
        box = QWidget()
        line = row(fewer, number, more, 1, gap=6)
        line.setContentsMargins(scaled(48) + 8, 0, 0, 0)
        box.setLayout(line)
        return box

    def _act(self, text: str, crowd: EventCrowd, step: int) -> QPushButton:
        made = button(text, self._pressed)
        self._acts.append((made, crowd.booking_id, step))
        return made

    def _pressed(self) -> None:
        pressed = self.sender()
        for made, booking_id, step in list(self._acts):
            if made is pressed:
                if step:
                    self.crowd_step.emit(booking_id, step)
                else:
                    self.crowd_asked.emit(booking_id)
                return

    def _line(self, booking: BookingListed, is_on: bool) -> QWidget:
        box = QWidget()
        box.setAccessibleName(f"{time_text(booking.starts_at)} {booking.title}, {booking.space}")
        hour = label(time_text(booking.starts_at), "strong")
        hour.setFixedWidth(scaled(48))
        hour.setAlignment(Qt.AlignmentFlag.AlignTop)
        words = column(gap=0)
        words.addWidget(ElidedLabel(booking.title))
        where = translate("Today", "{space} · jusqu’à {hour}")
        if booking.people:
            where = translate("Today", "{space} · jusqu’à {hour} · {people} attendus")
        if is_on:
            where = translate("Today", "en cours · {space} · jusqu’à {hour}")
        detail = where.format(space=booking.space, hour=time_text(booking.ends_at), people=booking.people)
        words.addWidget(ElidedLabel(detail, "muted"))
        line = row(hour, words)
        line.setStretch(1, 1)
        box.setLayout(line)
        return box


def _people(crowd: EventCrowd) -> str:
    if not crowd.is_counted:
        return translate("Today", "compter")
    if crowd.people == 1:
        return translate("Today", "1 personne")
    return translate("Today", "{people} personnes").format(people=crowd.people)


class PresenceCard(Card):
    """The crowds, then who is in, the last arrived first; Enter or a double click checks someone out.

    On a crowd it asks for the panel that counts it: `crowd_asked` carries its booking.
    """

    roll_call_asked = Signal()
    leave_asked = Signal(str)
    crowd_asked = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._title = label("", "title")
        link = button(translate("PresenceCard", "Liste d’évacuation F9"), self.roll_call_asked.emit, kind="link")
        self.body.addLayout(row(self._title, 1, link))
        self._list = QListWidget()
        self._list.setAccessibleName(translate("PresenceCard", "Personnes présentes"))
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._list.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)
        self._list.setMinimumHeight(60)
        self._list.itemActivated.connect(self._activated)
        self.body.addWidget(self._list, 1)
        self._empty = label(translate("PresenceCard", "Personne pour le moment."), "muted")
        self._empty.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.body.addWidget(self._empty)

    def show_presence(self, presence: Presence) -> None:
        """Show the head-count and the names."""
        self._title.setText(translate("PresenceCard", "Présents ({count})").format(count=presence.count))
        self._empty.setVisible(presence.count == 0)
        self._list.setVisible(presence.count > 0)
        self._list.clear()
        for crowd in presence.crowds:
            pattern = translate("PresenceCard", "{hour}   {crowd} · {place}")
            item = QListWidgetItem(
                pattern.format(hour=time_text(crowd.since), crowd=crowd.words, place=crowd.place), self._list
            )
            item.setData(_CROWD, crowd.booking_id)
            item.setToolTip(translate("PresenceCard", "Double-clic ou Entrée : compter ce public"))
        for person in under_hosts(presence.people):
            item = QListWidgetItem(_inside(person, presence.taken_at))
            item.setData(_VISIT, person.visit_id)
            item.setToolTip(
                translate("PresenceCard", "Double-clic ou Entrée\u00a0: faire sortir {name}").format(name=person.name)
            )
            self._list.addItem(item)

    def _activated(self, item: QListWidgetItem) -> None:
        if item.data(_CROWD):
            self.crowd_asked.emit(str(item.data(_CROWD)))
            return
        self.leave_asked.emit(str(item.data(_VISIT)))


def _inside(person: PersonInside, now: datetime) -> str:
    """A line of the list. Whoever came in on a former day is not read as one of this morning: the day is said."""
    if person.since.date() != now.date():
        pattern = translate("PresenceCard", "{name} · {since}")
        if person.host:
            pattern = translate("PresenceCard", "↳ {name}, invité·e de {host} · {since}")
        return pattern.format(name=person.name, host=person.host, since=since_text(person.since, now))
    pattern = translate("PresenceCard", "{hour}   {name} · {place}")
    if not person.place:
        pattern = translate("PresenceCard", "{hour}   {name}")
    if person.host:
        pattern = translate("PresenceCard", "{hour}   ↳ {name}, invité·e de {host}")
    return pattern.format(hour=time_text(person.since), name=person.name, place=person.place, host=person.host)
