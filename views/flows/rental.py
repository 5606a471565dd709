"""Renting a room to whoever walks in: when and at which price, who, and the payment."""

from __future__ import annotations

from datetime import datetime, timedelta

from PySide6.QtCore import Qt, QTime
from PySide6.QtWidgets import QLineEdit, QListWidget, QListWidgetItem, QSpinBox, QTimeEdit, QWidget

from desk.errors import Refused
from desk.formats import money, rate
from desk.formats import time as time_text
from desk.frontdesk import FrontDesk
from desk.language import translate
from desk.organisations import NewOrganisation, OrganisationFound
from desk.payments import PriceCategory, category_label
from desk.rentals import RentalOrder, RentalQuote, RentalSold
from views.flows.panel import FlowPanel
from views.flows.payment import PaymentForm, bill_label, due_lines
from views.parts import Choices, column, empty, label, row, scaled

_FOUND = Qt.ItemDataRole.UserRole
CATEGORIES = (PriceCategory.MEMBER, PriceCategory.SOLIDARITY, PriceCategory.STANDARD)
USUAL = timedelta(hours=2)


class RentalPanel(FlowPanel):
    """Three steps: the time and the price, the organisation, the payment. Defaults: now, for two hours."""

    def __init__(self, desk: FrontDesk, space_id: str, space: str, window: tuple[datetime, datetime]) -> None:
        steps = (
            translate("RentalPanel", "Quand"),
            translate("RentalPanel", "Qui"),
            translate("RentalPanel", "Paiement"),
        )
        super().__init__(translate("RentalPanel", "Louer {space}").format(space=space), steps)
        self._desk = desk
        self._space_id = space_id
        self._start, self._latest = window
        self._quote: RentalQuote | None = None
        self.sold: RentalSold | None = None
        self.add_page(self._when_page())
        self.add_page(self._who_page())
        self.add_page(self._payment_page())
        self.add_page(self._done_page())
        self.show_step(0)

    # --- pages -----------------------------------------------------------------------------------------------

    def _when_page(self) -> QWidget:
        page = QWidget()
        body = column(page, gap=10)
        self.start = self._time_field(self._start, translate("RentalPanel", "Début"))
        self.end = self._time_field(min(self._start + USUAL, self._latest), translate("RentalPanel", "Fin"))
        self.people = QSpinBox()
        self.people.setRange(0, 200)
        self.people.setSpecialValueText("–")
        self.people.setAccessibleName(translate("RentalPanel", "Nombre de personnes"))
        self.people.setFixedWidth(scaled(96))
        self.people.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        for name, field in (
            (translate("RentalPanel", "De"), self.start),
            (translate("RentalPanel", "À"), self.end),
            (translate("RentalPanel", "Personnes"), self.people),
        ):
            body.addLayout(row(label(name), 1, field))
        limit = translate("RentalPanel", "Libre jusqu’à {hour}.").format(hour=time_text(self._latest))
        body.addWidget(bill_label(limit))
        body.addWidget(label(translate("RentalPanel", "Tarif"), "strong"))
        self.category = Choices([(c, category_label(c)) for c in CATEGORIES], translate("RentalPanel", "Tarif"))
        self.category.choose(PriceCategory.STANDARD)
        body.addWidget(self.category)
        self._mix = column(gap=2)
        body.addLayout(self._mix)
        body.addStretch(1)
        self.start.timeChanged.connect(self._requote)
        self.end.timeChanged.connect(self._requote)
        self.category.chosen.connect(self._requote)
        return page

    def _time_field(self, at: datetime, name: str) -> QTimeEdit:
        field = QTimeEdit(QTime(at.hour, at.minute))
        field.setDisplayFormat("HH:mm")
        field.setAccessibleName(name)
        field.setFixedWidth(scaled(114))
        field.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        return field

    def _who_page(self) -> QWidget:
        page = QWidget()
        body = column(page, gap=10)
        body.addWidget(label(translate("RentalPanel", "Organisation"), "strong"))
        self.name = QLineEdit()
        self.name.setMaxLength(120)
        self.name.setAccessibleName(translate("RentalPanel", "Nom de l’organisation"))
        self.name.setPlaceholderText(translate("RentalPanel", "Nom, ou quelques lettres"))
        body.addWidget(self.name)
        self.known = QListWidget()
        self.known.setAccessibleName(translate("RentalPanel", "Organisations connues"))
        self.known.setMaximumHeight(150)
        body.addWidget(self.known)
        body.addWidget(label(translate("RentalPanel", "SIREN (facultatif)"), "strong"))
        self.siren = QLineEdit()
        self.siren.setMaxLength(14)
        self.siren.setAccessibleName(translate("RentalPanel", "SIREN (facultatif)"))
        self.siren.setPlaceholderText("123 456 789")
        body.addWidget(self.siren)
        self._is_new = bill_label("")
        body.addWidget(self._is_new)
        body.addStretch(1)
        self.name.textEdited.connect(self._search)
        self.known.itemClicked.connect(self._pick)
        return page

    def _payment_page(self) -> QWidget:
        page = QWidget()
        body = column(page, gap=10)
        self._bill = column(gap=2)
        body.addLayout(self._bill)
        self.payment = PaymentForm()
        self.payment.changed.connect(self._name_payment)
        body.addWidget(self.payment, 1)
        body.addWidget(
            bill_label(translate("RentalPanel", "Le reçu au nom de l’organisation est imprimé (note obligatoire)."))
        )
        return page

    def _done_page(self) -> QWidget:
        page = QWidget()
        body = column(page, gap=8)
        self._done_title = label("", "heading", wrap=True)
        self._change = label("", "change")
        self._done_text = label("", "", wrap=True)
        for widget in (self._done_title, self._change, self._done_text):
            body.addWidget(widget)
        body.addStretch(1)
        return page

    # --- steps -----------------------------------------------------------------------------------------------

    def entered(self, index: int) -> None:
        """Prepare a step."""
        if index == 0:
            self._requote()
            self.focus_on(self.end)
        elif index == 1:
            self.name_go(translate("RentalPanel", "Continuer"))
            self._search(self.name.text())
            self.focus_on(self.name)
        elif index == 2:
            self._show_bill()
            self.payment.focus_first()
        else:
            self.name_go(translate("RentalPanel", "Terminé"))
            self.focus_on(self.go_button)

    def go_on(self) -> None:
        """When -> who -> payment -> rented -> closed."""
        if self.step == 0 and self._quote is not None:
            self.show_step(1)
        elif self.step == 1:
            self._check_who()
        elif self.step == 2:
            self._rent()
        elif self.step == 3:
            self.closed.emit()

    def _at(self, field: QTimeEdit) -> datetime:
        time = field.time()
        return self._start.replace(hour=time.hour(), minute=time.minute(), second=0, microsecond=0)

    def _requote(self, _value: object = None) -> None:
        if self.step != 0:
            return
        answer = self._desk.rentals.quote(self._space_id, self._at(self.start), self._at(self.end), self.category.value)
        empty(self._mix)
        if isinstance(answer, Refused):
            self._quote = None
            self.refuse(answer)
            self.name_go(translate("RentalPanel", "Continuer"), enabled=False)
            return
        self._quote = answer
        self.refuse(None)
        self._mix.addWidget(due_lines(self._lines(answer)))
        total = label(money(answer.basket.total_cents), "amount")
        total.setAlignment(Qt.AlignmentFlag.AlignRight)
        self._mix.addWidget(total)
        self.name_go(translate("RentalPanel", "Continuer"))

    def _lines(self, quote: RentalQuote) -> list[tuple[str, str]]:
        pattern = translate("RentalPanel", "{count} × {what}")
        lines = [
            (
                pattern.format(count=line.quantity, what=line.label),
                translate("RentalPanel", "{amount} HT").format(amount=money(line.cents)),
            )
            for line in quote.basket.lines
        ]
        vat = translate("RentalPanel", "TVA {rate}")
        return [*lines, *((vat.format(rate=rate(v.basis_points)), money(v.vat)) for v in quote.basket.vat)]

    def _search(self, text: str) -> None:
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

    def _pick(self, item: QListWidgetItem) -> None:
        organisation = item.data(_FOUND)
        assert isinstance(organisation, OrganisationFound)
        self.name.setText(organisation.name)
        self.siren.setText(organisation.siren)
        self.go_on()

    def _organisation(self) -> NewOrganisation:
        return NewOrganisation(self.name.text(), self.category.value, self.siren.text())

    def _check_who(self) -> None:
        problem = self._desk.organisations.objection(self._organisation())
        if problem is not None:
            self.refuse(problem)
            return
        self.show_step(2)

    def _show_bill(self) -> None:
        assert self._quote is not None
        empty(self._bill)
        when = translate("RentalPanel", "{space}, de {start} à {end}").format(
            space=self._quote.space, start=time_text(self._quote.starts_at), end=time_text(self._quote.ends_at)
        )
        self._bill.addWidget(
            due_lines([(" ".join(self.name.text().split()), ""), (when, ""), *self._lines(self._quote)])
        )
        self.payment.ask(self._quote.basket.total_cents)

    def _name_payment(self) -> None:
        if self.step == 2 and self._quote is not None:
            text = translate("RentalPanel", "Encaisser {amount}")
            self.name_go(text.format(amount=money(self._quote.basket.total_cents)), enabled=self.payment.is_complete)

    def _rent(self) -> None:
        assert self._quote is not None
        order = RentalOrder(
            self._space_id, self._quote.starts_at, self._quote.ends_at, self._organisation(), self.people.value()
        )
        sold = self._desk.rentals.rent(order, self.payment.payments())
        if isinstance(sold, Refused):
            self.refuse(sold)
            return
        self.sold = sold
        title = translate("RentalPanel", "{space} est à {organisation}")
        self._done_title.setText(title.format(space=self._quote.space, organisation=sold.organisation))
        change = sold.sale.change_cents
        self._change.setText(translate("RentalPanel", "À rendre\u00a0: {amount}").format(amount=money(change)))
        self._change.setVisible(bool(change))
        text = translate("RentalPanel", "Jusqu’à {hour}. Reçu {number} imprimé.")
        self._done_text.setText(text.format(hour=time_text(self._quote.ends_at), number=sold.sale.number))
        self.show_step(3)
