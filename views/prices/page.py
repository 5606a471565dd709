"""The price list (Ctrl T): what is in force, what is planned; a manager sets a new price from a day on."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QComboBox, QLineEdit, QPushButton, QVBoxLayout, QWidget

from desk.amounts import parse_cents
from desk.articles import NewArticle
from desk.errors import Refused
from desk.formats import day as day_text
from desk.formats import money, rate
from desk.frontdesk import FrontDesk
from desk.language import translate
from desk.payments import PriceUnit, category_label
from desk.prices import CATEGORIES, NewExtra, NewPrice, Planned, PriceRow
from views.handbook import Page
from views.parts import button, column, empty, label, named, row, scaled, scrolling, under_name
from views.plan.guard import guarded
from views.prices.article import ArticleForm
from views.prices.fields import amount_field, chosen_day, day_field
from views.prices.grid import PriceGrid
from views.prices.rates import RatesForm
from views.prices.readings import ReadingsForm
from views.prices.table import FIRST_PRICE, PricesModel, side_words
from views.unfinished import is_typed

SIDE_WIDTH, LEAST_SIDE, GAP = 320, 262, 20
BELOW_WIDTH = 440
"""The forms are no wider, at 100 %, where they stand below the grid: a field stays near its name."""


class PricesPage(Page):
    """The grid on the left; on the right the price that is pointed at, the VAT rates, one more extra."""

    def __init__(self, desk: FrontDesk) -> None:
        super().__init__(translate("PricesPage", "Tarifs"))
        self._desk = desk
        self._withdrawn: dict[QPushButton, Planned] = {}
        self._told = label("", "chip", wrap=True)
        self._told.setProperty("tone", "success")
        self._refusal = label("", "refusal", wrap=True)
        self._back: Callable[[], Refused | None] | None = None
        self.back_button = button(translate("PricesPage", "Annuler ce changement"), self._take_back, kind="link")
        for widget in (self._told, self._refusal, self.back_button):
            widget.hide()
        self.body.addWidget(self._told)
        self.body.addWidget(self._refusal)
        self.body.addLayout(row(self.back_button, 1))
        self.model = PricesModel(self)
        self.table = PriceGrid(self.model)
        side = QWidget()
        right = column(side, gap=8)
        right.setContentsMargins(0, 0, 12, 0)
        self._price_form(right)
        self.readings = ReadingsForm(desk)
        self.readings.answered.connect(self._answered)
        right.addWidget(self.readings)
        self.rates = RatesForm(desk)
        self.rates.answered.connect(self._rate_answered)
        right.addWidget(self.rates)
        self.article = ArticleForm(desk)
        self.article.asked.connect(self._add_article)
        right.addWidget(self.article)
        self._extra_form(right)
        right.addStretch(1)
        self._area = scrolling(side)
        side.setMaximumWidth(scaled(BELOW_WIDTH))
        self._halves = row(self.table, self._area, gap=GAP)
        self._halves.setStretch(0, 1)
        self.body.addLayout(self._halves, 1)
        self.table.widened.connect(self._arrange)
        self.setFocusProxy(self.table)
        self.table.selectionModel().currentChanged.connect(self._show_cell)
        self.reload()
        self.table.setCurrentIndex(self.model.index(0, FIRST_PRICE + len(CATEGORIES) - 1))

    # --- building --------------------------------------------------------------------------------------------

    def _price_form(self, body: QVBoxLayout) -> None:
        self._what = label("", "title", wrap=True)
        self._now = label("", "muted", wrap=True)
        self._planned = column(gap=2)
        body.addWidget(self._what)
        body.addWidget(self._now)
        body.addLayout(self._planned)
        self.amount = amount_field(translate("PricesPage", "Nouveau prix"), "12,50")
        self.amount.setProperty("role", "money")
        self.from_day = day_field(self._desk.prices.today(), translate("PricesPage", "À partir du"))
        self.set_button = button(translate("PricesPage", "Fixer ce prix"), self._set_price, kind="primary")
        self._price_fields = QWidget()
        fields = column(self._price_fields, gap=8)
        fields.addLayout(row(named(self.amount), 1, self.amount))
        fields.addLayout(row(named(self.from_day), 1, self.from_day))
        fields.addWidget(self.set_button)
        self.sale_button = button("", self._change_sale)
        fields.addWidget(self.sale_button)
        body.addWidget(self._price_fields)
        self._only = label(translate("PricesPage", "Seul·e un·e gérant·e change les tarifs."), "muted", wrap=True)
        body.addWidget(self._only)

    def _extra_form(self, body: QVBoxLayout) -> None:
        self._extra_fields = QWidget()
        fields = column(self._extra_fields, gap=8)
        fields.addWidget(label(translate("PricesPage", "Ajouter un supplément"), "title"))
        self.extra = QLineEdit()
        self.extra.setMaxLength(60)
        self.extra.setAccessibleName(translate("PricesPage", "Nom du supplément"))
        self.extra_unit = QComboBox()
        self.extra_unit.setAccessibleName(translate("PricesPage", "Compté"))
        self.extra_unit.addItem(translate("PricesPage", "à l’unité"), PriceUnit.EACH)
        self.extra_unit.addItem(translate("PricesPage", "par personne"), PriceUnit.PERSON)
        self.extra_vat = QComboBox()
        self.extra_vat.setAccessibleName(translate("PricesPage", "TVA du supplément"))
        self.extra_price = amount_field(translate("PricesPage", "Prix HT"), "15,00")
        self.extra_price.setProperty("role", "money")
        self.extra_button = button(translate("PricesPage", "Ajouter"), self._add_extra)
        for field in (self.extra, self.extra_unit, self.extra_vat):
            fields.addLayout(under_name(field))
        fields.addLayout(row(named(self.extra_price), 1, self.extra_price))
        fields.addLayout(row(self.extra_button, 1))
        body.addWidget(self._extra_fields)

    @guarded()
    def resizeEvent(self, event: QResizeEvent) -> None:
        """In a narrow window the forms leave room for the names of the grid."""
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        """The forms beside the grid; below it where the names would not be in sight with every price."""
        side = max(scaled(LEAST_SIDE), min(scaled(SIDE_WIDTH), self.width() * 2 // 5))
        beside = self.body.contentsRect().width() - side - GAP >= self.table.least_width()
        directions = QBoxLayout.Direction
        self._halves.setDirection(directions.LeftToRight if beside else directions.TopToBottom)
        self._halves.setStretch(1, int(not beside))
        self._area.setMinimumWidth(side if beside else 0)
        self._area.setMaximumWidth(side if beside else self.width())

    # --- what is shown ---------------------------------------------------------------------------------------

    def reload(self) -> None:
        """Read the prices again; the cell that was pointed at stays."""
        place = self.table.currentIndex()
        at = (place.row(), place.column()) if place.isValid() else (0, FIRST_PRICE)
        self.model.show_rows(self._desk.prices.grid())
        self.readings.reload()
        self._show_rates()
        self.table.setCurrentIndex(self.model.index(*at))
        is_manager = self._desk.staff.holder.is_manager
        for fields in (self._price_fields, self.article, self._extra_fields):
            fields.setVisible(is_manager)
        self._only.setVisible(not is_manager)
        self._show_cell()

    @property
    def is_begun(self) -> bool:
        """Whether an amount or a name is typed that was not set yet."""
        return is_typed(self)

    def come_back(self) -> None:
        """The prices may have changed; what is typed stays."""
        self.reload()

    def _pointed(self) -> tuple[PriceRow, int] | None:
        """The line and the category that are pointed at; on the name of a product, the standard price."""
        index = self.table.currentIndex()
        if not index.isValid():
            return None
        place = index.column() - FIRST_PRICE
        return self.model.row_at(index.row()), len(CATEGORIES) - 1 if place < 0 else place

    def _show_cell(self, *_indexes: object) -> None:
        pointed = self._pointed()
        empty(self._planned)
        self._withdrawn.clear()
        if pointed is None:
            return
        line, place = pointed
        cell = line.cells[place]
        pattern = translate("PricesPage", "{what} · {category}")
        self._what.setText(pattern.format(what=line.words, category=category_label(CATEGORIES[place])))
        back, away = translate("PricesPage", "Remettre en vente"), translate("PricesPage", "Retirer de la vente")
        self.sale_button.setText(back if line.is_withdrawn else away)
        self.sale_button.setVisible(line.may_be_withdrawn)
        now = translate("PricesPage", "Ne se vend pas à ce tarif.")
        if cell.cents is not None and cell.since is not None:
            now = translate("PricesPage", "{price} depuis le {day}")
            now = now.format(price=side_words(line, cell.cents), day=day_text(cell.since))
        self._now.setText(now)
        for planned in cell.planned:
            pattern = translate("PricesPage", "{price} à partir du {day}")
            words = pattern.format(price=side_words(line, planned.value), day=day_text(planned.valid_from))
            made = button(translate("PricesPage", "Retirer"), self._withdraw, kind="link")
            made.setAccessibleName(translate("PricesPage", "Retirer le prix prévu le {day}").format(
                day=day_text(planned.valid_from)
            ))  # fmt: skip
            made.setVisible(False)
            self._withdrawn[made] = planned
            text = label(words, "", wrap=True)
            entry = row(text, made)
            entry.setStretch(0, 1)
            self._planned.addLayout(entry)
            made.setVisible(self._desk.staff.holder.is_manager)

    def _show_rates(self) -> None:
        rates = self._desk.prices.rates()
        vat = self.extra_vat.currentIndex()
        self.rates.show_rates(rates)
        self.extra_vat.clear()
        for found in rates:
            if found.basis_points is not None:
                self.extra_vat.addItem(f"{found.words} ({rate(found.basis_points)})", found.code)
        self.article.show_rates(rates)
        self.extra_vat.setCurrentIndex(max(0, vat))

    def _say(self, refused: Refused | None, done: str, back: Callable[[], Refused | None] | None = None) -> bool:
        """What was done, or why not; `back` takes it back, when something does."""
        self._refusal.setText(refused.sentence if refused else "")
        self._refusal.setVisible(refused is not None)
        self._told.setText(done)
        self._told.setVisible(refused is None)
        self._back = back if refused is None else None
        self.back_button.setVisible(self._back is not None)
        if refused is None:
            self.reload()
        if self._back is not None:
            self.back_button.setFocus()  # the button that was pressed is gone
        return refused is None

    def _answered(self, refused: object, done: str) -> None:
        self._say(refused if isinstance(refused, Refused) else None, done)
        self.readings.reload()

    def _rate_answered(self, refused: object, done: str, back: object) -> None:
        assert back is None or callable(back)
        self._say(refused if isinstance(refused, Refused) else None, done, back)

    def _take_back(self) -> None:
        assert self._back is not None
        self._say(self._back(), translate("PricesPage", "C’est comme avant."))
        self.table.setFocus()

    # --- acts ------------------------------------------------------------------------------------------------

    def _set_price(self) -> None:
        pointed = self._pointed()
        if pointed is None:
            return
        line, place = pointed
        cents = parse_cents(self.amount.text())
        if cents is None:
            self._say(_no_amount(), "")
            return
        wanted = NewPrice(line.product_code, line.unit, CATEGORIES[place], cents, chosen_day(self.from_day))
        done = translate("PricesPage", "{what}\u00a0: {price} à partir du {day}.").format(
            what=line.words, price=money(cents), day=day_text(wanted.valid_from)
        )
        if self._say(self._desk.prices.set_price(wanted), done):
            self.amount.clear()

    def _withdraw(self) -> None:
        pointed, pressed = self._pointed(), self.sender()
        if pointed is None or not isinstance(pressed, QPushButton):
            return
        line, place = pointed
        planned = self._withdrawn[pressed]
        wanted = NewPrice(line.product_code, line.unit, CATEGORIES[place], planned.value, planned.valid_from)
        done = translate("PricesPage", "Le prix prévu est retiré.")
        back = partial(self._desk.prices.set_price, wanted)
        self._say(self._desk.prices.withdraw_price(wanted), done, back)

    def _change_sale(self) -> None:
        pointed = self._pointed()
        if pointed is None:
            return
        line, _ = pointed
        if line.is_withdrawn:
            done = translate("PricesPage", "{name} se vend de nouveau.")
            refused = self._desk.articles.put_back(line.product_code)
        else:
            done = translate("PricesPage", "{name} ne se vend plus\u00a0; ce qui a été vendu reste.")
            refused = self._desk.articles.withdraw(line.product_code)
        self._say(refused, done.format(name=line.label))

    def _add_article(self, wanted: object) -> None:
        if isinstance(wanted, Refused):
            self._say(wanted, "")
            return
        assert isinstance(wanted, NewArticle)
        made = self._desk.articles.add(wanted)
        done = translate("PricesPage", "{name} se vend maintenant à la caisse (F4).").format(name=wanted.label.strip())
        if self._say(made if isinstance(made, Refused) else None, done):
            self.article.clear()

    def _add_extra(self) -> None:
        cents = parse_cents(self.extra_price.text())
        if cents is None:
            self._say(_no_amount(), "")
            return
        unit = PriceUnit(self.extra_unit.currentData())
        wanted = NewExtra(self.extra.text(), unit, cents, str(self.extra_vat.currentData()))
        made = self._desk.prices.add_extra(wanted)
        done = translate("PricesPage", "{name} peut être ajouté aux locations.").format(name=self.extra.text().strip())
        if self._say(made if isinstance(made, Refused) else None, done):
            self.extra.clear()
            self.extra_price.clear()


def _no_amount() -> Refused:
    return Refused("amount", translate("Prices", "Écrivez un montant, par exemple 12,50."))
