"""The settings (Maj F8): rooms in a list on the left, the one that is chosen on the right."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QComboBox, QListWidget, QStackedWidget, QWidget

from desk.frontdesk import FrontDesk
from desk.language import translate
from views.bookings.fields import keep_height
from views.handbook import Page
from views.parts import column, label, named, row, scaled
from views.plan.guard import guarded
from views.settings.forms import TermsSection, house_section, policy_section, rules_section
from views.settings.hours import HoursSection
from views.settings.section import Section
from views.settings.spaces import ClosedSpacesSection, WholesSection
from views.settings.special_days import SpecialDaysSection

LIST_WIDTH = 218
WIDE = 700
"""The least width, at 100 %, in which the list and a room can be read side by side."""


def _rooms() -> tuple[tuple[str, str, Callable[[FrontDesk], Section]], ...]:
    """The rooms in their order: a code, the word in the list, and what makes it."""
    return (
        ("house", translate("SettingsPage", "La maison"), house_section),
        ("hours", translate("SettingsPage", "Heures d’ouverture"), HoursSection),
        ("special_days", translate("SettingsPage", "Jours particuliers"), SpecialDaysSection),
        ("bookings", translate("SettingsPage", "Réservations"), policy_section),
        ("door", translate("SettingsPage", "La porte"), rules_section),
        ("personal_data", translate("SettingsPage", "Données personnelles"), TermsSection),
        ("wholes", translate("SettingsPage", "Ensembles d’espaces"), WholesSection),
        ("closed", translate("SettingsPage", "Espaces hors service"), ClosedSpacesSection),
    )


class SettingsPage(Page):
    """A room is made when it is first looked at; what was typed in one waits while another is shown."""

    def __init__(self, desk: FrontDesk) -> None:
        super().__init__(translate("SettingsPage", "Réglages"))
        self._desk = desk
        self._rooms = _rooms()
        self._made: dict[int, Section] = {}
        only = translate("SettingsPage", "Seul·e un·e gérant·e change les réglages. Vous pouvez les lire.")
        self._only = label(only, "chip", wrap=True)
        self.body.addWidget(self._only)
        self._only.setVisible(not desk.staff.holder.is_manager)
        self.rooms = QListWidget()
        self.rooms.setAccessibleName(translate("SettingsPage", "Rubriques des réglages"))
        self.rooms.setFixedWidth(scaled(LIST_WIDTH))
        self.rooms.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.rooms.addItems([word for _, word, _ in self._rooms])
        self._shown = QStackedWidget()
        self.narrow_rooms = QComboBox()
        self.narrow_rooms.setAccessibleName(translate("SettingsPage", "Rubriques des réglages"))
        self.narrow_rooms.addItems([word for _, word, _ in self._rooms])
        self._narrow = QWidget()
        narrow = row(named(self.narrow_rooms), self.narrow_rooms)
        narrow.setStretch(1, 1)
        column(self._narrow).addLayout(narrow)
        self._narrow.hide()
        self.body.addWidget(self._narrow)
        line = row(self.rooms, self._shown, gap=20)
        line.setStretch(1, 1)
        self.body.addLayout(line, 1)
        self.rooms.currentRowChanged.connect(self._show)
        self.narrow_rooms.currentIndexChanged.connect(self.rooms.setCurrentRow)
        self.rooms.itemActivated.connect(self._enter)
        self.setFocusProxy(self.rooms)
        self.rooms.setCurrentRow(0)

    @guarded()
    def resizeEvent(self, event: QResizeEvent) -> None:
        """The list of rooms stands beside them where there is width for both, else it folds into one line above."""
        super().resizeEvent(event)
        wide = self.width() >= scaled(WIDE)
        if self.rooms.isVisibleTo(self) == wide:
            return
        had_focus = self.rooms.hasFocus() or self.narrow_rooms.hasFocus()
        self.rooms.setVisible(wide)
        self._narrow.setVisible(not wide)
        if not wide:
            keep_height(self._narrow)
        self.setFocusProxy(self.rooms if wide else self.narrow_rooms)
        if had_focus:
            self.setFocus()

    @property
    def section(self) -> Section:
        """The room that is shown."""
        return self._made[self.rooms.currentRow()]

    @property
    def is_begun(self) -> bool:
        """Whether a room that was looked at has something that was not saved yet."""
        return any(made.is_begun for made in self._made.values())

    def come_back(self) -> None:
        """The rooms where nothing is typed show what is set now."""
        for made in self._made.values():
            if not made.is_begun:
                made.reload()

    def show_room(self, code: str) -> Section:
        """Show a room, by its code."""
        self.rooms.setCurrentRow([known for known, _, _ in self._rooms].index(code))
        return self.section

    def _show(self, place: int) -> None:
        if place not in self._made:
            self._made[place] = self._rooms[place][2](self._desk)
            self._shown.addWidget(self._made[place])
        self._shown.setCurrentWidget(self._made[place])
        self.narrow_rooms.setCurrentIndex(place)

    def _enter(self, _item: object = None) -> None:
        """Enter on a room goes into it."""
        first: QWidget = self.section.first
        first.setFocus(Qt.FocusReason.TabFocusReason)
