"""Statements compiled once and run on the driver itself, for what happens at every scan.

SQLAlchemy's way of running a statement costs twenty times what SQLite needs to answer it. Here the statement and the
column types stay SQLAlchemy's; only the running is direct. Nothing pending in the session is flushed first.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable, Mapping
from typing import Any, TypeVar

from sqlalchemy import Insert, Select, Update, inspect
from sqlalchemy.dialects import sqlite
from sqlalchemy.orm import Session

from models.database import driver_of

_DIALECT = sqlite.dialect(paramstyle="qmark")
_Read = Callable[[Any], Any]
_Entity = TypeVar("_Entity")


class Prepared:
    """One statement, its text and its types worked out; `keys` are the columns that an insert fills."""

    def __init__(self, statement: Select[*tuple[Any, ...]] | Insert | Update, keys: Iterable[str] = ()) -> None:
        compiled = statement.compile(dialect=_DIALECT, column_keys=list(keys) or None)
        self._text = str(compiled)
        constants = compiled.params
        # In the order of the question marks: the name of a value, what it becomes for SQLite, its value if constant.
        self._binds = [
            (name, compiled.binds[name].type.bind_processor(_DIALECT), constants.get(name))
            for name in compiled.positiontup or ()
        ]
        self._readers: list[_Read | None] = []
        if isinstance(statement, Select):
            self._readers = [column.type.result_processor(_DIALECT, None) for column in statement.selected_columns]

    def run(self, session: Session, **values: Any) -> sqlite3.Cursor:
        """Run it in the transaction of `session`; the cursor gives what SQLite stores, or how many rows changed."""
        given = []
        for name, process, constant in self._binds:
            value = values.get(name, constant)
            given.append(value if process is None else process(value))
        return driver_of(session).execute(self._text, given)

    def all(self, session: Session, **values: Any) -> list[tuple[Any, ...]]:
        """Every row, its values of the columns' types."""
        return [self._typed(row) for row in self.run(session, **values)]

    def first(self, session: Session, **values: Any) -> tuple[Any, ...] | None:
        """The first row, None when there is none."""
        row = self.run(session, **values).fetchone()
        return None if row is None else self._typed(row)

    def _typed(self, row: tuple[Any, ...]) -> tuple[Any, ...]:
        pairs = zip(self._readers, row, strict=True)
        return tuple(value if read is None else read(value) for read, value in pairs)


def as_object(entity: type[_Entity], values: Mapping[str, Any]) -> _Entity:
    """An object of no session with these values, made as SQLAlchemy makes those it loads: with nothing to keep.

    Giving them to its constructor notes each one as a change to be written, which costs more than the statement.
    """
    made: _Entity = inspect(entity).class_manager.new_instance()
    made.__dict__.update(values)
    return made
