"""A few hours of the week that `make bench` plays whole: what stands at the end stood after the first of them."""

from __future__ import annotations

from pathlib import Path

from pytestqt.qtbot import QtBot

from tests.support.house import small_house
from tests.support.week import Plenty, Week
from tests.support.window import PIN, staffed
from views import tokens

_WARM = Plenty(scans=30, sales=15, plan_updates=8, locks=2)
_MORE = Plenty(scans=100, sales=30, plan_updates=20, locks=2)


def test_nothing_that_was_made_for_an_act_stays_after_it(qtbot: QtBot, tmp_path: Path) -> None:
    with small_house(tmp_path / "house") as house:
        staffed(house)
        cards = [house.member(f"Prénom{n} Nom{n}", usual=("la-ruche", None)[n % 2]).code for n in range(40)]
        week = Week(house, cards, PIN)
        try:
            for _ in week.acts(_WARM):
                continue
            before = week.rest()
            assert sum(1 for _ in week.acts(_MORE)) == _MORE.total
            after = week.rest()
        finally:
            week.close()
            week.qt.setStyleSheet("")
            tokens.use(tokens.LIGHT)
        assert after.grown(before) == {}
        assert after.timers <= before.timers
        assert after.threads <= before.threads
        assert house.verify().ok
