"""From 0007 to 0008: a house that already sold goes on, and its first closing reaches back to its first sale."""

from __future__ import annotations

from pathlib import Path

from desk.clock import SetClock
from desk.closings.office import ClosingListed
from desk.drawer import Counted
from desk.frontdesk import FrontDesk
from desk.rights import AT_TERMINAL
from desk.verify import verify_folder
from desk.work import Operator
from tests.desk.closings.scenes import pieces_of
from tests.models.test_migrations import OLDER, restored
from tests.support.house import OPENING


def test_what_was_sold_before_there_were_closings_is_in_the_first_one(tmp_path: Path) -> None:
    folder = restored(OLDER[6], tmp_path / "house")
    desk = FrontDesk(folder, operator=AT_TERMINAL, clock=SetClock(OPENING))
    try:
        assert desk.closings.fiscal_month() == 1
        assert desk.closings.listed() == ()
        desk.work.operator = Operator("someone", "Gaël Essai", True)
        counted = desk.closings.drawer.count(pieces_of(20_000))
        assert isinstance(counted, Counted)
        made = desk.closings.close_day(counted, 15_000, "caisse tenue sur papier")
        assert isinstance(made, ClosingListed)
        assert (made.first_sale, made.last_sale) == (1, 3)
    finally:
        desk.close()
    assert verify_folder(folder, deep=True).problems == ()
