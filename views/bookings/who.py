"""For whom a space is booked, and what for: a member, an organisation, an event, the house itself."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QLineEdit, QListWidget, QListWidgetItem, QWidget

from desk.bookings import TITLE_LIMIT, BookingKind
from desk.errors import Refused
from desk.frontdesk import FrontDesk
from desk.language import translate
from desk.organisations import NewOrganisation
from desk.payments import PriceCategory, category_label
from views.bookings import words
from views.bookings.fields import MOST_MINUTES, MOST_PEOPLE, keep_height
from views.numbers import NumberField
from views.parts import Choices, column, named, row
from views.plan.guard import guarded

_ID = Qt.ItemDataRole.UserRole
_NAME = Qt.ItemDataRole.UserRole + 1
_ORDER = (BookingKind.MEMBER, BookingKind.RENTAL, BookingKind.EVENT, BookingKind.HOUSE)
_NAMED = (BookingKind.MEMBER, BookingKind.RENTAL)


@dataclass(frozen=True)
class Taker:
    """For whom: `newcomer` is an organisation that nobody knows yet."""

    kind: BookingKind
    title: str
    name: str = ""
    member_id: str | None = None
    organisation_id: str | None = None
    newcomer: NewOrganisation | None = None


_FOUND_SEEN = 4


class FindField(QLineEdit):
    """A few letters of a name; the arrows move in the list of those found."""

    stepped = Signal(int)

    @guarded()
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Up and Down choose among those found."""
        steps = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
        step = steps.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
        else:
            self.stepped.emit(step)


class WhoForm(QWidget):
    """A kind, a name that is found as one types, a title, a number of people, minutes before and after."""

    def __init__(self, desk: FrontDesk) -> None:
        super().__init__()
        self._desk = desk
        body = column(self, gap=8)
        # Room for the bar that scrolls it.
        body.setContentsMargins(0, 0, 8, 0)
        self.kind = Choices([(kind, words.kind_word(kind)) for kind in _ORDER], translate("WhoForm", "Pour qui"))
        self.kind.choose(BookingKind.MEMBER)
        body.addWidget(self.kind)
        self.name = FindField()
        self.name.setMaxLength(120)
        self.found = QListWidget()
        self.found.setAccessibleName(translate("WhoForm", "Trouvés"))
        self.found.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.title = QLineEdit()
        self.title.setMaxLength(TITLE_LIMIT)
        self.title.setAccessibleName(translate("WhoForm", "Titre"))
        self.title.setPlaceholderText(translate("WhoForm", "Par exemple Réunion d’équipe"))
        self._name_label = named(self.name)
        for widget in (self._name_label, self.name, self.found, named(self.title), self.title):
            body.addWidget(widget)
        self.people = NumberField(translate("WhoForm", "Nombre de personnes"), MOST_PEOPLE)
        self.set_up = NumberField(translate("WhoForm", "Minutes de préparation"), MOST_MINUTES, step=5)
        self.clean_up = NumberField(translate("WhoForm", "Minutes de rangement"), MOST_MINUTES, step=5)
        for text, field in (
            (translate("WhoForm", "Personnes"), self.people),
            (translate("WhoForm", "Préparation (min)"), self.set_up),
            (translate("WhoForm", "Rangement (min)"), self.clean_up),
        ):
            body.addLayout(row(named(field, text), 1, field))
        body.addStretch(1)
        self.kind.chosen.connect(self._kind_chosen)
        self.name.textEdited.connect(self._search)
        self.name.stepped.connect(self._step)
        self._kind_chosen(None)

    def begin(self) -> None:
        """Nothing is said yet."""
        for field in (self.name, self.title):
            field.clear()
        for number in (self.people, self.set_up, self.clean_up):
            number.setValue(0)
        self.kind.choose(BookingKind.MEMBER)
        self._kind_chosen(None)

    @property
    def first(self) -> QWidget:
        """Where the person types first."""
        return self.name if self.kind.value in _NAMED else self.title

    def taker(self) -> Taker | Refused:
        """For whom, or what is missing to know it."""
        kind = self.kind.value
        title = " ".join(self.title.text().split())
        if kind not in _NAMED:
            if not title:
                return Refused("no_title", translate("WhoForm", "Donnez un titre à cette réservation."))
            return Taker(kind, title)
        item = self.found.currentItem()
        if item is None:
            sentence = translate("WhoForm", "Écrivez quelques lettres du nom, et choisissez parmi ceux trouvés.")
            return Refused("no_name", sentence)
        name, identifier = str(item.data(_NAME)), str(item.data(_ID) or "")
        if kind is BookingKind.MEMBER:
            return Taker(kind, title or name, name, member_id=identifier)
        if identifier:
            return Taker(kind, title or name, name, organisation_id=identifier)
        newcomer = NewOrganisation(name, PriceCategory.STANDARD)
        problem = self._desk.organisations.objection(newcomer)
        return problem or Taker(kind, title or name, name, newcomer=newcomer)

    def _kind_chosen(self, _kind: object) -> None:
        is_named = self.kind.value in _NAMED
        for widget in (self._name_label, self.name):
            widget.setVisible(is_named)
        member = translate("WhoForm", "Nom ou numéro du membre")
        organisation = translate("WhoForm", "Nom de l’organisation")
        wanted = member if self.kind.value is BookingKind.MEMBER else organisation
        self._name_label.setText(wanted)
        self.name.setAccessibleName(wanted)
        self._search(self.name.text())
        if self.isVisible():
            self.first.setFocus()

    def _search(self, text: str) -> None:
        self.found.clear()
        if self.kind.value is BookingKind.MEMBER:
            pattern = translate("WhoForm", "{name} · {plan}")
            for member in self._desk.members.search(text, limit=5):
                self._add(pattern.format(name=member.name, plan=member.plan or "–"), member.id, member.name)
        elif self.kind.value is BookingKind.RENTAL and text.strip():
            pattern = translate("WhoForm", "{name} · {category}")
            for known in self._desk.organisations.find(text, limit=4):
                self._add(
                    pattern.format(name=known.name, category=category_label(known.category)), known.id, known.name
                )
            name = " ".join(text.split())
            self._add(translate("WhoForm", "Nouvelle organisation\u00a0: {name}").format(name=name), "", name)
        self.found.setVisible(self.kind.value in _NAMED and self.found.count() > 0)
        self.found.setCurrentRow(0)
        self._keep_heights()

    @guarded()
    def showEvent(self, event: QShowEvent) -> None:
        """Dressed now: the fields know how high they are."""
        super().showEvent(event)
        self._keep_heights()

    def _keep_heights(self) -> None:
        """Of those found a few are seen at once; one alone takes the room of one."""
        lines = min(self.found.count(), _FOUND_SEEN)
        self.found.setFixedHeight(lines * max(self.found.sizeHintForRow(0), 0) + 2 * self.found.frameWidth() + 2)
        keep_height(self)

    def _add(self, text: str, identifier: str, name: str) -> None:
        item = QListWidgetItem(text, self.found)
        item.setToolTip(text)
        item.setData(_ID, identifier)
        item.setData(_NAME, name)

    def _step(self, step: int) -> None:
        if self.found.count():
            self.found.setCurrentRow(min(max(self.found.currentRow() + step, 0), self.found.count() - 1))
