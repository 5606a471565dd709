"""The pieces of a member's file: who it is, the card, what waits behind the counter, the access."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QLineEdit, QVBoxLayout, QWidget

from desk import codes
from desk.cards import Loss
from desk.formats import day as day_text
from desk.formats import time as time_text
from desk.language import translate
from desk.members import PlanHeld
from desk.parcels import NOTE_LIMIT
from desk.people import CONTACT_LIMIT, MESSAGE_LIMIT, NAME_LIMIT, MemberEdit, MemberFile
from views.parts import Choices, ElidedLabel, button, column, empty, label, named, row

SHORT = 40
"""Letters of a chip that stands on one line; a longer one takes the whole width."""


class WhoSection(QWidget):
    """The name, the plan and what is left of it, and what the counter should know. `edit_asked` to correct it,
    `renew_asked` for the plan."""

    edit_asked = Signal()
    renew_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        body = column(self, gap=4)
        self._name = ElidedLabel("", "name_long")
        self._plan = label("", "strong", wrap=True)
        self._validity = label("", "muted", wrap=True)
        self._message = label("", "chip", wrap=True)
        self._message.setProperty("tone", "soon")
        self._contact = ElidedLabel("", "muted")
        self._chips = column(gap=4)
        self.edit_button = button(translate("WhoSection", "Modifier"), self.edit_asked.emit, kind="link")
        self.renew_button = button(translate("WhoSection", "Renouveler"), self.renew_asked.emit, kind="link")
        body.addWidget(self._name)
        body.addWidget(self._plan)
        held = row(self._validity, self.renew_button)
        held.setStretch(0, 1)
        body.addLayout(held)
        body.addLayout(self._chips)
        body.addWidget(self._message)
        line = row(self._contact, self.edit_button)
        line.setStretch(0, 1)
        body.addLayout(line)

    def show_file(self, file: MemberFile) -> None:
        """Show a member."""
        self._name.set_text(file.name)
        self._plan.setText(plan_words(file.plan))
        self._validity.setText(validity_words(file))
        self.renew_button.setVisible(not file.has_left)
        self._message.setText(file.words.message)
        self._message.setVisible(bool(file.words.message))
        contact = " · ".join(text for text in (file.words.email, file.words.phone) if text)
        self._contact.set_text(contact or translate("WhoSection", "Ni adresse, ni téléphone"))
        empty(self._chips)
        for text, tone in _chips(file):
            made = label(text, "chip", wrap=len(text) > SHORT)
            made.setProperty("tone", tone)
            self._chips.addLayout(row(made, 1) if len(text) <= SHORT else row(made))


def plan_words(plan: PlanHeld | None) -> str:
    """A plan and what is left of it: "Carnet 10 jours — il reste 6"."""
    if plan is None:
        return translate("WhoSection", "Pas de formule")
    if plan.units_left is None:
        return plan.name
    if plan.units_left == 0:
        return translate("WhoSection", "{plan} — épuisé").format(plan=plan.name)
    return translate("WhoSection", "{plan} — il reste {left}").format(plan=plan.name, left=plan.units_left)


def validity_words(file: MemberFile) -> str:
    """Until when the plan holds, since when it does not any more, or when it begins."""
    plan = file.plan
    if plan is None:
        return ""
    if plan.is_current:
        return translate("WhoSection", "Valable jusqu’au {day}").format(day=day_text(plan.valid_until))
    if plan.valid_from > file.today:
        return translate("WhoSection", "Commence le {day}").format(day=day_text(plan.valid_from))
    return translate("WhoSection", "Expirée depuis le {day}").format(day=day_text(plan.valid_until))


def _chips(file: MemberFile) -> list[tuple[str, str]]:
    chips = []
    if file.since is not None:
        since = translate("WhoSection", "Dans la maison depuis {hour}").format(hour=time_text(file.since))
        chips.append((since, "success"))
    if file.is_blocked or file.has_left:
        chips.append((file.status_words, "soon"))
    if file.college:
        chips.append((translate("WhoSection", "Sociétaire · collège {college}").format(college=file.college), ""))
    return chips


class CardSection(QWidget):
    """The card in force and its acts; `replace_asked` carries a Loss."""

    issue_asked = Signal()
    replace_asked = Signal(object)
    withdraw_asked = Signal()
    print_asked = Signal()
    show_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        body = column(self, gap=6)
        body.addWidget(label(translate("CardSection", "Carte"), "title"))
        self._words = label("", "", wrap=True)
        body.addWidget(self._words)
        self.issue_button = button(translate("CardSection", "Nouvelle carte"), self.issue_asked.emit)
        body.addWidget(self.issue_button)
        self._held = QWidget()
        held = column(self._held, gap=6)
        self.lost_button = button(translate("CardSection", "Remplacer…"), self._ask_why)
        self.print_button = button(translate("CardSection", "Réimprimer"), self.print_asked.emit)
        self.show_button = button(translate("CardSection", "QR"), self.show_asked.emit)
        self.show_button.setAccessibleName(translate("CardSection", "Montrer le QR de la carte"))
        buttons = row(self.lost_button, self.print_button, self.show_button)
        buttons.setStretch(0, 1)
        held.addLayout(buttons)
        body.addWidget(self._held)
        self._why = QWidget()
        why = column(self._why, gap=6)
        why.addWidget(label(translate("CardSection", "L’ancienne est refusée aussitôt. Elle est…"), "muted", wrap=True))
        self.reasons = Choices([(loss, loss.words) for loss in Loss], translate("CardSection", "Pourquoi"), columns=3)
        self.reasons.chosen.connect(self.replace_asked)
        why.addWidget(self.reasons)
        self.withdraw_button = button(
            translate("CardSection", "La retirer sans la remplacer"), self.withdraw_asked.emit, kind="link"
        )
        why.addLayout(row(self.withdraw_button, 1))
        body.addWidget(self._why)
        self._why.hide()
        self._code = ""

    def show_file(self, file: MemberFile) -> None:
        """Show the card of a member; the acts are folded away once it is another card."""
        has_card = bool(file.card_code)
        words = translate("CardSection", "Pas de carte en service.")
        if file.card_since is not None:
            words = translate("CardSection", "{code}\ndepuis le {day}")
            words = words.format(code=codes.grouped(file.card_code), day=day_text(file.card_since))
        self._words.setText(words)
        self.issue_button.setVisible(not has_card)
        self._held.setVisible(has_card)
        if file.card_code != self._code:
            # Only then: someone else's scan must not fold away what is being chosen.
            self._code = file.card_code
            self._why.hide()
            self.reasons.forget()

    def _ask_why(self) -> None:
        self._why.setVisible(not self._why.isVisible())
        if self._why.isVisible():
            self.reasons.button_of(Loss.LOST).setFocus()


class ParcelsSection(QWidget):
    """What waits behind the counter. `hand_asked`; `note_asked` carries the note of what has just come."""

    hand_asked = Signal()
    take_back_asked = Signal()
    note_asked = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        body = column(self, gap=6)
        self._title = label("", "title")
        body.addWidget(self._title)
        self._list = column(gap=2)
        body.addLayout(self._list)
        self.hand_button = button(translate("ParcelsSection", "Remettre (R)"), self.hand_asked.emit)
        body.addWidget(self.hand_button)
        self.back_button = button("", self.take_back_asked.emit, kind="link")
        self.back_button.hide()
        body.addLayout(row(self.back_button, 1))
        self.note = QLineEdit()
        self.note.setMaxLength(NOTE_LIMIT)
        self.note.setAccessibleName(translate("ParcelsSection", "Note sur le colis reçu (facultatif)"))
        self.note.setPlaceholderText(translate("ParcelsSection", "Où, quoi…"))
        self.note_button = button(translate("ParcelsSection", "Noter un colis"), self.note_it)
        line = row(self.note, self.note_button)
        line.setStretch(0, 1)
        body.addWidget(named(self.note, wrap=True))
        body.addLayout(line)

    def show_file(self, file: MemberFile) -> None:
        """Show what waits for a member."""
        count = len(file.parcels)
        some = translate("ParcelsSection", "Colis et courrier ({count})").format(count=count)
        self._title.setText(some if count else translate("ParcelsSection", "Colis et courrier"))
        empty(self._list)
        for parcel in file.parcels:
            self._list.addWidget(ElidedLabel(parcel.words, ""))
        self.hand_button.setVisible(count > 0)

    def show_handed(self, count: int) -> None:
        """Say that `count` things were handed over, and let it be taken back; 0 says nothing any more."""
        one = translate("ParcelsSection", "1 colis remis · Annuler")
        many = translate("ParcelsSection", "{count} colis remis · Annuler").format(count=count)
        self.back_button.setText(one if count == 1 else many)
        self.back_button.setVisible(count > 0)

    def note_it(self) -> None:
        """Note what has just come."""
        text = self.note.text()
        self.note.clear()
        self.note_asked.emit(text)


class AccessSection(QWidget):
    """A manager's: `block_asked` carries the reason, `unblock_asked` gives the access back."""

    block_asked = Signal(str)
    unblock_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        body = column(self, gap=6)
        body.addWidget(label(translate("AccessSection", "Accès"), "title"))
        self.unblock_button = button(translate("AccessSection", "Rétablir l’accès"), self.unblock_asked.emit)
        body.addWidget(self.unblock_button)
        self.reason = QLineEdit()
        self.reason.setMaxLength(CONTACT_LIMIT)
        self.reason.setAccessibleName(translate("AccessSection", "Motif de la suspension, lu à l’accueil"))
        self.block_button = button(translate("AccessSection", "Suspendre"), self.block_it)
        self._block = QWidget()
        line = row(self.reason, self.block_button)
        line.setStretch(0, 1)
        inside = column(self._block, gap=4)
        inside.addWidget(named(self.reason, wrap=True))
        inside.addLayout(line)
        body.addWidget(self._block)

    def show_file(self, file: MemberFile) -> None:
        """Offer the act that makes sense."""
        self.unblock_button.setVisible(file.is_blocked)
        self._block.setVisible(not file.is_blocked)

    def block_it(self) -> None:
        """Suspend, with the reason that is typed."""
        self.block_asked.emit(self.reason.text())


