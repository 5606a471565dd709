"""Who rents: a few letters find a known organisation, else its name and SIREN make a new one."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLineEdit, QListWidget, QListWidgetItem, QWidget

from desk.errors import Refused
from desk.frontdesk import FrontDesk
from desk.language import translate
from desk.names import searchable
from desk.organisations import NewOrganisation, OrganisationFound
from desk.payments import PriceCategory, category_label
from views.bookings.who import FindField
from views.flows.payment import bill_label
from views.parts import column, under_name

_FOUND = Qt.ItemDataRole.UserRole


class WhoPage(QWidget):
    """`picked` when a known organisation was chosen in the list."""

    picked = Signal()

    def __init__(self, desk: FrontDesk) -> None:
        super().__init__()
        self._desk = desk
        self.chosen: OrganisationFound | None = None
        body = column(self, gap=10)
        self.name = FindField()
        self.name.setMaxLength(120)
        self.name.setAccessibleName(translate("RentalPanel", "Nom de l’organisation"))
        self.name.setPlaceholderText(translate("RentalPanel", "Nom, ou quelques lettres"))
        body.addLayout(under_name(self.name, "", "strong"))
        self.known = QListWidget()
        self.known.setAccessibleName(translate("RentalPanel", "Organisations connues"))
        self.known.setMaximumHeight(150)
        body.addWidget(self.known)
        self.siren = QLineEdit()
        self.siren.setMaxLength(14)
        self.siren.setAccessibleName(translate("RentalPanel", "SIREN (facultatif)"))
        self.siren.setPlaceholderText("123 456 789")
        body.addLayout(under_name(self.siren, "", "strong"))
        self._is_new = bill_label("")
        body.addWidget(self._is_new)
        body.addStretch(1)
        self.name.textEdited.connect(self._typed)
        self.name.stepped.connect(self._step)
        self.siren.textEdited.connect(self._forget)
        self.known.itemClicked.connect(self.pick)

    def search(self) -> None:
        """Show those that resemble what is typed."""
        text = self.name.text()
        found = self._desk.organisations.find(text)
        self.known.clear()
        for organisation in found:
            siren = organisation.siren or translate("RentalPanel", "sans SIREN")
            item = QListWidgetItem(f"{organisation.name}\n{siren} · {category_label(organisation.category)}")
            item.setData(_FOUND, organisation)
            self.known.addItem(item)
        self.known.setVisible(bool(found))
        self._is_new.setText(self._words(" ".join(text.split()), is_known=bool(found)))

    def _words(self, name: str, *, is_known: bool) -> str:
        """What going on with this name would do."""
        if not name or self.chosen is not None:
            return ""
        if not is_known:
            return translate("RentalPanel", "Nouvelle organisation\u00a0: elle sera créée avec la location.")
        sentence = translate(
            "RentalPanel", "Entrée prend «\u00a0{name}\u00a0» comme nouvelle\u00a0; ↓ puis Entrée, une de la liste."
        )
        return sentence.format(name=name)

    def settle(self, category: PriceCategory) -> Refused | None:
        """Take the organisation that is known by this very name; refuse a SIREN that is another's."""
        known = None if self.chosen is not None else self._desk.organisations.meant(self.organisation(category))
        if known is None:
            return None
        if known.siren == "".join(self.siren.text().split()) and searchable(known.name) != searchable(self.name.text()):
            sentence = translate("RentalPanel", "Ce SIREN est celui de {name}\u00a0: prenez son nom, ou corrigez-le.")
            return Refused("known_siren", sentence.format(name=known.name))
        self.chosen = known
        self.name.setText(known.name)
        self.siren.setText(known.siren or self.siren.text())
        return None

    def _step(self, step: int) -> None:
        """The arrows of the name move in the list; above its first line, nobody is pointed at."""
        row = min(self.known.currentRow() + step, self.known.count() - 1)
        self.known.setCurrentRow(row if row >= 0 else -1)

    def pick(self, item: QListWidgetItem) -> None:
        """Take an organisation of the list."""
        organisation = item.data(_FOUND)
        assert isinstance(organisation, OrganisationFound)
        self.name.setText(organisation.name)
        self.siren.setText(organisation.siren)
        self.chosen = organisation
        self.picked.emit()

    def organisation(self, category: PriceCategory) -> NewOrganisation:
        """Who rents, at the price of a category."""
        known = self.chosen.id if self.chosen is not None else ""
        return NewOrganisation(self.name.text(), category, self.siren.text(), id=known)

    def _typed(self, _text: str) -> None:
        self.chosen = None
        self.search()

    def _forget(self, _text: str) -> None:
        self.chosen = None
