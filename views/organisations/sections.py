"""The pieces of an organisation's file: who it is, its contacts, what was done with it, what resembles it."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QWidget

from desk.countries import countries
from desk.formats import day as day_text
from desk.language import translate
from desk.organisations import Deal, OrganisationFile, grouped
from desk.payments import category_label
from desk.tax_sides import side_words
from views.parts import ElidedLabel, button, column, empty, label, row

SHOWN_DEALS = 8


class IdentitySection(QWidget):
    """Who it is, its price and why, its terms, what the counter should know."""

    def __init__(self) -> None:
        super().__init__()
        body = column(self, gap=4)
        self._name = ElidedLabel("", "name_long")
        body.addWidget(self._name)
        self._lines = column(gap=3)
        body.addLayout(self._lines)

    def show_file(self, file: OrganisationFile) -> None:
        """Show an organisation."""
        self._name.set_text(file.words.name)
        empty(self._lines)
        for text, tone in _chips(file):
            made = label(text, "chip", wrap=True)
            made.setProperty("tone", tone)
            self._lines.addWidget(made)
        for text, role in _lines(file):
            if text:
                self._lines.addWidget(label(text, role, wrap=True))


def _chips(file: OrganisationFile) -> list[tuple[str, str]]:
    chips = []
    if file.archived_on is not None:
        archived = translate("IdentitySection", "Archivée depuis le {day}").format(day=day_text(file.archived_on))
        chips.append((archived, "soon"))
    if file.lacks_reason:
        chips.append((translate("IdentitySection", "Tarif solidaire à justifier"), "soon"))
    return chips


def _lines(file: OrganisationFile) -> list[tuple[str, str]]:
    words = file.words
    country = "" if words.country == "FR" else countries().get(words.country, words.country)
    price = translate("IdentitySection", "Tarif {category}, montants {side}")
    price = price.format(category=category_label(words.category), side=side_words(file.side))
    terms = translate("IdentitySection", "Paiement à {days} jours").format(days=words.payment_days)
    if not words.may_invoice:
        terms = translate("IdentitySection", "Ne se facture pas\u00a0: paie comptant")
    numbers = [grouped(words.siret) or grouped(words.siren) or translate("IdentitySection", "sans SIREN")]
    aliases = translate("IdentitySection", "Aussi connue comme\u00a0: {names}").format(names=", ".join(file.aliases))
    return [
        (" · ".join(text for text in (words.legal_form, *numbers, words.vat_number) if text), "muted"),
        (", ".join(t for t in (words.street, f"{words.postcode} {words.city}".strip(), country) if t), "muted"),
        (f"{price} · {words.justification}" if words.justification else price, "strong"),
        (terms, ""),
        (aliases if file.aliases else "", "muted"),
        (words.notes, ""),
    ]


class ContactsSection(QWidget):
    """The people who answer for it; `contact_asked` carries the id of one to correct, empty for a new one."""

    contact_asked = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        body = column(self, gap=4)
        body.addWidget(label(translate("ContactsSection", "Contacts"), "title"))
        self._list = column(gap=2)
        body.addLayout(self._list)
        self.add_button = button(translate("ContactsSection", "Ajouter un contact"), self._add, kind="link")
        body.addLayout(row(self.add_button, 1))
        self._buttons: dict[QPushButton, str] = {}

    def show_file(self, file: OrganisationFile) -> None:
        """Show the contacts of an organisation."""
        empty(self._list)
        self._buttons.clear()
        for contact in file.contacts:
            made = button(translate("ContactsSection", "Corriger"), self._correct, kind="link")
            pattern = translate("ContactsSection", "Corriger le contact {name}")
            made.setAccessibleName(pattern.format(name=contact.line))
            self._buttons[made] = contact.id
            line = row(label(contact.line, "", wrap=True), made)
            line.setStretch(0, 1)
            self._list.addLayout(line)

    @property
    def buttons(self) -> list[QPushButton]:
        """The button of each contact, in their order."""
        return list(self._buttons)

    def _add(self) -> None:
        self.contact_asked.emit("")

    def _correct(self) -> None:
        pressed = self.sender()
        if isinstance(pressed, QPushButton):
            self.contact_asked.emit(self._buttons[pressed])


class DealsSection(QWidget):
    """What was quoted and sold; `quote_asked` carries the id of a quote to open, `sale_to_invoice` that of a sale."""

    quote_asked = Signal(str)
    sale_to_invoice = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        body = column(self, gap=4)
        self._title = label(translate("DealsSection", "Devis et ventes"), "title")
        body.addWidget(self._title)
        self._list = column(gap=2)
        body.addLayout(self._list)
        self._buttons: dict[QPushButton, str] = {}
        self._sales: dict[QPushButton, str] = {}

    def show_file(self, file: OrganisationFile) -> None:
        """Show the last deals with an organisation."""
        self.setVisible(bool(file.deals))
        empty(self._list)
        self._buttons.clear()
        self._sales.clear()
        for deal in file.deals[:SHOWN_DEALS]:
            day = f"{day_text(deal.on)} · {deal.state}" if deal.state else day_text(deal.on)
            amount = label(deal.amount)
            if deal.kind == "quote":
                made = button(deal.number, self._open, kind="link")
                pattern = translate("DealsSection", "Ouvrir le devis {number}")
                made.setAccessibleName(pattern.format(number=deal.number))
                self._buttons[made] = deal.id
                self._list.addLayout(row(made, 1, amount))
            else:
                self._list.addLayout(row(label(deal.number), 1, amount))
            if deal.may_be_invoiced:
                self._list.addLayout(row(label(day, "muted"), 1, self._invoice_button(deal)))
            else:
                self._list.addWidget(label(day, "muted"))

    def _invoice_button(self, deal: Deal) -> QPushButton:
        made = button(translate("DealsSection", "Facturer"), self._invoice, kind="link")
        made.setAccessibleName(translate("DealsSection", "Facturer la vente {number}").format(number=deal.number))
        self._sales[made] = deal.id
        return made

    @property
    def invoice_buttons(self) -> list[QPushButton]:
        """The button of each sale that may be invoiced, the newest first."""
        return list(self._sales)

    def _invoice(self) -> None:
        pressed = self.sender()
        if isinstance(pressed, QPushButton):
            self.sale_to_invoice.emit(self._sales[pressed])

    @property
    def buttons(self) -> list[QPushButton]:
        """The button of each quote, the newest first."""
        return list(self._buttons)

    def _open(self) -> None:
        pressed = self.sender()
        if isinstance(pressed, QPushButton):
            self.quote_asked.emit(self._buttons[pressed])
