"""Who rents: a few letters find a known organisation, else its name and SIREN make a new one."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLineEdit, QListWidget, QListWidgetItem, QWidget

from desk.frontdesk import FrontDesk
from desk.language import translate
from desk.organisations import NewOrganisation, OrganisationFound
from desk.payments import PriceCategory, category_label
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
        self.name = QLineEdit()
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
        is_new = bool(text.strip()) and not found
        self._is_new.setText(
            translate("RentalPanel", "Nouvelle organisation\u00a0: elle sera créée avec la location.") if is_new else ""
        )

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
