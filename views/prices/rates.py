"""The VAT rates: what is in force, what is planned and may still be withdrawn, and a new one from a day on."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QComboBox, QPushButton, QWidget

from desk.amounts import parse_cents
from desk.errors import Refused
from desk.formats import day as day_text
from desk.formats import rate
from desk.frontdesk import FrontDesk
from desk.language import translate
from desk.prices import Planned, RateRow
from views.parts import after_name, button, column, empty, label, named, row, under_name
from views.prices.fields import amount_field, chosen_day, day_field


class RatesForm(QWidget):
    """A line for each rate and for each that is planned; only a manager sees what changes them.

    `answered` carries what the desk said (a Refused, or None), the sentence of it, and what takes it back: a function
    that answers as a use case does, or None.
    """

    answered = Signal(object, str, object)

    def __init__(self, desk: FrontDesk) -> None:
        super().__init__()
        self._desk = desk
        self._planned: dict[QObject, tuple[RateRow, Planned]] = {}
        body = column(self, gap=8)
        body.addWidget(label(translate("PricesPage", "Taux de TVA"), "title"))
        self._lines = column(gap=4)
        body.addLayout(self._lines)
        self.rate = QComboBox()
        self.rate.setAccessibleName(translate("PricesPage", "Taux à changer"))
        self.percent = amount_field(translate("PricesPage", "Nouveau taux, en pour cent"), "20")
        self.day = day_field(desk.prices.today(), translate("PricesPage", "Taux à partir du"))
        self.button = button(translate("PricesPage", "Fixer ce taux"), self._set)
        self._fields = QWidget()
        fields = column(self._fields, gap=8)
        fields.addLayout(under_name(self.rate))
        fields.addLayout(after_name(self.percent))
        fields.addLayout(row(named(self.day, translate("PricesPage", "À partir du")), 1, self.day))
        fields.addLayout(row(self.button, 1))
        body.addWidget(self._fields)

    @property
    def withdrawals(self) -> tuple[QPushButton, ...]:
        """The buttons that withdraw what is planned, in the order of the lines."""
        return tuple(made for made in self._planned if isinstance(made, QPushButton))

    def show_rates(self, rates: tuple[RateRow, ...]) -> None:
        """Show these; the one that was chosen stays."""
        chosen = self.rate.currentIndex()
        empty(self._lines)
        self._planned.clear()
        self.rate.clear()
        is_manager = self._desk.staff.holder.is_manager
        for found in rates:
            self.rate.addItem(found.words, found.code)
            now = "–" if found.basis_points is None else rate(found.basis_points)
            name = label(found.words, "", wrap=True)
            line = row(name, label(now, "strong"))
            line.setStretch(0, 1)
            self._lines.addLayout(line)
            for planned in found.planned:
                self._show_planned(found, planned, may_withdraw=is_manager)
        self.rate.setCurrentIndex(max(0, chosen))
        self._fields.setVisible(is_manager)

    def _show_planned(self, found: RateRow, planned: Planned, *, may_withdraw: bool) -> None:
        """On a line of its own, in as many lines as it takes: the column is narrow."""
        day = day_text(planned.valid_from)
        words = translate("PricesPage", "{rate} à partir du {day}").format(rate=rate(planned.value), day=day)
        made = button(translate("PricesPage", "Retirer"), self._withdraw, kind="link")
        pattern = translate("PricesPage", "{what}\u00a0: retirer le taux prévu le {day}")
        made.setAccessibleName(pattern.format(what=found.words, day=day))
        made.setVisible(False)
        self._planned[made] = (found, planned)
        line = row(label(words, "muted", wrap=True), made)
        line.setStretch(0, 1)
        self._lines.addLayout(line)
        made.setVisible(may_withdraw)
        _reached_before(made, self.rate)

    def _set(self) -> None:
        hundredths = parse_cents(self.percent.text())
        if hundredths is None:
            wrong = Refused("rate", translate("PricesPage", "Écrivez un taux, par exemple 5,5."))
            self.answered.emit(wrong, "", None)
            return
        day = chosen_day(self.day)
        done = translate("PricesPage", "{what}\u00a0: {rate} à partir du {day}.").format(
            what=self.rate.currentText(), rate=rate(hundredths), day=day_text(day)
        )
        refused = self._desk.prices.set_rate(str(self.rate.currentData()), hundredths, day)
        if refused is None:
            self.percent.clear()
        self.answered.emit(refused, done, None)

    def _withdraw(self) -> None:
        found, planned = self._planned[self.sender()]
        refused = self._desk.prices.withdraw_rate(found.code, planned.valid_from)
        done = translate("PricesPage", "{what}\u00a0: le taux prévu le {day} est retiré.").format(
            what=found.words, day=day_text(planned.valid_from)
        )
        back = partial(self._desk.prices.set_rate, found.code, planned.value, planned.valid_from)
        self.answered.emit(refused, done, back)


def _reached_before(made: QWidget, field: QWidget) -> None:
    """Tab comes to `made` where it is seen, before `field`: what is made later would be reached last."""
    other = field.previousInFocusChain()
    while other is not None and other is not field:
        if other is not made and other.focusPolicy() is not Qt.FocusPolicy.NoFocus:
            QWidget.setTabOrder(other, made)
            return
        other = other.previousInFocusChain()
