"""What a correction is asked and answers: frozen values, amounts in cents."""

from __future__ import annotations

from dataclasses import dataclass

from desk.basket import Basket
from desk.till import PaymentOffer, Sold
from models.sales import PaymentMode


@dataclass(frozen=True)
class LineLeft:
    """A line of a sale that may still be taken back: `left` of the `quantity` sold. Discounts follow their lines."""

    position: int
    label: str
    quantity: int
    left: int
    unit_cents: int
    tax_included: bool


@dataclass(frozen=True)
class Wanted:
    """So many of a line of the sale, to be taken back."""

    position: int
    quantity: int


@dataclass(frozen=True)
class CorrectionOrder:
    """What is taken back and why. No `lines`: everything that is left.

    `mode` is how the money goes back where there is a choice, None for the way it came. `keeps` is a manager's word:
    what was used already stays used, and the money goes back all the same. `keeps_cents` (TTC) stays sold of a rental
    that was cancelled late, and all else goes back; no `lines` then.
    """

    sale_id: str
    reason: str
    lines: tuple[Wanted, ...] = ()
    mode: PaymentMode | None = None
    keeps: bool = False
    wants_receipt: bool = False
    keeps_cents: int = 0


@dataclass(frozen=True)
class Proposal:
    """What a correction would do: what goes back (`basket` and `payments` are below zero), what is undone with it.

    `consequences` are sentences; `used` those about what was used already, for which a manager's word is needed.
    """

    basket: Basket
    payments: tuple[PaymentOffer, ...]
    modes: tuple[PaymentMode, ...]
    consequences: tuple[str, ...]
    used: tuple[str, ...]
    is_whole: bool

    @property
    def refund_cents(self) -> int:
        """What goes back to the customer."""
        return -self.basket.total_cents


@dataclass(frozen=True)
class Corrected:
    """A correction that was sealed: its own number, and what was undone with it."""

    sale: Sold
    corrects: str
    payments: tuple[PaymentOffer, ...]
    consequences: tuple[str, ...]
