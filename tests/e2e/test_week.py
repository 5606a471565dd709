"""A few hours of the week that `make bench` plays whole: what stands at the end stood after the first of them."""

from __future__ import annotations

from pathlib import Path

from pytestqt.qtbot import QtBot

from tests.support.house import small_house
from tests.support.week import Plenty, Week
from tests.support.window import PIN, staffed
from views import tokens

_WARM = Plenty(scans=20, sales=20, plan_updates=6, locks=1)
_MORE = Plenty(scans=80, sales=25, plan_updates=15, locks=2)


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
