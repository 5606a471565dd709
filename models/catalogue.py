"""What the desk sells and for how much, by price category and with validity dates."""

from __future__ import annotations

from datetime import date, datetime
from enum import StrEnum

from sqlalchemy import CheckConstraint, ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column

from models.base import Base, Word


class PriceCategory(StrEnum):
    """Who buys: a member, a body of the solidarity economy (ESS), or anyone."""

    MEMBER = "member"
    SOLIDARITY = "solidarity"
    STANDARD = "standard"


class PriceUnit(StrEnum):
    """What one price buys."""

    EACH = "each"
    HOUR = "hour"
    HALF_DAY = "half_day"
    DAY = "day"
    PERSON = "person"


class TaxSide(StrEnum):
    """Which amount is meant: without VAT (HT), or with it (TTC)."""

    NET = "net"
    GROSS = "gross"


class VatRate(Base):
    """A VAT rate in basis points (2000 is 20 %), in force from a day on."""

    __tablename__ = "vat_rate"

    code: Mapped[str] = mapped_column(primary_key=True)
    valid_from: Mapped[date] = mapped_column(primary_key=True)
    basis_points: Mapped[int]


class Product(Base):
    """Something sold. `tax_included`: its prices are TTC. A room names its space; an extra goes with a room.

    The label of a room is what it was called when it was first let: what it is called on a day, its space says.
    `family` groups what the counter sells, in the words of the house; what is withdrawn is no longer sold.
    """

    __tablename__ = "product"

    code: Mapped[str] = mapped_column(primary_key=True)
    label: Mapped[str]
    vat_code: Mapped[str]
    tax_included: Mapped[bool]
    space_id: Mapped[str | None] = mapped_column(ForeignKey("space.id"), index=True)
    is_extra: Mapped[bool] = mapped_column(default=False, server_default="0")
    family: Mapped[str] = mapped_column(default="", server_default="")
    is_withdrawn: Mapped[bool] = mapped_column(default=False, server_default="0")


class Price(Base):
    """The price in cents of one unit of a product for a category, from a day on."""

    __tablename__ = "price"
    __table_args__ = (
        CheckConstraint("cents >= 0", name="not_negative"),
        Index("uq_price", "product_code", "category", "unit", "valid_from", unique=True),
        {"sqlite_strict": True},
    )

    id: Mapped[str] = mapped_column(primary_key=True)
    product_code: Mapped[str] = mapped_column(ForeignKey("product.code"))
    category: Mapped[PriceCategory] = mapped_column(Word(PriceCategory))
    unit: Mapped[PriceUnit] = mapped_column(Word(PriceUnit))
    cents: Mapped[int]
    valid_from: Mapped[date]


class CategoryReading(Base):
    """Which amount a category reads first, from an instant on. Past rows stay: a quote reads as on its day."""

    __tablename__ = "category_reading"

    category: Mapped[PriceCategory] = mapped_column(Word(PriceCategory), primary_key=True)
    since: Mapped[datetime] = mapped_column(primary_key=True)
    side: Mapped[TaxSide] = mapped_column(Word(TaxSide))
