"""The page of what is lent and held (Ctrl Maj K): things with who has them, deposits, and what a manager sets."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QBoxLayout,
    QComboBox,
    QHeaderView,
    QLineEdit,
    QPushButton,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from desk.amounts import parse_cents
from desk.deposits import mode_words
from desk.errors import Refused
from desk.formats import money
from desk.frontdesk import FrontDesk
from desk.language import translate
from desk.lending import NAME_LIMIT, ThingKind, ThingListed, kind_words
from views.handbook import Page
from views.lending.table import COLUMNS, ThingsModel
from views.lists import EvenRows
from views.parts import button, column, empty, label, named, row, scaled, scrolling, under_name
from views.plan.guard import guarded
from views.unfinished import is_typed

SIDE_WIDTH, BELOW_WIDTH = 280, 440
ROW_HEIGHT = 34
WIDE = 680
"""The least width, at 100 %, in which the things and the forms can be read side by side."""


class ThingsTable(QTableView):
    """The things; R gives back the one that is pointed at, where a table would look for a name in R."""

    back_asked = Signal()

    @guarded()
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """R, then what a table knows."""
        if event.key() == Qt.Key.Key_R and event.modifiers() == Qt.KeyboardModifier.NoModifier:
            self.back_asked.emit()
        else:
            super().keyPressEvent(event)


class LendingPage(Page):
    """Things on the left; on the right the deposits held, and for managers the registry and what each space asks.

    `lend_asked` carries a thing's id, `booking_asked` the booking of a deposit, `returned` the LoanListed given back.
    """

    lend_asked = Signal(str)
    booking_asked = Signal(str)
    returned = Signal(object)

    def __init__(self, desk: FrontDesk) -> None:
        super().__init__(translate("LendingPage", "Prêts et cautions"))
        self._desk = desk
        self._opened: list[tuple[QPushButton, str]] = []
        self._told, self._refusal = label("", "chip", wrap=True), label("", "refusal", wrap=True)
        self._told.setProperty("tone", "success")
        for widget in (self._told, self._refusal):
            self.body.addWidget(widget)
            widget.hide()
        self.model = ThingsModel(self)
        self.table = self._table()
        left = column(gap=10)
        left.addWidget(self.table, 1)
        self._none = label(translate("LendingPage", "Aucun objet à prêter pour l’instant."), "heading", wrap=True)
        self._none.setAlignment(Qt.AlignmentFlag.AlignCenter)
        left.addWidget(self._none, 1)
        self.act_button = button("", self._act)
        hint = translate("LendingPage", "Entrée\u00a0: prêter, ou rendre ce qui est dehors.")
        left.addWidget(label(hint, "muted", wrap=True))
        left.addLayout(row(self.act_button, 1))
        side = QWidget()
        right = column(side, gap=8)
        right.setContentsMargins(0, 0, 12, 0)
        self._deposits = column(gap=6)
        right.addWidget(label(translate("LendingPage", "Cautions tenues"), "title"))
        right.addLayout(self._deposits)
        self._registry_form(right)
        self._deposit_form(right)
        right.addStretch(1)
        area = scrolling(side)
        side.setMaximumWidth(scaled(BELOW_WIDTH))
        self._area = area
        self._halves = row(left, area, gap=20)
        self._halves.setStretch(0, 1)
        self.body.addLayout(self._halves, 1)
        self.setFocusProxy(self.table)
        self.table.selectionModel().currentChanged.connect(self._show_current)
        self.table.activated.connect(self._activated)
        self.table.back_asked.connect(self._give_back)
        self.reload()

    @guarded()
    def resizeEvent(self, event: QResizeEvent) -> None:
        """The forms beside the things; below them where the words of the table would have no room."""
        super().resizeEvent(event)
        beside = self.width() >= scaled(WIDE)
        directions = QBoxLayout.Direction
        self._halves.setDirection(directions.LeftToRight if beside else directions.TopToBottom)
        self._halves.setStretch(1, int(not beside))
        self._area.setMinimumWidth(scaled(SIDE_WIDTH) if beside else 0)
        self._area.setMaximumWidth(scaled(SIDE_WIDTH) if beside else self.width())

    # --- building --------------------------------------------------------------------------------------------

    def _table(self) -> ThingsTable:
        table = ThingsTable()
        table.setModel(self.model)
        table.setAccessibleName(translate("LendingPage", "Clés et matériel"))
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        table.setTabKeyNavigation(False)
        table.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        table.setShowGrid(False)
        table.verticalHeader().hide()
        head = table.horizontalHeader()
        head.setHighlightSections(False)
        head.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        for name in ("name", "who"):
            head.setSectionResizeMode(COLUMNS.index(name), QHeaderView.ResizeMode.Stretch)
        EvenRows(table, ROW_HEIGHT)
        return table

    def _registry_form(self, body: QVBoxLayout) -> None:
        self._registry = QWidget()
        fields = column(self._registry, gap=8)
        fields.addWidget(label(translate("LendingPage", "Objets"), "title"))
        self.name = QLineEdit()
        self.name.setMaxLength(NAME_LIMIT)
        self.name.setAccessibleName(translate("LendingPage", "Nom de l’objet"))
        self.kind = QComboBox()
        self.kind.setAccessibleName(translate("LendingPage", "Nature de l’objet"))
        for kind in ThingKind:
            self.kind.addItem(kind_words(kind), kind)
        self.add_button = button(translate("LendingPage", "Ajouter"), self._add)
        self.rename_button = button(translate("LendingPage", "Renommer"), self._rename)
        self.retire_button = button("", self._retire, kind="link")
        for field in (self.name, self.kind):
            fields.addLayout(under_name(field))
        fields.addLayout(row(self.add_button, self.rename_button, 1))
        fields.addLayout(row(self.retire_button, 1))
        body.addWidget(self._registry)

    def _deposit_form(self, body: QVBoxLayout) -> None:
        body.addWidget(label(translate("LendingPage", "Caution demandée"), "title"))
        self.space = QComboBox()
        self.space.setAccessibleName(translate("LendingPage", "Espace"))
        body.addLayout(under_name(self.space))
        self._asked = label("", "muted")
        body.addWidget(self._asked)
        self._setting = QWidget()
        fields = column(self._setting, gap=8)
        self.amount = QLineEdit()
        self.amount.setMaxLength(12)
        self.amount.setFixedWidth(scaled(120))
        self.amount.setAccessibleName(translate("LendingPage", "Nouveau montant"))
        self.amount.setPlaceholderText("200,00")
        self.ask_button = button(translate("LendingPage", "Fixer"), self._ask)
        fields.addWidget(named(self.amount))
        fields.addLayout(row(self.amount, self.ask_button, 1))
        body.addWidget(self._setting)
        self._only = label(
            translate("LendingPage", "Seul·e un·e gérant·e change les objets et les cautions demandées."), "muted",
            wrap=True,
        )  # fmt: skip
        body.addWidget(self._only)
        for asked in self._desk.deposits.by_space():
            self.space.addItem(asked.space, asked.space_id)
        self.space.currentIndexChanged.connect(self._show_asked)

    # --- what is shown ---------------------------------------------------------------------------------------

    def reload(self) -> None:
        """Read everything again; the thing that is pointed at stays, and what is typed too."""
        known = self._current
        self.model.show_rows(self._desk.lending.things())
        total = self.model.rowCount()
        self.table.setVisible(total > 0)
        self._none.setVisible(total == 0)
        for place in range(total):
            if known is None or self.model.thing(place).id == known.id:
                self.table.setCurrentIndex(self.model.index(place, 0))
                break
        self._show_deposits()
        self._show_asked()
        is_manager = self._desk.staff.holder.is_manager
        for fields in (self._registry, self._setting):
            fields.setVisible(is_manager)
        self._only.setVisible(not is_manager)
        self._show_current()

    @property
    def is_begun(self) -> bool:
        """Whether a name or an amount is typed that was not kept yet."""
        return is_typed(self)

    def come_back(self) -> None:
        """What is lent may have changed; what is typed stays."""
        self.reload()

    @property
    def _current(self) -> ThingListed | None:
        index = self.table.currentIndex()
        return self.model.thing(index.row()) if index.isValid() else None

    def _show_current(self, *_indexes: object) -> None:
        thing = self._current
        self.act_button.setEnabled(thing is not None and not thing.is_retired)
        out = thing is not None and thing.loan is not None
        self.act_button.setText(
            translate("LendingPage", "Rendu (R)") if out else translate("LendingPage", "Prêter (Entrée)")
        )
        for made in (self.rename_button, self.retire_button):
            made.setEnabled(thing is not None)
        put_back = thing is not None and thing.is_retired
        self.retire_button.setText(
            translate("LendingPage", "Remettre l’objet choisi") if put_back
            else translate("LendingPage", "Retirer l’objet choisi")
        )  # fmt: skip

    def _show_deposits(self) -> None:
        empty(self._deposits)
        self._opened.clear()
        held = self._desk.deposits.held()
        if not held:
            self._deposits.addWidget(label(translate("LendingPage", "Aucune."), "muted"))
        for deposit in held:
            pattern = translate("LendingPage", "{title}\u00a0: {amount}, {mode}")
            words = pattern.format(
                title=deposit.title, amount=money(deposit.cents), mode=mode_words(deposit.mode).lower()
            )
            see = button(translate("LendingPage", "Voir"), self._open, kind="link")
            see.setAccessibleName(translate("LendingPage", "Voir la location de {title}").format(title=deposit.title))
            self._opened.append((see, deposit.booking_id))
            line = row(label(words, "", wrap=True), see)
            line.setStretch(0, 1)
            self._deposits.addLayout(line)

    def _show_asked(self, _index: int = 0) -> None:
        asked = {one.space_id: one.cents for one in self._desk.deposits.by_space()}
        cents = asked.get(str(self.space.currentData()), 0)
        words = translate("LendingPage", "{amount} demandés").format(amount=money(cents))
        self._asked.setText(words if cents else translate("LendingPage", "Rien n’est demandé"))

    def _say(self, refused: Refused | None, done: str = "") -> bool:
        self._refusal.setText(refused.sentence if refused else "")
        self._refusal.setVisible(refused is not None)
        self._told.setText(done)
        self._told.setVisible(refused is None and bool(done))
        if refused is None:
            self.reload()
        return refused is None

    # --- acting ----------------------------------------------------------------------------------------------

    @guarded()
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter in a field does what its button does."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.name.hasFocus():
            self._add()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.amount.hasFocus():
            self._ask()
        else:
            super().keyPressEvent(event)

    def _activated(self, index: QModelIndex) -> None:
        if index.isValid():
            self._act()

    def _give_back(self) -> None:
        if self._current is not None and self._current.loan is not None:
            self._act()

    def _act(self) -> None:
        thing = self._current
        if thing is None or thing.is_retired:
            return
        if thing.loan is None:
            self.lend_asked.emit(thing.id)
            return
        answer = self._desk.lending.give_back(thing.loan.id)
        if isinstance(answer, Refused):
            self._say(answer)
            return
        self._say(None)
        self.returned.emit(answer)

    def _open(self) -> None:
        pressed = self.sender()
        for made, booking_id in list(self._opened):
            if made is pressed:
                self.booking_asked.emit(booking_id)

    def _add(self) -> None:
        made = self._desk.lending.add(self.name.text(), ThingKind(self.kind.currentData()))
        done = translate("LendingPage", "{name} peut être prêté.").format(name=self.name.text().strip())
        if self._say(made if isinstance(made, Refused) else None, done):
            self.name.clear()

    def _rename(self) -> None:
        thing = self._current
        if thing is None:
            return
        done = translate("LendingPage", "{before} s’appelle maintenant {name}.")
        done = done.format(before=thing.name, name=self.name.text().strip())
        if self._say(self._desk.lending.rename(thing.id, self.name.text()), done):
            self.name.clear()

    def _retire(self) -> None:
        thing = self._current
        if thing is None:
            return
        done = translate("LendingPage", "{name} ne se prête plus.")
        if thing.is_retired:
            done = translate("LendingPage", "{name} se prête de nouveau.")
        self._say(self._desk.lending.retire(thing.id, retired=not thing.is_retired), done.format(name=thing.name))

    def _ask(self) -> None:
        cents = parse_cents(self.amount.text())
        if cents is None:
            self._say(Refused("amount", translate("Prices", "Écrivez un montant, par exemple 12,50.")))
            return
        done = translate("LendingPage", "{space}\u00a0: {amount} de caution.")
        done = done.format(space=self.space.currentText(), amount=money(cents))
        if self._say(self._desk.deposits.ask_of(str(self.space.currentData()), cents), done):
            self.amount.clear()
