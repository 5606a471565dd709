"""The words of paying and pricing that a view may use, without reaching into what the desk remembers."""

from __future__ import annotations

from desk.language import translate
from desk.till import PaymentOffer
from models.catalogue import PriceCategory, PriceUnit
from models.passes import DayPart
from models.sales import PaymentMode

__all__ = ["DayPart", "PaymentMode", "PaymentOffer", "PriceCategory", "PriceUnit", "category_label"]


def category_label(category: PriceCategory) -> str:
    """A price category on screen."""
    return {
        PriceCategory.MEMBER: translate("Payments", "Membre"),
        PriceCategory.SOLIDARITY: translate("Payments", "Solidaire (ESS)"),
        PriceCategory.STANDARD: translate("Payments", "Standard"),
    }[category]
