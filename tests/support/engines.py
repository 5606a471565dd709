"""One memory of compiled statements for all the databases of a session of tests.

A desk at work has one database, and compiles each statement once. Tests open thousands, each with a memory of its own:
without this, what SQLAlchemy makes of the same statements again and again is an eighth of their time.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from sqlalchemy import Engine, event
from sqlalchemy.util import LRUCache

from models import database

_STATEMENTS = 5_000


@contextmanager
def statements_compiled_once() -> Iterator[None]:
    """Let every engine that `models.database` makes meanwhile share the dialect and the memory of the first."""
    create, cache, dialects = database.create_engine, LRUCache(_STATEMENTS), []

    def create_engine(*arguments: Any, **options: Any) -> Engine:
        engine = create(*arguments, **options)
        if dialects:
            engine.dialect = engine.pool._dialect = dialects[0]
            engine._compiled_cache = cache
        else:
            # A dialect asks its first connection what the library can do: it is shared once it knows.
            event.listen(engine, "connect", lambda *_: dialects.append(engine.dialect), once=True)
        return engine

    database.create_engine = create_engine
    try:
        yield
    finally:
        database.create_engine = create
