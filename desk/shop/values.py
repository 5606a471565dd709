"""What the counter sells in one basket: frozen values, amounts in cents."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from desk.basket import Basket
from desk.registry import MembershipGranted
from desk.till import Sold
from desk.verdicts import ScanOutcome
from models.catalogue import PriceCategory

MOST = 200
"""Of one article in one basket, so that a slip of the keys is seen."""

MOST_LINES = 60


class ArticleKind(StrEnum):
    """What selling an article does besides taking the money."""

    PASS = "pass"  # noqa: S105 - a pass, not a password
    PLAN = "plan"
    TICKET = "ticket"
    GOODS = "goods"
    EXTRA = "extra"


@dataclass(frozen=True)
class Article:
    """One thing on offer: its listed price in cents for a category, and what one costs, VAT included.

    `key` names it in an order. `category` is whose price it is: the one asked for, or the one to which it is sold.
    `left` is how many there are, None when nobody counts. `family` finds it too.
    """

    key: str
    kind: ArticleKind
    label: str
    cents: int
    due_cents: int
    category: PriceCategory
    left: int | None = None
    family: str = ""


@dataclass(frozen=True)
class ShopLine:
    """So many of an article for a category. A discount (basis points, 10000: free) needs its reason."""

    key: str
    quantity: int = 1
    category: PriceCategory = PriceCategory.STANDARD
    discount: int = 0
    reason: str = ""


@dataclass(frozen=True)
class ShopOrder:
    """A basket about to be paid. `name` is what the paper says of the customer, empty when they object to it.

    Plans are for the member; `discount` and `reason` are those on everything.
    """

    lines: tuple[ShopLine, ...]
    name: str = ""
    member_id: str = ""
    organisation_id: str = ""
    discount: int = 0
    reason: str = ""
    wants_receipt: bool = False


@dataclass(frozen=True)
class ShopQuote:
    """What a basket costs: its lines as they will be sealed, and the article of each line that was ordered."""

    basket: Basket
    articles: tuple[Article, ...]

    @property
    def needs_member(self) -> bool:
        """Whether a member must be chosen: somebody will hold what is sold."""
        return any(article.kind is ArticleKind.PLAN for article in self.articles)


@dataclass(frozen=True)
class PassHandedOver:
    """A pass that was sold: its number, its code, and how its guest came in."""

    number: int
    code: str
    arrival: ScanOutcome


@dataclass(frozen=True)
class ShopSold:
    """A basket that was paid: its sale, and what it gave."""

    sale: Sold
    passes: tuple[PassHandedOver, ...] = ()
    memberships: tuple[MembershipGranted, ...] = ()
    tickets: int = 0
