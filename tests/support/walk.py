"""A walk through every screen, made once for each language and size of text: what does not fit, what can be read."""

from __future__ import annotations

import functools
from dataclasses import dataclass, field
from pathlib import Path

from pytestqt.qtbot import QtBot

from desk.translations import install_language
from models.base import Base
from models.closings import Closing
from models.invoices import Invoice
from models.journal import JournalRecord
from models.printing import PrintJob
from models.quotes import Quote, QuoteLine
from models.sales import Sale, SaleLine
from tests.support.fit import misfits
from tests.support.house import SmallHouse, small_house
from tests.support.labelled import unlabelled
from tests.support.scenes import SCENES, back_home
from tests.support.screen_dump import texts
from tests.support.window import Screen, dress, shown, staffed

SIZES = {1.0: [(1180, 680), (1366, 768), (1920, 1080)], 1.5: [(1366, 768), (1920, 1080)]}
"""At 150 % the window asks for 1366 pixels: a smaller one could hold neither the plan nor its words."""
WRITTEN_BY_THE_DESK = (JournalRecord, Sale, SaleLine, PrintJob, Closing, Invoice, Quote, QuoteLine)
"""The tables whose words are the desk's own: a sentence kept there in the wrong language must still be found."""


@dataclass
class Walk:
    """What a walk saw: faults by screen, texts by screen, and the names that the house gave to its things."""

    wrong: dict[str, list[str]] = field(default_factory=dict)
    words: dict[str, set[str]] = field(default_factory=dict)
    names: set[str] = field(default_factory=set)


_MADE: dict[tuple[str, float], Walk] = {}


def walk(qtbot: QtBot, folder: Path, language: str, scale: float) -> Walk:
    """The walk of a language at a size of text; the second time it is only remembered."""
    if (language, scale) not in _MADE:
        install_language(language)
        seen = Walk()
        with small_house(folder / "house") as house, shown(qtbot, staffed(house)) as screen:
            _walk(screen, scale, seen)
            seen.names = _names(house)
            # A scene that does what the desk would refuse shows a screen that nobody will see.
            assert house.verify().problems == ()
        _MADE[language, scale] = seen
    return _MADE[language, scale]


def _walk(screen: Screen, scale: float, seen: Walk) -> None:
    dress(screen, scale=scale)
    look = functools.partial(_look, screen, scale, seen)
    look("sign-in")
    screen.sign_in()
    look("float")
    screen.enter()
    screen.window.banner.forget()
    for name, scene in SCENES.items():
        screen.house.later(minutes=1)
        scene(screen)
        look(name)
        back_home(screen)


def _look(screen: Screen, scale: float, seen: Walk, name: str) -> None:
    screen.window.setUpdatesEnabled(False)  # another scene's window may be a new one
    # Nobody types meanwhile: the scanner's ear need not be asked about each of the layouts' many events.
    screen.application.wedge.stop()
    for size in SIZES[scale]:
        screen.window.resize(*size)
        # Words that wrap in a page that scrolls are laid out in several turns: what a person sees is the last.
        for _ in range(3):
            screen.settle()
        assert screen.window.size().toTuple() == size
        if misfits(screen.window):
            # What a printer or a copy told at this very moment is being laid out: what does not fit stays so.
            screen.wait(screen.all_printed)
        found = misfits(screen.window)
        found += unlabelled(screen.window) if size == SIZES[scale][0] else []  # the narrowest has the most to show
        if found:
            seen.wrong[f"{name} {size} {scale}"] = found
    # What the window says of the scene before is not of this one.
    screen.window.banner.forget()
    seen.words[name] = texts(screen.window) | _menu_texts(screen)
    # What fits is a matter of geometry: each screen is painted once, after it was looked at in every size.
    screen.window.setUpdatesEnabled(True)
    screen.qt.processEvents()
    screen.window.setUpdatesEnabled(False)
    screen.application.wedge.start()


def _menu_texts(screen: Screen) -> set[str]:
    if "work" not in vars(screen.window):
        return set()
    menu = screen.window.header.menu
    inner = [action.menu() for action in menu.actions() if action.menu() is not None]
    return {action.text() for one in (menu, *inner) for action in one.actions()}


def _names(house: SmallHouse) -> set[str]:
    """What people wrote: every text that the house keeps, and the names on its plan."""
    own = {kind.__table__ for kind in WRITTEN_BY_THE_DESK}
    kept = [table for table in Base.metadata.sorted_tables if table not in own]
    known = {
        str(value)
        for table in kept
        for row in house.rows(f'SELECT * FROM "{table.name}"')
        for value in row
        if isinstance(value, str)
    }
    floors = house.desk.drawing.floors
    known |= {floor.name for floor in floors} | {space.name for floor in floors for space in floor.spaces}
    return {name for name in known if sum(letter.isalpha() for letter in name) > 3}
