"""What goes with a room, and what is taken off its price: folded away until it is wanted."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QLineEdit, QPushButton, QSpinBox, QWidget

from desk.basket import Basket
from desk.discounts import REASON_LIMIT, Discount
from desk.extras import MOST, Extra, ExtraOffered
from desk.frontdesk import FrontDesk
from desk.language import translate
from desk.payments import PriceCategory
from desk.tax_sides import amount_words, side_of
from views.numbers import NumberField
from views.parts import button, column, empty, label, named, row, under_name

WHOLE = -1


class ExtrasSection(QWidget):
    """`changed` when a count or the discount changes. Discounts are a manager's: nobody else sees them."""

    changed = Signal()

    def __init__(self, desk: FrontDesk) -> None:
        super().__init__()
        self._desk = desk
        self._people = 0
        self._counts: dict[str, int] = {}
        self._spins: dict[QSpinBox, ExtraOffered] = {}
        self._alls: dict[QPushButton, QSpinBox] = {}
        body = column(self, gap=6)
        self.unfold_button = button(translate("ExtrasSection", "Suppléments, remise…"), self._unfold, kind="link")
        if not desk.staff.holder.is_manager:
            self.unfold_button.setText(translate("ExtrasSection", "Suppléments…"))
        body.addLayout(row(self.unfold_button, 1))
        self._inside = QWidget()
        inside = column(self._inside, gap=6)
        self._list = column(gap=6)
        inside.addLayout(self._list)
        inside.addWidget(self._discount())
        body.addWidget(self._inside)
        self._inside.hide()

    def _discount(self) -> QWidget:
        self._off = QWidget()
        body = column(self._off, gap=6)
        self.share = NumberField(translate("ExtrasSection", "Remise en pour cent"), 100)
        self.share.setSuffix("\u00a0%")
        self.on = QComboBox()
        self.on.setAccessibleName(translate("ExtrasSection", "Remise sur"))
        self.on.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.on.addItem(translate("ExtrasSection", "sur le tout"), WHOLE)
        body.addLayout(row(named(self.share, translate("ExtrasSection", "Remise")), 1, self.share))
        body.addLayout(under_name(self.on))
        self.reason = QLineEdit()
        self.reason.setMaxLength(REASON_LIMIT)
        self.reason.setAccessibleName(translate("ExtrasSection", "Motif de la remise, imprimé"))
        body.addLayout(under_name(self.reason))
        self.share.valueChanged.connect(self._touched)
        self.on.activated.connect(self._touched)
        self.reason.textEdited.connect(self._touched)
        return self._off

    # --- what is offered -------------------------------------------------------------------------------------

    def offer(self, category: PriceCategory, day: date, people: int) -> None:
        """Offer what a category may have on that day; the counts that were given stay."""
        self._people = people
        if self._inside.isHidden():
            return
        offered = self._desk.rentals.extras(category, day)
        if tuple(self._spins.values()) != offered:
            self._remember()
            self._fill(offered)
        for all_of_them in self._alls:
            all_of_them.setVisible(people > 0)
            all_of_them.setText(translate("ExtrasSection", "pour {people}").format(people=people))

    def _fill(self, offered: tuple[ExtraOffered, ...]) -> None:
        empty(self._list)
        self._spins.clear()
        self._alls.clear()
        for extra in offered:
            spin = NumberField(extra.label, MOST)
            spin.setValue(self._counts.get(extra.code, 0))
            spin.valueChanged.connect(self._touched)
            self._spins[spin] = extra
            words = column(gap=0)
            words.addWidget(named(spin, wrap=True))
            words.addWidget(label(_price(extra), "muted", wrap=True))
            line = row(words)
            line.setStretch(0, 1)
            if extra.is_by_head:
                all_of_them = button("", self._for_all, kind="link")
                self._alls[all_of_them] = spin
                words.addLayout(row(all_of_them, 1))
            line.addWidget(spin)
            self._list.addLayout(line)

    def show_lines(self, basket: Basket) -> None:
        """Name the lines on which a discount may be given."""
        chosen = self.on.currentData()
        plain = [line for line in basket.lines if line.cents >= 0]
        self.on.clear()
        self.on.addItem(translate("ExtrasSection", "sur le tout"), WHOLE)
        for place, line in enumerate(plain):
            self.on.addItem(line.label, place)
        self.on.setCurrentIndex(max(0, self.on.findData(chosen)))

    # --- what is chosen --------------------------------------------------------------------------------------

    @property
    def extras(self) -> tuple[Extra, ...]:
        """What was asked for."""
        return tuple(Extra(extra.code, spin.value()) for spin, extra in self._spins.items() if spin.value())

    @property
    def discounts(self) -> tuple[Discount, ...]:
        """What is taken off."""
        if not self.share.value():
            return ()
        on = self.on.currentData()
        return (Discount(self.share.value() * 100, self.reason.text(), None if on in (None, WHOLE) else on),)

    def spin_of(self, code: str) -> QSpinBox:
        """Where an extra is counted."""
        return next(spin for spin, extra in self._spins.items() if extra.code == code)

    def _remember(self) -> None:
        self._counts |= {extra.code: spin.value() for spin, extra in self._spins.items()}

    def _unfold(self) -> None:
        self._inside.show()
        self.unfold_button.hide()
        self._off.setVisible(self._desk.staff.holder.is_manager)
        self.changed.emit()
        first = next(iter(self._spins), None)
        (first or self.share).setFocus()

    def _for_all(self) -> None:
        pressed = self.sender()
        if isinstance(pressed, QPushButton):
            self._alls[pressed].setValue(self._people)

    def _touched(self, _value: object = None) -> None:
        self.changed.emit()


def _price(extra: ExtraOffered) -> str:
    amount = amount_words(extra.cents, side_of(tax_included=extra.tax_included))
    return translate("ExtrasSection", "{amount} par personne").format(amount=amount) if extra.is_by_head else amount
