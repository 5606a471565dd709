"""The cash drawer beside the sales: change brought in, money taken out, each with its reason."""

from __future__ import annotations

from PySide6.QtWidgets import QLineEdit, QWidget

from desk.amounts import parse_cents
from desk.drawer import REASON_LIMIT, Move
from desk.errors import Refused
from desk.formats import money
from desk.formats import time as time_text
from desk.frontdesk import FrontDesk
from desk.language import translate
from views.flows.panel import FlowPanel, fact
from views.parts import Choices, ElidedLabel, column, empty, label, named, row, scaled, under_name

IN, OUT = "in", "out"


class DrawerPanel(FlowPanel):
    """One step: what moved since the last closing, then the next move."""

    def __init__(self, desk: FrontDesk) -> None:
        super().__init__(translate("DrawerPanel", "Tiroir-caisse"), ())
        self._desk = desk
        page = QWidget()
        body = column(page, gap=10)
        name, self._opening = fact("", "")
        self._opening_name = name
        body.addLayout(row(name, 1, self._opening))
        self._list = column(gap=6)
        body.addLayout(self._list)
        options = [
            (OUT, translate("DrawerPanel", "Sortir du tiroir")),
            (IN, translate("DrawerPanel", "Mettre au tiroir")),
        ]
        self.way = Choices(options, translate("DrawerPanel", "Sens"))
        self.way.choose(OUT)
        self.way.chosen.connect(self._changed)
        body.addWidget(self.way)
        self.amount = QLineEdit()
        self.amount.setProperty("role", "money")
        self.amount.setMaxLength(12)
        self.amount.setFixedWidth(scaled(140))
        self.amount.setAccessibleName(translate("DrawerPanel", "Montant"))
        self.amount.textEdited.connect(self._changed)
        body.addLayout(row(named(self.amount), 1, self.amount))
        self.reason = QLineEdit()
        self.reason.setMaxLength(REASON_LIMIT)
        self.reason.setAccessibleName(translate("DrawerPanel", "Motif"))
        self.reason.setPlaceholderText(translate("DrawerPanel", "Timbres, monnaie, banque…"))
        body.addLayout(under_name(self.reason))
        self._told = label("", "muted", wrap=True)
        body.addWidget(self._told)
        body.addStretch(1)
        self.add_page(page)
        self.show_step(0)

    def entered(self, index: int) -> None:
        """Read what moved, ready to type an amount."""
        del index
        self.reload()
        self._changed()
        self.focus_on(self.amount)

    def reload(self) -> None:
        """Show what moved since the last closing."""
        state = self._desk.closings.drawer.state()
        counted = translate("DrawerPanel", "Fond compté à l’ouverture")
        left = translate("DrawerPanel", "Fond laissé à la dernière clôture")
        self._opening_name.setText(counted if state.is_counted else left)
        self._opening.setText(money(state.opening_cents))
        empty(self._list)
        if state.opening_difference:
            words = translate("DrawerPanel", "Écart au comptage du fond\u00a0: {amount}")
            self._list.addWidget(label(words.format(amount=money(state.opening_difference)), "strong", wrap=True))
        for move in state.moves:
            self._list.addWidget(_line(move))

    def go_on(self) -> None:
        """Note the move; the drawer opens."""
        cents = parse_cents(self.amount.text())
        if cents is None:
            self.refuse(Refused("amount", translate("DrawerPanel", "Écrivez un montant, par exemple 20,00.")))
            return
        if self.reason.text().strip() == "" and self.amount.hasFocus():
            self.reason.setFocus()
            return
        drawer = self._desk.closings.drawer
        move = drawer.take_out if self.way.value == OUT else drawer.put_in
        refused = move(cents, self.reason.text())
        self.refuse(refused)
        if refused is None:
            self._told.setText(translate("DrawerPanel", "C’est noté, et ce sera sur le rapport de clôture."))
            self.amount.clear()
            self.reason.clear()
            self.amount.setFocus()
            self.reload()
            self._changed()

    def _changed(self, _value: object = None) -> None:
        cents = parse_cents(self.amount.text())
        words = translate("DrawerPanel", "Mettre {amount} au tiroir")
        if self.way.value == OUT:
            words = translate("DrawerPanel", "Sortir {amount} du tiroir")
        self.name_go(words.format(amount=money(cents) if cents is not None else "…"))


def _line(move: Move) -> QWidget:
    box = QWidget()
    line = row(label(time_text(move.at), "muted"), ElidedLabel(move.reason), label(money(move.cents), "strong"))
    line.setStretch(1, 1)
    box.setLayout(line)
    return box
