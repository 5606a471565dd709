"""The small house, and a year of invoices made once."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from desk.frontdesk import FrontDesk
from tests.support.house import hears, house_fixture
from tests.support.invoicing import a_year_of_invoices

__all__ = ["hears", "house_fixture"]


@pytest.fixture(scope="session")
def year(tmp_path_factory: pytest.TempPathFactory) -> Iterator[FrontDesk]:
    """A desk after a year of invoices; to be read only."""
    desk = a_year_of_invoices(tmp_path_factory.mktemp("year"))
    yield desk
    desk.close()
