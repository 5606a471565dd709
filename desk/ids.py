"""Identifiers: UUIDv7, so that rows made later sort later and two desks never make the same one."""

from __future__ import annotations

import uuid_utils


def new_id() -> str:
    """A fresh UUIDv7 as text."""
    return str(uuid_utils.uuid7())
