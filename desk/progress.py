"""How long work tells how far it is, and is stopped."""

from __future__ import annotations

from collections.abc import Callable

Tell = Callable[[float], None]
"""Hears how much is done, from 0 to 1; what it raises stops the work, with nothing written."""


class Stopped(Exception):
    """Raised by a `Tell` to stop the work under way."""


def nobody(_share: float) -> None:
    """A `Tell` for whoever does not wait."""


def nothing() -> None:
    """A `breathe` for work that nobody has to wait behind: called every few records, it neither rests nor stops."""
