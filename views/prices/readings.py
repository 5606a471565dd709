"""Which amount each price category reads first: before VAT or with it, chosen by a manager, shown to everybody."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QWidget

from desk.frontdesk import FrontDesk
from desk.language import translate
from desk.payments import category_label
from desk.prices import CATEGORIES
from desk.tax_sides import TaxSide
from views.parts import column, label, named, row, scaled

FIELD_WIDTH = 92


class ReadingsForm(QWidget):
    """A line for each category; `answered` carries what the desk said (a Refused, or None) and the sentence of it."""

    answered = Signal(object, str)

    def __init__(self, desk: FrontDesk) -> None:
        super().__init__()
        self._desk = desk
        body = column(self, gap=8)
        title = translate("ReadingsForm", "Montant lu en premier")
        body.addWidget(label(title, "title"))
        self.choices = tuple(QComboBox() for _ in CATEGORIES)
        pattern = translate("ReadingsForm", "Montant lu en premier, {category}")
        for choice, category in zip(self.choices, CATEGORIES, strict=True):
            choice.addItem(translate("ReadingsForm", "HT"), TaxSide.NET)
            choice.addItem(translate("ReadingsForm", "TTC"), TaxSide.GROSS)
            choice.setAccessibleName(pattern.format(category=category_label(category)))
            choice.setMinimumWidth(scaled(FIELD_WIDTH))
            choice.activated.connect(self._chosen)
            body.addLayout(row(named(choice, category_label(category)), 1, choice))
        why = translate(
            "ReadingsForm", "Sur les locations et les devis\u00a0; l’autre montant est toujours écrit dessous."
        )
        body.addWidget(label(why, "muted", wrap=True))

    def reload(self) -> None:
        """Read what is said; only a manager says otherwise."""
        for choice, category in zip(self.choices, CATEGORIES, strict=True):
            choice.setCurrentIndex(choice.findData(self._desk.readings.of(category)))
            choice.setEnabled(self._desk.staff.holder.is_manager)

    def _chosen(self) -> None:
        for choice, category in zip(self.choices, CATEGORIES, strict=True):
            wanted = TaxSide(choice.currentData())
            if wanted is self._desk.readings.of(category):
                continue
            refused = self._desk.readings.choose(category, wanted)
            done = translate("ReadingsForm", "{category}\u00a0: {side} en premier.").format(
                category=category_label(category), side=choice.currentText()
            )
            self.answered.emit(refused, done)
