"""Someone without a card: who, why, and in. A manager's word is a third step, only where the rules say no."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLineEdit, QListWidget, QListWidgetItem, QStackedWidget, QWidget

from desk.errors import Refused
from desk.frontdesk import FrontDesk
from desk.guests import CONTACT_LIMIT, NAME_LIMIT, GuestComing, ReasonOffered, Why
from desk.language import translate
from views.bookings.fields import keep_height
from views.flows.panel import FlowPanel
from views.flows.reason import ReasonForm
from views.parts import Choices, column, label, named, under_name

WHO, WHY, WORD = range(3)
_SUBJECT = Qt.ItemDataRole.UserRole


class GuestPanel(FlowPanel):
    """`let_in` carries the outcome. Enter goes on from each step; the last key lets the guest in."""

    let_in = Signal(object)

    def __init__(self, desk: FrontDesk) -> None:
        steps = (
            translate("GuestPanel", "Qui"),
            translate("GuestPanel", "Pourquoi"),
            translate("GuestPanel", "Accord"),
        )
        super().__init__(translate("GuestPanel", "Sans carte"), steps)
        self._desk = desk
        self._events = desk.door.guests.events()
        self._bookings = desk.door.guests.bookings()
        self.add_page(self._who_page())
        self.add_page(self._why_page())
        self.form = ReasonForm(desk)
        word = QWidget()
        column(word, gap=10).addWidget(self.form)
        word.layout().addStretch(1)  # type: ignore[union-attr]
        self.add_page(word)
        self.show_step(WHO)

    # --- pages -----------------------------------------------------------------------------------------------

    def _who_page(self) -> QWidget:
        page = QWidget()
        body = column(page, gap=8)
        body.setContentsMargins(0, 0, 8, 0)
        self.name = self._field(translate("GuestPanel", "Prénom et nom"), NAME_LIMIT)
        self.contact = self._field(translate("GuestPanel", "E-mail ou téléphone (facultatif)"), CONTACT_LIMIT)
        for field in (self.name, self.contact):
            body.addWidget(named(field, "", "strong"))
            body.addWidget(field)
        body.addWidget(
            label(
                translate(
                    "GuestPanel", "La maison ne reconnaît quelqu’un qu’au même nom et à la même adresse (ou téléphone)."
                ),
                "muted",
                wrap=True,
            )
        )
        body.addStretch(1)
        return page

    def _field(self, name: str, limit: int) -> QLineEdit:
        made = QLineEdit()
        made.setMaxLength(limit)
        made.setAccessibleName(name)
        return made

    def _why_page(self) -> QWidget:
        page = QWidget()
        body = column(page, gap=8)
        body.setContentsMargins(0, 0, 8, 0)
        options = [
            (Why.HOST, translate("GuestPanel", "Invité·e")),
            (Why.EVENT, translate("GuestPanel", "Moment collectif")),
            (Why.BOOKING, translate("GuestPanel", "Réservation")),
            (Why.TRIAL, translate("GuestPanel", "Essai")),
        ]
        self.why = Choices(options, translate("GuestPanel", "Pourquoi"))
        self.why.choose(Why.EVENT if self._events else Why.HOST)
        self.why.chosen.connect(self._why_chosen)
        body.addWidget(self.why)
        self._details = QStackedWidget()
        self.host = self._field(translate("GuestPanel", "Nom du membre qui invite"), NAME_LIMIT)
        self.host.textEdited.connect(self._find_hosts)
        self.hosts = self._list(translate("GuestPanel", "Membres trouvés"))
        hosting = QWidget()
        inner = column(hosting, gap=6)
        self._asked = [_holding(self.host)]
        inner.addWidget(self._asked[0])
        inner.addWidget(self.hosts)
        self.events = self._list(translate("GuestPanel", "Moments collectifs de l’heure"), self._events)
        self.bookings = self._list(translate("GuestPanel", "Réservations d’aujourd’hui"), self._bookings)
        for widget in (hosting, self.events, self.bookings, self._trial_page()):
            self._details.addWidget(widget)
        body.addWidget(self._details, 1)
        self._nothing = label("", "muted", wrap=True)
        body.addWidget(self._nothing)
        return page

    def _trial_page(self) -> QWidget:
        """The contact again, where it is needed: the one field says what the other does."""
        page = QWidget()
        body = column(page, gap=6)
        self.trial_contact = self._field(translate("GuestPanel", "E-mail ou téléphone"), CONTACT_LIMIT)
        self.trial_contact.textEdited.connect(self._contact_told)
        self.contact.textChanged.connect(self.trial_contact.setText)
        self._asked.append(_holding(self.trial_contact))
        body.addWidget(self._asked[1])
        self._trial = label("", "muted", wrap=True)
        body.addWidget(self._trial)
        body.addStretch(1)
        return page

    def _contact_told(self, text: str) -> None:
        self.refuse(None)
        if text != self.contact.text():
            self.contact.setText(text)

    def _list(self, name: str, offered: tuple[ReasonOffered, ...] = ()) -> QListWidget:
        made = QListWidget()
        made.setAccessibleName(name)
        made.setWordWrap(True)
        made.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        made.itemActivated.connect(self._taken)
        self._fill(made, [(reason.id, reason.words) for reason in offered])
        return made

    def _fill(self, shown: QListWidget, answers: list[tuple[str, str]]) -> None:
        shown.clear()
        for subject, words in answers:
            item = QListWidgetItem(words)
            item.setData(_SUBJECT, subject)
            shown.addItem(item)
        if answers:
            shown.setCurrentRow(0)

    # --- steps -----------------------------------------------------------------------------------------------

    def entered(self, index: int) -> None:
        """Name the button, and put the focus where the next key is expected."""
        if index == WHO:
            self.name_go(translate("GuestPanel", "Continuer"))
            self.focus_on(self.name)
        elif index == WHY:
            for asked in self._asked:
                keep_height(asked)
            self._why_chosen()
        else:
            self.name_go(translate("GuestPanel", "Faire entrer {name}").format(name=self.name.text().strip()))
            self.focus_on(self.form.reason)

    def go_on(self) -> None:
        """Who -> why -> in; or the manager's word, where the rules say no."""
        if self.step == WHO:
            if self.name.text().strip():
                self.show_step(WHY)
            else:
                self.refuse(Refused("no_name", translate("GuestPanel", "Donnez le nom de la personne.")))
            return
        if self.step == WORD and self.form.asks_pin():
            return
        coming = GuestComing(self.name.text(), self.why.value, self._subject(), self.contact.text())
        answer = self._desk.door.guests.let_in(coming, self.form.insistence if self.step == WORD else None)
        if not isinstance(answer, Refused):
            self.closed.emit()
            self.let_in.emit(answer)
            return
        if self.step == WORD:
            self.form.forget_pin()
        elif any(remedy.code == "force" for remedy in answer.remedies):
            self.show_step(WORD)
        elif answer.code in ("contact", "no_contact"):
            self._ask_contact()
        self.refuse(answer)

    def _ask_contact(self) -> None:
        """The keyboard goes where the contact that stands in the way is typed."""
        if self.why.value is Why.TRIAL:
            self.focus_on(self.trial_contact)
        else:
            self.show_step(WHO)
            self.focus_on(self.contact)

    def back(self) -> None:
        """One step back; from the first, away. Nothing typed is lost."""
        if self.step == WHO:
            self.closed.emit()
        else:
            self.show_step(self.step - 1)

    def _subject(self) -> str:
        shown = {Why.HOST: self.hosts, Why.EVENT: self.events, Why.BOOKING: self.bookings}.get(self.why.value)
        item = shown.currentItem() if shown is not None else None
        return "" if item is None else str(item.data(_SUBJECT))

    def _why_chosen(self, _value: object = None) -> None:
        self.refuse(None)
        pages = (Why.HOST, Why.EVENT, Why.BOOKING, Why.TRIAL)
        self._details.setCurrentIndex(pages.index(self.why.value))
        days = self._desk.door.rules.now().trial_days
        told = translate("GuestPanel", "{days} journées d’essai par personne.")
        if days == 1:
            told = translate("GuestPanel", "Une journée d’essai par personne.")
        if not days:
            told = translate("GuestPanel", "La maison ne propose pas de journée d’essai.")
        self._trial.setText(told.format(days=days))
        self._nothing.setText(
            {
                Why.EVENT: "" if self._events else translate("GuestPanel", "Aucun moment collectif à cette heure."),
                Why.BOOKING: "" if self._bookings else translate("GuestPanel", "Aucune réservation aujourd’hui."),
            }.get(self.why.value, "")
        )
        self._name_entry()
        first: dict[object, QWidget] = {Why.HOST: self.host, Why.EVENT: self.events, Why.BOOKING: self.bookings}
        if not self.contact.text().strip():
            first[Why.TRIAL] = self.trial_contact
        self.focus_on(first.get(self.why.value, self.go_button))

    def _name_entry(self) -> None:
        name = self.name.text().strip()
        ready = self.why.value is Why.TRIAL or bool(self._subject())
        self.name_go(translate("GuestPanel", "Faire entrer {name}").format(name=name), enabled=ready)

    def _find_hosts(self, text: str) -> None:
        # Whoever is in is the likelier host; the rest stay in the order of their likeness.
        found = sorted(self._desk.members.search(text, 5), key=lambda m: not m.inside)
        inside = translate("GuestPanel", "{name} · dans la maison")
        self._fill(self.hosts, [(m.id, inside.format(name=m.name) if m.inside else m.name) for m in found])
        self._name_entry()

    def _taken(self, _item: QListWidgetItem) -> None:
        if self.go_button.isEnabled():
            self.go_on()


def _holding(field: QLineEdit) -> QWidget:
    """A field in a form of its own, which is not squeezed where a banner leaves the panel little height."""
    made = QWidget()
    column(made).addLayout(under_name(field, "", "strong"))
    return made
