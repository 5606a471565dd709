"""The middle step of an import: what each column means, what each line becomes, and the choice."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QHeaderView, QTableView, QWidget

from desk.errors import Refused
from desk.imports import ImportLine, ImportPreview, LineState, Mapping
from desk.language import translate
from views.imports.lines import COLUMNS, LinesModel
from views.imports.mapping import MappingBoard
from views.lists import list_of
from views.parts import Choices, button, column, label, row

_ORDER = (LineState.FAULTY, LineState.ALIKE, LineState.KNOWN, LineState.GOOD)


class LookStep(QWidget):
    """`mapping_changed` when a column means something else; `import_asked` and `nothing_asked` for the choice."""

    mapping_changed = Signal()
    import_asked = Signal()
    nothing_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        body = column(self, gap=10)
        self._title = label("", "title")
        self.board = MappingBoard()
        body.addWidget(self._title)
        body.addWidget(self.board)
        self.kinds = Choices([(state, "") for state in _ORDER], translate("LookStep", "Lignes à montrer"), columns=4)
        body.addWidget(self.kinds)
        self.model = LinesModel(self)
        self.table = self._table()
        body.addWidget(self.table, 1)
        self.alike = QCheckBox()
        self.alike.toggled.connect(self._name_import)
        body.addWidget(self.alike)
        self._right = label("", "refusal", wrap=True)
        self._right.hide()
        body.addWidget(self._right)
        self.nothing_button = button(translate("LookStep", "Ne rien importer"), self.nothing_asked.emit)
        self.import_button = button("", self.import_asked.emit, kind="primary")
        body.addLayout(row(self.nothing_button, 1, self.import_button))
        self._preview: ImportPreview | None = None
        self._refused: Refused | None = None
        self.board.changed.connect(self.mapping_changed)
        self.kinds.chosen.connect(self._show_kind)

    def _table(self) -> QTableView:
        table, head = list_of(self.model, translate("LookStep", "Lignes du fichier"), line=32)
        head.resizeSection(COLUMNS.index("line"), 70)
        head.resizeSection(COLUMNS.index("name"), 220)
        head.setSectionResizeMode(COLUMNS.index("reason"), QHeaderView.ResizeMode.Stretch)
        return table

    @property
    def mapping(self) -> Mapping:
        """What each column means, as chosen."""
        return self.board.mapping

    @property
    def with_alike(self) -> bool:
        """Whether those who are only alike are imported too."""
        return self.alike.isChecked()

    def wait(self) -> None:
        """The worker is at it: nothing can be imported meanwhile."""
        self.import_button.setEnabled(False)

    def show_preview(self, preview: ImportPreview, *, keep_columns: bool, refused: Refused | None = None) -> None:
        """Show what the file would become; `keep_columns` when only the meaning of a column has changed.

        `refused` says why whoever holds the desk may not import it so: told before, not after.
        """
        self._preview = preview
        self._refused = refused
        self._right.setText(refused.sentence if refused else "")
        self._right.setVisible(refused is not None)
        title = translate("LookStep", "{file}\u00a0: vérifiez ce que dit chaque colonne")
        self._title.setText(title.format(file=preview.file_name))
        if not keep_columns:
            self.board.show_columns(preview.columns)
            self.alike.setChecked(False)
        words = {
            LineState.FAULTY: translate("LookStep", "Fautives\u00a0: {count}"),
            LineState.ALIKE: translate("LookStep", "À vérifier\u00a0: {count}"),
            LineState.KNOWN: translate("LookStep", "Déjà là\u00a0: {count}"),
            LineState.GOOD: translate("LookStep", "Justes\u00a0: {count}"),
        }
        for state in _ORDER:
            made = self.kinds.button_of(state)
            made.setText(words[state].format(count=len(self._lines(state))))
            made.setEnabled(bool(self._lines(state)))
        shown = self.kinds.value
        if not keep_columns or shown is None or not self._lines(shown):
            shown = next((state for state in _ORDER if self._lines(state)), LineState.GOOD)
            self.kinds.choose(shown)
        self._show_kind(shown)
        count = len(preview.alike)
        alike = translate("LookStep", "Importer aussi les {count} personnes à vérifier\u00a0: ce sont d’autres gens")
        if count == 1:
            alike = translate("LookStep", "Importer aussi la personne à vérifier\u00a0: c’est quelqu’un d’autre")
        self.alike.setText(alike.format(count=count))
        self.alike.setVisible(count > 0)
        self._name_import()

    def _lines(self, state: LineState) -> tuple[ImportLine, ...]:
        if self._preview is None:
            return ()
        return {
            LineState.FAULTY: self._preview.faulty,
            LineState.ALIKE: self._preview.alike,
            LineState.KNOWN: self._preview.known,
            LineState.GOOD: self._preview.good,
        }[state]

    def _show_kind(self, state: object) -> None:
        assert isinstance(state, LineState)
        self.model.show_lines(self._lines(state))
        self.table.scrollToTop()

    def _name_import(self, _checked: bool = False) -> None:
        """The button says how many come; none when nobody would."""
        count = len(self._lines(LineState.GOOD)) + (len(self._lines(LineState.ALIKE)) if self.with_alike else 0)
        words = translate("LookStep", "Importer les {count} lignes justes").format(count=count)
        if count == 1:
            words = translate("LookStep", "Importer la ligne juste")
        if not count:
            words = translate("LookStep", "Aucune ligne à importer")
        self.import_button.setText(words)
        self.import_button.setEnabled(count > 0 and self._refused is None)
