"""The columns of a file, side by side: a title, what it was taken for (changeable), and its first values."""

from __future__ import annotations

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QWidget

from desk.imports import Field, ImportColumn, Mapping
from desk.imports.columns import words
from desk.language import translate
from views.parts import ElidedLabel, button, column, empty, label, row, scaled
from views.plan.guard import guarded

COLUMN_WIDTH = 178
GAP = 12
SAMPLES = 2


class MappingBoard(QWidget):
    """`changed` when the person says that a column means something else. What does not fit comes page after page."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(translate("MappingBoard", "Colonnes du fichier"))
        body = column(self, gap=6)
        self._line = QHBoxLayout()
        self._line.setContentsMargins(0, 0, 0, 0)
        self._line.setSpacing(GAP)
        body.addLayout(self._line)
        self._where = label("", "muted")
        self.before_button = button(translate("MappingBoard", "Colonnes d’avant"), self._back, kind="link")
        self.after_button = button(translate("MappingBoard", "Colonnes d’après"), self._on, kind="link")
        self._pager = QWidget()
        pager = row(self._where, 1, self.before_button, self.after_button)
        self._pager.setLayout(pager)
        body.addWidget(self._pager)
        self._holders: list[QWidget] = []
        self._first = 0
        self.choices: list[QComboBox] = []

    @property
    def mapping(self) -> Mapping:
        """What each column means, as chosen."""
        return tuple(box.currentData() for box in self.choices)

    def show_columns(self, columns: tuple[ImportColumn, ...]) -> None:
        """Show the columns of another file."""
        empty(self._line)
        self._holders.clear()
        self.choices = [self._add(item) for item in columns]
        self._line.addStretch(1)
        self._first = 0
        self._show_page()

    def minimumSizeHint(self) -> QSize:
        """Wide enough for one column: the others come after it."""
        return QSize(scaled(COLUMN_WIDTH), super().minimumSizeHint().height())

    @guarded()
    def resizeEvent(self, event: QResizeEvent) -> None:
        """As many columns as fit."""
        super().resizeEvent(event)
        self._show_page()

    def _add(self, item: ImportColumn) -> QComboBox:
        holder = QWidget()
        holder.setFixedWidth(scaled(COLUMN_WIDTH))
        body = column(holder, gap=4)
        title = item.title or translate("MappingBoard", "Sans titre")
        body.addWidget(ElidedLabel(title, "strong"))
        box = QComboBox()
        box.setAccessibleName(translate("MappingBoard", "Ce que dit la colonne {title}").format(title=title))
        box.addItem(translate("MappingBoard", "Laisser de côté"), None)
        for field, word in words().items():
            box.addItem(word, field)
        box.setCurrentIndex(_place(item.field))
        box.currentIndexChanged.connect(self._chosen)
        body.addWidget(box)
        for sample in (*item.samples, *("",) * SAMPLES)[:SAMPLES]:
            body.addWidget(ElidedLabel(sample, "muted"))
        self._line.addWidget(holder)
        self._holders.append(holder)
        return box

    def _chosen(self, _index: int) -> None:
        """Each meaning goes to one column: the one that had it before is left aside."""
        sender = self.sender()
        for box in self.choices:
            if box is not sender and isinstance(sender, QComboBox) and box.currentData() == sender.currentData():
                box.blockSignals(True)
                box.setCurrentIndex(0)
                box.blockSignals(False)
        self.changed.emit()

    # --- pages -----------------------------------------------------------------------------------------------

    def _fitting(self) -> int:
        return max(1, (self.width() + GAP) // (scaled(COLUMN_WIDTH) + GAP))

    def _back(self) -> None:
        self._first = max(0, self._first - self._fitting())
        self._show_page()

    def _on(self) -> None:
        self._first += self._fitting()
        self._show_page()

    def _show_page(self) -> None:
        """Columns that belong to the page; the last page is a full one."""
        total, fitting = len(self._holders), self._fitting()
        self._first = max(0, min(self._first, total - fitting))
        last = min(self._first + fitting, total)
        for place, holder in enumerate(self._holders):
            holder.setVisible(self._first <= place < last)
        pattern = translate("MappingBoard", "Colonnes {first} à {last} sur {total}")
        self._where.setText(pattern.format(first=self._first + 1, last=last, total=total))
        self._pager.setVisible(total > fitting)
        self.before_button.setEnabled(self._first > 0)
        self.after_button.setEnabled(last < total)


def _place(field: Field | None) -> int:
    return 0 if field is None else 1 + list(words()).index(field)
