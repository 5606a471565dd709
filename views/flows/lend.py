"""Lending a thing: which one, to whom, until when; to a booking when it is asked from its panel."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QDate, Qt, QTime, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit, QListWidget, QListWidgetItem, QWidget

from desk.errors import Refused
from desk.frontdesk import FrontDesk
from desk.language import translate
from desk.lending import Borrower, LoanListed, kind_words
from views.bookings.fields import date_field, time_field
from views.flows.panel import FlowPanel
from views.parts import column, label, named, row, under_name
from views.plan.guard import guarded

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_FOUND = Qt.ItemDataRole.UserRole


class LendPanel(FlowPanel):
    """One step. `lent` carries the LoanListed."""

    lent = Signal(object)

    def __init__(self, desk: FrontDesk, borrower: Borrower | None = None, thing_id: str = "") -> None:
        super().__init__(
            translate("LendPanel", "Prêter un objet"), (), subject=borrower.id if borrower is not None else ""
        )
        self._desk = desk
        self._fixed = borrower is not None
        self.chosen = borrower
        page = QWidget()
        body = column(page, gap=10)
        body.setContentsMargins(0, 0, 8, 0)
        self.thing = QComboBox()
        self.thing.setAccessibleName(translate("LendPanel", "Objet"))
        self.thing.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        body.addLayout(under_name(self.thing, "", "strong"))
        body.addWidget(label(translate("LendPanel", "À qui"), "strong"))
        self._to = label("", "", wrap=True)
        body.addWidget(self._to)
        self.who = QLineEdit()
        self.who.setMaxLength(80)
        self.who.setAccessibleName(translate("LendPanel", "Nom de la personne ou de l’organisation"))
        self.who.setPlaceholderText(translate("LendPanel", "Quelques lettres d’un nom"))
        self.known = QListWidget()
        self.known.setAccessibleName(translate("LendPanel", "Noms trouvés"))
        self.known.setMaximumHeight(150)
        self._who_label = named(self.who, wrap=True)
        body.addWidget(self._who_label)
        body.addWidget(self.who)
        body.addWidget(self.known)
        due = self._desk.lending.usual_return(self.chosen)
        self.due_day = date_field(due.date(), translate("LendPanel", "Jour du retour"))
        self.due_hour = time_field(translate("LendPanel", "Heure du retour"))
        self._show_due(due)
        body.addWidget(label(translate("LendPanel", "À rendre"), "strong"))
        for field in (self.due_day, self.due_hour):
            body.addLayout(row(named(field), 1, field))
        body.addStretch(1)
        self.add_page(page)
        self.who.textEdited.connect(self._search)
        self.known.itemClicked.connect(self._pick)
        self._fill(thing_id)
        self.show_step(0)

    def _show_due(self, due: datetime) -> None:
        self.due_day.setDate(QDate(due.year, due.month, due.day))
        self.due_hour.setTime(QTime(due.hour, due.minute))

    def _fill(self, thing_id: str) -> None:
        """The things that are there."""
        free = [thing for thing in self._desk.lending.things() if thing.loan is None and not thing.is_retired]
        for thing in free:
            name = translate("LendPanel", "{thing} ({kind})").format(thing=thing.name, kind=kind_words(thing.kind))
            self.thing.addItem(name, thing.id)
        self.thing.setCurrentIndex(max(0, self.thing.findData(thing_id)))
        self.thing.setEnabled(bool(free))
        if not free:
            sentence = translate(
                "LendPanel", "Rien n’est là à prêter\u00a0: un·e gérant·e ajoute des objets (Ctrl Maj K)."
            )
            self.refuse(Refused("nothing", sentence))

    def entered(self, index: int) -> None:
        """Who it is for, when that is known; else the rentals of now."""
        del index
        self.name_go(translate("LendPanel", "Prêter"), enabled=self.thing.count() > 0)
        for widget in (self._who_label, self.who, self.known):
            widget.setVisible(not self._fixed)
        self._to.setVisible(self._fixed)
        if self.chosen is not None:
            self._to.setText(self.chosen.words)
            self.focus_on(self.thing)
        else:
            self._search("")
            self.focus_on(self.who)

    def _search(self, text: str) -> None:
        if text:
            self.chosen = None
        self.known.clear()
        for found in self._desk.lending.borrowers(text):
            item = QListWidgetItem(f"{found.words}\n{found.detail}")
            item.setData(_FOUND, found)
            self.known.addItem(item)
        if text and self.known.count():
            self.known.setCurrentRow(0)
        self.known.setVisible(self.known.count() > 0 and not self._fixed)

    def _pick(self, item: QListWidgetItem) -> None:
        found = item.data(_FOUND)
        assert isinstance(found, Borrower)
        self.chosen = found
        self.who.setText(found.words)
        self._show_due(self._desk.lending.usual_return(found))
        self.known.hide()

    @guarded()
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Down goes to the names found; Enter on one takes it."""
        held, item = QApplication.focusWidget(), self.known.currentItem()
        if event.key() == Qt.Key.Key_Down and held is self.who and self.known.count():
            self.known.setFocus()
            self.known.setCurrentRow(max(0, self.known.currentRow()))
        elif event.key() in _ENTER and held in (self.who, self.known) and self.chosen is None and item is not None:
            self._pick(item)
            self.due_hour.setFocus()
        else:
            super().keyPressEvent(event)

    def go_on(self) -> None:
        """Lend it."""
        if self.chosen is None:
            self.refuse(Refused("nobody", translate("Lending", "Dites à qui vous le prêtez.")))
            self.who.setFocus()
            return
        answer = self._desk.lending.lend(str(self.thing.currentData()), self.chosen, self._due())
        if isinstance(answer, Refused):
            self.refuse(answer)
            return
        assert isinstance(answer, LoanListed)
        self.closed.emit()
        self.lent.emit(answer)

    def _due(self) -> datetime:
        day, hour = self.due_day.date(), self.due_hour.time()
        zone = self._desk.site.local_now().tzinfo
        return datetime(day.year(), day.month(), day.day(), hour.hour(), hour.minute(), tzinfo=zone)
