"""What may be written in the file of an organisation, and of a contact."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QCompleter,
    QLineEdit,
    QPlainTextEdit,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from desk.countries import countries
from desk.language import translate
from desk.organisations import (
    LEGAL_FORMS,
    LONGEST_TERM,
    NAME_LIMIT,
    WORDS_LIMIT,
    ContactEdit,
    OrganisationEdit,
    proposed_vat,
)
from desk.payments import PriceCategory, category_label
from views.parts import Choices, column, label, named, row, scaled, under_name

HOME = "FR"
CATEGORIES = (PriceCategory.MEMBER, PriceCategory.SOLIDARITY, PriceCategory.STANDARD)


def line_field(body: QVBoxLayout, name: str, limit: int) -> QLineEdit:
    """A named line to write on."""
    made = QLineEdit()
    made.setMaxLength(limit)
    made.setAccessibleName(name)
    body.addWidget(named(made, "", "strong"))
    body.addWidget(made)
    return made


class OrganisationForm(QWidget):
    """The words of a file; `edited` when one changes. The VAT number is proposed from the SIREN."""

    edited = Signal()

    def __init__(self) -> None:
        super().__init__()
        body = column(self, gap=4)
        body.setContentsMargins(0, 0, 8, 0)
        self.name = line_field(body, translate("OrganisationForm", "Nom"), NAME_LIMIT)
        self.siren = line_field(body, translate("OrganisationForm", "SIREN"), 20)
        self.siret = line_field(body, translate("OrganisationForm", "SIRET"), 24)
        self.vat = line_field(body, translate("OrganisationForm", "N° de TVA"), 24)
        self._proposed = ""
        self._legal_form(body)
        self._prices(body)
        self._address(body)
        self._terms(body)
        body.addStretch(1)
        self.siren.textEdited.connect(self._propose)
        self.country.currentIndexChanged.connect(self._propose)
        for field in (self.name, self.siren):
            field.textEdited.connect(self._edited)

    def _legal_form(self, body: QVBoxLayout) -> None:
        self.legal_form = line_field(body, translate("OrganisationForm", "Forme juridique"), WORDS_LIMIT)
        known = QCompleter(list(LEGAL_FORMS), self.legal_form)
        known.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        known.setFilterMode(Qt.MatchFlag.MatchContains)
        self.legal_form.setCompleter(known)

    def _prices(self, body: QVBoxLayout) -> None:
        body.addWidget(label(translate("OrganisationForm", "Tarif"), "strong"))
        options = [(c, category_label(c)) for c in CATEGORIES]
        self.category = Choices(options, translate("OrganisationForm", "Tarif"))
        self.category.choose(PriceCategory.STANDARD)
        body.addWidget(self.category)
        self.reason = line_field(body, translate("OrganisationForm", "Pourquoi ce tarif"), WORDS_LIMIT)
        self.reason.setPlaceholderText(translate("OrganisationForm", "Agrément ESUS, association…"))

    def _address(self, body: QVBoxLayout) -> None:
        self.street = line_field(body, translate("OrganisationForm", "Adresse"), WORDS_LIMIT)
        self.postcode, self.city = QLineEdit(), QLineEdit()
        self.postcode.setMaxLength(12)
        self.postcode.setFixedWidth(scaled(96))
        self.postcode.setAccessibleName(translate("OrganisationForm", "Code postal"))
        self.city.setMaxLength(WORDS_LIMIT)
        self.city.setAccessibleName(translate("OrganisationForm", "Ville"))
        line = row(under_name(self.postcode, "", "strong"), under_name(self.city, "", "strong"))
        line.setStretch(1, 1)
        body.addLayout(line)
        self.country = QComboBox()
        self.country.setAccessibleName(translate("OrganisationForm", "Pays"))
        for code, name in countries().items():
            self.country.addItem(name, code)
        body.addWidget(named(self.country, "", "strong"))
        body.addWidget(self.country)

    def _terms(self, body: QVBoxLayout) -> None:
        self.days = QSpinBox()
        self.days.setRange(0, LONGEST_TERM)
        self.days.setSuffix(translate("OrganisationForm", "\u00a0jours"))
        self.days.setFixedWidth(scaled(120))
        self.days.setAccessibleName(translate("OrganisationForm", "Délai de paiement"))
        body.addLayout(row(named(self.days, "", "strong"), 1, self.days))
        self.may_invoice = QCheckBox(translate("OrganisationForm", "Peut être facturée"))
        body.addWidget(self.may_invoice)
        self.notes = QPlainTextEdit()
        self.notes.setTabChangesFocus(True)
        self.notes.setFixedHeight(scaled(84))
        self.notes.setAccessibleName(translate("OrganisationForm", "Notes"))
        body.addWidget(named(self.notes, "", "strong"))
        body.addWidget(self.notes)

    def show_words(self, words: OrganisationEdit) -> None:
        """Fill the fields."""
        self.name.setText(words.name)
        self.siren.setText(words.siren)
        self.siret.setText(words.siret)
        self._proposed = ""
        self.legal_form.setText(words.legal_form)
        self.category.choose(words.category)
        self.reason.setText(words.justification)
        self.street.setText(words.street)
        self.postcode.setText(words.postcode)
        self.city.setText(words.city)
        self.country.setCurrentIndex(max(0, self.country.findData(words.country)))
        self.days.setValue(words.payment_days)
        self.may_invoice.setChecked(words.may_invoice)
        self.notes.setPlainText(words.notes)
        self.vat.setText(words.vat_number)

    @property
    def words(self) -> OrganisationEdit:
        """What the fields say."""
        return OrganisationEdit(
            self.name.text(), self.category.value, self.reason.text(), self.legal_form.text(),
            self.siren.text(), self.siret.text(), self.vat.text(), self.street.text(), self.postcode.text(),
            self.city.text(), str(self.country.currentData()), self.days.value(), self.may_invoice.isChecked(),
            self.notes.toPlainText(),
        )  # fmt: skip

    def _propose(self, _value: object = None) -> None:
        """The VAT number follows the SIREN, unless someone wrote another."""
        if self.vat.text() != self._proposed:
            return
        self._proposed = proposed_vat(self.siren.text()) if self.country.currentData() == HOME else ""
        self.vat.setText(self._proposed)

    def _edited(self, _text: str) -> None:
        self.edited.emit()


class ContactForm(QWidget):
    """The words about a contact."""

    def __init__(self) -> None:
        super().__init__()
        body = column(self, gap=4)
        self.name = line_field(body, translate("ContactForm", "Prénom et nom"), WORDS_LIMIT)
        self.role = line_field(body, translate("ContactForm", "Fonction"), WORDS_LIMIT)
        self.email = line_field(body, translate("ContactForm", "Adresse électronique"), WORDS_LIMIT)
        self.phone = line_field(body, translate("ContactForm", "Téléphone"), WORDS_LIMIT)

    def show_words(self, words: ContactEdit) -> None:
        """Fill the fields."""
        self.name.setText(words.name)
        self.role.setText(words.role)
        self.email.setText(words.email)
        self.phone.setText(words.phone)

    @property
    def words(self) -> ContactEdit:
        """What the fields say."""
        return ContactEdit(self.name.text(), self.role.text(), self.email.text(), self.phone.text())
