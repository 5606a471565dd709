"""All mapped classes in one import, for the migrations and for tools that need the whole schema."""

from __future__ import annotations

from models import (
    bookings,
    cards,
    catalogue,
    cooperators,
    crowds,
    guests,
    imports,
    journal,
    membership,
    opening,
    organisations,
    parcels,
    passes,
    people,
    printing,
    sales,
    site,
    spaces,
    staff,
    till,
    visits,
)
from models.base import Base

__all__ = [
    "Base",
    "bookings",
    "cards",
    "catalogue",
    "cooperators",
    "crowds",
    "guests",
    "imports",
    "journal",
    "membership",
    "opening",
    "organisations",
    "parcels",
    "passes",
    "people",
    "printing",
    "sales",
    "site",
    "spaces",
    "staff",
    "till",
    "visits",
]
