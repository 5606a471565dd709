"""The small house is at hand in every test of this room."""

from __future__ import annotations

from tests.support.house import hears, house_fixture

__all__ = ["hears", "house_fixture"]
