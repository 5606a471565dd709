"""Who buys: nobody in particular, a name, a member, an organisation; found as one types, or kept as it was typed."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from desk.frontdesk import FrontDesk
from desk.language import translate
from desk.payments import category_label
from views.flows.shop_articles import ArticleField
from views.parts import column, named, scaled
from views.plan.guard import guarded

_DATA = Qt.ItemDataRole.UserRole


@dataclass(frozen=True)
class Customer:
    """Who was chosen; all empty for nobody in particular."""

    name: str = ""
    member_id: str = ""
    organisation_id: str = ""


class CustomerForm(QWidget):
    """`changed` when another customer is chosen."""

    changed = Signal()

    def __init__(self, desk: FrontDesk) -> None:
        super().__init__()
        self._desk = desk
        body = column(self, gap=6)
        self.field = ArticleField()
        self.field.setMaxLength(80)
        self.field.setAccessibleName(translate("ShopPanel", "Nom du client, sauf s’il s’y oppose"))
        self.field.setPlaceholderText(translate("ShopPanel", "Un nom, un membre, une organisation"))
        body.addWidget(named(self.field, "", "strong", wrap=True))
        body.addWidget(self.field)
        self.found = QListWidget()
        self.found.setAccessibleName(translate("ShopPanel", "Trouvés"))
        self.found.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.found.setFixedHeight(scaled(118))
        self.found.hide()
        body.addWidget(self.found)
        self.field.textEdited.connect(self._search)
        self.field.stepped.connect(self._step)
        self.found.currentItemChanged.connect(self._moved)

    @guarded()
    def showEvent(self, event: QShowEvent) -> None:
        """Dressed now: the field knows how high it is."""
        super().showEvent(event)
        self.field.setMinimumHeight(self.field.sizeHint().height())

    @property
    def customer(self) -> Customer:
        """Who is chosen."""
        item = self.found.currentItem()
        chosen = item.data(_DATA) if item is not None and self.field.text().strip() else Customer()
        assert isinstance(chosen, Customer)
        return chosen

    def choose_member(self, member_id: str, name: str) -> None:
        """This member, without typing."""
        self.field.setText(name)
        self._search(name)
        for place in range(self.found.count()):
            if self.found.item(place).data(_DATA).member_id == member_id:
                self.found.setCurrentRow(place)

    def wants_member(self) -> None:
        """A member is needed: of those found, one of them comes before the name as it is typed."""
        for place in range(self.found.count()):
            if self.found.item(place).data(_DATA).member_id:
                self.found.setCurrentRow(place)
                return

    def _search(self, text: str) -> None:
        self.found.clear()
        name = " ".join(text.split())
        if name:
            self._add(translate("ShopPanel", "Au nom de\u00a0: {name}").format(name=name), Customer(name))
            member = translate("ShopPanel", "{name} · membre, {plan}")
            for known in self._desk.members.search(name, limit=3):
                words = member.format(name=known.name, plan=known.plan or "–")
                self._add(words, Customer(known.name, member_id=known.id))
            pattern = translate("ShopPanel", "{name} · {category}")
            for body in self._desk.organisations.find(name, limit=2):
                words = pattern.format(name=body.name, category=category_label(body.category))
                self._add(words, Customer(body.name, organisation_id=body.id))
            self.found.setCurrentRow(0)
        self.found.setVisible(bool(name))
        self.changed.emit()

    def _add(self, words: str, customer: Customer) -> None:
        item = QListWidgetItem(words, self.found)
        item.setToolTip(words)
        item.setData(_DATA, customer)

    def _step(self, step: int) -> None:
        if self.found.count():
            self.found.setCurrentRow(min(max(self.found.currentRow() + step, 0), self.found.count() - 1))

    def _moved(self, *_: object) -> None:
        self.changed.emit()