class WordsForm(QWidget):
    """What may be corrected in a file."""

    def __init__(self) -> None:
        super().__init__()
        body = column(self, gap=4)
        self.given = self._field(body, translate("WordsForm", "Prénom"), NAME_LIMIT)
        self.family = self._field(body, translate("WordsForm", "Nom"), NAME_LIMIT)
        self.email = self._field(body, translate("WordsForm", "Adresse électronique"), CONTACT_LIMIT)
        self.phone = self._field(body, translate("WordsForm", "Téléphone"), CONTACT_LIMIT)
        self.message = self._field(body, translate("WordsForm", "Mot pour l’accueil, montré au passage"), MESSAGE_LIMIT)
        self.named = QCheckBox(translate("WordsForm", "Accepte d’être nommé·e sur le plan"))
        body.addWidget(self.named)
        body.addStretch(1)

    def _field(self, body: QVBoxLayout, name: str, limit: int) -> QLineEdit:
        made = QLineEdit()
        made.setMaxLength(limit)
        made.setAccessibleName(name)
        body.addWidget(named(made, "", "strong"))
        body.addWidget(made)
        return made

    def show_words(self, words: MemberEdit) -> None:
        """Fill the fields."""
        self.given.setText(words.given_name)
        self.family.setText(words.family_name)
        self.email.setText(words.email)
        self.phone.setText(words.phone)
        self.message.setText(words.message)
        self.named.setChecked(words.named_on_plan)

    @property
    def words(self) -> MemberEdit:
        """What the fields say."""
        return MemberEdit(
            self.given.text(), self.family.text(), self.email.text(), self.phone.text(), self.message.text(),
            self.named.isChecked(),
        )  # fmt: skip
