"""A new member: who, the plan and its payment, the card in hand."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QLabel, QLineEdit, QWidget

from desk.errors import Refused
from desk.formats import money
from desk.frontdesk import FrontDesk
from desk.language import translate
from desk.people import CONTACT_LIMIT, NAME_LIMIT, NewPerson, PlanOffered, Welcomed
from views.flows.panel import FlowPanel
from views.flows.payment import PaymentForm, due_lines
from views.parts import Choices, button, column, empty, label, row, under_name
from views.qr import qr_pixmap

WHO, PAYMENT, CARD = range(3)
LATER = None
NO_RECEIPT, RECEIPT = False, True
_QR_SIDE = 200


class NewMemberPanel(FlowPanel):
    """Three steps, two without a plan. `file_asked` carries the id of the new member, or of a known one."""

    file_asked = Signal(str)

    def __init__(self, desk: FrontDesk) -> None:
        steps = (
            translate("NewMemberPanel", "Qui"),
            translate("NewMemberPanel", "Paiement"),
            translate("NewMemberPanel", "Carte"),
        )
        super().__init__(translate("NewMemberPanel", "Nouveau membre"), steps)
        self._desk = desk
        self._plans = {plan.code: plan for plan in desk.people.plans()}
        self._is_another = False
        self._known = ""
        self.welcomed: Welcomed | None = None
        self._who = self._who_page()
        self.add_page(self._who)
        self.add_page(self._payment_page())
        self.add_page(self._card_page())
        self.show_step(WHO)

    # --- pages -----------------------------------------------------------------------------------------------

    def _who_page(self) -> QWidget:
        page = QWidget()
        body = column(page, gap=6)
        body.setContentsMargins(0, 0, 8, 0)
        self.given = self._field(translate("NewMemberPanel", "Prénom"), NAME_LIMIT)
        self.family = self._field(translate("NewMemberPanel", "Nom"), NAME_LIMIT)
        self.email = self._field(translate("NewMemberPanel", "Adresse électronique (facultatif)"), CONTACT_LIMIT)
        body.addLayout(row(under_name(self.given, "", "strong"), under_name(self.family, "", "strong")))
        body.addLayout(under_name(self.email, "", "strong"))
        body.addWidget(label(translate("NewMemberPanel", "Formule"), "strong"))
        options: list[tuple[str | None, str]] = [(plan.code, _priced(plan)) for plan in self._plans.values()]
        options.append((LATER, translate("NewMemberPanel", "Plus tard")))
        self.plan = Choices(options, translate("NewMemberPanel", "Formule"), columns=1)
        self.plan.choose(options[0][0])
        self.plan.chosen.connect(self._changed)
        body.addWidget(self.plan)
        self.known_button = button("", self._open_known)
        self.known_button.hide()
        body.addWidget(self.known_button)
        body.addStretch(1)
        for field in (self.given, self.family):
            field.textEdited.connect(self._changed)
        return page

    def _field(self, name: str, limit: int) -> QLineEdit:
        made = QLineEdit()
        made.setMaxLength(limit)
        made.setAccessibleName(name)
        return made

    def _payment_page(self) -> QWidget:
        page = QWidget()
        body = column(page, gap=10)
        body.setContentsMargins(0, 0, 8, 0)
        self._bill = column(gap=2)
        body.addLayout(self._bill)
        self.granted = QCheckBox(translate("NewMemberPanel", "Déjà réglé autrement"))
        self.granted.toggled.connect(self._granted)
        body.addWidget(self.granted)
        # Only once it has a place: shown before, it would be a window of its own.
        self.granted.setVisible(self._desk.staff.holder.is_manager)
        self._paying = QWidget()
        paying = column(self._paying, gap=10)
        self.payment = PaymentForm(self._desk)
        self.payment.changed.connect(self._name_payment)
        paying.addWidget(self.payment)
        paying.addWidget(label(translate("NewMemberPanel", "Reçu"), "strong"))
        options = [
            (RECEIPT, translate("NewMemberPanel", "Imprimer")),
            (NO_RECEIPT, translate("NewMemberPanel", "Pas de reçu")),
        ]
        self.receipt = Choices(options, translate("NewMemberPanel", "Reçu"))
        self.receipt.choose(RECEIPT)
        paying.addWidget(self.receipt)
        body.addWidget(self._paying)
        body.addStretch(1)
        return page

    def _card_page(self) -> QWidget:
        page = QWidget()
        body = column(page, gap=8)
        self._done_title = label("", "heading", wrap=True)
        self._change = label("", "change")
        self.qr = QLabel()
        self.qr.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.qr.setAccessibleName(translate("NewMemberPanel", "QR de la carte"))
        self._done_text = label("", "", wrap=True)
        self.file_button = button(translate("NewMemberPanel", "Ouvrir la fiche"), self._open_new, kind="link")
        for widget in (self._done_title, self._change, self.qr, self._done_text):
            body.addWidget(widget)
        body.addLayout(row(self.file_button, 1))
        body.addStretch(1)
        return page

    # --- steps -----------------------------------------------------------------------------------------------

    def entered(self, index: int) -> None:
        """Prepare a step."""
        if index == WHO:
            self._changed()
            self.focus_on(self.given)
        elif index == PAYMENT:
            self._show_bill()
        else:
            self.name_go(translate("NewMemberPanel", "Terminé"))
            self.focus_on(self.go_button)

    def resume(self) -> None:
        """The panel comes to the front: its fields keep their height, and the page scrolls where it is low."""
        self._who.setMinimumHeight(self._who.sizeHint().height())
        super().resume()

    def go_on(self) -> None:
        """Who -> payment -> card -> closed; without a plan there is nothing to pay."""
        if self.step == CARD:
            self.closed.emit()
        elif self.step == PAYMENT:
            self._welcome()
        elif not self._objects():
            if self._chosen is None:
                self._welcome()
            else:
                self.show_step(PAYMENT)

    @property
    def _chosen(self) -> PlanOffered | None:
        return self._plans.get(self.plan.value or "")

    @property
    def _person(self) -> NewPerson:
        return NewPerson(
            self.given.text(), self.family.text(), self.email.text(),
            plan_code=self.plan.value or "", is_granted=self.granted.isChecked(), is_another=self._is_another,
            wants_receipt=self.receipt.value is RECEIPT,
        )  # fmt: skip

    def _changed(self, _value: object = None) -> None:
        plan = self._chosen
        self._is_another, self._known = False, ""
        self.known_button.hide()
        self.refuse(None)
        create = translate("NewMemberPanel", "Créer la fiche et la carte")
        self.name_go(translate("NewMemberPanel", "Continuer") if plan is not None else create)

    def _objects(self) -> bool:
        """Say why this person cannot become a member as written; the same name twice may be two people."""
        refused = self._desk.people.objection(self._person)
        self.refuse(refused)
        if refused is not None and refused.remedies:
            self._known = refused.remedies[0].subject
            self.known_button.setText(refused.remedies[0].label)
            self.known_button.show()
            self._is_another = True
            self.name_go(translate("NewMemberPanel", "C’est quelqu’un d’autre\u00a0: continuer"))
        return refused is not None

    def _show_bill(self) -> None:
        plan = self._chosen
        assert plan is not None
        empty(self._bill)
        price = "–" if plan.cents is None else money(plan.cents)
        self._bill.addWidget(due_lines([(plan.name, price)]))
        self.payment.ask(plan.cents or 0)
        self._granted(self.granted.isChecked())

    def _granted(self, granted: bool) -> None:
        self._paying.setVisible(not granted)
        self._name_payment()
        if granted:
            self.focus_on(self.go_button)
        elif self.step == PAYMENT:
            self.payment.focus_first()

    def _name_payment(self) -> None:
        plan = self._chosen
        if self.step != PAYMENT or plan is None:
            return
        if self.granted.isChecked():
            self.name_go(translate("NewMemberPanel", "Accorder {plan}").format(plan=plan.name))
        elif plan.cents is None:
            self.name_go(translate("NewMemberPanel", "Cette formule n’a pas de prix"), enabled=False)
        else:
            text = translate("NewMemberPanel", "Encaisser {amount}").format(amount=money(plan.cents))
            self.name_go(text, enabled=self.payment.is_complete)

    def _welcome(self) -> None:
        is_paid = self._chosen is not None and not self.granted.isChecked()
        answer = self._desk.people.welcome(self._person, self.payment.payments() if is_paid else ())
        if isinstance(answer, Refused):
            self.refuse(answer)
            return
        self.welcomed = answer
        words = translate("NewMemberPanel", "{name} est membre n°\u00a0{number}")
        self._done_title.setText(words.format(name=answer.card.name, number=answer.card.number))
        change = answer.sale.change_cents if answer.sale else 0
        self._change.setText(translate("NewMemberPanel", "À rendre\u00a0: {amount}").format(amount=money(change)))
        self._change.setVisible(bool(change))
        self.qr.setPixmap(qr_pixmap(answer.card.code, _QR_SIDE))
        text = translate("NewMemberPanel", "La carte s’imprime. Elle peut aussi être photographiée ici.")
        if answer.sale is not None:
            text = translate("NewMemberPanel", "Vente {number}. La carte s’imprime, ou se photographie ici.")
            text = text.format(number=answer.sale.number)
        self._done_text.setText(text)
        self.show_step(CARD)

    def _open_known(self) -> None:
        self.file_asked.emit(self._known)

    def _open_new(self) -> None:
        if self.welcomed is not None:
            member_id = self.welcomed.card.member_id
            self.closed.emit()
            self.file_asked.emit(member_id)


def _priced(plan: PlanOffered) -> str:
    """A plan and its price, on its button."""
    if plan.cents is None:
        return plan.name
    return translate("NewMemberPanel", "{plan} · {price}").format(plan=plan.name, price=money(plan.cents))
