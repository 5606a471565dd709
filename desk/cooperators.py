"""The cooperators: who holds how much of the capital."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import func, select

from desk.work import Work
from models.cooperators import Cooperator, CooperatorCategory, ShareMovement


@dataclass(frozen=True)
class CooperatorListed:
    """A cooperator and the share capital they hold, in cents."""

    number: int
    name: str
    category: CooperatorCategory
    college: str
    is_public_body: bool
    shares: int
    capital_cents: int


class Cooperators:
    """Reading the register of shares."""

    def __init__(self, work: Work) -> None:
        self._work = work

    def everyone(self) -> tuple[CooperatorListed, ...]:
        """The cooperators by number, with what their movements add up to."""
        held = (
            select(
                ShareMovement.cooperator_id,
                func.sum(ShareMovement.shares).label("shares"),
                func.sum(ShareMovement.shares * ShareMovement.nominal_cents).label("cents"),
            )
            .group_by(ShareMovement.cooperator_id)
            .subquery()
        )
        with self._work.read() as session:
            rows = session.execute(
                select(Cooperator, held.c.shares, held.c.cents)
                .join(held, held.c.cooperator_id == Cooperator.id)
                .where(held.c.shares > 0)
                .order_by(Cooperator.number)
            )
            return tuple(
                CooperatorListed(c.number, c.name, c.category, c.college, c.is_public_body, shares, cents)
                for c, shares, cents in rows
            )
