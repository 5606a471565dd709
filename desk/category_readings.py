"""Which amount each price category reads first: what a manager says in the price list."""

from __future__ import annotations

from sqlalchemy import delete

from desk.bus import Topic
from desk.errors import Refused
from desk.rights import Act, needs
from desk.tax_sides import TaxSide, reads_on
from desk.work import Work
from models.catalogue import CategoryReading, PriceCategory
from models.journal import Stream


class CategoryReadings:
    """Reading and saying it. From the moment it is said, for what is shown and made from then on."""

    def __init__(self, work: Work) -> None:
        self._work = work

    def of(self, category: PriceCategory) -> TaxSide:
        """The side of VAT that a category reads first now."""
        with self._work.read() as session:
            return reads_on(session, category, self._work.clock.now())

    @needs(Act.PRICES)
    def choose(self, category: PriceCategory, side: TaxSide) -> Refused | None:
        """From now on the category reads this side first; a manager's right. Quotes already made read as they did."""
        with self._work.write() as unit:
            if reads_on(unit.session, category, unit.now) is side:
                return None
            # What a clock that was ahead has written would win over what is said now.
            later = CategoryReading.since >= unit.now
            unit.session.execute(delete(CategoryReading).where(CategoryReading.category == category, later))
            unit.session.add(CategoryReading(category=category, since=unit.now, side=side))
            body = {"schema": 1, "category": category.value, "reads_first": side.value}
            unit.record(Stream.OPERATIONS, "category.reads", body)
            unit.changed(Topic.PRICES)
            return None
