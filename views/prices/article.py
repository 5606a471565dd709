"""The form of a new article of the counter: its name, its family, its VAT, and what each category pays."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QCompleter, QLineEdit, QWidget

from desk.amounts import parse_cents
from desk.articles import FAMILY_LIMIT, NewArticle
from desk.errors import Refused
from desk.formats import rate
from desk.frontdesk import FrontDesk
from desk.language import translate
from desk.payments import PriceCategory, category_label
from desk.prices import CATEGORIES, LABEL_LIMIT, RateRow
from views.parts import after_name, button, column, label, row, under_name
from views.prices.fields import amount_field


class ArticleForm(QWidget):
    """`asked` carries a NewArticle, or the Refused value of what cannot be read."""

    asked = Signal(object)

    def __init__(self, desk: FrontDesk) -> None:
        super().__init__()
        self._desk = desk
        fields = column(self, gap=8)
        fields.addWidget(label(translate("ArticleForm", "Ajouter un article"), "title"))
        self.name = QLineEdit()
        self.name.setMaxLength(LABEL_LIMIT)
        self.name.setAccessibleName(translate("ArticleForm", "Nom de l’article"))
        self.family = QLineEdit()
        self.family.setMaxLength(FAMILY_LIMIT)
        self.family.setAccessibleName(translate("ArticleForm", "Famille de l’article"))
        self.family.setPlaceholderText(translate("ArticleForm", "Boissons, livres…"))
        self.vat = QComboBox()
        self.vat.setAccessibleName(translate("ArticleForm", "TVA de l’article"))
        for field in (self.name, self.family, self.vat):
            fields.addLayout(under_name(field))
        self.prices: dict[PriceCategory, QLineEdit] = {}
        pattern = translate("ArticleForm", "Prix TTC, {category}")
        for category in CATEGORIES:
            words = pattern.format(category=category_label(category))
            made = amount_field(words, "2,50" if category is PriceCategory.STANDARD else "")
            made.setProperty("role", "money")
            self.prices[category] = made
            fields.addLayout(after_name(made))
        hint = translate("ArticleForm", "Un prix laissé vide\u00a0: cette catégorie paie le prix standard.")
        fields.addWidget(label(hint, "muted", wrap=True))
        self.button = button(translate("ArticleForm", "Ajouter l’article"), self._ask)
        fields.addLayout(row(self.button, 1))
        self._show_families()

    def show_rates(self, rates: tuple[RateRow, ...]) -> None:
        """Offer the rates that are set; the chosen one stays."""
        chosen = max(0, self.vat.currentIndex())
        self.vat.clear()
        for found in rates:
            if found.basis_points is not None:
                self.vat.addItem(f"{found.words} ({rate(found.basis_points)})", found.code)
        self.vat.setCurrentIndex(chosen)

    def clear(self) -> None:
        """Ready for the next one; its family and rate are often the same."""
        self.name.clear()
        for field in self.prices.values():
            field.clear()
        self._show_families()

    def _show_families(self) -> None:
        """Those that the house writes already are proposed as one types."""
        known = QCompleter(list(self._desk.articles.families()), self.family)
        known.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.family.setCompleter(known)

    def _ask(self) -> None:
        prices = []
        for category, field in self.prices.items():
            if not field.text().strip():
                continue
            cents = parse_cents(field.text())
            if cents is None:
                self.asked.emit(Refused("amount", translate("Prices", "Écrivez un montant, par exemple 12,50.")))
                return
            prices.append((category, cents))
        self.asked.emit(NewArticle(self.name.text(), tuple(prices), self.family.text(), str(self.vat.currentData())))
