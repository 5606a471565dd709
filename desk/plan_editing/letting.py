"""What is let has its place in the price list; what is no more goes, and stays only where something names it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from sqlalchemy import Column, and_, delete, exists, func, or_, select
from sqlalchemy.orm import Session

from desk.bus import Topic
from desk.work import Unit
from models.base import Base
from models.catalogue import Price, Product
from models.journal import Stream
from models.prepared import Prepared
from models.spaces import WHOLE, Space, SpacePart

LEAST_PARTS = 2
"""Of fewer spaces nothing is made: a whole that a plan leaves with one is given up."""
_VAT = "normal"
_COUNT = select(func.count()).select_from(SpacePart).where(SpacePart.whole_id == Space.id).scalar_subquery()
_UNTENDED = Prepared(
    select(Space.id).where(
        Space.kind == WHOLE,
        or_(
            and_(_COUNT > 0, _COUNT < LEAST_PARTS),
            and_(Space.rentable, or_(_COUNT == 0, ~exists().where(Product.space_id == Space.id))),
        ),
    )
)


def put_to_let(session: Session, rooms: Iterable[tuple[str, str]]) -> None:
    """Give each space (its id, its name) that has none its place in the price list, where its prices are set."""
    sold = set(session.scalars(select(Product.space_id).where(Product.space_id.is_not(None))))
    session.add_all(
        Product(code=f"room-{space_id}", label=name, vat_code=_VAT, tax_included=False, space_id=space_id)
        for space_id, name in rooms
        if space_id not in sold
    )
    session.flush()


def let_go(session: Session, space_id: str) -> None:
    """A space that is no more goes; one that something names (a booking, a price) stays, and is no longer to let."""
    session.execute(delete(SpacePart).where(or_(SpacePart.part_id == space_id, SpacePart.whole_id == space_id)))
    product = session.scalar(select(Product).where(Product.space_id == space_id))
    is_priced = product is not None and session.scalar(select(Price.id).where(Price.product_code == product.code))
    if product is not None and not is_priced:
        session.delete(product)
    session.flush()
    if any(session.execute(select(column).where(column == space_id).limit(1)).first() for column in _naming_spaces()):
        session.get_one(Space, space_id).rentable = False
    else:
        session.execute(delete(Space).where(Space.id == space_id))
    session.flush()


def shape_of(spaces: list[Space]) -> tuple[str, int]:
    """The floor of a whole, empty when its spaces are on several, and its seats."""
    floors = {space.floor for space in spaces}
    return floors.pop() if len(floors) == 1 else "", sum(space.seats for space in spaces)


def wholes_are_tended(session: Session) -> bool:
    """Whether every whole has its spaces, and every one that is let its place in the price list."""
    return _UNTENDED.first(session) is None


def tend_wholes(unit: Unit) -> None:
    """Give up the wholes with too few spaces left; let the others be as large as theirs, and those to let be priced."""
    session = unit.session
    for whole in session.scalars(select(Space).where(Space.kind == WHOLE)).all():
        own = select(SpacePart.part_id).where(SpacePart.whole_id == whole.id)
        parts = list(session.scalars(select(Space).where(Space.id.in_(own))))
        if len(parts) >= LEAST_PARTS:
            whole.floor, whole.seats = shape_of(parts)
            if whole.rentable:
                put_to_let(session, [(whole.id, whole.name)])
        elif parts or whole.rentable:
            give_up(unit, whole)
    session.flush()


def give_up(unit: Unit, whole: Space) -> None:
    """Take a whole away, inside `unit`; nothing that was promised may need it."""
    body = {"schema": 1, "space": whole.id, "name": whole.name}
    let_go(unit.session, whole.id)
    unit.record(Stream.OPERATIONS, "whole.removed", body)
    unit.changed(Topic.SPACES, Topic.BOOKINGS, Topic.PRICES)


def _naming_spaces() -> list[Column[Any]]:
    """Every column of the database that names a space."""
    return [
        column
        for table in Base.metadata.tables.values()
        for column in table.columns
        if any(key.column is Space.__table__.c.id for key in column.foreign_keys)
    ]
