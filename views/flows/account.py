"""Renting on an invoice: where it goes, asked for as soon as that way of paying is chosen."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from desk.frontdesk import FrontDesk
from desk.invoices import BuyerEdit
from desk.language import translate
from desk.organisations import OrganisationFound
from desk.payments import PaymentMode
from views.flows.payment import PaymentForm
from views.invoices.buyer import BuyerForm
from views.parts import column, label


class AccountForm(QWidget):
    """Shown under the payment while part of it is on account."""

    def __init__(self, desk: FrontDesk, payment: PaymentForm) -> None:
        super().__init__()
        self._desk = desk
        self._payment = payment
        self._siren = ""
        self._for: str | None = None
        body = column(self, gap=6)
        body.addWidget(label(translate("AccountForm", "Où va la facture"), "title"))
        self.form = BuyerForm(asks_name=False)
        body.addWidget(self.form)
        payment.changed.connect(self._follow)

    def begin(self, who: OrganisationFound | None, siren: str) -> None:
        """A known organisation, or one that is being made; one that may not be invoiced is not offered it."""
        self._siren = siren
        file = None if who is None else self._desk.organisations.file(who.id)
        self._payment.offer_account(offered=file is None or file.words.may_invoice)
        wanted = "" if who is None else who.id
        if wanted == self._for:
            return  # somebody went back to correct something else: what was typed here stays
        self._for = wanted
        if file is None:
            self.form.show_buyer(BuyerEdit(""))
            return
        words = file.words
        email = next((contact.words.email for contact in file.contacts if contact.words.email), "")
        self.form.show_buyer(
            BuyerEdit("", "", words.vat_number, words.street, words.postcode, words.city, words.country, email)
        )

    @property
    def billing(self) -> BuyerEdit | None:
        """Who is invoiced, None while nothing is on account."""
        if not any(payment.mode is PaymentMode.ON_ACCOUNT for payment in self._payment.payments()):
            return None
        said = self.form.buyer
        return BuyerEdit(
            "", self._siren, said.vat_number, said.street, said.postcode, said.city, said.country, said.email
        )  # fmt: skip

    def _follow(self) -> None:
        was, now = self.isVisible(), self.billing is not None
        self.setVisible(now)
        if now:
            self.setMinimumHeight(self.sizeHint().height())
        if now and not was and not self.form.street.text():
            self.form.street.setFocus()
