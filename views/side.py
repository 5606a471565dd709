"""The cards beside the plan: what happens today, and who is in."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QSizePolicy, QWidget

from desk.bookings import BookingListed
from desk.formats import time as time_text
from desk.language import translate
from desk.presence import Presence
from views.parts import Card, ElidedLabel, button, column, empty, label, row, scaled

SHOWN_BOOKINGS = 3
_VISIT = Qt.ItemDataRole.UserRole


class TodayCard(Card):
    """The bookings of the day that are not over yet."""

    def __init__(self) -> None:
        super().__init__(translate("Today", "Aujourd’hui"))
        self._rows = column(gap=6)
        self.body.addLayout(self._rows)

    def show_bookings(self, bookings: tuple[BookingListed, ...], now: datetime) -> None:
        """Show those under way and the next ones, and how many more there are."""
        empty(self._rows)
        if not bookings:
            self._rows.addWidget(
                label(translate("Today", "Aucune réservation à venir aujourd’hui."), "muted", wrap=True)
            )
        for booking in bookings[:SHOWN_BOOKINGS]:
            self._rows.addWidget(self._line(booking, booking.starts_at <= now))
        rest = len(bookings) - SHOWN_BOOKINGS
        if rest > 0:
            text = translate("Today", "et {count} autres").format(count=rest)
            self._rows.addWidget(label(translate("Today", "et 1 autre") if rest == 1 else text, "muted"))

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


class PresenceCard(Card):
    """Who is in, the last arrived first; Enter or a double click checks someone out."""

    roll_call_asked = Signal()
    leave_asked = Signal(str)

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
        for person in presence.people:
            pattern = translate("PresenceCard", "{hour}   {name} · {place}")
            if not person.place:
                pattern = translate("PresenceCard", "{hour}   {name}")
            hour = time_text(person.since)
            item = QListWidgetItem(pattern.format(hour=hour, name=person.name, place=person.place))
            item.setData(_VISIT, person.visit_id)
            item.setToolTip(
                translate("PresenceCard", "Double-clic ou Entrée\u00a0: faire sortir {name}").format(name=person.name)
            )
            self._list.addItem(item)

    def _activated(self, item: QListWidgetItem) -> None:
        self.leave_asked.emit(str(item.data(_VISIT)))
