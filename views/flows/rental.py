"""Renting a room to whoever walks in: when and at which price, who, and the payment or a quote."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from PySide6.QtCore import QDate, QSignalBlocker, Qt, QTime, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QApplication,
    QDateEdit,
    QPushButton,
    QTimeEdit,
    QVBoxLayout,
    QWidget,
)

from desk.errors import Refused
from desk.formats import day as day_text
from desk.formats import money
from desk.formats import time as time_text
from desk.frontdesk import FrontDesk
from desk.language import translate
from desk.payments import PaymentMode, PriceCategory, category_label
from desk.rentals import RentalOrder, RentalQuote, RentalSold
from views.flows.account import AccountForm
from views.flows.bill import read_lines, show_total
from views.flows.extras import ExtrasSection
from views.flows.panel import FlowPanel
from views.flows.payment import PaymentForm, bill_label, due_lines, note_label
from views.flows.rental_who import WhoPage
from views.numbers import NumberField
from views.parts import Choices, button, column, empty, label, named, row, scaled
from views.plan.guard import guarded

WHEN, WHO, PAYMENT, DONE = range(4)
CATEGORIES = (PriceCategory.MEMBER, PriceCategory.SOLIDARITY, PriceCategory.STANDARD)
USUAL = timedelta(hours=2)
# Two hours and their words stand side by side up to this size of text, in percent.
_ONE_LINE = 110
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


@dataclass(frozen=True)
class RentalWish:
    """What is known before the flow begins: how many come, until when, for which category (none: not said)."""

    people: int = 0
    until: time | None = None
    category: PriceCategory | None = None


class RentalPanel(FlowPanel):
    """Three steps: the time and the price, the organisation, the payment. Defaults: now, for two hours.

    `quoted` carries the id of the quote that was made instead of a payment, `care_asked` the booking whose deposit,
    group code and loans are wanted next.
    """

    quoted = Signal(str)
    care_asked = Signal(str)

    def __init__(
        self,
        desk: FrontDesk,
        space_id: str,
        space: str,
        window: tuple[datetime, datetime],
        wish: RentalWish | None = None,
    ) -> None:
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
        self._category_said = False
        self.sold: RentalSold | None = None
        self.add_page(self._when_page())
        self.who = WhoPage(desk)
        self.name, self.known, self.siren = self.who.name, self.who.known, self.who.siren
        self.who.picked.connect(self.go_on)
        self.add_page(self.who)
        self.add_page(self._payment_page())
        self.add_page(self._done_page())
        self._wish(wish or RentalWish())
        self.show_step(WHEN)

    # --- pages -----------------------------------------------------------------------------------------------

    def _when_page(self) -> QWidget:
        page = QWidget()
        body = column(page, gap=10)
        body.setContentsMargins(0, 0, 8, 0)
        self.day = QDateEdit(QDate(self._start.year, self._start.month, self._start.day))
        self.day.setDisplayFormat("dd/MM/yyyy")
        self.day.setMinimumDate(self.day.date())
        self.day.setAccessibleName(translate("RentalPanel", "Jour"))
        self.day.setFixedWidth(scaled(172))
        self.day.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self.start = self._time_field(self._start, translate("RentalPanel", "Début"))
        self.end = self._time_field(min(self._start + USUAL, self._latest), translate("RentalPanel", "Fin"))
        self.people = NumberField(translate("RentalPanel", "Nombre de personnes"), 200)
        self._limit = bill_label("")
        body.addLayout(row(named(self.day), 1, self.day))
        self._lay_out_hours(body)
        body.addLayout(row(named(self.people, translate("RentalPanel", "Personnes")), 1, self.people))
        body.addWidget(self._limit)
        body.addWidget(label(translate("RentalPanel", "Tarif"), "strong"))
        self.category = Choices([(c, category_label(c)) for c in CATEGORIES], translate("RentalPanel", "Tarif"))
        self.category.choose(PriceCategory.STANDARD)
        body.addWidget(self.category)
        self.extras = ExtrasSection(self._desk)
        body.addWidget(self.extras)
        self._mix = column(gap=2)
        body.addLayout(self._mix)
        body.addStretch(1)
        self._connect_when()
        return page

    def _lay_out_hours(self, body: QVBoxLayout) -> None:
        """On one line, so that the price stands without scrolling on the commonest screen; large text has no room."""
        start = named(self.start, translate("RentalPanel", "De"))
        end = named(self.end, translate("RentalPanel", "À"))
        if scaled(100) > _ONE_LINE:
            body.addLayout(row(start, 1, self.start))
            body.addLayout(row(end, 1, self.end))
        else:
            body.addLayout(row(start, 1, self.start, end, self.end, gap=6))

    def _connect_when(self) -> None:
        self.day.dateChanged.connect(self._day_chosen)
        self.start.timeChanged.connect(self._requote)
        self.end.timeChanged.connect(self._requote)
        self.people.valueChanged.connect(self._requote)
        self.extras.changed.connect(self._requote)
        self.category.chosen.connect(self._say_category)

    def _time_field(self, at: datetime, name: str) -> QTimeEdit:
        field = QTimeEdit(QTime(at.hour, at.minute))
        field.setDisplayFormat("HH:mm")
        field.setAccessibleName(name)
        field.setFixedWidth(scaled(112))
        field.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        return field

    def _payment_page(self) -> QWidget:
        page = QWidget()
        body = column(page, gap=10)
        body.setContentsMargins(0, 0, 8, 0)
        self._bill = column(gap=2)
        body.addLayout(self._bill)
        self.payment = PaymentForm(self._desk)
        self.account = AccountForm(self._desk, self.payment)
        self.payment.changed.connect(self._name_payment)
        body.addWidget(self.payment, 1)
        body.addWidget(self.account)
        body.addWidget(
            note_label(
                self._desk, translate("RentalPanel", "Le reçu au nom de l’organisation est imprimé (note obligatoire).")
            )
        )
        self.quote_button = button(translate("RentalPanel", "Faire un devis plutôt"), self._promise, kind="link")
        body.addLayout(row(self.quote_button, 1))
        return page

    def _done_page(self) -> QWidget:
        page = QWidget()
        body = column(page, gap=8)
        self._done_title = label("", "heading", wrap=True)
        self._change = label("", "change")
        self._done_text = label("", "", wrap=True)
        self.care_button = button("", self._care)
        for widget in (self._done_title, self._change, self._done_text, self.care_button):
            body.addWidget(widget)
        body.addStretch(1)
        return page

    def _wish(self, wish: RentalWish) -> None:
        if wish.people:
            self.people.setValue(wish.people)
        if wish.until is not None:
            self.end.setTime(QTime(wish.until.hour, wish.until.minute))
        if wish.category is not None:
            self.category.choose(wish.category)
            self._category_said = True

    # --- steps -----------------------------------------------------------------------------------------------

    def entered(self, index: int) -> None:
        """Prepare a step."""
        if index == WHEN:
            self._requote()
            self.focus_on(self.end)
        elif index == WHO:
            self.name_go(translate("RentalPanel", "Continuer"))
            self.who.search()
            self.focus_on(self.name)
        elif index == PAYMENT:
            self._show_bill()
            self.payment.focus_first()
        else:
            self.name_go(translate("RentalPanel", "Terminé"))
            self.focus_on(self.go_button)

    def go_on(self) -> None:
        """When -> who -> payment -> rented -> closed."""
        if self.step == WHEN and self._quote is not None:
            self.show_step(WHO)
        elif self.step == WHO:
            self._check_who()
        elif self.step == PAYMENT:
            self._rent()
        elif self.step == DONE:
            self.closed.emit()

    @guarded()
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter takes the known organisation that is pointed at; on the quote, makes it."""
        held = QApplication.focusWidget()
        item = self.known.currentItem()
        if event.key() in _ENTER and held in (self.known, self.name) and item is not None:
            self.who.pick(item)
        elif event.key() in _ENTER and (pressed := self._held_button(held)) is not None:
            pressed.click()
        else:
            super().keyPressEvent(event)

    def _held_button(self, held: QWidget | None) -> QPushButton | None:
        """The button with the keyboard, among those that Enter presses."""
        return next((b for b in (self.quote_button, self.extras.unfold_button, self.care_button) if b is held), None)

    def _on(self) -> date:
        chosen = self.day.date()
        return date(chosen.year(), chosen.month(), chosen.day())

    def _at(self, field: QTimeEdit) -> datetime:
        at = field.time()
        return datetime.combine(self._on(), time(at.hour(), at.minute()), tzinfo=self._start.tzinfo)

    def _day_chosen(self, _day: QDate) -> None:
        """Another day has another opening and other bookings; the hours that were given stay where they can."""
        window = self._desk.rentals.window(self._space_id, self._on())
        if isinstance(window, Refused):
            self._give_up(window)
            self._limit.setText("")
            return
        self._start, self._latest = window
        lasting = self._at(self.end) - self._at(self.start)
        begins = max(self._at(self.start), self._start)
        if begins >= self._latest:
            begins = self._start
        ends = min(begins + max(lasting, timedelta(minutes=15)), self._latest)
        for field, at in ((self.start, begins), (self.end, ends)):
            blocked = QSignalBlocker(field)
            field.setTime(QTime(at.hour, at.minute))
            blocked.unblock()
        self._requote()

    def _say_category(self, _value: object) -> None:
        self._category_said = True
        self._requote()

    def _ask(self) -> RentalQuote | Refused:
        return self._desk.rentals.quote(
            self._space_id, self._at(self.start), self._at(self.end), self.category.value, self.people.value(),
            self.extras.extras, self.extras.discounts,
        )  # fmt: skip

    def _requote(self, _value: object = None) -> None:
        if self.step != WHEN:
            return
        free = translate("RentalPanel", "Libre jusqu’à {hour}.").format(hour=time_text(self._latest))
        self.extras.offer(self.category.value, self._on(), self.people.value())
        answer = self._ask()
        self._limit.setText(free if isinstance(answer, Refused) else answer.notice or free)
        if isinstance(answer, Refused):
            self._give_up(answer)
            return
        self._quote = answer
        empty(self._mix)
        self.refuse(None)
        self.extras.show_lines(answer.basket)
        self._mix.addWidget(due_lines(read_lines(answer.read)))
        show_total(answer.read, self._mix)
        self.name_go(translate("RentalPanel", "Continuer"))

    def _give_up(self, refused: Refused) -> None:
        self._quote = None
        empty(self._mix)
        self.refuse(refused)
        self.name_go(translate("RentalPanel", "Continuer"), enabled=False)

    def _check_who(self) -> None:
        category = self.category.value
        problem = self._desk.organisations.objection(self.who.organisation(category)) or self.who.settle(category)
        if problem is not None:
            self.refuse(problem)
            return
        chosen = self.who.chosen
        if chosen is not None and not self._category_said and chosen.category is not self.category.value:
            # Nobody said at which price: that of the organisation.
            self.category.choose(chosen.category)
            answer = self._ask()
            if isinstance(answer, Refused):
                self.refuse(answer)
                return
            self._quote = answer
        self.show_step(PAYMENT)

    def _show_bill(self) -> None:
        assert self._quote is not None
        empty(self._bill)
        when = translate("RentalPanel", "{space}, de {start} à {end}")
        if self._quote.starts_at.date() != self._desk.site.local_now().date():
            when = translate("RentalPanel", "{space}, {day} de {start} à {end}")
        when = when.format(
            space=self._quote.space, day=day_text(self._quote.starts_at), start=time_text(self._quote.starts_at),
            end=time_text(self._quote.ends_at),
        )  # fmt: skip
        who = " ".join(self.name.text().split())
        price = translate("RentalPanel", "Tarif {category}").format(category=category_label(self._quote.category))
        lines = [(who, ""), (price, ""), (when, ""), *read_lines(self._quote.read)]
        self._bill.addWidget(due_lines(lines))
        show_total(self._quote.read, self._bill, role="strong")
        self.account.begin(self.who.chosen, self.siren.text())
        self.payment.ask(self._quote.basket.total_cents)

    def _name_payment(self) -> None:
        if self.step == PAYMENT and self._quote is not None:
            text = translate("RentalPanel", "Encaisser {amount}")
            promised = sum(p.cents for p in self.payment.payments() if p.mode is PaymentMode.ON_ACCOUNT)
            total = self._quote.basket.total_cents
            if promised:
                text = translate("RentalPanel", "Louer sur facture\u00a0: {amount}")
            self.name_go(text.format(amount=money(promised or total)), enabled=self.payment.is_complete)

    def _order(self) -> RentalOrder:
        assert self._quote is not None
        return RentalOrder(
            self._space_id, self._quote.starts_at, self._quote.ends_at, self.who.organisation(self.category.value),
            self.people.value(), extras=self.extras.extras, discounts=self.extras.discounts,
            billing=self.account.billing,
        )  # fmt: skip

    def _promise(self) -> None:
        """A quote instead of a payment: nothing is sold, the room is not held."""
        made = self._desk.quotes.make(self._order())
        if isinstance(made, Refused):
            self.refuse(made)
            return
        self.closed.emit()
        self.quoted.emit(made.id)

    def _rent(self) -> None:
        assert self._quote is not None
        sold = self._desk.rentals.rent(self._order(), self.payment.payments())
        if isinstance(sold, Refused):
            self.refuse(sold)
            return
        self.sold = sold
        title = translate("RentalPanel", "{space} est à «\u00a0{organisation}\u00a0»")
        self._done_title.setText(title.format(space=self._quote.space, organisation=sold.organisation))
        change = sold.sale.change_cents
        self._change.setText(translate("RentalPanel", "À rendre\u00a0: {amount}").format(amount=money(change)))
        self._change.setVisible(bool(change))
        text = translate("RentalPanel", "Jusqu’à {hour}. Reçu {number} imprimé.")
        paper, due = sold.sale.number, ""
        if sold.invoice is not None:
            text = translate("RentalPanel", "Jusqu’à {hour}. Facture {number} imprimée, à payer pour le {due}.")
            paper, due = sold.invoice.number, day_text(sold.invoice.due_on)
        self._done_text.setText(text.format(hour=time_text(self._quote.ends_at), number=paper, due=due))
        asked = self._desk.deposits.asked_for(sold.booking_id)
        words = translate("RentalPanel", "Code du groupe, prêts…")
        if asked:
            words = translate("RentalPanel", "Caution de {amount}, code, prêts…").format(amount=money(asked))
        self.care_button.setText(words)
        self.show_step(DONE)

    def _care(self) -> None:
        """What the rental needs besides its room."""
        assert self.sold is not None
        self.closed.emit()
        self.care_asked.emit(self.sold.booking_id)
