"""The page of members (F5): everyone in a table, found as one types, opened beside it with Enter."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QLineEdit, QTableView

from desk.frontdesk import FrontDesk
from desk.language import translate
from views import icons, tokens
from views.handbook import Page
from views.lists import list_of
from views.members.table import COLUMNS, MembersFilter, MembersModel
from views.parts import button, label, row
from views.plan.guard import guarded

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class SearchField(QLineEdit):
    """Where a name is typed: `going_down` for the arrow that leaves for the table, `entered` for Enter.

    It filters the list under it, and a magnifying glass says so: no label stands beside it.
    """

    going_down = Signal()
    entered = Signal()

    def __init__(self) -> None:
        super().__init__()
        glass = icons.icon("magnifying-glass", tokens.current().muted, size=16)
        self.addAction(glass, QLineEdit.ActionPosition.LeadingPosition)

    @guarded()
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Down and Enter go on; Esc empties the field before it leaves the page."""
        if event.key() == Qt.Key.Key_Down:
            self.going_down.emit()
        elif event.key() in _ENTER:
            self.entered.emit()
        elif event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
        else:
            super().keyPressEvent(event)


class MembersPage(Page):
    """`member_asked` carries the id of a member to open, `print_asked` the numbers whose cards are wanted."""

    member_asked = Signal(str)
    new_asked = Signal()
    organisations_asked = Signal()
    print_asked = Signal(object)

    def __init__(self, desk: FrontDesk) -> None:
        super().__init__(translate("MembersPage", "Membres"))
        self._desk = desk
        self.search = SearchField()
        self.search.setPlaceholderText(translate("MembersPage", "Nom, numéro, formule…"))
        self.search.setAccessibleName(translate("MembersPage", "Filtrer les membres"))
        self.search.setMaxLength(80)
        self.search.setClearButtonEnabled(True)
        self._count = label("", "muted")
        self.new_button = button(translate("MembersPage", "Nouveau membre (Ctrl N)"), self.new_asked.emit)
        self.organisations_button = button(
            translate("MembersPage", "Organisations (Maj F5)"), self.organisations_asked.emit
        )
        self.head.insertWidget(2, self.organisations_button)
        line = row(self.search, self._count, self.new_button, gap=12)
        line.setStretch(0, 1)
        self.body.addLayout(line)
        self.model = MembersModel(self)
        self.shown = MembersFilter(self.model, self)
        self.table = self._table()
        self.body.addWidget(self.table, 1)
        self._empty = label("", "heading", wrap=True)
        self._empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.body.addWidget(self._empty, 1)
        self.print_button = button("", self._print)
        hint = label(
            translate("MembersPage", "Entrée\u00a0: la fiche. Maj ou Ctrl\u00a0: en choisir plusieurs."),
            "muted",
        )
        self.body.addLayout(row(hint, 1, self.print_button))
        self.setFocusProxy(self.search)
        self._connect()
        self.reload()

    def _table(self) -> QTableView:
        table, head = list_of(self.shown, translate("MembersPage", "Membres"))
        table.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        head.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        head.setSectionResizeMode(COLUMNS.index("name"), QHeaderView.ResizeMode.Stretch)
        table.setSortingEnabled(True)
        table.sortByColumn(COLUMNS.index("name"), Qt.SortOrder.AscendingOrder)
        return table

    def _connect(self) -> None:
        self.search.textChanged.connect(self._filter)
        self.search.going_down.connect(self._go_down)
        self.search.entered.connect(self._open_current)
        self.table.activated.connect(self._activated)
        self.table.selectionModel().selectionChanged.connect(self._selected)

    # --- what is shown ---------------------------------------------------------------------------------------

    def reload(self) -> None:
        """Read everyone again; what is typed, the order and the selection stay."""
        chosen = set(self.chosen_numbers())
        current = self.table.currentIndex()
        number = self.shown.member(current.row()).number if current.isValid() else None
        self.model.show_members(self._desk.members.everyone())
        self._choose_again(chosen, number)
        self._tell()

    def _choose_again(self, chosen: set[int], current: int | None) -> None:
        selection = self.table.selectionModel()
        flag = selection.SelectionFlag
        for place in range(self.shown.rowCount()):
            number = self.shown.member(place).number
            if number == current:
                selection.setCurrentIndex(self.shown.index(place, 0), flag.NoUpdate)
            if number in chosen:
                selection.select(self.shown.index(place, 0), flag.Select | flag.Rows)

    def chosen_numbers(self) -> tuple[int, ...]:
        """The numbers of the members selected."""
        rows = self.table.selectionModel().selectedRows()
        return tuple(sorted(self.shown.member(index.row()).number for index in rows))

    def _filter(self, text: str) -> None:
        self.shown.ask(text)
        self.table.clearSelection()
        if self.shown.rowCount() and text:
            self.table.setCurrentIndex(self.shown.index(0, 0))
        self._tell()

    def _selected(self, *_changes: object) -> None:
        self._tell()

    def _tell(self) -> None:
        """The counts, the button's words, and what to do when nothing is shown."""
        total, shown = self.model.rowCount(), self.shown.rowCount()
        pattern = translate("MembersPage", "{shown} sur {total}")
        if shown == total:
            pattern = (
                translate("MembersPage", "1 membre") if total == 1 else translate("MembersPage", "{total} membres")
            )
        self._count.setText(pattern.format(shown=shown, total=total))
        self.table.setVisible(shown > 0)
        self._empty.setVisible(shown == 0)
        nobody = translate("MembersPage", "Aucun membre pour l’instant. Ctrl N crée la première fiche.")
        nothing = translate("MembersPage", "Personne ne correspond. Essayez avec moins de lettres.")
        self._empty.setText(nothing if total else nobody)
        count = len(self.chosen_numbers())
        words = translate("MembersPage", "Imprimer {count} cartes").format(count=count)
        self.print_button.setText(translate("MembersPage", "Imprimer la carte") if count < 2 else words)
        self.print_button.setEnabled(count > 0)

    # --- gestures --------------------------------------------------------------------------------------------

    def _go_down(self) -> None:
        if self.shown.rowCount():
            if not self.table.currentIndex().isValid():
                self.table.setCurrentIndex(self.shown.index(0, 0))
            self.table.setFocus(Qt.FocusReason.TabFocusReason)

    def _open_current(self) -> None:
        if self.table.currentIndex().isValid():
            self._activated(self.table.currentIndex())

    def _activated(self, index: QModelIndex) -> None:
        self.member_asked.emit(self.shown.member(index.row()).id)

    def _print(self) -> None:
        self.print_asked.emit(self.chosen_numbers())
