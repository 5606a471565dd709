"""Who is invoiced: what is known is there already, what lacks is asked for."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QLineEdit, QWidget

from desk.countries import countries
from desk.invoices import BuyerEdit
from desk.language import translate
from desk.organisations import NAME_LIMIT, WORDS_LIMIT
from views.organisations.forms import line_field
from views.parts import column, named, row, scaled, under_name

HOME = "FR"


class BuyerForm(QWidget):
    """The fields; `edited` when one changes. `asks_name`: without it the name and the SIREN are said elsewhere."""

    edited = Signal()

    def __init__(self, *, asks_name: bool = True) -> None:
        super().__init__()
        body = column(self, gap=4)
        self._names = QWidget()
        names = column(self._names, gap=4)
        self.name = line_field(names, translate("BuyerForm", "Nom sur la facture"), NAME_LIMIT)
        self.siren = line_field(names, translate("BuyerForm", "SIREN, pour un professionnel"), 20)
        self.vat = line_field(names, translate("BuyerForm", "N° de TVA (facultatif)"), 24)
        body.addWidget(self._names)
        self._names.setVisible(asks_name)
        self.street = line_field(body, translate("BuyerForm", "Adresse"), WORDS_LIMIT)
        self.postcode, self.city = QLineEdit(), QLineEdit()
        self.postcode.setMaxLength(12)
        self.postcode.setFixedWidth(scaled(96))
        self.postcode.setAccessibleName(translate("BuyerForm", "Code postal"))
        self.city.setMaxLength(WORDS_LIMIT)
        self.city.setAccessibleName(translate("BuyerForm", "Ville"))
        line = row(under_name(self.postcode, "", "strong"), under_name(self.city, "", "strong"))
        line.setStretch(1, 1)
        body.addLayout(line)
        self.country = QComboBox()
        self.country.setAccessibleName(translate("BuyerForm", "Pays"))
        for code, name in countries().items():
            self.country.addItem(name, code)
        body.addWidget(named(self.country, "", "strong"))
        body.addWidget(self.country)
        self.email = line_field(body, translate("BuyerForm", "Adresse électronique (sans SIREN)"), WORDS_LIMIT)
        for field in (self.name, self.siren, self.vat, self.street, self.postcode, self.city, self.email):
            field.textEdited.connect(self._edited)
        self.country.currentIndexChanged.connect(self._edited)

    def show_buyer(self, buyer: BuyerEdit) -> None:
        """Fill the fields."""
        self.name.setText(buyer.name)
        self.siren.setText(buyer.siren)
        self.vat.setText(buyer.vat_number)
        self.street.setText(buyer.street)
        self.postcode.setText(buyer.postcode)
        self.city.setText(buyer.city)
        self.country.setCurrentIndex(max(0, self.country.findData(buyer.country)))
        self.email.setText(buyer.email)

    @property
    def buyer(self) -> BuyerEdit:
        """What the fields say."""
        return BuyerEdit(
            self.name.text(), self.siren.text(), self.vat.text(), self.street.text(), self.postcode.text(),
            self.city.text(), str(self.country.currentData()), self.email.text(),
        )  # fmt: skip

    @property
    def first_empty(self) -> QLineEdit:
        """Where the next key is expected: the first field of the address that is empty, else the first one."""
        fields = (self.street, self.postcode, self.city)
        return next((field for field in fields if not field.text()), self.street)

    def _edited(self, _value: object = None) -> None:
        self.edited.emit()
