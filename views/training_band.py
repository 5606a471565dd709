"""The band above everything in the house to practise in: nothing here is true. It cannot be closed."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame

from desk.language import translate
from views.parts import ElidedLabel, button, label, row, scaled

HEIGHT = 46


class TrainingBand(QFrame):
    """`left` to go back to the real desk, `anew_asked` to throw away what was practised."""

    left = Signal()
    anew_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("training")
        self.setFixedHeight(scaled(HEIGHT))
        self._word = label(translate("TrainingBand", "FORMATION, rien n’est vrai ici"), "heading")
        self._more = ElidedLabel(translate("TrainingBand", "F9\u00a0: les vrais présents"), "")
        self.anew = button(translate("TrainingBand", "Tout effacer et recommencer"), self.anew_asked.emit)
        self.leave = button(translate("TrainingBand", "Quitter la formation"), self.left.emit)
        line = row(self._word, self._more, self.anew, self.leave, gap=14)
        line.setStretch(1, 1)
        line.setContentsMargins(16, 0, 16, 0)
        self.setLayout(line)

    def offer_anew(self, offered: bool) -> None:
        """Whether all may be thrown away: not by whoever passes by a locked desk."""
        self.anew.setEnabled(offered)
