"""From 0008 to 0009, with data: the house goes on with the plan it has, and can publish another."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from desk.clock import SetClock
from desk.frontdesk import FrontDesk
from desk.plan_editing import edits
from desk.rights import AT_TERMINAL
from desk.verify import verify_folder
from tests.desk.bookings.scenes import done, paris
from tests.models.test_migrations import restored
from tests.support.house import OPENING

OLDER = Path(__file__).parent / "older"


def test_a_house_without_plans_keeps_the_shipped_one_and_publishes(tmp_path: Path) -> None:
    restored(OLDER / "0008.sql", tmp_path / "house")
    desk = FrontDesk(tmp_path / "house", operator=AT_TERMINAL, clock=SetClock(OPENING))
    before = desk.drawing
    assert before.surface == 504
    booked = desk.bookings.of_day()
    draft = done(desk.plan_editing.open())
    assert (draft.based_on, draft.revision, draft.plan) == (0, 0, before)
    done(desk.plan_editing.publish(draft, done(edits.remove_space(draft.plan, "bibliotheque")), date(2026, 12, 1)))
    assert desk.drawing == before
    assert desk.plans.of(paris("2026-12-01T08:00")).surface == 490
    assert desk.bookings.of_day() == booked
    desk.close()
    assert verify_folder(tmp_path / "house", deep=True).problems == ()


def test_a_house_of_0009_keeps_its_plans_and_its_draft(tmp_path: Path) -> None:
    restored(OLDER / "0009.sql", tmp_path / "house")
    clock = SetClock(OPENING)
    desk = FrontDesk(tmp_path / "house", operator=AT_TERMINAL, clock=clock)
    assert [(other.name, other.is_coming) for other in desk.plans.elsewhere()] == [("Réserve", True)]
    draft = done(desk.plan_editing.open())
    assert (draft.based_on, draft.revision, draft.earliest) == (2, 1, date(2026, 12, 1))
    clock.set(paris("2026-12-02T09:00"))
    assert desk.plans.take_effect()
    assert "Réserve" in {space.name for space in desk.spaces.everything()}
    desk.close()
    assert verify_folder(tmp_path / "house", deep=True).problems == ()
