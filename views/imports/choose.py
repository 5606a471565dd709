"""The first step of an import: which file; and the imports of before, which can still be taken back."""

from __future__ import annotations

from zoneinfo import ZoneInfo

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QWidget

from desk.errors import Refused
from desk.formats import day_time
from desk.imports import ImportListed
from desk.language import translate
from views.parts import button, column, empty, label, row


class UndoButton(QWidget):
    """Takes an import back; `asked` carries its id and whether those who have come since should stay."""

    asked = Signal(str, bool)

    def __init__(self, import_id: str = "") -> None:
        super().__init__()
        self.import_id = import_id
        body = column(self)
        self.all_button = button(translate("UndoButton", "Annuler cet import"), self._all)
        self.rest_button = button("", self._rest)
        self.rest_button.hide()
        body.addLayout(row(self.all_button, self.rest_button))

    def offer(self, refused: Refused) -> None:
        """Offer what the refusal of an undo offers: the same for all the others."""
        for remedy in refused.remedies:
            if remedy.code == "undo_others":
                self.rest_button.setText(remedy.label)
                self.rest_button.show()

    def _all(self) -> None:
        self.asked.emit(self.import_id, False)

    def _rest(self) -> None:
        self.asked.emit(self.import_id, True)


class ChooseStep(QWidget):
    """`file_asked` to choose a file, `undo_asked` (id, keep those who came) to take an import back."""

    file_asked = Signal()
    undo_asked = Signal(str, bool)

    def __init__(self) -> None:
        super().__init__()
        body = column(self, gap=16)
        zone = QFrame()
        zone.setObjectName("drop")
        inner = column(zone, air=28, gap=12)
        inner.addWidget(label(translate("ChooseStep", "Déposez ici le fichier des membres"), "heading"))
        told = translate(
            "ChooseStep",
            "Un tableau XLSX ou CSV, avec une ligne de titres\u00a0: nom, prénom, e-mail, téléphone, n° de membre,"
            " formule, début, fin, carte. Rien n’est enregistré avant que vous ayez vu chaque ligne.",
        )
        inner.addWidget(label(told, "", wrap=True))
        self.file_button = button(translate("ChooseStep", "Choisir un fichier…"), self.file_asked.emit, kind="primary")
        inner.addLayout(row(self.file_button, 1))
        body.addWidget(zone)
        self._title = label(translate("ChooseStep", "Derniers imports"), "title")
        body.addWidget(self._title)
        self._recent = column(gap=8)
        body.addLayout(self._recent)
        body.addStretch(1)
        self._asked = ""
        self.undo_buttons: list[UndoButton] = []

    def show_recent(self, imports: tuple[ImportListed, ...], zone: ZoneInfo) -> None:
        """Show the imports that can still be taken back."""
        empty(self._recent)
        self.undo_buttons.clear()
        self._title.setVisible(bool(imports))
        for item in imports:
            words = translate("ChooseStep", "{file}, {when}\u00a0: {count} membres").format(
                file=item.file_name, when=day_time(item.at.astimezone(zone)), count=item.members
            )
            undo = UndoButton(item.id)
            undo.all_button.setAccessibleName(
                translate("ChooseStep", "Annuler l’import de {file}").format(file=item.file_name)
            )
            undo.asked.connect(self._undo)
            self.undo_buttons.append(undo)
            line = row(label(words, "", wrap=True), undo, gap=12)
            line.setStretch(0, 1)
            self._recent.addLayout(line)

    def offer(self, refused: Refused) -> None:
        """Offer what a refused undo offers, where it was asked."""
        for undo in self.undo_buttons:
            if undo.import_id == self._asked:
                undo.offer(refused)

    def _undo(self, import_id: str, keep_active: bool) -> None:
        self._asked = import_id
        self.undo_asked.emit(import_id, keep_active)
