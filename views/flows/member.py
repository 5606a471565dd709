"""A member's file beside the plan: what they hold, their card, what waits for them, and the acts of the counter."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget

from desk import codes
from desk.cards import CardMade, Loss
from desk.errors import Refused
from desk.frontdesk import FrontDesk
from desk.language import translate
from desk.people import MemberFile
from views.flows.panel import FlowPanel
from views.greeting import HAND_KEYS
from views.members.sections import AccessSection, CardSection, ParcelsSection, WhoSection, WordsForm
from views.parts import button, column, label, row
from views.plan.guard import guarded
from views.qr import qr_pixmap

FILE, WORDS, CARD = range(3)
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_QR_SIDE = 300


class MemberPanel(FlowPanel):
    """`passage_asked` carries the member's id when they should be let in or out, `data_asked` for their data,
    `renewal_asked` for their plan."""

    passage_asked = Signal(str)
    data_asked = Signal(str)
    renewal_asked = Signal(str)

    def __init__(self, desk: FrontDesk, file: MemberFile) -> None:
        super().__init__(translate("MemberPanel", "Fiche n° {number}").format(number=file.number), ())
        self._desk = desk
        self.file = file
        self._handed = 0
        self.who, self.card, self.parcels = WhoSection(), CardSection(), ParcelsSection()
        self.access, self.form = AccessSection(), WordsForm()
        self.add_page(self._file_page())
        self.add_page(self.form)
        self.add_page(self._card_page())
        self._keys = [QShortcut(QKeySequence(key), self) for key in HAND_KEYS]
        self._connect()
        self.reload()
        self.form.show_words(file.words)
        self.show_step(FILE)

    # --- pages -----------------------------------------------------------------------------------------------

    def _file_page(self) -> QWidget:
        page = QWidget()
        body = column(page, gap=14)
        # The bar that scrolls stands beside what it scrolls, not on it.
        body.setContentsMargins(0, 0, 8, 0)
        for section in (self.who, self.parcels, self.card, self.access):
            body.addWidget(section)
        self.data_button = button(translate("MemberPanel", "Données personnelles"), self._show_data, kind="link")
        body.addLayout(row(self.data_button, 1))
        body.addStretch(1)
        return page

    def _card_page(self) -> QWidget:
        page = QWidget()
        body = column(page, gap=8)
        self._card_title = label("", "heading", wrap=True)
        self.qr = QLabel()
        self.qr.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.qr.setAccessibleName(translate("MemberPanel", "QR de la carte"))
        self._letters = label("", "strong")
        self._letters.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._card_text = label("", "", wrap=True)
        for widget in (self._card_title, self.qr, self._letters, self._card_text):
            body.addWidget(widget)
        body.addStretch(1)
        return page

    def _connect(self) -> None:
        self.who.edit_asked.connect(self._edit)
        self.who.renew_asked.connect(self._renew)
        self.card.issue_asked.connect(self._issue)
        self.card.replace_asked.connect(self._replace)
        self.card.withdraw_asked.connect(self._withdraw)
        self.card.print_asked.connect(self._print)
        self.card.show_asked.connect(self._show_card)
        self.parcels.hand_asked.connect(self.hand_over)
        self.parcels.take_back_asked.connect(self._take_back)
        self.parcels.note_asked.connect(self._note_parcel)
        self.access.block_asked.connect(self._block)
        self.access.unblock_asked.connect(self._unblock)
        for key in self._keys:
            key.activated.connect(self.hand_over)

    # --- what is shown ---------------------------------------------------------------------------------------

    def reload(self) -> None:
        """Read the file again; what is typed in a field stays."""
        file = self._desk.people.file(self.file.id)
        if file is None:
            self.closed.emit()
            return
        self.file = file
        for section in (self.who, self.card, self.parcels, self.access):
            section.show_file(file)
        self.parcels.show_handed(self._handed)
        self.access.setVisible(self._desk.staff.holder.is_manager)
        self._name_step()

    def entered(self, index: int) -> None:
        """Name the button, and put the focus where the next key is expected."""
        self._name_step()
        self.focus_on(self.form.given if index == WORDS else self.go_button)

    def _name_step(self) -> None:
        enter = translate("MemberPanel", "Faire entrer")
        leave = translate("MemberPanel", "Faire sortir")
        names = {
            FILE: leave if self.file.visit_id else enter,
            WORDS: translate("MemberPanel", "Enregistrer"),
            CARD: translate("MemberPanel", "Terminé"),
        }
        self.name_go(names[self.step])
        for key in self._keys:
            key.setEnabled(self.step == FILE and bool(self.file.parcels))

    @property
    def is_begun(self) -> bool:
        """Whether something is typed that would be lost."""
        typed = (self.parcels.note.text(), self.access.reason.text())
        return any(typed) or (self.step == WORDS and self.form.words != self.file.words)

    @property
    def has_content(self) -> bool:
        """What was saved from here is no longer only here."""
        return self.is_begun

    def resume(self) -> None:
        """The panel comes back to the front: its facts may have aged."""
        self.reload()
        super().resume()

    # --- going on --------------------------------------------------------------------------------------------

    def go_on(self) -> None:
        """Let the member in or out; save what was corrected; come back from the card."""
        if self.step == FILE:
            self.passage_asked.emit(self.file.id)
        elif self.step == CARD:
            self.show_step(FILE)
        else:
            refused = self._desk.people.edit(self.file.id, self.form.words)
            if refused is None:
                self.reload()
                self.show_step(FILE)
            self.refuse(refused)

    def back(self) -> None:
        """From a card or a correction to the file; from the file, away."""
        if self.step == FILE:
            self.closed.emit()
        else:
            self.show_step(FILE)

    @guarded()
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses the button or finishes the line that has the focus, and else goes on."""
        held = QApplication.focusWidget()
        if event.key() in _ENTER and self.step == FILE:
            if held is self.parcels.note:
                self.parcels.note_it()
                return
            if held is self.access.reason:
                self.access.block_it()
                return
            if isinstance(held, QPushButton) and held is not self.go_button:
                held.click()
                return
        super().keyPressEvent(event)

    # --- acts ------------------------------------------------------------------------------------------------

    def _show_data(self) -> None:
        self.data_asked.emit(self.file.id)

    def _renew(self) -> None:
        self.renewal_asked.emit(self.file.id)

    def _edit(self) -> None:
        self.form.show_words(self.file.words)
        self.show_step(WORDS)

    def _issue(self) -> None:
        self._made(self._desk.cards.issue(self.file.id))

    def _replace(self, why: object) -> None:
        assert isinstance(why, Loss)
        self._made(self._desk.cards.replace(self.file.id, why))

    def _made(self, made: CardMade | Refused) -> None:
        self.reload()
        if isinstance(made, Refused):
            self.refuse(made)
            return
        text = translate("MemberPanel", "La carte s’imprime. Elle peut aussi être photographiée ici.")
        if made.replaced:
            text = translate(
                "MemberPanel", "La carte s’imprime, ou se photographie ici. L’ancienne est refusée dès maintenant."
            )
        self._show_code(text)

    def _show_card(self) -> None:
        self._show_code(translate("MemberPanel", "À photographier avec un téléphone, ou à scanner ici."))

    def _show_code(self, text: str) -> None:
        self._card_title.setText(translate("MemberPanel", "Carte de {name}").format(name=self.file.name))
        self.qr.setPixmap(qr_pixmap(self.file.card_code, _QR_SIDE))
        self._letters.setText(codes.grouped(self.file.card_code))
        self._card_text.setText(text)
        self.show_step(CARD)

    def _withdraw(self) -> None:
        self._did(self._desk.cards.revoke(self.file.id, translate("MemberPanel", "retirée")))

    def _print(self) -> None:
        found = self._desk.cards.print_cards((self.file.number,))
        self._did(found if isinstance(found, Refused) else None)

    def hand_over(self) -> None:
        """Give the member all that waits."""
        handed = self._desk.people.hand_over(self.file.id)
        self._handed = 0 if isinstance(handed, Refused) else handed.count
        self._did(handed if isinstance(handed, Refused) else None)

    def _take_back(self) -> None:
        taken = self._desk.people.take_back(self.file.id)
        self._handed = 0
        self._did(taken if isinstance(taken, Refused) else None)

    def _note_parcel(self, note: str) -> None:
        noted = self._desk.people.receive_parcel(self.file.id, note)
        self._handed = 0
        self._did(noted if isinstance(noted, Refused) else None)

    def _block(self, reason: str) -> None:
        refused = self._desk.people.block(self.file.id, reason)
        if refused is None:
            self.access.reason.clear()
        self._did(refused)

    def _unblock(self) -> None:
        self._did(self._desk.people.unblock(self.file.id))

    def _did(self, refused: Refused | None) -> None:
        self.reload()
        self.refuse(refused)
