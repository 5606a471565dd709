"""Alembic's entry: runs the steps on the connection handed over by `desk.storage`."""

from __future__ import annotations

from typing import Any, Literal

from alembic import context
from sqlalchemy.types import TypeDecorator

from models.schema import Base


def render_item(kind: str, item: Any, _autogen: Any) -> str | Literal[False]:
    """Write the house's column types in a step as what SQLite stores, so that old steps never import new code."""
    if kind == "type" and isinstance(item, TypeDecorator):
        return f"sa.{type(item.impl_instance).__name__}()"
    return False


context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=Base.metadata,
    render_item=render_item,
    render_as_batch=True,
)
with context.begin_transaction():
    context.run_migrations()
