"""The articles of the counter as a manager keeps them: a new one, one withdrawn from sale, one put back; never deleted.

What was sold keeps its own words and prices in the journal, so withdrawing changes nothing of the past.
"""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from desk.bus import Topic
from desk.clock import local_day
from desk.errors import Refused
from desk.formats import money
from desk.ids import new_id
from desk.language import translate
from desk.names import searchable, tidy
from desk.prices import CATEGORIES, HIGHEST, LABEL_LIMIT, NewPrice, write_price
from desk.pricing import labels_on
from desk.rights import Act, needs
from desk.shop.articles import kept_codes
from desk.work import Unit, Work
from models.catalogue import PriceCategory, PriceUnit, Product, VatRate
from models.journal import Stream

FAMILY_LIMIT = 30
_TYPED = 1_000
"""More characters than this were pasted by mistake: only their number is looked at."""


@dataclass(frozen=True)
class NewArticle:
    """Something sold by the piece: its family in the words of the house (or none), and what each category pays.

    `prices` in cents, VAT included; a category that is not there pays the standard price, or cannot buy it.
    """

    label: str
    prices: tuple[tuple[PriceCategory, int], ...]
    family: str = ""
    vat_code: str = "normal"


class Articles:
    """Adding, withdrawing, putting back; each a manager's right."""

    def __init__(self, work: Work) -> None:
        self._work = work

    def families(self) -> tuple[str, ...]:
        """The families in use, by name."""
        with self._work.read() as session:
            return _families(session)

    @needs(Act.PRICES)
    def add(self, wanted: NewArticle) -> str | Refused:
        """A new article, sold from now on; the answer is its code."""
        with self._work.write() as unit:
            refused = _objection(unit, wanted)
            if refused is not None:
                return refused
            label, family = tidy(wanted.label, LABEL_LIMIT), _family(unit.session, wanted.family)
            code = f"article-{new_id()}"
            unit.session.add(
                Product(code=code, label=label, vat_code=wanted.vat_code, tax_included=True, family=family)
            )
            unit.session.flush()
            body = {"schema": 1, "product": code, "label": label, "family": family, "vat": wanted.vat_code}
            unit.record(Stream.OPERATIONS, "product.added", body)
            today = local_day(unit.now, unit.site.timezone)
            for category, cents in wanted.prices:
                write_price(unit, NewPrice(code, PriceUnit.EACH, category, cents, today))
            return code

    @needs(Act.PRICES)
    def withdraw(self, code: str) -> Refused | None:
        """Sell it no more, from now on; its prices and its past stay."""
        return self._set_withdrawn(code, True)

    @needs(Act.PRICES)
    def put_back(self, code: str) -> Refused | None:
        """Sell it again, at the prices it has."""
        return self._set_withdrawn(code, False)

    def _set_withdrawn(self, code: str, withdrawn: bool) -> Refused | None:
        with self._work.write() as unit:
            product = unit.session.get(Product, code)
            refused = _not_withdrawable(unit.session, product)
            if refused is not None:
                return refused
            assert product is not None
            if product.is_withdrawn is withdrawn:
                sentence = translate("Articles", "{name} se vend déjà.")
                if withdrawn:
                    sentence = translate("Articles", "{name} est déjà retiré de la vente.")
                return Refused("already", sentence.format(name=product.label))
            product.is_withdrawn = withdrawn
            kind = "product.withdrawn" if withdrawn else "product.put_back"
            unit.record(Stream.OPERATIONS, kind, {"schema": 1, "product": code, "label": product.label})
            unit.changed(Topic.PRICES)
            return None


def _objection(unit: Unit, wanted: NewArticle) -> Refused | None:
    label = tidy(wanted.label, _TYPED)
    if not label:
        return Refused("no_name", translate("Articles", "Donnez un nom à cet article."))
    if len(label) > LABEL_LIMIT or len(tidy(wanted.family, _TYPED)) > FAMILY_LIMIT:
        sentence = translate("Articles", "Un nom a {name} caractères au plus, une famille {family}.")
        return Refused("too_long", sentence.format(name=LABEL_LIMIT, family=FAMILY_LIMIT))
    labels = labels_on(unit.session, unit.now)
    code = next((code for code, name in labels.items() if searchable(name) == searchable(label)), None)
    if code is not None:
        sentence = translate("Articles", "{name} est déjà dans la grille.")
        if unit.session.get_one(Product, code).is_withdrawn:
            sentence = translate(
                "Articles", "{name} est dans la grille, retiré de la vente\u00a0: remettez-le en vente."
            )
        return Refused("known", sentence.format(name=labels[code]))
    today = local_day(unit.now, unit.site.timezone)
    rated = select(VatRate.code).where(VatRate.code == wanted.vat_code, VatRate.valid_from <= today)
    if unit.session.scalar(rated.limit(1)) is None:
        return Refused("no_rate", translate("Articles", "Ce taux de TVA n’est pas encore fixé."))
    return _price_objection(wanted)


def _price_objection(wanted: NewArticle) -> Refused | None:
    categories = [category for category, _ in wanted.prices]
    if not categories or len(set(categories)) != len(categories) or not set(categories) <= set(CATEGORIES):
        return Refused("no_price", translate("Articles", "Donnez au moins un prix."))
    if any(cents > HIGHEST for _, cents in wanted.prices):
        sentence = translate("Articles", "Un prix ne dépasse pas {most}\u00a0: vérifiez le montant écrit.")
        return Refused("amount", sentence.format(most=money(HIGHEST)))
    if not all(0 < cents <= HIGHEST for _, cents in wanted.prices):
        sentence = translate(
            "Articles", "Un prix est au-dessus de zéro\u00a0: ce qui est offert se note à la vente, avec son motif."
        )
        return Refused("amount", sentence)
    return None


def _not_withdrawable(session: Session, product: Product | None) -> Refused | None:
    if product is None:
        return Refused("no_product", translate("Articles", "Cet article n’est pas dans la grille."))
    if product.space_id is None and product.code not in kept_codes(session):
        return None
    sentence = translate("Articles", "{name} ne se retire pas ici\u00a0: pass, billets, formules et salles restent.")
    return Refused("kept", sentence.format(name=product.label))


def _families(session: Session) -> tuple[str, ...]:
    found = set(session.scalars(select(Product.family).where(Product.family != "")))
    return tuple(sorted(found, key=searchable))


def _family(session: Session, typed: str) -> str:
    """The family as the house already writes it, when it has one that reads the same."""
    clean = tidy(typed, FAMILY_LIMIT)
    return next((known for known in _families(session) if searchable(known) == searchable(clean)), clean)
