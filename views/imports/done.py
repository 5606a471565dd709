"""The last step of an import: what was done, and the way to take it back."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from desk.errors import Refused
from desk.imports import ImportDone, ImportUndone
from desk.language import translate
from views.imports.choose import UndoButton
from views.parts import button, column, label, row


class DoneStep(QWidget):
    """`undo_asked` (id, keep those who came) to take it back, `left` when the person has read it."""

    undo_asked = Signal(str, bool)
    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        body = column(self, gap=12)
        self._title = label("", "name_long", wrap=True)
        self._facts = label("", "", wrap=True)
        self.undo = UndoButton()
        self.undo.asked.connect(self.undo_asked)
        self.leave_button = button(translate("DoneStep", "Terminé"), self.left.emit, kind="primary")
        body.addStretch(1)
        body.addWidget(self._title)
        body.addWidget(self._facts)
        body.addLayout(row(self.leave_button, self.undo, 1, gap=12))
        body.addStretch(2)

    @property
    def sentence(self) -> str:
        """What is told."""
        return f"{self._title.text()} {self._facts.text()}"

    def show_done(self, done: ImportDone) -> None:
        """Tell what was imported and what was left out."""
        one = translate("DoneStep", "Un membre est importé")
        many = translate("DoneStep", "{count} membres sont importés")
        self._title.setText((one if done.members == 1 else many).format(count=done.members))
        facts = translate(
            "DoneStep",
            "Avec {memberships} formules et {cards} cartes. Laissés de côté\u00a0: {known} déjà là, {faulty} lignes"
            " fautives.",
        )
        self._facts.setText(
            facts.format(memberships=done.memberships, cards=done.cards, known=done.known, faulty=done.faulty)
        )
        self.undo.import_id = done.id
        self.undo.rest_button.hide()
        self.undo.show()

    def show_undone(self, undone: ImportUndone) -> None:
        """Tell what was taken back."""
        self._title.setText(translate("DoneStep", "L’import est annulé"))
        facts = translate("DoneStep", "{count} membres sont retirés, avec leurs formules et leurs cartes.")
        if undone.kept:
            facts = translate(
                "DoneStep",
                "{count} membres sont retirés, avec leurs formules et leurs cartes. Restent ceux qui sont venus ou ont"
                " acheté depuis\u00a0: {kept}.",
            )
        self._facts.setText(facts.format(count=undone.members, kept=undone.kept))
        self.undo.hide()

    def offer(self, refused: Refused) -> None:
        """Offer what a refused undo offers."""
        self.undo.offer(refused)
