"""Conditions that ten years of history do not slow: what SQLite is to look through, and what only to compare.

SQLite knows nothing of how the values lie: of "begins before tonight" and "ends after now" it takes either for a good
start, and reads all that ever was. So the start is given, and everything else is kept from being one.
"""

from __future__ import annotations

from typing import Any

from sqlalchemy import ColumnElement, and_, or_, text
from sqlalchemy.sql.expression import UnaryExpression
from sqlalchemy.sql.operators import custom_op

from models.bookings import Booking


def compared(column: Any) -> ColumnElement[Any]:
    """The column to compare, never to look up: SQLite goes by no index for it (sqlite.org/optoverview.html#uplus)."""
    return UnaryExpression(column, operator=custom_op("+"), type_=column.type)


def bookings_reaching(since: Any, early: Any, end: Any) -> ColumnElement[bool]:
    """The bookings in force that begin before `end` and end after `since`; `early` is a day before `since`.

    Few are longer than a day: those are looked for apart, all others begin from `early` on. Each value is an instant
    or the parameter that will be one.
    """
    live = Booking.cancelled_at.is_(None)
    near = and_(live, Booking.starts_at >= early, Booking.starts_at < end)
    # Said of both, "begins before the end" would be taken for the start.
    long = and_(live, text("booking.is_long = 1"), Booking.held_from < end)
    return and_(compared(Booking.starts_at) < end, compared(Booking.ends_at) > since, or_(near, long))
