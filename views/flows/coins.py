"""Counting the drawer: how many of each note and coin; the total, and nothing of what is expected."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QSpinBox, QWidget

from desk.drawer import MOST_PIECES, PIECES
from desk.formats import money
from desk.language import translate
from views.numbers import NumberField
from views.parts import named, scaled

_HALF = 8
"""How many values stand in the left column: the notes and the largest coin."""
_TWO_FIT = 125
"""Per cent of the ordinary text beyond which the values stand in one column."""


class CoinCount(QWidget):
    """`changed` when a number changes; `pieces` is what is counted so far."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._spins: dict[int, QSpinBox] = {}
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(4)
        grid.setVerticalSpacing(6)
        height = _HALF if scaled(100) < _TWO_FIT else len(PIECES)
        for place, value in enumerate(PIECES):
            line, side = place % height, 2 * (place // height)
            spin = self._spin(value)
            grid.addWidget(named(spin, money(value), "muted"), line, side)
            grid.addWidget(spin, line, side + 1)
        grid.setColumnStretch(0, 1)
        if height == _HALF:
            grid.setColumnStretch(2, 1)

    @property
    def pieces(self) -> dict[int, int]:
        """How many of each value, in cents."""
        return {value: spin.value() for value, spin in self._spins.items() if spin.value()}

    @property
    def cents(self) -> int:
        """What that makes."""
        return sum(value * number for value, number in self.pieces.items())

    @property
    def first(self) -> QSpinBox:
        """Where counting begins."""
        return self._spins[PIECES[0]]

    def spin_of(self, value: int) -> QSpinBox:
        """The number of one value, in cents."""
        return self._spins[value]

    def _spin(self, value: int) -> QSpinBox:
        name = translate("CoinCount", "Nombre de {value}").format(value=money(value))
        spin = NumberField(name, MOST_PIECES, width=94)
        spin.valueChanged.connect(self._changed)
        self._spins[value] = spin
        return spin

    def _changed(self, _number: int) -> None:
        self.changed.emit()
