"""Icons of one family: Phosphor, the font that the QtAwesome package carries.

Only its font and its table of names are read: importing the package itself would cost more than the window.
"""

from __future__ import annotations

import json
from functools import cache
from importlib.util import find_spec
from pathlib import Path

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontDatabase, QIcon, QPainter, QPixmap

from desk.errors import EnvironmentFault
from desk.language import translate

_DENSITY = 2


@cache
def _phosphor() -> tuple[str, dict[str, str]]:
    spec = find_spec("qtawesome")
    # Where it stands, and not its first file: the bundle holds the fonts alone.
    places = spec.submodule_search_locations if spec is not None else None
    folder = Path(next(iter(places))) / "fonts" if places else Path()
    fonts, tables = sorted(folder.glob("phosphor-[0-9]*.ttf")), sorted(folder.glob("phosphor-charmap*.json"))
    if not fonts or not tables:
        raise EnvironmentFault(
            translate("Icons", "Les icônes de Casaco Desk sont introuvables\u00a0: l’installation est incomplète."),
            todo=translate("Icons", "Réinstallez Casaco Desk."),
            code="icons",
        )
    families = QFontDatabase.applicationFontFamilies(QFontDatabase.addApplicationFont(str(fonts[-1])))
    return families[0], json.loads(tables[-1].read_text(encoding="utf-8"))


def pixmap(name: str, colour: str, size: int) -> QPixmap:
    """The icon `name` (Phosphor's, for example "check-circle") in `colour`, `size` logical pixels square."""
    family, table = _phosphor()
    drawn = QPixmap(QSize(size, size) * _DENSITY)
    drawn.setDevicePixelRatio(_DENSITY)
    drawn.fill(Qt.GlobalColor.transparent)
    painter = QPainter(drawn)
    font = QFont(family)
    font.setPixelSize(size)
    painter.setFont(font)
    painter.setPen(QColor(colour))
    painter.drawText(QRect(0, 0, size, size), Qt.AlignmentFlag.AlignCenter, chr(int(table[name], 16)))
    painter.end()
    return drawn


def icon(name: str, colour: str, checked_colour: str | None = None, size: int = 24) -> QIcon:
    """The icon, with another colour where a button is checked."""
    made = QIcon(pixmap(name, colour, size))
    if checked_colour is not None:
        made.addPixmap(pixmap(name, checked_colour, size), QIcon.Mode.Normal, QIcon.State.On)
    return made
