"""The file of an organisation beside the page: seen, corrected, put away, merged; its contacts, its quotes."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QListWidget, QListWidgetItem, QPushButton, QWidget

from desk.errors import Refused
from desk.frontdesk import FrontDesk
from desk.language import translate
from desk.organisations import ContactEdit, OrganisationFile, OrganisationFound, grouped
from views.flows.panel import FlowPanel
from views.organisations.forms import ContactForm, OrganisationForm
from views.organisations.sections import ContactsSection, DealsSection, IdentitySection
from views.parts import button, column, label, row, under_name
from views.plan.guard import guarded
from views.prompts import Prompter

FILE, WORDS, CONTACT, MERGE = range(4)
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_FOUND = Qt.ItemDataRole.UserRole
_SHORT = 22


class OrganisationPanel(FlowPanel):
    """`quote_asked` carries the id of a quote to open, `sale_to_invoice` that of a sale."""

    quote_asked = Signal(str)
    sale_to_invoice = Signal(str)

    def __init__(self, desk: FrontDesk, file: OrganisationFile, prompter: Prompter) -> None:
        super().__init__(_short(file.words.name), ())
        self._desk = desk
        self._prompter = prompter
        self.file = file
        self._contact = ""
        self._other: OrganisationFound | None = None
        self.identity, self.contacts, self.deals = IdentitySection(), ContactsSection(), DealsSection()
        self.form, self.contact_form = OrganisationForm(), ContactForm()
        self.add_page(self._file_page())
        self.add_page(self.form)
        self.add_page(self._contact_page())
        self.add_page(self._merge_page())
        self.contacts.contact_asked.connect(self._open_contact)
        self.deals.quote_asked.connect(self.quote_asked)
        self.deals.sale_to_invoice.connect(self.sale_to_invoice)
        self.reload()
        self.form.show_words(file.words)
        self.show_step(FILE)

    # --- pages -----------------------------------------------------------------------------------------------

    def _file_page(self) -> QWidget:
        page = QWidget()
        body = column(page, gap=14)
        body.setContentsMargins(0, 0, 8, 0)
        for section in (self.identity, self.contacts, self.deals):
            body.addWidget(section)
        self.merge_button = button("", self._open_merge, kind="link")
        self.away_button = button("", self._put_away, kind="link")
        body.addLayout(row(self.merge_button, 1))
        body.addLayout(row(self.away_button, 1))
        body.addStretch(1)
        return page

    def _contact_page(self) -> QWidget:
        page = QWidget()
        body = column(page, gap=10)
        body.setContentsMargins(0, 0, 8, 0)
        body.addWidget(self.contact_form)
        self._rights = QWidget()
        rights = column(self._rights, gap=6)
        told = translate(
            "OrganisationPanel",
            "Données d’une personne\u00a0: sur demande, elles s’emportent en fichier ou s’effacent, journal compris.",
        )
        rights.addWidget(label(told, "muted", wrap=True))
        self.export_button = button(translate("OrganisationPanel", "Données (JSON)"), self._export)
        self.forget_button = button(translate("OrganisationPanel", "Effacer pour toujours"), self._forget)
        self.forget_button.setProperty("kind", "danger")
        rights.addLayout(row(self.export_button, 1))
        rights.addLayout(row(self.forget_button, 1))
        body.addWidget(self._rights)
        body.addStretch(1)
        return page

    def _merge_page(self) -> QWidget:
        page = QWidget()
        body = column(page, gap=8)
        body.setContentsMargins(0, 0, 8, 0)
        told = translate(
            "OrganisationPanel",
            "L’autre fiche disparaît\u00a0: ses réservations, devis, contacts et ventes passent à celle-ci, et son nom"
            " continue de la trouver. Cela ne se défait pas.",
        )
        body.addWidget(label(told, "", wrap=True))
        self.other = QLineEdit()
        self.other.setMaxLength(80)
        self.other.setAccessibleName(translate("OrganisationPanel", "Nom de l’autre fiche"))
        self.other.textEdited.connect(self._search_other)
        body.addLayout(under_name(self.other, "", "strong"))
        self.others = QListWidget()
        self.others.setAccessibleName(translate("OrganisationPanel", "Fiches qui ressemblent"))
        self.others.currentItemChanged.connect(self._choose_other)
        body.addWidget(self.others, 1)
        self._sure = label("", "strong", wrap=True)
        body.addWidget(self._sure)
        return page

    # --- what is shown ---------------------------------------------------------------------------------------

    def reload(self) -> None:
        """Read the file again; what is typed in a field stays."""
        file = self._desk.organisations.file(self.file.id)
        if file is None:
            self.closed.emit()
            return
        self.file = file
        for section in (self.identity, self.contacts, self.deals):
            section.show_file(file)
        self._show_acts()
        self._name_step()

    def _show_acts(self) -> None:
        is_manager = self._desk.staff.holder.is_manager
        words = translate("OrganisationPanel", "Fusionner avec une autre fiche…")
        if self.file.alike:
            words = translate("OrganisationPanel", "Ressemble à {name}\u00a0: fusionner…")
            words = words.format(name=self.file.alike[0].name)
        self.merge_button.setText(words)
        self.merge_button.setVisible(is_manager)
        away = translate("OrganisationPanel", "Archiver\u00a0: ne plus la proposer")
        back = translate("OrganisationPanel", "La proposer de nouveau")
        self.away_button.setText(away if self.file.archived_on is None else back)
        self.forget_button.setVisible(is_manager)

    def entered(self, index: int) -> None:
        """Name the button, and put the focus where the next key is expected."""
        self._name_step()
        if index == WORDS:
            # Its fields keep their height, and the page scrolls where it is low.
            self.form.setMinimumHeight(self.form.sizeHint().height())
        places: dict[int, QWidget] = {WORDS: self.form.name, CONTACT: self.contact_form.name, MERGE: self.other}
        self.focus_on(places.get(index, self.go_button))

    def _name_step(self) -> None:
        names = {
            FILE: translate("OrganisationPanel", "Modifier"),
            WORDS: translate("OrganisationPanel", "Enregistrer"),
            CONTACT: translate("OrganisationPanel", "Enregistrer"),
            MERGE: translate("OrganisationPanel", "Choisissez l’autre fiche"),
        }
        text = names[self.step]
        self._sure.setVisible(self._other is not None)
        if self.step == MERGE and self._other is not None:
            text = translate("OrganisationPanel", "Fusionner sans retour")
            pattern = translate("OrganisationPanel", "«\u00a0{other}\u00a0» disparaît dans «\u00a0{name}\u00a0».")
            self._sure.setText(pattern.format(other=self._other.name, name=self.file.words.name))
        self.name_go(text, enabled=self.step != MERGE or self._other is not None)

    @property
    def is_begun(self) -> bool:
        """Whether something is typed that would be lost."""
        return (self.step == WORDS and self.form.words != self.file.words) or self.step in (CONTACT, MERGE)

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
        """To the correction; save it; save the contact; merge."""
        if self.step == FILE:
            self.form.show_words(self.file.words)
            self.show_step(WORDS)
        elif self.step == WORDS:
            self._back_to_file(self._desk.organisations.correct(self.file.id, self.form.words))
        elif self.step == CONTACT:
            noted = self._desk.organisations.note_contact(self.file.id, self.contact_form.words, self._contact)
            self._back_to_file(noted if isinstance(noted, Refused) else None)
        else:
            self._merge()

    def back(self) -> None:
        """From anything else to the file; from the file, away."""
        if self.step == FILE:
            self.closed.emit()
        else:
            self.show_step(FILE)

    def _back_to_file(self, refused: Refused | None) -> None:
        if refused is None:
            self.reload()
            self.show_step(FILE)
        self.refuse(refused)

    @guarded()
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses the button that has the focus, and else goes on."""
        held = QApplication.focusWidget()
        if event.key() in _ENTER and isinstance(held, QPushButton) and held is not self.go_button:
            held.click()
            return
        super().keyPressEvent(event)

    # --- contacts --------------------------------------------------------------------------------------------

    def _open_contact(self, contact_id: str) -> None:
        self._contact = contact_id
        known = next((c.words for c in self.file.contacts if c.id == contact_id), ContactEdit(""))
        self.contact_form.show_words(known)
        self._rights.setVisible(bool(contact_id))
        self.show_step(CONTACT)

    def _export(self) -> None:
        path = self._prompter.save_file(
            self,
            translate("OrganisationPanel", "Où écrire ces données\u00a0?"),
            translate("OrganisationPanel", "contact.json"),
            translate("OrganisationPanel", "Données (*.json)"),
        )
        if path is None:
            return
        written = self._desk.organisations.export_contact(self._contact, path)
        if isinstance(written, Refused):
            self.refuse(written)
        else:
            self.show_step(FILE)

    def _forget(self) -> None:
        forgotten = self._desk.organisations.forget_contact(self._contact)
        self._back_to_file(forgotten if isinstance(forgotten, Refused) else None)

    # --- merging, putting away -------------------------------------------------------------------------------

    def _open_merge(self) -> None:
        self._other = None
        self.other.clear()
        self._show_others(self.file.alike)
        self.show_step(MERGE)
        if self.file.alike:
            self.others.setCurrentRow(0)

    def _search_other(self, text: str) -> None:
        found = self._desk.organisations.find(text) if text.strip() else self.file.alike
        self._show_others(tuple(body for body in found if body.id != self.file.id))
        self.others.setCurrentRow(0)

    def _show_others(self, found: tuple[OrganisationFound, ...]) -> None:
        self.others.clear()
        for body in found:
            siren = grouped(body.siren) or translate("OrganisationPanel", "sans SIREN")
            item = QListWidgetItem(f"{body.name}\n{siren}")
            item.setData(_FOUND, body)
            self.others.addItem(item)

    def _choose_other(self, item: QListWidgetItem | None, _before: object = None) -> None:
        found = None if item is None else item.data(_FOUND)
        self._other = found if isinstance(found, OrganisationFound) else None
        self._name_step()

    def _merge(self) -> None:
        assert self._other is not None
        merged = self._desk.organisations.merge(self.file.id, self._other.id)
        self._back_to_file(merged if isinstance(merged, Refused) else None)

    def _put_away(self) -> None:
        refused = self._desk.organisations.put_away(self.file.id, away=self.file.archived_on is None)
        self.reload()
        self.refuse(refused)


def _short(name: str) -> str:
    """A name that fits at the head of the panel; it stands in full under it."""
    return name if len(name) <= _SHORT else f"{name[: _SHORT - 1].rstrip()}…"
